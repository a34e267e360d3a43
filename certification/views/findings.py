"""Pages of the non-conformities and their corrective measures."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from certification.access import file_or_404, non_conformity_or_404
from certification.actions import correct
from certification.forms.files import without
from certification.forms.findings import (
    CloseForm,
    ExtendForm,
    FindingFilter,
    ProposeForm,
    RaiseForm,
    ReasonForm,
    SubmitForm,
    VerifyForm,
    VoidForm,
)
from certification.forms.path import MeasureFilter
from certification.models import NonConformity
from certification.reports.corrective import corrective, finding_page, findings_of
from certification.views.files import accepted, what_may
from config.answers import remembered
from config.errors import Refused
from config.http import Request, attempt, form_page
from config.paging import KeyPaginator
from cooperatives.access import cooperative_or_404, require, standing, visible_cooperatives
from cooperatives.models import Cooperative
from cooperatives.roles import Permission

PAGE = 25


def to_detail(finding: NonConformity, slug: str) -> HttpResponse:
    """Back to the page of a non-conformity."""
    return redirect("certification:non_conformity_detail", slug=slug, pk=finding.pk)


@require_GET
@remembered
@require(Permission.SEE_COOPERATIVE)
def measure_board(request: Request) -> HttpResponse:
    """The corrective measures of the co-ops one may see: mine, overdue, due soon, later; by co-op on request."""
    cooperatives = visible_cooperatives(request.user)
    shown = corrective(cooperatives, on=timezone.localdate(), user=request.user)
    form = MeasureFilter(request.GET, cooperatives=[cooperative for cooperative, _rows in shown.by_cooperative])
    if form.chosen:
        shown = shown.of(form.chosen)
    held = standing(request.user)
    context = {
        "form": form,
        "board": shown,
        "by_cooperative": "grouped" in request.GET,
        "may_verify": held.may(Permission.VERIFY_MEASURE),
        "sees_names": held.may(Permission.SEE_MEMBERS),
    }
    return render(request, "certification/measure_board.html", context)


@require_GET
@remembered
@require(Permission.SEE_COOPERATIVE)
def non_conformity_list(request: Request, slug: str) -> HttpResponse:
    """The non-conformities of a co-op, the first due first."""
    cooperative = cooperative_or_404(request, slug, Permission.SEE_COOPERATIVE)
    form = FindingFilter(request.GET)
    rows = findings_of(cooperative, state=form.chosen)
    context = {
        "cooperative": cooperative,
        "form": form,
        "page_obj": KeyPaginator(rows, PAGE).get_page(request.GET.get("page")),
        "today": cooperative.today(),
    }
    return render(request, "certification/non_conformity_list.html", context | what_may(request, cooperative))


@require_GET
@remembered
@require(Permission.SEE_COOPERATIVE)
def non_conformity_detail(request: Request, slug: str, pk: int) -> HttpResponse:
    """One non-conformity: the finding, its measure with the evidence, and what may be done now."""
    cooperative, finding = non_conformity_or_404(request, slug, pk, Permission.SEE_COOPERATIVE)
    may = what_may(request, cooperative)
    page = finding_page(finding, on=cooperative.today(), user=request.user)
    seen = finding.submitted_at.isoformat(timespec="microseconds") if finding.submitted_at else ""
    context = {"cooperative": cooperative, "finding": finding, "page": page, "verify": VerifyForm({"seen": seen})}
    return render(request, "certification/non_conformity_detail.html", context | may)


@require_http_methods(["GET", "POST"])
@require(Permission.KEEP_CERTIFICATION)
def non_conformity_create(request: Request, slug: str, pk: int) -> HttpResponse:
    """Record what an audit found."""
    cooperative, file = file_or_404(request, slug, pk, Permission.KEEP_CERTIFICATION)
    file.cooperative = cooperative
    form = RaiseForm(request.POST or None, file=file, initial={"assessment": request.GET.get("assessment")})
    act = lambda: correct.raise_non_conformity(file=file, by=request.user, **form.cleaned_data)  # noqa: E731
    if finding := attempt(request, form, act, _("The non-conformity is recorded.")):
        return to_detail(finding, slug)
    return form_page(request, "certification/non_conformity_create.html", cooperative, form, file=file)


@require_http_methods(["GET", "POST"])
@require(Permission.SUBMIT_MEASURE)
def measure_propose(request: Request, slug: str, pk: int) -> HttpResponse:
    """Say what will be done and who answers for it."""
    cooperative, finding = non_conformity_or_404(request, slug, pk, Permission.SUBMIT_MEASURE)
    form = ProposeForm(request.POST or None, finding=finding, cooperative=cooperative)
    act = lambda: correct.propose_measure(non_conformity=finding, by=request.user, **form.cleaned_data)  # noqa: E731
    if attempt(request, form, act, _("The measure is recorded. Submit the evidence when it is done.")):
        return to_detail(finding, slug)
    return form_page(request, "certification/measure_propose.html", cooperative, form, finding=finding)


@require_http_methods(["GET", "POST"])
@require(Permission.SUBMIT_MEASURE)
def measure_submit(request: Request, slug: str, pk: int) -> HttpResponse:
    """Hand in the evidence that a measure was carried out: photos, papers, a sentence."""
    cooperative, finding = non_conformity_or_404(request, slug, pk, Permission.SUBMIT_MEASURE)
    form = SubmitForm(request.POST or None, request.FILES or None, finding=finding)

    def act() -> None:
        typed: dict[str, Any] = without(form.cleaned_data, "papers")
        papers = accepted(form.cleaned_data["papers"])
        correct.submit_measure(non_conformity=finding, papers=papers, by=request.user, **typed)

    if attempt(request, form, act, _("Submitted. Somebody else looks at it now.")):
        return to_detail(finding, slug)
    return form_page(request, "certification/measure_submit.html", cooperative, form, finding=finding)


@require_http_methods(["GET", "POST"])
@require(Permission.VERIFY_MEASURE)
def measure_return(request: Request, slug: str, pk: int) -> HttpResponse:
    """Send evidence back, saying what is missing."""
    cooperative, finding = non_conformity_or_404(request, slug, pk, Permission.VERIFY_MEASURE)
    form = ReasonForm(request.POST or None)
    act = lambda: correct.return_measure(non_conformity=finding, by=request.user, **form.cleaned_data)  # noqa: E731
    if attempt(request, form, act, _("Returned to the co-op with your reason.")):
        return to_detail(finding, slug)
    return form_page(request, "certification/measure_return.html", cooperative, form, finding=finding)


@require_POST
@require(Permission.VERIFY_MEASURE)
def measure_verify(request: Request, slug: str, pk: int) -> HttpResponse:
    """Confirm the evidence that was on the screen; never one's own."""
    finding = non_conformity_or_404(request, slug, pk, Permission.VERIFY_MEASURE)[1]
    form = VerifyForm(request.POST)
    try:
        if not form.is_valid() or not form.cleaned_data["seen"]:
            raise Refused(_("Look at the evidence again before you verify it."))
        seen: dt.datetime = form.cleaned_data["seen"]
        correct.verify_measure(non_conformity=finding, seen=seen, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Verified. It can be closed now."))
    return to_detail(finding, slug)


@require_http_methods(["GET", "POST"])
@require(Permission.KEEP_CERTIFICATION)
def measure_extend(request: Request, slug: str, pk: int) -> HttpResponse:
    """Give more time, saying why."""
    cooperative, finding = non_conformity_or_404(request, slug, pk, Permission.KEEP_CERTIFICATION)
    form = ExtendForm(request.POST or None, finding=finding)
    act = lambda: correct.extend_measure(non_conformity=finding, by=request.user, **form.cleaned_data)  # noqa: E731
    if attempt(request, form, act, _("The time is extended.")):
        return to_detail(finding, slug)
    return form_page(request, "certification/measure_extend.html", cooperative, form, finding=finding)


@require_http_methods(["GET", "POST"])
@require(Permission.KEEP_CERTIFICATION)
def non_conformity_close(request: Request, slug: str, pk: int) -> HttpResponse:
    """Close a non-conformity whose measure was verified."""
    cooperative, finding = non_conformity_or_404(request, slug, pk, Permission.KEEP_CERTIFICATION)
    form = CloseForm(request.POST or None, cooperative=cooperative)
    act = lambda: correct.close_non_conformity(non_conformity=finding, by=request.user, **form.cleaned_data)  # noqa: E731
    if attempt(request, form, act, _("Closed.")):
        return to_detail(finding, slug)
    return form_page(request, "certification/non_conformity_close.html", cooperative, form, finding=finding)


@require_http_methods(["GET", "POST"])
@require(Permission.KEEP_CERTIFICATION)
def non_conformity_void(request: Request, slug: str, pk: int) -> HttpResponse:
    """Take back a non-conformity that was raised by mistake."""
    cooperative, finding = non_conformity_or_404(request, slug, pk, Permission.KEEP_CERTIFICATION)
    form = VoidForm(request.POST or None)
    if attempt(request, form, lambda: _void(request, finding, cooperative, form), _("Voided. It stays readable.")):
        return to_detail(finding, slug)
    return form_page(request, "certification/non_conformity_void.html", cooperative, form, finding=finding)


def _void(request: Request, finding: NonConformity, cooperative: Cooperative, form: VoidForm) -> None:
    correct.void_non_conformity(non_conformity=finding, on=cooperative.today(), by=request.user, **form.cleaned_data)
