"""The plan of a loop: which story to tell in which round."""

from __future__ import annotations

from typing import Literal

from storyloop.web.api.shapes import Address, Answer, Given
from storyloop.web.api.shapes.fields import Day, Samples
from storyloop.web.api.shapes.planning import Counted


class PlanOptions(Address):
    """Which stories a plan may use."""

    samples: Samples = False


class PlannedLoop(Given):
    """The loop that the plan is for."""

    employer: str
    date: Day | None
    role: str
    framework: str
    most_tellings: int


class Choice(Given):
    """A story for a slot."""

    story: str
    title: str
    fit: float
    reasons: list[str]
    opening: str
    pinned: bool
    weak: bool


class StandBy(Given):
    """A story that could be told instead, and what that would spoil."""

    story: str
    title: str
    fit: float
    reasons: list[str]
    opening: str
    harm: Literal["none", "this-round", "later"]
    spoils: int | None


class Slot(Given):
    """A time that a story is wanted: for a principle or for a question."""

    principle: str | None
    question: str | None
    guessed: bool


class PlannedSlot(Slot):
    """A slot with its story and its spare."""

    primary: Choice | None
    spare: StandBy | None


class Branch(Given):
    """What to tell if a principle comes up that the round is not expected to ask."""

    principle: str
    story: StandBy | None


class PlannedRound(Given):
    """A round of the plan."""

    round: int
    name: str
    interviewer: str
    kind: str
    minutes: int
    over: bool
    slots: list[PlannedSlot]
    branches: list[Branch]


class GapSlot(Slot):
    """A slot that competes for too few stories."""

    round: int


class Gap(Given):
    """Slots that compete for too few stories, in words, and the kind of story that helps."""

    slots: list[GapSlot]
    stories: list[str]
    sentence: str
    archetype: str | None
    advice: str


class Place(Given):
    """A slot by its round and its place in it, both from 1."""

    round: int
    slot: int


class Plan(Answer):
    """Which story to tell in which round.

    `impossible` says which pins cannot hold and are left out, `lapsed` lists the stories that the
    loop names and that do not count now.
    """

    counted: Counted
    loop: PlannedLoop
    optimal: bool
    answered: int
    slots: int
    weakest: float | None
    total: float
    alike: int
    assumption: str
    rounds: list[PlannedRound]
    gaps: list[Gap]
    changed: list[Place]
    impossible: str | None
    lapsed: list[str]
