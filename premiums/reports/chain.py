"""The chain of an expense: voucher, activity, resolution with its votes, assembly, plan, and the premium it came from.

Money has no name on it. The convention, stated on the page: the oldest premium is spent first, expenses in the order
of their dates. What was spent before any premium came in is covered by the premium that came next; what no premium
covers yet says so.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Generic, TypeVar

from django.db.models import DecimalField, F, Q, Subquery, Sum

from premiums.models import Allotment, Expense, PremiumReceived, Voucher
from premiums.models.expenses import ExpenseState
from premiums.models.resolutions import ResolutionState

ZERO = Decimal(0)
R = TypeVar("R")
E = TypeVar("E")


@dataclass(frozen=True)
class Part(Generic[R, E]):
    """So much of an expense came from this receipt; None when no premium covers it."""

    receipt: R | None
    expense: E
    amount: Decimal


def allocate(receipts: Iterable[tuple[R, Decimal]], expenses: Iterable[tuple[E, Decimal]]) -> list[Part[R, E]]:
    """Which receipts each expense came from, first in, first out; both in their order, all amounts zero or more."""
    waiting = iter(receipts)
    receipt: R | None = None
    there = ZERO
    is_empty = False
    parts: list[Part[R, E]] = []
    for expense, amount in expenses:
        open_amount = amount
        while open_amount > 0:
            while there == 0 and not is_empty:
                receipt, there = next(waiting, (None, ZERO))
                is_empty = receipt is None
            taken = open_amount if is_empty else min(there, open_amount)
            parts.append(Part(receipt, expense, taken))
            open_amount -= taken
            there -= ZERO if is_empty else taken
    return parts


@dataclass(frozen=True)
class SalePaid:
    """A sale that a receipt pays."""

    key: int
    contract_number: str
    buyer: str
    signed_on: dt.date | None
    signed_precision: str


@dataclass(frozen=True)
class Origin:
    """Premium that paid for a part of the expense, and the sales it came from. `is_later`: it came in afterwards."""

    receipt: PremiumReceived
    amount: Decimal
    sales: Sequence[SalePaid]
    is_later: bool


@dataclass(frozen=True)
class Chain:
    """Everything behind one expense."""

    expense: Expense
    vouchers: Sequence[Voucher]
    releases: Sequence[Allotment]
    origins: Sequence[Origin]
    uncovered: Decimal


def chain_of(expense: Expense) -> Chain:
    """The chain of an expense (three queries, whatever the number of rows)."""
    origins, uncovered = _origins_of(expense)
    releases = (
        Allotment.objects.filter(activity=expense.activity_id, resolution__state=ResolutionState.ADOPTED)
        .select_related("resolution__assembly", "resolution__plan_version")
        .order_by(F("resolution__assembly__held_on").asc(nulls_first=True), "pk")
    )
    return Chain(expense, vouchers_of(expense), list(releases), origins, uncovered)


def vouchers_of(expense: Expense) -> list[Voucher]:
    """The papers of an expense: its own, and those it shares with the other parts of a split voucher (one query)."""
    first = expense.split_of_id or expense.pk
    # First the expenses, then their papers: a condition on both tables at once would read all of both.
    sharing = Expense.objects.filter(Q(pk=first) | Q(split_of=first)).order_by()
    return list(Voucher.objects.filter(expense__in=sharing.values("pk")))


def parts_of(expense: Expense) -> list[Expense]:
    """The other entries that share the voucher of an expense, in the order they were logged (one query)."""
    first = expense.split_of_id or expense.pk
    entries = Expense.objects.filter(Q(pk=first) | Q(split_of=first)).exclude(pk=expense.pk)
    return list(entries.select_related("activity__fund").order_by("pk"))


def _origins_of(expense: Expense) -> tuple[list[Origin], Decimal]:
    """Earlier expenses go in as one sum: first in, first out does not ask how they were parted."""
    if not expense.amount or expense.state == ExpenseState.VOIDED:
        return [], ZERO
    rows: dict[int, Any] = {}
    sales: dict[int, list[SalePaid]] = {}
    for row in _receipts_with_sales(expense):
        rows.setdefault(row.pk, row)
        if row.sale_key is not None:
            sale = SalePaid(row.sale_key, row.contract_number, row.buyer, row.signed_on, row.signed_precision)
            sales.setdefault(row.pk, []).append(sale)
    before = next((row.before or ZERO for row in rows.values()), ZERO)
    parts = allocate(
        [(key, row.amount) for key, row in rows.items() if row.amount], [(False, before), (True, expense.amount)]
    )
    own = [part for part in parts if part.expense]
    origins = [
        Origin(rows[part.receipt], part.amount, sales.get(part.receipt, []), _is_later(rows[part.receipt], expense))
        for part in own
        if part.receipt is not None
    ]
    return origins, sum((part.amount for part in own if part.receipt is None), ZERO)


def _receipts_with_sales(expense: Expense) -> Iterable[Any]:
    """The premium of the fund, oldest first, once for every sale it pays; with what was spent before the expense."""
    same_fund = Expense.objects.filter(cooperative=expense.cooperative_id, activity__fund=expense.activity.fund_id)
    undated_first = Q(spent_on__isnull=True, pk__lt=expense.pk)
    if expense.spent_on is not None:
        undated_first = (
            Q(spent_on__isnull=True)
            | Q(spent_on__lt=expense.spent_on)
            | Q(spent_on=expense.spent_on, pk__lt=expense.pk)
        )
    before = same_fund.counted().filter(undated_first).order_by().values("cooperative").annotate(total=Sum("amount"))
    return (
        PremiumReceived.objects.filter(fund=expense.activity.fund_id)
        .annotate(
            before=Subquery(before.values("total"), output_field=DecimalField(max_digits=16, decimal_places=2)),
            sale_key=F("payments__sale"),
            contract_number=F("payments__sale__contract_number"),
            buyer=F("payments__sale__buyer"),
            signed_on=F("payments__sale__signed_on"),
            signed_precision=F("payments__sale__signed_precision"),
        )
        .order_by(F("received_on").asc(nulls_first=True), "pk", "sale_key")
    )


def _is_later(receipt: Any, expense: Expense) -> bool:
    return bool(receipt.received_on and expense.spent_on and receipt.received_on > expense.spent_on)
