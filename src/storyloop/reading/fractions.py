"""Words that are numbers by themselves: "a third of", "doubled", "threefold", "second attempt"."""

from typing import NamedTuple

from storyloop.reading.late import Late
from storyloop.reading.number_words import SMALL, TENS
from storyloop.reading.units import NO_NOUN
from storyloop.reading.values import QuantityKind

_PARTS = {
    "half": 1 / 2,
    "halves": 1 / 2,
    "third": 1 / 3,
    "thirds": 1 / 3,
    "quarter": 1 / 4,
    "quarters": 1 / 4,
    "fifth": 1 / 5,
    "fifths": 1 / 5,
    "sixth": 1 / 6,
    "eighth": 1 / 8,
    "tenth": 1 / 10,
    "tenths": 1 / 10,
}
_ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(),
        start=1,
    )
}
MULTIPLES = {
    "doubled": 2.0,
    "doubling": 2.0,
    "double": 2.0,
    "twice": 2.0,
    "tripled": 3.0,
    "trebled": 3.0,
    "tripling": 3.0,
    "trebling": 3.0,
    "thrice": 3.0,
    "quadrupled": 4.0,
    "quadrupling": 4.0,
    "halved": 0.5,
    "halving": 0.5,
}
WORDS = frozenset({*_PARTS, *_ORDINALS, *MULTIPLES, "fortnight"})

# "From three hours to an hour" is a pair; elsewhere "an hour" is a period or a manner of speaking.
_ONE = frozenset({"minute", "hour", "day", "week", "month", "year"})
END_WORDS = frozenset({"zero", "none", "nothing", "nil", *_ONE})
_TO_NOTHING = Late(r"\bfrom\b[^.;:!?\n]{1,70} to $")
_TO_ONE = Late(
    r"\b(?:from|cut|down|reduced|fell|dropped)\b[^.;:!?\n]{1,70} to "
    r"(?:(?:under|less than|about|just|only|just under|just over) )?(an? )$"
)

_HOW_MANY = Late(r"(?:\b(a|an|one|two|three|four|nine|the|last|first|second|other))[ -]$")
_DEFINITE = frozenset({"the", "last", "first", "second", "other"})
_COUNTS = {"two": 2, "three": 3, "four": 4, "nine": 9}
_TIME = Late(r"(?:[ -]| an? | of an? )(hour|day|minute|second|week|month|year|decade)\b")
_AND_A = Late(r"\b(?:an?|one) (hour|day|week|month|year) and a $")
_OF = Late(r" (?:of )?(?:the |all |our |my |its |these |those |each )?([a-z]+)")
_NO_FRACTION = Late(
    r" (?:term|past|time|way|board|year|moon|marathon|full|empty|"
    r"done|open|asleep|written|built|hung|[a-z]{3,12}ed)\b|-"
)
_SMALLER_BY = Late(
    r"\b(?:by|about|nearly|almost|over|than|roughly|around|to|under|of|at|down|up|lost|saved|cut)"
    r" (?:an? |one )?$"
)
_AFTER_THIRD = Late(
    r" (?:of|less|more|fewer|lower|higher|faster|quicker|cheaper|off|had|were|left|over|on|in|from)"
    r"\b|[.,;:!?)]|$|\n"
)
_DOUBLE_BEFORE = Late(r"(?: |^)(?:the|what|that|our|its)\b")
# "Which is more than double." ends there; "a double" and "on the double" are other things.
_DOUBLE_AT_END = Late(r"(?:[.,;:!?)\n]|$)")
_BY_HOW_MUCH = Late(
    r"\b(?:(?:more|less) than|nearly|almost|about|roughly|over|"
    r"(?:that|this|which|it)(?:'s| is| was)) $"
)
_DETERMINER = Late(r"\b(?:an?|the|my|our|his|her|their|its|your|every|each) $")
_WORD = Late(r" ([a-z]+)\b")


class Found(NamedTuple):
    """A number word with its span, and the span of its unit ((0, 0) for none)."""

    start: int
    end: int
    kind: QuantityKind
    value: float
    unit: tuple[int, int] = (0, 0)


