"""`coverage`."""

from __future__ import annotations

import click

from storyloop.cli.main import (
    format_option,
    framework_option,
    open_bank,
    samples_option,
    wanted_framework,
)
from storyloop.cli.output import echo_json


@click.command("coverage")
@framework_option
@format_option("text", "json")
@samples_option
@click.pass_context
def coverage_command(
    ctx: click.Context, framework_id: str | None, *, samples: bool, form: str
) -> None:
    """Show which situations and principles the stories cover, and what to write next."""
    wanted = wanted_framework(framework_id)
    open_bank(ctx)
    from storyloop import guide
    from storyloop.bank import queries
    from storyloop.bank.preferences import preferences
    from storyloop.exchange.coverage import coverage_json, coverage_text
    from storyloop.planning import counted, coverage

    basis = counted((held.story for held in queries.stories()), with_samples=samples)
    found = coverage(basis.stories, guide.framework(wanted or preferences().framework))
    if form == "json":
        echo_json(coverage_json(found, basis))
    else:
        click.echo(coverage_text(found, basis), nl=False)
