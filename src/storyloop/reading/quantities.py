"""Finds the numbers of a text and what each of them measures.

Every search looks a bounded way ahead and back, so that the time is linear in the text.
"""

import re
from collections.abc import Iterator

from storyloop.reading.dates import date_at, is_hour, item_end, label_end, named_before
from storyloop.reading.fractions import END_WORDS, end_at, fraction_at, multiple_at, ordinal_at
from storyloop.reading.fractions import WORDS as FRACTION_WORDS
from storyloop.reading.late import Late
from storyloop.reading.number_words import ARTICLE_SCALES, SCALES, SMALL, TENS, Number, number_at
from storyloop.reading.plain import plain
from storyloop.reading.ranges import lower_value, range_start, upper_end
from storyloop.reading.units import noun_after, period_after, unit_after
from storyloop.reading.values import Quantity, QuantityKind

_OWN_WORDS = FRACTION_WORDS | END_WORDS
_NUMBER_WORDS = {*SMALL, *TENS, *SCALES, "hundred", "couple", *END_WORDS}


def _anchor() -> re.Pattern[str]:
    # The first letter stands alone in front, which lets the search skip the others fast; a branch
    # for each second letter is refused fast, too, so the first is looked back at.
    known = _NUMBER_WORDS | FRACTION_WORDS
    firsts = "".join(sorted({word[0] for word in known}))
    tails: dict[str, list[str]] = {}
    for word in sorted(known, key=len, reverse=True):
        tails.setdefault(word[1], []).append(rf"{word[2:]}(?<={word})")
    words = "|".join(rf"{second}(?:{'|'.join(rest)})\b" for second, rest in tails.items())
    return re.compile(
        rf"[0-9£$€¥½¼¾{firsts}](?:(?<=[£$€¥½¼¾])|(?<!\w.)"
        rf"(?:(?<=[0-9])|{words}|(?<=[a-z])[a-z]{{2,8}}-?fold\b))"
    )


_ANCHOR = _anchor()
_CODE_BEFORE = Late(r"(?:(?<!\w)us|\b(?:gbp|usd|eur|jpy) ?)$")
_ONE_BEFORE = frozenset(
    "no the this that any each every which another some last only every- first other good big "
    "not or".split()
)
_ONE_AFTER = Late(
    r" (?:of|another|day|who|that|thing|by one|more|side|hand|person|time|evening|morning|night)\b"
    r"|-|'"
)
_OUT_OF = Late(r"(?: [a-z]+)? in (?:an? |every )?(?=[0-9a-z])")
_HALF_OF_SCALE = Late(r"half a (?=dozen|hundred|thousand|million|billion)")
_MANY = Late(r"[ -](thirds?|quarters?|fifths?|sixths?|eighths?|tenths?|half|halves)\b")
_PARTS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_CLOCK_PARTS = Late(r" (?:and )?(?=[0-9a-z])")
_AND_A_HALF = Late(r" and a half\b")
_FIGURES = Late(r"[0-9.,]{1,400}")
_MINUTES = Late(r" ?(?:minutes?|mins?|min)\b")


def quantities(text: str) -> tuple[Quantity, ...]:
    """Return the quantities of `text` in order; their spans are in code points and never overlap.

    Fractions are counts below one ("a third of the gap" is 1/3, unit "gap"). Units are as written.
    A date has no value: its `low` and `high` are 0.
    """
    reader = _Reader(text, plain(text))
    return tuple(reader.read())


