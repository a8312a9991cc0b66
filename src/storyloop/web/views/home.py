"""The first page: where one stands and what to do next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from storyloop import guide, planning
from storyloop.bank import queries
from storyloop.bank.preferences import preferences
from storyloop.bank.values import Held, Snapshot
from storyloop.web.drafts import entries
from storyloop.web.listing import Entry, row
from storyloop.web.readiness import percent
from storyloop.web.views.loops import to_come
from storyloop.web.views.readiness import trend_shown

_RECENT = 4


def home(request: HttpRequest) -> HttpResponse:
    """Show the coverage at a glance, the next best thing to do and what was saved last."""
    held = queries.stories()
    basis = planning.counted(each.story for each in held)
    wanted = preferences()
    framework = guide.framework(wanted.framework)
    covered = planning.coverage(basis.stories, framework)
    # A newcomer's next step is the first story of a bank of their own, whatever the samples cover.
    ahead = covered if basis.own else planning.coverage((), framework)
    mine = [each for each in held if not each.story.sample] or held
    recent = sorted(mine, key=lambda each: each.saved_at, reverse=True)[:_RECENT]
    trend = queries.snapshots()
    shown = {
        "basis": basis,
        "parts": guide.parts(),
        "drafts": entries(),
        "coverage": covered,
        "answered": sum(bool(each.stories) for each in covered.situations),
        "shown": sum(bool(each.stories) for each in covered.principles),
        "next": next(iter(ahead.next), None),
        "recent": [row(Entry(held=each), wanted.pace, level=3) for each in recent],
        "loop": next(iter(to_come(queries.loops())), None),
        "today": timezone.localdate(),
        "readiness": percent(trend[-1].ready) if trend else "",
        "answered_share": percent(trend[-1].answered) if trend else "",
        "is_old": _is_old(trend, mine),
        **trend_shown(trend),
        "removed_samples": not basis.samples and any(h.story.sample for h in queries.removed()),
    }
    return render(request, "web/home.html", shown)


def _is_old(trend: list[Snapshot], stories: list[Held]) -> bool:
    """Tell whether a story was saved since readiness was last looked at."""
    taken_at = trend[-1].taken_at if trend else None
    return taken_at is not None and any(each.saved_at > taken_at for each in stories)
