"""The stated size of a change does not follow from the two figures beside it.

What it does
Where a text gives a figure before, a figure after and the size of the change, it works the change
out. It reports the place when the stated size is well off; rounding, "about" and "nearly" are
allowed for, and a pair that cannot be compared is left alone.

Why
Interviewers who think in numbers do this sum while you speak. One sum that fails costs the trust
in every other figure of the answer, even when the work behind it was sound.

Example
"We cut the waiting list from 80 patients to 60, a reduction of half."

Use instead
"We cut the waiting list from 80 patients to 60, a reduction of a quarter."
"""

from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.rule import Hit, Rule


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    for change in draft.reading.changes:
        if change.follows is False:
            yield Hit(start=change.start, end=change.end)


RULE = Rule(
    code="E05",
    name="wrong-arithmetic",
    family="evidence",
    severity="error",
    cost=12,
    most=12,
    message="The stated change does not follow from the figures before and after.",
    remedy="Work the change out again from the two figures, and keep whichever is right; if you "
    "are unsure, give the two figures alone.",
    find=_find,
)
