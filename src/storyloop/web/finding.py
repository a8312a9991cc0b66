"""What a search over stories and guide shows: stories first, then the guide, then its questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from storyloop.bank import search
from storyloop.bank.terms import marked
from storyloop.story.tidy import tidy_line
from storyloop.web import guide_index, names
from storyloop.web.snippet import Stretch, marks, snippet

if TYPE_CHECKING:
    import re

    from storyloop.bank.values import Held
    from storyloop.story import Story
    from storyloop.web.guide_index import Entry

LONGEST = 200  # characters of a query
# The id is made of the title, which is shown anyway.
_FIELDS = ("headline", *search.TELLING, *(name for name in search.MORE if name != "id"))
_NAMED = {
    "principles": names.principle,
    "situations": names.situation,
    "archetype": names.archetype,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Something that was found: what it is, its name and some words with what was found marked."""

    address: str
    name: tuple[Stretch, ...]
    kind: str = ""
    words: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """All that a query finds, of each group the best."""

    query: str
    stories: tuple[Hit, ...] = ()
    guide: tuple[Hit, ...] = ()
    questions: tuple[Hit, ...] = ()

    @property
    def count(self) -> int:
        """How much was found."""
        return len(self.stories) + len(self.guide) + len(self.questions)


def find(query: str, most: int) -> Found:
    """Return what `query` finds, at most `most` of each group; any characters may stand in it."""
    query = tidy_line(query[:LONGEST])
    pattern = marked(query)
    return Found(
        query=query,
        stories=tuple(_story(each, pattern) for each in search.stories(query, most)),
        guide=tuple(_entry(each, pattern) for each in guide_index.found(query, most)),
        questions=tuple(
            _entry(each, pattern) for each in guide_index.found(query, most, questions=True)
        ),
    )


def _story(held: Held, pattern: re.Pattern[str]) -> Hit:
    story = held.story
    return Hit(
        address=reverse("web:story", args=[story.id]),
        name=marks(story.title or story.id, pattern),
        kind="Sample" if story.sample else "",
        words=snippet(_texts(story), pattern) or _first([story.headline]),
    )


def _texts(story: Story) -> Iterator[str]:
    for field in _FIELDS:
        for text in search.texts(getattr(story, field)):
            yield _NAMED[field](text).name if field in _NAMED else text


def _entry(entry: Entry, pattern: re.Pattern[str]) -> Hit:
    return Hit(
        address=entry.address,
        name=marks(entry.name, pattern),
        kind=entry.kind,
        words=snippet(entry.texts, pattern) or _first(entry.texts),
    )


def _first(texts: Iterable[str]) -> tuple[Stretch, ...]:
    return tuple(Stretch(text) for text in list(texts)[:1] if text)
