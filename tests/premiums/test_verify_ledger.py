"""verify_ledger finds what is wrong once the guards are switched off, and nothing otherwise."""

from __future__ import annotations

import io
from decimal import Decimal

import pgtrigger
import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from cooperatives.models import User
from premiums.models import Activity
from tests.factories import ExpenseFactory, PremiumReceivedFactory

pytestmark = pytest.mark.django_db


def verify() -> str:
    output = io.StringIO()
    call_command("verify_ledger", stdout=output)
    return output.getvalue()


def test_verify_ledger_says_that_nothing_differs(activity: Activity) -> None:
    PremiumReceivedFactory.create(fund=activity.fund)
    ExpenseFactory.create(activity=activity, amount=Decimal("12.30"))
    assert "agrees with its rows" in verify()


@pytest.mark.parametrize(
    ("damage", "found"),
    [
        ("UPDATE premiums_activity SET spent = spent + 0.01", "premiums_activity {a}: spent is 100.01"),
        ("UPDATE premiums_activity SET approved = approved + 1", "approved is 1001.00, the rows say 1000.00"),
        ("UPDATE premiums_fund SET received = received + 1", "received is 5001.00, the rows say 5000.00"),
        ("UPDATE premiums_fund SET approved = approved + 1", "premiums_fund"),
        ("UPDATE premiums_fund SET spent = spent + 1", "spent is 101.00, the rows say 100.00"),
        ("UPDATE premiums_expense SET amount = 7", "spent is 100.00, the rows say 7.00"),
        (
            "UPDATE premiums_expense SET state = 'voided', voided_at = now(), voided_by_id = logged_by_id, "
            "voided_reason = 'x'",
            "spent is 100.00, the rows say 0",
        ),
        ("UPDATE premiums_resolution SET votes_for = 61", "votes within presence"),
        ("UPDATE premiums_resolution SET votes_for = 6", "adopted with quorum and majority"),
        ("UPDATE premiums_assembly SET present_men = 20", "adopted with quorum and majority"),
    ],
)
def test_verify_ledger_finds_the_damage(activity: Activity, damage: str, found: str) -> None:
    PremiumReceivedFactory.create(fund=activity.fund)
    ExpenseFactory.create(activity=activity, amount=Decimal(100))
    with pgtrigger.ignore(), connection.cursor() as cursor:
        cursor.execute(damage)
    output = io.StringIO()
    with pytest.raises(CommandError, match="does not agree"):
        call_command("verify_ledger", stdout=output)
    assert found.format(a=activity.pk) in output.getvalue()


def test_verify_ledger_finds_who_checked_their_own(activity: Activity, treasurer: User) -> None:
    expense = ExpenseFactory.create(activity=activity, logged_by=treasurer)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # a table with checks still to come can't be altered
        cursor.execute("ALTER TABLE premiums_expense DROP CONSTRAINT expense_checker_is_not_logger")
        cursor.execute(
            "UPDATE premiums_expense SET state = 'checked', checked_by_id = %s, checked_at = %s WHERE id = %s",
            [treasurer.pk, timezone.now(), expense.pk],
        )
    with pytest.raises(CommandError):
        verify()
