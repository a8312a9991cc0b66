"""The API's reference as its page shows it: the OpenAPI document in words."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from storyloop.web.api.document import document
from storyloop.web.api.errors import CAUSES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Part = dict[str, Any]
_LISTED = 4
# What the page says once of all operations.
_ANY = frozenset(
    {
        *("unreadable", "wrong-host", "wrong-token", "unproven"),
        *("too-large", "not-json", "our-fault"),
    }
)
_KINDS = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "null": "null",
    "object": "object",
}
_FORMATS = {"date": "date", "date-time": "time"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What a field holds: `said` in words, around the name of a `shape` where it has one."""

    said: str
    shape: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field or parameter."""

    name: str
    kind: Kind
    about: str
    is_required: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One operation; `body` is an example, `takes` and `gives` are the names of shapes.

    `gives` is empty where a file comes back; `codes` are the errors that not every operation has.
    """

    id: str
    method: str
    path: str
    summary: str
    about: str
    parameters: tuple[Field, ...]
    takes: str
    body: str
    gives: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The operations on one thing."""

    name: str
    operations: tuple[Operation, ...]

    @property
    def anchor(self) -> str:
        """The subject's id on the page."""
        return self.name.casefold().replace(" ", "-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One shape with its fields."""

    name: str
    about: str
    fields: tuple[Field, ...]


@cache
def subjects() -> tuple[Subject, ...]:
    """Return all operations by subject, in the order of the document."""
    found: dict[str, list[Operation]] = {}
    for path, methods in document()["paths"].items():
        for method, raw in methods.items():
            found.setdefault(raw["tags"][0], []).append(_operation(path, method, raw))
    return tuple(Subject(name=name, operations=tuple(each)) for name, each in found.items())


@cache
def shapes() -> tuple[Shape, ...]:
    """Return all shapes, by name."""
    schemas: Part = document()["components"]["schemas"]
    return tuple(
        Shape(
            name=name,
            about=" ".join(raw.get("description", "").split()),
            fields=tuple(_fields(raw)),
        )
        for name, raw in sorted(schemas.items())
    )


def _operation(path: str, method: str, raw: Part) -> Operation:
    takes = _content(raw.get("requestBody", {}))
    answers = raw["responses"].values()
    return Operation(
        id=raw["operationId"],
        method=method.upper(),
        path=path,
        summary=raw["summary"],
        about=raw.get("description", ""),
        parameters=tuple(
            Field(
                name=each["name"],
                kind=_kind(each["schema"]),
                about=each.get("description", ""),
                is_required=each.get("required", False),
            )
            for each in raw.get("parameters", ())
        ),
        takes=takes,
        body=_example(takes),
        gives=next(_content(each) for each in answers),
        codes=tuple(code for each in answers for code in _codes(each) if code not in _ANY),
    )


def _codes(answer: Part) -> Iterable[str]:
    named = str(answer.get("$ref", "")).rpartition("/")[2]
    return named.split("-or-") if named else ()


def _content(answer: Part) -> str:
    """Return the name of the shape that a body or an answer has."""
    for each in answer.get("content", {}).values():
        return str(each["schema"].get("$ref", "")).rpartition("/")[2]
    return ""


def _example(shape: str) -> str:
    if not shape:
        return ""
    (first, *_) = document()["components"]["schemas"][shape]["examples"]
    return json.dumps(first, ensure_ascii=False, indent=2)


def _fields(raw: Part) -> Iterator[Field]:
    required = raw.get("required", ())
    for name, schema in raw.get("properties", {}).items():
        yield Field(
            name=name,
            kind=_kind(schema),
            about=schema.get("description", ""),
            is_required=name in required,
        )


def _kind(schema: Part) -> Kind:
    if "$ref" in schema:
        return Kind(said="", shape=schema["$ref"].rpartition("/")[2])
    if "anyOf" in schema:
        first, *others = map(_kind, schema["anyOf"])
        rest = "".join(f" or {each.said}{each.shape}" for each in others)
        return Kind(said=first.said, shape=first.shape, after=f"{first.after}{rest}")
    if schema.get("type") == "array":
        items = _kind(schema.get("items", {}))
        return Kind(said=f"list of {items.said}", shape=items.shape, after=items.after)
    if schema.get("additionalProperties"):
        values = _kind(schema["additionalProperties"])
        return Kind(said=f"object of {values.said}", shape=values.shape, after=values.after)
    return Kind(said=f"{_base(schema)}{_bounds(schema)}")


def _base(schema: Part) -> str:
    if "const" in schema:
        return json.dumps(schema["const"])
    if "enum" in schema:
        ids = [each or "empty" for each in schema["enum"]]
        more = f" and {len(ids) - _LISTED} more" if len(ids) > _LISTED else ""
        return f"one of {', '.join(ids[:_LISTED])}{more}"
    return _FORMATS.get(schema.get("format", "")) or _KINDS[schema.get("type", "object")]


def _bounds(schema: Part) -> str:
    least, most = schema.get("minimum"), schema.get("maximum")
    if least is not None and most is not None and most < 2**31 - 1:
        return f" from {least:,} to {most:,}"
    longest = schema.get("maxLength")
    return f" of at most {longest:,} characters" if longest else ""


def causes() -> tuple[tuple[str, int, str], ...]:
    """Return the code, the status and the reason of each error."""
    return tuple((code, cause.status, cause.reason) for code, cause in CAUSES.items())
