"""The question bank."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from storyloop import guide
from storyloop.bank import queries
from storyloop.bank.preferences import preferences
from storyloop.web.questions import EVERY_LEVEL, Search, roles, search


def questions(request: HttpRequest) -> HttpResponse:
    """Show a page of the questions that the search asks for."""
    level = preferences().level
    wanted = Search.of(request.GET, suits=level)
    page = search(queries.asked(), wanted)
    told = {each.asked.story for each in page.entries if each.asked and each.asked.story}
    held = queries.stories() if told else []
    titles = {each.story.id: each.story.title or each.story.id for each in held}
    shown = {
        "entries": [(e, titles.get(e.asked.story, "") if e.asked else "") for e in page.entries],
        "asked": wanted,
        "page": page,
        "before": wanted.at(page.number - 1) if page.number > 1 else "",
        "after": wanted.at(page.number + 1) if page.number < page.last else "",
        "principles": guide.framework().principles,
        "situations": guide.situations(),
        "levels": guide.levels(),
        "own_level": level,
        "every_level": EVERY_LEVEL,
        "roles": roles(),
    }
    return render(request, "web/questions.html", shown)
