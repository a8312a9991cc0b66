"""What a bank covers, what to tell for which situation and in which round, how ready one is."""

from storyloop.planning.assumptions import Assumptions
from storyloop.planning.counted import Counted, counted
from storyloop.planning.coverage import Coverage, Covered, Suggestion, coverage
from storyloop.planning.loop import Ban, ImpossibleLoop, Loop, Pin, Round
from storyloop.planning.plan import plan
from storyloop.planning.planned import Plan
from storyloop.planning.prepare import Gap, Preparation, Sheet, prepare
from storyloop.planning.probes import PreparedProbe
from storyloop.planning.readiness import Readiness, readiness
from storyloop.planning.replan import replan
from storyloop.planning.short_form import ShortForm, short_form

__all__ = [
    "Assumptions",
    "Ban",
    "Counted",
    "Coverage",
    "Covered",
    "Gap",
    "ImpossibleLoop",
    "Loop",
    "Pin",
    "Plan",
    "Preparation",
    "PreparedProbe",
    "Readiness",
    "Round",
    "Sheet",
    "ShortForm",
    "Suggestion",
    "counted",
    "coverage",
    "plan",
    "prepare",
    "readiness",
    "replan",
    "short_form",
]
