"""From places in the told text of a story to places in the file it was read from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storyloop.critique import Critique, Draft, Finding


def in_file(file_text: str, draft: Draft, found: Critique) -> Critique:
    """Return `found` with spans of `file_text`, in which the parts of the draft stand.

    A finding in a part that stands there in another form (escaped, with other line ends) points
    at the beginning of the file.
    """
    moves = _moves(file_text, draft)
    return replace(found, findings=tuple(_moved(finding, moves) for finding in found.findings))


def _moves(file_text: str, draft: Draft) -> list[tuple[int, int, int]]:
    """Return for each line of the draft its span, and how far off it stands in the file."""
    moves = []
    start = at = 0
    for line in draft.text.split("\n"):
        found = file_text.find(line, at) if line.strip() else -1
        if found >= 0:
            moves.append((start, start + len(line), found - start))
            at = found + len(line)
        start += len(line) + 1
    return moves


def _moved(finding: Finding, moves: list[tuple[int, int, int]]) -> Finding:
    for start, end, by in moves:
        if start <= finding.start <= end:
            return replace(finding, start=finding.start + by, end=min(finding.end, end) + by)
    return replace(finding, start=0, end=0)
