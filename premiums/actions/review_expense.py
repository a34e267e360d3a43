"""What happens to an expense after it was logged: checked, returned, corrected, voided."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import DatabaseError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from config.errors import Refused, broken_rule, explain
from config.uploads import read_file
from cooperatives.models import User
from premiums.actions.attach_voucher import attach_voucher
from premiums.actions.log_expense import (
    lock_activities,
    refuse_closed,
    refuse_future,
    refuse_overspending,
    refuse_same_document,
)
from premiums.models import Activity, Expense
from premiums.models.expenses import ExpenseState

# What a correction may change.
CORRECTED = (
    "activity",
    "amount",
    "spent_on",
    "payee",
    "purpose",
    "state",
    "document_kind",
    "document_number",
)


@contextmanager
def _locked(expense: Expense, *states: ExpenseState) -> Iterator[Expense]:
    """The expense, locked, in one of `states`; what the database refuses comes out in words."""
    try:
        with transaction.atomic():
            locked = (
                Expense.objects.select_for_update(of=("self",), no_key=True)
                .select_related("logged_by")
                .get(pk=expense.pk)
            )
            if locked.state not in states:
                raise Refused(
                    _("This expense is %(state)s by now. Look at it again before you go on.")
                    % {"state": locked.get_state_display()}
                )
            yield locked
    except DatabaseError as error:
        if not broken_rule(error):
            raise
        raise Refused(explain(error)) from error


def check_expense(*, expense: Expense, by: User) -> Expense:
    """Confirm an expense against its voucher. Refused for who logged it, and for one that is not waiting."""
    with _locked(expense, ExpenseState.LOGGED) as locked:
        if locked.logged_by == by:
            raise Refused(_("You logged this expense yourself. Another person has to check it."))
        locked.state, locked.checked_by, locked.checked_at = ExpenseState.CHECKED, by, timezone.now()
        locked.save(update_fields=["state", "checked_by", "checked_at"])
    return locked


def return_expense(*, expense: Expense, reason: str, by: User) -> Expense:
    """Send an expense back to who logged it, saying what to correct. Refused without a reason."""
    if not reason.strip():
        raise Refused(_("Say what needs to be corrected."))
    with _locked(expense, ExpenseState.LOGGED) as locked:
        locked.state, locked.returned_by, locked.returned_at = ExpenseState.RETURNED, by, timezone.now()
        locked.returned_reason = reason.strip()
        locked.save(update_fields=["state", "returned_by", "returned_at", "returned_reason"])
    return locked


def correct_expense(
    *,
    expense: Expense,
    activity: Activity,
    amount: Decimal,
    spent_on: dt.date,
    payee: str,
    purpose: str,
    vouchers: Sequence[UploadedFile[Any]] = (),
    document: tuple[str, str] | None = None,
    by: User,
) -> Expense:
    """Change what an unchecked expense says; it then waits for a check again. `amount` is in the fund's currency.

    Without `document` (kind and number) the tax document stays as it is. Refused: a checked or voided expense, more
    than is left of the activity, a future date, a tax document that another expense has.
    """
    files = [read_file(voucher) for voucher in vouchers]
    with _locked(expense, ExpenseState.LOGGED, ExpenseState.RETURNED) as locked:
        target = lock_activities(locked.activity_id, activity.pk)[activity.pk]
        given_back = locked.amount if locked.activity_id == target.pk and locked.amount else Decimal(0)
        refuse_closed(target.plan, _("Choose an activity of a plan that is open."))
        refuse_overspending(target, amount, given_back)
        refuse_future(target.cooperative, spent_on)
        locked.activity, locked.amount, locked.spent_on = target, amount, spent_on
        locked.payee, locked.purpose, locked.state = payee, purpose, ExpenseState.LOGGED
        if document is not None:
            refuse_same_document(target.cooperative, document[1], locked)
            locked.document_kind, locked.document_number = document
        locked.save(update_fields=CORRECTED)
        for file in files:
            attach_voucher(expense=locked, file=file, by=by)
    return locked


def void_expense(*, expense: Expense, reason: str, by: User) -> Expense:
    """Take an expense back: it stays readable, and its money goes back to the activity. Refused without a reason."""
    if not reason.strip():
        raise Refused(_("Say why the expense is voided."))
    with _locked(expense, ExpenseState.LOGGED, ExpenseState.RETURNED, ExpenseState.CHECKED) as locked:
        lock_activities(locked.activity_id)  # before the plan, which the database shares when the row is written
        locked.state, locked.voided_by, locked.voided_at = ExpenseState.VOIDED, by, timezone.now()
        locked.voided_reason = reason.strip()
        locked.save(update_fields=["state", "voided_by", "voided_at", "voided_reason"])
    return locked
