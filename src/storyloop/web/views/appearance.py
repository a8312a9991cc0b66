"""The choice between light, dark and what the device says."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

COOKIE = "appearance"
CHOICES = ("light", "dark")
_YEAR = 365 * 24 * 60 * 60


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Keep the choice in a cookie and go back; anything else follows the device."""
    back = request.POST.get("back", "")
    if back[:1] != "/" or not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = reverse("web:home")
    response = HttpResponseRedirect(back)
    chosen = request.POST.get("appearance")
    if chosen in CHOICES:
        response.set_cookie(COOKIE, chosen, max_age=_YEAR, samesite="Lax", httponly=True)
    else:
        response.delete_cookie(COOKIE, samesite="Lax")
    return response
