"""Sales beside permission to trade and suspensions."""

from __future__ import annotations

import datetime as dt

import pytest

from certification.actions.grant_permission import grant_permission
from certification.actions.move_file import move_file
from certification.actions.record_certificate import record_certificate
from cooperatives.models import Cooperative, User
from overview.actions.clear_example import clear_example
from overview.reports.sales import outside_certificates
from tests import factories
from tests import factories_certification as made

pytestmark = pytest.mark.django_db


def flagged(cooperative: Cooperative) -> list[dt.date]:
    return [sale.signed_on for sale in outside_certificates().filter(cooperative=cooperative).order_by("signed_on")]


def test_a_sale_is_covered_by_permission_or_certificate_but_not_while_barred(
    cooperative: Cooperative, manager: User
) -> None:
    days = [dt.date(2013, month, 15) for month in (4, 5, 6, 7, 8, 9, 10)]
    for day in days:
        factories.SaleFactory.create(cooperative=cooperative, signed_on=day)
    assert flagged(cooperative) == days
    file = made.file_in("certified", cooperative=cooperative)
    grant_permission(file=file, from_on=dt.date(2013, 5, 1), until_on=dt.date(2013, 6, 30), by=manager)
    start, end = dt.date(2013, 7, 1), dt.date(2013, 9, 30)
    record_certificate(file=file, number="", valid_from_on=start, valid_until_on=end, by=manager)
    assert flagged(cooperative) == [days[0], days[6]]
    move_file(file=file, to="suspended", taken_on=dt.date(2013, 8, 15), note="x", by=manager)
    assert flagged(cooperative) == [days[0], *days[4:]]
    move_file(file=file, to="certified", taken_on=dt.date(2013, 9, 15), by=manager)
    assert flagged(cooperative) == [days[0], days[4], days[6]]


def test_clearing_the_example_puts_a_file_back_where_real_people_left_it(cooperative: Cooperative) -> None:
    file = made.file_in("audit", cooperative=cooperative)
    invented = factories.UserFactory.create(is_example=True)
    move_file(file=file, to="decision", taken_on=dt.date(2013, 5, 1), by=invented)
    clear_example()
    file.refresh_from_db()
    assert (file.state, file.since_on, file.steps.count()) == ("audit", dt.date(2013, 4, 1), 4)
