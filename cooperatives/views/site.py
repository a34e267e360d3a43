"""Pages for every person."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST
from django.views.i18n import set_language

from config.http import Request
from config.samples import samples
from cooperatives.access import for_everybody
from cooperatives.actions.choose_language import choose_language
from cooperatives.sign_in import keep_chosen_language


@login_not_required
@csrf_exempt
@require_POST
def language(request: Request) -> HttpResponse:
    """Change the language of the site, for this browser and, when signed in, for the person. Open: no log-in needed.

    What is chosen before the log-in becomes the person's own when they never chose, see `cooperatives.sign_in`.

    It takes no token, because a page that says something went wrong can make none. Forms of other sites are told by
    their origin, which every browser sends along, and refused.
    """
    origin = request.headers.get("Origin")
    if origin and urlsplit(origin).netloc != request.get_host():
        raise PermissionDenied
    response, chosen = set_language(request), request.POST.get("language", "")
    if request.user.is_authenticated:
        choose_language(user=request.user, language=chosen)
    elif chosen in dict(settings.LANGUAGES):
        keep_chosen_language(response, chosen)
    return response


@for_everybody
@require_GET
def styleguide(request: Request) -> HttpResponse:
    """Every component with sample data."""
    return render(request, "styleguide.html", samples())
