"""`coverage`: what the bank covers, what hangs on one story, what to write next."""

import json
from itertools import chain, combinations
from pathlib import Path

import click
import pytest

from storyloop import guide
from tests.integration.cli.conftest import Call
from tests.integration.examples import LATE_TRAIN

pytestmark = pytest.mark.database


def test_the_samples_cover_every_situation_and_principle(command: Call) -> None:
    body = json.loads(command("coverage", "--format", "json"))
    assert list(body) == [
        *("version", "framework", "counted", "stories", "situations", "principles"),
        *("uncovered", "fragile", "fewest", "next"),
    ]
    assert (body["version"], body["framework"]) == (1, "amazon")
    assert body["counted"] == {"own": 0, "samples": 10}
    assert set(body["stories"]) == {story.id for story in guide.samples()}
    assert [need["id"] for need in body["situations"]] == [s.id for s in guide.situations()]
    assert [need["id"] for need in body["principles"]] == [
        principle.id for principle in guide.framework().principles
    ]
    assert body["uncovered"] == []
    needs = [("situation", need) for need in body["situations"]]
    needs += [("principle", need) for need in body["principles"]]
    assert body["fragile"] == [
        {"kind": kind, "id": need["id"], "story": need["stories"][0]}
        for kind, need in needs
        if len(need["stories"]) == 1
    ]


def test_the_fewest_stories_that_cover_all_are_the_fewest(command: Call) -> None:
    body = json.loads(command("coverage", "--format", "json"))
    needs = [set(need["stories"]) for need in body["situations"] + body["principles"]]
    sizes = range(1, len(body["stories"]) + 1)
    subsets = chain.from_iterable(combinations(body["stories"], size) for size in sizes)
    smallest = next(
        chosen for chosen in subsets if all(need.intersection(chosen) for need in needs)
    )
    assert all(need.intersection(body["fewest"]) for need in needs)
    assert len(body["fewest"]) == len(smallest)


def test_what_to_write_next_is_led_by_the_greatest_gain(command: Call) -> None:
    command("remove", "partner-portal", "checkout-failures", "energy-go-live")
    body = json.loads(command("coverage", "--format", "json"))
    assert body["uncovered"]
    gains = [suggestion["gain"] for suggestion in body["next"]]
    assert gains == sorted(gains, reverse=True)
    fragile = {need["id"] for need in body["fragile"]}
    uncovered = {need["id"] for need in body["uncovered"]}
    for suggestion in body["next"]:
        assert suggestion["archetype"] in guide.vocabulary().archetypes
        assert set(suggestion["covers"]) <= uncovered
        assert set(suggestion["backs_up"]) <= fragile
        assert suggestion["gain"] == (len(suggestion["covers"]) + 0.5 * len(suggestion["backs_up"]))


def test_the_matrix_as_text(command: Call) -> None:
    lines = command("coverage").splitlines()
    assert lines[:2] == [
        "  1  A door that partners could open themselves",
        "  2  A switch that was not mine",
    ]
    header = next(line for line in lines if line.startswith("Situations"))
    assert header.split() == ["Situations", *map(str, range(1, 11))]
    row = next(line for line in lines if line.startswith("Root cause "))
    assert set(row.removeprefix("Root cause").split()) == {"●", "·"}
    assert len(row) == len(header)
    assert "Covered: 15 of 15 situations, 16 of 16 principles." in lines
    assert "Write next:" in lines


def test_another_employers_framework(command: Call) -> None:
    body = json.loads(command("coverage", "--framework", "civil-service", "--format", "json"))
    assert body["framework"] == "civil-service"
    assert [need["id"] for need in body["principles"]] == [
        "cs-seeing-the-big-picture",
        "cs-changing-and-improving",
        "cs-making-effective-decisions",
        "cs-leadership",
        "cs-communicating-and-influencing",
        "cs-working-together",
        "cs-developing-self-and-others",
        "cs-managing-a-quality-service",
        "cs-delivering-at-pace",
    ]
    # The samples were written for another employer, and serve this one too.
    assert all(need["stories"] for need in body["principles"])
    text = command("coverage", "--framework", "civil-service")
    assert "\nCivil Service Behaviours " in text
    assert "9 of 9 principles." in text


def test_an_empty_bank_covers_nothing_and_is_told_what_to_write(command: Call) -> None:
    command("remove", "--samples")
    body = json.loads(command("coverage", "--format", "json"))
    assert (body["stories"], body["fewest"], body["fragile"]) == ([], [], [])
    assert len(body["uncovered"]) == 15 + 16
    assert body["next"]
    text = command("coverage")
    assert "Covered: 0 of 15 situations, 0 of 16 principles." in text
    assert "Write next:\n" in text


def test_the_samples_count_until_there_is_a_story_of_ones_own(
    command: Call, tmp_path: Path
) -> None:
    file = tmp_path / "late-train.md"
    file.write_text(LATE_TRAIN, encoding="utf-8")
    command("import", file)
    body = json.loads(command("coverage", "--format", "json"))
    assert body["stories"] == ["late-train"]
    assert body["counted"] == {"own": 1, "samples": 0}
    assert "Covered: 1 of 15 situations, 1 of 16 principles." in command("coverage")
    body = json.loads(command("coverage", "--samples", "--format", "json"))
    assert len(body["stories"]) == 11
    assert body["counted"] == {"own": 1, "samples": 10}


def test_a_framework_that_nobody_wrote_down_is_named(command: Call) -> None:
    with pytest.raises(click.UsageError, match="no framework 'acme'; there is amazon, civil-ser"):
        command("coverage", "--framework", "acme")
