"""The coverage table: stories down, situations and principles across."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from storyloop.planning import Covered
from storyloop.story import Story

_EMPTY = "<td></td>"
_FILLED = (
    '<td><a class="mark{look}" href="{address}">'
    '<span class="visually-hidden">{title} {said}{first}</span></a></td>'
)
_VERB = {"situation": "answers", "principle": "shows"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One story's row, its cells ready to be shown."""

    story: Story
    cells: SafeString


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    id: str
    stories: frozenset[str]
    said: str


def rows(stories: Iterable[Story], columns: Sequence[Covered]) -> tuple[Row, ...]:
    """Return a row for each story.

    The cells are put together here and not in a template, and each text is escaped once and not
    in every cell, since two hundred stories have six thousand of them.
    """
    ready = [
        _Column(
            id=column.id,
            stories=frozenset(column.stories),
            said=escape(f"{_VERB[column.kind]} {column.name}"),
        )
        for column in columns
    ]
    return tuple(Row(story=story, cells=_cells(story, ready)) for story in stories)


def _cells(story: Story, columns: Sequence[_Column]) -> SafeString:
    title, address = escape(story.title or story.id), escape(reverse("web:story", args=[story.id]))
    foremost = {*story.situations[:1], *story.principles[:1]}
    cells = [
        _FILLED.format(
            look=" is-first" if column.id in foremost else "",
            address=address,
            title=title,
            said=column.said,
            first=" first of all" if column.id in foremost else "",
        )
        if story.id in column.stories
        else _EMPTY
        for column in columns
    ]
    return mark_safe("".join(cells))  # noqa: S308 - every text in it is escaped above
