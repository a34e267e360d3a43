"""The search over everything a person may see."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from config.http import Request
from config.words import beginning_with
from cooperatives.access import for_everybody
from overview.reports import search as searches

LONGEST = 80  # characters that are looked for


@require_GET
@for_everybody
def search(request: Request) -> HttpResponse:
    """What the words of the field in the header find, by kind; with `kind` all that is found of one."""
    words = " ".join(request.GET.get("q", "").replace("\x00", "").split())[:LONGEST]
    kind = request.GET.get("kind", "")
    chosen = kind if kind in searches.KINDS else ""
    context = {
        "search_words": words,
        "found": searches.search(searches.asked(request.user, words), chosen) if words else [],
        "kind": chosen,
        "kind_label": searches.KINDS.get(chosen, ""),
        "is_too_short": bool(words) and beginning_with(words) is None,
        "enough": searches.ENOUGH,
    }
    return render(request, "overview/search.html", context)
