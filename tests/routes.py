"""Every address of the app, from its own table, so that no test forgets a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import URLPattern, get_resolver, reverse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# What stands in an address for each of its parts, in the bank of `tests.grown`.
STORY, LOOP, DRAFT, BEGUN = "mine-0", "loop-0", "draft-0", "begun-0"
PARTS: dict[str, str | int] = {
    "story_id": STORY,
    "loop_id": LOOP,
    "number": 1,
    "place": 1,
    "code": "S07",
    "key": DRAFT,
    "begun": BEGUN,
}
# Answers to a page that asks while one types; nobody looks at them by themselves.
FRAGMENTS = frozenset({"ask-answer", "palette"})
# Pages that hold more once they are asked for something.
ASKED_FOR: Mapping[str, str] = {
    "ask": "?q=When+did+you+disagree+with+your+manager&employer=Acme",
    "ask-answer": "?q=When+did+you+disagree+with+your+manager",
    "coverage": "?framework=civil-service",
    "palette": "?q=customers",
    "prepare": "?fewest=1&situation=scaled&situation=backbone",
    "new": f"?draft={DRAFT}",
    "questions": "?q=customer&principle=ownership",
    "search": "?q=customers",
    "stories": "?q=customers&principle=ownership&sort=words",
    "version": "?with=2",
}


def routes() -> dict[str, str]:
    """Return an address for each route, by the route's name."""
    found = {}
    for pattern in _patterns():
        assert pattern.name, f"{pattern} has no name"
        unknown = set(pattern.pattern.converters) - set(PARTS)
        assert not unknown, f"PARTS says nothing of {unknown}, in {pattern.name}"
        parts = {name: PARTS[name] for name in pattern.pattern.converters}
        found[pattern.name] = reverse(f"web:{pattern.name}", kwargs=parts)
    return found


def addresses() -> list[str]:
    """Return an address for each route, and one more where a page can be asked for something."""
    found = routes()
    return [*found.values(), *(f"{found[name]}{query}" for name, query in ASKED_FOR.items())]


def _patterns() -> Iterator[URLPattern]:
    for group in get_resolver().url_patterns:
        if not isinstance(group, URLPattern):
            yield from (each for each in group.url_patterns if isinstance(each, URLPattern))
