"""The assignment problem as a grid of rows and columns, and the face of its best solutions.

A row is a slot, a column one telling of a story. Where a story may be told more than once, but once
to each person, it has a column for each person, and as many filler rows as keep the others empty:
so the limits of a story need no other kind of solver. Each slot has a column of its own for being
left open.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storyloop.planning.face import Face

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np

Row = dict[int, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Best:
    """One best assignment: the story of each slot, or None; and the face of all best ones."""

    stories: dict[int, int | None]
    face: Face


class Grid:
    """The rows and columns of some slots.

    `people` is who asks in each slot, `tellings` how often each story may be told, and `allowed`
    names the stories of each slot that counts.
    """

    def __init__(
        self,
        people: Sequence[int],
        tellings: Sequence[int],
        allowed: Mapping[int, Sequence[int]],
    ) -> None:
        self.slots = list(allowed)
        # For each row the columns that it may take, with the story; None where left open.
        self.rows: list[Row] = [{} for _ in self.slots]
        self.columns = 0
        takers: dict[int, list[int]] = {}
        for row, slot in enumerate(self.slots):
            for story in allowed[slot]:
                takers.setdefault(story, []).append(row)
        for story, rows in sorted(takers.items()):
            self._add(story, tellings[story], {row: people[self.slots[row]] for row in rows})
        for row in range(len(self.slots)):
            self.rows[row][self.columns + row] = None
        self.columns += len(self.slots)

    def _add(self, story: int, times: int, takers: Mapping[int, int]) -> None:
        """Add the columns of a story; `takers` are the rows that may take it, and who asks."""
        heard = sorted(set(takers.values()))
        if times < 1:
            return
        own = times > 1  # a single telling is one column for everybody
        column = {who: self.columns + n * own for n, who in enumerate(heard)}
        for row, who in takers.items():
            self.rows[row][column[who]] = story
        self.columns = max(column.values()) + 1
        if own:
            fillers = max(len(heard) - times, 0)
            self.rows += [dict.fromkeys(column.values()) for _ in range(fillers)]

    def best(self, gains: Mapping[int, Mapping[int | None, int]]) -> Best:
        """Return the assignment with the greatest sum of `gains`, by slot and by story or None."""
        from scipy.optimize import linear_sum_assignment

        costs = self._costs(gains)
        _, columns = linear_sum_assignment(costs)
        taken: list[int] = columns.tolist()
        return Best(
            stories={slot: self.rows[n][taken[n]] for n, slot in enumerate(self.slots)},
            face=Face.of(costs, taken, self.rows),
        )

    def stories(self, gains: Mapping[int, Mapping[int | None, int]]) -> dict[int, int | None]:
        """Return the stories of `best`, for less work."""
        from scipy.optimize import linear_sum_assignment

        _, columns = linear_sum_assignment(self._costs(gains))
        return {slot: self.rows[n][int(columns[n])] for n, slot in enumerate(self.slots)}

    def _costs(self, gains: Mapping[int, Mapping[int | None, int]]) -> np.ndarray:
        """Return (rows, columns): what is not gained, infinite where not allowed.

        All are whole numbers far below 2 ** 53, so that floats add them up without error.
        """
        import numpy as np

        costs = np.full((len(self.rows), self.columns), np.inf)
        for n, row in enumerate(self.rows):
            gain = gains[self.slots[n]] if n < len(self.slots) else {}
            for column, story in row.items():
                costs[n, column] = -gain.get(story, 0)
        return costs
