"""Finds a share told behind its part and its whole: "52 of 60, so that's about 85 %"."""

from collections.abc import Iterator, Sequence

from storyloop.reading import wording as w
from storyloop.reading.arithmetic import direction
from storyloop.reading.claims import Claim, bound_of, size_of
from storyloop.reading.late import Late
from storyloop.reading.pairs import Pair, carried
from storyloop.reading.units import SECONDS
from storyloop.reading.values import Quantity

_H = rf"(?:(?:{w.HEDGES}|an?|the) )*"
_THE = r"(?:(?:the|all|our|my|its|these|those|about|nearly|some) )*"
_OF = Late(rf"(?: [a-z]+ed)?(?: out)? of {_THE}$")
_FROM = Late(rf" from {_THE}$")
_OPENS = Late(rf"(?:^|[.!?;:,\n(]|\b(?:and|but|so)) ?(?:out )?of {_THE}$")
_WHOLE_FIRST = Late(rf",?(?: (?!and\b|but\b|while\b|of\b|from\b|to\b|by\b)[a-z']+){{0,5}} {_H}$")
_ORDER = Late(
    r"\b(?:days?|nights?|weeks?|months?|years?|pages?|parts?|chapters?|steps?|phases?|rounds?|"
    r"stages?|numbers?|no|items?|levels?|between|from) $"
)
_ADDED = Late(r"[^.!?;\n]{0,40}")
# The clause may go on a little, and say that there was nothing before; then it points back.
_BEHIND = Late(
    r"(?:,? from (?:none|zero|nothing|scratch)|"
    r"(?: (?!and\b|but\b|while\b|with\b|which\b|before\b|last\b|than\b|a\b|an\b)[a-z']+){0,4})"
    r"(?:,|;|:|\.| -| —)? ?(?:and (?=so|that))?"
    r"(?:(?P<that>(?:so )?(?:(?:i'd )?call (?:that|it)|"
    r"(?:that|this|which|it)(?:'s| is| was| makes| means| made| meant)))|"
    rf"so|i\.e\.|or|in other words,?|making|=) {_H}$"
)
_ENDS = Late(
    r"(?: (?:done|gone|complete|completed|finished|sold|saved|back|found|covered|ready|delivered|"
    r"answered|paid|closed|solved|fixed|cleared|in all|in total|altogether|overall)\b)?"
    r"(?:[.,;:!?)\n]|$| -| —| (?:and|but|which|so|because)\b)"
)
_OF_WHAT = Late(r" of (?:(?:the|all|our|my|its|these|those) )*([a-z'-]+)")
_ALL = frozenset({"them", "it", "those", "these", "lot", "total", "whole", "all"})
_FURTHEST = 60
_BACK = 60


def shares(plain: str, quantities: Sequence[Quantity]) -> Iterator[tuple[Pair, Claim]]:
    """Yield what is told to be a share, each with its whole and its part as before and after."""
    numbers = [each for each in quantities if each.kind not in {"date", "ordinal"}]
    for at, (first, second, share) in enumerate(
        zip(numbers, numbers[1:], numbers[2:], strict=False)
    ):
        if not _is_share(share) or not 0 < share.start - second.end <= _FURTHEST:
            continue
        pair = _part_first(plain, first, second) or _whole_first(plain, first, second)
        # "12 of 20 here and 18 of 20 there" are added up.
        added = pair and at and _ADDED.fullmatch(plain, numbers[at - 1].end, pair.start)
        if pair and not added and _points_back(plain, pair, share):
            lead = plain[max(0, share.start - 24) : share.start]
            span = (share.start, share.end)
            yield pair, Claim(*span, share, "relative", "", bound_of(lead), "bare")


def _is_share(value: Quantity) -> bool:
    if value.per or value.low != value.high:
        return False
    return size_of(value) == "relative" and (value.kind == "percent" or not value.unit)


def _part_first(plain: str, part: Quantity, whole: Quantity) -> Pair | None:
    gap = plain[part.end : whole.start]
    drawn = _FROM.fullmatch(gap) is not None
    # "12 from 40 sites" are 12 of something else.
    if not (_OF.fullmatch(gap) or drawn) or (drawn and whole.unit and not part.unit):
        return None
    return _pair(plain, part, whole)


def _whole_first(plain: str, whole: Quantity, part: Quantity) -> Pair | None:
    if part.unit and part.unit != whole.unit:
        return None
    opened = _OPENS.search(plain[max(0, whole.start - 24) : whole.start])
    between = opened and _WHOLE_FIRST.fullmatch(plain[whole.end : part.start])
    return _pair(plain, part, whole) if between else None


def _pair(plain: str, part: Quantity, whole: Quantity) -> Pair | None:
    kinds = {part.kind, whole.kind}
    if not kinds <= {"count", "money", "duration"} or part.per or whole.per:
        return None
    if part.low != part.high or whole.low != whole.high or part.low < 1:
        return None
    if part.unit.lower() in SECONDS and not whole.unit:
        return None
    start = min(part.start, whole.start)
    values = carried(plain, whole, part)
    if not values or _ORDER.search(plain[max(0, start - 12) : start]):
        return None
    pair = Pair(start, max(part.end, whole.end), *values, loose=False)
    return pair if direction(pair) == "down" else None


def _points_back(plain: str, pair: Pair, share: Quantity) -> bool:
    """Return whether `share` is said of that part and that whole, and of nothing else."""
    turn = _BEHIND.fullmatch(plain[pair.end : share.start])
    if turn is None:
        return False
    what = _OF_WHAT.match(plain, share.end)
    if what is None:
        return _ENDS.match(plain, share.end) is not None
    if what[1] in _ALL or what[1] in plain[max(0, pair.start - _BACK) : pair.end].split():
        return True
    # "That's a tenth of the night": of what the night made.
    unnamed = pair.before is not None and not (pair.before.unit or pair.after.unit)
    return bool(turn["that"]) and unnamed and what[1] in SECONDS.keys() | {"night", "shift"}
