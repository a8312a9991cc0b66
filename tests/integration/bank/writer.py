"""A program that opens the bank and saves a story over and over, saying so each time.

    python writer.py STORY NAME [SAVES]

The bank is the one that the environment names. Each edit adds a line to the story, made of NAME
and a number, and keeps the last `LINES` of them; an edit that came too late is made anew on the
current story. Before the first edit the program prints `open`; then, for each one, `begin LINE`
and `saved LINE REVISION`. Without SAVES it saves until it is stopped.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from itertools import count, islice
from typing import TYPE_CHECKING

import click

from storyloop.bank.opening import open_bank

if TYPE_CHECKING:
    from storyloop.bank.values import Held

LINES = 400
# Some pages of the database, so that a save is no single write.
AT_LENGTH = "The signal stayed red for another minute. " * 800


def main(story_id: str, name: str, saves: int | None) -> None:
    """Save `saves` edits, or edits without end."""
    open_bank()
    from storyloop.bank import queries

    click.echo("open")
    for number in islice(count(1), saves):
        line = f"{name}-{number}"
        click.echo(f"begin {line}")
        held = _saved(queries.held(story_id), line)
        click.echo(f"saved {line} {held.revision}")


def _saved(held: Held, line: str) -> Held:
    from storyloop.bank import services
    from storyloop.bank.errors import Stale

    while True:
        lines = [*held.story.action.split("\n"), line][-LINES:]
        edited = replace(held.story, action="\n".join(lines), situation=AT_LENGTH)
        try:
            return services.save(edited, base=held.revision, via="command line")
        except Stale as stale:
            held = stale.current


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if sys.argv[3:] else None)
