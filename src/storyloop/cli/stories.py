"""`list` and `show`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from storyloop.cli.main import format_option, open_bank
from storyloop.cli.output import echo_json

if TYPE_CHECKING:
    from storyloop.story import Story


@click.command("list")
@click.option("--removed", is_flag=True, help="List the removed stories instead.")
@format_option("text", "json")
@click.pass_context
def list_command(ctx: click.Context, *, removed: bool, form: str) -> None:
    """List the stories of the bank: id, words, primary principle and title."""
    open_bank(ctx)
    from storyloop.bank import queries

    found = queries.removed() if removed else queries.stories()
    if form == "json":
        echo_json({"stories": [_summary(held.story) for held in found]})
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
    from storyloop.story import write_markdown

    if history:
        _show_history(story_id, form)
        return
    if compare is not None:
        _show_changes(story_id, compare, form)
        return
    held = queries.version(story_id, revision) if revision else queries.held(story_id)
    if form == "json":
        echo_json({"story": _whole(held.story)})
    else:
        click.echo(write_markdown(held.story), nl=False)


def _show_history(story_id: str, form: str) -> None:
    from storyloop.bank import queries

    versions = queries.history(story_id)
    if form == "json":
        rows = [
            {"number": v.number, "saved_at": v.saved_at.isoformat(), "event": v.event, "via": v.via}
            for v in versions
        ]
        echo_json({"id": story_id, "revisions": rows})
        return
    for version in versions:
        moment = version.saved_at.astimezone().strftime("%Y-%m-%d %H:%M:%S")
        click.echo(f"{version.number:4}  {moment}  {version.event} via {version.via}")


def _show_changes(story_id: str, number: int, form: str) -> None:
    from storyloop.bank import queries
    from storyloop.story import changes

    old, new = queries.version(story_id, number).story, queries.held(story_id).story
    found = changes(old, new)
    if form == "json":
        rows = [{"field": c.field, "before": c.before, "after": c.after} for c in found]
        echo_json({"id": story_id, "since": number, "changes": rows})
        return
    if not found:
        click.echo(f"Nothing has changed since revision {number}.")
    for change in found:
        click.echo(click.style(change.name, bold=True))
        for sign, text in (("-", change.before), ("+", change.after)):
            for line in text.splitlines():
                click.echo(f"  {sign} {line}")


def _summary(story: Story) -> dict[str, object]:
    return {
        "id": story.id,
        "title": story.title,
        "headline": story.headline,
        "words": story.words,
        "archetype": story.archetype,
        "principles": list(story.principles),
        "situations": list(story.situations),
        "sample": story.sample,
    }


def _whole(story: Story) -> dict[str, object]:
    from storyloop.story import to_json

    fields: dict[str, object] = json.loads(to_json(story))
    del fields["source"]
    return fields
