"""Finds stories that take too long to get going.

What it does
Reports a story in which situation and task together take more than 45 % of the words, and points at
the longest stretch of set-up.

Why
In published prepared answers the situation takes about 19 % of the words and the task about 13 %.
In 62 real interviews (Bangerter, Corvalan and Cavin, 2014) people dwelt on the situation more than
on what they did, so this is where most spoken answers lose their time.

Example
"So the depot was built in 1974, and it has four bays, and the third one is where the trailers used
to go before the merger ..." and ninety words later: "I moved the trailers."

Use instead
"Trailers blocked the third bay at our depot every morning, and I had a week to clear it. I ..."
"""

from collections.abc import Iterator
from itertools import groupby

from storyloop.critique.draft import Draft
from storyloop.critique.rule import Hit, Rule
from storyloop.critique.rules.too_short_to_judge import ENOUGH_WORDS
from storyloop.reading import Sentence

_MOST_SHARE = 0.45


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story or draft.words < ENOUGH_WORDS:
        return
    share = draft.part_words("situation", "task") / draft.words
    if share > _MOST_SHARE:
        stretch = max(_stretches(draft), key=lambda run: run[-1].end - run[0].start)
        yield Hit(
            start=stretch[0].start,
            end=stretch[-1].end,
            message=f"The set-up takes {100 * share:.0f} % of the words.",
        )


def _stretches(draft: Draft) -> Iterator[list[Sentence]]:
    def sets_up(sentence: Sentence) -> bool:
        return sentence.part in ("situation", "task")

    return (list(run) for is_set_up, run in groupby(draft.sentences(), sets_up) if is_set_up)


RULE = Rule(
    code="S05",
    name="long-set-up",
    family="structure",
    severity="warning",
    cost=6,
    most=6,
    message="The set-up takes nearly half of the words.",
    remedy=(
        "Keep what the listener needs to see why it was hard, about a third of the story, and move "
        "the rest to the notes for follow-up questions."
    ),
    find=_find,
)
