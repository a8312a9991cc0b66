"""Pasting a rough text: the reading sorts its sentences, its writer has the last word."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from django.shortcuts import redirect, render

from storyloop import guide
from storyloop.exchange.intake import Report
from storyloop.exchange.refused import Refused
from storyloop.exchange.rough import Rough, lines_of, rough_stories
from storyloop.web.drafts import DraftForm, address
from storyloop.web.incoming import arrivals, keep_story
from storyloop.web.splitting import as_sent, split

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

_NOTHING = "There is no text yet. Paste one first."


def paste(request: HttpRequest) -> HttpResponse:
    """Show the page to paste on; split what was pasted; or make a draft of what was split."""
    if request.method != "POST":
        return _page(request)
    if "said" in request.POST:
        return _sorted(request)
    text = request.POST.get("text", "")
    try:
        found = rough_stories(lines_of(text))
    except Refused as why:
        return _page(request, text=text, fault=f"This cannot be sorted: {why}.")
    if not found:
        return _page(request, text=text, fault=_NOTHING)
    if len(found) > 1:
        return _several(request, found)
    return _split(request, found[0], text=text)


def _sorted(request: HttpRequest) -> HttpResponse:
    rough = as_sent(request.POST)
    if not rough.passages:
        return _page(request, fault=_NOTHING)
    if "make" not in request.POST:
        return _split(request, rough, text=rough.text)
    chosen = split(rough, request.POST)
    writer = DraftForm.typed(request.POST).writer
    return redirect(address(keep_story(rough.title, chosen.fields, writer)))


def _split(request: HttpRequest, rough: Rough, *, text: str) -> HttpResponse:
    found = split(rough)
    if found.is_too_long:
        fault = (
            f"This text has {len(found.sentences):,} sentences, too many to sort at once. "
            "Paste one story, or part several by lines of ---."
        )
        return _page(request, text=text, fault=fault)
    drafting = DraftForm.typed(request.POST)
    shown = {"split": found, "parts": guide.parts(), "drafting": drafting}
    return render(request, "web/split.html", shown)


def _several(request: HttpRequest, found: tuple[Rough, ...]) -> HttpResponse:
    reports = [
        Report(name="", outcome="rough", title=each.title or f"Story {number}", rough=each)
        for number, each in enumerate(found, 1)
    ]
    return render(request, "web/arrived.html", {"arrivals": arrivals(reports), "pasted": True})


def _page(request: HttpRequest, *, text: str = "", fault: str = "") -> HttpResponse:
    status = HTTPStatus.UNPROCESSABLE_ENTITY if fault else HTTPStatus.OK
    return render(request, "web/paste.html", {"text": text, "fault": fault}, status=status)
