"""The result holds no number, rate, count, date or amount.

What it does
Looks for a figure in the sentences of the result: a count, a share, an amount of money, a length
of time, a date. It reports the result when there is none.

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
from storyloop.critique.rule import Hit, Rule
from storyloop.reading import Quantity

# What sizes or dates a result without being a quantity to the reading.
_DATED = re.compile(
    r"\b(?:in|by|since|until|till|before|from|of) (?:the |late |early |mid-)*(?:january|february|"
    r"march|april|may|june|july|august|september|october|november|december)\b"
    r"|\b(?:once|twice|one) an? (?:\w+)",
    re.IGNORECASE,
)


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    results = list(draft.sentences("result"))
    if not results or any(_measures(quantity) for _, quantity in figures(draft)):
        return
    if not any(_DATED.search(sentence.text) for sentence in results):
        yield Hit(start=results[0].start, end=results[0].end)


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
