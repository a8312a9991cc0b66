"""The words of a text as a set, to pass over patterns quickly, and as a tally, for messages."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

_MOST_NAMED = 4
_TWICE = 2


@lru_cache(maxsize=1)
def words_in(text: str) -> frozenset[str]:
    """Return the different words of `text` in lower case, cut at spaces, hyphens and stops.

    It is many times faster to look for a word here than to try a pattern on the text.
    """
    spaced = text.lower()
    for mark in ".,;:!?-‑–—/\"'“”‘’()[]*_":
        if mark in spaced:
            spaced = spaced.replace(mark, " ")
    return frozenset(spaced.split())


def tally(found: Iterable[str]) -> str:
    """Return the commonest of the words `found`, as in `“like” (6), “um” (2) and “you know”`.

    Words found once have no number; beyond four different words the rest are called others.
    """
    counts = Counter(found).most_common()
    named = [
        f"“{word}” ({count})" if count >= _TWICE else f"“{word}”"
        for word, count in counts[:_MOST_NAMED]
    ]
    if len(counts) > _MOST_NAMED:
        return f"{', '.join(named)} and others"
    return " and ".join(filter(None, [", ".join(named[:-1]), *named[-1:]]))
