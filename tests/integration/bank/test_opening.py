"""Opening a bank: a new one is made once, and one that cannot be used is left as it is."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import Run

NOBODY = 65534


def ids(run: Run, *options: str) -> list[str]:
    """Return the ids of the stories that `storyloop list` shows."""
    done = run("list", "--format", "json", *options)
    assert done.returncode == 0, done.stderr
    return [story["id"] for story in json.loads(done.stdout)["stories"]]


def contents(folder: Path) -> dict[Path, bytes]:
    """Return every file below a folder, with its bytes."""
    return {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def refusal(done: subprocess.CompletedProcess[str]) -> str:
    """Check that a command refused with one sentence and nothing else; return the sentence."""
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("storyloop: ")
    assert done.stderr.endswith(".\n")
    assert done.stderr.count("\n") == 1
    return done.stderr.removeprefix("storyloop: ").rstrip("\n")


def test_a_new_folder_gets_tables_and_the_samples(storyloop: Run, bank_folder: Path) -> None:
    assert not bank_folder.exists()
    assert len(set(ids(storyloop))) == 10
    with closing(sqlite3.connect(bank_folder / "storyloop.sqlite3")) as bank:
        assert bank.execute("SELECT count(*) FROM bank_revision").fetchone() == (10,)
        assert bank.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert not (bank_folder / "backups").exists()


def test_opening_again_adds_nothing(storyloop: Run, bank_folder: Path) -> None:
    first = ids(storyloop)
    before = _dump(bank_folder)
    assert ids(storyloop) == first
    assert _dump(bank_folder) == before


def test_removed_samples_stay_removed(storyloop: Run) -> None:
    samples = ids(storyloop)
    storyloop("remove", "--samples")
    assert ids(storyloop) == []
    assert ids(storyloop, "--removed") == samples


def test_processes_that_open_a_new_bank_at_once_all_succeed(
    storyloop: Run, bank_folder: Path
) -> None:
    with ThreadPoolExecutor() as pool:
        found = list(pool.map(lambda _: ids(storyloop), range(4)))
    assert all(each == found[0] for each in found)
    assert len(set(found[0])) == len(found[0]) == 10
    with closing(sqlite3.connect(bank_folder / "storyloop.sqlite3")) as bank:
        assert bank.execute("SELECT count(*) FROM bank_revision").fetchone() == (10,)


def test_an_opening_that_was_cut_short_is_made_good_by_the_next(
    storyloop: Run, environment: dict[str, str]
) -> None:
    died = (
        "import os\n"
        "from django.db.migrations.recorder import MigrationRecorder\n"
        "from storyloop.bank.opening import open_bank\n"
        "MigrationRecorder.record_applied = lambda *_: os._exit(9)\n"
        "open_bank()\n"
    )
    done = subprocess.run([sys.executable, "-c", died], env=environment, check=False)  # noqa: S603
    assert done.returncode == 9
    assert len(ids(storyloop)) == 10


def test_a_folder_below_a_file_cannot_be_used(storyloop: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    folder = tmp_path / "file" / "bank"
    assert refusal(storyloop("--bank", folder, "list")) == (
        f"The bank's folder {folder} cannot be used (Not a directory); name another with --bank."
    )
    assert (tmp_path / "file").read_text(encoding="utf-8") == "no folder"


@pytest.fixture
def shared() -> Iterator[Path]:
    """Make a folder that everybody may enter and read."""
    folder = Path(tempfile.mkdtemp(prefix="storyloop-shared-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.fixture
def without_rights(environment: dict[str, str], shared: Path) -> Run:
    """Call the command line as a user who may not write to `shared`."""
    prefix: list[str] = []
    if os.getuid() == 0:
        if not shutil.which("setpriv"):
            pytest.skip("root may write everywhere, and setpriv is not installed")
        prefix = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    command = [*prefix, sys.executable, "-m", "storyloop"]

    def run(*arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(  # noqa: S603
            [*command, *arguments],
            env=environment | environ,
            cwd=shared,
            check=False,
            capture_output=True,
            text=True,
            timeout=60,
        )

    shared.chmod(0o777)
    if run("--bank", "probe", "list").returncode:
        pytest.skip("a user without rights cannot run Storyloop from where it is installed")
    shutil.rmtree(shared / "probe")
    shared.chmod(0o755)
    return run


def test_a_folder_that_the_user_may_not_make_cannot_be_used(
    without_rights: Run, shared: Path
) -> None:
    shared.chmod(0o555)
    assert refusal(without_rights("--bank", f"{shared}/bank", "list")) == (
        f"The bank's folder {shared}/bank cannot be used (Permission denied); "
        "name another with --bank."
    )
    assert list(shared.iterdir()) == []


@pytest.mark.parametrize("key", ["", "a key from the environment"])
def test_a_bank_that_the_user_may_only_read_is_left_as_it_is(
    storyloop: Run, without_rights: Run, shared: Path, key: str
) -> None:
    storyloop("--bank", shared, "list")
    before = contents(shared)
    for file in before:
        file.chmod(0o444)
    shared.chmod(0o555)
    sentence = refusal(
        without_rights("--bank", str(shared), "remove", "--samples", STORYLOOP_SECRET_KEY=key)
    )
    assert "cannot be used (" in sentence
    assert contents(shared) == before


def test_a_database_that_may_only_be_read_is_left_as_it_is(
    storyloop: Run, without_rights: Run, shared: Path
) -> None:
    storyloop("--bank", shared, "list")
    for file in contents(shared):
        file.chmod(0o666)
    database = shared / "storyloop.sqlite3"
    database.chmod(0o444)
    shared.chmod(0o777)
    before = database.read_bytes()
    sentence = refusal(without_rights("--bank", str(shared), "remove", "--samples"))
    assert "attempt to write a readonly database" in sentence
    assert database.read_bytes() == before


def test_a_database_file_of_something_else_is_left_as_it_is(
    storyloop: Run, bank_folder: Path
) -> None:
    bank_folder.mkdir()
    file = bank_folder / "storyloop.sqlite3"
    file.write_bytes(b"Dear diary, nobody shall overwrite this. " * 200)
    before = file.read_bytes()
    assert refusal(storyloop("list")) == (
        f"The database {file} cannot be used (file is not a database)."
    )
    assert file.read_bytes() == before
    assert not (bank_folder / "backups").exists()


def test_a_damaged_database_is_left_as_it_is(storyloop: Run, bank_folder: Path) -> None:
    storyloop("list")
    file = bank_folder / "storyloop.sqlite3"
    whole = file.read_bytes()
    damaged = whole[:4096] + b"\xff" * (len(whole) - 4096)
    file.write_bytes(damaged)
    assert refusal(storyloop("list")) == (
        f"The database {file} cannot be used (database disk image is malformed)."
    )
    assert file.read_bytes() == damaged


def test_a_server_that_does_not_answer_cannot_be_used(
    storyloop: Run, environment: dict[str, str], tmp_path: Path
) -> None:
    pytest.importorskip("psycopg")
    socket = str(tmp_path / "none").replace("/", "%2F")
    environment["DATABASE_URL"] = f"postgresql://somebody@{socket}/stories"
    assert refusal(storyloop("list")).startswith("The database stories cannot be used (")


def _dump(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / "storyloop.sqlite3")) as bank:
        return list(bank.iterdump())
