"""The loops: the list, one's plan, its card for the morning, and what is fixed on its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from storyloop import guide
from storyloop.bank import queries, services
from storyloop.bank.errors import NoSuchLoop, StaleLoop
from storyloop.planning import Ban, ImpossibleLoop, Pin
from storyloop.web.loop_card import card_line
from storyloop.web.loop_changes import heard_of, with_ban, without_ban, without_pin
from storyloop.web.loop_plan import loop_page, pinned
from storyloop.web.views.found import (
    counted_for,
    counted_to_show,
    is_private_left_out,
    number_or_404,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from django.http import HttpRequest, HttpResponse

    from storyloop.bank.values import Heard, HeldLoop, Step
    from storyloop.planning import Loop

_LONGEST = 4_000
_ROOMY = 10  # lines, with which a card still has its page to itself


def loops(request: HttpRequest) -> HttpResponse:
    """List the loops: those to come, those that were, and usual ones to start from."""
    held = queries.loops()
    ahead = to_come(held)
    shown = {
        "ahead": ahead,
        "past": [each for each in held if not each.removed_at and each not in ahead],
        "removed": [each for each in held if each.removed_at],
        "templates": guide.loops(),
        "today": timezone.localdate(),
    }
    return render(request, "web/loops.html", shown)


def to_come(held: Sequence[HeldLoop]) -> list[HeldLoop]:
    """Return the loops that are not behind one, the nearest first, those without a date last."""
    today = timezone.localdate()
    return [
        each
        for each in reversed(held)
        if not each.removed_at and (each.loop.date is None or each.loop.date >= today)
    ]


def loop(request: HttpRequest, loop_id: str) -> HttpResponse:
    """Show the plan of a loop."""
    held = loop_or_404(loop_id)
    basis = counted_for(request)
    page = loop_page(held.loop, held.day, basis.stories)
    titles = {each.id: each.title or each.id for each in basis.stories}
    is_counting_samples = basis.choice and basis.with_samples
    shown = {
        "held": held,
        "loop": held.loop,
        "basis": basis,
        "page": page,
        "plan": page.plan,
        "stories": sorted(basis.stories, key=lambda each: each.title.casefold()),
        "bans": [(ban, titles.get(ban.story, ban.story)) for ban in held.loop.bans],
        "lapsed": [titles.get(each, each) for each in page.lapsed],
        "query": "?samples=1" if is_counting_samples else "",
    }
    return render(request, "web/loop.html", shown)


def card(request: HttpRequest, loop_id: str) -> HttpResponse:
    """Show the card for the morning, to be printed."""
    held = loop_or_404(loop_id)
    basis = counted_to_show(request)
    page = loop_page(held.loop, held.day, basis.stories)
    left = [
        (each, [card_line(one.planned) for one in each.cards])
        for each in page.columns
        if not each.planned.over
    ]
    shown = {
        "held": held,
        "loop": held.loop,
        "basis": basis,
        "rounds": left,
        "is_private_out": is_private_left_out(request),
        "samples": "&samples=1" if basis.choice and basis.with_samples else "",
        "is_dense": sum(len(lines) for _, lines in left) > _ROOMY,
    }
    return render(request, "web/loop_card.html", shown)


@require_POST
def pin(request: HttpRequest, loop_id: str) -> HttpResponse:
    """Fix a story for a slot, or take that back; what stands in the way gives way."""
    held = loop_or_404(loop_id)
    asks, was = request.POST.get("asks", "")[:_LONGEST], request.POST.get("was", "")
    number, story = number_or_404(request.POST.get("round", "")), request.POST.get("story", "")
    wanted = Pin(round=number, asks=asks, story=story or was)
    if not story:
        return _saved(request, held, without_pin(held.loop, wanted), done="The pin is taken back.")
    stories = counted_for(request).stories
    try:
        changed = pinned(held.loop, held.day, stories, wanted, was=was)
    except ImpossibleLoop as error:
        messages.warning(request, f"Not pinned. {error}")
        return _back(request, held)
    title = next(each.title or story for each in stories if each.id == story)
    done = f"“{title}” is pinned, and the rest is planned around it."
    return _saved(request, held, changed, done=done)


@require_POST
def ban(request: HttpRequest, loop_id: str) -> HttpResponse:
    """Keep a story out of a round or of the loop, or take that back."""
    held = loop_or_404(loop_id)
    told_in = request.POST.get("round", "")
    wanted = Ban(
        story=request.POST.get("story", ""), round=number_or_404(told_in) if told_in else None
    )
    if "lift" in request.POST:
        return _saved(request, held, without_ban(held.loop, wanted), done="It may be told again.")
    if not wanted.story or not (wanted.round is None or wanted.round < len(held.loop.rounds)):
        message = "There is no such round or story in this loop."
        raise Http404(message)
    where = "in this loop" if wanted.round is None else f"in round {wanted.round + 1}"
    return _saved(
        request, held, with_ban(held.loop, wanted), done=f"That story is not told {where}."
    )


@require_POST
def heard(request: HttpRequest, loop_id: str) -> HttpResponse:
    """Plan anew after what was told and what came up, or take the last of that back."""
    held = loop_or_404(loop_id)
    if "undo" in request.POST:
        return _saved(
            request, held, held.loop, day=held.day[:-1], done="The last step is taken back."
        )
    known = [each.id for each in counted_for(request).stories]
    step = tuple(_heard(request, held, known))
    if not step:
        messages.warning(request, "Nothing was ticked or typed, so the plan stays as it is.")
        return _back(request, held)
    return _saved(request, held, held.loop, day=(*held.day, step), done="Planned anew.")


@require_POST
def remove(request: HttpRequest, loop_id: str) -> HttpResponse:
    """Take a loop out of the bank."""
    services.remove_loop(loop_or_404(loop_id).id)
    undo = reverse("web:bring-back-loop", args=[loop_id])
    messages.success(request, "The loop is removed. It can be brought back below.", extra_tags=undo)
    return redirect("web:loops")


@require_POST
def bring_back(request: HttpRequest, loop_id: str) -> HttpResponse:
    """Undo a removal."""
    services.bring_back_loop(loop_or_404(loop_id).id)
    messages.success(request, "The loop is back.")
    return redirect("web:loop", loop_id)


def loop_or_404(loop_id: str) -> HeldLoop:
    """Return a loop, removed or not; raise Http404."""
    try:
        return queries.held_loop(loop_id)
    except NoSuchLoop:
        message = "There is no loop at this address. It may never have been saved."
        raise Http404(message) from None


def _heard(request: HttpRequest, held: HeldLoop, stories: Iterable[str]) -> Iterator[Heard]:
    """Give what was ticked and typed of each round that is not over yet."""
    known = frozenset(stories)
    over = {each.round for step in held.day for each in step if each.told is not None}
    for number in range(len(held.loop.rounds)):
        told = request.POST.getlist(f"told-{number}")
        found = heard_of(
            number,
            over=f"over-{number}" in request.POST,
            told=tuple(dict.fromkeys(each for each in told if each in known)),
            came_up=request.POST.get(f"came-up-{number}", "")[:_LONGEST],
        )
        if found and number not in over:
            yield found


def _saved(
    request: HttpRequest,
    held: HeldLoop,
    loop: Loop,
    *,
    done: str,
    day: tuple[Step, ...] | None = None,
) -> HttpResponse:
    """Save what was changed on the page, which was made at the revision that it names."""
    base = number_or_404(request.POST.get("base", ""))
    try:
        services.save_loop(held.id, loop, day=held.day if day is None else day, base=base)
    except StaleLoop:
        messages.warning(
            request, "Nothing was changed: the loop was saved elsewhere meanwhile. Look again."
        )
    else:
        messages.success(request, done)
    return _back(request, held)


def _back(request: HttpRequest, held: HeldLoop) -> HttpResponse:
    query = "?samples=1" if request.GET.get("samples") == "1" else ""
    return redirect(f"{reverse('web:loop', args=[held.id])}{query}")
