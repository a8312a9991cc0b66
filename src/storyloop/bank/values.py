"""What the bank hands out: stories and loops as they are held, drafts, questions, drills."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storyloop.guide import DEFAULT_FRAMEWORK
from storyloop.story import EASY, Pace
from storyloop.story.tidy import tidy_line

if TYPE_CHECKING:
    from datetime import date, datetime

    from storyloop.planning.loop import Loop
    from storyloop.story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A story as the bank holds it now."""

    story: Story
    revision: int
    saved_at: datetime
    removed_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A story as it was at one revision, and how it came to be so."""

    story: Story
    number: int
    saved_at: datetime
    event: str
    via: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a form held when it was last kept: its fields by name, as a browser sends them.

    `story` is the id of the story it would change, begun at its revision `base`; both are empty
    for a story not yet in the bank. `version` counts how often it was kept.
    """

    key: str
    story: str
    base: int
    version: int
    content: dict[str, list[str]]
    kept_at: datetime
    thrown_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """An open page that writes a draft: its `key`, and the version that the page last saw, or 0.

    A page that runs scripts names itself, so that it never seems newer than itself, and numbers
    what it sends, since requests may overtake each other.
    """

    key: str = ""
    seen: int = 0
    page: str = ""
    turn: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question that an interviewer asked; what is not known is empty, or None for the date.

    `story` is the id of the story that was told, `principle` what it tested as its user knows
    better. `number` finds it again, and is 0 until it is kept.
    """

    question: str
    employer: str = ""
    on: date | None = None
    story: str = ""
    principle: str = ""
    number: int = 0
    kept_at: datetime | None = None

    def __post_init__(self) -> None:
        for name in ("question", "employer"):
            object.__setattr__(self, name, tidy_line(getattr(self, name)))

    @property
    def words(self) -> str:
        """The question as it is compared with others: case and spaces do not count."""
        return same_words(self.question)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drilled:
    """An answer in a drill: the `place` in its `round`, from 1, what was named and what was right.

    `principles` are what the question tests, the first foremost; `named` and `story` are empty
    where nothing was named; `best` are the stories that fit best, by id. `seconds` are None where
    no clock ran, `story_right` where no story was named or none fits. `at` is None until it is
    kept.
    """

    round: int
    place: int
    question: str
    principles: tuple[str, ...]
    named: str = ""
    story: str = ""
    best: tuple[str, ...] = ()
    seconds: int | None = None
    at: datetime | None = None

    @property
    def right(self) -> bool:
        """Whether the principle named is one that the question tests."""
        return self.named in self.principles

    @property
    def story_right(self) -> bool | None:
        """Whether the story named is one of those that fit best."""
        return self.story in self.best if self.story and self.best else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What became known of a round on the day.

    `told` are the ids of the stories told there, none perhaps; it is None where the round is yet to
    come. `came_up` are principle ids or questions: what was asked, or is now known to be asked.
    """

    round: int
    told: tuple[str, ...] | None = None
    came_up: tuple[str, ...] = ()


# What became known at one time; the plan was made anew after each.
Step = tuple[Heard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldLoop:
    """A loop as the bank holds it now; `day` is what happened on the day, step by step."""

    id: str
    loop: Loop
    day: tuple[Step, ...]
    revision: int
    saved_at: datetime
    removed_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """How ready one's `stories` were: the share of loops with its interval, and of questions."""

    stories: int
    ready: float
    low: float
    high: float
    answered: float
    taken_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What the user wants other than usual; the defaults are the usual.

    `framework` is whose principles are asked by; `level` is whose questions are chosen, empty for
    all; `longest` is the most seconds of a first answer. `private_terms` are names to keep in, in
    whatever story they stand, and `switched_off` codes, beginnings of codes or names of rules that
    are put to no story.
    """

    framework: str = DEFAULT_FRAMEWORK
    level: str = ""
    words_a_minute: int = EASY.words_a_minute
    longest: int = EASY.longest
    private_terms: tuple[str, ...] = ()
    switched_off: tuple[str, ...] = ()

    @property
    def pace(self) -> Pace:
        """How fast the user speaks, and how long a first answer may take."""
        return Pace(words_a_minute=self.words_a_minute, longest=self.longest)


USUAL = Preferences()


@dataclass(frozen=True, slots=True, kw_only=True)
class Worst:
    """The finding that costs a story most: its rule, what it says, and the points it costs."""

    code: str
    name: str
    message: str
    remedy: str
    cost: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """How strong a story is, from 0 to 100, None where there is too little to judge."""

    strength: int | None
    worst: Worst | None = None


def same_words(question: str) -> str:
    """Return a question in the form in which two are compared: case and spaces do not count."""
    return tidy_line(question).casefold()
