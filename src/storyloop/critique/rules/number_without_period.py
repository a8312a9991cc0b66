"""A change or a rate is told without the time over which it was reached or measured.

What it does
Looks in the result for a change ("from nine to three", "up by 6 per cent") and for a share that
was reached. It reports one when neither its own sentence nor one near it in the result says
when or over what time.

Why
A fall by a half in a week is another achievement than a fall by a half in three years, and a
figure from one good day is no proof. Interviewers ask for the period; an answer that has it seems
measured and not remembered.

Example
"Returns went from 8 per cent to 5."

Use instead
"Returns went from 8 per cent to 5 within two quarters, and have stayed there."
"""

import re
from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.figures import PERIOD, figures, lowered
from storyloop.critique.rule import Hit, Rule
from storyloop.reading import Change

_MOVED = re.compile(
    r"\b(?:down|up|fell|fallen|dropp\w+|rose|risen|grew|grown|climbed|brought|cut|reduc\w+|"
    r"raised|lowered|increas\w+|decreas\w+|improve[sd]?|shrank|jumped|went|gone|quicker|faster)"
    r" (?:[\w'] )?(?:to|by|from)\b",
    re.IGNORECASE,
)
# These set two figures beside each other, but nothing moved from one to the other.
_NO_MOVE = re.compile(
    r"\b(?:instead of|in place of|against|rather than|compared|versus|would|less|more)\b",
    re.IGNORECASE,
)
_SHARES = frozenset({"percent", "points", "multiple"})


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    results = list(draft.sentences("result"))
    dated = {
        sentence.start
        for sentence, quantity in figures(draft)
        if quantity.kind == "date" or PERIOD.fullmatch(f"per {quantity.per}")
    }
    moved = _moved(draft)
    if not moved:
        return
    low = lowered(draft.text)
    dated.update(each.start for each in results if PERIOD.search(low, each.start, each.end))
    for index, sentence in enumerate(results):
        near = results[max(0, index - 2) : index + 2]
        if sentence.start in moved and not any(each.start in dated for each in near):
            yield moved[sentence.start]


def _moved(draft: Draft) -> dict[int, Hit]:
    """Return the first change or moved share of each sentence of the result, by its start."""
    hits: dict[int, Hit] = {}
    for sentence, quantity in figures(draft):
        if quantity.kind in _SHARES:
            hits.setdefault(sentence.start, Hit(start=quantity.start, end=quantity.end))
    for sentence in draft.sentences("result"):
        if sentence.start in hits and not _MOVED.search(sentence.text):
            del hits[sentence.start]
    changes = iter(draft.reading.changes)
    change = next(changes, None)
    for sentence in draft.sentences():
        while change is not None and change.start < sentence.end:
            if sentence.part == "result" and _is_move(change, draft.text):
                hits[sentence.start] = Hit(start=change.start, end=change.end)
            change = next(changes, None)
    return hits


def _is_move(change: Change, text: str) -> bool:
    if change.before is None and (change.claim is None or change.claim.kind not in _SHARES):
        return False
    return not _NO_MOVE.search(text[change.start : change.end])


RULE = Rule(
    code="E03",
    name="number-without-period",
    family="evidence",
    severity="advice",
    cost=2,
    most=2,
    message="The change has no period: nobody can tell how fast it came or whether it lasted.",
    remedy="Say over what time it was reached or measured, and whether it has held since.",
    find=_find,
)
