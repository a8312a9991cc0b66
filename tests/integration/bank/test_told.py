"""When each story was last told, from the interviews and the loops that are noted."""

from datetime import date

import pytest
from django.utils import timezone

from storyloop.bank import practice, queries, services
from storyloop.bank.told import last_told
from storyloop.bank.values import Asked, Heard
from storyloop.planning import Loop, Round

pytestmark = [pytest.mark.database, pytest.mark.django_db]

MAY, JUNE = date(2026, 5, 4), date(2026, 6, 8)
LOOP = Loop(rounds=(Round(), Round()), employer="Larch", date=JUNE)


def told() -> dict[str, date]:
    return last_told(queries.loops())


def test_nothing_is_told_before_anything_is_noted() -> None:
    services.add_loop("larch", LOOP)
    practice.keep_asked(Asked(question="Who disagreed?"))
    assert told() == {}


def test_a_question_that_was_asked_counts_on_its_day_or_when_it_was_noted() -> None:
    practice.keep_asked(Asked(question="Who disagreed?", story="late-train", on=MAY))
    practice.keep_asked(Asked(question="What broke?", story="crates"))
    assert told() == {"late-train": MAY, "crates": timezone.localdate()}


def test_the_day_of_a_loop_counts_and_the_latest_day_wins() -> None:
    practice.keep_asked(Asked(question="Who disagreed?", story="late-train", on=MAY))
    services.add_loop("larch", LOOP)
    day = ((Heard(round=0, told=("late-train",)),), (Heard(round=1, told=()),))
    services.save_loop("larch", LOOP, day=day, base=1)
    assert told() == {"late-train": JUNE}
    practice.keep_asked(Asked(question="And then?", story="late-train", on=MAY))
    assert told() == {"late-train": JUNE}
