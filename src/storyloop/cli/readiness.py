"""`readiness`."""

from __future__ import annotations

from pathlib import Path

import click

from storyloop.cli.main import (
    format_option,
    framework_option,
    open_bank,
    samples_option,
    wanted_framework,
)
from storyloop.cli.output import echo_json

_MOST_LOOPS = 200_000


@click.command("readiness")
@click.option(
    "--loop",
    "file",
    metavar="LOOP.toml",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Draw your own loop instead of usual ones.",
)
@click.option(
    "--loops",
    type=click.IntRange(100, _MOST_LOOPS),
    default=10_000,
    show_default=True,
    help="How many loops to draw.",
)
@click.option(
    "--seed",
    type=click.IntRange(0),
    default=1,
    show_default=True,
    help="Which loops are drawn: the same seed, the same loops.",
)
@click.option(
    "--tellings",
    type=click.IntRange(1, 20),
    help="How often a story may be told in a loop.  [default: 1, or what LOOP.toml says]",
)
@framework_option
@format_option("text", "json")
@samples_option
@click.pass_context
def readiness_command(  # noqa: PLR0913, PLR0917 - one argument an option
    ctx: click.Context,
    file: Path | None,
    loops: int,
    seed: int,
    tellings: int | None,
    framework_id: str | None,
    *,
    samples: bool,
    form: str,
) -> None:
    """Say for what share of likely loops every question has a story, and what to write next."""
    from dataclasses import replace

    from storyloop.cli.plan import check_stories, read_loop_file

    wanted = wanted_framework(framework_id)
    loop = read_loop_file(file) if file else None
    open_bank(ctx)
    from storyloop.bank import queries
    from storyloop.bank.preferences import preferences
    from storyloop.exchange.readiness_report import readiness_json, readiness_text
    from storyloop.planning import counted
    from storyloop.planning.assumptions import Assumptions
    from storyloop.planning.readiness import readiness

    basis = counted((held.story for held in queries.stories()), with_samples=samples)
    if loop:
        check_stories(loop, basis.stories)
        loop = replace(loop, most_tellings=tellings or loop.most_tellings)
    usual = preferences()
    assumptions = Assumptions(
        framework=wanted or usual.framework, level=usual.level, most_tellings=tellings or 1
    )
    found = readiness(basis.stories, assumptions=assumptions, loop=loop, loops=loops, seed=seed)
    if form == "json":
        echo_json(readiness_json(found, basis))
    else:
        click.echo(readiness_text(found, basis), nl=False)
