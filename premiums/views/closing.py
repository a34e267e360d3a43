"""Pages of the end of the year: a report on each activity, then the vote that closes it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from config.http import Request, attempt, form_page
from config.ui import in_language
from cooperatives.access import require
from cooperatives.roles import Permission
from premiums.access import activity_or_404, plan_or_404
from premiums.actions.close_year import close_year, report_activity
from premiums.forms.assemblies import VoteForm
from premiums.forms.closing import ReportForm
from premiums.models.closing import SENTENCE
from premiums.reports import plans as reports
from premiums.views.plans import tell_vote

REPORT = ("done", "reason", "objective_reached", "next_step")


@require_http_methods(["GET", "POST"])
@require(Permission.CLOSE_YEAR)
def activity_report_update(request: Request, slug: str, pk: int) -> HttpResponse:
    """Report what became of an activity; what it cost comes from its expenses."""
    cooperative, activity = activity_or_404(request, slug, pk, Permission.CLOSE_YEAR)
    if activity.plan.is_closed:
        messages.error(request, str(SENTENCE))
        return redirect("premiums:plan_detail", slug=slug, pk=activity.plan_id)
    report = getattr(activity, "report", None)
    form = ReportForm(request.POST or None, initial={name: getattr(report, name) for name in REPORT} if report else {})
    said = _("Saved: the report on “%(activity)s”.") % {"activity": in_language(activity, "title")}
    act = lambda: report_activity(activity=activity, by=request.user, **form.cleaned_data)  # noqa: E731
    if attempt(request, form, act, said):
        return redirect("premiums:year_close", slug=slug, pk=activity.plan_id)
    return form_page(request, "premiums/activity_report_update.html", cooperative, form, activity=activity)


@require_http_methods(["GET", "POST"])
@require(Permission.CLOSE_YEAR)
def year_close(request: Request, slug: str, pk: int) -> HttpResponse:
    """What the year still lacks, with links; once nothing is missing, the vote that closes it."""
    cooperative, plan = plan_or_404(request, slug, pk, Permission.CLOSE_YEAR)
    if plan.is_closed:
        messages.error(request, str(SENTENCE))
        return redirect("premiums:plan_detail", slug=slug, pk=pk)
    text = _("The assembly takes note of the reports and closes “%(plan)s”.") % {"plan": in_language(plan, "title")}
    form = VoteForm(request.POST or None, cooperative=cooperative, text=text)
    adopted = tell_vote(request, _("The year is closed. What was left went back to the fund."))
    if attempt(request, form, lambda: close_year(plan=plan, by=request.user, **form.voted), adopted):
        return redirect("premiums:plan_detail", slug=slug, pk=pk)
    context = {
        "plan": plan,
        "missing": reports.unfinished(plan),
        "currency": plan.fund.currency,
        "runs_on": bool(plan.ends_on and plan.ends_on >= cooperative.today()),
    }
    return form_page(request, "premiums/year_close.html", cooperative, form, **context)
