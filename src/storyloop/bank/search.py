"""Finding stories by their words: an index in the database, kept in step with every save."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from django.db import connection

from storyloop.bank import models, queries
from storyloop.bank.terms import terms, words
from storyloop.story import PARTS
from storyloop.story.changes import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from storyloop.bank.terms import Term
    from storyloop.bank.values import Held
    from storyloop.story import Story

TELLING = (*PARTS, "learned")
MORE = ("id", *(name for name in FIELDS if name not in {"title", "headline", *TELLING}))
# bm25 is the smaller the better. The figures weigh title, headline, telling and the rest.
_ON_SQLITE = """
SELECT record.id, record.slug, record.removed_at IS NOT NULL
FROM bank_searchable JOIN bank_record AS record ON record.id = bank_searchable.rowid
WHERE bank_searchable MATCH %s
ORDER BY bm25(bank_searchable, 12, 6, 2, 1), record.id
"""
_ON_POSTGRESQL = """
SELECT record.id, record.slug, record.removed_at IS NOT NULL
FROM bank_searchable JOIN bank_record AS record ON record.id = bank_searchable.rowid,
    to_tsquery('simple', %s) AS asked
WHERE words @@ asked
ORDER BY ts_rank('{0.08, 0.17, 0.5, 1}', words, asked) DESC, record.id
"""


def stories(query: str, most: int) -> list[Held]:
    """Return the stories in which every word of `query` occurs, the best first.

    A word is found in its other usual forms, and as the beginning of a longer one. A query
    without any word finds nothing. Removed stories are left out.
    """
    records = [record for record, _, is_removed in _found(query) if not is_removed]
    return queries.some(records[:most])


def ids(query: str) -> frozenset[str]:
    """Return the ids of all stories, removed or not, in which every word of `query` occurs."""
    return frozenset(story_id for _, story_id, _ in _found(query))


def _found(query: str) -> list[tuple[int, str, bool]]:
    asked = terms(query)
    if not asked:
        return []
    is_sqlite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        if is_sqlite:
            cursor.execute(_ON_SQLITE, [match(asked)])
        else:
            cursor.execute(_ON_POSTGRESQL, [_tsquery(asked)])
        return [(record, slug, bool(removed)) for record, slug, removed in cursor.fetchall()]


def keep(record: models.Record, story: Story) -> None:
    """Bring the index in step with the current version of a record."""
    models.Searchable(record=record, **columns(story)).save()


def columns(story: Story) -> dict[str, str]:
    """Return what is kept of a story, by column."""
    return {
        "title": words(story.title),
        "headline": words(story.headline),
        "telling": _joined(story, TELLING),
        "more": _joined(story, MORE),
    }


def texts(value: object) -> Iterator[str]:
    """Give the texts in a field of a story, whatever it is made of."""
    if isinstance(value, tuple):
        for each in value:
            yield from texts(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))
    elif value and not isinstance(value, bool):
        yield str(value)


def match(asked: Iterable[Term]) -> str:
    """Return the query of a full text index of SQLite; its words are letters and digits alone."""
    said = (" OR ".join(f'"{form}" *' for form in term) for term in asked)
    return " AND ".join(f"({each})" for each in said)


def _tsquery(asked: Iterable[Term]) -> str:
    said = (" | ".join(f"'{form}':*" for form in term) for term in asked)
    return " & ".join(f"({each})" for each in said)


def _joined(story: Story, names: Iterable[str]) -> str:
    return words("\n".join(text for name in names for text in texts(getattr(story, name))))
