"""What a bank covers, what to write next, and which story to tell for which situation."""

from storyloop.planning.coverage import Coverage, Covered, Suggestion, coverage
from storyloop.planning.prepare import Gap, Preparation, Sheet, prepare
from storyloop.planning.probes import PreparedProbe
from storyloop.planning.short_form import ShortForm, short_form

__all__ = [
    "Coverage",
    "Covered",
    "Gap",
    "Preparation",
    "PreparedProbe",
    "Sheet",
    "ShortForm",
    "Suggestion",
    "coverage",
    "prepare",
    "short_form",
]
