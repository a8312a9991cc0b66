"""What each request to the HTTP API passes first: size, type, and proof that it may write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from storyloop.bank.keys import api_token
from storyloop.loading import loading
from storyloop.web.api.errors import refusal

if TYPE_CHECKING:
    from django.http.response import HttpResponseBase

_BEARER = "Bearer "
_READING = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


# A token does instead of the proof of a page, so the middleware leaves the choice to us.
@csrf_exempt
def enter(request: HttpRequest) -> HttpResponseBase:
    """Answer a request to the API; whatever is wrong with it comes in the one shape of errors."""
    answer = _refused(request) or _let_in(request)
    answer["Cache-Control"] = "no-store"
    return answer


def _refused(request: HttpRequest) -> HttpResponse | None:
    if request.method in _READING:
        return None
    try:
        body = request.body
    except RequestDataTooBig:
        return refusal("too-large")
    # Another site's form can send anything but this type.
    if body and request.content_type != "application/json":
        return refusal("not-json")
    return None


def _let_in(request: HttpRequest) -> HttpResponseBase:
    given = request.headers.get("Authorization", "")
    if not given.startswith(_BEARER):
        return _proven_by_page(request)
    if not constant_time_compare(given.removeprefix(_BEARER).strip(), api_token(settings.BANK)):
        return refusal("wrong-token")
    return _answer(request)


def _answer(request: HttpRequest) -> HttpResponseBase:
    with loading:
        from storyloop.web.api.app import answer

    return answer(request)


_proven_by_page = csrf_protect(_answer)
