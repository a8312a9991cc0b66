"""`read`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from storyloop.cli.main import format_option
from storyloop.cli.output import echo_json
from storyloop.cli.texts import Given, given, lines
from storyloop.exchange import VERSION

if TYPE_CHECKING:
    from storyloop.reading import Reading


@click.command("read")
@click.argument("path", metavar="[PATH|-]", required=False, type=click.Path(path_type=Path))
@format_option("text", "json")
@click.option("--jsonl", is_flag=True, help="Read a JSON object a line, and write one a line.")
def read_command(path: Path | None, form: str, *, jsonl: bool) -> None:
    """Read a text as a coach does: parts, who acts, numbers, and what kind of text it is.

    PATH is a Markdown story or a plain-text answer; without it, or as -, the standard input is
    read. With --jsonl each line is `{"id", "text"}`.
    """
    from storyloop.exchange.reading import reading_json, reading_text

    if jsonl:
        for text in lines(path):
            body = {"version": VERSION, "id": text.id, **reading_json(_reading(text))}
            click.echo(json.dumps(body, ensure_ascii=False))
        return
    text = given(path or Path("-"))
    reading = _reading(text)
    if form == "json":
        echo_json({"id": text.id, **reading_json(reading)})
    else:
        click.echo(reading_text(reading), nl=False)


def _reading(text: Given) -> Reading:
    from storyloop.critique.draft import draft_of, draft_of_story

    return (draft_of_story(text.story) if text.story else draft_of(text.text)).reading
