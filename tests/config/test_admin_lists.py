"""Lists of the admin of what grows: the last rows, all of what belongs to somebody, and a word about it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.contrib import admin
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from config import admin_lists
from config.admin_lists import GrowingAdmin
from cooperatives.models import Cooperative, Member, User
from premiums.models import Activity, Expense, Voucher
from tests import factories
from tests.admin_pages import choose, page, told
from trainings.models import Attendance, Training

pytestmark = [pytest.mark.django_db, pytest.mark.as_person("admin")]


@pytest.fixture(autouse=True)
def two_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many rows are listed where there are more."""
    monkeypatch.setattr(admin_lists, "MOST", 2)


@pytest.fixture
def expenses(activity: Activity, admin: User) -> list[Expense]:
    """Three of the co-op and then two of its neighbour, in the order they were recorded."""
    other = factories.approved_activity(factories.CooperativeFactory.create(), Decimal(1000), by=admin)
    return [factories.ExpenseFactory.create(activity=one) for one in (activity, activity, activity, other, other)]


def listed(response: Any) -> set[Any]:
    return {row.pk for row in response.context["cl"].result_list}


def keys(rows: list[Any]) -> set[Any]:
    return {row.pk for row in rows}


def test_the_last_rows_are_listed_and_it_is_said(signed_in: Client, expenses: list[Expense]) -> None:
    response = signed_in.get(page(Expense, "changelist"))
    assert listed(response) == keys(expenses[-2:])
    assert response.context["cl"].result_count == 2
    assert "Only the last 2 that were recorded are listed" in told(response)


def test_an_older_row_that_was_changed_is_not_recorded_last(signed_in: Client, expenses: list[Expense]) -> None:
    Expense.objects.filter(pk=expenses[0].pk).update(payee="Changed")
    assert listed(signed_in.get(page(Expense, "changelist"))) == keys(expenses[-2:])


def test_of_one_owner_all_rows_are_listed(
    signed_in: Client, expenses: list[Expense], cooperative: Cooperative, activity: Activity
) -> None:
    for chosen in (f"cooperative__id__exact={cooperative.pk}", f"activity__id__exact={activity.pk}"):
        response = signed_in.get(f"{page(Expense, 'changelist')}?{chosen}")
        assert listed(response) == keys(expenses[:3]), chosen
        assert told(response) == ""


def test_a_row_that_is_asked_for_is_listed_however_old(signed_in: Client, expenses: list[Expense]) -> None:
    response = signed_in.get(f"{page(Expense, 'changelist')}?id__exact={expenses[0].pk}")
    assert listed(response) == {expenses[0].pk}


def test_where_there_are_few_all_are_listed_without_a_word(signed_in: Client, activity: Activity) -> None:
    few = [factories.ExpenseFactory.create(activity=activity)]
    response = signed_in.get(page(Expense, "changelist"))
    assert listed(response) == keys(few)
    assert told(response) == ""


def test_what_is_done_with_all_rows_of_the_list_is_done_with_those_listed(
    signed_in: Client, expenses: list[Expense]
) -> None:
    choose(signed_in, "check_selected", expenses[-1], select_across="1", index="0")
    assert set(Expense.objects.filter(state="checked").values_list("pk", flat=True)) == keys(expenses[-2:])


def test_how_many_rows_a_cooperative_has_is_counted(signed_in: Client, expenses: list[Expense]) -> None:
    first, last = expenses[0].cooperative, expenses[4].cooperative
    response = signed_in.get(f"{page(Expense, 'changelist')}?_facets=True&cooperative__id__exact={first.pk}")
    assert f"{first} (3)" in response.content.decode()
    assert f"{last} (2)" in response.content.decode()


def test_where_the_list_begins_is_asked_once(signed_in: Client, expenses: list[Expense]) -> None:
    with CaptureQueriesContext(connection) as asked:
        signed_in.get(f"{page(Expense, 'changelist')}?_facets=True")
    assert sum("OFFSET 1" in query["sql"] for query in asked) == 1


def test_a_training_of_two_cooperatives_counts_for_both(signed_in: Client) -> None:
    training = factories.TrainingFactory.create()
    both = factories.CooperativeFactory.create_batch(2)
    training.cooperatives.add(*both)
    factories.TrainingFactory.create().cooperatives.add(both[0])
    text = signed_in.get(f"{page(Training, 'changelist')}?_facets=True").content.decode()
    assert f"{both[0]} (2)" in text
    assert f"{both[1]} (1)" in text


def test_rows_are_counted_for_thousands_of_cooperatives(signed_in: Client) -> None:
    many = 1_700  # more than a query may have columns
    place = factories.CooperativeFactory.create().place
    made = Cooperative.objects.bulk_create(factories.CooperativeFactory.build(place=place) for _ in range(many))
    Member.objects.bulk_create(factories.MemberFactory.build(cooperative=cooperative) for cooperative in made)
    response = signed_in.get(f"{page(Member, 'changelist')}?_facets=True")
    assert response.status_code == 200
    assert response.content.decode().count(" (1)") >= many


def test_vouchers_are_listed_by_their_expenses(signed_in: Client, expenses: list[Expense]) -> None:
    vouchers = [factories.VoucherFactory.create(expense=expense) for expense in (expenses[4], expenses[0], expenses[2])]
    assert listed(signed_in.get(page(Voucher, "changelist"))) == keys([vouchers[0], vouchers[2]])


@pytest.mark.parametrize("model", [Expense, Voucher, Attendance])
def test_what_tells_the_order_has_an_index(model: Any) -> None:
    own = admin.site.get_model_admin(model)
    assert isinstance(own, GrowingAdmin)
    column = model._meta.pk if own.recorded == "pk" else model._meta.get_field(own.recorded)
    assert column.primary_key or column.db_index
