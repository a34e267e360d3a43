"""The chain behind an expense, and first in, first out between receipts and expenses."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from cooperatives.models import User
from premiums.actions.review_expense import void_expense
from premiums.models import Activity, Expense
from premiums.reports.chain import allocate, chain_of
from tests.factories import ExpenseFactory, PremiumReceivedFactory, VoucherFactory, rated_sale

amounts = st.lists(st.decimals(min_value=0, max_value=999, places=2), max_size=8)


def numbered(values: list[Decimal]) -> list[tuple[int, Decimal]]:
    return list(enumerate(values))


@settings(derandomize=True, deadline=None)
@given(receipts=amounts, expenses=amounts)
def test_every_cent_of_every_expense_is_allocated_once(receipts: list[Decimal], expenses: list[Decimal]) -> None:
    parts = allocate(numbered(receipts), numbered(expenses))
    for key, amount in enumerate(expenses):
        assert sum(part.amount for part in parts if part.expense == key) == amount
    for key, amount in enumerate(receipts):
        assert sum(part.amount for part in parts if part.receipt == key) <= amount
    covered = sum(part.amount for part in parts if part.receipt is not None)
    assert covered == min(sum(receipts), sum(expenses))
    assert all(part.amount > 0 for part in parts)


@settings(derandomize=True, deadline=None)
@given(receipts=amounts, expenses=amounts)
def test_the_oldest_premium_is_spent_first(receipts: list[Decimal], expenses: list[Decimal]) -> None:
    parts = allocate(numbered(receipts), numbered(expenses))
    end = len(receipts)
    order = [end if part.receipt is None else part.receipt for part in parts]
    assert order == sorted(order)
    assert [part.expense for part in parts] == sorted(part.expense for part in parts)
    for earlier in range(max(order, default=0) if order else 0):
        assert sum(part.amount for part in parts if part.receipt == earlier) == receipts[earlier]


@settings(derandomize=True, deadline=None)
@given(receipts=amounts, expenses=amounts, last=st.decimals(min_value=0, max_value=999, places=2))
def test_how_earlier_expenses_were_parted_changes_nothing(
    receipts: list[Decimal], expenses: list[Decimal], last: Decimal
) -> None:
    one_by_one = allocate(numbered(receipts), [*numbered(expenses), (99, last)])
    in_one_sum = allocate(numbered(receipts), [(-1, sum(expenses, Decimal(0))), (99, last)])
    assert [part for part in one_by_one if part.expense == 99] == [part for part in in_one_sum if part.expense == 99]


def address(expense: Expense) -> str:
    return reverse("premiums:expense_chain", args=[expense.cooperative.slug, expense.pk])


@pytest.mark.django_db
def test_expense_chain_shows_everything_behind_an_expense(signed_in: Client, activity: Activity) -> None:
    sale = rated_sale(activity.cooperative, contract_number="EJ-7", buyer="Café Norte", quantity_kg=Decimal(1000))
    receipt = PremiumReceivedFactory.create(fund=activity.fund, amount=500, payer="Exportadora")
    receipt.payments.create(cooperative=activity.cooperative, sale=sale, amount=Decimal(400))
    PremiumReceivedFactory.create(fund=activity.fund, amount=100, received_on="2013-07-01")
    ExpenseFactory.create(activity=activity, amount=450, spent_on="2013-05-01")
    expense = ExpenseFactory.create(activity=activity, amount=200)
    voucher = VoucherFactory.create(expense=expense)
    chain = chain_of(expense)
    assert [(origin.amount, origin.is_later) for origin in chain.origins] == [(50, False), (100, True)]
    assert chain.uncovered == 50
    assert chain.origins[0].sales[0].key == sale.pk
    text = signed_in.get(address(expense)).content.decode()
    for part in (
        str(voucher.pk),
        activity.title,
        "50 for, 6 against, 3 abstained, 1 blank",
        "60 of 100",
        "Plan 2013",
        "Exportadora",
        "EJ-7",
        "came in later",
        "the oldest premium is spent first",
    ):
        assert part in text, part
    assert address(expense) in signed_in.get(address(expense).removesuffix("chain/")).content.decode()


@pytest.mark.django_db
def test_expense_chain_of_a_voided_expense_takes_no_premium(signed_in: Client, activity: Activity, admin: User) -> None:
    PremiumReceivedFactory.create(fund=activity.fund)
    expense = ExpenseFactory.create(activity=activity)
    void_expense(expense=expense, reason="Dos veces", by=admin)
    assert "A voided expense takes no premium" in signed_in.get(address(expense)).content.decode()
    later = ExpenseFactory.create(activity=activity, amount=1000, spent_on=dt.date(2014, 1, 1))
    assert chain_of(later).uncovered == 0


@pytest.mark.django_db
def test_expense_chain_says_what_no_premium_covers(signed_in: Client, activity: Activity) -> None:
    expense = ExpenseFactory.create(activity=activity, amount=100)
    assert chain_of(expense).uncovered == 100
    assert "No premium received covers" in signed_in.get(address(expense)).content.decode()


@pytest.mark.as_person("outsider")
@pytest.mark.django_db
def test_expense_chain_of_another_cooperative_is_not_found(signed_in: Client, activity: Activity) -> None:
    assert signed_in.get(address(ExpenseFactory.create(activity=activity))).status_code == 404


@pytest.mark.as_person("admin")
@pytest.mark.django_db
def test_expense_chain_under_the_address_of_another_cooperative_is_not_found(
    signed_in: Client, activity: Activity, other_cooperative: object
) -> None:
    expense = ExpenseFactory.create(activity=activity)
    assert signed_in.get(reverse("premiums:expense_chain", args=["vecina", expense.pk])).status_code == 404


@pytest.mark.django_db
def test_expense_chain_is_read_only(signed_in: Client, activity: Activity) -> None:
    assert signed_in.post(address(ExpenseFactory.create(activity=activity))).status_code == 405


@pytest.mark.as_person("manager")
@pytest.mark.django_db
@pytest.mark.parametrize("rows", [1, 3])
def test_expense_chain_asks_the_same_number_of_queries(
    signed_in: Client, activity: Activity, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _number in range(rows):
        PremiumReceivedFactory.create(fund=activity.fund, amount=50)
        expense = ExpenseFactory.create(activity=activity, amount=40)
        VoucherFactory.create(expense=expense)
    with django_assert_num_queries(10):
        signed_in.get(address(expense))
