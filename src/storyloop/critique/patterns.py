"""Patterns that are quick for one text and for thousands.

To compile all the patterns of the rules takes longer than to read a text, so none is compiled
before it is asked for. For the first texts only that of a pattern is compiled which the text can
match: an alternative is left out of which the text lacks a piece. After some texts a pattern is
compiled as a whole, since that is quicker from then on.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from functools import cached_property

_SOME = 8  # texts, before the whole is compiled
_DEEPEST = 9  # groups within groups
_CLASS = r"\\.|\[\^?\]?(?:\\.|[^]\\])*+\]"
_REPEAT = r"(?:[*+?]|\{[0-9,]+\})\??"
_INSIDE = rf"(?:[^()\[\\]++|{_CLASS})*+"
for _ in range(_DEEPEST):
    _INSIDE = rf"(?:[^()\[\\]++|{_CLASS}|\({_INSIDE}\))*+"
_GROUP = rf"\({_INSIDE}\)"
_ALTERNATIVE = re.compile(rf"((?:[^()|\[\\]++|{_CLASS}|{_GROUP})*+)\|", re.DOTALL)
# A literal gives its last letter away if that may be repeated or left out.
_LITERAL = r"[^\\\[\](){}|*+?.^$]+(?![*+?{])"
_BEGINNING = re.compile(_LITERAL)
_LITERALS = re.compile(r"[^\\\[\](){}*+?.^$]*")
_ITEM = re.compile(
    rf"(?P<literal>{_LITERAL})|"
    rf"(?P<opening>\((?:\?(?:[:=!]|<[=!]))?)(?P<choice>{_INSIDE})\)(?P<repeat>(?:{_REPEAT})?)|"
    rf"(?:{_CLASS}|.)(?:{_REPEAT})?",
    re.DOTALL,
)
# What such a group held can be asked for, so that none may be left out.
_NUMBERED = re.compile(r"(?<!\\)\((?!\?(?:[:=!]|<[=!]))")
_NO_MATCH = "(?!)"
_NOTHING = re.compile(_NO_MATCH)


class Pattern:
    """A regular expression with the methods of a compiled one, for texts in plain form.

    `order` makes the source of some of the alternatives of `choice`, which are given as they stand
    there. With `flags`, and with groups that have numbers, there is nothing but the whole.
    """

    def __init__(
        self, choice: str, flags: int = 0, *, order: Callable[[list[str]], str] = "|".join
    ) -> None:
        self._choice = choice
        self._flags = flags
        self._order = order
        self._texts = 0
        # A rule asks for a text sentence by sentence.
        self._last = ("", _NOTHING)

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """Return the matches in `text` from `start` to `end`, none within another, in its order."""
        return self._for(text).finditer(text, start, end)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first match in `text` from `start` to `end`, if any."""
        return self._for(text).search(text, start, end)

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
        if self._flags or _NUMBERED.search(self._choice):
            return self._whole
        possible = _possible(self._choice, text)
        return re.compile(self._order(possible)) if possible else _NOTHING


def alternatives(choice: str) -> list[str]:
    """Return what stands between the bars of `choice` that are in no group."""
    found: list[str] = _ALTERNATIVE.findall(f"{choice}|")
    return found


def first_group(form: str) -> re.Match[str] | None:
    """Return the group that `form` begins with, if any: its `choice` and its `repeat`."""
    return _ITEM.match(form) if form.startswith("(?:") else None


def _possible(choice: str, text: str, before: str = "") -> list[str]:
    """Return the alternatives of `choice` that may match in `text`, right after `before`."""
    if _LITERALS.fullmatch(choice):
        return [form for form in choice.split("|") if before + form in text]
    found = (_possibly(form, text, before) for form in alternatives(choice))
    return [form for form in found if form is not None]


def _possibly(form: str, text: str, before: str) -> str | None:
    """Return `form` without what cannot match in `text` right after `before`, None if nothing can.

    A group of which nothing is left stays, so that the form is put in order as the whole one is.
    """
    beginning = _BEGINNING.match(form)
    if beginning and before + beginning[0] not in text:
        return None
    kept: list[str] = []
    for item in _ITEM.finditer(form):
        said, kind = item[0], item.lastgroup
        if kind == "literal":
            before += said
            if before not in text:
                return None
        elif kind == "repeat":
            opening, choice, repeat = item["opening"], item["choice"], item["repeat"]
            joined = repeat in {"", "?"} and not opening.startswith("(?<")
            possible = _possible(choice, text, before if joined else "")
            if possible:
                before = ""
            elif "!" not in opening and not repeat.startswith(("?", "*", "{0")):
                return None
            said = f"{opening}{'|'.join(possible) or _NO_MATCH}){repeat}"
        else:
            before = ""
        kept.append(said)
    return "".join(kept)
