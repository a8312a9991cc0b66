"""The history of the whole bank."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from storyloop.bank.happenings import happenings
from storyloop.web.happened import days

_DIGITS = 6


def history(request: HttpRequest) -> HttpResponse:
    """Show a page of all that happened, the newest first."""
    asked = request.GET.get("page", "")
    is_number = asked.isascii() and asked.isdecimal() and len(asked) <= _DIGITS
    page = happenings(int(asked) if is_number else 1)
    shown = {"page": page, "days": days(page.happenings), "today": timezone.localdate()}
    return render(request, "web/bank_history.html", shown)
