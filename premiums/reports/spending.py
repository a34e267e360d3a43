"""Answers about spending, in a constant number of queries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from cooperatives.models import Cooperative, User
from premiums.models import Activity, Allotment, Expense, Voucher
from premiums.models.expenses import ExpenseQuerySet, ExpenseState
from premiums.models.resolutions import ResolutionState

LATEST = 8


@dataclass(frozen=True)
class ActivityLine:
    """An activity with what the assembly approved, when, and what is left; amounts in the fund's currency."""

    activity: Activity
    approved_on: dt.date | None

    @property
    def left(self) -> Decimal:
        """What may still be spent."""
        return self.activity.left

    @property
    def ceiling(self) -> Decimal:
        """What may be spent in all: what an assembly approved, or was authorised by exception."""
        return self.activity.spent + self.activity.left


@dataclass(frozen=True)
class SpendingLog:
    """The treasurer's home: what may be spent, what came last, what needs attention."""

    open_activities: Sequence[ActivityLine]
    spent_up_count: int
    latest: Sequence[Expense]
    returned: Sequence[Expense]
    waiting_count: int


def activity_lines(cooperative: Cooperative) -> list[ActivityLine]:
    """The activities of open years that an assembly gave money, or that may spend by exception (two queries)."""
    activities = list(
        Activity.objects.filter(Q(approved__gt=0) | Q(is_exceptional=True), cooperative=cooperative)
        .filter(plan__closed_at__isnull=True)
        .select_related("fund", "category", "plan")
        .order_by(F("plan__starts_on").desc(nulls_last=True), "position", "pk")
    )
    released = Allotment.objects.filter(
        cooperative=cooperative, resolution__state=ResolutionState.ADOPTED, resolution__is_historic=False
    ).values_list("activity_id", "resolution__assembly__held_on")
    approved_on: dict[int, dt.date] = {}
    for activity_id, held_on in released:
        if held_on:
            approved_on[activity_id] = max(held_on, approved_on.get(activity_id, held_on))
    return [ActivityLine(activity, approved_on.get(activity.pk)) for activity in activities]


def expenses_of(cooperative: Cooperative) -> ExpenseQuerySet:
    """The co-op's expenses with what a list shows of them, newest first.

    Vouchers are counted row by row, for the rows of the page: a joined count would group all expenses first.
    """
    vouchers = Voucher.objects.filter(expense=OuterRef("pk")).order_by().values("expense").annotate(n=Count("pk"))
    return (
        Expense.objects.filter(cooperative=cooperative)
        .newest_first()
        .select_related("activity__fund", "logged_by", "checked_by")
        .annotate(voucher_count=Coalesce(Subquery(vouchers.values("n")), 0))
    )


def spending_log(cooperative: Cooperative) -> SpendingLog:
    """What the spending log of a co-op shows (five queries, whatever its size)."""
    lines = activity_lines(cooperative)
    open_lines = [line for line in lines if line.left > 0]
    waiting = Expense.objects.filter(cooperative=cooperative).waiting_for_check()
    return SpendingLog(
        open_activities=open_lines,
        spent_up_count=len(lines) - len(open_lines),
        latest=list(expenses_of(cooperative)[:LATEST]),
        returned=list(expenses_of(cooperative).filter(state=ExpenseState.RETURNED)),
        waiting_count=waiting.count(),
    )


def last_activity(cooperative: Cooperative, user: User) -> int | None:
    """The activity this person logged for last: the likeliest one for the next expense."""
    return (
        Expense.objects.filter(cooperative=cooperative, logged_by=user)
        .order_by("-logged_at")
        .values_list("activity_id", flat=True)
        .first()
    )


def earlier_entry(cooperative: Cooperative, user: User, form_key: str) -> Expense | None:
    """The entry that this person's form made already: it was sent before, and the answer was lost on the way."""
    mine = Expense.objects.filter(cooperative=cooperative, logged_by=user)
    return mine.filter(form_key=form_key).select_related("activity__fund").first()


def twin_of(cooperative: Cooperative, user: User, typed: Mapping[str, Any]) -> Expense | None:
    """What this person logged in the last quarter of an hour with the same activity, day, amount and payee.

    An entry with the same form key is no twin: it is this very form, sent again.
    """
    return (
        Expense.objects.filter(
            cooperative=cooperative,
            logged_by=user,
            logged_at__gte=timezone.now() - dt.timedelta(minutes=15),
            **{name: typed[name] for name in ("activity", "spent_on", "amount", "payee")},
        )
        .exclude(form_key=typed["form_key"])
        .exclude(state=ExpenseState.VOIDED)
        .first()
    )
