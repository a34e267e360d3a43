"""The example spending of one co-op: what was logged, checked, returned and voided, with vouchers."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator, Sequence
from decimal import ROUND_DOWN, Decimal
from random import Random

from config.dates import DatePrecision
from overview.actions.example.ideas import RETURNED, VOIDED
from overview.actions.example.premium import Budget
from overview.actions.example.vouchers import save_voucher
from overview.actions.example.world import YEARS, Cast, chance
from premiums.models import Expense, Voucher
from premiums.models.expenses import ExpenseState

LATEST, RETURNED_OF_LATEST = 5, 2  # the latest expenses are not checked yet; some of them came back
WITH_VOUCHER = 62  # percent


def tell_spending(cast: Cast, budgets: Sequence[Budget], files: list[str]) -> None:
    """Four years of expenses within what the assemblies released; adds the names of voucher files to `files`.

    Rows are written with the dates of the story, not through the actions, which stamp the time of loading; the
    database keeps the same rules.
    """
    draw = chance("spending", cast.cooperative.slug)
    drafts = [expense for budget in budgets for expense in _expenses_of(budget, cast, draw)]
    drafts.sort(key=lambda expense: (expense.spent_on, expense.form_key))
    expenses = Expense.objects.bulk_create(drafts)
    vouchers = [save_voucher(expense, cast, files) for expense in expenses if draw.randrange(100) < WITH_VOUCHER]
    Voucher.objects.bulk_create(vouchers)
    _judge(cast, expenses, {voucher.expense_id for voucher in vouchers}, draw)


def _expenses_of(budget: Budget, cast: Cast, draw: Random) -> Iterator[Expense]:
    """One or two expenses of an activity, not saved, from the day the money is there."""
    day = budget.money_since + dt.timedelta(days=draw.randint(4, 120))
    for percent, (payee, purpose) in zip(_parts(budget, draw), budget.idea.purchases, strict=False):
        amount = (budget.approved * percent / 100).quantize(Decimal("0.1"), ROUND_DOWN)
        yield _expense(budget, cast, draw, min(day, dt.date(day.year, 12, 10)), amount, payee, purpose)
        day = min(day + dt.timedelta(days=draw.randint(12, 70)), dt.date(day.year, 12, 18))


def _parts(budget: Budget, draw: Random) -> list[int]:
    """Percentages of what was approved, together at most a hundred; in the last year part is still to be spent."""
    first, full = draw.randint(48, 64), draw.choice((100, 100, 100, 100, 97, 93))
    if budget.money_since.year == YEARS[-1] and draw.random() < 0.6:
        return [first]
    if len(budget.idea.purchases) == 1 or draw.random() < 0.4:
        return [full]
    return [first, full - first]


def _expense(
    budget: Budget, cast: Cast, draw: Random, spent_on: dt.date, amount: Decimal, payee: str, purpose: str
) -> Expense:
    logged_on = spent_on + dt.timedelta(days=draw.randint(0, 6))
    return Expense(
        cooperative=cast.cooperative,
        activity=budget.activity,
        spent_on=spent_on,
        spent_precision=DatePrecision.DAY,
        amount=amount,
        payee=payee,
        purpose=purpose,
        form_key=uuid.UUID(int=draw.getrandbits(128), version=4),
        logged_at=cast.moment(logged_on, draw.randint(9, 19), draw.randint(0, 59)),
        logged_by=cast.treasurer_on(logged_on),
        is_example=True,
    )


def _judge(cast: Cast, expenses: Sequence[Expense], with_voucher: set[int], draw: Random) -> None:
    """The latest wait for a check or came back to the treasurer, one is voided, the others are checked."""
    latest, earlier = expenses[-LATEST:], expenses[:-LATEST]
    returned = draw.sample(latest, RETURNED_OF_LATEST)
    voided = [draw.choice(earlier)]
    checked = [expense for expense in earlier if expense not in voided]
    for expense in checked:
        expense.state, expense.checked_by = ExpenseState.CHECKED, cast.oversight
        expense.checked_at = _later(expense, draw)
    for expense in returned:
        expense.state, expense.returned_by = ExpenseState.RETURNED, cast.oversight
        expense.returned_at = _later(expense, draw)
        expense.returned_reason = RETURNED[cast.language][expense.pk in with_voucher]
    for expense in voided:
        expense.state, expense.voided_by = ExpenseState.VOIDED, expense.logged_by
        expense.voided_at = _later(expense, draw)
        expense.voided_reason = draw.choice(VOIDED[cast.language])
    for state, rows in (("checked", checked), ("returned", returned), ("voided", voided)):
        reason = [] if state == "checked" else [f"{state}_reason"]
        Expense.objects.bulk_update(rows, ["state", f"{state}_at", f"{state}_by", *reason])


def _later(expense: Expense, draw: Random) -> dt.datetime:
    assert expense.logged_at is not None  # noqa: S101
    return expense.logged_at + dt.timedelta(days=draw.randint(3, 24), minutes=draw.randint(0, 300))
