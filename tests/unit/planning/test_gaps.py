"""Why slots stay open: the sets are minimal, and the sentences say what a candidate can act on."""

from dataclasses import replace

import pytest

from storyloop.planning import Ban, Loop, Round, plan
from storyloop.planning.gaps import competing
from storyloop.planning.solver import Problem, solve
from tests.unit.planning.loops import dice, random_problem, story


def answered(problem: Problem, slots: list[int]) -> int:
    """Return how many of `slots` can be answered if there is nothing else to answer."""
    asked = [[fit if n in slots else 0 for fit in fits] for n, fits in enumerate(problem.fits)]
    return solve(replace(problem, fits=asked, preferred=None)).answered


@pytest.mark.parametrize("hundred", range(3))
def test_without_any_one_of_its_slots_a_gap_can_be_answered(hundred: int) -> None:
    found = 0
    for seed in range(100 * hundred, 100 * hundred + 100):
        problem = random_problem(dice(seed), slots=9, stories=5)
        stories = solve(problem).stories
        sets = competing(problem, stories)
        for slots in sets:
            found += 1
            assert answered(problem, [*slots]) == len(slots) - 1
            for each in slots:
                rest = [slot for slot in slots if slot != each]
                assert answered(problem, rest) == len(rest)
        for slot, told in enumerate(stories):
            assert told is not None or any(slot in slots for slots in sets)
    assert found > 50


def test_two_slots_that_only_one_story_serves() -> None:
    bank = [story("depot", "frugality", "think-big"), story("gate", "earn-trust")]
    loop = Loop(
        rounds=(
            Round(principles=("earn-trust",)),
            Round(principles=("frugality",)),
            Round(principles=("think-big",)),
        )
    )
    (gap,) = plan(loop, bank).gaps
    assert gap.sentence == (
        "Rounds 2 and 3 ask Frugality and Think Big, and only one story serves them: Depot."
    )
    assert gap.archetype
    assert gap.archetype.id == "scaled-solution"
    assert gap.advice == "Write next: Scaled solution."


def test_a_slot_that_no_story_serves() -> None:
    loop = Loop(rounds=(Round(principles=("hire-and-develop-the-best",)),))
    (gap,) = plan(loop, [story("depot", "frugality")]).gaps
    assert gap.sentence == "Round 1 asks Hire and Develop the Best, and no story serves it."
    assert gap.archetype is None
    assert gap.advice == (
        "Write a story that shows Hire and Develop the Best; it may be of any kind."
    )


def test_a_slot_whose_story_is_banned() -> None:
    loop = Loop(rounds=(Round(principles=("frugality",)),), bans=(Ban(story="depot"),))
    (gap,) = plan(loop, [story("depot", "frugality")]).gaps
    assert gap.sentence == (
        "Round 1 asks Frugality, and every story that serves it is told, banned or pinned "
        "elsewhere."
    )


def test_one_principle_asked_more_often_than_there_are_stories() -> None:
    bank = [story("depot", "frugality"), story("gate", "frugality")]
    twice = Loop(rounds=(Round(principles=("frugality",), questions_per_principle=3),))
    (gap,) = plan(twice, bank).gaps
    assert gap.sentence == (
        "Round 1 asks Frugality three times, and only 2 stories serve them: Depot and Gate."
    )
    apart = Loop(rounds=(Round(principles=("frugality",)),) * 3)
    (gap,) = plan(apart, bank).gaps
    assert gap.sentence == (
        "Rounds 1, 2 and 3 ask Frugality, and only 2 stories serve them: Depot and Gate."
    )
