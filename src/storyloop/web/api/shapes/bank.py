"""The bank as a whole: what the user wants other than usual, and all stories at once."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from storyloop import guide
from storyloop.bank.preferences import LONGEST, WORDS_A_MINUTE
from storyloop.web.api.shapes import Address, Answer, Given, Taken, example
from storyloop.web.api.shapes.fields import FrameworkId, Moment, OneOf, RuleName
from storyloop.web.api.shapes.stories import Story
from storyloop.web.finding import LONGEST as LONGEST_QUERY

_Level = Annotated[str, OneOf("level", ("", *guide.levels()))]
_Term = Annotated[str, Field(max_length=200)]


class SettingsToSave(Taken):
    """The settings to change; what is not sent stays as it is."""

    model_config = example({"words_a_minute": 140})

    framework: FrameworkId = Field(default="", description="Whose principles are asked by.")
    level: _Level = Field(default="", description="Whose questions are chosen; empty for all.")
    words_a_minute: int = Field(default=0, ge=WORDS_A_MINUTE[0], le=WORDS_A_MINUTE[-1])
    longest: int = Field(
        default=0, ge=LONGEST[0], le=LONGEST[-1], description="The most seconds of a first answer."
    )
    private_terms: list[_Term] = Field(
        default=[], max_length=200, description="Names to keep in, whatever story they stand in."
    )
    switched_off: list[RuleName] = Field(
        default=[], max_length=200, description="Rules that are put to no story."
    )


class Settings(Given):
    """What the user wants other than usual."""

    framework: str
    level: str
    words_a_minute: int
    longest: int
    private_terms: list[str]
    switched_off: list[str]


class HeldSettings(Answer):
    """The settings as they are."""

    settings: Settings


class AllStories(Answer):
    """All stories, whole."""

    stories: list[Story]


class ToFind(Address):
    """The words to look for."""

    q: str = Field(max_length=LONGEST_QUERY, examples=["checkout"])
    most: int = Field(default=20, ge=1, le=100, description="Give so many of each at most.")


class Stretch(Given):
    """A piece of a text, and whether it is what was looked for."""

    text: str
    marked: bool


class Hit(Given):
    """Something that was found: where it is shown, what it is, and words around what was found."""

    address: str
    name: str
    kind: str
    words: list[Stretch]


class Found(Answer):
    """All that was found."""

    stories: list[Hit]
    guide: list[Hit]
    questions: list[Hit]


class PageOptions(Address):
    """Which page is shown; one beyond the last is the last."""

    page: int = Field(default=1, ge=1, le=9_999)


class Happening(Given):
    """One thing that happened: what, to what, and where it is shown."""

    at: Moment
    what: str
    name: str
    address: str
    note: str


class Happenings(Answer):
    """A page of what happened, the newest first."""

    total: int
    page: int
    pages: int
    happenings: list[Happening]
