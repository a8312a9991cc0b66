"""All that happened in the bank, the newest first, page by page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import F, Max, Min, Value

from storyloop.bank import models, queries

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime
    from typing import Any

    from django.db.models import QuerySet

    from storyloop.bank.values import Asked, Drilled, HeldLoop, Version

PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One thing that happened: a version of a story or of a loop, or something of one's practice.

    Just one of `version`, `loop`, `asked` and `drilled` is there, the last with all answers of a
    round, or with those that were removed at once. `is_removal` tells that a loop, a question or
    answers were removed; `is_last` whether nothing came after it that an undo would undo as well.
    """

    at: datetime
    version: Version | None = None
    loop: HeldLoop | None = None
    asked: Asked | None = None
    drilled: tuple[Drilled, ...] = ()
    is_removal: bool = False
    is_last: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of what happened; pages count from 1."""

    happenings: tuple[Happening, ...]
    total: int
    number: int
    last: int


def happenings(number: int = 1) -> Page:
    """Return a page of what happened; one beyond the last is the last."""
    every = _every()
    total = every.count()
    last = max(-(-total // PAGE), 1)
    number = min(max(number, 1), last)
    ordered = every.order_by("-when", "kind", "-key")[(number - 1) * PAGE : number * PAGE]
    rows: list[tuple[datetime, str, int]] = list(ordered)
    found = {
        kind: _READERS[kind]([key for _, each, key in rows if each == kind])
        for kind in {kind for _, kind, _ in rows}
    }
    return Page(
        happenings=tuple(found[kind][key] for _, kind, key in rows if key in found[kind]),
        total=total,
        number=number,
        last=last,
    )


def _every() -> QuerySet[Any, Any]:
    """Return all that happened: when, of which kind, and the number by which it is found."""
    drilled = models.Drilled.objects
    kinds: list[QuerySet[Any, Any]] = [
        _all_of(models.Revision.objects.all(), "saved_at", "story"),
        _all_of(models.LoopRevision.objects.all(), "saved_at", "loop"),
        _all_of(models.LoopRecord.objects.exclude(removed_at=None), "removed_at", "loop removed"),
        _all_of(models.Asked.objects.all(), "kept_at", "asked"),
        _all_of(models.Asked.objects.exclude(removed_at=None), "removed_at", "question removed"),
        drilled.filter(removed_at=None)
        .values("round")
        .annotate(when=Max("at"), kind=Value("drill"), key=F("round"))
        .values_list("when", "kind", "key"),
        drilled.exclude(removed_at=None)
        .values("removed_at")
        .annotate(when=F("removed_at"), kind=Value("drills removed"), key=Min("pk"))
        .values_list("when", "kind", "key"),
    ]
    first, *others = kinds
    return first.union(*others, all=True)


def _all_of(rows: QuerySet[Any], when: str, kind: str) -> QuerySet[Any, Any]:
    named = rows.annotate(when=F(when), kind=Value(kind), key=F("pk"))
    found: QuerySet[Any, Any] = named.values_list("when", "kind", "key")
    return found


def _stories(keys: Sequence[int]) -> dict[int, Happening]:
    rows = models.Revision.objects.filter(pk__in=keys).select_related("record")
    return {
        row.pk: Happening(
            at=row.saved_at,
            version=queries.as_version(row),
            is_last=row.number == row.record.revision,
        )
        for row in rows
    }


def _loops(keys: Sequence[int]) -> dict[int, Happening]:
    rows = models.LoopRevision.objects.filter(pk__in=keys).select_related("record")
    return {row.pk: Happening(at=row.saved_at, loop=queries.as_held_loop(row)) for row in rows}


def _removed_loops(keys: Sequence[int]) -> dict[int, Happening]:
    rows = models.LoopRevision.objects.filter(record__in=keys, number=F("record__revision"))
    return {
        row.record_id: Happening(
            at=row.record.removed_at,
            loop=queries.as_held_loop(row),
            is_removal=True,
            is_last=True,
        )
        for row in rows.select_related("record")
        if row.record.removed_at
    }


def _asked(keys: Sequence[int]) -> dict[int, Happening]:
    return {
        row.pk: Happening(
            at=row.kept_at, asked=queries.as_asked(row), is_last=row.removed_at is None
        )
        for row in models.Asked.objects.filter(pk__in=keys)
    }


def _removed_questions(keys: Sequence[int]) -> dict[int, Happening]:
    return {
        row.pk: Happening(
            at=row.removed_at, asked=queries.as_asked(row), is_removal=True, is_last=True
        )
        for row in models.Asked.objects.filter(pk__in=keys)
        if row.removed_at
    }


def _drills(keys: Sequence[int]) -> dict[int, Happening]:
    found: dict[int, list[Drilled]] = {}
    for row in models.Drilled.objects.filter(round__in=keys, removed_at=None).order_by("pk"):
        found.setdefault(row.round, []).append(queries.as_drilled(row))
    return {
        number: Happening(at=max(each.at for each in answers if each.at), drilled=tuple(answers))
        for number, answers in found.items()
    }


def _removed_drills(keys: Sequence[int]) -> dict[int, Happening]:
    """Return all answers that were removed; they are removed, and come back, at once."""
    rows = list(models.Drilled.objects.exclude(removed_at=None).order_by("pk"))
    return {
        key: Happening(
            at=rows[0].removed_at,
            drilled=tuple(map(queries.as_drilled, rows)),
            is_removal=True,
            is_last=True,
        )
        for key in keys
        if rows and rows[0].removed_at
    }


_READERS: Mapping[str, Callable[[Sequence[int]], Mapping[int, Happening]]] = {
    "story": _stories,
    "loop": _loops,
    "loop removed": _removed_loops,
    "asked": _asked,
    "question removed": _removed_questions,
    "drill": _drills,
    "drills removed": _removed_drills,
}
