"""The spending log: the home of co-op staff."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from cooperatives.models import Cooperative, User
from premiums.actions.close_year import close_year
from premiums.actions.review_expense import return_expense
from premiums.models import Activity, Expense
from premiums.reports import spending
from tests.factories import (
    ActivityReportFactory,
    AssemblyFactory,
    ExpenseFactory,
    VoucherFactory,
    approved_activity,
    exceptional_activity,
)
from tests.premiums.test_plans import CLEAR

pytestmark = pytest.mark.django_db


def address(cooperative: Cooperative) -> str:
    return reverse("premiums:spending_log", args=[cooperative.slug])


def test_spending_log_shows_what_is_left_and_the_last_entries(signed_in: Client, activity: Activity) -> None:
    ExpenseFactory.create(activity=activity, amount=Decimal("250.00"), payee="Vivero La Sombra")
    page = signed_in.get(address(activity.cooperative)).content.decode()
    assert "750.00" in page
    assert "Vivero La Sombra" in page
    assert "Log spending" in page


@pytest.mark.parametrize("rows", [1, 3])
def test_spending_log_asks_the_same_number_of_queries(
    client: Client,
    treasurer: User,
    admin: User,
    rows: int,
    django_assert_num_queries: DjangoAssertNumQueries,
    activity: Activity,
) -> None:
    for _ in range(rows):
        other = approved_activity(activity.cooperative, Decimal("100"), by=admin)
        VoucherFactory.create(expense=ExpenseFactory.create(activity=other))
    client.force_login(treasurer)
    with django_assert_num_queries(11):
        client.get(address(activity.cooperative))


@pytest.mark.as_person("treasurer")
def test_spending_log_shows_the_newest_entries_to_correct_and_leads_to_all(
    signed_in: Client, activity: Activity, treasurer: User, oversight: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spending, "RETURNED", 2)
    days = [dt.date(2013, 6, day) for day in (1, 3, 2)]
    entries = {
        day: ExpenseFactory.create(activity=activity, amount=1, spent_on=day, logged_by=treasurer) for day in days
    }

    def shown() -> tuple[list[Expense], bool]:
        page = signed_in.get(address(activity.cooperative))
        leads_on = "All entries returned to be corrected" in page.content.decode()
        assert leads_on == page.context["log"].more_returned
        return list(page.context["log"].returned), leads_on

    assert shown() == ([], False)
    for day in days[:2]:
        return_expense(expense=entries[day], reason="Falta la nota", by=oversight)
    assert shown() == ([entries[days[1]], entries[days[0]]], False)
    return_expense(expense=entries[days[2]], reason="Falta la nota", by=oversight)
    assert shown() == ([entries[days[1]], entries[days[2]]], True)


def test_spending_log_without_money_says_what_to_do(signed_in: Client, cooperative: Cooperative) -> None:
    page = signed_in.get(address(cooperative)).content.decode()
    assert "No activity has money left" in page


@pytest.mark.as_person("outsider")
def test_spending_log_of_another_cooperative_is_not_found(signed_in: Client, cooperative: Cooperative) -> None:
    assert signed_in.get(address(cooperative)).status_code == 404


@pytest.mark.as_person("manager")
def test_spending_log_is_open_to_the_manager_without_the_button(signed_in: Client, activity: Activity) -> None:
    response = signed_in.get(address(activity.cooperative))
    assert response.status_code == 200
    assert reverse("premiums:expense_create", args=[activity.cooperative.slug]) not in response.content.decode()


def test_spending_log_is_read_only(signed_in: Client, cooperative: Cooperative) -> None:
    assert signed_in.post(address(cooperative)).status_code == 405


def test_spending_log_offers_what_may_be_spent_by_exception_and_nothing_of_a_closed_year(
    signed_in: Client, cooperative: Cooperative, activity: Activity, treasurer: User
) -> None:
    exceptional_activity(activity.plan, Decimal(500), title="Techo caído")
    text = signed_in.get(address(cooperative)).content.decode()
    assert "Techo caído" in text
    assert "by exception" in text
    assert "500.00" in text
    exceptional = activity.plan.activities.get(title="Techo caído")
    for row in (activity, exceptional):
        ActivityReportFactory.create(activity=row)
    assembly = AssemblyFactory.create(cooperative=cooperative)
    close_year(plan=activity.plan, assembly=assembly, votes=CLEAR, text="Se cierra", by=treasurer)
    text = signed_in.get(address(cooperative)).content.decode()
    assert "Techo caído" not in text
    assert "No activity has money left" in text


@pytest.mark.as_person("oversight")
def test_spending_log_lists_what_waits_for_the_readers_check(
    signed_in: Client, activity: Activity, oversight: User, treasurer: User
) -> None:
    waits = ExpenseFactory.create(activity=activity, logged_by=treasurer)
    ExpenseFactory.create(activity=activity, logged_by=oversight)
    log = signed_in.get(address(activity.cooperative)).context["log"]
    assert (list(log.to_check), log.waiting_count) == ([waits], 2)


def test_spending_log_counts_what_waits_for_the_committee_also_of_one_who_logged_it_all(
    signed_in: Client, activity: Activity, treasurer: User
) -> None:
    ExpenseFactory.create(activity=activity, logged_by=treasurer)
    page = signed_in.get(address(activity.cooperative)).content.decode()
    assert "1 entry waits for the oversight committee" in page


def test_spending_log_says_by_when_an_assembly_is_needed(
    signed_in: Client, cooperative: Cooperative, activity: Activity, treasurer: User
) -> None:
    today = cooperative.today()
    activity.plan.ends_on = today + dt.timedelta(days=40)
    activity.plan.save()
    exceptional = exceptional_activity(activity.plan, Decimal(500), title="Techo caído")
    ExpenseFactory.create(activity=exceptional, amount=Decimal(100), logged_by=treasurer)
    page = signed_in.get(address(cooperative))
    found = [(one.title, one.what, one.days_left) for one in page.context["log"].deadlines]
    late = (dt.date(2013, 12, 1) - today).days
    assert found == [("Techo caído", "ratify", late), (activity.plan.title, "close", 40)]
    assert "Next assembly and deadlines" in page.content.decode()
