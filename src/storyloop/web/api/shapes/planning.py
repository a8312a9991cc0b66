"""Coverage, preparation and readiness."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from storyloop.story.model import Part, Standing
from storyloop.web.api.shapes import Address, Answer, Given, Taken, example
from storyloop.web.api.shapes.fields import (
    AnyId,
    FrameworkId,
    Question,
    Said,
    Samples,
    SituationId,
)

_MOST_LOOPS = 10_000
Fewest = Annotated[bool, Field(description="Tell the fewest stories that cover it.")]


class Counted(Given):
    """How many stories of one's own, and how many samples, count."""

    own: int
    samples: int


class ToCover(Address):
    """Whose principles are asked for."""

    framework: FrameworkId | None = Field(default=None, description="As you set it otherwise.")
    samples: Samples = False


class Need(Given):
    """A situation or principle with the stories that cover it, best first."""

    id: str
    name: str
    stories: list[str]


class Uncovered(Given):
    """What has no story."""

    kind: Literal["situation", "principle"]
    id: str


class Fragile(Uncovered):
    """What hangs on one story."""

    story: str


class Suggestion(Given):
    """A kind of story to write, what it would cover anew, and what it would back up."""

    archetype: str
    gain: float
    covers: list[str]
    backs_up: list[str]


class Coverage(Answer):
    """Which situations and principles the stories cover."""

    framework: str
    counted: Counted
    stories: list[str]
    situations: list[Need]
    principles: list[Need]
    uncovered: list[Uncovered]
    fragile: list[Fragile]
    fewest: list[str]
    next: list[Suggestion]


class ToPrepare(Address):
    """What to prepare for."""

    situation: list[SituationId] = Field(
        default=[], max_length=15, description="These situations only; none is all fifteen."
    )
    fewest: Fewest = False
    samples: Samples = False


class QuestionsToPrepare(Taken):
    """The questions to prepare for."""

    model_config = example({"questions": ["When did you change your mind?"]})

    questions: list[Annotated[Question, Said]] = Field(min_length=1, max_length=100)
    fewest: Fewest = False
    samples: Samples = False


class PreparedMetric(Given):
    """A number to have ready."""

    name: str
    baseline: str
    result: str
    unit: str
    period: str
    standing: Standing


class PreparedChoice(Given):
    """A road not taken."""

    chosen: str
    rejected: str
    why_not: str


class PreparedProbe(Given):
    """A question that is likely to follow, and the answer that is prepared."""

    ask: str
    answer: str


class PreparedSpare(Given):
    """The second story in reserve."""

    story: str
    fit: float


class Sheet(Given):
    """All that is wanted to answer one situation with one story."""

    id: str
    story: str
    title: str
    fit: float
    reasons: list[str]
    short: dict[Part, str]
    words: int
    seconds: int
    shortened: bool
    principles: list[str]
    metrics: list[PreparedMetric]
    why_not: list[PreparedChoice]
    probes: list[PreparedProbe]
    spare: PreparedSpare | None


class SheetGap(Given):
    """A situation that no story answers, and the kind to write for it."""

    situation: str
    archetype: str


class Use(Given):
    """How many times a story is told."""

    story: str
    times: int


class Preparation(Answer):
    """A sheet for each situation, and the gaps."""

    counted: Counted
    situations: list[Sheet]
    gaps: list[SheetGap]
    uses: list[Use]


class ToBeReadyFor(Address):
    """Which loops are drawn."""

    loop: AnyId | None = Field(default=None, description="Your own loop in place of usual ones.")
    loops: int = Field(default=_MOST_LOOPS, ge=100, le=_MOST_LOOPS)
    seed: int = Field(default=1, ge=0, le=2**31 - 1)
    tellings: int | None = Field(
        default=None, ge=1, le=20, description="How often a story may be told in a loop."
    )
    framework: FrameworkId | None = Field(default=None, description="As you set it otherwise.")
    samples: Samples = False


class Bottleneck(Given):
    """A principle for want of which loops fall short, and the share that do."""

    principle: str
    share: float


class NextStory(Given):
    """What one more good story of a kind would add."""

    archetype: str
    gain: float
    answered: float


class Dependence(Given):
    """What would be lost without a story."""

    story: str
    loss: float


class Readiness(Answer):
    """For what share of loops every question has a story. Null below the fewest stories."""

    counted: Counted
    stories: int
    loops: int
    seed: int
    assumed: str
    ready: float | None
    interval: list[float] | None
    answered: float | None
    told_once: float | None
    bottlenecks: list[Bottleneck]
    next_story: list[NextStory]
    dependence: list[Dependence]
