"""Pages of the premium received."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from config import tables
from config.answers import remembered
from config.errors import Refused
from config.fields import key_in
from config.http import Request
from config.paging import KeyPaginator
from cooperatives.access import cooperative_or_404, require, standing
from cooperatives.exports import hand_out
from cooperatives.models import Cooperative
from cooperatives.roles import Permission
from premiums.access import premium_received_or_404
from premiums.actions.record_premium import AlreadyRecorded, record_premium
from premiums.exports.records import received_rows
from premiums.forms.receipts import PremiumReceivedForm
from premiums.models import Fund
from premiums.reports import receipts as reports
from premiums.reports.sales import unpaid_sales

PAGE = 50


@require_GET
@remembered
@require(Permission.SEE_BOOKS)
def premium_received_list(request: Request, slug: str) -> HttpResponseBase:
    """The premium that came in, newest first; or all of it as CSV or as a spreadsheet."""
    cooperative = cooperative_or_404(request, slug, Permission.SEE_BOOKS)
    if request.GET.get("format") in tables.FORMATS:
        form, stem = request.GET["format"], f"{slug}-premium-received"
        return hand_out(request, received_rows(cooperative), stem=stem, form=form, cooperative=cooperative)
    received = reports.received_of(cooperative)
    context = {
        "cooperative": cooperative,
        "page_obj": KeyPaginator(received, PAGE).get_page(request.GET.get("page")),
        "fund": Fund.objects.filter(cooperative=cooperative).first(),
        "may_keep": standing(request.user).may_in(Permission.KEEP_PREMIUM, cooperative),
    }
    return render(request, "premiums/premium_received_list.html", context)


@require_http_methods(["GET", "POST"])
@require(Permission.KEEP_PREMIUM)
def premium_received_create(request: Request, slug: str) -> HttpResponse:
    """Record premium received and which sales it pays; on wish the amount is split over the oldest unpaid ones."""
    cooperative = cooperative_or_404(request, slug, Permission.KEEP_PREMIUM)
    form = _form(request, cooperative)
    if "split" in request.POST:
        form.split()
    elif request.method == "POST" and form.is_valid():
        try:
            received = record_premium(cooperative=cooperative, by=request.user, **form.typed())
        except AlreadyRecorded as refusal:
            form.ask_whether_another(cooperative, refusal)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Saved. The premium is in the fund."))
            return redirect("premiums:premium_received_detail", slug=slug, pk=received.pk)
    context = {"cooperative": cooperative, "form": form, "is_split": "split" in request.POST}
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "premiums/premium_received_create.html", context, status=status)


def _form(request: Request, cooperative: Cooperative) -> PremiumReceivedForm:
    """The form with the sales that are unpaid, those that were typed, and the one the person came from."""
    typed = [name.removeprefix("part_") for name, value in request.POST.items() if name.startswith("part_") and value]
    came_from = request.GET.get("sale", "")
    keys = [key for key in map(key_in, [*typed, came_from]) if key is not None]
    sales = unpaid_sales(cooperative, also=keys)
    fund = Fund.objects.filter(cooperative=cooperative).first()
    initial: dict[str, Any] = {}
    for sale in sales:
        if str(sale.pk) == came_from and sale.missing:
            initial = {"payer": sale.buyer, "paid": sale.missing, f"part_{sale.pk}": sale.missing}
    currency = fund.currency if fund else cooperative.currency
    return PremiumReceivedForm(
        request.POST or None, cooperative=cooperative, currency=currency, sales=sales, initial=initial
    )


@require_GET
@remembered
@require(Permission.SEE_BOOKS)
def premium_received_detail(request: Request, slug: str, pk: int) -> HttpResponse:
    """One receipt: how it was converted, and which sales it pays."""
    cooperative, received = premium_received_or_404(request, slug, pk, Permission.SEE_BOOKS)
    context = {"cooperative": cooperative, "received": received, "parts": reports.parts_of(received)}
    return render(request, "premiums/premium_received_detail.html", context)
