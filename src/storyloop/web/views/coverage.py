"""Which situations and principles the stories cover."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from storyloop import guide, planning
from storyloop.web.matrix import rows
from storyloop.web.views.found import counted_for, framework_or_404


def coverage(request: HttpRequest) -> HttpResponse:
    """Show the table of stories against situations and principles."""
    framework = framework_or_404(request.GET.get("framework", ""))
    basis = counted_for(request)
    found = planning.coverage(basis.stories, framework)
    columns = (*found.situations, *found.principles)
    titles = {story.id: story.title or story.id for story in basis.stories}
    shown = {
        "basis": basis,
        "framework": framework,
        "frameworks": guide.frameworks(),
        "coverage": found,
        "columns": columns,
        "rows": rows(basis.stories, columns),
        "open_situations": [guide.situation(c.id) for c in found.situations if not c.stories],
        "open_principles": [each for each in found.principles if not each.stories],
        "fewest": [(story_id, titles[story_id]) for story_id in found.fewest()],
        "fragile": [(each, each.stories[0], titles[each.stories[0]]) for each in found.fragile],
    }
    return render(request, "web/coverage.html", shown)
