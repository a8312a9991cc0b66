"""An interview loop as a TOML file."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from typing import TYPE_CHECKING, Any

from storyloop import guide
from storyloop.planning.loop import MINUTES, Ban, Loop, Pin, Round
from storyloop.story.tidy import tidy_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

# So large a file is no loop, and is refused before it is read whole.
MOST_BYTES = 1_000_000
_MOST_ROUNDS, _MOST_SLOTS = 20, 20
_LOOP_KEYS = ("employer", "date", "role", "framework", "most_tellings", "never", "rounds")
# What goes without saying in a file.
_USUAL = {"questions_per_principle": 1}
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
    return loop_of(raw)


def loop_of(raw: Mapping[str, Any]) -> Loop:
    """Return the loop that the keys of the file describe; raise `BadLoopFile` if they do not."""
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
    body = loop_json(loop)
    lines = [_line(key, value) for key, value in body.items() if key != "rounds" and value]
    for each in body["rounds"]:
        said = {key: value for key, value in each.items() if value and value != _USUAL.get(key)}
        lines += ["", "[[rounds]]", *(_line(key, value) for key, value in said.items())]
    return "\n".join(lines) + "\n"


def loop_json(loop: Loop) -> dict[str, Any]:
    """Return the loop with the keys of the file, from which `loop_of` returns the same loop."""
    return {
        "employer": loop.employer,
        "date": loop.date,
        "role": loop.role,
        "framework": loop.framework,
        "most_tellings": loop.most_tellings,
        "never": _banned(loop, None),
        "rounds": [_round_json(each, number, loop) for number, each in enumerate(loop.rounds)],
    }


def _round_json(each: Round, number: int, loop: Loop) -> dict[str, Any]:
    pins: dict[str, list[str]] = {}
    for pin in loop.pins:
        if pin.round == number:
            pins.setdefault(pin.asks, []).append(pin.story)
    return {
        "interviewer": each.interviewer,
        "kind": each.kind,
        "minutes": each.minutes,
        "principles": list(each.principles),
        "guessed": each.guessed,
        "questions_per_principle": each.questions_per_principle,
        "questions": list(each.questions),
        "told": list(each.told),
        "never": _banned(loop, number),
        "pins": pins,
    }


def _banned(loop: Loop, number: int | None) -> list[str]:
    return [ban.story for ban in loop.bans if ban.round == number]


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
        said = tidy_line(asks)
        is_question = said in _texts(raw, "questions", where)
        asked = said if is_question else _principle(said, where, framework)
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
    return tidy_line(value)


def _texts(raw: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    value = raw.get(key, [])
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        message = f"In {where}, {key} is a list of texts in quotes, between [ and ]."
        raise BadLoopFile(message)
    return tuple(tidy for each in value if (tidy := tidy_line(each)))


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


def _line(key: str, value: object) -> str:
    return f"{key} = {_toml(value)}"


def _toml(value: object) -> str:
    if isinstance(value, str):
        # The strings of JSON are strings of TOML, but for one character.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, list):
        return f"[{', '.join(_toml(each) for each in value)}]"
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{_toml(key)} = {_toml(each)}' for key, each in value.items())} }}"
    return "true" if value is True else str(value)
