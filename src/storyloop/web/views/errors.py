"""The pages for what goes wrong: each says what happened and what to do next."""

from django.conf import settings
from django.core.exceptions import (
    DisallowedHost,
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import requires_csrf_token

from storyloop.bank.terms import words
from storyloop.web import commands
from storyloop.web.api.errors import BY_STATUS, is_for_programs, refusal
from storyloop.web.uploads import MOST_AT_ONCE, UploadTooLarge

_LONGEST = 80


def _page(
    request: HttpRequest, status: int, heading: str, sentence: str, words: str = ""
) -> HttpResponse:
    if is_for_programs(request):
        return refusal(BY_STATUS[status])
    shown = {"heading": heading, "sentence": sentence, "status": status, "words": words}
    return render(request, "web/error.html", shown, status=status)


@requires_csrf_token
def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that cannot be read, or is too large to be."""
    if isinstance(exception, DisallowedHost) and is_for_programs(request):
        return refusal("wrong-host")
    if isinstance(exception, (UploadTooLarge, TooManyFilesSent)):
        sentence = (
            f"Nothing was taken in. At most {settings.DATA_UPLOAD_MAX_NUMBER_FILES} files and "
            f"{MOST_AT_ONCE // 10**6} MB come in at a time; go back and choose fewer."
        )
        return _page(request, 413, "That was too much at once", sentence)
    if isinstance(exception, (RequestDataTooBig, TooManyFieldsSent)):
        sentence = (
            "Nothing was saved, because it was more than a form can hold. "
            "Go back, and what you typed should still be there; save it in smaller pieces."
        )
        return _page(request, 413, "That was too much at once", sentence)
    sentence = (
        "What arrived could not be read. Go back, and what you typed should still be there. "
        "If you opened this page under another address, use the one that Storyloop named."
    )
    return _page(request, 400, "That did not arrive whole", sentence)


@requires_csrf_token
def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Answer a request that is not allowed."""
    return _page(request, 403, "This page is not yours to open", "Nothing was changed.")


@requires_csrf_token
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Answer a form that lacks the proof that it came from one of these pages."""
    sentence = (
        "Nothing was saved, because the form could not prove that it came from Storyloop. "
        "Go back, copy what you typed, reload the page and save again. "
        "If your browser refuses cookies, allow them for this address."
    )
    return _page(request, 403, "Please send that again", sentence)


@requires_csrf_token
def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer an address that leads nowhere, in the words of the view where it has some."""
    said = next(iter(exception.args), None)
    sentence = said if isinstance(said, str) and said else "Nothing is kept at this address."
    return _page(request, 404, "There is nothing here", sentence, _words(request.path))


def not_allowed(request: HttpRequest) -> HttpResponse:
    """Answer an address that is only there for forms, or for reading."""
    sentence = (
        "This address takes what a form sends and has no page of its own. Nothing was changed."
        if request.method == "GET"
        else "This page is there to be read, and takes nothing. Nothing was changed."
    )
    return _page(request, 405, "That does not work here", sentence)


@requires_csrf_token
def server_error(request: HttpRequest) -> HttpResponse:
    """Answer when Storyloop itself failed."""
    sentence = (
        "Storyloop made a mistake, and your stories are as they were before. "
        "Go back and try once more; the window in which it runs says what went wrong."
    )
    return _page(request, 500, "That was our fault", sentence)


def _words(path: str) -> str:
    """Return what somebody may have looked for, in the words of an address."""
    known = {word for each in commands.pages() for word in words(each.address).split()}
    found = words(path.replace("%", " ")).split()
    return " ".join(each for each in found if each not in known)[:_LONGEST]
