"""How to tell a story for one question: the sentence to open with, and the one to dwell on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast

import numpy as np

from storyloop.reading.sentences import split
from storyloop.story import PARTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from storyloop.reading.encoder import Floats
    from storyloop.story import Story
    from storyloop.story.model import Part

_LEADING = 3  # sentences of the set-up that can open a story
_FULL = 8  # words from which on a sentence says enough to open with


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """How to tell a story for one question, in its own sentences.

    `opening` is the sentence to begin with; `stress` is the part to dwell on, and `sentence` that
    part's sentence which speaks most of what is asked.
    """

    opening: str
    stress: Part
    sentence: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a story, and where it stands."""

    text: str
    part: Part | Literal["headline"]


def sentences(story: Story) -> list[Sentence]:
    """Return the headline and the sentences of the four parts; none where no part is written."""
    if not any(getattr(story, part) for part in PARTS):
        return []
    found = [Sentence(story.headline, "headline")] if story.headline else []
    for part in PARTS:
        said = getattr(story, part)
        found += [Sentence(said[a:b].strip(), part) for a, b in split(said) if said[a:b].strip()]
    return found


class Choices:
    """What a story's lead is chosen from: the places of its sentences, in order of the story."""

    def __init__(self, told: Sequence[Sentence]) -> None:
        self._told = told
        places = [i for i, each in enumerate(told) if each.part != "headline"]
        first = places[:_LEADING]
        full = [i for i in first if len(told[i].text.split()) >= _FULL]
        after = [i for i in places if told[i].part in ("action", "result")]
        self._opening = _array(full or first)
        self._stress = _array(after or places)

    def lead(self, speaks: Floats) -> Lead:
        """Return the sentences that speak most of the matter; `speaks` has a figure for each."""
        opening = self._told[self._opening[speaks[self._opening].argmax()]]
        stress = self._told[self._stress[speaks[self._stress].argmax()]]
        return Lead(opening=opening.text, stress=cast("Part", stress.part), sentence=stress.text)


def _array(places: Sequence[int]) -> NDArray[np.int64]:
    return np.asarray(places, dtype=np.int64)
