"""The statement of a co-op's premium for its assembly: opening balance, what came in and went out, what is left.

The opening balance is what was received less what was spent before the period; opening + received − spent = closing.
An entry without a date is historic and belongs to the opening balance. Voided entries count nowhere.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q, QuerySet, Sum

from cooperatives.models import Cooperative
from premiums.models import Expense, Fund, PremiumReceived, Resolution
from premiums.models.resolutions import ResolutionState
from premiums.reports.fund import ActivityLine, activity_lines, has_voucher

ZERO = Decimal(0)


@dataclass(frozen=True)
class Statement:
    """One period of a fund, in its currency. `committed` is approved and not spent at its end; `unknown` are entries
    until then whose amount is not recorded.
    """

    fund: Fund
    since: dt.date
    until: dt.date
    opening: Decimal
    receipts: Sequence[PremiumReceived]
    lines: Sequence[ActivityLine]
    committed: Decimal
    resolutions: Sequence[Resolution]
    missing: Sequence[Expense]
    unknown: int

    @property
    def received(self) -> Decimal:
        """What came in."""
        return sum((receipt.amount or ZERO for receipt in self.receipts), ZERO)

    @property
    def spent(self) -> Decimal:
        """What went out."""
        return sum((line.spending.in_period for line in self.lines), ZERO)

    @property
    def closing(self) -> Decimal:
        """What the fund holds at the end of the period."""
        return self.opening + self.received - self.spent

    @property
    def left(self) -> Decimal:
        """What the fund holds and no assembly has given to an activity; below zero when more was approved."""
        return self.closing - self.committed

    @property
    def missing_count(self) -> int:
        """Expenses of the period without a paper."""
        return sum(line.spending.without_voucher_in_period for line in self.lines)

    @property
    def is_whole_year(self) -> bool:
        """The period is a calendar year."""
        return (self.since, self.until) == (dt.date(self.since.year, 1, 1), dt.date(self.since.year, 12, 31))


MISSING_SHOWN = 40  # expenses without voucher that are named; a statement is read on paper


def statement_of(cooperative: Cooperative, since: dt.date, until: dt.date) -> Statement | None:
    """The statement of a period, both days included; None for a co-op without a fund (five queries)."""
    receipts = list(
        PremiumReceived.objects.filter(Q(received_on__isnull=True) | Q(received_on__lte=until), cooperative=cooperative)
        .select_related("fund")
        .order_by("received_on", "pk")
    )
    lines = activity_lines(cooperative, until, is_today=False, since=since)
    fund = receipts[0].fund if receipts else Fund.objects.filter(cooperative=cooperative).first()
    if fund is None:
        return None
    during = [receipt for receipt in receipts if receipt.received_on and receipt.received_on >= since]
    came = sum((receipt.amount or ZERO for receipt in receipts if receipt not in during), ZERO)
    went = sum((line.spent - line.spending.in_period for line in lines), ZERO)
    unknown = sum(1 for receipt in receipts if receipt.amount is None) + sum(line.spending.unknown for line in lines)
    return Statement(
        fund=fund,
        since=since,
        until=until,
        opening=came - went,
        receipts=during,
        lines=[line for line in lines if line.spending.entries_in_period or line.left],
        committed=sum((line.left for line in lines), ZERO),
        resolutions=list(_resolutions(cooperative, since, until)),
        missing=list(_without_voucher(cooperative, since, until)[:MISSING_SHOWN]),
        unknown=unknown,
    )


def _resolutions(cooperative: Cooperative, since: dt.date, until: dt.date) -> QuerySet[Resolution]:
    """What the assemblies of the period voted, with what an adopted one released."""
    return (
        Resolution.objects.filter(cooperative=cooperative, assembly__held_on__range=(since, until))
        .exclude(state=ResolutionState.DRAFT)
        .select_related("assembly")
        .annotate(released=Sum("allotments__amount"))
        .order_by("assembly__held_on", "assembly", "pk")
    )


def _without_voucher(cooperative: Cooperative, since: dt.date, until: dt.date) -> QuerySet[Expense]:
    return (
        Expense.objects.filter(~has_voucher(), cooperative=cooperative, spent_on__range=(since, until))
        .filter(is_historic=False)
        .counted()
        .select_related("activity")
        .order_by("spent_on", "pk")
    )
