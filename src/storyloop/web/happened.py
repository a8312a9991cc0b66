"""What happened in the bank, as its history tells it: day by day, each with its way back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone

from storyloop.bank.models import Event, Via

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime

    from storyloop.bank.happenings import Happening
    from storyloop.bank.values import HeldLoop, Version

_WHAT = {
    (Event.ADDED, Via.IMPORT): "Brought in",
    (Event.SAVED, Via.IMPORT): "Brought in anew",
    (Event.ADDED, Via.SAMPLE): "Added",
    Event.ADDED: "Written",
    Event.SAVED: "Saved",
    Event.REMOVED: "Removed",
    Event.BROUGHT_BACK: "Brought back",
    Event.RESTORED: "An older version restored",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo:
    """A form that undoes something, with what it sends."""

    address: str
    fields: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that happened: what, to what, and where to look; `count` alike count as one.

    `changes` leads to what was changed; it is empty where there is nothing to compare.
    """

    at: datetime
    what: str
    name: str
    address: str
    note: str = ""
    changes: str = ""
    undo: Undo | None = None
    is_sample: bool = False
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What happened on a day, the newest first."""

    day: date
    lines: tuple[Line, ...]


def days(happenings: Iterable[Happening]) -> tuple[Day, ...]:
    """Return the days of `happenings`, which come newest first."""
    lines = map(line, happenings)
    return tuple(
        Day(day=day, lines=tuple(_together(found)))
        for day, found in groupby(lines, key=lambda each: timezone.localdate(each.at))
    )


def line(each: Happening) -> Line:
    """Return how one thing is told."""
    if each.version:
        return _of_story(each, each.version)
    if each.loop:
        return _of_loop(each, each.loop)
    if each.asked:
        number = each.asked.number
        way_back = "web:bring-asked-back" if each.is_removal else "web:remove-asked"
        return Line(
            at=each.at,
            what="Question removed" if each.is_removal else "You were asked",
            name=each.asked.question,
            address=reverse("web:questions"),
            note=each.asked.employer,
            undo=Undo(address=reverse(way_back, args=[number])) if each.is_last else None,
        )
    return _of_drill(each)


def _of_story(each: Happening, version: Version) -> Line:
    story = version.story
    what = _WHAT.get((version.event, version.via)) or _WHAT[version.event]
    is_change = version.event in {Event.SAVED, Event.RESTORED}
    before = reverse("web:version", args=[story.id, version.number - 1]) if is_change else ""
    return Line(
        at=each.at,
        what=what,
        name=story.title or story.id,
        address=reverse("web:story", args=[story.id]),
        note="by command" if version.via == Via.COMMAND_LINE else "",
        changes=f"{before}?with={version.number}" if before else "",
        undo=_undo(version) if each.is_last else None,
        is_sample=story.sample,
    )


def _undo(version: Version) -> Undo:
    story, number = version.story.id, version.number
    if version.event == Event.REMOVED:
        return Undo(address=reverse("web:bring-back", args=[story]))
    if version.event in {Event.ADDED, Event.BROUGHT_BACK}:
        return Undo(address=reverse("web:remove", args=[story]))
    fields = (("number", number - 1), ("base", number))
    return Undo(address=reverse("web:restore", args=[story]), fields=fields)


def _of_loop(each: Happening, held: HeldLoop) -> Line:
    what = "Loop planned" if held.revision == 1 else "Loop changed"
    return Line(
        at=each.at,
        what="Loop removed" if each.is_removal else what,
        name=held.loop.employer or held.id,
        address=reverse("web:loop", args=[held.id]),
        undo=Undo(address=reverse("web:bring-back-loop", args=[held.id]))
        if each.is_removal
        else None,
    )


def _of_drill(each: Happening) -> Line:
    right, count = sum(one.right for one in each.drilled), len(each.drilled)
    if each.is_removal:
        return Line(
            at=each.at,
            what="Answers of all drills removed",
            name=f"{count} answer{'s' * (count != 1)}",
            address=reverse("web:progress"),
            undo=Undo(address=reverse("web:bring-drills-back")),
        )
    number = each.drilled[0].round
    return Line(
        at=each.at,
        what="Drilled",
        name=f"Round {number}",
        address=reverse("web:drill-round", args=[number]),
        note=f"{right} of {count} right",
    )


def _together(lines: Iterable[Line]) -> Iterator[Line]:
    """Put what happened to several samples at once into one line."""
    for alike in _alike(lines):
        if len(alike) == 1:
            yield alike[0]
        else:
            address = f"{reverse('web:stories')}?whose=sample"
            yield replace(
                alike[0],
                name="sample stories",
                address=address,
                undo=None,
                changes="",
                count=len(alike),
            )


def _alike(lines: Iterable[Line]) -> Iterator[list[Line]]:
    for (is_sample, _), found in groupby(lines, key=lambda each: (each.is_sample, each.what)):
        if is_sample:
            yield list(found)
        else:
            yield from ([each] for each in found)
