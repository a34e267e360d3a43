"""Answers about the trainings of a co-op, in a constant number of queries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Case, Count, F, OuterRef, Q, QuerySet, Subquery, When

from config.dates import DatePrecision
from cooperatives.models import Cooperative
from cooperatives.models.members import Sex
from trainings.models import Attendance, Training, TrainingSession
from trainings.models.trainings import TrainingState


@dataclass(frozen=True)
class Headcount:
    """People, each counted once."""

    women: int
    men: int
    other: int
    unrecorded: int

    @property
    def total(self) -> int:
        """Everybody."""
        return self.women + self.men + self.other + self.unrecorded


@dataclass(frozen=True)
class TrainingDay:
    """One day of a training, and who of the co-op came."""

    session: TrainingSession
    people: Headcount


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
        .annotate(people=Count("member", distinct=True))
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
    """The days of a training and who of the co-op came (two queries)."""
    came = list(
        Attendance.objects.filter(cooperative=cooperative, session__training=training)
        .order_by("member__name", "member")
        .values_list("session", "member", "member__sex", "member__name" if with_names else "member")
    )
    days = [
        TrainingDay(session, _headcount((member, sex) for day, member, sex, _name in came if day == session.pk))
        for session in training.sessions.all()
    ]
    names = {member: str(name) for _day, member, _sex, name in came} if with_names else {}
    return TrainingRecord(
        days=days,
        people=_headcount((member, sex) for _day, member, sex, _name in came),
        names=list(names.values()),
    )


def _headcount(people: Iterable[tuple[int, str]]) -> Headcount:
    """Each member counts once."""
    sexes = list(dict(people).values())
    women, men, other = (sexes.count(sex) for sex in (Sex.WOMAN, Sex.MAN, Sex.OTHER))
    return Headcount(women, men, other, len(sexes) - women - men - other)
