"""Two ways to call a command: as a process on a bank of files, or here on the test database."""

import shlex
import shutil
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from storyloop.cli.main import storyloop as commands
from tests.conftest import Run

Call = Callable[..., str]
Rows = Callable[[], list[tuple[object, ...]]]
Editor = Callable[[str], None]


@pytest.fixture
def command(db: None, capsys: pytest.CaptureFixture[str]) -> Call:
    """Call a command in this process and return what it prints; its bank holds the samples."""
    del db

    def call(*arguments: str | Path) -> str:
        commands.main([*map(str, arguments)], prog_name="storyloop", standalone_mode=False)
        return capsys.readouterr().out

    return call


@pytest.fixture(scope="session")
def sample_bank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a bank with the samples, made once; it is there to be copied."""
    return tmp_path_factory.mktemp("sample-bank") / "bank"


@pytest.fixture
def bank(sample_bank: Path, bank_folder: Path, storyloop: Run) -> Path:
    """Fill the test's own bank folder with the samples."""
    if not sample_bank.exists():
        assert storyloop("--bank", sample_bank, "list").returncode == 0
    shutil.copytree(sample_bank, bank_folder)
    return bank_folder


@pytest.fixture
def rows(bank: Path) -> Rows:
    """Return all that the bank's file holds, so that a test can say that nothing has changed."""

    def read() -> list[tuple[object, ...]]:
        connection = sqlite3.connect(bank / "storyloop.sqlite3")
        try:
            records = connection.execute("SELECT * FROM bank_record ORDER BY id").fetchall()
            return (
                records + connection.execute("SELECT * FROM bank_revision ORDER BY id").fetchall()
            )
        finally:
            connection.close()

    return read


@pytest.fixture
def editor(environment: dict[str, str], tmp_path: Path) -> Editor:
    """Make the lines given the user's editor; they find the path in `file`, its text in `text`."""

    def make(lines: str) -> None:
        program = tmp_path / "editor.py"
        opening = """\
            import subprocess, sys
            from pathlib import Path
            file = Path(sys.argv[1])
            text = file.read_text(encoding="utf-8")
            """
        program.write_text(dedent(opening) + dedent(lines), encoding="utf-8")
        environment["EDITOR"] = shlex.join([sys.executable, str(program)])

    return make
