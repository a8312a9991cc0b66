"""Finds stories in which "kind of", "maybe" and "I guess" stand thick in the action and result.

What it does
Counts the words that take a statement half back ("kind of", "I guess", "maybe", "probably",
"somehow", "more or less") in the action and the result. It reports them once when there are at
least three and more than one in thirty words. "About forty" and "roughly a third" are never
counted, nor is "this kind of", nor anything in the situation.

Why
The action is where you say what you did, and you know what you did. A listener who hears "I sort
of told her" wonders whether you told her. One "probably" is honest and does no harm; the guide
asks for numbers even if they are only directional, so an estimate is welcome too.

Example
"I kind of went through the rota, I guess, and we maybe moved a few people around."

Use instead
"I went through the rota and moved three people to the late shift. I can't say what that alone
did."
"""

import re
from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule
from storyloop.critique.words import tally

_FEWEST = 3
_WORDS_FOR_EACH = 30
_HEDGE = Pattern(
    r"\b(?:kind of|sort of|kinda|sorta|i guess|i suppose|maybe|perhaps|probably|possibly|somehow|"
    r"more or less|something like that|or something|in a way)\b"
)
# Without three of these there is nothing to count.
_SIGNS = tuple(
    "kind sort guess suppose maybe perhaps possibly probably somehow less something way".split()
)
# "This kind of roof" and "a sort of gate" name a thing.
_NAMING = Pattern(
    r"\b(?:an?|the|this|that|these|those|what|which|some|any|every|each|same|another|other|right|"
    r"wrong|new|one|no|two|all|his|her|its|my|our|their|different|certain) $"
)


def _find(draft: Draft) -> Iterator[Hit]:
    lowered = draft.text.lower()
    if sum(map(lowered.count, _SIGNS)) < _FEWEST:
        return
    text = draft.plain
    if draft.is_story:
        spans = [(s.start, s.end) for s in draft.sentences("action", "result")]
        words = draft.part_words("action", "result")
    else:
        spans = [(0, len(text))]
        words = draft.words
    found = [match for start, end in spans for match in _hedges(text, start, end)]
    if len(found) >= _FEWEST and len(found) * _WORDS_FOR_EACH > words:
        first = found[0]
        said = tally(re.sub(r"^i\b", "I", match[0]) for match in found)
        where = "in the action and the result" if draft.is_story else "here"
        yield Hit(
            start=first.start(),
            end=first.end(),
            message=f"Too much is half taken back {where}: {said}.",
        )


def _hedges(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    for match in _HEDGE.finditer(text, start, end):
        kind = match[0] in {"kind of", "sort of"}
        if not (kind and _NAMING.search(text, max(start, match.start() - 12), match.start())):
            yield match


RULE = Rule(
    code="C01",
    name="hedges",
    family="clarity",
    severity="warning",
    cost=4,
    most=4,
    message="Too much is half taken back in the action and the result.",
    remedy=(
        "Say plainly what you did and saw. Where you are unsure of a figure, name the range once "
        "(“between ten and twelve”); strike the other hedges."
    ),
    find=_find,
)
