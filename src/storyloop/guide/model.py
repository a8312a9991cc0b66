"""The values of the guide. Ids are final; texts are shown to people as they stand."""

from dataclasses import dataclass
from typing import Literal

ProbeKind = Literal[
    "why-hard", "prevention", "alternative", "measure", "people", "role", "learning"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Principle:
    """One principle of an employer's framework.

    `like` names principles of the default framework under which a story shows the same, so that
    a bank written for one employer also serves another.
    """

    id: str
    name: str
    gloss: str
    listens_for: tuple[str, ...]
    mistakes: tuple[str, ...]
    like: tuple[str, ...] = ()

    def shown_by(self, principles: tuple[str, ...]) -> bool:
        """Tell whether a story that declares `principles` counts for this one."""
        return self.id in principles or any(like in principles for like in self.like)


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """An employer's values, in the employer's order, with a link to its own words."""

    id: str
    name: str
    employer: str
    about: str
    link: str
    principles: tuple[Principle, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """A follow-up question that an interviewer is likely to ask, and what it is about."""

    ask: str
    about: ProbeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """One of the situations that candidates are asked for."""

    id: str
    name: str
    meaning: str
    prompts: tuple[str, ...]
    strong: tuple[str, ...]
    probes: tuple[Probe, ...]
    principles: tuple[str, ...]
    archetypes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A behavioural question of the bank, with what it tests, the likeliest first.

    `level` is entry, mid, senior, executive or any; `role` a kind of work or any.
    """

    id: str
    text: str
    principles: tuple[str, ...]
    situations: tuple[str, ...]
    level: str
    role: str

    def suits(self, level: str) -> bool:
        """Tell whether somebody of a level may be asked this; an empty one stands for all."""
        return not level or self.level in {"any", level}


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """A question to the writer of a story, and the field that its answer belongs to."""

    field: str
    ask: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Archetype:
    """A kind of story that a bank should hold, with what it usually serves."""

    id: str
    name: str
    gloss: str
    situations: tuple[str, ...]
    principles: tuple[str, ...]
    prompts: tuple[Prompt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """A piece of advice with its reason and where it comes from."""

    id: str
    text: str
    why: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartAdvice:
    """What a part of a story holds, and how to write it."""

    id: str
    name: str
    holds: str
    advice: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LoopRound:
    """A round of a usual loop: who asks, for how long, and what is likely to be asked, if known."""

    kind: str
    minutes: int
    principles: tuple[str, ...] = ()
    guessed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LoopTemplate:
    """A usual interview loop, to start one's own from."""

    id: str
    name: str
    about: str
    rounds: tuple[LoopRound, ...]
