"""Stories, their versions and what differs between them, as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from storyloop.story import to_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from storyloop.bank.values import Version
    from storyloop.story import Story
    from storyloop.story.changes import Change


def story_json(story: Story) -> dict[str, object]:
    """Return a whole story, without the Markdown that it was read from."""
    fields: dict[str, object] = json.loads(to_json(story))
    del fields["source"]
    return fields


def summary_json(story: Story) -> dict[str, object]:
    """Return what a list says of a story."""
    return {
        "id": story.id,
        "title": story.title,
        "headline": story.headline,
        "words": story.words,
        "archetype": story.archetype,
        "principles": list(story.principles),
        "situations": list(story.situations),
        "sample": story.sample,
    }


def version_json(version: Version) -> dict[str, object]:
    """Return when and how a version came, without its story."""
    return {
        "number": version.number,
        "saved_at": version.saved_at.isoformat(),
        "event": version.event,
        "via": version.via,
    }


def changes_json(changes: Iterable[Change]) -> list[dict[str, object]]:
    """Return each field that differs with both its texts."""
    return [{"field": c.field, "before": c.before, "after": c.after} for c in changes]
