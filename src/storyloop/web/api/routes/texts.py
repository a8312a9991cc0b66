"""Reading and checking: any text, a story as it is sent, or one of the bank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest
from ninja import Query, Router

from storyloop.bank import queries
from storyloop.bank.judging import judged
from storyloop.bank.preferences import preferences
from storyloop.critique import RULES, draft_of, draft_of_story, manual, rule
from storyloop.critique.report_json import report_json, rule_json
from storyloop.exchange.reading import reading_json
from storyloop.story import Story
from storyloop.web.api.routes import whole
from storyloop.web.api.routes.stories import written
from storyloop.web.api.shapes import texts as shapes

if TYPE_CHECKING:
    from storyloop.critique import Draft

Body = dict[str, object]
router = Router(tags=["Read and check"])
_UNNAMED = Story(id="story")


@router.post("/read", response=shapes.Reading)
def read_text(request: HttpRequest, body: shapes.ToRead) -> Body:
    """Read a text or a story that is sent.

    The parts, who acts, the numbers, and what kind of text it is. Places are in code points of the
    text, for a story of its parts one below the other with an empty line between.
    """
    return _read("", _draft(body))


@router.get("/stories/{slug:story_id}/read", response=shapes.Reading)
def read_story(request: HttpRequest, story_id: str) -> Body:
    """Read a story of the bank."""
    return _read(story_id, draft_of_story(queries.held(story_id).story))


@router.post("/check", response=shapes.Critique)
def check_text(request: HttpRequest, body: shapes.ToCheck) -> Body:
    """Check a text or a story that is sent.

    The strength is 100 less the costs of the findings, so each point lost has a finding that
    explains it.
    """
    draft = _draft(body, body.question)
    found = judged(draft, preferences(), select=body.select, ignore=body.ignore)
    return whole(report_json("", draft.text, found))


@router.get("/stories/{slug:story_id}/check", response=shapes.Critique)
def check_story(request: HttpRequest, story_id: str, asked: Query[shapes.CheckOptions]) -> Body:
    """Check a story of the bank."""
    draft = draft_of_story(queries.held(story_id).story, asked.question)
    return whole(report_json(story_id, draft.text, judged(draft, preferences())))


@router.get("/rules", response=shapes.Rules)
def list_rules(request: HttpRequest) -> Body:
    """List the rules that a check puts to a text."""
    return whole({"rules": [rule_json(each) for each in RULES]})


@router.get("/rules/{slug:name}", response=shapes.RulePage)
def show_rule(request: HttpRequest, name: str) -> Body:
    """Show the manual page of a rule, by its code or name."""
    found = rule(name)
    if found is None:
        message = f"There is no rule {name!r}."
        raise Http404(message)
    return whole({"rule": rule_json(found), "manual": manual(found)})


def _read(name: str, draft: Draft) -> Body:
    return whole({"id": name, **reading_json(draft.reading)})


def _draft(body: shapes.ToRead, question: str = "") -> Draft:
    if body.is_story:
        return draft_of_story(written(_UNNAMED, body.story), question)
    return draft_of(body.text, question)
