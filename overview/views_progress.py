"""Pages of progress: a co-op in a track, and all co-ops of a programme in one table."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from config import tables
from config.answers import remembered
from config.http import Request
from cooperatives.access import cooperative_or_404, require, standing, visible_cooperatives
from cooperatives.exports import hand_out
from cooperatives.roles import Permission
from overview.forms_progress import ProgressFilter
from overview.reports import board as boards
from overview.reports import programme_progress as reports
from overview.reports.track_progress import track_page
from trainings.exports.progress import progress_rows
from trainings.reports.indicators import active_indicators

PAGE = 50  # co-ops


@require_GET
@remembered
@require(Permission.SEE_COOPERATIVE)
def track_progress(request: Request, slug: str, key: str) -> HttpResponse:
    """A co-op in one track: ladder, indicators as small charts, trainings."""
    cooperative = cooperative_or_404(request, slug, Permission.SEE_COOPERATIVE)
    shown = track_page(cooperative, key, today=cooperative.today())
    if shown is None:
        raise Http404(_("There is no such track."))
    held = standing(request.user)
    context: dict[str, Any] = {
        "cooperative": cooperative,
        "page": shown,
        "sees_names": held.may_in(Permission.SEE_MEMBERS, cooperative),
        "may_report": held.may_in(Permission.REPORT_PROGRESS, cooperative),
        "may_accept": held.may_in(Permission.ACCEPT_PROGRESS, cooperative),
    }
    return render(request, "overview/track_progress.html", context)


@require_GET
@remembered
@require(Permission.SEE_BOARD)
def programme_progress(request: Request) -> HttpResponseBase:
    """Target against actual for the co-ops one may see; or what is shown, all years, as CSV or as a spreadsheet."""
    cooperatives = visible_cooperatives(request.user)
    indicators = list(active_indicators())
    form = ProgressFilter(request.GET, programmes=boards.programmes_of(request.user), indicators=indicators)
    shown = reports.programme_progress(cooperatives, indicators, today=timezone.localdate(), **form.chosen)
    form.offer_years(shown.years, shown.year)
    if request.GET.get("format") in tables.FORMATS:
        rows = progress_rows(shown.figures())
        return hand_out(request, rows, stem="progress", form=request.GET["format"])
    context = {
        "form": form,
        "progress": shown,
        "page": Paginator(shown.rows, PAGE).get_page(request.GET.get("page")),
        "track": form.chosen["track"],
        "may_accept": standing(request.user).may(Permission.ACCEPT_PROGRESS),
    }
    return render(request, "overview/programme_progress.html", context, status=422 if form.errors else 200)
