"""All best solutions of an assignment problem, to walk from one to another.

By the duality of linear programs there are prices of the columns such that an assignment is a best
one if and only if each row takes a column that is cheapest for it (tight), and every column with a
price is taken (Kuhn 1955). So another best solution is found by moving rows along tight columns.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

Taken = tuple[int, ...]
# Where a chain of moves begins, and where a column is left that need not be taken.
_START, _POOL = -1, -2


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """The best solutions, and one of them.

    `tight` holds for each row the columns it may take, with the story; `priced` the columns that
    must be taken; `taken` the column of each row.
    """

    tight: tuple[dict[int, int | None], ...]
    priced: frozenset[int]
    taken: Taken

    @classmethod
    def of(
        cls, costs: np.ndarray, taken: Sequence[int], rows: Sequence[Mapping[int, int | None]]
    ) -> Face:
        """Return the face, given the `costs` (rows, columns) and the columns of one best solution.

        `rows` names the columns that each row may take at all, with their stories.
        """
        import numpy as np

        # The saving of each row by another column than its own: a chain of savings is a price.
        savings = costs - costs[np.arange(len(taken)), list(taken)][:, None]
        prices = np.zeros(costs.shape[1])
        while len(taken):
            lower = np.minimum(prices, (savings + prices[list(taken)][:, None]).min(axis=0))
            if (lower == prices).all():
                break
            prices = lower
        reduced = savings + prices[list(taken)][:, None] - prices
        return cls(
            tight=tuple(
                {column: story for column, story in row.items() if reduced[n, column] == 0}
                for n, row in enumerate(rows)
            ),
            priced=frozenset(np.flatnonzero(prices < 0).tolist()),
            taken=tuple(taken),
        )

    def moved(self, taken: Taken, row: int, column: int, settled: Collection[int]) -> Taken | None:
        """Return a best solution near `taken` in which `row` has `column`; None if there is none.

        The rows in `settled` keep what they have.
        """
        if taken[row] == column:
            return taken
        owner = {each: n for n, each in enumerate(taken)}
        came: dict[int, tuple[int, int]] = {}  # row or pool -> what takes its place, and with which
        stay = {*settled, row}
        first = owner.get(column, _POOL)
        if first in stay:
            return None
        came[first] = (_START, column)
        queue = [first]
        for mover in queue:
            if mover == _POOL:
                if taken[row] not in self.priced:
                    return _shifted(taken, row, column, came, _POOL, taken[row])
                freed = [c for c in owner if c not in self.priced and c != column]
                steps = [(owner[c], c) for c in freed]
            else:
                ways = [c for c in self.tight[mover] if c != column]
                if taken[row] in ways:
                    return _shifted(taken, row, column, came, mover, taken[row])
                steps = [(owner.get(c, _POOL), c) for c in ways]
            for after, way in steps:
                if after not in stay and after not in came:
                    came[after] = (mover, way)
                    queue.append(after)
        return None


def _shifted(  # noqa: PLR0913, PLR0917 - the state of one search
    taken: Taken, row: int, column: int, came: Mapping[int, tuple[int, int]], last: int, way: int
) -> Taken:
    """Return `taken` after the chain of moves that ends with `last` taking column `way`."""
    found = list(taken)
    found[row] = column
    mover = last
    while mover != _START:
        before, its = came[mover]
        if mover != _POOL:
            found[mover] = way
        mover, way = before, its
    return tuple(found)
