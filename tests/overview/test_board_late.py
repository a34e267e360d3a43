"""What is late on the board: by real dates, and never what is only known from history."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains

from certification.actions.correct import submit_measure
from cooperatives.models import Cooperative, User
from premiums.models import Activity
from tests import factories
from tests import factories_certification as made
from tests.overview.test_board import BOARD, TODAY, row_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("starts_on", "precision", "late"),
    [
        (dt.date(2015, 6, 14), "day", 1),
        (dt.date(2015, 6, 15), "day", 0),
        (dt.date(2015, 6, 1), "month", 0),
        (dt.date(2015, 5, 1), "month", 1),
        (dt.date(2015, 1, 1), "early", 0),
        (dt.date(2014, 1, 1), "year", 1),
        (None, "", 0),
    ],
)
def test_planned_training_is_late_once_its_time_has_surely_passed(
    cooperative: Cooperative, starts_on: dt.date | None, precision: str, late: int
) -> None:
    training = factories.TrainingFactory.create(state="planned", starts_on=starts_on, starts_precision=precision)
    factories.TrainingInvitationFactory.create(training=training, cooperative=cooperative)
    row = row_of(cooperative)
    assert row.late.trainings == row.tracks[0].overdue == late


def test_expense_waits_too_long_after_thirty_days(cooperative: Cooperative, activity: Activity) -> None:
    noon = dt.datetime(2015, 5, 1, 18, tzinfo=dt.UTC)
    factories.ExpenseFactory.create(activity=activity, logged_at=noon)
    assert row_of(cooperative, today=dt.date(2015, 5, 31)).late.checks == 0
    assert row_of(cooperative, today=dt.date(2015, 6, 1)).late.checks == 1


def test_returned_expense_is_late_until_corrected(
    cooperative: Cooperative, activity: Activity, oversight: User
) -> None:
    expense = factories.ExpenseFactory.create(activity=activity)
    expense.state, expense.returned_reason = "returned", "No voucher."
    expense.returned_at, expense.returned_by = timezone.now(), oversight
    expense.save()
    assert row_of(cooperative).late.corrections == 1


def test_historic_rows_are_never_late(cooperative: Cooperative, activity: Activity) -> None:
    factories.ExpenseFactory.create(
        activity=activity, is_historic=True, source="A book", logged_at=None, logged_by=None, amount=None
    )
    assert not row_of(cooperative, today=dt.date(2026, 1, 1)).late


def test_measures_are_late_past_their_day_while_the_co_op_has_to_act(cooperative: Cooperative, treasurer: User) -> None:
    file = made.file_in("correction", cooperative=cooperative)
    finding = made.NonConformityFactory.create(file=file, due_on=dt.date(2015, 6, 14))
    made.NonConformityFactory.create(file=file, due_on=dt.date(2015, 6, 15))
    assert row_of(cooperative, today=dt.date(2015, 6, 15)).late.measures == 1
    assert len(row_of(cooperative, today=dt.date(2015, 6, 14)).late) == 0
    submit_measure(non_conformity=finding, measure="x", evidence="y", by=treasurer)
    assert row_of(cooperative, today=dt.date(2015, 6, 15)).late.measures == 0


def test_row_says_where_certification_stands(cooperative: Cooperative) -> None:
    file = made.file_in("certified", cooperative=cooperative)
    made.NonConformityFactory.create(file=file, severity="major", due_on=dt.date(2015, 6, 20))
    made.CriterionFactory.create(section__version=file.version)
    found = row_of(cooperative, today=dt.date(2015, 6, 15)).certification
    assert found
    assert (found.file.state, found.open_findings, found.open_majors, found.verdict) == ("certified", 1, 1, "Not ready")
    assert found.next_date
    assert (found.next_date.kind, found.next_date.days_left) == ("measure", 5)
    assert (found.readiness.judged, found.readiness.met) == (1, 0)


@pytest.mark.parametrize(
    ("days", "expired", "ending"), [(-1, True, False), (0, False, True), (60, False, True), (61, False, False)]
)
def test_certificate_is_late_when_over_or_near_its_end(
    cooperative: Cooperative, days: int, expired: bool, ending: bool
) -> None:
    factories.CertificateFactory.create(cooperative=cooperative, valid_until_on=TODAY + dt.timedelta(days=days))
    row = row_of(cooperative)
    assert row.certificate is not None
    assert (row.certificate.is_expired, row.certificate.is_ending, row.certificate.days_left) == (expired, ending, days)
    assert len(row.late) == (expired or ending)


def test_renewed_certificate_is_not_late(cooperative: Cooperative) -> None:
    old = factories.CertificateFactory.create(cooperative=cooperative, valid_until_on=dt.date(2012, 1, 1))
    factories.CertificateFactory.create(
        cooperative=cooperative, scheme=old.scheme, valid_from_on=dt.date(2012, 1, 1), valid_until_on=None
    )
    row = row_of(cooperative)
    assert not row.late
    assert row.certificate is not None
    assert row.certificate.certificate.valid_from_on == dt.date(2012, 1, 1)


@pytest.mark.as_person("manager")
def test_late_items_link_to_their_rows(signed_in: Client, cooperative: Cooperative) -> None:
    training = factories.TrainingFactory.create(state="planned")
    factories.TrainingInvitationFactory.create(training=training, cooperative=cooperative)
    url = reverse("trainings:training_list", args=["triunfo"]) + "?state=overdue"
    assertContains(signed_in.get(BOARD), f'href="{url}"')
    assertContains(signed_in.get(url), training.title)
