"""Ladders, indicators and what was reported, in the admin."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.test import Client

from cooperatives.models import Cooperative
from tests.admin_pages import choose, page, refused, send, told
from tests.factories_progress import CooperativeMilestoneFactory, IndicatorFactory, MeasurementFactory, MilestoneFactory
from trainings.models import CooperativeMilestone, Measurement

pytestmark = [pytest.mark.django_db, pytest.mark.as_person("admin")]


def test_milestones_are_accepted_returned_and_reopened_in_the_list(signed_in: Client) -> None:
    row = CooperativeMilestoneFactory.create(reached=True)
    choose(signed_in, "accept_selected", row)
    row.refresh_from_db()
    assert row.accepted_at
    assert "can't be changed any more" in refused(send(signed_in, page(row, "change"), due_on="2014-01-01"))
    assert "What is missing or wrong" in choose(signed_in, "reopen_selected", row).content.decode()
    assert "Done" in told(choose(signed_in, "reopen_selected", row, reason="Wrong co-op"))
    assert "nothing to reopen" in told(choose(signed_in, "reopen_selected", row, reason="Again"))
    choose(signed_in, "return_selected", row, reason="No minutes")
    row.refresh_from_db()
    assert (row.reached_on, row.returned_reason) == (None, "No minutes")


def test_due_date_of_a_milestone_is_set_in_the_admin(signed_in: Client, cooperative: Cooperative) -> None:
    new = {"cooperative": cooperative.pk, "milestone": MilestoneFactory.create().pk, "due_on": "2014-09-30"}
    assert send(signed_in, page(CooperativeMilestone, "add"), **new).status_code == 302
    assert str(CooperativeMilestone.objects.get().due_on) == "2014-09-30"
    assert "already recorded" in refused(send(signed_in, page(CooperativeMilestone, "add"), **new))


def test_measurement_is_entered_and_corrected_as_on_the_pages(signed_in: Client, cooperative: Cooperative) -> None:
    people = IndicatorFactory.create(kind="people", largest=None)
    new = {"cooperative": cooperative.pk, "indicator": people.pk, "year": "2014", "value": "10", "women": "4"}
    new |= {"men": "3", "measured_on": "2014-04-01", "measured_precision": "day", "source": "Visits"}
    assert send(signed_in, page(Measurement, "add"), **new).status_code == 302
    row = Measurement.objects.get()
    assert (row.unrecorded, row.entered_by.name) == (3, "Ada Admin")
    assert send(signed_in, page(row, "change"), women="5").status_code == 302
    row.refresh_from_db()
    assert (row.women, row.unrecorded) == (5, 2)
    assert "yourself" in told(choose(signed_in, "accept_selected", row))
    assert "more than the whole" in refused(send(signed_in, page(row, "change"), women="50"))


def test_measurements_are_accepted_and_returned_in_the_list(signed_in: Client) -> None:
    first, second = MeasurementFactory.create(), MeasurementFactory.create()
    assert "Done" in told(choose(signed_in, "accept_selected", first))
    choose(signed_in, "return_selected", second, reason="Which form?")
    assert list(Measurement.objects.order_by("pk").values_list("state", flat=True)) == ["accepted", "returned"]
    response = send(signed_in, page(Measurement.objects.earliest("pk"), "change"), value="1")
    assert "can't be changed any more" in refused(response)


def test_indicator_that_is_measured_keeps_its_unit(signed_in: Client) -> None:
    row = MeasurementFactory.create(value=Decimal(1)).indicator
    assert "its kind, unit and computation stay" in refused(send(signed_in, page(row, "change"), unit="kg"))
    assert send(signed_in, page(row, "change"), name="Score of the cup").status_code == 302
