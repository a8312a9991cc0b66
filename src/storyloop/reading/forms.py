"""Sentences as grammar: n-grams of tags and function words, whatever they are about.

"I had to find a nurse by noon" and "she had to book a room by Friday" look alike here: that is how
a duty, a deed and an outcome are told apart in professions that the model has never met.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import numpy as np

from storyloop.reading.encoder import Encoded, Floats, Keys

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

    def encode(self, sentences: Sequence[Tagged], vectors: Floats) -> Encoded:
        """Return the form n-grams of `sentences` as keys beside their `vectors`."""
        tags, mixed = self._numbers(sentences)
        lengths = np.asarray([len(each.tags) + 2 for each in sentences], dtype=np.int64)
        of = np.repeat(np.arange(len(sentences)), lengths)
        kept = _IN_SKELETON[tags]
        found = [
            *_grams(tags, of, 4),
            *_grams(mixed, of, 4),
            *_grams(mixed[kept], of[kept], 5),
        ]
        return _gathered(found, vectors)

    def _numbers(self, sentences: Sequence[Tagged]) -> tuple[Keys, Keys]:
        """Return for each word the number of its tag, and its own number if it has one."""
        tags: list[int] = []
        mixed: list[int] = []
        known = self.words.get
        for each in sentences:
            numbers = [ord(tag) for tag in each.tags]
            tags += [_BEGIN, *numbers, _END]
            mixed.append(_BEGIN)
            mixed += map(known, each.words, numbers)
            mixed.append(_END)
        return np.asarray(tags, dtype=np.int64), np.asarray(mixed, dtype=np.int64)


def _grams(numbers: Keys, of: Keys, longest: int) -> list[tuple[Keys, Keys]]:
    """Return the keys of all n-grams of two up to `longest`, with the sentence each is of."""
    found = []
    keys = numbers
    for length in range(2, longest + 1):
        keys = (keys[:-1] << _BITS) | numbers[length - 1 :]
        within = of[: len(keys)] == of[length - 1 :]
        found.append((keys[within], of[: len(keys)][within]))
    return found


def _gathered(found: Sequence[tuple[Keys, Keys]], vectors: Floats) -> Encoded:
    """Return the keys by sentence, each once a sentence."""
    keys = np.concatenate([each for each, _ in found])
    of = np.concatenate([each for _, each in found])
    order = np.lexsort((keys, of))
    keys, of = keys[order], of[order]
    new = np.ones(len(keys), dtype=bool)
    new[1:] = (keys[1:] != keys[:-1]) | (of[1:] != of[:-1])
    starts = np.searchsorted(of[new], np.arange(len(vectors) + 1))
    return Encoded(vectors=vectors, keys=keys[new], starts=starts)


def function_words(sentences: Sequence[Tagged], *, seen_at_least: int) -> list[str]:
    """Return the function words of `sentences` by how often they occur, at most `MAX_WORDS`."""
    counts: Counter[str] = Counter()
    for each in sentences:
        counts.update(
            word for word, tag in zip(each.words, each.tags, strict=True) if tag not in _OPEN
        )
    common = [word for word, count in counts.most_common(MAX_WORDS) if count >= seen_at_least]
    return sorted(common)
