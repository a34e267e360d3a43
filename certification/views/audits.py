"""Pages of the certifier's audits: planned, begun, held."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from certification.access import assessment_or_404, file_or_404
from certification.actions.hold_audit import close_audit, plan_audit, start_audit, update_audit
from certification.forms.assessments import AuditCloseForm, AuditForm, AuditUpdateForm, StartForm
from certification.models import Assessment
from certification.views.assessments import cancel_page
from certification.views.files import accepted
from config.http import Request, attempt, form_page
from cooperatives.access import require
from cooperatives.models import Cooperative
from cooperatives.roles import Permission


def audit_or_404(request: Request, slug: str, pk: int) -> tuple[Cooperative, Assessment]:
    """The co-op and an audit of it, for who keeps certification; 404 also for a self-assessment."""
    cooperative, audit = assessment_or_404(request, slug, pk, Permission.KEEP_CERTIFICATION)
    if audit.is_self:
        raise Http404
    return cooperative, audit


def _to(audit: Assessment, slug: str) -> HttpResponse:
    return redirect("certification:assessment_detail", slug=slug, pk=audit.pk)


@require_http_methods(["GET", "POST"])
@require(Permission.KEEP_CERTIFICATION)
def audit_create(request: Request, slug: str, pk: int) -> HttpResponse:
    """Plan an audit of a file."""
    cooperative, file = file_or_404(request, slug, pk, Permission.KEEP_CERTIFICATION)
    form = AuditForm(request.POST or None)
    act = lambda: plan_audit(file=file, by=request.user, **form.cleaned_data)  # noqa: E731
    if audit := attempt(request, form, act, _("The audit is planned.")):
        return _to(audit, slug)
    return form_page(request, "certification/audit_create.html", cooperative, form, file=file)


@require_http_methods(["GET", "POST"])
@require(Permission.KEEP_CERTIFICATION)
def audit_update(request: Request, slug: str, pk: int) -> HttpResponse:
    """Change the plan of an audit, or what is known of it."""
    cooperative, audit = audit_or_404(request, slug, pk)
    form = AuditUpdateForm(request.POST or None, audit=audit)
    act = lambda: update_audit(audit=audit, by=request.user, **form.cleaned_data)  # noqa: E731
    if attempt(request, form, act, _("Saved.")):
        return _to(audit, slug)
    return form_page(request, "certification/audit_update.html", cooperative, form, assessment=audit)


@require_http_methods(["GET", "POST"])
@require(Permission.KEEP_CERTIFICATION)
def audit_start(request: Request, slug: str, pk: int) -> HttpResponse:
    """The audit has begun; from then on its answers are recorded."""
    cooperative, audit = audit_or_404(request, slug, pk)
    form = StartForm(request.POST or None, initial={"started_on": audit.planned_on})
    act = lambda: start_audit(audit=audit, by=request.user, **form.cleaned_data)  # noqa: E731
    if attempt(request, form, act, _("The audit has begun. Record its answers section by section.")):
        return _to(audit, slug)
    return form_page(request, "certification/audit_start.html", cooperative, form, assessment=audit)


@require_http_methods(["GET", "POST"])
@require(Permission.KEEP_CERTIFICATION)
def audit_close(request: Request, slug: str, pk: int) -> HttpResponse:
    """The audit was held: its answers stay as they are."""
    cooperative, audit = audit_or_404(request, slug, pk)
    form = AuditCloseForm(request.POST or None, request.FILES or None, audit=audit)

    def act() -> Any:
        facts = dict(form.cleaned_data)
        papers = accepted(facts.pop("papers"))
        return close_audit(audit=audit, papers=papers, by=request.user, **facts)

    if attempt(request, form, act, _("Closed. The answers of this audit stay as they are from now on.")):
        return _to(audit, slug)
    return form_page(request, "certification/audit_close.html", cooperative, form, assessment=audit)


@require_http_methods(["GET", "POST"])
@require(Permission.KEEP_CERTIFICATION)
def audit_cancel(request: Request, slug: str, pk: int) -> HttpResponse:
    """Call an audit off, with the reason."""
    cooperative, audit = audit_or_404(request, slug, pk)
    return cancel_page(request, cooperative, audit)
