"""Pages of the plans: drafting, the vote, amendments, spending by exception."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from config import tables
from config.answers import remembered
from config.errors import Refused
from config.http import Request, attempt, form_page
from config.ui import in_language
from cooperatives.access import cooperative_or_404, require, standing
from cooperatives.exports import hand_out
from cooperatives.roles import Permission
from premiums.access import activity_or_404, plan_line_or_404, plan_or_404
from premiums.actions.decide_plan import decide_plan
from premiums.actions.draft_plan import (
    add_line,
    change_line,
    draft_amendment,
    draft_plan,
    remove_line,
    withdraw_draft,
)
from premiums.actions.spend_by_exception import ratify, spend_by_exception
from premiums.exports.records import plan_line_rows
from premiums.forms.assemblies import VoteForm
from premiums.forms.plans import AmendForm, ExceptionForm, LineForm, PlanForm, RatifyForm
from premiums.models import Plan, PlanVersion, Resolution
from premiums.models.resolutions import ResolutionState
from premiums.models.versions import VersionState
from premiums.reports import plans as reports
from premiums.reports.assemblies import missing_for

LINE = (
    "title",
    "objective",
    "category",
    "starts_on",
    "ends_on",
    "responsible",
    "budget",
    "quality_percent",
    "expected_women",
    "expected_men",
)


def tell_vote(request: Request, adopted: str) -> Callable[[Resolution], None]:
    """Says what became of a vote: `adopted`, or that it was rejected and which number it lacked."""

    def tell(resolution: Resolution) -> None:
        if resolution.state == ResolutionState.ADOPTED:
            messages.success(request, adopted)
        else:
            missing = missing_for(resolution)
            messages.error(request, _("Recorded as rejected, and no money moved. %(missing)s") % {"missing": missing})

    return tell


@require_GET
@remembered
@require(Permission.SEE_BOOKS)
def plan_list(request: Request, slug: str) -> HttpResponseBase:
    """The co-op's premium plans with what is approved, spent and left; or all their lines as a file."""
    cooperative = cooperative_or_404(request, slug, Permission.SEE_BOOKS)
    if request.GET.get("format") in tables.FORMATS:
        form, stem = request.GET["format"], f"{slug}-plans"
        return hand_out(request, plan_line_rows(cooperative), stem=stem, form=form, cooperative=cooperative)
    context = {
        "cooperative": cooperative,
        "rows": reports.plans_of(cooperative),
        "may_keep": standing(request.user).may_in(Permission.KEEP_PREMIUM, cooperative),
    }
    return render(request, "premiums/plan_list.html", context)


