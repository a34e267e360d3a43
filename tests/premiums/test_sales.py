"""Sales and the premium they bring: what is due, what came in, what it paid for."""

from __future__ import annotations

import datetime as dt
import uuid
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from config.errors import Refused, broken_rule
from cooperatives.models import Cooperative, Scheme, User
from premiums.actions.record_premium import AlreadyRecorded, record_premium
from premiums.actions.record_sale import record_sale, update_sale
from premiums.models import Activity, Fund, Plan, PremiumPayment, PremiumReceived, Sale
from premiums.reports import sales as reports
from premiums.reports.chain import allocate
from premiums.reports.ledger import differences
from tests import factories
from tests.premiums.test_collisions import at_once

pytestmark = pytest.mark.django_db


@pytest.fixture
def scheme() -> Scheme:
    """A scheme with the rates of 2008 and 2011."""
    scheme = factories.SchemeFactory.create()
    for region in ("central", "south"):
        for form, price in (("washed", "1.40"), ("natural", "1.35")):
            common = {"scheme": scheme, "region": region, "form": form}
            factories.RateFactory.create(minimum_price=Decimal(price), **common)
            early = {"from_on": dt.date(2008, 6, 1), "premium": Decimal("0.10"), "quality_part": Decimal(0)}
            factories.RateFactory.create(minimum_price=Decimal(price) - Decimal("0.15"), **common, **early)
    return scheme


def sell(cooperative: Cooperative, by: User, of: Scheme, **changes: Any) -> Sale:
    """A container of 2013, with changes."""
    terms: dict[str, Any] = {
        "scheme": of,
        "form": "washed",
        "signed_on": dt.date(2013, 2, 11),
        "bags": 275,
        "bag_kg": Decimal(69),
    }
    return record_sale(cooperative=cooperative, by=by, **terms | changes)


def receive(cooperative: Cooperative, by: User, **changes: Any) -> PremiumReceived:
    terms: dict[str, Any] = {
        "received_on": dt.date(2013, 5, 2),
        "payer": "Exportadora",
        "original_amount": Decimal("8366.54"),
        "original_currency": "USD",
        "rate": Decimal("12.7584"),
        "rate_on": dt.date(2013, 5, 2),
        "rate_source": "Slip of the bank",
    }
    return record_premium(cooperative=cooperative, by=by, **terms | changes)


# What is due ----------------------------------------------------------------------------------------------------------


def test_a_container_of_275_bags_of_69_kg_brings_8366_54(
    cooperative: Cooperative, treasurer: User, scheme: Scheme
) -> None:
    sale = sell(cooperative, treasurer, scheme)
    assert (sale.quantity_kg, sale.quantity_lb) == (Decimal(18975), Decimal("41832.7"))
    assert sale.premium_due == Decimal("8366.54")
    assert sale.quality_due == Decimal("2091.64")
    assert not list(differences())


def test_a_container_of_320_bags_of_60_kg_at_the_rate_of_2008_brings_4232_88(treasurer: User, scheme: Scheme) -> None:
    brazilian = factories.CooperativeFactory.create(country_code="BR", currency="BRL")
    signed = {"signed_on": dt.date(2010, 2, 1), "form": "natural"}
    sale = sell(brazilian, treasurer, scheme, bags=320, bag_kg=Decimal(60), **signed)
    assert (sale.quantity_kg, sale.quantity_lb) == (Decimal(19200), Decimal("42328.8"))
    assert (sale.premium_due, sale.quality_due) == (Decimal("4232.88"), Decimal(0))
    assert sale.rate is not None
    assert sale.rate.region == "south"


@pytest.mark.parametrize(("signed", "premium"), [((2011, 3, 31), "0.10"), ((2011, 4, 1), "0.20")])
def test_the_day_of_the_change_decides(
    cooperative: Cooperative, treasurer: User, scheme: Scheme, signed: tuple[int, int, int], premium: str
) -> None:
    sale = sell(cooperative, treasurer, scheme, signed_on=dt.date(*signed))
    assert sale.rate is not None
    assert sale.rate.premium == Decimal(premium)


