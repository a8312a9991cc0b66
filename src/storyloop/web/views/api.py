"""The reference of the HTTP API, for people who write programs."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from storyloop.loading import loading


def reference(request: HttpRequest) -> HttpResponse:
    """Show every operation of the API, its errors and its shapes."""
    with loading:
        from storyloop.web.api.reference import causes, shapes, subjects

    shown = {"subjects": subjects(), "shapes": shapes(), "causes": causes()}
    return render(request, "web/api.html", shown)
