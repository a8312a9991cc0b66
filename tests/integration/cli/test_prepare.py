"""`prepare`: a story for each situation, laid out for telling."""

import json
from itertools import chain, combinations
from pathlib import Path
from textwrap import dedent

import click
import pytest

from storyloop import guide
from storyloop.matching import rank
from tests.integration.cli.conftest import Call
from tests.integration.examples import LATE_TRAIN

pytestmark = pytest.mark.database

SITUATIONS = [situation.id for situation in guide.situations()]


@pytest.fixture
def only_the_late_train(command: Call, tmp_path: Path) -> None:
    """Leave one story in the bank."""
    file = tmp_path / "late-train.md"
    file.write_text(LATE_TRAIN, encoding="utf-8")
    command("import", file)
    command("remove", "--samples")


def test_the_samples_answer_all_fifteen_situations_and_none_is_told_three_times(
    command: Call,
) -> None:
    body = json.loads(command("prepare", "--format", "json"))
    assert body.keys() == {"version", "counted", "situations", "gaps", "uses"}
    assert body["version"] == 1
    assert body["counted"] == {"own": 0, "samples": 10}
    assert [sheet["id"] for sheet in body["situations"]] == SITUATIONS
    assert body["gaps"] == []
    told = [sheet["story"] for sheet in body["situations"]]
    assert {use["story"]: use["times"] for use in body["uses"]} == {s: told.count(s) for s in told}
    assert all(use["times"] <= 2 for use in body["uses"])


def test_each_sheet_has_all_that_the_contract_names(command: Call) -> None:
    samples = {story.id: story for story in guide.samples()}
    for sheet in json.loads(command("prepare", "--format", "json"))["situations"]:
        assert list(sheet) == [
            *("id", "story", "title", "fit", "reasons", "short", "words", "seconds", "shortened"),
            *("principles", "metrics", "why_not", "probes", "spare"),
        ]
        story = samples[sheet["story"]]
        assert sheet["id"] in story.situations
        assert sheet["title"] == story.title
        assert 0 < sheet["fit"] <= 1
        assert sheet["reasons"]
        assert list(sheet["short"]) == ["situation", "task", "action", "result"]
        assert sheet["words"] == sum(len(text.split()) for text in sheet["short"].values())
        assert set(sheet["principles"]) <= set(story.principles)
        assert sheet["metrics"][0].keys() == {
            *("name", "baseline", "result", "unit", "period", "standing")
        }
        assert sheet["why_not"][0].keys() == {"chosen", "rejected", "why_not"}
        assert all(probe.keys() == {"ask", "answer"} for probe in sheet["probes"])
        assert sheet["spare"].keys() == {"story", "fit"}
        assert sheet["spare"]["story"] != sheet["story"]


def test_fewest_tells_no_story_that_could_be_spared(command: Call) -> None:
    body = json.loads(command("prepare", "--fewest", "--format", "json"))
    used = {use["story"] for use in body["uses"]}
    answers = [{fit.story.id for fit in rank(guide.samples(), s)} for s in guide.situations()]
    ids = [story.id for story in guide.samples()]
    subsets = chain.from_iterable(combinations(ids, size) for size in range(1, len(ids) + 1))
    smallest = next(chosen for chosen in subsets if all(a.intersection(chosen) for a in answers))
    assert [sheet["id"] for sheet in body["situations"]] == SITUATIONS
    assert len(used) == len(smallest)
    assert len(used) < len(ids)


def test_situations_are_laid_out_once_each_in_the_order_asked(command: Call) -> None:
    asked = ("--situation", "scaled", "--situation", "root-cause", "--situation", "scaled")
    body = json.loads(command("prepare", *asked, "--format", "json"))
    assert [sheet["id"] for sheet in body["situations"]] == ["scaled", "root-cause"]


