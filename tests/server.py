"""The app as users start it: a process of its own, on loopback."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@contextmanager
def serving(environment: Mapping[str, str]) -> Iterator[str]:
    """Serve the bank that `environment` names; give the address, without the slash at its end."""
    with subprocess.Popen(
        [sys.executable, "-m", "storyloop", "--no-open", "--port", "0"],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        try:
            assert server.stdout
            yield server.stdout.readline().split()[3].rstrip("/")
        finally:
            server.terminate()
