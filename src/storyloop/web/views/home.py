"""The first page: where one stands and what to do next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from storyloop import guide, planning
from storyloop.bank import queries
from storyloop.web.listing import entry

_RECENT = 4


def home(request: HttpRequest) -> HttpResponse:
    """Show the coverage at a glance, the next best thing to do and what was saved last."""
    held = queries.stories()
    basis = planning.counted(each.story for each in held)
    framework = guide.framework()
    covered = planning.coverage(basis.stories, framework)
    # A newcomer's next step is the first story of a bank of their own, whatever the samples cover.
    ahead = covered if basis.own else planning.coverage((), framework)
    mine = [each for each in held if not each.story.sample] or held
    recent = sorted(mine, key=lambda each: each.saved_at, reverse=True)[:_RECENT]
    shown = {
        "basis": basis,
        "parts": guide.parts(),
        "coverage": covered,
        "answered": sum(bool(each.stories) for each in covered.situations),
        "shown": sum(bool(each.stories) for each in covered.principles),
        "next": next(iter(ahead.next), None),
        "recent": [entry(each) for each in recent],
        "removed_samples": not basis.samples and any(h.story.sample for h in queries.removed()),
    }
    return render(request, "web/home.html", shown)
