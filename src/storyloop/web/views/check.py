"""Reading a text that is in no bank: a pasted answer, or a form while somebody types."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from django.http import JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from storyloop.bank.preferences import preferences
from storyloop.story import Story
from storyloop.web.buttons import texts_of
from storyloop.web.checking import check_text
from storyloop.web.editor import Editor
from storyloop.web.sorting import sorted_into_parts
from storyloop.web.telling import beside, findings_json

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

MOST_BYTES = 1_000_000
_UNNAMED = "story"


def check(request: HttpRequest) -> HttpResponse:
    """Show the page for any answer, checked if one was sent."""
    return _answer(request, request.POST["text"]) if "text" in request.POST else _page(request)


@require_POST
def telling(request: HttpRequest) -> JsonResponse:
    """Answer the texts of a form with what stands beside them, as HTML, and where findings are."""
    editor = Editor.typed(Story(id=_UNNAMED), request.POST)
    # What is half typed is checked as far as it can be read.
    shown = beside(editor.as_typed, preferences())
    checked = shown["checked"]
    return JsonResponse(
        {
            "beside": render_to_string("web/parts/telling_beside.html", dict(shown)),
            "findings": findings_json(checked, texts_of(request.POST)) if checked else [],
        }
    )


@require_POST
def parts(request: HttpRequest) -> JsonResponse:
    """Answer the texts of a form with the same sentences, sorted into the parts."""
    found = sorted_into_parts(texts_of(request.POST))
    return JsonResponse({"parts": found.parts, "note": found.note})


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
