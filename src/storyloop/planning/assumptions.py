"""What is assumed of loops that are drawn at random."""

from __future__ import annotations

from dataclasses import dataclass

from storyloop import guide


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumptions:
    """Loops as they usually go: the bounds of the rounds, and of the principles asked in each.

    A principle gets `questions` questions, which leave out those for other levels where a `level`
    is given (see `Question.level`). Candidates avoid telling one story twice in a loop, so
    that none is unless `most_tellings` allows it; never is one told twice to one person.
    Raises ValueError for bounds that no loop can keep.
    """

    rounds: tuple[int, int] = (4, 6)
    principles: tuple[int, int] = (2, 3)
    questions: int = 1
    most_tellings: int = 1
    framework: str = guide.DEFAULT_FRAMEWORK
    level: str = ""

    def __post_init__(self) -> None:
        for name, (least, most) in (("rounds", self.rounds), ("principles", self.principles)):
            if not 1 <= least <= most:
                message = f"{name} from {least} to {most} make no loop"
                raise ValueError(message)
        if self.questions < 1 or self.most_tellings < 1:
            message = "each principle has a question at least, and each story a telling"
            raise ValueError(message)

    def __str__(self) -> str:
        """Return the sentence that states them."""
        each = "one question" if self.questions == 1 else f"{self.questions} questions"
        return (
            f"{_span(self.rounds)} rounds, {_span(self.principles)} principles in each, dealt "
            f"without repeats while they last, {each} from the bank for each principle"
            f"{f', none for another level than {self.level}' if self.level else ''}; "
            f"{telling(self.most_tellings)}"
        )


def telling(most: int) -> str:
    """Return how often a story may be told, in words."""
    if most == 1:
        return "no story told twice"
    times = "twice" if most == 2 else f"{most} times"  # noqa: PLR2004 - "2 times" reads ill
    return f"no story told more than {times}, nor twice to one person"


def _span(bounds: tuple[int, int]) -> str:
    least, most = bounds
    return f"{least}" if least == most else f"{least} to {most}"
