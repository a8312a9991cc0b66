"""The list of stories: what each row says, and how the list is searched and sorted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.template.loader import render_to_string

from storyloop.bank import judgements, queries
from storyloop.bank.search import ids
from storyloop.bank.told import last_told
from storyloop.web.missing import missing
from storyloop.web.shares import shares

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from django.utils.safestring import SafeString

    from storyloop.bank.values import Held, Judgement, Preferences
    from storyloop.story import Pace

_MOST_POINTS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A story in the list, its judgement where there is one, and when it was last told."""

    held: Held
    judgement: Judgement | None = None
    told: date | None = None

    @property
    def strength(self) -> int | None:
        """The strength, where it is known."""
        return self.judgement.strength if self.judgement else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What the list was asked for; an empty text, or 0, asks for nothing."""

    words: str = ""
    archetype: str = ""
    principle: str = ""
    situation: str = ""
    whose: str = ""
    below: int = 0
    sort: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Search:
        """Read a search from the query of an address."""
        names = ("archetype", "principle", "situation", "whose", "sort")
        below = query.get("below", "")
        is_number = below.isascii() and below.isdecimal() and len(below) <= len(str(_MOST_POINTS))
        return cls(
            words=query.get("q", "").strip(),
            below=min(int(below), _MOST_POINTS) if is_number else 0,
            **{name: query.get(name, "") for name in names},
        )

    @property
    def is_narrow(self) -> bool:
        """Whether some stories may be left out."""
        kinds = (self.archetype, self.principle, self.situation, self.whose)
        return any((self.words, self.below, *kinds))

    def finds(self, entry: Entry) -> bool:
        """Tell whether a story is asked for, apart from its words.

        A story whose strength is not known is not asked for by its strength.
        """
        story = entry.held.story
        return (
            self.archetype in {"", story.archetype}
            and (not self.principle or self.principle in story.principles)
            and (not self.situation or self.situation in story.situations)
            and self.whose in {"", "sample" if story.sample else "own"}
            and (not self.below or (entry.strength is not None and entry.strength < self.below))
        )


def listed(held: Sequence[Held], wanted: Preferences) -> list[Entry]:
    """Return the entries of stories, with all that is known of each."""
    judged, told = judgements.known_of(held, wanted), last_told(queries.loops())
    return [
        Entry(held=each, judgement=judged.get(each.story.id), told=told.get(each.story.id))
        for each in held
    ]


def search(entries: Iterable[Entry], asked: Search) -> list[Entry]:
    """Return the entries that are asked for; they come by title, which is the usual order."""
    found = [each for each in entries if asked.finds(each)]
    if asked.words:
        named = ids(asked.words)
        found = [each for each in found if each.held.story.id in named]
    if asked.sort in _SORTS:
        found.sort(key=_SORTS[asked.sort])
    return found


@lru_cache(maxsize=1024)
def row(entry: Entry, pace: Pace, *, level: int = 2) -> SafeString:
    """Return the row of a story; `level` is that of its heading.

    Two hundred of them take a template longer than a page may, so that each is kept for as long as
    what it says is the same.
    """
    story = entry.held.story
    shown = {
        "entry": entry,
        "story": story,
        "shares": shares(story, pace),
        "missing": missing(story, pace),
        "level": level,
    }
    return render_to_string("web/parts/entry.html", shown)


# What is not known comes last by strength, and what was never told comes first.
_SORTS: dict[str, Callable[[Entry], Any]] = {
    "saved": lambda each: -each.held.saved_at.timestamp(),
    "words": lambda each: -each.held.story.words,
    "strength": lambda each: (each.strength is None, each.strength),
    "told": lambda each: each.told.toordinal() if each.told else 0,
}
