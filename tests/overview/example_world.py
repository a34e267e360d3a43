"""What tests of the example look at: every row, every file, the story they tell, whether the ledger is true."""

from __future__ import annotations

import io
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection, models
from django.db.models import Sum

from config.records import Record
from premiums.models import (
    Activity,
    Allotment,
    Expense,
    Fund,
    PremiumReceived,
)

RECORDS = [model for model in apps.get_models() if issubclass(model, Record)]


def database() -> dict[str, list[str]]:
    """Every row of every table, as text."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
        content = {}
        for (table,) in cursor.fetchall():
            cursor.execute(f'SELECT t::text FROM "{table}" AS t ORDER BY 1')
            content[table] = [row[0] for row in cursor.fetchall()]
    return content


def stored_files() -> list[str]:
    """Whatever lies in the folder of uploads, folders included."""
    root = Path(settings.MEDIA_ROOT)
    return sorted(str(path.relative_to(root)) for path in root.rglob("*"))


def story() -> dict[str, list[tuple[Any, ...]]]:
    """The example rows with their keys counted from one, and without the moment they were written."""
    order = {model: list(model.objects.filter(is_example=True).order_by("pk").values_list("pk")) for model in RECORDS}
    number = {model: {row[0]: place for place, row in enumerate(rows)} for model, rows in order.items()}

    def told(model: type[models.Model], field: models.Field[Any, Any], row: Any) -> Any:
        value = getattr(row, field.attname)
        target = model if field.primary_key else field.related_model
        if target in number:
            return number[target].get(value, value)
        return None if field.name == "joined_at" else str(value)

    return {
        model._meta.label: [
            tuple(told(model, field, row) for field in model._meta.concrete_fields)
            for row in model.objects.filter(is_example=True).order_by("pk")
        ]
        for model in RECORDS
    }


def total(rows: models.QuerySet[Any]) -> Decimal:
    """The sum of their amounts."""
    return rows.aggregate(total=Sum("amount"))["total"] or Decimal(0)


def assert_ledger_is_true() -> None:
    """Stored totals are the sums of the rows."""
    released = Allotment.objects.filter(resolution__state="adopted")
    counted = Expense.objects.exclude(state="voided")
    for activity in Activity.objects.all():
        assert activity.approved == total(released.filter(activity=activity)), activity
        assert activity.spent == total(counted.filter(activity=activity)), activity
    for fund in Fund.objects.all():
        assert fund.received == total(PremiumReceived.objects.filter(fund=fund)), fund
        assert fund.approved == total(released.filter(activity__fund=fund)), fund
        assert fund.spent == total(counted.filter(activity__fund=fund)), fund


def printed(*command: str) -> str:
    """What a command says."""
    said = io.StringIO()
    call_command(*command, stdout=said)
    return said.getvalue()
