"""The list of stories, one story, and the stories that were removed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from storyloop import guide
from storyloop.bank import drafts, queries
from storyloop.bank.preferences import preferences
from storyloop.web.checking import check_held
from storyloop.web.drafts import entries
from storyloop.web.listing import Search, listed, row, search
from storyloop.web.missing import missing
from storyloop.web.views.found import story_or_404


def stories(request: HttpRequest) -> HttpResponse:
    """Show the stories that the search asks for."""
    wanted = preferences()
    every = listed(queries.stories(), wanted)
    asked = Search.of(request.GET)
    shown = {
        "rows": [row(each, wanted.pace) for each in search(every, asked)],
        "unjudged": sum(each.judgement is None for each in every),
        "drafts": entries(),
        "total": len(every),
        "asked": asked,
        "archetypes": guide.archetypes(),
        "situations": guide.situations(),
        "frameworks": guide.frameworks(),
        "has_samples": any(each.held.story.sample for each in every),
    }
    return render(request, "web/stories.html", shown)


def story(request: HttpRequest, story_id: str) -> HttpResponse:
    """Show one story as it is read."""
    held = story_or_404(story_id)
    wanted = preferences()
    shown = {
        "held": held,
        "story": held.story,
        "checked": check_held(held.story, wanted),
        "missing": missing(held.story, wanted.pace),
        "draft": drafts.draft_of(story_id),
    }
    return render(request, "web/story.html", shown)


def removed(request: HttpRequest) -> HttpResponse:
    """Show the removed stories, which can all be brought back."""
    held = queries.removed()
    shown = {"removed": held, "samples": any(each.story.sample for each in held)}
    return render(request, "web/removed.html", shown)
