"""Finds stories that take more than two minutes to tell.

What it does
Reports a story of more than 300 words, which is two minutes at a comfortable pace of speech, and
points at what comes after them. Your settings may name another pace and another length.

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


def _find(draft: Draft) -> Iterator[Hit]:
    pace = draft.pace
    words = sum(len(sentence.text.split()) for sentence in draft.told)
    if draft.is_story and words > pace.most_words:
        yield Hit(
            start=_start_of_the_rest(draft),
            end=draft.told[-1].end,
            message=(
                f"At {pace.words_a_minute} words a minute this takes {_clock(pace.seconds(words))} "
                f"minutes; {_clock(pace.longest)} are {pace.most_words} words."
            ),
        )


def _clock(length: int) -> str:
    minutes, seconds = divmod(length, 60)
    return f"{minutes}:{seconds:02}"


def _start_of_the_rest(draft: Draft) -> int:
    """Find the sentence in which the time runs out."""
    words = start = 0
    for sentence in draft.told:
        start = sentence.start
        words += len(sentence.text.split())
        if words > draft.pace.most_words:
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
        "Bring the first answer within the time: keep the turning points, and save the detail for "
        "when you are asked."
    ),
    find=_find,
)
