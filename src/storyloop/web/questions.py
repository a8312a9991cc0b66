"""The question bank as one browses it: filters, pages, and one's own questions first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.urls import reverse

from storyloop import guide
from storyloop.bank.values import same_words
from storyloop.web.drill import own_question

if TYPE_CHECKING:
    from collections.abc import Iterable

    from storyloop.bank.values import Asked

PAGE = 50  # questions
EVERY_LEVEL = "every"  # asks for no level where the user has one
_DIGITS = 4
_ANY = "any"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A question with what it tests; `asked` where the user was asked it."""

    text: str
    words: str
    principles: tuple[str, ...]
    situations: tuple[str, ...]
    level: str = _ANY
    role: str = _ANY
    asked: Asked | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What the bank was asked for; an empty text asks for nothing. Pages count from 1.

    Without a level asked for, questions have to suit the user's own, which is `suits`.
    """

    words: str = ""
    principle: str = ""
    situation: str = ""
    level: str = ""
    role: str = ""
    suits: str = ""
    page: int = 1

    @classmethod
    def of(cls, query: Mapping[str, str], suits: str = "") -> Search:
        """Read a search from the query of an address."""
        names = ("principle", "situation", "level", "role")
        page = query.get("page", "")
        is_number = page.isascii() and page.isdecimal() and len(page) <= _DIGITS
        return cls(
            words=query.get("q", "").strip(),
            suits=suits,
            page=max(int(page), 1) if is_number else 1,
            **{name: query.get(name, "") for name in names},
        )

    @property
    def is_narrow(self) -> bool:
        """Whether some questions may be left out."""
        level = self.suits if not self.level else self.level.replace(EVERY_LEVEL, "")
        return any((self.words, self.principle, self.situation, level, self.role))

    def finds(self, entry: Entry) -> bool:
        """Tell whether a question is asked for; a level or role must be its own, not just any."""
        return (
            (not self.principle or self.principle in entry.principles)
            and (not self.situation or self.situation in entry.situations)
            and self._is_of_level(entry)
            and self.role in {"", entry.role}
            and all(word in entry.words for word in self.words.casefold().split())
        )

    def _is_of_level(self, entry: Entry) -> bool:
        if not self.level:
            return not self.suits or entry.level in {_ANY, self.suits}
        return self.level in {EVERY_LEVEL, entry.level}

    def at(self, page: int) -> str:
        """Return the address of another page of this search."""
        names = ("principle", "situation", "level", "role")
        given = {"q": self.words} | {name: getattr(self, name) for name in names}
        given |= {"page": str(page) if page > 1 else ""}
        query = urlencode({name: value for name, value in given.items() if value})
        return f"{reverse('web:questions')}?{query}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of what was found."""

    entries: tuple[Entry, ...]
    found: int
    total: int
    number: int
    last: int


def search(asked: Iterable[Asked], wanted: Search) -> Page:
    """Return a page of the questions that are asked for, those one was asked first."""
    every = [*_own(asked), *_bank()]
    found = [each for each in every if wanted.finds(each)]
    last = max(-(-len(found) // PAGE), 1)
    number = min(wanted.page, last)
    return Page(
        entries=tuple(found[(number - 1) * PAGE : number * PAGE]),
        found=len(found),
        total=len(every),
        number=number,
        last=last,
    )


@cache
def roles() -> tuple[str, ...]:
    """Return the kinds of work that some questions are for, by name."""
    return tuple(sorted({each.role for each in guide.questions()} - {_ANY}))


def _own(asked: Iterable[Asked]) -> Iterator[Entry]:
    for each in asked:
        known = own_question(each)
        yield Entry(
            text=each.question,
            words=each.words,
            principles=known.principles,
            situations=known.situations,
            asked=each,
        )


@cache
def _bank() -> tuple[Entry, ...]:
    # By id they are mixed; in the order of the file each would tell what it tests.
    return tuple(
        Entry(
            text=each.text,
            words=same_words(each.text),
            principles=each.principles,
            situations=each.situations,
            level=each.level,
            role=each.role,
        )
        for each in sorted(guide.questions(), key=lambda each: each.id)
    )
