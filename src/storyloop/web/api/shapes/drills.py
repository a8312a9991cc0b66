"""Drills: the next question, an answer, and how they go."""

from __future__ import annotations

from pydantic import Field

from storyloop.web.api.shapes import Address, Answer, Given, Taken, example
from storyloop.web.api.shapes.fields import AnyId, DefaultPrincipleId, Moment, Samples
from storyloop.web.drill import LONGEST, ROUND


class DrillOptions(Address):
    """What a round is about."""

    on: list[DefaultPrincipleId] = Field(
        default=[], max_length=50, description="Questions on these principles only."
    )


class DrillQuestion(Given):
    """A question to answer: say what it tests, and which story you would tell."""

    id: str
    text: str


class Drilled(Given):
    """An answer, with what was right: the principles that are tested, and the best stories.

    `story_right` is null where no story was named or none fits.
    """

    round: int
    place: int
    question: str
    principles: list[str]
    named: str | None
    story: str | None
    best: list[str]
    right: bool
    story_right: bool | None
    seconds: int | None
    at: Moment


class DrillRound(Answer):
    """A round: its answers so far, and the next question, null when it is over."""

    round: int
    size: int
    answers: list[Drilled]
    question: DrillQuestion | None


class DrillAnswer(Taken):
    """An answer to a question of the drill; what is not named counts as not known."""

    model_config = example({"place": 1, "question": "06ab3d19", "named": "ownership", "seconds": 8})

    place: int = Field(ge=1, le=ROUND)
    question: str = Field(max_length=60, description="The question's id.")
    named: DefaultPrincipleId | None = None
    story: AnyId | None = None
    seconds: int | None = Field(default=None, ge=0, le=LONGEST)
    samples: Samples = False


class OneDrilled(Answer):
    """An answer that was kept."""

    answer: Drilled


class Score(Given):
    """How many of how many answers were right."""

    right: int
    asked: int


class RoundScore(Score):
    """A round: its score, its stories' score, and the seconds an answer where a clock ran."""

    round: int
    at: Moment
    stories: Score
    seconds: int | None


class Practised(Score):
    """The questions that test a principle first of all."""

    principle: str


class Confused(Given):
    """A principle that was named where it was another."""

    said: str
    was: str
    times: int


class Progress(Score, Answer):
    """How the drills go; `practise` are the principles to practise next, `next` the next round."""

    next: int
    stories: Score
    rounds: list[RoundScore]
    principles: list[Practised]
    confused: list[Confused]
    practise: list[str]


class Count(Answer):
    """How many answers were removed, or are back."""

    answers: int
