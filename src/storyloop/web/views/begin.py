"""Starting a story from nothing: its kind is chosen, and its questions come one at a time."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from storyloop import guide, planning
from storyloop.bank import drafts, queries
from storyloop.bank.errors import StaleDraft
from storyloop.bank.preferences import preferences
from storyloop.story.changes import Change
from storyloop.web.begin import PLACE, Begun
from storyloop.web.drafts import DraftForm, address, content_of, entries
from storyloop.web.views.found import draft_or_404

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from storyloop.bank.values import Draft

    Content = dict[str, list[str]]


def begin(request: HttpRequest) -> HttpResponse:
    """Offer the kinds of story, or ask the questions of one as long as nothing is kept of it."""
    if request.method == "POST":
        return _answered(request)
    kind = request.GET.get("archetype", "")
    begun = Begun.of(kind, request.GET.get("question", ""))
    return _asking(request, begun, {}) if begun else _kinds(request)


def go_on(request: HttpRequest, begun: str) -> HttpResponse:
    """Ask a question of a story that was begun."""
    if request.method == "POST":
        return _answered(request)
    draft = draft_or_404(begun)
    found = Begun.read(draft.content, request.GET.get("question", ""))
    if draft.story or found is None:
        return redirect(address(draft))
    return _asking(request, found, draft.content, draft=draft)


def _kinds(request: HttpRequest) -> HttpResponse:
    own = [each.story for each in queries.stories() if not each.story.sample]
    found = planning.coverage(own, guide.framework(preferences().framework))
    worth = {each.archetype.id: each for each in found.next}
    first = list(worth)
    kinds = sorted(
        guide.archetypes(),
        key=lambda kind: first.index(kind.id) if kind.id in worth else len(first),
    )
    shown = {
        "drafts": entries(),
        "kinds": [
            (kind, worth.get(kind.id), [story for story in own if story.archetype == kind.id])
            for kind in kinds
        ],
        "own": len(own),
    }
    return render(request, "web/begin.html", shown)


def _answered(request: HttpRequest) -> HttpResponse:
    """Keep what was answered, and go to the question that is asked for, or to the form."""
    content = content_of(request.POST)
    to = "".join(content.pop("to", ()))
    begun = Begun.read(content)
    if begun is None:
        message = "The guide has no kind of story of that name."
        raise Http404(message)
    is_over = to == "form" or (not to and begun.place == len(begun.steps))
    if "keep" in request.POST:
        there = begun
    else:
        there = Begun.of(begun.archetype.id, to or begun.place + 1) or begun
    form = DraftForm.typed(request.POST)
    if not form.writer.seen and not begun.answered(content):
        kind = f"?archetype={begun.archetype.id}"
        if is_over:
            return redirect(f"{reverse('web:new')}{kind}")
        return redirect(f"{reverse('web:begin')}{kind}&question={there.place}")
    kept = begun.form(content) if is_over else content | {PLACE: [str(there.place)]}
    try:
        return redirect(address(drafts.keep(kept, writer=form.writer)))
    except StaleDraft as stale:
        return _two_drafts(request, begun, content, stale.current)


def _two_drafts(request: HttpRequest, begun: Begun, content: Content, other: Draft) -> HttpResponse:
    differing = [
        Change(field=each.label, before=theirs, after=mine)
        for each in begun.steps
        if (theirs := each.answer(other.content)) != (mine := each.answer(content))
    ]
    return _asking(
        request,
        begun,
        content,
        status=HTTPStatus.CONFLICT,
        drafting=DraftForm.of(other),
        conflict=differing,
        other=other,
    )


def _asking(
    request: HttpRequest,
    begun: Begun,
    content: Content,
    *,
    draft: Draft | None = None,
    status: int = 200,
    **more: object,
) -> HttpResponse:
    step = begun.step
    shown = {
        "begun": begun,
        "step": step,
        "row": step.row(content) if step.is_row else None,
        "text": "" if step.is_row else step.text(content),
        "others": begun.others(content),
        "answered": begun.answered(content),
        "draft": draft,
        "drafting": DraftForm.of(draft),
        **more,
    }
    return render(request, "web/begin_question.html", shown, status=status)
