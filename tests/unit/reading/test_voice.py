"""Who acts in a sentence: I, we, they, nobody, or a passive that does not say."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from storyloop.reading.values import Clause, Voice
from storyloop.reading.voice import clauses, main_voice

GOLD = Path(__file__).with_name("voice_gold.txt")


def voice(sentence: str) -> Voice:
    """Return who acts in a sentence."""
    return main_voice(clauses(sentence, 0, len(sentence)))


def read(sentence: str) -> list[tuple[str, Voice]]:
    """Return the clauses of a sentence as text, each with who acts."""
    return [
        (sentence[clause.start : clause.end].strip(), clause.voice)
        for clause in clauses(sentence, 0, len(sentence))
    ]


def gold(section: str) -> list[tuple[str, str]]:
    """Return the labelled sentences of one half of the gold file."""
    _, _, after = GOLD.read_text(encoding="utf-8").partition(f"[{section}]\n")
    lines = after.partition("\n[")[0].splitlines()
    return [(label, text) for label, bar, text in (line.partition("| ") for line in lines) if bar]


def test_each_clause_has_its_own_actor() -> None:
    assert read("When the pump failed, I rang the plant and they sent a van.") == [
        ("When the pump failed,", "nobody"),
        ("I rang the plant", "I"),
        ("and they sent a van.", "they"),
    ]


def test_a_verb_without_a_subject_takes_the_one_before() -> None:
    assert read("The supplier promised a new date and missed it.") == [
        ("The supplier promised a new date", "they"),
        ("and missed it.", "they"),
    ]


def test_in_notes_i_act() -> None:
    assert read("Rang the client, agreed a date") == [
        ("Rang the client,", "I"),
        ("agreed a date", "I"),
    ]


def test_a_clause_within_the_subject_does_not_take_over() -> None:
    assert read("My father, who built the shed, never measured anything.") == [
        ("My father,", "they"),
        ("who built the shed, never", "they"),
        ("measured anything.", "they"),
    ]
    assert voice("The manager that I had warned resigned.") == "they"


def test_a_frame_is_no_main_clause() -> None:
    assert voice("I think the team was right.") == "they"
    assert voice("The thing is we had no key.") == "we"
    assert voice("It turned out the supplier had lied.") == "they"


def test_of_joined_main_clauses_mine_counts_most() -> None:
    assert voice("They refused, so we waited, and in the end I rang the mayor.") == "I"
    assert voice("They refused, so we waited.") == "we"
    assert voice("The door was locked and they left.") == "they"
    assert voice("It was dark and the door had been locked.") == "passive"


def test_a_passive_with_its_agent_is_none() -> None:
    assert voice("The plan was written in a day.") == "passive"
    assert voice("The plan was written by me.") == "I"
    assert voice("The plan was written by our lawyer.") == "they"
    assert voice("The plan was deleted by mistake.") == "passive"


def test_a_state_is_no_passive() -> None:
    assert voice("I was worried.") == "I"
    assert voice("I was asked to wait.") == "passive"


@pytest.mark.parametrize(
    "sentence",
    [
        "“I hate this,” she said.",
        '"I hate this," she said.',
        "«I hate this», she said.",
        "'I hate this,' said the cook.",
        'I hate this," she said.',
        'She said, "I hate this',
    ],
)
def test_quoted_speech_does_not_decide(sentence: str) -> None:
    assert voice(sentence) == "they"


def test_a_part_of_a_text_is_read_alone() -> None:
    text = "They left. I stayed."
    assert clauses(text, 11, 20) == (Clause(start=11, end=20, voice="I", main=True),)
    assert clauses(text, 5, 5) == ()
    assert main_voice(()) == "nobody"


@pytest.mark.parametrize(("section", "at_least"), [("tuning", 0.98), ("held back", 0.95)])
def test_the_labelled_sentences(
    section: str, at_least: float, capsys: pytest.CaptureFixture[str]
) -> None:
    sentences = gold(section)
    missed = [(label, text) for label, text in sentences if voice(text) != label]
    share = 1 - len(missed) / len(sentences)
    with capsys.disabled():
        print(f"\nvoice, {section}: {share:.3f} of {len(sentences)}")  # noqa: T201
    assert share >= at_least, missed


WORDS = (
    "I we she the manager report that which who when and but so , ; : - ( ) \" ' “ ” was been had "
    "got sent went call calls not to by of one all nothing everything said think me us it's i'm "
    "thats Ines 12 1. ? … \n after like before neither our team been been being"
)


@given(st.lists(st.sampled_from(WORDS.split(" "))).map(" ".join) | st.text())
@example("It's ;")
@example("who who who")
@example("I and I and")
def test_clauses_partition_any_text(text: str) -> None:
    found = clauses(text, 0, len(text))
    assert [clause.start for clause in found[:1]] == [0][: len(text)]
    assert [clause.end for clause in found[-1:]] == [len(text)][: len(text)]
    assert all(before.end == after.start for before, after in pairwise(found))
    assert all(clause.start < clause.end for clause in found)


@given(st.text(), st.text(), st.text())
def test_what_stands_around_a_sentence_is_not_read(before: str, text: str, after: str) -> None:
    start, end = len(before) + 1, len(before) + 1 + len(text)
    alone = [(c.start, c.end, c.voice) for c in clauses(text, 0, len(text))]
    within = clauses(f"{before}\n{text}\n{after}", start, end)
    assert [(c.start - start, c.end - start, c.voice) for c in within] == alone
