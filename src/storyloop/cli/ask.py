"""`ask`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from storyloop.cli.main import format_option, open_bank, samples_option
from storyloop.cli.output import echo_json
from storyloop.cli.texts import questions
from storyloop.exchange import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from storyloop.matching.match import Matcher
    from storyloop.story import Story

_AT_ONCE = 256


@click.command("ask")
@click.argument("question", metavar="[QUESTION|PATH|-]", required=False)
@format_option("text", "json")
@click.option("--jsonl", is_flag=True, help="Read a JSON object a line, and write one a line.")
@click.option(
    "--most", type=click.IntRange(1), default=5, show_default=True, help="Show so many stories."
)
@samples_option
@click.pass_context
def ask_command(  # noqa: PLR0913 - one argument an option
    ctx: click.Context, question: str | None, form: str, *, jsonl: bool, most: int, samples: bool
) -> None:
    """Say what a question tests, and which of your stories answers it.

    With --jsonl the argument is a file, or - for the standard input, and each line is
    `{"id", "question"}`.
    """
    if not jsonl and not (question or "").strip():
        message = 'Give a question in quotation marks, such as "When did you miss a deadline?".'
        raise click.UsageError(message)
    stories = _stories(ctx, with_samples=samples)
    from storyloop.exchange.asking import asking_json, asking_text
    from storyloop.matching.match import Matcher

    if jsonl:
        asked = questions(Path(question) if question else None)
        _each_line(asked, Matcher(stories), most)
        return
    from storyloop.matching.interpret import interpret

    intent = interpret(question or "")
    matches = Matcher(stories).match(intent, most=most)
    if form == "json":
        echo_json({"id": "", **asking_json(intent, matches)})
    else:
        click.echo(asking_text(intent, matches), nl=False)


def _each_line(asked: Iterable[tuple[str, str]], matcher: Matcher, most: int) -> None:
    from storyloop.exchange.asking import asking_json
    from storyloop.matching.interpret import interpret_all

    for batch in _batches(asked):
        for (name, _), intent in zip(batch, interpret_all([q for _, q in batch]), strict=True):
            found = asking_json(intent, matcher.match(intent, most=most))
            click.echo(json.dumps({"version": VERSION, "id": name, **found}, ensure_ascii=False))


def _batches(asked: Iterable[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    batch: list[tuple[str, str]] = []
    try:
        for row in asked:
            batch.append(row)
            if len(batch) == _AT_ONCE:
                yield batch
                batch = []
    except click.ClickException:
        # A bad line ends it, but those before it are answered.
        yield batch
        raise
    yield batch


def _stories(ctx: click.Context, *, with_samples: bool) -> Sequence[Story]:
    open_bank(ctx)
    from storyloop.bank import queries
    from storyloop.planning import counted

    return counted((h.story for h in queries.stories()), with_samples=with_samples).stories
