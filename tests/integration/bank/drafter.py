"""A program that is a window on a story: it adds lines to its draft, and saves now and then.

    python drafter.py STORY NAME LINES

The bank is the one that the environment names. Each line is made of NAME and a number. The program
prints `kept LINE` once the bank has a line, in the draft or in the story, and `told LINE` each time
that the bank had a newer text than this window knew; it then does as a person would who sees both
texts: takes over what the other has, and goes on. Every seventh line is saved into the story.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import click

from storyloop.bank.opening import open_bank

if TYPE_CHECKING:
    from storyloop.bank.values import Writer

SAVED = 7


@dataclass(frozen=True, slots=True)
class Form:
    """What the window shows: all lines, the story's revision, and which draft they are of."""

    lines: list[str]
    base: int
    writer: Writer

    @classmethod
    def opened(cls, story_id: str) -> Form:
        """Open the form: it has the lines of the draft, and of the story if that is later."""
        from storyloop.bank import drafts, queries
        from storyloop.bank.values import Writer

        held = queries.held(story_id)
        draft = drafts.draft_of(story_id)
        lines = held.story.task.split()
        if draft is None:
            return cls(lines, held.revision, Writer(key=drafts.new_key()))
        drafted = draft.content["task"][0].split()
        both = drafted if draft.base == held.revision else [*lines, *drafted]
        return cls(both, held.revision, Writer(key=draft.key, seen=draft.version))

    def kept(self, story_id: str) -> Form:
        """Keep the lines as a draft."""
        from storyloop.bank import drafts
        from storyloop.bank.values import Writer

        content = {"task": ["\n".join(self.lines)]}
        draft = drafts.keep(content, story=story_id, base=self.base, writer=self.writer)
        return Form(self.lines, self.base, Writer(key=draft.key, seen=draft.version))

    def saved(self, story_id: str) -> Form:
        """Save the lines into the story."""
        from storyloop.bank import drafts, queries

        story = replace(queries.held(story_id).story, task="\n".join(self.lines))
        drafts.save(story, base=self.base, via="web", writer=self.writer)
        return Form.opened(story_id)


def main(story_id: str, name: str, lines: int) -> None:
    """Write so many lines."""
    open_bank()
    from storyloop.bank.errors import Stale, StaleDraft

    form = Form.opened(story_id)
    for number in range(1, lines + 1):
        line = f"{name}-{number}"
        while True:
            typed = replace(form, lines=list(dict.fromkeys([*form.lines, line])))
            try:
                form = typed.kept(story_id) if number % SAVED else typed.saved(story_id)
                break
            except (Stale, StaleDraft):
                click.echo(f"told {line}")
                other = Form.opened(story_id)
                form = replace(other, lines=[*other.lines, *typed.lines])
        click.echo(f"kept {line}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
