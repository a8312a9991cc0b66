"""Numbers that measure nothing: dates, times of day, and the labels of rooms, tickets, versions."""

from typing import NamedTuple

from storyloop.reading.late import Late
from storyloop.reading.units import unit_after

_MONTH = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
_DAY = "(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_AT = Late(
    r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?(?![0-9])"
    r"|[0-9]{1,2}([/.])[0-9]{1,2}\1(?:[0-9]{4}|[0-9]{2})(?![0-9])"
    r"|[0-9]{1,2}[:.][0-9]{2} ?[ap]\.?m\b|[0-9]{1,2} ?(?:[ap]\.?m|o'clock)\b"
    r"|[0-9]{1,2}:[0-9]{2}(?![0-9:])"
    rf"|[0-9]{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTH})\b(?:,? [0-9]{{4}}(?![0-9,]))?"
    rf"|(?:19|20)[0-9]{{2}}[/-](?:(?:19|20)[0-9]{{2}}|[0-9]{{2}})(?![0-9])"
)
_YEAR = Late(r"(?:19|20)[0-9]{2}(?:s\b|(?![\w%]|[.,][0-9]))")
_BEFORE_YEAR = Late(
    rf"\b(?:in|since|during|until|till|by|of|from|year|spring|summer|autumn|winter|before|after|"
    rf"early|late|mid|{_MONTH})[ -]$"
)
_BEFORE_DAY = Late(rf"\b(?:{_MONTH})\.? $")
_DAY_NUMBER = Late(r"[0-9]{1,2}(?:st|nd|rd|th)?(?![\w%]|[.,-][0-9])")
_COUNTED = Late(r" (?:[a-z]+ ){0,1}([a-z]{3,}s|people|staff)\b")
_BACKWARDS = Late(rf"\b(?:{_DAY},? )?(?:(?:{_MONTH})\.?,? )?(?:the )?$")
_CLOCK_WORD = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|quarter|half|twenty|"
    "twenty-five|[0-9]{1,2}"
)
_CLOCK = Late(rf"(?:{_CLOCK_WORD}) (?:past|to) (?:{_CLOCK_WORD})\b")
_PAST = Late(rf"(?:{_CLOCK_WORD}) past (?:{_CLOCK_WORD})\b")
_HALF_HOUR = Late(r"half (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b")
_CLOCK_BEFORE = Late(r"\b(?:at|by|till|until|since|before|after|about|around|was|it's) $")
_O_CLOCK = Late(r"(?:[a-z]+|[0-9]+) (?:o'clock|in the (?:morning|afternoon|evening))\b")
_AT_BEFORE = Late(r"(\w*) ?\b(?:at|until|till)(?: about| around| nearly| gone)? $")
_STANDING = frozenset(
    "stood stands stayed remained was were is started ended peaked stuck held steady them it "
    "us rate constant flat put kept valued".split()
)
_HOURS = Late(r"\b(?:work|works|worked|working|open|opened|shift|hours|there|days?|rota) from $")
_WORD_DATE = Late(
    r"(?:twenty-|thirty-|twenty |thirty )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|"
    r"ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|"
    rf"eighteenth|nineteenth|twentieth|thirtieth) (?:of )?(?:{_MONTH})\b(?: [0-9]{{4}})?"
)
_PHONE = Late(r"\+?[0-9][0-9 ()-]{7,20}[0-9](?![0-9])")
_STREET = Late(r" [a-z]+ (?:street|road|row|lane|avenue|drive|close|terrace|square|court)\b")
_RUN = Late(r"[0-9./:]{1,40}")
_LABELS = frozenset(
    "aisle apartment appendix article band bay bed box bug building bus case category "
    "chapter class clause covid day desk dock floor flat flight form gate grade house id iso "
    "issue item key lane level line locker month no nos nr number office option page "
    "paragraph pen phase pin platform plot plots point pr priority python rack release room "
    "route row rule seat section sector sev severity shelf site slide sprint stage step story "
    "table team terminal ticket tier track train type unit v version volume ward wave week "
    "weeks windows year years zone".split()
)
_ITEM = Late(r"\(?[0-9]{1,3}[.)](?= )")
_HOUR = 12


class Date(NamedTuple):
    """The span of a date or a time of day."""

    start: int
    end: int


