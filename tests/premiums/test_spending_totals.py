"""The stored spending by year and category: always what adding the expenses gives, whoever writes and by any path."""

from __future__ import annotations

import random
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pgtrigger
import pytest
from django.db import DatabaseError, connection, transaction

from config.errors import broken_rule
from cooperatives.models import User
from premiums.actions.review_expense import void_expense
from premiums.models import Activity, Category, Expense, Spending
from premiums.models.spending import ADD_AGAIN, FILL, FROM_ROWS
from premiums.reports.ledger import differences
from tests.factories import CategoryFactory, ExpenseFactory, approved_activity
from tests.premiums.test_collisions import WRITERS, at_once, logging

pytestmark = pytest.mark.django_db

Row = tuple[int, int | None, int | None, Decimal, int]
HISTORIC: dict[str, Any] = {"is_historic": True, "source": "Un libro", "logged_by": None, "logged_at": None}


def counted() -> set[Row]:
    """What the rows say."""
    with connection.cursor() as cursor:
        cursor.execute(FROM_ROWS)
        return {row[1:] for row in cursor.fetchall()}


def stored() -> set[Row]:
    """What is stored."""
    return set(Spending.objects.values_list("cooperative", "year", "category", "amount", "without_amount"))


def run(statement: str, *values: object) -> None:
    """SQL by hand, past all of Python."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


@pytest.fixture
def seedlings() -> Category:
    return CategoryFactory.create(name="Vivero")


@pytest.fixture
def other(activity: Activity, admin: User, seedlings: Category) -> Activity:
    """A second activity of the same co-op, with a category."""
    return approved_activity(activity.cooperative, Decimal(1000), by=admin, plan=activity.plan, category=seedlings)


def test_spending_adds_up_by_year_and_category(activity: Activity, other: Activity, seedlings: Category) -> None:
    for where, day, amount in ((activity, "2013-06-01", 40), (activity, "2014-01-01", 5), (other, "2013-12-31", 7)):
        ExpenseFactory.create(activity=where, spent_on=day, amount=amount)
    ExpenseFactory.create(activity=other, spent_on=None, spent_precision="", amount=3, **HISTORIC)
    ExpenseFactory.create(activity=other, spent_on=None, spent_precision="", amount=None, **HISTORIC)
    owner = activity.cooperative_id
    assert stored() == counted()
    assert stored() == {
        (owner, 2013, None, Decimal(40), 0),
        (owner, 2014, None, Decimal(5), 0),
        (owner, 2013, seedlings.pk, Decimal(7), 0),
        (owner, None, seedlings.pk, Decimal(3), 1),
    }


@pytest.mark.parametrize(
    "change",
    [
        "amount = 12",
        "spent_on = '2012-02-29'",
        "spent_on = '2012-02-29', amount = 250",
        "activity_id = {other}",
        "activity_id = {other}, amount = 1, spent_on = '2011-01-01'",
        "state = 'voided', voided_at = now(), voided_by_id = logged_by_id, voided_reason = 'x'",
        "payee = 'Vivero'",
    ],
)
def test_a_change_by_hand_moves_the_spending(activity: Activity, other: Activity, change: str) -> None:
    ExpenseFactory.create_batch(2, activity=activity)
    ExpenseFactory.create(activity=other)
    changed = ExpenseFactory.create(activity=activity)
    run(f"UPDATE premiums_expense SET {change.format(other=other.pk)} WHERE id = %s", changed.pk)
    assert stored() == counted()


def test_an_amount_found_later_is_no_longer_lacking(activity: Activity) -> None:
    row = ExpenseFactory.create(activity=activity, amount=None, **HISTORIC)
    assert {(one.amount, one.without_amount) for one in Spending.objects.all()} == {(0, 1)}
    run("UPDATE premiums_expense SET amount = 9 WHERE id = %s", row.pk)
    assert {(one.amount, one.without_amount) for one in Spending.objects.all()} == {(9, 0)}


def test_another_category_takes_the_spending_along(activity: Activity, other: Activity, seedlings: Category) -> None:
    ExpenseFactory.create(activity=activity, amount=30)
    ExpenseFactory.create(activity=activity, amount=20, spent_on="2014-01-01")
    ExpenseFactory.create(activity=activity, amount=None, spent_on=None, spent_precision="", **HISTORIC)
    ExpenseFactory.create(activity=other, amount=8)
    run("UPDATE premiums_activity SET category_id = %s WHERE id = %s", seedlings.pk, activity.pk)
    assert stored() == counted()
    assert Spending.objects.get(year=2013).amount == 38
    run("UPDATE premiums_activity SET category_id = NULL WHERE id = %s", other.pk)
    assert stored() == counted()


def test_what_counts_nothing_has_no_row(activity: Activity, treasurer: User) -> None:
    expense = ExpenseFactory.create(activity=activity)
    void_expense(expense=expense, reason="Dos veces", by=treasurer)
    assert stored() == counted() == set()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE premiums_spending SET amount = 5",
        "DELETE FROM premiums_spending",
        "INSERT INTO premiums_spending (is_example, cooperative_id, amount, without_amount) "
        "SELECT false, cooperative_id, 1, 0 FROM premiums_spending",
    ],
)
def test_nobody_writes_the_spending_by_hand(activity: Activity, statement: str) -> None:
    ExpenseFactory.create(activity=activity)
    with pytest.raises(DatabaseError) as error, transaction.atomic():
        run(statement)
    assert broken_rule(error.value) == "spending_from_expenses"


def test_spending_is_an_example_when_all_it_counts_is_one(activity: Activity) -> None:
    ExpenseFactory.create(activity=activity, is_example=True)
    assert Spending.objects.get().is_example
    ExpenseFactory.create(activity=activity)
    assert not Spending.objects.get().is_example
    events = Spending.pgh_event_model.objects.order_by("pgh_id")  # type: ignore[attr-defined]
    assert list(events.values_list("pgh_label", "is_example")) == [("insert", True), ("update", False)]


def test_filling_and_adding_again_give_the_same(activity: Activity, other: Activity) -> None:
    ExpenseFactory.create_batch(2, activity=activity)
    ExpenseFactory.create(activity=other, amount=None, spent_on=None, spent_precision="", **HISTORIC)
    before = stored()
    with pgtrigger.ignore():
        run("DELETE FROM premiums_spending")
        run(FILL)
        assert stored() == before
        run("UPDATE premiums_spending SET amount = amount + 1, without_amount = without_amount + 1")
        run(ADD_AGAIN, [activity.cooperative_id])
    assert stored() == before


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE premiums_spending SET amount = amount + 0.01",
        "UPDATE premiums_spending SET without_amount = 1",
        "UPDATE premiums_spending SET year = 2001",
        "DELETE FROM premiums_spending",
        "TRUNCATE premiums_spending",
        "INSERT INTO premiums_spending (is_example, cooperative_id, year, amount, without_amount) "
        "SELECT false, cooperative_id, 1999, 0, 1 FROM premiums_fund",
    ],
)
def test_a_wrong_total_is_found(activity: Activity, damage: str) -> None:
    ExpenseFactory.create(activity=activity)
    assert not list(differences())
    run("SET CONSTRAINTS ALL IMMEDIATE")  # nothing waits that would keep a table from being emptied
    with pgtrigger.ignore():
        run(damage)
    found = list(differences())
    assert {(one.table, one.what) for one in found} == {("premiums_fund", "spending by year and category")}


def test_spending_agrees_with_the_rows_whatever_happens(activity: Activity, other: Activity, treasurer: User) -> None:
    """A long row of random changes, most of them by hand; what the database refuses changes nothing."""
    drawn = random.Random(7)
    days = ["'2012-12-31'", "'2013-01-01'", "'2014-05-01'"]
    places, kinds = [activity.pk, other.pk], [other.category_id, None, CategoryFactory.create().pk]
    void = f"state = 'voided', voided_at = now(), voided_by_id = {treasurer.pk}, voided_reason = 'x'"

    def add() -> None:
        historic = HISTORIC | {"spent_on": None, "spent_precision": ""} if drawn.random() < 0.4 else {}
        amount = drawn.choice([None, 5]) if historic else drawn.randrange(1, 90)
        where = Activity.objects.get(pk=drawn.choice(places))
        ExpenseFactory.create(activity=where, amount=amount, **historic)

    def change() -> None:
        keys = list(Expense.objects.values_list("pk", flat=True))
        what = drawn.choice(
            [
                void,
                f"amount = {drawn.randrange(1, 90)}",
                f"activity_id = {drawn.choice(places)}",
                f"spent_on = {drawn.choice(days)}, spent_precision = 'day'",
            ]
        )
        some = drawn.sample(keys, min(len(keys), drawn.randrange(1, 4)))
        run(f"UPDATE premiums_expense SET {what} WHERE id = ANY(%s)", some)

    def sort() -> None:
        run("UPDATE premiums_activity SET category_id = %s WHERE id = %s", drawn.choice(kinds), drawn.choice(places))

    refused = set()
    for _step in range(150):
        try:
            with transaction.atomic():
                drawn.choice([add, add, change, change, sort])()
        except DatabaseError as error:
            refused.add(broken_rule(error))
        assert stored() == counted()
    assert "" not in refused  # every refusal is a rule of ours
    assert not list(differences())
    assert len(stored()) > 2


@pytest.mark.django_db(transaction=True)
def test_writers_of_one_cooperative_lose_nothing_and_never_deadlock(
    activity: Activity, treasurer: User, admin: User
) -> None:
    """New expenses, dates moved between two years, another activity and another category, all at once."""
    seeds = CategoryFactory.create()
    other = approved_activity(activity.cooperative, Decimal(1000), by=admin, plan=activity.plan, category=seeds)
    there = [ExpenseFactory.create(activity=where, amount=10) for where in (activity, other) * 4]

    def hand(statement: str, *values: object) -> Callable[[], Any]:
        return lambda: run(statement, *values)

    works = [logging(where, treasurer, "10") for where in (activity, other) * 3]
    for number, row in enumerate(there):
        year = 2012 + number % 2
        works.append(hand(f"UPDATE premiums_expense SET spent_on = '{year}-03-03' WHERE id = %s", row.pk))
        target = other if row.activity_id == activity.pk else activity
        works.append(hand("UPDATE premiums_expense SET activity_id = %s WHERE id = %s", target.pk, row.pk))
    category = "UPDATE premiums_activity SET category_id = %s WHERE id = %s"
    works += [hand(category, key, where.pk) for key, where in ((seeds.pk, activity), (None, other))]
    for _round in range(3):
        assert [answer for answer in at_once(works) if isinstance(answer, DatabaseError)] == []
        assert stored() == counted()
    assert not list(differences())


@pytest.mark.django_db(transaction=True)
def test_many_first_expenses_of_a_year_make_one_total(activity: Activity, treasurer: User) -> None:
    answers = at_once([logging(activity, treasurer, "2") for _ in range(WRITERS)])
    assert not [answer for answer in answers if isinstance(answer, Exception)]
    assert stored() == counted() == {(activity.cooperative_id, 2013, None, Decimal(2 * WRITERS), 0)}
