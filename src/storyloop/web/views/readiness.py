"""How ready one is for loops as they usually go, or for one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render

from storyloop.bank import queries, services
from storyloop.bank.preferences import preferences
from storyloop.planning import Assumptions
from storyloop.planning.readiness import FEWEST_STORIES
from storyloop.web.readiness import (
    WORTH_SAYING,
    AssumptionsForm,
    as_fields,
    as_snapshot,
    found_readiness,
    is_same,
    percent,
    readiness_for,
)
from storyloop.web.views.found import counted_for
from storyloop.web.views.loops import loop_or_404

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from storyloop.bank.values import Snapshot
    from storyloop.planning import Counted, Readiness

_SHOWN = 3
_DAYS = 60


def readiness(request: HttpRequest) -> HttpResponse:
    """Show how ready the stories are, and what would make them readier."""
    basis = counted_for(request)
    wanted = preferences()
    usual = Assumptions(framework=wanted.framework, level=wanted.level)
    asked = {name: request.GET.get(name, value) for name, value in as_fields(usual).items()}
    form = AssumptionsForm(asked)
    is_valid = form.is_valid()
    held = loop_or_404(request.GET["loop"]) if request.GET.get("loop") else None
    assumptions = form.read() if is_valid else usual
    if held:
        found = readiness_for(basis.stories, held.loop, assumptions.level)
    else:
        found = found_readiness(basis.stories, assumptions)
    trend = queries.snapshots()
    if held is None and assumptions == usual:
        trend = _kept(found, basis, trend)
    shown = {
        "basis": basis,
        "form": form,
        "held": held,
        "loops": [each for each in queries.loops() if not each.removed_at],
        "is_usual": held is None and assumptions == usual,
        "fewest": FEWEST_STORIES,
        **_said(found),
        **trend_shown(trend),
    }
    return render(request, "web/readiness.html", shown)


def trend_shown(trend: list[Snapshot]) -> dict[str, object]:
    """Return the last days of a trend for its line and its table."""
    days = trend[-_DAYS:]
    return {
        "trend": [(each, percent(each.ready), percent(each.answered)) for each in days[::-1]],
        "trend_percents": [round(100 * each.ready) for each in days],
    }


def _kept(found: Readiness, basis: Counted, trend: list[Snapshot]) -> list[Snapshot]:
    """Keep what was found of one's own stories, if it is new; return the trend with it."""
    now = as_snapshot(found)
    if now is None or basis.with_samples or (trend and is_same(trend[-1], now)):
        return trend
    services.keep_snapshot(now)
    return queries.snapshots()


def _said(found: Readiness) -> dict[str, object]:
    """Return what was found, in the figures that are read."""
    shown: dict[str, object] = {"found": found, "drawn": f"{found.loops:,}"}
    if found.ready is None or found.interval is None or found.answered is None:
        return shown
    low, high = found.interval
    once = found.told_once
    return shown | {
        "ready": percent(found.ready),
        "low": percent(low),
        "high": percent(high),
        "answered": percent(found.answered),
        "told_once": percent(once) if once is not None and once < found.ready else "",
        "bottlenecks": [(e.principle, percent(e.share)) for e in found.bottlenecks[:_SHOWN]],
        "gains": [
            (each.archetype, _points(each.gain), _points(each.answered))
            for each in found.next_story
            if max(each.gain, each.answered) >= WORTH_SAYING
        ][:_SHOWN],
        "losses": [
            (each.story, _points(each.loss))
            for each in found.dependence
            if each.loss >= WORTH_SAYING
        ][:_SHOWN],
    }


def _points(share: float) -> str:
    return f"{100 * share:.1f}"
