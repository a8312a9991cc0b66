"""Finds stories in which nobody learns what you did.

What it does
Reports a story that goes from the situation to the outcome without one sentence of action. It
keeps quiet where a sentence could be read as action.

Why
The action is what you are asked about. In published prepared answers it takes about 40 % of the
words; in 62 real interviews (Bangerter, Corvalan and Cavin, 2014) people dwelt on the situation
instead. An answer without it shows only that you were there.

Example
"The choir's hall was flooded two days before the concert. In the end everybody was seated on time
and the collection beat last year's."

Use instead
"The choir's hall was flooded two days before the concert. I rang the three schools with a stage,
took the one with a piano, and stood at the old door to send people on. Everybody was seated on
time."
"""

from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.rule import Hit, Rule
from storyloop.critique.rules.too_short_to_judge import ENOUGH_WORDS

# A sentence whose part is less sure than this may be the action after all.
_SURE = 0.5


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story or draft.words < ENOUGH_WORDS or any(draft.sentences("action")):
        return
    told = draft.reading.sentences
    if not told or any(sentence.confidence < _SURE for sentence in told):
        return
    gap = next(draft.sentences("result", "reflection"), told[-1])
    yield Hit(start=gap.start, end=gap.end)


RULE = Rule(
    code="S03",
    name="missing-action",
    family="structure",
    severity="error",
    cost=20,
    most=20,
    message="The outcome is here, but what you did to bring it about is not.",
    remedy=(
        "Before this, write what you did first, what you did next and why: three to six sentences "
        "that begin with you."
    ),
    find=_find,
)
