"""Answers about premium received: which sales it pays, and what of it is joined to none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from cooperatives.models import Cooperative
from premiums.models import PremiumPayment, PremiumReceived
from premiums.reports.sales import MONEY, ZERO


@dataclass(frozen=True)
class Parts:
    """The sales that a receipt pays, in the currency it was paid in."""

    payments: Sequence[PremiumPayment]
    currency: str
    rest: Decimal | None

    @property
    def total(self) -> Decimal:
        """What is joined to sales."""
        return sum((payment.amount for payment in self.payments), ZERO)


def received_of(cooperative: Cooperative) -> QuerySet[Any]:
    """The co-op's premium received, newest first, with `joined`: what of it is joined to sales, as paid."""
    parts = PremiumPayment.objects.filter(premium_received=OuterRef("pk")).order_by().values("premium_received")
    joined = Subquery(parts.annotate(joined=Sum("amount")).values("joined"))
    return (
        PremiumReceived.objects.filter(cooperative=cooperative)
        .select_related("fund")
        .annotate(joined=Coalesce(joined, Value(ZERO, MONEY)))
        .order_by(F("received_on").desc(nulls_last=True), "-pk")
    )


def parts_of(received: PremiumReceived) -> Parts:
    """The parts of a receipt, the oldest sale first; `rest` is None when the amount is not recorded (one query)."""
    payments = list(
        received.payments.select_related("sale").order_by(F("sale__signed_on").asc(nulls_last=True), "sale")
    )
    joined = sum((payment.amount for payment in payments), ZERO)
    rest = None if received.paid is None else received.paid - joined
    return Parts(payments, received.original_currency or received.fund.currency, rest)
