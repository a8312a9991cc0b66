"""What all tiers share: the command line as users call it, on a bank folder of the test's own."""

import os
import subprocess
import sys
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine makes no test fail: speed is measured in benchmarks/, never by a clock in a test.
settings.register_profile("storyloop", deadline=None)
settings.load_profile("storyloop")

# The tiers that need a program which a machine may lack, by their marker.
_TIERS = {"browser": "the browser tests", "postgres": "the tests on PostgreSQL"}
type_of_run = subprocess.CompletedProcess[str]
Run = Callable[..., type_of_run]


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter,
) -> Generator[None, None, None]:
    """Say in the last lines which tiers were not run, and why, so that nobody overlooks it."""
    yield
    reasons = {
        f"NOT RUN: {tests}, as {report.longrepr[2].removeprefix('Skipped: ')}": None
        for report in terminalreporter.stats.get("skipped", [])
        for marker, tests in _TIERS.items()
        if marker in report.keywords
    }
    for reason in reasons:
        terminalreporter.write_line(reason, red=True, bold=True)


@pytest.fixture
def bank_folder(tmp_path: Path) -> Path:
    """Return a folder for a bank; it does not exist yet."""
    return tmp_path / "bank"


@pytest.fixture
def environment(bank_folder: Path, tmp_path: Path) -> dict[str, str]:
    """Return the environment of a user with an empty home, whose bank is `bank_folder`."""
    home = tmp_path / "home"
    home.mkdir()
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "TMPDIR") if name in os.environ}
    return kept | {"HOME": str(home), "STORYLOOP_BANK": str(bank_folder)}


@pytest.fixture
def storyloop(environment: dict[str, str]) -> Run:
    """Call the command line: `storyloop("list", "--removed")`; keywords go to `subprocess.run`."""

    def run(*arguments: str | Path, **options: object) -> type_of_run:
        command = [sys.executable, "-m", "storyloop", *map(str, arguments)]
        given = {"env": environment, "capture_output": True, "text": True, "timeout": 60}
        return subprocess.run(command, check=False, **(given | options))  # type: ignore[call-overload, no-any-return]  # noqa: S603

    return run
