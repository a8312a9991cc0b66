"""Checking a text that is in no bank: a pasted answer, or a form while somebody types."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from django.shortcuts import render

from storyloop.bank.preferences import preferences
from storyloop.story import Story
from storyloop.web.checking import check_story, check_text
from storyloop.web.editor import Editor

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

MOST_BYTES = 1_000_000
_UNNAMED = "story"


def check(request: HttpRequest) -> HttpResponse:
    """Show the page for any answer; or answer a form's texts with a fragment."""
    if request.method != "POST":
        return _page(request)
    if "text" in request.POST:
        return _answer(request, request.POST["text"])
    return _fragment(request)


def _answer(request: HttpRequest, text: str) -> HttpResponse:
    if len(text.encode()) > MOST_BYTES:
        fault = (
            "That text is longer than a megabyte, so it was not checked. "
            "Paste the answer to one question at a time."
        )
        return _page(request, fault=fault, status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    text = text.replace("\r\n", "\n")
    if not text.strip():
        fault = "There is no text to check yet. Paste or write an answer first."
        return _page(request, fault=fault, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    question = request.POST.get("question", "").strip()
    checked = check_text(text, question, preferences())
    return _page(request, text=text, question=question, checked=checked)


def _page(request: HttpRequest, status: int = 200, **shown: object) -> HttpResponse:
    return render(request, "web/check.html", shown, status=status)


def _fragment(request: HttpRequest) -> HttpResponse:
    editor = Editor.typed(Story(id=_UNNAMED), request.POST)
    # What is half typed is checked as far as it can be read.
    _ = editor.is_valid
    checked = check_story(editor.read(), preferences())
    return render(request, "web/parts/checked.html", {"checked": checked})
