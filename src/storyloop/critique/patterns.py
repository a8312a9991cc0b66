"""Patterns that are quick for one text and for thousands.

To compile all the patterns of the rules takes longer than to read a text, so none is compiled
before it is asked for. For the first texts only that of a pattern is compiled which the text can
match: an alternative is left out of which the text lacks a piece. After some texts a pattern is
compiled as a whole, and is then tried only where a word of the text begins as its matches do.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, lru_cache

from storyloop.critique.pattern_grammar import (
    FEW,
    FIGURE,
    MANY,
    alternatives,
    beginnings,
    has_numbered_groups,
    possible,
)
from storyloop.reading.plain import plain

_AS_GIVEN = "|".join
_SOME = 8  # texts, before the whole is compiled
_SHORT = 200  # characters: as quickly searched as looked up
_NOTHING = re.compile("(?!)")
_PLACE = re.compile(r"\w+|(?<=\w)'")


class Pattern:
    """A regular expression with the methods of a compiled one, for texts in plain form.

    `order` makes the source of some of the alternatives of `choice`, all to begin at the edge of a
    word; without it they are taken as they are given. With `flags`, and with groups that have
    numbers, there is nothing but the whole.
    """

    def __init__(
        self, choice: str, flags: int = 0, *, order: Callable[[list[str]], str] = _AS_GIVEN
    ) -> None:
        self._choice = choice
        self._flags = flags
        self._order = order
        self._texts = 0
        # A rule asks for a text sentence by sentence.
        self._last = ("", _NOTHING)
        self._placed: tuple[str, list[int]] = ("", [])

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """Return the matches in `text` from `start` to `end`, none within another, in its order."""
        pattern = self._for(text)
        if self._texts <= _SOME or len(text) < _SHORT or not self._beginnings:
            return pattern.finditer(text, start, end)
        return self._at_places(text, start, end)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first match in `text` from `start` to `end`, if any."""
        pattern = self._for(text)
        if self._texts <= _SOME or len(text) < _SHORT or not self._beginnings:
            return pattern.search(text, start, end)
        for at in self._places(text, start, end):
            if found := pattern.match(text, at, end):
                return found
        return None

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the match in `text` that begins at `start`, if any."""
        return self._for(text).match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the match that is all of `text` from `start` to `end`, if it is one."""
        return self._for(text).fullmatch(text, start, end)

    def findall(self, text: str, start: int = 0, end: int = sys.maxsize) -> list[str]:
        """Return what matches in `text` from `start` to `end`; for patterns without groups."""
        return self._for(text).findall(text, start, end)

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str) -> str:
        """Return `text` with `by`, or what it makes of a match, in the place of each match."""
        return self._for(text).sub(by, text)

    def _for(self, text: str) -> re.Pattern[str]:
        """Return what finds in `text` what the whole pattern finds."""
        if self._texts > _SOME:
            return self._whole
        last, pattern = self._last
        if text != last or not self._texts:
            self._texts += 1
            pattern = self._whole if self._texts > _SOME else self._part(text)
            self._last = text, pattern
        return pattern

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        return re.compile(self._order(alternatives(self._choice)), self._flags)

    def _part(self, text: str) -> re.Pattern[str]:
        if self._flags or has_numbered_groups(self._choice):
            return self._whole
        left = possible(self._choice, text)
        return re.compile(self._order(left)) if left else _NOTHING

    @cached_property
    def _beginnings(self) -> frozenset[str] | None:
        """What a match begins with, or None if it may begin anywhere."""
        edge = "" if self._order == _AS_GIVEN else r"\b"
        return None if self._flags else beginnings(rf"{edge}(?:{self._choice})")

    def _at_places(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Yield the matches of the whole pattern."""
        match = self._whole.match
        for at in self._places(text, start, end):
            if at >= start and (found := match(text, at, end)):
                start = found.end()
                yield found

    def _places(self, text: str, start: int, end: int) -> list[int]:
        """Return where in `text` from `start` to `end` a match may begin."""
        last, places = self._placed
        if text != last:
            begun = _begun_in(text)
            both = begun.keys() & (self._beginnings or ())
            places = sorted({at for letters in both for at in begun[letters]}) if both else []
            self._placed = text, places
        return places[bisect_left(places, start) : bisect_left(places, end)] if places else places


# Many patterns are tried on a text, one after the other, in a few forms of it.
@lru_cache(maxsize=4)
def _begun_in(text: str) -> Mapping[str, list[int]]:
    """Return where in `text` words begin with the same letters, in plain form."""
    return _begun_in_plain(plain(text))


@lru_cache(maxsize=2)
def _begun_in_plain(said: str) -> Mapping[str, list[int]]:
    many: defaultdict[str, list[int]] = defaultdict(list)
    few: defaultdict[str, list[int]] = defaultdict(list)
    for at in [word.start() for word in _PLACE.finditer(said)]:
        many[said[at : at + MANY]].append(at)
    for letters, places in many.items():
        few[letters[:FEW]] += places
        if letters[0].isdecimal():
            few[FIGURE] += places
    return many | few
