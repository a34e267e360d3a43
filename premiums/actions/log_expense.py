"""Logging premium spending: an expense with its vouchers, never beyond what the assembly approved."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import DatabaseError, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from config.dates import DatePrecision
from config.errors import Refused, broken_rule, explain
from config.prepared import prepared
from config.ui import day, in_language, moment, money_text
from config.uploads import AcceptedFile, read_file
from cooperatives.models import Cooperative, User
from premiums.actions.attach_voucher import attach_voucher
from premiums.models import Activity, Expense, Plan
from premiums.models.expenses import ExpenseState

KEY_OF_ANOTHER = gettext_lazy("This form was already used for another entry. Open a new form and send it again.")


def log_expense(
    *,
    activity: Activity,
    amount: Decimal,
    spent_on: dt.date,
    payee: str,
    purpose: str,
    form_key: uuid.UUID,
    vouchers: Sequence[UploadedFile[Any]] = (),
    document: tuple[str, str] = ("", ""),
    split_of: Expense | None = None,
    by: User,
) -> tuple[Expense, bool]:
    """Log an expense; returns it and whether it is new.

    `amount` is in the fund's currency; `document` is the kind and number of its tax document; `split_of` is the first
    entry of a voucher that pays for two activities. The same `form_key` a second time (double tap, reload, lost
    answer) returns the expense it made the first time. Refused: more than is left of the activity, a future date, a
    key that belongs to somebody else's entry, a tax document that another expense has, a part of a voided entry.
    """
    files = [read_file(voucher) for voucher in vouchers]
    entry = Expense(amount=amount, spent_on=spent_on, payee=payee, purpose=purpose, form_key=form_key, logged_by=by)
    entry.document_kind, entry.document_number = document
    entry.split_of = split_of and _first_entry(split_of)
    try:
        with transaction.atomic():
            return _log(entry, activity.pk, files, by)
    except DatabaseError as error:
        # The same key, or the same document, sent for another activity meets the unique key only here.
        if "form_key" in broken_rule(error):
            earlier = _earlier_entry(form_key, activity.cooperative, by)
            if earlier:
                return earlier, False
            raise Refused(KEY_OF_ANOTHER) from error  # an entry that row-level security does not show
        if not broken_rule(error):
            raise
        refuse_same_document(activity.cooperative, document[1])
        raise Refused(explain(error)) from error


def _log(entry: Expense, key: int, files: Sequence[AcceptedFile], by: User) -> tuple[Expense, bool]:
    # The lock comes before the look for an earlier entry, so that two sendings of one form queue up here.
    activity = lock_activities(key)[key]
    earlier = _earlier_entry(entry.form_key, activity.cooperative, by)
    if earlier:
        return earlier, False
    assert entry.amount is not None and entry.spent_on is not None  # noqa: S101, PT018
    refuse_closed(activity.plan, _("Choose an activity of a plan that is open."))
    refuse_overspending(activity, entry.amount)
    refuse_future(activity.cooperative, entry.spent_on)
    refuse_same_document(activity.cooperative, entry.document_number)
    entry.activity, entry.cooperative = activity, activity.cooperative
    entry.spent_precision, entry.logged_at = DatePrecision.DAY, timezone.now()
    entry.is_example = activity.is_example
    entry.save(force_insert=True)
    for place, file in enumerate(files):
        attach_voucher(expense=entry, file=file, by=by, is_first=place == 0)
    return entry, True


def lock_activities(*keys: int) -> dict[int, Activity]:
    """Activities by key, locked in the order of their keys, so that two who need the same ones never deadlock."""
    return {row.pk: row for row in _activities_to_lock(*keys)}


@prepared
def _activities_to_lock(*keys: int) -> QuerySet[Activity]:
    rows = Activity.objects.select_related("fund", "cooperative", "plan").filter(pk__in=keys).order_by("pk")
    return rows.select_for_update(of=("self",), no_key=True)


def _earlier_entry(form_key: uuid.UUID, cooperative: Cooperative, by: User) -> Expense | None:
    earlier: Expense | None = next(iter(_with_key(form_key)), None)
    if earlier and (earlier.logged_by_id != by.pk or earlier.cooperative_id != cooperative.pk):
        raise Refused(KEY_OF_ANOTHER)
    return earlier


@prepared
def _with_key(form_key: uuid.UUID) -> QuerySet[Expense]:
    return Expense.objects.filter(form_key=form_key)


def _first_entry(expense: Expense) -> Expense:
    """The entry that holds the voucher: a part of a part is a part of the first."""
    first = expense.split_of or expense
    if first.state == ExpenseState.VOIDED:
        raise Refused(_("The entry with the voucher was voided, so it can't be split. Log a new expense."))
    return first


def refuse_same_document(cooperative: Cooperative, number: str, expense: Expense | None = None) -> None:
    """Refuse the number of a tax document that another expense of the co-op has, and name that expense."""
    if not number:
        return
    others = Expense.objects.filter(cooperative=cooperative, document_number=number).counted()
    other = others.exclude(pk=expense.pk if expense else 0).select_related("activity__fund").first()
    if other:
        raise Refused(
            _(
                "This tax document is already with another expense: %(payee)s, %(amount)s, %(on)s. One invoice is "
                "claimed once, so nothing was saved. Compare the number with the paper, or split that expense."
            )
            % {
                "payee": other.payee or other.purpose,
                "amount": money_text(other.amount or Decimal(0), other.activity.fund.currency),
                "on": day(other.spent_on),
            }
        )


def refuse_closed(plan: Plan, advice: str) -> None:
    """Refuse what belongs to a plan that is closed; `advice` says what to do instead."""
    if plan.is_closed:
        closed = _("“%(plan)s” was closed on %(on)s: nothing in it can be added or changed. Nothing was saved.")
        closed %= {"plan": in_language(plan, "title"), "on": moment(plan.closed_at)}
        raise Refused(f"{closed} {advice}")


def refuse_overspending(activity: Activity, amount: Decimal, given_back: Decimal = Decimal(0)) -> None:
    """Refuse `amount` beyond what is left of the (locked) activity; `given_back` is what a correction frees first."""
    left = activity.left + given_back
    if amount <= left:
        return
    numbers = {"amount": amount, "left": left, "approved": activity.approved, "authorised": activity.authorised_amount}
    words = {name: money_text(number or Decimal(0), activity.fund.currency) for name, number in numbers.items()}
    words["activity"] = in_language(activity, "title")
    if activity.is_exceptional and (activity.authorised_amount or 0) > activity.approved:
        raise Refused(
            _(
                "%(amount)s is more than what is left of “%(activity)s”: %(left)s of the %(authorised)s authorised by "
                "exception. Nothing was saved. Log at most %(left)s, or take it to the next assembly."
            )
            % words
        )
    raise Refused(
        _(
            "%(amount)s is more than what is left of “%(activity)s”: %(left)s of the %(approved)s the assembly "
            "approved. Nothing was saved. Log at most %(left)s, choose another activity, or take it to the next "
            "assembly."
        )
        % words
    )


def refuse_future(cooperative: Cooperative, spent_on: dt.date) -> None:
    """Refuse a date that has not come yet at the co-op."""
    if spent_on > cooperative.today():
        raise Refused(_("The date lies in the future. Log an expense on the day it was paid, or later."))
