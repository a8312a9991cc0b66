"""Questions: what they test, which story answers them, and those that one was asked."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from storyloop.story.model import Part
from storyloop.web.api.shapes import Address, Answer, Given, Taken, example
from storyloop.web.api.shapes.fields import (
    AnyId,
    ArchetypeId,
    Day,
    DefaultPrincipleId,
    Level,
    Line,
    Moment,
    PrincipleId,
    Question,
    Said,
    Samples,
    SituationId,
)

_EXAMPLE = "When did you decide before all the facts were in?"
AskedQuestion = Annotated[Question, Said, Field(examples=[_EXAMPLE])]


class ToAsk(Address):
    """A question, and for whom it is to be answered."""

    question: AskedQuestion
    employer: Line = Field(default="", description="Stories told there already come later.")
    most: int = Field(default=5, ge=1, le=50, description="Offer so many stories at most.")
    samples: Samples = False


class Likelihood(Given):
    """How probable it is that something is what a question tests."""

    id: str
    probability: float


class TellingWord(Given):
    """A word that decided: its place in code points of the question, and its share."""

    start: int
    end: int
    weight: float


class PartQuestion(Given):
    """One of several questions asked at once, with its likeliest principle."""

    question: str
    principle: str


class Lead(Given):
    """How to tell the story: the sentence to open with, the part to stress, and its sentence."""

    opening: str
    stress: Part
    sentence: str


class Match(Given):
    """A story for the question: how well it fits, whether that is enough, why, and how to tell it.

    The lead is null for a story that is not written yet or not wanted.
    """

    id: str
    fit: float
    enough: bool
    reasons: list[str]
    lead: Lead | None


class Asking(Answer):
    """What a question tests, and which stories answer it, best first."""

    id: str
    question: str
    behavioural: float
    principles: list[Likelihood]
    situations: list[Likelihood]
    words: list[TellingWord]
    asks: list[PartQuestion]
    stories: list[Match]
    write: ArchetypeId | None = Field(description="The kind of story to write where none fits.")


class QuestionSearch(Address):
    """Which questions of the bank are listed."""

    q: Line = Field(default="", description="Words that all occur in the question.")
    principle: PrincipleId | None = None
    situation: SituationId | None = None
    level: Level | None = None
    role: str = Field(default="", max_length=60)
    page: int = Field(default=1, ge=1, le=9_999)


class BankQuestion(Given):
    """A question with what it tests, the likeliest first; `asked` is the number of a kept one."""

    text: str
    principles: list[str]
    situations: list[str]
    level: str
    role: str
    asked: int | None


class QuestionPage(Answer):
    """A page of questions, those that you were asked first."""

    found: int
    total: int
    page: int
    pages: int
    questions: list[BankQuestion]


class AskedToKeep(Taken):
    """A question that an interviewer asked, and what became of it."""

    model_config = example({"question": _EXAMPLE, "employer": "Larch", "on": "2026-12-04"})

    question: AskedQuestion
    employer: str = Field(default="", max_length=200)
    on: Day | None = None
    story: AnyId | None = Field(default=None, description="The story that you told.")
    principle: DefaultPrincipleId | None = Field(
        default=None, description="What it really tested, if you know better."
    )


class Asked(Given):
    """A question that was kept."""

    number: int
    question: str
    employer: str
    on: Day | None
    story: str | None
    principle: str | None
    kept_at: Moment


class AskedList(Answer):
    """The questions that were kept, those kept last first."""

    asked: list[Asked]


class OneAsked(Answer):
    """A question that was kept."""

    asked: Asked
