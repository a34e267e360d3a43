"""Rates: which one holds for a contract, and that a rate in use stays as it is."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from config.errors import Refused, broken_rule
from cooperatives.models import Cooperative, User
from premiums.actions.record_sale import record_sale, update_sale
from premiums.actions.supersede_rate import supersede_rate
from premiums.models import Rate
from premiums.models.rates import CoffeeForm, Region, region_of
from premiums.reports.ledger import differences
from tests.factories import CooperativeFactory, RateFactory, SaleFactory, SchemeFactory

pytestmark = pytest.mark.django_db

ADDRESS = "/rates/"


# Choosing ------------------------------------------------------------------------------------------------------------


def test_regions_follow_the_country() -> None:
    assert region_of("BR") == Region.SOUTH
    assert region_of("MX") == region_of("ID") == Region.CENTRAL


def test_without_scheme_form_or_date_no_rate_is_chosen() -> None:
    known = RateFactory.create()
    signed = dt.date(2012, 1, 1)
    choose = Rate.objects.in_force
    assert choose(scheme=known.scheme, form="washed", region="central", on=signed) == known
    assert choose(scheme=None, form="washed", region="central", on=signed) is None
    assert choose(scheme=known.scheme, form="", region="central", on=signed) is None
    assert choose(scheme=known.scheme, form="washed", region="central", on=None) is None
    assert choose(scheme=known.scheme, form="washed", region="central", on=dt.date(2011, 3, 31)) is None
    assert choose(scheme=SchemeFactory.create(), form="washed", region="central", on=signed) is None


# In use ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE premiums_rate SET premium = 0.30",
        "UPDATE premiums_rate SET quality_part = NULL",
        "UPDATE premiums_rate SET minimum_price = 1.50",
        "UPDATE premiums_rate SET organic_differential = NULL",
        "UPDATE premiums_rate SET from_on = '2010-01-01'",
        "UPDATE premiums_rate SET form = 'natural'",
        "DELETE FROM premiums_rate",
    ],
)
def test_a_rate_in_use_refuses_changes_by_any_path(change: str) -> None:
    SaleFactory.create()
    with pytest.raises(DatabaseError) as refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)
    assert broken_rule(refused.value) == "rate_fixed_once_used"


def test_a_rate_that_no_sale_uses_can_be_corrected() -> None:
    unused = RateFactory.create()
    unused.premium = Decimal("0.25")
    unused.save()
    unused.delete()
    assert not Rate.objects.exists()


def test_supersede_keeps_the_old_and_puts_the_new_in_force(admin: User) -> None:
    sale = SaleFactory.create()
    old = sale.rate
    new = supersede_rate(rate=old, premium=Decimal("0.25"), source="A better list", by=admin)
    old.refresh_from_db()
    assert (old.successor, old.premium, new.successor) == (new, Decimal("0.20"), None)
    chosen = {"scheme": old.scheme, "form": CoffeeForm.WASHED, "region": Region.CENTRAL, "on": sale.signed_on}
    assert Rate.objects.in_force(**chosen) == new
    with pytest.raises(Refused, match="superseded already"):
        supersede_rate(rate=old, by=admin)
    with pytest.raises(Refused, match="above zero"):
        supersede_rate(rate=new, premium=Decimal(0), by=admin)


def test_a_sale_takes_the_corrected_rate_when_it_is_saved_again(cooperative: Cooperative, admin: User) -> None:
    old = RateFactory.create()
    terms = {"scheme": old.scheme, "form": "washed", "signed_on": dt.date(2013, 2, 1), "quantity_kg": Decimal(1000)}
    sale = record_sale(cooperative=cooperative, by=admin, **terms)  # type: ignore[arg-type]
    new = supersede_rate(rate=old, premium=Decimal("0.25"), by=admin)
    sale.refresh_from_db()
    assert (sale.rate, sale.premium_due) == (old, Decimal("440.92"))
    sale = update_sale(sale=sale, buyer="Otra", by=admin)
    assert (sale.rate, sale.premium_due) == (new, Decimal("551.16"))
    assert not list(differences())


# The page -------------------------------------------------------------------------------------------------------------


def test_rate_list_leaves_out_what_was_superseded(signed_in: Client, admin: User) -> None:
    SaleFactory.create()
    supersede_rate(rate=Rate.objects.get(), premium=Decimal("0.27"), by=admin)
    page = signed_in.get(ADDRESS).content.decode()
    assert "0.27" in page
    assert "0.20" not in page


def test_rate_list_without_rates_says_so(signed_in: Client) -> None:
    assert "No rates recorded" in signed_in.get(ADDRESS).content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_rate_list_asks_the_same_number_of_queries(
    signed_in: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(rows):
        RateFactory.create()
    with django_assert_num_queries(6):
        signed_in.get(ADDRESS)


def test_rate_list_is_read_only(signed_in: Client) -> None:
    assert signed_in.post(ADDRESS).status_code == 405


def test_rate_list_is_open_to_everybody_who_signed_in(client: Client) -> None:
    client.force_login(CooperativeFactory.create() and User.objects.create(email="nadie@example.org", name="Nadie"))
    assert client.get(ADDRESS).status_code == 200
