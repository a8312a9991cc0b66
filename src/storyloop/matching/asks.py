"""A text in which several questions are asked at once, cut into them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from storyloop.reading.sentences import split

if TYPE_CHECKING:
    from storyloop.reading.sentences import Span

# What begins a question for an episode of its own; what only asks on ("and what came of it?") does
# not.
_OPENING = re.compile(
    r"(?:^|[,;:.?!–-] |\band |\bor |\bthen |\balso |\bnext |\bplease |\bso |\bokay |\bok )[\"“'‘(]?"
    r"(?:(?:could|can|would|will) you (?:please )?)?"
    r"(?:(?:tell (?:me|us)|describe)(?! (?:how|what|when|where|whether|which|who|why|if)\b)|"
    r"give (?:me|us)|share|walk (?:me|us) through|"
    r"talk (?:me|us) through|think of (?:a|the)|have you ever|when did you (?:last )?|"
    r"when have you|what(?:['’]s| is| was) the (?:\w+est|most|worst)|"
    r"an example of|a time (?:when|you))\b",
    re.IGNORECASE,
)
_FEWEST_WORDS = 4


def asks(text: str) -> tuple[Span, ...]:
    """Return the spans of the questions in `text`: one, unless several are asked at once.

    A sentence that asks for an episode of its own begins a question, and so does such a clause
    within a sentence; what stands before the first belongs to it.
    """
    starts = [
        start + _begin(match)
        for start, end in split(text)
        for match in _OPENING.finditer(text[start:end])
    ]
    bounds = [0, *starts[1:], len(text)]
    spans: list[Span] = []
    for start, end in pairwise(bounds):
        if spans and (_is_short(text[start:end]) or _is_short(text[slice(*spans[-1])])):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return tuple(spans)


def _is_short(piece: str) -> bool:
    return len(piece.split()) < _FEWEST_WORDS


def _begin(match: re.Match[str]) -> int:
    """Return where the words of the opening begin, after the mark and the space before them."""
    said = match[0]
    return match.start() + len(said) - len(said.lstrip(",;:.?!–- "))
