"""Finds texts that give opinions, qualities or theory, and tell nothing that happened.

What it does
Reports a text of some length that was read as neither an episode nor a habit nor an imagined case.

Why
An interviewer who asks for a time writes down what happened. Opinions and lists of strengths leave
that page empty: in 62 real interviews only 23 % of the answers to questions about past behaviour
were stories (Bangerter, Corvalan and Cavin, 2014).

Example
"Good stock control is mostly discipline. I am organised, I am calm under pressure, and colleagues
would tell you that I am fair."

Use instead
"At the stocktake in June we were short by sixty boots. I counted the returns cage by hand that
evening, and there they were."
"""

from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.rule import Hit, Rule
from storyloop.critique.rules.too_short_to_judge import ENOUGH_WORDS


def _find(draft: Draft) -> Iterator[Hit]:
    reading = draft.reading
    if reading.kind == "other" and draft.words >= ENOUGH_WORDS and reading.sentences:
        for place in reading.evidence or (0,):
            sentence = reading.sentences[place]
            yield Hit(start=sentence.start, end=sentence.end)


RULE = Rule(
    code="S14",
    name="no-episode",
    family="structure",
    severity="error",
    cost=20,
    most=20,
    message="Nothing happens here: there is no time, no place and no event.",
    remedy=(
        "Pick one occasion that made you think so, and tell it from the first moment to the last."
    ),
    find=_find,
)
