"""What came in by files or by pasting: a row for each story, and the drafts of those to look at."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storyloop.bank import drafts, imports
from storyloop.bank.errors import NoSuchDraft, StaleDraft
from storyloop.web.splitting import split

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from django.http import QueryDict

    from storyloop.bank.values import Draft, Writer
    from storyloop.exchange.intake import Report

_EXCERPT = 140
_DIGITS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """One story that came in, and the draft that holds it until its writer has looked at it.

    `can_be_undone` tells whether the bank is not as it was before.
    """

    report: Report
    draft: Draft | None
    can_be_undone: bool

    @property
    def excerpt(self) -> str:
        """How a rough text begins."""
        said = " ".join(self.report.rough.text.split()) if self.report.rough else ""
        return said if len(said) <= _EXCERPT else f"{said[:_EXCERPT].rsplit(' ', 1)[0]} …"


def arrivals(reports: Iterable[Report]) -> list[Arrival]:
    """Return a row for each report; a rough text is kept as a draft, sorted as it reads."""
    known = drafts.drafts()
    return [_arrival(each, known) for each in reports]


def keep_story(title: str, fields: Mapping[str, str], writer: Writer) -> Draft:
    """Keep a story as the draft of `writer`, or as one of its own where that was edited since."""
    content = _content(title, fields)
    try:
        return drafts.keep(content, writer=writer)
    except StaleDraft:
        return drafts.keep(content)


def take_back(data: QueryDict) -> tuple[int, int]:
    """Undo the import that a form names; return how many stories went, and how many stayed."""
    gone, stayed = imports.take_back(_pairs(data.getlist("story")))
    for key, version in _pairs(data.getlist("draft")):
        with suppress(NoSuchDraft):
            is_same = drafts.draft(key).version == version
            if is_same:
                drafts.throw_away(key)
            (gone if is_same else stayed).append(key)
    return len(gone), len(stayed)


def _pairs(given: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Yield the name and the number that each text holds; pass over what holds none."""
    for each in given:
        name, _, number = each.partition(" ")
        if number.isdecimal() and len(number) <= _DIGITS:
            yield name, int(number)


def _arrival(report: Report, known: list[Draft]) -> Arrival:
    if report.outcome != "rough" or report.rough is None:
        changed = report.outcome in {"added", "updated"}
        return Arrival(report=report, draft=None, can_be_undone=changed)
    content = _content(report.title, split(report.rough).fields)
    for draft in known:
        if not draft.story and draft.content == content:
            return Arrival(report=report, draft=draft, can_be_undone=False)
    known.append(drafts.keep(content))
    return Arrival(report=report, draft=known[-1], can_be_undone=True)


def _content(title: str, fields: Mapping[str, str]) -> dict[str, list[str]]:
    return {"title": [title]} | {name: [text] for name, text in fields.items()}
