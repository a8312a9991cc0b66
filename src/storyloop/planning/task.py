"""A loop made ready to be solved: slots and stories as numbers, with what the user has fixed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from storyloop.planning.loop import ImpossibleLoop, Loop
from storyloop.planning.solver import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from storyloop.planning.fits import Fits
    from storyloop.planning.planned import PlannedRound
    from storyloop.planning.slots import Slot
    from storyloop.story import Story


@dataclass(frozen=True, kw_only=True)
class Task:
    """The `slots` still to come, with the fits of the stories, and the rounds that are `over`."""

    loop: Loop
    slots: tuple[Slot, ...]
    fits: Fits
    over: tuple[PlannedRound, ...] = ()
    preferred: tuple[frozenset[int | None], ...] | None = None

    @property
    def stories(self) -> tuple[Story, ...]:
        """The stories, by number."""
        return self.fits.stories

    @cached_property
    def number(self) -> dict[str, int]:
        """The number of each story, by its id."""
        return {story.id: n for n, story in enumerate(self.stories)}

    @cached_property
    def people(self) -> tuple[int, ...]:
        """Who asks in each round."""
        return self.loop.people()

    @cached_property
    def told(self) -> tuple[tuple[int, int], ...]:
        """What was told in the rounds that are over: (round, story)."""
        return tuple(
            (each.number, self.number[slot.primary.story.id])
            for each in self.over
            for slot in each.slots
            if slot.primary and slot.primary.story.id in self.number
        )

    @cached_property
    def tellings(self) -> list[int]:
        """How many more times each story may be told, pins apart."""
        told = Counter(story for _, story in self.told)
        most = self.loop.most_tellings
        return [max(most - told[n], 0) for n in range(len(self.stories))]

    @cached_property
    def barred(self) -> tuple[frozenset[int], ...]:
        """The stories that may not be told in each round: banned, or that person has heard them."""
        heard: dict[int, set[int]] = {}
        for number, each in enumerate(self.loop.rounds):
            ids = [self.number[name] for name in each.told if name in self.number]
            heard.setdefault(self.people[number], set()).update(ids)
        for number, story in self.told:
            heard[self.people[number]].add(story)
        banned: list[set[int]] = [set() for _ in self.loop.rounds]
        for ban in self.loop.bans:
            if ban.story in self.number:
                for number, stories in enumerate(banned):
                    if ban.round in {None, number}:
                        stories.add(self.number[ban.story])
        return tuple(
            frozenset(stories | heard[self.people[number]]) for number, stories in enumerate(banned)
        )

    @cached_property
    def pinned(self) -> dict[int, int]:
        """The story that the user has pinned to each slot; raise `ImpossibleLoop` for a bad pin.

        A pin in a round that is over, or of a story that was told too often by now, has lapsed.
        """
        over = {each.number for each in self.over}
        found: dict[int, int] = {}
        for pin in self.loop.pins:
            if pin.round in over:
                continue
            story = self._pinnable(pin.story, pin.round)
            open_slots = [
                n
                for n, slot in enumerate(self.slots)
                if (slot.round, slot.asks) == (pin.round, pin.asks) and n not in found
            ]
            if not open_slots:
                if self.over:
                    continue
                message = f"Round {pin.round + 1} does not ask {pin.asks!r}, which has a pin."
                raise ImpossibleLoop(message)
            if not self.over or self.tellings[story]:
                found[open_slots[0]] = story
        self._check(found)
        return found

    def _pinnable(self, story_id: str, number: int) -> int:
        if not 0 <= number < len(self.loop.rounds):
            message = f"There is no round {number + 1} to pin {story_id!r} to."
            raise ImpossibleLoop(message)
        if story_id not in self.number:
            message = f"There is no story {story_id!r} to pin to round {number + 1}."
            raise ImpossibleLoop(message)
        story = self.number[story_id]
        if story in self.barred[number] and not self.over:
            message = (
                f"{story_id!r} is pinned to round {number + 1}, where it is banned or was told."
            )
            raise ImpossibleLoop(message)
        return story

    def _check(self, pinned: Mapping[int, int]) -> None:
        times = Counter(pinned.values())
        heard = Counter((self.people[self.slots[n].round], story) for n, story in pinned.items())
        for story, count in times.items():
            if count > self.tellings[story]:
                message = (
                    f"{self.stories[story].id!r} is pinned {count} times; the loop allows "
                    f"{self.loop.most_tellings} in all."
                )
                raise ImpossibleLoop(message)
        for (_, story), count in heard.items():
            if count > 1:
                message = f"{self.stories[story].id!r} is pinned twice for the same person."
                raise ImpossibleLoop(message)

    def problem(self) -> Problem:
        """Return what is to be solved."""
        pinned = Counter(self.pinned.values())
        return Problem(
            fits=[self.open_fits(n) for n in range(len(self.slots))],
            rounds=[slot.round for slot in self.slots],
            people=[self.people[slot.round] for slot in self.slots],
            tellings=[most - pinned[n] for n, most in enumerate(self.tellings)],
            enough=self.fits.enough,
            fixed=self.pinned,
            preferred=self.preferred,
            clashes=alike(self.stories),
        )

    def open_fits(self, n: int) -> list[int]:
        """Return the fits of slot `n`, 0 for stories that its person must not hear."""
        slot = self.slots[n]
        person = self.people[slot.round]
        spoken_for = {
            story
            for other, story in self.pinned.items()
            if self.people[self.slots[other].round] == person
        }
        shut = self.barred[slot.round] | spoken_for
        fits = self.fits.thousandths(slot)
        return [0 if story in shut else fit for story, fit in enumerate(fits)]


def alike(stories: Sequence[Story]) -> list[frozenset[int]]:
    """Return for each story the others of the same organisation, year or archetype."""
    marks = [_marks(story) for story in stories]
    return [
        frozenset(n for n, other in enumerate(marks) if n != place and mark & other)
        for place, mark in enumerate(marks)
    ]


def _marks(story: Story) -> frozenset[tuple[str, object]]:
    found = {
        ("organisation", story.organisation.casefold()),
        ("year", story.when.year if story.when else ""),
        ("archetype", story.archetype),
    }
    return frozenset(mark for mark in found if mark[1])
