"""The bank as a folder of Markdown files, one a story."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from storyloop import guide
from storyloop.bank import queries, services
from storyloop.bank.errors import NoSuchStory
from storyloop.bank.models import Via
from storyloop.story import Story, read_markdown, write_markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Outcome = Literal["added", "updated", "unchanged", "written", "refused"]
LIMIT = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What became of one file; `problems` says why a refused one was refused."""

    path: Path
    outcome: Outcome
    story_id: str = ""
    problems: tuple[str, ...] = ()


def import_paths(paths: Iterable[Path]) -> Iterator[Report]:
    """Read story files, and all `.md` files in folders, into the bank; report on each file.

    Each file is taken whole or not at all. A story whose id the bank knows becomes a new version
    of it; the former text stays in its history.
    """
    origins: dict[str, Path] = {}
    for path in paths:
        files = _story_files(path)
        if not files:
            problem = "there is no .md file in this folder"
            yield Report(path=path, outcome="refused", problems=(problem,))
        for file in files:
            story = read_story(file)
            if not isinstance(story, Story):
                yield Report(path=file, outcome="refused", problems=story)
            elif story.id in origins:
                problem = f"the id {story.id!r} stands in {origins[story.id]} too; change one"
                yield Report(path=file, outcome="refused", problems=(problem,))
            else:
                origins[story.id] = file
                yield Report(path=file, outcome=_put(story), story_id=story.id)


def export_to(folder: Path) -> Iterator[Report]:
    """Write each story of the bank to `folder` as `<id>.md`; report on each file.

    A file that differs from every version of its story was edited there: it is refused, as
    writing over it would lose the edit. Raises OSError if the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for held in queries.stories():
        file = folder / f"{held.story.id}.md"
        text = write_markdown(held.story).encode()
        known = file.read_bytes() if file.exists() else None
        if known == text:
            yield Report(path=file, outcome="unchanged", story_id=held.story.id)
        elif known is None or known in _versions(held.story.id):
            draft = file.with_suffix(".md.part")
            draft.write_bytes(text)
            draft.replace(file)
            yield Report(path=file, outcome="written", story_id=held.story.id)
        else:
            problem = "the file was edited and would be lost; import it first, or move it away"
            yield Report(path=file, outcome="refused", story_id=held.story.id, problems=(problem,))


def read_story(
    file: Path, *, file_id: str = "", clean: Callable[[str], str] = str
) -> Story | tuple[str, ...]:
    """Read one story file, its text put through `clean`; return it, or its problems.

    A file that names no id takes `file_id` (default: the file's name).
    """
    try:
        with file.open("rb") as stream:
            content = stream.read(LIMIT + 1)
        if len(content) > LIMIT:
            return (f"the file is larger than {LIMIT // 10**6} MB, the most a story may have",)
        text = content.decode("utf-8")
    except OSError as error:
        return (f"the file cannot be read ({error.strerror})",)
    except UnicodeDecodeError:
        return ("the file is not UTF-8 text; save it as plain text or Markdown",)
    if "\0" in text:
        return ("the file is not text; save it as plain text or Markdown",)
    story = read_markdown(clean(text), vocabulary=guide.vocabulary(), file_id=file_id or file.stem)
    return story if isinstance(story, Story) else tuple(map(str, story))


def _story_files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    closed: list[Path] = []  # folders without rights: read like a file, they say so
    walk = os.walk(path, onerror=lambda error: closed.append(Path(error.filename)))
    found = [Path(at) / name for at, _, names in walk for name in names]
    return sorted([*closed, *(file for file in found if file.suffix.lower() == ".md")])


def _put(story: Story) -> Outcome:
    try:
        before = queries.held(story.id).revision
    except NoSuchStory:
        services.add(story, via=Via.IMPORT)
        return "added"
    after = services.put(story, via=Via.IMPORT).revision
    return "unchanged" if after == before else "updated"


def _versions(story_id: str) -> set[bytes]:
    return {write_markdown(version.story).encode() for version in queries.history(story_id)}
