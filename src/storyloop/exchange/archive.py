"""Stories as files in one ZIP archive."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from storyloop.story import write_markdown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from storyloop.story import Story


def stories_zip(stories: Iterable[Story]) -> bytes:
    """Return an archive with a Markdown file for each story, named by its id."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as into:
        for story in stories:
            # Without the time of the call, so that the same stories make the same archive.
            into.writestr(zipfile.ZipInfo(f"{story.id}.md"), write_markdown(story))
    return archive.getvalue()
