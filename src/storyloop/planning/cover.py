"""The fewest stories that serve all needs, and of such sets the one that fits best.

This is set cover, solved exactly by branch and bound. The number of stories grows until a cover
exists. Each step branches on the need that the fewest stories serve, and leaves out every story
that serves too little for the rest to be served, or adds too little to beat the best cover so far.
A bank has few needs and each story serves several of them, so this is many times faster here than
a general solver, and no solver has to be loaded to show a page.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from typing import NamedTuple

# Fits have three digits. As whole numbers they are compared without rounding errors.
_UNIT = 1000


class _Candidate(NamedTuple):
    """A story: the needs it serves as a set of bits, and its fit for each by the need's number."""

    id: str
    serves: int
    fits: tuple[tuple[int, int], ...]


class _Pick(NamedTuple):
    """A story that may be told next, and how much it adds to the sum of the best fits."""

    adds: int
    candidate: _Candidate


def fewest(needs: Sequence[Mapping[str, float]]) -> tuple[str, ...]:
    """Return, sorted, the ids of the fewest stories that serve all needs anybody serves.

    `needs` holds one mapping per need: story id to fit. Of the smallest covers the one is returned
    with the greatest sum, over the needs, of the best fit in it. A story that another one equals or
    beats at every need is never chosen; of equal ones the one whose id sorts first is kept. The
    answer does not depend on the order within the mappings.
    """
    served = [need for need in needs if need]
    candidates = _undominated(_candidates(served))
    searches = (_Search(len(served), candidates).run(stories) for stories in count())
    return tuple(sorted(next(ids for ids in searches if ids is not None)))


def _candidates(needs: Iterable[Mapping[str, float]]) -> list[_Candidate]:
    fits: dict[str, list[tuple[int, int]]] = {}
    for number, need in enumerate(needs):
        for story, fit in need.items():
            fits.setdefault(story, []).append((number, round(fit * _UNIT)))
    return [
        _Candidate(story, sum(1 << number for number, _ in found), tuple(found))
        for story, found in sorted(fits.items())
    ]


def _undominated(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """Leave out each story that another one equals or beats at every need."""
    # Only a story with a greater sum beats another; of equal ones the first comes first.
    strongest_first = sorted(candidates, key=lambda each: -sum(fit for _, fit in each.fits))
    kept: list[_Candidate] = []
    for each in strongest_first:
        if not any(_beats(other, each) for other in kept):
            kept.append(each)
    return kept


def _beats(one: _Candidate, other: _Candidate) -> bool:
    if other.serves & ~one.serves:
        return False
    fits = dict(one.fits)
    return all(fits[number] >= fit for number, fit in other.fits)


class _Search:
    """Looks for the best cover with a given number of stories."""

    def __init__(self, needs: int, candidates: Sequence[_Candidate]) -> None:
        self._candidates = candidates
        self._untold = (0,) * needs
        # Where every need has its best story there is nothing left to look for.
        self._ideal = sum(_told(candidates, self._untold))
        self._total = -1
        self._ids: tuple[str, ...] | None = None

    def run(self, stories: int) -> tuple[str, ...] | None:
        """Return the ids of the best cover, or None if so few stories cannot serve all needs."""
        self._extend((), (1 << len(self._untold)) - 1, self._untold, self._candidates, stories)
        return self._ids

    def _extend(
        self,
        ids: tuple[str, ...],
        left: int,
        told: Sequence[int],
        candidates: Iterable[_Candidate],
        stories: int,
    ) -> None:
        """Add `stories` more to `ids`; `left` are the needs unserved, `told` is each best fit."""
        total = sum(told)
        if not left and total > self._total:
            self._total, self._ids = total, ids
        if not left or not stories or self._total == self._ideal:
            return
        able = _able(candidates, left, stories)
        picks = [_Pick(_added(each, told), each) for each in able]
        # What a pick must add at least, if all the others add as much as any can.
        least = self._total - total - _most([pick.adds for pick in picks], stories - 1)
        useful = [pick for pick in picks if pick.adds > least]
        for pick in _serving_the_rarest(useful, left):
            useful.remove(pick)
            self._extend(
                (*ids, pick.candidate.id),
                left & ~pick.candidate.serves,
                _told([pick.candidate], told),
                [other.candidate for other in useful],
                stories - 1,
            )


def _able(candidates: Iterable[_Candidate], left: int, stories: int) -> list[_Candidate]:
    """Return those that serve enough of `left` for so many stories to serve all of it."""
    serving = [
        (serves, each) for each in candidates if (serves := (each.serves & left).bit_count())
    ]
    least = left.bit_count() - _most([serves for serves, _ in serving], stories - 1)
    return [each for serves, each in serving if serves >= least]


def _added(candidate: _Candidate, told: Sequence[int]) -> int:
    """Return by how much the sum of the best fits rises once `candidate` is told as well."""
    return sum([fit - told[number] for number, fit in candidate.fits if fit > told[number]])


def _told(candidates: Iterable[_Candidate], told: Sequence[int]) -> list[int]:
    """Return the best fit for each need once `candidates` are told as well."""
    best = list(told)
    for each in candidates:
        for number, fit in each.fits:
            best[number] = max(best[number], fit)
    return best


def _most(amounts: list[int], how_many: int) -> int:
    return sum(sorted(amounts, reverse=True)[:how_many])


def _serving_the_rarest(picks: Sequence[_Pick], left: int) -> list[_Pick]:
    """Return the picks that serve the need which fewest of them serve, the most useful first."""
    fewest_picks = list(picks)
    for number in range(left.bit_length()):
        if left >> number & 1:
            serving = [pick for pick in picks if pick.candidate.serves >> number & 1]
            if len(serving) <= len(fewest_picks):
                fewest_picks = serving
    return sorted(fewest_picks, key=lambda pick: (-pick.adds, pick.candidate.id))
