"""The forms of what the HTTP API takes and gives; the only place beside storage with pydantic.

What it gives has the keys of the commands' JSON, and `extra="forbid"` keeps both in step.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, JsonValue


def example(body: dict[str, JsonValue]) -> ConfigDict:
    """Say what a whole body may look like."""
    return ConfigDict(json_schema_extra={"examples": [body]})


def one_of_two(first: str, second: str, body: dict[str, JsonValue]) -> ConfigDict:
    """Say that exactly one of two fields is sent, and what a whole body may look like."""
    either: list[JsonValue] = [{"required": [name]} for name in (first, second)]
    return ConfigDict(json_schema_extra={"oneOf": either, "examples": [body]})


class Taken(BaseModel):
    """Something that comes in a request: only what is known, and nothing taken for another type."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Address(BaseModel):
    """What comes in the query of an address, where all is text at first."""

    model_config = ConfigDict(extra="forbid")


class Given(BaseModel):
    """Something within an answer."""

    model_config = ConfigDict(extra="forbid")


class Answer(Given):
    """A whole answer."""

    version: Literal[1] = 1


class ErrorField(Given):
    """One thing to mend in a request: where it stands, and what is wrong there."""

    field: str
    message: str


class ErrorBody(Given):
    """What went wrong: a code for programs, and one sentence for people."""

    code: str
    message: str
    fields: list[ErrorField]


class Error(Answer):
    """The one shape of all errors."""

    error: ErrorBody
