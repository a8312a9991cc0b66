"""If something else is asked: which story then, without spoiling the rounds to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storyloop import guide
from storyloop.planning.fits import in_thousandths
from storyloop.planning.planned import Branch, StandBy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from storyloop.planning.spares import Use
    from storyloop.planning.task import Task

_HARMS = ("none", "this-round", "later")


def branches(
    task: Task,
    number: int,
    stories: Sequence[int | None],
    standing_by: Sequence[StandBy | None],
    use: Use,
) -> tuple[Branch, ...]:
    """Return a branch for each principle of the framework that round `number` is not to ask.

    `stories` and `standing_by` are the primary and the spare of each slot. Best is a story that is
    planned for nothing else; then one of this round, whose own slot it then stands in for; then one
    of a later round that loses least when it falls back on its spare.
    """
    asked = {slot.principle for slot in task.slots if slot.round == number}
    shut = task.barred[number] | use.heard(number, task.people)
    order = {
        n: (_HARMS.index(use.harm(n, number)[0]), _loss(task, n, number, stories, standing_by))
        for n in range(len(task.stories))
        if n not in shut and not use.spent(n, number)
    }
    return tuple(
        _branch(task, principle, number, order, use)
        for principle in guide.framework(task.loop.framework).principles
        if principle.id not in asked
    )


def _branch(
    task: Task,
    principle: guide.Principle,
    number: int,
    order: dict[int, tuple[int, int]],
    use: Use,
) -> Branch:
    fits = [in_thousandths(match.fit) for match in task.fits.of_principle(principle.id)]
    fitting = [(*order[n], -fits[n], n) for n in order if fits[n] >= task.fits.enough]
    if not fitting:
        return Branch(principle=principle, story=None)
    *_, best = min(fitting)
    harm, spoils = use.harm(best, number)
    choice = task.fits.choice_for(principle.id, best)
    return Branch(principle=principle, story=StandBy(choice=choice, harm=harm, spoils=spoils))


def _loss(
    task: Task,
    story: int,
    number: int,
    stories: Sequence[int | None],
    standing_by: Sequence[StandBy | None],
) -> int:
    """Return by how much the later slots of a story get worse, in thousandths, without it."""
    lost = 0
    for n, slot in enumerate(task.slots):
        if stories[n] == story and slot.round > number:
            spare = standing_by[n]
            instead = spare.choice.fit if spare and spare.harm == "none" else 0
            lost += task.fits.thousandths(slot)[story] - in_thousandths(instead)
    return lost
