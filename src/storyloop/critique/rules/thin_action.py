"""Finds stories that pass over what you did in a breath.

What it does
Reports a story that has action, but gives it less than a fifth of the words. A story with no action
at all is the business of missing-action. What others did before your first deed is not counted.

Why
In published prepared answers the action takes about 40 % of the words, and some good ones make do
with 25 %. Below a fifth there is no room for a choice, a reason or an obstacle, and those are what
the follow-up questions are about.

Example
"... so I sorted it out with the printers. The programme was ready on the night, and the mayor asked
for three copies."

Use instead
"I drove to the printers with the corrected proof, since they no longer answered the phone. They
could do black and white by six or colour by Monday; I took black and white and had the children
colour the covers."
"""

from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.rule import Hit, Rule
from storyloop.critique.rules.too_short_to_judge import ENOUGH_WORDS
from storyloop.critique.setting import deeds

_LEAST_SHARE = 0.2


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story or draft.words < ENOUGH_WORDS:
        return
    told = list(deeds(draft))
    if sum(len(each.text.split()) for each in told) / draft.words < _LEAST_SHARE:
        for first in told[:1]:
            yield Hit(start=first.start, end=first.end)


RULE = Rule(
    code="S06",
    name="thin-action",
    family="structure",
    severity="warning",
    cost=6,
    most=6,
    message="What you did takes less than a fifth of the words.",
    remedy=(
        "Tell two or three steps more: what you tried first, what stood in the way, what you chose "
        "and why."
    ),
    find=_find,
)
