"""The sample stories: out in one click, and back in one."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from storyloop.bank import services

_VIA = "web"


@require_POST
def remove(request: HttpRequest) -> HttpResponse:
    """Remove every sample."""
    removed = services.remove_samples(via=_VIA)
    if removed:
        undo = f"{reverse('web:bring-back-samples')}?{urlencode({'story': removed}, doseq=True)}"
        said = "The samples are gone. Removed stories keeps them for you."
        messages.success(request, said, extra_tags=undo)
    return redirect("web:home")


@require_POST
def bring_back(request: HttpRequest) -> HttpResponse:
    """Bring the removed samples back, or only those that the address names."""
    only = request.GET.getlist("story")
    if services.bring_back_samples(via=_VIA, only=only):
        messages.success(request, "The samples are back.")
    return redirect("web:home")
