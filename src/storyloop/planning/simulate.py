"""Loops drawn at random, in arrays over all of them at once: `L` loops of at most `S` slots.

Each loop is as likely as it should be, but they are not drawn without regard to each other: every
single draw is spread evenly over the loops (Latin hypercube; McKay, Beckman and Conover 1979). So
shares vary less from seed to seed than those of independent loops, and an interval for independent
ones is rather too wide than too narrow.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from storyloop.planning.assumptions import Assumptions

    Bools = NDArray[np.bool_]
    Ints = NDArray[np.int64]

NOTHING = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """Loops as drawn: the question of each slot (L, S), `NOTHING` where there is no slot.

    `principles` (L, S) numbers what it tests; `people` (L, S) who asks, from 0 up.
    """

    questions: Ints
    principles: Ints
    people: Ints

    def only(self, which: Bools | slice) -> Drawn:
        """Return some of the loops."""
        return Drawn(
            questions=self.questions[which],
            principles=self.principles[which],
            people=self.people[which],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A slot of one's own loop: who asks, and by number the principle and the question.

    `NOTHING` stands for a principle or a question that is to be drawn.
    """

    person: int
    principle: int = NOTHING
    question: int = NOTHING


def draw(bank: Sequence[Sequence[int]], assumptions: Assumptions, loops: int, seed: int) -> Drawn:
    """Return `loops` loops; `bank` holds for each principle the numbers of its questions.

    The number of rounds, and of principles in each, are drawn evenly between their bounds. The
    principles are dealt out like cards, so that none comes twice before all have come once; of each
    the questions are drawn evenly. Nothing depends on the stories, so that the same seed puts all
    stories to the same loops.
    """
    random = np.random.default_rng(seed)
    (least, most), (few, many) = assumptions.rounds, assumptions.principles
    rounds = least + (_spread(random, loops, 1) * (most - least + 1)).astype(np.int64)
    each = few + (_spread(random, loops, most) * (many - few + 1)).astype(np.int64)
    deck = np.argsort(_spread(random, loops, len(bank)), axis=1)
    here = np.arange(many) < each[:, :, None]
    here &= (np.arange(most) < rounds)[:, :, None]
    here = here.reshape(loops, most * many)
    dealt = np.take_along_axis(deck, (np.cumsum(here, axis=1) - 1) % len(bank), axis=1)
    principles = np.repeat(np.where(here, dealt, NOTHING), assumptions.questions, axis=1)
    people = np.repeat(np.arange(most), many * assumptions.questions)
    return _asked(bank, principles, people, random)


def draw_own(bank: Sequence[Sequence[int]], slots: Sequence[Known], loops: int, seed: int) -> Drawn:
    """Return `loops` loops of the user's own `slots`: what is known stays, the rest is drawn.

    Unknown principles are dealt out like cards, those that the loop is not known to ask first.
    """
    random = np.random.default_rng(seed)
    keys = _spread(random, loops, len(bank))
    known = np.asarray([slot.principle for slot in slots])
    fixed = np.asarray([slot.question for slot in slots])
    keys[:, known[known != NOTHING]] += 1
    deck = np.argsort(keys, axis=1)
    to_deal = (known == NOTHING) & (fixed == NOTHING)
    principles = np.broadcast_to(known, (loops, len(slots))).copy()
    principles[:, to_deal] = deck[:, np.arange(to_deal.sum()) % len(bank)]
    drawn = _asked(bank, principles, np.asarray([slot.person for slot in slots]), random)
    questions = np.where(fixed == NOTHING, drawn.questions, fixed)
    return Drawn(questions=questions, principles=principles, people=drawn.people)


def _spread(random: np.random.Generator, loops: int, draws: int) -> NDArray[np.float64]:
    """Return (loops, draws) numbers from 0 to 1, one of each draw in each of `loops` equal steps.

    The number is below 1 even where rounding takes it there.
    """
    steps = random.permuted(np.tile(np.arange(loops)[:, None], (1, draws)), axis=0)
    return np.minimum((steps + random.random((loops, draws))) / loops, np.nextafter(1, 0))


def _asked(
    bank: Sequence[Sequence[int]], principles: Ints, people: Ints, random: np.random.Generator
) -> Drawn:
    """Return the loops in which a question of its bank is drawn for each principle (L, S)."""
    sizes = np.asarray([len(questions) for questions in bank])
    table = np.zeros((len(bank), int(sizes.max())), dtype=np.int64)
    for row, questions in enumerate(bank):
        table[row, : len(questions)] = questions
    picked = (_spread(random, *principles.shape) * sizes[principles]).astype(np.int64)
    return Drawn(
        questions=np.where(principles == NOTHING, NOTHING, table[principles, picked]),
        principles=principles,
        people=np.broadcast_to(people, principles.shape),
    )
