"""Pages of the next assembly: when and where it is, moved or cancelled."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from config.http import Request, attempt, form_page
from config.ui import day
from cooperatives.access import cooperative_or_404, require
from cooperatives.roles import Permission
from premiums.access import planned_assembly_or_404
from premiums.actions.plan_assembly import cancel_planned_assembly, change_planned_assembly, plan_assembly
from premiums.forms.assemblies import PlannedAssemblyForm
from premiums.forms.spending import ReasonForm
from premiums.models import PlannedAssembly


@require_http_methods(["GET", "POST"])
@require(Permission.KEEP_PREMIUM)
def planned_assembly_create(request: Request, slug: str) -> HttpResponse:
    """Announce the next assembly."""
    cooperative = cooperative_or_404(request, slug, Permission.KEEP_PREMIUM)
    form = PlannedAssemblyForm(request.POST or None, cooperative=cooperative)

    def said(planned: PlannedAssembly) -> None:
        messages.success(request, _("Planned: the assembly is on %(day)s.") % {"day": day(planned.planned_on)})

    if attempt(
        request, form, lambda: plan_assembly(cooperative=cooperative, by=request.user, **form.cleaned_data), said
    ):
        return redirect("premiums:assembly_list", slug=slug)
    return form_page(request, "premiums/planned_assembly_create.html", cooperative, form)


@require_http_methods(["GET", "POST"])
@require(Permission.KEEP_PREMIUM)
def planned_assembly_update(request: Request, slug: str, pk: int) -> HttpResponse:
    """Move an announced assembly to another day, with the reason, or mend its place and agenda."""
    cooperative, planned = planned_assembly_or_404(request, slug, pk, Permission.KEEP_PREMIUM)
    form = PlannedAssemblyForm(request.POST or None, cooperative=cooperative, planned=planned)

    def said(changed: PlannedAssembly) -> None:
        messages.success(request, _("Saved: the assembly is on %(day)s.") % {"day": day(changed.planned_on)})

    if attempt(
        request, form, lambda: change_planned_assembly(planned=planned, by=request.user, **form.cleaned_data), said
    ):
        return redirect("premiums:assembly_list", slug=slug)
    return form_page(request, "premiums/planned_assembly_update.html", cooperative, form, planned=planned)


@require_http_methods(["GET", "POST"])
@require(Permission.KEEP_PREMIUM)
def planned_assembly_cancel(request: Request, slug: str, pk: int) -> HttpResponse:
    """Say that an announced assembly will not be held, with the reason."""
    cooperative, planned = planned_assembly_or_404(request, slug, pk, Permission.KEEP_PREMIUM)
    form = ReasonForm(request.POST or None)
    if attempt(
        request,
        form,
        lambda: cancel_planned_assembly(planned=planned, reason=form.cleaned_data["reason"], by=request.user),
        _("Cancelled. The reason stays readable."),
    ):
        return redirect("premiums:assembly_list", slug=slug)
    return form_page(request, "premiums/planned_assembly_cancel.html", cooperative, form, planned=planned)
