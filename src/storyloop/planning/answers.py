"""How many questions of drawn loops get a story of their own, for all loops at once.

All loops together are one graph in blocks, rows being slots and columns the tellings of stories, in
which `scipy.sparse.csgraph.maximum_bipartite_matching` finds the most slots that can be answered.
Where a story may be told more than once, but once to each person, it has a column for each person
and filler rows that keep the others empty, as in `grid`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from storyloop.planning.simulate import NOTHING, Drawn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scipy.sparse import csr_array

    from storyloop.planning.simulate import Bools, Ints

# So many slots times stories are looked at in one go, to keep memory bounded.
_AT_ONCE = 10_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What the stories can do: `answers` (Q, T) says which of them answers which question.

    A story is told `most_tellings` times in a loop at most, and once to each person; `barred`
    (people, T) says who must not hear what.
    """

    answers: Bools
    most_tellings: int
    barred: Bools | None = None

    def without(self, story: int) -> World:
        """Return the world in which a story has fallen away."""
        answers = self.answers.copy()
        answers[:, story] = False
        return World(answers=answers, most_tellings=self.most_tellings, barred=self.barred)

    def beside(self, answers: Bools) -> World:
        """Return the world with one more story, which answers what `answers` (Q) says."""
        barred = self.barred
        if barred is not None:
            barred = np.column_stack([barred, np.zeros(len(barred), dtype=np.bool_)])
        more = np.column_stack([self.answers, answers])
        return World(answers=more, most_tellings=self.most_tellings, barred=barred)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """The slots of each loop (L), how many have a story (L), and the story of each slot (L, S).

    The stories are those of one best matching, `NOTHING` where there is none, and stand only where
    a loop is answered in full. `replaceable` (L, S) says where a story that is told nowhere in the
    loop fits too.
    """

    slots: Ints
    answered: Ints
    stories: Ints
    replaceable: Bools

    @property
    def ready(self) -> Bools:
        """Which loops are answered in full (L)."""
        full: Bools = self.answered == self.slots
        return full


def answer(drawn: Drawn, world: World) -> Answered:
    """Return how well the loops are answered."""
    parts = [_matched(part, world).answered() for part in _parts(drawn, world)]
    return Answered(
        slots=np.concatenate([part.slots for part in parts]),
        answered=np.concatenate([part.answered for part in parts]),
        stories=np.concatenate([part.stories for part in parts]),
        replaceable=np.concatenate([part.replaceable for part in parts]),
    )


def short_of(drawn: Drawn, world: World) -> Bools:
    """Return the slots (L, S) that some best matching leaves open.

    A story more that answers one of them, and only such a story, answers more of the loop
    (Dulmage and Mendelsohn 1958).
    """
    return np.concatenate([_matched(part, world).short() for part in _parts(drawn, world)])


def _parts(drawn: Drawn, world: World) -> Iterator[Drawn]:
    loops, slots = drawn.questions.shape
    size = max(_AT_ONCE // max(slots * world.answers.shape[1], 1), 1)
    for start in range(0, max(loops, 1), size):
        yield drawn.only(slice(start, start + size))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Matching:
    """A best matching: the column of each row, slots first (L, S), then fillers (L, F)."""

    asked: Bools
    fits: Bools
    graph: csr_array
    taken: Ints
    width: int  # columns of a story

    def answered(self) -> Answered:
        loops, slots = self.asked.shape
        stories = self.fits.shape[2]
        matched = self.taken[: loops * slots].reshape(loops, slots)
        fillers = len(self.taken) - loops * slots
        placed = (self.taken[loops * slots :].reshape(loops, -1) >= 0).sum(axis=1) if fillers else 0
        told = np.where(matched >= 0, matched // self.width % max(stories, 1), NOTHING)
        idle = np.ones((loops, stories), dtype=np.bool_)
        loop, slot = np.nonzero(matched >= 0)
        idle[loop, told[loop, slot]] = False
        # All fillers can be placed in a best matching: one left over stands for a slot left open.
        answered = (matched >= 0).sum(axis=1) + placed - fillers // max(loops, 1)
        return Answered(
            slots=self.asked.sum(axis=1, dtype=np.int32),
            answered=answered.astype(np.int32),
            stories=told,
            replaceable=np.any(self.fits & idle[:, None], axis=2),
        )

    def short(self) -> Bools:
        """Return the slots reached from rows left open, along ways that take turns."""
        loops, slots = self.asked.shape
        reached = self.taken < 0
        reached[: loops * slots] &= self.asked.ravel()
        columns = self.graph.T.tocsr()
        held = self.taken >= 0
        while True:
            touched = (columns @ reached.astype(np.int32)) > 0
            more = reached.copy()
            more[held] |= touched[self.taken[held]]
            if (more == reached).all():
                break
            reached = more
        return reached[: loops * slots].reshape(loops, slots)


def _matched(drawn: Drawn, world: World) -> _Matching:
    from scipy.sparse.csgraph import maximum_bipartite_matching

    asked = drawn.questions != NOTHING
    fits = world.answers[drawn.questions] & asked[:, :, None]
    if world.barred is not None:
        fits &= ~world.barred[drawn.people]
    people = int(drawn.people.max(initial=0)) + 1
    single = world.most_tellings == 1
    width = 1 if single else people
    spare = 0 if single else max(people - world.most_tellings, 0)
    graph = _graph(fits, None if single else drawn.people, width, spare)
    return _Matching(
        asked=asked,
        fits=fits,
        graph=graph,
        taken=maximum_bipartite_matching(graph, perm_type="column").astype(np.int64),
        width=width,
    )


def _graph(fits: Bools, people: Ints | None, width: int, spare: int) -> csr_array:
    """Return the graph: rows are the slots and then `spare` fillers for each loop and story.

    A story has `width` columns in each loop, one for each person, or one in all.
    """
    from scipy.sparse import csr_array

    loops, slots, stories = fits.shape
    loop, slot, story = np.nonzero(fits)
    columns = (loop * stories + story) * width
    if people is not None:
        columns += people[loop, slot]
    ends = np.cumsum(fits.sum(axis=2, dtype=np.int64).ravel())
    # The n-th of a story's fillers takes the n-th of the columns that stay empty, which can be no
    # further on than the tellings allow.
    reach = width - spare + 1
    first = np.arange(loops * stories)[:, None] * width + np.arange(spare)
    filling = (first[:, :, None] + np.arange(reach)).ravel()
    last = ends[-1] if len(ends) else 0
    bounds = np.concatenate([[0], ends, last + reach * np.arange(1, first.size + 1)])
    indices = np.concatenate([columns, filling]).astype(np.int32)
    return csr_array(
        (np.ones(len(indices), dtype=np.int8), indices, bounds.astype(np.int32)),
        shape=(loops * slots + first.size, loops * stories * width),
    )
