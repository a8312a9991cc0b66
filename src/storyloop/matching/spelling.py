"""Words with one slip of the finger, set right by the words that the model knows.

An unknown word becomes the commonest known word at a distance of one insertion, deletion,
substitution or swap of neighbours (Damerau 1964), found by the words that both leave when a letter
is taken out of them (symmetric deletes).
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

_WORD = re.compile(r"[^\W\d_]+")
# The known words are spelt in American; "prioritise" is no slip of "priorities".
_BRITISH = re.compile(r"is(?:e[drs]?|ing|ations?)$")
_SHORTEST = 4
_LONGEST = 24


class Speller:
    """Knows `words`, commonest first, and `others`, which are right but no better than any."""

    def __init__(self, words: Sequence[str], others: Collection[str]) -> None:
        self._known = {*words, *others}
        self._rank = {word: rank for rank, word in enumerate((*words, *sorted(others)))}
        self._left: dict[str, list[str]] = {}

    def mended(self, text: str) -> str:
        """Return `text` with each mistyped word set right; its length may differ."""
        return _WORD.sub(lambda match: self._word(match[0]), text)

    def _word(self, typed: str) -> str:
        word = typed.lower()
        right = word in self._known or _BRITISH.search(word)
        if right or not _SHORTEST <= len(word) <= _LONGEST:
            return typed
        left = self._left or self._index()
        near = {
            known
            for piece in (word, *_shorter(word))
            for known in left.get(piece, ())
            if _one_slip(word, known)
        }
        return min(near, key=self._rank.__getitem__, default=typed)

    def _index(self) -> dict[str, list[str]]:
        """Return the words by what is left of them; made when first wanted."""
        left = defaultdict(list)
        for word in self._rank:
            if _SHORTEST <= len(word) <= _LONGEST:
                for piece in {word, *_shorter(word)}:
                    left[piece].append(word)
        self._left = dict(left)
        return self._left


def _shorter(word: str) -> Iterator[str]:
    """Yield the word with each of its letters left out."""
    return (word[:i] + word[i + 1 :] for i in range(len(word)))


def _one_slip(typed: str, known: str) -> bool:
    """Tell whether one slip leads from the one to the other; their deletions are known to meet."""
    if len(typed) != len(known):
        return abs(len(typed) - len(known)) == 1
    differ = [i for i, (a, b) in enumerate(zip(typed, known, strict=True)) if a != b]
    if len(differ) == 1:
        return True
    return len(differ) == 2 and (  # noqa: PLR2004 - two neighbours
        differ[1] == differ[0] + 1
        and typed[differ[0]] == known[differ[1]]
        and typed[differ[1]] == known[differ[0]]
    )
