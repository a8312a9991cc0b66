"""What stands by in a round: another story for each slot, should the planned one be spent."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storyloop.planning.planned import Harm, StandBy
from storyloop.planning.solver import Problem, solve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from storyloop.planning.task import Task


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """Where each story is told: the rounds of its tellings, past and planned, by its number."""

    rounds: dict[int, tuple[int, ...]]
    most: int

    @classmethod
    def of(cls, task: Task, stories: Sequence[int | None]) -> Use:
        """Return the uses of `stories`, one for each slot, and of what was told before."""
        rounds: dict[int, tuple[int, ...]] = {}
        planned = [(s.round, story) for s, story in zip(task.slots, stories, strict=True)]
        for number, story in (*task.told, *planned):
            if story is not None:
                rounds[story] = (*rounds.get(story, ()), number)
        return cls(rounds=rounds, most=task.loop.most_tellings)

    def spent(self, story: int, number: int) -> bool:
        """Tell whether the story has been told as often as it may before round `number`."""
        return sum(n < number for n in self.rounds.get(story, ())) >= self.most

    def harm(self, story: int, number: int) -> tuple[Harm, int | None]:
        """Return what telling the story in round `number` spoils, and the round that suffers."""
        told = self.rounds.get(story, ())
        if number in told:
            return "this-round", None
        later = [n for n in told if n > number]
        if len(told) < self.most or not later:
            return "none", None
        return "later", min(later)

    def heard(self, number: int, people: Sequence[int]) -> frozenset[int]:
        """Return the stories told or planned in the rounds of the same person, this one apart."""
        person = people[number]
        return frozenset(
            story
            for story, rounds in self.rounds.items()
            if any(people[n] == person and n != number for n in rounds)
        )


def spares(task: Task, stories: Sequence[int | None], use: Use) -> list[StandBy | None]:
    """Return a spare for each slot: no primary of its round, and no story twice in a round.

    Of a round, as many slots as possible have a spare; as many of those as possible spoil no later
    round; then they fit as well as can be. A story that is spent by then is no spare.
    """
    found: list[StandBy | None] = [None] * len(task.slots)
    by_round = Counter(slot.round for slot in task.slots)
    for number in by_round:
        places = [n for n, slot in enumerate(task.slots) if slot.round == number]
        own = {stories[n] for n in places}
        shut = task.barred[number] | use.heard(number, task.people)
        able = [
            n
            for n in range(len(task.stories))
            if n not in own and n not in shut and not use.spent(n, number)
        ]
        harmless = frozenset(n for n in able if use.harm(n, number)[0] == "none")
        fits = [task.fits.thousandths(task.slots[n]) for n in places]
        solution = solve(
            Problem(
                fits=[[fit if n in able else 0 for n, fit in enumerate(row)] for row in fits],
                rounds=[number] * len(places),
                people=[number] * len(places),
                tellings=[1] * len(task.stories),
                enough=task.fits.enough,
                preferred=[harmless] * len(places),
            )
        )
        for n, story in zip(places, solution.stories, strict=True):
            if story is not None:
                harm, spoils = use.harm(story, number)
                found[n] = StandBy(
                    choice=task.fits.choice(task.slots[n], story), harm=harm, spoils=spoils
                )
    return found
