"""Whole processes, from cold: what a user waits for."""

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from benchmarks.figure import Figure, timed

COMMAND = [sys.executable, "-m", "storyloop"]


def figures(bank: Path) -> Iterator[Figure]:
    """Yield the figures of the command line and of the app's start, on a bank of samples."""
    environment = os.environ | {"STORYLOOP_BANK": str(bank)}

    def run(*arguments: str) -> None:
        subprocess.run([*COMMAND, *arguments], env=environment, check=True, capture_output=True)  # noqa: S603

    yield timed("storyloop --help", lambda: run("--help"), runs=15, budget=150)
    yield timed("storyloop list", lambda: run("list"), runs=7)
    yield timed("storyloop coverage", lambda: run("coverage"), runs=7)
    yield timed("storyloop prepare", lambda: run("prepare"), runs=7)
    yield Figure.of("app start to first page", [_first_page(environment) for _ in range(7)], 1000)


def _first_page(environment: dict[str, str]) -> float:
    start = time.perf_counter()
    command = [*COMMAND, "--no-open", "--port", "0"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as app:  # noqa: S603
        try:
            assert app.stdout is not None  # noqa: S101 - it was asked for
            address = app.stdout.readline().split()[3]
            with urllib.request.urlopen(address) as page:  # noqa: S310 - our own loopback address
                page.read()
            return time.perf_counter() - start
        finally:
            app.terminate()
