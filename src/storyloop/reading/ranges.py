"""Reads the upper end of a range: "10-12", "10 to 12 people", "between 5 and 7", "2 or 3"."""

from storyloop.reading.late import Late
from storyloop.reading.number_words import SCALES, Number, number_at

_JOIN = Late(r" ?- ?(?=[0-9£$€¥])| (?:to|or|and) (?=[0-9£$€¥a-z])")
# Behind these words two numbers with "to" are a change.
_CHANGE = Late(
    r"\b(?:from|cut|went|go|up|down|rose|fell|grew|moved|dropped|climbed|reduced|brought|took|"
    r"increased|came|raised|improved)(?: [a-z']+){0,2} $"
)
_BETWEEN = Late(r"\bbetween (?:about )?$")
_SCALES = (*SCALES.items(), ("m", 1e6), ("k", 1e3), ("bn", 1e9))
_WIDEST = 10
_THOUSAND = 1000


def upper_end(plain: str, number: Number, begin: int) -> Number | None:
    """Return the upper end of a range that starts at `begin` and whose lower end is `number`."""
    match = _JOIN.match(plain, number.end)
    if not match:
        return None
    at = match.end()
    second = number_at(plain, at + (plain[at] in "£$€¥"))
    if second is None:
        return None
    low = lower_value(plain, number, second)
    if not low < second.value <= _WIDEST * max(low, 0.1):
        return None
    before = plain[max(0, begin - 32) : begin]
    fits = {
        "and": _BETWEEN.search(before) is not None,
        "to": _CHANGE.search(before) is None,
        "or": second.value <= 2 * low + 1,
        "-": not plain.startswith("-", second.end),
    }
    return second if fits[match[0].strip()] else None


def range_start(plain: str, begin: int, floor: int) -> int:
    """Return where "between" stands before `begin`, or `begin`."""
    match = _BETWEEN.search(plain, max(floor, begin - 14), begin)
    return match.start() if match else begin


def lower_value(plain: str, number: Number, upper: Number) -> float:
    """Return the lower end of "2 to 3 million" in the scale of the upper one."""
    for word, scale in _SCALES:
        if plain.endswith(word, 0, upper.end) and number.value < upper.value / scale <= _THOUSAND:
            return number.value * scale
    return number.value
