"""What the bank holds: reads only."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import F

from storyloop.bank import models
from storyloop.bank.errors import NoSuchLoop, NoSuchRevision, NoSuchStory
from storyloop.bank.loop_json import from_json as read_loop
from storyloop.bank.values import (
    Asked,
    Drilled,
    Held,
    HeldLoop,
    Snapshot,
    Version,
    same_words,
)
from storyloop.story import from_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.db.models import QuerySet

    from storyloop.matching.intent import Intent


def stories() -> list[Held]:
    """Return the stories that are not removed, by title."""
    return _by_title(_current().filter(record__removed_at=None))


def removed() -> list[Held]:
    """Return the removed stories, by title."""
    return _by_title(_current().exclude(record__removed_at=None))


def some(records: Sequence[int]) -> list[Held]:
    """Return the current versions of these records, in this order."""
    found = {
        revision.record_id: as_held(revision) for revision in _current().filter(record__in=records)
    }
    return [found[each] for each in records]


def held(story_id: str) -> Held:
    """Return one story, removed or not; raise NoSuchStory."""
    revision = _current().filter(record__slug=story_id).first()
    if revision is None:
        raise NoSuchStory(story_id)
    return as_held(revision)


def history(story_id: str) -> list[Version]:
    """Return all versions of a story, the newest first; raise NoSuchStory."""
    revisions = models.Revision.objects.filter(record__slug=story_id).order_by("-number")
    found = [as_version(revision) for revision in revisions]
    if not found:
        raise NoSuchStory(story_id)
    return found


def histories() -> dict[str, list[Version]]:
    """Return all versions of every story, removed or not, by its id, the oldest first."""
    found: dict[str, list[Version]] = {}
    rows = models.Revision.objects.select_related("record").order_by("record__slug", "number")
    for revision in rows.iterator():
        found.setdefault(revision.record.slug, []).append(as_version(revision))
    return found


def version(story_id: str, number: int) -> Version:
    """Return one version of a story; raise NoSuchStory or NoSuchRevision."""
    revision = models.Revision.objects.filter(record__slug=story_id, number=number).first()
    if revision is None:
        held(story_id)
        raise NoSuchRevision(story_id, number)
    return as_version(revision)


def taken_ids() -> frozenset[str]:
    """Return every id in use, those of removed stories included."""
    return frozenset(models.Record.objects.values_list("slug", flat=True))


def asked() -> list[Asked]:
    """Return the questions that interviewers asked, those kept last first."""
    return [as_asked(row) for row in models.Asked.objects.filter(removed_at=None).order_by("-pk")]


def corrected(intent: Intent) -> Intent:
    """Return `intent` as its user has corrected it, by the last word on the same question.

    What they say that it tested is certain then, and nothing else is tested.
    """
    intents = (intent, *intent.asks)
    rows = models.Asked.objects.filter(
        removed_at=None, words__in={same_words(each.question) for each in intents}
    )
    known = dict(rows.exclude(principle="").order_by("pk").values_list("words", "principle"))
    return replace(
        _as_said(intent, known), asks=tuple(_as_said(each, known) for each in intent.asks)
    )


def drilled(most: int | None = None) -> list[Drilled]:
    """Return all answers in drills, or the last ones, in the order in which they were given."""
    rows = models.Drilled.objects.filter(removed_at=None).order_by("-pk")[:most]
    return [as_drilled(row) for row in rows][::-1]


def loops() -> list[HeldLoop]:
    """Return the loops, removed or not, the latest date first and those without one before."""
    found = [as_held_loop(each) for each in _current_loops()]
    return sorted(found, key=lambda each: (each.loop.date or date.max, each.id), reverse=True)


def held_loop(loop_id: str) -> HeldLoop:
    """Return one loop, removed or not; raise NoSuchLoop."""
    revision = _current_loops().filter(record__slug=loop_id).first()
    if revision is None:
        raise NoSuchLoop(loop_id)
    return as_held_loop(revision)


def snapshots() -> list[Snapshot]:
    """Return how ready the stories were, day by day, the first day first."""
    return [as_snapshot(row) for row in models.ReadinessSnapshot.objects.order_by("on")]


def as_held(revision: models.Revision) -> Held:
    """Return the value of a revision that is its record's current one."""
    return Held(
        story=from_json(revision.content),
        revision=revision.number,
        saved_at=revision.saved_at,
        removed_at=revision.record.removed_at,
    )


def as_asked(row: models.Asked) -> Asked:
    """Return the value of a question that was asked."""
    return Asked(
        question=row.question,
        employer=row.employer,
        on=row.on,
        story=row.story,
        principle=row.principle,
        number=row.pk,
        kept_at=row.kept_at,
    )


def as_drilled(row: models.Drilled) -> Drilled:
    """Return the value of an answer in a drill."""
    return Drilled(
        round=row.round,
        place=row.place,
        question=row.question,
        principles=tuple(row.principles),
        named=row.named,
        story=row.story,
        best=tuple(row.best),
        seconds=row.seconds,
        at=row.at,
    )


def as_held_loop(revision: models.LoopRevision) -> HeldLoop:
    """Return the value of a loop's revision that is its record's current one."""
    kept = read_loop(revision.content)
    return HeldLoop(
        id=revision.record.slug,
        loop=kept.loop,
        day=kept.day,
        revision=revision.number,
        saved_at=revision.saved_at,
        removed_at=revision.record.removed_at,
    )


def as_snapshot(row: models.ReadinessSnapshot) -> Snapshot:
    """Return the value of a snapshot."""
    return Snapshot(
        stories=row.stories,
        ready=row.ready,
        low=row.low,
        high=row.high,
        answered=row.answered,
        taken_at=row.taken_at,
    )


def _as_said(intent: Intent, known: dict[str, str]) -> Intent:
    principle = known.get(same_words(intent.question))
    if principle is None:
        return intent
    first = [replace(each, probability=1.0) for each in intent.principles if each.id == principle]
    rest = [replace(each, probability=0.0) for each in intent.principles if each.id != principle]
    # The words that decided it spoke for something else.
    return replace(intent, behavioural=1.0, principles=(*first, *rest), words=())


def _current() -> QuerySet[models.Revision]:
    return models.Revision.objects.filter(number=F("record__revision")).select_related("record")


def _current_loops() -> QuerySet[models.LoopRevision]:
    return models.LoopRevision.objects.filter(number=F("record__revision")).select_related("record")


def _by_title(revisions: Iterable[models.Revision]) -> list[Held]:
    found = [as_held(revision) for revision in revisions]
    return sorted(found, key=lambda each: (each.story.title.casefold(), each.story.id))


def as_version(revision: models.Revision) -> Version:
    """Return the value of a revision, current or not."""
    return Version(
        story=from_json(revision.content),
        number=revision.number,
        saved_at=revision.saved_at,
        event=revision.event,
        via=revision.via,
    )
