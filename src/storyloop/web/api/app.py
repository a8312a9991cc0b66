"""The HTTP API as django-ninja serves it: its routes, and what becomes of each error."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import Resolver404, URLResolver
from django.urls.resolvers import RegexPattern
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.parser import Parser

from storyloop.bank.errors import BankError
from storyloop.exchange import VERSION
from storyloop.exchange.loop_file import BadLoopFile
from storyloop.planning import ImpossibleLoop
from storyloop.web.api.errors import BY_STATUS, PREFIX, Fault, refusal
from storyloop.web.api.routes import (
    Invalid,
    asking,
    bank,
    drills,
    guide,
    incoming,
    loops,
    planning,
    stories,
    texts,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http.response import HttpResponseBase
    from ninja.operation import Operation

_ROUTERS = (
    stories.router,
    texts.router,
    asking.router,
    drills.router,
    planning.router,
    loops.router,
    guide.router,
    incoming.router,
    bank.router,
)
# Where pydantic's own words speak of programs.
_SAID = {
    "missing": "This is missing.",
    "extra_forbidden": "There is no such field.",
    "string_type": "This must be a text.",
    "int_type": "This must be a whole number.",
    "int_parsing": "This must be a whole number.",
    "bool_type": "This must be true or false.",
    "bool_parsing": "This must be true or false.",
    "list_type": "This must be a list.",
    "dict_type": "This must be an object.",
    "model_type": "This must be an object.",
    "model_attributes_type": "This must be an object.",
}


class _Parser(Parser):
    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        text = request.body.decode()
        body: dict[str, Any] = json.loads(text, parse_float=_number)
        if "\\u" in text:
            # JSON can spell half of a surrogate pair, which no file and no database takes.
            json.dumps(body, ensure_ascii=False).encode()
        return body


def _number(text: str) -> float:
    """Read a number such as 3.0, which is a whole one in JSON."""
    number = float(text)
    return int(number) if number.is_integer() else number


class _Api(NinjaAPI):
    def get_openapi_operation_id(self, operation: Operation) -> str:
        first, *rest = operation.view_func.__name__.split("_")
        return first + "".join(word.capitalize() for word in rest)


api = _Api(
    title="Storyloop",
    version=str(VERSION),
    urls_namespace="api",
    parser=_Parser(),
    openapi_url=None,
    docs_url=None,
)
for router in _ROUTERS:
    api.add_router("", router)


@api.get("/openapi.json", include_in_schema=False)
def openapi(request: HttpRequest) -> HttpResponse:
    """Give the OpenAPI document."""
    del request
    from storyloop.web.api.document import document

    return JsonResponse(document())


_RESOLVER = URLResolver(RegexPattern(rf"^{PREFIX}/"), api.urls[0])


def answer(request: HttpRequest) -> HttpResponseBase:
    """Answer a request that has passed the gate."""
    try:
        found = _RESOLVER.resolve(request.path_info)
    except Resolver404:
        return refusal("not-found")
    if request.method == "HEAD":
        # The server leaves the body out.
        request.method = "GET"
    answered: HttpResponseBase = found.func(request, *found.args, **found.kwargs)
    if answered.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        refused = refusal("wrong-method")
        refused["Allow"] = answered["Allow"]
        return refused
    return answered


@api.exception_handler(BankError)
def _bank_error(request: HttpRequest, error: BankError) -> HttpResponse:
    del request
    return refusal(error.code, str(error))


@api.exception_handler(ImpossibleLoop)
def _impossible(request: HttpRequest, error: ImpossibleLoop) -> HttpResponse:
    del request
    return refusal("impossible", str(error))


@api.exception_handler(BadLoopFile)
def _bad_loop(request: HttpRequest, error: BadLoopFile) -> HttpResponse:
    del request
    return refusal("invalid", str(error), [Fault(field="loop", message=str(error))])


@api.exception_handler(Invalid)
def _invalid(request: HttpRequest, error: Invalid) -> HttpResponse:
    del request
    return _to_mend(error.faults)


@api.exception_handler(ValidationError)
def _misfit(request: HttpRequest, error: ValidationError) -> HttpResponse:
    del request
    return _to_mend(
        [
            Fault(
                field=_field(each["loc"]), message=_SAID.get(each["type"], _sentence(each["msg"]))
            )
            for each in error.errors
        ]
    )


@api.exception_handler(HttpError)
def _http_error(request: HttpRequest, error: HttpError) -> HttpResponse:
    del request
    return refusal(BY_STATUS[error.status_code])


@api.exception_handler(Http404)
def _not_found(request: HttpRequest, error: Http404) -> HttpResponse:
    del request
    return refusal("not-found", next(iter(error.args), ""))


def _to_mend(faults: Sequence[Fault]) -> HttpResponse:
    first = faults[0]
    more = f" ({len(faults) - 1} more in `fields`)" if len(faults) > 1 else ""
    where = f"In `{first.field}`: " if first.field else ""
    return refusal("invalid", f"{where}{first.message}{more}", faults)


def _field(place: Sequence[str | int]) -> str:
    """Return the name of a field in the request: `story.metrics.0.unit`."""
    # The first names the source, the second the parameter of the function that took it.
    return ".".join(str(each) for each in place[2:] or place[1:])


def _sentence(said: str) -> str:
    for pydantics, ours in (("Input should", "This should"), ("String should", "This should")):
        said = said.replace(pydantics, ours)
    return f"{said.rstrip('.')}."
