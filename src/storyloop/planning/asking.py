"""The question bank as numbers: which questions test a principle, which stories answer them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from storyloop import guide

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from storyloop.matching.intent import Intent
    from storyloop.planning.simulate import Bools
    from storyloop.story import Story


@cache
def questions_of(framework_id: str, level: str = "") -> tuple[tuple[int, ...], ...]:
    """Return for each principle of a framework the numbers of the questions that test it first.

    A principle of another framework is tested by the questions for those that it is like. With a
    `level`, questions for other levels are left out, unless a principle has no others.
    """
    asked = list(enumerate(guide.questions()))
    suited = [(n, each) for n, each in asked if each.suits(level)]
    return tuple(
        _testing(principle, suited) or _testing(principle, asked)
        for principle in guide.framework(framework_id).principles
    )


def _testing(
    principle: guide.Principle, asked: Iterable[tuple[int, guide.Question]]
) -> tuple[int, ...]:
    names = principle.like or (principle.id,)
    return tuple(n for n, each in asked if each.principles[0] in names)


def answers_of(stories: Sequence[Story], questions: Sequence[str] = ()) -> Bools:
    """Return (Q, T): which story fits which question well enough.

    The questions are those of the bank, by what they are labelled to test, and then `questions`.
    """
    from storyloop.matching.interpret import interpret_all
    from storyloop.matching.match import ENOUGH, Matcher

    intents, place = _labelled()
    matcher = Matcher(stories)
    found: Bools = matcher.fits(intents)[list(place)] >= ENOUGH
    if questions:
        own = matcher.fits(interpret_all(questions)) >= ENOUGH
        found = np.concatenate([found, own])
    return found


@cache
def _labelled() -> tuple[tuple[Intent, ...], tuple[int, ...]]:
    """Return the different intents of the bank's questions, and the place of each question's."""
    labels = [(each.principles, each.situations) for each in guide.questions()]
    different = list(dict.fromkeys(labels))
    place = {label: n for n, label in enumerate(different)}
    return tuple(_intent(*label) for label in different), tuple(place[label] for label in labels)


def _intent(principles: tuple[str, ...], situations: tuple[str, ...]) -> Intent:
    from storyloop.matching.interpret import of_principle

    weights = {name: 1 / place for place, name in enumerate(principles, 1)}
    whole = sum(weights.values())
    blank = of_principle(principles[0])
    return replace(
        blank,
        principles=tuple(
            replace(each, probability=weights.get(each.id, 0) / whole) for each in blank.principles
        ),
        situations=tuple(
            replace(each, probability=float(each.id in situations)) for each in blank.situations
        ),
    )
