"""What `read` and `check` are given: files, the standard input, lines of JSON."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from storyloop.exchange.decoding import LIMIT, decoded
from storyloop.exchange.refused import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from storyloop.story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A text to look at: where it is from, and the story if it is the file of one."""

    id: str
    text: str
    question: str = ""
    story: Story | None = None


def given(path: Path) -> Given:
    """Return the text of a file, `-` being the standard input; raise ClickException."""
    if str(path) == "-":
        return Given(id="-", text=_decoded(sys.stdin.buffer.read(LIMIT + 1), "-"))
    try:
        with path.open("rb") as stream:
            content = stream.read(LIMIT + 1)
    except OSError as error:
        message = f"{path}: the file cannot be read ({error.strerror})."
        raise click.ClickException(message) from None
    text = _decoded(content, str(path))
    if not text.startswith(("---\n", "---\r\n", "\ufeff---")):
        return Given(id=str(path), text=text)
    return Given(id=str(path), text=text, story=_story(path, text))


def lines(path: Path | None) -> Iterator[Given]:
    """Yield the text of each line of JSON (`{"id", "text", "question"?}`); raise ClickException."""
    for where, line in _lines(path):
        row = _row(line, where, "text")
        yield Given(id=row["id"], text=row["text"], question=row.get("question", ""))


def questions(path: Path | None) -> Iterator[tuple[str, str]]:
    """Yield id and question of each line of JSON (`{"id", "question"}`); raise ClickException."""
    for where, line in _lines(path):
        row = _row(line, where, "question")
        yield row["id"], row["question"]


def _lines(path: Path | None) -> Iterator[tuple[str, bytes]]:
    name = "-" if path is None else str(path)
    stream = sys.stdin.buffer if name == "-" else Path(name).open("rb")  # noqa: SIM115
    with stream:
        for number, line in enumerate(stream, 1):
            if line.strip():
                yield f"{name}, line {number}", line


def _row(line: bytes, where: str, wanted: str) -> dict[str, str]:
    """Return the texts of one line, of which it must hold `wanted`; raise ClickException."""
    try:
        row = json.loads(line)
        found = {key: (row.get(key) or "") + "" for key in ("text", "question")}
        found |= {wanted: row[wanted] + "", "id": str(row.get("id", ""))}
        "".join(found.values()).encode()  # JSON can hold half of a surrogate pair
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        message = f'{where}: this is not a line such as {{"id": "1", "{wanted}": "..."}}.'
        raise click.ClickException(message) from None
    if len(found[wanted]) > LIMIT:
        message = f"{where}: the text is longer than {LIMIT // 10**6} MB."
        raise click.ClickException(message)
    return found


def _decoded(content: bytes, name: str) -> str:
    try:
        return decoded(content)
    except Refused as why:
        message = f"{name}: {why}."
        raise click.ClickException(message) from None


def _story(path: Path, text: str) -> Story:
    from storyloop import guide
    from storyloop.story import Story, read_markdown

    story = read_markdown(text, vocabulary=guide.vocabulary(), file_id=path.stem)
    if isinstance(story, Story):
        return story
    message = f"{path}: {' '.join(map(str, story))}"
    raise click.ClickException(message)
