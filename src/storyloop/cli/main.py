"""The `storyloop` command: finds the subcommand, and turns every failure into one sentence."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from storyloop.story import Story

from storyloop import cores

cores.keep_to_one()
Decorated = TypeVar("Decorated", bound=Callable[..., Any])
FINE, BAD_USE, INTERRUPTED = 0, 2, 130
# Command -> (module, one line of help). The help stands here so that `--help` imports no command.
COMMANDS = {
    "prepare": ("prepare", "Lay out a story for each situation, ready to tell."),
    "ask": ("ask", "Say what a question tests, and which story answers it."),
    "read": ("read", "Read a text: its parts, who acts, its numbers."),
    "check": ("check", "Check stories or answers, as a linter does."),
    "rule": ("check", "Show the manual page of a rule."),
    "rules": ("check", "List the rules."),
    "list": ("stories", "List the stories of the bank."),
    "show": ("stories", "Show a story, its history, or an older version."),
    "new": ("writing", "Write a new story in your editor, guided by questions."),
    "edit": ("writing", "Edit a story in your editor, or restore an older version."),
    "remove": ("writing", "Remove a story; it can be brought back."),
    "import": ("files", "Read stories from Markdown, text or Word files."),
    "export": ("files", "Write all stories to a folder, a Markdown file each."),
    "backup": ("files", "Copy the whole bank, also while the app runs."),
    "coverage": ("coverage", "Show which situations and principles the stories cover."),
    "plan": ("plan", "Plan which story to tell in which round of a loop."),
    "readiness": ("readiness", "Say how many likely loops the stories are ready for."),
    "settings": ("settings", "Show or change your settings."),
    "token": ("token", "Print the token with which programs may write over HTTP."),
}


class _Commands(click.Group):
    """A group that imports a command's module when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"storyloop.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(cls=_Commands, invoke_without_command=True)
@click.option(
    "--bank",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="STORYLOOP_BANK",
    help="The bank's folder.  [default: the user's data folder]",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8417,
    show_default=True,
    help="The port of the pages; 0 takes a free one.",
)
@click.option("--open/--no-open", "open_browser", default=True, help="Open the browser.")
@click.version_option(package_name="storyloop")
@click.pass_context
def storyloop(ctx: click.Context, bank: Path | None, port: int, *, open_browser: bool) -> None:
    """Keep your interview stories, and find the right one for every question.

    Without a command, Storyloop serves its pages on this machine and opens them.
    """
    ctx.obj = bank
    if ctx.invoked_subcommand is None:
        from storyloop.cli.serve import serve

        serve(bank, port, open_browser=open_browser)


def format_option(*forms: str) -> Callable[[Decorated], Decorated]:
    """Return the option `--format`, the first of `forms` being the default."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(forms),
        default=forms[0],
        show_default=True,
        help="How to print it.",
    )


framework_option = click.option(
    "--framework",
    "framework_id",
    metavar="ID",
    help="Whose principles: amazon or civil-service.  [default: as set, and amazon at first]",
)
samples_option = click.option(
    "--samples", is_flag=True, help="Count the samples beside your own stories."
)


private_option = click.option(
    "--leave-out-private",
    "is_private_out",
    is_flag=True,
    help="Write [private] for private terms, to hand it on.",
)


def showing(*, is_private_out: bool) -> Callable[[Story], Story]:
    """Return what makes of a story of the bank what is shown of it."""
    if not is_private_out:
        return lambda story: story
    from storyloop.bank.preferences import preferences
    from storyloop.story.private import without_private

    terms = preferences().private_terms
    return lambda story: without_private(story, terms)


def open_bank(ctx: click.Context) -> None:
    """Open the bank that `--bank` names."""
    from storyloop.bank.opening import open_bank as open_folder

    open_folder(ctx.find_root().obj)


def wanted_framework(framework_id: str | None) -> str | None:
    """Return the id given to `framework_option`, None where none is; raise a usage error."""
    from storyloop import guide

    known = [framework.id for framework in guide.frameworks()]
    if framework_id not in {None, *known}:
        message = f"There is no framework {framework_id!r}; there is {', '.join(known)}."
        raise click.UsageError(message)
    return framework_id


def main() -> None:
    """Run the command line; exit with 0, 2 for bad use or bad input, 130 when interrupted."""
    try:
        status = storyloop.main(prog_name="storyloop", standalone_mode=False)
    except click.exceptions.Exit as stop:
        status = stop.exit_code
    except (click.Abort, KeyboardInterrupt):
        status = INTERRUPTED
    except click.ClickException as error:
        status = _fail(error.format_message())
    except SystemExit:
        # So click ends when the reader of a pipe has seen enough.
        status = FINE
    except Exception as error:  # noqa: BLE001 - the user gets a sentence, never a traceback
        status = _fail(_sentence(error))
    sys.exit(status if isinstance(status, int) else FINE)


def _fail(sentence: str) -> int:
    click.echo(f"storyloop: {' '.join(sentence.split())}", err=True)
    return BAD_USE


def _sentence(error: Exception) -> str:
    if getattr(error, "status", None):  # an error of the bank speaks for itself
        return str(error)
    if "django.db" in sys.modules and isinstance(error, sys.modules["django.db"].DatabaseError):
        return f"The bank's database cannot be used ({error})."
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename} cannot be used ({error.strerror})."
    if os.environ.get("STORYLOOP_DEBUG"):
        raise error
    return (
        f"Something went wrong inside Storyloop ({type(error).__name__}: {error}); "
        "set STORYLOOP_DEBUG=1 to see where."
    )
