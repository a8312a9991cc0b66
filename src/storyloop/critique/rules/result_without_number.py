"""The result holds no number, rate, count, date or amount.

What it does
Looks for a figure in the sentences of the result: a count, a share, an amount of money, a length
of time, a day that it was done by. It reports the result when there is none. Where a long story has
a single sentence of result, a figure right before it or in the opening counts as well.

Why
A listener who was not there cannot tell a great success from a small one by adjectives. One
figure, even a rough one, gives the result a size and shows that you looked. The guide's advice is
to give numbers, even where they are only directional.

Example
"The families were happier with the new visiting hours."

Use instead
"Complaints about visiting fell from about ten a month to two by the summer."
"""

import re
from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.figures import figures
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule
from storyloop.reading import Quantity, Sentence

_WEEKS = r"(?:day|night|week|month|quarter|term|season|year)"
# What sizes or dates a result without being a quantity to the reading. A season alone does not.
_DATED = Pattern(
    r"\b(?:in|by|since|until|till|before|from|of) (?:the |late |early |mid-)*(?:january|february|"
    r"march|april|may|june|july|august|september|october|november|december)\b"
    r"|\b(?:once|twice|one|every|each|times) (?:an? )?(?:single |other )?"
    rf"(?:hour|morning|evening|shift|fortnight|{_WEEKS})\b"
    r"|\b(?:by|before|until|till) (?:the |that |next )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)"
    r"day|weekend|noon|midnight)\b|\b(?:that|same) (?:weekend|(?:mon|tues|wednes|thurs|fri|satur|"
    r"sun)day)\b|(?<!the )(?<!on )\b(?:tues|wednes|thurs|fri|satur)day\b(?=\W*(?:$|and\b))"
    rf"|\b(?:by|in|from|since|until|before|after) the (?:first|second|third|fourth|fifth|sixth|"
    rf"seventh|eighth|ninth|tenth) {_WEEKS}\b",
    re.IGNORECASE,
)
# An opening names one or two of something for other reasons.
_A_FEW = 2
_LONG_ENOUGH = 6  # sentences


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    results = list(draft.sentences("result"))
    if not results or any(_measures(quantity) for _, quantity in figures(draft)):
        return
    if any(_DATED.search(sentence.text) for sentence in results):
        return
    if len(results) > 1 or not _told_elsewhere(draft, results[0]):
        yield Hit(start=results[0].start, end=results[0].end)


def _told_elsewhere(draft: Draft, only: Sentence) -> bool:
    """Return whether a figure stands where the rest of a result of one sentence would be.

    That is right before it, or at the opening, where some tell the outcome first. Where a story of
    many sentences has one of result, others may have been taken for something else.
    """
    sentences = draft.reading.sentences
    if len(sentences) < _LONG_ENOUGH:
        return False
    before = sentences[sentences.index(only) - 1] if only is not sentences[0] else only
    return any(
        _measures(quantity)
        and (
            (before.start <= quantity.start < before.end and quantity.high > 1)
            or (quantity.start < sentences[0].end and quantity.high > _A_FEW)
        )
        for quantity in draft.reading.quantities
    )


def _measures(quantity: Quantity) -> bool:
    # "The last one" counts nothing.
    return quantity.kind != "ordinal" and quantity.text.casefold() != "one"


RULE = Rule(
    code="E01",
    name="result-without-number",
    family="evidence",
    severity="warning",
    cost=5,
    most=5,
    message="The result has no number, so a listener cannot tell how much was achieved.",
    remedy="Add one figure you can stand behind, rough if need be: how many, how much, how soon, "
    "or for how long it has held.",
    find=_find,
)
