"""`coverage`."""

from __future__ import annotations

import click

from storyloop.cli.main import format_option, open_bank, samples_option
from storyloop.cli.output import echo_json


@click.command("coverage")
@click.option(
    "--framework", "framework_id", default="amazon", show_default=True, help="Whose principles."
)
@format_option("text", "json")
@samples_option
@click.pass_context
def coverage_command(ctx: click.Context, framework_id: str, *, samples: bool, form: str) -> None:
    """Show which situations and principles the stories cover, and what to write next."""
    from storyloop import guide

    known = {framework.id: framework for framework in guide.frameworks()}
    if framework_id not in known:
        message = f"There is no framework {framework_id!r}; there is {', '.join(known)}."
        raise click.UsageError(message)
    open_bank(ctx)
    from storyloop.bank import queries
    from storyloop.exchange.coverage import coverage_json, coverage_text
    from storyloop.planning import counted, coverage

    basis = counted((held.story for held in queries.stories()), with_samples=samples)
    found = coverage(basis.stories, known[framework_id])
    if form == "json":
        echo_json(coverage_json(found, basis))
    else:
        click.echo(coverage_text(found, basis), nl=False)
