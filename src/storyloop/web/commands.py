"""Where one can go and what one can do from every page, by name or by key."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from urllib.parse import urlencode

from django.urls import reverse

from storyloop.bank.terms import terms, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A page to open or a thing to do.

    `keys` are the keys for it, pressed one after the other. `appearance` is what it switches to,
    for which there is no address. `also` are further words that people may type for it.
    """

    name: str
    address: str = ""
    keys: str = ""
    appearance: str = ""
    also: str = ""

    def answers(self, query: str) -> bool:
        """Tell whether every word of `query` begins a word of this."""
        said = words(f"{self.name} {self.also}").split()
        return all(any(word.startswith(term) for word in said) for term in terms(query))


# name, page, keys, further words
_PAGES = (
    ("Home", "home", "g h", "start next"),
    ("Stories", "stories", "g s", "list bank"),
    ("Coverage", "coverage", "g c", "table matrix gaps"),
    ("Prepare", "prepare", "g p", "sheets print"),
    ("Ask", "ask", "g a", "question"),
    ("Drill", "drill", "g d", "practise practice"),
    ("Progress", "progress", "", "drills practice"),
    ("Loops", "loops", "g l", "interview day plan rounds"),
    ("Readiness", "readiness", "g r", "ready"),
    ("Guide", "guide", "g g", "help"),
    ("Principles", "principles", "", "guide framework"),
    ("Situations", "situations", "", "guide"),
    ("Kinds of story", "archetypes", "", "guide archetypes"),
    ("Question bank", "questions", "", "guide asked"),
    ("Advice", "advice", "", "guide"),
    ("Rules", "rules", "", "guide linter check"),
    ("History", "bank-history", "", "happened changes undo saved"),
    ("Settings", "settings", "", "preferences framework pace level backup private"),
    ("History", "bank-history", "", "undo changes saves what happened"),
    ("Removed stories", "removed", "", "undo bring back"),
    ("HTTP API", "api", "", "programs json reference"),
    ("Keyboard shortcuts", "shortcuts", "?", "keys help"),
)
_ACTIONS = (
    ("Write a new story", "begin", "n", "add begin start"),
    ("Paste a text", "paste", "", "notes transcript sort split story"),
    ("Bring in files", "import-files", "", "import upload word docx text markdown"),
    ("Paste a text and sort it into a story", "paste", "", "notes new add"),
    ("Bring in files", "import-files", "", "upload markdown word docx add"),
    ("Check an answer", "check", "", "paste text"),
    ("Plan a new loop", "new-loop", "", "add interview"),
)
_APPEARANCES = (("Light", "light"), ("Dark", "dark"), ("As the device", "device"))


@cache
def pages() -> tuple[Command, ...]:
    """Return the pages."""
    return tuple(map(_command, _PAGES))


@cache
def actions() -> tuple[Command, ...]:
    """Return what one can do."""
    looks = (
        Command(name=f"Appearance: {name.lower()}", appearance=value, also="switch theme mode")
        for name, value in _APPEARANCES
    )
    return (*map(_command, _ACTIONS), *looks)


@cache
def keys() -> dict[str, str]:
    """Return where each sequence of keys leads to."""
    return {each.keys: each.address for each in (*pages(), *actions()) if each.keys}


def search_address(query: str) -> str:
    """Return the page of a search."""
    return f"{reverse('web:search')}?{urlencode({'q': query})}"


def _command(row: tuple[str, str, str, str]) -> Command:
    name, page, keys, also = row
    return Command(name=name, address=reverse(f"web:{page}"), keys=keys, also=also)
