"""Where a command prints JSON, the API gives the same."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from storyloop.bank import queries, services
from storyloop.bank.models import Via
from storyloop.cli.main import storyloop as commands
from storyloop.exchange.loop_file import loop_json, read_loop, write_loop
from tests.integration.web.api.conftest import Body, Program
from tests.integration.web.loops import LOOP

Printed = Callable[..., Any]
STORY = "checkout-failures"
QUESTION = "When did you close a security gap?"
TEXT = "We lost parcels every week. I followed one, and losses fell from 40 to 3."


@pytest.fixture
def printed(capsys: pytest.CaptureFixture[str]) -> Printed:
    """Return what a command prints as JSON, on the bank of the test."""

    def call(*arguments: str | Path) -> Any:  # noqa: ANN401 - whatever JSON holds
        commands.main([*map(str, arguments), "--format", "json"], standalone_mode=False)
        return json.loads(capsys.readouterr().out)

    return call


@pytest.mark.parametrize(
    ("command", "path", "query"),
    [
        ("coverage", "/coverage", {}),
        ("coverage --framework civil-service", "/coverage", {"framework": "civil-service"}),
        ("prepare", "/prepare", {}),
        ("prepare --fewest --situation scaled", "/prepare", {"fewest": 1, "situation": "scaled"}),
        ("readiness --loops 500 --seed 7", "/readiness", {"loops": 500, "seed": 7}),
        ("rules", "/rules", {}),
        ("settings", "/settings", {}),
        (f"show {STORY} --history", f"/stories/{STORY}/history", {}),
        (f"show {STORY} --compare 1", f"/stories/{STORY}/changes/1", {}),
    ],
)
def test_a_reading_is_what_the_command_prints(
    program: Program, printed: Printed, command: str, path: str, query: Body
) -> None:
    services.remove("flock-records", via=Via.WEB)
    assert program.get(path, query) == printed(*command.split())


@pytest.mark.parametrize("removed", [False, True])
def test_a_list_has_the_same_keys_and_the_strength(
    program: Program, printed: Printed, *, removed: bool
) -> None:
    services.remove("flock-records", via=Via.WEB)
    said = program.get("/stories", {"removed": removed})
    for each in said["stories"]:
        del each["strength"], each["told"]
    assert said == printed("list", *(["--removed"] if removed else []))


def test_a_story_has_the_same_keys(program: Program, printed: Printed) -> None:
    said = program.get(f"/stories/{STORY}")
    assert {"version": said["version"], "story": said["story"]} == printed("show", STORY)
    old = program.get(f"/stories/{STORY}/history/1")
    assert old["story"] == printed("show", STORY, "--revision", "1")["story"]


def test_a_question_is_read_alike(program: Program, printed: Printed) -> None:
    said = program.get("/ask", {"question": QUESTION, "most": 3})
    assert said == printed("ask", QUESTION, "--most", "3")


def test_questions_are_prepared_for_alike(program: Program, printed: Printed) -> None:
    said = program.send("POST", "/prepare", {"questions": [QUESTION], "fewest": True})
    assert said == printed("prepare", "--question", QUESTION, "--fewest")


def test_a_text_is_read_and_checked_alike(
    program: Program, printed: Printed, tmp_path: Path
) -> None:
    file = tmp_path / "answer.txt"
    file.write_text(TEXT, encoding="utf-8")
    for command in ("read", "check"):
        said = program.send("POST", f"/{command}", {"text": TEXT})
        assert said == printed(command, file) | {"id": ""}


def test_the_stories_of_the_bank_are_checked_alike(program: Program, printed: Printed) -> None:
    for one in printed("check")["texts"]:
        assert program.get(f"/stories/{one['id']}/check") == {"version": 1, **one}


def test_a_loop_is_planned_alike_and_has_the_keys_of_its_file(
    program: Program, printed: Printed, tmp_path: Path
) -> None:
    file = tmp_path / "larch.toml"
    file.write_text(write_loop(LOOP), encoding="utf-8")
    held = program.send("POST", "/loops", {"loop": json.loads(json.dumps(loop_json(LOOP)))})
    assert queries.held_loop("larch").loop == read_loop(file.read_text(encoding="utf-8"))
    assert held["loop"] == loop_json(LOOP)
    assert program.get("/loops/larch/plan") == printed("plan", file) | {
        "impossible": None,
        "lapsed": [],
    }
