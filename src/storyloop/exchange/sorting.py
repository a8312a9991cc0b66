"""From a rough text to a story: which part each sentence is, and the parts put together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from storyloop.story import Story
from storyloop.story.tidy import tidy_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from storyloop.exchange.rough import Rough
    from storyloop.reading import Part, Reading

# The field of a story for each part of a reading.
FIELDS: dict[Part, str] = {
    "situation": "situation",
    "task": "task",
    "action": "action",
    "result": "result",
    "reflection": "learned",
}


def read_rough(rough: Rough) -> Reading:
    """Return the reading of a rough text; the parts that its writer named win over it."""
    from storyloop.reading import read

    reading = read(rough.text)
    named: list[tuple[int, Part | None]] = []
    end = 0
    for passage in rough.passages:
        end += len(passage.text) + len("\n\n")
        named.append((end, passage.part))
    sentences = []
    for sentence in reading.sentences:
        # A blank line ends a sentence, so each lies in one passage.
        part = next(part for end, part in named if sentence.start < end)
        sentences.append(replace(sentence, part=part, confidence=1.0) if part else sentence)
    return replace(reading, sentences=tuple(sentences))


def told(sentences: Iterable[tuple[str, Part]]) -> dict[str, str]:
    """Return the text of each field of a story that some sentence belongs to.

    Sentences keep their order in each part, and what stands between two that follow each other.
    """
    fields: dict[str, str] = {}
    for text, part in sentences:
        fields[FIELDS[part]] = fields.get(FIELDS[part], "") + text
    return {field: tidy_text(text) for field, text in fields.items()}


def story_of(rough: Rough, *, story_id: str, title: str) -> Story:
    """Return the story that a rough text makes; the reading finds what its writer did not name."""
    if rough.is_sorted:
        pieces = [(each.text, each.part) for each in rough.passages if each.part]
    else:
        pieces = [(each.text, each.part) for each in read_rough(rough).sentences]
    parts: dict[str, Any] = told(pieces)
    return Story(id=story_id, title=rough.title or title, **parts)
