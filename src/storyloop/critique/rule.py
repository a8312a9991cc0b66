"""What a rule of the linter is: a value with a name, a price, a remedy and a way to look."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from storyloop.critique.draft import Draft

Severity = Literal["error", "warning", "advice"]
Family = Literal[
    "structure",
    "evidence",
    "ownership",
    "judgement",
    "people",
    "reflection",
    "principles",
    "clarity",
    "privacy",
    "depth",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A place where a rule found something: a span [start, end) of the draft's text.

    `message` says what is wrong there, where the rule's own message does not say enough.
    """

    start: int
    end: int
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule. Its module's docstring is its manual page.

    `cost` is what one finding takes off the strength, `most` what all findings of the rule take
    together. `find` yields a hit for each finding, in the order of the text. A rule in `preview` is
    not yet right often enough to be put to every draft: only who selects it hears of it.
    """

    code: str
    name: str
    family: Family
    severity: Severity
    cost: int
    most: int
    message: str
    remedy: str
    find: Callable[[Draft], Iterable[Hit]]
    preview: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a rule says of a draft, ready to be shown. `part` is that of the sentence it is in."""

    code: str
    name: str
    severity: Severity
    start: int
    end: int
    part: str
    message: str
    remedy: str
    cost: int
