"""`list` and `show`: what the bank holds, a story, its history and its older versions."""

import json
from dataclasses import fields
from datetime import datetime
from pathlib import Path
from textwrap import dedent

import pytest

from storyloop import guide
from storyloop.cli.main import COMMANDS
from storyloop.story import Story, write_markdown
from tests.integration.cli.conftest import Call
from tests.integration.examples import EDITED, LATE_TRAIN

pytestmark = pytest.mark.database


@pytest.fixture
def late_train(command: Call, tmp_path: Path) -> Path:
    """Put the late train into the bank, from a file which a test may edit and import again."""
    file = tmp_path / "late-train.md"
    file.write_text(LATE_TRAIN, encoding="utf-8")
    command("import", file)
    return file


def test_a_new_bank_lists_the_samples_by_title(command: Call) -> None:
    lines = command("list").splitlines()
    assert lines[:2] == [
        (
            "partner-portal          282 words  think-big                         "
            "A door that partners could open themselves  (sample)"
        ),
        (
            "payee-names             287 words  bias-for-action                   "
            "A switch that was not mine  (sample)"
        ),
    ]
    assert len(lines) == 10
    assert all(line.endswith("(sample)") for line in lines)


def test_the_list_as_json(command: Call) -> None:
    body = json.loads(command("list", "--format", "json"))
    assert body.keys() == {"version", "stories"}
    assert body["version"] == 1
    titles = [story["title"] for story in body["stories"]]
    assert titles == sorted(titles, key=str.casefold)
    first = body["stories"][0]
    assert first | {"headline": "..."} == {
        "id": "partner-portal",
        "title": "A door that partners could open themselves",
        "headline": "...",
        "words": 282,
        "archetype": "scaled-solution",
        "principles": ["think-big", "invent-and-simplify", "deliver-results", "frugality"],
        "situations": first["situations"],
        "sample": True,
    }


def test_an_empty_bank_says_how_to_begin(command: Call) -> None:
    command("remove", "--samples")
    assert command("list") == "No story yet; write one: storyloop new\n"
    assert json.loads(command("list", "--format", "json")) == {"version": 1, "stories": []}


def test_the_removed_stories_have_a_list_of_their_own(command: Call) -> None:
    assert command("list", "--removed") == "No story is removed.\n"
    command("remove", "payee-names")
    assert command("list", "--removed").split()[0] == "payee-names"
    assert "payee-names" not in command("list")


def test_a_story_is_shown_as_its_file(command: Call, late_train: Path) -> None:
    assert command("show", "late-train") == late_train.read_text(encoding="utf-8")
    for sample in guide.samples():
        assert command("show", sample.id) == write_markdown(sample)


@pytest.mark.usefixtures("late_train")
def test_a_story_as_json_has_every_field_but_its_source(command: Call) -> None:
    body = json.loads(command("show", "late-train", "--format", "json"))
    assert body["version"] == 1
    story = body["story"]
    assert list(story) == [field.name for field in fields(Story) if field.name != "source"]
    assert story["task"] == "I was to get sixty people home."
    assert story["metrics"][0]["baseline"] == "40"
    assert story["follow_ups"] == [
        {"question": "Why was it hard?", "answer": "The garage closed at eleven."}
    ]


def test_an_older_version_can_be_shown_and_compared(command: Call, late_train: Path) -> None:
    late_train.write_text(EDITED, encoding="utf-8")
    command("import", late_train)
    assert command("show", "late-train") == EDITED
    assert command("show", "late-train", "--revision", "1") == LATE_TRAIN
    assert command("show", "late-train", "--compare", "1") == dedent("""\
        Task
          - I was to get sixty people home.
          + I was to get seventy people home.
        """)
    assert json.loads(command("show", "late-train", "--compare", "1", "--format", "json")) == {
        "version": 1,
        "id": "late-train",
        "since": 1,
        "changes": [
            {
                "field": "task",
                "before": "I was to get sixty people home.",
                "after": "I was to get seventy people home.",
            }
        ],
    }
    unchanged = command("show", "late-train", "--compare", "2")
    assert unchanged == "Nothing has changed since revision 2.\n"


def test_the_history_is_told_newest_first(command: Call, late_train: Path) -> None:
    late_train.write_text(EDITED, encoding="utf-8")
    command("import", late_train)
    command("edit", "late-train", "--restore", "1")
    command("remove", "late-train")
    command("remove", "--undo", "late-train")
    lines = command("show", "late-train", "--history").splitlines()
    assert [(line.split()[0], line[27:]) for line in lines] == [
        ("5", "brought back via command line"),
        ("4", "removed via command line"),
        ("3", "restored via command line"),
        ("2", "saved via import"),
        ("1", "added via import"),
    ]
    body = json.loads(command("show", "late-train", "--history", "--format", "json"))
    assert body.keys() == {"version", "id", "revisions"}
    assert (body["version"], body["id"]) == (1, "late-train")
    newest, *_, oldest = body["revisions"]
    assert newest.keys() == {"number", "saved_at", "event", "via"}
    assert datetime.fromisoformat(newest["saved_at"]) >= datetime.fromisoformat(oldest["saved_at"])


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(command: Call, name: str) -> None:
    text = command(name, "--help")
    assert text.startswith(f"Usage: storyloop {name} ")
    assert name in command("--help")
