"""Reads the labelled questions and cue phrases.

A line is `principles | situations | level | role | question`, of a cue phrase
`principles | situations | phrase`; the first principle is the one it tests most, `none` says that
it asks for no behaviour.
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
    """A question with what an interviewer would say it tests; no principle, no behaviour."""

    file: str
    principles: tuple[str, ...]
    situations: tuple[str, ...]
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
        columns = [column.strip() for column in line.split(" | ", 4)]
        if len(columns) == 3:  # noqa: PLR2004 - a cue phrase
            columns[2:2] = ["cue", "any"]
        if len(columns) != 5:  # noqa: PLR2004 - the columns of a question
            message = f"{file.name}: this line is no question: {line!r}"
            raise ValueError(message)
        principles, situations, level, role, text = columns
        yield Labelled(
            file=file.stem,
            principles=() if principles == "none" else tuple(principles.split(",")),
            situations=() if situations == "-" else tuple(situations.split(",")),
            level=level,
            role=role,
            text=text,
        )
