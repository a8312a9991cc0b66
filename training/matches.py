"""Reads the judged matches: `right stories | also fit | question`, `none` and `-` for nothing."""

from dataclasses import dataclass
from pathlib import Path

GOLD = Path(__file__).parent / "matches" / "gold.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A question, the samples to tell first for it, and those that would do in a pinch."""

    question: str
    right: tuple[str, ...]
    also_fit: tuple[str, ...]


def judged(file: Path = GOLD) -> list[Judged]:
    """Return the judged questions in their order; raise ValueError for a slip."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return [_judged(line, file) for line in lines if line.strip() and not line.startswith("#")]


def _judged(line: str, file: Path) -> Judged:
    columns = [column.strip() for column in line.split(" | ", 2)]
    if len(columns) != 3:  # noqa: PLR2004 - the columns of a match
        message = f"{file.name}: this line is no match: {line!r}"
        raise ValueError(message)
    right, also_fit, question = columns
    return Judged(
        question=question,
        right=() if right == "none" else tuple(right.split(",")),
        also_fit=() if also_fit == "-" else tuple(also_fit.split(",")),
    )
