"""Searching stories and guide."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from storyloop.web.finding import LONGEST, find

_MOST = 20


def search(request: HttpRequest) -> HttpResponse:
    """Show what the words in the address find."""
    found = find(request.GET.get("q", ""), _MOST)
    groups = (found.stories, found.guide, found.questions)
    shown = {
        "found": found,
        "is_cut": any(len(each) == _MOST for each in groups),
        "most": _MOST,
        "longest": LONGEST,
    }
    return render(request, "web/search.html", shown)
