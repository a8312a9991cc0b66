"""`prepare`."""

from __future__ import annotations

from pathlib import Path

import click

from storyloop.cli.main import (
    format_option,
    open_bank,
    private_option,
    samples_option,
    showing,
)
from storyloop.cli.output import json_text, write_out
from storyloop.cli.texts import given


@click.command("prepare")
@click.option(
    "--situation",
    "ids",
    metavar="ID",
    multiple=True,
    help="A situation to prepare for, such as root-cause; repeatable.  [default: all fifteen]",
)
@click.option(
    "--question",
    "questions",
    metavar="Q",
    multiple=True,
    help="A question in any wording to prepare for; repeatable.",
)
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path),
    help="A file with a question a line, or - for the standard input.",
)
@click.option("--fewest", is_flag=True, help="Use the fewest stories that cover what is asked.")
@format_option("text", "md", "json")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file instead of the terminal.",
)
@samples_option
@private_option
@click.pass_context
def prepare_command(  # noqa: PLR0913 - one argument an option
    ctx: click.Context,
    ids: tuple[str, ...],
    questions: tuple[str, ...],
    source: Path | None,
    *,
    fewest: bool,
    samples: bool,
    is_private_out: bool,
    form: str,
    output: Path | None,
) -> None:
    """Lay out a story for each situation: short form, numbers, why-not, probes and a spare.

    With --question or --from the questions stand in place of the situations.
    """
    from storyloop import guide

    known = guide.vocabulary().situations
    for each in ids:
        if each not in known:
            message = f"There is no situation {each!r}; use one of: {', '.join(known)}."
            raise click.UsageError(message)
    asked = [each for each in (*questions, *(_listed(source) if source else ())) if each.strip()]
    if ids and asked:
        message = "Give situations or questions, not both."
        raise click.UsageError(message)
    if (questions or source) and not asked:
        message = "There is no question to prepare for."
        raise click.UsageError(message)
    open_bank(ctx)
    from storyloop.bank import queries
    from storyloop.bank.preferences import preferences
    from storyloop.exchange import preparation as forms
    from storyloop.planning import counted, prepare

    show = showing(is_private_out=is_private_out)
    basis = counted((show(held.story) for held in queries.stories()), with_samples=samples)
    pace = preferences().pace
    if asked:
        from storyloop.planning.questions import prepare_questions

        found = prepare_questions(
            basis.stories, list(dict.fromkeys(asked)), fewest=fewest, pace=pace
        )
    else:
        chosen = [guide.situation(each) for each in dict.fromkeys(ids)] or None
        found = prepare(basis.stories, chosen, fewest=fewest, pace=pace)
    if form == "json":
        text = json_text(forms.preparation_json(found, basis))
    elif form == "md":
        text = forms.preparation_markdown(found, basis)
    else:
        text = forms.preparation_text(found, basis)
    write_out(text, output)


def _listed(source: Path) -> list[str]:
    return [line.strip() for line in given(source).text.splitlines() if line.strip()]
