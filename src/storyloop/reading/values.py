"""The values of a reading. Spans are [start, end) in code points of the text that was read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Part = Literal["situation", "task", "action", "result", "reflection"]
Voice = Literal["I", "we", "they", "passive", "nobody"]
Kind = Literal["story", "pseudo-story", "hypothetical", "other"]
QuantityKind = Literal[
    "count", "percent", "points", "money", "duration", "multiple", "date", "ordinal"
]

PARTS: tuple[Part, ...] = get_args(Part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A clause of a sentence, who acts in it, and whether it is a main clause."""

    start: int
    end: int
    voice: Voice
    main: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with what it counts. `low` equals `high` unless it is a range.

    `unit` is the noun or symbol as written; `per` is the period of a rate ("week" in "10 a week").
    """

    start: int
    end: int
    text: str
    kind: QuantityKind
    low: float
    high: float
    unit: str = ""
    per: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a number was and what it became, with the stated size of the change.

    `follows` is False where the claim contradicts the pair, None where that cannot be checked. A
    share that is not that of its part and whole stands without a pair, and does not follow.
    """

    start: int
    end: int
    before: Quantity | None
    after: Quantity | None
    claim: Quantity | None = None
    direction: Literal["up", "down", ""] = ""
    follows: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence, which part of the story it belongs to, how sure that is (0 to 1), who acts."""

    start: int
    end: int
    text: str
    part: Part
    confidence: float
    voice: Voice
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A text as a coach reads it.

    `sentences` partition the text. `evidence` names, by position, the sentences that show that a
    text is no story.
    """

    text: str
    words: int
    sentences: tuple[Sentence, ...]
    quantities: tuple[Quantity, ...]
    changes: tuple[Change, ...]
    kind: Kind
    evidence: tuple[int, ...] = ()

    @property
    def part_words(self) -> Mapping[Part, int]:
        """How many words stand in each part."""
        counts: dict[Part, int] = dict.fromkeys(PARTS, 0)
        for sentence in self.sentences:
            counts[sentence.part] += len(sentence.text.split())
        return counts
