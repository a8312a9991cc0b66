"""How commands print and write."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from storyloop.exchange import VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def json_text(body: Mapping[str, object]) -> str:
    """Return `body` as JSON, with the version of the contract that its keys keep to."""
    return json.dumps({"version": VERSION, **body}, ensure_ascii=False, indent=2) + "\n"


def echo_json(body: Mapping[str, object]) -> None:
    """Print `body` as JSON."""
    click.echo(json_text(body), nl=False)


def write_out(text: str, target: Path | None) -> None:
    """Write `text` to the file `target`, or print it; raise OSError if the file cannot be."""
    if target is None:
        click.echo(text, nl=False)
    else:
        target.write_text(text, encoding="utf-8")
        click.echo(f"Wrote {target}", err=True)
