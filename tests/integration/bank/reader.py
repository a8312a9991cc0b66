"""A program that prints the versions of a story, the oldest first, as JSON.

    python reader.py STORY

Each version is a pair: its number, and the last line of its action.
"""

import json
import sys

import click

from storyloop.bank.opening import open_bank

if __name__ == "__main__":
    open_bank()
    from storyloop.bank import queries

    found = reversed(queries.history(sys.argv[1]))
    pairs = [(version.number, version.story.action.split("\n")[-1]) for version in found]
    click.echo(json.dumps(pairs))
