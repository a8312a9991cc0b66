"""Which stories an answer counts, said in words and in JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storyloop.planning import Counted


def counted_json(basis: Counted) -> dict[str, int]:
    """Return how many stories of one's own and how many samples count."""
    return {"own": basis.own, "samples": basis.samples if basis.with_samples else 0}


def counted_lines(basis: Counted) -> list[str]:
    """Return the sentence that says so where samples are in the bank."""
    if basis.choice and not basis.with_samples:
        return ["Only your own stories are counted; count the samples too with --samples."]
    if basis.choice:
        return ["The samples, which are fiction, are counted too."]
    if basis.fiction:
        return ["The stories counted are samples: fiction, until you write one of your own."]
    return []