def test_update_chooses_the_rate_anew(cooperative: Cooperative, treasurer: User, scheme: Scheme) -> None:
    sale = sell(cooperative, treasurer, scheme)
    sale = update_sale(sale=sale, signed_on=dt.date(2011, 3, 31), by=treasurer)
    assert sale.premium_due == Decimal("4183.27")
    sale = update_sale(sale=sale, form="natural", by=treasurer)
    assert sale.rate is not None
    assert sale.rate.minimum_price == Decimal("1.20")
    sale = update_sale(sale=sale, scheme=factories.SchemeFactory.create(), by=treasurer)
    assert (sale.rate, sale.premium_due) == (None, None)
    assert not list(differences())


def test_other_changes_leave_the_rate_alone(cooperative: Cooperative, treasurer: User, scheme: Scheme) -> None:
    sale = sell(cooperative, treasurer, scheme)
    first = sale.rate
    factories.RateFactory.create(scheme=scheme, from_on=dt.date(2012, 1, 1), premium=Decimal("0.22"))
    assert update_sale(sale=sale, buyer="Otra", by=treasurer).rate == first
    assert update_sale(sale=sale, signed_on=dt.date(2013, 2, 12), by=treasurer).premium_due == Decimal("9203.20")


@pytest.mark.parametrize(
    ("precision", "signed", "premium"),
    [
        ("year", (2011, 1, 1), None),
        ("early", (2011, 1, 1), None),
        ("month", (2011, 3, 1), "0.10"),
        ("month", (2011, 4, 1), "0.20"),
        ("late", (2011, 10, 1), "0.20"),
        ("early", (2010, 1, 1), "0.10"),
    ],
)
def test_a_partly_known_date_gives_a_rate_only_without_doubt(
    cooperative: Cooperative,
    treasurer: User,
    scheme: Scheme,
    precision: str,
    signed: tuple[int, int, int],
    premium: str | None,
) -> None:
    sale = sell(cooperative, treasurer, scheme, signed_on=dt.date(*signed), signed_precision=precision)
    assert (sale.rate and sale.rate.premium) == (Decimal(premium) if premium else None)


def test_a_sale_without_a_rate_is_kept_and_flagged(cooperative: Cooperative, treasurer: User, scheme: Scheme) -> None:
    for missing in ({"scheme": None}, {"form": ""}, {"signed_on": None}, {"signed_on": dt.date(2008, 5, 31)}):
        sale = sell(cooperative, treasurer, scheme, **missing)
        assert (sale.rate, sale.premium_due) == (None, None)
    assert reports.totals(reports.sales_of(cooperative)).unknown == 4


def test_price_is_compared_with_minimum_and_differential(
    cooperative: Cooperative, treasurer: User, scheme: Scheme
) -> None:
    prices: dict[str, Any] = {"is_organic": True, "price": Decimal("1.69")}
    sale = sell(cooperative, treasurer, scheme, **prices)
    assert (sale.price_due, sale.is_below_price_due) == (Decimal("1.70"), True)
    assert not update_sale(sale=sale, price=Decimal("1.70"), by=treasurer).is_below_price_due
    assert not update_sale(sale=sale, price=None, by=treasurer).is_below_price_due
    assert not update_sale(sale=sale, price=Decimal("1.00"), price_currency="EUR", by=treasurer).is_below_price_due


def test_kg_may_be_typed_without_bags(cooperative: Cooperative, treasurer: User, scheme: Scheme) -> None:
    sale = sell(cooperative, treasurer, scheme, bags=None, bag_kg=None, quantity_kg=Decimal("18975.00"))
    assert sale.premium_due == Decimal("8366.54")
    sale = update_sale(sale=sale, bags=10, bag_kg=Decimal(60), by=treasurer)
    assert sale.quantity_kg == Decimal(600)
    assert update_sale(sale=sale, bags=20, by=treasurer).quantity_kg == Decimal(1200)


