"""Pages of the premium fund: its balance, the statement for the assembly, the chain behind an expense."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_GET

from config.answers import remembered
from config.http import Request
from cooperatives.access import cooperative_or_404, require, standing
from cooperatives.roles import Permission
from premiums.access import expense_or_404
from premiums.forms.fund import FundDate, PeriodForm
from premiums.reports import fund as funds
from premiums.reports.chain import chain_of
from premiums.reports.statement import statement_of


@require_GET
@remembered
@require(Permission.SEE_BOOKS)
def fund(request: Request, slug: str) -> HttpResponse:
    """The premium fund of a co-op at a day, plan against actual, and what needs attention."""
    cooperative = cooperative_or_404(request, slug, Permission.SEE_BOOKS)
    form = FundDate(request.GET, today=cooperative.today())
    page = funds.fund_page(cooperative, form.day)
    context = {
        "cooperative": cooperative,
        "form": form,
        "page": page,
        "fund": page.fund,
        "balance": page.balance,
        "may_keep": standing(request.user).may_in(Permission.KEEP_PREMIUM, cooperative),
        "statement_url": f"{reverse('premiums:statement', args=[slug])}?year={page.last_year}",
    }
    return render(request, "premiums/fund.html", context, status=422 if form.errors else 200)


@require_GET
@remembered
@require(Permission.SEE_BOOKS)
def statement(request: Request, slug: str) -> HttpResponse:
    """The statement for the assembly: the sheet in the language of the co-op, the page around it in the reader's."""
    cooperative = cooperative_or_404(request, slug, Permission.SEE_BOOKS)
    form = PeriodForm(request.GET or None, this_year=cooperative.today().year)
    shown = statement_of(cooperative, *form.period)
    context: dict[str, Any] = {"cooperative": cooperative, "statement": shown, "today": cooperative.today()}
    with translation.override(cooperative.language):
        sheet = render_to_string("premiums/statement_sheet.html", context) if shown else ""
    may_keep = standing(request.user).may_in(Permission.KEEP_PREMIUM, cooperative)
    context |= {"form": form, "sheet": sheet, "may_keep": may_keep}
    return render(request, "premiums/statement.html", context, status=422 if form.errors else 200)


@require_GET
@remembered
@require(Permission.SEE_BOOKS)
def expense_chain(request: Request, slug: str, pk: int) -> HttpResponse:
    """What is behind one expense, from its voucher back to the premium it came from."""
    cooperative, expense = expense_or_404(request, slug, pk, Permission.SEE_BOOKS)
    sees_names = standing(request.user).may_in(Permission.SEE_MEMBERS, cooperative)
    context = {"cooperative": cooperative, "expense": expense, "chain": chain_of(expense), "sees_names": sees_names}
    return render(request, "premiums/expense_chain.html", context)
