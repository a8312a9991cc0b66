"""The sheet to take along: which story answers which situation, and what else to have ready."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from storyloop import guide, planning
from storyloop.bank.preferences import preferences
from storyloop.web.views.found import counted_to_show, is_private_left_out


def prepare(request: HttpRequest) -> HttpResponse:
    """Show a sheet for each chosen situation; none chosen means all of them."""
    asked = frozenset(request.GET.getlist("situation"))
    chosen = [each for each in guide.situations() if each.id in asked] or guide.situations()
    fewest = request.GET.get("fewest") == "1"
    basis = counted_to_show(request)
    preparation = planning.prepare(basis.stories, chosen, fewest=fewest, pace=preferences().pace)
    shown = {
        "basis": basis,
        "situations": guide.situations(),
        "chosen": frozenset(each.id for each in chosen),
        "fewest": fewest,
        "is_private_out": is_private_left_out(request),
        "preparation": preparation,
        "most": max(preparation.uses.values(), default=0),
    }
    return render(request, "web/prepare.html", shown)
