"""Pages of trainings."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from config.answers import remembered
from config.http import Request
from config.paging import KeyPaginator
from cooperatives.access import cooperative_or_404, require, standing
from cooperatives.exports import note_read
from cooperatives.roles import Permission
from trainings.access import may_at_training
from trainings.forms.trainings import TrainingFilter
from trainings.reports import trainings as reports

PAGE = 50


@require_GET
@remembered
@require(Permission.SEE_COOPERATIVE)
def training_list(request: Request, slug: str) -> HttpResponse:
    """The trainings of a co-op, by track and state, page by page."""
    cooperative = cooperative_or_404(request, slug, Permission.SEE_COOPERATIVE)
    trainings = reports.trainings_of(cooperative, cooperative.today())
    chosen = TrainingFilter(request.GET, queryset=trainings, today=cooperative.today())
    page = KeyPaginator(chosen.qs if chosen.is_valid() else trainings.none(), PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "trainings/training_list.html",
        {
            "cooperative": cooperative,
            "filter": chosen,
            "page_obj": page,
            "is_filtered": any(chosen.form.data.get(name) for name in chosen.filters),
            "sees_names": standing(request.user).may_in(Permission.SEE_MEMBERS, cooperative),
        },
    )


@require_GET
@remembered
@require(Permission.SEE_COOPERATIVE)
def training_detail(request: Request, slug: str, pk: int) -> HttpResponse:
    """One training: its days, how many women and men of the co-op came, and to those who may see them, their names."""
    cooperative = cooperative_or_404(request, slug, Permission.SEE_COOPERATIVE)
    training = get_object_or_404(reports.trainings_of(cooperative, cooperative.today()), pk=pk)
    sees_names = standing(request.user).may_in(Permission.SEE_MEMBERS, cooperative)
    record = reports.training_record(training, cooperative, with_names=sees_names)
    if record.names:
        note_read(request, len(record.names), cooperative=cooperative)
    context = {
        "cooperative": cooperative,
        "training": training,
        "record": record,
        "sees_names": sees_names,
        "may_mark": sees_names and may_at_training(request.user, training, cooperative, Permission.TAKE_ROLL_CALL),
        "today": cooperative.today(),
    }
    return render(request, "trainings/training_detail.html", context)