def test_bags_and_kg_that_disagree_are_refused_with_the_numbers(
    cooperative: Cooperative, treasurer: User, scheme: Scheme
) -> None:
    with pytest.raises(Refused) as refused:
        sell(cooperative, treasurer, scheme, quantity_kg=Decimal(18957))
    assert "275 bags of 69.00 kg are 18,975.00 kg, but 18,957.00 kg were typed" in str(refused.value)
    assert sell(cooperative, treasurer, scheme, quantity_kg=Decimal("18975.00")).quantity_kg == Decimal(18975)


def test_a_contract_number_is_used_once(
    cooperative: Cooperative, other_cooperative: Cooperative, treasurer: User, scheme: Scheme
) -> None:
    sell(cooperative, treasurer, scheme, contract_number="C-1")
    with pytest.raises(Refused, match="already has a sale with this contract number"):
        sell(cooperative, treasurer, scheme, contract_number="C-1")
    sell(other_cooperative, treasurer, scheme, contract_number="C-1")
    sell(cooperative, treasurer, scheme), sell(cooperative, treasurer, scheme)


@pytest.mark.parametrize("field", ["signed_on", "shipped_on", "paid_on"])
def test_dates_to_come_are_refused(cooperative: Cooperative, treasurer: User, scheme: Scheme, field: str) -> None:
    with pytest.raises(Refused, match="lies in the future"):
        sell(cooperative, treasurer, scheme, **{field: cooperative.today() + dt.timedelta(days=1)})


def test_a_cancelled_sale_stays_and_owes_nothing(cooperative: Cooperative, treasurer: User, scheme: Scheme) -> None:
    sale = update_sale(sale=sell(cooperative, treasurer, scheme), state="cancelled", by=treasurer)
    assert (sale.premium_due, sale.quantity_kg) == (None, Decimal(18975))
    totals = reports.totals(reports.sales_of(cooperative))
    assert (totals.count, totals.due, totals.unknown) == (1, Decimal(0), 0)
    with pytest.raises(DatabaseError) as refused, transaction.atomic():
        Sale.objects.all().delete()
    assert broken_rule(refused.value) == "sale_never_deleted"
    with pytest.raises(Refused, match="was cancelled"):
        receive(cooperative, treasurer, payments={sale: Decimal(1)})


def test_what_is_recorded_at_an_example_is_an_example(cooperative: Cooperative, treasurer: User) -> None:
    assert not record_sale(cooperative=cooperative, by=treasurer).is_example
    invented = factories.CooperativeFactory.create(is_example=True)
    assert record_sale(cooperative=invented, by=treasurer).is_example
    assert receive(invented, treasurer).is_example
    assert Fund.objects.get(cooperative=invented).is_example
    factories.FundFactory.create(cooperative=cooperative, is_example=True)
    sale = record_sale(cooperative=cooperative, by=treasurer)
    received = receive(cooperative, treasurer, payments={sale: Decimal(1)})
    assert (sale.is_example, received.is_example, received.payments.get().is_example) == (True, True, True)


# What came in ---------------------------------------------------------------------------------------------------------


def test_premium_makes_the_fund_and_is_converted(cooperative: Cooperative, treasurer: User, scheme: Scheme) -> None:
    sale = sell(cooperative, treasurer, scheme)
    received = receive(cooperative, treasurer, payments={sale: Decimal("8366.54")})
    fund = Fund.objects.get()
    assert (fund.currency, fund.received, received.amount) == ("MXN", Decimal("106743.66"), Decimal("106743.66"))
    assert received.recorded_by == treasurer
    shown = reports.sales_of(cooperative).get()
    assert (shown.received, shown.missing, shown.elsewhere) == (Decimal("8366.54"), Decimal(0), False)
    assert not list(differences())


