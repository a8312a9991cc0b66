"""An interview loop as a TOML file."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from typing import TYPE_CHECKING, Any

from storyloop import guide
from storyloop.planning.loop import MINUTES, Ban, Loop, Pin, Round

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

# So large a file is no loop, and is refused before it is read whole.
MOST_BYTES = 1_000_000
_MOST_ROUNDS, _MOST_SLOTS = 20, 20
_LOOP_KEYS = ("employer", "date", "role", "framework", "most_tellings", "never", "rounds")
_ROUND_KEYS = (
    "interviewer",
    "kind",
    "minutes",
    "principles",
    "guessed",
    "questions_per_principle",
    "questions",
    "told",
    "never",
    "pins",
)


class BadLoopFile(ValueError):
    """The text is no loop; the message says where, and what to do."""


def read_loop(text: str) -> Loop:
    """Return the loop that `text` describes; raise `BadLoopFile` if it does not."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = f"This is no TOML: {str(error).rstrip('.')}."
        raise BadLoopFile(message) from error
    _no_other(raw, _LOOP_KEYS, "the loop")
    framework = _text(raw, "framework", "the loop") or guide.DEFAULT_FRAMEWORK
    known = [each.id for each in guide.frameworks()]
    if framework not in known:
        message = f"There is no framework {framework!r}; there is {', '.join(known)}."
        raise BadLoopFile(message)
    rounds = raw.get("rounds")
    if not isinstance(rounds, list) or not 1 <= len(rounds) <= _MOST_ROUNDS:
        message = f"A loop has from 1 to {_MOST_ROUNDS} rounds, each under a line [[rounds]]."
        raise BadLoopFile(message)
    tables = [_table(each, number) for number, each in enumerate(rounds, 1)]
    return Loop(
        employer=_text(raw, "employer", "the loop"),
        date=_date(raw),
        role=_text(raw, "role", "the loop"),
        framework=framework,
        most_tellings=_number(raw, "most_tellings", "the loop", 1, _MOST_ROUNDS),
        rounds=tuple(
            _round(each, f"round {n}", guide.framework(framework))
            for n, each in enumerate(tables, 1)
        ),
        pins=tuple(
            pin
            for n, each in enumerate(tables)
            for pin in _pins(each, n, guide.framework(framework))
        ),
        bans=(
            *(Ban(story=story) for story in _texts(raw, "never", "the loop")),
            *(
                Ban(story=story, round=n)
                for n, each in enumerate(tables)
                for story in _texts(each, "never", f"round {n + 1}")
            ),
        ),
    )


def write_loop(loop: Loop) -> str:
    """Return the loop as TOML, from which `read_loop` returns the same loop."""
    lines = [
        *_line("employer", loop.employer),
        *([f"date = {loop.date.isoformat()}"] if loop.date else []),
        *_line("role", loop.role),
        *_line("framework", loop.framework),
        *_line("most_tellings", loop.most_tellings),
        *_line("never", [ban.story for ban in loop.bans if ban.round is None]),
    ]
    for number, each in enumerate(loop.rounds):
        lines += [
            "",
            "[[rounds]]",
            *_line("interviewer", each.interviewer),
            *_line("kind", each.kind),
            *_line("minutes", each.minutes),
            *_line("principles", each.principles),
            *(["guessed = true"] if each.guessed else []),
            *(
                _line("questions_per_principle", each.questions_per_principle)
                if each.questions_per_principle > 1
                else []
            ),
            *_line("questions", each.questions),
            *_line("told", each.told),
            *_line("never", [ban.story for ban in loop.bans if ban.round == number]),
            *_pin_line([pin for pin in loop.pins if pin.round == number]),
        ]
    return "\n".join(lines) + "\n"


