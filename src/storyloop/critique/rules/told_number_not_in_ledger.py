"""The result tells a figure that the story's ledger does not account for.

What it does
Compares the measured figures of the result (shares, rates, money, changes) with the story's
metrics. It reports a figure that is neither in a metric nor follows from one. Plain counts, dates
and lengths of time are left alone. It looks only at stories of the bank, and only where there are
metrics.

Why
The ledger says for each number how it was measured and how well it is known. A number that is
told and not in there is one for which "How do you know?" has no prepared answer, and one that may
change from telling to telling.

Example
The ledger has only the waiting time; the text says "and complaints fell by 40 per cent."

Use instead
Add a metric "Complaints: 25 a month before, 15 after, from the complaints book" to the ledger, or
leave the figure out.
"""

from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.figures import figures
from storyloop.critique.ledger import is_told, numbers_of
from storyloop.critique.rule import Hit, Rule
from storyloop.reading import Quantity

_MEASURED = frozenset({"percent", "points", "money"})


def _find(draft: Draft) -> Iterator[Hit]:
    if draft.story is None or not draft.story.metrics or not draft.is_story:
        return
    changed = _changed(draft)
    untold = [
        quantity
        for _, quantity in figures(draft)
        if quantity.kind in _MEASURED or quantity.per or quantity.start in changed
    ]
    # Working out what a metric accounts for is dear, and the first ones mostly do.
    for metric in draft.story.metrics:
        for number in numbers_of(metric):
            untold = [quantity for quantity in untold if not is_told(number, (quantity,))]
            if not untold:
                return
    for quantity in untold:
        yield Hit(
            start=quantity.start,
            end=quantity.end,
            message=f"“{quantity.text}” is told, and no metric of the ledger accounts for it.",
        )


def _changed(draft: Draft) -> frozenset[int]:
    """Return where the figures begin that something changed from or to."""
    pairs = ((change.before, change.after) for change in draft.reading.changes)
    return frozenset(each.start for pair in pairs for each in pair if isinstance(each, Quantity))


RULE = Rule(
    code="E07",
    name="told-number-not-in-ledger",
    family="evidence",
    severity="advice",
    cost=1,
    most=3,
    message="A figure is told that no metric of the ledger accounts for.",
    remedy="Add it to the story's metrics with how it was measured, or leave it out.",
    find=_find,
)
