"""The names that a writer marked as private, where they stand in the story's text."""

import pytest

from storyloop.critique.draft import Draft
from storyloop.critique.rules.private_term import RULE
from storyloop.reading import Reading
from storyloop.story import Story

TERMS = ("Marrow & Finch", "Oleana", "Bryn-9")


def found(text: str, terms: tuple[str, ...] = TERMS) -> list[str]:
    reading = Reading(
        text=text, words=len(text.split()), sentences=(), quantities=(), changes=(), kind="story"
    )
    draft = Draft(reading=reading, story=Story(id="grain", private_terms=terms))
    return [text[hit.start : hit.end] for hit in RULE.find(draft)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("I told Marrow & Finch that the grain was damp.", ["Marrow & Finch"]),
        ("Oleana opened the hatch.", ["Oleana"]),
        ("We stopped the dryer at OLEANA's word.", ["OLEANA"]),
        ("The contract with Marrow\n& Finch ran out.", ["Marrow\n& Finch"]),
        ("It was for (Bryn-9), so I asked.", ["Bryn-9"]),
        ("Oleana rang Marrow & Finch, and Oleana waited.", ["Oleana", "Marrow & Finch"]),
        ("marrow  &  finch paid.", ["marrow  &  finch"]),
        ("The end was Oleana", ["Oleana"]),
    ],
)
def test_each_private_name_is_pointed_out_once(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "I told the bakery that the grain was damp.",
        "The marrow was soft and the finch sang.",
        "Marrow and Finch are two villages.",
        "Oleanas is another name.",
        "We passed Bryn-90 at noon.",
        "Ole Ana rang.",
        "",
        "M & F",
    ],
)
def test_other_words_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_the_longer_of_two_names_is_found_whole() -> None:
    assert found("Marrow & Finch Mills paid.", ("Marrow & Finch", "Marrow & Finch Mills")) == [
        "Marrow & Finch Mills"
    ]


def test_without_a_story_nothing_is_private() -> None:
    reading = Reading(text="Oleana", words=1, sentences=(), quantities=(), changes=(), kind="story")

    assert list(RULE.find(Draft(reading=reading))) == []


def test_it_costs_nothing() -> None:
    assert (RULE.severity, RULE.cost, RULE.most) == ("advice", 0, 0)
