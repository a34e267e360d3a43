"""Pages that read across the apps: the board and the dossier of a co-op."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from config.answers import remembered
from config.http import Request
from cooperatives.access import cooperative_or_404, for_everybody, require, standing, visible_cooperatives
from cooperatives.models import Cooperative
from cooperatives.roles import Permission
from overview.forms import BoardFilter, UseFilter
from overview.reports import attention
from overview.reports import board as boards
from overview.reports import dossier as dossiers
from overview.reports import premium_use as uses
from overview.reports.bars import stacked
from overview.reports.places import outline_maps
from premiums.models.plans import CategoryGroup

# The groups of use categories in the chart: their names and the classes of their colours.
GROUP_NAMES = dict(CategoryGroup.choices) | {uses.NO_GROUP: _("no category")}
SERIES = ("series-1", "series-2", "series-3", "series-4", "series-none")
PAGE = 50  # co-ops


@require_GET
@remembered
@for_everybody
def board(request: Request) -> HttpResponse:
    """The first page: the board for those who may see it, for co-op staff the way to their co-op."""
    if not standing(request.user).may(Permission.SEE_BOARD):
        return _home(request)
    programmes = boards.programmes_of(request.user)
    tracks, needs = attention.tracks_and_needs(request.user, timezone.localdate())
    held = standing(request.user)
    sees_premium, sees_books = held.may_wherever(Permission.SEE_PREMIUM), held.may_wherever(Permission.SEE_BOOKS)
    chosen = BoardFilter(request.GET, programmes=programmes, tracks=tracks, with_premium=sees_premium)
    shown = boards.board(
        request.user,
        programmes,
        tracks,
        chosen.choice,
        today=timezone.localdate(),
        page_number=request.GET.get("page"),
        with_books=sees_books,
    )
    context = {
        "board": shown,
        "form": chosen,
        "columns": chosen.columns,
        "labels": chosen.texts,
        "maps": outline_maps(shown.rows),
    }
    context |= {"choice": chosen.choice, "sees_premium": sees_premium, "sees_books": sees_books}
    context |= _needs(request, needs)
    return render(request, "overview/board.html", context)


def _needs(request: Request, needs: Sequence[attention.Need]) -> dict[str, Any]:
    return {
        "needs": needs,
        "has_concerns": bool(attention.concerns_of(request.user)),
        "keeps_people": standing(request.user).may(Permission.USE_ADMIN),
    }


def _home(request: Request) -> HttpResponse:
    held = standing(request.user)
    own = list(Cooperative.objects.filter(pk__in=held.cooperative_roles).select_related("place"))
    if len(own) == 1:
        return redirect("premiums:spending_log", slug=own[0].slug)
    needs = attention.needs_of(request.user, timezone.localdate()) if own else []
    return render(request, "overview/home.html", {"cooperatives": own, **_needs(request, needs)})


@require_GET
@remembered
@require(Permission.SEE_BOARD)
@require(Permission.SEE_PREMIUM)
def premium_use(request: Request) -> HttpResponse:
    """What the co-ops one may see spent their premium on, by category and year."""
    cooperatives = visible_cooperatives(request.user, Permission.SEE_PREMIUM)
    form = UseFilter(request.GET, cooperatives=cooperatives)
    use = uses.premium_use(form.chosen)
    bars = {str(year): groups for year, groups in use.groups.items()}
    series = [(key, str(GROUP_NAMES[key]), css) for key, css in zip(uses.GROUPS, SERIES, strict=True)]
    sees_books = standing(request.user).may_wherever(Permission.SEE_BOOKS)
    page = Paginator(use.cooperatives, PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "use": use, "page": page, "chart": stacked(bars, series), "sees_books": sees_books}
    return render(request, "overview/premium_use.html", context, status=422 if form.errors else 200)


@require_GET
@remembered
@require(Permission.SEE_COOPERATIVE)
def dossier(request: Request, slug: str) -> HttpResponse:
    """Everything about one co-op, with sources, on one page."""
    cooperative = cooperative_or_404(request, slug, Permission.SEE_COOPERATIVE)
    held = standing(request.user)
    granted = held.granted_in(cooperative)
    sees_names, sees_books = Permission.SEE_MEMBERS in granted, Permission.SEE_BOOKS in granted
    context = {
        "cooperative": cooperative,
        "dossier": dossiers.dossier(
            cooperative, with_names=sees_names, with_books=sees_books, today=cooperative.today()
        ),
        "sees_names": sees_names,
        "sees_premium": Permission.SEE_PREMIUM in granted,
        "sees_books": sees_books,
        "sees_board": held.may(Permission.SEE_BOARD),
    }
    return render(request, "overview/dossier.html", context)
