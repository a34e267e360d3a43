"""The newest thing that is recorded of a co-op, among its expenses, trainings, assemblies and premium."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import DateField, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, JSONObject

from premiums.models import Assembly, Expense, PremiumReceived
from premiums.models.expenses import ExpenseState
from trainings.models import Training
from trainings.models.trainings import TOOK_PLACE


@dataclass(frozen=True)
class LastActivity:
    """The newest thing that is recorded; `what` is expense, entry, training, assembly or premium."""

    on: dt.date
    precision: str
    what: str


def last_activity_of(row: Any) -> LastActivity | None:
    """The newest of a co-op that was read `with_last_activity`; None when nothing has a date."""
    entered = row.entry_at and row.entry_at.astimezone(ZoneInfo(row.time_zone)).date()
    found = [LastActivity(entered, "day", "entry")] if entered else []
    pairs = [(what, getattr(row, f"last_{what}")) for what in ("expense", "training", "assembly", "premium")]
    found += [LastActivity(dt.date.fromisoformat(last["on"]), last["precision"], what) for what, last in pairs if last]
    return max(found, key=lambda activity: activity.on, default=None)


def _activities(today: dt.date, *, with_books: bool) -> dict[str, tuple[QuerySet[Any], str, str]]:
    """What happened, by its name: the rows of a co-op, the column of their date and that of its precision."""
    own = {"cooperative": OuterRef("pk")}
    held = Training.objects.filter(invitations__cooperative=OuterRef("pk"), state__in=TOOK_PLACE).annotate(
        held_on=Coalesce("ends_on", "starts_on", output_field=DateField())
    )
    money: dict[str, tuple[QuerySet[Any], str, str]] = {
        "expense": (Expense.objects.exclude(state=ExpenseState.VOIDED), "spent_on", "spent_precision"),
        "assembly": (Assembly.objects.filter(held_on__lte=today), "held_on", "held_precision"),
        "premium": (PremiumReceived.objects.all(), "received_on", "received_precision"),
    }
    found = {
        what: (rows.filter(**own) if with_books else rows.none(), on, precision)
        for what, (rows, on, precision) in money.items()
    }
    return {**found, "training": (held.filter(held_on__lte=today), "held_on", "starts_precision")}


def _entered(*, with_books: bool) -> Subquery:
    entries = Expense.objects.exclude(state=ExpenseState.VOIDED).filter(cooperative=OuterRef("pk"))
    return _newest(entries if with_books else entries.none(), "logged_at", F("logged_at"))


def with_dates(cooperatives: QuerySet[Any], today: dt.date, *, with_books: bool) -> QuerySet[Any]:
    """The co-ops with the newest date of each kind, to sort them by."""
    kinds = _activities(today, with_books=with_books)
    dates = {f"{what}_on": _newest(rows, on, F(on)) for what, (rows, on, _precision) in kinds.items()}
    found: QuerySet[Any] = cooperatives.annotate(entry_at=_entered(with_books=with_books), **dates)
    return found


def with_last_activity(cooperatives: QuerySet[Any], today: dt.date, *, with_books: bool) -> QuerySet[Any]:
    """The co-ops with the newest date of each kind and its precision."""
    pairs = {
        f"last_{what}": _newest(rows, on, JSONObject(on=on, precision=precision))
        for what, (rows, on, precision) in _activities(today, with_books=with_books).items()
    }
    found: QuerySet[Any] = cooperatives.annotate(entry_at=_entered(with_books=with_books), **pairs)
    return found


def _newest(rows: QuerySet[Any], by: str, value: Any) -> Subquery:
    order = F(by).desc(nulls_last=True) if by == "spent_on" else F(by).desc()
    return Subquery(rows.filter(**{f"{by}__isnull": False}).order_by(order, "-pk").values(newest=value)[:1])
