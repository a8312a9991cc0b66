"""Finds answers that claim four or more principles.

What it does
Counts the different principles and values that the answer names, those of any framework in the
guide and words like them ("integrity", "resilience"), and reports it when there are four or more.

Why
The guide's advice is to name a principle at the end only where that helps, and never to force
every principle into every story. In a loop each interviewer listens for two or three of them; a
list tells none of them which one this story is meant to show.

Example
"All in all the story stands for ownership, frugality, diving deep, high standards and trust."

Use instead
"I paid for the second test out of my own training money, because I wanted to know. That is the
part of ownership I find hardest."
"""

from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.lexicon import principles_named
from storyloop.critique.rule import Hit, Rule

_TOO_MANY = 4


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    named = principles_named(draft)
    if len({each.principle for each in named}) >= _TOO_MANY:
        last = named[-1].sentence
        first = next(each for each in named if each.sentence is last)
        yield Hit(start=first.start, end=named[-1].end)


RULE = Rule(
    code="L01",
    name="too-many-principles",
    family="principles",
    severity="warning",
    cost=4,
    most=4,
    message="So many principles are named that none of them stands out.",
    remedy="Keep the one or two that your actions show best, and leave the others unsaid.",
    find=_find,
)
