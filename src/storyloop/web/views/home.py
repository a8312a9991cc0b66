"""The first page: what to do next, and where one stands."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils import timezone

from storyloop import guide, planning
from storyloop.bank import judgements, queries
from storyloop.bank.preferences import preferences
from storyloop.bank.told import last_told
from storyloop.bank.week import this_week
from storyloop.web.drafts import entries
from storyloop.web.listing import Entry, row
from storyloop.web.next_steps import Known, next_steps
from storyloop.web.readiness import percent
from storyloop.web.views.loops import to_come
from storyloop.web.views.readiness import trend_shown

if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpRequest, HttpResponse

    from storyloop.bank.values import Held, HeldLoop, Judgement, Preferences, Snapshot
    from storyloop.planning import Coverage
    from storyloop.story import Pace

_RECENT = 4
# How many stories carry something, by the class of their mark, the safest first.
_CARRIED = (
    ("key-safe", "two stories or more"),
    ("key-fragile", "one story"),
    ("key-open", "none yet"),
)
_STEPS = 4
_LAST_ANSWERS = 10


def home(request: HttpRequest) -> HttpResponse:
    """Show the next best thing, readiness, coverage, the week and what was saved last."""
    held = queries.stories()
    basis = planning.counted(each.story for each in held)
    wanted = preferences()
    covered = planning.coverage(basis.stories, guide.framework(wanted.framework))
    own = [each for each in held if not each.story.sample]
    judged = judgements.known_of(own or held, wanted)
    loops = queries.loops()
    trend = queries.snapshots()
    shown = {
        "basis": basis,
        "coverage": covered,
        "answered": sum(bool(each.stories) for each in covered.situations),
        "shown": sum(bool(each.stories) for each in covered.principles),
        "tally": _tally(covered),
        "loop": next(iter(to_come(loops)), None),
        "today": timezone.localdate(),
        **_readiness(trend, own or held),
        **(_going_on(covered, own, loops, judged) if own else _beginning(wanted)),
        "recent": _recent(own or held, judged, last_told(loops), wanted.pace),
    }
    return render(request, "web/home.html", shown)


def _going_on(
    covered: Coverage, own: list[Held], loops: list[HeldLoop], judged: dict[str, Judgement]
) -> dict[str, object]:
    """Return what is shown to somebody with stories of their own."""
    drafts = entries()
    steps = next_steps(
        Known(
            drafts=drafts,
            coverage=covered,
            own=own,
            judged=judged,
            loops=to_come(loops),
            drilled=queries.drilled(_LAST_ANSWERS),
            today=timezone.localdate(),
        )
    )
    first = steps[0] if steps else None
    return {
        "step": first,
        "steps": steps[1:_STEPS],
        "drafts": [each for each in drafts if first is None or each.draft.key != first.draft],
        "week": this_week(),
    }


def _beginning(wanted: Preferences) -> dict[str, object]:
    """Return what is shown to a newcomer: the first story to write, whatever the samples cover."""
    ahead = planning.coverage((), guide.framework(wanted.framework))
    return {
        "parts": guide.parts(),
        "first": next(iter(ahead.next), None),
        "drafts": entries(),
    }


def _tally(covered: Coverage) -> list[tuple[str, str, int, int]]:
    """Return what the rings show in figures: how much is carried by how many stories."""
    situations, principles = (
        Counter(min(len(each.stories), 2) for each in those)
        for those in (covered.situations, covered.principles)
    )
    return [
        (key, name, situations[stories], principles[stories])
        for (key, name), stories in zip(_CARRIED, (2, 1, 0), strict=True)
    ]


def _readiness(trend: list[Snapshot], stories: list[Held]) -> dict[str, object]:
    """Return how ready one was when that was last looked at."""
    if not trend:
        return {}
    last = trend[-1]
    low, high = percent(last.low), percent(last.high)
    return {
        "ready": last,
        "readiness": percent(last.ready),
        "interval": (last.low, last.high),
        "between": f"{low} to {high}" if low != high else "",
        "answered_share": percent(last.answered),
        "is_old": any(last.taken_at and each.saved_at > last.taken_at for each in stories),
        **trend_shown(trend),
    }


def _recent(
    stories: list[Held], judged: dict[str, Judgement], told: dict[str, date], pace: Pace
) -> list[str]:
    """Return the rows of the stories that were saved last."""
    recent = sorted(stories, key=lambda each: each.saved_at, reverse=True)[:_RECENT]
    return [
        row(
            Entry(held=each, judgement=judged.get(each.story.id), told=told.get(each.story.id)),
            pace,
            level=3,
        )
        for each in recent
    ]
