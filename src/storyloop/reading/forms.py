"""Sentences as grammar: n-grams of tags and function words, whatever they are about.

"I had to find a nurse by noon" and "she had to book a room by Friday" look alike here: that is how
a duty, a deed and an outcome are told apart in professions that the model has never met.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import numpy as np

from storyloop.reading.encoder import Encoded, Floats, Keys, each_once

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from storyloop.reading.word_tags import Tagged

# Tags of words that carry the subject matter; of those only the tag is kept.
_OPEN = frozenset("nNvVzw3GAqQ")
# Who acts, what the verb is and what joins the clauses: the skeleton of a sentence.
_SKELETON = "IWTMUOytxbBgvVzw3GhkSEc"
_BITS = 10  # a word or tag is numbered below 2^10, so that five make one key
_WORDS_FROM = 128  # below stand the tags, each as its character
MAX_WORDS = 2**_BITS - _WORDS_FROM
_BEGIN, _END = 1, 2
_IN_SKELETON = np.isin(np.arange(_WORDS_FROM), [_BEGIN, _END, *map(ord, _SKELETON)])


@dataclass(frozen=True, slots=True)
class Forms:
    """Numbers the forms of sentences; `words` gives each known function word its number."""

    words: Mapping[str, int]

    @classmethod
    def of(cls, words: Sequence[str]) -> Self:
        """Return a numbering of `words` in their order; there may be `MAX_WORDS` of them."""
        return cls({word: number for number, word in enumerate(words, _WORDS_FROM)})

    @property
    def size(self) -> int:
        """How many numbers there are."""
        return _WORDS_FROM + len(self.words)

    def number(self, sentences: Sequence[Tagged]) -> Numbered:
        """Return the words of `sentences` as numbers."""
        tags: list[int] = []
        mixed: list[int] = []
        known = self.words.get
        for each in sentences:
            numbers = [ord(tag) for tag in each.tags]
            tags += [_BEGIN, *numbers, _END]
            mixed.append(_BEGIN)
            mixed += map(known, each.words, numbers)
            mixed.append(_END)
        return Numbered(
            tags=np.asarray(tags, dtype=np.int64),
            mixed=np.asarray(mixed, dtype=np.int64),
            lengths=np.asarray([len(each.tags) + 2 for each in sentences], dtype=np.int64),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """The words of sentences one after another, each sentence between a begin and an end.

    `tags` has the number of each word's tag, `mixed` its own number if it has one, and `lengths`
    how many stand for each sentence.
    """

    tags: Keys
    mixed: Keys
    lengths: Keys

    def grams(self, vectors: Floats) -> Encoded:
        """Return the form n-grams as keys beside the `vectors` of the sentences."""
        of = np.repeat(np.arange(len(self.lengths)), self.lengths)
        kept = _IN_SKELETON[self.tags]
        found = [
            *_grams(self.mixed, of, 4),
            *_grams(self.mixed[kept], of[kept], 5),
        ]
        keys, places = (np.concatenate(each) for each in zip(*found, strict=True))
        keys, starts = each_once(keys, places, len(self.lengths))
        return Encoded(vectors=vectors, keys=keys, starts=starts)


def _grams(numbers: Keys, of: Keys, longest: int) -> list[tuple[Keys, Keys]]:
    """Return the keys of all n-grams of two up to `longest`, with the sentence each is of."""
    found = []
    keys = numbers
    for length in range(2, longest + 1):
        keys = (keys[:-1] << _BITS) | numbers[length - 1 :]
        within = of[: len(keys)] == of[length - 1 :]
        found.append((keys[within], of[: len(keys)][within]))
    return found


def function_words(sentences: Sequence[Tagged], *, seen_at_least: int) -> list[str]:
    """Return the function words of `sentences` by how often they occur, at most `MAX_WORDS`."""
    counts: Counter[str] = Counter()
    for each in sentences:
        counts.update(
            word for word, tag in zip(each.words, each.tags, strict=True) if tag not in _OPEN
        )
    common = [word for word, count in counts.most_common(MAX_WORDS) if count >= seen_at_least]
    return sorted(common)