@pytest.mark.usefixtures("only_the_late_train")
def test_one_situation_as_text(command: Call) -> None:
    text = command("prepare", "--situation", "obstacle")
    opening, probes = text.split("Probe: ", 1)
    assert opening == dedent("""\
        Overcame an obstacle: The late train
        ====================================
        I overcame a significant obstacle. 31 words, 0 min 12 s.

        SITUATION  The last train of the evening had no crew.

        TASK  I was to get sixty people home.

        ACTION  I rang the bus garage and asked for two drivers.

        RESULT  Everybody was home by midnight.

        Worth naming: Ownership
        Number: Minutes late: 40 → 4
        Why not: Waiting for the crew: The crew was an hour away
        """)
    assert "\n  The garage closed at eleven.\n" in probes
    assert "\n  (no answer prepared yet)\n" in probes
    assert text.endswith("Spare: none yet\n\n1 of 1 situation answered by 1 story.\n")


@pytest.mark.usefixtures("only_the_late_train")
def test_one_situation_as_markdown(command: Call) -> None:
    text = command("prepare", "--situation", "obstacle", "--format", "md")
    assert text.startswith(
        dedent("""\
        # Preparation

        ## Overcame an obstacle

        *I overcame a significant obstacle.*

        **The late train** (31 words, 0 min 12 s)

        **Situation.** The last train of the evening had no crew.
        """)
    )
    assert "\n**Numbers**\n\n- Minutes late: 40 → 4\n" in text
    assert "\n**Why not**\n\n- Waiting for the crew: The crew was an hour away\n" in text


def test_markdown_has_a_chapter_for_each_situation(command: Call) -> None:
    text = command("prepare", "--format", "md")
    chapters = [line[3:] for line in text.splitlines() if line.startswith("## ")]
    assert chapters == [situation.name for situation in guide.situations()]


@pytest.mark.parametrize("form", ["text", "md", "json"])
def test_the_document_goes_to_a_file_where_one_is_named(
    command: Call, tmp_path: Path, form: str
) -> None:
    target = tmp_path / "loop"
    printed = command("prepare", "--format", form)
    assert command("prepare", "--format", form, "-o", target) == ""
    assert target.read_text(encoding="utf-8") == printed


def test_an_empty_bank_gets_a_kind_of_story_to_write_for_each_situation(command: Call) -> None:
    command("remove", "--samples")
    body = json.loads(command("prepare", "--format", "json"))
    assert (body["situations"], body["uses"]) == ([], [])
    assert [gap["situation"] for gap in body["gaps"]] == SITUATIONS
    for gap in body["gaps"]:
        assert gap["archetype"] in guide.situation(gap["situation"]).archetypes

    lines = command("prepare").splitlines()
    assert lines[0].startswith("No story yet: Root cause. I found the cause of a problem")
    assert lines[-1] == "0 of 15 situations answered by 0 stories."

    chapters = command("prepare", "--format", "md").split("## No story yet\n\n")[1].splitlines()
    assert len(chapters) == 15
    assert all("Write next: " in line for line in chapters)


def test_ones_own_stories_are_told_alone_unless_the_samples_are_asked_for(
    command: Call, tmp_path: Path
) -> None:
    assert command("prepare").endswith(
        "\nThe stories counted are samples: fiction, until you write one of your own.\n"
    )
    file = tmp_path / "late-train.md"
    file.write_text(LATE_TRAIN, encoding="utf-8")
    command("import", file)
    body = json.loads(command("prepare", "--format", "json"))
    assert body["uses"] == [{"story": "late-train", "times": 1}]
    assert body["counted"] == {"own": 1, "samples": 0}
    assert command("prepare").endswith(
        "\nOnly your own stories are counted; count the samples too with --samples.\n"
    )

    body = json.loads(command("prepare", "--samples", "--format", "json"))
    assert (len(body["situations"]), body["gaps"]) == (15, [])
    assert body["counted"] == {"own": 1, "samples": 10}
    assert command("prepare", "--samples").endswith(
        "\nThe samples, which are fiction, are counted too.\n"
    )


def test_a_situation_that_the_guide_does_not_know_is_named(command: Call) -> None:
    with pytest.raises(click.UsageError, match="There is no situation 'scald'; use one of: root"):
        command("prepare", "--situation", "scald")
