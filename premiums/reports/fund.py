"""A co-op's premium fund at a date: what came in, what was approved, spent and left, and what needs attention.

Today's totals are the stored ones. At an earlier date they are recomputed from the rows: premium received, expenses
spent and assemblies held until then. An entry that was voided later counts at no date; an entry without a date is
historic and counts at every date.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from typing import Any

from django.db.models import Count, Exists, F, Max, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from config.prepared import prepared
from cooperatives.models import Cooperative
from premiums.models import Activity, Expense, Fund, Plan, PlanLine, Sale, Voucher
from premiums.models.expenses import ExpenseState
from premiums.models.resolutions import ResolutionState
from premiums.models.sales import SaleState
from premiums.models.versions import VersionState
from premiums.reports.quality import QUALITY_SINCE, QualityShare, Receipt, SalePart, quality_share

ZERO = Decimal(0)


@dataclass(frozen=True)
class Balance:
    """The four figures of a fund, in its currency; see `Fund` for what they mean."""

    received: Decimal
    approved: Decimal
    spent: Decimal
    unratified: Decimal

    @property
    def committed(self) -> Decimal:
        """Approved and not yet spent."""
        return self.approved + self.unratified - self.spent

    @property
    def left(self) -> Decimal:
        """Received, neither spent nor committed."""
        return self.received - self.approved - self.unratified


@dataclass(frozen=True)
class Release:
    """What an adopted resolution gave an activity, and when the assembly was held."""

    resolution: int
    held_on: dt.date | None
    amount: Decimal
    text: str
    text_es: str
    text_pt: str


@dataclass(frozen=True)
class Spending:
    """What was spent on an activity until a date, what of it in a period that ends then, and what needs attention."""

    spent: Decimal = ZERO
    since_2011: Decimal = ZERO
    last_on: dt.date | None = None
    undated: int = 0
    unknown: int = 0
    waiting: int = 0
    returned: int = 0
    without_voucher: int = 0
    in_period: Decimal = ZERO
    entries_in_period: int = 0
    without_voucher_in_period: int = 0


@dataclass(frozen=True)
class ActivityLine:
    """Plan against actual of one activity. `planned` is the budget of the plan's approved version, if it has one."""

    activity: Activity
    planned: Decimal | None
    planned_quality: Decimal | None
    approved: Decimal
    spending: Spending
    releases: Sequence[Release] = ()

    @property
    def spent(self) -> Decimal:
        """What expenses took."""
        return self.spending.spent

    @property
    def left(self) -> Decimal:
        """Approved and not yet spent."""
        return max(self.approved - self.spent, ZERO)

    @property
    def unratified(self) -> Decimal:
        """Spent beyond any approval."""
        return max(self.spent - self.approved, ZERO)

    @property
    def last_release(self) -> Release | None:
        """The newest adopted resolution that gave it money."""
        return max(self.releases, key=lambda release: release.held_on or dt.date.min, default=None)

    def is_untouched(self, since: dt.date) -> bool:
        """It has had money since before that day, and nothing was spent from that day on."""
        release, spent_on = self.last_release, self.spending.last_on
        return bool(
            self.left > 0
            and not self.activity.plan.is_closed
            and release
            and release.held_on
            and release.held_on <= since
            and (spent_on is None or spent_on <= since)
        )


@dataclass(frozen=True)
class PremiumDue:
    """Premium due and not received, in USD, over the sales where both are known; how many could not be compared."""

    outstanding: Decimal
    sales: int
    unknown: int
    other_currency: int


@dataclass(frozen=True)
class FundPage:
    """What the page of a fund shows."""

    fund: Fund | None
    on: dt.date
    is_today: bool
    balance: Balance
    lines: Sequence[ActivityLine]
    plans: Mapping[Plan, Sequence[ActivityLine]]
    quality: QualityShare
    due: PremiumDue
    untouched_since: dt.date
    undated: int
    unknown: int
    last_year: int

    def count(self, what: str) -> int:
        """How many expenses are waiting, returned or without voucher."""
        return sum(getattr(line.spending, what) for line in self.lines)

    @property
    def waiting(self) -> int:
        """Expenses nobody has checked."""
        return self.count("waiting")

    @property
    def returned(self) -> int:
        """Expenses that wait to be corrected."""
        return self.count("returned")

    @property
    def without_voucher(self) -> int:
        """Expenses without a paper."""
        return self.count("without_voucher")

    @property
    def unratified(self) -> list[ActivityLine]:
        """Activities that spent more than any assembly approved."""
        return [line for line in self.lines if line.unratified]

    @property
    def untouched(self) -> list[ActivityLine]:
        """Activities whose approved money was not touched for a year."""
        return [line for line in self.lines if line.is_untouched(self.untouched_since)]


