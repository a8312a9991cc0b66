"""The sample stories: out in one click, and back in one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from storyloop.bank import services

_VIA = "web"


@require_POST
def remove(request: HttpRequest) -> HttpResponse:
    """Remove every sample."""
    count = len(services.remove_samples(via=_VIA))
    if count:
        messages.success(request, "The samples are gone. Removed stories keeps them for you.")
    return redirect("web:home")


@require_POST
def bring_back(request: HttpRequest) -> HttpResponse:
    """Bring the removed samples back."""
    count = len(services.bring_back_samples(via=_VIA))
    if count:
        messages.success(request, "The samples are back.")
    return redirect("web:home")
