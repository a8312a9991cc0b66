"""A few words of a text around what was searched for, and which of them to mark."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from storyloop.bank.terms import folded

_LENGTH = 180  # characters
_BEFORE = 60
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a text; `marked` if it is what was searched for."""

    text: str
    marked: bool = False


def marks(text: str, pattern: re.Pattern[str]) -> tuple[Stretch, ...]:
    """Return the whole `text`, with the words that `pattern` finds marked."""
    found: list[Stretch] = []
    end = 0
    for each in pattern.finditer(folded(text)):
        found += [
            Stretch(text[end : each.start()]),
            Stretch(text[each.start() : each.end()], marked=True),
        ]
        end = each.end()
    return tuple(each for each in (*found, Stretch(text[end:])) if each.text)


def snippet(texts: Iterable[str], pattern: re.Pattern[str]) -> tuple[Stretch, ...]:
    """Return some words of the text in which most different words are found; none if none is."""
    best, most = "", 0
    for text in texts:
        count = len({each.lastindex for each in pattern.finditer(folded(text))})
        if count > most:
            best, most = text, count
    return marks(_cut(_SPACE.sub(" ", best), pattern), pattern) if best else ()


def _cut(text: str, pattern: re.Pattern[str]) -> str:
    first = pattern.search(folded(text))
    if first is None or len(text) <= _LENGTH:
        return text
    start = max(0, min(first.start() - _BEFORE, len(text) - _LENGTH))
    if start:
        # A word is not begun in its middle.
        start = text.find(" ", start, first.start()) + 1 or first.start()
    end = min(start + _LENGTH, len(text))
    if end < len(text):
        end = max(text.rfind(" ", start, end), min(first.end(), end))
    return f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}"
