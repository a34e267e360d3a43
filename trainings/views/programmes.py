"""Pages of a programme's trainings: the list, one training, the calendar, the people trained."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from config.answers import remembered
from config.http import Request
from config.paging import KeyPaginator
from config.tables import FORMATS
from config.ui import in_language
from cooperatives.access import cooperative_or_404, programme_or_404, require, standing, visible_programmes
from cooperatives.exports import hand_out
from cooperatives.models import Cooperative, Programme
from cooperatives.roles import Permission
from trainings.access import programme_training_or_404, trainings_of_programme
from trainings.exports.attendance import attendance_rows
from trainings.forms.reports import BY, PeopleForm, read_month
from trainings.forms.trainings import TrainingFilter
from trainings.models import Track, Training
from trainings.reports import programmes as reports
from trainings.reports.people import PeopleReport, people_report
from trainings.reports.scores import mean_gain

PAGE = 50


@require_GET
@remembered
@require(Permission.SEE_BOARD)
def training_home(request: Request) -> HttpResponse:
    """The programmes a person may see; straight to the trainings when there is one."""
    programmes = list(visible_programmes(request.user))
    if len(programmes) == 1:
        return redirect("trainings:programme_training_list", programme=programmes[0].slug)
    return render(request, "trainings/training_home.html", {"programmes": programmes})


@require_GET
@remembered
@require(Permission.SEE_BOARD)
def programme_training_list(request: Request, programme: str) -> HttpResponse:
    """The trainings of a programme, by track and state, page by page."""
    found = programme_or_404(request, programme, Permission.SEE_BOARD)
    today = timezone.localdate()
    trainings = reports.listed(trainings_of_programme(found), today)
    chosen = TrainingFilter(request.GET, queryset=trainings, today=today)
    page = KeyPaginator(chosen.qs if chosen.is_valid() else trainings.none(), PAGE).get_page(request.GET.get("page"))
    context = {
        "programme": found,
        "filter": chosen,
        "page_obj": page,
        "is_filtered": any(chosen.form.data.get(name) for name in chosen.filters),
        "may_plan": standing(request.user).may_in_programme(Permission.PLAN_TRAINING, found),
    }
    return render(request, "trainings/programme_training_list.html", context)


@require_GET
@remembered
@require(Permission.SEE_BOARD)
def programme_training_detail(request: Request, programme: str, pk: int) -> HttpResponse:
    """One training: everybody invited, who came on which day, what they learned, its files."""
    found, training = programme_training_or_404(request, programme, pk, Permission.SEE_BOARD)
    held = standing(request.user)
    context = {
        "programme": found,
        "training": training,
        "page": reports.training_page(training),
        "gains": mean_gain(training),
        "files": training.files.all(),
        "may_plan": held.may_in_programme(Permission.PLAN_TRAINING, training.programme),
        "sees_names": held.may_in_programme(Permission.SEE_MEMBERS, training.programme),
        "may_mark": held.may_in_programme(Permission.TAKE_ROLL_CALL, training.programme),
        "today": timezone.localdate(),
    }
    return render(request, "trainings/programme_training_detail.html", context)


@require_GET
@require(Permission.SEE_BOARD)
def programme_calendar(request: Request, programme: str) -> HttpResponse:
    """A month of the programme's trainings."""
    found = programme_or_404(request, programme, Permission.SEE_BOARD)
    context = {"programme": found, "month": _month(request, trainings_of_programme(found))}
    return render(request, "trainings/programme_calendar.html", context)


@require_GET
@require(Permission.SEE_COOPERATIVE)
def cooperative_calendar(request: Request, slug: str) -> HttpResponse:
    """A month of the trainings a co-op is invited to."""
    cooperative = cooperative_or_404(request, slug, Permission.SEE_COOPERATIVE)
    trainings = Training.objects.filter(invitations__cooperative=cooperative)
    sees_names = standing(request.user).may_in(Permission.SEE_MEMBERS, cooperative)
    context = {"cooperative": cooperative, "month": _month(request, trainings), "sees_names": sees_names}
    return render(request, "trainings/cooperative_calendar.html", context)


def _month(request: Request, trainings: QuerySet[Training]) -> reports.Month:
    """The month that was asked for, or the first one with something to see."""
    asked = read_month(request.GET.get("month", ""))
    if asked and not 1900 <= asked.year <= 2100:
        asked = None
    first: dt.date = asked or reports.first_month(trainings, timezone.localdate())
    return reports.month_of(trainings, first)


@require_GET
@remembered
@require(Permission.SEE_BOARD)
def people_trained(request: Request, programme: str) -> HttpResponse:
    """How many people were trained, by both rules side by side."""
    found = programme_or_404(request, programme, Permission.SEE_BOARD)
    asked = request.GET.get("year", "")
    by = request.GET.get("by", "")
    by = by if by in ("track", "programme", "year") else "cooperative"
    year = int(asked) if asked.isdecimal() and len(asked) == 4 else None
    report = people_report(found, by=by, year=year)
    context = {
        "programme": found,
        "report": report,
        "page": Paginator(_labelled(report, by), PAGE).get_page(request.GET.get("page")),
        "form": PeopleForm(initial={"by": by, "year": year}, years=report.years),
        "by": by,
        "row_label": dict(BY)[by],
        "year": None if by == "year" else year or max(report.years, default=None),
        "may_see_names": standing(request.user).may_in_programme(Permission.SEE_MEMBERS, found),
    }
    return render(request, "trainings/people_trained.html", context)


def _labelled(report: PeopleReport, by: str) -> list[tuple[str, Any]]:
    """The rows with the name of what they count, in the order of the names (one query)."""
    keys = [key for key in report.rows if key is not None]
    if by == "year":
        return [(str(key), report.rows[key]) for key in sorted(keys)]
    model: Any = {"cooperative": Cooperative, "track": Track, "programme": Programme}[by]
    field = "short_name" if by == "cooperative" else "name"
    names = {row.pk: in_language(row, field) for row in model.objects.filter(pk__in=keys)}
    labels = [(names.get(key, "") or _("no track of this programme"), report.rows[key]) for key in report.rows]
    return sorted(labels, key=lambda label: label[0].casefold())


@require_GET
@require(Permission.SEE_BOARD)
def attendance_export(request: Request, programme: str) -> HttpResponseBase:
    """Who came, as a table; with names only when asked for, by somebody who may see them."""
    found = programme_or_404(request, programme, Permission.SEE_BOARD)
    may_see = standing(request.user).may_in_programme(Permission.SEE_MEMBERS, found)
    form = request.GET.get("format", "")
    rows = attendance_rows(trainings_of_programme(found), with_names=may_see and request.GET.get("names") == "yes")
    form = form if form in FORMATS else FORMATS[0]
    return hand_out(request, rows, stem=f"{found.slug}-attendance", form=form, programme=found)
