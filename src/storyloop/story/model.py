"""The values of the story layer: frozen, tidy, equal when what they say is equal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from typing import Any, Literal, get_args

from storyloop.story.slug import is_slug
from storyloop.story.tidy import tidy_line, tidy_list, tidy_text

Part = Literal["situation", "task", "action", "result"]
Standing = Literal["confirmed", "estimated", "cannot-confirm"]

PARTS: tuple[Part, ...] = get_args(Part)
STANDINGS: tuple[Standing, ...] = get_args(Standing)
EARLIEST_YEAR, LATEST_YEAR = 1950, 2100


def _tidy(value: object, tidy: Callable[[Any], Any], *names: str) -> None:
    for name in names:
        # The one place where a frozen value is written to: while it is made.
        object.__setattr__(value, name, tidy(getattr(value, name)))


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class When:
    """The year of a story and, where known, its month (1 to 12).

    Raises ValueError for a year outside 1950 to 2100 or a month outside 1 to 12.
    """

    year: int
    month: int | None = None

    def __post_init__(self) -> None:
        if not EARLIEST_YEAR <= self.year <= LATEST_YEAR:
            message = f"year {self.year} is not between {EARLIEST_YEAR} and {LATEST_YEAR}"
            raise ValueError(message)
        if self.month is not None and not 1 <= self.month <= 12:  # noqa: PLR2004 - months
            message = f"month {self.month} is not between 1 and 12"
            raise ValueError(message)

    def __str__(self) -> str:
        """Return `2023` or `2023-04`."""
        return f"{self.year}" if self.month is None else f"{self.year}-{self.month:02}"

    @classmethod
    def parse(cls, text: str) -> When:
        """Read `2023` or `2023-04`; raise ValueError for anything else."""
        year, dash, month = text.strip().partition("-")
        digits = len(year) == 4 and year.isdecimal()  # noqa: PLR2004 - digits of a year
        if not digits or (dash and not (month.isdecimal() and len(month) <= 2)):  # noqa: PLR2004
            message = f"{text!r} is not a year such as 2023 or a month such as 2023-04"
            raise ValueError(message)
        return cls(year=int(year), month=int(month) if dash else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """One number of a story: what it was, what it became, and how well it is known."""

    name: str = ""
    baseline: str = ""
    result: str = ""
    unit: str = ""
    period: str = ""
    measured: str = ""
    standing: Standing = "estimated"

    def __post_init__(self) -> None:
        _tidy(self, tidy_line, *_LINES[Metric])
        if self.standing not in STANDINGS:
            message = f"standing {self.standing!r} is not one of {', '.join(STANDINGS)}"
            raise ValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class TradeOff:
    """A choice: what was chosen, what was rejected, why, and what the choice cost."""

    chosen: str = ""
    rejected: str = ""
    why_not: str = ""
    cost: str = ""

    def __post_init__(self) -> None:
        _tidy(self, tidy_line, *_LINES[TradeOff])


@dataclass(frozen=True, slots=True, kw_only=True)
class Stakeholder:
    """Somebody with an interest: who, what they wanted, how they were involved."""

    who: str = ""
    wanted: str = ""
    involved: str = ""

    def __post_init__(self) -> None:
        _tidy(self, tidy_line, *_LINES[Stakeholder])


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """A likely probe with the prepared answer."""

    question: str = ""
    answer: str = ""

    def __post_init__(self) -> None:
        _tidy(self, tidy_line, "question")
        _tidy(self, tidy_text, "answer")


@dataclass(frozen=True, slots=True, kw_only=True)
class SwitchedOff:
    """A rule of the linter that is not put to this story, and why; without a reason it is."""

    rule: str = ""
    reason: str = ""

    def __post_init__(self) -> None:
        _tidy(self, tidy_line, *_LINES[SwitchedOff])


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One story of the bank.

    Texts are held tidy (see `storyloop.story.tidy`); pieces that say nothing are dropped. `id` is
    a slug (ValueError otherwise); the first of `principles` is the primary one. `source` is the
    Markdown that the story was last read from: it keeps the writer's layout, comments and unknown
    keys through every edit, and takes no part in equality.
    """

    id: str
    title: str = ""
    headline: str = ""
    situation: str = ""
    task: str = ""
    action: str = ""
    result: str = ""
    learned: str = ""
    metrics: tuple[Metric, ...] = ()
    trade_offs: tuple[TradeOff, ...] = ()
    stakeholders: tuple[Stakeholder, ...] = ()
    principles: tuple[str, ...] = ()
    situations: tuple[str, ...] = ()
    archetype: str = ""
    follow_ups: tuple[FollowUp, ...] = ()
    organisation: str = ""
    role: str = ""
    when: When | None = None
    stakes: str = ""
    switched_off: tuple[SwitchedOff, ...] = ()
    private_terms: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    sample: bool = False
    source: str = field(default="", compare=False, repr=False)

    def __post_init__(self) -> None:
        if not is_slug(self.id):
            message = f"{self.id!r} is no story id: use lower-case letters, digits and hyphens"
            raise ValueError(message)
        _tidy(self, tidy_line, "title", "headline", "archetype", "organisation", "role", "stakes")
        _tidy(self, tidy_text, *PARTS, "learned")
        _tidy(self, tidy_list, "principles", "situations", "private_terms", "tags")
        _tidy(self, _said, "metrics", "trade_offs", "stakeholders", "follow_ups", "switched_off")

    @property
    def words(self) -> int:
        """The number of words over the four parts."""
        return sum(len(getattr(self, part).split()) for part in PARTS)


def _said(pieces: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(p for p in pieces if any(getattr(p, name) for name in _LINES[type(p)]))


_LINES: dict[type, tuple[str, ...]] = {
    piece: tuple(f.name for f in fields(piece) if f.name != "standing")
    for piece in (Metric, TradeOff, Stakeholder, FollowUp, SwitchedOff)
}
