"""`new`, `edit` and `remove`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from storyloop.cli.main import open_bank

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from storyloop.story import Story

_VIA = "command line"


@click.command("new")
@click.option("--archetype", metavar="ID", help="The kind of story, such as scaled-solution.")
@click.option("--title", default="", help="The story's title; its id is made from it.")
@click.pass_context
def new_command(ctx: click.Context, archetype: str | None, title: str) -> None:
    """Write a new story in your editor ($VISUAL or $EDITOR), guided by questions."""
    open_bank(ctx)
    from storyloop.bank import imports
    from storyloop.exchange.draft import blank_draft, without_prompts

    kind = _archetype(archetype)
    draft = blank_draft(kind, title)
    story, file = _edited(draft, name="new-story", clean=without_prompts)
    if story is None:
        click.echo("Nothing was written, so nothing was added.")
        return
    held = imports.add_new(story, via=_VIA)
    file.unlink()
    click.echo(f"Added {held.story.id}")


@click.command("edit")
@click.argument("story_id", metavar="ID")
@click.option(
    "--restore", type=click.IntRange(1), help="Make the version with this number current."
)
@click.pass_context
def edit_command(ctx: click.Context, story_id: str, restore: int | None) -> None:
    """Edit a story in your editor ($VISUAL or $EDITOR), or restore an older version of it."""
    open_bank(ctx)
    from storyloop.bank import queries, services
    from storyloop.bank.errors import Stale
    from storyloop.story import write_markdown

    held = queries.held(story_id)
    if restore is not None:
        services.restore(story_id, restore, base=held.revision, via=_VIA)
        click.echo(f"Restored revision {restore} of {story_id}")
        return
    story, file = _edited(write_markdown(held.story), name=story_id)
    if story is None:
        click.echo("Nothing has changed.")
        return
    if story.id != story_id:
        message = f"The id {story_id!r} cannot be changed; your text is kept in {file}."
        raise click.ClickException(message)
    try:
        services.save(story, base=held.revision, via=_VIA)
    except Stale as stale:
        message = f"{stale} Your text is kept in {file}."
        raise click.ClickException(message) from None
    file.unlink()
    click.echo(f"Saved {story_id}")


@click.command("remove")
@click.argument("story_ids", metavar="ID...", nargs=-1)
@click.option("--undo", is_flag=True, help="Bring the stories back instead.")
@click.option("--samples", is_flag=True, help="Take all sample stories.")
@click.pass_context
def remove_command(
    ctx: click.Context, story_ids: tuple[str, ...], *, undo: bool, samples: bool
) -> None:
    """Remove stories from the bank; `--undo` brings them back."""
    if samples == bool(story_ids):
        message = "Name the stories to remove, or use --samples."
        raise click.UsageError(message)
    open_bank(ctx)
    from storyloop.bank import queries, services

    if samples:
        act = services.bring_back_samples if undo else services.remove_samples
        done = act(via=_VIA)
    else:
        # All are looked up before any is changed, so that a wrong id changes nothing.
        done = [queries.held(story_id).story.id for story_id in story_ids]
        for story_id in done:
            (services.bring_back if undo else services.remove)(story_id, via=_VIA)
    verb = "Brought back" if undo else "Removed"
    click.echo(f"{verb} {', '.join(done)}" if done else "There are no samples.")


def _archetype(archetype_id: str | None) -> str:
    from storyloop import guide

    ids = guide.vocabulary().archetypes
    if archetype_id is None and sys.stdin.isatty():
        for number, kind in enumerate(guide.archetypes(), 1):
            click.echo(f"{number:3}  {kind.name}: {kind.gloss}")
        number = click.prompt("Which kind of story", type=click.IntRange(1, len(ids)))
        return ids[number - 1]
    if archetype_id not in ids:
        message = f"Name the kind of story with --archetype, one of: {', '.join(ids)}."
        raise click.UsageError(message)
    return archetype_id


def _edited(
    draft: str, *, name: str, clean: Callable[[str], str] = str
) -> tuple[Story | None, Path]:
    """Let the user edit `draft`; return the story, or None if it was left as it was.

    The text is kept in a file of the bank's folder until the caller has saved the story, so that
    no failure loses it. Raises ClickException.
    """
    from django.conf import settings

    from storyloop.exchange.draft import keep_draft
    from storyloop.exchange.folder import read_story_file

    file = keep_draft(settings.BANK / "unsaved", name, draft)
    while True:
        _open_editor(file, draft.encode())
        if file.read_bytes() == draft.encode():
            file.unlink()
            return None, file
        story = read_story_file(file, file_id=name, clean=clean)
        if not isinstance(story, tuple):
            return story, file
        for problem in story:
            click.echo(f"storyloop: {file}: {problem}", err=True)
        if not (sys.stdin.isatty() and click.confirm("Edit it again?", default=True)):
            message = f"The story was not saved; your text is kept in {file}."
            raise click.ClickException(message)


def _open_editor(file: Path, draft: bytes) -> None:
    try:
        click.edit(filename=str(file))
    except click.ClickException as error:
        if file.read_bytes() == draft:
            file.unlink()
            raise
        message = f"{error.message}; your text is kept in {file}."
        raise click.ClickException(message) from None
