"""The stored counts of people trained: always what counting the rows gives, whoever writes, and the report of them."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import pgtrigger
import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import F
from django.utils import timezone

from config.errors import broken_rule
from cooperatives.models import Cooperative, Member, Programme, User
from tests.factories import (
    CooperativeFactory,
    MemberFactory,
    ProgrammeFactory,
    TrackFactory,
    TrainingFactory,
    TrainingSessionFactory,
    UserFactory,
)
from tests.factories_trainings import HeadCountFactory, came
from tests.premiums.test_collisions import at_once
from trainings.access import trainings_of_programme
from trainings.models import Attendance, HeadCount, PeopleTrained, Training, TrainingSession
from trainings.models.trained import COUNT_AGAIN, FILL, from_rows
from trainings.reports.people import people_report, people_trained

pytestmark = pytest.mark.django_db


def run(statement: str, *values: object) -> None:
    """SQL by hand, past all of Python."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def counted() -> set[tuple[Any, ...]]:
    """What the rows say."""
    with connection.cursor() as cursor:
        cursor.execute(from_rows("true"))
        return {row[1:] for row in cursor.fetchall()}


def stored() -> set[tuple[Any, ...]]:
    """What is stored."""
    names = [field.attname for field in PeopleTrained._meta.concrete_fields if field.name not in ("id", "is_example")]
    return set(PeopleTrained.objects.values_list(*names))


@pytest.fixture
def umbrella() -> Programme:
    return ProgrammeFactory.create()


@pytest.fixture
def part(umbrella: Programme) -> Programme:
    return ProgrammeFactory.create(part_of=umbrella)


@pytest.fixture
def day(part: Programme) -> TrainingSession:
    """A day in 2013 of a workshop of the part."""
    training = TrainingFactory.create(programme=part, kind="workshop")
    return TrainingSessionFactory.create(training=training, held_on=dt.date(2013, 5, 6))


@pytest.fixture
def people(day: TrainingSession, cooperative: Cooperative) -> list[Member]:
    """Three people of one co-op who came that day."""
    found = [
        MemberFactory.create(cooperative=cooperative, sex=sex, birth_year=born)
        for sex, born in (("woman", 1990), ("man", 1960), ("", None))
    ]
    came(day, *found)
    return found


def test_each_way_of_counting_has_its_row(
    day: TrainingSession, people: list[Member], part: Programme, umbrella: Programme
) -> None:
    assert stored() == counted()
    ways = PeopleTrained.objects.values_list("programme", "with_parts", "track", "is_together")
    track = day.training.track_id
    kinds = ((None, False), (part.pk, False), (umbrella.pk, True))
    assert set(ways) == {(*kind, *of) for kind in kinds for of in ((None, True), (track, False))}
    row = PeopleTrained.objects.get(programme=umbrella, is_together=True)
    assert (row.women, row.men, row.unrecorded, row.young, row.age_unrecorded, row.came_women) == (1, 1, 1, 1, 1, 1)


