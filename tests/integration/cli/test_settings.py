"""Settings on the command line, and the commands that go by them."""

import json
from dataclasses import replace
from pathlib import Path

import click
import pytest

from storyloop import guide
from storyloop.bank import services
from storyloop.bank.errors import BadPreference
from storyloop.bank.models import Via
from storyloop.bank.preferences import preferences
from storyloop.bank.values import USUAL
from tests.integration.cli.conftest import Call

_SAMPLE = guide.samples()[0]
OLEANA = replace(
    _SAMPLE,
    id="damp-grain",
    sample=False,
    private_terms=(),
    action=f"Oleana opened the hatch. {_SAMPLE.action}",
)


def test_the_settings_are_shown_with_what_they_are(command: Call) -> None:
    shown = command("settings")
    assert "framework        amazon        (whose principles are asked by)\n" in shown
    assert "private-terms    none          (names to keep in" in shown
    body = json.loads(command("settings", "--format", "json"))
    assert body["settings"] == {
        "framework": "amazon",
        "level": "",
        "words_a_minute": 150,
        "longest": 120,
        "private_terms": [],
        "switched_off": [],
    }


def test_a_setting_is_set_shown_and_made_usual_again(command: Call) -> None:
    assert command("settings", "words-a-minute", "140").startswith("words-a-minute   140 ")
    assert command("settings", "private-terms", "Larch", "Elm").startswith(
        "private-terms    Larch, Elm"
    )
    assert (preferences().words_a_minute, preferences().private_terms) == (140, ("Larch", "Elm"))
    command("settings", "private-terms", "--reset")
    assert (preferences().words_a_minute, preferences().private_terms) == (140, ())
    command("settings", "--reset")
    assert preferences() == USUAL


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["colour", "red"], "There is no setting 'colour'; there is framework, level,"),
        (["level", "mid", "senior"], "level takes one value."),
        (["level", "mid", "--reset"], "Give a value, or --reset, not both."),
        (["switched-off", "zeppelin"], "There is no rule 'zeppelin'; see `storyloop rules`."),
        (["longest", "5"], "from 30 to 600"),
    ],
)
def test_bad_use_gets_a_sentence_and_changes_nothing(
    command: Call, arguments: list[str], sentence: str
) -> None:
    with pytest.raises((click.UsageError, BadPreference), match=sentence):
        command("settings", *arguments)
    assert preferences() == USUAL


def test_coverage_and_readiness_go_by_the_framework(command: Call) -> None:
    command("settings", "framework", "civil-service")
    assert json.loads(command("coverage", "--format", "json"))["framework"] == "civil-service"
    shown = json.loads(command("readiness", "--loops", "200", "--format", "json"))
    assert {each["principle"][:3] for each in shown["bottlenecks"]} <= {"cs-"}
    body = json.loads(command("coverage", "--framework", "amazon", "--format", "json"))
    assert body["framework"] == "amazon"


def test_readiness_says_whose_questions_are_drawn(command: Call) -> None:
    assert "another level" not in command("readiness", "--loops", "200")
    command("settings", "level", "senior")
    shown = " ".join(command("readiness", "--loops", "200").split())
    assert "none for another level than senior" in shown


def test_a_sheet_is_as_long_as_is_set_and_timed_at_ones_pace(command: Call) -> None:
    command("settings", "longest", "60")
    command("settings", "words-a-minute", "120")
    body = json.loads(command("prepare", "--situation", "root-cause", "--format", "json"))
    [sheet] = body["situations"]
    assert sheet["shortened"]
    assert sheet["words"] <= 120
    assert sheet["seconds"] == round(sheet["words"] / 2)


def test_the_stories_of_the_bank_are_checked_by_the_settings(command: Call) -> None:
    def codes() -> set[str]:
        body = json.loads(command("check", "--format", "json"))
        return {each["code"] for each in body["findings"]}

    command("list")  # A new bank holds the samples.
    services.remove_samples(via=Via.WEB)
    services.add(OLEANA, via=Via.WEB)
    before = codes()
    assert {"S07", "X02"}.isdisjoint(before)
    command("settings", "longest", "60")
    command("settings", "private-terms", "Oleana")
    assert codes() == before | {"S07", "X02"}
    command("settings", "switched-off", "S07")
    assert codes() == before | {"X02"}


def test_what_is_handed_on_leaves_out_private_terms(command: Call, tmp_path: Path) -> None:
    command("list")  # A new bank holds the samples.
    services.remove_samples(via=Via.WEB)
    story = replace(guide.samples()[0], id="grain", title="Oleana and the grain", sample=False)
    services.add(story, via=Via.WEB)
    command("settings", "private-terms", "Oleana")
    loop = tmp_path / "loop.toml"
    loop.write_text("[[rounds]]\nprinciples = ['ownership']\n", encoding="utf-8")
    for arguments in (["prepare"], ["plan", str(loop)]):
        assert "Oleana" in command(*arguments)
        handed_on = command(*arguments, "--leave-out-private")
        assert "Oleana" not in handed_on
        assert "[private] and the grain" in handed_on


def test_an_export_without_private_terms_may_follow_one_with_them(
    command: Call, tmp_path: Path
) -> None:
    command("list")
    services.remove_samples(via=Via.WEB)
    services.add(OLEANA, via=Via.WEB)
    command("settings", "private-terms", "Oleana")
    file = tmp_path / "damp-grain.md"
    for arguments, said in (
        ([], "Oleana opened"),
        (["--leave-out-private"], "[private] opened"),
        (["--leave-out-private"], "[private] opened"),
        ([], "Oleana opened"),
    ):
        command("export", str(tmp_path), *arguments)
        assert said in file.read_text(encoding="utf-8")
