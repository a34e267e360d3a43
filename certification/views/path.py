"""The path to a first certificate: the stages, and the candidates in them."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from certification.forms.path import PathFilter
from certification.reports.path import path
from config.answers import remembered
from config.http import Request
from cooperatives.access import require, standing, visible_cooperatives
from cooperatives.roles import Permission


@require_GET
@remembered
@require(Permission.SEE_BOARD)
def candidate_path(request: Request) -> HttpResponse:
    """The stages as columns with the co-ops in them, and how many are where against the goal."""
    cooperatives = visible_cooperatives(request.user)
    form = PathFilter(request.GET, cooperatives=cooperatives)
    context = {
        "form": form,
        "path": path(cooperatives, on=timezone.localdate(), programme=form.programme_chosen, goal=form.goal),
        "may_keep": standing(request.user).may(Permission.KEEP_CERTIFICATION),
    }
    return render(request, "certification/candidate_path.html", context)