CHANGES = (
    "UPDATE cooperatives_member SET sex = 'man' WHERE id = {woman}",
    "UPDATE cooperatives_member SET birth_year = 1950 WHERE id = {woman}",
    "UPDATE cooperatives_member SET merged_into_id = {man}, merged_at = now(), merged_by_id = {user} "
    "WHERE id = {woman}",
    "UPDATE trainings_training SET track_id = {track} WHERE id = {training}",
    "UPDATE trainings_training SET track_id = NULL WHERE id = {training}",
    "UPDATE trainings_training SET kind = 'awareness' WHERE id = {training}",
    "UPDATE trainings_training SET programme_id = {umbrella} WHERE id = {training}",
    "UPDATE trainings_trainingsession SET held_on = '2012-11-30' WHERE id = {session}",
    "UPDATE trainings_trainingsession SET training_id = {other} WHERE id = {session}",
    "UPDATE trainings_attendance SET session_id = {elsewhere} WHERE member_id = {woman}",
    "DELETE FROM trainings_attendance WHERE member_id = {woman}",
    "DELETE FROM trainings_attendance",
    "UPDATE cooperatives_programme SET part_of_id = NULL WHERE id = {part}",
    "UPDATE cooperatives_programme SET part_of_id = {umbrella} WHERE id = {third}",
    "INSERT INTO cooperatives_programme (is_example, slug, name, name_es, name_pt, is_official_name, part_of_id, "
    "country_code, region, starts_precision, ends_precision, candidates_goal_source) VALUES "
    "(false, 'new', 'new', '', '', false, {part}, '', '', '', '', '')",
)


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_by_hand_is_counted(
    day: TrainingSession, people: list[Member], part: Programme, umbrella: Programme, change: str
) -> None:
    third = TrainingFactory.create(programme=ProgrammeFactory.create(), track=None, kind="coaching")
    elsewhere = TrainingSessionFactory.create(training=third, held_on=dt.date(2014, 2, 3))
    came(elsewhere, people[1])
    before = stored()
    keys = {
        "woman": people[0].pk,
        "man": people[1].pk,
        "user": UserFactory.create().pk,
        "track": TrackFactory.create().pk,
        "training": day.training_id,
        "session": day.pk,
        "other": third.pk,
        "elsewhere": elsewhere.pk,
        "part": part.pk,
        "umbrella": umbrella.pk,
        "third": third.programme_id,
    }
    run(change.format(**keys))
    assert stored() == counted() != before


def test_parts_that_move_in_one_statement_are_counted(
    people: list[Member], part: Programme, umbrella: Programme, cooperative: Cooperative
) -> None:
    """The new umbrella trained a co-op itself, and had no parts before; the old one keeps none."""
    second, new = ProgrammeFactory.create(part_of=umbrella), ProgrammeFactory.create()
    far = MemberFactory.create()  # of a co-op that no part trained
    for programme, person in ((second, people[0]), (umbrella, people[1]), (new, far)):
        came(TrainingSessionFactory.create(training=TrainingFactory.create(programme=programme)), person)
    both = Programme.objects.filter(pk__in=[part.pk, second.pk])
    for move_to in (new, None, umbrella):
        both.update(part_of=move_to)
        assert stored() == counted()
        assert PeopleTrained.objects.filter(programme=new, with_parts=True).exists() is (move_to == new)
        assert PeopleTrained.objects.filter(programme=umbrella, with_parts=True).exists() is (move_to == umbrella)


def test_many_cooperatives_are_counted_again_without_comparing_each_row_with_each() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_nestloop = off")
        cursor.execute(f"EXPLAIN {COUNT_AGAIN}", [[1, 2], [1, 2]])
        plan = "\n".join(row[0] for row in cursor.fetchall())
    assert "Anti Join" in plan
    assert "Nested Loop Anti Join" not in plan


def test_nobody_trained_has_no_row(people: list[Member]) -> None:
    Attendance.objects.all().delete()
    assert not stored()


@pytest.mark.parametrize(
    "statement", ["UPDATE trainings_peopletrained SET women = 9", "DELETE FROM trainings_peopletrained"]
)
def test_nobody_writes_the_counts_by_hand(people: list[Member], statement: str) -> None:
    with pytest.raises(DatabaseError) as error, transaction.atomic():
        run(statement)
    assert broken_rule(error.value) == "people_trained_from_attendance"


def test_counts_are_examples_when_all_they_count_is_one(day: TrainingSession, cooperative: Cooperative) -> None:
    invented, real = MemberFactory.create_batch(2, cooperative=cooperative)
    Attendance.objects.create(session=day, cooperative=cooperative, member=invented, is_example=True)
    assert set(PeopleTrained.objects.values_list("is_example", flat=True)) == {True}
    came(day, real)
    assert set(PeopleTrained.objects.values_list("is_example", flat=True)) == {False}


