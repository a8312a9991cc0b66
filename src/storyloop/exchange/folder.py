"""The bank as a folder of Markdown files, one a story."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from storyloop.bank import queries
from storyloop.bank.preferences import preferences
from storyloop.exchange.decoding import decoded
from storyloop.exchange.intake import MOST, SUFFIXES, Intake, Report, read_story
from storyloop.exchange.refused import Refused
from storyloop.story import Story, write_markdown
from storyloop.story.private import without_private

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

# What Word and macOS lay beside somebody's files.
_NOT_ANYBODYS = ("~$", "._")


def import_paths(paths: Iterable[Path]) -> Iterator[Report]:
    """Read files, and those of the known kinds in folders, into the bank; report on each story.

    Each file is taken whole or not at all; see `storyloop.exchange.intake`.
    """
    intake = Intake(sort=True)
    for path in paths:
        files = _files(path)
        if not files:
            kinds = f"{', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}"
            problem = f"there is no {kinds} file in this folder"
            yield Report(name=str(path), outcome="refused", problems=(problem,))
        for file in files:
            try:
                content = _content(file)
            except Refused as why:
                yield Report(name=str(file), outcome="refused", problems=why.problems)
            else:
                yield from intake.take(str(file), content)


def export_to(folder: Path, *, is_private_out: bool = False) -> Iterator[Report]:
    """Write each story of the bank to `folder` as `<id>.md`; report on each file.

    Private terms are written, or left out. A file that differs from every version of its story,
    with and without them, was edited there: it is refused, as writing over it would lose the edit.
    Raises OSError if the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    terms = preferences().private_terms
    for held in queries.stories():
        file = folder / f"{held.story.id}.md"
        shown = without_private(held.story, terms) if is_private_out else held.story
        text = write_markdown(shown).encode()
        known = file.read_bytes() if file.exists() else None
        if known == text:
            yield Report(name=str(file), outcome="unchanged", story_id=held.story.id)
        elif known is None or known in _versions(held.story.id, terms):
            draft = file.with_suffix(".md.part")
            draft.write_bytes(text)
            draft.replace(file)
            yield Report(name=str(file), outcome="written", story_id=held.story.id)
        else:
            problem = "the file was edited and would be lost; import it first, or move it away"
            yield Report(
                name=str(file), outcome="refused", story_id=held.story.id, problems=(problem,)
            )


def read_story_file(
    file: Path, *, file_id: str, clean: Callable[[str], str] = str
) -> Story | tuple[str, ...]:
    """Read one story file, its text put through `clean`; return it, or its problems.

    A file that names no id takes `file_id`.
    """
    try:
        return read_story(clean(decoded(_content(file))), file_id=file_id)
    except Refused as why:
        return why.problems


def _content(file: Path) -> bytes:
    """Return the bytes of a file, or one more than any file may have; raise Refused."""
    try:
        with file.open("rb") as stream:
            return stream.read(MOST + 1)
    except OSError as error:
        message = f"the file cannot be read ({error.strerror})"
        raise Refused(message) from None


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    closed: list[Path] = []  # folders without rights: read like a file, they say so
    walk = os.walk(path, onerror=lambda error: closed.append(Path(error.filename)))
    found = [Path(at) / name for at, _, names in walk for name in names]
    return sorted([*closed, *(file for file in found if _is_known(file))])


def _is_known(file: Path) -> bool:
    return file.suffix.lower() in SUFFIXES and not file.name.startswith(_NOT_ANYBODYS)


def _versions(story_id: str, terms: Sequence[str]) -> set[bytes]:
    found = [version.story for version in queries.history(story_id)]
    found += [without_private(each, terms) for each in found]
    return {write_markdown(each).encode() for each in found}
