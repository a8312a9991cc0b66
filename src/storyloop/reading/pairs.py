"""Finds what a number was and what it became: "from 40 to 25", "5 months instead of 6"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import inf, log
from typing import NamedTuple

from storyloop.reading.late import Late
from storyloop.reading.number_words import number_at
from storyloop.reading.units import CURRENCY, SECONDS
from storyloop.reading.values import Quantity
from storyloop.reading.wording import CHANGE_WORDS, HEDGES

_H = rf"(?:(?:{HEDGES}|the|an?|a usual|the usual|a mere|to) )*"
_FROM = Late(rf"\bfrom(?:,? (?:what was it|i think|maybe|say),?)? {_H}$")
_CUE = Late(
    rf"(?:\b(?:{CHANGE_WORDS}|went|gone|go|goes|going|came|come|up|down)"
    r"\b[^.;:!?\n]{0,40}|^|[.!?:;(\n]| -)[^\w.;:!?\n]*from[ ,]"
)
_VARIES = Late(
    r"\b(?:rang(?:es|ed|ing)|var(?:y|ies|ied)|anything|anywhere|costs?|charg\w+|aged?|ages)\b"
)
_APART = Late(r"[.;:!?\n()]|\bfrom\b")
_TO = Late(rf"(?:^|[ ,])(?:(?:up|down|back|on|over) )?to {_H}$")
_ARROW = Late(r" ?(?:-{1,2}>|→|=>|⇒|➜) ?$")
_DIRECTED_TO = Late(rf" (?:back )?(?:down|up|cut|reduced|dropped|fell|rose|grew) to {_H}$")
_PLAIN_TO = Late(rf" to {_H}$")
_END = Late(r"[;:!?\n]|(?<!vs)\.")
_AGAINST = Late(
    r"[^.;:!?\n]{0,60}?[ ,(](?:against|versus|vs\.?|compared (?:with|to)|instead of|in place of|"
    rf"as opposed to) {_H}$"
    rf"|[^.,;:!?\n]{{0,30}}?[ ,(](?<!come )(?<!came )(?<!gone )(?<!went )(?:up|down) from {_H}$"
)
_AGAINST_WORDS = ("from", "against", "versus", "vs", "compared", "instead", "place", "opposed")
_FROM_EARLIER = Late(rf"[^.;:!?\n]{{0,40}}, from {_H}$")
_EARLIER = Late(r" (?:before|previously|earlier|until then)\b")
_TO_FROM = Late(rf"[^.;:!?\n]{{0,30}} from {_H}$")
_TO_BEFORE = Late(rf"\bto {_H}$")
_NOT_YET = Late(
    r"[a-z ]{0,12} (?:required|needed|target|targeted|planned|budgeted|expected|"
    r"allowed|promised|forecast)\b"
)
_WAS = Late(rf"\b(?:was|were|been|used to be|stood at|was at|were at|took|needed) {_H}$")
_NOW = Late(
    r"[^.;:!?\n]{0,40}[ ,(](?:now|today)(?: (?:it is|it's|it takes|takes|at|stands at|is|are|"
    rf"they are|down to|we are at))* {_H}$"
)
_PAID = Late(rf"\bpaid {_H}$")
_GOT = Late(r"[^.;:!?\n]{0,12} (?:and|but) (?:we |i |they )?(?:got|sold (?:it|them) for) $")
_BEFORE_AFTER = Late(rf" before(?:hand)?,? (?:and )?{_H}$")
_AFTER_WORD = Late(r" (?:after|afterwards|now|since)\b")
_GIVEN = Late(
    r"\b(?:g[ai]ve|given|sent|send|sold|lent|showed|shown|offered|added?|paid|"
    r"moved|assigned|presented|taught)\b[^.;:!?\n]{0,30}$"
)
_TRANSITIVE = Late(
    r"\b(?:(?:cut|brought|got|reduced|lowered|raised|dropped|trimmed|shrank|increased)\b"
    r"(?: [a-z']+){0,3}|went) $"
)
_GREW_BY = Late(rf"\b(?:rose|fell|up|down|grew|climbed|by|increased|decreased) {_H}$")
_ONLY_AFTER = Late(
    rf"\b(?<!came )(?<!comes )(?<!come )(?<!put )(?:down|{CHANGE_WORDS})"
    rf"(?: by [a-z0-9][a-z0-9 .,%-]{{0,24}})? to {_H}$"
)
_WENT_TO = Late(rf"\bwent (?:back )?(?:up |down )?to {_H}$")
_OF = Late(r" of\b")
_HEDGED = Late(
    r"(?:\b(?:about|around|roughly|approximately|nearly|almost|some|maybe|perhaps|probably|over|"
    r"under|more than|less than|close to|like|i think|circa)|~) ?$"
)
_SCALE = Late(r"(k|m|bn|thousand|million|billion)\b")
_SCALES = {"k": 1e3, "m": 1e6, "bn": 1e9, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_KINDS = frozenset({"count", "percent", "points", "money", "duration", "multiple"})
_LOOK_BACK = 80
_LOOK_AHEAD = 90
_HOURS = 24


class Pair(NamedTuple):
    """A number before and after; the span includes "from". `loose` where a value is approximate."""

    start: int
    end: int
    before: Quantity | None
    after: Quantity
    loose: bool


def pairs(plain: str, quantities: Sequence[Quantity]) -> Iterator[Pair]:
    """Yield the pairs in a text in plain form, in order and without overlap."""
    found = _Pairs(plain, [quantity for quantity in quantities if quantity.kind in _KINDS])
    at = 0
    while at < len(found.values):
        pair, used = found.at(at)
        if pair:
            yield pair
        at += used


class _Pairs:
    def __init__(self, plain: str, values: list[Quantity]) -> None:
        self._plain = plain
        self.values = values

    def at(self, index: int) -> tuple[Pair | None, int]:
        """Return the pair that begins with a value, and how many values it takes up."""
        first = self.values[index]
        lead = self._plain[max(0, first.start - _LOOK_BACK) : first.start]
        opening = _FROM.search(lead) if "from" in lead else None
        if opening:
            pair, used = self._from(index, lead, first.start - len(lead) + opening.start())
            if pair:
                return pair, used
        elif index + 1 < len(self.values):
            pair = self._beside(first, self.values[index + 1], lead)
            if pair:
                return pair, 2
        return self._after_only(first, lead), 1

    def _beside(self, first: Quantity, second: Quantity, lead: str) -> Pair | None:
        """Return the pair that two values make without a "from", unless a sentence ends between."""
        gap = self._gap(first, second)
        if _END.search(gap):
            return None
        return (
            self._to(first, second, lead, gap)
            or self._against(first, second, lead, gap)
            or self._now(first, second, lead, gap)
        )

    def _gap(self, first: Quantity, second: Quantity) -> str:
        if second.start - first.end > _LOOK_AHEAD:
            return "\n"
        return self._plain[first.end : second.start]

    def _from(self, index: int, lead: str, start: int) -> tuple[Pair | None, int]:
        first = self.values[index]
        for place, partner in enumerate(self.values[index + 1 : index + 4], start=index + 2):
            gap = self._gap(first, partner)
            if _APART.search(gap):
                break
            if not _TO.search(gap):
                continue
            second, following = self._last(partner, place)
            values = carried(self._plain, first, second)
            if values and self._is_change(*values, lead):
                return self._pair(start, second.end, *values), following - index
            break
        return None, 1

    def _last(self, second: Quantity, following: int) -> tuple[Quantity, int]:
        """Return the last step of "from 40 to 30 to 20" and the place of the value behind it."""
        while following < len(self.values) and _PLAIN_TO.match(
            self._gap(second, self.values[following])
        ):
            second = self.values[following]
            following += 1
        return second, following

    def _is_change(self, before: Quantity, after: Quantity, lead: str) -> bool:
        if _CUE.search(lead):
            return True
        if before.low < after.low:
            rate = before.per or after.per or " in " in before.text
            measured = before.kind in {"percent", "money"} or rate
            return bool(measured) and not _VARIES.search(lead)
        return (
            bool(before.unit or before.per or after.per)
            or before.low > _HOURS
            or (before.low != int(before.low))
        )

    def _to(self, first: Quantity, second: Quantity, lead: str, gap: str) -> Pair | None:
        is_to = " to " in gap
        directed = _ARROW.match(gap) or (is_to and _DIRECTED_TO.match(gap))
        if not directed and not (is_to and _PLAIN_TO.match(gap)):
            return None
        values = carried(self._plain, first, second)
        if values and (directed or self._goes(*values, first, second, lead)):
            return self._pair(first.start, second.end, *values)
        return None

    def _goes(
        self, before: Quantity, after: Quantity, first: Quantity, second: Quantity, lead: str
    ) -> bool:
        if _OF.match(self._plain, second.end) or _GIVEN.search(lead) or _GREW_BY.search(lead):
            return False
        if _TRANSITIVE.search(lead):
            return True
        if not (before.unit or before.per or after.per):
            return False
        return before.low > after.low or bool(first.per or first.kind in {"percent", "money"})

    def _against(self, first: Quantity, second: Quantity, lead: str, gap: str) -> Pair | None:
        if not any(word in gap for word in _AGAINST_WORDS):
            return None
        turned = _TO_FROM.match(gap) and _TO_BEFORE.search(lead)
        earlier = _FROM_EARLIER.match(gap) and _EARLIER.match(self._plain, second.end)
        if not turned and not earlier and not _AGAINST.match(gap):
            return None
        if _NOT_YET.match(self._plain, second.end):
            return None
        values = carried(self._plain, second, first)
        return self._pair(first.start, second.end, *values) if values else None

    def _now(self, first: Quantity, second: Quantity, lead: str, gap: str) -> Pair | None:
        followed = _AFTER_WORD.match(self._plain, second.end)
        is_now = ("now" in gap or "today" in gap) and _NOW.match(gap)
        was = (is_now or (followed and gap.strip() in {",", "and"})) and _WAS.search(lead)
        was = was or ("paid " in lead and _PAID.search(lead) and _GOT.match(gap))
        if not was and not (followed and _BEFORE_AFTER.match(gap)):
            return None
        values = carried(self._plain, first, second)
        return self._pair(first.start, second.end, *values) if values else None

    def _after_only(self, value: Quantity, lead: str) -> Pair | None:
        if value.kind == "multiple" or " to " not in lead:
            return None
        opening = _ONLY_AFTER.search(lead)
        if opening is None and value.kind == "percent":
            opening = _WENT_TO.search(lead)
        if opening is None:
            return None
        start = value.start - len(lead) + opening.start()
        return Pair(start, value.end, None, value, loose=True)

    def _pair(self, start: int, end: int, before: Quantity, after: Quantity) -> Pair:
        loose = any(
            _HEDGED.search(self._plain, max(0, value.start - 14), value.start) is not None
            for value in (before, after)
        )
        return Pair(start, end, before, after, loose)


def carried(plain: str, before: Quantity, after: Quantity) -> tuple[Quantity, Quantity] | None:
    """Return both values with the unit, period and scale that only one of them names.

    None if they measure different things.
    """
    if before.kind != after.kind:
        if _is_bare(before):
            before = replace(before, kind=after.kind, unit=after.unit)
        elif _is_bare(after):
            after = replace(after, kind=before.kind, unit=before.unit)
        else:
            return None
    if not _same_unit(before, after):
        return None
    unit = before.unit or after.unit
    if (before.low, before.unit) == (after.low, after.unit):
        return None
    before, after = _scaled(plain, before, after), _scaled(plain, after, before)
    before = replace(before, unit=before.unit or unit, per=before.per or after.per)
    return before, replace(after, unit=after.unit or unit, per=after.per or before.per)


def _is_bare(value: Quantity) -> bool:
    return value.kind == "count" and not value.unit and value.low >= 0


def _same_unit(one: Quantity, other: Quantity) -> bool:
    if not one.unit or not other.unit or one.kind in {"percent", "points"}:
        return True
    first, second = one.unit.lower(), other.unit.lower()
    if one.kind == "duration":
        return first in SECONDS and second in SECONDS
    if one.kind == "money":
        return CURRENCY.get(first) == CURRENCY.get(second)
    return first.rstrip("s") == second.rstrip("s")


def _scaled(plain: str, value: Quantity, other: Quantity) -> Quantity:
    """Give `value` the scale of `other`: "2.4" beside "1.9 million", "16" beside "8 in 1,000"."""
    if value.low <= 0 or other.low <= 0:
        return value
    if 0 < other.low < 1 <= value.low and " in " in other.text:
        number = number_at(plain, other.start)
        factor = other.low / number.value if number else 1.0
        return replace(value, low=value.low * factor, high=value.high * factor)
    scale = _SCALE.search(other.text.lower())
    if not scale or _SCALE.search(value.text.lower()):
        return value
    factor = _SCALES[scale[1]]
    if _distance(value.low * factor, other.low) < _distance(value.low, other.low):
        return replace(value, low=value.low * factor, high=value.high * factor)
    return value


def _distance(one: float, other: float) -> float:
    return abs(log(one / other)) if one > 0 and other > 0 else inf
