"""What a tagger must beat: cutting a text by position, and always naming the commonest part."""

from collections.abc import Sequence
from itertools import accumulate

# The usual shares of words in published prepared answers (GUIDE: 19, 13, 40, 24), the rest learned.
_BOUNDS = (0.19, 0.32, 0.72, 0.96)


def by_position(words: Sequence[int]) -> list[int]:
    """Return for each sentence the number of the part that its middle falls into."""
    total = max(sum(words), 1)
    middles = (
        (end - count / 2) / total for end, count in zip(accumulate(words), words, strict=True)
    )
    return [sum(middle >= bound for bound in _BOUNDS) for middle in middles]


def majority(words: Sequence[int]) -> list[int]:
    """Return the number of the action for every sentence."""
    return [2] * len(words)
