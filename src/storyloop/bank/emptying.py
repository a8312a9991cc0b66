"""Removing everything: what the bank holds, in figures, and making it as good as new."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from django.apps import apps
from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from storyloop.bank import models
from storyloop.bank.backup import back_up

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """How many there are of what the bank holds; `unsaved` are texts in the bank's folder."""

    stories: int
    versions: int
    drafts: int
    loops: int
    asked: int
    drilled: int
    snapshots: int
    preferences: int
    unsaved: int


def contents() -> Contents:
    """Return what would go if everything were removed."""
    return Contents(
        stories=models.Record.objects.count(),
        versions=models.Revision.objects.count(),
        drafts=models.Draft.objects.count(),
        loops=models.LoopRecord.objects.count(),
        asked=models.Asked.objects.count(),
        drilled=models.Drilled.objects.count(),
        snapshots=models.ReadinessSnapshot.objects.count(),
        preferences=models.Preference.objects.count(),
        unsaved=len(_unsaved()),
    )


def empty(*, copy_first: bool) -> Path | None:
    """Remove all that the bank holds, for good, and return the copy that was made before, if any.

    Copies in `backups/` stay, and so does the key that signs cookies. The samples do not come back
    by themselves. Raises CannotBackUp, and then nothing is removed.
    """
    copy = back_up(settings.BANK / "backups") if copy_first else None
    is_sqlite = connection.vendor == "sqlite"
    if is_sqlite:
        # Without this the words would stay in the file until others are written over them.
        _say("PRAGMA secure_delete = ON")
    with transaction.atomic():
        # A table stands behind those that it refers to.
        for model in reversed([*apps.get_app_config("bank").get_models()]):
            model._default_manager.all().delete()  # noqa: SLF001 - Django's public name for it
        models.Emptied.objects.create(at=timezone.now())
        if is_sqlite:
            _say("INSERT INTO bank_searchable(bank_searchable) VALUES ('rebuild')")
            transaction.on_commit(partial(_say, "PRAGMA wal_checkpoint(TRUNCATE)"))
    for file in _unsaved():
        file.unlink(missing_ok=True)
    return copy


def _say(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def _unsaved() -> list[Path]:
    folder = settings.BANK / "unsaved"
    return [each for each in folder.iterdir() if each.is_file()] if folder.is_dir() else []
