"""A consistent copy of the bank while it is in use."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

from storyloop.bank.errors import CannotBackUp


def has_tables() -> bool:
    """Tell whether the database holds anything yet."""
    return bool(connection.introspection.table_names())


def back_up(folder: Path, *, before: str = "") -> Path:
    """Copy the bank into a new file in `folder` and return its path; raise CannotBackUp.

    `before` names the migration that follows and becomes part of the file's name. The copy is
    checked before it gets its name. PostgreSQL has its own tool, and the error names it.
    """
    if connection.vendor != "sqlite":
        if before:
            return folder  # The server's owner backs it up before an upgrade.
        message = "This bank is on PostgreSQL; copy it with pg_dump."
        raise CannotBackUp(message)
    stamp = timezone.now().strftime("%Y-%m-%dT%H-%M-%S")
    stem = f"storyloop-{stamp}" + (f"-before-{before}" if before else "")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target = _free(folder, stem)
        draft = target.with_suffix(".part")
        _copy(Path(settings.DATABASE_FILE), draft)
        draft.rename(target)
    except (OSError, sqlite3.Error) as error:
        message = f"The copy in {folder} cannot be made ({error})."
        raise CannotBackUp(message) from None
    return target


def _free(folder: Path, stem: str) -> Path:
    target, n = folder / f"{stem}.sqlite3", 1
    while target.exists():
        n += 1
        target = folder / f"{stem}-{n}.sqlite3"
    return target


def _copy(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as bank, closing(sqlite3.connect(target)) as copy:
        bank.backup(copy)
        (verdict,) = copy.execute("PRAGMA integrity_check").fetchone()
    if verdict != "ok":
        target.unlink()
        message = f"its integrity check says: {verdict}"
        raise sqlite3.DatabaseError(message)
