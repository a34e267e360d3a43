"""Stored counts after rows went with triggers at rest: those that counted nothing else go along, the others count anew.

A count is a table of its own, with a row for each key that counts anything; see `trainings/models/reach.py` and
`premiums/models/spending.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection, models
from django.db.models.functions import ExtractYear

from premiums.models import Expense, Spending
from premiums.models.expenses import ExpenseQuerySet
from premiums.models.spending import ADD_AGAIN
from trainings.models import Attendance, TrackReach
from trainings.models.reach import COUNT_AGAIN

Model = type[models.Model]


@dataclass(frozen=True)
class Counted:
    """The co-ops of the marks and of the expenses that go."""

    marks: set[int]
    expenses: set[int]


def counted_for(rows: Mapping[Model, set[Any]]) -> Counted:
    """Whose stored counts change when these rows go."""
    return Counted(_owners(Attendance, rows), _owners(Expense, rows))


def with_counts_of_them(rows: dict[Model, set[Any]]) -> dict[Model, set[Any]]:
    """The rows, and the stored counts that count nothing else."""
    counted = counted_for(rows)
    empty = {TrackReach: _empty_reach(counted.marks, rows), Spending: _empty_spending(counted.expenses, rows)}
    return rows | {model: rows.get(model, set()) | keys for model, keys in empty.items() if keys}


def count_again(counted: Counted) -> None:
    """Write the counts of these co-ops from the rows that are left."""
    with connection.cursor() as cursor:
        cursor.execute(COUNT_AGAIN, [list(counted.marks)])
        cursor.execute(ADD_AGAIN, [list(counted.expenses)])


def _owners(model: Model, rows: Mapping[Model, set[Any]]) -> set[int]:
    going = model._base_manager.filter(pk__in=rows.get(model, ()))
    return set(going.order_by().values_list("cooperative", flat=True).distinct())


def _empty_reach(cooperatives: Iterable[int], rows: Mapping[Model, set[Any]]) -> set[int]:
    left = Attendance.objects.filter(cooperative__in=cooperatives).exclude(pk__in=rows.get(Attendance, ()))
    pairs = set(left.order_by().values_list("cooperative", "session__training__track").distinct())
    counts = TrackReach.objects.filter(cooperative__in=cooperatives).values_list("pk", "cooperative", "track")
    return {key for key, *pair in counts if tuple(pair) not in pairs}


def _empty_spending(cooperatives: Iterable[int], rows: Mapping[Model, set[Any]]) -> set[int]:
    left = Expense.objects.filter(cooperative__in=cooperatives)
    assert isinstance(left, ExpenseQuerySet)  # noqa: S101
    left = left.counted().exclude(pk__in=rows.get(Expense, ()))
    kinds = left.order_by().values_list("cooperative", ExtractYear("spent_on"), "activity__category").distinct()
    totals = Spending.objects.filter(cooperative__in=cooperatives)
    named = totals.values_list("pk", "cooperative", "year", "category")
    counted = set(kinds)
    return {key for key, *kind in named if tuple(kind) not in counted}
