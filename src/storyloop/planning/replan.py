"""A new plan during the day: what was told is told, and as little as possible changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from storyloop import guide
from storyloop.planning.fits import Fits
from storyloop.planning.loop import ImpossibleLoop
from storyloop.planning.plan import planned
from storyloop.planning.planned import Plan, PlannedRound, PlannedSlot
from storyloop.planning.slots import Slot
from storyloop.planning.task import Task
from storyloop.story import Story

Said = Mapping[int, Sequence[str]]


def replan(
    plan: Plan, stories: Sequence[Story], *, told: Said, came_up: Said | None = None
) -> Plan:
    """Return the plan of the rounds that are left.

    `told` holds, by the number of each round that is over now, the ids of the stories told there
    (none, perhaps). `came_up` holds, by round, principle ids or questions: in a round that is over,
    what was asked beyond the plan; in one to come, what will be asked as is now known, which takes
    the place of a guess where there is one. As many slots are answered as can be; then as few as
    possible get another story than before; the rest of the order is that of `plan`. Raise
    `ImpossibleLoop` for a story or a round that is not there.
    """
    came_up = came_up or {}
    fits = Fits(stories)
    _check(plan, fits, told, came_up)
    over = tuple(
        _over(each, told[each.number], came_up.get(each.number, ()), fits)
        if each.number in told
        else each
        for each in plan.rounds
        if each.over or each.number in told
    )
    done = {each.number for each in over}
    left = [
        each
        for planned_round in plan.rounds
        if planned_round.number not in done
        for each in _now_known(planned_round, came_up.get(planned_round.number, ()))
    ]
    numbers = {story.id: n for n, story in enumerate(fits.stories)}
    task = Task(
        loop=plan.loop,
        slots=tuple(each.slot for each in left),
        fits=fits,
        over=over,
        preferred=tuple(frozenset({_before(each, numbers)}) for each in left),
    )
    found = planned(task)
    return replace(found, changed=_changed(left, found))


def _check(plan: Plan, fits: Fits, told: Said, came_up: Said) -> None:
    known = {story.id for story in fits.stories}
    for number in (*told, *came_up):
        if not 0 <= number < len(plan.rounds):
            message = f"There is no round {number + 1}; there are {len(plan.rounds)}."
            raise ImpossibleLoop(message)
    for number, ids in told.items():
        for each in ids:
            if each not in known:
                message = f"There is no story {each!r}, said to be told in round {number + 1}."
                raise ImpossibleLoop(message)


def _over(
    before: PlannedRound, told: Sequence[str], came_up: Sequence[str], fits: Fits
) -> PlannedRound:
    """Return a round as it went: a slot for each story told, with what it most likely answered."""
    unplanned = iter([_slot(before.number, asks) for asks in came_up])
    open_slots = [each for each in before.slots if not _is(each, told)]
    found = []
    for story_id in told:
        number = next(n for n, story in enumerate(fits.stories) if story.id == story_id)
        slot = next((each.slot for each in before.slots if _is(each, [story_id])), None)
        slot = slot or next(unplanned, None)
        if slot is None and open_slots:
            open_slots.sort(key=lambda each: not _is_spare(each, story_id))
            slot = open_slots.pop(0).slot
        choice = fits.choice(slot or Slot(round=before.number), number)
        found.append(
            PlannedSlot(slot=slot or Slot(round=before.number), primary=choice, spare=None)
        )
    return replace(before, slots=tuple(found), branches=(), over=True)


def _is(each: PlannedSlot, ids: Sequence[str]) -> bool:
    return each.primary is not None and each.primary.story.id in ids


def _is_spare(each: PlannedSlot, story_id: str) -> bool:
    return each.spare is not None and each.spare.choice.story.id == story_id


def _slot(number: int, asks: str) -> Slot:
    if asks in guide.vocabulary().principles:
        return Slot(round=number, principle=asks)
    return Slot(round=number, question=asks)


def _now_known(before: PlannedRound, came_up: Sequence[str]) -> list[PlannedSlot]:
    """Return the slots of a round to come, with what is now known to be asked there."""
    found = list(before.slots)
    for asks in came_up:
        new = _slot(before.number, asks)
        same = [n for n, each in enumerate(found) if each.slot.asks == new.asks]
        guesses = [n for n, each in enumerate(found) if each.slot.guessed]
        if same:
            found[same[0]] = replace(found[same[0]], slot=replace(new, guessed=False))
        elif guesses:
            found[guesses[-1]] = PlannedSlot(slot=new, primary=None, spare=None)
        else:
            found.append(PlannedSlot(slot=new, primary=None, spare=None))
    return found


def _before(each: PlannedSlot, numbers: Mapping[str, int]) -> int | None:
    return numbers.get(each.primary.story.id) if each.primary else None


def _changed(before: Sequence[PlannedSlot], now: Plan) -> tuple[tuple[int, int], ...]:
    """Return (round, slot) of the slots that have another story than before."""
    places = [
        (each.number, place, slot)
        for each in now.rounds
        if not each.over
        for place, slot in enumerate(each.slots)
    ]
    return tuple(
        (number, place)
        for (number, place, slot), old in zip(places, before, strict=True)
        if (slot.primary and slot.primary.story.id) != (old.primary and old.primary.story.id)
    )