def date_at(text: str, plain: str, start: int, floor: int) -> Date | None:
    """Return the date, time or year that begins with the number at `start`.

    Its span may reach back over "Monday" or "March", not past `floor`.
    """
    before = plain[max(floor, start - 24) : start]
    figures = plain[start] in "0123456789"
    end = _figure_date(plain, start, before) if figures else _word_date(plain, start, before)
    if end is None or _is_may_be(text, start, end):
        return None
    back = _BACKWARDS.search(before)
    return Date(start - (len(before) - back.start() if back else 0), end)


def _is_may_be(text: str, start: int, end: int) -> bool:
    # "In 3 may be seen": the month is written with a capital, or followed by a year.
    piece = text[start:end]
    return piece.endswith(" may") and text[end : end + 4] in {" be ", " hav", " not"}


def _figure_date(plain: str, start: int, before: str) -> int | None:
    if match := _AT.match(plain, start):
        return match.end()
    if match := _YEAR.match(plain, start):
        if unit_after(plain, match.end()):
            return None
        named = _BEFORE_YEAR.search(before)
        return match.end() if named or not _counts(plain, match.end()) else None
    if _BEFORE_DAY.search(before):
        match = _DAY_NUMBER.match(plain, start)
        if match and not _counts(plain, match.end()):
            return match.end()
    match = _CLOCK.match(plain, start)
    if match and (_PAST.match(plain, start) or _CLOCK_BEFORE.search(before)):
        return match.end()
    match = _O_CLOCK.match(plain, start)
    return match.end() if match else None


def _counts(plain: str, end: int) -> bool:
    following = _COUNTED.match(plain, end)
    return following is not None and following[1] not in {"was", "has", "this"}


def _word_date(plain: str, start: int, before: str) -> int | None:
    if match := _WORD_DATE.match(plain, start):
        return match.end()
    if match := _O_CLOCK.match(plain, start):
        return match.end()
    match = _CLOCK.match(plain, start)
    if match and (_PAST.match(plain, start) or _CLOCK_BEFORE.search(before)):
        return match.end()
    match = _HALF_HOUR.match(plain, start)
    return match.end() if match and not plain.startswith((" million", " a "), start + 4) else None


def is_hour(plain: str, start: int, value: float) -> bool:
    """Return whether a bare number at `start` is an hour of the day: "at nine", "worked from 9"."""
    before = plain[max(0, start - 24) : start]
    if value > 2 * _HOUR:
        return False
    if _HOURS.search(before):
        return True
    match = _AT_BEFORE.search(before)
    return match is not None and match[1] not in _STANDING


def label_end(text: str, plain: str, start: int, end: int) -> int | None:
    """Return where a label ends that begins with the number [start, end), None if it is none."""
    joined = plain[start - 1 : start] in {"#", "@", "/", "_", ".", "\\", "+"} or (
        plain[start - 1 : start] == "-" and plain[start - 2 : start - 1].isalnum()
    )
    if joined and plain[start] in "0123456789+":
        return end
    if plain[start] in "0+" and plain[start + 1 : start + 2].isdigit():
        phone = _PHONE.match(plain, start)
        return phone.end() if phone else end
    street = _STREET.match(plain, end)
    if street and text[end + 1].isupper():
        return street.end()
    if end < len(plain) and (plain[end].isalnum() or plain[end] in "_@"):
        return end
    if plain[end : end + 1] in {".", "/", ":"} and plain[end + 1 : end + 2].isdigit():
        return _run_end(plain, end)
    return None


def _run_end(plain: str, end: int) -> int:
    run = _RUN.match(plain, end)
    return run.end() if run else end


def named_before(text: str, start: int) -> bool:
    """Return whether the word before `start` makes the number a label: "bay three", "ISO 27001"."""
    words = text[max(0, start - 24) : start].rsplit(None, 1)
    if not words or text[start - 1 : start] not in {" ", "\u00a0"}:
        return False
    word = words[-1].rstrip(".")
    if word.lower() in _LABELS:
        return True
    return len(word) > 1 and word.isalpha() and word.isupper() and word not in {"USD", "EUR", "GBP"}


def item_end(plain: str, start: int) -> int | None:
    """Return where the marker of a numbered list ends that begins at `start`."""
    line = plain[max(0, start - 8) : start].rpartition("\n")
    if line[2].strip(" (") or (not line[1] and start > 8):  # noqa: PLR2004 - the slice above
        return None
    match = _ITEM.match(plain, start)
    return match.end() if match else None
