"""`import`, `export` and `backup`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from storyloop.cli.main import BAD_USE, open_bank, private_option

if TYPE_CHECKING:
    from collections.abc import Iterable

    from storyloop.exchange.intake import Report


@click.command("import")
@click.argument(
    "paths",
    metavar="PATH...",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, path_type=Path),
)
@click.pass_context
def import_command(ctx: click.Context, paths: tuple[Path, ...]) -> None:
    """Read stories from .md, .txt and .docx files, or from all of them in a folder.

    Each file is taken whole or not at all, and reported. A story file whose id the bank knows
    becomes a new version of that story; the former text stays in its history. Any other text is
    added as a new story, or as several, one for each heading of the first level; the reading sorts
    it into parts where the text does not name them.
    """
    open_bank(ctx)
    from storyloop.exchange.folder import import_paths

    _report(ctx, import_paths(paths))


@click.command("export")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@private_option
@click.pass_context
def export_command(ctx: click.Context, folder: Path, *, is_private_out: bool) -> None:
    """Write each story to DIR as a Markdown file; files you edited there are left alone."""
    open_bank(ctx)
    from storyloop.exchange.folder import export_to

    if not _report(ctx, export_to(folder, is_private_out=is_private_out)):
        click.echo("There is no story to write.")


@click.command("backup")
@click.option(
    "--to",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder of the copy.  [default: backups/ in the bank's folder]",
)
@click.pass_context
def backup_command(ctx: click.Context, folder: Path | None) -> None:
    """Copy the whole bank, history included, into one file; the app may be running."""
    open_bank(ctx)
    from django.conf import settings

    from storyloop.bank.backup import back_up

    click.echo(f"Wrote {back_up(folder or settings.BANK / 'backups')}")


def _report(ctx: click.Context, reports: Iterable[Report]) -> int:
    refused = count = 0
    for report in reports:
        count += 1
        if report.outcome == "refused":
            refused += 1
            for problem in report.problems:
                click.echo(f"storyloop: {report.name}: {problem.rstrip('.')}.", err=True)
        else:
            read = ", sorted into parts by the reading; look at it" if report.rough else ""
            click.echo(f"{report.outcome:9}  {report.name}  ({report.story_id}{read})")
    if refused:
        ctx.exit(BAD_USE)
    return count
