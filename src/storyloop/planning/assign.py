"""Who answers what: one story for each situation, no story told more often than must be.

This is the assignment problem. Every situation that any story fits is answered; the most times any
one story is told is as small as that allows; then the total fit is as great as can be, less a price
for each repeat. Solved exactly by `scipy.optimize.linear_sum_assignment`, with one column for each
telling of a story.
"""

import math
from collections.abc import Mapping, Sequence

# A second telling must fit better by this much than a first one of another story.
REPEAT = 0.05
# Fits have three digits. As whole numbers they are compared without rounding errors.
_UNIT = 1000


def assign(fits: Sequence[Mapping[str, float]]) -> tuple[str | None, ...]:
    """Return the story id for each situation, or None where no story fits.

    `fits` holds one mapping per situation, in the order asked: story id to fit, only of stories
    that fit. Of equally good plans the one is taken that gives earlier ids to earlier situations.
    """
    asked = [place for place, found in enumerate(fits) if found]
    ids = sorted({story for found in fits for story in found})
    tellers: list[str | None] = [None] * len(fits)
    if asked:
        for place, story in zip(asked, _fewest_repeats([fits[i] for i in asked], ids), strict=True):
            tellers[place] = story
    return tuple(tellers)


def _fewest_repeats(fits: Sequence[Mapping[str, float]], ids: Sequence[str]) -> list[str]:
    times = math.ceil(len(fits) / len(ids))
    while (tellers := _at_most(times, fits, ids)) is None:
        times += 1
    return tellers


def _at_most(
    times: int, fits: Sequence[Mapping[str, float]], ids: Sequence[str]
) -> list[str] | None:
    """Return the best plan with no story told more than `times` times, or None without one."""
    from scipy.optimize import linear_sum_assignment

    # Greater than the sum of all tie-breaks, so that ties never outweigh a difference in fit.
    scale = len(ids) * len(fits) ** 2 + 1
    costs = [
        [
            _cost(found.get(story), repeat=telling > 0) * scale + place * (len(fits) - row)
            for telling in range(times)
            for place, story in enumerate(ids)
        ]
        for row, found in enumerate(fits)
    ]
    try:
        _, columns = linear_sum_assignment(costs)
    except ValueError:  # raised where some situation has no story left
        return None
    return [ids[int(column) % len(ids)] for column in columns]


def _cost(fit: float | None, *, repeat: bool) -> float:
    if fit is None:
        return math.inf
    return round(REPEAT * _UNIT) * repeat - round(fit * _UNIT)
