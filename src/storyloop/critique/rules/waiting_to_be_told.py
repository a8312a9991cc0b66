"""Finds stories in which you act only when told.

What it does
Reports a story in which you held back though you saw something to do ("nobody had asked me", "it
wasn't my place", "I waited for her to decide"), and in which you then carried out instructions.
Where there are none, holding back is reported from the third time on. Waiting for a delivery or a
test result is no fault, nor is "nobody had asked me" before a deed you did all the same.

Why
Several principles ask for a first step without an order: ownership and bias for action above all.
An honest story may begin with hesitation, but then it needs the moment at which you stopped
hesitating.

Example
"I saw that the figures were off, but nobody had asked me. When my boss told me to check, I did."

Use instead
"I saw that the figures were off. It was not my report, so I rang the colleague whose it was, and
we checked the March column together that afternoon."
"""

import re
from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.lexicon import HELD_BACK, INSTRUCTED
from storyloop.critique.rule import Hit, Rule
from storyloop.reading.plain import plain

_ALL_THE_SAME = re.compile(
    r"\b(?:anyway|all the same|regardless|nonetheless|even so)\b|\b(?:asked|"
    r"told) me(?: to)?,? but i\b",
)

# Without an instruction carried out, so many moments of holding back make the case.
_LEAST = 3


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    said = plain(draft.text)
    held = [
        found.span()
        for sentence in draft.sentences("situation", "task", "action")
        for found in HELD_BACK.finditer(said, sentence.start, sentence.end)
        if not _ALL_THE_SAME.search(said, sentence.start, sentence.end)
    ]
    if not held:
        return
    instructed = any(
        INSTRUCTED.search(said, sentence.start, sentence.end)
        for sentence in draft.sentences("action")
    )
    if instructed or len(held) >= _LEAST:
        start, end = held[0]
        yield Hit(start=start, end=end)


RULE = Rule(
    code="O06",
    name="waiting-to-be-told",
    family="ownership",
    severity="warning",
    cost=5,
    most=5,
    message="You saw what was to be done and waited until somebody told you.",
    remedy=(
        "Tell the first step that you took unasked, or say why you had to wait and what you "
        "did meanwhile."
    ),
    find=_find,
    preview=True,
)
