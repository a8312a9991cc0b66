"""Stories: as they are listed, held, written and compared."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from storyloop import guide
from storyloop.story.model import EARLIEST_YEAR, LATEST_YEAR, Standing
from storyloop.web.api.shapes import Address, Answer, Given, Taken, example
from storyloop.web.api.shapes.fields import (
    ArchetypeId,
    Day,
    Moment,
    NewId,
    PrincipleId,
    Revision,
    SituationId,
)

_IDS = guide.vocabulary()


def _listed(ids: tuple[str, ...]) -> dict[str, list[object]]:
    # An id that the guide does not know may come from an import; to save the rest is not to lose
    # it, so only the route can judge it.
    return {"enum": [*ids]}


class When(Taken):
    """The year of a story and, where known, its month."""

    year: int = Field(ge=EARLIEST_YEAR, le=LATEST_YEAR, examples=[2023])
    month: int | None = Field(default=None, ge=1, le=12)


class Metric(Taken):
    """One number of a story: what it was, what it became, and how well it is known."""

    name: str = Field(default="", examples=["Complaints"])
    baseline: str = Field(default="", examples=["40"])
    result: str = Field(default="", examples=["12"])
    unit: str = Field(default="", examples=["a week"])
    period: str = ""
    measured: str = ""
    standing: Standing = "estimated"


class TradeOff(Taken):
    """A choice: what was chosen, what was rejected, why, and what the choice cost."""

    chosen: str = ""
    rejected: str = ""
    why_not: str = ""
    cost: str = ""


class Stakeholder(Taken):
    """Somebody with an interest: who, what they wanted, how they were involved."""

    who: str = ""
    wanted: str = ""
    involved: str = ""


class FollowUp(Taken):
    """A likely probe with the prepared answer."""

    question: str = ""
    answer: str = ""


class SwitchedOff(Taken):
    """A rule that is not put to the story, and why."""

    rule: str = ""
    reason: str = ""


class _Fields(Taken):
    title: str = Field(default="", examples=["The late train"])
    headline: str = ""
    situation: str = Field(default="", examples=["The 7:40 ran late every other day."])
    task: str = ""
    action: str = ""
    result: str = ""
    learned: str = ""
    metrics: list[Metric] = []
    trade_offs: list[TradeOff] = []
    stakeholders: list[Stakeholder] = []
    follow_ups: list[FollowUp] = []
    organisation: str = ""
    role: str = ""
    when: When | None = None
    stakes: str = ""
    switched_off: list[SwitchedOff] = []
    private_terms: list[str] = []
    tags: list[str] = []
    sample: bool = False


_HeldPrinciple = Annotated[str, Field(json_schema_extra=_listed(_IDS.principles))]
_HeldSituation = Annotated[str, Field(json_schema_extra=_listed(_IDS.situations))]
_HeldArchetype = Annotated[str, Field(json_schema_extra=_listed(("", *_IDS.archetypes)))]


class WrittenStory(_Fields):
    """A story as it is sent. What is not sent stays as it is, and is empty in a new one."""

    principles: list[_HeldPrinciple] = []
    situations: list[_HeldSituation] = []
    archetype: _HeldArchetype = ""


class _Named(Taken):
    id: str


class Story(_Fields, _Named):
    """A whole story."""

    principles: list[str] = []
    situations: list[str] = []
    archetype: str = ""


class StorySummary(Given):
    """What a list says of a story."""

    id: str
    title: str
    headline: str
    words: int
    archetype: str
    principles: list[str]
    situations: list[str]
    sample: bool
    strength: int | None
    told: Day | None


class StoryList(Answer):
    """Stories, each in brief."""

    stories: list[StorySummary]


class HeldStory(Answer):
    """A story as the bank holds it. `removed_at` is null for one that is not removed."""

    story: Story
    revision: int
    saved_at: Moment
    removed_at: Moment | None


class StoryToAdd(Taken):
    """A new story. Without an `id` it gets one that is made from its title."""

    model_config = example(
        {
            "story": {
                "title": "The late train",
                "situation": "The 7:40 ran late every other day and nobody knew why.",
                "action": "I stood on the platform for a week and timed each step.",
                "result": "It was late twice in the next quarter.",
                "principles": ["dive-deep"],
            }
        }
    )

    id: NewId | None = None
    story: WrittenStory


class StoryToSave(Taken):
    """An edit of a story that began at revision `base`."""

    model_config = example({"base": 1, "story": {"headline": "A train on time again"}})

    base: Revision
    story: WrittenStory


class ToRestore(Taken):
    """Which version is to be the current one again; `base` is the one that is current now."""

    model_config = example({"base": 1, "number": 1})

    base: Revision
    number: Revision


class Version(Given):
    """When and how a version came."""

    number: int
    saved_at: Moment
    event: Literal["added", "saved", "removed", "brought back", "restored"]
    via: Literal["web", "command line", "import", "sample"]


class History(Answer):
    """All versions of a story, the newest first."""

    id: str
    revisions: list[Version]


class OneVersion(Version, Answer):
    """A version with its story."""

    story: Story


class Change(Given):
    """One field that differs, with both texts."""

    field: str
    before: str
    after: str


class Changes(Answer):
    """What has changed in a story since version `since`."""

    id: str
    since: int
    changes: list[Change]


class StoryIds(Answer):
    """The stories that were changed."""

    stories: list[str]


class StorySearch(Address):
    """Which stories are listed, and in which order."""

    q: str = Field(default="", max_length=1_000, description="Words that all occur in the story.")
    archetype: ArchetypeId | None = None
    principle: PrincipleId | None = None
    situation: SituationId | None = None
    whose: Literal["own", "sample"] | None = None
    below: int = Field(
        default=0, ge=0, le=100, description="Only those with a strength below this; 0 is all."
    )
    sort: Literal["title", "saved", "words", "strength", "told"] = "title"
    removed: bool = Field(default=False, description="List the removed stories instead.")
