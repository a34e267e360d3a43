"""Expenses as a tidy table: one row an expense, stable column names in English, real numbers and dates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

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


def expense_rows(expenses: ExpenseQuerySet) -> Iterator[tuple[Any, ...]]:
    """The header, then a row an expense, read in batches; None where something is not recorded."""
    yield EXPENSE_COLUMNS
    for expense in expenses.select_related("cooperative", "activity__fund").iterator(chunk_size=1000):
        yield (
            expense.pk,
            expense.cooperative.slug,
            expense.activity.title,
            expense.spent_on,
            expense.spent_precision,
            expense.amount,
            expense.activity.fund.currency,
            expense.payee,
            expense.purpose,
            expense.state,
            str(expense.logged_by or ""),
            expense.logged_at,
            str(expense.checked_by or ""),
            expense.checked_at,
            expense.voucher_count,  # type: ignore[attr-defined]
            int(expense.is_example),
            expense.document_kind,
            expense.document_number,
            expense.split_of_id,
        )
