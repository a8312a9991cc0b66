"""How the drills go."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from storyloop.bank import practice, queries
from storyloop.web.progress import progress as progress_of

_SHOWN = 20  # rounds


def progress(request: HttpRequest) -> HttpResponse:
    """Show what the answers of all drills tell, and what to practise next."""
    found = progress_of(queries.drilled())
    number = max((each.number for each in found.rounds), default=0) + 1
    drill = reverse("web:drill-round", args=[number])
    on = urlencode([("on", each.id) for each in found.practise])
    shown = found.rounds[-_SHOWN:]
    page = {
        "progress": found,
        "percents": [each.percent for each in shown],
        "newest_first": shown[::-1],
        "hidden": len(found.rounds) - len(shown),
        "practised": sorted(
            (each for each in found.principles if each.asked), key=lambda each: each.percent
        ),
        "unasked": [each.principle for each in found.principles if not each.asked],
        "drill": f"{drill}?{on}" if on else drill,
        "mixed": drill,
    }
    return render(request, "web/progress.html", page)


@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    """Remove all answers in drills."""
    if practice.forget_drills():
        undo = reverse("web:bring-drills-back")
        messages.success(request, "The answers of all drills are removed.", extra_tags=undo)
    return redirect("web:progress")


@require_POST
def bring_back(request: HttpRequest) -> HttpResponse:
    """Undo the removal of the answers in drills."""
    if practice.bring_back_drills():
        messages.success(request, "The answers are back.")
    return redirect("web:progress")
