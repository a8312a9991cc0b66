"""Names that stay in the bank: where they stand in a text, and a story without them."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from storyloop.story.model import Story

MASK = "[private]"
# What names no person or firm but a thing of the guide, and what is not shown.
_KEPT = frozenset({"id", "archetype", "principles", "situations", "switched_off", "standing"})


def private_pattern(terms: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds the terms as whole words in any case and spacing; None without any."""
    return _pattern(frozenset(" ".join(term.casefold().split()) for term in terms) - {""})


def without_private(story: Story, terms: Iterable[str] = ()) -> Story:
    """Return `story` with a mask for each of its own private terms and for `terms`.

    Its list of terms goes, and so does the Markdown that it was read from. Its id stays as it is.
    """
    return _without(story, private_pattern((*story.private_terms, *terms)))


# A page masks the whole bank, which hardly changes in between.
@lru_cache(maxsize=1000)
def _without(story: Story, pattern: re.Pattern[str] | None) -> Story:
    bare = replace(story, private_terms=(), source="")
    found: Story = _masked(bare, pattern) if pattern else bare
    return found


@lru_cache(maxsize=64)
def _pattern(folded: frozenset[str]) -> re.Pattern[str] | None:
    if not folded:
        return None
    # The longest first, so that "Marrow & Finch Mills" is not found as "Marrow & Finch".
    forms = (
        r"\s+".join(map(re.escape, term.split()))
        for term in sorted(folded, key=lambda term: (-len(term), term))
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)


def _masked(value: Any, pattern: re.Pattern[str]) -> Any:  # noqa: ANN401 - whatever a field holds
    if isinstance(value, str):
        return pattern.sub(MASK, value)
    if isinstance(value, tuple):
        return tuple(_masked(each, pattern) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        names = [each.name for each in fields(value) if each.name not in _KEPT]
        return replace(value, **{name: _masked(getattr(value, name), pattern) for name in names})
    return value
