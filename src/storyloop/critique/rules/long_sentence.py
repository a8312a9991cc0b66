"""Finds written sentences that nobody could say in one breath.

What it does
Reports each sentence of more than 45 words in a text that is written with full stops. Speech that
was typed out without punctuation has no sentences to measure and is left alone.

Why
A prepared answer is said aloud. At 150 words a minute, 45 words are eighteen seconds without a
stop, and the listener has lost the first half by the time the second arrives.

Example
"The tender, which had been drawn up by my predecessor on the basis of drawings that turned out to
be two years old and that nobody in the yard had seen, and which had in the meantime been sent to
four firms, had to be withdrawn, which I did on the same day, after ringing each of the four."

Use instead
"The tender rested on drawings two years old, and four firms had it already. I withdrew it the same
day, after ringing each of the four."
"""

from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.rule import Hit, Rule

_MOST_WORDS = 45
_STOPS = (".", "!", "?", "…", ":", ";")
_CLOSERS = "\"')]”’*_ \t\r\n"


def _find(draft: Draft) -> Iterator[Hit]:
    for sentence in draft.sentences():
        if sentence.end - sentence.start <= 2 * _MOST_WORDS:
            continue
        words = len(sentence.text.split())
        if words > _MOST_WORDS and sentence.text.rstrip(_CLOSERS).endswith(_STOPS):
            yield Hit(
                start=sentence.start,
                end=sentence.end,
                message=f"This sentence runs to {words} words.",
            )


RULE = Rule(
    code="C04",
    name="long-sentence",
    family="clarity",
    severity="advice",
    cost=2,
    most=4,
    message="This sentence is too long to be said.",
    remedy=(
        "Say it aloud; where you have to breathe, put a full stop and begin again with who did "
        "what."
    ),
    find=_find,
)
