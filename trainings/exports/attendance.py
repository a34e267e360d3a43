"""Attendance as a tidy table: one row a person and day. What tells who it is comes only when it is asked for."""

from __future__ import annotations

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


def attendance_rows(trainings: QuerySet[Training], *, with_names: bool) -> Iterator[tuple[Any, ...]]:
    """The header, then a row for each person and day, then a row for each head count; None where not recorded."""
    yield COLUMNS + (NAMES if with_names else ())
    keys = trainings.order_by().values("pk")
    about = ("session__training__programme", "session__training__track", "cooperative")
    people = (
        Attendance.objects.filter(session__training__in=keys)
        .select_related(*about, "member")
        .annotate(person=PERSON, person_sex=of_person("sex"), person_birth_year=of_person("birth_year"))
        .order_by("session__held_on", "session", "cooperative", "pk")
    )
    for row in people.iterator(chunk_size=1000):
        who = (row.person, row.person_sex or None, _band(row), row.member.role or None)
        names = (row.member.name or None, row.member.community or None, row.person_birth_year) if with_names else ()
        yield (*_about(row), *who, row.member.is_guest, None, None, None, None, int(row.is_example), *names)
    heads = HeadCount.objects.filter(session__training__in=keys).select_related(*about)
    for count in heads.order_by("session__held_on", "session", "cooperative").iterator(chunk_size=1000):
        numbers = (count.women, count.men, count.unrecorded, count.under_30)
        nobody = (None,) * len(NAMES) if with_names else ()
        yield (*_about(count), None, None, None, None, None, *numbers, int(count.is_example), *nobody)


def _band(row: Any) -> str | None:
    if row.person_birth_year is None:
        return None
    return "under 30" if row.session.held_on.year - row.person_birth_year < YOUNG else "30 and older"


def _about(row: Any) -> tuple[Any, ...]:
    training = row.session.training
    return (
        training.pk,
        training.title,
        training.programme.slug,
        training.track.slug if training.track else None,
        training.kind or None,
        row.session.held_on,
        row.session.hours,
        row.cooperative.slug,
    )
