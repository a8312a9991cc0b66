"""Finds how big a change is said to be: "a 50 % drop", "fell by a third", "doubled"."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from storyloop.reading import wording as w
from storyloop.reading.fractions import MULTIPLES
from storyloop.reading.late import Late
from storyloop.reading.values import Quantity

Size = Literal["relative", "points", "ratio", "amount"]
Direction = Literal["up", "down", ""]

_H = rf"(?:(?:{w.HEDGES}|an?|the) )*"
_UP, _DOWN, _EITHER = f"(?P<up>{w.UP})", f"(?P<down>{w.DOWN})", f"(?P<either>{w.EITHER})"
# The words between "reduced" and "by" are what was reduced.
_BY = Late(rf"\b(?:{_UP}|{_DOWN}|{_EITHER})(?P<object>(?: [a-z'-]+){{0,4}}?) by {_H}$")
# "From 74 to 96, i.e. by 40": the verb stands before the pair.
_ONLY_BY = Late(
    r"(?:,|;|:|\(| -| —|\b(?:so|or|i\.e\.,?|ie|that's|that is,?|this is|which is|meaning|words,?))"
    rf" ?(?P<by>by {_H})$"
)
_NOUN_OF = Late(
    rf"\b(?:(?P<up>{w.UP_NOUNS})|(?P<down>{w.DOWN_NOUNS})|(?P<either>{w.EITHER_NOUNS})) of {_H}$"
)
_DIRECT = Late(
    rf"\b(?:(?P<up>rose|risen|grew|climbed|increased|jumped|gained|up)|(?P<down>fell|fallen|dropped|"
    r"declined|decreased|shrank|down|saved|saving|saves|lost|got rid of|gets rid of|shed|removed|"
    rf"eliminated|cut)) {_H}$"
)
_SAVED = Late(rf"\bsav(?:ed|ing) {_H}$")
_NOUN = Late(
    rf" (?:(?:overall|net|further|clear|real) )?(?:(?P<up>{w.UP_NOUNS})|(?P<down>{w.DOWN_NOUNS})|"
    rf"(?P<either>{w.EITHER_NOUNS}))\b"
)
_ADJECTIVE = Late(
    rf" (?:(?P<up>{w.UP_ADJECTIVES})|(?P<down>{w.DOWN_ADJECTIVES})|"
    rf"(?P<either>{w.FASTER}|{w.BETTER}))\b"
)
_FASTER = Late(rf" (?:{w.FASTER})\b")
_AS_MANY = Late(
    r" (?:as (?P<up>many|much|high|big|large|often)|as (?P<down>few|little|low)|"
    r"as (?P<either>fast|quick|quickly|good|well)|the (?P<up2>number|volume|size|amount|rate))\b"
)
_AT_MOST = Late(r"\b(?:under|less than|up to|at most|just under|well under) (?:an? )?$")
_AT_LEAST = Late(
    r"\b(?:over|more than|at least|well over|just over|upwards of|not less than) (?:an? )?$"
)
_NEARLY = Late(r"\b(?:nearly|almost|close to|just under|about|around|roughly) (?:an? )?$")
_BARE = Late(rf"\b(?:that|this|it|which)(?:'s| is| was) {_H}$")
_ENDS = Late(r"(?: (?:in|within|over) [^.,;:!?\n]{1,40})?(?:[.,;:!?)\n]|$)")
_LEAD = 64


class Claim(NamedTuple):
    """A stated size of change; the span holds the words that make it one.

    `bound` is "least" for "more than", "most" for "under", "near" for "nearly". `object` is the
    span of the words for what changed where they stand inside the claim.
    """

    start: int
    end: int
    quantity: Quantity
    size: Size
    direction: Direction
    bound: Literal["", "least", "most", "near"]
    form: Literal["verb", "noun", "adjective", "bare"]
    faster: bool = False
    object: str = ""


def claims(plain: str, quantities: Sequence[Quantity]) -> Iterator[Claim]:
    """Yield the stated sizes of change among the quantities of a text in plain form."""
    for quantity in quantities:
        if quantity.kind in {"date", "ordinal"} or quantity.low != quantity.high:
            continue
        claim = _claim(plain, quantity)
        if claim:
            yield claim


def _claim(plain: str, quantity: Quantity) -> Claim | None:
    size = size_of(quantity)
    lead = plain[max(0, quantity.start - _LEAD) : quantity.start]
    lead = lead[lead.rfind("\n") + 1 :]
    if size == "ratio":
        return _ratio(plain, quantity, lead)
    # What a pattern has to hold is looked for first: that is much quicker.
    form: Literal["verb", "noun"] = "verb"
    found = _BY.search(lead) if " by " in lead else None
    what = found["object"].strip() if found else ""
    sized = size != "amount" or quantity.kind in {"money", "duration"}
    if found is None and sized and " of " in lead and (found := _NOUN_OF.search(lead)):
        form = "noun"
    if found is None and (size != "amount" or ("sav" in lead and _SAVED.search(lead))):
        found = _DIRECT.search(lead)
    if found:
        start = quantity.start - len(lead) + found.start()
        return _made(lead, quantity, size, found, (start, quantity.end), form, what=what)
    following = plain[quantity.end : quantity.end + 40]
    noun = _NOUN.match(following) if size != "amount" else None
    adjective = (
        _ADJECTIVE.match(following) if size != "amount" or quantity.kind == "duration" else None
    )
    if noun:
        span = (quantity.start, quantity.end + noun.end())
        return _made(lead, quantity, size, noun, span, "noun")
    if adjective and not (size == "amount" and adjective[0] in {" up", " down", " off", " more"}):
        span = (quantity.start, quantity.end + adjective.end())
        faster = _FASTER.match(following) is not None
        return _made(lead, quantity, size, adjective, span, "adjective", faster=faster)
    return _bare(quantity, size, lead) if _ENDS.match(following) else None


def _bare(quantity: Quantity, size: Size, lead: str) -> Claim | None:
    """Return the claim of a size that ends its clause and has no word for a change beside it."""
    only = _ONLY_BY.search(lead) if size in {"relative", "points"} and "by " in lead else None
    if only:
        start = quantity.start - len(only["by"])
        return Claim(start, quantity.end, quantity, size, "", bound_of(lead), "verb")
    share = size == "relative" and quantity.kind == "count" and not quantity.unit
    if share and _BARE.search(lead):
        span = (quantity.start, quantity.end)
        return Claim(*span, quantity, size, "", bound_of(lead), "bare")
    return None


def size_of(quantity: Quantity) -> Size:
    """Return what `quantity` measures a change in: "relative" for shares of the old value."""
    if quantity.kind == "points":
        return "points"
    if quantity.kind == "multiple":
        return "ratio"
    fraction = quantity.kind == "count" and 0 < quantity.low < 1 and " in " not in quantity.text
    return "relative" if quantity.kind == "percent" or fraction else "amount"


def _ratio(plain: str, quantity: Quantity, lead: str) -> Claim | None:
    word = quantity.text.lower()
    following = plain[quantity.end : quantity.end + 40]
    span = (quantity.start, quantity.end)
    doubled = word == "double" and _ENDS.match(following)
    if doubled or (word in MULTIPLES and word not in {"twice", "thrice", "double"}):
        direction: Direction = "down" if quantity.low < 1 else "up"
        bound = bound_of(lead)
        return Claim(*span, quantity, "ratio", direction, bound, "verb")
    noun = _NOUN.match(following)
    found = noun or _ADJECTIVE.match(following) or _AS_MANY.match(following)
    if found:
        span = (quantity.start, quantity.end + found.end())
        faster = _FASTER.match(following) is not None
        form: Literal["noun", "adjective"] = "noun" if noun else "adjective"
        return _made(lead, quantity, "ratio", found, span, form, faster=faster)
    if word.endswith("fold") and (found := _DIRECT.search(lead) or _BY.search(lead)):
        span = (quantity.start - len(lead) + found.start(), quantity.end)
        return _made(lead, quantity, "ratio", found, span, "verb")
    return None


def _made(  # noqa: PLR0913, PLR0917 - the fields of a claim
    lead: str,
    quantity: Quantity,
    size: Size,
    found: re.Match[str],
    span: tuple[int, int],
    form: Literal["verb", "noun", "adjective"],
    *,
    faster: bool = False,
    what: str = "",
) -> Claim:
    groups = found.groupdict()
    direction: Direction = ""
    if groups.get("up") or groups.get("up2"):
        direction = "up"
    elif groups.get("down"):
        direction = "down"
    return Claim(*span, quantity, size, direction, bound_of(lead), form, faster, what)


def bound_of(lead: str) -> Literal["", "least", "most", "near"]:
    """Return how the words that end with `lead` bound the number behind them."""
    if _NEARLY.search(lead):
        return "near"
    if _AT_LEAST.search(lead):
        return "least"
    return "most" if _AT_MOST.search(lead) else ""
