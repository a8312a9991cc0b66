"""A story's versions: to compare, to restore; and its removal, which is one of them."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from storyloop.bank import queries, services
from storyloop.bank.errors import NoSuchRevision, NoSuchStory, Stale
from storyloop.story.changes import changes
from storyloop.web.differences import differences
from storyloop.web.views.found import number_or_404, story_or_404, version_or_404

_VIA = "web"


def history(request: HttpRequest, story_id: str) -> HttpResponse:
    """Show every version of a story, the newest first."""
    held = story_or_404(story_id)
    versions = queries.history(story_id)
    shown = {"held": held, "story": held.story, "versions": versions}
    return render(request, "web/history.html", shown)


def version(request: HttpRequest, story_id: str, number: int) -> HttpResponse:
    """Compare one version with the current one, or with the one named by `with`."""
    held = story_or_404(story_id)
    old = version_or_404(story_id, number)
    other = request.GET.get("with", "")
    new = version_or_404(story_id, number_or_404(other) if other else held.revision)
    shown = {
        "held": held,
        "story": held.story,
        "old": old,
        "new": new,
        "changes": [
            (change, differences(change.before, change.after))
            for change in changes(old.story, new.story)
        ],
    }
    return render(request, "web/version.html", shown)


@require_POST
def restore(request: HttpRequest, story_id: str) -> HttpResponse:
    """Make an old version the current one."""
    number = number_or_404(request.POST.get("number", ""))
    base = number_or_404(request.POST.get("base", ""))
    try:
        services.restore(story_id, number, base=base, via=_VIA)
    except (NoSuchStory, NoSuchRevision):
        message = "There is no such version to restore."
        raise Http404(message) from None
    except Stale:
        messages.warning(
            request, "Nothing was restored: the story was saved elsewhere meanwhile. Look again."
        )
        return redirect("web:history", story_id)
    messages.success(request, f"Version {number} is the current one again.")
    return redirect("web:story", story_id)


@require_POST
def remove(request: HttpRequest, story_id: str) -> HttpResponse:
    """Take a story out of the bank."""
    held = story_or_404(story_id)
    services.remove(story_id, via=_VIA)
    undo = reverse("web:bring-back", args=[story_id])
    name = held.story.title or story_id
    messages.success(request, f"“{name}” is removed. It can be brought back.", extra_tags=undo)
    return redirect("web:removed")


@require_POST
def bring_back(request: HttpRequest, story_id: str) -> HttpResponse:
    """Undo a removal."""
    held = story_or_404(story_id)
    services.bring_back(story_id, via=_VIA)
    messages.success(request, f"“{held.story.title or story_id}” is back.")
    return redirect("web:story", story_id)