def fraction_at(plain: str, start: int, word: str, floor: int) -> Found | None:
    """Return the fraction or the part of an hour, day, week whose word stands at `start`."""
    end = start + len(word)
    if word == "fortnight":
        return Found(_after_article(plain, start, floor), end, "duration", 1, (start, end))
    before = _HOW_MANY.search(plain, max(floor, start - 8), start)
    many = before[1] if before else ""
    if word not in _PARTS or many in _DEFINITE:
        return None
    begin = before.start() if before else start
    value = _PARTS[word] * _COUNTS.get(many, 1)
    time = _TIME.match(plain, end) if word in {"half", "quarter", "quarters"} else None
    if time:
        return Found(begin, time.end(), "duration", value, time.span(1))
    whole = _AND_A.search(plain, max(floor, start - 18), start) if word == "half" else None
    if whole:
        return Found(whole.start(), end, "duration", 1.5, whole.span(1))
    if _NO_FRACTION.match(plain, end) or not _is_fraction(plain, start, end, word, many):
        return None
    unit = _of_what(plain, end, word)
    return Found(begin, unit[1] or end, "count", value, unit)


def _of_what(plain: str, end: int, word: str) -> tuple[int, int]:
    unit = _OF.match(plain, end)
    if unit is None or unit[1] in NO_NOUN or unit[0].count(" ") == 1:
        return 0, 0
    return unit.span(1) if word == "half" or plain.startswith(" of ", end) else (0, 0)


def _is_fraction(plain: str, start: int, end: int, word: str, many: str) -> bool:
    if word == "half" or many in _COUNTS:
        return True
    if word.endswith("s") or many not in {"a", "an", "one"}:
        return False
    if word == "quarter":
        return plain.startswith(" of ", end) or bool(
            _SMALLER_BY.search(plain, max(0, start - 16), start)
        )
    return _AFTER_THIRD.match(plain, end) is not None


def _after_article(plain: str, start: int, floor: int) -> int:
    begin = start - 2
    return begin if begin >= floor and plain.startswith("a ", begin) else start


def multiple_at(plain: str, start: int, word: str, floor: int) -> Found | None:
    """Return the multiple whose word stands at `start`: "doubled", "twice", "threefold"."""
    del floor
    end = start + len(word)
    if word.endswith("fold"):
        stem = word[:-4].rstrip("-")
        value = SMALL.get(stem) or TENS.get(stem) or (100 if stem == "hundred" else 0)
        return Found(start, end, "multiple", value) if value else None
    if word == "double" and not (_DOUBLE_BEFORE.match(plain, end) or _ends_double(plain, start)):
        return None
    if word in MULTIPLES:
        return Found(start, end, "multiple", MULTIPLES[word])
    return None


def _ends_double(plain: str, start: int) -> bool:
    return bool(
        _DOUBLE_AT_END.match(plain, start + len("double"))
        and _BY_HOW_MUCH.search(plain, max(0, start - 14), start)
    )


def ordinal_at(plain: str, start: int, word: str, floor: int) -> Found | None:
    """Return the ordinal whose word stands at `start` before a noun."""
    del floor
    end = start + len(word)
    noun = _WORD.match(plain, end)
    if word not in _ORDINALS or not noun or noun[1] in NO_NOUN:
        return None
    if not _DETERMINER.search(plain, max(0, start - 7), start) and noun[1] not in {
        "attempt",
        "time",
        "try",
    }:
        return None
    return Found(start, noun.end(), "ordinal", _ORDINALS[word], noun.span(1))


def end_at(plain: str, start: int, word: str, floor: int) -> Found | None:
    """Return "none" or "an hour" where it ends a change: "from nineteen to none"."""
    end = start + len(word)
    if word not in END_WORDS:
        return None
    if word not in _ONE:
        found = _TO_NOTHING.search(plain, max(0, start - 80), start)
        return Found(start, end, "count", 0) if found else None
    # Looking for the article first keeps the long search rare.
    if not plain.endswith((" a ", " an "), 0, start):
        return None
    match = _TO_ONE.search(plain, max(0, start - 90), start)
    if match is None or match.start(1) < floor:
        return None
    return Found(match.start(1), end, "duration", 1, (start, end))
