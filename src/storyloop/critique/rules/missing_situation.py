"""Finds stories that never say where and when they happen.

What it does
Reports a story in which no sentence gives the context: the place, the time, the people, what was
going wrong and why that mattered. It keeps quiet where the first sentence could be read either way,
or sets the scene beside the task.

Why
Whoever hears the answer was not there. Without the situation an interviewer can't tell whether
what you did was hard, and has to ask before anything else can be asked.

Example
"I was to cut the error rate by June. I began with the forms that came back most often."

Use instead
"Our benefits office sent back one form in six, and people waited weeks for their money. I was to
cut that by June, and began with the forms that came back most often."
"""

import re
from collections.abc import Iterator
from itertools import islice

from storyloop.critique.draft import Draft
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule
from storyloop.critique.rules.too_short_to_judge import ENOUGH_WORDS

# A first sentence whose part is less sure than this may be the situation after all.
_SURE = 0.5
# Who begins with what he did to something not yet named leaves out where he was.
_IN_THE_MIDDLE = Pattern(
    r"\W*(?:(?:so|and|then|well|um+|like|yeah)\W+)+(?:i|we)(?:'d| had)? (?:to )?(?!was\b|were\b|"
    r"am\b)"
    r"[a-z]+ (?:it|him|her|them|that|this|everyone|everybody)\b",
    re.IGNORECASE,
)
_SURE_SCENE = 0.75
# A first sentence that names the task may set the scene beside it.
_PLACE = (
    r"(?:courts?|desk|yard|wards?|floor|shop|store|hospital|school|office|kitchen|site|plant|"
    r"factory|"
    r"warehouse|farm|garage|hotel|restaurant|bank|clinic|surgery|practice|theatre|laboratory|lab|"
    r"station|depot|port|museum|library|university|college|counter|stall|pool|ship|quay|airport|"
    r"marketplace|studio|agency|company|firm|charity|council|church|club|gallery|nursery|barracks)"
)
_SETS_SCENE = Pattern(
    rf"\b(?:at|in|on|for) (?:an?|the|our|my|this|that|one)(?: [\w'-]+){{0,3}} {_PLACE}(?:'s)?\b"
    rf"|\b(?:an?|the|our|my) {_PLACE}'s\b|"
    r"\b(?:there (?:was|were)|in the [\w' -]{2,30} (?:round|season|project|campaign|store|ward)|"
    r"(?:bill|rate|queue|costs?|backlog|sales|figures?|numbers?|complaints|waits?|stock) (?:was|"
    r"were|"
    r"had|stood|kept))\b"
    r"|^\W*(?:a|an|one) [\w' -]{3,40} (?:asked|came|rang|wanted|complained|walked|wrote|was|were|"
    r"had)\b",
    re.IGNORECASE,
)


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story or draft.words < ENOUGH_WORDS:
        return
    in_the_middle = _IN_THE_MIDDLE.match(draft.text) is not None
    if any(
        each.confidence >= _SURE_SCENE or not in_the_middle for each in draft.sentences("situation")
    ):
        return
    for first in islice(draft.sentences(), 1):
        if (in_the_middle or first.confidence >= _SURE) and not _SETS_SCENE.search(first.text):
            yield Hit(start=first.start, end=first.end)


RULE = Rule(
    code="S01",
    name="missing-situation",
    family="structure",
    severity="warning",
    cost=8,
    most=8,
    message="The story never says where this was and what was going on.",
    remedy=(
        "Begin with one or two sentences: where and when, who was concerned, what was wrong and "
        "why it mattered."
    ),
    find=_find,
)
