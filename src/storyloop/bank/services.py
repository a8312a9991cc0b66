"""What changes the bank: writes only, each one transaction; a story's adds to its history."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils import timezone

from storyloop import guide
from storyloop.bank import models, queries, search
from storyloop.bank.clerk import clerk
from storyloop.bank.errors import (
    IdTaken,
    NoSuchLoop,
    NoSuchStory,
    Stale,
    StaleLoop,
)
from storyloop.bank.loop_json import to_json as loop_to_json
from storyloop.bank.models import Event, LoopRecord, LoopRevision, Record, Revision, Via
from storyloop.story import slug, to_json

if TYPE_CHECKING:
    from collections.abc import Collection

    from storyloop.bank.values import Held, HeldLoop, Snapshot, Step
    from storyloop.planning.loop import Loop
    from storyloop.story import Story


@transaction.atomic
def add(story: Story, *, via: str) -> Held:
    """Put a new story into the bank; raise IdTaken, also if a removed story has the id."""
    try:
        with transaction.atomic():
            record = Record.objects.create(slug=story.id, revision=0)
    except IntegrityError:
        raise IdTaken(story.id) from None
    return _append(record, story, Event.ADDED, via)


@transaction.atomic
def save(story: Story, *, base: int, via: str) -> Held:
    """Save an edit that began at revision `base`; raise NoSuchStory, or Stale if it is not current.

    An edit that changes nothing adds no revision. Saving a removed story brings it back.
    """
    record, current = _locked(story.id)
    if current.revision != base:
        raise Stale(current)
    if to_json(story) == to_json(current.story) and not current.removed_at:
        return current
    record.removed_at = None
    return _append(record, story, Event.SAVED, via)


@transaction.atomic
def put(story: Story, *, via: str) -> Held:
    """Add `story`, or save it over the one with its id; the former text stays in the history."""
    try:
        return add(story, via=via)
    except IdTaken:
        _, current = _locked(story.id)
        return save(story, base=current.revision, via=via)


@transaction.atomic
def remove(story_id: str, *, via: str) -> Held:
    """Take a story out of the bank; it can be brought back. Raise NoSuchStory."""
    record, current = _locked(story_id)
    if current.removed_at:
        return current
    record.removed_at = timezone.now()
    return _append(record, current.story, Event.REMOVED, via)


@transaction.atomic
def bring_back(story_id: str, *, via: str) -> Held:
    """Undo the removal of a story; raise NoSuchStory."""
    record, current = _locked(story_id)
    if not current.removed_at:
        return current
    record.removed_at = None
    return _append(record, current.story, Event.BROUGHT_BACK, via)


@transaction.atomic
def restore(story_id: str, number: int, *, base: int, via: str) -> Held:
    """Make an old version the current one; raise NoSuchStory, NoSuchRevision or Stale."""
    old = queries.version(story_id, number)
    record, current = _locked(story_id)
    if current.revision != base:
        raise Stale(current)
    record.removed_at = None
    return _append(record, old.story, Event.RESTORED, via)


@transaction.atomic
def add_samples() -> None:
    """Put the sample bank into a bank that has never held a story, nor was emptied."""
    if not (Record.objects.exists() or models.Emptied.objects.exists()):
        _add_samples()


@transaction.atomic
def remove_samples(*, via: str) -> list[str]:
    """Remove all sample stories; return their ids."""
    ids = [held.story.id for held in queries.stories() if held.story.sample]
    for story_id in ids:
        remove(story_id, via=via)
    return ids


@transaction.atomic
def bring_back_samples(*, via: str, only: Collection[str] = ()) -> list[str]:
    """Undo the removal of the sample stories, or of some of them; return their ids.

    A bank that was emptied gets them anew.
    """
    ids = [held.story.id for held in queries.removed() if held.story.sample]
    if not (ids or only or any(held.story.sample for held in queries.stories())):
        return _add_samples()
    ids = [each for each in ids if not only or each in only]
    for story_id in ids:
        bring_back(story_id, via=via)
    return ids


def _add_samples() -> list[str]:
    taken = queries.taken_ids()
    samples = [each for each in guide.samples() if each.id not in taken]
    for each in samples:
        add(replace(each, sample=True), via=Via.SAMPLE)
    return [each.id for each in samples]


@transaction.atomic
def add_loop(loop_id: str, loop: Loop) -> HeldLoop:
    """Put a new loop into the bank; raise IdTaken, also if a removed loop has the id."""
    try:
        with transaction.atomic():
            record = LoopRecord.objects.create(slug=loop_id, revision=0)
    except IntegrityError:
        raise IdTaken(loop_id) from None
    return _append_loop(record, loop, ())


def add_named_loop(loop: Loop) -> HeldLoop:
    """Put a new loop into the bank under an id that is made from its employer."""
    while True:
        taken = {each.id for each in queries.loops()}
        try:
            return add_loop(slug(loop.employer, taken), loop)
        except IdTaken:
            # Somebody took it between the two lines above; the next round sees it.
            continue


@transaction.atomic
def save_loop(loop_id: str, loop: Loop, *, day: tuple[Step, ...], base: int) -> HeldLoop:
    """Save an edit that began at revision `base`; raise NoSuchLoop, or StaleLoop.

    An edit that changes nothing adds no revision. Saving a removed loop brings it back.
    """
    record, current = _locked_loop(loop_id)
    if current.revision != base:
        raise StaleLoop(current)
    if (loop, day) == (current.loop, current.day) and not current.removed_at:
        return current
    record.removed_at = None
    return _append_loop(record, loop, day)


@transaction.atomic
def remove_loop(loop_id: str) -> None:
    """Take a loop out of the bank; it can be brought back. Raise NoSuchLoop."""
    record, current = _locked_loop(loop_id)
    if not current.removed_at:
        record.removed_at = timezone.now()
        record.save()


@transaction.atomic
def bring_back_loop(loop_id: str) -> None:
    """Undo the removal of a loop; raise NoSuchLoop."""
    record, _ = _locked_loop(loop_id)
    record.removed_at = None
    record.save()


@transaction.atomic
def keep_snapshot(snapshot: Snapshot) -> None:
    """Keep how ready the stories are now; of one day only the last is kept."""
    models.ReadinessSnapshot.objects.update_or_create(
        on=timezone.localdate(),
        defaults={
            "taken_at": timezone.now(),
            "stories": snapshot.stories,
            "ready": snapshot.ready,
            "low": snapshot.low,
            "high": snapshot.high,
            "answered": snapshot.answered,
        },
    )


def _locked(story_id: str) -> tuple[Record, Held]:
    # SQLite locks the whole bank as the transaction begins; PostgreSQL locks this row.
    record = Record.objects.select_for_update().filter(slug=story_id).first()
    if record is None:
        raise NoSuchStory(story_id)
    return record, queries.held(story_id)


def _append(record: Record, story: Story, event: str, via: str) -> Held:
    record.revision += 1
    record.save()
    search.keep(record, story)
    transaction.on_commit(clerk.hear)
    return queries.as_held(
        Revision.objects.create(
            record=record,
            number=record.revision,
            content=to_json(story),
            event=event,
            via=via,
            saved_at=timezone.now(),
        )
    )


def _locked_loop(loop_id: str) -> tuple[LoopRecord, HeldLoop]:
    record = LoopRecord.objects.select_for_update().filter(slug=loop_id).first()
    if record is None:
        raise NoSuchLoop(loop_id)
    return record, queries.held_loop(loop_id)


def _append_loop(record: LoopRecord, loop: Loop, day: tuple[Step, ...]) -> HeldLoop:
    record.revision += 1
    record.save()
    return queries.as_held_loop(
        LoopRevision.objects.create(
            record=record,
            number=record.revision,
            content=loop_to_json(loop, day),
            saved_at=timezone.now(),
        )
    )
