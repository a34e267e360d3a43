"""Two people at the same moment: a co-op corrects while a manager accepts, two managers accept, two people enter."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import partial

import pytest

from cooperatives.models import Cooperative, User
from tests import factories
from tests.factories_progress import CooperativeMilestoneFactory, IndicatorFactory, MeasurementFactory, MilestoneFactory
from tests.premiums.test_collisions import at_once
from trainings.actions.climb_ladder import accept_milestone, plan_milestone, report_milestone
from trainings.actions.measure import Reading, accept_measurement, correct_measurement, enter_measurement
from trainings.models import CooperativeMilestone, Measurement

pytestmark = pytest.mark.django_db(transaction=True)

READING = Reading(value=Decimal(91), measured_on=dt.date(2014, 4, 2), source="Laboratory")


def refused(answers: list[object]) -> int:
    return sum(isinstance(answer, Exception) for answer in answers)


@pytest.mark.parametrize("_turn", range(5))
def test_a_manager_never_accepts_a_value_they_did_not_see(_turn: int, treasurer: User, manager: User) -> None:
    seen = MeasurementFactory.create(entered_by=treasurer)
    answers = at_once(
        [
            partial(accept_measurement, measurement=seen, seen_at=seen.entered_at, by=manager),
            partial(correct_measurement, measurement=seen, reading=READING, by=treasurer),
        ]
    )
    assert refused(answers) == 1
    now = Measurement.objects.get()
    assert (now.state, now.value) in (("accepted", Decimal("82.50")), ("entered", Decimal(91)))


def test_two_managers_accept_once(manager: User) -> None:
    other = factories.UserFactory.create()
    seen = MeasurementFactory.create()
    work = [partial(accept_measurement, measurement=seen, seen_at=seen.entered_at, by=by) for by in (manager, other)]
    assert refused(at_once(work)) == 1
    row = CooperativeMilestoneFactory.create(reached=True)
    work = [partial(accept_milestone, row=row, seen_at=row.reported_at, by=by) for by in (manager, other)]
    assert refused(at_once(work)) == 1


def test_a_correction_accepted_twice_supersedes_once(manager: User, treasurer: User) -> None:
    first = MeasurementFactory.create(accepted=True)
    own = {"cooperative": first.cooperative, "indicator": first.indicator, "year": first.year}
    second = enter_measurement(**own, reading=READING, by=treasurer)
    work = [partial(accept_measurement, measurement=second, seen_at=second.entered_at, by=manager)] * 4
    work += [partial(enter_measurement, **own, reading=READING, by=treasurer)] * 4
    at_once(work)
    states = list(Measurement.objects.order_by("pk").values_list("state", flat=True))
    assert states[:2] == ["superseded", "accepted"]
    assert states[2:] in ([], ["entered"])


def test_one_value_a_year_whoever_enters_it(cooperative: Cooperative, treasurer: User) -> None:
    own = {"cooperative": cooperative, "indicator": IndicatorFactory.create(), "year": 2014, "reading": READING}
    assert refused(at_once([partial(enter_measurement, **own, by=treasurer)] * 8)) == 7
    assert Measurement.objects.count() == 1


def test_planning_and_reporting_a_milestone_make_one_row(
    cooperative: Cooperative, treasurer: User, manager: User
) -> None:
    own = {"cooperative": cooperative, "milestone": MilestoneFactory.create()}
    due, day = dt.date(2014, 9, 1), dt.date(2014, 5, 1)
    said = {"reached_on": day, "reached_precision": "day", "evidence": "Minutes"}
    work = [partial(plan_milestone, **own, due_on=due, not_applicable_reason="", by=manager)] * 3
    assert refused(at_once([*work, partial(report_milestone, **own, **said, by=treasurer)])) == 0
    row = CooperativeMilestone.objects.get()
    assert (row.due_on, row.reached_on) == (due, day)
