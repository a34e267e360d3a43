"""Trainings with their days, who was invited, who came."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection

from overview.actions.simulate.copying import Keys, Row, Table, Tell, indexes_later
from overview.actions.simulate.world import MEMBERS, PER_PROGRAMME, YEARS, World, spread
from trainings.models import Attendance, Track, Training, TrainingInvitation, TrainingSession, reach, trained

TOGETHER = 5  # co-ops at a training
PEOPLE = 40  # of each co-op and day
DAYS = 2


@dataclass(frozen=True)
class Course:
    """One training: its key, its number, the numbers of the first and beyond the last of its co-ops, its first day."""

    key: int
    number: int
    first: int
    end: int
    on: dt.date


def copy_learning(world: World, tell: Tell) -> None:
    """Trainings of both days, each with the same people on both, until the wanted number of rows is there."""
    courses = list(_courses(world))
    tracks = list(Track.objects.order_by("position").values_list("pk", flat=True))
    columns = ("pk", "programme_id", "track_id", "title", "starts_on", "ends_on", "reported_at", "reported_by_id")
    same = {"kind": "workshop", "state": "reported", "starts_precision": "day", "report": "What came of it."}
    trainings = Table(Training, *columns, **same)
    trainings.copy((_training(world, course, tracks) for course in courses), len(courses), tell)
    invited = sum(course.end - course.first for course in courses)
    table = Table(TrainingInvitation, "training_id", "cooperative_id", places=PEOPLE)
    table.copy(_invitations(world, courses), invited, tell)
    first = Keys.of(TrainingSession).first
    sessions = Table(TrainingSession, "pk", "training_id", "held_on", hours="6.0")
    sessions.copy(_sessions(courses, first), DAYS * len(courses), tell)
    with indexes_later(Attendance):
        table = Table(Attendance, "session_id", "cooperative_id", "member_id")
        table.copy(_attendance(world, courses, first), world.size.attendance, tell)
    with connection.cursor() as cursor:
        cursor.execute(reach.FILL)
        cursor.execute(trained.FILL)


def _courses(world: World) -> Iterator[Course]:
    """As many as the attendance needs, spread over the groups of co-ops and the years."""
    size, wanted = world.size.cooperatives, world.size.attendance
    groups = -(-size // TOGETHER)
    number, key = 0, Keys.of(Training).first
    rounds = max(1, -(-wanted // (size * PEOPLE * DAYS)))
    while wanted > 0:
        group, nth = number % groups, number // groups
        first, end = group * TOGETHER, min(size, (group + 1) * TOGETHER)
        on = dt.date(YEARS[0], 1, 10) + dt.timedelta(nth * (365 * len(YEARS) - 30) // rounds)
        yield Course(key, number, first, end, on)
        wanted -= (end - first) * PEOPLE * DAYS
        number, key = number + 1, key + 1


def _training(world: World, course: Course, tracks: list[int]) -> Row:
    programme = world.keys["Programme"] + 1 + course.first // PER_PROGRAMME
    until = course.on + dt.timedelta(DAYS - 1)
    # The track changes from round to round, so that every co-op learns in all four.
    track = tracks[(course.number // -(-world.size.cooperatives // TOGETHER)) % len(tracks)]
    title = f"Workshop {course.number + 1}"
    return course.key, programme, track, title, course.on, until, f"{until + dt.timedelta(7)} 18:00+00", world.manager


def _invitations(world: World, courses: list[Course]) -> Iterator[Row]:
    for course in courses:
        for cooperative in range(course.first, course.end):
            yield course.key, world.cooperative(cooperative)


def _sessions(courses: list[Course], first: int) -> Iterator[Row]:
    for place, course in enumerate(courses):
        for day in range(DAYS):
            yield first + DAYS * place + day, course.key, course.on + dt.timedelta(day)


def _attendance(world: World, courses: list[Course], first: int) -> Iterator[Row]:
    left, members = world.size.attendance, world.keys["Member"]
    for place, course in enumerate(courses):
        for day in range(DAYS):
            session = first + DAYS * place + day
            for cooperative in range(course.first, course.end):
                began = spread(course.number * 7 + cooperative, MEMBERS)
                for person in range(min(PEOPLE, left)):
                    member = members + cooperative * MEMBERS + (began + person) % MEMBERS
                    yield session, world.cooperative(cooperative), member
                left -= min(PEOPLE, left)
