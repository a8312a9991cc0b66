"""How the drills go: the share that was right, what is confused with what, what to practise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import fmean

from storyloop import guide
from storyloop.bank.values import Drilled

_CONFUSED = 6
_OFTEN = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How many of how many answers were right."""

    right: int
    asked: int

    @property
    def percent(self) -> int:
        """The share that was right, in hundredths."""
        return round(100 * self.right / self.asked) if self.asked else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Round(Score):
    """One round: its score, its stories' score, and seconds an answer where a clock ran."""

    number: int
    at: datetime | None
    stories: Score
    seconds: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Practised(Score):
    """The questions that test a principle first of all."""

    principle: guide.Principle


@dataclass(frozen=True, slots=True, kw_only=True)
class Confused:
    """One principle named where it was another."""

    said: guide.Principle
    was: guide.Principle
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress(Score):
    """All that the drills tell; `practise` are the principles to practise next, none for all."""

    rounds: tuple[Round, ...]
    stories: Score
    principles: tuple[Practised, ...]
    confused: tuple[Confused, ...]
    practise: tuple[guide.Principle, ...]


def rounds(history: Sequence[Drilled]) -> tuple[Round, ...]:
    """Return the rounds, the first one first."""
    by_number: dict[int, list[Drilled]] = {}
    for each in history:
        by_number.setdefault(each.round, []).append(each)
    return tuple(_round(number, by_number[number]) for number in sorted(by_number))


def progress(history: Sequence[Drilled]) -> Progress:
    """Return what the answers of all drills tell."""
    practised = _practised(history)
    confused = _confused(history)
    return Progress(
        right=sum(each.right for each in history),
        asked=len(history),
        rounds=rounds(history),
        stories=_stories(history),
        principles=practised,
        confused=confused,
        practise=_practise(practised, confused),
    )


def _round(number: int, told: Sequence[Drilled]) -> Round:
    timed = [each.seconds for each in told if each.seconds is not None]
    return Round(
        number=number,
        at=told[-1].at,
        right=sum(each.right for each in told),
        asked=len(told),
        stories=_stories(told),
        seconds=round(fmean(timed)) if timed else None,
    )


def _stories(told: Sequence[Drilled]) -> Score:
    named = [each.story_right for each in told if each.story_right is not None]
    return Score(right=sum(named), asked=len(named))


def _practised(history: Sequence[Drilled]) -> tuple[Practised, ...]:
    asked = Counter(each.principles[0] for each in history)
    right = Counter(each.principles[0] for each in history if each.right)
    return tuple(
        Practised(principle=each, right=right[each.id], asked=asked[each.id])
        for each in guide.framework().principles
    )


def _confused(history: Sequence[Drilled]) -> tuple[Confused, ...]:
    known = {each.id: each for each in guide.framework().principles}
    pairs = Counter((e.named, e.principles[0]) for e in history if e.named and not e.right)
    found = [
        Confused(said=known[said], was=known[was], times=times)
        for (said, was), times in pairs.most_common()
        if said in known and was in known
    ]
    return tuple(found[:_CONFUSED])


def _practise(
    practised: Sequence[Practised], confused: Sequence[Confused]
) -> tuple[guide.Principle, ...]:
    """Return a pair confused more than once; otherwise the principle missed most, if any is."""
    if confused and confused[0].times >= _OFTEN:
        return (confused[0].was, confused[0].said)
    missed = [each for each in practised if each.right < each.asked]
    # One answer says little: the share is counted as if one more had been right, and one wrong.
    worst = sorted(missed, key=lambda each: (each.right + 1) / (each.asked + 2))
    return tuple(each.principle for each in worst[:1])
