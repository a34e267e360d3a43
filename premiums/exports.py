"""Lists as tidy tables: one row a fact, stable column names in English, real numbers and dates."""

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
)


def expense_rows(expenses: ExpenseQuerySet) -> Iterator[tuple[Any, ...]]:
    """The header, then a row an expense, read in batches; amounts with a decimal point, empty where not recorded."""
    yield EXPENSE_COLUMNS
    for expense in expenses.select_related("cooperative", "activity__fund").iterator(chunk_size=1000):
        yield (
            expense.pk,
            expense.cooperative.slug,
            _harmless(expense.activity.title),
            expense.spent_on or "",
            expense.spent_precision,
            "" if expense.amount is None else expense.amount,
            expense.activity.fund.currency,
            _harmless(expense.payee),
            _harmless(expense.purpose),
            expense.state,
            _harmless(str(expense.logged_by or "")),
            expense.logged_at.isoformat() if expense.logged_at else "",
            _harmless(str(expense.checked_by or "")),
            expense.checked_at.isoformat() if expense.checked_at else "",
            expense.voucher_count,  # type: ignore[attr-defined]
            int(expense.is_example),
        )


def _harmless(text: str) -> str:
    """Text that a spreadsheet will not take for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
