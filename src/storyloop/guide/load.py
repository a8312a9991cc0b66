"""Loads the guide's data files, each once. A fault in a data file raises TypeError or KeyError."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from storyloop.guide.model import (
    Advice,
    Archetype,
    Framework,
    LoopRound,
    LoopTemplate,
    PartAdvice,
    Principle,
    Probe,
    Prompt,
    Question,
    Situation,
)
from storyloop.story import Story, Vocabulary, read_markdown

DEFAULT_FRAMEWORK = "amazon"
_LEVELS = ("entry", "mid", "senior", "executive")
_HERE = files("storyloop.guide")


@cache
def frameworks() -> tuple[Framework, ...]:
    """Return every framework, the default one first, the others by id."""
    found = [
        Framework(**_frozen(raw | {"principles": [Principle(**_frozen(p)) for p in listed]}))
        for file in (_HERE / "data" / "frameworks").iterdir()
        if file.name.endswith(".toml")
        for raw in [tomllib.loads(file.read_text(encoding="utf-8"))]
        for listed in [raw["principles"]]
    ]
    return tuple(sorted(found, key=lambda f: (f.id != DEFAULT_FRAMEWORK, f.id)))


def framework(framework_id: str = DEFAULT_FRAMEWORK) -> Framework:
    """Return one framework; raise KeyError if there is none with this id."""
    return {found.id: found for found in frameworks()}[framework_id]


@cache
def loops() -> tuple[LoopTemplate, ...]:
    """Return the usual interview loops, those with fewer rounds first."""
    found = [
        LoopTemplate(**_frozen(raw | {"rounds": [LoopRound(**_frozen(r)) for r in raw["rounds"]]}))
        for file in (_HERE / "data" / "loops").iterdir()
        if file.name.endswith(".toml")
        for raw in [tomllib.loads(file.read_text(encoding="utf-8"))]
    ]
    return tuple(sorted(found, key=lambda loop: (len(loop.rounds), loop.id)))


@cache
def situations() -> tuple[Situation, ...]:
    """Return the fifteen situations."""
    return tuple(
        Situation(**_frozen(raw | {"probes": [Probe(**probe) for probe in raw["probes"]]}))
        for raw in _table("situations", "situations")
    )


@cache
def questions() -> tuple[Question, ...]:
    """Return the bank of behavioural questions, by their first principle."""
    text = (_HERE / "data" / "questions.txt").read_text(encoding="utf-8")
    rows = (line.split(" | ", 5) for line in text.splitlines() if line and line[0] != "#")
    return tuple(
        Question(
            id=name,
            principles=tuple(principles.split(",")),
            situations=() if situations == "-" else tuple(situations.split(",")),
            level=level,
            role=role,
            text=said,
        )
        for name, principles, situations, level, role, said in rows
    )


@cache
def archetypes() -> tuple[Archetype, ...]:
    """Return the ten archetypes of a story bank."""
    return tuple(
        Archetype(**_frozen(raw | {"prompts": [Prompt(**prompt) for prompt in raw["prompts"]]}))
        for raw in _table("archetypes", "archetypes")
    )


@cache
def advice() -> tuple[Advice, ...]:
    """Return the advice, with its sources."""
    return tuple(Advice(**raw) for raw in _table("advice", "advice"))


@cache
def levels() -> tuple[str, ...]:
    """Return the levels that some questions are for, the lowest first."""
    known = {each.level for each in questions()}
    return tuple(each for each in _LEVELS if each in known)


@cache
def parts() -> tuple[PartAdvice, ...]:
    """Return the parts of a story: situation, task, action, result, reflection."""
    return tuple(PartAdvice(**_frozen(raw)) for raw in _table("advice", "parts"))


@cache
def _by_id() -> dict[type, Mapping[str, Any]]:
    principles = [principle for found in frameworks() for principle in found.principles]
    return {
        Principle: {each.id: each for each in principles},
        Situation: {each.id: each for each in situations()},
        Archetype: {each.id: each for each in archetypes()},
    }


def principle(principle_id: str) -> Principle:
    """Return a principle of any framework; raise KeyError if there is none with this id."""
    found: Principle = _by_id()[Principle][principle_id]
    return found


def situation(situation_id: str) -> Situation:
    """Return a situation; raise KeyError if there is none with this id."""
    found: Situation = _by_id()[Situation][situation_id]
    return found


def archetype(archetype_id: str) -> Archetype:
    """Return an archetype; raise KeyError if there is none with this id."""
    found: Archetype = _by_id()[Archetype][archetype_id]
    return found


@cache
def vocabulary() -> Vocabulary:
    """Return the ids that a story may refer to: the principles of all frameworks, and the rest."""
    ids = _by_id()
    return Vocabulary(
        principles=tuple(ids[Principle]),
        situations=tuple(ids[Situation]),
        archetypes=tuple(ids[Archetype]),
    )


@cache
def samples() -> tuple[Story, ...]:
    """Return the sample bank, one story per archetype, in the archetypes' order."""
    found: list[Story] = []
    for file in (_HERE / "samples").iterdir():
        story = read_markdown(file.read_text(encoding="utf-8"), vocabulary=vocabulary())
        if not isinstance(story, Story):
            message = f"{file.name}: {'; '.join(map(str, story))}"
            raise TypeError(message)
        found.append(story)
    order = vocabulary().archetypes
    return tuple(sorted(found, key=lambda story: order.index(story.archetype)))


def _table(file: str, key: str) -> list[dict[str, Any]]:
    text = (_HERE / "data" / f"{file}.toml").read_text(encoding="utf-8")
    rows: list[dict[str, Any]] = tomllib.loads(text)[key]
    return rows


def _frozen(raw: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(v) if isinstance(v, list) else v for key, v in raw.items()}
