"""A consistent copy of the bank while it is in use."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import count
from pathlib import Path

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
        target, draft = _reserved(folder, stem)
        try:
            _copy(draft)
        except BaseException:
            draft.unlink()
            raise
        draft.rename(target)
    except (OSError, sqlite3.Error) as error:
        message = f"The copy in {folder} cannot be made ({error})."
        raise CannotBackUp(message) from None
    return target


def _reserved(folder: Path, stem: str) -> tuple[Path, Path]:
    """Return a free name and the draft that keeps others from taking it meanwhile."""
    for n in count(1):
        target = folder / (f"{stem}.sqlite3" if n == 1 else f"{stem}-{n}.sqlite3")
        draft = target.with_suffix(".part")
        try:
            draft.touch(exist_ok=False)
        except FileExistsError:
            continue
        if not target.exists():
            break
        draft.unlink()
    return target, draft


def _copy(draft: Path) -> None:
    connection.ensure_connection()
    with closing(sqlite3.connect(draft)) as copy:
        connection.connection.backup(copy)
        (verdict,) = copy.execute("PRAGMA integrity_check").fetchone()
    if verdict != "ok":
        message = f"its integrity check says: {verdict}"
        raise sqlite3.DatabaseError(message)
