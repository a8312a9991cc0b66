"""Planning anew during the day: what is told is told, and as little as possible changes."""

import pytest

from storyloop import guide
from storyloop.planning import ImpossibleLoop, Loop, Pin, Plan, Round, plan, replan
from tests.unit.planning.loops import story

BANK = [
    story("depot", "dive-deep", "ownership"),
    story("gate", "frugality"),
    story("lorry", "dive-deep"),
    story("scale", "earn-trust", "frugality"),
]
DAY = Loop(
    rounds=(
        Round(principles=("frugality",)),
        Round(principles=("dive-deep",)),
        Round(principles=("earn-trust",)),
    )
)


def told(found: Plan) -> list[list[str | None]]:
    return [
        [each.primary.story.id if each.primary else None for each in r.slots] for r in found.rounds
    ]


def test_a_day_that_goes_as_planned_changes_nothing() -> None:
    for loop in (DAY, Loop(rounds=(Round(minutes=60),) * 5)):
        first = found = plan(loop, guide.samples())
        for number in range(len(loop.rounds)):
            ids = [each.primary.story.id for each in found.rounds[number].slots if each.primary]
            found = replan(found, guide.samples(), told={number: ids})
            assert found.changed == ()
            assert found.optimal
            assert found.rounds[number].over
            if None not in told(first)[number]:
                assert told(found)[number] == told(first)[number]
            assert told(found)[number + 1 :] == told(first)[number + 1 :]


def test_a_story_told_too_early_is_replaced_and_nothing_else_changes() -> None:
    first = plan(DAY, BANK)
    assert told(first) == [["gate"], ["depot"], ["scale"]]
    found = replan(first, BANK, told={0: ["depot"]})
    assert told(found) == [["depot"], ["lorry"], ["scale"]]
    assert found.changed == ((1, 0),)
    assert found.rounds[0].over
    assert found.rounds[0].branches == ()


def test_as_many_are_answered_even_if_that_changes_more() -> None:
    bank = [story("both", "frugality", "dive-deep"), story("gate", "frugality")]
    loop = Loop(
        rounds=(Round(), Round(principles=("frugality",)), Round(principles=("think-big",)))
    )
    first = plan(loop, bank)
    (primary,) = told(first)[1]
    found = replan(first, bank, told={0: []}, came_up={2: ["frugality"]})
    assert {told(found)[1][0], told(found)[2][1]} == {"both", "gate"}
    assert primary in {"both", "gate"}


def test_what_came_up_takes_the_place_of_a_guess() -> None:
    loop = Loop(rounds=(Round(principles=("frugality",)), Round(minutes=45)))
    first = plan(loop, BANK)
    found = replan(first, BANK, told={0: ["gate"]}, came_up={1: ["dive-deep"]})
    slots = [each.slot for each in found.rounds[1].slots]
    assert [slot.guessed for slot in slots] == [True, False]
    assert slots[1].asks == "dive-deep"
    question = "Tell me about a time you disagreed."
    found = replan(found, BANK, told={}, came_up={1: [question]})
    assert [each.slot.asks for each in found.rounds[1].slots] == [question, "dive-deep"]
    assert found.rounds[0].over


def test_what_was_asked_beyond_the_plan_is_kept_with_the_story_told() -> None:
    first = plan(DAY, BANK)
    found = replan(first, BANK, told={0: ["gate", "depot"]}, came_up={0: ["ownership"]})
    assert [each.slot.asks for each in found.rounds[0].slots] == ["frugality", "ownership"]
    assert told(found)[0] == ["gate", "depot"]
    found = replan(first, BANK, told={0: ["gate", "depot"]})
    assert found.rounds[0].slots[1].slot.label == "Something else"


def test_the_same_person_later_has_heard_it() -> None:
    loop = Loop(
        rounds=(
            Round(interviewer="Mei", principles=("think-big",)),
            Round(interviewer="Mei", principles=("frugality",)),
        ),
        most_tellings=2,
    )
    first = plan(loop, BANK[:2])
    assert told(first)[1] == ["gate"]
    assert told(replan(first, BANK[:2], told={0: ["gate"]}))[1] == [None]


def test_a_pin_lapses_where_its_story_is_spent() -> None:
    loop = Loop(rounds=DAY.rounds, pins=(Pin(round=1, asks="dive-deep", story="lorry"),))
    first = plan(loop, BANK)
    assert told(first)[1] == ["lorry"]
    found = replan(first, BANK, told={0: ["lorry"]})
    assert told(found)[1] == ["depot"]
    kept = replan(first, BANK, told={0: ["gate"]})
    assert told(kept)[1] == ["lorry"]


def test_a_day_that_is_over_has_no_more_to_plan() -> None:
    found = replan(plan(DAY, BANK), BANK, told={0: ["gate"], 1: [], 2: ["scale"]})
    assert all(each.over for each in found.rounds)
    assert (found.worth.slots, found.gaps) == (0, ())


def test_what_is_not_there_is_named() -> None:
    first = plan(DAY, BANK)
    with pytest.raises(ImpossibleLoop, match="There is no round 9; there are 3"):
        replan(first, BANK, told={8: []})
    with pytest.raises(ImpossibleLoop, match="There is no story 'x', said to be told in round 1"):
        replan(first, BANK, told={0: ["x"]})
