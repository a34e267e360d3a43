"""The statement for the assembly: one period in the co-op's language, and opening + received − spent = closing."""

from __future__ import annotations

import datetime as dt
import random
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from cooperatives.models import Cooperative, User
from premiums.actions.review_expense import void_expense
from premiums.models import Activity
from premiums.reports.fund import fund_page
from premiums.reports.statement import Statement, statement_of
from tests.factories import (
    AssemblyFactory,
    ExpenseFactory,
    PremiumReceivedFactory,
    ResolutionFactory,
    VoucherFactory,
    approved_activity,
)

pytestmark = pytest.mark.django_db


def address(cooperative: Cooperative) -> str:
    return reverse("premiums:statement", args=[cooperative.slug])


def of_year(cooperative: Cooperative, year: int) -> Statement:
    found = statement_of(cooperative, dt.date(year, 1, 1), dt.date(year, 12, 31))
    assert found is not None
    return found


def test_statement_shows_the_year_with_its_balances(signed_in: Client, activity: Activity) -> None:
    PremiumReceivedFactory.create(fund=activity.fund, amount=300, received_on="2012-05-01")
    PremiumReceivedFactory.create(fund=activity.fund, amount=5000, payer="Café Norte")
    VoucherFactory.create(expense=ExpenseFactory.create(activity=activity, amount=100))
    ExpenseFactory.create(activity=activity, amount=50, payee="Sin papel")
    ExpenseFactory.create(activity=activity, amount=25, spent_on="2014-02-01")
    found = of_year(activity.cooperative, 2013)
    assert (found.opening, found.received, found.spent, found.closing) == (300, 5000, 150, 5150)
    assert (found.committed, found.left, found.missing_count) == (850, 4300, 1)
    text = signed_in.get(address(activity.cooperative), {"year": "2013"}).content.decode()
    for part in ("5,150.00", "Café Norte", "Sin papel", "4,300.00"):
        assert part in text


def test_statement_closing_is_the_next_opening_whatever_was_recorded(activity: Activity, admin: User) -> None:
    chance = random.Random(7)
    activities = [activity, approved_activity(activity.cooperative, Decimal(9000), by=admin, plan=activity.plan)]
    for _number in range(40):
        day = dt.date(2011, 1, 1) + dt.timedelta(days=chance.randrange(5 * 365))
        cents = Decimal(chance.randint(1, 2000)) / 100
        if chance.random() < 0.4:
            PremiumReceivedFactory.create(fund=activity.fund, amount=cents, received_on=day)
        else:
            expense = ExpenseFactory.create(activity=chance.choice(activities), amount=cents, spent_on=day)
            if chance.random() < 0.2:
                void_expense(expense=expense, reason="Dos veces", by=admin)
    undated = {"received_on": None, "received_precision": "", "is_historic": True, "source": "Un libro"}
    PremiumReceivedFactory.create(fund=activity.fund, amount=70, **undated)
    previous = of_year(activity.cooperative, 2010)
    assert (previous.opening, previous.closing) == (70, 70)
    for year in range(2011, 2017):
        found = of_year(activity.cooperative, year)
        assert found.opening == previous.closing
        assert found.opening + found.received - found.spent == found.closing
        balance = fund_page(activity.cooperative, dt.date(year, 12, 31)).balance
        assert found.closing == balance.received - balance.spent
        assert found.left == balance.left
        previous = found
    activity.fund.refresh_from_db()
    assert previous.closing == activity.fund.received - activity.fund.spent


def test_statement_is_in_the_language_of_the_cooperative(signed_in: Client, activity: Activity) -> None:
    Cooperative.objects.update(language="pt-br")
    PremiumReceivedFactory.create(fund=activity.fund, amount=Decimal("1234.50"))
    text = signed_in.get(address(activity.cooperative), {"year": "2013"}).content.decode()
    assert '<article class="sheet" lang="pt-br">' in text
    with translation.override("pt-br"):
        date = translation.gettext("Treasurer")
    sheet = text[text.index('<article class="sheet"') : text.index("</article>")]
    assert "1.234,50" in sheet
    assert date in sheet
    assert "<h1>Statement for the assembly</h1>" in text


def test_statement_tells_the_votes_and_has_lines_to_sign(signed_in: Client, activity: Activity) -> None:
    Cooperative.objects.update(language="en")
    assembly = AssemblyFactory.create(cooperative=activity.cooperative, held_on="2013-11-03")
    ResolutionFactory.create(assembly=assembly, text="Un borrador")
    text = signed_in.get(address(activity.cooperative), {"year": "2013"}).content.decode()
    assert "50 for, 6 against, 3 abstained, 1 blank." in text
    assert "Present: 60 of 100 (25 women, 35 men)." in text
    assert "Un borrador" not in text
    assert text.count("Name, signature, date") == 3


def test_statement_of_two_days_and_of_a_year_without_entries(signed_in: Client, activity: Activity) -> None:
    Cooperative.objects.update(language="en")
    ExpenseFactory.create(activity=activity, amount=100)
    between = {"since": "2013-06-01", "until": "2013-06-30"}
    response = signed_in.get(address(activity.cooperative), between)
    assert response.context["statement"].spent == 100
    assert "From Jun 1, 2013 to Jun 30, 2013" in response.content.decode()
    assert "No premium came in" in signed_in.get(address(activity.cooperative), {"year": "2011"}).content.decode()


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"since": "2013-06-02", "until": "2013-06-01"}, "This day is before the first one"),
        ({"year": "20133"}, "less than or equal to 2100"),
        ({"since": "soon"}, "Enter a valid date"),
    ],
)
def test_statement_says_what_is_wrong_with_the_period(
    signed_in: Client, activity: Activity, asked: dict[str, str], sentence: str
) -> None:
    response = signed_in.get(address(activity.cooperative), asked)
    assert response.status_code == 422
    assert sentence in response.content.decode()


def test_statement_without_a_fund_says_what_to_do(signed_in: Client, cooperative: Cooperative) -> None:
    assert "No premium fund yet" in signed_in.get(address(cooperative)).content.decode()


@pytest.mark.as_person("outsider")
def test_statement_of_another_cooperative_is_not_found(signed_in: Client, activity: Activity) -> None:
    assert signed_in.get(address(activity.cooperative)).status_code == 404


def test_statement_is_read_only(signed_in: Client, activity: Activity) -> None:
    assert signed_in.post(address(activity.cooperative)).status_code == 405


@pytest.mark.as_person("manager")
@pytest.mark.parametrize("rows", [1, 3])
def test_statement_asks_the_same_number_of_queries(
    signed_in: Client,
    activity: Activity,
    admin: User,
    rows: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for _number in range(rows):
        other = approved_activity(activity.cooperative, Decimal(500), by=admin, plan=activity.plan)
        ExpenseFactory.create(activity=other)
        PremiumReceivedFactory.create(fund=activity.fund)
    with django_assert_num_queries(11):
        signed_in.get(address(activity.cooperative), {"year": "2013"})
