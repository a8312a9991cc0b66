"""Small problems of who is told what, and the best answer by trying everything."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, product
from random import Random

from storyloop.planning.solver import Problem
from storyloop.story import Story

ENOUGH = 350
Levels = tuple[int, int, int, int, int, tuple[int, ...]]
Stories = tuple[int | None, ...]


def dice(seed: int) -> Random:
    """Return dice that fall alike for the same seed."""
    return Random(seed)  # noqa: S311 - no secret depends on them


def story(story_id: str, *principles: str, situations: tuple[str, ...] = ()) -> Story:
    """Return a story with some text, which declares `principles`."""
    return Story(
        id=story_id,
        title=story_id.capitalize(),
        situation="The depot lost a pallet a week.",
        action="I walked the route with the driver and moved the gate.",
        result="Losses fell from 4 to 1 a month.",
        principles=principles,
        situations=situations,
    )


def random_problem(random: Random, *, slots: int = 6, stories: int = 5) -> Problem:
    """Return a problem with many ties: few different fits, people who sit in two rounds, pins."""
    n, m = random.randint(1, slots), random.randint(1, stories)
    rounds = sorted(random.randrange(3) for _ in range(n))
    person = (0, 1, random.choice([0, 2]))
    fits = [[random.choice([0, 0, 400, 500, 500, 600]) for _ in range(m)] for _ in range(n)]
    tellings = [random.choice([1, 1, 2, 3])] * m
    fixed = {}
    if random.random() < 0.3:
        slot, pinned = random.randrange(n), random.randrange(m)
        fixed = {slot: pinned}
        tellings[pinned] -= 1
        for other in range(n):
            if person[rounds[other]] == person[rounds[slot]]:
                fits[other][pinned] = 0
    clashes: list[set[int]] = [set() for _ in range(m)]
    for one, other in combinations(range(m), 2):
        if random.random() < 0.4:
            clashes[one].add(other)
            clashes[other].add(one)
    choices: list[int | None] = [None, *range(m)]
    return Problem(
        fits=fits,
        rounds=rounds,
        people=[person[number] for number in rounds],
        tellings=tellings,
        enough=ENOUGH,
        fixed=fixed,
        preferred=[frozenset({random.choice(choices)}) for _ in range(n)]
        if random.random() < 0.4
        else None,
        clashes=[frozenset(each) for each in clashes],
    )


def allowed(problem: Problem, stories: Stories) -> bool:
    """Tell whether an assignment keeps to the rules."""
    told = [(n, each) for n, each in enumerate(stories) if each is not None]
    heard = Counter((problem.people[n], each) for n, each in told)
    times = Counter(each for n, each in told if n not in problem.fixed)
    return (
        all(count == 1 for count in heard.values())
        and all(count <= problem.tellings[each] for each, count in times.items())
        and all(stories[n] == each for n, each in problem.fixed.items())
        and all(
            problem.fits[n][each] >= problem.enough for n, each in told if n not in problem.fixed
        )
    )


def levels(problem: Problem, stories: Stories) -> Levels:
    """Return what an assignment is worth, level by level; what is smaller is better."""
    free = [n for n in range(len(stories)) if n not in problem.fixed]
    fits = [problem.fits[n][each] for n in free if (each := stories[n]) is not None]
    preferred = problem.preferred or [frozenset()] * len(stories)
    clashes = problem.clashes or [frozenset()] * len(problem.tellings)
    alike = [
        1
        for one, other in combinations(range(len(stories)), 2)
        if problem.rounds[one] == problem.rounds[other]
        and (a := stories[one]) is not None
        and stories[other] in clashes[a]
    ]
    return (
        -len(fits),
        -sum(stories[n] in preferred[n] for n in free),
        -min(fits, default=0),
        -sum(fits),
        len(alike),
        tuple(len(problem.tellings) if each is None else each for each in stories),
    )


def by_trying(problem: Problem) -> Levels:
    """Return the levels of the best assignment of all there are."""
    choices: list[int | None] = [None, *range(len(problem.tellings))]
    every = product(
        *([problem.fixed[n]] if n in problem.fixed else choices for n in range(len(problem.fits)))
    )
    return min(levels(problem, each) for each in every if allowed(problem, each))
