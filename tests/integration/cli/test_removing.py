"""`remove`, its undoing, and `edit --restore`: nothing is ever gone."""

import json
from pathlib import Path

import pytest

from storyloop.bank.errors import NoSuchRevision, NoSuchStory
from tests.integration.cli.conftest import Call
from tests.integration.examples import EDITED, LATE_TRAIN

pytestmark = pytest.mark.database


def listed(command: Call, *options: str) -> set[str]:
    """Return the ids of the list."""
    body = json.loads(command("list", "--format", "json", *options))
    return {story["id"] for story in body["stories"]}


def test_a_removed_story_comes_back_as_it_was(command: Call) -> None:
    text = command("show", "payee-names")
    assert command("remove", "payee-names") == "Removed payee-names\n"
    assert listed(command, "--removed") == {"payee-names"}
    assert command("remove", "--undo", "payee-names") == "Brought back payee-names\n"
    assert "payee-names" in listed(command)
    assert command("show", "payee-names") == text


def test_several_stories_go_at_once(command: Call) -> None:
    done = command("remove", "payee-names", "partner-portal")
    assert done == "Removed payee-names, partner-portal\n"
    assert listed(command, "--removed") == {"payee-names", "partner-portal"}


def test_one_wrong_id_among_good_ones_removes_nothing(command: Call) -> None:
    with pytest.raises(NoSuchStory, match="There is no story 'nope' in the bank"):
        command("remove", "payee-names", "nope")
    assert len(listed(command)) == 10


def test_the_samples_go_and_come_back_together_and_own_stories_stay(
    command: Call, tmp_path: Path
) -> None:
    own = tmp_path / "late-train.md"
    own.write_text(LATE_TRAIN, encoding="utf-8")
    command("import", own)
    samples = listed(command) - {"late-train"}

    said = command("remove", "--samples")
    assert said.startswith("Removed ")
    assert set(said.removeprefix("Removed ").strip().split(", ")) == samples
    assert listed(command) == {"late-train"}
    assert command("remove", "--samples") == "There are no samples.\n"

    assert command("remove", "--undo", "--samples").startswith("Brought back ")
    assert listed(command) == samples | {"late-train"}


def test_an_older_version_is_restored_and_the_newer_one_kept(command: Call, tmp_path: Path) -> None:
    file = tmp_path / "late-train.md"
    for text in (LATE_TRAIN, EDITED):
        file.write_text(text, encoding="utf-8")
        command("import", file)

    said = command("edit", "late-train", "--restore", "1")

    assert said == "Restored revision 1 of late-train\n"
    assert command("show", "late-train") == LATE_TRAIN
    assert command("show", "late-train", "--revision", "2") == EDITED


def test_a_version_that_never_was_cannot_be_restored(command: Call) -> None:
    with pytest.raises(NoSuchRevision, match="has no revision 7"):
        command("edit", "payee-names", "--restore", "7")
    assert len(command("show", "payee-names", "--history").splitlines()) == 1
