"""Whether a text is a story, and which sentences show that it is none.

A linear score a sentence, averaged over the text: what somebody usually does, would do or thinks
shows in many sentences at once, where a story has single ones of that sort.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, get_args

import numpy as np

from storyloop.reading.encoder import (
    MODEL,
    ONE,
    Encoded,
    Floats,
    Keys,
    Levels,
    Marks,
    gram_sums,
    marked,
)
from storyloop.reading.values import Kind

if TYPE_CHECKING:
    from numpy.typing import NDArray

KINDS: tuple[Kind, ...] = get_args(Kind)
_EVIDENCE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class KindModel:
    """The weights of vectors (dimensions, kinds), n-grams (keys, kinds) and of no word at all."""

    dense: Floats
    keys: Keys  # sorted
    grams: Floats | Levels
    bias: Floats
    gram_scale: np.float32 = ONE
    marks: Marks = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "marks", marked(self.keys))

    def sentence_scores(self, encoded: Encoded) -> Floats:
        """Return how much each sentence speaks for each kind: (sentences, kinds)."""
        said = gram_sums(encoded, self.keys, self.grams, self.marks, self.gram_scale)
        return encoded.vectors @ self.dense + said

    def decide(self, encoded: Encoded) -> tuple[Kind, tuple[int, ...]]:
        """Return the kind, and by position the sentences that show that it is no story."""
        scores = self.sentence_scores(encoded)
        if not len(scores):
            return "other", ()
        best = int((scores.mean(axis=0) + self.bias).argmax())
        kind = KINDS[best]
        if kind == "story":
            return kind, ()
        return kind, _most_telling(scores[:, best] - scores[:, KINDS.index("story")])


def _most_telling(lead: NDArray[np.float32]) -> tuple[int, ...]:
    order = np.argsort(-lead, kind="stable")[:_EVIDENCE]
    telling = sorted(int(i) for i in order if lead[i] > 0)
    return tuple(telling) or (int(order[0]),)


@cache
def shipped_kinds() -> KindModel:
    """Return the model of the shipped files, loaded once."""
    with (MODEL / "kind.npz").open("rb") as file, np.load(file) as arrays:
        return KindModel(
            dense=arrays["dense"],
            keys=arrays["keys"],
            grams=arrays["grams"],
            gram_scale=arrays["gram_scale"][()],
            bias=arrays["bias"],
        )
