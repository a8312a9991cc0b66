"""What Storyloop knows. The guide's own values are given as they are."""

from __future__ import annotations

from storyloop.guide import (
    Advice,
    Archetype,
    Framework,
    LoopTemplate,
    PartAdvice,
    Situation,
)
from storyloop.web.api.shapes import Answer


class Frameworks(Answer):
    """The principles of each employer."""

    frameworks: list[Framework]


class Situations(Answer):
    """The situations that candidates are asked for."""

    situations: list[Situation]


class Archetypes(Answer):
    """The kinds of story that a bank should hold."""

    archetypes: list[Archetype]


class AdviceList(Answer):
    """The parts of a story, and advice with its reasons and sources."""

    parts: list[PartAdvice]
    advice: list[Advice]


class LoopTemplates(Answer):
    """Usual interview loops, to start one's own from."""

    loops: list[LoopTemplate]
