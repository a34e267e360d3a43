"""Expenses as a tidy table: one row an expense, stable column names in English, real numbers and dates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import CharField, Value
from django.db.models.functions import Coalesce, NullIf

from premiums.models.expenses import ExpenseQuerySet

EXPENSE_COLUMNS = (
    "expense_id",
    "cooperative",
    "activity",
    "date",
    "date_precision",
    "amount",
    "currency",
    "payee",
    "purpose",
    "state",
    "logged_by",
    "logged_at",
    "checked_by",
    "checked_at",
    "vouchers",
    "example",
    "document_kind",
    "document_number",
    "split_of",
)
_FIELDS = (
    "pk",
    "cooperative__slug",
    "activity__title",
    "spent_on",
    "spent_precision",
    "amount",
    "activity__fund__currency",
    "payee",
    "purpose",
    "state",
    "logger",
    "logged_at",
    "checker",
    "checked_at",
    "voucher_count",
    "is_example",
    "document_kind",
    "document_number",
    "split_of",
)
_EXAMPLE = _FIELDS.index("is_example")


def expense_rows(expenses: ExpenseQuerySet) -> Iterator[tuple[Any, ...]]:
    """The header, then a row an expense, read in batches; None where something is not recorded. Of `expenses_of`."""
    yield EXPENSE_COLUMNS
    rows = expenses.annotate(logger=_name("logged_by"), checker=_name("checked_by")).values_list(*_FIELDS)
    for row in rows.iterator(chunk_size=1000):
        yield (*row[:_EXAMPLE], int(row[_EXAMPLE]), *row[_EXAMPLE + 1 :])


def _name(person: str) -> Coalesce:
    """What stands for a person: the name, or the mail address of one without; empty for nobody."""
    return Coalesce(NullIf(f"{person}__name", Value("")), f"{person}__email", Value(""), output_field=CharField())
