"""Taking the roll: differences only, one request for 200, two people at once, names or heads."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import Any

import pytest
from django.db import DatabaseError, connection
from pytest_django import DjangoAssertNumQueries

from config.errors import Refused, broken_rule
from cooperatives.actions.keep_member import SameName, add_member, merge_members, remove_name
from cooperatives.models import Cooperative, Member, User
from tests.factories import CooperativeFactory, MemberFactory, TrainingInvitationFactory, TrainingSessionFactory
from tests.factories_trainings import HeadCountFactory, came
from tests.premiums.test_collisions import at_once
from trainings.actions.take_roll import add_to_roll, count_heads, remove_head_count, take_roll
from trainings.models import Attendance, HeadCount, Training, TrainingSession

pytestmark = pytest.mark.django_db


def marked(day: TrainingSession) -> set[int]:
    return set(Attendance.objects.filter(session=day).values_list("member", flat=True))


def people(cooperative: Cooperative, number: int) -> list[int]:
    return [row.pk for row in MemberFactory.create_batch(number, cooperative=cooperative)]


def test_only_the_difference_between_shown_and_marked_is_applied(
    day: TrainingSession, cooperative: Cooperative, trainer: User
) -> None:
    a, b, c, d = people(cooperative, 4)
    roll = partial(take_roll, session=day, cooperative=cooperative, by=trainer)
    assert roll(shown=[], marked=[a, b]).added == 2
    # Somebody else marks c meanwhile; this form still shows a and b, takes a back and marks d.
    roll(shown=[], marked=[c])
    changed = roll(shown=[a, b], marked=[b, d])
    assert (changed.added, changed.removed, changed.present) == (1, 1, 3)
    assert marked(day) == {b, c, d}


def test_the_first_mark_means_the_training_was_held(
    workshop: Training, day: TrainingSession, cooperative: Cooperative, trainer: User
) -> None:
    take_roll(session=day, cooperative=cooperative, shown=[], marked=[], by=trainer)
    workshop.refresh_from_db()
    assert workshop.state == "planned"
    take_roll(session=day, cooperative=cooperative, shown=[], marked=people(cooperative, 1), by=trainer)
    workshop.refresh_from_db()
    assert workshop.state == "held"


@pytest.mark.parametrize("count", [1, 200])
def test_a_roll_of_200_takes_as_many_queries_as_a_roll_of_one(
    day: TrainingSession,
    cooperative: Cooperative,
    trainer: User,
    count: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    first, second = people(cooperative, count), people(cooperative, count)
    take_roll(session=day, cooperative=cooperative, shown=[], marked=first, by=trainer)
    with django_assert_num_queries(9):
        take_roll(session=day, cooperative=cooperative, shown=first, marked=second, by=trainer)
    assert marked(day) == set(second)


def test_people_of_others_a_day_to_come_and_the_uninvited_are_refused(
    workshop: Training, day: TrainingSession, cooperative: Cooperative, trainer: User
) -> None:
    roll = partial(take_roll, shown=[], by=trainer)
    other = CooperativeFactory.create()
    with pytest.raises(Refused, match="not on the co-op's list"):
        roll(session=day, cooperative=cooperative, marked=people(other, 1))
    with pytest.raises(Refused, match="not invited"):
        roll(session=day, cooperative=other, marked=people(other, 1))
    ahead = TrainingSessionFactory.create(training=workshop, held_on=cooperative.today() + dt.timedelta(days=3))
    with pytest.raises(Refused, match="still to come"):
        roll(session=ahead, cooperative=cooperative, marked=people(cooperative, 1))
    Training.objects.filter(pk=workshop.pk).update(state="cancelled", cancelled_reason="Lluvia")
    with pytest.raises(Refused, match="cancelled"):
        roll(session=day, cooperative=cooperative, marked=people(cooperative, 1))
    assert not Attendance.objects.exists()


def test_names_or_heads_never_both(day: TrainingSession, cooperative: Cooperative, trainer: User) -> None:
    of: dict[str, Any] = {"session": day, "cooperative": cooperative, "by": trainer}
    count_heads(**of, women=3, men=2)
    count = count_heads(**of, women=4, men=2, under_30=1)
    assert (HeadCount.objects.get(), count.total, count.counted_by) == (count, 6, trainer)
    with pytest.raises(Refused, match="Heads were counted"):
        take_roll(**of, shown=[], marked=people(cooperative, 1))
    remove_head_count(**of)
    take_roll(**of, shown=[], marked=people(cooperative, 1))
    with pytest.raises(Refused, match="Names of this co-op were taken"):
        count_heads(**of, women=3, men=2)
    Attendance.objects.all().delete()
    with pytest.raises(Refused, match="at least one person"):
        count_heads(**of, women=0, men=0)


def test_a_mark_on_a_second_entry_is_a_mark_on_the_person(
    day: TrainingSession, cooperative: Cooperative, trainer: User
) -> None:
    first, second = MemberFactory.create_batch(2, cooperative=cooperative)
    came(day, second)
    merge_members(member=second, into=first, by=trainer)
    # A page opened before the merge still sends the old entry.
    roll = take_roll(session=day, cooperative=cooperative, shown=[second.pk], marked=[second.pk], by=trainer)
    assert (roll.added, roll.present) == (0, 1)
    assert take_roll(session=day, cooperative=cooperative, shown=[first.pk], marked=[], by=trainer).present == 0
    assert not Attendance.objects.exists()


def test_somebody_new_is_added_once(day: TrainingSession, cooperative: Cooperative, trainer: User) -> None:
    of: dict[str, Any] = {"session": day, "cooperative": cooperative, "person": {"sex": "woman"}, "by": trainer}
    ana = add_to_roll(**of, name="Ana Núñez", has_agreed=True)
    assert (ana.consent_by, marked(day)) == (trainer, {ana.pk})
    with pytest.raises(SameName, match="Ana Núñez is already on the list"):
        add_to_roll(**of, name="ana nunez", has_agreed=False)
    other = add_to_roll(**of, name="Ana Nuñez", has_agreed=False, is_another=True)
    assert marked(day) == {ana.pk, other.pk}
    assert other.consent_at is None


def test_merging_fills_what_is_empty_and_refuses_nonsense(cooperative: Cooperative, admin: User) -> None:
    first, second, third = (MemberFactory.create(cooperative=cooperative, sex=sex) for sex in ("", "man", "woman"))
    second.birth_year = 1970
    second.save()
    merge_members(member=third, into=second, by=admin)
    merge_members(member=second, into=first, by=admin)
    first.refresh_from_db()
    third.refresh_from_db()
    assert (first.sex, first.birth_year, third.merged_into) == ("man", 1970, first)
    with pytest.raises(Refused, match="one and the same"):
        merge_members(member=first, into=first, by=admin)
    with pytest.raises(Refused, match="already merged"):
        merge_members(member=first, into=third, by=admin)


def test_a_name_is_removed_from_all_entries_and_from_the_history(cooperative: Cooperative, admin: User) -> None:
    first, second = MemberFactory.create_batch(2, cooperative=cooperative, community="El Triunfo")
    merge_members(member=second, into=first, by=admin)
    with pytest.raises(Refused, match="Remove the name there"):
        remove_name(member=second, by=admin)
    removed = remove_name(member=first, by=admin)
    remove_name(member=first, by=admin)
    assert (str(removed), removed.sex, removed.name_removed_by) == ("name removed", "woman", admin)
    rows = [*Member.objects.values_list("name", "community")]
    events = Member.pgh_event_model.objects.filter(pgh_obj__in=(first.pk, second.pk))  # type: ignore[attr-defined]
    assert {*rows, *events.values_list("name", "community")} == {("", "")}
    with pytest.raises(Refused, match="was removed"):
        merge_members(member=MemberFactory.create(cooperative=cooperative), into=first, by=admin)


# Two at the same moment ----------------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_two_who_take_the_same_roll_lose_nothing(day: TrainingSession, cooperative: Cooperative, trainer: User) -> None:
    keys = people(cooperative, 40)
    came(day, *Member.objects.filter(pk__in=keys[:10]))
    shown = keys[:10]
    halves = (shown[:5] + keys[10:25], shown + keys[20:40])  # the first takes five back, both mark some of the same
    roll = partial(take_roll, session=day, cooperative=cooperative, shown=shown, by=trainer)
    answers = at_once([partial(roll, marked=half) for half in halves])
    assert not [answer for answer in answers if isinstance(answer, Exception)]
    assert marked(day) == {*shown[:5], *keys[10:40]}


@pytest.mark.django_db(transaction=True)
def test_names_and_heads_at_the_same_moment_leave_one_of_the_two(
    day: TrainingSession, cooperative: Cooperative, trainer: User
) -> None:
    (key,) = people(cooperative, 1)
    of: dict[str, Any] = {"session": day, "cooperative": cooperative, "by": trainer}
    for _round in range(4):
        works = [partial(take_roll, **of, shown=[], marked=[key]), partial(count_heads, **of, women=1, men=1)]
        answers = at_once(works * 2)
        assert any(isinstance(answer, Refused) for answer in answers)
        assert Attendance.objects.exists() != HeadCount.objects.exists()
        Attendance.objects.all().delete()
        HeadCount.objects.all().delete()


@pytest.mark.django_db(transaction=True)
def test_names_and_heads_around_python_leave_one_of_the_two(
    day: TrainingSession, cooperative: Cooperative, trainer: User
) -> None:
    member = MemberFactory.create(cooperative=cooperative)

    def mark() -> None:
        Attendance.objects.create(session=day, cooperative=cooperative, member=member)

    def count() -> None:
        HeadCountFactory.create(session=day, cooperative=cooperative, counted_by=trainer)

    for _round in range(4):
        answers = at_once([mark, count])
        (refusal,) = [answer for answer in answers if isinstance(answer, DatabaseError)]
        assert broken_rule(refusal) in ("attendance_or_head_count", "head_count_or_attendance")
        assert Attendance.objects.exists() != HeadCount.objects.exists()
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM trainings_attendance; DELETE FROM trainings_headcount")


@pytest.mark.django_db(transaction=True)
def test_the_same_name_sent_twice_makes_one_person(cooperative: Cooperative, trainer: User) -> None:
    work = partial(add_member, cooperative=cooperative, name="Ana", person={}, has_agreed=False, by=trainer)
    answers = at_once([work] * 6)
    assert len([answer for answer in answers if isinstance(answer, SameName)]) == 5
    assert Member.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_merges_against_each_other_make_no_circle(cooperative: Cooperative, trainer: User) -> None:
    first, second = MemberFactory.create_batch(2, cooperative=cooperative)
    TrainingInvitationFactory.create(cooperative=cooperative)
    at_once(
        [
            partial(merge_members, member=first, into=second, by=trainer),
            partial(merge_members, member=second, into=first, by=trainer),
        ]
    )
    assert Member.objects.filter(merged_into__isnull=False).count() == 1
