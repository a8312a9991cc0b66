"""The values of a loop plan: who is told what, what stands by, and what stays open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from storyloop import guide
from storyloop.planning.loop import Loop
from storyloop.planning.slots import Slot
from storyloop.story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A story for a slot: how well it fits, from 0 to 1, why, and the sentence to open it with.

    `weak` says that it fits less than a story should, and stands here only by the user's will.
    """

    story: Story
    fit: float
    reasons: tuple[str, ...]
    opening: str
    pinned: bool = False
    weak: bool = False


Harm = Literal["none", "this-round", "later"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StandBy:
    """A story that is not planned for here but could be told, and what that would spoil.

    `harm` is "this-round" where the story is planned for something else in the same round, and
    "later" where it is planned for a round to come: `spoils` is then the number of that round.
    """

    choice: Choice
    harm: Harm = "none"
    spoils: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSlot:
    """A slot with its story and its spare; None where there is none."""

    slot: Slot
    primary: Choice | None
    spare: StandBy | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """What to tell if `principle` is asked, though the round is not expected to; None: nothing."""

    principle: guide.Principle
    story: StandBy | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRound:
    """A round: what it is called, its slots and its branches. Of a round that is over only slots.

    The primaries of a round that is over are what was told there.
    """

    number: int
    name: str
    slots: tuple[PlannedSlot, ...]
    branches: tuple[Branch, ...] = ()
    over: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LoopGap:
    """Slots that compete for too few stories: without any one of them the rest can be answered.

    `stories` are all that serve them, one too few. `sentence` says so, `advice` what to write;
    `archetype` is the kind of story that would help most, None where no kind shows what is asked.
    """

    slots: tuple[Slot, ...]
    stories: tuple[Story, ...]
    sentence: str
    archetype: guide.Archetype | None
    advice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """What a plan is worth, in the order that counts; fits from 0 to 1, of the rounds to come.

    `answered` of `slots` slots, the `weakest` fit among them (None without any), the `total` of
    their fits, and the pairs within a round that are `alike`: organisation, year or archetype.
    """

    answered: int
    slots: int
    weakest: float | None
    total: float
    alike: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The plan of a loop. `optimal` says that it is proved best.

    `assumption` is what was assumed of unknown rounds, or ""; `changed` the places (round, slot) of
    the slots that have another story than in the plan that this one was made from.
    """

    loop: Loop
    rounds: tuple[PlannedRound, ...]
    gaps: tuple[LoopGap, ...]
    worth: Worth
    optimal: bool
    assumption: str = ""
    changed: tuple[tuple[int, int], ...] = ()
