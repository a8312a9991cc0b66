"""`token`."""

from __future__ import annotations

import click

from storyloop.cli.main import open_bank


@click.command("token")
@click.pass_context
def token_command(ctx: click.Context) -> None:
    """Print the token with which programs may write to this bank over HTTP.

    It is made at the first use and kept in the bank's folder. To make the old one worthless,
    delete the file `api-token` there.
    """
    open_bank(ctx)
    from django.conf import settings

    from storyloop.bank.keys import api_token

    click.echo(api_token(settings.BANK))
