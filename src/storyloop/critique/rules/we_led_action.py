"""Finds stories in which "we" did everything.

What it does
Looks at the action only, and reports it when at least two sentences tell what "we" did, at least
half of the action is told so, and no sentence says what you did. "We" in the situation, the task
or the result is never reported, nor is a single "we" among several "I"s.

Why
The listener has to judge you and cannot hire the team. "We" by itself is no fault: Naim and
colleagues (2015) found that it helped. It gives context and shares the credit, so long as your own
part can be seen beside it.

Example
"We mapped the deliveries, we found two vans crossing each other's path and we redrew the rounds."

Use instead
"We mapped the deliveries together. I noticed that two vans crossed each other's path, and I redrew
the rounds; Soraya tried them out with the drivers."
"""

import re
from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule
from storyloop.reading import Sentence, Voice

# "We counted them, I think": said in passing, and no deed.
_ASIDE = Pattern(r"\W*I (?:think|suppose|guess|believe|reckon|mean|would say)\W*", re.IGNORECASE)
_LEAST = 2


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    told = list(draft.sentences("action"))
    ours = [sentence for sentence in told if _voice(sentence) == "we"]
    if len(ours) < _LEAST or 2 * len(ours) < len(told):
        return
    if any(_voice(sentence) == "I" for sentence in told):
        return
    yield Hit(start=ours[0].start, end=ours[0].end)


def _voice(sentence: Sentence) -> Voice:
    if sentence.voice != "I":
        return sentence.voice
    acting = [clause for clause in sentence.clauses if clause.main and clause.voice in {"I", "we"}]
    aside = all(
        _ASIDE.fullmatch(sentence.text, clause.start - sentence.start, clause.end - sentence.start)
        for clause in acting
        if clause.voice == "I"
    )
    return "we" if aside and any(clause.voice == "we" for clause in acting) else "I"


RULE = Rule(
    code="O01",
    name="we-led-action",
    family="ownership",
    severity="warning",
    cost=7,
    most=7,
    message='The action is told as "we" from beginning to end, so your own part cannot be seen.',
    remedy=(
        'Keep "we" for what you did together, and say in at least two sentences what you yourself '
        "did, decided or said."
    ),
    find=_find,
)
