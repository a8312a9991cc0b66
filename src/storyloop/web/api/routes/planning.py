"""Coverage, preparation and readiness."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from django.http import HttpRequest
from ninja import Query, Router

from storyloop import guide, planning
from storyloop.bank import queries
from storyloop.bank.preferences import preferences
from storyloop.exchange.coverage import coverage_json
from storyloop.exchange.preparation import preparation_json
from storyloop.exchange.readiness_report import readiness_json
from storyloop.planning import Assumptions, counted
from storyloop.planning.questions import prepare_questions
from storyloop.web.api.routes import may, whole
from storyloop.web.api.shapes import planning as shapes

if TYPE_CHECKING:
    from storyloop.planning import Counted, Loop, Readiness
    from storyloop.story import Story

Body = dict[str, object]
router = Router(tags=["Plan"])


@router.get("/coverage", response=shapes.Coverage)
def show_coverage(request: HttpRequest, asked: Query[shapes.ToCover]) -> Body:
    """Show which situations and principles the stories cover, and what to write next."""
    basis = counting(samples=asked.samples)
    found = planning.coverage(
        basis.stories, guide.framework(asked.framework or preferences().framework)
    )
    return whole(coverage_json(found, basis))


@router.get("/prepare", response=shapes.Preparation)
def prepare_situations(request: HttpRequest, asked: Query[shapes.ToPrepare]) -> Body:
    """Lay out a story for each situation.

    The short form, the numbers, the roads not taken, the probes that are likely, and a spare.
    """
    basis, pace = counting(samples=asked.samples), preferences().pace
    chosen = [guide.situation(each) for each in dict.fromkeys(asked.situation)] or None
    found = planning.prepare(basis.stories, chosen, fewest=asked.fewest, pace=pace)
    return whole(preparation_json(found, basis))


@router.post("/prepare", response=shapes.Preparation)
def prepare_for_questions(request: HttpRequest, body: shapes.QuestionsToPrepare) -> Body:
    """Lay out a story for each of some questions, in any wording."""
    basis, pace = counting(samples=body.samples), preferences().pace
    questions = list(dict.fromkeys(body.questions))
    found = prepare_questions(basis.stories, questions, fewest=body.fewest, pace=pace)
    return whole(preparation_json(found, basis))


@router.get("/readiness", response=shapes.Readiness, openapi_extra=may("not-found"))
def show_readiness(request: HttpRequest, asked: Query[shapes.ToBeReadyFor]) -> Body:
    """Say for what share of likely loops every question has a story, and what to write next."""
    basis, wanted = counting(samples=asked.samples), preferences()
    assumptions = Assumptions(
        framework=asked.framework or wanted.framework,
        level=wanted.level,
        most_tellings=asked.tellings or 1,
    )
    loop = queries.held_loop(asked.loop).loop if asked.loop else None
    if loop:
        loop = replace(loop, most_tellings=asked.tellings or loop.most_tellings)
    found = _readiness(basis.stories, assumptions, loop, asked.loops, asked.seed)
    return whole(readiness_json(found, basis))


def counting(*, samples: bool) -> Counted:
    """Return the stories that count."""
    return counted((held.story for held in queries.stories()), with_samples=samples)


@lru_cache(maxsize=32)
def _readiness(
    stories: tuple[Story, ...], assumptions: Assumptions, loop: Loop | None, loops: int, seed: int
) -> Readiness:
    return planning.readiness(stories, assumptions=assumptions, loop=loop, loops=loops, seed=seed)
