"""The one shape in which the HTTP API says what went wrong, and the causes there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import JsonResponse

from storyloop.exchange import VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest

PREFIX = "/api/v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """A cause: its status, when it comes, and what is said where nobody knows more."""

    status: int
    when: str
    sentence: str

    @property
    def reason(self) -> str:
        """When it comes, as a sentence."""
        return f"{self.when[0].upper()}{self.when[1:]}."


CAUSES = {
    "unreadable": Cause(
        status=400,
        when="the body is no JSON, or the request is not whole",
        sentence="The body could not be read as JSON.",
    ),
    "wrong-host": Cause(
        status=400,
        when="the request names a host that Storyloop does not answer to",
        sentence="Storyloop does not answer to the host that this request names.",
    ),
    "wrong-token": Cause(
        status=401,
        when="the request brings a token that is not the bank's",
        sentence="That is not the token of this bank; `storyloop token` prints it.",
    ),
    "unproven": Cause(
        status=403,
        when="a write brings neither the bank's token nor that of a page",
        sentence=(
            "Nothing was changed: a write needs `Authorization: Bearer` with the token that "
            "`storyloop token` prints."
        ),
    ),
    "not-found": Cause(
        status=404,
        when="what the address names is not there",
        sentence="There is nothing at this address.",
    ),
    "wrong-method": Cause(
        status=405,
        when="the address does not take the method; `Allow` says which it takes",
        sentence="This address does not take that method.",
    ),
    "stale": Cause(
        status=409,
        when="somebody saved since the revision that `base` names; nothing was changed",
        sentence="It was saved elsewhere since you began; nothing was changed.",
    ),
    "taken": Cause(
        status=409,
        when="something has the id already",
        sentence="That id is taken already.",
    ),
    "answered-already": Cause(
        status=409,
        when="the question of the drill has its answer",
        sentence="That question is answered already.",
    ),
    "impossible": Cause(
        status=409,
        when="what the loop fixes cannot hold together",
        sentence="What the loop fixes cannot hold together.",
    ),
    "too-large": Cause(
        status=413,
        when="the body is larger than is read",
        sentence="The body is larger than 2.5 MB, the most that is read.",
    ),
    "not-json": Cause(
        status=415,
        when="the body of a write does not come as application/json",
        sentence="Send JSON, with the header `Content-Type: application/json`.",
    ),
    "invalid": Cause(
        status=422,
        when="the request does not fit; `fields` says where",
        sentence="The request does not fit.",
    ),
    "our-fault": Cause(
        status=500,
        when="Storyloop itself failed",
        sentence=(
            "Storyloop made a mistake, and your bank is as it was before; the window in which it "
            "runs says what went wrong."
        ),
    ),
    "unavailable": Cause(
        status=503,
        when="the bank cannot be used just now",
        sentence="The bank cannot be used just now.",
    ),
}
# What an error is called of which only the status is known.
BY_STATUS = {
    400: "unreadable",
    403: "unproven",
    404: "not-found",
    405: "wrong-method",
    413: "too-large",
    500: "our-fault",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing to mend in a request: where it stands, and what is wrong there."""

    field: str
    message: str


def refusal(code: str, message: str = "", fields: Sequence[Fault] = ()) -> JsonResponse:
    """Return the answer for a cause, with its own sentence unless a `message` says more."""
    cause = CAUSES[code]
    error = {
        "code": code,
        "message": message or cause.sentence,
        "fields": [{"field": each.field, "message": each.message} for each in fields],
    }
    return JsonResponse({"version": VERSION, "error": error}, status=cause.status)


def is_for_programs(request: HttpRequest) -> bool:
    """Tell whether a request is for the API, so that its errors are JSON and no page."""
    path = request.path_info
    return path == PREFIX or path.startswith(f"{PREFIX}/")
