"""What Storyloop knows, to read: principles, situations, archetypes, advice, rules."""

from collections import defaultdict

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from storyloop import guide
from storyloop.bank import queries
from storyloop.story import Story
from storyloop.web.manual import families, sections
from storyloop.web.views.found import framework_or_404


def _stories() -> list[Story]:
    return [held.story for held in queries.stories()]


def overview(request: HttpRequest) -> HttpResponse:
    """Show what the guide holds, and the five parts of a story."""
    shown = {"parts": guide.parts(), "frameworks": guide.frameworks(), "advice": guide.advice()}
    return render(request, "web/guide.html", shown)


def principles(request: HttpRequest) -> HttpResponse:
    """Show the principles of one employer, each with the stories that show it."""
    framework = framework_or_404(request.GET.get("framework", ""))
    stories = _stories()
    shown = {
        "framework": framework,
        "frameworks": guide.frameworks(),
        "entries": [
            (each, [story for story in stories if each.shown_by(story.principles)])
            for each in framework.principles
        ],
    }
    return render(request, "web/principles.html", shown)


def situations(request: HttpRequest) -> HttpResponse:
    """Show the situations that candidates are asked for, each with the stories that answer it."""
    answers: defaultdict[str, list[Story]] = defaultdict(list)
    for story in _stories():
        for situation_id in story.situations:
            answers[situation_id].append(story)
    entries = [(each, answers[each.id]) for each in guide.situations()]
    return render(request, "web/situations.html", {"entries": entries})


def archetypes(request: HttpRequest) -> HttpResponse:
    """Show the kinds of story that a bank should hold, each with the stories of that kind."""
    kinds: defaultdict[str, list[Story]] = defaultdict(list)
    for story in _stories():
        kinds[story.archetype].append(story)
    entries = [(each, kinds[each.id]) for each in guide.archetypes()]
    return render(request, "web/archetypes.html", {"entries": entries})


def advice(request: HttpRequest) -> HttpResponse:
    """Show the advice, with its reasons and sources."""
    return render(request, "web/advice.html", {"advice": guide.advice(), "parts": guide.parts()})


def rules(request: HttpRequest) -> HttpResponse:
    """Show what the check looks for, by family."""
    return render(request, "web/rules.html", {"families": families()})


def rule(request: HttpRequest, code: str) -> HttpResponse:
    """Show the manual page of one rule, by its code or name."""
    from storyloop.critique import rule as rule_of

    found = rule_of(code)
    if found is None:
        message = "There is no rule of that name. The guide lists those there are."
        raise Http404(message)
    return render(request, "web/rule.html", {"rule": found, "sections": sections(found)})
