"""A choice of phrases finds the same, however it was put in order."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyloop.critique.alternatives import any_beginning, any_of
from storyloop.critique.patterns import Pattern

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


def starts(pattern: Pattern | re.Pattern[str], text: str) -> list[int]:
    return [match.start() for match in pattern.finditer(text)]


@pytest.mark.parametrize("choice", CHOICES)
def test_it_finds_what_the_plain_choice_finds(choice: str) -> None:
    phrases = any_of(choice)
    # The whole choice is compiled when it has seen some texts.
    for text in TEXTS * 3:
        assert starts(phrases, text) == starts(re.compile(rf"\b(?:{choice})\b"), text)


@pytest.mark.parametrize("choice", CHOICES)
def test_its_end_may_be_open(choice: str) -> None:
    phrases = any_beginning(choice)
    for text in TEXTS * 3:
        assert starts(phrases, text) == starts(re.compile(rf"\b(?:{choice})"), text)


def test_it_looks_within_a_stretch_of_the_text() -> None:
    phrases = any_of("he ran|she ran")
    text = "he ran and she ran and he ran"
    assert [match.span() for match in phrases.finditer(text, 3, 20)] == [(11, 18)]
    found = phrases.search(text, 12)
    assert found
    assert found.span() == (23, 29)
    assert phrases.search(text, 12, 20) is None


@given(st.lists(st.sampled_from("he she ran run did I've not the a and".split()), max_size=12))
def test_texts_of_its_own_words(words: list[str]) -> None:
    choice = "(?:he|she)(?: did)? (?:not )?r[au]n|(?:the |a )?(?!not)\\w+ and|i've|I'?ve? n?ot"
    text = " ".join(words)
    assert starts(any_of(choice), text) == starts(re.compile(rf"\b(?:{choice})\b"), text)
