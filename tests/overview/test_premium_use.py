"""The use of the premium across co-ops: by category and year, in each currency, and in dollars at recorded rates."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from itertools import pairwise

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from cooperatives.models import Cooperative, Programme, User
from overview.reports.bars import HEIGHT, LABEL_GAP, TOP, stacked
from overview.reports.premium_use import PremiumUse, premium_use, rate_of
from premiums.models import Activity
from tests.factories import (
    CategoryFactory,
    CooperativeFactory,
    EnrolmentFactory,
    ExpenseFactory,
    FundFactory,
    PlanFactory,
    PremiumReceivedFactory,
    approved_activity,
)

pytestmark = [pytest.mark.django_db, pytest.mark.as_person("manager")]

ADDRESS = reverse("overview:premium_use")
SERIES = [("members", "Members", "series-1"), ("other", "Other", "series-2")]


def in_dollars(activity: Activity, day: str, amount: str, dollars: str) -> None:
    PremiumReceivedFactory.create(
        fund=activity.fund,
        received_on=day,
        amount=Decimal(amount),
        original_amount=Decimal(dollars),
        original_currency="USD",
        rate=Decimal(amount) / Decimal(dollars),
        rate_on=day,
        rate_source="Banco de México",
    )


def everything() -> PremiumUse:
    return premium_use(Cooperative.objects.all())


def test_premium_use_adds_by_category_and_year_in_both_currencies(signed_in: Client, activity: Activity) -> None:
    Activity.objects.update(category=CategoryFactory.create(name="Vivero"))
    in_dollars(activity, "2013-01-10", "1000", "100")
    in_dollars(activity, "2013-09-10", "6000", "400")
    ExpenseFactory.create(activity=activity, amount=140)
    ExpenseFactory.create(activity=activity, amount=70, spent_on="2014-02-01")
    use = everything()
    assert use.years == [2013, 2014]
    assert [(row.cells, row.total) for row in use.tables[0].rows] == [([140, 70], 210)]
    assert (use.dollars.totals, use.dollars.total) == ([10, 5], 15)
    text = signed_in.get(ADDRESS).content.decode()
    for part in ("Vivero", "Funds kept in MXN", "210.00", "15.00", "<title id=", "<desc id="):
        assert part in text


def test_premium_use_names_what_has_no_rate(signed_in: Client, activity: Activity) -> None:
    in_dollars(activity, "2013-01-10", "1000", "100")
    ExpenseFactory.create(activity=activity, amount=140, spent_on="2012-06-01")
    use = everything()
    assert use.without_rate == {"MXN": 140}
    assert (use.dollars.rows, use.cooperatives[0].usd) == ([], None)
    text = signed_in.get(ADDRESS).content.decode()
    assert "no rate recorded" in text
    assert "no category" in text


def test_premium_use_takes_the_rate_of_the_year_or_the_last_before() -> None:
    rates = {1: {2012: Decimal(12), 2014: Decimal(14)}}
    assert [rate_of(rates, 1, "MXN", year) for year in (2011, 2012, 2013, 2014, 2020, None)] == [
        None,
        12,
        12,
        14,
        14,
        None,
    ]
    assert rate_of({}, 1, "USD", None) == 1


def test_premium_use_leaves_out_amounts_that_are_not_recorded(signed_in: Client, activity: Activity) -> None:
    historic = {"is_historic": True, "source": "Un libro", "spent_on": None, "spent_precision": ""}
    ExpenseFactory.create(activity=activity, amount=None, logged_by=None, logged_at=None, **historic)
    ExpenseFactory.create(activity=activity, amount=5, logged_by=None, logged_at=None, **historic)
    use = everything()
    assert (use.not_recorded, use.years, use.tables[0].total) == (1, [None], 5)
    assert "date not recorded" in signed_in.get(ADDRESS).content.decode()


def test_premium_use_shows_only_the_cooperatives_one_may_see(
    signed_in: Client, activity: Activity, other_cooperative: Cooperative, admin: User
) -> None:
    foreign = approved_activity(other_cooperative, Decimal(500), by=admin)
    ExpenseFactory.create(activity=foreign, amount=77)
    text = signed_in.get(ADDRESS).content.decode()
    assert "Vecina" not in text
    assert "No spending here yet" in text
    response = signed_in.get(ADDRESS, {"cooperative": "vecina"})
    assert response.status_code == 422
    assert "Select a valid choice" in response.content.decode()


def test_premium_use_of_one_cooperative(signed_in: Client, activity: Activity) -> None:
    ExpenseFactory.create(activity=activity, amount=140)
    response = signed_in.get(ADDRESS, {"cooperative": "triunfo"})
    assert response.context["use"].tables[0].total == 140
    assert reverse("premiums:fund", args=["triunfo"]) in response.content.decode()


def test_premium_use_shows_fifty_rows_and_adds_all(signed_in: Client, programme: Programme, admin: User) -> None:
    for number in range(51):
        cooperative = CooperativeFactory.create(short_name=f"Co-op {number:02}")
        EnrolmentFactory.create(programme=programme, cooperative=cooperative)
        FundFactory.create(cooperative=cooperative)
    plan = PlanFactory.create(fund=cooperative.fund)
    ExpenseFactory.create(activity=approved_activity(cooperative, Decimal(500), by=admin, plan=plan), amount=77)
    first, second = (signed_in.get(ADDRESS, {"page": page}) for page in (1, 2))
    assert [len(page.context["page"]) for page in (first, second)] == [50, 1]
    assert {page.context["use"].tables[0].total for page in (first, second)} == {77}
    assert second.context["page"][0].spent == 77


@pytest.mark.as_person("treasurer")
def test_premium_use_is_forbidden_to_staff_of_a_cooperative(signed_in: Client) -> None:
    assert signed_in.get(ADDRESS).status_code == 403


def test_premium_use_is_read_only(signed_in: Client) -> None:
    assert signed_in.post(ADDRESS).status_code == 405


def test_premium_use_is_linked_from_the_board(signed_in: Client, activity: Activity) -> None:
    assert f'href="{ADDRESS}"' in signed_in.get(reverse("overview:board")).content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_premium_use_asks_the_same_number_of_queries(
    signed_in: Client,
    programme: Programme,
    admin: User,
    rows: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for _number in range(rows):
        cooperative = CooperativeFactory.create()
        EnrolmentFactory.create(programme=programme, cooperative=cooperative)
        plan = PlanFactory.create(fund=FundFactory.create(cooperative=cooperative))
        own = approved_activity(cooperative, Decimal(500), by=admin, plan=plan, category=CategoryFactory.create())
        in_dollars(own, "2013-01-10", "1000", "100")
        ExpenseFactory.create(activity=own, spent_on=dt.date(2013, 5, 1))
    with django_assert_num_queries(9):
        signed_in.get(ADDRESS)


@given(st.lists(st.tuples(*[st.decimals(min_value=0, max_value=10**7, places=2)] * 2), max_size=8))
def test_bars_stand_on_zero_and_stay_in_the_box(values: list[tuple[Decimal, Decimal]]) -> None:
    chart = stacked({str(n): {"members": a, "other": b} for n, (a, b) in enumerate(values)}, SERIES)
    assert chart.lines[0].value == 0
    assert chart.lines[0].y == chart.base
    assert len(chart.lines) <= 6
    for bar in chart.bars:
        assert TOP <= bar.top <= chart.base
        assert sum(segment.height for segment in bar.segments) == chart.base - bar.top
        for segment in bar.segments:
            assert chart.left <= segment.x < segment.x + segment.width <= chart.right
    places = [label.y for label in chart.labels]
    assert all(lower - upper >= LABEL_GAP for lower, upper in pairwise(places))
    assert all(0 < place <= HEIGHT for place in places)
