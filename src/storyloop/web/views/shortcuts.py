"""The keyboard shortcuts: what there is, and the choice to do without single keys."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from storyloop.web import commands

COOKIE = "shortcuts"
OFF = "off"
_YEAR = 365 * 24 * 60 * 60


def shortcuts(request: HttpRequest) -> HttpResponse:
    """Show the shortcuts, or keep the choice in a cookie."""
    if request.method != "POST":
        found = [each for each in (*commands.pages(), *commands.actions()) if each.keys]
        shown = {
            "going": [each for each in found if each.keys.startswith("g ")],
            "doing": [each for each in found if not each.keys.startswith("g ")],
        }
        return render(request, "web/shortcuts.html", shown)
    response = redirect("web:shortcuts")
    if request.POST.get("shortcuts") == OFF:
        response.set_cookie(COOKIE, OFF, max_age=_YEAR, samesite="Lax", httponly=True)
        messages.success(request, "Single keys do nothing now. Ctrl+K still opens the search.")
    else:
        response.delete_cookie(COOKIE, samesite="Lax")
        messages.success(request, "Single keys work.")
    return response
