"""Finds stories that take more than two minutes to tell.

What it does
Reports a story of more than 300 words, which is two minutes at a comfortable pace of speech, and
points at what comes after them.

Why
Comfortable speech runs at about 140 to 160 words a minute, and published prepared answers at 100 to
240 words. The first answer should be short; depth is for the questions that follow.

Example
A story of 420 words in which every meeting is told in the order in which it was held.

Use instead
The same story in 220 words, with "there were three meetings before they agreed" in place of the
meetings, and their detail kept for "what did the others say?".
"""

from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.rule import Hit, Rule

_MOST_WORDS = 300
_WORDS_PER_MINUTE = 150


def _find(draft: Draft) -> Iterator[Hit]:
    words = sum(len(sentence.text.split()) for sentence in draft.told)
    if draft.is_story and words > _MOST_WORDS:
        minutes, seconds = divmod(round(words * 60 / _WORDS_PER_MINUTE), 60)
        yield Hit(
            start=_start_of_the_rest(draft),
            end=draft.told[-1].end,
            message=f"Told at an easy pace this takes {minutes}:{seconds:02} minutes.",
        )


def _start_of_the_rest(draft: Draft) -> int:
    """Find the sentence in which the two minutes run out."""
    words = start = 0
    for sentence in draft.told:
        start = sentence.start
        words += len(sentence.text.split())
        if words > _MOST_WORDS:
            break
    return start


RULE = Rule(
    code="S07",
    name="over-two-minutes",
    family="structure",
    severity="warning",
    cost=5,
    most=5,
    message="Told at an easy pace this takes more than two minutes.",
    remedy=(
        "Bring the first answer under 300 words: keep the turning points, and save the detail for "
        "when you are asked."
    ),
    find=_find,
)
