"""Asking: what a question tests and which story answers it, the question bank, what was asked."""

from __future__ import annotations

from http import HTTPStatus

from django.http import Http404, HttpRequest
from ninja import Query, Router, Status

from storyloop.bank import practice, queries
from storyloop.bank.preferences import preferences
from storyloop.bank.values import Asked
from storyloop.exchange.asking import asking_json
from storyloop.planning import counted
from storyloop.web.api.routes import may, whole
from storyloop.web.api.shapes import asking as shapes
from storyloop.web.ask import ranked, read_question, told_at
from storyloop.web.questions import Search, search

Body = dict[str, object]
router = Router(tags=["Ask"])


@router.get("/ask", response=shapes.Asking)
def ask(request: HttpRequest, asked: Query[shapes.ToAsk]) -> Body:
    """Say what a question tests, and which stories answer it.

    A correction that was kept with the same question wins over what is read.
    """
    held = (each.story for each in queries.stories())
    stories = counted(held, with_samples=asked.samples).stories
    intent = queries.corrected(read_question(asked.question))
    matches, _ = ranked(intent, stories, told_at(asked.employer, queries.asked()), preferences())
    return whole({"id": "", **asking_json(intent, matches[: asked.most])})


@router.get("/questions", response=shapes.QuestionPage)
def list_questions(request: HttpRequest, asked: Query[shapes.QuestionSearch]) -> Body:
    """List the question bank, fifty questions a page, those that you were asked first.

    Without a `level` the questions suit the one that you set, if you did.
    """
    found = search(
        queries.asked(),
        Search(
            words=asked.q.strip(),
            principle=asked.principle or "",
            situation=asked.situation or "",
            level=asked.level or "",
            suits=preferences().level,
            role=asked.role,
            page=asked.page,
        ),
    )
    return whole(
        {
            "found": found.found,
            "total": found.total,
            "page": found.number,
            "pages": found.last,
            "questions": [
                {
                    "text": each.text,
                    "principles": list(each.principles),
                    "situations": list(each.situations),
                    "level": each.level,
                    "role": each.role,
                    "asked": each.asked and each.asked.number,
                }
                for each in found.entries
            ],
        }
    )


@router.get("/asked", response=shapes.AskedList)
def list_asked(request: HttpRequest) -> Body:
    """List the questions that interviewers asked you, those kept last first."""
    return whole({"asked": [_asked_json(each) for each in queries.asked()]})


@router.post(
    "/asked", response={HTTPStatus.CREATED: shapes.OneAsked}, openapi_extra=may("not-found")
)
def keep_asked(request: HttpRequest, body: shapes.AskedToKeep) -> Status[Body]:
    """Keep a question that an interviewer asked you.

    With a `principle` it is a correction: your word wins whenever the question comes again.
    """
    if body.story:
        queries.held(body.story)
    fields = {name: value for name, value in body.model_dump().items() if value is not None}
    kept = practice.keep_asked(Asked(**fields))
    return Status(HTTPStatus.CREATED, whole({"asked": _asked_json(kept)}))


@router.post("/asked/{int:number}/remove", response=shapes.AskedList)
def remove_asked(request: HttpRequest, number: int) -> Body:
    """Remove a question that was kept; it can be brought back until another one is removed."""
    if not practice.remove_asked(number):
        message = f"There is no question {number} among those kept."
        raise Http404(message)
    return list_asked(request)


@router.post("/asked/{int:number}/bring-back", response=shapes.AskedList)
def bring_asked_back(request: HttpRequest, number: int) -> Body:
    """Undo the removal of a question."""
    if not practice.bring_back_asked(number):
        message = f"There is no question {number}, or another one was removed after it."
        raise Http404(message)
    return list_asked(request)


def _asked_json(asked: Asked) -> Body:
    return {
        "number": asked.number,
        "question": asked.question,
        "employer": asked.employer,
        "on": asked.on,
        "story": asked.story or None,
        "principle": asked.principle or None,
        "kept_at": asked.kept_at and asked.kept_at.isoformat(),
    }
