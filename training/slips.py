"""Slips of the finger: two letters swapped, one dropped, doubled, or hit beside its key."""

import random
import re
from itertools import pairwise

SHORTEST = 5  # letters of a word that gets a slip
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BESIDE = {
    letter: [row[place] for place in (at - 1, at + 1) if 0 <= place < len(row)]
    for row in _ROWS
    for at, letter in enumerate(row)
}
_WORD = re.compile(rf"[A-Za-z]{{{SHORTEST},}}")


def slipped(text: str, chance: random.Random) -> str:
    """Return `text` with one slip in each word of `SHORTEST` letters or more."""
    return _WORD.sub(lambda match: _slip(match[0], chance), text)


def _slip(word: str, chance: random.Random) -> str:
    """Return the word with one slip; it is never the word itself."""
    kind = chance.choice(("swap", "drop", "double", "beside"))
    swaps = [i for i, (a, b) in enumerate(pairwise(word)) if a != b]
    if kind == "swap" and swaps:
        at = chance.choice(swaps)
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    at = chance.randrange(len(word))
    if kind == "drop":
        return word[:at] + word[at + 1 :]
    if kind == "double":
        return word[: at + 1] + word[at:]
    beside = chance.choice(_BESIDE[word[at].lower()])
    return word[:at] + (beside.upper() if word[at].isupper() else beside) + word[at + 1 :]
