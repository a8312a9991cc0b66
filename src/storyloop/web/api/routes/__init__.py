"""What the HTTP API answers, one module a subject.

The first line of a function's docstring is the operation's summary, and its name is the operation's
id; tools hold on to both, so a function keeps its name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from storyloop.exchange import VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from storyloop.web.api.errors import Fault


class Invalid(Exception):
    """A request that has the right form and cannot be met all the same."""

    def __init__(self, *faults: Fault) -> None:
        self.faults: Sequence[Fault] = faults
        super().__init__(faults)


def whole(body: Mapping[str, object]) -> dict[str, object]:
    """Return an answer with the version of the contract that its keys keep to."""
    return {"version": VERSION, **body}


def may(*codes: str) -> dict[str, object]:
    """Say which errors an operation may answer with, beside those that any may."""
    return {"x-errors": list(codes)}


def gives(kind: str) -> dict[str, object]:
    """Say that an operation gives a file of this kind, and no JSON."""
    schema = {"type": "string", "format": "binary"}
    return {"responses": {200: {"content": {kind: {"schema": schema}}}}}
