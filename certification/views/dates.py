"""The calendar of certification, and reminders of it by mail."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from certification.actions.remind import choose_reminders
from certification.forms.dates import DatesForm, RemindersForm
from certification.reports.dates import by_month, upcoming
from certification.reports.reminders import kinds_of
from config.answers import remembered
from config.http import Request
from cooperatives.access import cooperative_or_404, for_everybody, require, visible_cooperatives
from cooperatives.models import Cooperative, Programme
from cooperatives.roles import Permission

AHEAD = dt.timedelta(days=366)
PAGE = 100  # dates of many co-ops; one co-op has fewer


@require_GET
@remembered
@require(Permission.SEE_COOPERATIVE)
def dates(request: Request) -> HttpResponse:
    """What ends or falls due within a year in the co-ops one may see."""
    cooperatives = visible_cooperatives(request.user)
    enrolled = Q(enrolments__cooperative__in=cooperatives) | Q(parts__enrolments__cooperative__in=cooperatives)
    form = DatesForm(request.GET, programmes=Programme.objects.filter(enrolled).distinct())
    if programme := form.chosen["programme"]:
        within = Q(enrolments__programme__slug=programme) | Q(enrolments__programme__part_of__slug=programme)
        cooperatives = cooperatives.filter(pk__in=Cooperative.objects.filter(within).values("pk"))
    return render(request, "certification/dates.html", _calendar(request, form, cooperatives, timezone.localdate()))


@require_GET
@remembered
@require(Permission.SEE_COOPERATIVE)
def cooperative_dates(request: Request, slug: str) -> HttpResponse:
    """What ends or falls due within a year in one co-op."""
    cooperative = cooperative_or_404(request, slug, Permission.SEE_COOPERATIVE)
    own = Cooperative.objects.filter(pk=cooperative.pk)
    context = _calendar(request, DatesForm(request.GET), own, cooperative.today()) | {"cooperative": cooperative}
    return render(request, "certification/cooperative_dates.html", context)


def _calendar(request: Request, form: DatesForm, cooperatives: Any, today: dt.date) -> dict[str, Any]:
    kind = form.chosen["kind"]
    found = upcoming(cooperatives, on=today, until=today + AHEAD)
    shown = [one for one in found if kind in ("", one.reminder)]
    page = Paginator(shown, PAGE).get_page(request.GET.get("page"))
    months = by_month(list(page.object_list))
    return {"form": form, "months": months, "page": page, "is_filtered": any(form.chosen.values())}


@require_http_methods(["GET", "POST"])
@for_everybody
def reminders(request: Request) -> HttpResponse:
    """Which reminders one gets by mail."""
    kinds = kinds_of(request.user)
    off = set(request.user.reminder_opt_outs.values_list("kind", flat=True))
    initial = {"kinds": [kind.value for kind in kinds if kind not in off]}
    form = RemindersForm(request.POST if request.method == "POST" else None, kinds=kinds, initial=initial)
    if request.method == "POST" and form.is_valid():
        choose_reminders(kinds=form.cleaned_data["kinds"], among=kinds, by=request.user)
        messages.success(request, _("Saved. The next digest follows it."))
        return redirect("certification:reminders")
    context = {"form": form, "kinds": kinds}
    return render(request, "certification/reminders.html", context, status=422 if form.is_bound else 200)
