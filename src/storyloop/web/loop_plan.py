"""The plan of a loop as its page shows it: pins, bans and what happened on the day put in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from storyloop.planning import ImpossibleLoop, plan, replan
from storyloop.planning.fits import Fits
from storyloop.planning.slots import slots_of
from storyloop.web.loop_changes import with_pin

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from storyloop import guide
    from storyloop.bank.values import Step
    from storyloop.planning import Loop, Pin, Plan
    from storyloop.planning.planned import Branch, PlannedRound, PlannedSlot, StandBy
    from storyloop.story import Story

# Options in the choice of a story, so that a large bank does not make a page of nothing else.
_OFFERED = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A story that can be told for a slot, and its fit in hundredths."""

    story: Story
    percent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotCard:
    """A slot on the page. `can_pin` is False where the slot came up on the day only.

    `fitting` and `weaker` are the stories that can be pinned, those that fit and the others.
    """

    planned: PlannedSlot
    percent: int
    spare_percent: int
    is_changed: bool
    can_pin: bool
    fitting: tuple[Option, ...]
    weaker: tuple[Option, ...]

    @property
    def pinned(self) -> str:
        """The id of the story that is pinned here, or ""."""
        primary = self.planned.primary
        return primary.story.id if primary and primary.pinned else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Otherwise:
    """A story to tell if any of `principles` is asked instead; None: there is none."""

    story: StandBy | None
    principles: tuple[guide.Principle, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundColumn:
    """A round on the page; `tellable` are the stories likely told there, planned ones first."""

    planned: PlannedRound
    minutes: int
    cards: tuple[SlotCard, ...]
    otherwise: tuple[Otherwise, ...]
    tellable: tuple[Story, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LoopPage:
    """A plan as it is shown.

    `lapsed` are the ids of stories that the loop names and that do not count now; `impossible` says
    why the pins could not hold and are left out, or is "".
    """

    plan: Plan
    columns: tuple[RoundColumn, ...]
    lapsed: tuple[str, ...]
    impossible: str

    @property
    def gaps(self) -> tuple[tuple[str, tuple[guide.Archetype, ...], str], ...]:
        """The gaps: the sentence, the kinds of story to write, the advice where there is no kind.

        Where many slots compete for the same stories, one sentence says so of all of them.
        """
        kinds: dict[str, dict[str, guide.Archetype]] = {}
        for gap in self.plan.gaps:
            found = kinds.setdefault(gap.sentence, {})
            if gap.archetype:
                found[gap.archetype.id] = gap.archetype
        advice = {gap.sentence: gap.advice for gap in self.plan.gaps}
        return tuple((said, tuple(kinds[said].values()), advice[said]) for said in kinds)

    @property
    def is_over(self) -> bool:
        """Whether no round is left."""
        return all(each.planned.over for each in self.columns)


@lru_cache(maxsize=32)
def loop_page(loop: Loop, day: tuple[Step, ...], stories: tuple[Story, ...]) -> LoopPage:
    """Return the plan of `loop` after its `day` so far, from `stories`."""
    known = {story.id for story in stories}
    pins = tuple(each for each in loop.pins if each.story in known)
    told = [s for step in day for each in step for s in each.told or ()]
    named = [*(pin.story for pin in loop.pins), *(ban.story for ban in loop.bans), *told]
    impossible = ""
    try:
        found = planned_day(replace(loop, pins=pins), day, stories)
    except ImpossibleLoop as error:
        impossible = str(error)
        found = planned_day(replace(loop, pins=()), day, stories)
    fits = Fits(stories)
    asked = {(slot.round, slot.asks) for slot in slots_of(loop)}
    return LoopPage(
        plan=found,
        columns=tuple(_column(each, found, fits, asked) for each in found.rounds),
        lapsed=tuple(dict.fromkeys(each for each in named if each not in known)),
        impossible=impossible,
    )


@lru_cache(maxsize=32)
def planned_day(loop: Loop, day: tuple[Step, ...], stories: tuple[Story, ...]) -> Plan:
    """Return the plan made anew after each step of the day; raise `ImpossibleLoop`."""
    known = {story.id for story in stories}
    found = plan(loop, stories)
    for step in day:
        told = {
            each.round: [s for s in each.told if s in known]
            for each in step
            if each.told is not None
        }
        came_up = {each.round: each.came_up for each in step if each.came_up}
        found = replan(_with_pins_for(found, step), stories, told=told, came_up=came_up)
    return found


def pinned(
    loop: Loop, day: tuple[Step, ...], stories: tuple[Story, ...], pin: Pin, *, was: str = ""
) -> Loop:
    """Return the loop with `pin` in place of the pin of `was`; what stands in its way gives way.

    Raise `ImpossibleLoop` where it cannot hold all the same.
    """
    refused = ImpossibleLoop("That story is not among those counted.")
    for changed in with_pin(loop, pin, was=was) if pin.story in {s.id for s in stories} else ():
        try:
            planned_day(changed, day, stories)
        except ImpossibleLoop as error:
            refused = error
        else:
            return changed
    raise refused


def _with_pins_for(found: Plan, step: Step) -> Plan:
    """Return a plan without the pins of guesses that may turn out wrong at `step`."""
    doubtful = {each.round for each in step if each.came_up}
    held = {
        (each.number, slot.slot.asks)
        for each in found.rounds
        for slot in each.slots
        if not (slot.slot.guessed and each.number in doubtful)
    }
    pins = tuple(pin for pin in found.loop.pins if (pin.round, pin.asks) in held)
    return replace(found, loop=replace(found.loop, pins=pins))


def _column(
    each: PlannedRound, found: Plan, fits: Fits, asked: set[tuple[int, str]]
) -> RoundColumn:
    cards = tuple(
        _card(slot, fits, asked, is_changed=(each.number, place) in found.changed, over=each.over)
        for place, slot in enumerate(each.slots)
    )
    primaries = [slot.primary.story for slot in each.slots if slot.primary]
    spares = [slot.spare.choice.story for slot in each.slots if slot.spare]
    return RoundColumn(
        planned=each,
        minutes=found.loop.rounds[each.number].minutes,
        cards=cards,
        otherwise=_otherwise(each.branches),
        tellable=tuple(dict.fromkeys([*primaries, *spares])),
    )


def _card(
    planned: PlannedSlot,
    fits: Fits,
    asked: set[tuple[int, str]],
    *,
    is_changed: bool,
    over: bool,
) -> SlotCard:
    can_pin = not over and (planned.slot.round, planned.slot.asks) in asked
    options = list(_options(planned, fits)) if can_pin else []
    return SlotCard(
        planned=planned,
        percent=round(100 * planned.primary.fit) if planned.primary else 0,
        spare_percent=round(100 * planned.spare.choice.fit) if planned.spare else 0,
        is_changed=is_changed,
        can_pin=can_pin,
        fitting=tuple(option for is_enough, option in options if is_enough),
        weaker=tuple(option for is_enough, option in options if not is_enough),
    )


def _options(planned: PlannedSlot, fits: Fits) -> Iterator[tuple[bool, Option]]:
    """Give the stories, best first, and whether each fits; the one that stands here among them."""
    here = planned.primary.story.id if planned.primary else ""
    best = sorted(fits.of(planned.slot), key=lambda match: -match.fit)
    for place, match in enumerate(best):
        if place < _OFFERED or match.story.id == here:
            yield match.is_enough, Option(story=match.story, percent=round(100 * match.fit))


def _otherwise(branches: Sequence[Branch]) -> tuple[Otherwise, ...]:
    """Return the branches by the story told, those without a story last."""
    by_story: dict[str, list[Branch]] = {}
    for each in branches:
        by_story.setdefault(each.story.choice.story.id if each.story else "", []).append(each)
    found = [
        Otherwise(story=each[0].story, principles=tuple(branch.principle for branch in each))
        for each in by_story.values()
    ]
    return tuple(sorted(found, key=lambda each: each.story is None))
