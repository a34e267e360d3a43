"""How ready a file is at a date, and how an assessment compares with an earlier one."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from certification.access import assessment_or_404, file_or_404
from certification.forms.readiness import BeforeForm, DayForm
from certification.reports import readiness as reports
from certification.reports.arithmetic import explain_readiness, verdict
from certification.reports.assessments import earlier_than
from certification.reports.comparison import compare
from certification.reports.picture import picture
from config.http import Request
from cooperatives.access import require
from cooperatives.roles import Permission


@require_GET
@require(Permission.SEE_COOPERATIVE)
def readiness(request: Request, slug: str, pk: int) -> HttpResponse:
    """How ready a certification file is at a date (`?on=`, today unless said), and how that was reckoned."""
    cooperative, file = file_or_404(request, slug, pk, Permission.SEE_COOPERATIVE)
    today = cooperative.today()
    form = DayForm(request.GET if "on" in request.GET else None, initial={"on": today})
    on = (form.cleaned_data["on"] if form.is_bound and form.is_valid() else None) or today
    found = reports.readiness(file, on=on)
    context = {
        "cooperative": cooperative,
        "file": file,
        "form": form,
        "found": found,
        "is_today": on == today,
        "verdict": verdict(found),
        "sentences": explain_readiness(found),
        "picture": picture(found.sections_due),
        "assessments": found.assessments,
    }
    return render(request, "certification/readiness.html", context, status=422 if form.errors else 200)


@require_GET
@require(Permission.SEE_COOPERATIVE)
def assessment_compare(request: Request, slug: str, pk: int) -> HttpResponse:
    """An assessment beside an earlier one (`?before=`, the last one unless said), over corresponding criteria only."""
    cooperative, assessment = assessment_or_404(request, slug, pk, Permission.SEE_COOPERATIVE)
    earlier = earlier_than(assessment)
    form = BeforeForm(request.GET if "before" in request.GET else None, earlier=earlier)
    before = form.chosen or (earlier[0] if earlier else None)
    context = {
        "cooperative": cooperative,
        "assessment": assessment,
        "earlier": earlier,
        "form": form,
        "before": before,
        "comparison": compare(before, assessment) if before else None,
    }
    return render(request, "certification/assessment_compare.html", context, status=422 if form.errors else 200)
