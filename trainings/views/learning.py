"""Pages of what people learned: scores, tests, follow-up visits."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from config.answers import remembered
from config.errors import Refused
from config.http import Request
from config.paging import KeyPaginator
from cooperatives.access import cooperative_or_404, require, standing
from cooperatives.exports import note_read
from cooperatives.roles import Permission
from trainings.access import cooperative_training_or_404
from trainings.actions.enter_scores import add_instrument, enter_scores
from trainings.actions.record_visit import record_visit
from trainings.forms.people import InstrumentForm, ScoreForm, VisitForm
from trainings.models import FollowUpVisit
from trainings.reports.scores import mean_gain, score_rows

PAGE = 50


@require_http_methods(["GET", "POST"])
@require(Permission.TAKE_ROLL_CALL)
def score_update(request: Request, slug: str, pk: int) -> HttpResponse:
    """The scores of everybody of the co-op who came, before and after."""
    cooperative, training = cooperative_training_or_404(request, slug, pk, Permission.TAKE_ROLL_CALL)
    rows = score_rows(training, cooperative)
    used = next((score.instrument for row in rows for score in row.scores.values()), None)
    form = ScoreForm(request.POST or None, rows=rows, instrument=used)
    if request.method == "POST" and form.is_valid():
        of = {"training": training, "cooperative": cooperative, "instrument": form.cleaned_data["instrument"]}
        try:
            count = enter_scores(**of, points=form.points, by=request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Saved. Scores changed: %(count)s.") % {"count": count})
            return redirect("trainings:score_update", slug=slug, pk=pk)
    context = {"cooperative": cooperative, "training": training, "form": form, "has_test": form.has_test}
    context["gains"] = mean_gain(training, cooperative)
    note_read(request, len(rows), cooperative=cooperative)
    return render(request, "trainings/score_update.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@require(Permission.TAKE_ROLL_CALL)
def instrument_create(request: Request, slug: str, pk: int) -> HttpResponse:
    """A test, or a new version of one; from the page of the scores and back there."""
    cooperative, training = cooperative_training_or_404(request, slug, pk, Permission.TAKE_ROLL_CALL)
    form = InstrumentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            add_instrument(**form.cleaned_data, by=request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The test was added. Choose it below."))
            return redirect("trainings:score_update", slug=slug, pk=pk)
    context = {"cooperative": cooperative, "training": training, "form": form}
    return render(request, "trainings/instrument_create.html", context, status=422 if form.is_bound else 200)


@require_GET
@remembered
@require(Permission.SEE_COOPERATIVE)
def visit_list(request: Request, slug: str) -> HttpResponse:
    """The follow-up visits at a co-op; names only for those who may see them."""
    cooperative = cooperative_or_404(request, slug, Permission.SEE_COOPERATIVE)
    held = standing(request.user)
    visits = FollowUpVisit.objects.filter(cooperative=cooperative).select_related("member", "training")
    page = KeyPaginator(visits, PAGE).get_page(request.GET.get("page"))
    sees_names = held.may_in(Permission.SEE_MEMBERS, cooperative)
    if sees_names:
        note_read(request, len(page), cooperative=cooperative)
    context = {
        "cooperative": cooperative,
        "page_obj": page,
        "sees_names": sees_names,
        "may_record": held.may(Permission.TAKE_ROLL_CALL) and held.may_in(Permission.TAKE_ROLL_CALL, cooperative),
    }
    return render(request, "trainings/visit_list.html", context)


@require_http_methods(["GET", "POST"])
@require(Permission.TAKE_ROLL_CALL)
def visit_create(request: Request, slug: str) -> HttpResponse:
    """Record what was seen at a visit."""
    cooperative = cooperative_or_404(request, slug, Permission.TAKE_ROLL_CALL)
    form = VisitForm(request.POST or None, cooperative=cooperative)
    if request.method == "POST" and form.is_valid():
        try:
            record_visit(cooperative=cooperative, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The visit was saved."))
            return redirect("trainings:visit_list", slug=slug)
    context = {"cooperative": cooperative, "form": form}
    return render(request, "trainings/visit_create.html", context, status=422 if form.is_bound else 200)
