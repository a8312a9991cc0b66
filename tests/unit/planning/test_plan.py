"""The plan of a loop: who is told what, what stands by, and that the user's will holds."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyloop import guide
from storyloop.planning import Ban, ImpossibleLoop, Loop, Pin, Plan, Round, plan
from storyloop.story import Story
from tests.unit.planning.loops import dice, story

PRINCIPLES = [each.id for each in guide.framework().principles]
BANK = [
    story("depot", "dive-deep", "ownership"),
    story("gate", "frugality"),
    story("lorry", "dive-deep"),
    story("scale", "earn-trust", "frugality"),
]
TWO_ROUNDS = Loop(
    rounds=(Round(principles=("dive-deep", "frugality")), Round(principles=("ownership",)))
)


def told(found: Plan) -> list[list[str | None]]:
    """Return the ids of the stories, round by round."""
    return [
        [each.primary.story.id if each.primary else None for each in r.slots] for r in found.rounds
    ]


def spares(found: Plan) -> list[list[str | None]]:
    return [
        [each.spare.choice.story.id if each.spare else None for each in r.slots]
        for r in found.rounds
    ]


def test_each_slot_gets_a_story_and_none_is_told_twice() -> None:
    found = plan(TWO_ROUNDS, BANK)
    assert told(found) == [["lorry", "gate"], ["depot"]]
    assert found.optimal
    assert found.gaps == ()
    assert (found.worth.answered, found.worth.slots) == (3, 3)
    primary = found.rounds[1].slots[0].primary
    assert primary is not None
    assert primary.reasons[0] == "Shows Ownership, which you listed second."
    assert primary.opening in f"{BANK[0].situation} {BANK[0].action} {BANK[0].result}"


def test_a_spare_is_no_primary_of_its_round_and_rather_one_that_is_told_nowhere() -> None:
    found = plan(TWO_ROUNDS, BANK)
    assert spares(found) == [["depot", "scale"], [None]]
    first, second = (slot.spare for slot in found.rounds[0].slots)
    assert first is not None
    assert second is not None
    assert (first.harm, first.spoils) == ("later", 1)
    assert (second.harm, second.spoils) == ("none", None)


def test_if_something_else_is_asked_later_rounds_are_not_spoiled() -> None:
    branches = {each.principle.id: each.story for each in plan(TWO_ROUNDS, BANK).rounds[0].branches}
    assert {*branches} == {*PRINCIPLES} - {"dive-deep", "frugality"}
    trust, ownership = branches["earn-trust"], branches["ownership"]
    assert trust is not None
    assert (trust.choice.story.id, trust.harm) == ("scale", "none")
    assert ownership is not None
    assert (ownership.choice.story.id, ownership.harm, ownership.spoils) == ("depot", "later", 1)
    assert branches["think-big"] is None


def test_a_branch_never_takes_what_was_told_in_an_earlier_round() -> None:
    loop = Loop(rounds=(Round(principles=("frugality",)), Round(principles=("dive-deep",))))
    found = plan(loop, [story("gate", "frugality"), story("lorry", "dive-deep")])
    branches = {each.principle.id: each.story for each in found.rounds[1].branches}
    assert branches["frugality"] is None


def test_pins_bans_and_former_tellings_hold() -> None:
    pinned = Loop(rounds=TWO_ROUNDS.rounds, pins=(Pin(round=0, asks="dive-deep", story="depot"),))
    assert told(plan(pinned, BANK)) == [["depot", "gate"], [None]]
    banned = Loop(rounds=TWO_ROUNDS.rounds, bans=(Ban(story="gate"),))
    assert told(plan(banned, BANK)) == [["lorry", "scale"], ["depot"]]
    banned_here = Loop(rounds=TWO_ROUNDS.rounds, bans=(Ban(story="gate", round=1),))
    assert told(plan(banned_here, BANK)) == [["lorry", "gate"], ["depot"]]
    heard = Loop(
        rounds=(
            Round(interviewer="Mei", principles=("frugality",)),
            Round(interviewer="Mei", principles=("think-big",), told=("gate",)),
        )
    )
    assert told(plan(heard, BANK))[0] == ["scale"]


def test_a_pin_holds_even_where_the_story_fits_badly() -> None:
    loop = Loop(
        rounds=(Round(principles=("frugality",)),),
        pins=(Pin(round=0, asks="frugality", story="lorry"),),
    )
    found = plan(loop, BANK)
    (slot,) = found.rounds[0].slots
    assert slot.primary is not None
    assert (slot.primary.story.id, slot.primary.pinned, slot.primary.weak) == ("lorry", True, True)
    assert found.worth.answered == 0


def test_two_pins_for_the_same_principle_hold_one_after_the_other() -> None:
    loop = Loop(
        rounds=(Round(principles=("frugality",), questions_per_principle=2),),
        pins=(
            Pin(round=0, asks="frugality", story="scale"),
            Pin(round=0, asks="frugality", story="gate"),
        ),
    )
    assert told(plan(loop, BANK)) == [["scale", "gate"]]


@pytest.mark.parametrize(
    ("pins", "message"),
    [
        ([Pin(round=4, asks="ownership", story="gate")], "There is no round 5 to pin 'gate' to."),
        ([Pin(round=1, asks="ownership", story="x")], "There is no story 'x' to pin to round 2."),
        ([Pin(round=1, asks="frugality", story="gate")], "Round 2 does not ask 'frugality'"),
        (
            [Pin(round=1, asks="ownership", story="scale")],
            "'scale' is pinned to round 2, where it is banned or was told.",
        ),
        (
            [
                Pin(round=0, asks="dive-deep", story="depot"),
                Pin(round=1, asks="ownership", story="depot"),
            ],
            "'depot' is pinned 2 times; the loop allows 1 in all.",
        ),
    ],
)
def test_pins_that_cannot_hold_are_named(pins: list[Pin], message: str) -> None:
    loop = Loop(rounds=TWO_ROUNDS.rounds, pins=tuple(pins), bans=(Ban(story="scale", round=1),))
    with pytest.raises(ImpossibleLoop, match=message):
        plan(loop, BANK)


def test_nobody_hears_a_story_twice_however_often_it_may_be_told() -> None:
    frugal = Round(principles=("frugality",), questions_per_principle=2)
    once = story("gate", "frugality")
    loop = Loop(rounds=(frugal, frugal), most_tellings=2)
    assert told(plan(loop, [once])) == [["gate", None], ["gate", None]]
    same = Loop(rounds=(Round(interviewer="Mei", principles=("frugality",)),) * 2, most_tellings=2)
    assert told(plan(same, [once])) == [["gate"], [None]]


def test_rounds_are_varied_where_that_costs_nothing() -> None:
    def at(story_id: str, organisation: str) -> Story:
        return replace(story(story_id, "frugality", "dive-deep"), organisation=organisation)

    loop = Loop(rounds=(Round(principles=("frugality",), questions_per_principle=2),))
    bank = [at("a", "Harbour"), at("b", "Harbour"), at("c", "Tarn")]
    assert told(plan(loop, bank)) == [["a", "c"]]
    assert plan(loop, bank).worth.alike == 0
    assert plan(loop, bank[:2]).worth.alike == 1


def test_a_question_in_any_words_is_a_slot_too() -> None:
    question = "Tell me about a time you found the cause of a problem that kept coming back."
    loop = Loop(rounds=(Round(questions=(question,)),))
    found = plan(loop, guide.samples())
    (slot,) = found.rounds[0].slots
    assert slot.slot.label == f"“{question}”"
    assert slot.primary is not None
    assert "root-cause" in slot.primary.story.situations
    off_topic = Loop(rounds=(Round(questions=("What is your notice period?",)),))
    assert told(plan(off_topic, guide.samples())) == [[None]]


def test_another_framework_is_served_by_what_its_principles_are_like() -> None:
    loop = Loop(framework="civil-service", rounds=(Round(principles=("cs-delivering-at-pace",)),))
    assert told(plan(loop, [story("gate", "deliver-results")])) == [["gate"]]
    assert told(plan(loop, [story("gate", "cs-delivering-at-pace")])) == [["gate"]]
    assert told(plan(loop, [story("gate", "frugality")])) == [[None]]
    (branches,) = {len(each.branches) for each in plan(loop, BANK).rounds}
    assert branches == 8


def test_an_empty_bank_and_empty_stories_leave_everything_open() -> None:
    assert told(plan(TWO_ROUNDS, [])) == [[None, None], [None]]
    assert len(plan(TWO_ROUNDS, []).gaps) == 3
    unwritten = Story(id="blank", title="Blank", principles=("dive-deep", "ownership"))
    assert told(plan(TWO_ROUNDS, [unwritten])) == [[None, None], [None]]


def test_the_order_of_the_stories_decides_nothing() -> None:
    loop = Loop(rounds=(Round(minutes=60),) * 4)
    bank = list(guide.samples())
    first = plan(loop, bank)
    dice(1).shuffle(bank)
    assert plan(loop, bank) == first


rounds = st.builds(
    Round,
    interviewer=st.sampled_from(["", "", "Mei", "Jonas"]),
    minutes=st.sampled_from([30, 45, 60]),
    principles=st.lists(st.sampled_from(PRINCIPLES), max_size=3, unique=True).map(tuple),
    told=st.lists(st.sampled_from([s.id for s in guide.samples()]), max_size=2).map(tuple),
)
loops = st.builds(
    Loop,
    rounds=st.lists(rounds, min_size=1, max_size=6).map(tuple),
    most_tellings=st.sampled_from([1, 1, 2]),
    bans=st.lists(
        st.builds(
            Ban,
            story=st.sampled_from([s.id for s in guide.samples()]),
            round=st.one_of(st.none(), st.integers(0, 5)),
        ),
        max_size=2,
    ).map(tuple),
)


@given(loops)
@settings(max_examples=60, deadline=None)
def test_any_loop_of_the_samples_keeps_every_promise(loop: Loop) -> None:
    found = plan(loop, guide.samples())
    people = loop.people()
    times: Counter[str] = Counter()
    heard: dict[int, set[str]] = {person: set() for person in people}
    for number, each in enumerate(loop.rounds):
        heard[people[number]].update(each.told)
    everywhere = {ban.story for ban in loop.bans if ban.round is None}
    for here in found.rounds:
        primaries = [slot.primary.story.id for slot in here.slots if slot.primary]
        banned = everywhere | {ban.story for ban in loop.bans if ban.round == here.number}
        assert not banned & {*primaries}
        for name in primaries:
            assert name not in heard[people[here.number]]
            heard[people[here.number]].add(name)
        standing_by = [slot.spare.choice for slot in here.slots if slot.spare]
        names = [choice.story.id for choice in standing_by]
        assert len({*names}) == len(names)
        assert not {*names} & ({*primaries} | banned)
        assert all(times[name] < loop.most_tellings for name in names)
        branching = [branch.story for branch in here.branches if branch.story]
        assert all(times[b.choice.story.id] < loop.most_tellings for b in branching)
        assert not {b.choice.story.id for b in branching} & banned
        times.update(primaries)
    assert all(count <= loop.most_tellings for count in times.values())
    open_slots = [slot.slot for r in found.rounds for slot in r.slots if not slot.primary]
    in_gaps = [slot for gap in found.gaps for slot in gap.slots]
    assert all(slot in in_gaps for slot in open_slots)


def test_more_stories_never_answer_less() -> None:
    loop = Loop(rounds=(Round(minutes=60),) * 5)
    samples = guide.samples()
    worths = [plan(loop, samples[:n]).worth.answered for n in range(1, len(samples) + 1)]
    assert all(before <= after for before, after in pairwise(worths))
