"""The stored count of people by co-op and track: always what counting the rows gives, whoever writes."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import DatabaseError, connection, transaction

from config.errors import broken_rule
from cooperatives.models import Cooperative, Member
from tests.factories import (
    CooperativeFactory,
    MemberFactory,
    TrainingFactory,
    TrainingSessionFactory,
    UserFactory,
)
from trainings.models import Attendance, TrackReach, TrainingSession
from trainings.models.reach import FILL

pytestmark = pytest.mark.django_db


def counted() -> set[tuple[int, int, int]]:
    """What the rows say."""
    with connection.cursor() as cursor:
        cursor.execute(FILL[FILL.index("SELECT") :])
        return {(cooperative, track, people) for _example, cooperative, track, people in cursor.fetchall()}


def stored() -> set[tuple[int, int, int]]:
    """What is stored."""
    return set(TrackReach.objects.values_list("cooperative", "track", "people"))


def came(session: TrainingSession, *members: Member) -> None:
    """These people were there."""
    Attendance.objects.bulk_create(
        Attendance(session=session, cooperative=member.cooperative, member=member) for member in members
    )


@pytest.fixture
def session() -> TrainingSession:
    return TrainingSessionFactory.create()


@pytest.fixture
def people() -> list[Member]:
    cooperative = CooperativeFactory.create()
    return MemberFactory.create_batch(3, cooperative=cooperative)


def test_people_are_counted_once_in_a_track_however_often_they_come(
    session: TrainingSession, people: list[Member]
) -> None:
    came(session, *people)
    again = TrainingSessionFactory.create(training=TrainingFactory.create(track=session.training.track))
    came(again, people[0])
    assert stored() == counted() == {(people[0].cooperative_id, session.training.track_id, 3)}


def test_marks_taken_back_are_taken_off(session: TrainingSession, people: list[Member]) -> None:
    came(session, *people)
    Attendance.objects.filter(member=people[0]).delete()
    assert stored() == counted() == {(people[0].cooperative_id, session.training.track_id, 2)}
    Attendance.objects.all().delete()
    assert stored() == set()


def test_two_entries_of_one_person_count_once_when_merged(session: TrainingSession, people: list[Member]) -> None:
    came(session, *people)
    by = UserFactory.create()
    Member.objects.filter(pk=people[1].pk).update(merged_into=people[0], merged_at="2020-01-01T12:00Z", merged_by=by)
    assert stored() == counted() == {(people[0].cooperative_id, session.training.track_id, 2)}


def test_a_training_of_another_track_moves_its_people(session: TrainingSession, people: list[Member]) -> None:
    came(session, *people)
    other = TrainingFactory.create()
    session.training.track = other.track
    session.training.save()
    assert stored() == counted() == {(people[0].cooperative_id, other.track_id, 3)}


def test_a_mark_moved_to_another_day_moves_the_person(session: TrainingSession, people: list[Member]) -> None:
    came(session, *people)
    other = TrainingSessionFactory.create()
    Attendance.objects.filter(member=people[0]).update(session=other)
    assert stored() == counted()


def test_a_count_is_an_example_when_all_it_counts_is_one(session: TrainingSession, people: list[Member]) -> None:
    def is_example() -> bool:
        return TrackReach.objects.get().is_example

    Attendance.objects.create(session=session, cooperative=people[0].cooperative, member=people[0], is_example=True)
    assert is_example()
    came(session, people[1])
    assert not is_example()
    Attendance.objects.filter(is_example=True).delete()
    assert not is_example()
    Attendance.objects.all().delete()
    events = TrackReach.pgh_event_model.objects.filter(pgh_label="delete")  # type: ignore[attr-defined]
    assert [event.is_example for event in events] == [False]


def test_nobody_writes_the_count_by_hand(session: TrainingSession, people: list[Member]) -> None:
    came(session, *people)
    with pytest.raises(DatabaseError) as error, transaction.atomic():
        TrackReach.objects.update(people=99)
    assert broken_rule(error.value) == "track_reach_from_attendance"


@pytest.mark.django_db(transaction=True)
def test_many_who_mark_at_once_lose_nobody(session: TrainingSession) -> None:
    cooperative: Cooperative = CooperativeFactory.create()
    people = MemberFactory.create_batch(12, cooperative=cooperative)

    def mark(member: Member) -> None:
        try:
            came(session, member)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(people)) as pool:
        list(pool.map(mark, people))
    assert stored() == counted() == {(cooperative.pk, session.training.track_id, 12)}
