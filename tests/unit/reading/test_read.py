"""What a reading promises, whatever the text, and what it says of texts that are plain cases."""

from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from storyloop.reading import PARTS, Kind, Part, Reading, correction_key, read, read_parts
from storyloop.reading.values import Voice
from tests.unit.reading.test_sentences import FRAGMENTS

OVEN = (
    "Our only oven failed on a Friday night in March, with four hundred loaves promised for the "
    "market. As the shift leader I had to have them baked and loaded by six. I rang the baker in "
    "the next village and asked for two hours of his oven. Buying the loaves in would have been "
    "easier, but we sell them as our own, so I drove the dough over in three trips. All four "
    "hundred were on the stall at ten to six, and we lost no regular customer. Since then I keep "
    "his number on the door."
)


def assert_valid(reading: Reading) -> None:
    """Assert what holds of every reading."""
    text = reading.text
    assert "".join(each.text for each in reading.sentences) == (text if text.strip() else "")
    for sentence in reading.sentences:
        assert text[sentence.start : sentence.end] == sentence.text
        assert sentence.part in PARTS
        assert 0 <= sentence.confidence <= 1
        assert sentence.voice in get_args(Voice)
        inside = [sentence.start, *(n for c in sentence.clauses for n in (c.start, c.end))]
        assert inside == sorted(inside)
        assert inside[-1] <= sentence.end
    spans = [(found.start, found.end) for found in reading.quantities]
    spans += [(found.start, found.end) for found in reading.changes]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(a.end <= b.start for a, b in pairwise(reading.quantities))
    assert set(reading.evidence) <= set(range(len(reading.sentences)))
    assert (reading.kind == "story") == (not reading.evidence) or not reading.sentences
    assert reading.words == len(text.split()) == sum(reading.part_words.values())


@given(st.text() | FRAGMENTS)
@example("")
@example(" \n ")
@example("\0")
@example("\ud800 lone")
def test_any_text_is_read(text: str) -> None:
    assert_valid(read(text))


def test_an_empty_text_has_nothing_in_it() -> None:
    reading = read("")
    assert (reading.sentences, reading.words) == ((), 0)
    assert reading.kind == "other"
    assert set(reading.part_words.values()) == {0}


def test_one_word_is_one_sentence() -> None:
    [sentence] = read("Bakery").sentences
    assert (sentence.start, sentence.end, sentence.text) == (0, 6, "Bakery")


