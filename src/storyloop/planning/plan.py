"""Which story to tell in which round of a loop, proved best, with what stands by and what is open.

The order of what makes a plan better: more slots answered by a story that fits well enough, the
weakest of them stronger, a greater total fit, more varied rounds, and then earlier ids in earlier
slots. No story is told more often than the loop allows, nor twice to one person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from storyloop.planning.branches import branches
from storyloop.planning.fits import Fits
from storyloop.planning.gaps import gaps
from storyloop.planning.planned import Plan, PlannedRound, PlannedSlot, Worth
from storyloop.planning.slots import assumption, slots_of
from storyloop.planning.solver import UNIT, solve
from storyloop.planning.spares import Use, spares
from storyloop.planning.task import Task

if TYPE_CHECKING:
    from collections.abc import Sequence

    from storyloop.planning.loop import Loop
    from storyloop.planning.solver import Problem, Solution
    from storyloop.story import Story


def plan(loop: Loop, stories: Sequence[Story]) -> Plan:
    """Return the best plan of `loop`; raise `ImpossibleLoop` where the user's pins cannot hold."""
    return planned(Task(loop=loop, slots=slots_of(loop), fits=Fits(stories)))


def planned(task: Task) -> Plan:
    """Return the best plan of a task; raise `ImpossibleLoop` where the user's pins cannot hold."""
    problem = task.problem()
    solution = solve(problem)
    use = Use.of(task, solution.stories)
    standing_by = spares(task, solution.stories, use)
    slots = [
        PlannedSlot(
            slot=slot,
            primary=None
            if story is None
            else task.fits.choice(slot, story, pinned=n in task.pinned),
            spare=standing_by[n],
        )
        for n, (slot, story) in enumerate(zip(task.slots, solution.stories, strict=True))
    ]
    over = {each.number: each for each in task.over}
    rounds = tuple(
        over.get(number)
        or PlannedRound(
            number=number,
            name=task.loop.name_of(number),
            slots=tuple(each for each in slots if each.slot.round == number),
            branches=branches(task, number, solution.stories, standing_by, use),
        )
        for number in range(len(task.loop.rounds))
    )
    return Plan(
        loop=task.loop,
        rounds=rounds,
        gaps=gaps(task, problem, solution.stories),
        worth=_worth(task, problem, solution),
        optimal=solution.optimal,
        assumption=assumption(task.loop),
    )


def _worth(task: Task, problem: Problem, solution: Solution) -> Worth:
    """Return the worth of a solution, pinned stories included where they fit well enough."""
    fits = [
        task.fits.thousandths(slot)[story]
        for slot, story in zip(task.slots, solution.stories, strict=True)
        if story is not None
    ]
    enough = [fit for fit in fits if fit >= problem.enough]
    return Worth(
        answered=len(enough),
        slots=len(task.slots),
        weakest=min(enough) / UNIT if enough else None,
        total=sum(enough) / UNIT,
        alike=solution.clashes,
    )
