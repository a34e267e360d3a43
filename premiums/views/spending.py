"""Pages of the spending log."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from config import tables
from config.answers import remembered
from config.errors import Refused
from config.fields import key_in
from config.http import Request, stored_file
from config.paging import KeyPaginator
from config.ui import in_language, money_text
from cooperatives.access import cooperative_or_404, require, standing
from cooperatives.exports import hand_out
from cooperatives.models import Cooperative
from cooperatives.roles import Permission
from premiums.access import expense_or_404, kept_offline, voucher_or_404
from premiums.actions.log_expense import log_expense
from premiums.actions.review_expense import check_expense, correct_expense, return_expense, void_expense
from premiums.exports.expenses import expense_rows
from premiums.forms.spending import ExpenseFilter, ExpenseForm, ReasonForm
from premiums.models import Expense
from premiums.models.expenses import ExpenseState
from premiums.reports import spending
from premiums.reports.chain import parts_of, vouchers_of

PAGE = 50
SHOWN = ("activity", "spent_on", "amount", "payee", "purpose", "document_kind", "document_number")


@require_GET
@remembered
@require(Permission.SEE_BOOKS)
@kept_offline
def spending_log(request: Request, slug: str) -> HttpResponse:
    """What may be spent, the last entries and their state: the home of co-op staff."""
    cooperative = cooperative_or_404(request, slug, Permission.SEE_BOOKS)
    held = standing(request.user)
    return render(
        request,
        "premiums/spending_log.html",
        {
            "cooperative": cooperative,
            "log": spending.spending_log(cooperative, request.user),
            "may_log": held.may_in(Permission.LOG_EXPENSE, cooperative),
            "may_check": held.may_in(Permission.CHECK_EXPENSE, cooperative),
            "may_keep": held.may_in(Permission.KEEP_PREMIUM, cooperative),
        },
    )


@require_http_methods(["GET", "POST"])
@remembered
@require(Permission.LOG_EXPENSE)
@kept_offline
def expense_create(request: Request, slug: str) -> HttpResponse:
    """Log an expense; the answer is the entry and what is left now."""
    cooperative = cooperative_or_404(request, slug, Permission.LOG_EXPENSE)
    first = first_entry(request, cooperative)
    form = ExpenseForm(request.POST or None, request.FILES or None, cooperative=cooperative, first=first)
    if request.method == "GET" and request.GET.get("activity", "").isdecimal():
        form.initial["activity"] = key_in(request.GET["activity"])
    elif request.method == "GET":
        form.initial["activity"] = spending.last_activity(cooperative, request.user)
    typed = typed_expense(form, with_key=True) if request.method == "POST" and form.is_valid() else None
    twin = typed and not form.cleaned_data["is_another"] and spending.twin_of(cooperative, request.user, typed)
    if twin:
        form.ask_whether_another(cooperative, twin)
    elif typed:
        try:
            expense, is_new = log_expense(split_of=first, by=request.user, **typed)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(
                request, saved_sentence(expense) if is_new else _("This expense was already saved. Here it is.")
            )
            return redirect("premiums:expense_detail", slug=slug, pk=expense.pk)
    return _expense_form(request, "premiums/expense_create.html", cooperative, form, first=first)


def first_entry(request: Request, cooperative: Cooperative) -> Expense | None:
    """The entry whose voucher the new one shares; None for an expense of its own."""
    key = request.POST.get("split_of") or request.GET.get("split_of") or ""
    if not key.isdecimal():
        return None
    own = Expense.objects.filter(cooperative=cooperative, is_historic=False).select_related(
        "split_of", "activity__fund"
    )
    expense = get_object_or_404(own, pk=key_in(key))
    return expense.split_of or expense


@require_http_methods(["GET", "POST"])
@require(Permission.LOG_EXPENSE)
def expense_correct(request: Request, slug: str, pk: int) -> HttpResponse:
    """Correct an expense nobody has checked yet."""
    cooperative, expense = expense_or_404(request, slug, pk, Permission.LOG_EXPENSE)
    if expense.state not in (ExpenseState.LOGGED, ExpenseState.RETURNED) or expense.is_historic:
        messages.error(request, _("This expense was checked or voided, so it can't be changed any more."))
        return redirect("premiums:expense_detail", slug=slug, pk=pk)
    initial = {name: getattr(expense, name) for name in SHOWN}
    form = ExpenseForm(
        request.POST or None, request.FILES or None, cooperative=cooperative, expense=expense, initial=initial
    )
    if request.method == "POST" and form.is_valid():
        try:
            correct_expense(expense=expense, by=request.user, **typed_expense(form, with_key=False))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Corrected. The expense waits for a check again."))
            return redirect("premiums:expense_detail", slug=slug, pk=pk)
    return _expense_form(request, "premiums/expense_correct.html", cooperative, form, expense=expense)


def _expense_form(
    request: Request, template: str, cooperative: Cooperative, form: ExpenseForm, **shown: Expense | None
) -> HttpResponse:
    expense = shown.get("expense")
    context = {
        **shown,
        "cooperative": cooperative,
        "form": form,
        "left_by_activity": {
            one.pk: {
                "left": str(one.left + (expense.amount or 0 if expense and expense.activity_id == one.pk else 0)),
                "title": in_language(one, "title"),
            }
            for one in form.activities
        },
        "had_files": bool(request.FILES),
    }
    return render(request, template, context, status=422 if form.is_bound else 200)


def typed_expense(form: ExpenseForm, *, with_key: bool) -> dict[str, Any]:
    """What the actions take, from a valid form."""
    typed = {name: form.cleaned_data[name] for name in ("activity", "amount", "spent_on", "payee", "purpose")}
    typed |= {name: form.cleaned_data[name] for name in ("vouchers", "document")}
    if with_key:
        typed["form_key"] = form.cleaned_data["form_key"] or uuid.uuid4()
    return typed


def saved_sentence(expense: Expense) -> str:
    """That it is saved, and what is left of its activity now."""
    expense.activity.refresh_from_db(fields=["spent", "approved"])
    return _("Saved: %(amount)s. %(left)s is left of “%(activity)s”.") % {
        "amount": money_text(expense.amount or 0, expense.activity.fund.currency),  # type: ignore[arg-type]
        "left": money_text(expense.activity.left, expense.activity.fund.currency),
        "activity": in_language(expense.activity, "title"),
    }


@require_GET
@remembered
@require(Permission.SEE_BOOKS)
def expense_list(request: Request, slug: str) -> HttpResponseBase:
    """All expenses of a co-op, filtered, page by page; or what is shown as CSV or as a spreadsheet."""
    cooperative = cooperative_or_404(request, slug, Permission.SEE_BOOKS)
    chosen = ExpenseFilter(request.GET, queryset=spending.expenses_of(cooperative), cooperative=cooperative)
    expenses = chosen.qs if chosen.is_valid() else spending.expenses_of(cooperative).none()
    if request.GET.get("format") in tables.FORMATS:
        form, stem = request.GET["format"], f"{slug}-spending"
        return hand_out(request, expense_rows(expenses), stem=stem, form=form, cooperative=cooperative)
    page = KeyPaginator(expenses, PAGE).get_page(request.GET.get("page"))
    return render(
        request, "premiums/expense_list.html", {"cooperative": cooperative, "filter": chosen, "page_obj": page}
    )


@require_GET
@remembered
@require(Permission.SEE_BOOKS)
def expense_detail(request: Request, slug: str, pk: int) -> HttpResponse:
    """One expense with its vouchers, what is left of its activity, and what may be done with it."""
    cooperative, expense = expense_or_404(request, slug, pk, Permission.SEE_BOOKS)
    held = standing(request.user)
    is_open = expense.state in (ExpenseState.LOGGED, ExpenseState.RETURNED) and not expense.is_historic
    may_log = held.may_in(Permission.LOG_EXPENSE, cooperative)
    return render(
        request,
        "premiums/expense_detail.html",
        {
            "cooperative": cooperative,
            "expense": expense,
            "vouchers": vouchers_of(expense),
            "parts": parts_of(expense),
            "may_split": may_log and not expense.is_historic and expense.state != ExpenseState.VOIDED,
            "may_correct": is_open and may_log,
            "may_check": expense.state == ExpenseState.LOGGED
            and not expense.is_historic
            and held.may_in(Permission.CHECK_EXPENSE, cooperative)
            and expense.logged_by != request.user,
            "may_void": expense.state != ExpenseState.VOIDED
            and not expense.is_historic
            and held.may_in(Permission.VOID_EXPENSE, cooperative),
            "may_log": may_log,
            "sees_names": held.may_in(Permission.SEE_MEMBERS, cooperative),
        },
    )


@require_POST
@require(Permission.CHECK_EXPENSE)
def expense_check(request: Request, slug: str, pk: int) -> HttpResponse:
    """Confirm an expense a colleague logged."""
    expense = expense_or_404(request, slug, pk, Permission.CHECK_EXPENSE)[1]
    try:
        check_expense(expense=expense, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Checked. This expense can't be changed any more."))
    return redirect("premiums:expense_detail", slug=slug, pk=pk)


@require_http_methods(["GET", "POST"])
@require(Permission.CHECK_EXPENSE)
def expense_return(request: Request, slug: str, pk: int) -> HttpResponse:
    """Send an expense back to be corrected, with the reason."""
    cooperative, expense = expense_or_404(request, slug, pk, Permission.CHECK_EXPENSE)
    said = _("Returned. The person who logged it sees your reason.")
    return _with_reason(request, cooperative, expense, "premiums/expense_return.html", return_expense, said)


@require_http_methods(["GET", "POST"])
@require(Permission.VOID_EXPENSE)
def expense_void(request: Request, slug: str, pk: int) -> HttpResponse:
    """Take an expense back, with the reason; its money goes back to the activity."""
    cooperative, expense = expense_or_404(request, slug, pk, Permission.VOID_EXPENSE)
    said = _("Voided. The money is back with the activity, and the entry stays readable.")
    return _with_reason(request, cooperative, expense, "premiums/expense_void.html", void_expense, said)


def _with_reason(
    request: Request,
    cooperative: Cooperative,
    expense: Expense,
    template: str,
    act: Callable[..., Expense],
    said: str,
) -> HttpResponse:
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            act(expense=expense, reason=form.cleaned_data["reason"], by=request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, said)
            return redirect("premiums:expense_detail", slug=cooperative.slug, pk=expense.pk)
    context = {"cooperative": cooperative, "expense": expense, "form": form}
    return render(request, template, context, status=422 if form.is_bound else 200)


@require_GET
@require(Permission.SEE_BOOKS)
def voucher_file(request: Request, pk: uuid.UUID) -> FileResponse:
    """The file of a voucher, to those who may see the expense. A PDF is offered for saving, never shown in the site."""
    return stored_file(voucher_or_404(request, pk), request)
