"""Numbers in figures and in words: "1,200", "12k", "forty-four", "two and a half"."""

import re
from typing import NamedTuple

from storyloop.reading.late import Late

SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
SCALES = {
    "dozen": 12.0,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
}
_SUFFIXES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12}
# Before these a lone "a" stands for one.
ARTICLE_SCALES = frozenset({"hundred", *SCALES})

_FIGURES = Late(
    r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,3}(?: [0-9]{3}){1,4}|[0-9]{1,15})"
    r"(?![0-9])(?:\.[0-9]{1,9}(?![0-9]))?"
)
_PLAIN_FIGURES = Late(r"[0-9]{1,15}(?![0-9])(?:\.[0-9]{1,9}(?![0-9]))?")
_SUFFIX = Late(r"(k|mn?|bn|tn)(?![\w])|[ -](hundred|dozen|thousand|million|billion)\b")
_WORD = Late(r"[a-z]+")
_NEXT = Late(r"[ -](and )?(?:a )?([a-z]+)")
_DIGIT_WORD = Late(r" (zero|oh|one|two|three|four|five|six|seven|eight|nine)\b")
_AND_PART = Late(r" and (?:a (half|third|quarter)|(three)[ -]quarters)\b")
_PARTS = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "three": 0.75}


class Number(NamedTuple):
    """A number in a text, its span without sign, hedge and unit."""

    start: int
    end: int
    value: float


def number_at(plain: str, start: int) -> Number | None:
    """Return the number that begins at `start` of a text in plain form."""
    if start >= len(plain):
        return None
    number = _figures(plain, start) if plain[start] in "0123456789" else _words(plain, start)
    if number and (part := _AND_PART.match(plain, number.end)):
        value = number.value + _PARTS[part[1] or part[2]]
        return Number(start, part.end(), value)
    return number


def _figures(plain: str, start: int) -> Number | None:
    match = _FIGURES.match(plain, start) or _PLAIN_FIGURES.match(plain, start)
    if not match:
        return None
    value = float(match[0].replace(",", "").replace(" ", ""))
    if suffix := _SUFFIX.match(plain, match.end()):
        scale = suffix[2]
        value *= _SUFFIXES[suffix[1]] if suffix[1] else SCALES.get(scale, 100.0)
        return Number(start, suffix.end(), value)
    return Number(start, match.end(), value)


def _words(plain: str, start: int) -> Number | None:
    match = _WORD.match(plain, start)
    if not match:
        return None
    sum_ = _Sum()
    if not sum_.add(match[0]):
        return None
    end = match.end()
    while (following := _NEXT.match(plain, end)) and sum_.add(following[2], joined=following[1]):
        end = following.end()
    value = sum_.value
    if plain.startswith(" point ", end) and (digit := _DIGIT_WORD.match(plain, end + 6)):
        return _decimal(plain, start, value, digit)
    return Number(start, end, value)


def _decimal(plain: str, start: int, value: float, digit: re.Match[str] | None) -> Number:
    end, place = start, 1.0
    while digit and place > 1e-6:  # noqa: PLR2004 - nobody speaks more than six decimals
        place /= 10
        value += place * SMALL.get(digit[1], 0)
        end = digit.end()
        digit = _DIGIT_WORD.match(plain, end)
    if scale := _SUFFIX.match(plain, end):
        return Number(start, scale.end(), value * SCALES.get(scale[2] or "", 100.0))
    return Number(start, end, round(value, 6))


class _Sum:
    """Adds number words up for as long as they make one number."""

    def __init__(self) -> None:
        self._total = 0.0
        self._group = 0.0
        self._below = 1e12  # what the next scale or part has to stay under
        self._open = 1e12
        self._empty = True

    @property
    def value(self) -> float:
        return self._total + self._group

    def add(self, word: str, joined: str | None = None) -> bool:
        """Take `word` in; False if it does not belong to the number."""
        small = SMALL.get(word) or TENS.get(word)
        if small:
            added = self._add_small(small, joined)
        elif joined:
            added = False
        elif word == "hundred":
            added = self._add_hundred()
        elif word in SCALES:
            added = self._add_scale(SCALES[word])
        else:
            added = word == "zero" and self._empty
        self._empty = self._empty and not added
        return added

    def _add_small(self, small: int, joined: str | None) -> bool:
        if small >= self._open or (joined and self._open < 100):  # noqa: PLR2004 - "ten and two"
            return False
        self._group += small
        # After twenty a unit may follow, after a unit or a teen nothing below a hundred.
        self._open = 10 if small in TENS.values() else 1
        return True

    def _add_hundred(self) -> bool:
        if not 0 < (self._group or self._empty) < 100:  # noqa: PLR2004
            return False
        self._group = (self._group or 1) * 100
        self._open = 100
        return True

    def _add_scale(self, scale: float) -> bool:
        if scale >= self._below or not (self._group or self._empty):
            return False
        self._total += (self._group or 1) * scale
        self._group = 0
        self._below = self._open = scale
        return True
