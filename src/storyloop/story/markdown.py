"""A story as a Markdown file.

The form is YAML front matter for the fields and one heading per text. Reading what was written
gives the same story, and writing what was read gives the same file, byte for byte; after an edit
only what was edited is written anew. What reads YAML is imported late: it takes longer to load than
all else that a story needs.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from storyloop.story import sections
from storyloop.story.model import Story
from storyloop.story.problem import Problem
from storyloop.story.slug import is_slug, slug

if TYPE_CHECKING:
    from storyloop.story.front_matter import FrontMatter
    from storyloop.story.values import Values
    from storyloop.story.vocabulary import Vocabulary

_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class _File:
    story: Story
    front: FrontMatter
    sections: list[sections.Section]


def read_markdown(
    text: str, *, vocabulary: Vocabulary | None = None, file_id: str = ""
) -> Story | tuple[Problem, ...]:
    """Read one story; return it, or all problems of the file in the order of their lines.

    With a `vocabulary`, unknown principles, situations and archetypes are problems. A file without
    an id takes `file_id` if that is one, else an id made from its title.
    """
    file = _parse(text, vocabulary, file_id)
    return replace(file.story, source=text) if isinstance(file, _File) else file


def write_markdown(story: Story) -> str:
    """Write `story`, keeping the layout of its `source` where it has one."""
    from storyloop.story import front_matter

    file = _parse(story.source, None, story.id) if story.source else None
    if not isinstance(file, _File):
        blank = Story(id=story.id)
        file = _File(blank, front_matter.FrontMatter((), ()), sections.split("", 1))
    elif file.story == story:
        return story.source
    yaml = front_matter.patch(file.front, file.story, story)
    body = sections.join(sections.update(list(file.sections), file.story, story))
    text = f"---\n{yaml}---\n{body}"
    if story.source.startswith(_BOM):
        text = _BOM + text
    return text.replace("\n", "\r\n") if "\r\n" in story.source else text


def _parse(text: str, vocabulary: Vocabulary | None, file_id: str) -> _File | tuple[Problem, ...]:
    from storyloop.story import front_matter
    from storyloop.story.values import Values

    text = text.removeprefix(_BOM).replace("\r\n", "\n")
    halves = front_matter.cut(text)
    if halves is None:
        return (_no_front_matter(text),)
    front = front_matter.parse(halves[0])
    if isinstance(front, Problem):
        return (front,)
    values = Values(vocabulary)
    values.read(front)
    parts = sections.split(halves[1], len(front.lines) + 3)
    problems = values.problems + list(_read_sections(parts, values))
    if problems:
        return tuple(sorted(problems, key=lambda problem: problem.line))
    title = values.fields.get("title", "")
    fallback = file_id if is_slug(file_id) else slug(title)
    story = Story(**{"id": fallback} | values.fields)
    return _File(story, front, parts)


def _read_sections(parts: list[sections.Section], values: Values) -> list[Problem]:
    problems = []
    for section in parts:
        if section.field in values.fields:
            problems.append(
                Problem(
                    line=section.line,
                    field=section.field,
                    message=f"the heading {section.name!r} stands twice",
                    remedy="put both texts under one heading",
                )
            )
        elif section.field == "follow_ups":
            values.fields["follow_ups"] = sections.follow_ups_of(section)
        elif section.field:
            values.fields[section.field] = sections.text_of(section)
        elif section.heading.startswith("# ") and "title" not in values.fields:
            values.fields["title"] = section.name
    return problems


def _no_front_matter(text: str) -> Problem:
    if text.startswith("---"):
        message, remedy = "the front matter has no end", "close it with a line that holds only ---"
    else:
        message = "the file does not begin with front matter"
        remedy = "begin it with a line ---, a line `title: ...` and a line ---"
    return Problem(line=1, field="", message=message, remedy=remedy)
