"""Why slots stay open: the smallest sets of slots that compete for too few stories.

From an open slot one goes on to the slots whose stories it could take, to the slots whose stories
these could take, and so on. All slots that are reached compete for the same stories, which are one
too few (Hall 1935); take any of them away, and the others can shift along the way that led there.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from storyloop.planning.fits import question_intent
from storyloop.planning.grid import Grid
from storyloop.planning.loop import listed, round_numbers
from storyloop.planning.planned import LoopGap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from storyloop import guide
    from storyloop.matching.intent import Intent
    from storyloop.planning.slots import Slot
    from storyloop.planning.solver import Problem
    from storyloop.planning.task import Task

_NAMED = 6
_TIMES = ("", "once", "twice", "three times")


def gaps(task: Task, problem: Problem, stories: Sequence[int | None]) -> tuple[LoopGap, ...]:
    """Return a gap for each set of slots that compete; `stories` are those of the best plan."""
    return tuple(_gap(task, problem, slots) for slots in competing(problem, stories))


def competing(problem: Problem, stories: Sequence[int | None]) -> tuple[tuple[int, ...], ...]:
    """Return the minimal sets of slots that cannot all be answered, one for each open slot."""
    allowed = {
        n: [story for story, fit in enumerate(fits) if fit >= problem.enough]
        for n, fits in enumerate(problem.fits)
        if n not in problem.fixed
    }
    grid = Grid(problem.people, problem.tellings, allowed)
    # Whatever differs from the plan gains nothing, so that this best solution is the plan.
    gains = {
        n: {story: int(story == stories[n]) for story in (*found, None)}
        for n, found in allowed.items()
    }
    owner = {column: row for row, column in enumerate(grid.best(gains).face.taken)}
    open_rows = [row for row, n in enumerate(grid.slots) if stories[n] is None]
    return tuple(dict.fromkeys(_reached(grid, owner, row) for row in open_rows))


def _reached(grid: Grid, owner: dict[int, int], start: int) -> tuple[int, ...]:
    reached = [start]
    last = grid.columns - len(grid.slots)  # from here on a column means: left open
    for row in reached:
        for column in grid.rows[row]:
            if column < last and owner[column] not in reached:
                reached.append(owner[column])
    return tuple(sorted(grid.slots[row] for row in reached if row < len(grid.slots)))


def _gap(task: Task, problem: Problem, places: Sequence[int]) -> LoopGap:
    slots = tuple(task.slots[n] for n in places)
    serving = [
        story
        for n, story in enumerate(task.stories)
        if problem.tellings[n] and any(problem.fits[place][n] >= problem.enough for place in places)
    ]
    kind = _archetype(slots)
    asked = listed(list(dict.fromkeys(slot.label for slot in slots)))
    return LoopGap(
        slots=slots,
        stories=tuple(serving),
        sentence=f"{_asking(slots)}, and {_serving(task, places, [s.title for s in serving])}",
        archetype=kind,
        advice=f"Write next: {kind.name}."
        if kind
        else f"Write a story that shows {asked}; it may be of any kind.",
    )


def _asking(slots: Sequence[Slot]) -> str:
    """Return "Rounds 2 and 4 ask Frugality and Think Big"; many slots are only counted."""
    if len(slots) > _NAMED:
        return (
            f"{len(slots)} slots in {round_numbers([s.round for s in slots])} share their stories"
        )
    times = Counter(slot.label for slot in slots)
    named = [f"{label} {_often(n)}" if n > 1 else label for label, n in times.items()]
    rounds = [slot.round for slot in slots]
    said = round_numbers(rounds)
    verb = "asks" if len(set(rounds)) == 1 else "ask"
    if len(set(rounds)) == len(slots) and len(times) == 1 and len(slots) > 1:
        named = [slots[0].label]  # "Rounds 2 and 4 ask Frugality" says already that it is twice
    return f"{said[0].upper()}{said[1:]} {verb} {listed(named)}"


def _often(times: int) -> str:
    return _TIMES[times] if times < len(_TIMES) else f"{times} times"


def _serving(task: Task, places: Sequence[int], titles: Sequence[str]) -> str:
    most = task.loop.most_tellings
    limit = f", told at most {_often(most)}" if most > 1 and titles else ""
    what = "it" if len(places) == 1 else "them"
    if titles:
        count = "one story serves" if len(titles) == 1 else f"{len(titles)} stories serve"
        return f"only {count} {what}{limit}: {listed(titles)}."
    once = any(
        fit >= task.fits.enough for n in places for fit in task.fits.thousandths(task.slots[n])
    )
    if once:
        return f"every story that serves {what} is told, banned or pinned elsewhere."
    return f"no story serves {what}."


def _archetype(slots: Sequence[Slot]) -> guide.Archetype | None:
    """Return the kind of story that serves the slots most, None if none lists what they ask."""
    from storyloop.matching.match import archetype_for

    intent = _mean([each for slot in slots for each in _intents(slot)])
    kind = archetype_for(intent)
    tested = {each.id for each in (*intent.principles, *intent.situations) if each.probability}
    return kind if tested & {*kind.principles, *kind.situations} else None


def _intents(slot: Slot) -> Iterator[Intent]:
    from storyloop import guide
    from storyloop.matching.interpret import of_principle

    if slot.principle:
        for name in guide.principle(slot.principle).like or (slot.principle,):
            yield of_principle(name)
    else:
        yield question_intent(slot.question)


def _mean(intents: Sequence[Intent]) -> Intent:
    """Return an intent whose likelihoods are the sums of all."""
    principles: Counter[str] = Counter()
    situations: Counter[str] = Counter()
    for intent in intents:
        principles.update({each.id: each.probability for each in intent.principles})
        situations.update({each.id: each.probability for each in intent.situations})
    first = intents[0]
    return replace(
        first,
        principles=tuple(replace(e, probability=principles[e.id]) for e in first.principles),
        situations=tuple(replace(e, probability=situations[e.id]) for e in first.situations),
    )
