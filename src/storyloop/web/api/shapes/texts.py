"""Texts as they are read and checked."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from storyloop.critique.rule import Family, Severity
from storyloop.web.api.shapes import Address, Answer, Given, Taken, one_of_two
from storyloop.web.api.shapes.fields import Question, RuleName, Text
from storyloop.web.api.shapes.stories import SwitchedOff, WrittenStory

_TEXT = "We lost parcels every week. I followed one through the depot and found a torn label."
_Part = Literal["situation", "task", "action", "result", "reflection"]


class ToRead(Taken):
    """A plain answer as `text`, or a `story` as its writer cut it; one of the two."""

    model_config = one_of_two("text", "story", {"text": _TEXT})

    text: Annotated[Text, Field(min_length=1, examples=[_TEXT])] = ""
    story: WrittenStory = WrittenStory()

    @property
    def is_story(self) -> bool:
        """Whether a story was sent."""
        return "story" in self.model_fields_set

    @model_validator(mode="after")
    def _is_one_of_two(self) -> Self:
        if self.is_story == ("text" in self.model_fields_set):
            kind, message = "one-of-two", "Send either a text or a story."
            raise PydanticCustomError(kind, message)
        return self


class ToCheck(ToRead):
    """The same to be checked, with the question that it answers."""

    question: Question = ""
    select: list[RuleName] = Field(default=[], description="Only these rules.")
    ignore: list[RuleName] = Field(default=[], description="Not these rules.")


class Sentence(Given):
    """A sentence: its place in code points of the text, its part, and who acts in it."""

    start: int
    end: int
    text: str
    part: _Part
    confidence: float
    voice: Literal["I", "we", "they", "passive", "nobody"]


class PartLength(Given):
    """The words of a part, and their share of all."""

    words: int
    share: float


class Quantity(Given):
    """A number in the text; `low` and `high` differ in a range, `per` is the period of a rate."""

    start: int
    end: int
    text: str
    kind: str
    low: float
    high: float
    unit: str
    per: str


class NumberChange(Given):
    """What a number was and became; `follows` is false where the claim contradicts the pair."""

    start: int
    end: int
    before: str | None
    after: str | None
    claim: str | None
    follows: bool | None


class Reading(Answer):
    """What a reading finds in a text."""

    id: str
    words: int
    seconds: int
    sentences: list[Sentence]
    parts: dict[_Part, PartLength]
    quantities: list[Quantity]
    changes: list[NumberChange]
    kind: Literal["story", "pseudo-story", "hypothetical", "other"]
    evidence: list[int]


class Finding(Given):
    """What a rule says of a text, and what it costs."""

    code: str
    name: str
    severity: Severity
    start: int
    end: int
    part: _Part | Literal[""]
    message: str
    remedy: str
    cost: int


class Critique(Answer):
    """The findings in the order of the text; `strength` is null where there is too little."""

    id: str
    words: int
    strength: int | None
    findings: list[Finding]
    switched_off: list[SwitchedOff]


class Rule(Given):
    """A rule in brief."""

    code: str
    name: str
    family: Family
    severity: Severity
    cost: int
    most: int
    preview: bool
    message: str
    remedy: str


class Rules(Answer):
    """All rules."""

    rules: list[Rule]


class RulePage(Answer):
    """A rule with its manual page, as Markdown."""

    rule: Rule
    manual: str


class CheckOptions(Address):
    """How a story of the bank is checked."""

    question: Question = ""
