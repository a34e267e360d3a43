"""Answers about sales: what premium is due, what came in for them, and what that paid for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby
from typing import Any, Generic, TypeVar

from django.db.models import (
    Case,
    CharField,
    Count,
    DecimalField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
    Window,
)
from django.db.models.functions import Coalesce, Greatest

from cooperatives.models import Cooperative
from premiums.models import Expense, PremiumPayment, PremiumReceived, Rate, Sale
from premiums.models.expenses import ExpenseQuerySet
from premiums.models.sales import SaleState

ZERO = Decimal(0)
CENT = Decimal("0.01")
LATEST = 20  # expenses that a sale's page shows
OPEN = 24  # unpaid sales that a form offers, the oldest
DOLLARS = "USD"  # the schemes set the premium in US dollars
K = TypeVar("K")
MONEY: DecimalField[Decimal, Decimal] = DecimalField(max_digits=16, decimal_places=2)


# Due and received -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Totals:
    """Over the sales of a list, in US dollars. Sales whose premium is not known add nothing, and are counted."""

    due: Decimal
    received: Decimal
    missing: Decimal
    count: int
    unknown: int


def paid_currency(prefix: str = "premium_received__") -> Case:
    """The currency in which a receipt was paid."""
    original = f"{prefix}original_currency"
    return Case(
        When(**{original: ""}, then=F(f"{prefix}fund__currency")), default=F(original), output_field=CharField()
    )


def sales_of(cooperative: Cooperative) -> QuerySet[Any]:
    """The co-op's sales, newest first, with `received` and `missing` in US dollars.

    `missing` is None where nothing can be said: the premium due is not known, or some came in another currency
    without a rate (`elsewhere`). It is never below zero; `received` above what is due is a flag.
    """
    payments = PremiumPayment.objects.filter(sale=OuterRef("pk")).annotate(currency=paid_currency())
    in_dollars = payments.filter(currency=DOLLARS).order_by().values("sale").annotate(total=Sum("amount"))
    found: QuerySet[Any] = (
        Sale.objects.filter(cooperative=cooperative)
        .select_related("rate__scheme", "scheme", "cooperative")
        .annotate(
            received=Coalesce(Subquery(in_dollars.values("total"), output_field=MONEY), Value(ZERO, MONEY)),
            elsewhere=Exists(payments.exclude(currency=DOLLARS)),
        )
        .annotate(
            missing=Case(
                When(Q(elsewhere=True) | Q(premium_due__isnull=True), then=None),
                default=Greatest(F("premium_due") - F("received"), Value(ZERO, MONEY)),
                output_field=MONEY,
            )
        )
        .order_by(F("signed_on").desc(nulls_last=True), "-pk")
    )
    return found


def totals(sales: QuerySet[Any]) -> Totals:
    """The sums over these sales (one query)."""
    found = sales.order_by().aggregate(
        all_due=Sum("premium_due"),
        all_received=Sum("received"),
        all_missing=Sum("missing"),
        count=Count("pk"),
        unknown=Count("pk", filter=~Q(state=SaleState.CANCELLED) & Q(missing__isnull=True)),
    )
    due, received, missing = (found[f"all_{name}"] or ZERO for name in ("due", "received", "missing"))
    return Totals(due, received, missing, found["count"], found["unknown"])


def unpaid_sales(cooperative: Cooperative, *, also: Iterable[int] = ()) -> list[Any]:
    """The sales that still miss premium, the oldest first and at most OPEN; and those with these keys."""
    sales = sales_of(cooperative)
    oldest = sales.filter(missing__gt=0).order_by(F("signed_on").asc(nulls_last=True), "pk")
    chosen = set(also)
    if not chosen:
        return list(oldest[:OPEN])
    wanted = Q(pk__in=chosen) | Q(pk__in=[sale.pk for sale in oldest[:OPEN]])
    return list(sales.filter(wanted).order_by(F("signed_on").asc(nulls_last=True), "pk"))


def over_oldest(amount: Decimal, missing: Iterable[tuple[K, Decimal]]) -> dict[K, Decimal]:
    """The amount split over what is missing, in the order given; what is left over belongs to none."""
    parts: dict[K, Decimal] = {}
    for key, wanted in missing:
        part = min(amount, wanted)
        if part > 0:
            parts[key] = part
            amount -= part
    return parts


# Onward: what a sale paid for ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Span(Generic[K]):
    """Where an amount lies when all amounts are laid end to end, in their order."""

    key: K
    start: Decimal
    end: Decimal


@dataclass(frozen=True)
class Receipt:
    """Premium that paid a sale: its part as paid, and the same part in the fund's currency."""

    received: PremiumReceived
    amount: Decimal
    currency: str
    in_fund: Decimal


@dataclass(frozen=True)
class PaidFor:
    """An expense and the part of it that came from the sale, in the fund's currency."""

    expense: Expense
    amount: Decimal


@dataclass(frozen=True)
class Onward:
    """What a sale's premium paid for. `more` is the part in expenses beyond those listed, `unspent` what is left."""

    receipts: Sequence[Receipt] = ()
    paid_for: Sequence[PaidFor] = ()
    more: Decimal = ZERO
    unspent: Decimal = ZERO
    currency: str = field(default="")

    @property
    def total(self) -> Decimal:
        """All of the sale's premium, in the fund's currency."""
        return sum((receipt.in_fund for receipt in self.receipts), ZERO)


def laid_out(amounts: Iterable[tuple[K, Decimal]]) -> list[Span[K]]:
    """The amounts end to end: each starts where the one before it ends."""
    spans: list[Span[K]] = []
    end = ZERO
    for key, amount in amounts:
        spans.append(Span(key, end, end + amount))
        end += amount
    return spans


