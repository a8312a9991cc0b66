"""What comes in: files, and drafts for their writer to look at."""

from __future__ import annotations

from base64 import b64decode
from http import HTTPStatus

from django.http import HttpRequest
from ninja import Router, Status

from storyloop.bank import drafts, imports
from storyloop.bank.values import Draft, Writer
from storyloop.exchange.intake import Intake, Report
from storyloop.web.api.routes import whole
from storyloop.web.api.shapes import incoming as shapes
from storyloop.web.incoming import keep_story

Body = dict[str, object]
router = Router(tags=["Bring in"])


@router.post("/import", response=shapes.Reports)
def import_files(request: HttpRequest, body: shapes.FilesToImport) -> Body:
    """Take in files: story files, plain texts, Word documents.

    Each file is taken whole or not at all, and reported. A story whose id the bank knows becomes a
    new version of it. A rough text is sorted into its parts as it reads.
    """
    intake = Intake(sort=True)
    found = [report for each in body.files for report in intake.take(each.name, _content(each))]
    return whole({"reports": [_report_json(each) for each in found]})


@router.post("/import/undo", response=shapes.Undone)
def undo_import(request: HttpRequest, body: shapes.ImportsToUndo) -> Body:
    """Undo an import: what it added goes, and what it changed has its former text again.

    A story that somebody changed since stays as it is.
    """
    gone, stayed = imports.take_back((each.id, each.revision) for each in body.stories)
    return whole({"gone": gone, "stayed": stayed})


@router.get("/drafts", response=shapes.Drafts)
def list_drafts(request: HttpRequest) -> Body:
    """List the drafts: what is typed on the pages and not saved yet."""
    return whole({"drafts": [_draft_json(each) for each in drafts.drafts()]})


@router.post("/drafts", response={HTTPStatus.CREATED: shapes.OneDraft})
def keep_draft(request: HttpRequest, body: shapes.DraftToKeep) -> Status[Body]:
    """Keep a draft of a new story; it is no story until its writer saves it."""
    fields = body.model_dump(exclude={"title"})
    kept = keep_story(body.title, fields, Writer())
    return Status(HTTPStatus.CREATED, whole({"draft": _draft_json(kept)}))


@router.post("/drafts/{slug:key}/throw-away", response=shapes.OneDraft)
def throw_draft_away(request: HttpRequest, key: str) -> Body:
    """Throw a draft away; it can be brought back until another is begun or thrown away."""
    return whole({"draft": _draft_json(drafts.throw_away(key))})


@router.post("/drafts/{slug:key}/bring-back", response=shapes.OneDraft)
def bring_draft_back(request: HttpRequest, key: str) -> Body:
    """Undo that a draft was thrown away."""
    return whole({"draft": _draft_json(drafts.bring_back(key))})


def _content(file: shapes.FileToImport) -> bytes:
    return b64decode(file.base64) if file.base64 else file.text.encode()


def _report_json(report: Report) -> Body:
    return {
        "name": report.name,
        "outcome": report.outcome,
        "story": report.story_id or None,
        "title": report.title,
        "revision": report.revision or None,
        "problems": list(report.problems),
    }


def _draft_json(draft: Draft) -> Body:
    return {
        "key": draft.key,
        "story": draft.story or None,
        "base": draft.base or None,
        "fields": draft.content,
        "kept_at": draft.kept_at.isoformat(),
        "thrown_at": draft.thrown_at and draft.thrown_at.isoformat(),
    }
