"""Writing a story: a new one, or an edit that never overwrites somebody's words unseen."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from http import HTTPStatus
from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render

from storyloop import guide
from storyloop.bank import queries, services
from storyloop.bank.errors import IdTaken, Stale
from storyloop.bank.preferences import preferences
from storyloop.story import Story, slug
from storyloop.story.changes import changes
from storyloop.web.checking import check_held, check_story
from storyloop.web.editor import Editor
from storyloop.web.forms import ROWS
from storyloop.web.views.found import story_or_404

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from storyloop.bank.values import Held

_VIA = "web"
# Stands for the id until there is a title to make one from.
_UNNAMED = "story"


def new(request: HttpRequest) -> HttpResponse:
    """Show an empty form, with the questions of an archetype if one is asked for; or add."""
    archetype = request.GET.get("archetype", "")
    known = guide.vocabulary().archetypes
    blank = Story(id=_UNNAMED, archetype=archetype if archetype in known else "")
    if request.method != "POST":
        return _form(request, Editor.of(blank))
    editor = Editor.typed(blank, request.POST)
    answer = _answered_early(request, editor)
    if answer:
        return answer
    held = _added(editor.read())
    messages.success(request, f"“{held.story.title}” is in your bank.")
    return redirect("web:story", held.story.id)


def edit(request: HttpRequest, story_id: str) -> HttpResponse:
    """Show the form of a story, or save what was typed."""
    held = story_or_404(story_id)
    if request.method != "POST":
        return _form(request, Editor.of(held.story, base=held.revision), held=held)
    editor = Editor.typed(held.story, request.POST)
    answer = _answered_early(request, editor, held=held)
    if answer:
        return answer
    typed = editor.read()
    try:
        services.save(typed, base=editor.base, via=_VIA)
    except Stale as stale:
        return _conflict(request, typed, stale)
    messages.success(request, "Saved. The former text is in the history.")
    return redirect("web:story", story_id)


def _answered_early(
    request: HttpRequest, editor: Editor, held: Held | None = None
) -> HttpResponse | None:
    more = request.POST.get("more", "")
    if more in ROWS:
        return _form(request, editor.with_more(more), held=held)
    if "check" in request.POST:
        # What cannot be read yet is checked as it was, and stands in the form as it was typed.
        _ = editor.is_valid
        checked = check_story(editor.read(), preferences())
        return _form(request, editor.with_more(), held=held, checked=checked, is_typed=True)
    if not editor.is_valid:
        return _form(request, editor, held=held, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return None


def _conflict(request: HttpRequest, typed: Story, stale: Stale) -> HttpResponse:
    # The form now begins at the current revision: saving it once more is a choice made knowingly.
    return _form(
        request,
        Editor.of(typed, base=stale.current.revision),
        held=stale.current,
        status=HTTPStatus.CONFLICT,
        conflict=changes(stale.current.story, typed),
    )


def _added(story: Story) -> Held:
    while True:
        named = slug(story.title, queries.taken_ids())
        try:
            return services.add(replace(story, id=named), via=_VIA)
        except IdTaken:
            # Somebody took it between the two lines above; the next round sees it.
            continue


def _form(
    request: HttpRequest,
    editor: Editor,
    *,
    held: Held | None = None,
    status: int = 200,
    **more: object,
) -> HttpResponse:
    faults = editor.faults if status == HTTPStatus.UNPROCESSABLE_ENTITY else []
    shown = {
        "editor": editor,
        "held": held,
        "story": editor.story,
        "faults": faults,
        "prompts": _prompts(editor.story.archetype),
        "archetype": editor.story.archetype,
        "frameworks": guide.frameworks(),
        **more,
    }
    if "checked" not in more and editor.story.words:
        shown["checked"] = check_held(editor.story, preferences())
    return render(request, "web/edit.html", shown, status=status)


def _prompts(archetype_id: str) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    if archetype_id in guide.vocabulary().archetypes:
        for prompt in guide.archetype(archetype_id).prompts:
            found[prompt.field].append(prompt.ask)
    return dict(found)
