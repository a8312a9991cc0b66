"""The bank as a whole: settings, and all stories at once."""

from __future__ import annotations

from dataclasses import asdict

from django.http import HttpRequest
from ninja import Router

from storyloop.bank import queries
from storyloop.bank.preferences import keep_preferences, preferences, with_value
from storyloop.exchange.stories import story_json
from storyloop.web.api.routes import whole
from storyloop.web.api.shapes import bank as shapes

Body = dict[str, object]
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


@router.get("/export", response=shapes.AllStories)
def export_stories(request: HttpRequest) -> Body:
    """Give all stories that are not removed, whole."""
    return whole({"stories": [story_json(each.story) for each in queries.stories()]})
