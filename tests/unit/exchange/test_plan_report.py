"""A loop plan as text, Markdown, JSON and card; readiness as text and JSON."""

import datetime as dt
import json
from dataclasses import replace

import pytest

from storyloop import guide
from storyloop.exchange.plan_card import plan_card
from storyloop.exchange.plan_report import plan_json, plan_markdown, plan_text
from storyloop.exchange.readiness_report import readiness_json, readiness_text
from storyloop.planning import Counted, Loop, Plan, Round, counted, plan, readiness, replan
from storyloop.story import Metric, Story, TradeOff

DEPOT = Story(
    id="depot",
    title="The gate at the depot",
    situation="The depot lost a pallet a week.",
    action="I walked the route with the driver and moved the gate.",
    result="Losses fell from 4 to 1 a month.",
    principles=("dive-deep", "frugality"),
    metrics=(
        Metric(name="Pallets lost", baseline="4", result="1", unit="pallets", period="a month"),
        Metric(name="Cost of the gate", result="200", unit="pounds"),
        Metric(name="Walks", result="3"),
    ),
    trade_offs=(
        TradeOff(chosen="Move the gate", rejected="A camera", why_not="It would only watch"),
    ),
)
LOOP = Loop(
    employer="Larch & Lantern",
    date=dt.date(2026, 12, 4),
    role="Planner",
    rounds=(
        Round(interviewer="Mei Tan", kind="peer", principles=("dive-deep",)),
        Round(principles=("frugality",), minutes=30, guessed=True),
    ),
)


@pytest.fixture(scope="module")
def found() -> Plan:
    return plan(LOOP, [DEPOT])


@pytest.fixture(scope="module")
def basis() -> Counted:
    return counted([DEPOT])


def test_the_text(found: Plan, basis: Counted) -> None:
    text = plan_text(found, basis)
    lines = text.splitlines()
    assert lines[0] == "Larch & Lantern, Planner, 4 December 2026"
    assert "Round 1, Mei Tan (peer), 45 minutes" in lines
    (told,) = [line for line in lines if line.startswith("  Dive Deep: ")]
    assert told.startswith("  Dive Deep: The gate at the depot (fits 0.")
    assert "  Frugality (guessed): no story; see what stays open" in lines
    assert "      Spare: none" in lines
    opened = " ".join(text.partition("What stays open\n")[2].split())
    assert opened.startswith(
        "Rounds 1 and 2 ask Dive Deep and Frugality, and only one story serves them: "
        "The gate at the depot. Write next: "
    )
    assert "Proved best: 1 of 2 answered, no story told twice; the weakest fits 0." in text
    assert max(map(len, lines)) <= 88


def test_a_plan_that_is_not_proved_says_so(found: Plan, basis: Counted) -> None:
    text = plan_text(replace(found, optimal=False), basis)
    assert "The best that was found, though not proved: 1 of 2 answered" in text


def test_the_markdown(found: Plan, basis: Counted) -> None:
    text = plan_markdown(found, basis)
    assert text.startswith("# Larch & Lantern, Planner, 4 December 2026\n\n## Round 1, Mei Tan")
    assert "\n- **Dive Deep**: The gate at the depot (fits 0." in text
    assert "\n- **Frugality (guessed)**: no story; see what stays open\n" in text
    assert "\n## What stays open\n\n- Rounds 1 and 2 ask " in text


def test_the_json_keeps_to_the_contract(found: Plan, basis: Counted) -> None:
    body = json.loads(json.dumps(plan_json(found, basis)))
    assert body["optimal"] is True
    first, second = body["rounds"]
    assert (first["round"], first["interviewer"], first["minutes"]) == (1, "Mei Tan", 45)
    (slot,) = first["slots"]
    assert slot["principle"] == "dive-deep"
    assert slot["primary"]["story"] == "depot"
    assert 0 < slot["primary"]["fit"] <= 1
    assert slot["primary"]["reasons"]
    assert slot["spare"] is None
    assert second["slots"][0]["primary"] is None
    assert second["slots"][0]["guessed"] is True
    (gap,) = body["gaps"]
    assert [each["round"] for each in gap["slots"]] == [1, 2]
    assert gap["stories"] == ["depot"]
    assert body["loop"]["date"] == "2026-12-04"


def test_the_card_is_a_line_for_each_slot(found: Plan) -> None:
    first, line, empty, second, nothing = plan_card(found).splitlines()
    assert first == "Round 1, Mei Tan (peer)"
    assert line.startswith("  Dive Deep: The gate at the depot. “")
    assert line.endswith(" 4 → 1 pallets; 200 pounds. Why not a camera: it would only watch.")
    assert (empty, second, nothing) == ("", "Round 2", "  Frugality: no story")


def test_what_was_told_and_what_changed(basis: Counted) -> None:
    spare = replace(DEPOT, id="weighbridge", title="The weighbridge")
    first = plan(LOOP, [DEPOT, spare])
    told = first.rounds[1].slots[0].primary
    assert told
    again = replan(first, [DEPOT, spare], told={0: [told.story.id]})
    text = plan_text(again, basis)
    assert "Round 1, Mei Tan (peer), over" in text
    assert "\n* Frugality (guessed): " in text
    assert "\n1 slot changed, marked with a star.\n" in text
    assert "**Frugality (guessed)** (changed): " in plan_markdown(again, basis)
    assert plan_json(again, basis)["changed"] == [{"round": 2, "slot": 1}]
    assert "Round 1" not in plan_card(again)


def test_readiness_says_what_it_is_and_what_it_is_not() -> None:
    basis = counted(guide.samples()[:7])
    text = readiness_text(readiness(basis.stories, loops=300), basis)
    said = " ".join(text.split())
    assert text.startswith("Ready for ")
    assert "Loops fall short most often for want of a story for:" in said
    assert "One more good story would add most if it were of the kind:" in said
    assert "Assumed, for 300 loops drawn at random: 4 to 6 rounds, 2 to 3 principles" in said
    assert "so it is no chance of an offer." in said
    assert "fiction, until you write one of your own" in said


def test_readiness_of_too_few_stories() -> None:
    basis = counted(guide.samples()[:1])
    found = readiness(basis.stories)
    assert readiness_text(found, basis).startswith("With 1 story there is nothing to reckon yet")
    body = readiness_json(found, basis)
    assert (body["ready"], body["interval"], body["next_story"]) == (None, None, [])


def test_the_json_of_readiness_keeps_to_the_contract() -> None:
    basis = counted(guide.samples()[:7])
    body = json.loads(json.dumps(readiness_json(readiness(basis.stories, loops=300), basis)))
    low, high = body["interval"]
    assert low <= body["ready"] <= high
    assert body["loops"] == 300
    assert {*body["bottlenecks"][0]} == {"principle", "share"}
    assert {*body["next_story"][0]} == {"archetype", "gain", "answered"}
    assert {*body["dependence"][0]} == {"story", "loss"}
