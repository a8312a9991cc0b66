"""The list of stories: what each row says, and how the list is searched and sorted."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from storyloop.bank.values import Held
from storyloop.story import EASY, Pace, Story
from storyloop.story.changes import FIELDS, as_text
from storyloop.web.missing import missing
from storyloop.web.shares import Shares, shares


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row of the list."""

    held: Held
    story: Story
    shares: Shares
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What the list was asked for; an empty text asks for nothing."""

    words: str = ""
    archetype: str = ""
    principle: str = ""
    situation: str = ""
    whose: str = ""
    sort: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Search":
        """Read a search from the query of an address."""
        names = ("archetype", "principle", "situation", "whose", "sort")
        return cls(words=query.get("q", "").strip(), **{n: query.get(n, "") for n in names})

    @property
    def is_narrow(self) -> bool:
        """Whether some stories may be left out."""
        return any((self.words, self.archetype, self.principle, self.situation, self.whose))

    def finds(self, story: Story) -> bool:
        """Tell whether `story` is asked for; every word must occur in some field."""
        return (
            self.archetype in {"", story.archetype}
            and (not self.principle or self.principle in story.principles)
            and (not self.situation or self.situation in story.situations)
            and self.whose in {"", "sample" if story.sample else "own"}
            and all(word in _everything(story) for word in self.words.casefold().split())
        )


_SORTS: dict[str, tuple[Callable[[Held], Any], bool]] = {
    "saved": (lambda held: held.saved_at, True),
    "words": (lambda held: held.story.words, True),
}


def entry(held: Held, pace: Pace = EASY) -> Entry:
    """Return the row for one story."""
    story = held.story
    return Entry(held=held, story=story, shares=shares(story, pace), missing=missing(story, pace))


def search(held: Iterable[Held], asked: Search, pace: Pace = EASY) -> list[Entry]:
    """Return the rows that are asked for; `held` comes by title, which is the usual order."""
    found = [each for each in held if asked.finds(each.story)]
    if asked.sort in _SORTS:
        key, backwards = _SORTS[asked.sort]
        found.sort(key=key, reverse=backwards)
    return [entry(each, pace) for each in found]


def _everything(story: Story) -> str:
    return "\n".join(as_text(story, name) for name in FIELDS).casefold()
