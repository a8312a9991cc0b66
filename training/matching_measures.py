"""The table of the scorecard on matching: which story of the sample bank answers a question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from storyloop import guide
from storyloop.matching.interpret import interpret_all
from storyloop.matching.match import Matcher
from training import asking_floors as floors
from training.matches import Judged, judged
from training.tables import share, table


def tables() -> Iterator[str]:
    """Yield the table of the matching, with the rankings that it must beat."""
    samples = guide.samples()
    every = judged()
    asked = [each for each in every if each.right]
    texts = [each.question for each in asked]
    matcher = Matcher(samples)
    found = [matcher.match(intent) for intent in interpret_all([e.question for e in every])]
    answered = list(zip(found, every, strict=True))
    told = floors.story_words(samples)
    rankings = (
        ("the matching", [[m.story.id for m in of] for of, j in answered if j.right]),
        ("floor: words in common with the story", floors.by_words(texts, told)),
        ("floor: nearest story by embedding", floors.by_vector(texts, told)),
    )
    none = [not of[0].is_enough for of, j in answered if not j.right]
    lost = [not of[0].is_enough for of, j in answered if j.right]
    yield "## Which story answers a question"
    yield (
        f"{len(every)} questions with the {len(samples)} samples of the guide, judged by hand "
        "before anything was measured (`training/matches/gold.txt`). The shares of the fit "
        "were set on other questions, but for the same stories; of another bank this says less."
    )
    yield table(
        ("", "a right story first", "among the first three", "a right or passable one first"),
        [(name, *_cells(asked, ranked)) for name, ranked in rankings],
    )
    yield (
        f"To {len(none)} questions none of the samples is an answer; that is said of "
        f"{sum(none)} of them. It is wrongly said of {sum(lost)} of the other {len(lost)}."
    )


def _cells(asked: Sequence[Judged], ranked: floors.Ranked) -> tuple[str, str, str]:
    pairs = list(zip(asked, ranked, strict=True))
    first = np.mean([found[0] in each.right for each, found in pairs])
    three = np.mean([bool({*found[:3]} & {*each.right}) for each, found in pairs])
    passable = np.mean([found[0] in each.right + each.also_fit for each, found in pairs])
    return share(float(first)), share(float(three)), share(float(passable))
