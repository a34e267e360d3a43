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
from trainings.models import Attendance, PeopleTrained, TrackReach, reach, trained

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
    empty = {
        TrackReach: _empty_reach(counted.marks, rows),
        PeopleTrained: _empty_trained(counted.marks, rows),
        Spending: _empty_spending(counted.expenses, rows),
    }
    return rows | {model: rows.get(model, set()) | keys for model, keys in empty.items() if keys}


def count_again(counted: Counted) -> None:
    """Write the counts of these co-ops from the rows that are left."""
    with connection.cursor() as cursor:
        cursor.execute(reach.COUNT_AGAIN, [list(counted.marks)])
        cursor.execute(trained.COUNT_AGAIN, [list(counted.marks)] * 2)
        cursor.execute(ADD_AGAIN, [list(counted.expenses)])


def _owners(model: Model, rows: Mapping[Model, set[Any]]) -> set[int]:
    going = model._base_manager.filter(pk__in=rows.get(model, ()))
    return set(going.order_by().values_list("cooperative", flat=True).distinct())


def _marks_left(cooperatives: Iterable[int], rows: Mapping[Model, set[Any]]) -> models.QuerySet[Attendance]:
    return Attendance.objects.filter(cooperative__in=cooperatives).exclude(pk__in=rows.get(Attendance, ())).order_by()


def _empty_reach(cooperatives: Iterable[int], rows: Mapping[Model, set[Any]]) -> set[int]:
    pairs = set(_marks_left(cooperatives, rows).values_list("cooperative", "session__training__track").distinct())
    counts = TrackReach.objects.filter(cooperative__in=cooperatives).values_list("pk", "cooperative", "track")
    return {key for key, *pair in counts if tuple(pair) not in pairs}


def _empty_trained(cooperatives: Iterable[int], rows: Mapping[Model, set[Any]]) -> set[int]:
    training, programme = "session__training", "session__training__programme"
    columns = ("cooperative", ExtractYear("session__held_on"), programme, f"{programme}__part_of", f"{training}__track")
    left: set[tuple[Any, ...]] = set()
    for cooperative, year, own, part_of, track in _marks_left(cooperatives, rows).values_list(*columns).distinct():
        for counted in ((None, False), (own, False), (part_of, True), (own, True)):
            left |= {(cooperative, year, *counted, None, True), (cooperative, year, *counted, track, False)}
    counts = PeopleTrained.objects.filter(cooperative__in=cooperatives)
    key = ("cooperative", "year", "programme", "with_parts", "track", "is_together")
    return {pk for pk, *named in counts.values_list("pk", *key) if tuple(named) not in left}


def _empty_spending(cooperatives: Iterable[int], rows: Mapping[Model, set[Any]]) -> set[int]:
    left = Expense.objects.filter(cooperative__in=cooperatives)
    assert isinstance(left, ExpenseQuerySet)  # noqa: S101
    left = left.counted().exclude(pk__in=rows.get(Expense, ()))
    kinds = left.order_by().values_list("cooperative", ExtractYear("spent_on"), "activity__category").distinct()
    totals = Spending.objects.filter(cooperative__in=cooperatives)
    named = totals.values_list("pk", "cooperative", "year", "category")
    counted = set(kinds)
    return {key for key, *kind in named if tuple(kind) not in counted}
