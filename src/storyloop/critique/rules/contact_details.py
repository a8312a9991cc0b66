"""Finds e-mail addresses, telephone numbers and street addresses.

What it does
Reports e-mail addresses, telephone numbers in figures or spelled out, postal addresses, British
postcodes, and links to a personal profile, yours or anybody else's. Dates, order numbers and
amounts of money are left alone.

Why
No answer needs them, and an answer is passed on: it is copied into notes, read out, sent to a
coach. The people in your story have not agreed to be reachable by whoever comes by it.

Example
"You can ask her yourself, she is on 07700 900312 or at mona.field@example.org."

Use instead
"I can put you in touch with her." Referees are named when somebody asks for them.
"""

import re
from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule

Span = tuple[int, int]

_HOST = Pattern(r"@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_MAILBOX = Pattern(r"[\w.+'-]{1,64}\Z")
_SPOKEN_MAIL = Pattern(
    r"\b[\w.]{2,40}(?: (?:dot|underscore|dash|hyphen) [\w.]{2,40}){0,3} at [\w-]{2,40}"
    r"(?: dot [\w-]{2,40})? dot (?:com|org|net|co(?: dot)? uk|ac(?: dot)? uk|de|fr|io|eu|ie|nl|edu|"
    r"gov|info)\b",
    re.IGNORECASE,
)
_PROFILE = Pattern(r"\blinkedin\.com/in/[\w-]{2,80}", re.IGNORECASE)
# A pattern that begins with a set of characters is far faster to look for than one that begins by
# looking back, so what must not stand before the first character is asked after it.
_NUMBER = Pattern(
    r"[+(\d](?<![\w.,/£$€#-].)(?:(?<=\d)|(?<=[+(])\d)[\d \u00a0\u202f()./‑–-]{4,24}\d"
    r"(?![\w/]|[.,]\d)"
)
_AMERICAN = Pattern(r"\(?\d{3}\)?[ .-]\d{3}[.-]\d{4}")
_DATE = Pattern(r"\d{1,4}([./-])\d{1,2}\1\d{1,4}|\d\d\.\d\d ?- ?\d\d\.\d\d")
_CUE = Pattern(
    r"\b(?:tele)?phone|\btel\b|\bmobile|\bcall (?:me|her|him|us|them)|\bring (?:me|her|him|us|"
    r"them)|\btext (?:me|her|him|us|them)|\bwhats ?app|\bextension\b|\bnumber(?: is|'s)\b|\bfax\b",
    re.IGNORECASE,
)
_NOT_DIALLED = Pattern(
    r"\b(?:order|part|invoice|ticket|serial|ref|reference|batch|lot|item|case|job|model|version|"
    r"isbn|iban|account|card|code|parcel|consignment|asset|patient|claim)(?: (?:number|no\.?))?:? "
    r"?$",
    re.IGNORECASE,
)
_LEAST_DIGITS, _MOST_DIGITS, _CUED_DIGITS = 9, 15, 6
_DIGIT = r"(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine|double|treble|triple)"
_SPELLED = Pattern(rf"\b{_DIGIT}(?:,? (?:{_DIGIT}|hundred|thousand)){{7,}}\b", re.IGNORECASE)
_NOT_COUNTED = Pattern(r"\b(?:zero|oh|nought|double|treble|triple)\b", re.IGNORECASE)
_STREET = Pattern(
    r"\d(?<![\w£$€.,].)(?!(?:(?<=1)9|(?<=2)0)\d\d\b)\d{0,3}[A-Za-z]?,? "
    r"(?:[A-Z][\w'’-]{1,20} ){1,3}(?:Street|St|"
    r"Road|Rd|Lane|Avenue|Ave|Drive|Close|Row|Rise|Crescent|Terrace|Gardens|Grove|Mews|Square|"
    r"Boulevard|Blvd|Parade|Way|Court|Hill|Walk)\b(?! (?:shops|stores|branches|pupils|School))"
)
_POSTCODE = Pattern(r"[A-Z](?<=\b.)[A-Z]?\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}\b")
_ANY_DIGIT = Pattern(r"\d")


def _find(draft: Draft) -> Iterator[Hit]:
    text = draft.text
    found = [*_mail(text), *_spelled(text)]
    if _ANY_DIGIT.search(text):
        found += _telephone(text)
        found += (match.span() for match in _STREET.finditer(text))
        found += (match.span() for match in _POSTCODE.finditer(text))
    reached = 0
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if start >= reached:
            reached = end
            yield Hit(start=start, end=end)


def _mail(text: str) -> Iterator[Span]:
    if "@" in text:
        for host in _HOST.finditer(text):
            # Looking back a bounded way keeps long runs of letters cheap.
            before = text[max(0, host.start() - 64) : host.start()]
            if mailbox := _MAILBOX.search(before):
                yield host.start() - len(mailbox[0]), host.end()
    lowered = text.lower()
    if " dot " in lowered:
        yield from (match.span() for match in _SPOKEN_MAIL.finditer(text))
    if "linkedin" in lowered:
        yield from (match.span() for match in _PROFILE.finditer(text))


def _telephone(text: str) -> Iterator[Span]:
    for match in _NUMBER.finditer(text):
        written = match[0]
        digits = sum(char.isdigit() for char in written)
        if not _CUED_DIGITS <= digits <= _MOST_DIGITS or _DATE.fullmatch(written):
            continue
        start = match.start()
        if _NOT_DIALLED.search(text, max(0, start - 25), start):
            continue
        dialled = written.startswith(("+", "0", "(0")) and digits >= _LEAST_DIGITS
        if dialled or _AMERICAN.fullmatch(written) or _CUE.search(text, max(0, start - 25), start):
            yield match.span()


def _spelled(text: str) -> Iterator[Span]:
    lowered = text.lower()
    if any(sign in lowered for sign in ("zero", " oh ", "nought", "double", "treble", "triple")):
        for match in _SPELLED.finditer(text):
            if _NOT_COUNTED.search(match[0]):
                yield match.span()


RULE = Rule(
    code="X01",
    name="contact-details",
    family="privacy",
    severity="error",
    cost=12,
    most=24,
    message="Somebody can be reached or visited by what stands here.",
    remedy=(
        "Take it out, and name the person by what they did: “the caller”, “my supplier in Ghent”."
    ),
    find=_find,
)