@require_http_methods(["GET", "POST"])
@require(Permission.KEEP_PREMIUM)
def plan_create(request: Request, slug: str) -> HttpResponse:
    """Start the plan of a period."""
    cooperative = cooperative_or_404(request, slug, Permission.KEEP_PREMIUM)
    form = PlanForm(request.POST or None, cooperative=cooperative)
    if request.method == "POST" and form.is_valid():
        try:
            plan = draft_plan(cooperative=cooperative, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The plan is started. Now add its activities, one by one."))
            return redirect("premiums:plan_detail", slug=slug, pk=plan.pk)
    return form_page(request, "premiums/plan_create.html", cooperative, form)


@require_GET
@remembered
@require(Permission.SEE_BOOKS)
def plan_detail(request: Request, slug: str, pk: int) -> HttpResponse:
    """A plan: what is in force, its draft, its exceptions, and what changed from version to version."""
    cooperative, plan = plan_or_404(request, slug, pk, Permission.SEE_BOOKS)
    held = standing(request.user)
    context = {
        "cooperative": cooperative,
        "plan": plan,
        "fund": plan.fund,
        "currency": plan.fund.currency,
        "page": reports.plan_page(plan),
        "may_keep": held.may_in(Permission.KEEP_PREMIUM, cooperative) and not plan.is_closed,
        "may_close": held.may_in(Permission.CLOSE_YEAR, cooperative) and not plan.is_closed,
    }
    return render(request, "premiums/plan_detail.html", context)


def draft_of(plan: Plan) -> PlanVersion | None:
    """The draft of a plan that is not closed."""
    return None if plan.is_closed else plan.versions.filter(state=VersionState.DRAFT).first()


def _no_draft(request: Request, plan: Plan) -> HttpResponse:
    messages.error(request, _("This plan has no open draft. To change it, start an amendment."))
    return redirect("premiums:plan_detail", slug=plan.cooperative.slug, pk=plan.pk)


@require_http_methods(["GET", "POST"])
@require(Permission.KEEP_PREMIUM)
def plan_line_create(request: Request, slug: str, pk: int) -> HttpResponse:
    """Add an activity to the draft of a plan."""
    cooperative, plan = plan_or_404(request, slug, pk, Permission.KEEP_PREMIUM)
    draft = draft_of(plan)
    if draft is None:
        return _no_draft(request, plan)
    form = LineForm(request.POST or None, plan=plan)
    if attempt(
        request,
        form,
        lambda: add_line(version=draft, planned=form.planned, by=request.user),
        lambda line: messages.success(request, _("Added: %(activity)s.") % {"activity": line.title}),
    ):
        again = "premiums:plan_line_create" if "another" in request.POST else "premiums:plan_detail"
        return redirect(again, slug=slug, pk=pk)
    return form_page(request, "premiums/plan_line_create.html", cooperative, form, plan=plan)


@require_http_methods(["GET", "POST"])
@require(Permission.KEEP_PREMIUM)
def plan_line_update(request: Request, slug: str, pk: int) -> HttpResponse:
    """Change what a draft plans for an activity."""
    cooperative, line = plan_line_or_404(request, slug, pk, Permission.KEEP_PREMIUM)
    plan = line.version.plan
    if line.version.state != VersionState.DRAFT or plan.is_closed:
        return _no_draft(request, plan)
    initial = {name: getattr(line, name) for name in LINE} | {"budget": line.budget or None}
    form = LineForm(request.POST or None, plan=plan, initial=initial)
    act = lambda: change_line(line=line, planned=form.planned, by=request.user)  # noqa: E731
    if attempt(request, form, act, _("Saved.")):
        return redirect("premiums:plan_detail", slug=slug, pk=plan.pk)
    return form_page(request, "premiums/plan_line_update.html", cooperative, form, plan=plan, line=line)


@require_POST
@require(Permission.KEEP_PREMIUM)
def plan_line_delete(request: Request, slug: str, pk: int) -> HttpResponse:
    """Take an activity out of a draft."""
    line = plan_line_or_404(request, slug, pk, Permission.KEEP_PREMIUM)[1]
    try:
        remove_line(line=line, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Taken out of the draft: %(activity)s.") % {"activity": line.title})
    return redirect("premiums:plan_detail", slug=slug, pk=line.version.plan_id)


@require_http_methods(["GET", "POST"])
@require(Permission.KEEP_PREMIUM)
def plan_amend(request: Request, slug: str, pk: int) -> HttpResponse:
    """Start an amendment, saying what changes and why."""
    cooperative, plan = plan_or_404(request, slug, pk, Permission.KEEP_PREMIUM)
    form = AmendForm(request.POST or None)
    said = _("The amendment is a draft with the activities in force. Change them, then put it to an assembly.")
    if attempt(request, form, lambda: draft_amendment(plan=plan, by=request.user, **form.cleaned_data), said):
        return redirect("premiums:plan_detail", slug=slug, pk=pk)
    return form_page(request, "premiums/plan_amend.html", cooperative, form, plan=plan)


@require_http_methods(["GET", "POST"])
@require(Permission.KEEP_PREMIUM)
def plan_withdraw(request: Request, slug: str, pk: int) -> HttpResponse:
    """Give the draft of a plan up, after saying what that means."""
    cooperative, plan = plan_or_404(request, slug, pk, Permission.KEEP_PREMIUM)
    draft = draft_of(plan)
    if draft is None:
        return _no_draft(request, plan)
    form = Form(request.POST or None)
    said = _("The draft is withdrawn. It stays readable below.")
    if attempt(request, form, lambda: withdraw_draft(version=draft, by=request.user), said):
        return redirect("premiums:plan_detail", slug=slug, pk=pk)
    return form_page(request, "premiums/plan_withdraw.html", cooperative, form, plan=plan, draft=draft)


@require_http_methods(["GET", "POST"])
@require(Permission.KEEP_PREMIUM)
def plan_decide(request: Request, slug: str, pk: int) -> HttpResponse:
    """Record what an assembly voted on the draft; adopted, it is in force and its money released."""
    cooperative, plan = plan_or_404(request, slug, pk, Permission.KEEP_PREMIUM)
    draft = draft_of(plan)
    if draft is None:
        return _no_draft(request, plan)
    text = _("The assembly approves “%(plan)s”.") if draft.number == 1 else _("The assembly amends “%(plan)s”.")
    form = VoteForm(request.POST or None, cooperative=cooperative, text=text % {"plan": in_language(plan, "title")})
    adopted = tell_vote(request, _("Adopted. The plan is in force, and its budgets can be spent."))
    act = lambda: decide_plan(version=draft, by=request.user, **form.voted)  # noqa: E731
    if attempt(request, form, act, adopted):
        return redirect("premiums:plan_detail", slug=slug, pk=pk)
    context = {"plan": plan, "currency": plan.fund.currency, **reports.coverage(draft)}
    return form_page(request, "premiums/plan_decide.html", cooperative, form, **context)


@require_http_methods(["GET", "POST"])
@require(Permission.KEEP_PREMIUM)
def exception_create(request: Request, slug: str, pk: int) -> HttpResponse:
    """Open spending that can't wait for an assembly."""
    cooperative, plan = plan_or_404(request, slug, pk, Permission.KEEP_PREMIUM)
    form = ExceptionForm(request.POST or None, plan=plan)
    said = _("Saved. Log what is spent on it as usual; it is shown in red until an assembly ratifies it.")
    if attempt(request, form, lambda: spend_by_exception(plan=plan, by=request.user, **form.cleaned_data), said):
        return redirect("premiums:plan_detail", slug=slug, pk=pk)
    return form_page(request, "premiums/exception_create.html", cooperative, form, plan=plan)


@require_http_methods(["GET", "POST"])
@require(Permission.KEEP_PREMIUM)
def exception_ratify(request: Request, slug: str, pk: int) -> HttpResponse:
    """Record what an assembly voted on exceptional spending."""
    cooperative, activity = activity_or_404(request, slug, pk, Permission.KEEP_PREMIUM, is_exceptional=True)
    text = _("The assembly ratifies “%(activity)s”.") % {"activity": in_language(activity, "title")}
    form = RatifyForm(request.POST or None, cooperative=cooperative, activity=activity, text=text)
    adopted = tell_vote(request, _("Ratified. The spending is approved now."))

    def act() -> Resolution:
        whole = form.cleaned_data["covers"] == "authorised"
        return ratify(activity=activity, whole=whole, by=request.user, **form.voted)

    if attempt(request, form, act, adopted):
        return redirect("premiums:plan_detail", slug=slug, pk=activity.plan_id)
    return form_page(request, "premiums/exception_ratify.html", cooperative, form, activity=activity)
