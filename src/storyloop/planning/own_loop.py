"""One's own loop as a frame for drawn ones: what is known of it stays, the rest is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from storyloop import guide
from storyloop.planning.answers import World
from storyloop.planning.asking import answers_of
from storyloop.planning.assumptions import telling
from storyloop.planning.simulate import Known
from storyloop.planning.slots import guessed_principles, is_unknown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from storyloop.planning.loop import Loop
    from storyloop.planning.simulate import Bools
    from storyloop.story import Story


def assumed(loop: Loop) -> str:
    """Return the sentence that states what is known and what is drawn."""
    unknown = sum(is_unknown(each) for each in loop.rounds)
    drawn = f", with the principles of {unknown} of them drawn" if unknown else ""
    return (
        f"the {len(loop.rounds)} rounds of your loop{drawn}; questions from the bank for each "
        f"principle; {telling(loop.most_tellings)}"
    )


def known_slots(loop: Loop) -> tuple[Known, ...]:
    """Return the slots of the loop, round by round; its own questions are numbered after all."""
    return tuple(_slots(loop))


def questions(loop: Loop) -> tuple[str, ...]:
    """Return the questions that the loop is known to ask, word for word."""
    return tuple(question for each in loop.rounds for question in each.questions)


def world_of(loop: Loop, stories: Sequence[Story]) -> World:
    """Return what `stories` can do in the loop, whose bans and former tellings hold."""
    return World(
        answers=answers_of(stories, questions(loop)),
        most_tellings=loop.most_tellings,
        barred=_barred(loop, stories),
    )


def _slots(loop: Loop) -> Iterator[Known]:
    order = [each.id for each in guide.framework(loop.framework).principles]
    question = len(guide.questions())
    for person, each in zip(loop.people(), loop.rounds, strict=True):
        principles = [order.index(name) for name in each.principles]
        if is_unknown(each):
            for _ in range(guessed_principles(each.minutes) * each.questions_per_principle):
                yield Known(person=person)
        for principle in principles:
            for _ in range(each.questions_per_principle):
                yield Known(person=person, principle=principle)
        for _ in each.questions:
            yield Known(person=person, question=question)
            question += 1


def _barred(loop: Loop, stories: Sequence[Story]) -> Bools:
    """Return (people, stories): who must not hear what.

    A ban for one of several rounds with the same person counts for all of them.
    """
    barred = np.zeros((len(loop.rounds), len(stories)), dtype=np.bool_)
    people = loop.people()
    for number, each in enumerate(loop.rounds):
        banned = {ban.story for ban in loop.bans if ban.round in {None, number}}
        barred[people[number]] |= [story.id in banned | {*each.told} for story in stories]
    return barred
