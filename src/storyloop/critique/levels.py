"""Figures that stand for a level by what is said around them: a score, an average, a rate."""

import re

from storyloop.critique.patterns import Pattern
from storyloop.reading import Quantity

# A rate below this is as often a habit as a result.
OFTEN = 5.0

_LONG = r"(?:day|week|weekend|month|quarter|year|night|shift|hour|term|season|session|evening)s?"
# A level by its own words: a score, an average, a rate, or how long something takes now.
_RATED = Pattern(
    r"\b(?:scores?|scored|rating|ratings|satisfaction|nps|index|mark|grade|utili[sz]ation|"
    r"occupancy|"
    r"attendance|yield|throughput|turnover|uptime|accuracy|rate|wait(?:ed|s|ing)?|queue|backlog|"
    r"handling time|turnaround|response time|lead time)\b[^.;:\n]{0,48}$"
    r"|\b(?:in and out|served|answered|processed|turned (?:round|around)|dispatched|unloaded|"
    r"loaded|"
    r"goes? out|leaves?|replied|reply|replies) (?:now )?(?:in|within|inside|after) "
    r"(?:about |around |some |just |under )?$|\b(?:average|averag(?:ed|es|ing)|median|mean) (?:of|"
    r"was|"
    r"is|at|now)? ?(?:about |around )?$|\bonly (?:had )?$",
    re.IGNORECASE,
)
_DONE = Pattern(r"\b(?:was|were|been|had to|have|has|\w+ed)(?: (?:out|up|in|only|just))? $")
_AVERAGE = Pattern(r"[^.;:\n]{0,24}? (?:on|in|at an?) average\b", re.IGNORECASE)
_EACH = Pattern(
    rf"(?:-?odd|-?ish| or so)?(?: [\w'-]+){{0,3}}? (?:a|an|per|every|each) {_LONG}\b", re.IGNORECASE
)
_OUT_OF = Pattern(r" (?:[a-z]+ )?(?:out of|/) ?(?:five|ten|a hundred|5|10|20|100)\b", re.IGNORECASE)
_IN_MINUTES = {
    "ms": 1 / 60_000,
    "second": 1 / 60,
    "hour": 60.0,
    "day": 1440.0,
    "night": 1440.0,
    "week": 10_080.0,
    "fortnight": 20_160.0,
    "month": 43_200.0,
    "quarter": 129_600.0,
    "year": 525_600.0,
}


def is_level(before: str, after: str, each: Quantity) -> bool:
    """Return whether `each` says at what something stands, between `before` and `after`."""
    match each.kind:
        case "count":
            return _OUT_OF.match(after) is not None or (
                each.low >= OFTEN
                and (
                    _AVERAGE.match(after) is not None
                    or _EACH.match(after) is not None
                    or (not each.unit and _RATED.search(before) is not None)
                )
            )
        case "duration":
            return _AVERAGE.match(after) is not None or _RATED.search(before) is not None
        case "multiple":
            return each.low >= OFTEN and _DONE.search(before) is not None
        case _:
            return False


def minutes(each: Quantity) -> float:
    """Return how many minutes a duration lasts; as many as its number where the unit is unknown."""
    unit = each.unit.lower().rstrip("s")
    return max(each.high, 0.1) * _IN_MINUTES.get(unit, 1.0)
