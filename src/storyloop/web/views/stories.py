"""The list of stories, one story, and the stories that were removed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from storyloop import guide
from storyloop.bank import drafts, judgements, queries
from storyloop.bank.preferences import preferences
from storyloop.bank.told import last_told
from storyloop.web.checking import check_held
from storyloop.web.drafts import entries
from storyloop.web.listing import Entry, Search, row, search
from storyloop.web.missing import missing
from storyloop.web.views.found import story_or_404


def stories(request: HttpRequest) -> HttpResponse:
    """Show the stories that the search asks for."""
    held = queries.stories()
    wanted = preferences()
    judged = judgements.known_of(held, wanted)
    told = last_told(queries.loops())
    asked = Search.of(request.GET)
    found = search(
        (
            Entry(held=each, judgement=judged.get(each.story.id), told=told.get(each.story.id))
            for each in held
        ),
        asked,
    )
    shown = {
        "rows": [row(each, wanted.pace) for each in found],
        "unjudged": sum(each.story.id not in judged for each in held),
        "drafts": entries(),
        "total": len(held),
        "asked": asked,
        "archetypes": guide.archetypes(),
        "situations": guide.situations(),
        "frameworks": guide.frameworks(),
        "has_samples": any(each.story.sample for each in held),
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
