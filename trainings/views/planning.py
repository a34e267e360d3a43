"""Pages on which a training is planned, changed, reported and cancelled."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from config.errors import Refused
from config.fields import key_in
from config.http import Request, stored_file
from config.uploads import read_file
from cooperatives.access import for_everybody, programme_or_404, require
from cooperatives.roles import Permission
from trainings.access import programme_training_or_404, training_file_or_404
from trainings.actions.attach_file import attach_file
from trainings.actions.hold_training import cancel_training, hold_training, report_training
from trainings.actions.plan_training import add_day, change_training, plan_training, remove_day
from trainings.forms.planning import CancelForm, ChangeForm, DayForm, FileForm, PlanForm, ReportForm


@require_http_methods(["GET", "POST"])
@require(Permission.PLAN_TRAINING)
def training_create(request: Request, programme: str) -> HttpResponse:
    """Plan a training: what, when, where, for which co-ops."""
    found = programme_or_404(request, programme, Permission.PLAN_TRAINING)
    form = PlanForm(request.POST or None, programme=found)
    if request.method == "POST" and form.is_valid():
        try:
            training = plan_training(
                programme=found, plan=form.plan, days=form.dates, hours=form.cleaned_data["hours"], by=request.user
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Planned. The co-ops see it among their trainings."))
            return redirect("trainings:programme_training_detail", programme=programme, pk=training.pk)
    context = {"programme": found, "form": form}
    return render(request, "trainings/training_create.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@require(Permission.PLAN_TRAINING)
def training_update(request: Request, programme: str, pk: int) -> HttpResponse:
    """Change what is planned."""
    found, training = programme_training_or_404(request, programme, pk, Permission.PLAN_TRAINING)
    form = ChangeForm(request.POST or None, programme=training.programme, training=training)
    context = {"programme": found, "training": training, "form": form}

    def work() -> None:
        change_training(training=training, plan=form.plan, by=request.user)

    return _sent(request, form, work, _("Saved."), context) or render(
        request, "trainings/training_update.html", context, status=422 if form.is_bound else 200
    )


@require_http_methods(["GET", "POST"])
@require(Permission.PLAN_TRAINING)
def training_day_create(request: Request, programme: str, pk: int) -> HttpResponse:
    """One more day."""
    found, training = programme_training_or_404(request, programme, pk, Permission.PLAN_TRAINING)
    form = DayForm(request.POST or None)
    context = {"programme": found, "training": training, "form": form}

    def work() -> None:
        typed = form.cleaned_data
        add_day(training=training, held_on=typed["held_on"], hours=typed["hours"] or None, by=request.user)

    return _sent(request, form, work, _("The day was added."), context) or render(
        request, "trainings/training_day_create.html", context, status=422 if form.is_bound else 200
    )


@require_POST
@require(Permission.PLAN_TRAINING)
def training_day_delete(request: Request, programme: str, pk: int) -> HttpResponse:
    """Take a day out of the plan; `day` says which."""
    _found, training = programme_training_or_404(request, programme, pk, Permission.PLAN_TRAINING)
    session = get_object_or_404(training.sessions, pk=key_in(request.POST.get("day", "")))
    try:
        remove_day(session=session, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The day was taken out."))
    return redirect("trainings:programme_training_detail", programme=programme, pk=pk)


@require_POST
@require(Permission.PLAN_TRAINING)
def training_hold(request: Request, programme: str, pk: int) -> HttpResponse:
    """Say that a training took place of which no names are taken."""
    _found, training = programme_training_or_404(request, programme, pk, Permission.PLAN_TRAINING)
    try:
        hold_training(training=training, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Marked as held."))
    return redirect("trainings:programme_training_detail", programme=programme, pk=pk)


@require_http_methods(["GET", "POST"])
@require(Permission.PLAN_TRAINING)
def training_report(request: Request, programme: str, pk: int) -> HttpResponse:
    """Write what came of a training."""
    found, training = programme_training_or_404(request, programme, pk, Permission.PLAN_TRAINING)
    form = ReportForm(request.POST or None, initial={"report": training.report})
    context = {"programme": found, "training": training, "form": form}

    def work() -> None:
        report_training(training=training, report=form.cleaned_data["report"], by=request.user)

    return _sent(request, form, work, _("The report was saved."), context) or render(
        request, "trainings/training_report.html", context, status=422 if form.is_bound else 200
    )


@require_http_methods(["GET", "POST"])
@require(Permission.PLAN_TRAINING)
def training_cancel(request: Request, programme: str, pk: int) -> HttpResponse:
    """Cancel a planned training, with a reason."""
    found, training = programme_training_or_404(request, programme, pk, Permission.PLAN_TRAINING)
    form = CancelForm(request.POST or None)
    context = {"programme": found, "training": training, "form": form}

    def work() -> None:
        cancel_training(training=training, reason=form.cleaned_data["reason"], by=request.user)

    return _sent(request, form, work, _("The training was cancelled."), context) or render(
        request, "trainings/training_cancel.html", context, status=422 if form.is_bound else 200
    )


@require_http_methods(["GET", "POST"])
@require(Permission.TAKE_ROLL_CALL)
def training_attach(request: Request, programme: str, pk: int) -> HttpResponse:
    """Add the programme, a material or a photo."""
    found, training = programme_training_or_404(request, programme, pk, Permission.TAKE_ROLL_CALL)
    form = FileForm(request.POST or None, request.FILES or None)
    context = {"programme": found, "training": training, "form": form}

    def work() -> None:
        file = read_file(form.cleaned_data["file"])
        attach_file(training=training, kind=form.cleaned_data["kind"], file=file, by=request.user)

    return _sent(request, form, work, _("The file was added."), context) or render(
        request, "trainings/training_attach.html", context, status=422 if form.is_bound else 200
    )


def _sent(
    request: Request, form: forms.Form, work: Callable[[], None], done: str, context: dict[str, Any]
) -> HttpResponse | None:
    """Do the work of a form that was sent and go back to the training; None when the form is to be shown (again)."""
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        work()
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return None
    messages.success(request, done)
    return redirect(
        "trainings:programme_training_detail", programme=context["programme"].slug, pk=context["training"].pk
    )


@require_GET
@for_everybody
def training_file(request: Request, pk: uuid.UUID) -> FileResponse:
    """A file of a training, to those who may see the training. A PDF is offered for saving, never shown in the site."""
    return stored_file(training_file_or_404(request, pk), request)
