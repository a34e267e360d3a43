"""Pages of the sales on Fair Trade terms, and of the rates behind them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from config import tables
from config.answers import remembered
from config.errors import Refused
from config.http import Request
from config.paging import KeyPaginator
from config.ui import money_text
from cooperatives.access import cooperative_or_404, for_everybody, require, standing
from cooperatives.exports import hand_out
from cooperatives.models import Cooperative
from cooperatives.roles import Permission
from premiums.access import sale_or_404
from premiums.actions.record_sale import record_sale, update_sale
from premiums.exports.records import rate_rows
from premiums.exports.sales import sale_rows
from premiums.forms.sales import SaleFilter, SaleForm, terms_of
from premiums.models import Sale
from premiums.reports import sales as reports

PAGE = 50


@require_GET
@remembered
@require(Permission.SEE_BOOKS)
def sale_list(request: Request, slug: str) -> HttpResponseBase:
    """What premium is due, received and missing, sale by sale; or what is shown as CSV or as a spreadsheet."""
    cooperative = cooperative_or_404(request, slug, Permission.SEE_BOOKS)
    chosen = SaleFilter(request.GET, queryset=reports.sales_of(cooperative))
    sales = chosen.qs if chosen.is_valid() else reports.sales_of(cooperative).none()
    if request.GET.get("format") in tables.FORMATS:
        form, stem = request.GET["format"], f"{slug}-sales"
        return hand_out(request, sale_rows(sales), stem=stem, form=form, cooperative=cooperative)
    totals = reports.totals(sales)
    page = KeyPaginator(sales, PAGE, count=totals.count)
    context = {
        "cooperative": cooperative,
        "filter": chosen,
        "is_filtered": any(request.GET.get(name) for name in chosen.filters),
        "page_obj": page.get_page(request.GET.get("page")),
        "totals": totals,
        "may_keep": standing(request.user).may_in(Permission.KEEP_PREMIUM, cooperative),
    }
    return render(request, "premiums/sale_list.html", context)


@require_http_methods(["GET", "POST"])
@require(Permission.KEEP_PREMIUM)
def sale_create(request: Request, slug: str) -> HttpResponse:
    """Record a sale; the answer is what premium is due for it."""
    cooperative = cooperative_or_404(request, slug, Permission.KEEP_PREMIUM)
    last = None if request.method == "POST" else Sale.objects.filter(cooperative=cooperative).order_by("-pk").first()
    form = SaleForm(request.POST or None, cooperative=cooperative, like=last)
    if request.method == "POST" and form.is_valid():
        try:
            sale = record_sale(cooperative=cooperative, by=request.user, **form.terms)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _saved(sale))
            return redirect("premiums:sale_detail", slug=slug, pk=sale.pk)
    return _sale_form(request, "premiums/sale_create.html", cooperative, form)


@require_http_methods(["GET", "POST"])
@require(Permission.KEEP_PREMIUM)
def sale_update(request: Request, slug: str, pk: int) -> HttpResponse:
    """Change what a sale says; the premium due follows."""
    cooperative, sale = sale_or_404(request, slug, pk, Permission.KEEP_PREMIUM)
    form = SaleForm(request.POST or None, cooperative=cooperative, initial=terms_of(sale))
    if request.method == "POST" and form.is_valid():
        try:
            sale = update_sale(sale=sale, by=request.user, **form.terms)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _saved(sale))
            return redirect("premiums:sale_detail", slug=slug, pk=pk)
    return _sale_form(request, "premiums/sale_update.html", cooperative, form, sale=sale)


def _sale_form(request: Request, template: str, cooperative: Cooperative, form: SaleForm, **more: Any) -> HttpResponse:
    context = {"cooperative": cooperative, "form": form, **more}
    return render(request, template, context, status=422 if form.is_bound else 200)


def _saved(sale: Sale) -> str:
    if sale.premium_due is None:
        return _("Saved. What premium is due can't be told yet; the page says why.")
    return _("Saved. Premium due: %(due)s.") % {"due": money_text(sale.premium_due, reports.DOLLARS)}


@require_GET
@remembered
@require(Permission.SEE_BOOKS)
def sale_detail(request: Request, slug: str, pk: int) -> HttpResponse:
    """One sale: the arithmetic of its premium, what came in for it, and what that paid for."""
    cooperative = cooperative_or_404(request, slug, Permission.SEE_BOOKS)
    sale = get_object_or_404(reports.sales_of(cooperative), pk=pk)
    context = {
        "cooperative": cooperative,
        "sale": sale,
        "onward": reports.onward(sale),
        "may_keep": standing(request.user).may_in(Permission.KEEP_PREMIUM, cooperative),
    }
    return render(request, "premiums/sale_detail.html", context)


@require_GET
@remembered
@for_everybody
def rate_list(request: Request) -> HttpResponseBase:
    """All rates and minimum prices, each with its source; or the same as a file."""
    if request.GET.get("format") in tables.FORMATS:
        return hand_out(request, rate_rows(), stem="rates", form=request.GET["format"])
    return render(request, "premiums/rate_list.html", {"schemes": reports.rate_lines().items()})
