"""What the bank holds: reads only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import F

from storyloop.bank import models
from storyloop.bank.errors import NoSuchRevision, NoSuchStory
from storyloop.bank.values import Held, Version
from storyloop.story import from_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet


def stories() -> list[Held]:
    """Return the stories that are not removed, by title."""
    return _by_title(_current().filter(record__removed_at=None))


def removed() -> list[Held]:
    """Return the removed stories, by title."""
    return _by_title(_current().exclude(record__removed_at=None))


def held(story_id: str) -> Held:
    """Return one story, removed or not; raise NoSuchStory."""
    revision = _current().filter(record__slug=story_id).first()
    if revision is None:
        raise NoSuchStory(story_id)
    return as_held(revision)


def history(story_id: str) -> list[Version]:
    """Return all versions of a story, the newest first; raise NoSuchStory."""
    revisions = models.Revision.objects.filter(record__slug=story_id).order_by("-number")
    found = [_as_version(revision) for revision in revisions]
    if not found:
        raise NoSuchStory(story_id)
    return found


def version(story_id: str, number: int) -> Version:
    """Return one version of a story; raise NoSuchStory or NoSuchRevision."""
    revision = models.Revision.objects.filter(record__slug=story_id, number=number).first()
    if revision is None:
        held(story_id)
        raise NoSuchRevision(story_id, number)
    return _as_version(revision)


def taken_ids() -> frozenset[str]:
    """Return every id in use, those of removed stories included."""
    return frozenset(models.Record.objects.values_list("slug", flat=True))


def as_held(revision: models.Revision) -> Held:
    """Return the value of a revision that is its record's current one."""
    return Held(
        story=from_json(revision.content),
        revision=revision.number,
        saved_at=revision.saved_at,
        removed_at=revision.record.removed_at,
    )


def _current() -> QuerySet[models.Revision]:
    return models.Revision.objects.filter(number=F("record__revision")).select_related("record")


def _by_title(revisions: Iterable[models.Revision]) -> list[Held]:
    found = [as_held(revision) for revision in revisions]
    return sorted(found, key=lambda each: (each.story.title.casefold(), each.story.id))


def _as_version(revision: models.Revision) -> Version:
    return Version(
        story=from_json(revision.content),
        number=revision.number,
        saved_at=revision.saved_at,
        event=revision.event,
        via=revision.via,
    )
