"""Drills: learn to see what a question tests."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest
from ninja import Query, Router, Status

from storyloop.bank import practice, queries
from storyloop.bank.errors import AnsweredAlready
from storyloop.bank.preferences import preferences
from storyloop.bank.values import Drilled
from storyloop.web import drill
from storyloop.web.api.routes import may, whole
from storyloop.web.api.routes.planning import counting
from storyloop.web.api.shapes import drills as shapes
from storyloop.web.progress import progress

if TYPE_CHECKING:
    from collections.abc import Sequence

    from storyloop.web.progress import Score

Body = dict[str, object]
router = Router(tags=["Drill"])


@router.get("/drills", response=shapes.Progress)
def show_progress(request: HttpRequest) -> Body:
    """Say how the drills go, and what to practise next."""
    history = queries.drilled()
    found = progress(history)
    return whole(
        {
            **_score_json(found),
            "next": drill.next_round(history),
            "stories": _score_json(found.stories),
            "rounds": [
                {
                    **_score_json(each),
                    "round": each.number,
                    "at": each.at and each.at.isoformat(),
                    "stories": _score_json(each.stories),
                    "seconds": each.seconds,
                }
                for each in found.rounds
            ],
            "principles": [
                {**_score_json(each), "principle": each.principle.id} for each in found.principles
            ],
            "confused": [
                {"said": each.said.id, "was": each.was.id, "times": each.times}
                for each in found.confused
            ],
            "practise": [each.id for each in found.practise],
        }
    )


@router.post("/drills/forget", response=shapes.Count)
def forget_drills(request: HttpRequest) -> Body:
    """Remove the answers of all drills; they can be brought back."""
    return whole({"answers": practice.forget_drills()})


@router.post("/drills/bring-back", response=shapes.Count)
def bring_drills_back(request: HttpRequest) -> Body:
    """Undo the removal of the answers, until answers are removed again.

    Rounds that were begun since come after those that are back.
    """
    return whole({"answers": practice.bring_back_drills()})


@router.get("/drills/{int:number}", response=shapes.DrillRound)
def show_round(request: HttpRequest, number: int, asked: Query[shapes.DrillOptions]) -> Body:
    """Show a round of the drill with its next question; ten questions make a round."""
    history = queries.drilled()
    told = _told(number, history)
    question = None
    if len(told) < drill.ROUND:
        known = drill.questions(queries.asked(), preferences().level)
        question = drill.next_question(known, history, number, drill.widened(asked.on))
    return whole(
        {
            "round": number,
            "size": drill.ROUND,
            "answers": [_drilled_json(each) for each in told],
            "question": question and {"id": question.id, "text": question.text},
        }
    )


@router.post(
    "/drills/{int:number}/answers",
    response={HTTPStatus.CREATED: shapes.OneDrilled},
    openapi_extra=may("answered-already"),
)
def answer_question(request: HttpRequest, number: int, body: shapes.DrillAnswer) -> Status[Body]:
    """Answer the question at a place of a round, and learn what is right."""
    told = _told(number, queries.drilled())
    question = {each.id: each for each in drill.questions(queries.asked())}.get(body.question)
    if question is None:
        message = "There is no question with that id."
        raise Http404(message)
    if body.place <= len(told):
        raise AnsweredAlready(number, body.place)
    if body.place > len(told) + 1:
        message = f"Question {body.place} of round {number} is not asked yet."
        raise Http404(message)
    if body.story:
        queries.held(body.story)
    best = drill.best_stories(question, counting(samples=body.samples).stories, preferences())
    kept = practice.keep_drilled(
        Drilled(
            round=number,
            place=body.place,
            question=question.text,
            principles=question.principles,
            named=body.named or "",
            story=body.story or "",
            best=tuple(each.story.id for each in best),
            seconds=body.seconds,
        )
    )
    return Status(HTTPStatus.CREATED, whole({"answer": _drilled_json(kept)}))


def _told(number: int, history: Sequence[Drilled]) -> list[Drilled]:
    if not 1 <= number <= drill.next_round(history):
        message = "There is no round with that number yet."
        raise Http404(message)
    return [each for each in history if each.round == number]


def _score_json(score: Score) -> Body:
    return {"right": score.right, "asked": score.asked}


def _drilled_json(drilled: Drilled) -> Body:
    return {
        "round": drilled.round,
        "place": drilled.place,
        "question": drilled.question,
        "principles": list(drilled.principles),
        "named": drilled.named or None,
        "story": drilled.story or None,
        "best": list(drilled.best),
        "right": drilled.right,
        "story_right": drilled.story_right,
        "seconds": drilled.seconds,
        "at": drilled.at and drilled.at.isoformat(),
    }