def fund_page(cooperative: Cooperative, on: dt.date) -> FundPage:
    """The fund of a co-op at the end of a day (four queries, whatever the number of rows)."""
    is_today = on >= cooperative.today()
    fund, receipts = receipts_until(cooperative, on)
    lines = activity_lines(cooperative, on, is_today=is_today)
    balance = _balance(receipts, lines)
    if is_today and fund:
        balance = Balance(fund.received, fund.approved, fund.spent, fund.unratified)
    plans: dict[Plan, list[ActivityLine]] = {}
    for line in lines:
        plans.setdefault(line.activity.plan, []).append(line)
    dates = [receipt.received_on for receipt in receipts] + [line.spending.last_on for line in lines]
    undated = sum(1 for receipt in receipts if receipt.received_on is None and receipt.amount)
    unknown = sum(1 for receipt in receipts if receipt.amount is None)
    return FundPage(
        fund=fund,
        on=on,
        is_today=is_today,
        balance=balance,
        lines=lines,
        plans=plans,
        quality=quality_share(receipts, [_quality_part(line) for line in lines]),
        due=_premium_due(cooperative, on),
        untouched_since=year_before(on),
        undated=undated + sum(line.spending.undated for line in lines),
        unknown=unknown + sum(line.spending.unknown for line in lines),
        last_year=max((day.year for day in dates if day), default=on.year),
    )


