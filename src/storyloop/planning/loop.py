"""An interview loop as a value: who asks, what they are known to ask, and what the user has fixed.

Rounds are numbered from 0 here; texts for people count them from 1.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from storyloop import guide

MINUTES = 45


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One interview: an interviewer by name, or by kind alone, and what will be asked.

    No `principles` and no `questions` means that what will be asked is unknown; `guessed` that the
    principles are the user's guess. Each principle gets `questions_per_principle` questions;
    `questions` are known word for word. `told` are the ids of stories that this person has heard.
    """

    interviewer: str = ""
    kind: str = ""
    minutes: int = MINUTES
    principles: tuple[str, ...] = ()
    guessed: bool = False
    questions_per_principle: int = 1
    questions: tuple[str, ...] = ()
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """The user's will: in this round, `story` answers what is asked (a principle or a question).

    Where the same is asked twice in a round, the first pin holds for the first time it is asked.
    """

    round: int
    asks: str
    story: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ban:
    """The user's will: `story` is not told in this round, or in none where `round` is None."""

    story: str
    round: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Loop:
    """A day of interviews. No story is told more than `most_tellings` times in it."""

    rounds: tuple[Round, ...]
    employer: str = ""
    date: dt.date | None = None
    role: str = ""
    framework: str = guide.DEFAULT_FRAMEWORK
    most_tellings: int = 1
    pins: tuple[Pin, ...] = ()
    bans: tuple[Ban, ...] = ()

    def name_of(self, number: int) -> str:
        """Return what to call round `number`: "Round 2, Mei Tan (bar raiser)"."""
        who, kind = self.rounds[number].interviewer, self.rounds[number].kind
        said = f"{who} ({kind})" if who and kind else who or kind
        return f"Round {number + 1}" + (f", {said}" if said else "")

    def people(self) -> tuple[int, ...]:
        """Return for each round the number of the first round with the same interviewer.

        Only a name tells that it is the same person: two peers are two people.
        """
        first: dict[str, int] = {}
        found = []
        for number, each in enumerate(self.rounds):
            name = " ".join(each.interviewer.casefold().split())
            found.append(first.setdefault(name, number) if name else number)
        return tuple(found)


def of_template(template: guide.LoopTemplate) -> Loop:
    """Return a usual loop as one's own, to be filled in."""
    return Loop(
        rounds=tuple(
            Round(
                kind=each.kind,
                minutes=each.minutes,
                principles=each.principles,
                guessed=each.guessed,
            )
            for each in template.rounds
        )
    )


def in_framework(loop: Loop, framework_id: str) -> Loop:
    """Return a loop that asks by another framework: of its principles, those that are in it."""
    known = {each.id for each in guide.framework(framework_id).principles}
    rounds = (
        replace(each, principles=tuple(name for name in each.principles if name in known))
        for each in loop.rounds
    )
    return replace(loop, framework=framework_id, rounds=tuple(rounds))


def story_ids(loop: Loop) -> tuple[str, ...]:
    """Return the ids of all stories that the loop names: told, pinned or banned."""
    told = [name for each in loop.rounds for name in each.told]
    named = [*told, *(pin.story for pin in loop.pins), *(ban.story for ban in loop.bans)]
    return tuple(dict.fromkeys(named))


class ImpossibleLoop(ValueError):
    """What the user has fixed cannot hold, or names what is not there; its text says which."""


def round_numbers(numbers: Sequence[int]) -> str:
    """Return "round 2" or "rounds 2, 3 and 5" for rounds counted from 0, each named once."""
    said = [str(number + 1) for number in sorted(set(numbers))]
    return f"round{'s' * (len(said) > 1)} {listed(said)}"


def listed(names: Sequence[str]) -> str:
    """Return "A", "A and B" or "A, B and C"."""
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last