def test_filling_and_counting_again_give_the_same(people: list[Member], cooperative: Cooperative) -> None:
    before = stored()
    with pgtrigger.ignore():
        run("DELETE FROM trainings_peopletrained")
        run(FILL)
        assert stored() == before
        run("UPDATE trainings_peopletrained SET women = 99, is_together = is_together")
        run(COUNT_AGAIN, [cooperative.pk], [cooperative.pk])
    assert stored() == before


def paper(programme: Programme, by: str, year: int | None) -> dict[Any, tuple[int, ...]]:
    """Both counts out of the rows, person by person: unique women, all, young; participations, by heads, awareness."""
    trainings = list(trainings_of_programme(programme))
    marks = [
        (mark.member.merged_into or mark.member, mark.session, mark.cooperative_id)
        for mark in Attendance.objects.filter(session__training__in=trainings).select_related(
            "member__merged_into", "session__training"
        )
    ]
    heads = list(HeadCount.objects.filter(session__training__in=trainings).select_related("session__training"))
    days = [day for _person, day, _owner in marks] + [count.session for count in heads]
    chosen = {day.held_on.year for day in days}
    if by != "year":
        chosen = {year or max(chosen, default=0)}

    def key(day: TrainingSession, cooperative: int) -> Any:
        of = {"track": day.training.track_id, "programme": day.training.programme_id, "year": day.held_on.year}
        return of.get(by, cooperative)

    def one(name: Any) -> tuple[int, ...]:
        here = [
            mark
            for mark in marks
            if mark[1].held_on.year in chosen and (name == "total" or key(mark[1], mark[2]) == name)
        ]
        lessons = {(person, day.held_on.year) for person, day, _owner in here if day.training.kind != "awareness"}
        women = [person for person, _year in lessons if person.sex == "woman"]
        young = [person for person, year in lessons if person.birth_year and year - person.birth_year < 30]
        times = {(person, day.training) for person, day, _owner in here}
        most: dict[Any, int] = {}
        for count in heads:
            if count.session.held_on.year in chosen and name in ("total", key(count.session, count.cooperative_id)):
                place = (count.session.training, count.cooperative_id)
                most[place] = max(most.get(place, 0), count.total)
        beyond = {
            place: max(0, many - len({person for person, day, owner in here if (day.training, owner) == place}))
            for place, many in most.items()
        }
        by_heads = sum(beyond.values())
        aware = sum(training.kind == "awareness" for _person, training in times)
        aware += sum(many for (training, _owner), many in beyond.items() if training.kind == "awareness")
        return len(women), len(lessons), len(young), len(times) + by_heads, by_heads, aware

    names = {key(day, owner) for _person, day, owner in marks if day.held_on.year in chosen}
    names |= {key(count.session, count.cooperative_id) for count in heads if count.session.held_on.year in chosen}
    return {name: one(name) for name in (*names, "total")}


def reported(programme: Programme, by: str, year: int | None) -> dict[Any, tuple[int, ...]]:
    """The same as the report says it."""
    report = people_report(programme, by=by, year=year)
    rows: dict[Any, Any] = {**report.rows, "total": report.total}
    return {
        name: (
            row.unique.women,
            row.unique.total,
            row.unique.young,
            row.participations.total,
            row.by_heads,
            row.at_awareness,
        )
        for name, row in rows.items()
    }


