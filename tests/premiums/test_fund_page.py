"""The page of the premium fund: balance at any day, plan against actual, the quality share, what needs attention."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from cooperatives.models import Cooperative, User
from cooperatives.roles import CooperativeRole, ProgrammeRole
from premiums.actions.review_expense import return_expense, void_expense
from premiums.models import Activity, Fund
from premiums.reports.fund import FundPage, fund_page, year_before
from premiums.reports.quality import Receipt, SalePart, earmark
from tests.factories import (
    ActivityFactory,
    CooperativeFactory,
    ExpenseFactory,
    FundFactory,
    PlanFactory,
    PlanLineFactory,
    PremiumReceivedFactory,
    ProgrammeAssignmentFactory,
    StaffAssignmentFactory,
    VoucherFactory,
    approved_activity,
    rated_sale,
)

pytestmark = pytest.mark.django_db

TODAY = dt.date(2100, 1, 1)


def address(cooperative: Cooperative) -> str:
    return reverse("premiums:fund", args=[cooperative.slug])


def shown(cooperative: Cooperative, on: str = "2100-01-01") -> FundPage:
    return fund_page(cooperative, dt.date.fromisoformat(on))


def balance(cooperative: Cooperative, on: str) -> tuple[Decimal, Decimal, Decimal, Decimal]:
    found = shown(cooperative, on).balance
    return found.received, found.committed, found.spent, found.left


def test_fund_shows_the_stored_totals_of_today(signed_in: Client, activity: Activity) -> None:
    PremiumReceivedFactory.create(fund=activity.fund)
    ExpenseFactory.create(activity=activity, amount=Decimal("12.30"))
    response = signed_in.get(address(activity.cooperative))
    fund = Fund.objects.get()
    page = response.context["page"]
    assert (page.balance.received, page.balance.spent) == (fund.received, fund.spent) == (5000, Decimal("12.30"))
    assert (page.balance.committed, page.balance.left) == (fund.committed, fund.left)
    text = response.content.decode()
    assert "987.70" in text
    assert "4,000.00" in text


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2013-03-09", (0, 0, 0, 0)),
        ("2013-03-10", (0, 1000, 0, -1000)),
        ("2013-04-02", (5000, 1000, 0, 4000)),
        ("2013-06-01", (5000, 900, 100, 4000)),
        ("2013-07-01", (5000, 850, 150, 4000)),
    ],
)
def test_fund_at_an_earlier_day_is_recomputed_from_the_rows(
    activity: Activity, on: str, expected: tuple[int, ...]
) -> None:
    PremiumReceivedFactory.create(fund=activity.fund)
    ExpenseFactory.create(activity=activity, amount=100)
    ExpenseFactory.create(activity=activity, amount=50, spent_on="2013-07-01")
    assert balance(activity.cooperative, on) == expected


def test_fund_counts_an_expense_voided_later_on_no_day(activity: Activity, admin: User) -> None:
    void_expense(expense=ExpenseFactory.create(activity=activity, amount=100), reason="Dos veces", by=admin)
    assert balance(activity.cooperative, "2013-06-02") == (0, 1000, 0, -1000)


def test_fund_counts_historic_entries_without_a_date_on_every_day_and_says_so(
    signed_in: Client, activity: Activity
) -> None:
    undated = {"received_on": None, "received_precision": "", "is_historic": True, "source": "Un libro"}
    PremiumReceivedFactory.create(fund=activity.fund, amount=70, **undated)
    assert balance(activity.cooperative, "2013-03-09")[0] == 70
    assert "1 historic entry has no date" in signed_in.get(address(activity.cooperative)).content.decode()


def test_fund_says_how_many_historic_entries_have_no_amount(signed_in: Client, activity: Activity) -> None:
    PremiumReceivedFactory.create(fund=activity.fund, amount=None, is_historic=True, source="Un libro")
    assert "1 historic entry has no amount recorded" in signed_in.get(address(activity.cooperative)).content.decode()
    statement = reverse("premiums:statement", args=[activity.cooperative.slug])
    Cooperative.objects.update(language="en")
    assert "1 historic entry has no amount recorded" in signed_in.get(statement).content.decode()


def test_fund_refuses_a_day_to_come_and_a_day_that_is_none(signed_in: Client, activity: Activity) -> None:
    response = signed_in.get(address(activity.cooperative), {"on": "2999-01-01"})
    assert response.status_code == 422
    assert "This day has not come yet" in response.content.decode()
    response = signed_in.get(address(activity.cooperative), {"on": "yesterday"})
    assert response.status_code == 422
    assert "Enter a valid date" in response.content.decode()


def test_fund_without_any_amount_says_not_recorded(signed_in: Client, cooperative: Cooperative) -> None:
    assert "No premium fund yet" in signed_in.get(address(cooperative)).content.decode()
    FundFactory.create(cooperative=cooperative)
    assert signed_in.get(address(cooperative)).content.decode().count("Not recorded") == 5


def test_fund_shows_plan_against_actual_of_each_activity(signed_in: Client, activity: Activity) -> None:
    ExpenseFactory.create(activity=activity, amount=250)
    line = signed_in.get(address(activity.cooperative)).context["page"].lines[0]
    assert (line.planned, line.approved, line.spent, line.left) == (None, 1000, 250, 750)
    text = signed_in.get(address(activity.cooperative)).content.decode()
    assert f"?activity={activity.pk}" in text
    assert "25 %" in text


def test_fund_counts_what_needs_attention_and_links_to_it(
    signed_in: Client, activity: Activity, treasurer: User, oversight: User
) -> None:
    first = ExpenseFactory.create(activity=activity, logged_by=treasurer)
    VoucherFactory.create(expense=first)
    ExpenseFactory.create(activity=activity, split_of=first, logged_by=treasurer)
    returned = ExpenseFactory.create(activity=activity, logged_by=treasurer)
    return_expense(expense=returned, reason="No se lee", by=oversight)
    page = shown(activity.cooperative)
    assert (page.without_voucher, page.waiting, page.returned) == (1, 2, 1)
    list_url = reverse("premiums:expense_list", args=[activity.cooperative.slug])
    text = signed_in.get(address(activity.cooperative)).content.decode()
    for query, rows in (("voucher=without", 1), ("state=logged", 2), ("state=returned", 1)):
        assert f"{list_url}?{query}" in text
        assert signed_in.get(f"{list_url}?{query}").context["page_obj"].paginator.count == rows
    assert signed_in.get(f"{list_url}?voucher=with").context["page_obj"].paginator.count == 2


def test_fund_names_money_untouched_for_a_year(activity: Activity) -> None:
    assert shown(activity.cooperative, "2014-03-09").untouched == []
    assert [line.activity for line in shown(activity.cooperative, "2014-03-10").untouched] == [activity]
    ExpenseFactory.create(activity=activity, spent_on="2014-01-05")
    assert shown(activity.cooperative, "2014-03-10").untouched == []
    assert len(shown(activity.cooperative, "2015-01-05").untouched) == 1
    assert year_before(dt.date(2016, 2, 29)) == dt.date(2015, 2, 28)


def test_fund_shows_spending_by_exception_that_is_not_ratified_in_red(signed_in: Client, activity: Activity) -> None:
    exception = ActivityFactory.create(
        plan=activity.plan,
        title="Puente",
        is_exceptional=True,
        exceptional_reason="Huracán",
        authoriser="Consejo",
        authorised_amount=300,
        ratify_by_on="2013-09-01",
    )
    ExpenseFactory.create(activity=exception, amount=200)
    text = signed_in.get(address(activity.cooperative)).content.decode()
    assert "alert-bad" in text
    assert "Puente: " in text
    assert "that day is over" in text
    found = shown(activity.cooperative).balance
    assert (found.unratified, found.committed) == (200, 1000)


def test_fund_leaves_out_what_only_a_draft_plans(cooperative: Cooperative, activity: Activity) -> None:
    PlanLineFactory.create(version__plan=activity.plan, title="Solo un borrador")
    assert [line.activity for line in shown(cooperative).lines] == [activity]


def test_fund_warns_when_less_than_a_quarter_goes_to_quality(signed_in: Client, activity: Activity) -> None:
    PremiumReceivedFactory.create(fund=activity.fund, amount=1000)
    Activity.objects.update(quality_percent=24)
    ExpenseFactory.create(activity=activity, amount=500)
    quality = shown(activity.cooperative).quality
    assert (quality.due, quality.spent, quality.still_due) == (250, 120, 130)
    assert (quality.planned_percent, quality.spent_percent) == (24, 24)
    assert "24.0 % of what was spent" in signed_in.get(address(activity.cooperative)).content.decode()
    Activity.objects.update(quality_percent=25)
    assert "it should be 25 %" not in signed_in.get(address(activity.cooperative)).content.decode()


def test_fund_quality_share_begins_in_april_2011(activity: Activity) -> None:
    PremiumReceivedFactory.create(fund=activity.fund, amount=1000, received_on="2011-03-31")
    Activity.objects.update(quality_percent=100)
    ExpenseFactory.create(activity=activity, amount=100, spent_on="2011-03-31")
    quality = shown(activity.cooperative).quality
    assert (quality.received, quality.due, quality.spent, quality.spent_of) == (0, 0, 0, 0)
    assert quality.due_percent is None


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([], (1000, 250)),
        # a contract signed before, paid after: no share for that part
        ([SalePart(Decimal(40), dt.date(2011, 3, 31), Decimal(40), None)], (600, 150)),
        # the sale's own rate decides
        ([SalePart(Decimal(100), dt.date(2011, 4, 1), Decimal(200), Decimal(60))], (1000, 300)),
        # a sale whose date or rate is not known counts like other money
        ([SalePart(Decimal(100), None, None, None)], (1000, 250)),
    ],
)
def test_fund_quality_share_follows_the_contracts_where_they_are_known(
    parts: list[SalePart], expected: tuple[int, int]
) -> None:
    receipt = Receipt(1, dt.date(2011, 5, 1), Decimal(1000), Decimal(100), parts)
    assert earmark([receipt]) == expected


def test_fund_shows_premium_due_and_not_received(signed_in: Client, activity: Activity) -> None:
    paid, unpaid = (
        rated_sale(activity.cooperative, contract_number=number, quantity_kg=Decimal(1000)) for number in "AB"
    )
    receipt = PremiumReceivedFactory.create(
        fund=activity.fund,
        original_amount=Decimal("400.00"),
        original_currency="USD",
        rate=Decimal("12.5"),
        rate_on="2013-04-02",
        rate_source="Banco de México",
    )
    receipt.payments.create(cooperative=activity.cooperative, sale=paid, amount=Decimal("400.00"))
    rated_sale(activity.cooperative, contract_number="C", quantity_kg=None)
    due = shown(activity.cooperative).due
    assert due.outstanding == paid.premium_due - 400 + unpaid.premium_due
    assert (due.sales, due.unknown, due.other_currency) == (2, 1, 0)
    text = signed_in.get(address(activity.cooperative)).content.decode()
    assert "of 2 sales" in text
    assert "1 sale has no premium recorded" in text


@pytest.mark.as_person("outsider")
def test_fund_of_another_cooperative_is_not_found(signed_in: Client, activity: Activity) -> None:
    assert signed_in.get(address(activity.cooperative)).status_code == 404


def test_fund_is_read_only(signed_in: Client, activity: Activity) -> None:
    assert signed_in.post(address(activity.cooperative)).status_code == 405


@pytest.mark.as_person("manager")
@pytest.mark.parametrize("on", ["", "2013-12-31"])
@pytest.mark.parametrize("rows", [1, 3])
def test_fund_asks_the_same_number_of_queries(
    signed_in: Client,
    activity: Activity,
    manager: User,
    admin: User,
    rows: int,
    on: str,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    StaffAssignmentFactory.create(user=manager, cooperative=CooperativeFactory.create(), role=CooperativeRole.MANAGER)
    ProgrammeAssignmentFactory.create(user=manager, role=ProgrammeRole.FUNDER)
    for number in range(rows):
        plan = PlanFactory.create(fund=activity.fund, title=f"Plan {number}")
        other = approved_activity(activity.cooperative, Decimal(500), by=admin, plan=plan)
        VoucherFactory.create(expense=ExpenseFactory.create(activity=other))
        rated_sale(activity.cooperative, contract_number=str(number), quantity_kg=Decimal(10))
        PremiumReceivedFactory.create(fund=activity.fund)
    with django_assert_num_queries(11):
        signed_in.get(address(activity.cooperative), {"on": on})
