"""What stands behind a number: per cent, money, time, a noun, and the period of a rate."""

from typing import NamedTuple

from storyloop.reading.late import Late
from storyloop.reading.values import QuantityKind

# Seconds in each unit of time; a month and a year are mean ones, a quarter three months.
_SECONDS = {
    0.001: "ms millisecond milliseconds",
    1.0: "s sec secs second seconds",
    60.0: "min mins minute minutes",
    3600.0: "h hr hrs hour hours",
    86400.0: "day days",
    604800.0: "wk wks week weeks",
    1209600.0: "fortnight fortnights",
    2629800.0: "month months",
    7889400.0: "quarter quarters",
    31557600.0: "yr yrs year years",
    315576000.0: "decade decades",
}
SECONDS = {word: length for length, words in _SECONDS.items() for word in words.split()}
_CURRENCIES = {
    "GBP": "£ gbp pound pounds quid",
    "USD": "$ us$ usd dollar dollars",
    "EUR": "€ eur euro euros",
    "JPY": "¥ jpy yen",
}
CURRENCY = {word: code for code, words in _CURRENCIES.items() for word in words.split()}
PERIODS = {
    "sec": "second",
    "s": "second",
    "min": "minute",
    "h": "hour",
    "hr": "hour",
    "daily": "day",
    "hourly": "hour",
    "weekly": "week",
    "fortnightly": "fortnight",
    "monthly": "month",
    "quarterly": "quarter",
    "yearly": "year",
    "annually": "year",
    "annum": "year",
}
_PERIOD = (
    "seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|fortnights?|months?|quarters?|years?|"
    "shifts?|seasons?|terms?|lessons?|mornings?|evenings?"
)
PER = Late(
    rf" (?:an?|each|every) ({_PERIOD})\b(?! (?:later|earlier|ago|before|after|and a half)\b)"
    rf"| ?/ ?({_PERIOD}|sec|s|min|hr?)\b| per ([a-z]+)"
    r"|,? (hourly|daily|weekly|fortnightly|monthly|quarterly|yearly|annually)\b"
)
_TIMES = "|".join(sorted(SECONDS, key=len, reverse=True))
_MONEY = "|".join(sorted((word for word in CURRENCY if word.isalpha()), key=len, reverse=True))
_UNIT = Late(
    r"(?: ?%|[ -]per ?cent|[ -]?percent(?:age)?)[ -](?P<points>points?)\b"
    r"| ?(?P<points2>p\.?p|ppts?)\b|[ -](?P<points3>points?)\b"
    r"| ?(?P<percent>%)|[ -](?P<percent2>per ?cent|pc)\b|[ -]?(?P<percent3>percent)\b"
    r"|(?:[ -](?P<times>times)| ?(?P<times2>[x×])|[ -]?(?P<times3>fold))\b(?! table)"
    r"| ?(?P<times4>×)"
    rf"| ?(?P<money>€|(?:{_MONEY})\b)"
    r"|(?:[ -]| (?:working|business|calendar|full|whole|long|short|more|extra|different) )?"
    rf"(?P<duration>{_TIMES})\b"
)
_KINDS: dict[str, QuantityKind] = {"poi": "points", "per": "percent", "tim": "multiple"}
_WORDS = Late(r" ([a-z][a-z'-]*)(?: ([a-z][a-z'-]*))?(?: ([a-z][a-z'-]*))?")
_SINGULAR_S = Late(r"(?:ss|us|is|'s)$")
_PLURALS = frozenset(
    "people men women children staff feet teeth sheep police crew fish aircraft percent pence "
    "personnel others".split()
)
_ADJECTIVES = frozenset(
    "bad big clear common extra full good great huge large late long main major minor new old open "
    "short single small whole wrong young".split()
)
# No noun behind a number begins with one of these or goes on past it.
NO_NOUN = frozenset(
    "a about above across after again against ago all almost already also although always am an "
    "and another any are around as at away back be because been before began being below better "
    "between both but by came can cheaper could did do does down during each earlier either even "
    "ever every everywhere except faster fell fewer for from get give given go goes gone got had "
    "has have having he her here hers higher him his how i if in instead into is it its itself "
    "just larger last later left less like longer lower made make makes many may me might mine "
    "minus month more most must my near nearly neither never no nobody none nor not now of off "
    "often on once one ones only onto or our out over per plus quicker rather rose said say says "
    "she "
    "should shorter since slower smaller so some still stood such than that the their them then "
    "there these they this those though through till to today together too towards under unless "
    "until up upon us very was we went were what when where which while who whose why will with "
    "within without worse would yes yet you your per this's that's it's he's she's let's".split()
)


class Unit(NamedTuple):
    """What a number measures; `end` is where the unit ends."""

    end: int
    kind: QuantityKind
    start: int


def unit_after(plain: str, end: int) -> Unit | None:
    """Return the unit of measure directly behind `end`, the noun apart."""
    match = _UNIT.match(plain, end)
    if not match or not match.lastgroup:
        return None
    kind = _KINDS.get(match.lastgroup[:3])
    if kind is None:
        kind = "money" if match.lastgroup == "money" else "duration"
    return Unit(match.end(), kind, match.start(match.lastgroup))


def noun_after(plain: str, end: int, *, single: bool) -> tuple[int, int] | None:
    """Return the span of the noun that is counted, up to three words behind `end`."""
    match = _WORDS.match(plain, end)
    if not match:
        return None
    for group in (1, 2, 3):
        word = match[group]
        if word is None or word in NO_NOUN:
            return None
        if (single and word not in _ADJECTIVES and not word.endswith("ed")) or is_plural(word):
            return match.span(group)
    return None


def is_plural(word: str) -> bool:
    """Return whether `word` looks like the plural of a noun."""
    return word in _PLURALS or (
        len(word) > 3 and word[-1] == "s" and not _SINGULAR_S.search(word)  # noqa: PLR2004
    )


def period_after(plain: str, end: int) -> tuple[int, str]:
    """Return where a rate's period ends and its name, or `end` and "" if there is none."""
    match = PER.match(plain, end)
    if not match:
        return end, ""
    word = match[match.lastindex or 1]
    if word in PERIODS:
        return match.end(), PERIODS[word]
    return match.end(), word[:-1] if match[3] is None and word.endswith("s") else word
