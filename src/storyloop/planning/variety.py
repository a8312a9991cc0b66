"""Among equally good assignments, the most varied; among those, earlier stories in earlier slots.

Which pairs are alike depends on two choices at once, so this is no assignment problem any more.
It is searched exactly, slot by slot, over the face of the best solutions: first for a solution with
as few alike pairs as there can be at least, then with one more, and so on; the first that is found
in the order of the tie-break is the best. After so many steps the search gives up, and says that
nothing is proved.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, count

from storyloop.planning.face import Face, Taken

STEPS = 30_000
# What is looked at of one round to say how many pairs it must have at least.
_LOOKS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Varied:
    """The story of each slot, or None; how many pairs are alike; and whether that is proved."""

    stories: dict[int, int | None]
    clashes: int
    proved: bool


class GaveUp(Exception):
    """The search took more than its steps."""


def most_varied(
    face: Face,
    slots: Sequence[int],
    *,
    rounds: Sequence[int],
    clashes: Sequence[frozenset[int]],
    fixed: Mapping[int, int],
) -> Varied:
    """Return the best of `face`, whose first rows are the `slots`, round by round.

    `rounds` numbers the round of every slot, `clashes` names the stories too much like each story,
    and `fixed` holds the stories of the other slots.
    """
    told: dict[int, tuple[int, ...]] = {}
    for slot, story in fixed.items():
        told[rounds[slot]] = (*told.get(rounds[slot], ()), story)
    search = _Search(face=face, rounds=[rounds[n] for n in slots], clashes=clashes, told=told)
    try:
        taken, proved = search.first(), True
    except GaveUp:
        taken, proved = search.better(), False
    return Varied(
        stories={slot: face.tight[row][taken[row]] for row, slot in enumerate(slots)},
        clashes=search.alike(taken),
        proved=proved,
    )


@dataclass(slots=True, kw_only=True)
class _Search:
    """A walk through the face, row by row; `told` are the fixed stories of each round."""

    face: Face
    rounds: Sequence[int]
    clashes: Sequence[frozenset[int]]
    told: Mapping[int, tuple[int, ...]]
    steps: int = field(default=0, init=False)

    def first(self) -> Taken:
        """Return the best solution; raise `GaveUp` where that takes too long."""
        self.steps = STEPS
        ahead = self._ahead()
        for most in count(ahead[0]):
            found = self._extend((), self.face.taken, most, ahead)
            if found is not None:
                return found
        raise AssertionError  # the count has no end

    def better(self) -> Taken:
        """Return a solution as varied as is found in so many steps more, without proof."""
        best, self.steps = self.face.taken, STEPS
        nothing = [0] * (len(self.rounds) + 1)
        fixed = sum(self._within(told) for told in self.told.values())
        try:
            while (most := self.alike(best) - fixed - 1) >= 0:
                found = self._extend((), best, most, nothing, varied_first=True)
                if found is None:
                    break
                best = found
        except GaveUp:
            pass
        return best

    def alike(self, taken: Taken) -> int:
        """Return how many pairs are alike, those of the fixed stories included."""
        told = {number: list(stories) for number, stories in self.told.items()}
        for row, number in enumerate(self.rounds):
            story = self.face.tight[row][taken[row]]
            if story is not None:
                told.setdefault(number, []).append(story)
        return sum(self._within(stories) for stories in told.values())

    def _extend(
        self,
        chosen: tuple[int | None, ...],
        taken: Taken,
        most: int,
        ahead: Sequence[int],
        *,
        varied_first: bool = False,
    ) -> Taken | None:
        """Return the first solution after `chosen` that adds at most `most` alike pairs."""
        row = len(chosen)
        if row == len(self.rounds):
            return taken
        for added, story, column in self._options(chosen, varied_first=varied_first):
            if added + ahead[row + 1] > most:
                continue
            self.steps -= 1
            if self.steps < 0:
                raise GaveUp
            moved = self.face.moved(taken, row, column, range(row))
            if moved is not None:
                found = self._extend(
                    (*chosen, story), moved, most - added, ahead, varied_first=varied_first
                )
                if found is not None:
                    return found
        return None

    def _options(
        self, chosen: Sequence[int | None], *, varied_first: bool
    ) -> list[tuple[int, int | None, int]]:
        """Return for each tight column of the next row: pairs it adds, its story, itself."""
        row = len(chosen)
        number = self.rounds[row]
        told = [story for story, n in zip(chosen, self.rounds, strict=False) if n == number]
        told += self.told.get(number, ())
        found = [
            (self._added(story, told), story, column)
            for column, story in self.face.tight[row].items()
        ]
        last = len(self.clashes)
        return sorted(
            found, key=lambda each: (each[0] * varied_first, last if each[1] is None else each[1])
        )

    def _ahead(self) -> list[int]:
        """Return the pairs that the rows from each on must add at least, and 0 after the last.

        Each round is looked at by itself, as though all the stories were its own.
        """
        n = len(self.rounds)
        found = [0] * (n + 1)
        for row in reversed(range(n)):
            end = next((i for i in range(row, n) if self.rounds[i] != self.rounds[row]), n)
            found[row] = self._least(range(row, end)) + found[end]
        return found

    def _least(self, rows: range) -> int:
        """Return how many alike pairs `rows`, of one round, must add; 0 where that is long work."""
        fixed = list(self.told.get(self.rounds[rows[0]], ()))
        least = None
        for looks, found in enumerate(self._ways(rows, fixed, 0)):
            least = found if least is None else min(least, found)
            if not least or looks > _LOOKS:
                return 0
        return least or 0

    def _ways(self, rows: range, told: Sequence[int], so_far: int) -> Iterator[int]:
        """Yield the alike pairs of each way to tell different stories in `rows`."""
        if not rows:
            yield so_far
            return
        for story in self.face.tight[rows[0]].values():
            if story is None:
                yield from self._ways(rows[1:], told, so_far)
            elif story not in told:
                added = self._added(story, told)
                yield from self._ways(rows[1:], [*told, story], so_far + added)

    def _added(self, story: int | None, told: Sequence[int | None]) -> int:
        return 0 if story is None else sum(other in self.clashes[story] for other in told)

    def _within(self, stories: Sequence[int]) -> int:
        return sum(b in self.clashes[a] for a, b in combinations(stories, 2))
