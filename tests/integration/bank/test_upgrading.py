"""A later version changes the tables: a copy is made before, and a failure changes nothing."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storyloop.bank import migrations
from tests.conftest import Run
from tests.integration.bank.test_opening import ids, refusal

SETTINGS = """\
from storyloop.settings import *

MIGRATION_MODULES = {"bank": "later.migrations"}
"""
# The migrations that there are, by name, in their order.
NOW = sorted(file.stem for file in Path(migrations.__file__).parent.glob("[0-9]*.py"))
FORMER = """\
from importlib import import_module

Migration = import_module("storyloop.bank.migrations.{name}").Migration
"""
LONGER_IDS = f"""\
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("bank", "{NOW[-1]}")]
    operations = [
        migrations.AlterField("record", "slug", models.CharField(max_length=80, unique=True)),
        migrations.AddField("record", "note", models.TextField(null=True)),
    ]
"""
FAULTY = """\
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("bank", "8000_longer_ids")]
    operations = [
        migrations.RunSQL("DELETE FROM bank_revision"),
        migrations.RunSQL("DELETE FROM nowhere"),
    ]
"""


@pytest.fixture
def later(tmp_path: Path) -> Path:
    """Write the migrations of a later version, which makes ids longer."""
    folder = tmp_path / "later" / "migrations"
    folder.mkdir(parents=True)
    (tmp_path / "later" / "settings.py").write_text(SETTINGS, encoding="utf-8")
    (folder / "__init__.py").touch()
    for name in NOW:
        (folder / f"{name}.py").write_text(FORMER.format(name=name), encoding="utf-8")
    (folder / "8000_longer_ids.py").write_text(LONGER_IDS, encoding="utf-8")
    return folder


@pytest.fixture
def upgraded(environment: dict[str, str], tmp_path: Path) -> dict[str, str]:
    """Return the environment of a user who has the later version."""
    return environment | {"PYTHONPATH": str(tmp_path), "DJANGO_SETTINGS_MODULE": "later.settings"}


def dump(database: Path) -> list[str]:
    """Check that a database is sound; return all that it holds."""
    with closing(sqlite3.connect(database)) as bank:
        assert bank.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert bank.execute("PRAGMA foreign_key_check").fetchall() == []
        return list(bank.iterdump())


@pytest.mark.usefixtures("later")
def test_a_copy_is_made_before_the_tables_change(
    storyloop: Run, upgraded: dict[str, str], bank_folder: Path
) -> None:
    before = ids(storyloop)
    storyloop("remove", before[0])
    former = dump(bank_folder / "storyloop.sqlite3")

    done = storyloop("list", env=upgraded)
    assert (done.returncode, done.stderr) == (0, "")
    (copy,) = (bank_folder / "backups").iterdir()
    assert copy.name.endswith("-before-8000_longer_ids.sqlite3")
    assert dump(copy) == former

    changed = "\n".join(dump(bank_folder / "storyloop.sqlite3"))
    assert '"note" text NULL' in changed
    assert "varchar(80)" in changed
    assert ids(storyloop) == before[1:]
    assert ids(storyloop, "--removed") == before[:1]


@pytest.mark.usefixtures("later")
def test_an_upgraded_bank_is_not_copied_again(
    storyloop: Run, upgraded: dict[str, str], bank_folder: Path
) -> None:
    storyloop("list")
    for _ in range(2):
        storyloop("list", env=upgraded)
    assert len(list((bank_folder / "backups").iterdir())) == 1


@pytest.mark.usefixtures("later")
def test_a_new_bank_of_the_later_version_needs_no_copy(
    storyloop: Run, upgraded: dict[str, str], bank_folder: Path
) -> None:
    assert storyloop("list", env=upgraded).returncode == 0
    assert not (bank_folder / "backups").exists()


def test_an_upgrade_that_fails_leaves_the_bank_as_it_was(
    storyloop: Run, upgraded: dict[str, str], later: Path, bank_folder: Path
) -> None:
    (later / "9000_faulty.py").write_text(FAULTY, encoding="utf-8")
    before = ids(storyloop)
    former = dump(bank_folder / "storyloop.sqlite3")
    assert refusal(storyloop("list", env=upgraded)) == (
        f"The database {bank_folder}/storyloop.sqlite3 cannot be used (no such table: nowhere)."
    )
    assert dump(bank_folder / "storyloop.sqlite3") == former
    assert ids(storyloop) == before


@pytest.mark.usefixtures("later")
def test_without_room_for_the_copy_the_tables_do_not_change(
    storyloop: Run, upgraded: dict[str, str], bank_folder: Path
) -> None:
    storyloop("list")
    (bank_folder / "backups").write_text("in the way", encoding="utf-8")
    former = dump(bank_folder / "storyloop.sqlite3")
    sentence = refusal(storyloop("list", env=upgraded))
    assert sentence.startswith(f"The copy in {bank_folder}/backups cannot be made (")
    assert dump(bank_folder / "storyloop.sqlite3") == former
