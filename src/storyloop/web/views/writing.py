"""Writing a story: a new one, or an edit that never overwrites somebody's words unseen."""

from __future__ import annotations

from collections import defaultdict
from http import HTTPStatus
from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render

from storyloop import guide
from storyloop.bank import drafts
from storyloop.bank.errors import Stale, StaleDraft
from storyloop.bank.preferences import preferences
from storyloop.story import Story
from storyloop.story.changes import changes
from storyloop.web import buttons
from storyloop.web.drafts import DraftForm, address, as_sent, content_of
from storyloop.web.editor import Editor
from storyloop.web.forms import ROWS
from storyloop.web.telling import beside, beside_held
from storyloop.web.views.found import draft_or_404, story_or_404

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from storyloop.bank.values import Draft, Held

_VIA = "web"
# Stands for the id until there is a title to make one from.
_UNNAMED = "story"


def new(request: HttpRequest) -> HttpResponse:
    """Show the form of a new story, empty or as its draft has it; or add what was typed."""
    blank = _blank(request.GET.get("archetype", ""))
    if request.method != "POST":
        key = request.GET.get("draft", "")
        return _new_draft(request, key) if key else _form(request, Editor.of(blank))
    editor = Editor.typed(blank, request.POST)
    answer = _answered_early(request, editor)
    if answer:
        return answer
    writer = DraftForm.typed(request.POST).writer
    held = drafts.add(editor.read(), via=_VIA, writer=writer)
    messages.success(request, f"“{held.story.title}” is in your bank.")
    return redirect("web:story", held.story.id)


def edit(request: HttpRequest, story_id: str) -> HttpResponse:
    """Show the form of a story, as saved or as its draft has it; or save what was typed."""
    held = story_or_404(story_id)
    if request.method != "POST":
        return _opened(request, held)
    editor = Editor.typed(held.story, request.POST)
    answer = _answered_early(request, editor, held=held)
    if answer:
        return answer
    typed = editor.read()
    writer = DraftForm.typed(request.POST).writer
    try:
        drafts.save(typed, base=editor.base, via=_VIA, writer=writer)
    except Stale as stale:
        return _conflict(request, typed, stale)
    messages.success(request, "Saved. The former text is in the history.")
    draft = drafts.draft_of(story_id)
    if draft and not draft.thrown_at:
        messages.info(request, "A newer draft, from another window, is kept beside it.")
    return redirect("web:story", story_id)


def _blank(archetype: str) -> Story:
    known = guide.vocabulary().archetypes
    return Story(id=_UNNAMED, archetype=archetype if archetype in known else "")


def _new_draft(request: HttpRequest, key: str) -> HttpResponse:
    draft = draft_or_404(key)
    if draft.story:
        return redirect("web:edit", draft.story)
    blank = _blank("".join(draft.content.get("archetype", ())))
    editor = Editor.typed(blank, as_sent(draft.content))
    shown = beside_held(editor.as_typed, preferences())
    return _form(request, editor.with_more(), draft=draft, **shown)


def _opened(request: HttpRequest, held: Held) -> HttpResponse:
    draft = drafts.draft_of(held.story.id)
    if draft is None or draft.thrown_at:
        drafting = DraftForm.of(draft, base=held.revision)
        editor = Editor.of(held.story, base=held.revision)
        return _form(request, editor, held=held, drafting=drafting)
    editor = Editor.typed(held.story, as_sent(draft.content, base=held.revision))
    typed = editor.as_typed
    is_behind = draft.base != held.revision
    return _form(
        request,
        editor.with_more(),
        held=held,
        draft=draft,
        conflict=changes(held.story, typed) if is_behind else None,
        **beside_held(typed, preferences()),
    )


def _answered_early(
    request: HttpRequest, editor: Editor, held: Held | None = None
) -> HttpResponse | None:
    pressed = buttons.pressed(request.POST)
    if pressed:
        editor = Editor.typed(editor.story, pressed.sent)
    more = request.POST.get("more", "")
    if pressed or more in ROWS or "check" in request.POST:
        # What cannot be read yet is checked as it was, and stands in the form as it was typed.
        return _form(
            request,
            editor.with_more(more),
            held=held,
            is_typed=True,
            said=pressed.said if pressed else "",
            **beside(editor.as_typed, preferences()),
        )
    if "keep" in request.POST:
        return _kept(request, editor, held)
    if not editor.is_valid:
        return _form(request, editor, held=held, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return None


def _kept(request: HttpRequest, editor: Editor, held: Held | None) -> HttpResponse:
    form = DraftForm.typed(request.POST)
    story_id = held.story.id if held else ""
    try:
        draft = drafts.keep(
            content_of(request.POST), story=story_id, base=form.began_at, writer=form.writer
        )
    except StaleDraft as stale:
        return _two_drafts(request, editor, held, stale.current)
    return redirect(address(draft))


def _two_drafts(
    request: HttpRequest, editor: Editor, held: Held | None, other: Draft
) -> HttpResponse:
    # The form now knows the other draft: keeping it once more is a choice made knowingly.
    theirs = Editor.typed(editor.story, as_sent(other.content)).as_typed
    return _form(
        request,
        editor.with_more(),
        held=held,
        status=HTTPStatus.CONFLICT,
        drafting=DraftForm.of(other),
        other=other,
        conflict=changes(theirs, editor.as_typed),
    )


def _conflict(request: HttpRequest, typed: Story, stale: Stale) -> HttpResponse:
    # The form now begins at the current revision: saving it once more is a choice made knowingly.
    return _form(
        request,
        Editor.of(typed, base=stale.current.revision),
        held=stale.current,
        status=HTTPStatus.CONFLICT,
        conflict=changes(stale.current.story, typed),
    )


def _form(
    request: HttpRequest,
    editor: Editor,
    *,
    held: Held | None = None,
    draft: Draft | None = None,
    status: int = 200,
    **more: object,
) -> HttpResponse:
    faults = editor.faults if status == HTTPStatus.UNPROCESSABLE_ENTITY else []
    sent = request.method == "POST"
    shown = {
        "draft": draft,
        "drafting": DraftForm.typed(request.POST) if sent else DraftForm.of(draft),
        "editor": editor,
        "held": held,
        "story": editor.story,
        "faults": faults,
        "prompts": _prompts(editor.story.archetype),
        "archetype": editor.story.archetype,
        "frameworks": guide.frameworks(),
        **more,
    }
    if "checked" not in more:
        shown |= beside_held(editor.story, preferences())
    return render(request, "web/edit.html", shown, status=status)


def _prompts(archetype_id: str) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    if archetype_id in guide.vocabulary().archetypes:
        for prompt in guide.archetype(archetype_id).prompts:
            found[prompt.field].append(prompt.ask)
    return dict(found)
