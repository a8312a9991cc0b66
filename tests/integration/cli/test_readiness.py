"""`readiness`: for how many loops the bank has a story for every question."""

import json
from pathlib import Path

import click
import pytest

from tests.integration.cli.conftest import Call

EXAMPLE = Path(__file__).parents[3] / "docs" / "examples" / "loop.toml"

pytestmark = pytest.mark.database


def test_the_samples_are_ready_and_it_says_what_hangs_on_which(command: Call) -> None:
    text = command("readiness", "--loops", "500")
    assert text.startswith("Ready for ")
    assert "no chance of an offer" in text
    assert "Most hangs on:" in text


def test_the_json_is_the_same_for_the_same_seed(command: Call) -> None:
    arguments = ("readiness", "--loops", "500", "--seed", "3", "--tellings", "1")
    first = command(*arguments, "--format", "json")
    assert command(*arguments, "--format", "json") == first
    body = json.loads(first)
    assert (body["version"], body["loops"], body["seed"]) == (1, 500, 3)
    low, high = body["interval"]
    assert 0 < low <= body["ready"] <= high < 1
    assert body["ready"] == body["told_once"]
    assert body["bottlenecks"]
    assert len(body["next_story"]) == 10
    assert len(body["dependence"]) == 10


def test_ones_own_loop(command: Call) -> None:
    text = " ".join(command("readiness", "--loop", EXAMPLE, "--loops", "500").split())
    assert "The 4 rounds of your loop, with the principles of 1 of them drawn;" in text


def test_another_framework(command: Call) -> None:
    arguments = ("--framework", "civil-service", "--loops", "200", "--format", "json")
    body = json.loads(command("readiness", *arguments))
    assert body["ready"] is not None
    with pytest.raises(click.UsageError, match="no framework 'acme'; there is amazon, civil-ser"):
        command("readiness", "--framework", "acme")


def test_an_empty_bank_is_told_what_to_do(command: Call) -> None:
    command("remove", "--samples")
    assert command("readiness").startswith("With 0 stories there is nothing to reckon yet; write 5")
    body = json.loads(command("readiness", "--format", "json"))
    assert body["ready"] is None
