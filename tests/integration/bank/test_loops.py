"""Loops as the bank keeps them, with their versions, and how ready one was day by day."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from storyloop import guide
from storyloop.bank import models, queries, services
from storyloop.bank.errors import IdTaken, NoSuchLoop, StaleLoop
from storyloop.bank.loop_json import from_json, to_json
from storyloop.bank.values import Heard, Snapshot
from storyloop.planning import Ban, Loop, Pin, Round
from storyloop.planning.loop import of_template
from tests.integration.bank.test_asked import call, rows

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

pytestmark = [pytest.mark.database, pytest.mark.django_db]

LOOP = Loop(
    employer="Larch & Lantern",
    date=date(2026, 12, 4),
    role="PM “North”",
    most_tellings=2,
    rounds=(
        Round(interviewer="Mei Tan", principles=("ownership",), told=("late-train",)),
        Round(kind="peer", minutes=60, questions=("Why?\tReally?",), guessed=False),
    ),
    pins=(Pin(round=0, asks="ownership", story="a"),),
    bans=(Ban(story="b"), Ban(story="c", round=1)),
)
DAY = ((Heard(round=0, told=("a",), came_up=("frugality",)),), (Heard(round=1),))
SNAPSHOT = Snapshot(stories=7, ready=0.5, low=0.49, high=0.51, answered=0.8)


@pytest.mark.parametrize("loop", [LOOP, *map(of_template, guide.loops())])
def test_what_is_kept_of_a_loop_is_read_back_alike(loop: Loop) -> None:
    kept = from_json(to_json(loop, DAY))
    assert (kept.loop, kept.day) == (loop, DAY)


def test_a_loop_is_added_once_and_read_back() -> None:
    held = services.add_loop("larch", LOOP)
    assert (held.id, held.loop, held.day, held.revision) == ("larch", LOOP, (), 1)
    assert queries.held_loop("larch") == held
    assert queries.loops() == [held]
    with pytest.raises(IdTaken, match="'larch' is taken"):
        services.add_loop("larch", LOOP)


def test_a_save_adds_a_version_and_one_that_changes_nothing_does_not() -> None:
    services.add_loop("larch", LOOP)
    saved = services.save_loop("larch", LOOP, day=DAY, base=1)
    assert (saved.revision, saved.day) == (2, DAY)
    assert services.save_loop("larch", LOOP, day=DAY, base=2) == saved
    assert [row.number for row in models.LoopRevision.objects.order_by("number")] == [1, 2]


def test_a_save_that_began_before_another_is_refused() -> None:
    services.add_loop("larch", LOOP)
    other = services.save_loop("larch", replace(LOOP, role="Other"), day=(), base=1)
    with pytest.raises(StaleLoop, match="saved elsewhere since you began") as stale:
        services.save_loop("larch", replace(LOOP, role="Mine"), day=(), base=1)
    assert stale.value.current == other
    assert stale.value.status == 409
    assert queries.held_loop("larch").loop.role == "Other"


def test_a_loop_that_is_not_there_is_said_so() -> None:
    for do in (queries.held_loop, services.remove_loop, services.bring_back_loop):
        with pytest.raises(NoSuchLoop, match="There is no loop 'larch'"):
            do("larch")
    with pytest.raises(NoSuchLoop):
        services.save_loop("larch", LOOP, day=(), base=1)


def test_a_removed_loop_is_kept_and_comes_back() -> None:
    services.add_loop("larch", LOOP)
    services.remove_loop("larch")
    first = queries.held_loop("larch").removed_at
    services.remove_loop("larch")
    assert first == queries.held_loop("larch").removed_at is not None
    with pytest.raises(IdTaken):
        services.add_loop("larch", LOOP)
    services.bring_back_loop("larch")
    assert queries.held_loop("larch").removed_at is None
    services.remove_loop("larch")
    assert services.save_loop("larch", LOOP, day=(), base=1).removed_at is None


def test_loops_come_by_date_the_latest_first_and_undated_before() -> None:
    for name, day in (("a", date(2026, 5, 1)), ("b", None), ("c", date(2026, 6, 1))):
        services.add_loop(name, replace(LOOP, date=day))
    assert [held.id for held in queries.loops()] == ["b", "c", "a"]


def test_of_one_day_only_the_last_readiness_is_kept() -> None:
    services.keep_snapshot(SNAPSHOT)
    services.keep_snapshot(replace(SNAPSHOT, ready=0.6))
    (kept,) = queries.snapshots()
    assert kept == replace(SNAPSHOT, ready=0.6, taken_at=kept.taken_at)
    yesterday = timezone.localdate() - timedelta(days=1)
    models.ReadinessSnapshot.objects.update(on=yesterday)
    services.keep_snapshot(SNAPSHOT)
    assert [each.ready for each in queries.snapshots()] == [0.6, 0.5]


KEEP = """
from storyloop.bank.opening import open_bank

open_bank()
from storyloop.bank import services
from storyloop.bank.values import Snapshot
from storyloop.planning import Loop, Round

services.add_loop("larch", Loop(rounds=(Round(),)))
services.keep_snapshot(Snapshot(stories=7, ready=0.5, low=0.4, high=0.6, answered=0.8))
"""
BACK = """
from storyloop.bank.opening import open_bank

open_bank()
from django.core.management import call_command

call_command("migrate", "bank", "0002", verbosity=0)
"""


def test_a_copy_holds_loops_and_readiness(
    storyloop: Run, environment: dict[str, str], bank_folder: Path
) -> None:
    call(KEEP, environment)
    assert storyloop("backup").returncode == 0
    (copy,) = (bank_folder / "backups").iterdir()
    tables = ("bank_looprecord", "bank_looprevision", "bank_readinesssnapshot")
    assert [rows(copy, table) for table in tables] == [1, 1, 1]


def test_a_bank_without_these_tables_gets_them_after_a_copy(
    storyloop: Run, environment: dict[str, str], bank_folder: Path
) -> None:
    before = storyloop("list").stdout
    call(BACK, environment)
    assert storyloop("list").stdout == before
    (copy,) = (bank_folder / "backups").iterdir()
    assert "0003_loops_and_readiness" in copy.name
    with closing(sqlite3.connect(bank_folder / "storyloop.sqlite3")) as bank:
        assert bank.execute("SELECT count(*) FROM bank_looprecord").fetchone() == (0,)
