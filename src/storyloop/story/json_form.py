"""A story as JSON: how the bank holds it, and how programs exchange it."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from storyloop.story.model import Story

if TYPE_CHECKING:
    from pydantic import TypeAdapter


@cache
def _adapter() -> TypeAdapter[Story]:
    # Imported late: commands that hold no bank do without pydantic.
    from pydantic import TypeAdapter

    return TypeAdapter(Story)


def to_json(story: Story) -> str:
    """Return `story` as one JSON object, its Markdown source included."""
    return _adapter().dump_json(story).decode()


@lru_cache(maxsize=1000)
def from_json(text: str) -> Story:
    """Read what `to_json` wrote; raise ValueError if `text` is no story.

    A page reads the whole bank, which hardly changes in between; stories are values, so the last
    thousand are kept.
    """
    return _adapter().validate_json(text)
