"""Logging premium spending: an expense with its vouchers, never beyond what the assembly approved."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import DatabaseError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from config.dates import DatePrecision
from config.errors import Refused, broken_rule, explain
from config.ui import in_language, money_text
from cooperatives.models import Cooperative, User
from premiums.actions.attach_voucher import attach_voucher, read_voucher
from premiums.models import Activity, Expense


def log_expense(
    *,
    activity: Activity,
    amount: Decimal,
    spent_on: dt.date,
    payee: str,
    purpose: str,
    form_key: uuid.UUID,
    vouchers: Sequence[UploadedFile[Any]] = (),
    by: User,
) -> tuple[Expense, bool]:
    """Log an expense; returns it and whether it is new.

    `amount` is in the fund's currency. The same `form_key` a second time (double tap, reload, lost answer) returns
    the expense it made the first time. Refused: more than is left of the activity, a future date, a key that belongs
    to somebody else's entry.
    """
    files = [read_voucher(voucher) for voucher in vouchers]
    try:
        with transaction.atomic():
            # The lock comes before the look for an earlier entry, so that two sendings of one form queue up here.
            activity = lock_activities(activity.pk)[activity.pk]
            earlier = _earlier_entry(form_key, activity.cooperative, by)
            if earlier:
                return earlier, False
            refuse_overspending(activity, amount)
            refuse_future(activity.cooperative, spent_on)
            expense = Expense.objects.create(
                cooperative_id=activity.cooperative_id,
                activity=activity,
                amount=amount,
                spent_on=spent_on,
                spent_precision=DatePrecision.DAY,
                payee=payee,
                purpose=purpose,
                form_key=form_key,
                logged_by=by,
                logged_at=timezone.now(),
                is_example=activity.is_example,
            )
            for file in files:
                attach_voucher(expense=expense, file=file, by=by)
            return expense, True
    except DatabaseError as error:
        # The same key sent for another activity meets the unique key only here.
        earlier = _earlier_entry(form_key, activity.cooperative, by) if "form_key" in broken_rule(error) else None
        if earlier:
            return earlier, False
        if not broken_rule(error):
            raise
        raise Refused(explain(error)) from error


def lock_activities(*keys: int) -> dict[int, Activity]:
    """Activities by key, locked in the order of their keys, so that two who need the same ones never deadlock."""
    rows = Activity.objects.select_related("fund", "cooperative").filter(pk__in=keys).order_by("pk")
    return {row.pk: row for row in rows.select_for_update(of=("self",), no_key=True)}


def _earlier_entry(form_key: uuid.UUID, cooperative: Cooperative, by: User) -> Expense | None:
    earlier = Expense.objects.filter(form_key=form_key).first()
    if earlier and (earlier.logged_by_id != by.pk or earlier.cooperative_id != cooperative.pk):
        raise Refused(_("This form was already used for another entry. Open a new form and send it again."))
    return earlier


def refuse_overspending(activity: Activity, amount: Decimal, given_back: Decimal = Decimal(0)) -> None:
    """Refuse `amount` beyond what is left of the (locked) activity; `given_back` is what a correction frees first."""
    left = activity.left + given_back
    if amount <= left:
        return
    currency = activity.fund.currency
    raise Refused(
        _(
            "%(amount)s is more than what is left of “%(activity)s”: %(left)s of the %(approved)s the assembly "
            "approved. Nothing was saved. Log at most %(left)s, choose another activity, or take it to the next "
            "assembly."
        )
        % {
            "amount": money_text(amount, currency),
            "activity": in_language(activity, "title"),
            "left": money_text(left, currency),
            "approved": money_text(activity.approved, currency),
        }
    )


def refuse_future(cooperative: Cooperative, spent_on: dt.date) -> None:
    """Refuse a date that has not come yet at the co-op."""
    if spent_on > cooperative.today():
        raise Refused(_("The date lies in the future. Log an expense on the day it was paid, or later."))
