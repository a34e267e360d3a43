"""Measurements: typed values, splits that add up, acceptance, corrections, what the database refuses."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from config.errors import Refused, broken_rule
from cooperatives.models import Cooperative, User
from tests.factories_progress import IndicatorFactory, MeasurementFactory
from trainings.actions.measure import (
    Reading,
    accept_measurement,
    correct_measurement,
    enter_measurement,
    return_measurement,
)
from trainings.models import Indicator, Measurement
from trainings.models.measurements import MeasurementState as State

pytestmark = pytest.mark.django_db


def reading(value: str | None = "82.5", **said: Any) -> Reading:
    said = {"measured_on": dt.date(2014, 4, 1), "source": "Cupping sheets"} | said
    return Reading(value=None if value is None else Decimal(value), **said)


def enter(cooperative: Cooperative, by: User, indicator: Indicator | None = None, **said: Any) -> Measurement:
    return enter_measurement(
        cooperative=cooperative,
        indicator=indicator or IndicatorFactory.create(),
        year=said.pop("year", 2014),
        reading=said.pop("reading", None) or reading(**said),
        by=by,
    )


def accept(measurement: Measurement, by: User) -> Measurement:
    return accept_measurement(measurement=measurement, seen_at=measurement.entered_at, by=by)


def test_value_waits_until_another_person_accepts_it(cooperative: Cooperative, treasurer: User, manager: User) -> None:
    measurement = enter(cooperative, treasurer)
    assert measurement.state == State.ENTERED
    with pytest.raises(Refused, match="Another person has to accept it"):
        accept(measurement, treasurer)
    assert accept(measurement, manager).state == State.ACCEPTED


def test_returned_value_is_corrected_in_place(cooperative: Cooperative, treasurer: User, manager: User) -> None:
    measurement = enter(cooperative, treasurer)
    with pytest.raises(Refused, match="Say what needs"):
        return_measurement(measurement=measurement, reason=" ", by=manager)
    returned = return_measurement(measurement=measurement, reason="Which form?", by=manager)
    assert returned.state == State.RETURNED
    with pytest.raises(Refused, match="returned"):
        accept(returned, manager)
    corrected = correct_measurement(measurement=returned, reading=reading("81"), by=treasurer)
    assert (corrected.state, corrected.value, corrected.returned_reason) == (State.ENTERED, 81, "")


def test_accepted_value_is_corrected_by_a_new_one_that_takes_its_place(
    cooperative: Cooperative, treasurer: User, manager: User
) -> None:
    first = accept(enter(cooperative, treasurer), manager)
    with pytest.raises(Refused, match="accepted"):
        correct_measurement(measurement=first, reading=reading("80"), by=treasurer)
    second = enter(cooperative, treasurer, first.indicator, value="80")
    first.refresh_from_db()
    assert (second.supersedes, first.state) == (first, State.ACCEPTED)
    accept(second, manager)
    first.refresh_from_db()
    assert first.state == State.SUPERSEDED
    third = enter(cooperative, treasurer, first.indicator, value="79")
    assert third.supersedes == second


def test_second_value_for_the_year_is_refused(cooperative: Cooperative, treasurer: User) -> None:
    first = enter(cooperative, treasurer)
    with pytest.raises(Refused, match="already entered"):
        enter(cooperative, treasurer, first.indicator)
    assert enter(cooperative, treasurer, first.indicator, year=2013).year == 2013


def test_what_was_corrected_is_read_again_before_it_is_accepted(
    cooperative: Cooperative, treasurer: User, manager: User
) -> None:
    seen = enter(cooperative, treasurer)
    correct_measurement(measurement=seen, reading=reading("91"), by=treasurer)
    with pytest.raises(Refused, match="Read it again"):
        accept(seen, manager)


def test_people_who_are_not_split_stay_in_the_total(cooperative: Cooperative, treasurer: User) -> None:
    people = IndicatorFactory.create(kind="people", largest=None)
    split = {"women": 12, "men": 20}
    measurement = enter(cooperative, treasurer, people, reading=reading("40", split=split))
    assert (measurement.women, measurement.men, measurement.other, measurement.unrecorded) == (12, 20, 0, 8)
    with pytest.raises(Refused, match="32 together, more than the whole of 30"):
        enter(cooperative, treasurer, people, year=2013, reading=reading("30", split=split))


def test_not_measured_is_no_zero_and_says_why(cooperative: Cooperative, treasurer: User) -> None:
    with pytest.raises(Refused, match="Say why"):
        enter(cooperative, treasurer, value=None)
    measurement = enter(cooperative, treasurer, value=None, note="No laboratory this year")
    assert measurement.value is None


@pytest.mark.parametrize(
    ("indicator", "said", "sentence"),
    [
        ({"computation": "people trained"}, {}, "computed"),
        ({"is_active": False}, {}, "no longer in use"),
        ({}, {"year": 2999}, "future"),
        ({}, {"measured_on": dt.date(2999, 1, 1)}, "future"),
        ({}, {"value": "100.01"}, "larger than this indicator can be"),
        ({"kind": "whole"}, {"value": "2.5"}, "whole numbers"),
        ({"kind": "yes/no"}, {"value": "2"}, "yes"),
        ({}, {"source": " "}, "where the value comes from"),
    ],
)
def test_impossible_value_is_refused(
    cooperative: Cooperative, treasurer: User, indicator: dict[str, Any], said: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        enter(cooperative, treasurer, IndicatorFactory.create(**indicator), **said)


# Around Python ------------------------------------------------------------------------------------------------------


def broken_by(work: Any) -> str:
    with pytest.raises(DatabaseError) as error, transaction.atomic():
        work()
    return broken_rule(error.value)


@pytest.mark.parametrize(
    ("values", "rule"),
    [
        ({"value": Decimal(-1)}, "measurement_value"),
        ({"value": None}, "measurement_says_why_not"),
        ({"source": ""}, "measurement_source"),
        ({"year": 14}, "measurement_year"),
        ({"women": 1}, "measurement_split_where_people"),
        ({"state": "accepted"}, "measurement_accepted_state"),
        ({"state": "returned"}, "measurement_returned_reason"),
        ({"state": "superseded"}, "measurement_arrows"),
        ({"measured_precision": "month", "measured_on": dt.date(2014, 4, 2)}, "measurement_date_precision"),
    ],
)
def test_database_refuses_in_a_waiting_value(values: dict[str, Any], rule: str) -> None:
    row = MeasurementFactory.create()
    assert broken_by(lambda: Measurement.objects.filter(pk=row.pk).update(**values)) == rule


@pytest.mark.parametrize(
    "values",
    [
        {"value": Decimal(1)},
        {"year": 2013},
        {"source": "Other"},
        {"state": "entered", "accepted_at": None, "accepted_by": None},
        {"state": "superseded"},
        {"note": "More"},
    ],
)
def test_database_changes_no_accepted_value(values: dict[str, Any]) -> None:
    row = MeasurementFactory.create(accepted=True)
    assert broken_by(lambda: Measurement.objects.filter(pk=row.pk).update(**values)) == "measurement_arrows"


def test_database_keeps_parts_and_whole_together() -> None:
    people = IndicatorFactory.create(kind="people", largest=None)
    parts = {"women": 3, "men": 4, "other": 0, "unrecorded": 1}
    row = MeasurementFactory.create(indicator=people, value=8, **parts)
    rows = Measurement.objects.filter(pk=row.pk)
    assert broken_by(lambda: rows.update(women=4)) == "measurement_parts_make_the_value"
    assert broken_by(lambda: rows.update(value=9)) == "measurement_parts_make_the_value"
    assert broken_by(lambda: rows.update(unrecorded=None)) == "measurement_parts_make_the_value"
    nobody = dict.fromkeys(parts)
    assert broken_by(lambda: rows.update(**nobody)) == "measurement_split_where_people"


def test_database_lets_nobody_accept_their_own(manager: User) -> None:
    row = MeasurementFactory.create(entered_by=manager)
    accepted = {"state": "accepted", "accepted_at": timezone.now(), "accepted_by": manager}
    assert broken_by(lambda: Measurement.objects.filter(pk=row.pk).update(**accepted)) == "measurement_second_person"


def test_database_keeps_one_accepted_and_one_open_value_a_year() -> None:
    row = MeasurementFactory.create(accepted=True)
    same = {"cooperative": row.cooperative, "indicator": row.indicator}
    assert broken_by(lambda: MeasurementFactory.create(accepted=True, **same)) == "measurement_one_accepted"
    MeasurementFactory.create(**same)
    assert broken_by(lambda: MeasurementFactory.create(**same)) == "measurement_one_open"


def test_database_takes_no_correction_of_something_else() -> None:
    row = MeasurementFactory.create(accepted=True)
    other = {"cooperative": row.cooperative, "indicator": row.indicator, "year": 2013}
    assert broken_by(lambda: MeasurementFactory.create(supersedes=row, **other)) == "measurement_corrects_its_like"


def test_database_deletes_no_measurement() -> None:
    row = MeasurementFactory.create()
    assert broken_by(lambda: Measurement.objects.filter(pk=row.pk).delete()) == "measurement_never_deleted"


def test_indicator_keeps_its_kind_and_unit_once_measured() -> None:
    free = IndicatorFactory.create()
    Indicator.objects.filter(pk=free.pk).update(unit="kg")
    used = MeasurementFactory.create().indicator
    assert broken_by(lambda: Indicator.objects.filter(pk=used.pk).update(unit="kg")) == "indicator_fixed_once_measured"
    Indicator.objects.filter(pk=used.pk).update(name="Score of the cup")