class _Reader:
    """Goes through one text; `end` is where the last number ended."""

    def __init__(self, text: str, low: str) -> None:
        self._text = text
        self._plain = low
        self._end = 0

    def read(self) -> Iterator[Quantity]:
        for match in _ANCHOR.finditer(self._plain):
            start = match.start()
            if start < self._end:
                continue
            quantity = self._at(start, match[0])
            if quantity:
                self._end = quantity.end
                yield quantity

    def _at(self, start: int, anchor: str) -> Quantity | None:
        if anchor in _PARTS:
            return self._measured(start, Number(start, start + 1, _PARTS[anchor]))
        if anchor in "£$€¥":
            return self._money(start, start + 1)
        if anchor.isdigit() and (item := item_end(self._plain, start)):
            self._end = item
            return None
        passed = date_at(self._text, self._plain, start, self._end)
        if passed:
            return self._made(passed.start, passed.end, "date", 0, 0)
        is_word = anchor in _OWN_WORDS or anchor.endswith("fold")
        return self._word(start, anchor) if is_word else self._number(start, anchor)

    def _made(  # noqa: PLR0913, PLR0917 - the fields of a quantity
        self,
        start: int,
        end: int,
        kind: QuantityKind,
        low: float,
        high: float,
        unit: str = "",
        per: str = "",
    ) -> Quantity:
        text = self._text[start:end]
        return Quantity(
            start=start,
            end=end,
            text=text,
            kind=kind,
            low=float(low),
            high=float(high),
            unit=unit,
            per=per,
        )

    def _money(self, start: int, first: int) -> Quantity | None:
        first += self._plain.startswith(" ", first)
        number = number_at(self._plain, first)
        if number is None or not self._plain[first].isdigit():
            return None
        code = _CODE_BEFORE.search(self._plain, max(self._end, start - 4), start)
        begin = code.start() if code else start
        low, high, end = number.value, number.value, number.end
        ranged = upper_end(self._plain, number, start)
        if ranged:
            high, end = ranged.value, ranged.end
            low = lower_value(self._plain, number, ranged)
        stop, per = period_after(self._plain, end)
        symbol = self._text[start : start + 1]
        return self._made(begin, stop, "money", low, high, symbol, per)

    def _word(self, start: int, anchor: str) -> Quantity | None:
        scale = _HALF_OF_SCALE.match(self._plain, start) if anchor == "half" else None
        number = number_at(self._plain, scale.end()) if scale else None
        if number:
            return self._measured(start, number._replace(value=number.value / 2))
        for read in (fraction_at, multiple_at, ordinal_at, end_at):
            found = read(self._plain, start, anchor, self._end)
            if found:
                unit = self._text[found.unit[0] : found.unit[1]]
                end, per = found.end, ""
                if found.kind != "ordinal":
                    end, per = period_after(self._plain, found.end)
                kind: QuantityKind = "count" if found.kind == "multiple" and per else found.kind
                return self._made(found.start, end, kind, found.value, found.value, unit, per)
        return None

    def _number(self, start: int, anchor: str) -> Quantity | None:
        begin = start
        if anchor in ARTICLE_SCALES or anchor == "couple":
            begin = self._article(start)
            if begin < 0:
                return None
        if anchor == "couple":
            skip = 9 if self._plain.startswith(" of", start + 6) else 6
            return self._measured(begin, Number(begin, start + skip, 2))
        number = number_at(self._plain, start)
        if number is None:
            digits = _FIGURES.match(self._plain, start)
            self._end = digits.end() if digits else start
            return None
        many = _MANY.match(self._plain, number.end) if number.value < 10 else None  # noqa: PLR2004
        if many and (found := self._word(many.start(1), many[1])):
            return found
        return self._measured(begin, number)

    def _article(self, start: int) -> int:
        """Return where the "a" of "a hundred" begins before `start`, -1 without any."""
        begin = start - 2
        if begin < self._end or not self._plain.startswith("a ", begin):
            return -1
        return -1 if begin and self._plain[begin - 1].isalnum() else begin

    def _measured(self, begin: int, number: Number) -> Quantity | None:
        text, low = self._text, self._plain
        unit = unit_after(low, number.end)
        if unit is None and (label := label_end(text, low, begin, number.end)):
            self._end = label
            return None
        second = None if unit else upper_end(low, number, begin)
        end = second.end if second else number.end
        if second:
            unit = unit_after(low, end)
        least, most = number.value, second.value if second else number.value
        if second:
            least = lower_value(low, number, second)
            begin = range_start(low, begin, self._end)
        code = _CODE_BEFORE.search(low, max(self._end, begin - 4), begin)
        if code and unit is None:
            stop, per = period_after(low, end)
            name = text[code.start() : code.end()].strip()
            return self._made(code.start(), stop, "money", least, most, name, per)
        if unit:
            return self._with_unit(begin, least, most, unit.kind, (unit.start, unit.end))
        ratio = None if second else self._ratio(begin, number)
        if ratio:
            return ratio
        return self._count(begin, end, least, most)

    def _with_unit(
        self, begin: int, least: float, most: float, kind: QuantityKind, span: tuple[int, int]
    ) -> Quantity | None:
        low = self._plain
        if begin and low[begin - 1] in "#@":
            return None
        unit, end = self._text[span[0] : span[1]], span[1]
        if kind == "duration":
            if unit in {"day", "night"} and self._is_pronoun_one(begin):
                return None
            more = self._and_minutes(end, unit)
            if more:
                least, most, end = least + more[0], most + more[0], more[1]
            if half := _AND_A_HALF.match(low, end):
                least, most, end = least + 0.5, most + 0.5, half.end()
        end, per = period_after(low, end)
        if kind == "multiple":
            if per:
                kind = "count"
            elif unit != "times":
                unit = ""
        return self._made(begin, end, kind, least, most, unit, per)

    def _is_pronoun_one(self, begin: int) -> bool:
        if not self._plain.startswith("one ", begin):
            return False
        before = self._plain[max(0, begin - 12) : begin].rsplit(None, 1)
        return not before or before[-1] not in {"to", "from", "within", "in", "under", "than"}

    def _and_minutes(self, end: int, unit: str) -> tuple[float, int] | None:
        """Return the fraction of an hour that follows ("2 hours 30 minutes") and its end."""
        if unit.lower() not in {"h", "hr", "hrs", "hour", "hours"}:
            return None
        gap = _CLOCK_PARTS.match(self._plain, end)
        number = number_at(self._plain, gap.end()) if gap else None
        minutes = _MINUTES.match(self._plain, number.end) if number else None
        return (number.value / 60, minutes.end()) if number and minutes else None

    def _ratio(self, begin: int, number: Number) -> Quantity | None:
        """Read "one in 90" and "nine in a hundred" as the fraction that they are."""
        match = _OUT_OF.match(self._plain, number.end)
        whole = number_at(self._plain, match.end()) if match else None
        if whole is None or not 0 < number.value <= whole.value:
            return None
        if 1900 <= whole.value < 2100 or unit_after(self._plain, whole.end):  # noqa: PLR2004
            return None
        if number.value != 1 and whole.value not in {3, 4, 5, 10, 12, 20, 100, 1000, 1e4, 1e6}:
            return None
        noun = noun_after(self._plain, whole.end, single=False)
        value = number.value / whole.value
        unit = self._text[slice(*noun)] if noun else ""
        return self._made(begin, noun[1] if noun else whole.end, "count", value, value, unit)

    def _count(self, begin: int, end: int, least: float, most: float) -> Quantity | None:
        low = self._plain
        if low.startswith("one", begin) and end == begin + 3 and self._is_no_count(begin, end):
            return None
        noun = noun_after(low, end, single=least == most == 1)
        named = named_before(self._text, begin)
        if noun:
            stop, per = period_after(low, noun[1])
            return self._made(begin, stop, "count", least, most, self._text[slice(*noun)], per)
        stop, per = period_after(low, end)
        if named or (begin and low[begin - 1] in "#@"):
            self._end = end
            return None
        if not per and is_hour(low, begin, most):
            return self._made(begin, end, "date", 0, 0)
        return self._made(begin, stop, "count", least, most, "", per)

    def _is_no_count(self, begin: int, end: int) -> bool:
        if _OUT_OF.match(self._plain, end):
            return False
        if _ONE_AFTER.match(self._plain, end):
            return True
        before = self._plain[max(0, begin - 12) : begin].rsplit(None, 1)
        if before and before[-1] in _ONE_BEFORE:
            return True
        if noun_after(self._plain, end, single=True):
            return False
        return not before or before[-1] not in {"to", "from", "by"}
