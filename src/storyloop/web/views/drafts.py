"""Drafts: kept while one types, thrown away, and brought back."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from storyloop.bank import drafts
from storyloop.bank.errors import StaleDraft
from storyloop.bank.values import Draft
from storyloop.web.drafts import DraftForm, address, content_of
from storyloop.web.views.found import draft_or_404, story_or_404


@require_POST
def keep(request: HttpRequest, story_id: str = "") -> JsonResponse:
    """Keep what a form holds as a draft; say so as JSON.

    409 tells of a newer text: `stale-draft` where another page kept one, and nothing was kept;
    `stale` where the story was saved, and the draft is kept beside it.
    """
    revision = story_or_404(story_id).revision if story_id else 0
    form = DraftForm.typed(request.POST)
    try:
        draft = drafts.keep(
            content_of(request.POST), story=story_id, base=form.began_at, writer=form.writer
        )
    except StaleDraft as stale:
        return _stale("stale-draft", str(stale))
    if draft.base != revision:
        return _stale("stale", "The story was saved elsewhere meanwhile.", draft)
    return JsonResponse({"draft": _as_json(draft)})


@require_POST
def throw_away(request: HttpRequest, key: str) -> HttpResponse:
    """Throw a draft away; the answer offers to bring it back."""
    draft = draft_or_404(key, thrown=True)
    drafts.throw_away(key)
    undo = reverse("web:bring-draft-back", args=[key])
    messages.success(request, "The draft is thrown away.", extra_tags=undo)
    return redirect("web:edit", draft.story) if draft.story else redirect("web:stories")


@require_POST
def bring_back(request: HttpRequest, key: str) -> HttpResponse:
    """Undo that a draft was thrown away."""
    draft = draft_or_404(key, thrown=True)
    drafts.bring_back(key)
    messages.success(request, "The draft is back.")
    return redirect(address(draft))


def _stale(code: str, message: str, draft: Draft | None = None) -> JsonResponse:
    said = {"error": {"code": code, "message": message}, "draft": draft and _as_json(draft)}
    return JsonResponse(said, status=HTTPStatus.CONFLICT)


def _as_json(draft: Draft) -> dict[str, object]:
    return {"key": draft.key, "version": draft.version, "address": address(draft)}
