"""The pages of the sales: list, export, form, detail."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from cooperatives.models import Cooperative, Scheme, User
from premiums.models import Activity, Sale
from premiums.reports.ledger import differences
from tests.factories import (
    ExpenseFactory,
    PremiumPaymentFactory,
    PremiumReceivedFactory,
    RateFactory,
    SaleFactory,
    SchemeFactory,
)

pytestmark = pytest.mark.django_db

WRITES = ["sale_create", "sale_update"]


@pytest.fixture
def sale(cooperative: Cooperative) -> Sale:
    """A sale of 275 bags with its rate."""
    return SaleFactory.create(cooperative=cooperative, contract_number="C-2013-1")


def address(view: str, of: Sale | Cooperative) -> str:
    if isinstance(of, Sale):
        return reverse(f"premiums:{view}", args=[of.cooperative.slug, of.pk])
    return reverse(f"premiums:{view}", args=[of.slug])


def words(response: Any) -> str:
    """What the page says."""
    text = re.sub(r"<[^>]+>", " ", response.content.decode()).replace("\xa0", " ").replace("&nbsp;", " ")
    return " ".join(text.split())


def typed(of: Scheme | None = None, **changes: Any) -> dict[str, Any]:
    return {
        "contract_number": "C-2013-7",
        "buyer": "Tostadora del Norte",
        "signed_on": "2013-02-11",
        "signed_precision": "day",
        "scheme": of.pk if of else "",
        "form": "washed",
        "bags": "275",
        "bag_kg": "69",
        "quantity_kg": "",
        "price": "1.4525",
        "price_currency": "USD",
        "state": "signed",
    } | changes


# The list -------------------------------------------------------------------------------------------------------------


def test_sale_list_shows_due_received_and_missing(signed_in: Client, sale: Sale) -> None:
    PremiumPaymentFactory.create(sale=sale, amount=Decimal("8000"))
    other = SaleFactory.create(cooperative=sale.cooperative, rate=sale.rate, price=Decimal("1.39"))
    SaleFactory.create(cooperative=sale.cooperative, rate=None, scheme=None)
    page = words(signed_in.get(address("sale_list", sale.cooperative)))
    assert "Premium due 16,733.08 USD" in page
    assert "Received for these sales 8,000.00 USD" in page
    assert "Due, not yet received 8,733.08 USD 1 sale is not in it" in page
    assert "Price below the minimum" in page
    assert "No rate" in page
    assert other.contract_number in page


def test_sale_list_filters_by_state_year_and_premium(signed_in: Client, sale: Sale) -> None:
    SaleFactory.create(cooperative=sale.cooperative, rate=sale.rate, signed_on=dt.date(2014, 1, 5), state="shipped")
    PremiumPaymentFactory.create(sale=sale)

    def count(**chosen: str) -> int:
        return int(signed_in.get(address("sale_list", sale.cooperative), chosen).context["page_obj"].paginator.count)

    assert (count(), count(state="shipped"), count(year="2013"), count(year="2012")) == (2, 1, 1, 0)
    assert (count(premium="missing"), count(premium="unknown"), count(state="nonsense"), count(year="x")) == (
        1,
        0,
        0,
        0,
    )
    page = words(signed_in.get(address("sale_list", sale.cooperative), {"year": "2012"}))
    assert "Nothing fits these filters" in page


def test_sale_list_without_sales_says_what_to_do(signed_in: Client, cooperative: Cooperative) -> None:
    assert "No sales recorded yet" in words(signed_in.get(address("sale_list", cooperative)))


def test_sale_list_exports_what_is_shown_as_tidy_csv(signed_in: Client, sale: Sale) -> None:
    Sale.objects.filter(pk=sale.pk).update(buyer="=cmd()")
    SaleFactory.create(cooperative=sale.cooperative, rate=sale.rate, signed_on=dt.date(2014, 1, 5))
    response = signed_in.get(address("sale_list", sale.cooperative), {"format": "csv", "year": "2013"})
    (row,) = csv.DictReader(io.StringIO(b"".join(response).decode()))  # type: ignore[call-overload]
    assert (row["contract_number"], row["buyer"], row["signed_on"]) == ("C-2013-1", "'=cmd()", "2013-02-11")
    assert (row["premium_due_usd"], row["premium_missing_usd"]) == ("8366.54", "8366.54")
    assert (row["quantity_lb"], row["premium_rate_usd_per_lb"], row["price_per_lb"]) == ("41832.7", "0.2000", "")


def test_sale_list_exports_a_spreadsheet_with_numbers_and_dates(signed_in: Client, sale: Sale) -> None:
    response = signed_in.get(address("sale_list", sale.cooperative), {"format": "xlsx"})
    book = load_workbook(io.BytesIO(b"".join(response)))  # type: ignore[call-overload]
    names, values = book.active.iter_rows(values_only=True)
    row = dict(zip(names, values, strict=True))
    assert (row["premium_due_usd"], row["bags"]) == (8366.54, 275)
    assert row["signed_on"] == dt.datetime(2013, 2, 11)  # noqa: DTZ001
    assert row["price_per_lb"] is None


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("person", ["treasurer", "manager"])
def test_sale_list_asks_the_same_number_of_queries(
    client: Client,
    request: pytest.FixtureRequest,
    cooperative: Cooperative,
    person: str,
    rows: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(rows):
        PremiumPaymentFactory.create(sale__cooperative=cooperative, premium_received__fund__currency="MXN")
    client.force_login(request.getfixturevalue(person))
    with django_assert_num_queries(8):
        client.get(address("sale_list", cooperative))


@pytest.mark.as_person("manager")
def test_sale_list_offers_no_button_to_who_only_reads(signed_in: Client, sale: Sale) -> None:
    page = signed_in.get(address("sale_list", sale.cooperative)).content.decode()
    assert address("sale_create", sale.cooperative) not in page


# Recording and changing -----------------------------------------------------------------------------------------------


def test_sale_create_saves_and_says_what_is_due(signed_in: Client, cooperative: Cooperative) -> None:
    rate = RateFactory.create()
    assert signed_in.get(address("sale_create", cooperative)).status_code == 200
    response = signed_in.post(address("sale_create", cooperative), typed(rate.scheme), follow=True)
    sale = Sale.objects.get()
    assert (sale.premium_due, sale.price, sale.rate) == (Decimal("8366.54"), Decimal("1.4525"), rate)
    assert response.redirect_chain[-1][0] == address("sale_detail", sale)
    assert "Premium due: 8,366.54 USD" in words(response)
    assert not list(differences())


def test_sale_create_keeps_what_is_not_known_empty(signed_in: Client, cooperative: Cooperative) -> None:
    nothing = dict.fromkeys(typed(), "") | {"price_currency": "USD", "state": "signed"}
    response = signed_in.post(address("sale_create", cooperative), nothing, follow=True)
    sale = Sale.objects.get()
    assert (sale.signed_on, sale.signed_precision, sale.quantity_kg, sale.scheme) == (None, "", None, None)
    assert "the quantity is not recorded" in words(response)


def test_sale_create_offers_the_last_choice(signed_in: Client, sale: Sale) -> None:
    initial = signed_in.get(address("sale_create", sale.cooperative)).context["form"].initial
    assert (initial["scheme"], initial["form"], initial["bag_kg"]) == (sale.scheme, "washed", Decimal(69))


@pytest.mark.parametrize(("country", "kg"), [("MX", Decimal(69)), ("BR", Decimal(60)), ("ID", None)])
def test_sale_create_knows_the_bag_of_the_country(
    signed_in: Client, cooperative: Cooperative, country: str, kg: Decimal | None
) -> None:
    Cooperative.objects.update(country_code=country)
    assert signed_in.get(address("sale_create", cooperative)).context["form"].initial["bag_kg"] == kg


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("signed_on", "2099-01-01", "lies in the future"),
        ("signed_on", "ayer", "Enter a valid date"),
        ("bags", "0", "greater than or equal to 1"),
        ("bags", "muchos", "Enter a whole number"),
        ("bag_kg", "1000", "It can be at most 999"),
        ("quantity_kg", "18957", "18,975.00 kg, but 18,957.00 kg were typed"),
        ("price", "1,234.5", "at most 4 decimals"),
        ("price", "0.00", "must be above zero"),
        ("price", "-1", "at most 4 decimals"),
        ("form", "roasted", "Select a valid choice"),
        ("scheme", "999999", "Select a valid choice"),
        ("contract_number", "C-2013-1", "already has a sale with this contract number"),
    ],
)
def test_sale_create_explains_bad_input(signed_in: Client, sale: Sale, field: str, value: str, sentence: str) -> None:
    response = signed_in.post(
        address("sale_create", sale.cooperative), typed(**{"scheme": sale.scheme_id, field: value})
    )
    assert response.status_code == 422
    assert sentence in words(response)
    assert "Nothing was saved yet" in words(response)
    assert Sale.objects.count() == 1


def test_sale_create_reads_a_partly_known_date_as_its_first_day(signed_in: Client, cooperative: Cooperative) -> None:
    for precision, first in (("month", (2012, 5, 1)), ("year", (2012, 1, 1)), ("late", (2012, 10, 1))):
        data = typed(contract_number="", signed_on="2012-05-20", signed_precision=precision)
        assert signed_in.post(address("sale_create", cooperative), data).status_code == 302
        assert Sale.objects.latest("pk").signed_on == dt.date(*first)


@pytest.mark.parametrize(("language", "price"), [("pt-br", "1,4525"), ("es-mx", "1.4525")])
def test_sale_create_reads_prices_in_both_conventions(
    signed_in: Client, treasurer: User, cooperative: Cooperative, language: str, price: str
) -> None:
    treasurer.language = language
    treasurer.save()
    signed_in.post(address("sale_create", cooperative), typed(price=price))
    assert Sale.objects.get().price == Decimal("1.4525")


def test_sale_update_changes_it_and_what_is_due(signed_in: Client, sale: Sale) -> None:
    form = signed_in.get(address("sale_update", sale)).context["form"]
    assert (form.initial["bags"], form.initial["quantity_kg"]) == (275, None)
    response = signed_in.post(address("sale_update", sale), typed(sale.scheme, bags="100"), follow=True)
    sale.refresh_from_db()
    assert (sale.bags, sale.quantity_kg, sale.premium_due) == (100, Decimal(6900), Decimal("3042.38"))
    assert "Saved. Premium due: 3,042.38 USD" in words(response)
    assert not list(differences())


def test_sale_update_cancels_and_keeps_the_row(signed_in: Client, sale: Sale) -> None:
    response = signed_in.post(address("sale_update", sale), typed(sale.scheme, state="cancelled"), follow=True)
    sale.refresh_from_db()
    assert (sale.state, sale.premium_due) == ("cancelled", None)
    assert "The contract was cancelled, so no premium is due" in words(response)


def test_sale_update_explains_bad_input(signed_in: Client, sale: Sale) -> None:
    response = signed_in.post(address("sale_update", sale), typed(sale.scheme, quantity_kg="1"))
    assert response.status_code == 422
    assert "Correct one of the three" in words(response)


# The detail -----------------------------------------------------------------------------------------------------------


def test_sale_detail_writes_the_arithmetic_out(signed_in: Client, sale: Sale) -> None:
    page = words(signed_in.get(address("sale_detail", sale)))
    assert "275 bags × 69 kg = 18,975 kg = 41,832.7 lb × 0.20 USD = 8,366.54 USD" in page
    assert "Of which 2,091.64 USD (0.05 USD a pound) for quality and productivity" in page
    assert "A price list" in page
    assert "No premium is recorded as received for this sale" in page


def test_sale_detail_compares_the_price(signed_in: Client, sale: Sale) -> None:
    Sale.objects.update(price=Decimal("1.6500"), is_organic=True)
    page = words(signed_in.get(address("sale_detail", sale)))
    assert "Organic differential + 0.30 USD At least 1.70 USD" in page
    assert "1.65 USD a pound is less than the 1.70 USD" in page


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"rate": None, "signed_on": None, "signed_precision": ""}, "the date of the contract is not recorded"),
        ({"rate": None, "scheme": None}, "the scheme is not recorded"),
        ({"rate": None, "form": ""}, "the product form is not recorded"),
        ({"rate": None}, "no rate is recorded for this scheme and date"),
        ({"quantity_kg": None, "bags": None}, "the quantity is not recorded"),
    ],
)
def test_sale_detail_says_why_nothing_can_be_told(
    signed_in: Client, sale: Sale, changes: dict[str, Any], sentence: str
) -> None:
    Sale.objects.update(**changes)
    assert sentence in words(signed_in.get(address("sale_detail", sale)))


def test_sale_detail_of_an_old_contract_has_no_earmark(signed_in: Client, cooperative: Cooperative) -> None:
    old = {"from_on": dt.date(2008, 6, 1), "premium": Decimal("0.10")}
    signed = {"cooperative": cooperative, "signed_on": dt.date(2010, 1, 5)}
    none = SaleFactory.create(rate=RateFactory.create(quality_part=Decimal(0), **old), **signed)
    unknown = SaleFactory.create(rate=RateFactory.create(quality_part=None, **old), **signed)
    assert "No part of it is set aside" in words(signed_in.get(address("sale_detail", none)))
    assert "is not recorded" in words(signed_in.get(address("sale_detail", unknown)))


def test_sale_detail_follows_the_premium_to_what_it_paid_for(signed_in: Client, sale: Sale, activity: Activity) -> None:
    PremiumPaymentFactory.create(sale=sale, amount=Decimal("8000"))
    ExpenseFactory.create(activity=activity, amount=Decimal("250.50"), payee="Vivero La Sombra")
    page = words(signed_in.get(address("sale_detail", sale)))
    assert "Vivero La Sombra" in page
    assert "the oldest premium is spent first" in page
    assert "366.54 USD of the 8,366.54 USD due is not yet received" in page


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("person", ["treasurer", "manager"])
def test_sale_detail_asks_the_same_number_of_queries(
    client: Client,
    request: pytest.FixtureRequest,
    activity: Activity,
    person: str,
    rows: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    sale = SaleFactory.create(cooperative=activity.cooperative)
    for _ in range(rows):
        PremiumPaymentFactory.create(sale=sale, amount=Decimal(100))
        ExpenseFactory.create(activity=activity, amount=Decimal(100))
    client.force_login(request.getfixturevalue(person))
    with django_assert_num_queries(9):
        client.get(address("sale_detail", sale))


# Who may --------------------------------------------------------------------------------------------------------------


@pytest.mark.as_person("outsider")
@pytest.mark.parametrize("view", ["sale_update", "sale_detail"])
def test_a_sale_of_another_cooperative_is_not_found(signed_in: Client, sale: Sale, view: str) -> None:
    assert signed_in.get(address(view, sale)).status_code == 404


@pytest.mark.as_person("outsider")
@pytest.mark.parametrize("view", ["sale_list", "sale_create"])
def test_sales_of_another_cooperative_are_not_found(signed_in: Client, sale: Sale, view: str) -> None:
    assert signed_in.get(address(view, sale.cooperative)).status_code == 404
    if view in WRITES:
        assert signed_in.post(address(view, sale.cooperative), typed()).status_code == 404
        assert Sale.objects.count() == 1


@pytest.mark.as_person("admin")
@pytest.mark.parametrize("view", ["sale_update", "sale_detail"])
def test_a_sale_under_the_address_of_another_cooperative_is_not_found(
    signed_in: Client, sale: Sale, other_cooperative: Cooperative, view: str
) -> None:
    assert signed_in.get(reverse(f"premiums:{view}", args=["vecina", sale.pk])).status_code == 404


@pytest.mark.parametrize("person", ["oversight", "manager"])
def test_sale_create_and_update_are_forbidden_to_who_only_reads(
    client: Client, request: pytest.FixtureRequest, sale: Sale, person: str
) -> None:
    client.force_login(request.getfixturevalue(person))
    assert client.post(address("sale_create", sale.cooperative), typed()).status_code == 403
    assert client.post(address("sale_update", sale), typed()).status_code == 403
    assert client.get(address("sale_detail", sale)).status_code == 200
    assert Sale.objects.count() == 1


def test_the_pages_of_sales_refuse_other_methods(signed_in: Client, sale: Sale) -> None:
    assert signed_in.post(address("sale_list", sale.cooperative)).status_code == 405
    assert signed_in.post(address("sale_detail", sale)).status_code == 405
    assert signed_in.put(address("sale_create", sale.cooperative)).status_code == 405
    assert signed_in.delete(address("sale_update", sale)).status_code == 405


def test_sale_list_without_anything_due_counts_nothing(signed_in: Client, cooperative: Cooperative) -> None:
    SaleFactory.create(cooperative=cooperative, scheme=SchemeFactory.create(), rate=None)
    received = PremiumReceivedFactory.create(fund__cooperative=cooperative)
    PremiumPaymentFactory.create(sale=Sale.objects.get(), premium_received=received, amount=Decimal(10))
    page = words(signed_in.get(address("sale_list", cooperative)))
    assert "Premium due 0.00 USD" in page
    assert "Paid in another currency" in page
