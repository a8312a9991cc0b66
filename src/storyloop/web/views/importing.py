"""Files handed to the page: taken in, reported on, and taken out again if that was a mistake."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from storyloop.exchange.intake import SUFFIXES, Intake
from storyloop.web.incoming import arrivals, take_back
from storyloop.web.uploads import MOST_AT_ONCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from storyloop.exchange.intake import Report


def import_files(request: HttpRequest) -> HttpResponse:
    """Show the page for files, or take files in and report on each story."""
    shown: dict[str, object] = {"accept": ",".join(SUFFIXES), "most_bytes": MOST_AT_ONCE}
    if request.method != "POST":
        return render(request, "web/import.html", shown)
    if not request.FILES.getlist("files"):
        shown["fault"] = "No file arrived. Choose one first, or drop it onto the field."
        return render(request, "web/import.html", shown, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    found = arrivals(_reports(request))
    shown = {"arrivals": found, "can_be_undone": any(each.can_be_undone for each in found)}
    return render(request, "web/arrived.html", shown)


@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Take an import back: what it added, what it changed, and the drafts that it made."""
    gone, stayed = take_back(request.POST)
    if gone:
        stories = "One story" if gone == 1 else f"{gone} stories"
        messages.success(request, f"The import is undone: {stories} went as they came.")
    if stayed:
        messages.info(request, "What was changed since the import stays as it is.")
    return redirect("web:stories")


def _reports(request: HttpRequest) -> Iterator[Report]:
    intake = Intake(sort=False)
    for upload in request.FILES.getlist("files"):
        yield from intake.take(upload.name or "a file without a name", upload.read())
