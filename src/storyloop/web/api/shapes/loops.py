"""Loops: as they are written and held, their day, and their plan."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from storyloop import guide
from storyloop.planning.loop import MINUTES
from storyloop.web.api.shapes import Address, Answer, Given, Taken, example
from storyloop.web.api.shapes.fields import (
    AnyId,
    Day,
    FrameworkId,
    Moment,
    NewId,
    PrincipleId,
    Revision,
)

_MOST_ROUNDS = 20
_Name = Annotated[str, Field(max_length=200)]
_Asked = Annotated[str, Field(max_length=1_000)]
_Stories = Annotated[list[AnyId], Field(max_length=100)]
# Rounds count from 1, as people count them.
_RoundNumber = Annotated[int, Field(ge=1, le=_MOST_ROUNDS, examples=[1])]


class Round(Taken):
    """One interview, with the keys of a loop file."""

    interviewer: _Name = ""
    kind: _Name = Field(default="", examples=["hiring manager"])
    minutes: int = Field(default=MINUTES, ge=5, le=600)
    principles: list[PrincipleId] = Field(default=[], max_length=20)
    guessed: bool = False
    questions_per_principle: int = Field(default=1, ge=1, le=5)
    questions: list[_Asked] = Field(default=[], max_length=20)
    told: _Stories = Field(default=[], description="Stories that this person has heard already.")
    never: _Stories = Field(default=[], description="Stories not to be told in this round.")
    pins: dict[_Asked, _Stories] = Field(
        default={}, description="What is asked, and the stories that you chose for it."
    )


class Loop(Taken):
    """A day of interviews, with the keys of a loop file."""

    employer: _Name = Field(default="", examples=["Larch"])
    date: Day | None = None
    role: _Name = ""
    framework: FrameworkId = guide.DEFAULT_FRAMEWORK
    most_tellings: int = Field(default=1, ge=1, le=_MOST_ROUNDS)
    never: _Stories = Field(default=[], description="Stories not to be told at all.")
    rounds: list[Round] = Field(min_length=1, max_length=_MOST_ROUNDS)


class LoopToAdd(Taken):
    """A new loop. Without an `id` it gets one that is made from its employer."""

    model_config = example(
        {"loop": {"employer": "Larch", "rounds": [{"kind": "peer", "principles": ["ownership"]}]}}
    )

    id: NewId | None = None
    loop: Loop


class LoopToSave(Taken):
    """A whole loop in place of the one that is at revision `base`."""

    model_config = example(
        {
            "base": 1,
            "loop": {
                "employer": "Larch",
                "rounds": [{"kind": "peer", "principles": ["ownership"]}],
            },
        }
    )

    base: Revision
    loop: Loop


class ToPin(Taken):
    """The story that answers what is asked in a round, a principle or a question."""

    model_config = example({"base": 1, "round": 1, "asks": "ownership", "story": "payee-names"})

    base: Revision
    round: _RoundNumber
    asks: _Asked = Field(examples=["ownership"])
    story: AnyId
    instead_of: AnyId | None = Field(default=None, description="The story pinned there so far.")


class ToUnpin(Taken):
    """A pin to take back."""

    model_config = example({"base": 1, "round": 1, "asks": "ownership", "story": "payee-names"})

    base: Revision
    round: _RoundNumber
    asks: _Asked
    story: AnyId


class ToBan(Taken):
    """A story that is not to be told in a round, or in none where `round` is null."""

    model_config = example({"base": 1, "story": "payee-names", "round": 1})

    base: Revision
    story: AnyId
    round: _RoundNumber | None = None


class Heard(Taken):
    """What became known of a round; `came_up` are principles or questions.

    `told` are the stories told there, and null while the round is yet to come.
    """

    round: _RoundNumber
    told: _Stories | None = None
    came_up: list[_Asked] = Field(default=[], max_length=20)


class ToReplan(Taken):
    """What became known at one time; the loop is planned anew after it."""

    model_config = example(
        {"base": 1, "heard": [{"round": 1, "told": ["payee-names"], "came_up": ["ownership"]}]}
    )

    base: Revision
    heard: list[Heard] = Field(min_length=1, max_length=_MOST_ROUNDS)


class Base(Taken):
    """The revision that is current."""

    model_config = example({"base": 1})

    base: Revision


class LoopSummary(Given):
    """What a list says of a loop."""

    id: str
    employer: str
    date: Day | None
    role: str
    rounds: int
    revision: int
    saved_at: Moment
    removed_at: Moment | None


class LoopList(Answer):
    """Loops, each in brief."""

    loops: list[LoopSummary]


class HeldLoop(Answer):
    """A loop as the bank holds it, and what happened on the day, step by step."""

    id: str
    loop: Loop
    day: list[list[Heard]]
    revision: int
    saved_at: Moment
    removed_at: Moment | None


class LoopSearch(Address):
    """Which loops are listed."""

    removed: bool = Field(default=False, description="List the removed loops instead.")
