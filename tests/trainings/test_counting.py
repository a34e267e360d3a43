"""Counting people by both rules: twice, in two co-ops, in two years, of unknown sex, by heads."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from pytest_django import DjangoAssertNumQueries

from cooperatives.actions.keep_member import merge_members, remove_name
from cooperatives.models import Cooperative, Programme, User
from tests.factories import CooperativeFactory, MemberFactory, TrackFactory, TrainingSessionFactory
from tests.factories_trainings import (
    HeadCountFactory,
    InstrumentFactory,
    ScoreFactory,
    came,
    day_of,
    training_of,
)
from trainings.models import Training
from trainings.reports.people import PeopleCount, people_report, people_trained
from trainings.reports.scores import mean_gain

pytestmark = pytest.mark.django_db


@pytest.fixture
def poda(programme: Programme, cooperative: Cooperative) -> Training:
    """A workshop of two days in 2013."""
    return training_of(programme, cooperative, days=2, kind="workshop")


def later(programme: Programme, cooperative: Cooperative, year: int, **training: object) -> Training:
    """Another workshop of the programme."""
    return training_of(
        programme,
        cooperative,
        starts_on=dt.date(year, 9, 2),
        **{"kind": "workshop", **training},  # type: ignore[arg-type]
    )


def test_who_attends_twice_is_one_person_with_two_participations(
    programme: Programme, cooperative: Cooperative, poda: Training
) -> None:
    ana = MemberFactory.create(cooperative=cooperative)
    for session in poda.sessions.all():
        came(session, ana)
    came(day_of(later(programme, cooperative, 2013)), ana)
    total = people_report(programme, by="cooperative").total
    assert total.unique.total == 1
    assert total.participations.total == 2  # two trainings, however many days


def test_who_attends_in_two_years_counts_once_in_each(
    programme: Programme, cooperative: Cooperative, poda: Training
) -> None:
    ana = MemberFactory.create(cooperative=cooperative, birth_year=1984)
    came(day_of(poda), ana)
    came(day_of(later(programme, cooperative, 2014)), ana)
    report = people_report(programme, by="year")
    assert {year: counted.unique.total for year, counted in report.rows.items()} == {2013: 1, 2014: 1}
    assert report.total.unique.total == 2
    assert report.rows[2013].unique.young == 1  # 29 years old
    assert report.rows[2014].unique.older == 1
    assert report.years == [2014, 2013]
    assert people_report(programme, by="track", year=2013).total.unique.total == 1


def test_two_entries_in_two_cooperatives_are_one_person_once_merged(
    programme: Programme, cooperative: Cooperative, poda: Training, admin: User
) -> None:
    other = CooperativeFactory.create()
    first, second = MemberFactory.create(cooperative=cooperative), MemberFactory.create(cooperative=other)
    came(day_of(poda), first)
    came(day_of(later(programme, other, 2013)), second)
    assert people_report(programme, by="cooperative").total.unique.total == 2
    merge_members(member=second, into=first, by=admin)
    report = people_report(programme, by="cooperative")
    assert {key: row.unique.total for key, row in report.rows.items()} == {cooperative.pk: 1, other.pk: 1}
    assert report.total.unique.total == 1
    assert report.total.participations.total == 2
    counted = people_trained([cooperative.pk, other.pk], [2013])
    assert counted[cooperative.pk, None, 2013].total == counted[other.pk, None, 2013].total == 1


def test_both_entries_marked_on_one_day_count_once(
    programme: Programme, cooperative: Cooperative, poda: Training, admin: User
) -> None:
    first, second = (MemberFactory.create(cooperative=cooperative, sex=sex) for sex in ("woman", ""))
    came(day_of(poda), first, second)
    merge_members(member=second, into=first, by=admin)
    total = people_report(programme, by="cooperative").total
    assert (total.unique.total, total.unique.women, total.participations.total) == (1, 1, 1)
    assert people_trained([cooperative.pk], [2013])[cooperative.pk, None, 2013] == PeopleCount(women=1)


def test_unknown_sex_and_age_count_in_the_total(programme: Programme, cooperative: Cooperative, poda: Training) -> None:
    came(day_of(poda), MemberFactory.create(cooperative=cooperative, sex="", birth_year=None))
    came(day_of(poda), MemberFactory.create(cooperative=cooperative, sex="man", birth_year=1950))
    unique = people_report(programme, by="cooperative").total.unique
    assert (unique.total, unique.women, unique.men, unique.unrecorded) == (2, 0, 1, 1)
    assert (unique.young, unique.older, unique.age_unrecorded) == (0, 1, 1)
    assert people_trained([cooperative.pk], [2013])[cooperative.pk, None, 2013] == PeopleCount(men=1, unrecorded=1)


def test_awareness_meetings_make_participations_but_no_unique_people(
    programme: Programme, cooperative: Cooperative
) -> None:
    meeting = later(programme, cooperative, 2013, kind="awareness")
    came(day_of(meeting), MemberFactory.create(cooperative=cooperative))
    total = people_report(programme, by="cooperative").total
    assert (total.unique.total, total.participations.total, total.at_awareness) == (0, 1, 1)
    assert people_trained([cooperative.pk], [2013]) == {}


def test_heads_add_to_participations_and_not_to_unique_people(
    programme: Programme, cooperative: Cooperative, poda: Training
) -> None:
    first, second = poda.sessions.all()
    HeadCountFactory.create(session=first, cooperative=cooperative, women=12, men=8, unrecorded=1, under_30=5)
    HeadCountFactory.create(session=second, cooperative=cooperative, women=3, men=3, under_30=None)
    total = people_report(programme, by="cooperative").total
    assert total.unique.total == 0
    many = total.participations
    assert (many.total, many.women, many.men, many.unrecorded) == (21, 12, 8, 1)  # the larger day, not both
    assert (many.young, many.older, total.by_heads) == (5, 16, 21)


def test_heads_of_a_day_count_only_beyond_the_names_of_another(
    programme: Programme, cooperative: Cooperative, poda: Training
) -> None:
    first, second = poda.sessions.all()
    came(first, MemberFactory.create(cooperative=cooperative))
    HeadCountFactory.create(session=second, cooperative=cooperative, women=3, men=0, under_30=None)
    total = people_report(programme, by="cooperative").total
    assert (total.participations.total, total.by_heads, total.participations.unrecorded) == (3, 2, 2)


def test_tracks_years_and_cooperatives_stand_apart(
    programme: Programme, cooperative: Cooperative, poda: Training
) -> None:
    ana, beto = MemberFactory.create(cooperative=cooperative), MemberFactory.create(cooperative=cooperative, sex="man")
    finance, stray = TrackFactory.create(), later(programme, cooperative, 2013, track=None)
    came(day_of(poda), ana, beto)
    came(day_of(later(programme, cooperative, 2013, track=finance)), ana)
    came(day_of(stray), MemberFactory.create(cooperative=cooperative, sex="other"))
    counted = people_trained([cooperative.pk], [2013, 2014])
    assert counted == {
        (cooperative.pk, poda.track_id, 2013): PeopleCount(women=1, men=1),
        (cooperative.pk, finance.pk, 2013): PeopleCount(women=1),
        (cooperative.pk, None, 2013): PeopleCount(women=1, men=1, other=1),
    }
    rows = people_report(programme, by="track").rows
    assert {key: row.unique.total for key, row in rows.items()} == {poda.track_id: 2, finance.pk: 1, None: 1}


def test_a_removed_name_still_counts(
    programme: Programme, cooperative: Cooperative, poda: Training, admin: User
) -> None:
    ana = MemberFactory.create(cooperative=cooperative)
    came(day_of(poda), ana)
    remove_name(member=ana, by=admin)
    assert people_trained([cooperative.pk], [2013])[cooperative.pk, None, 2013] == PeopleCount(women=1)


def test_nothing_counted_is_nothing(programme: Programme, cooperative: Cooperative, poda: Training) -> None:
    report = people_report(programme, by="cooperative")
    assert (report.rows, report.years, report.total.unique.total) == ({}, [], 0)
    assert people_trained([cooperative.pk], [2013]) == {}


@pytest.mark.parametrize("count", [1, 3])
def test_counting_asks_as_many_queries_whatever_there_is(
    programme: Programme,
    cooperative: Cooperative,
    poda: Training,
    count: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(count):
        came(day_of(poda), MemberFactory.create(cooperative=cooperative))
        session = TrainingSessionFactory.create(training=later(programme, cooperative, 2013))
        HeadCountFactory.create(session=session, cooperative=cooperative)
    with django_assert_num_queries(1):
        people_trained([cooperative.pk], [2013])
    with django_assert_num_queries(4):
        people_report(programme, by="cooperative")


def test_mean_gain_compares_within_a_version_and_is_never_of_nothing(cooperative: Cooperative, poda: Training) -> None:
    old, new = InstrumentFactory.create(version="1"), InstrumentFactory.create(version="2")
    assert mean_gain(poda) == []
    scores = [("4", old, "7", old), ("6", old, "7", old), ("1", old, "9", new), (None, None, "10", new)]
    for before, tested, after, retested in scores:
        member = MemberFactory.create(cooperative=cooperative)
        of = {"training": poda, "member": member}
        if before:
            ScoreFactory.create(**of, instrument=tested, points=Decimal(before))
        ScoreFactory.create(**of, instrument=retested, moment="after", points=Decimal(after))
    (gain,) = mean_gain(poda)
    assert (gain.instrument, gain.people, gain.gain) == (old, 2, Decimal(2))
    assert mean_gain(poda, CooperativeFactory.create()) == []
