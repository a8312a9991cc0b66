"""Searching stories and guide, on a page of its own and in the palette."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from storyloop.web import commands
from storyloop.web.finding import LONGEST, find

_MOST = 20
_MOST_IN_PALETTE = 6


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


def palette(request: HttpRequest) -> HttpResponse:
    """Answer what is typed into the palette with a fragment: commands, stories and the guide."""
    found = find(request.GET.get("q", ""), _MOST_IN_PALETTE)
    shown = {
        "found": found,
        "pages": [each for each in commands.pages() if each.answers(found.query)],
        "actions": [each for each in commands.actions() if each.answers(found.query)],
        "everything": commands.search_address(found.query) if found.query else "",
    }
    return render(request, "web/parts/palette_found.html", shown)
