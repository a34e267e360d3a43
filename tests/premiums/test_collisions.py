"""Two people at the same moment: real connections, real threads."""

from __future__ import annotations

import datetime as dt
import threading
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from django.db import DatabaseError, connection

from config.errors import Refused, broken_rule
from cooperatives.models import User
from premiums.actions.log_expense import log_expense
from premiums.actions.review_expense import check_expense, correct_expense, return_expense, void_expense
from premiums.models import Activity, Expense, Fund
from tests.factories import ExpenseFactory, approved_activity

pytestmark = pytest.mark.django_db(transaction=True)

WRITERS = 20


def at_once(works: list[Callable[[], Any]]) -> list[Any]:
    """What each work returned or raised, all started at the same moment on connections of their own."""
    start = threading.Barrier(len(works))

    def run(work: Callable[[], Any]) -> Any:
        start.wait()
        try:
            return work()
        except (Refused, DatabaseError) as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(run, works))


def logging(activity: Activity, by: User, amount: str = "99.99", key: uuid.UUID | None = None) -> Callable[[], Any]:
    def work() -> Any:
        return log_expense(
            activity=activity,
            amount=Decimal(amount),
            spent_on=dt.date(2013, 6, 1),
            payee="Ferretería",
            purpose="Láminas",
            form_key=key or uuid.uuid4(),
            by=by,
        )

    return work


def test_twenty_writers_spend_not_one_centavo_too_much(activity: Activity, treasurer: User) -> None:
    answers = at_once([logging(activity, treasurer) for _ in range(WRITERS)])
    activity.refresh_from_db()
    saved = [answer for answer in answers if not isinstance(answer, Exception)]
    assert len(saved) == 10  # 10 × 99.99 = 999.90 of 1,000.00
    assert activity.spent == Decimal("999.90") == sum(Expense.objects.values_list("amount", flat=True))
    assert Fund.objects.get().spent == activity.spent
    assert all(isinstance(answer, Refused) for answer in answers if isinstance(answer, Exception))


def test_twenty_writers_around_python_are_refused_by_the_database(activity: Activity, treasurer: User) -> None:
    def write() -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO premiums_expense (cooperative_id, activity_id, amount, spent_on, spent_precision, payee,"
                " purpose, purpose_es, purpose_pt, state, form_key, logged_by_id, logged_at, returned_reason,"
                " voided_reason, is_historic, source, is_example) VALUES (%s, %s, 99.99, '2013-06-01', 'day', '', '',"
                " '', '', 'logged', %s, %s, now(), '', '', false, '', false)",
                [activity.cooperative_id, activity.pk, uuid.uuid4(), treasurer.pk],
            )

    answers = at_once([write for _ in range(WRITERS)])
    activity.refresh_from_db()
    refusals = [answer for answer in answers if isinstance(answer, DatabaseError)]
    assert {broken_rule(refusal) for refusal in refusals} == {"activity_spent_within_approved"}
    assert len(refusals) == WRITERS - 10
    assert activity.spent == Decimal("999.90")


def test_one_form_sent_by_many_threads_makes_one_expense(activity: Activity, treasurer: User) -> None:
    key = uuid.uuid4()
    answers = at_once([logging(activity, treasurer, "10", key) for _ in range(8)])
    assert Expense.objects.count() == 1
    assert sorted(is_new for _expense, is_new in answers) == [False] * 7 + [True]
    assert {expense.pk for expense, _is_new in answers} == {Expense.objects.get().pk}


def test_one_form_sent_for_two_activities_makes_one_expense(activity: Activity, treasurer: User, admin: User) -> None:
    other = approved_activity(activity.cooperative, Decimal(500), by=admin)
    key = uuid.uuid4()
    answers = at_once([logging(one, treasurer, "10", key) for one in (activity, other) * 4])
    assert not [answer for answer in answers if isinstance(answer, Exception)]
    assert Expense.objects.count() == 1


def test_check_return_correct_and_void_at_once_leave_one_true_state(
    activity: Activity, treasurer: User, oversight: User
) -> None:
    typed = {"activity": activity, "amount": Decimal(60), "spent_on": dt.date(2013, 6, 2), "payee": "A", "purpose": "B"}
    for _round in range(5):
        expense = ExpenseFactory.create(activity=activity, amount=Decimal(50), logged_by=treasurer)
        at_once(
            [
                partial(check_expense, expense=expense, by=oversight),
                partial(return_expense, expense=expense, reason="Falta la nota", by=oversight),
                partial(correct_expense, expense=expense, by=treasurer, **typed),
                partial(void_expense, expense=expense, reason="Duplicado", by=treasurer),
            ]
        )
    activity.refresh_from_db()
    counted = Expense.objects.exclude(state="voided").values_list("amount", flat=True)
    assert activity.spent == sum(counted) == Fund.objects.get().spent


def test_corrections_between_two_activities_never_deadlock(activity: Activity, treasurer: User, admin: User) -> None:
    other = approved_activity(activity.cooperative, Decimal(1000), by=admin)
    rows = [ExpenseFactory.create(activity=one, logged_by=treasurer) for one in (activity, other) * 4]

    def move(expense: Expense) -> Callable[[], Any]:
        target = other if expense.activity_id == activity.pk else activity
        return lambda: correct_expense(
            expense=expense,
            activity=target,
            amount=Decimal(100),
            spent_on=dt.date(2013, 6, 2),
            payee="A",
            purpose="B",
            by=treasurer,
        )

    assert not [answer for answer in at_once([move(row) for row in rows]) if isinstance(answer, Exception)]
    activity.refresh_from_db()
    other.refresh_from_db()
    assert (activity.spent, other.spent) == (Decimal(400), Decimal(400))
