"""Who is told where, proved best: an assignment of stories to slots.

Stories and slots are numbers here, fits whole thousandths. The order of what makes an assignment
better: more slots answered; more of them as preferred; the weakest answered slot stronger; a
greater total fit; fewer clashes (pairs within a round that are too much alike); earlier stories in
earlier slots. All but the last two are one linear assignment problem, solved exactly by
`scipy.optimize.linear_sum_assignment`; among its best solutions `variety` looks for the last two.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from storyloop.planning.grid import Grid
from storyloop.planning.variety import most_varied

UNIT = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is to be solved, for `n` slots and `m` stories.

    `fits` (n, m) is 0 where a story may not be told. `rounds` and `people` (n) number the round of
    each slot and who asks there: a story is told to a person once, and `tellings` (m) times in all.
    Slots in `fixed` have their story already, which `fits` and `tellings` must allow for.
    `preferred` (n) names a story, or None for no story, that a slot would rather have;
    `clashes` (m) are for each story the stories too much like it.
    """

    fits: Sequence[Sequence[int]]
    rounds: Sequence[int]
    people: Sequence[int]
    tellings: Sequence[int]
    enough: int
    fixed: Mapping[int, int] = field(default_factory=dict)
    preferred: Sequence[frozenset[int | None]] | None = None
    clashes: Sequence[frozenset[int]] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """A story for each slot, or None; what it is worth, by level; and whether it is proved best.

    The levels count the slots that were not fixed, but for `clashes`, which counts all.
    """

    stories: tuple[int | None, ...]
    answered: int
    preferred: int
    weakest: int | None
    total: int
    clashes: int
    optimal: bool


def solve(problem: Problem) -> Solution:
    """Return the best assignment."""
    free = [slot for slot in range(len(problem.fits)) if slot not in problem.fixed]
    rough = _gains(problem, free, with_fit=False)
    most = _worth(problem, free, _grid(problem, free, problem.enough).stories(rough))
    weakest = _weakest(problem, free, most)
    best = _grid(problem, free, weakest).best(_gains(problem, free, with_fit=True))
    varied = most_varied(
        best.face,
        free,
        rounds=problem.rounds,
        clashes=problem.clashes or [frozenset()] * len(problem.tellings),
        fixed=problem.fixed,
    )
    fits = [problem.fits[n][story] for n, story in varied.stories.items() if story is not None]
    return Solution(
        stories=tuple({**varied.stories, **problem.fixed}[n] for n in range(len(problem.fits))),
        answered=most[0],
        preferred=most[1],
        weakest=min(fits, default=None),
        total=sum(fits),
        clashes=varied.clashes,
        optimal=varied.proved,
    )


def _grid(problem: Problem, free: Sequence[int], least: int) -> Grid:
    return Grid(problem.people, problem.tellings, _allowed(problem, free, least))


def _allowed(problem: Problem, free: Iterable[int], least: int) -> dict[int, list[int]]:
    """Return for each free slot the stories that fit it by `least` or better."""
    return {
        slot: [story for story, fit in enumerate(problem.fits[slot]) if fit >= max(least, 1)]
        for slot in free
    }


def _gains(
    problem: Problem, free: Sequence[int], *, with_fit: bool
) -> dict[int, dict[int | None, int]]:
    """Return what each slot gains by each story, and by None, if it differs from nothing.

    A slot answered outweighs every preference, and a preference every difference in fit.
    """
    preference = UNIT * len(free) + 1
    answer = preference * (len(free) + 1)
    found: dict[int, dict[int | None, int]] = {}
    for slot in free:
        preferred = _preferred(problem, slot)
        gains: dict[int | None, int] = {
            story: answer + preference * (story in preferred) + fit * with_fit
            for story, fit in enumerate(problem.fits[slot])
        }
        gains[None] = preference * (None in preferred)
        found[slot] = gains
    return found


def _preferred(problem: Problem, slot: int) -> frozenset[int | None]:
    return problem.preferred[slot] if problem.preferred else frozenset()


def _worth(
    problem: Problem, free: Iterable[int], stories: Mapping[int, int | None]
) -> tuple[int, int]:
    """Return how many slots are answered, and how many are as preferred."""
    return (
        sum(stories[slot] is not None for slot in free),
        sum(stories[slot] in _preferred(problem, slot) for slot in free),
    )


def _weakest(problem: Problem, free: Sequence[int], most: tuple[int, int]) -> int:
    """Return the greatest fit that every answered slot can reach while `most` are answered."""
    values = sorted({fit for slot in free for fit in problem.fits[slot] if fit >= problem.enough})
    gains = _gains(problem, free, with_fit=False)
    low, high = 0, len(values) - 1 if most[0] else 0
    while low < high:
        middle = (low + high + 1) // 2
        found = _grid(problem, free, values[middle]).stories(gains)
        if _worth(problem, free, found) == most:
            low = middle
        else:
            high = middle - 1
    return values[low] if values else problem.enough
