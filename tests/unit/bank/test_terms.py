"""The words of a search: in whatever case, accent and form they come."""

from itertools import pairwise

import pytest
from hypothesis import given

from storyloop.bank.terms import folded, marked, terms, words
from tests.strategies import texts


def test_case_accents_and_signs_do_not_count() -> None:
    assert words("Ünïcode at the CAFÉ: 0.6 %, snake_case, x²!") == (
        "unicode at the cafe 0 6 snake case x2"
    )


@given(text=texts)
def test_every_character_stays_in_its_place(text: str) -> None:
    assert len(folded(text)) == len(text)


@given(text=texts)
def test_words_are_their_own_words(text: str) -> None:
    assert words(words(text)) == words(text)


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("customers", "customer"),
        ("story", "stories"),
        ("stories", "story"),
        ("companies", "company"),
        ("crashes", "crash"),
        ("losses", "loss"),
        ("cases", "case"),
        ("decided", "deciding"),
        ("decide", "deciding"),
        ("deciding", "decide"),
        ("used", "use"),
        ("stopped", "stop"),
        ("planning", "plans"),
        ("telling", "tell"),
        ("making", "make"),
        ("communicati", "communication"),
        ("café", "CAFE"),
    ],
)
def test_a_word_is_found_in_its_other_forms(asked: str, written: str) -> None:
    (term,) = terms(asked)
    assert words(written).startswith(term)


@pytest.mark.parametrize(
    ("asked", "written"),
    [("stores", "story"), ("need", "ne"), ("king", "keep"), ("bus", "buffer"), ("loss", "los")],
)
def test_but_not_in_another_word(asked: str, written: str) -> None:
    (term,) = terms(asked)
    assert not words(written).startswith(term)


def test_every_beginning_of_a_word_finds_it() -> None:
    word = "communication"
    for _, beginning in pairwise(word[:end] for end in range(1, len(word) + 1)):
        (term,) = terms(beginning)
        assert word.startswith(term)


@given(query=texts)
def test_a_query_of_any_characters_asks_for_letters_and_digits(query: str) -> None:
    found = terms(query)
    assert len(found) <= 12
    assert all(form.isalnum() and len(form) <= 43 for term in found for form in term)


def test_what_is_marked_is_the_whole_word() -> None:
    found = marked("custom roll").finditer("customers rolled out a custom scroll")
    assert [each[0] for each in found] == ["customers", "rolled", "custom"]


def test_a_single_letter_marks_nothing() -> None:
    assert [each[0] for each in marked("train t").finditer("the train to town")] == ["train"]
    assert marked("?!").search("anything") is None
