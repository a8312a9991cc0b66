"""Finds stories that stop before anything comes of them.

What it does
Reports a story in which no sentence tells the outcome. It keeps quiet where the last sentences
hint at one ("in the end", "as a result", a figure before and after), and where the last sentence
could be read either way.

Why
A story without an end leaves the listener to guess whether the effort was worth it, and most guess
low. In published prepared answers the result takes about 24 % of the words. A result that fell
short counts too, told plainly.

Example
"I rewrote the rota over a weekend and put it up in the changing room for everybody to mark."

Use instead
"I rewrote the rota over a weekend and put it up in the changing room. Swaps fell from about twenty
a month to five by the summer, and two people still dislike it."
"""

import re
from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.rule import Hit, Rule
from storyloop.critique.rules.too_short_to_judge import ENOUGH_WORDS

# A last sentence whose part is less sure than this may be the result after all.
_SURE = 0.5

_OUTCOME = re.compile(
    r"\b(?:as a result|in the end|the (?:result|outcome|upshot) was|since then|ever since|"
    r"to this day|which meant that|in total|saved us|paid off|no longer|never again|"
    r"(?:fell|rose|dropped|went (?:up|down)|came down|cut) (?:from|to|by))\b",
    re.IGNORECASE,
)


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story or draft.words < ENOUGH_WORDS or any(draft.sentences("result")):
        return
    told = draft.reading.sentences
    if not told or told[-1].confidence < _SURE or _hinted(draft):
        return
    yield Hit(start=told[-1].start, end=told[-1].end)


def _hinted(draft: Draft) -> bool:
    told = draft.reading.sentences
    last_third = told[-max(1, len(told) // 3) :]
    start = last_third[0].start
    return any(_OUTCOME.search(sentence.text) for sentence in last_third) or any(
        change.start >= start and change.before and change.after for change in draft.reading.changes
    )


RULE = Rule(
    code="S04",
    name="missing-result",
    family="structure",
    severity="error",
    cost=16,
    most=16,
    message="The story ends without saying what came of it.",
    remedy=(
        "Add what changed and for whom, with a number beside what it was before; if it failed, "
        "say so and what it cost."
    ),
    find=_find,
)