def year_before(day: dt.date) -> dt.date:
    """The same day twelve months earlier; 28 February for 29 February."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


def _balance(receipts: Iterable[Receipt], lines: Sequence[ActivityLine]) -> Balance:
    return Balance(
        received=sum((receipt.amount or ZERO for receipt in receipts), ZERO),
        approved=sum((line.approved for line in lines), ZERO),
        spent=sum((line.spent for line in lines), ZERO),
        unratified=sum((line.unratified for line in lines), ZERO),
    )


def receipts_until(cooperative: Cooperative, on: dt.date) -> tuple[Fund | None, list[Receipt]]:
    """The fund and the premium it received until a day, each with the sales it pays (one query)."""
    fund: Fund | None = None
    found: dict[int, Receipt] = {}
    row: Any
    for row in _receipt_rows(cooperative.pk):
        fund = row
        if row.receipt is None or (row.received_on and row.received_on > on):
            continue
        receipt = found.setdefault(row.receipt, Receipt(row.receipt, row.received_on, row.amount, row.paid, []))
        if row.part is not None:
            receipt.parts.append(SalePart(row.part, row.signed_on, row.premium_due, row.quality_due))
    return fund, list(found.values())


@prepared
def _receipt_rows(cooperative: int) -> QuerySet[Any]:
    came, paid = "premium_received", "premium_received__payments"
    return (
        Fund.objects.filter(cooperative=cooperative)
        .annotate(
            receipt=F(came),
            received_on=F(f"{came}__received_on"),
            amount=F(f"{came}__amount"),
            paid=Coalesce(F(f"{came}__original_amount"), F(f"{came}__amount")),
            part=F(f"{paid}__amount"),
            signed_on=F(f"{paid}__sale__signed_on"),
            premium_due=F(f"{paid}__sale__premium_due"),
            quality_due=F(f"{paid}__sale__quality_due"),
        )
        .order_by("received_on", "receipt")
    )


def activity_lines(
    cooperative: Cooperative, on: dt.date, *, is_today: bool, since: dt.date = dt.date.min
) -> list[ActivityLine]:
    """Plan against actual of the activities that have a plan or money by that day, newest plan first (two queries).

    The period of their spending begins on `since`.
    """
    names = [each.name for each in fields(Spending)]
    rows = _spending_until(cooperative.pk, on=on, since=since)
    spending = {row["activity"]: Spending(**{name: row[name] for name in names}) for row in rows}
    found: dict[int, tuple[Any, list[Release]]] = {}
    row: Any
    for row in _activities_with_releases(cooperative.pk):
        releases = found.setdefault(row.pk, (row, []))[1]
        if row.release_state == ResolutionState.ADOPTED and (row.held_on is None or row.held_on <= on):
            texts = (row.release_text, row.release_text_es, row.release_text_pt)
            releases.append(Release(row.release_resolution, row.held_on, row.release_amount, *texts))
    lines = []
    for row, releases in found.values():
        spent = spending.get(row.pk, Spending())
        approved = row.approved if is_today else sum((release.amount for release in releases), ZERO)
        if is_today:
            spent = replace(spent, spent=row.spent)
        line = ActivityLine(row, row.budget, row.budget_quality, approved, spent, tuple(releases))
        is_planned = line.planned is not None or row.is_exceptional or row.is_historic  # else in a draft at most
        has_begun = row.plan.starts_on is None or row.plan.starts_on <= on
        if line.approved or line.spent or (is_planned and has_begun):
            lines.append(line)
    return lines


@prepared
def _activities_with_releases(cooperative: int) -> QuerySet[Activity]:
    """Each activity, once for every resolution that gives it money (or once without any)."""
    live = PlanLine.objects.filter(activity=OuterRef("pk"), version__state=VersionState.APPROVED)
    return (
        Activity.objects.filter(cooperative=cooperative)
        .select_related("plan", "category")
        .annotate(
            release_amount=F("allotments__amount"),
            release_resolution=F("allotments__resolution"),
            release_state=F("allotments__resolution__state"),
            release_text=F("allotments__resolution__text"),
            release_text_es=F("allotments__resolution__text_es"),
            release_text_pt=F("allotments__resolution__text_pt"),
            held_on=F("allotments__resolution__assembly__held_on"),
            budget=Subquery(live.values("budget")[:1]),
            budget_quality=Subquery(live.values("quality_percent")[:1]),
        )
        .order_by(F("plan__starts_on").desc(nulls_last=True), "plan", "position", "pk")
    )


def has_voucher() -> Q:
    """Of an expense: there is a paper, its own or that of the entry whose voucher it shares."""
    own = Exists(Voucher.objects.filter(expense=OuterRef("pk")))
    shared = Exists(Voucher.objects.filter(expense=OuterRef("split_of")))
    return Q(own) | Q(shared)


def _has_voucher_of(cooperative: int) -> Q:
    """The same for all expenses of one co-op: its papers are read once, and not those of all co-ops."""
    papers = Voucher.objects.filter(cooperative=cooperative).values("expense")
    return Q(pk__in=papers) | Q(split_of__in=papers)


@prepared
def _spending_until(cooperative: int, *, on: dt.date, since: dt.date) -> QuerySet[Any, Any]:
    bare, period = Q(is_historic=False) & ~_has_voucher_of(cooperative), Q(spent_on__gte=since)
    return (
        Expense.objects.filter(cooperative=cooperative)
        .counted()
        .filter(Q(spent_on__isnull=True) | Q(spent_on__lte=on))
        .order_by()
        .values("activity")
        .annotate(
            spent=Sum("amount", default=ZERO),
            since_2011=Sum("amount", filter=Q(spent_on__gte=QUALITY_SINCE), default=ZERO),
            last_on=Max("spent_on"),
            undated=Count("pk", filter=Q(spent_on__isnull=True, amount__isnull=False)),
            unknown=Count("pk", filter=Q(amount__isnull=True)),
            waiting=Count("pk", filter=Q(state=ExpenseState.LOGGED, is_historic=False)),
            returned=Count("pk", filter=Q(state=ExpenseState.RETURNED)),
            without_voucher=Count("pk", filter=bare),
            in_period=Sum("amount", filter=period, default=ZERO),
            entries_in_period=Count("pk", filter=period),
            without_voucher_in_period=Count("pk", filter=period & bare),
        )
    )


def _quality_part(line: ActivityLine) -> tuple[Decimal, Decimal, Decimal, Decimal]:
    """Planned, its share in percent, spent since April 2011, its share; nothing planned by plans that ended before."""
    plan = line.activity.plan
    is_before = plan.ends_on is not None and plan.ends_on < QUALITY_SINCE
    own = line.activity.quality_percent
    planned = line.approved if line.planned is None else line.planned
    share = own if line.planned_quality is None else line.planned_quality
    return ZERO if is_before else planned, share, line.spending.since_2011, own


def _premium_due(cooperative: Cooperative, on: dt.date) -> PremiumDue:
    """What the sales of that day still owe: premium due less what was received for them, where both are in USD."""
    came = Q(payments__premium_received__received_on__lte=on) | Q(payments__premium_received__received_on__isnull=True)
    in_usd = Q(payments__premium_received__original_currency="USD") | Q(
        payments__premium_received__original_currency="", payments__premium_received__fund__currency="USD"
    )
    sales = (
        Sale.objects.filter(Q(signed_on__isnull=True) | Q(signed_on__lte=on), cooperative=cooperative)
        .exclude(state=SaleState.CANCELLED)
        .order_by()
        .values("pk")
        .annotate(
            paid=Sum("payments__amount", filter=came & in_usd, default=ZERO),
            otherwise=Count("payments", filter=came & ~in_usd),
        )
        .values_list("premium_due", "paid", "otherwise")
    )
    known = [(due, paid) for due, paid, otherwise in sales if due is not None and not otherwise]
    owed = [due - paid for due, paid in known if due > paid]
    return PremiumDue(
        outstanding=sum(owed, ZERO),
        sales=len(owed),
        unknown=sum(1 for due, _paid, _otherwise in sales if due is None),
        other_currency=sum(1 for due, _paid, otherwise in sales if due is not None and otherwise),
    )
