"""What an entry must say, with the database asked around Python: premium received, and assemblies."""

from __future__ import annotations

from functools import partial

import pytest

from premiums.models import Assembly
from tests.factories import AssemblyFactory, PremiumPaymentFactory, PremiumReceivedFactory
from tests.premiums.test_plans import refused_by, sql

pytestmark = pytest.mark.django_db

CHANGE = "UPDATE premiums_premiumreceived SET {} WHERE id = %s"


def test_premium_received_without_an_amount_is_for_historic_entries_only() -> None:
    received = PremiumReceivedFactory.create()
    assert refused_by("premium_received_amount", partial(sql, CHANGE.format("amount = NULL"), received.pk))


def test_a_historic_entry_may_lack_its_amount() -> None:
    received = PremiumReceivedFactory.create(is_historic=True, amount=None, source="An article")
    assert received.fund.received == 0


@pytest.mark.parametrize(
    "missing",
    [
        "original_amount = NULL",
        "original_currency = ''",
        "rate = NULL",
        "rate_on = NULL",
        "rate_source = ''",
        "rate = 0",
    ],
)
def test_premium_in_another_currency_needs_all_of_its_rate(missing: str) -> None:
    received = PremiumPaymentFactory.create().premium_received
    assert refused_by("premium_received_rate", partial(sql, CHANGE.format(missing), received.pk))


@pytest.mark.parametrize("column", ["held_on", "entitled", "present_women", "present_men", "quorum_percent"])
def test_an_assembly_that_is_not_historic_has_all_its_numbers(column: str) -> None:
    assembly: Assembly = AssemblyFactory.create()
    precision = ", held_precision = ''" if column == "held_on" else ""
    change = f"UPDATE premiums_assembly SET {column} = NULL{precision} WHERE id = %s"
    assert refused_by("assembly_complete", partial(sql, change, assembly.pk))
