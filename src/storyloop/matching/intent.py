"""What a question tests, as a value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storyloop.reading.encoder import Floats

# Below this a question does not ask for behaviour.
BEHAVIOURAL = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Likelihood:
    """How probable it is, from 0 to 1, that a question asks for `id`."""

    id: str
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Deciding:
    """Words of a question, [start, end) in its code points, and how much they speak for its top.

    `weight` is the share of what speaks for the likeliest principle, from 0 to 1.
    """

    start: int
    end: int
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """What a question tests.

    `behavioural` is the probability that it asks for behaviour at all. `principles` are all of the
    default framework, best first, their probabilities adding up to one; `situations` all of the
    guide's, best first, each by itself. `archetypes` are the kinds of story that answer it, best
    first, what is missing to one being the probability that none does; empty where there is no
    question. `words` decided it, in the order of the text. A text with several questions has one
    intent for each in `asks`; otherwise that is empty. `vector` is the direction of the question's
    words, None where there is no question.
    """

    question: str
    behavioural: float
    principles: tuple[Likelihood, ...]
    situations: tuple[Likelihood, ...]
    archetypes: tuple[Likelihood, ...] = ()
    words: tuple[Deciding, ...] = ()
    asks: tuple[Intent, ...] = ()
    vector: Floats | None = field(default=None, compare=False, repr=False)

    @property
    def is_behavioural(self) -> bool:
        """Whether a story is wanted."""
        return self.behavioural >= BEHAVIOURAL

    @property
    def principle(self) -> str:
        """The id of the likeliest principle."""
        return self.principles[0].id
