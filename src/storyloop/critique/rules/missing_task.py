"""Finds stories that never say what you had to achieve.

What it does
Reports a story without a sentence about your task: what you were responsible for, what success
would have been, by when. It keeps quiet where a sentence about something else lets the task be
seen in passing ("I had to", "it was up to me", "the deadline was").

Why
The task is the yardstick for everything that follows. In published prepared answers it takes about
13 % of the words, which in a story of 150 words is one sentence or two.

Example
"The library's heating failed in January. I rang round and found four oil heaters."

Use instead
"The library's heating failed in January, and as duty manager I had to decide by nine whether we
could open at all. I rang round and found four oil heaters."
"""

import re
from collections.abc import Iterator
from itertools import islice

from storyloop.critique.draft import Draft
from storyloop.critique.rule import Hit, Rule
from storyloop.critique.rules.too_short_to_judge import ENOUGH_WORDS

_IN_PASSING = re.compile(
    r"\bmy (?:own |main |only |first )?(?:job|task|goal|aim|brief|role|target|remit|orders) "
    r"(?:was|were|is)\b"
    r"|\b(?:I was|I'd been|I had been|I am|I'm) (?:responsible|accountable|in charge|asked to|"
    r"told to|supposed to|meant to|expected to)\b"
    r"|\b(?:I|we|I'd|we'd|me) (?:had|have|needed) to\b"
    r"|\b(?:was|is|were|fell|came) (?:up to|down to) (?:me|us)\b"
    r"|\b(?:the|our) (?:goal|aim|target|task|brief|deadline) was\b"
    r"|\b(?:asked|told|wanted) me to\b|\b(?:had|gave me) until\b",
    re.IGNORECASE,
)


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story or draft.words < ENOUGH_WORDS or any(draft.sentences("task")):
        return
    told = draft.sentences("situation", "action", "result")
    if any(_IN_PASSING.search(sentence.text) for sentence in told):
        return
    for first in islice(draft.sentences("action"), 1):
        yield Hit(start=first.start, end=first.end)
        return
    for first in islice(draft.sentences(), 1):
        yield Hit(start=first.start, end=first.end)


RULE = Rule(
    code="S02",
    name="missing-task",
    family="structure",
    severity="warning",
    cost=6,
    most=6,
    message="The story goes straight to the deed and never says what you had to achieve.",
    remedy=(
        "Say in one sentence before this what you were responsible for and what would have counted "
        "as success, with the date if there was one."
    ),
    find=_find,
)
