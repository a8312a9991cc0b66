"""What a bank covers, what to write next, and which story to tell for which situation."""

from storyloop.planning.counted import Counted, counted
from storyloop.planning.coverage import Coverage, Covered, Suggestion, coverage
from storyloop.planning.prepare import Gap, Preparation, Sheet, prepare
from storyloop.planning.probes import PreparedProbe
from storyloop.planning.short_form import ShortForm, short_form

__all__ = [
    "Counted",
    "Coverage",
    "Covered",
    "Gap",
    "Preparation",
    "PreparedProbe",
    "Sheet",
    "ShortForm",
    "Suggestion",
    "counted",
    "coverage",
    "prepare",
    "short_form",
]
