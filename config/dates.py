"""Dates as people know them: to the day, the month, part of a year, or only the year.

A date with a precision is stored as two columns: `…_on`, the first day of what is known, and `…_precision`. Unknown is
null with an empty precision, never a made-up day.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from django.db import migrations, models
from django.db.models import F, Q
from django.db.models.functions import Cast, ExtractDay, ExtractMonth
from django.db.models.lookups import Exact
from django.utils.translation import gettext_lazy as _


class DatePrecision(models.TextChoices):
    """How much of a date is known. The stored day is the first of the period; `LATE` counts from October."""

    DAY = "day", _("day")
    MONTH = "month", _("month")
    EARLY = "early", _("early in the year")
    LATE = "late", _("late in the year")
    YEAR = "year", _("year")


def precision_field(**options: Any) -> models.CharField[str, str]:
    """The `…_precision` column that goes with a `…_on` column."""
    return models.CharField(
        _("date known to the"), max_length=5, choices=DatePrecision, blank=True, default="", **options
    )


def precision_constraint(field: str, name: str) -> models.CheckConstraint:
    """Date and precision are set together, and the stored day is the first of what is known."""
    date, precision = f"{field}_on", f"{field}_precision"
    # The cast is for the check of a form, where the date is a bare value and may be null.
    stored = Cast(F(date), models.DateField())
    first_of_month = Q(Exact(ExtractDay(stored), 1))
    january, october = (Q(Exact(ExtractMonth(stored), month)) & first_of_month for month in (1, 10))
    return models.CheckConstraint(
        condition=(
            Q(**{f"{date}__isnull": True, precision: ""})
            # Said once more that the date is there: a comparison with an unknown would let the row through.
            | Q(**{f"{date}__isnull": False})
            & (
                Q(**{precision: DatePrecision.DAY})
                | Q(**{precision: DatePrecision.MONTH}) & first_of_month
                | Q(**{f"{precision}__in": [DatePrecision.YEAR, DatePrecision.EARLY]}) & january
                | Q(**{precision: DatePrecision.LATE}) & october
            )
        ),
        name=name,
        violation_error_message=_(
            "A date needs to say how much of it is known: for a month enter its first day, for a year or early in a "
            "year 1 January, for late in a year 1 October; leave both empty when the date is not known."
        ),
    )


def empty_precision_without_date(table: str, *fields: str) -> migrations.RunSQL:
    """For migrations: a row without a date loses the precision that an earlier, looser constraint let it keep."""
    updates = [
        f"UPDATE {table} SET {field}_precision = '' WHERE {field}_on IS NULL AND {field}_precision <> ''"  # noqa: S608
        for field in fields
    ]
    # Checks that wait for the end of the transaction would keep the table from being altered in it.
    return migrations.RunSQL(
        [*updates, "SET CONSTRAINTS ALL IMMEDIATE", "SET CONSTRAINTS ALL DEFERRED"], migrations.RunSQL.noop
    )


def read_partial_date(text: str) -> tuple[dt.date | None, str]:
    """Read `2012-03-05`, `2012-03`, `2012`, `early 2010`, `late 2009` or an empty text into date and precision.

    Raises ValueError for anything else.
    """
    text = text.strip()
    if not text:
        return None, ""
    if not re.fullmatch(r"(early |late )[0-9]{4}|[0-9]{4}(-[0-9]{2}){0,2}", text):
        raise ValueError(text)
    for word, month in ((DatePrecision.EARLY, 1), (DatePrecision.LATE, 10)):
        if text.startswith(f"{word.value} "):
            return dt.date(int(text.removeprefix(word.value)), month, 1), word.value
    parts = [int(part) for part in text.split("-")]
    precision = (DatePrecision.YEAR, DatePrecision.MONTH, DatePrecision.DAY)[len(parts) - 1]
    year, month, day = [*parts, 1, 1][:3]
    return dt.date(year, month, day), precision.value
