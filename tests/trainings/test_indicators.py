"""Figures: only what was accepted, gaps that stay gaps, totals that keep everybody."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from cooperatives.models import Cooperative, Programme
from tests import factories
from tests.factories_progress import (
    IndicatorBaselineFactory,
    IndicatorFactory,
    IndicatorTargetFactory,
    MeasurementFactory,
)
from trainings.models import Indicator
from trainings.reports.indicators import Figure, FigureState, read_book, total_of
from trainings.reports.people import PeopleCount

pytestmark = pytest.mark.django_db

YEARS = range(2010, 2016)


def figure(indicator: Indicator, cooperative: Cooperative, year: int = 2014) -> Figure:
    return read_book([cooperative.pk], [indicator], YEARS).figure(indicator, cooperative.pk, year)


@pytest.mark.parametrize(
    ("row", "state", "actual"),
    [
        ({"accepted": True}, FigureState.MEASURED, Decimal("82.50")),
        ({"accepted": True, "value": Decimal(0)}, FigureState.MEASURED, Decimal(0)),
        ({"accepted": True, "value": None, "note": "No laboratory"}, FigureState.NOT_MEASURED, None),
        ({}, FigureState.WAITING, None),
        ({"state": "returned", "returned_reason": "Why?"}, FigureState.RETURNED, None),
    ],
)
def test_only_an_accepted_value_is_a_figure(
    cooperative: Cooperative, row: dict[str, object], state: FigureState, actual: Decimal | None
) -> None:
    if row.get("state") == "returned":
        row |= {"returned_at": dt.datetime(2014, 5, 1, tzinfo=dt.UTC), "returned_by": factories.UserFactory.create()}
    indicator = MeasurementFactory.create(cooperative=cooperative, **row).indicator
    found = figure(indicator, cooperative)
    assert (found.state, found.actual) == (state, actual)
    assert figure(indicator, cooperative, 2013).state == FigureState.NOT_REPORTED


def test_own_target_comes_before_that_of_the_programme(cooperative: Cooperative, programme: Programme) -> None:
    indicator = IndicatorFactory.create()
    for year in (2013, 2014):
        IndicatorTargetFactory.create(
            indicator=indicator, cooperative=None, programme=programme, year=year, value=Decimal(80)
        )
    own = IndicatorTargetFactory.create(indicator=indicator, cooperative=cooperative, year=2014, value=Decimal(84))
    assert [figure(indicator, cooperative, year).target for year in (2012, 2013, 2014)] == [None, 80, 84]
    own.value = None
    own.save()
    assert figure(indicator, cooperative).target == 80
    cooperative.enrolments.update(left_on=dt.date(2013, 6, 1), left_precision="day")
    assert [figure(indicator, cooperative, year).target for year in (2013, 2014)] == [80, None]


@pytest.mark.parametrize(
    ("direction", "actual", "met", "gap"),
    [("up", "80", True, "0"), ("up", "79", False, "1"), ("down", "81", False, "1"), ("down", "79", True, "-1")],
)
def test_target_is_met_in_the_direction_of_the_indicator(
    cooperative: Cooperative, direction: str, actual: str, met: bool, gap: str
) -> None:
    indicator = IndicatorFactory.create(direction=direction)
    IndicatorTargetFactory.create(indicator=indicator, cooperative=cooperative)
    MeasurementFactory.create(indicator=indicator, cooperative=cooperative, value=Decimal(actual), accepted=True)
    found = figure(indicator, cooperative)
    assert (found.is_met, found.gap) == (met, Decimal(gap))


def test_nothing_is_met_or_missed_while_one_of_the_two_is_unknown(cooperative: Cooperative) -> None:
    found = figure(IndicatorTargetFactory.create(cooperative=cooperative).indicator, cooperative)
    assert (found.is_met, found.gap) == (None, None)


@pytest.mark.parametrize(
    ("direction", "values", "trend"),
    [
        ("up", {2011: 80, 2014: 82}, "better"),
        ("down", {2011: 80, 2014: 82}, "worse"),
        ("up", {2011: 80, 2012: 80}, "same"),
        ("up", {2011: 80}, ""),
    ],
)
def test_trend_compares_with_the_value_measured_before(
    cooperative: Cooperative, direction: str, values: dict[int, int], trend: str
) -> None:
    indicator = IndicatorFactory.create(direction=direction)
    for year, value in values.items():
        MeasurementFactory.create(
            indicator=indicator, cooperative=cooperative, year=year, value=Decimal(value), accepted=True
        )
    baseline = IndicatorBaselineFactory.create(indicator=indicator, cooperative=cooperative)
    series = read_book([cooperative.pk], [indicator], YEARS).series(indicator, cooperative.pk, YEARS)
    assert series.trend == trend
    assert series.baseline
    assert series.baseline.value == baseline.value


def test_people_trained_and_readiness_are_computed(cooperative: Cooperative) -> None:
    track = factories.TrackFactory.create()
    trained = IndicatorFactory.create(track=track, kind="people", largest=None, computation="people trained")
    ready = IndicatorFactory.create(track=track, computation="readiness")
    session = factories.TrainingSessionFactory.create(training__track=track, held_on=dt.date(2014, 5, 6))
    member = factories.MemberFactory.create(cooperative=cooperative, sex="woman")
    factories.AttendanceFactory.create(session=session, cooperative=cooperative, member=member)
    given = {(ready.slug, cooperative.pk, 2014): Decimal("62.5")}
    book = read_book([cooperative.pk], [trained, ready], YEARS, given)
    assert book.figure(trained, cooperative.pk, 2014).parts == PeopleCount(1, 0, 0, 0)
    assert book.figure(ready, cooperative.pk, 2014).actual == Decimal("62.5")
    for indicator in (trained, ready):
        assert book.figure(indicator, cooperative.pk, 2013).state == FigureState.NOT_MEASURED
    assert book.years == {2014}


def test_sum_keeps_those_who_are_not_split_and_average_leaves_out_who_did_not_measure() -> None:
    people = IndicatorFactory.create(kind="people", largest=None, is_additive=True)
    score = IndicatorFactory.create()
    coops = factories.CooperativeFactory.create_batch(3)
    for coop, (women, unrecorded), value in zip(coops[:2], ((3, 0), (0, 5)), (80, 83), strict=True):
        parts = {"women": women, "men": 1, "other": 0, "unrecorded": unrecorded}
        whole = sum(parts.values())
        MeasurementFactory.create(cooperative=coop, indicator=people, value=whole, accepted=True, **parts)
        MeasurementFactory.create(cooperative=coop, indicator=score, value=Decimal(value), accepted=True)
    book = read_book([coop.pk for coop in coops], [people, score], YEARS)
    counted, scored = (total_of(one, [book.figure(one, coop.pk, 2014) for coop in coops]) for one in (people, score))
    assert (counted.actual, counted.parts) == (10, PeopleCount(3, 2, 0, 5))
    assert counted.parts
    assert counted.actual == counted.parts.total
    assert (scored.actual, scored.measured, scored.count) == (Decimal("81.5"), 2, 3)
