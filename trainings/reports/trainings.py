"""Answers about the trainings of a co-op, in a constant number of queries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Case, Count, F, OuterRef, Q, QuerySet, Subquery, When

from config.dates import DatePrecision
from cooperatives.models import Cooperative
from cooperatives.models.members import Sex
from trainings.models import Attendance, HeadCount, Training, TrainingSession
from trainings.models.trainings import TrainingState
from trainings.reports.attendance import PERSON
from trainings.reports.people import PeopleCount, of_person

Headcount = PeopleCount


@dataclass(frozen=True)
class TrainingDay:
    """One day of a training, and who of the co-op came."""

    session: TrainingSession
    people: Headcount
    head_count: HeadCount | None = None


@dataclass(frozen=True)
class TrainingRecord:
    """A training as one co-op lived it. `names` is empty for those who may not see members."""

    days: Sequence[TrainingDay]
    people: Headcount
    names: Sequence[str]


def in_state(state: str) -> Q:
    """Trainings in this state."""
    return Q(state=state)


def overdue(on: dt.date, prefix: str = "") -> Q:
    """Planned trainings whose time has surely passed; one known to the month is overdue once the month is over."""
    starts, precision = f"{prefix}starts_on", f"{prefix}starts_precision"
    by_start = (
        Q(**{precision: DatePrecision.DAY, f"{starts}__lt": on})
        | Q(**{precision: DatePrecision.MONTH, f"{starts}__lt": on.replace(day=1)})
        | Q(
            **{
                f"{precision}__in": [DatePrecision.YEAR, DatePrecision.EARLY, DatePrecision.LATE],
                f"{starts}__lt": on.replace(month=1, day=1),
            }
        )
    )
    passed = Q(**{f"{prefix}ends_on__lt": on}) | Q(**{f"{prefix}ends_on__isnull": True}) & by_start
    return Q(**{f"{prefix}state": TrainingState.PLANNED}) & passed


def trainings_of(cooperative: Cooperative, on: dt.date) -> QuerySet[Training]:
    """The trainings the co-op is invited to, newest first.

    Each with its own people, counted once (`people`), and whether it is overdue on this day (`is_overdue`).
    """
    people = (
        Attendance.objects.filter(cooperative=cooperative, session__training=OuterRef("pk"))
        .order_by()
        .values("session__training")
        .annotate(people=Count(PERSON, distinct=True))
        .values("people")
    )
    found: QuerySet[Training] = (
        Training.objects.filter(invitations__cooperative=cooperative)
        .select_related("track", "programme")
        .annotate(people=Subquery(people), is_overdue=Case(When(overdue(on), then=True), default=False))
        .order_by(F("starts_on").desc(nulls_last=True), "-pk")
    )
    return found


def training_record(training: Training, cooperative: Cooperative, *, with_names: bool) -> TrainingRecord:
    """The days of a training and who of the co-op came, by names or by heads (three queries)."""
    came = list(
        Attendance.objects.filter(cooperative=cooperative, session__training=training)
        .annotate(person=PERSON)
        .order_by("member__name", "member")
        .annotate(sex=of_person("sex"))
        .values_list("session", "person", "sex", "member__name" if with_names else "member")
    )
    heads = {
        row.session_id: row for row in HeadCount.objects.filter(cooperative=cooperative, session__training=training)
    }
    days = [
        TrainingDay(
            session,
            _headcount((person, sex) for day, person, sex, _name in came if day == session.pk),
            heads.get(session.pk),
        )
        for session in training.sessions.all()
    ]
    names = {person: str(name) for _day, person, _sex, name in came} if with_names else {}
    return TrainingRecord(
        days=days,
        people=_headcount((person, sex) for _day, person, sex, _name in came),
        names=[name for name in names.values() if name],
    )


def _headcount(people: Iterable[tuple[int, str]]) -> Headcount:
    """Each person counts once."""
    sexes = list(dict(people).values())
    women, men, other = (sexes.count(sex) for sex in (Sex.WOMAN, Sex.MAN, Sex.OTHER))
    return Headcount(women, men, other, len(sexes) - women - men - other)
