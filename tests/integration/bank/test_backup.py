"""A copy of the bank is whole, also while somebody writes, and replaces no earlier copy."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.utils import timezone

from storyloop.bank import backup, services
from storyloop.bank.models import Via
from storyloop.story import Story
from tests.conftest import Run
from tests.integration.bank.writing import said, writer

NOON = datetime(2029, 5, 4, 12, 0, 0, tzinfo=UTC)


def current(copy: Path) -> dict[str, int]:
    """Check that a copy is a sound bank; return the current revision of each story, by its id."""
    with closing(sqlite3.connect(copy)) as bank:
        assert bank.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert bank.execute("PRAGMA foreign_key_check").fetchall() == []
        records = bank.execute("SELECT id, slug, revision FROM bank_record").fetchall()
        for record, _, revision in records:
            numbers = bank.execute(
                "SELECT number FROM bank_revision WHERE record_id = ? ORDER BY number", (record,)
            )
            assert [number for (number,) in numbers] == list(range(1, revision + 1))
    return {slug: revision for _, slug, revision in records}


def copied_to(output: str) -> Path:
    """Return the file that the command says it wrote."""
    return Path(output.removeprefix("Wrote ").removesuffix("\n"))


def test_copies_made_while_a_writer_saves_are_each_consistent(
    storyloop: Run, environment: dict[str, str], tmp_path: Path
) -> None:
    storyloop("list")
    with writer(environment, "busy") as process:
        assert process.stdout
        assert process.stdout.readline() == "open\n"
        copies = [
            copied_to(storyloop("backup", "--to", tmp_path / "copies").stdout) for _ in range(4)
        ]
        process.kill()
        saved = said(process.stdout.read()).saved
    revisions = [current(copy)["checkout-failures"] for copy in copies]
    assert revisions == sorted(set(revisions)), "the writer saved between the copies"
    assert revisions[-1] <= max(saved) + 1
    assert sorted((tmp_path / "copies").iterdir()) == sorted(copies)


def test_a_copy_goes_to_the_banks_own_folder_unless_another_is_named(
    storyloop: Run, bank_folder: Path
) -> None:
    done = storyloop("backup")
    copy = copied_to(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert copy.parent == bank_folder / "backups"
    assert len(current(copy)) == 10


def test_a_copy_is_a_bank_of_its_own(storyloop: Run, tmp_path: Path) -> None:
    storyloop("remove", "payee-names")
    copy = copied_to(storyloop("backup", "--to", tmp_path / "copies").stdout)
    restored = tmp_path / "restored"
    restored.mkdir()
    copy.rename(restored / "storyloop.sqlite3")
    assert storyloop("--bank", restored, "list").stdout == storyloop("list").stdout
    history = storyloop("--bank", restored, "show", "payee-names", "--history").stdout
    assert "removed via command line" in history


def test_a_bank_in_another_sqlite_file_is_the_one_that_is_copied(
    storyloop: Run, environment: dict[str, str], tmp_path: Path
) -> None:
    environment["DATABASE_URL"] = f"sqlite:///{tmp_path}/elsewhere.sqlite3"
    assert len(current(copied_to(storyloop("backup").stdout))) == 10


def test_copies_made_at_once_get_a_name_each(storyloop: Run, tmp_path: Path) -> None:
    storyloop("list")
    with ThreadPoolExecutor() as pool:
        done = list(pool.map(lambda _: storyloop("backup", "--to", tmp_path / "copies"), range(4)))
    copies = {copied_to(each.stdout) for each in done}
    assert len(copies) == 4
    assert all(len(current(copy)) == 10 for copy in copies)
    assert set((tmp_path / "copies").iterdir()) == copies


@pytest.mark.django_db(transaction=True)
def test_copies_of_the_same_second_leave_one_another_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOON)
    services.add(Story(id="first"), via=Via.WEB)
    first = backup.back_up(tmp_path)
    before = first.read_bytes()
    services.add(Story(id="second"), via=Via.WEB)
    second = backup.back_up(tmp_path)
    third = backup.back_up(tmp_path, before="0002_later")
    assert [copy.name for copy in (first, second, third)] == [
        "storyloop-2029-05-04T12-00-00.sqlite3",
        "storyloop-2029-05-04T12-00-00-2.sqlite3",
        "storyloop-2029-05-04T12-00-00-before-0002_later.sqlite3",
    ]
    assert first.read_bytes() == before
    assert (set(current(first)), set(current(second))) == ({"first"}, {"first", "second"})


@pytest.mark.django_db(transaction=True)
def test_a_copy_that_is_being_made_keeps_its_name(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOON)
    unfinished = tmp_path / "storyloop-2029-05-04T12-00-00.part"
    unfinished.write_bytes(b"half")
    assert backup.back_up(tmp_path).name == "storyloop-2029-05-04T12-00-00-2.sqlite3"
    assert unfinished.read_bytes() == b"half"


def test_where_no_copy_can_be_made_a_sentence_says_so(storyloop: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    done = storyloop("backup", "--to", tmp_path / "file" / "copies")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"storyloop: The copy in {tmp_path}/file/copies cannot be made (")
    assert done.stderr.endswith(").\n")
    assert done.stderr.count("\n") == 1
