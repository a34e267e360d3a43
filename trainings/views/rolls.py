"""Roll call on a phone, and head counts."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from config.errors import Refused
from config.http import Request
from cooperatives.access import require, visible_cooperatives
from cooperatives.actions.keep_member import SameName
from cooperatives.exports import note_read
from cooperatives.models import Cooperative
from cooperatives.roles import Permission
from trainings.access import day_or_404
from trainings.actions.take_roll import Roll, add_to_roll, count_heads, remove_head_count, take_roll
from trainings.forms.people import HeadCountForm, NewPersonForm, RollForm
from trainings.models import HeadCount, TrainingInvitation, TrainingSession
from trainings.reports.attendance import roll_list


@require_http_methods(["GET", "POST"])
@require(Permission.TAKE_ROLL_CALL)
def roll_call(request: Request, slug: str, pk: int) -> HttpResponse:
    """Mark who of the co-op came on a day, add somebody new, look for a name; each of the three saves the marks."""
    cooperative, day = day_or_404(request, slug, pk)
    form = RollForm(request.POST if request.method == "POST" else None)
    person = NewPersonForm(request.POST if request.POST.get("new-name", "").strip() else None)
    refusal = ""
    if form.is_bound and (not person.is_bound or person.is_valid()):
        try:
            roll = _written(request, cooperative, day, form, person)
        except SameName as same:
            person.ask_whether_another(str(same))
        except Refused as refused:
            refusal = str(refused)
        else:
            return _onward(request, slug, pk, roll)
    search = (str(form.data.get("q", "")) if form.is_bound else request.GET.get("q", "")).strip()[:80]
    context = {"cooperative": cooperative, "day": day, "form": form, "person": person, "refusal": refusal, "q": search}
    people = _people(day, cooperative, form, search)
    context |= people | {"others": _others(request, day, cooperative)}
    note_read(request, len(people["roll"].people), cooperative=cooperative)
    return render(request, "trainings/roll_call.html", context, status=422 if form.is_bound else 200)


def _written(
    request: Request, cooperative: Cooperative, day: TrainingSession, form: RollForm, person: NewPersonForm
) -> Roll:
    """The marks, and somebody new when a name was typed: both or neither."""
    with transaction.atomic():
        roll = take_roll(
            session=day, cooperative=cooperative, shown=form.was_shown, marked=form.marked, by=request.user
        )
        if not person.is_bound:
            return roll
        add_to_roll(
            session=day,
            cooperative=cooperative,
            name=person.cleaned_data["name"],
            person=person.person,
            has_agreed=person.cleaned_data["has_agreed"],
            is_another=person.cleaned_data["is_another"],
            by=request.user,
        )
    return Roll(roll.added + 1, roll.removed, roll.present + 1)


def _onward(request: Request, slug: str, pk: int, roll: Roll) -> HttpResponseRedirect:
    messages.success(
        request,
        _("Saved: %(present)s present. %(added)s marked, %(removed)s taken back just now.")
        % {"present": roll.present, "added": roll.added, "removed": roll.removed},
    )
    search = request.POST.get("q", "").strip() if request.POST.get("do") == "search" else ""
    url = reverse("trainings:roll_call", kwargs={"slug": slug, "pk": pk})
    return HttpResponseRedirect(f"{url}?{urlencode({'q': search})}" if search else url)


def _people(day: TrainingSession, cooperative: Cooperative, form: RollForm, search: str) -> dict[str, Any]:
    """The list; in a form that was refused with the boxes as they were ticked."""
    listed = roll_list(day, cooperative, search)
    for person in listed.people:
        person.is_ticked = person.is_marked
        if form.is_bound and person.pk in form.marked:
            person.is_ticked = True
        elif form.is_bound and person.pk in form.was_shown:
            person.is_ticked = False
    return {"roll": listed, "shown": ",".join(map(str, listed.marked))}


def _others(request: Request, day: TrainingSession, cooperative: Cooperative) -> QuerySet[TrainingInvitation]:
    """The other co-ops invited, of those the person may see: a trainer goes on to them, staff meet only their own."""
    visible = visible_cooperatives(request.user).values("pk")
    others = day.training.invitations.filter(cooperative__in=visible).exclude(cooperative=cooperative)
    return others.select_related("cooperative")


@require_http_methods(["GET", "POST"])
@require(Permission.TAKE_ROLL_CALL)
def head_count(request: Request, slug: str, pk: int) -> HttpResponse:
    """Count heads where no names are taken."""
    cooperative, day = day_or_404(request, slug, pk)
    count = HeadCount.objects.filter(session=day, cooperative=cooperative).first()
    form = HeadCountForm(request.POST or None, count=count)
    if request.method == "POST" and form.is_valid():
        try:
            count_heads(session=day, cooperative=cooperative, by=request.user, **form.numbers)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The head count was saved."))
            return redirect("trainings:training_detail", slug=slug, pk=day.training_id)
    context = {"cooperative": cooperative, "day": day, "form": form, "count": count}
    return render(request, "trainings/head_count.html", context, status=422 if form.is_bound else 200)


@require_POST
@require(Permission.TAKE_ROLL_CALL)
def head_count_delete(request: Request, slug: str, pk: int) -> HttpResponse:
    """Take a head count away, to take names instead."""
    cooperative, day = day_or_404(request, slug, pk)
    try:
        remove_head_count(session=day, cooperative=cooperative, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The head count was taken away. Now mark the names."))
    return redirect("trainings:roll_call", slug=slug, pk=pk)
