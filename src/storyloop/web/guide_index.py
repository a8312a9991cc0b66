"""The guide's entries and the full text index over them, made once in memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from threading import Lock

from django.urls import reverse

from storyloop import guide
from storyloop.bank.search import match
from storyloop.bank.terms import terms, words
from storyloop.web import names

QUESTION = "Question"
_TABLE = "CREATE VIRTUAL TABLE entry USING fts5(name, text, is_question UNINDEXED, prefix='2 3 4')"
_FIND = """
SELECT rowid FROM entry WHERE entry MATCH ? AND is_question = ?
ORDER BY bm25(entry, 8, 1), rowid LIMIT ?
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What the guide says of one thing: its kind for people, and its texts."""

    kind: str
    name: str
    address: str
    texts: tuple[str, ...]


def found(query: str, most: int, *, questions: bool = False) -> list[Entry]:
    """Return the entries in which every word of `query` occurs, the best first.

    They are either the questions of the bank or everything else.
    """
    asked = terms(query)
    if not asked:
        return []
    with _LOCK:
        rows = _index().execute(_FIND, (match(asked), questions, most)).fetchall()
    return [_entries()[row] for (row,) in rows]


# One connection serves all threads, each in its turn: a look takes less than a millisecond.
_LOCK = Lock()


@cache
def _index() -> sqlite3.Connection:
    index = sqlite3.connect(":memory:", check_same_thread=False)
    index.execute(_TABLE)
    index.executemany(
        "INSERT INTO entry (rowid, name, text, is_question) VALUES (?, ?, ?, ?)",
        (
            (row, words(each.name), words("\n".join(each.texts)), each.kind == QUESTION)
            for row, each in enumerate(_entries())
        ),
    )
    return index


@cache
def _entries() -> tuple[Entry, ...]:
    return (*_principles(), *_situations(), *_archetypes(), *_rules(), *_advice(), *_questions())


def _principles() -> Iterator[Entry]:
    for frame in guide.frameworks():
        for each in frame.principles:
            yield Entry(
                kind=f"Principle, {frame.employer}",
                name=each.name,
                address=names.principle(each.id).address,
                texts=(each.gloss, *each.listens_for, *each.mistakes),
            )


def _situations() -> Iterator[Entry]:
    for each in guide.situations():
        yield Entry(
            kind="Situation",
            name=each.name,
            address=names.situation(each.id).address,
            texts=(each.meaning, *each.prompts, *each.strong, *(p.ask for p in each.probes)),
        )


def _archetypes() -> Iterator[Entry]:
    for each in guide.archetypes():
        yield Entry(
            kind="Kind of story",
            name=each.name,
            address=names.archetype(each.id).address,
            texts=(each.gloss, *(prompt.ask for prompt in each.prompts)),
        )


def _rules() -> Iterator[Entry]:
    from storyloop.critique import RULES

    for each in RULES:
        yield Entry(
            kind="Rule",
            name=each.name,
            address=reverse("web:rule", args=[each.code]),
            texts=(each.message, each.remedy, each.code),
        )


def _advice() -> Iterator[Entry]:
    page = reverse("web:advice")
    for each in guide.advice():
        yield Entry(
            kind="Advice",
            name=each.text,
            address=f"{page}#{each.id}",
            texts=(each.why, each.source),
        )


def _questions() -> Iterator[Entry]:
    from storyloop.web.views.ask import address

    for each in guide.questions():
        yield Entry(kind=QUESTION, name=each.text, address=address(each.text), texts=())
