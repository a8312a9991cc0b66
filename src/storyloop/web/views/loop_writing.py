"""Writing a loop: a new one, often from a usual one, or an edit that overwrites nothing unseen."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render

from storyloop import guide
from storyloop.bank import queries, services
from storyloop.bank.errors import StaleLoop
from storyloop.bank.preferences import preferences
from storyloop.planning import Loop, Round
from storyloop.planning.loop import in_framework, of_template
from storyloop.web.loop_changes import carried_over, differing
from storyloop.web.loop_editor import ROUNDS, LoopEditor
from storyloop.web.views.loops import loop_or_404

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from storyloop.bank.values import HeldLoop


def new(request: HttpRequest) -> HttpResponse:
    """Show the form of a usual loop, or of an empty one; or add what was typed."""
    if request.method != "POST":
        asked = request.GET.get("template", "")
        template = next((each for each in guide.loops() if each.id == asked), None)
        usual = of_template(template) if template else Loop(rounds=(Round(),))
        blank = in_framework(usual, preferences().framework)
        return _form(request, LoopEditor.of(blank, _stories(), is_new=True), template=template)
    editor = LoopEditor.typed(request.POST, _stories())
    answer = _answered_early(request, editor)
    if answer:
        return answer
    loop, _ = editor.read()
    held = services.add_named_loop(loop)
    messages.success(request, "The loop is kept, and this is its plan.")
    return redirect("web:loop", held.id)


def edit(request: HttpRequest, loop_id: str) -> HttpResponse:
    """Show the form of a loop, or save what was typed."""
    held = loop_or_404(loop_id)
    if request.method != "POST":
        return _form(request, LoopEditor.of(held.loop, _stories(), base=held.revision), held=held)
    editor = LoopEditor.typed(request.POST, _stories())
    answer = _answered_early(request, editor, held=held)
    if answer:
        return answer
    typed, places = editor.read()
    loop, day = carried_over(held.loop, held.day, typed, places)
    try:
        services.save_loop(loop_id, loop, day=day, base=editor.base)
    except StaleLoop as stale:
        return _conflict(request, typed, stale.current)
    messages.success(request, "Saved, and planned anew.")
    return redirect("web:loop", loop_id)


def _answered_early(
    request: HttpRequest, editor: LoopEditor, held: HeldLoop | None = None
) -> HttpResponse | None:
    if request.POST.get("more") == ROUNDS:
        return _form(request, editor.again(more=True), held=held, is_typed=True)
    if "show" in request.POST or editor.has_other_framework:
        return _form(request, editor.again(), held=held, is_typed=True, is_other=True)
    if not editor.is_valid:
        return _form(
            request,
            editor,
            held=held,
            faults=editor.faults,
            status=HTTPStatus.UNPROCESSABLE_ENTITY,
        )
    return None


def _conflict(request: HttpRequest, typed: Loop, current: HeldLoop) -> HttpResponse:
    # The form now begins at the current revision: saving it once more is a choice made knowingly.
    return _form(
        request,
        LoopEditor.of(typed, _stories(), base=current.revision),
        held=current,
        status=HTTPStatus.CONFLICT,
        conflict=differing(current.loop, typed),
    )


def _stories() -> list[tuple[str, str]]:
    return [(each.story.id, each.story.title or each.story.id) for each in queries.stories()]


def _form(
    request: HttpRequest,
    editor: LoopEditor,
    *,
    held: HeldLoop | None = None,
    status: int = 200,
    **more: object,
) -> HttpResponse:
    shown = {"editor": editor, "held": held, **more}
    return render(request, "web/loop_edit.html", shown, status=status)
