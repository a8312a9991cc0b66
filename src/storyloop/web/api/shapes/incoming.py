"""What comes in: files and drafts."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from storyloop.web.api.shapes import Answer, Given, Taken, example, one_of_two
from storyloop.web.api.shapes.fields import Like, Moment, NewId, Revision, Text

_BASE64 = Like(
    r"^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$", "This is no base64."
)


class FileToImport(Taken):
    """A story file, a plain text or a Word document, as `text` or, whatever it is, as `base64`."""

    model_config = one_of_two("text", "base64", {"name": "late-train.txt", "text": "I timed it."})

    name: str = Field(max_length=255, description="With its ending: .md, .txt or .docx.")
    text: Text = ""
    base64: Annotated[str, _BASE64] = ""

    @model_validator(mode="after")
    def _is_one_of_two(self) -> Self:
        if ("text" in self.model_fields_set) == ("base64" in self.model_fields_set):
            kind, message = "one-of-two", "Send either text or base64."
            raise PydanticCustomError(kind, message)
        return self


class FilesToImport(Taken):
    """Files to take in; each is taken whole or not at all."""

    model_config = example({"files": [{"name": "late-train.txt", "text": "I timed each step."}]})

    files: list[FileToImport] = Field(min_length=1, max_length=100)


class Report(Given):
    """What became of a file, or of one story of a file that holds several."""

    name: str
    outcome: Literal["added", "updated", "unchanged", "refused"]
    story: str | None
    title: str
    revision: int | None
    problems: list[str]


class Reports(Answer):
    """What became of each file, in their order."""

    reports: list[Report]


class Import(Taken):
    """A story that an import added or changed, and the revision that it made."""

    id: NewId
    revision: Revision


class ImportsToUndo(Taken):
    """What an import reported of the stories that it added or changed."""

    model_config = example({"stories": [{"id": "late-train", "revision": 1}]})

    stories: list[Import] = Field(min_length=1, max_length=1_000)


class Undone(Answer):
    """The stories that are as they were, and those that somebody changed since."""

    gone: list[str]
    stayed: list[str]


class DraftToKeep(Taken):
    """A draft of a new story, for its writer to look at on the pages."""

    model_config = example({"title": "The late train", "action": "I timed each step."})

    title: str = Field(default="", max_length=1_000)
    situation: Text = ""
    task: Text = ""
    action: Text = ""
    result: Text = ""
    learned: Text = ""


class Draft(Given):
    """What is typed and not saved yet.

    `story` is the id of the story that it would change, null for a new one; `fields` holds what
    the form held, by the names of its fields.
    """

    key: str
    story: str | None
    base: int | None
    fields: dict[str, list[str]]
    kept_at: Moment
    thrown_at: Moment | None


class Drafts(Answer):
    """The drafts, the one kept last first."""

    drafts: list[Draft]


class OneDraft(Answer):
    """One draft."""

    draft: Draft
