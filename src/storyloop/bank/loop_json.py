"""A loop and its day as the bank keeps them: JSON, of which each part is read back alike."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from storyloop.bank.values import Step
from storyloop.planning.loop import Loop

if TYPE_CHECKING:
    from pydantic import TypeAdapter


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What is kept of a loop."""

    loop: Loop
    day: tuple[Step, ...] = ()


@cache
def _adapter() -> TypeAdapter[Kept]:
    # Imported late: commands that hold no bank do without pydantic.
    from pydantic import TypeAdapter

    return TypeAdapter(Kept)


def to_json(loop: Loop, day: tuple[Step, ...] = ()) -> str:
    """Return a loop and its day as JSON."""
    return _adapter().dump_json(Kept(loop=loop, day=day)).decode()


def from_json(text: str) -> Kept:
    """Return what `to_json` was given."""
    return _adapter().validate_json(text)
