"""A probe that comes after almost every story has no prepared answer.

What it does
Looks at the follow-ups of a story of the bank for three answers: why it was hard, what keeps it
from happening again, and why not the alternative. A trade-off with its "why not" answers the last
one. It reports each that is missing; a question without an answer counts as missing.

Why
The guide's advice is to keep the first answer short and go deeper only when probed, and to
prepare the "why not" behind each decision. In Amazon's loops each question is followed by hard
probing.

Example
A story of a failed migration whose follow-ups hold only "Who else was involved?"

Use instead
Add "Why not go back to the old system at once?" and answer it in two or three sentences: "The old
one had lost its licences the week before, so going back would have left the clinics with paper."
"""

from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.rule import Hit, Rule
from storyloop.guide.model import ProbeKind
from storyloop.guide.probes import kind_of
from storyloop.reading import Part
from storyloop.story import Story

# Where in the text each probe starts from, and what is asked.
_PROBES: tuple[tuple[ProbeKind, Part, str], ...] = (
    ("why-hard", "situation", "why it was hard"),
    ("alternative", "action", "why not the alternative"),
    ("prevention", "result", "what keeps it from happening again"),
)


def _find(draft: Draft) -> Iterator[Hit]:
    if draft.story is None or not draft.is_story:
        return
    prepared = set(_prepared(draft.story))
    for kind, part, asked in _PROBES:
        place = next(draft.sentences(part), None) or next(draft.sentences(), None)
        if kind not in prepared and place is not None:
            message = f"No follow-up of this story answers {asked}."
            yield Hit(start=place.start, end=place.end, message=message)


def _prepared(story: Story) -> Iterator[ProbeKind | None]:
    yield from (kind_of(each.question) for each in story.follow_ups if each.answer)
    if any(choice.why_not for choice in story.trade_offs):
        yield "alternative"


RULE = Rule(
    code="D01",
    name="unprepared-probe",
    family="depth",
    severity="advice",
    cost=1,
    most=3,
    message="A probe that is likely here has no prepared answer.",
    remedy="Add a follow-up with that question and answer it in two or three sentences.",
    find=_find,
)
