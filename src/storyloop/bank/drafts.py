"""Drafts: what was typed and is not saved yet. A draft is no story and counts nowhere."""

from __future__ import annotations

import json
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils import timezone

from storyloop.bank import imports, models, services
from storyloop.bank.errors import NoSuchDraft, StaleDraft
from storyloop.bank.values import Draft, Writer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django.db.models import QuerySet

    from storyloop.bank.values import Held
    from storyloop.story import Story

_NOBODY = Writer()


def drafts() -> list[Draft]:
    """Return the drafts that are not thrown away, the one kept last first."""
    rows = models.Draft.objects.filter(thrown_at=None).order_by("-kept_at", "-pk")
    return [_as_draft(row) for row in rows]


def draft(key: str) -> Draft:
    """Return a draft, thrown away or not; raise NoSuchDraft."""
    row = models.Draft.objects.filter(key=key).first()
    if row is None:
        raise NoSuchDraft
    return _as_draft(row)


def draft_of(story_id: str) -> Draft | None:
    """Return the draft of a story, thrown away or not, or None."""
    row = models.Draft.objects.filter(story=story_id).first()
    return _as_draft(row) if row else None


def new_key() -> str:
    """Return a key for a draft that is yet to be kept; it cannot be guessed."""
    return secrets.token_urlsafe(16)


def keep(
    content: Mapping[str, Sequence[str]],
    *,
    story: str = "",
    base: int = 0,
    writer: Writer = _NOBODY,
) -> Draft:
    """Keep what a form holds as the draft of a story, or of one not yet in the bank.

    Raise StaleDraft where another page kept a newer one; then nothing is written. What a page sent
    before what is kept of it already changes nothing.
    """
    text = json.dumps({name: list(values) for name, values in content.items()}, sort_keys=True)
    while True:
        # Two pages that make the first draft of a story at once meet here; the next round sees it.
        with suppress(IntegrityError), transaction.atomic():
            return _as_draft(_kept(text, story, base, writer))


@transaction.atomic
def throw_away(key: str) -> Draft:
    """Throw a draft away; it can be brought back until another is begun or thrown away.

    Raise NoSuchDraft.
    """
    row = _locked(models.Draft.objects.filter(key=key))
    if row is None:
        raise NoSuchDraft
    _forget_thrown(besides=key)
    row.thrown_at = timezone.now()
    row.save()
    return _as_draft(row)


@transaction.atomic
def bring_back(key: str) -> Draft:
    """Undo that a draft was thrown away; raise NoSuchDraft."""
    row = _locked(models.Draft.objects.filter(key=key))
    if row is None:
        raise NoSuchDraft
    row.thrown_at = None
    row.save()
    return _as_draft(row)


@transaction.atomic
def add(story: Story, *, via: str, writer: Writer) -> Held:
    """Put a new story into the bank under an id of its own, and end the draft of it."""
    held = imports.add_new(story, via=via)
    _end(models.Draft.objects.filter(key=writer.key, story=""), writer)
    return held


@transaction.atomic
def save(story: Story, *, base: int, via: str, writer: Writer) -> Held:
    """Save an edit as `services.save` does, and end the draft in which it was written.

    A newer draft, which another page kept, stays.
    """
    held = services.save(story, base=base, via=via)
    _end(models.Draft.objects.filter(story=story.id), writer)
    return held


def _kept(text: str, story: str, base: int, writer: Writer) -> models.Draft:
    if story:
        row = _locked(models.Draft.objects.filter(story=story))
    else:
        row = _locked(models.Draft.objects.filter(key=writer.key))
    if row is None:
        _forget_thrown()
        # A page that saw a draft which has ended since begins another, under a key of its own: the
        # versions of the two must not be taken for each other's.
        key = writer.key if writer.key and not (story or writer.seen) else new_key()
        row = models.Draft(key=key, story=story, version=0)
    elif row.story != story:
        raise StaleDraft(_as_draft(row))
    elif not row.thrown_at:
        if row.content == text or (_is_own(row, writer) and writer.turn <= row.turn):
            return row
        if not _is_known(row, writer):
            raise StaleDraft(_as_draft(row))
    row.content, row.base, row.thrown_at = text, base, None
    row.page, row.turn = writer.page, writer.turn
    row.version += 1
    row.kept_at = timezone.now()
    row.save()
    return row


def _end(found: QuerySet[models.Draft], writer: Writer) -> None:
    row = _locked(found)
    if row and _is_known(row, writer):
        row.delete()


def _is_known(row: models.Draft, writer: Writer) -> bool:
    return _is_own(row, writer) or (row.key, row.version) == (writer.key, writer.seen)


def _is_own(row: models.Draft, writer: Writer) -> bool:
    return bool(writer.page) and row.page == writer.page


def _forget_thrown(*, besides: str = "") -> None:
    models.Draft.objects.exclude(thrown_at=None).exclude(key=besides).delete()


def _locked(found: QuerySet[models.Draft]) -> models.Draft | None:
    return found.select_for_update().first()


def _as_draft(row: models.Draft) -> Draft:
    return Draft(
        key=row.key,
        story=row.story,
        base=row.base,
        version=row.version,
        content=json.loads(row.content),
        kept_at=row.kept_at,
        thrown_at=row.thrown_at,
    )
