"""A choice of phrases finds the same, however it was put in order."""

import re

import pytest

from storyloop.critique.alternatives import any_of

CHOICES = [
    "cat|car|cart|dog",
    "(?:he|she|they) (?:ran|run)|he walked|them",
    "(?:very |so )?late|latest",
    "(?<!not )(?:me|my own)|mine(?=[.,;]|$)",
    r"\w+ly told|tell\w*|[a-c]ar(?:t|ts)?",
    "colou?r|col(?:our)?s|(?:a|b){2,3}c",
]
TEXTS = [
    "a cart and a car",
    "she run, he walked, they ran",
    "very late, so late, the latest",
    "not me, but my own and mine.",
    "badly told; telling; barts",
    "colors and cols, abbc",
    "",
    "café au lait, naïve",
]


@pytest.mark.parametrize("choice", CHOICES)
@pytest.mark.parametrize("text", TEXTS)
def test_it_finds_what_the_plain_choice_finds(choice: str, text: str) -> None:
    plain = [match.start() for match in re.finditer(rf"\b(?:{choice})\b", text)]
    assert [match.start() for match in any_of(choice).finditer(text)] == plain
