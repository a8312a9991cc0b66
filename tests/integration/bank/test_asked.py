"""Questions that somebody was asked, what they say these tested, and the answers of drills."""

import sqlite3
import sys
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from subprocess import run

import pytest

from storyloop.bank import practice, queries
from storyloop.bank.errors import AnsweredAlready
from storyloop.bank.values import Asked, Drilled
from storyloop.matching.intent import Deciding, Intent, Likelihood
from tests.conftest import Run

pytestmark = [pytest.mark.database, pytest.mark.django_db]

LEFT = Asked(
    question="Why did  you leave\nwithout asking?",
    employer=" Acme  Ltd ",
    on=date(2026, 5, 3),
    story="late-train",
    principle="ownership",
)
ANSWER = Drilled(
    round=1,
    place=1,
    question="Why did you leave?",
    principles=("ownership", "bias-for-action"),
    named="bias-for-action",
    story="late-train",
    best=("other-train",),
    seconds=7,
)


def read(question: str, *asks: Intent) -> Intent:
    """Return an intent as the model reads it."""
    return Intent(
        question=question,
        behavioural=0.2,
        principles=(
            Likelihood(id="bias-for-action", probability=0.7),
            Likelihood(id="ownership", probability=0.3),
        ),
        situations=(),
        words=(Deciding(start=0, end=3, weight=1.0),),
        asks=asks,
    )


def said(intent: Intent) -> dict[str, float]:
    """Return the probabilities, by principle."""
    return {each.id: each.probability for each in intent.principles}


def test_what_was_asked_is_kept_the_last_first_and_tidy() -> None:
    first = practice.keep_asked(LEFT)
    second = practice.keep_asked(Asked(question="And then?"))
    assert queries.asked() == [second, first]
    assert (first.question, first.employer) == ("Why did you leave without asking?", "Acme Ltd")
    assert (first.on, first.story, first.principle) == (date(2026, 5, 3), "late-train", "ownership")
    assert second == Asked(question="And then?", number=second.number, kept_at=second.kept_at)
    assert second.kept_at is not None


def test_a_question_is_removed_once() -> None:
    kept = practice.keep_asked(LEFT)
    assert practice.remove_asked(kept.number)
    assert not practice.remove_asked(kept.number)
    assert queries.asked() == []


def test_a_correction_wins_over_what_is_read() -> None:
    practice.keep_asked(LEFT)
    known = queries.corrected(read("WHY did you   leave without asking? "))
    assert said(known) == {"ownership": 1.0, "bias-for-action": 0.0}
    assert known.principle == "ownership"
    assert known.is_behavioural
    assert known.words == ()


def test_another_question_is_left_as_it_is_read() -> None:
    practice.keep_asked(LEFT)
    intent = read("Why did you stay?")
    assert queries.corrected(intent) == intent


def test_the_last_correction_wins_and_keeping_without_one_changes_nothing() -> None:
    practice.keep_asked(LEFT)
    practice.keep_asked(replace(LEFT, principle="bias-for-action"))
    practice.keep_asked(replace(LEFT, principle=""))
    known = queries.corrected(read(LEFT.question))
    assert said(known) == {"bias-for-action": 1.0, "ownership": 0.0}


def test_each_of_several_questions_is_corrected_by_itself() -> None:
    practice.keep_asked(LEFT)
    known = queries.corrected(read("Both.", read("Why did you stay?"), read(LEFT.question)))
    assert [each.principle for each in known.asks] == ["bias-for-action", "ownership"]
    assert known.principle == "bias-for-action"


def test_an_answer_is_right_if_the_question_tests_what_was_named() -> None:
    kept = practice.keep_drilled(ANSWER)
    assert queries.drilled() == [kept]
    assert kept == replace(ANSWER, at=kept.at)
    assert (kept.right, kept.story_right) == (True, False)
    assert not replace(ANSWER, named="").right
    assert replace(ANSWER, best=("late-train",)).story_right
    assert replace(ANSWER, story="").story_right is None
    assert replace(ANSWER, best=()).story_right is None


def test_a_place_is_answered_once() -> None:
    practice.keep_drilled(ANSWER)
    with pytest.raises(AnsweredAlready, match="Question 1 of round 1 is answered already"):
        practice.keep_drilled(replace(ANSWER, named="ownership"))
    practice.keep_drilled(replace(ANSWER, place=2))
    assert [each.place for each in queries.drilled()] == [1, 2]


def test_drills_can_be_forgotten() -> None:
    practice.keep_drilled(ANSWER)
    practice.keep_asked(LEFT)
    assert practice.forget_drills() == 1
    assert queries.drilled() == []
    assert len(queries.asked()) == 1


KEEP = """
from pathlib import Path
from storyloop.bank.opening import open_bank

open_bank()
from storyloop.bank import practice
from storyloop.bank.values import Asked, Drilled

practice.keep_asked(Asked(question="Why?", employer="Acme"))
practice.keep_drilled(Drilled(round=1, place=1, question="Why?", principles=("ownership",)))
"""
BACK = """
from storyloop.bank.opening import open_bank

open_bank()
from django.core.management import call_command

call_command("migrate", "bank", "0001", verbosity=0)
"""


def call(script: str, environment: dict[str, str]) -> None:
    """Run a script on the bank."""
    run([sys.executable, "-c", script], env=environment, check=True)  # noqa: S603 - our own


def rows(file: Path, table: str) -> int:
    """Return how many rows a table of a copy has."""
    with closing(sqlite3.connect(file)) as copy:
        (count,) = copy.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 - ours
    return int(count)


def test_a_copy_holds_what_was_asked_and_drilled(
    storyloop: Run, environment: dict[str, str], bank_folder: Path
) -> None:
    call(KEEP, environment)
    assert storyloop("backup").returncode == 0
    (copy,) = (bank_folder / "backups").iterdir()
    assert (rows(copy, "bank_asked"), rows(copy, "bank_drilled")) == (1, 1)


def test_a_bank_without_these_tables_gets_them_after_a_copy(
    storyloop: Run, environment: dict[str, str], bank_folder: Path
) -> None:
    before = storyloop("list").stdout
    call(BACK, environment)
    assert storyloop("list").stdout == before
    (copy,) = (bank_folder / "backups").iterdir()
    assert copy.name.endswith("-before-0002_asked_and_drilled.sqlite3")
    assert rows(bank_folder / "storyloop.sqlite3", "bank_asked") == 0
