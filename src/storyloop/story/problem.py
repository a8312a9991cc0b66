"""What is wrong with a file, as a value that can be collected and shown."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One problem of one file: where it is, what it is, and what to do.

    `line` counts from 1; `field` is empty where the whole file is meant.
    """

    line: int
    field: str
    message: str
    remedy: str

    def __str__(self) -> str:
        """Return the problem as one sentence, without the file's name."""
        where = f"line {self.line}" + (f", {self.field}" if self.field else "")
        return f"{where}: {self.message}; {self.remedy}."
