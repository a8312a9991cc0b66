"""The types of single fields: ids that the guide knows, numbers and texts with their bounds."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from storyloop import guide
from storyloop.critique import RULES
from storyloop.story.slug import MAX_LENGTH, is_slug

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema


@dataclass(frozen=True, slots=True)
class OneOf:
    """Says of a text that it is one of `ids`, of which each names a `what`."""

    what: str
    ids: tuple[str, ...]

    def __get_pydantic_core_schema__(
        self, source: type[str], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the validation."""
        return AfterValidator(self._check).__get_pydantic_core_schema__(source, handler)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> Mapping[str, Any]:
        """Return the JSON schema."""
        return {**handler(schema), "enum": list(self.ids)}

    def _check(self, text: str) -> str:
        if text not in self.ids:
            kind, message = "unknown", "There is no {what} of that name."
            raise PydanticCustomError(kind, message, {"what": self.what})
        return text


@dataclass(frozen=True, slots=True)
class Like:
    """Says of a text that it has a `pattern`, and passes a finer `test` if there is one."""

    pattern: str
    message: str
    test: Callable[[str], bool] | None = None

    def __get_pydantic_core_schema__(
        self, source: type[str], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the validation."""
        return AfterValidator(self._check).__get_pydantic_core_schema__(source, handler)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> Mapping[str, Any]:
        """Return the JSON schema."""
        return {**handler(schema), "pattern": self.pattern}

    def _check(self, text: str) -> str:
        if not re.search(self.pattern, text) or (self.test and not self.test(text)):
            kind, message = "unlike", "{said}"
            raise PydanticCustomError(kind, message, {"said": self.message})
        return text


def _day(value: object) -> object:
    """Read a date as JSON has it; pydantic would also take a number of seconds for one."""
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    if isinstance(value, dt.date):
        return value
    kind, message = "day", "Write a date such as 2026-12-04."
    raise PydanticCustomError(kind, message)


_IDS = guide.vocabulary()
_DEFAULT = guide.framework()
ArchetypeId = Annotated[str, OneOf("kind of story", _IDS.archetypes)]
Level = Annotated[str, OneOf("level", ("every", *guide.levels()))]
FrameworkId = Annotated[str, OneOf("framework", tuple(f.id for f in guide.frameworks()))]
PrincipleId = Annotated[str, OneOf("principle", _IDS.principles)]
# Drills and corrections are about the principles of the default framework.
DefaultPrincipleId = Annotated[
    str, OneOf(f"principle of {_DEFAULT.name}", tuple(p.id for p in _DEFAULT.principles))
]
SituationId = Annotated[str, OneOf("situation", _IDS.situations)]
RuleName = Annotated[
    str, OneOf("rule", tuple(name for rule in RULES for name in (rule.code, rule.name)))
]
# What a new story or loop is to be called.
NewId = Annotated[
    str,
    Field(max_length=MAX_LENGTH, examples=["late-train"]),
    Like(
        r"^[a-z0-9]+(-[a-z0-9]+)*$",
        "Use lower-case letters, digits and hyphens, and no name that means something already.",
        is_slug,
    ),
]
# What names a story or a loop that may be there or not.
AnyId = Annotated[
    str,
    Field(max_length=MAX_LENGTH, examples=["payee-names"]),
    Like(r"^[a-z0-9-]+$", "An id has lower-case letters, digits and hyphens only."),
]
Revision = Annotated[int, Field(ge=1, le=2**31 - 1, examples=[1])]
Day = Annotated[dt.date, BeforeValidator(_day), Field(examples=["2026-12-04"])]
# A time as the commands' JSON has it.
Moment = Annotated[str, WithJsonSchema({"type": "string", "format": "date-time"})]
Samples = Annotated[bool, Field(description="Count the samples beside your own stories.")]
Line = Annotated[str, Field(max_length=1_000)]
Question = Annotated[str, Field(max_length=4_000, examples=["When did you close a security gap?"])]
# Two hours of talk; however it is spelt in JSON, it stays below the most that is read of a body.
Text = Annotated[str, Field(max_length=200_000)]
# A sign that can be seen.
Said = Like(r"[^\s\x00-\x1f\x7f-\x9f]", "Write a question.")
