"""Who is told where, against trying everything and against a solver of another kind."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyloop.planning import variety
from storyloop.planning.solver import Problem, Solution, solve
from tests.unit.planning.loops import ENOUGH, allowed, by_trying, dice, levels, random_problem

SLOTS, STORIES = 12, 14


def worth(problem: Problem, solution: Solution) -> tuple[object, ...]:
    """Return the levels that a solution claims, with its stories."""
    *_, stories = levels(problem, solution.stories)
    return (
        -solution.answered,
        -solution.preferred,
        -(solution.weakest or 0),
        -solution.total,
        solution.clashes,
        stories,
    )


@pytest.mark.parametrize("hundred", range(6))
def test_a_hundred_small_problems_are_solved_as_by_trying_everything(hundred: int) -> None:
    for seed in range(100 * hundred, 100 * hundred + 100):
        problem = random_problem(dice(seed))
        solution = solve(problem)
        assert solution.optimal
        assert allowed(problem, solution.stories)
        assert worth(problem, solution) == levels(problem, solution.stories)
        assert levels(problem, solution.stories) == by_trying(problem), seed


problems = st.builds(
    lambda seed, slots, stories: random_problem(dice(seed), slots=slots, stories=stories),
    st.integers(0, 10**9),
    st.integers(6, 24),
    st.integers(5, 40),
)


@given(problems)
@settings(max_examples=150, deadline=None)
def test_larger_ones_keep_to_the_rules_and_claim_what_they_are_worth(problem: Problem) -> None:
    solution = solve(problem)
    assert allowed(problem, solution.stories)
    assert worth(problem, solution) == levels(problem, solution.stories)


@pytest.mark.parametrize("seed", range(25))
@pytest.mark.parametrize("tellings", [1, 2, 3])
def test_a_general_solver_finds_nothing_better(seed: int, tellings: int) -> None:
    problem = loop_of_twelve(seed, tellings)
    solution = solve(problem)
    assert solution.answered == best_sum(problem, [[1] * STORIES] * SLOTS, ENOUGH)
    assert solution.weakest is not None
    assert best_sum(problem, [[1] * STORIES] * SLOTS, solution.weakest) == solution.answered
    assert best_sum(problem, [[1] * STORIES] * SLOTS, solution.weakest + 1) < solution.answered
    scale = 1000 * SLOTS
    gains = [[scale + fit for fit in row] for row in problem.fits]
    best = best_sum(problem, gains, solution.weakest)
    assert best == scale * solution.answered + solution.total


def loop_of_twelve(seed: int, tellings: int) -> Problem:
    """Return four rounds of three, the first and last with the same person."""
    chance = dice(seed)
    rounds = [n // 3 for n in range(SLOTS)]
    return Problem(
        fits=[
            [chance.randint(ENOUGH, 999) if chance.random() < 0.3 else 0 for _ in range(STORIES)]
            for _ in range(SLOTS)
        ],
        rounds=rounds,
        people=[number % 3 for number in rounds],
        tellings=[tellings] * STORIES,
        enough=ENOUGH,
    )


def best_sum(problem: Problem, gains: list[list[int]], least: int) -> int:
    """Return the greatest sum of gains over fits of `least` or more, by integer programming."""
    import numpy as np
    from scipy.optimize import Bounds, LinearConstraint, milp

    pairs = [(n, s) for n in range(SLOTS) for s in range(STORIES) if problem.fits[n][s] >= least]
    if not pairs:
        return 0
    limits: dict[tuple[str, int, int], list[int]] = {}
    for place, (slot, story) in enumerate(pairs):
        limits.setdefault(("slot", slot, 0), []).append(place)
        limits.setdefault(("heard", problem.people[slot], story), []).append(place)
        limits.setdefault(("told", story, 0), []).append(place)
    matrix = np.zeros((len(limits), len(pairs)))
    for row, places in enumerate(limits.values()):
        matrix[row, places] = 1
    most = [problem.tellings[key[1]] if key[0] == "told" else 1 for key in limits]
    found = milp(
        [-gains[slot][story] for slot, story in pairs],
        constraints=LinearConstraint(matrix, ub=most),
        integrality=np.ones(len(pairs), dtype=np.int64),
        bounds=Bounds(0, 1),
        options={"mip_rel_gap": 0},
    )
    assert found.fun is not None
    return round(-found.fun)


def test_a_search_that_gives_up_says_so_and_loses_nothing_but_variety(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    problem = Problem(
        fits=[[500] * 4 for _ in range(4)],
        rounds=[0, 0, 1, 1],
        people=[0, 0, 1, 1],
        tellings=[1] * 4,
        enough=ENOUGH,
        clashes=[frozenset({1}), frozenset({0}), frozenset({3}), frozenset({2})],
    )
    proved = solve(problem)
    assert (proved.optimal, proved.clashes, proved.stories) == (True, 0, (0, 2, 1, 3))
    monkeypatch.setattr(variety, "STEPS", 3)
    hasty = solve(problem)
    assert not hasty.optimal
    assert allowed(problem, hasty.stories)
    assert (hasty.answered, hasty.weakest, hasty.total) == (4, 500, 2000)


def test_nothing_to_solve() -> None:
    nothing = Problem(fits=[], rounds=[], people=[], tellings=[], enough=ENOUGH)
    assert solve(nothing).stories == ()
    no_story = Problem(fits=[[], []], rounds=[0, 0], people=[0, 0], tellings=[], enough=ENOUGH)
    assert solve(no_story).stories == (None, None)