def test_an_amount_that_the_rate_does_not_give_is_refused_with_both(cooperative: Cooperative, treasurer: User) -> None:
    with pytest.raises(Refused) as refused:
        receive(cooperative, treasurer, amount=Decimal("116743.66"))
    assert "106,743.66" in str(refused.value)
    assert "116,743.66" in str(refused.value)
    assert not PremiumReceived.objects.exists()
    assert not Fund.objects.exists()
    assert receive(cooperative, treasurer, amount=Decimal("106300.00")).amount == Decimal("106300.00")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"received_on": dt.date(2099, 1, 1)}, "lies in the future"),
        ({"rate_on": dt.date(2099, 1, 1)}, "date of the exchange rate lies in the future"),
        ({"rate": None}, "needs the amount as paid"),
        ({"rate_on": None}, "needs the amount as paid"),
        ({"rate_source": ""}, "needs the amount as paid"),
        ({"original_amount": None}, "needs the amount as paid"),
        ({"original_currency": "", "original_amount": None}, "has an amount above zero"),
        ({"original_currency": "MXN", "original_amount": Decimal(-1)}, "has an amount above zero"),
    ],
)
def test_incomplete_premium_is_refused(
    cooperative: Cooperative, treasurer: User, changes: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        receive(cooperative, treasurer, **changes)
    assert not PremiumReceived.objects.exists()


def test_premium_in_the_funds_own_currency_keeps_no_rate(cooperative: Cooperative, treasurer: User) -> None:
    received = receive(cooperative, treasurer, original_amount=Decimal(500), original_currency="MXN")
    assert (received.amount, received.original_amount, received.rate) == (Decimal(500), None, None)
    sale = record_sale(cooperative=cooperative, by=treasurer)
    PremiumPayment.objects.create(cooperative=cooperative, premium_received=received, sale=sale, amount=Decimal(500))
    assert reports.sales_of(cooperative).get().elsewhere


def test_the_same_premium_twice_is_asked_about(cooperative: Cooperative, treasurer: User) -> None:
    first = receive(cooperative, treasurer)
    with pytest.raises(AlreadyRecorded) as refused:
        receive(cooperative, treasurer)
    assert refused.value.earlier == first
    receive(cooperative, treasurer, is_another=True)
    assert PremiumReceived.objects.count() == 2


def test_parts_beyond_what_was_received_are_refused(cooperative: Cooperative, treasurer: User, scheme: Scheme) -> None:
    one, other = sell(cooperative, treasurer, scheme), sell(cooperative, treasurer, scheme)
    with pytest.raises(Refused) as refused:
        receive(cooperative, treasurer, payments={one: Decimal("8366.54"), other: Decimal("0.01")})
    assert "8,366.55" in str(refused.value)
    assert not PremiumReceived.objects.exists()


def test_a_part_for_a_sale_of_another_cooperative_is_refused(
    cooperative: Cooperative, other_cooperative: Cooperative, treasurer: User
) -> None:
    theirs = record_sale(cooperative=other_cooperative, by=treasurer)
    with pytest.raises(Refused, match="belong to different co-ops"):
        receive(cooperative, treasurer, payments={theirs: Decimal(1)})


def test_parts_beyond_what_was_received_are_refused_around_python() -> None:
    payment = factories.PremiumPaymentFactory.create(amount=Decimal(8000))
    other = factories.SaleFactory.create(cooperative=payment.cooperative, rate=payment.sale.rate)
    statements = [
        "UPDATE premiums_premiumpayment SET amount = 8366.55",
        "INSERT INTO premiums_premiumpayment (cooperative_id, premium_received_id, sale_id, amount, is_example) "
        f"VALUES ({payment.cooperative_id}, {payment.premium_received_id}, {other.pk}, 366.55, false)",
    ]
    for statement in statements:
        with pytest.raises(DatabaseError) as refused, transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
        assert broken_rule(refused.value) == "premium_payment_within_received"
    assert not list(differences())


@pytest.mark.django_db(transaction=True)
def test_two_parts_at_once_never_exceed_what_was_received() -> None:
    payment = factories.PremiumPaymentFactory.create(amount=Decimal(366))
    others = [factories.SaleFactory.create(cooperative=payment.cooperative, rate=payment.sale.rate) for _ in range(4)]

    def pay(sale: Sale) -> PremiumPayment:
        return PremiumPayment.objects.create(
            cooperative=payment.cooperative,
            premium_received=payment.premium_received,
            sale=sale,
            amount=Decimal(4000),
        )

    answers = at_once([partial(pay, sale) for sale in others])
    refusals = [answer for answer in answers if isinstance(answer, DatabaseError)]
    assert [broken_rule(refusal) for refusal in refusals] == ["premium_payment_within_received"] * 2
    assert sum(PremiumPayment.objects.values_list("amount", flat=True)) == Decimal(8366)
    assert not list(differences())


@pytest.mark.django_db(transaction=True)
def test_one_premium_sent_by_many_at_once_is_recorded_once(cooperative: Cooperative, treasurer: User) -> None:
    answers = at_once([partial(receive, cooperative, treasurer) for _ in range(4)])
    assert [type(answer).__name__ for answer in answers].count("AlreadyRecorded") == 3
    assert (PremiumReceived.objects.count(), Fund.objects.count()) == (1, 1)


def test_premium_dated_in_a_closed_year_is_refused(cooperative: Cooperative, treasurer: User) -> None:
    plan = factories.PlanFactory.create(fund=factories.FundFactory.create(cooperative=cooperative))
    before = receive(cooperative, treasurer)
    Plan.objects.filter(pk=plan.pk).update(closed_at=timezone.now(), closed_by=treasurer)
    with pytest.raises(Refused, match=f"“{plan.title}” was closed on"):
        receive(cooperative, treasurer, received_on=dt.date(2013, 12, 31))
    receive(cooperative, treasurer, received_on=dt.date(2014, 1, 1))
    for change in ({"payer": "Otra"}, {"received_on": dt.date(2014, 5, 1)}):
        with pytest.raises(DatabaseError) as refused, transaction.atomic():
            PremiumReceived.objects.filter(pk=before.pk).update(**change)
        assert broken_rule(refused.value) == "premium_received_not_in_closed_year"
    assert not list(differences())


# Over the oldest first ------------------------------------------------------------------------------------------------


def test_an_amount_is_split_over_the_oldest_sales_first(
    cooperative: Cooperative, treasurer: User, scheme: Scheme
) -> None:
    newer = sell(cooperative, treasurer, scheme, signed_on=dt.date(2013, 6, 1))
    older = sell(cooperative, treasurer, scheme, signed_on=dt.date(2012, 6, 1))
    receive(cooperative, treasurer, original_amount=Decimal(1000), payments={older: Decimal(1000)})
    sales = reports.unpaid_sales(cooperative)
    assert sales == [older, newer]
    parts = reports.over_oldest(Decimal(10000), [(sale.pk, sale.missing) for sale in sales])
    assert parts == {older.pk: Decimal("7366.54"), newer.pk: Decimal("2633.46")}


def test_no_more_sales_are_offered_than_fit(cooperative: Cooperative, treasurer: User, scheme: Scheme) -> None:
    sales = [sell(cooperative, treasurer, scheme) for _ in range(reports.OPEN + 2)]
    assert reports.unpaid_sales(cooperative) == sales[: reports.OPEN]
    assert sales[-1] in reports.unpaid_sales(cooperative, also=[sales[-1].pk])


amounts = st.decimals(min_value="0.01", max_value="99999.99", places=2)


@given(st.decimals(min_value=0, max_value=100000, places=2), st.lists(amounts, max_size=6))
def test_a_split_gives_out_no_more_than_there_is(amount: Decimal, missing: list[Decimal]) -> None:
    parts = reports.over_oldest(amount, list(enumerate(missing)))
    assert sum(parts.values()) == min(amount, sum(missing))
    assert all(0 < part <= missing[key] for key, part in parts.items())


# Onward ---------------------------------------------------------------------------------------------------------------


@settings(max_examples=200)
@given(st.lists(amounts, max_size=8), st.lists(amounts, max_size=8))
def test_first_in_first_out_gives_every_centavo_out_once(receipts: list[Decimal], expenses: list[Decimal]) -> None:
    money = reports.laid_out(enumerate(receipts))
    spending = reports.laid_out(enumerate(expenses))
    given_out = {span.key: dict(reports.shared([span], spending)) for span in money}
    for span in money:
        assert sum(given_out[span.key].values()) <= receipts[span.key]
    for key, amount in enumerate(expenses):
        assert sum(parts.get(key, Decimal(0)) for parts in given_out.values()) <= amount
    assert sum(sum(parts.values()) for parts in given_out.values()) == min(sum(receipts), sum(expenses))
    backward = {
        (part.receipt, part.expense): part.amount for part in allocate(enumerate(receipts), enumerate(expenses))
    }
    forward = {(receipt, key): amount for receipt, parts in given_out.items() for key, amount in parts.items()}
    assert forward == {key: amount for key, amount in backward.items() if key[0] is not None}


@settings(max_examples=200)
@given(amounts, st.lists(amounts, min_size=1, max_size=6), st.decimals(min_value="0.01", max_value="20", places=6))
def test_parts_in_the_funds_currency_come_to_the_whole(rest: Decimal, parts: list[Decimal], rate: Decimal) -> None:
    paid = sum(parts, rest)
    amount = (paid * rate).quantize(Decimal("0.01"))
    found = reports.in_parts(amount, paid, list(enumerate(parts)))
    assert sum(part for _key, part in found) == amount
    assert all(part >= 0 and part == part.quantize(Decimal("0.01")) for _key, part in found)
    assert [key for key, _part in found] == [*range(len(parts)), None]


def spend(activity: Activity, amount: str, day: int, **more: Any) -> Any:
    return factories.ExpenseFactory.create(
        activity=activity, amount=Decimal(amount), spent_on=dt.date(2013, 6, day), form_key=uuid.uuid4(), **more
    )


def test_onward_follows_a_sale_to_its_expenses(
    cooperative: Cooperative, treasurer: User, scheme: Scheme, activity: Activity
) -> None:
    first, second = sell(cooperative, treasurer, scheme), sell(cooperative, treasurer, scheme)
    own = {"original_currency": "", "original_amount": None}
    receive(
        cooperative,
        treasurer,
        amount=Decimal(100),
        received_on=dt.date(2013, 4, 1),
        **own,
        payments={first: Decimal(100)},
    )
    receive(cooperative, treasurer, amount=Decimal(300), **own, payments={first: Decimal(50), second: Decimal(200)})
    a, b, c = spend(activity, "80", 1), spend(activity, "60", 2), spend(activity, "150", 3)
    voided = spend(activity, "500", 1)
    type(voided).objects.filter(pk=voided.pk).update(
        state="voided", voided_reason="Dos veces", voided_at=timezone.now(), voided_by=treasurer
    )
    found = reports.onward(first)
    assert [(one.expense, one.amount) for one in found.paid_for] == [(a, 80), (b, 60), (c, 10)]
    assert (found.total, found.unspent, found.more) == (150, 0, 0)
    found = reports.onward(second)
    assert [(one.expense, one.amount) for one in found.paid_for] == [(c, 140)]
    assert (found.unspent, found.currency) == (60, "MXN")
    assert not list(differences())


def test_onward_lists_only_so_many_expenses_and_sums_the_rest(
    cooperative: Cooperative, treasurer: User, scheme: Scheme, activity: Activity
) -> None:
    sale = sell(cooperative, treasurer, scheme)
    receive(cooperative, treasurer, payments={sale: Decimal("8366.54")})
    for _ in range(reports.LATEST + 5):
        spend(activity, "10", 1)
    found = reports.onward(sale)
    assert len(found.paid_for) == reports.LATEST
    assert found.more == 50
    assert found.unspent == found.total - 10 * (reports.LATEST + 5)


def test_onward_of_a_sale_nobody_paid_is_empty(cooperative: Cooperative, treasurer: User, activity: Activity) -> None:
    sale = record_sale(cooperative=cooperative, by=treasurer)
    receive(cooperative, treasurer)
    spend(activity, "10", 1)
    found = reports.onward(sale)
    assert (found.receipts, found.paid_for, found.unspent) == ([], (), 0)


def test_premium_without_an_amount_pays_for_nothing(cooperative: Cooperative, treasurer: User) -> None:
    fund = factories.FundFactory.create(cooperative=cooperative)
    PremiumReceived.objects.create(cooperative=cooperative, fund=fund, is_historic=True, source="A book")
    sale = record_sale(cooperative=cooperative, by=treasurer)
    assert reports.onward(sale).receipts == []
