"""Reads the labelled questions and cue phrases.

A line is `principles | situations | kinds of story | level | role | question`, of a cue phrase
`principles | situations | kinds of story | phrase`. The first principle is the one it tests most,
`none` says that it asks for no behaviour. The kinds are the archetypes of which a coach would tell
a story first, best first, and behind a semicolon those that would do in a pinch; `none` says that
no kind answers it, `-` that nobody has judged it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
QUESTIONS = HERE / "questions"
GOLD = HERE / "questions_gold"
TUNING = HERE / "questions_tuning"  # for the slopes of the probabilities, nothing else
CUES = HERE / "cues"


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A question with what an interviewer would say it tests; no principle, no behaviour.

    `kinds` are those of which to tell a story first, empty where none answers it; None where nobody
    has judged it.
    """

    file: str
    principles: tuple[str, ...]
    situations: tuple[str, ...]
    kinds: tuple[str, ...] | None
    kinds_in_a_pinch: tuple[str, ...]
    level: str
    role: str
    text: str


def questions(folder: Path = QUESTIONS) -> list[Labelled]:
    """Return the questions of a folder, by file and in their order; raise ValueError for a slip."""
    return [each for file in sorted(folder.glob("*.txt")) for each in _of_file(file)]


def _of_file(file: Path) -> Iterator[Labelled]:
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        columns = [column.strip() for column in line.split(" | ", 5)]
        if len(columns) == 4:  # noqa: PLR2004 - a cue phrase
            columns[3:3] = ["cue", "any"]
        if len(columns) != 6:  # noqa: PLR2004 - the columns of a question
            message = f"{file.name}: this line is no question: {line!r}"
            raise ValueError(message)
        principles, situations, kinds, level, role, text = columns
        first, _, in_a_pinch = kinds.partition("; ")
        yield Labelled(
            file=file.stem,
            principles=_ids(principles),
            situations=_ids(situations),
            kinds=None if kinds == "-" else _ids(first),
            kinds_in_a_pinch=_ids(in_a_pinch),
            level=level,
            role=role,
            text=text,
        )


def _ids(column: str) -> tuple[str, ...]:
    return () if column in {"", "-", "none"} else tuple(column.split(","))
