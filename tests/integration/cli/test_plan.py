"""`plan`: from a loop's file to who is told what, and anew during the day."""

import json
from pathlib import Path

import click
import pytest

from storyloop import guide
from storyloop.cli.plan import plan_command
from tests.conftest import Run
from tests.integration.cli.conftest import Call

EXAMPLE = Path(__file__).parents[3] / "docs" / "examples" / "loop.toml"

pytestmark = pytest.mark.database


def test_the_example_of_the_manual_on_the_samples(command: Call) -> None:
    text = command("plan", EXAMPLE)
    assert text.startswith("Larch & Lantern, Senior product manager, 4 December 2026\n")
    assert "\nProved best: 10 of 10 answered, no story told twice; the weakest fits 0." in text
    assert "\nThe stories counted are samples: fiction, until you write one of your own.\n" in text
    assert "marked as guessed" in text


def test_the_json(command: Call) -> None:
    body = json.loads(command("plan", EXAMPLE, "--format", "json"))
    assert body["version"] == 1
    assert body["optimal"] is True
    told = [s["primary"]["story"] for r in body["rounds"] for s in r["slots"]]
    assert sorted(told) == sorted(story.id for story in guide.samples())
    assert "classroom-set-up" not in [s["primary"]["story"] for s in body["rounds"][0]["slots"]]
    assert [each["interviewer"] for each in body["rounds"]] == ["Mei Tan", "Jonas Field", "", ""]


def test_markdown_and_card_into_a_file(command: Call, tmp_path: Path) -> None:
    file = tmp_path / "plan.md"
    command("plan", EXAMPLE, "--format", "md", "-o", file)
    assert file.read_text(encoding="utf-8").startswith("# Larch & Lantern")
    card = command("plan", EXAMPLE, "--format", "card").splitlines()
    assert len([line for line in card if line.startswith("  ")]) == 10


def test_after_a_round_the_rest_is_planned_anew(command: Call) -> None:
    text = command("plan", EXAMPLE, "--told", "1=checkout-failures", "--came-up", "4=frugality")
    assert "Round 1, Mei Tan (hiring manager), over\n" in text
    assert text.count("checkout that failed in layers (fits") == 1
    assert "marked with a star." in text
    body = json.loads(
        command("plan", EXAMPLE, "--told", "1=", "--told", "2=partner-portal", "--format", "json")
    )
    assert [each["over"] for each in body["rounds"]] == [True, True, False, False]


def test_a_template_is_a_loop_that_can_be_planned(command: Call, tmp_path: Path) -> None:
    (said,) = (
        each.to_info_dict()["help"] for each in plan_command.params if each.name == "template"
    )
    for template in guide.loops():
        assert template.id in said
        file = tmp_path / f"{template.id}.toml"
        command("plan", "--template", template.id, "-o", file)
        assert file.read_text(encoding="utf-8").startswith(f"# {template.name}. ")
        assert "\nProved best: " in command("plan", file)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Name the loop's file"),
        (["--template", "marathon"], "There is no template 'marathon'; there is phone-screen"),
        ([EXAMPLE, "--told", "checkout-failures"], "'checkout-failures' does not begin with a ro"),
        ([EXAMPLE, "--told", "9=checkout-failures"], "There is no round 9; there are 4."),
        ([EXAMPLE, "--told", "1=x"], "There is no story 'x', said to be told in round 1."),
    ],
)
def test_bad_use_is_named(command: Call, arguments: list[str | Path], message: str) -> None:
    with pytest.raises(click.UsageError, match=message):
        command("plan", *arguments)


def test_a_story_that_is_not_there_is_named(command: Call, tmp_path: Path) -> None:
    file = tmp_path / "loop.toml"
    file.write_text("[[rounds]]\ntold = ['no-such-story']\n", encoding="utf-8")
    with pytest.raises(click.UsageError, match="The loop names the story 'no-such-story'"):
        command("plan", file)


def test_a_bad_file_ends_with_one_sentence_and_status_2(storyloop: Run, tmp_path: Path) -> None:
    file = tmp_path / "loop.toml"
    for content, said in (
        (b"\xff\xfe\x00", "is not text in UTF-8."),
        (b"employer = ", "This is no TOML"),
        (b"[[rounds]]\nprinciples = ['x']", "In round 1, 'x' is no principle of"),
        (b"#" * 1_000_001, "is too large for a loop."),
    ):
        file.write_bytes(content)
        run = storyloop("plan", file)
        assert run.returncode == 2
        assert said in run.stderr
        assert run.stderr.count("\n") == 1
        assert run.stdout == ""


def test_an_empty_bank_leaves_everything_open(command: Call, tmp_path: Path) -> None:
    command("remove", "--samples")
    file = tmp_path / "loop.toml"
    file.write_text("[[rounds]]\nprinciples = ['ownership']\n", encoding="utf-8")
    text = command("plan", file)
    assert "Round 1 asks Ownership, and no story serves it." in text
    assert "\nProved best: 0 of 1 answered, no story told twice.\n" in text
