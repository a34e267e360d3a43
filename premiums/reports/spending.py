"""Answers about spending, in a constant number of queries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from config.prepared import prepared
from cooperatives.models import Cooperative, User
from premiums.models import Activity, Allotment, Expense, Plan, PlannedAssembly, Voucher
from premiums.models.expenses import ExpenseQuerySet, ExpenseState
from premiums.models.resolutions import ResolutionState

LATEST = 8
RETURNED = 20  # entries to be corrected that the log shows; the list has the others
LATE_FOR = dt.timedelta(days=365)  # how long the end of a year that nobody closed is worth a line


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
class Deadline:
    """A day that matters: `what` is an assembly that is planned ("assembly"), or the day one is needed by, to ratify
    an activity spent by exception ("ratify") or to close the year of a plan ("close").

    `row` is the key of the planned assembly, or of the plan; `title` the place, or what the plan or activity is called.
    """

    on: dt.date
    days_left: int
    what: str
    row: int
    title: str
    title_es: str
    title_pt: str

    @property
    def is_overdue(self) -> bool:
        """The day has passed."""
        return self.days_left < 0


@dataclass(frozen=True)
class SpendingLog:
    """The home of co-op staff: what may be spent, what came last, what needs attention, and by when.

    `waiting_count` counts every entry nobody has checked, `to_check` has the oldest that others than the reader logged,
    `returned` the newest to be corrected; `more_returned` says that there are others.
    """

    open_activities: Sequence[ActivityLine]
    spent_up_count: int
    latest: Sequence[Expense]
    returned: Sequence[Expense]
    more_returned: bool
    to_check: Sequence[Expense]
    waiting_count: int
    deadlines: Sequence[Deadline]

    @property
    def has_assembly(self) -> bool:
        """Somebody planned an assembly of which nothing is recorded yet."""
        return any(one.what == "assembly" for one in self.deadlines)


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


def spending_log(cooperative: Cooperative, reader: User) -> SpendingLog:
    """What the spending log of a co-op shows its reader (five queries, whatever its size)."""
    lines = activity_lines(cooperative)
    open_lines = [line for line in lines if line.left > 0]
    returned, to_check, waiting_count = _open_entries(cooperative, reader)
    return SpendingLog(
        open_activities=open_lines,
        spent_up_count=len(lines) - len(open_lines),
        latest=_latest(cooperative),
        returned=returned[:RETURNED],
        more_returned=len(returned) > RETURNED,
        to_check=to_check,
        waiting_count=waiting_count,
        deadlines=deadlines(cooperative, cooperative.today()),
    )


def _latest(cooperative: Cooperative) -> list[Expense]:
    """The newest expenses: their keys from the index first, so that nothing is joined to the others of all years."""
    keys = Expense.objects.filter(cooperative=cooperative).newest_first().values("pk")[:LATEST]
    return list(expenses_of(cooperative).filter(pk__in=keys))


def _open_entries(cooperative: Cooperative, reader: User) -> tuple[list[Expense], list[Expense], int]:
    """What was returned (one more than is shown), what waits for the reader's check, and how many wait (one query).

    The keys are found kind by kind, each in an index of its own, and only then the rows.
    """
    own = Expense.objects.filter(cooperative=cooperative)
    returned_ones = own.filter(state=ExpenseState.RETURNED).newest_first().values("pk")[: RETURNED + 1]
    waiting = own.waiting_for_check()
    counted = waiting.order_by().values("cooperative").annotate(n=Count("pk")).values("n")
    oldest = waiting.exclude(logged_by=reader).order_by("logged_at", "pk").values("pk")[:LATEST]
    any_one = waiting.order_by("logged_at", "pk").values("pk")[:1]  # brings the count, whoever logged it
    rows: Any = expenses_of(cooperative).filter(pk__in=returned_ones.union(oldest, any_one, all=True))
    found = list(rows.annotate(waiting_count=Coalesce(Subquery(counted), 0)))
    returned = [row for row in found if row.state == ExpenseState.RETURNED]
    others = [row for row in found if row.state == ExpenseState.LOGGED and row.logged_by_id != reader.pk]
    to_check = sorted(others, key=lambda row: (row.logged_at, row.pk))
    return returned, to_check, found[0].waiting_count if found else 0


def deadlines(cooperative: Cooperative, on: dt.date) -> list[Deadline]:
    """The assemblies planned, and the days by which the open years need one (one query)."""
    columns = ("what", "row", "title", "title_es", "title_pt")
    approved = Activity.objects.filter(cooperative=cooperative, approved__gt=0).values("plan")
    plans = Plan.objects.filter(cooperative=cooperative, closed_at__isnull=True, pk__in=approved).order_by()
    plans = plans.filter(ends_on__isnull=False, ends_on__gte=on - LATE_FOR)
    ratified = Activity.objects.filter(cooperative=cooperative, plan__closed_at__isnull=True).unratified().order_by()
    planned: Any = PlannedAssembly.objects.open().filter(cooperative=cooperative).order_by()
    planned = planned.annotate(title=F("place"), title_es=Value(""), title_pt=Value(""))
    rows = plans.annotate(what=Value("close"), row=F("pk")).values_list("ends_on", *columns)
    exceptions = ratified.annotate(what=Value("ratify"), row=F("plan")).values_list("ratify_by_on", *columns)
    assemblies = planned.annotate(what=Value("assembly"), row=F("pk")).values_list("planned_on", *columns)
    all_of_them = rows.union(exceptions, assemblies, all=True)
    return sorted(
        (Deadline(day, (day - on).days, *row) for day, *row in all_of_them), key=lambda one: (one.on, one.title)
    )


def last_activity(cooperative: Cooperative, user: User) -> int | None:
    """The activity this person logged for last: the likeliest one for the next expense."""
    return next(iter(_last_logged(cooperative.pk, user.pk)), None)


@prepared
def _last_logged(cooperative: int, user: int) -> QuerySet[Any, Any]:
    mine = Expense.objects.filter(cooperative=cooperative, logged_by=user)
    return mine.order_by("-logged_at").values_list("activity_id", flat=True)[:1]


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
