"""A program that prints what a story and its draft have for a task, one after the other.

python draft_reader.py STORY
"""

import sys

import click

from storyloop.bank.opening import open_bank

if __name__ == "__main__":
    open_bank()
    from storyloop.bank import drafts, queries

    click.echo(queries.held(sys.argv[1]).story.task)
    draft = drafts.draft_of(sys.argv[1])
    if draft:
        click.echo(draft.content["task"][0])