def _round(raw: Mapping[str, Any], where: str, framework: guide.Framework) -> Round:
    _no_other(raw, _ROUND_KEYS, where)
    guessed = raw.get("guessed", False)
    if not isinstance(guessed, bool):
        message = f"In {where}, guessed is true or false."
        raise BadLoopFile(message)
    found = Round(
        interviewer=_text(raw, "interviewer", where),
        kind=_text(raw, "kind", where),
        minutes=_number(raw, "minutes", where, MINUTES, 600),
        principles=tuple(
            _principle(name, where, framework) for name in _texts(raw, "principles", where)
        ),
        guessed=guessed,
        questions_per_principle=_number(raw, "questions_per_principle", where, 1, _MOST_SLOTS),
        questions=_texts(raw, "questions", where),
        told=_texts(raw, "told", where),
    )
    slots = len(found.principles) * found.questions_per_principle + len(found.questions)
    if slots > _MOST_SLOTS:
        message = (
            f"In {where}, {slots} questions are more than anybody asks; {_MOST_SLOTS} at most."
        )
        raise BadLoopFile(message)
    return found


def _pins(raw: Mapping[str, Any], number: int, framework: guide.Framework) -> Iterator[Pin]:
    where = f"round {number + 1}"
    pins = raw.get("pins", {})
    if not isinstance(pins, dict):
        message = f'In {where}, pins are written {{ "what is asked" = "story-id" }}.'
        raise BadLoopFile(message)
    for asks, stories in pins.items():
        asked = asks if asks in raw.get("questions", ()) else _principle(asks, where, framework)
        given = {"pins": [stories] if isinstance(stories, str) else stories}
        for story in _texts(given, "pins", where):
            yield Pin(round=number, asks=asked, story=story)


def _principle(name: str, where: str, framework: guide.Framework) -> str:
    """Return the id of the principle that is named by its id or its name."""
    for each in framework.principles:
        if name.casefold() in {each.id, each.name.casefold()}:
            return each.id
    ids = ", ".join(each.id for each in framework.principles)
    message = f"In {where}, {name!r} is no principle of {framework.name}; there is {ids}."
    raise BadLoopFile(message)


def _table(raw: object, number: int) -> dict[str, Any]:
    if not isinstance(raw, dict):
        message = f"Round {number} is no table; write it under a line [[rounds]]."
        raise BadLoopFile(message)
    return raw


def _no_other(raw: Mapping[str, Any], keys: Sequence[str], where: str) -> None:
    for key in raw:
        if key not in keys:
            message = f"{key!r} means nothing in {where}; there is {', '.join(keys)}."
            raise BadLoopFile(message)


def _text(raw: Mapping[str, Any], key: str, where: str) -> str:
    value = raw.get(key, "")
    if not isinstance(value, str):
        message = f"In {where}, {key} is a text in quotes."
        raise BadLoopFile(message)
    return " ".join(value.split())


def _texts(raw: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    value = raw.get(key, [])
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        message = f"In {where}, {key} is a list of texts in quotes, between [ and ]."
        raise BadLoopFile(message)
    return tuple(tidy for each in value if (tidy := " ".join(each.split())))


def _number(raw: Mapping[str, Any], key: str, where: str, usual: int, most: int) -> int:
    value = raw.get(key, usual)
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= most:
        message = f"In {where}, {key} is a whole number from 1 to {most}."
        raise BadLoopFile(message)
    return value


def _date(raw: Mapping[str, Any]) -> dt.date | None:
    value = raw.get("date")
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, str):
        try:
            return dt.date.fromisoformat(value.strip())
        except ValueError:
            value = ""
    if value is None or isinstance(value, dt.date):
        return value
    message = "In the loop, date is a day such as 2026-12-04."
    raise BadLoopFile(message)


def _line(key: str, value: str | int | Sequence[str]) -> list[str]:
    return [f"{key} = {_toml(value)}"] if value else []


def _pin_line(pins: Sequence[Pin]) -> list[str]:
    by_asks: dict[str, list[str]] = {}
    for pin in pins:
        by_asks.setdefault(pin.asks, []).append(pin.story)
    said = ", ".join(f"{_toml(asks)} = {_toml(stories)}" for asks, stories in by_asks.items())
    return [f"pins = {{ {said} }}"] if said else []


def _toml(value: str | int | Sequence[str]) -> str:
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        # The strings of JSON are strings of TOML, but for one character.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return f"[{', '.join(_toml(each) for each in value)}]"
