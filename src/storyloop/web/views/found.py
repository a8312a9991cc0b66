"""What a view looks up for its request."""

from dataclasses import replace

from django.http import Http404, HttpRequest

from storyloop import guide
from storyloop.bank import drafts, queries
from storyloop.bank.errors import NoSuchDraft, NoSuchRevision, NoSuchStory
from storyloop.bank.preferences import preferences
from storyloop.bank.values import Draft, Held, Version
from storyloop.guide import Framework
from storyloop.planning import Counted, counted
from storyloop.story.private import without_private

_DIGITS = 9


def story_or_404(story_id: str) -> Held:
    """Return a story, removed or not; raise Http404."""
    try:
        return queries.held(story_id)
    except NoSuchStory:
        message = "There is no story at this address. It may never have been saved."
        raise Http404(message) from None


def draft_or_404(key: str, *, thrown: bool = False) -> Draft:
    """Return a draft, also one that was thrown away if `thrown`; raise Http404."""
    message = "There is no draft at this address. It was saved, or thrown away."
    try:
        draft = drafts.draft(key)
    except NoSuchDraft:
        raise Http404(message) from None
    if draft.thrown_at and not thrown:
        raise Http404(message)
    return draft


def version_or_404(story_id: str, number: int) -> Version:
    """Return one version of a story; raise Http404."""
    try:
        return queries.version(story_id, number)
    except (NoSuchStory, NoSuchRevision):
        message = "This story has no version with that number. Its history lists those it has."
        raise Http404(message) from None


def framework_or_404(framework_id: str) -> Framework:
    """Return a framework, the user's for an empty id; raise Http404."""
    try:
        return guide.framework(framework_id or preferences().framework)
    except KeyError:
        message = "The guide has no framework of that name."
        raise Http404(message) from None


def number_or_404(text: str) -> int:
    """Return the number of a version as it came in a request; raise Http404 for anything else."""
    if text.isdecimal() and len(text) <= _DIGITS:
        return int(text)
    message = "That is no number of a version. The history lists them."
    raise Http404(message)


def is_private_left_out(request: HttpRequest) -> bool:
    """Tell whether a page is to be shown to others, without private terms: `?private=out`."""
    return request.GET.get("private") == "out"


def counted_to_show(request: HttpRequest) -> Counted:
    """Return the stories that count, without private terms if these are to be left out."""
    basis = counted_for(request)
    if not is_private_left_out(request):
        return basis
    terms = preferences().private_terms
    return replace(basis, stories=tuple(without_private(each, terms) for each in basis.stories))


def counted_for(request: HttpRequest) -> Counted:
    """Return the stories that count; `?samples=1` asks for the samples beside one's own."""
    stories = (held.story for held in queries.stories())
    return counted(stories, with_samples=request.GET.get("samples") == "1")
