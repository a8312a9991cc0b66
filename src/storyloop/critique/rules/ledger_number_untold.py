"""The story's ledger holds a result or a baseline that the text leaves out.

What it does
Compares each metric of the story with the numbers of its text. It reports a metric whose result
is not told, and one whose result is told without the baseline that the ledger has. Rounding and
other units are allowed for, and metrics marked as impossible to confirm are left alone. It looks
only at stories of the bank, and only where there are metrics.

Why
A number that was looked up, written down and then not told does nothing for the answer. The
guide's advice is numbers in the result with a baseline beside each.

Example
The ledger has 31 days before and 17 days after; the text says "Repairs are much quicker now."

Use instead
"Repairs took 17 days on average over the next six months, where they had taken 31."
"""

import re
from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.ledger import is_told, ledger_number
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule
from storyloop.story import Metric

# How a zero is told, and how a whole.
_NONE = Pattern(r"\b(?:no|none|nobody|nothing|never|zero|not one|without|stopped)\b", re.IGNORECASE)
_ALL = Pattern(r"\b(?:all|every|everyone|everybody|whole|full|fully|each)\b", re.IGNORECASE)
_WHOLE = 100.0


def _find(draft: Draft) -> Iterator[Hit]:
    if draft.story is None or not draft.is_story:
        return
    place = next(draft.sentences("result"), None) or next(draft.sentences(), None)
    if place is None:
        return
    for metric in draft.story.metrics:
        message = _untold(metric, draft)
        if message:
            yield Hit(start=place.start, end=place.end, message=message)


def _untold(metric: Metric, draft: Draft) -> str:
    if metric.standing == "cannot-confirm":
        return ""
    name = metric.name or "a metric"
    if not _is_in(metric.result, metric.unit, draft):
        shown = _shown(metric.result, metric.unit)
        return f"The ledger gives {shown} for “{name}”; the text does not tell it."
    if not _is_in(metric.baseline, metric.unit, draft):
        shown = _shown(metric.baseline, metric.unit)
        return f"The ledger has the baseline of “{name}”, {shown}; the text does not tell it."
    return ""


def _is_in(text: str, unit: str, draft: Draft) -> bool:
    number = ledger_number(text, unit)
    if number is None or is_told(number, draft.reading.quantities):
        return True
    if number.value == 0:
        return _NONE.search(draft.text) is not None
    return number.value == _WHOLE and _ALL.search(draft.text) is not None


def _shown(text: str, unit: str) -> str:
    number = ledger_number(text, unit)
    return number.text if number else text


RULE = Rule(
    code="E06",
    name="ledger-number-untold",
    family="evidence",
    severity="advice",
    cost=2,
    most=4,
    message="The ledger holds a number that the text does not tell.",
    remedy="Put the number into the result, with its baseline; or take the metric out of the "
    "ledger if the story does not need it.",
    find=_find,
)
