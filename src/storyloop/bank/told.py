"""When each story was last told: in an interview that was noted, or on the day of a loop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from storyloop.bank import models

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from storyloop.bank.values import HeldLoop


def last_told(loops: Iterable[HeldLoop]) -> dict[str, date]:
    """Return the last day on which each story was told, by its id.

    A question that was asked on a day unknown counts for the day on which it was noted.
    """
    found: dict[str, date] = {}
    for story, day in (*_asked(), *_on_the_day(loops)):
        found[story] = max(day, found.get(story, day))
    return found


def _asked() -> Iterator[tuple[str, date]]:
    rows = (
        models.Asked.objects.filter(removed_at=None)
        .exclude(story="")
        .values_list("story", "on", "kept_at")
    )
    for story, on, kept_at in rows:
        yield story, on or timezone.localdate(kept_at)


def _on_the_day(loops: Iterable[HeldLoop]) -> Iterator[tuple[str, date]]:
    for held in loops:
        day = held.loop.date or timezone.localdate(held.saved_at)
        for step in held.day:
            for heard in step:
                for story in heard.told or ():
                    yield story, day
