"""Checks a stated size of change against the numbers before and after."""

from math import inf

from storyloop.reading.claims import Claim
from storyloop.reading.pairs import Pair
from storyloop.reading.units import CURRENCY, SECONDS
from storyloop.reading.values import Quantity

# People round: a claim holds if it is right within a tenth of itself, or within two per cent of
# the old value, whichever is more; "nearly" and "about" may be twice as far off. Near the whole
# the leeway is no more than half of what is left: "95 % done" of 87 % is wrong.
TENTH = 0.1
TWO_PER_CENT = 0.02
ONE_POINT = 1.0
_LOOSE = 0.1

Span = tuple[float, float]


def follows(claim: Claim, pair: Pair) -> bool | None:
    """Return whether `claim` follows from `pair`, None where that cannot be said.

    Relative sizes are of the old value, points are differences, multiples are quotients. A sum of
    money or time is only ever confirmed: it may be over another period than the pair's.
    """
    if pair.before is None or pair.before.per != pair.after.per:
        return None
    before, after = _range(pair.before, loose=pair.loose), _range(pair.after, loose=pair.loose)
    if before is None or after is None or before[0] <= 0:
        return None
    if claim.size != "amount" and claim.quantity.per not in {"", pair.after.per}:
        return None  # "20 % a year" says nothing about the whole
    return _amount(claim, pair) if claim.size == "amount" else _holds(claim, pair, before, after)


def _holds(claim: Claim, pair: Pair, before: Span, after: Span) -> bool | None:
    if claim.direction and direction(pair) not in {claim.direction, ""}:
        # "Three times less" and "up" for a smaller, better number are said: no contradiction.
        return None if claim.size == "ratio" or claim.form == "adjective" else False
    if claim.size == "points":
        return _points(claim, pair, before, after)
    if claim.size == "ratio" and claim.quantity.low >= 1:
        return _quotient(claim, before, after)
    return _relative(claim, pair, before, after)


def direction(pair: Pair) -> str:
    """Return "up" or "down", "" where that is not known."""
    if pair.before is None:
        return ""
    before, after = _size(pair.before, pair.before.low), _size(pair.after, pair.after.low)
    if before is None or after is None or before == after:
        return ""
    return "up" if after > before else "down"


def _size(quantity: Quantity, value: float) -> float | None:
    if quantity.kind != "duration":
        return value
    seconds = SECONDS.get(quantity.unit.lower())
    return None if seconds is None else value * seconds


def _range(quantity: Quantity, *, loose: bool) -> Span | None:
    low, high = _size(quantity, quantity.low), _size(quantity, quantity.high)
    if low is None or high is None:
        return None
    return (low * (1 - _LOOSE), high * (1 + _LOOSE)) if loose else (low, high)


def _relative(claim: Claim, pair: Pair, before: Span, after: Span) -> bool | None:
    value = claim.quantity.low
    if claim.size == "ratio":
        value = 1 - value  # "halved": half of it is gone
    elif claim.quantity.kind == "percent":
        value /= 100
    sizes = [new / old - 1 for old in before for new in after]
    if claim.faster:
        sizes += [old / new - 1 for old in before for new in after if new]
    if claim.form == "bare":  # "to ten, that's a quarter" may tell what is left
        sizes += [new / old for old in before for new in after]
    of_whole = claim.form == "bare" or (direction(pair) == "down" and not claim.faster)
    most = max(TWO_PER_CENT, (1 - value) / 2) if of_whole else inf
    stated = _stated(claim, value, TWO_PER_CENT, most)
    sizes = [abs(size) for size in sizes]
    if claim.form == "bare" and any(_meet((size, size), stated) for size in sizes):
        return True
    if claim.form != "bare" and _meet((min(sizes), max(sizes)), stated):
        return True
    # "Up one per cent" may mean a percentage point; "a 25 per cent increase" is of the old value.
    if claim.form != "noun" and claim.quantity.kind == pair.after.kind == "percent":
        difference = abs(after[0] - before[0]) / 100
        if _meet((difference, difference), stated):
            return None
    return False


def _points(claim: Claim, pair: Pair, before: Span, after: Span) -> bool | None:
    if pair.after.kind not in {"percent", "points", "count"}:
        return None
    differences = [abs(new - old) for old in before for new in after]
    scale = 100 if pair.after.kind == "count" and max(*before, *after) <= 1 else 1
    actual = (min(differences) * scale, max(differences) * scale)
    return _meet(actual, _stated(claim, claim.quantity.low, ONE_POINT))


def _quotient(claim: Claim, before: Span, after: Span) -> bool | None:
    quotients = [new / old for old in before for new in after]
    if claim.direction != "up" and max(quotients) < 1:
        quotients = [old / new if new else inf for old in before for new in after]
    actual = (min(quotients), max(quotients))
    value = claim.quantity.low
    if _meet(actual, _stated(claim, value, 0)):
        return True
    # "Three times more" means three times as many to some, four times to others.
    more = claim.form != "verb" and _meet(actual, _stated(claim, value + 1, 0))
    return None if more else False


def _amount(claim: Claim, pair: Pair) -> bool | None:
    stated, new, old = claim.quantity, pair.after, pair.before
    if old is None or stated.kind != new.kind or stated.per not in {"", new.per}:
        return None
    if stated.kind == "money" and CURRENCY.get(stated.unit.lower()) != CURRENCY.get(
        new.unit.lower()
    ):
        return None
    values = [_size(one, one.low) for one in (stated, old, new)]
    if any(value is None for value in values):
        return None
    size, first, last = (value or 0.0 for value in values)
    return True if abs(abs(last - first) - size) <= TENTH * size else None


def _stated(claim: Claim, value: float, least: float, most: float = inf) -> Span:
    slack = min(max(TENTH * value, least), most)
    low, high = value - slack, value + slack
    if claim.bound == "near":
        low, high = low - slack, high + slack
    if claim.bound == "least":
        high = inf
    if claim.bound == "most":
        low = 0.0
    return low, high


def _meet(one: Span, other: Span) -> bool:
    # A hair's breadth for the rounding of floats.
    return one[0] <= other[1] + 1e-9 and other[0] <= one[1] + 1e-9
