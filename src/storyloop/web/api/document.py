"""The API's OpenAPI document: what django-ninja knows, and what only we know of the errors."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from storyloop.web.api.app import api
from storyloop.web.api.errors import CAUSES, PREFIX, refusal
from storyloop.web.api.shapes import Error

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Part = dict[str, Any]
_READING = "get"
_SECURITY: Part = {
    "token": {
        "type": "http",
        "scheme": "bearer",
        "description": "The token that `storyloop token` prints.",
    },
    "page": {
        "type": "apiKey",
        "in": "header",
        "name": "X-CSRFToken",
        "description": "The token in the forms of the pages, for scripts on the pages themselves.",
    },
}
_ABOUT = """\
Everything that the pages of Storyloop do, for programs. Reading needs nothing; whatever changes
the bank or sends a body needs the token that `storyloop token` prints.

Each answer names the `version` of the contract, and each error has the one shape of `Error`. A
method that an address does not take is answered with 405."""


# What the paths of the samples are named by.
_NAMED: Part = {
    "story_id": "payee-names",
    "loop_id": "larch",
    "name": "number-without-baseline",
    "key": "draft-0",
    "number": 1,
    "since": 1,
}


@cache
def document() -> Part:
    """Return the document. Nobody may change it."""
    found: Part = dict(api.get_openapi_schema(path_prefix=f"{PREFIX[1:]}/"))
    parts = found["components"]
    schema = Error.model_json_schema(ref_template="#/components/schemas/{model}")
    parts["schemas"] |= schema.pop("$defs") | {"Error": schema}
    parts["securitySchemes"] = _SECURITY
    parts["responses"] = {}
    for methods in found["paths"].values():
        for method, operation in methods.items():
            codes = list(_codes(method, operation))
            methods[method] = _completed(method, operation, codes)
            parts["responses"] |= dict(_error(each) for each in _by_status(codes).values())
    found["info"] |= {"description": _ABOUT}
    found["servers"] = [{"url": "/"}]
    return found


def _completed(method: str, operation: Part, codes: Sequence[str]) -> Part:
    summary, _, rest = operation["description"].partition("\n\n")
    said = {
        "operationId": operation["operationId"],
        "summary": " ".join(summary.split()).rstrip("."),
        "description": " ".join(rest.split()),
        "tags": operation["tags"],
        "parameters": [_parameter(each) for each in operation["parameters"]],
        "requestBody": operation.get("requestBody"),
        "responses": {
            **{str(status): answer for status, answer in operation["responses"].items()},
            **{
                str(status): {"$ref": f"#/components/responses/{_name(each)}"}
                for status, each in _by_status(codes).items()
            },
        },
        "security": [] if method == _READING else [{name: []} for name in _SECURITY],
    }
    return {key: value for key, value in said.items() if value}


def _parameter(raw: Part) -> Part:
    """Return a parameter without what says nothing in an address: that it may be null."""
    schema = {key: value for key, value in raw["schema"].items() if key != "title"}
    for kind in schema.pop("anyOf", ()):
        schema |= {} if kind == {"type": "null"} else kind
    about = schema.pop("description", "")
    if raw["in"] == "path":
        schema["examples"] = [_NAMED[raw["name"]]]
    said = {"name": raw["name"], "in": raw["in"], "description": about, "required": raw["required"]}
    return {key: value for key, value in said.items() if value} | {"schema": schema}


def _codes(method: str, operation: Part) -> Iterator[str]:
    """Give the causes for which an operation may refuse, in the order of their status."""
    places = {each["in"] for each in operation["parameters"]}
    has_body = "requestBody" in operation
    found = {"wrong-host", "our-fault", *operation.get("x-errors", ())}
    if "path" in places:
        found.add("not-found")
    if has_body or "query" in places:
        found.add("invalid")
    if method != _READING:
        found |= {"wrong-token", "unproven", "too-large", "not-json"}
    if has_body:
        found.add("unreadable")
    yield from (code for code in CAUSES if code in found)


def _by_status(codes: Sequence[str]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for code in codes:
        found.setdefault(CAUSES[code].status, []).append(code)
    return found


def _name(codes: Sequence[str]) -> str:
    return "-or-".join(codes)


def _error(codes: Sequence[str]) -> tuple[str, Part]:
    """Return the answer for causes that have one status, with its name."""
    said = " ".join(CAUSES[code].reason for code in codes)
    examples = {code: {"value": json.loads(refusal(code).content)} for code in codes}
    shape = {"schema": {"$ref": "#/components/schemas/Error"}, "examples": examples}
    return _name(codes), {
        "description": said,
        "content": {"application/json": shape},
    }
