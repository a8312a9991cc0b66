"""Splits English text into sentences; the spans partition the text.

Speech-to-text gives neither stops nor capitals: there the pieces are clauses.
"""

import re
from collections.abc import Iterator

from storyloop.reading.late import Late

Span = tuple[int, int]

# Where a sentence may end: stops with what closes over them, or the end of a line. A run is looked
# at from its beginning only, as long runs would take the square of their length.
_CANDIDATE = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’)\]»*_]*(?=\s)|(?<![^\S\n])[^\S\n]*\n")
_SPACE = re.compile(r"\s*")
_UP_TO_WORD = re.compile(r"(?s:.*)[\s(\[\"'“‘]")
_INITIALS = re.compile(r"(?<![A-Za-z'’])(?:[A-Za-z]\.)+$")
_BULLET = re.compile(r"(?:[-*•–—·▪◦]|\(?(?:\d{1,2}|[a-z])[.)])[^\S\n]+(?=\S)")
_ENUMERATOR = re.compile(r"(?:^|\n)[^\S\n]*\(?(?:\d{1,2}|[a-z])[.)]$")
_BLANK_LINE = re.compile(r"[^\S\n]*\n")
_TERMINAL = re.compile(r"[.!?…:;][\"'”’)\]»*_]*$")
# After these a stop ends no sentence, whatever follows.
_TITLES = frozenset(
    "Dr Mr Mrs Ms Prof St Rev Sgt Lt Col Capt Gen Hon Fr Mt Messrs Fig Vol Dept Ext dr mr mrs "
    "prof vs approx cf fig pp dept ext".split()
)
# After these it ends one if what follows could begin one.
_SHORTENED = frozenset(
    "e.g i.e eg ie etc inc ltd co corp plc al a.m p.m am pm jan feb mar apr jun jul aug sep sept "
    "oct nov dec mon tue tues wed thu thur thurs fri sat sun".split()
)
_STARTERS = frozenset(
    "i we he she it they you my our his her their its the a an this that these those there in on "
    "at so but and then when after before as if because however still yet for with by from no not "
    "one two both all some most what who how why".split()
)
_NEXT_WORD = re.compile(r"[\"'“‘(\[*_]*([^\W\d_]+)?")
_WRAPPED = 45  # a line this long without a stop was broken by its width, not by its writer

# Speech: a text with fewer stops than one in so many words was transcribed without them.
_WORDS_PER_STOP = 45
_MIN_CLAUSE = 5
_LONG_CLAUSE = 9  # from here on a bare subject begins a new one, too
_STOP = re.compile(r"[.!?…]")
_JOIN = (
    "and|but|so|then|because|cause|anyway|well|okay|ok|right|yeah|um|uh|er|basically|now|also|plus|"
    "after|when|while|until|which"
)
_SUBJECT = (
    "i|i'd|i'm|i'll|i've|we|we'd|we're|they|they're|he|he's|she|she's|it|it's|there|there's|my|our|"
    "the|that|this|nobody|everybody|somebody|people|one|what|in|at|on|a"
)
_BARE_SUBJECT = "i|i'd|i'm|i'll|i've|we|they|he|he's|she|she's|it was|it's|there's|there was|my"
_CLAUSE = Late(
    rf"\s(?=(?P<joined>(?:{_JOIN})\s+)(?:(?:{_JOIN})\s+){{0,4}}(?:{_SUBJECT})\b|(?:{_BARE_SUBJECT})\b)",
    re.IGNORECASE,
)


def split(text: str) -> list[Span]:
    """Return the sentences of `text` as spans [start, end) that follow each other without a gap.

    White space belongs to the sentence before it, at the beginning of the text to the first one.
    A text of white space only has no sentence.
    """
    if not text.strip():
        return []
    starts = [0]
    for start in _starts(text):
        if text[starts[-1] : start].strip():
            starts.append(start)
    spans = list(zip(starts, [*starts[1:], len(text)], strict=True))
    words = len(text.split())
    if words > _WORDS_PER_STOP * (1 + len(_STOP.findall(text))):
        spans = [piece for span in spans for piece in _clauses(text, *span)]
    return spans


def _starts(text: str) -> Iterator[int]:
    """Yield where the sentences after the first one start."""
    past = 0  # the first of several line ends decides for all
    for match in _CANDIDATE.finditer(text):
        if match.start() < past:
            continue
        gap = _SPACE.match(text, match.end())
        start = gap.end() if gap else match.end()
        if start == len(text):
            return
        if match[0].endswith("\n"):
            past = start
            if _line_ends(text, match, start):
                yield start
        elif _sentence_ends(text, match, start):
            yield start


def _line_ends(text: str, match: re.Match[str], start: int) -> bool:
    if _BLANK_LINE.match(text, match.end()) or _BULLET.match(text, start):
        return True
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    return len(line) < _WRAPPED or _TERMINAL.search(line[-10:]) is not None


def _sentence_ends(text: str, match: re.Match[str], start: int) -> bool:
    stops = match[0]
    following = _NEXT_WORD.match(text, start)
    word = (following and following[1]) or ""
    if "\n" in text[match.end() : start]:
        return False  # the end of the line, which is a candidate of its own, decides
    if stops[0] in "!?":
        return not word[:1].islower() or word in _STARTERS
    if stops.startswith(("...", "…")):
        return not word[:1].islower()
    return _stop_ends(text, match.start(), start, word)


def _stop_ends(text: str, stop: int, start: int, word: str) -> bool:
    """Tell whether the full stop at `stop` ends a sentence, `word` at `start` following it."""
    at = max(0, stop - 20)
    before = text[at:stop].removesuffix("\n")
    space = _UP_TO_WORD.match(before)
    last = before[space.end() if space else 0 :]
    if last in _TITLES or (last.lower() in {"no", "nos"} and text[start].isdigit()):
        return False
    at = max(0, stop - 8)
    letters = last[-2:]  # behind two of them stand no initials, nor the number of an item
    is_word = len(letters) > 1 and letters.isalpha() and letters.isascii()
    if last.lower() in _SHORTENED or (not is_word and _INITIALS.search(text, at, stop + 1)):
        return word.lower() in _STARTERS and not word[:1].islower()
    return is_word or _ENUMERATOR.search(text, at, stop + 1) is None


def _clauses(text: str, start: int, end: int) -> Iterator[Span]:
    begin, words = start, 0
    at = start
    for match in _CLAUSE.finditer(text, start, end):
        words += len(text[at : match.start()].split())
        at = match.start()
        if words >= (_MIN_CLAUSE if match["joined"] else _LONG_CLAUSE):
            yield begin, match.end()
            begin, words = match.end(), 0
    yield begin, end
