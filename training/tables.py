"""How a table and a share look in the scorecard."""

from collections.abc import Iterable, Sequence


def share(value: float) -> str:
    """Return a share with three digits."""
    return f"{value:.3f}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table in Markdown."""
    lines = ["| " + " | ".join(row) + " |" for row in (head, ["---"] * len(head), *rows)]
    return "\n".join(lines)
