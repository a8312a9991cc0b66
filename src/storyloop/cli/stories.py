"""`list` and `show`."""

from __future__ import annotations

import click

from storyloop.cli.main import format_option, open_bank
from storyloop.cli.output import echo_json


@click.command("list")
@click.option("--removed", is_flag=True, help="List the removed stories instead.")
@format_option("text", "json")
@click.pass_context
def list_command(ctx: click.Context, *, removed: bool, form: str) -> None:
    """List the stories of the bank: id, words, primary principle and title."""
    open_bank(ctx)
    from storyloop.bank import queries
    from storyloop.exchange.stories import summary_json

    found = queries.removed() if removed else queries.stories()
    if form == "json":
        echo_json({"stories": [summary_json(held.story) for held in found]})
        return
    if not found:
        click.echo("No story is removed." if removed else "No story yet; write one: storyloop new")
    width = max((len(held.story.id) for held in found), default=0)
    for held in found:
        story = held.story
        primary = story.principles[0] if story.principles else "-"
        mark = "  (sample)" if story.sample else ""
        click.echo(f"{story.id:{width}}  {story.words:4} words  {primary:32}  {story.title}{mark}")


@click.command("show")
@click.argument("story_id", metavar="ID")
@click.option("--history", is_flag=True, help="List the story's versions instead.")
@click.option("--revision", type=click.IntRange(1), help="Show the version with this number.")
@click.option("--compare", type=click.IntRange(1), help="Show what changed since this version.")
@format_option("md", "json")
@click.pass_context
def show_command(  # noqa: PLR0913 - one argument an option
    ctx: click.Context,
    story_id: str,
    *,
    history: bool,
    revision: int | None,
    compare: int | None,
    form: str,
) -> None:
    """Show a story as Markdown or JSON, its history, or an older version."""
    if sum((history, revision is not None, compare is not None)) > 1:
        message = "Use one of --history, --revision and --compare at a time."
        raise click.UsageError(message)
    open_bank(ctx)
    from storyloop.bank import queries
    from storyloop.exchange.stories import story_json
    from storyloop.story import write_markdown

    if history:
        _show_history(story_id, form)
        return
    if compare is not None:
        _show_changes(story_id, compare, form)
        return
    held = queries.version(story_id, revision) if revision else queries.held(story_id)
    if form == "json":
        echo_json({"story": story_json(held.story)})
    else:
        click.echo(write_markdown(held.story), nl=False)


def _show_history(story_id: str, form: str) -> None:
    from storyloop.bank import queries
    from storyloop.exchange.stories import version_json

    versions = queries.history(story_id)
    if form == "json":
        echo_json({"id": story_id, "revisions": [version_json(each) for each in versions]})
        return
    for version in versions:
        moment = version.saved_at.astimezone().strftime("%Y-%m-%d %H:%M:%S")
        click.echo(f"{version.number:4}  {moment}  {version.event} via {version.via}")


def _show_changes(story_id: str, number: int, form: str) -> None:
    from storyloop.bank import queries
    from storyloop.exchange.stories import changes_json
    from storyloop.story import changes

    old, new = queries.version(story_id, number).story, queries.held(story_id).story
    found = changes(old, new)
    if form == "json":
        echo_json({"id": story_id, "since": number, "changes": changes_json(found)})
        return
    if not found:
        click.echo(f"Nothing has changed since revision {number}.")
    for change in found:
        click.echo(click.style(change.name, bold=True))
        for sign, text in (("-", change.before), ("+", change.after)):
            for line in text.splitlines():
                click.echo(f"  {sign} {line}")
