"""No expense goes beyond what the assembly approved: refused by the action, and by the database around it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import IntegrityError, connection

from config.errors import broken_rule
from premiums.models import Activity
from tests.factories import ExpenseFactory

pytestmark = pytest.mark.django_db


def test_expense_beyond_the_resolution_is_refused_by_the_database(activity: Activity) -> None:
    ExpenseFactory.create(activity=activity, amount=Decimal("999.99"))
    with pytest.raises(IntegrityError) as caught:
        ExpenseFactory.create(activity=activity, amount=Decimal("0.02"))
    assert broken_rule(caught.value) == "activity_spent_within_approved"


def test_totals_are_not_written_by_hand(activity: Activity) -> None:
    with pytest.raises(IntegrityError) as caught, connection.cursor() as cursor:
        cursor.execute("UPDATE premiums_activity SET approved = 5000 WHERE id = %s", [activity.pk])
    assert broken_rule(caught.value) == "activity_totals_from_ledger"
