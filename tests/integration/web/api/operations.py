"""All operations of the API as its document has them, with a call that would go well."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from storyloop.web.api.document import document

Part = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One operation, with the examples of its document put in."""

    id: str
    method: str
    path: str
    body: Part | None
    statuses: frozenset[int]

    @property
    def writes(self) -> bool:
        """Whether it needs proof."""
        return self.method != "GET"

    def __str__(self) -> str:
        return self.id


def operations() -> list[Operation]:
    """Return all operations."""
    return [
        Operation(
            id=raw["operationId"],
            method=method.upper(),
            path=_filled(path, raw),
            body=_body(raw),
            statuses=frozenset(map(int, raw["responses"])),
        )
        for path, methods in document()["paths"].items()
        for method, raw in methods.items()
    ]


def _filled(path: str, raw: Part) -> str:
    """Return the path below the API's own, its places filled."""
    examples = {
        each["name"]: each["schema"]["examples"][0]
        for each in raw.get("parameters", ())
        if each["in"] == "path"
    }
    filled = re.sub(r"{(\w+)}", lambda found: str(examples[found[1]]), path)
    return filled.removeprefix("/api/v1")


def _body(raw: Part) -> Part | None:
    if "requestBody" not in raw:
        return None
    named = raw["requestBody"]["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
    first: Part = document()["components"]["schemas"][named]["examples"][0]
    return first
