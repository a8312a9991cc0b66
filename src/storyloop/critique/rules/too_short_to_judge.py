"""Finds texts too short for anybody to say whether the story is good.

What it does
Reports a text of fewer than forty words. It costs nothing: below that length no strength is given
at all, and the rules about missing parts keep quiet.

Why
Published prepared answers run to between 100 and 240 words. A few dozen words hold a summary of a
story, and whatever could be said of a summary would be a guess about the story behind it.

Example
"I once got a late delivery through customs by ringing the right person. Everybody was pleased."

Use instead
"The reagents were stuck in Basel on a Thursday, and forty patients were booked for the Monday. I
was the only buyer on duty, so ..." and on from there, to a hundred words or more.
"""

from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.rule import Hit, Rule

# Below so many words there is too little to judge, whatever is looked for.
ENOUGH_WORDS = 40


def _find(draft: Draft) -> Iterator[Hit]:
    if draft.words < ENOUGH_WORDS:
        yield Hit(start=0, end=len(draft.text))


RULE = Rule(
    code="S08",
    name="too-short-to-judge",
    family="structure",
    severity="advice",
    cost=0,
    most=0,
    message="This is too short to be judged as a story.",
    remedy=(
        "Write it out: where you were, what you had to achieve, what you did, what came of it. "
        "A hundred words are a fair start."
    ),
    find=_find,
)
