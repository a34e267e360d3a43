"""Counting the people who were trained: once a year, in each track and over all."""

from __future__ import annotations

import datetime as dt

import pytest

from cooperatives.models import Cooperative
from tests import factories
from trainings.reports.people import PeopleCount, people_trained

pytestmark = pytest.mark.django_db


def test_a_member_counts_once_a_year_in_each_track_and_over_all(cooperative: Cooperative) -> None:
    one, other = factories.TrackFactory.create_batch(2)
    woman, unknown = (factories.MemberFactory.create(cooperative=cooperative, sex=sex) for sex in ("woman", ""))
    for track, day, member in ((one, 6, woman), (one, 7, woman), (other, 8, woman), (one, 6, unknown)):
        session = factories.TrainingSessionFactory.create(training__track=track, held_on=dt.date(2014, 5, day))
        factories.AttendanceFactory.create(session=session, cooperative=cooperative, member=member)
    assert people_trained([cooperative.pk], [2014]) == {
        (cooperative.pk, one.pk, 2014): PeopleCount(1, 0, 0, 1),
        (cooperative.pk, other.pk, 2014): PeopleCount(1, 0, 0, 0),
        (cooperative.pk, None, 2014): PeopleCount(1, 0, 0, 1),
    }
    assert people_trained([cooperative.pk], [2013]) == {}


@pytest.mark.parametrize("training", [{"kind": "awareness"}, {"state": "planned"}])
def test_awareness_meetings_and_plans_do_not_count(cooperative: Cooperative, training: dict[str, str]) -> None:
    session = factories.TrainingSessionFactory.create(
        held_on=dt.date(2014, 5, 6), **{f"training__{name}": value for name, value in training.items()}
    )
    member = factories.MemberFactory.create(cooperative=cooperative)
    factories.AttendanceFactory.create(session=session, cooperative=cooperative, member=member)
    assert people_trained([cooperative.pk], [2014]) == {}
