"""Words with one slip of the finger become the words that were meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyloop.matching.model import shipped_words
from storyloop.matching.spelling import Speller

WORDS = ("customer", "deadline", "quite", "quiet", "boss")
OTHERS = ("customs", "mistake", "quota")
SPELLER = Speller(WORDS, OTHERS)
# Without an s, which may make a British ending; those are left as they are.
LETTERS = "abcdefghijklmnopqrtuvwxyz"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("custmer", "customer"),
        ("custoomer", "customer"),
        ("cusyomer", "customer"),
        ("cutsomer", "customer"),
        ("Deadlien", "deadline"),
        ("MISTKAE", "mistake"),
    ],
)
def test_a_letter_left_out_doubled_mistaken_or_swapped_is_set_right(typed: str, meant: str) -> None:
    assert SPELLER.mended(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "customer, customs and QUOTA",
        "cstmer deedlyne",
        "bos",
        "boss2, x9, 2023 and £30",
        "zürich 数字 🎯 \ud800",
        "a" * 25,
        "",
    ],
)
def test_words_that_are_known_far_off_short_or_no_words_stay(text: str) -> None:
    assert SPELLER.mended(text) == text


def test_of_two_words_as_near_the_commoner_is_meant() -> None:
    assert Speller(("quite", "quiet"), ()).mended("quit") == "quite"
    assert Speller(("quiet", "quite"), ()).mended("quit") == "quiet"
    assert Speller(("quiet",), ("quilt", "quite")).mended("quit") == "quiet"


def test_the_rest_of_the_text_is_left_as_it_was() -> None:
    assert SPELLER.mended("  My custmer's “deadlnie”,\n(naïve)…") == (
        "  My customer's “deadline”,\n(naïve)…"
    )


@given(st.sampled_from(WORDS + OTHERS), st.data())
def test_whatever_the_slip_the_word_becomes_a_known_one(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(word) - 2))
    letter = data.draw(st.sampled_from(LETTERS))
    slips = {
        "left out": word[:place] + word[place + 1 :],
        "put in": word[:place] + letter + word[place:],
        "mistaken": word[:place] + letter + word[place + 1 :],
        "swapped": word[:place] + word[place + 1] + word[place] + word[place + 2 :],
    }
    for typed in slips.values():
        if len(typed) >= 4:
            mended = SPELLER.mended(typed)
            assert mended in WORDS + OTHERS
            assert abs(len(mended) - len(typed)) <= 1


@given(st.text(max_size=200))
def test_mending_twice_is_mending_once(text: str) -> None:
    once = SPELLER.mended(text)
    assert SPELLER.mended(once) == once


def test_the_shipped_words_are_each_there_once_and_spelt_as_people_spell() -> None:
    seen, others = shipped_words()
    assert len({*seen, *others}) == len(seen) + len(others)
    speller = Speller(seen, others)
    assert speller.mended("Tell me abuot a mistkae your cusotmer notcied at the wekeend") == (
        "Tell me about a mistake your customer noticed at the weekend"
    )
    for right in ("colleague", "neighbour", "behaviour", "behavior", "programme", "rota"):
        assert speller.mended(right) == right
