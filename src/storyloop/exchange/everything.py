"""All that the bank holds in one archive that needs no Storyloop to be read."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import asdict
from typing import TYPE_CHECKING

from storyloop.bank import drafts, queries
from storyloop.bank.preferences import preferences
from storyloop.exchange.loop_file import write_loop
from storyloop.exchange.stories import story_json, version_json
from storyloop.story import write_markdown

if TYPE_CHECKING:
    from collections.abc import Iterator

VERSION = 1
_ABOUT = """\
All that this story bank held.

stories/       each story as a Markdown file, which `storyloop import` reads
removed/       the same for stories that were removed
stories.json   each story with all its versions
loops/         each interview loop as a file for `storyloop plan`
loops.json     the loops with what happened on the day, those removed included
asked.json     the questions that interviewers asked
drills.json    the answers in drills
drafts.json    what was typed and not saved
readiness.json how ready the stories were, day by day
settings.json  the settings
"""


def everything_zip() -> bytes:
    """Return the archive; the same bank gives the same bytes."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as into:
        for name, text in _files():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            into.writestr(entry, text)
    return archive.getvalue()


def _files() -> Iterator[tuple[str, str]]:
    yield "README.txt", _ABOUT
    for folder, found in (("stories", queries.stories()), ("removed", queries.removed())):
        for held in found:
            yield f"{folder}/{held.story.id}.md", write_markdown(held.story)
    yield "stories.json", _json("stories", _histories())
    loops = queries.loops()
    for each in loops:
        if not each.removed_at:
            yield f"loops/{each.id}.toml", write_loop(each.loop)
    yield "loops.json", _json("loops", [asdict(each) for each in loops])
    yield "asked.json", _json("asked", [asdict(each) for each in queries.asked()])
    yield "drills.json", _json("drills", [asdict(each) for each in queries.drilled()])
    yield "drafts.json", _json("drafts", [asdict(each) for each in drafts.drafts()])
    yield "readiness.json", _json("readiness", [asdict(each) for each in queries.snapshots()])
    yield "settings.json", _json("settings", asdict(preferences()))


def _histories() -> list[dict[str, object]]:
    return [
        {
            "id": story_id,
            "versions": [version_json(each) | {"story": story_json(each.story)} for each in found],
        }
        for story_id, found in queries.histories().items()
    ]


def _json(name: str, value: object) -> str:
    body = {"version": VERSION, name: value}
    return json.dumps(body, ensure_ascii=False, indent=1, default=str) + "\n"
