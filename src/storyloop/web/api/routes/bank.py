"""The bank as a whole: search, settings, history, and all stories at once."""

from __future__ import annotations

from dataclasses import asdict

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from storyloop.bank import queries
from storyloop.bank.happenings import happenings
from storyloop.bank.preferences import keep_preferences, preferences, with_value
from storyloop.exchange.archive import stories_zip
from storyloop.exchange.stories import story_json
from storyloop.web.api.routes import gives, whole
from storyloop.web.api.shapes import bank as shapes
from storyloop.web.finding import Hit, find
from storyloop.web.happened import Line, line

Body = dict[str, object]
ZIP = "application/zip"
router = Router(tags=["Bank"])


@router.get("/settings", response=shapes.HeldSettings)
def show_settings(request: HttpRequest) -> Body:
    """Show the settings."""
    return whole({"settings": asdict(preferences())})


@router.patch("/settings", response=shapes.HeldSettings)
def save_settings(request: HttpRequest, body: shapes.SettingsToSave) -> Body:
    """Change settings; what is not sent stays as it is."""
    wanted = preferences()
    for name, value in body.model_dump(exclude_unset=True).items():
        wanted = with_value(wanted, name, value)
    keep_preferences(wanted)
    return whole({"settings": asdict(wanted)})


@router.get("/history", response=shapes.Happenings)
def list_happenings(request: HttpRequest, asked: Query[shapes.PageOptions]) -> Body:
    """List all that happened in the bank, the newest first, fifty a page."""
    found = happenings(asked.page)
    return whole(
        {
            "total": found.total,
            "page": found.number,
            "pages": found.last,
            "happenings": [_line_json(line(each)) for each in found.happenings],
        }
    )


@router.get("/export", response=shapes.AllStories)
def export_stories(request: HttpRequest) -> Body:
    """Give all stories that are not removed, whole."""
    return whole({"stories": [story_json(each.story) for each in queries.stories()]})


@router.get("/export.zip", response=None, openapi_extra=gives(ZIP))
def export_files(request: HttpRequest) -> HttpResponse:
    """Give all stories that are not removed as Markdown files in one ZIP archive."""
    content = stories_zip(each.story for each in queries.stories())
    answer = HttpResponse(content, content_type=ZIP)
    answer["Content-Disposition"] = 'attachment; filename="stories.zip"'
    return answer


@router.get("/search", response=shapes.Found)
def search(request: HttpRequest, asked: Query[shapes.ToFind]) -> Body:
    """Search the stories, and then the guide and its questions; what fits best comes first."""
    found = find(asked.q, asked.most)
    return whole(
        {
            "stories": [_hit_json(each) for each in found.stories],
            "guide": [_hit_json(each) for each in found.guide],
            "questions": [_hit_json(each) for each in found.questions],
        }
    )


def _line_json(told: Line) -> Body:
    return {
        "at": told.at.isoformat(),
        "what": told.what,
        "name": told.name,
        "address": told.address,
        "note": told.note,
    }


def _hit_json(hit: Hit) -> Body:
    return {
        "address": hit.address,
        "name": "".join(each.text for each in hit.name),
        "kind": hit.kind,
        "words": [{"text": each.text, "marked": each.marked} for each in hit.words],
    }
