"""A drill: which question comes next, and what is right.

The order needs no chance and no clock. Of the questions not yet in this round, every second one
is a question missed when it last came, the one missed longest ago first. The others are new ones:
first those that the user was asked, then the bank's. When none is new, those come that were right,
the one longest ago first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from storyloop import guide
from storyloop.bank.values import USUAL, Drilled, same_words
from storyloop.web.ask import marked_question, offers, ranked, read_question

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.utils.safestring import SafeString

    from storyloop.bank.values import Asked, Preferences
    from storyloop.matching.intent import Intent, Likelihood
    from storyloop.story import Story
    from storyloop.web.ask import Offer

ROUND = 10  # questions
LONGEST = 3_600  # seconds; who comes back after an hour was not thinking
_ALSO_TESTED = 0.25
_NEIGHBOURS = 2
_AS_GOOD = 0.05  # fits that differ by no more than this are equally good


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question to drill, with what it tests, the first foremost."""

    id: str
    text: str
    words: str
    principles: tuple[str, ...]
    situations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """Why an answer is right or not: the question with what decided it, and the stories for it."""

    question: SafeString
    is_marked: bool
    principle: guide.Principle
    best: tuple[Offer, ...]


@cache
def bank_questions(level: str = "") -> tuple[Question, ...]:
    """Return the guide's questions for a level, mixed: their ids know nothing of what they test."""
    return tuple(
        Question(
            id=each.id,
            text=each.text,
            words=same_words(each.text),
            principles=each.principles,
            situations=each.situations,
        )
        for each in sorted(guide.questions(), key=lambda each: each.id)
        if each.suits(level)
    )


def questions(asked: Iterable[Asked], level: str = "") -> tuple[Question, ...]:
    """Return all questions to drill: those that the user was asked, then the guide's."""
    own = {each.words: each for each in reversed(list(asked))}
    found = [own_question(each) for each in reversed(own.values())]
    mine = [each for each in found if each.principles]
    words = {each.words for each in mine}
    return (*mine, *(each for each in bank_questions(level) if each.words not in words))


def own_question(asked: Asked) -> Question:
    """Return a question that the user was asked; without a principle where it asks for no story."""
    intent = read_question(asked.question)
    tested: tuple[str, ...] = (asked.principle,) if asked.principle else ()
    if intent.is_behavioural and not tested:
        tested = (intent.principle, *_sure_enough(intent.principles[1:]))
    return Question(
        id=f"asked-{asked.number}",
        text=asked.question,
        words=asked.words,
        principles=tested,
        situations=_sure_enough(intent.situations) if tested else (),
    )


def _sure_enough(likelihoods: Iterable[Likelihood]) -> tuple[str, ...]:
    return tuple(each.id for each in likelihoods if each.probability >= _ALSO_TESTED)


@cache
def neighbours(principle: str) -> tuple[str, ...]:
    """Return the principles that the same questions most often test beside this one."""
    beside = Counter(
        other
        for each in guide.questions()
        if principle in each.principles
        for other in each.principles
        if other != principle
    )
    return tuple(name for name, _ in beside.most_common(_NEIGHBOURS))


def widened(on: Sequence[str]) -> tuple[str, ...]:
    """Return the principles of a drill: one by itself would give each answer away."""
    return (*on, *neighbours(on[0])) if len(on) == 1 else tuple(on)


def next_question(
    all_of_them: Sequence[Question],
    history: Sequence[Drilled],
    number: int,
    on: Sequence[str] = (),
) -> Question | None:
    """Return the next question of round `number`, on the principles `on` or on all; or None."""
    in_round = {same_words(each.question) for each in history if each.round == number}
    last = {same_words(each.question): (turn, each.right) for turn, each in enumerate(history)}
    open_ones = [
        each
        for each in all_of_them
        if each.words not in in_round and (not on or each.principles[0] in on)
    ]
    new = [each for each in open_ones if each.words not in last]
    old = sorted(
        (each for each in open_ones if each.words in last), key=lambda each: last[each.words]
    )
    missed = [each for each in old if not last[each.words][1]]
    known = [each for each in old if last[each.words][1]]
    is_second = len(in_round) % 2 == 1
    order = (*missed, *new, *known) if is_second else (*new, *missed, *known)
    return next(iter(order), None)


def intent_of(question: Question) -> Intent:
    """Return the intent of a question as it is labelled, the first principle weighing most."""
    read = read_question(question.text)
    weights = {name: 1 / place for place, name in enumerate(question.principles, 1)}
    total = sum(weights.values())
    situations = _put(read.situations, dict.fromkeys(question.situations, 1.0))
    principles = _put(read.principles, {name: value / total for name, value in weights.items()})
    return replace(read, behavioural=1.0, principles=principles, situations=situations, asks=())


def _put(likelihoods: Iterable[Likelihood], values: dict[str, float]) -> tuple[Likelihood, ...]:
    found = [replace(each, probability=values.get(each.id, 0.0)) for each in likelihoods]
    return tuple(sorted(found, key=lambda each: -each.probability))


def best_stories(
    question: Question, stories: Sequence[Story], preferences: Preferences = USUAL
) -> tuple[Offer, ...]:
    """Return the stories that fit a question best: one, or some that are equally good."""
    found, known = ranked(intent_of(question), stories, {}, preferences)
    enough = [each for each in found[:3] if each.is_enough]
    return offers((each for each in enough if each.fit >= enough[0].fit - _AS_GOOD), known)


def next_round(history: Sequence[Drilled]) -> int:
    """Return the number of the round that comes after all those begun."""
    return max((each.round for each in history), default=0) + 1


def explained(
    question: Question, stories: Sequence[Story], preferences: Preferences = USUAL
) -> Explained:
    """Explain what is right."""
    read = read_question(question.text)
    # The words speak for what is read first; where that is not what is right they would mislead.
    is_marked = bool(read.words) and read.principle in question.principles
    return Explained(
        question=marked_question(read if is_marked else replace(read, words=())),
        is_marked=is_marked,
        principle=guide.principle(question.principles[0]),
        best=best_stories(question, stories, preferences),
    )
