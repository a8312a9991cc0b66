"""A throw-away PostgreSQL server for tests, made of the binaries that the machine has."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

DEBIAN = Path("/usr/lib/postgresql")
OWNER = "postgres"
# Nothing here has to outlive a power cut, and nobody from outside has to reach it.
OPTIONS = (
    "-c listen_addresses= -c unix_socket_directories=. -c fsync=off "
    "-c synchronous_commit=off -c full_page_writes=off"
)


@contextmanager
def server() -> Iterator[str]:
    """Start a server of the test's own and yield a DATABASE_URL; stop and delete it at the end.

    It listens on a socket in a folder of its own. Skips the test where there is no PostgreSQL.
    """
    binaries, prefix = _binaries(), _prefix()
    folder = Path(tempfile.mkdtemp(prefix="storyloop-pg-"))
    data = folder / "data"

    def call(name: str, *arguments: str | Path) -> None:
        command = [*prefix, binaries / name, *arguments]
        done = subprocess.run(  # noqa: S603 - Debian's own programs
            command, cwd=folder, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        assert done.returncode == 0, done.stderr.decode()

    try:
        if prefix:
            shutil.chown(folder, OWNER)
        call("initdb", "-D", data, "-U", "storyloop", "-A", "trust", "-E", "UTF8", "--no-sync")
        # The server's folder is its working folder, so the socket comes to lie in it.
        call("pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", OPTIONS, "start")
        try:
            yield f"postgresql://storyloop@{str(data).replace('/', '%2F')}/postgres"
        finally:
            call("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


def new_database(url: str) -> str:
    """Make an empty database on the server that `url` names; return its own DATABASE_URL."""
    from psycopg import connect, sql

    name = f"bank_{uuid4().hex}"
    with connect(url, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return f"{url.rpartition('/')[0]}/{name}"


def _binaries() -> Path:
    """Return the folder of the newest server's programs."""
    found = sorted(DEBIAN.glob("*/bin/initdb"), key=lambda file: int(file.parts[-3]))
    on_path = shutil.which("initdb")
    if not found and not on_path:
        pytest.skip("PostgreSQL's server is not installed (Debian: postgresql)")
    return found[-1].parent if found else Path(str(on_path)).resolve().parent


def _prefix() -> list[str]:
    """Return how a command is run as a user other than root, as whom PostgreSQL refuses to run."""
    if os.getuid() != 0:
        return []
    if not shutil.which("setpriv") or OWNER not in {user.pw_name for user in pwd.getpwall()}:
        pytest.skip("PostgreSQL does not run as root, and there is no user postgres to run it as")
    return ["setpriv", f"--reuid={OWNER}", f"--regid={OWNER}", "--init-groups"]
