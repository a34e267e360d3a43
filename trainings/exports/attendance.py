"""Attendance as a tidy table: one row a person and day. What tells who it is comes only when it is asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from trainings.models import Attendance, HeadCount, Training
from trainings.models.trained import YOUNG
from trainings.reports.attendance import PERSON
from trainings.reports.people import of_person

COLUMNS = (
    "training_id",
    "training",
    "programme",
    "track",
    "kind",
    "day",
    "hours",
    "cooperative",
    "person_id",
    "sex",
    "age_band",
    "role",
    "guest",
    "heads_women",
    "heads_men",
    "heads_not_recorded",
    "heads_under_30",
    "example",
)
NAMES = ("name", "community", "birth_year")

_ABOUT = (
    "session__training",
    "session__training__title",
    "session__training__programme__slug",
    "session__training__track__slug",
    "session__training__kind",
    "session__held_on",
    "session__hours",
    "cooperative__slug",
)
_DAY = _ABOUT.index("session__held_on")
_OF_PERSON = ("person", "person_sex", "person_birth_year", "member__role", "member__is_guest", "is_example")
_OF_NAMES = ("member__name", "member__community")
_OF_COUNT = ("women", "men", "unrecorded", "under_30", "is_example")


def attendance_rows(trainings: QuerySet[Training], *, with_names: bool) -> Iterator[tuple[Any, ...]]:
    """The header, then a row for each person and day, then a row for each head count; None where not recorded."""
    yield COLUMNS + (NAMES if with_names else ())
    keys = trainings.order_by().values("pk")
    person = {"person": PERSON, "person_sex": of_person("sex"), "person_birth_year": of_person("birth_year")}
    people = Attendance.objects.filter(session__training__in=keys).annotate(**person)
    people = people.order_by("session__held_on", "session", "cooperative", "pk")
    # Values and no objects: with seven objects a row it took six times the processor.
    rows = people.values_list(*_ABOUT, *_OF_PERSON, *_OF_NAMES).iterator(chunk_size=1000)
    for *about, key, sex, born, role, is_guest, is_example, name, community in rows:
        names = (name or None, community or None, born) if with_names else ()
        who = (key, sex or None, _band(about[_DAY], born), role or None, is_guest)
        yield (*_known(about), *who, None, None, None, None, int(is_example), *names)
    heads = HeadCount.objects.filter(session__training__in=keys).order_by("session__held_on", "session", "cooperative")
    for *about, women, men, unrecorded, under_30, is_example in heads.values_list(*_ABOUT, *_OF_COUNT).iterator(1000):
        numbers = (women, men, unrecorded, under_30)
        nobody = (None,) * len(NAMES) if with_names else ()
        yield (*_known(about), None, None, None, None, None, *numbers, int(is_example), *nobody)


def _band(day: dt.date, born: int | None) -> str | None:
    if born is None:
        return None
    return "under 30" if day.year - born < YOUNG else "30 and older"


def _known(about: list[Any]) -> tuple[Any, ...]:
    """What a training says of itself; None where nothing is recorded."""
    return tuple(value if value != "" else None for value in about)