def test_counts_and_report_agree_with_the_rows_whatever_happens(
    umbrella: Programme, part: Programme, programme: Programme, admin: User
) -> None:
    """Random marks, merges across co-ops, other days, tracks, kinds, programmes and umbrellas, and heads."""
    drawn = random.Random(11)
    owners = CooperativeFactory.create_batch(3)
    members = [
        MemberFactory.create(cooperative=owner, sex=drawn.choice(["woman", "man", "other", ""]), birth_year=born)
        for owner in owners
        for born in (1990, 1985, None, 1940)
    ]
    tracks = [TrackFactory.create(), TrackFactory.create(), None]
    kinds = ["workshop", "awareness", "coaching"]
    programmes = [umbrella, part, programme]
    trainings = [
        TrainingFactory.create(programme=drawn.choice(programmes), track=drawn.choice(tracks), kind=drawn.choice(kinds))
        for _number in range(6)
    ]
    starts = [dt.date(2013, 12, 30), dt.date(2014, 6, 1), dt.date(2015, 3, 3)]
    days = [
        TrainingSessionFactory.create(training=training, held_on=start + dt.timedelta(number * 3))
        for training, start in zip(trainings, starts * 2, strict=True)
        for number in range(2)
    ]

    def change(rows: Any, **choices: Iterable[Any]) -> None:
        column = drawn.choice(list(choices))
        chosen = drawn.choice(list(rows.order_by("pk").values_list("pk", flat=True)))
        rows.filter(pk=chosen).update(**{column: drawn.choice(list(choices[column]))})

    def merge() -> None:
        second, first = drawn.sample(members, 2)
        signed = {"merged_at": timezone.now(), "merged_by": admin}
        Member.objects.filter(pk=second.pk).update(merged_into=first, **signed)

    def mark() -> None:
        came(drawn.choice(days), *drawn.sample(members, 3))

    steps: list[Callable[[], Any]] = [
        *[mark] * 6,
        lambda: Attendance.objects.filter(member=drawn.choice(members)).delete(),
        lambda: HeadCountFactory.create(
            session=drawn.choice(days),
            cooperative=drawn.choice(owners),
            women=drawn.randrange(1, 9),
            men=2,
            under_30=None,
        ),
        lambda: change(Training.objects.all(), track=tracks, kind=kinds, programme=programmes),
        lambda: change(TrainingSession.objects.all(), held_on=[*starts, dt.date(2014, 12, 31)], training=trainings),
        lambda: change(Member.objects.all(), sex=["woman", "", "man"], birth_year=[None, 1986, 1991]),
        lambda: change(Programme.objects.filter(pk__in=[part.pk, programme.pk]), part_of=[umbrella, None]),
        merge,
    ]
    for step in range(160):
        try:
            with transaction.atomic():
                drawn.choice(steps)()
        except DatabaseError as error:
            assert_rule(error)
        assert stored() == counted()
        if step % 10 == 0:
            for one in programmes:
                for by in ("cooperative", "track", "programme", "year"):
                    assert reported(one, by, None) == paper(one, by, None), (step, by)
    moved = Member.objects.filter(merged_into__isnull=False)
    assert moved.exclude(cooperative=F("merged_into__cooperative")).exists()
    assert HeadCount.objects.exists()
    assert people_trained([owner.pk for owner in owners], [2013, 2014, 2015])


def assert_rule(error: DatabaseError) -> None:
    """A refusal is one of ours, or a key that must be unique."""
    assert broken_rule(error)


@pytest.mark.django_db(transaction=True)
def test_many_who_mark_at_once_lose_nobody() -> None:
    cooperative: Cooperative = CooperativeFactory.create()
    people = MemberFactory.create_batch(12, cooperative=cooperative, sex="")
    days = [TrainingSessionFactory.create(held_on=dt.date(2013, 5, 6 + number)) for number in range(2)]
    works: list[Callable[[], Any]] = [partial(came, days[number % 2], person) for number, person in enumerate(people)]
    works += [partial(run, "UPDATE cooperatives_member SET sex = 'woman' WHERE id = %s", one.pk) for one in people]
    works += [
        partial(run, "UPDATE trainings_trainingsession SET held_on = %s WHERE id = %s", day, days[0].pk)
        for day in ("2012-01-02", "2013-01-02")
    ]
    assert not [answer for answer in at_once(works) if isinstance(answer, Exception)]
    assert stored() == counted()
    assert PeopleTrained.objects.filter(is_together=True).exists()
