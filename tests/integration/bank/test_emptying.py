"""Everything can be removed, to the last word, and the samples do not come back by themselves."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from subprocess import run

import pytest
from django.apps import apps
from pytest_django import Settings

from storyloop import guide
from storyloop.bank import models, queries, search, services
from storyloop.bank.emptying import contents, empty
from storyloop.bank.judgements import catch_up
from storyloop.bank.models import Via
from storyloop.bank.preferences import keep_preferences, preferences
from storyloop.bank.values import USUAL, Preferences
from tests.conftest import Run
from tests.grown import FEW, grow

pytestmark = pytest.mark.django_db

EMPTY = """
from storyloop.bank.opening import open_bank
open_bank()
from storyloop.bank.emptying import empty
empty(copy_first=False)
"""


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    """Return the bank's folder of this test."""
    settings.BANK = tmp_path
    return tmp_path


def rows() -> dict[str, int]:
    """Return how many rows each table of the bank has."""
    every = apps.get_app_config("bank").get_models()
    return {model.__name__: model._default_manager.count() for model in every}  # noqa: SLF001


@pytest.mark.usefixtures("folder")
@pytest.mark.database
def test_every_table_is_wiped_and_only_that_it_was_is_noted() -> None:
    grow(FEW)
    catch_up()
    keep_preferences(Preferences(longest=60))
    assert {name for name, count in rows().items() if not count} == {"Emptied"}
    assert search.ids("checkout")
    assert empty(copy_first=False) is None
    assert {name: count for name, count in rows().items() if count} == {"Emptied": 1}
    assert not search.ids("checkout")
    assert (queries.stories(), preferences()) == ([], USUAL)


@pytest.mark.usefixtures("folder")
@pytest.mark.database
def test_an_emptied_bank_is_used_like_a_new_one_and_emptied_again() -> None:
    grow(FEW)
    empty(copy_first=False)
    services.add(guide.samples()[0], via=Via.WEB)
    assert search.ids("checkout")
    empty(copy_first=False)
    assert contents().stories == 0
    assert models.Emptied.objects.count() == 1


@pytest.mark.usefixtures("folder")
@pytest.mark.database
def test_the_samples_come_back_when_they_are_asked_for() -> None:
    services.add_samples()
    empty(copy_first=False)
    services.add_samples()
    assert queries.stories() == []
    assert len(services.bring_back_samples(via=Via.WEB)) == len(guide.samples())
    assert {each.story.sample for each in queries.stories()} == {True}
    assert services.bring_back_samples(via=Via.WEB) == []


@pytest.mark.database
def test_texts_that_could_not_be_saved_go_and_nothing_else_in_the_folder(folder: Path) -> None:
    for name in ("unsaved/late-train.md", "backups/copy.sqlite3", "secret-key", "../outside.md"):
        file = folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("words", encoding="utf-8")
    assert contents().unsaved == 1
    empty(copy_first=False)
    assert not (folder / "unsaved/late-train.md").exists()
    for name in ("backups/copy.sqlite3", "secret-key", "../outside.md"):
        assert (folder / name).exists()


@pytest.mark.django_db(transaction=True)
def test_a_copy_made_before_holds_everything(folder: Path) -> None:
    services.add_samples()
    copy = empty(copy_first=True)
    assert copy is not None
    assert copy.parent == folder / "backups"
    with closing(sqlite3.connect(copy)) as connection:
        (count,) = connection.execute("SELECT count(*) FROM bank_revision").fetchone()
    assert count == len(guide.samples())


def test_no_word_stays_in_the_files_of_the_bank(
    storyloop: Run, environment: dict[str, str], bank_folder: Path
) -> None:
    sentence = guide.samples()[0].situation.split(".")[0]
    rarest = max(sentence.casefold().split(), key=len)

    def holds(words: str) -> bool:
        files = bank_folder.glob("storyloop.sqlite3*")
        return any(words.encode() in file.read_bytes() for file in files)

    assert storyloop("list").returncode == 0
    assert holds(sentence)
    assert holds(rarest)
    done = run([sys.executable, "-c", EMPTY], env=environment, check=False)  # noqa: S603 - our own
    assert done.returncode == 0
    assert not holds(sentence)
    assert not holds(rarest)
    assert "No story yet" in storyloop("list").stdout