def shared(money: Iterable[Span[Any]], spending: Iterable[Span[K]]) -> list[tuple[K, Decimal]]:
    """First in, first out: how much of this money each expense took. Both lie on the same line, from the first day on.

    As every stretch of the line belongs to one receipt and to one expense, nothing is given out twice.
    """
    owned = list(money)
    taken = [
        (one.key, sum((max(min(one.end, own.end) - max(one.start, own.start), ZERO) for own in owned), ZERO))
        for one in spending
    ]
    return [(key, amount) for key, amount in taken if amount > 0]


def in_parts(amount: Decimal, paid: Decimal, parts: Sequence[tuple[K, Decimal]]) -> list[tuple[K | None, Decimal]]:
    """Parts of what was paid as parts of the amount in the fund's currency, to the centavo; the rest belongs to None.

    Rounded on the running sum, so that the parts together are never more or less than the amount.
    """
    found: list[tuple[K | None, Decimal]] = []
    running, given = ZERO, ZERO
    for key, part in parts:
        running += part
        upto = (amount * running / paid).quantize(CENT, ROUND_HALF_UP)
        found.append((key, upto - given))
        given = upto
    return [*found, (None, amount - given)]


def onward(sale: Sale) -> Onward:
    """From a sale to the receipts that paid it and the expenses these paid for (two queries).

    The convention: the oldest premium is spent first, expenses in the order of their dates. Entries without a date come
    first; what was voided took nothing.
    """
    line, receipts = _money_line(sale)
    own = [span for span in line if span.key == sale.pk and span.end > span.start]
    if not own:
        return Onward(receipts, currency=receipts[0].received.fund.currency if receipts else "")
    found: list[Any] = list(_spending(receipts[0].received, own)[: LATEST + 1])
    spans = [Span(expense, expense.line_end - (expense.amount or ZERO), expense.line_end) for expense in found]
    everything = shared(own, [Span(None, ZERO, found[0].spent_in_all)]) if found else []
    used = everything[0][1] if everything else ZERO
    paid_for = [PaidFor(expense, amount) for expense, amount in shared(own, spans[:LATEST])]
    shown = sum((one.amount for one in paid_for), ZERO)
    total = sum((span.end - span.start for span in own), ZERO)
    return Onward(receipts, paid_for, used - shown, total - used, receipts[0].received.fund.currency)


def _money_line(sale: Sale) -> tuple[list[Span[int | None]], list[Receipt]]:
    """All premium of the co-op laid out by the sales it pays, the oldest first; and the receipts of this sale."""
    rows = (
        PremiumReceived.objects.filter(cooperative=sale.cooperative_id)
        .select_related("fund")
        .annotate(sale_key=F("payments__sale"), part=F("payments__amount"))
        .order_by(F("received_on").asc(nulls_first=True), "pk", "sale_key")
    )
    amounts: list[tuple[int | None, Decimal]] = []
    receipts: list[Receipt] = []
    for _key, group in groupby(rows, key=lambda row: row.pk):
        together = list(group)
        received, paid = together[0], together[0].paid
        if received.amount is None or paid is None:
            continue
        parts = [(row.sale_key, row.part) for row in together if row.sale_key is not None]
        in_fund = in_parts(received.amount, paid, parts)
        amounts += in_fund
        currency = received.original_currency or received.fund.currency
        receipts += [
            Receipt(received, part, currency, amount)
            for (key, part), (_same, amount) in zip(parts, in_fund, strict=False)
            if key == sale.pk
        ]
    return laid_out(amounts), receipts


def _spending(received: PremiumReceived, own: Sequence[Span[Any]]) -> ExpenseQuerySet:
    """The expenses that lie on these stretches of the line, in their order, with where they end on it."""
    taken = Coalesce(F("amount"), Value(ZERO, MONEY))
    order = (F("spent_on").asc(nulls_first=True), F("pk").asc())
    touched = Q()
    for span in own:
        touched |= Q(line_end__gt=span.start, line_start__lt=span.end)
    expenses: Any = Expense.objects.filter(activity__fund=received.fund_id)
    return (  # type: ignore[no-any-return]
        expenses.counted()
        .select_related("activity__fund")
        .annotate(
            line_end=Window(Sum(taken), order_by=order, output_field=MONEY),
            spent_in_all=Window(Sum(taken), output_field=MONEY),
        )
        .annotate(line_start=ExpressionWrapper(F("line_end") - taken, output_field=MONEY))
        .filter(touched, amount__gt=0)
        .order_by(*order)
    )


# Rates ----------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class RateLine:
    """A rate; for every region when the regions agree."""

    rate: Rate
    is_for_every_region: bool


def rate_lines() -> Mapping[Any, Sequence[RateLine]]:
    """The rates by scheme, newest first; rows that differ in nothing but the region are one (one query)."""
    rows = Rate.objects.filter(successor__isnull=True).select_related("scheme")
    ordered = rows.order_by("scheme__name", "scheme", "form", F("from_on").desc(nulls_last=True), "region")
    lines: dict[Any, list[RateLine]] = {}
    for _key, group in groupby(ordered, key=lambda rate: (rate.scheme_id, rate.form, rate.from_on)):
        together = list(group)
        same = len(together) > 1 and len({_values(rate) for rate in together}) == 1
        shown = together[:1] if same else together
        lines.setdefault(shown[0].scheme, []).extend(RateLine(rate, same) for rate in shown)
    return lines


def _values(rate: Rate) -> tuple[Any, ...]:
    return rate.premium, rate.quality_part, rate.minimum_price, rate.organic_differential, rate.source
