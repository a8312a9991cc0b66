"""Finds answers that tell what you usually do in place of what you once did.

What it does
Reports a text that was read as a habit ("whenever", "I always", "I tend to") rather than an
episode, at the sentences that show it.

Why
In 62 real interviews only 23 % of the answers to questions about past behaviour were stories
(Bangerter, Corvalan and Cavin, 2014). A habit can't be checked or asked about, so the interviewer
either asks again or writes down that there was no example.

Example
"Whenever a parent is upset I let them talk first, and then we look at the timetable together."

Use instead
"In May a father came in shouting about his son's place in the set. I let him talk for ten minutes,
then laid both timetables on the table."
"""

from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.rule import Hit, Rule


def _find(draft: Draft) -> Iterator[Hit]:
    reading = draft.reading
    if reading.kind == "pseudo-story" and reading.sentences:
        for place in reading.evidence or (0,):
            sentence = reading.sentences[place]
            yield Hit(start=sentence.start, end=sentence.end)


RULE = Rule(
    code="S10",
    name="pseudo-story",
    family="structure",
    severity="error",
    cost=20,
    most=20,
    message="This tells what you usually do; the question asks for one time when you did it.",
    remedy=(
        "Choose one day on which you did this and tell that: when it was, who was there, what you "
        "said, how it ended."
    ),
    find=_find,
)
