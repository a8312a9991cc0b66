"""What stands beside a telling while it is written: how it reads, and its numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, TypedDict

from storyloop.web.checking import Checked, check_held, check_story
from storyloop.web.ledger import FoundNumber, unaccounted
from storyloop.web.shares import Shares, shares
from storyloop.web.sorting import FIELDS

if TYPE_CHECKING:
    from storyloop.bank.values import Preferences
    from storyloop.story import Pace, Story
    from storyloop.web.checking import Block


class Beside(TypedDict):
    """What the templates show beside a telling; `checked` is None while nothing is written."""

    checked: Checked | None
    numbers: list[FoundNumber]
    shares: Shares
    pace: Pace


def beside(story: Story, preferences: Preferences) -> Beside:
    """Return what stands beside the telling of a story as it was typed."""
    return _beside(story, check_story(story, preferences) if story.words else None, preferences)


@lru_cache(maxsize=512)
def beside_held(story: Story, preferences: Preferences) -> Beside:
    """Return the same, once for as long as the story and the preferences stay as they are."""
    return _beside(story, check_held(story, preferences) if story.words else None, preferences)


def _beside(story: Story, checked: Checked | None, preferences: Preferences) -> Beside:
    return Beside(
        checked=checked,
        numbers=unaccounted(story, checked.reading) if checked else [],
        shares=shares(story, preferences.pace),
        pace=preferences.pace,
    )


def findings_json(checked: Checked, typed: Mapping[str, str]) -> list[dict[str, object]]:
    """Return the findings on passages, in the order of the page.

    `from` and `to` count UTF-16 units from the beginning of the field as it was `typed`. What is
    said of a whole part stands beside the text alone.
    """
    fields = {part: field for field, part in FIELDS.items()}
    return [
        found
        for block in checked.blocks
        for found in _of(block, fields[block.part], checked.reading.text, typed)
    ]


def _of(
    block: Block, field: str, text: str, typed: Mapping[str, str]
) -> Iterator[dict[str, object]]:
    said = text[block.start : block.end]
    written = typed.get(field, "").replace("\r\n", "\n")
    # The story is held without the blank lines that may open a field.
    opening = written[: max(written.find(said), 0)]

    def place(at: int) -> int:
        return _units(opening) + _units(text[block.start : at])

    for note in block.notes:
        if note.quote:
            yield {
                "field": field,
                "from": place(note.finding.start),
                "to": place(note.finding.end),
                "severity": note.finding.severity,
                "message": note.finding.message,
                "remedy": note.finding.remedy,
            }


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