@pytest.mark.parametrize(
    "piece",
    ["I rang the plant and they came. ", "x", "7", ".", "“", "\U0001f3af"],
)
def test_a_megabyte_of_anything_is_read(piece: str) -> None:
    assert_valid(read((piece * (1_000_000 // len(piece)))[:1_000_000]))


@pytest.mark.parametrize("gap", ["\n", " ", "\t", "\u00a0"])
def test_a_megabyte_between_two_words_is_read(gap: str) -> None:
    assert_valid(read(f"I rang.{gap * 1_000_000}They came."))


def test_the_parts_of_a_story_come_one_after_the_other() -> None:
    parts = [sentence.part for sentence in read(OVEN).sentences]
    assert parts[:2] == ["situation", "task"]
    assert parts[2:4] == ["action", "action"]
    assert parts[4] == "result"


def test_who_acts_is_said_of_each_sentence() -> None:
    voices = [sentence.voice for sentence in read(OVEN).sentences]
    assert voices[1:4] == ["I", "I", "I"]


def test_a_change_is_read_with_both_numbers() -> None:
    [change] = read("Complaints fell from 40 to 30, a 50 % drop.").changes
    assert change.before
    assert change.after
    assert (change.before.text, change.after.text, change.follows) == ("40", "30", False)


KINDS: list[tuple[Kind, str]] = [
    ("story", OVEN),
    (
        "story",
        (
            "so last summer right the lift broke with a lady inside and nobody on site had the "
            "key so I went up to the plant room and I rang the engineer and he talked me "
            "through it and we had her out in twenty minutes and she was fine"
        ),
    ),
    (
        "story",
        (
            "- Hospice roof leaking, winter 2021, forty beds below\n"
            "- Asked to find the money in six weeks\n"
            "- Wrote to the nine firms that had given before\n"
            "- Raised £61,000, roof done by March"
        ),
    ),
    (
        "story",
        (
            "In my second term a parent told me that her son was being left out at lunch. I "
            "watched the yard for three days before I said anything. Then I moved two tables "
            "and gave him a job in the kitchen garden with two others. By Easter he had been to "
            "a birthday party."
        ),
    ),
    (
        "pseudo-story",
        (
            "I usually begin by listening to both sides. I always write down what each of them "
            "wants, and then I tend to look for the point where they overlap. Most of the time "
            "people calm down once they feel heard."
        ),
    ),
    (
        "pseudo-story",
        (
            "Whenever a delivery is late I ring the driver first. I never wait for the office. "
            "Often I find that the customer just wants to know, so I tell them straight away."
        ),
    ),
    (
        "pseudo-story",
        (
            "On most shifts something goes wrong with the till, and I generally deal with it "
            "myself. I check the cable, I restart it, and if that does not help I normally ring "
            "the help desk."
        ),
    ),
    (
        "hypothetical",
        (
            "I would speak to the customer first. Then I would look at the figures, and if they "
            "were as bad as that I would probably ask my manager for a second pair of eyes."
        ),
    ),
    (
        "hypothetical",
        (
            "If that happened to me I'd stop the line straight away. I'd tell the supervisor, "
            "and we would find out what had gone wrong before anybody started it again."
        ),
    ),
    (
        "hypothetical",
        (
            "Well, I think I would try to understand why he was late. I'd take him aside, and I "
            "would ask whether there was anything at home. I wouldn't shout."
        ),
    ),
    (
        "other",
        (
            "I am a patient person and a good listener. My greatest strength is that I stay "
            "calm, and I believe that teams matter more than plans."
        ),
    ),
    (
        "other",
        (
            "Thank you for asking. My name is Ines and I have nine years of experience in "
            "logistics. I hold a forklift licence and a degree in geography."
        ),
    ),
    (
        "other",
        (
            "Leadership is about trust. A good leader listens, and people follow those who are "
            "honest with them. That is what I believe in."
        ),
    ),
]


@pytest.mark.parametrize(("kind", "text"), KINDS)
def test_a_plain_case_is_told_from_the_others(kind: Kind, text: str) -> None:
    reading = read(text)
    assert reading.kind == kind
    assert bool(reading.evidence) == (kind != "story")


def test_a_correction_wins() -> None:
    second = read(OVEN).sentences[1]
    corrected = read(OVEN, {correction_key(second.text): "reflection"}).sentences[1]
    assert second.part == "task"
    assert (corrected.part, corrected.confidence) == ("reflection", 1.0)


def test_the_sentences_around_a_correction_follow_it() -> None:
    before = read(OVEN)
    key = correction_key(before.sentences[2].text)
    after = read(OVEN, {key: "situation"})
    around = [(s.part, s.confidence) for s in before.sentences if correction_key(s.text) != key]
    now = [(s.part, s.confidence) for s in after.sentences if correction_key(s.text) != key]
    assert around != now


def test_a_correction_is_kept_under_the_words_however_they_are_spaced() -> None:
    key = correction_key("  I rang\n the   plant. ")
    assert key == "I rang the plant."
    read_again = read("It broke.\n\nI rang\tthe plant.\nThey came.", {key: "result"})
    assert read_again.sentences[1].part == "result"


@given(st.text() | FRAGMENTS, st.dictionaries(st.text(), st.sampled_from(PARTS)), st.data())
def test_corrections_win_in_any_text(
    text: str, given_: dict[str, Part], data: st.DataObject
) -> None:
    keys = [correction_key(sentence.text) for sentence in read(text).sentences]
    if keys:
        given_[data.draw(st.sampled_from(keys))] = data.draw(st.sampled_from(PARTS))
    reading = read(text, given_)
    assert_valid(reading)
    for sentence in reading.sentences:
        assert sentence.part == given_.get(correction_key(sentence.text), sentence.part)


def test_corrections_of_other_texts_change_nothing() -> None:
    assert read(OVEN, {"I was never here.": "result"}) == read(OVEN)


@given(st.lists(st.tuples(st.sampled_from(PARTS), st.text() | FRAGMENTS), max_size=6))
def test_declared_parts_are_kept(texts: list[tuple[Part, str]]) -> None:
    reading = read_parts(texts)
    assert_valid(reading)
    said = [(part, text) for part, text in texts if text.strip()]
    assert reading.text == "\n\n".join(text for _, text in said)
    owners = [part for part, text in said for _ in range(len(read(text).sentences))]
    assert [sentence.part for sentence in reading.sentences] == owners
    assert all(sentence.confidence == 1 for sentence in reading.sentences)


def test_the_same_text_is_read_alike() -> None:
    assert read(OVEN) == read(OVEN)
