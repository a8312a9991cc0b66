"""What a user fixes on a loop's page, and what becomes of it when the rounds are edited."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from storyloop import guide
from storyloop.bank.values import Heard
from storyloop.planning import Ban, Pin
from storyloop.planning.slots import slots_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from storyloop.bank.values import Step
    from storyloop.planning import Loop, Round


def heard_of(number: int, *, over: bool, told: Sequence[str], came_up: str) -> Heard | None:
    """Return what was typed of a round as what became known, None if that is nothing.

    A line of `came_up` is the name of a principle, or else a question.
    """
    asks = tuple(dict.fromkeys(_asked(line) for line in came_up.splitlines() if line.strip()))
    if not (over or told or asks):
        return None
    return Heard(round=number, told=tuple(told) if over or told else None, came_up=asks)


def _asked(line: str) -> str:
    said = " ".join(line.split())
    plain = said.casefold().rstrip(".")
    for framework in guide.frameworks():
        for each in framework.principles:
            if plain in {each.id, each.name.casefold()}:
                return each.id
    return said


def with_pin(loop: Loop, pin: Pin, *, was: str = "") -> Iterator[Loop]:
    """Give the loop with `pin` in place of the pin of `was`, and then the loop that gives way.

    In the second, the story's other pins and its bans from this round are taken back.
    """
    others = without_pin(loop, replace(pin, story=was)).pins
    yield replace(loop, pins=(*others, pin))
    yield replace(
        loop,
        pins=(*(each for each in others if each.story != pin.story), pin),
        bans=tuple(
            ban for ban in loop.bans if ban.story != pin.story or ban.round not in {None, pin.round}
        ),
    )


def without_pin(loop: Loop, pin: Pin) -> Loop:
    """Return the loop without this pin."""
    return replace(loop, pins=tuple(each for each in loop.pins if each != pin))


def with_ban(loop: Loop, ban: Ban) -> Loop:
    """Return the loop with `ban`, and without the pins that it forbids."""
    pins = tuple(
        pin for pin in loop.pins if pin.story != ban.story or ban.round not in {None, pin.round}
    )
    return replace(loop, pins=pins, bans=(*(each for each in loop.bans if each != ban), ban))


def without_ban(loop: Loop, ban: Ban) -> Loop:
    """Return the loop without this ban."""
    return replace(loop, bans=tuple(each for each in loop.bans if each != ban))


def carried_over(
    before: Loop, day: Sequence[Step], edited: Loop, places: Sequence[int | None]
) -> tuple[Loop, tuple[Step, ...]]:
    """Return the `edited` loop with what was fixed in the one `before`, and the day that is left.

    `places` says for each edited round where it stood, None for a new one. What was fixed for a
    round that is gone, or pinned to what is no longer asked, goes with it.
    """
    now = {old: new for new, old in enumerate(places) if old is not None}
    edited = replace(edited, rounds=tuple(_in_order(before, edited, places)))
    asked = {(slot.round, slot.asks) for slot in slots_of(edited)}
    pins = tuple(
        moved
        for pin in before.pins
        if pin.round in now
        for moved in [replace(pin, round=now[pin.round])]
        if (moved.round, moved.asks) in asked
    )
    bans = tuple(
        ban if ban.round is None else replace(ban, round=now[ban.round])
        for ban in before.bans
        if ban.round is None or ban.round in now
    )
    steps = (
        tuple(replace(each, round=now[each.round]) for each in step if each.round in now)
        for step in day
    )
    return replace(edited, pins=pins, bans=bans), tuple(step for step in steps if step)


def _in_order(before: Loop, edited: Loop, places: Sequence[int | None]) -> Iterator[Round]:
    """Give the edited rounds with their principles in the order that they had before."""
    for each, old in zip(edited.rounds, places, strict=True):
        is_old = old is not None and 0 <= old < len(before.rounds)
        known = before.rounds[old or 0].principles if is_old else ()
        kept = [name for name in known if name in each.principles]
        yield replace(each, principles=tuple(dict.fromkeys([*kept, *each.principles])))


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What differs between two loops in one place, in words."""

    name: str
    before: str
    after: str


def differing(before: Loop, after: Loop) -> tuple[Difference, ...]:
    """Return where two loops differ: in the day itself, and round by round."""
    names = ("employer", "date", "role", "framework", "most_tellings")
    pairs = [
        (_day_name(n), str(getattr(before, n) or ""), str(getattr(after, n) or "")) for n in names
    ]
    for number in range(max(len(before.rounds), len(after.rounds))):
        one, other = (_round_words(loop, number) for loop in (before, after))
        pairs.append((f"Round {number + 1}", one, other))
    return tuple(
        Difference(name=name, before=one, after=other) for name, one, other in pairs if one != other
    )


def _day_name(field: str) -> str:
    return {"most_tellings": "Tellings"}.get(field, field.capitalize())


def _round_words(loop: Loop, number: int) -> str:
    if number >= len(loop.rounds):
        return ""
    each = loop.rounds[number]
    names = [guide.principle(name).name for name in each.principles]
    what = ", ".join(names) + (" (guessed)" if each.guessed else "") if names else "not known"
    lines = [
        " · ".join(filter(None, (each.interviewer, each.kind, f"{each.minutes} minutes"))),
        what
        if each.questions_per_principle == 1
        else f"{what}, {each.questions_per_principle} each",
        *each.questions,
        *([f"heard: {', '.join(each.told)}"] if each.told else []),
    ]
    return "\n".join(lines)
