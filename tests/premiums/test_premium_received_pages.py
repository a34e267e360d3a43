"""The pages of the premium received: list, form, detail."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from cooperatives.models import Cooperative
from premiums.models import Fund, PremiumPayment, PremiumReceived, Sale
from premiums.reports.ledger import differences
from tests.factories import FundFactory, PremiumPaymentFactory, PremiumReceivedFactory, SaleFactory
from tests.premiums.test_sale_pages import words

pytestmark = pytest.mark.django_db

WRITES = ["premium_received_create"]


@pytest.fixture
def sale(cooperative: Cooperative) -> Sale:
    """A sale of 275 bags, of which 8,366.54 USD are due."""
    return SaleFactory.create(cooperative=cooperative, contract_number="C-2013-1")


def address(view: str, cooperative: Cooperative, *key: int) -> str:
    return reverse(f"premiums:{view}", args=[cooperative.slug, *key])


def typed(**changes: Any) -> dict[str, Any]:
    return {
        "received_on": "2013-05-02",
        "payer": "Exportadora",
        "currency": "USD",
        "paid": "8,366.54",
        "rate": "12.7584",
        "rate_on": "2013-05-02",
        "rate_source": "Slip of the bank",
        "in_fund": "",
    } | changes


def test_premium_received_create_saves_and_joins_the_sale(signed_in: Client, sale: Sale) -> None:
    data = typed(**{f"part_{sale.pk}": "8366.54"})
    response = signed_in.post(address("premium_received_create", sale.cooperative), data, follow=True)
    received = PremiumReceived.objects.get()
    assert (received.amount, received.original_amount) == (Decimal("106743.66"), Decimal("8366.54"))
    assert received.payments.get().sale == sale
    assert Fund.objects.get().received == Decimal("106743.66")
    assert "8,366.54 USD × 12.7584 = 106,743.66 MXN" in words(response)
    assert not list(differences())


def test_premium_received_create_splits_over_the_oldest_sales(signed_in: Client, sale: Sale) -> None:
    older = SaleFactory.create(cooperative=sale.cooperative, rate=sale.rate, signed_on=dt.date(2012, 5, 1))
    url = address("premium_received_create", sale.cooperative)
    response = signed_in.post(url, typed(paid="10,000.00", split="yes"))
    assert response.status_code == 200
    assert "Nothing was saved yet: look it over, then save" in words(response)
    assert not PremiumReceived.objects.exists()
    form = response.context["form"]
    parts = {name: form[name].value() for name in form.fields if name.startswith("part_")}
    assert parts == {f"part_{older.pk}": "8,366.54", f"part_{sale.pk}": "1,633.46"}
    signed_in.post(url, typed(paid="10,000.00", **parts))
    assert dict(PremiumPayment.objects.values_list("sale", "amount")) == {
        older.pk: Decimal("8366.54"),
        sale.pk: Decimal("1633.46"),
    }


def test_premium_received_create_splits_only_dollars(signed_in: Client, sale: Sale) -> None:
    url = address("premium_received_create", sale.cooperative)
    response = signed_in.post(url, typed(currency="MXN", split="yes"))
    assert response.status_code == 422
    assert "only dollars can be split" in words(response)
    assert signed_in.post(url, typed(paid="", split="yes")).status_code == 422


def test_premium_received_create_for_a_sale_fills_in_what_is_missing(signed_in: Client, sale: Sale) -> None:
    PremiumPaymentFactory.create(sale=sale, amount=Decimal(8000))
    url = address("premium_received_create", sale.cooperative)
    form = signed_in.get(url, {"sale": sale.pk}).context["form"]
    assert (form.initial["paid"], form.initial["payer"]) == (Decimal("366.54"), sale.buyer)
    assert form.initial[f"part_{sale.pk}"] == Decimal("366.54")
    for other in ("x", "9" * 30, "²"):
        assert signed_in.get(url, {"sale": other}).status_code == 200


def test_premium_received_create_in_the_funds_currency_needs_no_rate(
    signed_in: Client, cooperative: Cooperative
) -> None:
    data = typed(currency="MXN", paid="500.00", rate="", rate_on="", rate_source="")
    assert signed_in.post(address("premium_received_create", cooperative), data).status_code == 302
    received = PremiumReceived.objects.get()
    assert (received.amount, received.original_amount, received.original_currency) == (Decimal(500), None, "")


def test_premium_received_create_asks_before_recording_the_same_again(
    signed_in: Client, cooperative: Cooperative
) -> None:
    url = address("premium_received_create", cooperative)
    signed_in.post(url, typed(payer="<b>Lupe</b>"))
    response = signed_in.post(url, typed(payer="<b>Lupe</b>"))
    assert response.status_code == 422
    assert "The same is recorded already" in words(response)
    assert "<b>Lupe</b>" not in response.content.decode()
    assert PremiumReceived.objects.count() == 1
    assert signed_in.post(url, typed(payer="<b>Lupe</b>", is_another="on")).status_code == 302
    assert PremiumReceived.objects.count() == 2


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"paid": "0"}, "must be above zero"),
        ({"paid": "mucho"}, "Write the amount in figures"),
        ({"paid": "R$ 100"}, "The amount is asked in USD"),
        ({"paid": ""}, "This field is required"),
        ({"payer": ""}, "This field is required"),
        ({"received_on": "2099-01-01"}, "lies in the future"),
        ({"rate": "12.12345678"}, "at most 6 decimals"),
        ({"rate": ""}, "needs the amount as paid, the exchange rate, its date and its source"),
        ({"rate_source": ""}, "needs the amount as paid, the exchange rate, its date and its source"),
        ({"in_fund": "116,743.66"}, "are 106,743.66 MXN, but 116,743.66 MXN were typed"),
        ({"part": "8,366.55"}, "come to 8,366.55 USD, but 8,366.54 USD were received"),
        ({"part": "-1"}, "must be above zero"),
    ],
)
def test_premium_received_create_explains_bad_input(
    signed_in: Client, sale: Sale, changes: dict[str, str], sentence: str
) -> None:
    data = typed(**changes)
    if "part" in data:
        data[f"part_{sale.pk}"] = data.pop("part")
    response = signed_in.post(address("premium_received_create", sale.cooperative), data)
    assert response.status_code == 422
    assert sentence in words(response)
    assert "Nothing was saved yet" in words(response)
    assert not PremiumReceived.objects.exists()


def test_premium_received_create_ignores_sales_of_another_cooperative(
    signed_in: Client, cooperative: Cooperative, other_cooperative: Cooperative
) -> None:
    theirs = SaleFactory.create(cooperative=other_cooperative)
    signed_in.post(address("premium_received_create", cooperative), typed(**{f"part_{theirs.pk}": "10"}))
    assert not PremiumPayment.objects.exists()


def test_premium_received_list_shows_both_amounts_and_the_total(signed_in: Client, sale: Sale) -> None:
    payment = PremiumPaymentFactory.create(sale=sale, amount=Decimal(8000))
    PremiumReceivedFactory.create(fund=payment.premium_received.fund, payer="Banco", amount=Decimal("0.97"))
    page = words(signed_in.get(address("premium_received_list", sale.cooperative)))
    assert "8,366.54 USD 12.7584 106,741.03 MXN 8,000.00 USD" in page
    assert "All premium received 106,742.00 MXN" in page


def test_premium_received_list_without_any_says_what_to_do(signed_in: Client, cooperative: Cooperative) -> None:
    FundFactory.create(cooperative=cooperative)
    page = words(signed_in.get(address("premium_received_list", cooperative)))
    assert "No premium received yet" in page


def test_premium_received_detail_says_what_it_pays_and_what_not(signed_in: Client, sale: Sale) -> None:
    payment = PremiumPaymentFactory.create(sale=sale, amount=Decimal(8000))
    url = address("premium_received_detail", sale.cooperative, payment.premium_received_id)
    page = words(signed_in.get(url))
    assert "C-2013-1 Tostadora del Norte 8,000.00 USD" in page
    assert "366.54 USD is joined to no sale" in page
    assert "12.7584 MXN for 1 USD, Apr 2, 2013" in page


def test_premium_received_detail_of_a_historic_entry_shows_no_amount(
    signed_in: Client, cooperative: Cooperative
) -> None:
    fund = FundFactory.create(cooperative=cooperative)
    row = PremiumReceived.objects.create(cooperative=cooperative, fund=fund, is_historic=True, source="A book")
    for url in (
        address("premium_received_detail", cooperative, row.pk),
        address("premium_received_list", cooperative),
    ):
        assert "Not recorded" in words(signed_in.get(url))


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(
    ("view", "queries"),
    [("premium_received_list", 9), ("premium_received_create", 8), ("premium_received_detail", 8)],
)
def test_pages_of_premium_ask_the_same_number_of_queries(
    signed_in: Client,
    cooperative: Cooperative,
    view: str,
    queries: int,
    rows: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(rows):
        payment = PremiumPaymentFactory.create(sale__cooperative=cooperative, amount=Decimal(10))
    keys = [payment.premium_received_id] if view == "premium_received_detail" else []
    with django_assert_num_queries(queries):
        signed_in.get(address(view, cooperative, *keys))


@pytest.mark.as_person("outsider")
@pytest.mark.parametrize("view", ["premium_received_list", "premium_received_create"])
def test_premium_of_another_cooperative_is_not_found(signed_in: Client, cooperative: Cooperative, view: str) -> None:
    assert signed_in.get(address(view, cooperative)).status_code == 404
    if view in WRITES:
        assert signed_in.post(address(view, cooperative), typed()).status_code == 404
        assert not PremiumReceived.objects.exists()


@pytest.mark.as_person("outsider")
def test_premium_received_detail_of_another_cooperative_is_not_found(
    signed_in: Client, cooperative: Cooperative
) -> None:
    received = PremiumReceivedFactory.create(fund__cooperative=cooperative)
    assert signed_in.get(address("premium_received_detail", cooperative, received.pk)).status_code == 404


@pytest.mark.as_person("admin")
def test_premium_received_detail_under_the_address_of_another_cooperative_is_not_found(
    signed_in: Client, cooperative: Cooperative, other_cooperative: Cooperative
) -> None:
    received = PremiumReceivedFactory.create(fund__cooperative=cooperative)
    assert signed_in.get(address("premium_received_detail", other_cooperative, received.pk)).status_code == 404


@pytest.mark.parametrize("person", ["oversight", "manager"])
def test_premium_received_create_is_forbidden_to_who_only_reads(
    client: Client, request: pytest.FixtureRequest, cooperative: Cooperative, person: str
) -> None:
    client.force_login(request.getfixturevalue(person))
    assert client.post(address("premium_received_create", cooperative), typed()).status_code == 403
    assert client.get(address("premium_received_list", cooperative)).status_code == 200
    assert not PremiumReceived.objects.exists()


def test_the_pages_of_premium_refuse_other_methods(signed_in: Client, cooperative: Cooperative) -> None:
    received = PremiumReceivedFactory.create(fund__cooperative=cooperative)
    assert signed_in.post(address("premium_received_list", cooperative)).status_code == 405
    assert signed_in.put(address("premium_received_create", cooperative)).status_code == 405
    assert signed_in.post(address("premium_received_detail", cooperative, received.pk)).status_code == 405
