"""The settings, and what one may do with all that the bank holds."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from django.conf import settings as django_settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from storyloop.bank import queries
from storyloop.bank.backup import back_up
from storyloop.bank.emptying import contents, empty
from storyloop.bank.errors import CannotBackUp
from storyloop.bank.preferences import keep_preferences, preferences
from storyloop.bank.values import USUAL
from storyloop.exchange.archive import stories_zip
from storyloop.exchange.everything import everything_zip
from storyloop.story.private import without_private
from storyloop.web.manual import families
from storyloop.web.settings_form import RemovalForm, SettingsForm, as_fields

if TYPE_CHECKING:
    from django.http import HttpRequest

# To be read aloud against the clock: 150 words, as an answer is spoken.
ALOUD = (
    "On the last Friday in March the gate at the north quay would not open, and eleven lorries "
    "stood in the road behind it. I was new at the desk, and the man who knew the gate was on a "
    "ferry. I rang the maker, who asked for a number that stood under the motor, so I borrowed a "
    "torch and lay down in the rain to read it to them. The motor was sound; the lock had been set "
    "by a timer that nobody had told about the clocks going forward. I put the timer right, wrote "
    "down how, and taped it inside the cover. We had the lorries through in forty minutes. On the "
    "Monday I asked for the list of everything else that runs by that clock. There were six more, "
    "and two of them were an hour wrong. Since then it is checked twice a year."
)


def settings(request: HttpRequest) -> HttpResponse:
    """Show the settings, or keep what was typed."""
    if request.method != "POST":
        return _page(request, SettingsForm(initial=as_fields(preferences())))
    if "usual" in request.POST:
        keep_preferences(USUAL)
        messages.success(request, "All settings are as usual again.")
        return redirect("web:settings")
    form = SettingsForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    keep_preferences(form.read())
    messages.success(request, "Your settings are saved.")
    return redirect("web:settings")


@require_POST
def backup(request: HttpRequest) -> HttpResponse:
    """Make a copy of the bank."""
    try:
        target = back_up(django_settings.BANK / "backups")
    except CannotBackUp as error:
        messages.warning(request, str(error))
    else:
        messages.success(request, f"The copy is {target}")
    return redirect("web:settings")


@require_POST
def download(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Hand out all that the bank holds in one archive."""
    name = f"storyloop-{timezone.localdate():%Y-%m-%d}.zip"
    return _archive(everything_zip(), name)


@require_POST
def hand_on(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Hand out the stories as files without private terms."""
    terms = preferences().private_terms
    stories = (without_private(each.story, terms) for each in queries.stories())
    return _archive(stories_zip(stories), "stories.zip")


def _archive(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def remove(request: HttpRequest) -> HttpResponse:
    """Say what goes if everything is removed, and remove it once the word is typed."""
    if request.method != "POST":
        return _removal(request, RemovalForm())
    form = RemovalForm(request.POST)
    if not form.is_valid():
        return _removal(request, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        copy = empty(copy_first=form.cleaned_data["copy"])
    except CannotBackUp as error:
        form.add_error("copy", f"Nothing is removed, because no copy could be made. {error}")
        return _removal(request, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(
        request, f"Everything is removed. The copy is {copy}" if copy else "Everything is removed."
    )
    return redirect("web:home")


def _removal(request: HttpRequest, form: RemovalForm, status: int = 200) -> HttpResponse:
    folder = django_settings.BANK / "backups"
    shown = {
        "form": form,
        "contents": contents(),
        "copies": len([*folder.glob("*.sqlite3")]) if folder.is_dir() else 0,
        "folder": folder,
    }
    return render(request, "web/remove_everything.html", shown, status=status)


def _page(request: HttpRequest, form: SettingsForm, status: int = 200) -> HttpResponse:
    shown = {
        "form": form,
        "families": families(),
        "off": frozenset(form["switched_off"].value() or ()),
        "aloud": ALOUD,
        "aloud_words": len(ALOUD.split()),
        "bank": django_settings.BANK,
    }
    return render(request, "web/settings.html", shown, status=status)
