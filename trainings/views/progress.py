"""Pages of milestones: reporting, planning, accepting, and what waits for a manager."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from config.answers import remembered
from config.errors import Refused
from config.http import Request, stored_file
from config.ui import in_language
from cooperatives.access import require, visible_cooperatives
from cooperatives.models import Cooperative
from cooperatives.roles import Permission
from trainings.access import evidence_or_404, milestone_or_404, reported_milestone_or_404
from trainings.actions.climb_ladder import accept_milestone, plan_milestone, report_milestone, return_milestone
from trainings.forms.progress import MilestonePlanForm, MilestoneReportForm, ReturnForm
from trainings.models import CooperativeMilestone
from trainings.reports.progress import waiting


@require_http_methods(["GET", "POST"])
@require(Permission.REPORT_PROGRESS)
def milestone_report(request: Request, slug: str, key: str) -> HttpResponse:
    """Say that a milestone was reached, with what shows it."""
    cooperative, milestone = milestone_or_404(request, slug, key, Permission.REPORT_PROGRESS)
    row = CooperativeMilestone.objects.filter(cooperative=cooperative, milestone=milestone).first()
    names = ("reached_on", "reached_precision", "evidence")
    initial = {name: getattr(row, name) for name in names} if row and row.reached_on else {}
    form = MilestoneReportForm(request.POST or None, request.FILES or None, cooperative=cooperative, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            report_milestone(cooperative=cooperative, milestone=milestone, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Saved. The program manager sees it and accepts it."))
            return redirect("overview:track_progress", slug=slug, key=milestone.track.slug)
    return _page(request, "trainings/milestone_report.html", cooperative, form, milestone=milestone, row=row)


@require_http_methods(["GET", "POST"])
@require(Permission.ACCEPT_PROGRESS)
def milestone_plan(request: Request, slug: str, key: str) -> HttpResponse:
    """Set when a milestone is due at a co-op, or say why it does not apply."""
    cooperative, milestone = milestone_or_404(request, slug, key, Permission.ACCEPT_PROGRESS)
    row = CooperativeMilestone.objects.filter(cooperative=cooperative, milestone=milestone).first()
    initial = {name: getattr(row, name) for name in ("due_on", "not_applicable_reason")} if row else {}
    form = MilestonePlanForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            plan_milestone(cooperative=cooperative, milestone=milestone, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Saved."))
            return redirect("overview:track_progress", slug=slug, key=milestone.track.slug)
    return _page(request, "trainings/milestone_plan.html", cooperative, form, milestone=milestone)


@require_POST
@require(Permission.ACCEPT_PROGRESS)
def milestone_accept(request: Request, slug: str, key: str) -> HttpResponse:
    """Accept a milestone as it was read (`seen_at`)."""
    _cooperative, row = reported_milestone_or_404(request, slug, key, Permission.ACCEPT_PROGRESS)
    try:
        accept_milestone(row=row, seen_at=read_moment(request), by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Accepted: %(milestone)s.") % {"milestone": in_language(row.milestone, "name")})
    return redirect("overview:track_progress", slug=slug, key=row.milestone.track.slug)


@require_http_methods(["GET", "POST"])
@require(Permission.ACCEPT_PROGRESS)
def milestone_return(request: Request, slug: str, key: str) -> HttpResponse:
    """Say what is missing; the co-op reports it again."""
    cooperative, row = reported_milestone_or_404(request, slug, key, Permission.ACCEPT_PROGRESS)
    form = ReturnForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return_milestone(row=row, reason=form.cleaned_data["reason"], by=request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Returned. The co-op sees your reason."))
            return redirect("overview:track_progress", slug=slug, key=row.milestone.track.slug)
    return _page(request, "trainings/milestone_return.html", cooperative, form, milestone=row.milestone, row=row)


@require_GET
@remembered
@require(Permission.ACCEPT_PROGRESS)
def waiting_list(request: Request) -> HttpResponse:
    """What co-ops reported and nobody accepted yet, oldest first."""
    return render(request, "trainings/waiting_list.html", {"waiting": waiting(visible_cooperatives(request.user))})


@require_GET
@require(Permission.SEE_COOPERATIVE)
def evidence_file(request: Request, pk: uuid.UUID) -> FileResponse:
    """A file, to those who may see the co-op. A PDF is offered for saving, never shown in the site."""
    return stored_file(evidence_or_404(request, pk), request)


def read_moment(request: Request) -> Any:
    """When what the person read was written; refused without, since nobody accepts what they did not see."""
    try:
        moment = parse_datetime(request.POST.get("seen_at", ""))
    except ValueError:
        moment = None
    if moment is None:
        raise Refused(_("Look at it again before you accept it."))
    return moment


def _page(request: Request, template: str, cooperative: Cooperative, form: Any, **more: Any) -> HttpResponse:
    context = {"cooperative": cooperative, "form": form, "had_files": bool(request.FILES), **more}
    return render(request, template, context, status=422 if form.is_bound else 200)
