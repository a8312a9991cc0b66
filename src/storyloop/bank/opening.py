"""Opens the bank: its folder, its tables brought up to date, the samples for a new one."""

from __future__ import annotations

import os
from pathlib import Path

from storyloop.bank.errors import CannotOpen


def open_bank(folder: Path | None = None) -> None:
    """Make Django and the bank in `folder` ready (default: see `storyloop.settings`).

    A copy of the database is kept in `backups/` before its tables change. Raises CannotOpen.
    """
    if folder is not None:
        os.environ["STORYLOOP_BANK"] = str(folder.absolute())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "storyloop.settings")
    import django
    from django.db import DatabaseError, connection

    try:
        django.setup()
        _make_ready()
    except OSError as error:
        name = os.environ.get("STORYLOOP_BANK", "of the user's data")
        reason = error.strerror or str(error)
        message = f"The bank's folder {name} cannot be used ({reason}); name another with --bank."
        raise CannotOpen(message) from None
    except DatabaseError as error:
        name = connection.settings_dict["NAME"]
        message = f"The database {name} cannot be used ({str(error).strip()})."
        raise CannotOpen(message) from None


def _make_ready() -> None:
    from django.conf import settings
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor
    from filelock import FileLock

    from storyloop.bank import backup, services

    settings.BANK.mkdir(parents=True, exist_ok=True, mode=0o700)
    # Two first starts at once would both make the tables.
    with FileLock(settings.BANK / "opening.lock"):
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if plan:
            if backup.has_tables():
                backup.back_up(settings.BANK / "backups", before=plan[0][0].name)
            _migrate()
        services.add_samples()


def _migrate() -> None:
    from contextlib import nullcontext

    from django.core.management import call_command
    from django.db import connection, transaction

    # Django notes a migration as applied after committing it. A crash in between would leave
    # tables that no later opening could make again, so here all of it is one transaction. A
    # server's migrations may need to commit as they go, and its owner can mend the rest.
    whole = transaction.atomic() if connection.vendor == "sqlite" else nullcontext()
    with connection.constraint_checks_disabled(), whole:
        call_command("migrate", verbosity=0, interactive=False)
