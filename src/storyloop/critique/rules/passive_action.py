"""Finds actions that nobody seems to have done.

What it does
Looks at the action only, and reports it when at least two sentences are in the passive and these
make up at least half of the action ("a review was carried out", "it was decided"). A passive in
the situation or the result is fine, and so is one among sentences that say what you did.

Why
The passive leaves out the very person the interview is about. The listener cannot tell whether you
decided, advised or watched, and has to ask.

Example
"The complaints were analysed, and it was decided that opening hours should be extended."

Use instead
"I read a month of complaints, and as most came from shift workers I proposed to the practice
manager that we open at seven twice a week."
"""

from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.rule import Hit, Rule
from storyloop.reading import Sentence

_LEAST = 2


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    told = list(draft.sentences("action"))
    hidden = [sentence for sentence in told if _hidden(sentence)]
    if len(hidden) < _LEAST or 2 * len(hidden) < len(told):
        return
    yield Hit(start=hidden[0].start, end=hidden[0].end)


def _hidden(sentence: Sentence) -> bool:
    if sentence.voice == "they":
        return any(clause.main and clause.voice == "passive" for clause in sentence.clauses)
    return sentence.voice == "passive"


RULE = Rule(
    code="O02",
    name="passive-action",
    family="ownership",
    severity="warning",
    cost=6,
    most=6,
    message="Most of the action is in the passive, so nobody can tell who did it.",
    remedy=(
        'Give each deed its doer: "I" where it was you, a name or a role where it was somebody '
        "else."
    ),
    find=_find,
)
