"""Spending logged on a phone without a connection: how it is kept there, sent, and answered.

A draft never reaches the server as such: it is the spending form, sent later, with the key the browser gave it.
"""

from __future__ import annotations

from html import unescape

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from config.errors import Refused
from config.http import Request
from config.ui import moment, money_text
from cooperatives.access import cooperative_or_404, for_everybody, require, standing
from cooperatives.models import Cooperative
from cooperatives.roles import Permission
from premiums.access import kept_offline
from premiums.actions.log_expense import log_expense
from premiums.forms.spending import ExpenseForm
from premiums.models import Expense
from premiums.reports import spending
from premiums.views.spending import first_entry, saved_sentence, typed_expense

COMPARED = ("activity", "amount", "spent_on", "payee", "purpose")
SAVED, REFUSED, OTHER_PERSON = 200, 422, 409


@require_GET
@for_everybody
@kept_offline
def unsent_list(request: Request) -> HttpResponse:
    """What waits on this device to be sent, and the pages that open without a connection."""
    own = standing(request.user).own_cooperatives(Permission.LOG_EXPENSE)
    return render(request, "premiums/unsent_list.html", {"cooperatives": Cooperative.objects.filter(pk__in=own)})


@require_GET
@for_everybody
@never_cache
def draft_token(request: Request) -> JsonResponse:
    """Whose session this is, and the token a form of it needs now: asked before anything is sent."""
    return JsonResponse({"person": request.user.pk, "token": get_token(request)})


@require_POST
@require(Permission.LOG_EXPENSE)
def draft_send(request: Request, slug: str) -> JsonResponse:
    """Log an expense that waited on a device; the answer is for the module that sent it.

    200: saved, now or before. 422: refused or asked back, with the sentences. 409: another person is signed in.
    """
    if request.POST.get("person") != str(request.user.pk):
        return JsonResponse({"state": "other"}, status=OTHER_PERSON)
    cooperative = cooperative_or_404(request, slug, Permission.LOG_EXPENSE)
    first = first_entry(request, cooperative)
    form = ExpenseForm(request.POST, request.FILES, cooperative=cooperative, first=first)
    form.fields["form_key"].required = True
    is_valid, key = form.is_valid(), form.cleaned_data.get("form_key")
    earlier = key and spending.earlier_entry(cooperative, request.user, key)
    if earlier:
        return _already(request, earlier, form)
    if not is_valid:
        return _refused(form)
    typed = typed_expense(form, with_key=True)
    twin = not form.cleaned_data["is_another"] and spending.twin_of(cooperative, request.user, typed)
    if twin:
        form.ask_whether_another(cooperative, twin)
        return _refused(form, state="asks", url=_address(twin))
    try:
        expense, is_new = log_expense(split_of=first, by=request.user, **typed)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _refused(form)
    return _saved(request, expense, saved_sentence(expense)) if is_new else _already(request, expense, form)


def _saved(request: Request, expense: Expense, sentence: str, *, changed: bool = False) -> JsonResponse:
    """The answer when the expense is in the books; who waits for it reads it on the page that comes next."""
    if request.POST.get("waiting"):
        (messages.warning if changed else messages.success)(request, sentence)
    answer = {"state": "saved", "sentence": sentence, "changed": changed, "url": _address(expense)}
    return JsonResponse(answer, status=SAVED)


def _already(request: Request, expense: Expense, form: ExpenseForm) -> JsonResponse:
    """The same form was sent before and its answer got lost. What was changed since is not taken over, and told so."""
    changed = any(form.cleaned_data.get(name) != getattr(expense, name) for name in COMPARED)
    changed = changed or len(form.cleaned_data.get("vouchers", ())) > expense.vouchers.count()
    facts = {
        "amount": money_text(expense.amount or 0, expense.activity.fund.currency),  # type: ignore[arg-type]
        "payee": expense.payee,
        "on": moment(expense.logged_at),
    }
    sentence = _("This expense was already saved, %(on)s: %(amount)s, %(payee)s. It counts once.") % facts
    if changed:
        advice = _("What you changed after that was not taken over: correct the saved expense.")
        sentence = f"{sentence} {advice}"
    return _saved(request, expense, sentence, changed=changed)


def _refused(form: ExpenseForm, state: str = "refused", url: str = "") -> JsonResponse:
    """The sentences of the form as plain text, each with its field."""
    sentences = [
        {
            "field": "" if name == "__all__" else name,
            "label": "" if name == "__all__" else str(form.fields[name].label),
            "text": unescape(strip_tags(str(error))),
        }
        for name, errors in form.errors.items()
        for error in errors
    ]
    return JsonResponse({"state": state, "sentences": sentences, "url": url}, status=REFUSED)


def _address(expense: Expense) -> str:
    return reverse("premiums:expense_detail", args=[expense.cooperative.slug, expense.pk])
