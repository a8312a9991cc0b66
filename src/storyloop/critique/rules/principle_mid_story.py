"""Finds principles that are named in the middle of a story.

What it does
Reports a sentence that names a principle or value while the story is still going on: in the
situation, the task or the action, with more action or result after it. A name in the last lines is
left alone, and so are everyday uses of the same words ("the backbone of the team").

Why
A label in the middle stops the story and asks the listener to agree with a judgement before they
have seen what it rests on. The guide's advice is to name a principle at the end, where that helps.

Example
"Here I showed true bias for action and drove to the depot. The gate was open."

Use instead
"I drove to the depot the same night. The gate was open."
"""

from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.lexicon import principles_named
from storyloop.critique.rule import Hit, Rule
from storyloop.reading import Part

_TELLING: tuple[Part, ...] = ("action", "result")


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    named = principles_named(draft)
    if not named:
        return
    ends = max((sentence.start for sentence in draft.sentences(*_TELLING)), default=0)
    seen = -1
    for each in named:
        place = each.sentence
        before_the_end = place.part in {"situation", "task", "action"} and place.start < ends
        if before_the_end and place.start != seen:
            seen = place.start
            yield Hit(start=each.start, end=each.end)


RULE = Rule(
    code="L03",
    name="principle-mid-story",
    family="principles",
    severity="advice",
    cost=2,
    most=4,
    message="A principle is named while the story is still going on.",
    remedy="Take the name out and let the action speak; if it helps, name it once, at the end.",
    find=_find,
)
