"""Pages of the history: of everything, of a co-op, of a programme, of one record; and who read what."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET

from config import tables
from config.http import Request
from config.paging import KeyPaginator
from cooperatives.access import cooperative_or_404, programme_or_404, require, standing
from cooperatives.exports import hand_out
from cooperatives.models import Cooperative
from cooperatives.roles import Permission
from overview.exports import change_rows
from overview.forms_history import HistoryFilter, ReadFilter
from overview.reports.changes import PERSONAL, Choice, Place, events_of, every, kinds, kinds_with, newest
from overview.reports.reads import LISTS, read_rows, reads
from overview.row_security import tables as behind_the_wall

PAGE = 50


@require_GET
@require(Permission.SEE_HISTORY)
def history_list(request: Request) -> HttpResponseBase:
    """Who changed what, in all records, newest first; or what is shown as CSV or as a spreadsheet."""
    form = HistoryFilter(request.GET, offered=tuple(kinds()), cooperatives=Cooperative.objects.all())
    return _page(request, "overview/history_list.html", form, form.choice(), stem="history")


@require_GET
@require(Permission.SEE_BOOKS)
def cooperative_history(request: Request, slug: str) -> HttpResponseBase:
    """Who changed what in the records of a co-op, spending among them; people only for those who may see them."""
    cooperative = cooperative_or_404(request, slug, Permission.SEE_BOOKS)
    sees_names = standing(request.user).may_in(Permission.SEE_MEMBERS, cooperative)
    form = HistoryFilter(request.GET, offered=_offered("cooperative", sees_names=sees_names), with_people=sees_names)
    choice = form.choice(cooperative=cooperative.pk)
    context: dict[str, Any] = {"cooperative": cooperative, "sees_names": sees_names}
    stem = f"{slug}-history"
    return _page(request, "overview/cooperative_history.html", form, choice, stem=stem, **context)


@require_GET
@require(Permission.SEE_MEMBERS)
def programme_history(request: Request, programme: str) -> HttpResponseBase:
    """Who changed what in the records of a programme, such as its trainings."""
    found = programme_or_404(request, programme, Permission.SEE_MEMBERS)
    sees_names = standing(request.user).may_in_programme(Permission.SEE_MEMBERS, found)
    form = HistoryFilter(request.GET, offered=_offered("programme", sees_names=sees_names), with_people=sees_names)
    choice = form.choice(programme=found.pk)
    context: dict[str, Any] = {"programme": found, "sees_names": sees_names}
    stem = f"{programme}-history"
    return _page(request, "overview/programme_history.html", form, choice, stem=stem, **context)


def _offered(column: str, *, sees_names: bool) -> tuple[str, ...]:
    """The kinds that a page tells about; what the wall hides from co-op staff is on no page of their co-op."""
    hidden = {table for table, access in behind_the_wall().items() if column == "cooperative" and access is None}
    offered = [kind for kind in kinds_with(column) if events_of(kind) not in hidden]
    return tuple(kind for kind in offered if sees_names or kind not in PERSONAL)


def _page(
    request: Request, template: str, form: HistoryFilter, choice: Choice, *, stem: str, **context: Any
) -> HttpResponseBase:
    """A page of changes, or all that fit as a file."""
    sees_names = context.get("sees_names", True)
    if request.GET.get("format") in tables.FORMATS and form.is_valid():
        rows = change_rows(every(choice, with_names=sees_names))
        about = {name: context.get(name) for name in ("cooperative", "programme")}
        return hand_out(request, rows, stem=stem, form=request.GET["format"], **about)
    before = Place.read(request.GET.get("before", ""))
    named = _rows_of(request) if choice.record else None
    found = newest(choice, before=before, limit=PAGE + 1, with_names=sees_names, rows=named) if form.is_valid() else []
    context |= {
        "form": form,
        "changes": found[:PAGE],
        "older": found[PAGE - 1].place if len(found) > PAGE else None,
        "is_newest": before is None,
        "record": found[0] if choice.record and found else None,
    }
    return render(request, template, context, status=422 if form.errors else 200)


def _rows_of(request: Request) -> Any:
    """The rows of a model with what their names need, as the admin lists them."""

    def rows(model: type[Model]) -> QuerySet[Any]:
        if admin.site.is_registered(model):
            return admin.site.get_model_admin(model).get_queryset(request)
        return model._base_manager.all()

    return rows


@require_GET
@require(Permission.SEE_HISTORY)
def read_list(request: Request) -> HttpResponseBase:
    """Who read personal data and who took a list along, newest first; or what is shown as a file."""
    form = ReadFilter(request.GET, views=LISTS)
    found = reads(form.chosen)
    if request.GET.get("format") in tables.FORMATS and form.is_valid():
        return hand_out(request, read_rows(found), stem="reads", form=request.GET["format"])
    page = KeyPaginator(found if form.is_valid() else found.none(), PAGE).get_page(request.GET.get("page"))
    for one in page:
        one.list_name = LISTS.get(one.view, one.view)
    context = {"form": form, "page_obj": page}
    return render(request, "overview/read_list.html", context, status=422 if form.errors else 200)
