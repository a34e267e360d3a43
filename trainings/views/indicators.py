"""Pages of measurements and targets."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from config.answers import remembered
from config.errors import Refused
from config.http import Request
from cooperatives.access import require, standing
from cooperatives.models import Cooperative
from cooperatives.roles import Permission
from trainings.access import indicator_or_404, measurement_or_404
from trainings.actions.measure import accept_measurement, correct_measurement, enter_measurement, return_measurement
from trainings.actions.set_targets import set_baseline, set_targets
from trainings.forms.indicators import MeasurementForm, TargetsForm
from trainings.forms.progress import ReturnForm
from trainings.models import Indicator, IndicatorBaseline, IndicatorTarget, Measurement
from trainings.models.measurements import MeasurementState
from trainings.views.progress import read_moment


@require_http_methods(["GET", "POST"])
@require(Permission.REPORT_PROGRESS)
def measurement_create(request: Request, slug: str, key: str) -> HttpResponse:
    """Enter a value for a year; where one was accepted already it becomes its correction."""
    cooperative, indicator = indicator_or_404(request, slug, key, Permission.REPORT_PROGRESS)
    initial = {"year": int(request.GET["year"])} if request.GET.get("year", "").isdecimal() else {}
    form = MeasurementForm(
        request.POST or None, request.FILES or None, cooperative=cooperative, indicator=indicator, initial=initial
    )
    if request.method == "POST" and form.is_valid():
        try:
            measurement = enter_measurement(
                cooperative=cooperative,
                indicator=indicator,
                year=form.cleaned_data["year"],
                reading=form.reading,
                papers=form.cleaned_data["papers"],
                by=request.user,
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Saved. The program manager sees it and accepts it."))
            return redirect("trainings:measurement_detail", slug=slug, pk=measurement.pk)
    return _page(request, "trainings/measurement_create.html", cooperative, form, indicator=indicator)


@require_http_methods(["GET", "POST"])
@require(Permission.REPORT_PROGRESS)
def measurement_correct(request: Request, slug: str, pk: int) -> HttpResponse:
    """Correct a value: in place while it waits, by a new one that takes its place once it was accepted."""
    cooperative, measurement = measurement_or_404(request, slug, pk, Permission.REPORT_PROGRESS)
    form = MeasurementForm(
        request.POST or None,
        request.FILES or None,
        cooperative=cooperative,
        indicator=measurement.indicator,
        measurement=measurement,
        is_year_fixed=True,
    )
    if request.method == "POST" and form.is_valid():
        try:
            corrected = _correct(request, measurement, form)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Corrected. It waits to be accepted."))
            return redirect("trainings:measurement_detail", slug=slug, pk=corrected.pk)
    return _page(request, "trainings/measurement_correct.html", cooperative, form, measurement=measurement)


def _correct(request: Request, measurement: Measurement, form: MeasurementForm) -> Measurement:
    said = {"reading": form.reading, "papers": form.cleaned_data["papers"], "by": request.user}
    if measurement.is_open:
        return correct_measurement(measurement=measurement, **said)
    if measurement.state == MeasurementState.SUPERSEDED:
        raise Refused(_("This value was corrected since. Correct the one that took its place."))
    return enter_measurement(
        cooperative=measurement.cooperative, indicator=measurement.indicator, year=measurement.year, **said
    )


@require_GET
@remembered
@require(Permission.SEE_COOPERATIVE)
def measurement_detail(request: Request, slug: str, pk: int) -> HttpResponse:
    """One value: what it says, what shows it, where it stands, and what may be done with it."""
    cooperative, measurement = measurement_or_404(request, slug, pk, Permission.SEE_COOPERATIVE)
    held = standing(request.user)
    waits = measurement.state == MeasurementState.ENTERED
    may_accept = held.may_in(Permission.ACCEPT_PROGRESS, cooperative)
    correction = getattr(measurement, "correction", None)
    may_report = held.may_in(Permission.REPORT_PROGRESS, cooperative)
    context = {
        "cooperative": cooperative,
        "measurement": measurement,
        "correction": correction,
        "sees_names": held.may_in(Permission.SEE_MEMBERS, cooperative),
        "sees_history": held.may_in(Permission.SEE_BOOKS, cooperative),
        "files": list(measurement.files.all()),
        "may_accept": waits and may_accept and measurement.entered_by != request.user,
        "may_return": waits and may_accept,
        "may_correct": may_report and measurement.state != MeasurementState.SUPERSEDED and correction is None,
    }
    return render(request, "trainings/measurement_detail.html", context)


@require_POST
@require(Permission.ACCEPT_PROGRESS)
def measurement_accept(request: Request, slug: str, pk: int) -> HttpResponse:
    """Accept a value as it was read (`seen_at`)."""
    _cooperative, measurement = measurement_or_404(request, slug, pk, Permission.ACCEPT_PROGRESS)
    try:
        accept_measurement(measurement=measurement, seen_at=read_moment(request), by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Accepted. This value can't be changed any more, only corrected by a new one."))
    return redirect("trainings:measurement_detail", slug=slug, pk=pk)


@require_http_methods(["GET", "POST"])
@require(Permission.ACCEPT_PROGRESS)
def measurement_return(request: Request, slug: str, pk: int) -> HttpResponse:
    """Send a value back, saying what to correct."""
    cooperative, measurement = measurement_or_404(request, slug, pk, Permission.ACCEPT_PROGRESS)
    form = ReturnForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return_measurement(measurement=measurement, reason=form.cleaned_data["reason"], by=request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Returned. The co-op sees your reason."))
            return redirect("trainings:measurement_detail", slug=slug, pk=pk)
    return _page(request, "trainings/measurement_return.html", cooperative, form, measurement=measurement)


@require_http_methods(["GET", "POST"])
@require(Permission.ACCEPT_PROGRESS)
def target_update(request: Request, slug: str, key: str) -> HttpResponse:
    """Say where a co-op began with an indicator, and what it wants in each year."""
    cooperative, indicator = indicator_or_404(request, slug, key, Permission.ACCEPT_PROGRESS)
    known = _known_targets(cooperative, indicator)
    today = cooperative.today().year
    years = sorted({*known, today, today + 1, *((max(known) + 1,) if known else ())})
    form = TargetsForm(
        request.POST or None,
        indicator=indicator,
        years=years,
        initial={f"target_{year}": value for year, value in known.items()} | _known_baseline(cooperative, indicator),
    )
    if request.method == "POST" and form.is_valid():
        try:
            _set(request, cooperative, indicator, form)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Saved."))
            return redirect(_back(cooperative, indicator))
    return _page(request, "trainings/target_update.html", cooperative, form, indicator=indicator)


def _set(request: Request, cooperative: Cooperative, indicator: Indicator, form: TargetsForm) -> None:
    typed = form.cleaned_data
    if typed["baseline"] is not None:
        set_baseline(
            cooperative=cooperative,
            indicator=indicator,
            value=typed["baseline"],
            measured_on=typed["baseline_on"],
            source=typed["baseline_source"],
            by=request.user,
        )
    set_targets(cooperative=cooperative, indicator=indicator, targets=form.targets, by=request.user)


def _known_targets(cooperative: Cooperative, indicator: Indicator) -> dict[int, Any]:
    rows = IndicatorTarget.objects.filter(cooperative=cooperative, indicator=indicator)
    return dict(rows.values_list("year", "value"))


def _known_baseline(cooperative: Cooperative, indicator: Indicator) -> dict[str, Any]:
    row = IndicatorBaseline.objects.filter(cooperative=cooperative, indicator=indicator).first()
    if row is None:
        return {}
    return {"baseline": row.value, "baseline_on": row.measured_on, "baseline_source": row.source}


def _back(cooperative: Cooperative, indicator: Indicator) -> str:
    key = indicator.track.slug if indicator.track else ""
    return reverse("overview:track_progress", args=[cooperative.slug, key]) if key else cooperative.get_absolute_url()


def _page(request: Request, template: str, cooperative: Cooperative, form: Any, **more: Any) -> HttpResponse:
    context = {"cooperative": cooperative, "form": form, "had_files": bool(request.FILES), **more}
    return render(request, template, context, status=422 if form.is_bound else 200)
