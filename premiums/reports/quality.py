"""The share for quality and productivity: at least a quarter of the premium of contracts signed since April 2011.

See domain-rules 2.3: five of the twenty cents a pound. Over which period the share is tested is not settled, so it is
shown over all premium since then, and falling short is a warning, never a refusal.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

QUALITY_SINCE = dt.date(2011, 4, 1)
QUALITY_SHARE = Decimal("0.25")
ZERO, CENT = Decimal(0), Decimal("0.01")


@dataclass(frozen=True)
class SalePart:
    """The part of a receipt that pays one sale, in the currency it was paid in, and what is known of the sale."""

    amount: Decimal
    signed_on: dt.date | None
    premium_due: Decimal | None
    quality_due: Decimal | None


@dataclass(frozen=True)
class Receipt:
    """Premium that came in: `amount` in the fund's currency, `paid` as it was paid, and the sales it pays."""

    key: int
    received_on: dt.date | None
    amount: Decimal | None
    paid: Decimal | None
    parts: list[SalePart]


@dataclass(frozen=True)
class QualityShare:
    """What should go to quality and productivity, what is planned for it and what went there, in the fund's currency.

    Each share is of its own whole: of the premium received, of what is planned, of what was spent.
    """

    received: Decimal
    due: Decimal
    planned: Decimal
    planned_of: Decimal
    spent: Decimal
    spent_of: Decimal

    @property
    def due_percent(self) -> Decimal | None:
        """Percent of the premium received; None while nothing came in."""
        return _percent(self.due, self.received)

    @property
    def planned_percent(self) -> Decimal | None:
        """Percent of the planned money; None while nothing is planned."""
        return _percent(self.planned, self.planned_of)

    @property
    def spent_percent(self) -> Decimal | None:
        """Percent of what was spent; None while nothing was."""
        return _percent(self.spent, self.spent_of)

    @property
    def is_planned_short(self) -> bool:
        """Less than a quarter of the planned money is for quality and productivity."""
        return self.planned < self.planned_of * QUALITY_SHARE

    @property
    def is_spent_short(self) -> bool:
        """Less than a quarter of what was spent went to quality and productivity."""
        return self.spent < self.spent_of * QUALITY_SHARE

    @property
    def still_due(self) -> Decimal:
        """What is still to be spent on quality and productivity."""
        return max(self.due - self.spent, ZERO)


def quality_share(
    receipts: Iterable[Receipt], activities: Sequence[tuple[Decimal, Decimal, Decimal, Decimal]]
) -> QualityShare:
    """The share over these receipts and activities (planned, its percent, spent, its percent), rounded at the end."""
    received, due = earmark(receipts)
    return QualityShare(
        received=received,
        due=due,
        planned=_cents(sum((amount * percent / 100 for amount, percent, _, _ in activities), ZERO)),
        planned_of=sum((amount for amount, _, _, _ in activities), ZERO),
        spent=_cents(sum((amount * percent / 100 for _, _, amount, percent in activities), ZERO)),
        spent_of=sum((amount for _, _, amount, _ in activities), ZERO),
    )


def earmark(receipts: Iterable[Receipt]) -> tuple[Decimal, Decimal]:
    """Premium under the rule, and what of it is for quality and productivity, in the fund's currency.

    For the part that pays a sale whose contract is dated, the date of the contract decides, and its own rate tells the
    share where it is known. For all other money the day it came in decides, and the share is a quarter.
    """
    base = due = ZERO
    for receipt in receipts:
        if receipt.amount is None or not receipt.paid:
            continue
        exchange = receipt.amount / receipt.paid
        rest = receipt.paid
        came_since = receipt.received_on is not None and receipt.received_on >= QUALITY_SINCE
        for part in receipt.parts:
            rest -= part.amount
            if part.signed_on >= QUALITY_SINCE if part.signed_on else came_since:
                base += part.amount * exchange
                due += part.amount * exchange * _share(part)
        if came_since:
            base += rest * exchange
            due += rest * exchange * QUALITY_SHARE
    return _cents(base), _cents(due)


def _share(part: SalePart) -> Decimal:
    if part.premium_due and part.quality_due is not None:
        return part.quality_due / part.premium_due
    return QUALITY_SHARE


def _percent(part: Decimal, whole: Decimal) -> Decimal | None:
    return (part * 100 / whole).quantize(Decimal("0.1")) if whole else None


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, ROUND_HALF_UP)
