"""A figure of the result has nothing beside it to compare it with.

What it does
Looks in the result for figures that only mean something by comparison: a share, an average, or
what something rose or fell to or by. It reports one when its sentence compares nothing and no
other figure of its kind stands in the text. Plain counts, costs and dates stand for themselves.

Why
"Twelve days a file" may be a triumph or a disgrace. The guide asks for a baseline beside every
result: what it was before, what others reach, or what was promised.

Example
"Late deliveries came down to 4 per cent."

Use instead
"Late deliveries came down to 4 per cent, from 11 the winter before."
"""

import re
from collections.abc import Iterator
from itertools import islice

from storyloop.critique.draft import Draft
from storyloop.critique.figures import COMPARED, figures, lowered
from storyloop.critique.rule import Hit, Rule
from storyloop.reading import Quantity, Sentence

_CAME_TO = re.compile(
    r"\b(?:down|up|fell|fallen|dropped|rose|risen|grew|grown|climbed|brought|cut|reduced|raised|"
    r"lowered|increased|decreased|improved|shrank|jumped|went|stands?|is now|are now) (?:[\w']+ )?"
    r"(?:to|at|by) (?:[\w']+ ){0,2}$|\baverage of (?:\w+ )?$"
    r"|\b(?:now|today) (?!at\b)[^.;:,]{0,24}\b(?:in|at|takes?|run|use|need|do) (?:\w+ )?$",
    re.IGNORECASE,
)
_NEAR = 48
# A figure this many times as large or small is no baseline.
_FAR = 30.0
# Each of these is compared with every other figure; a text of numbers alone has far more.
_MOST_FIGURES = 50


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    compared = _compared(draft)
    for sentence, quantity in islice(figures(draft), _MOST_FIGURES):
        if sentence.start in compared or not _relative(sentence, quantity):
            continue
        if not any(_comparable(quantity, other) for other in draft.reading.quantities):
            yield Hit(start=quantity.start, end=quantity.end)


def _compared(draft: Draft) -> set[int]:
    """Return where the sentences of the result begin that hold a comparison."""
    changes = [change.start for change in draft.reading.changes if change.before is not None]
    low = lowered(draft.text)
    return {
        sentence.start
        for sentence in draft.sentences("result")
        if COMPARED.search(low, sentence.start, sentence.end)
        or any(sentence.start <= start < sentence.end for start in changes)
    }


def _relative(sentence: Sentence, quantity: Quantity) -> bool:
    """Return whether the figure says little without another one."""
    if quantity.kind in {"date", "ordinal"}:
        return False
    if quantity.kind in {"percent", "points"}:
        return True
    end = quantity.start - sentence.start
    return _CAME_TO.search(sentence.text, max(0, end - _NEAR), end) is not None


def _comparable(figure: Quantity, other: Quantity) -> bool:
    if other is figure or other.kind in {"date", "ordinal"}:
        return False
    shares = [
        each.kind in {"percent", "points"} or (each.kind == "count" and 0 < each.high < 1)
        for each in (figure, other)
    ]
    if any(shares):
        return all(shares)
    if figure.per and other.per != figure.per:
        return False
    # A bare figure may leave out the unit that an earlier one has.
    if figure.unit:
        if other.kind != figure.kind:
            return False
        same = not other.unit or other.unit.casefold() == figure.unit.casefold()
        if figure.kind == "count" and not same:
            return False
    low, high = sorted((max(figure.high, 0.1), max(other.high, 0.1)))
    return high <= low * _FAR


RULE = Rule(
    code="E02",
    name="number-without-baseline",
    family="evidence",
    severity="advice",
    cost=3,
    most=3,
    message="This figure has nothing to be compared with, so nobody can tell whether it is good.",
    remedy="Name the number it was before, or what others reach or what was promised, beside it.",
    find=_find,
)
