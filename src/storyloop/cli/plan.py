"""`plan`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from storyloop.cli.main import (
    format_option,
    open_bank,
    private_option,
    samples_option,
    showing,
)
from storyloop.cli.output import json_text, write_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from storyloop.planning.loop import Loop
    from storyloop.planning.planned import Plan
    from storyloop.story import Story

Said = dict[int, list[str]]


@click.command("plan")
@click.argument(
    "file",
    metavar="LOOP.toml",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    required=False,
)
@click.option(
    "--template",
    metavar="ID",
    help="Print a usual loop to start from: phone-screen, four-rounds, five-rounds, six-rounds.",
)
@click.option(
    "--told",
    metavar="N=ID,ID",
    multiple=True,
    help="Round N is over and these stories were told; plan the rest anew.  Repeatable.",
)
@click.option(
    "--came-up",
    metavar="N=WHAT",
    multiple=True,
    help="Round N asked, or will ask, this principle or question.  Repeatable.",
)
@format_option("text", "md", "json", "card")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file instead of the terminal.",
)
@samples_option
@private_option
@click.pass_context
def plan_command(  # noqa: PLR0913 - one argument an option
    ctx: click.Context,
    file: Path | None,
    template: str | None,
    told: tuple[str, ...],
    came_up: tuple[str, ...],
    *,
    samples: bool,
    is_private_out: bool,
    form: str,
    output: Path | None,
) -> None:
    """Plan which story to tell in which round, so that none is told twice; proved best."""
    if template is not None:
        write_out(_template(template), output)
        return
    if file is None:
        message = "Name the loop's file, or print one to fill in with --template five-rounds."
        raise click.UsageError(message)
    loop = read_loop_file(file)
    open_bank(ctx)
    from storyloop.bank import queries
    from storyloop.exchange import plan_report as forms
    from storyloop.exchange.plan_card import plan_card
    from storyloop.planning import counted
    from storyloop.planning.loop import ImpossibleLoop

    show = showing(is_private_out=is_private_out)
    basis = counted((show(held.story) for held in queries.stories()), with_samples=samples)
    check_stories(loop, basis.stories)
    try:
        found = _plan(loop, basis.stories, _said(told, split=True), _said(came_up, split=False))
    except ImpossibleLoop as error:
        raise click.UsageError(str(error)) from error
    if form == "json":
        text = json_text(forms.plan_json(found, basis))
    elif form == "card":
        text = plan_card(found)
    elif form == "md":
        text = forms.plan_markdown(found, basis)
    else:
        text = forms.plan_text(found, basis)
    write_out(text, output)


def read_loop_file(file: Path) -> Loop:
    """Return the loop in `file`; raise a usage error that says what is wrong with it."""
    from storyloop.exchange.loop_file import MOST_BYTES, BadLoopFile, read_loop

    if file.stat().st_size > MOST_BYTES:
        message = f"{file} is too large for a loop."
        raise click.UsageError(message)
    try:
        return read_loop(file.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        message = f"{file} is not text in UTF-8."
        raise click.UsageError(message) from error
    except BadLoopFile as error:
        message = f"{file}: {error}"
        raise click.UsageError(message) from error


def check_stories(loop: Loop, stories: Sequence[Story]) -> None:
    """Raise a usage error if the loop names a story that does not count."""
    from storyloop.planning.loop import story_ids

    known = {story.id for story in stories}
    for name in story_ids(loop):
        if name not in known:
            message = f"The loop names the story {name!r}, which is not among those counted."
            raise click.UsageError(message)


def _template(template_id: str) -> str:
    from storyloop import guide
    from storyloop.exchange.loop_file import write_loop
    from storyloop.planning.loop import of_template

    known = {each.id: each for each in guide.loops()}
    if template_id not in known:
        message = f"There is no template {template_id!r}; there is {', '.join(known)}."
        raise click.UsageError(message)
    found = known[template_id]
    return f"# {found.name}. {found.about}\n{write_loop(of_template(found))}"


def _plan(loop: Loop, stories: Sequence[Story], told: Said, came_up: Said) -> Plan:
    """Return the plan, made anew after each round that is over, as on the day."""
    from storyloop.planning.plan import plan
    from storyloop.planning.replan import replan

    found = plan(loop, stories)
    over = sorted(told)
    for number in over[:-1]:
        here = {number: came_up.pop(number, [])}
        found = replan(found, stories, told={number: told[number]}, came_up=here)
    if over or came_up:
        last = {number: told[number] for number in over[-1:]}
        found = replan(found, stories, told=last, came_up=came_up)
    return found


def _said(values: Sequence[str], *, split: bool) -> Said:
    """Return what was said of each round, which the user counts from 1."""
    found: Said = {}
    for value in values:
        number, equals, rest = value.partition("=")
        if not equals or not number.strip().isdecimal() or int(number) < 1:
            message = f"{value!r} does not begin with a round, as in 2=..."
            raise click.UsageError(message)
        pieces = rest.split(",") if split else [rest]
        said = [piece.strip() for piece in pieces if piece.strip()]
        found.setdefault(int(number) - 1, []).extend(said)
    return found
