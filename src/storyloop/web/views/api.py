"""The reference of the HTTP API, for people who write programs."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def reference(request: HttpRequest) -> HttpResponse:
    """Show every operation of the API, its errors and its shapes."""
    # With it comes django-ninja, which no other page needs.
    from storyloop.web.api.reference import causes, shapes, subjects

    shown = {"subjects": subjects(), "shapes": shapes(), "causes": causes()}
    return render(request, "web/api.html", shown)
