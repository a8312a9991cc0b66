"""`coverage`."""

from __future__ import annotations

import click

from storyloop.cli.main import open_bank
from storyloop.cli.output import echo_json


@click.command("coverage")
@click.option(
    "--framework", "framework_id", default="amazon", show_default=True, help="Whose principles."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.pass_context
def coverage_command(ctx: click.Context, framework_id: str, form: str) -> None:
    """Show which situations and principles the stories cover, and what to write next."""
    from storyloop import guide

    known = {framework.id: framework for framework in guide.frameworks()}
    if framework_id not in known:
        message = f"There is no framework {framework_id!r}; there is {', '.join(known)}."
        raise click.UsageError(message)
    open_bank(ctx)
    from storyloop.bank import queries
    from storyloop.exchange.coverage import coverage_json, coverage_text
    from storyloop.planning import coverage

    found = coverage([held.story for held in queries.stories()], known[framework_id])
    if form == "json":
        echo_json(coverage_json(found))
    else:
        click.echo(coverage_text(found), nl=False)
