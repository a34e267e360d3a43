"""Answers about the trainings of a programme: the list, one training with everybody invited, a month."""

from __future__ import annotations

import calendar
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    BigIntegerField,
    BooleanField,
    Case,
    Count,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.utils import timezone

from config.dates import DatePrecision
from cooperatives.models import Cooperative, Member
from cooperatives.models.members import MemberQuerySet, Sex
from trainings.models import (
    Attendance,
    HeadCount,
    Training,
    TrainingInvitation,
    TrainingSession,
)
from trainings.models.trainings import TrainingState
from trainings.reports.attendance import PERSON
from trainings.reports.people import PeopleCount, of_person
from trainings.reports.trainings import overdue


def listed(trainings: QuerySet[Training], on: dt.date) -> QuerySet[Training]:
    """These trainings, newest first, each with its co-ops, the people marked by name, and whether it is overdue."""
    people = (
        Attendance.objects.filter(session__training=OuterRef("pk"))
        .order_by()
        .values("session__training")
        .annotate(people=Count(PERSON, distinct=True))
        .values("people")
    )
    heads = HeadCount.objects.filter(session__training=OuterRef("pk")).order_by().values("session__training")
    invited = TrainingInvitation.objects.filter(training=OuterRef("pk")).order_by().values("training")
    found: QuerySet[Training] = trainings.select_related("track", "programme").annotate(
        people=Subquery(people),
        head_counts=Subquery(heads.annotate(days=Count("pk")).values("days")),
        invited=Subquery(invited.annotate(invited=Count("pk")).values("invited")),
        is_overdue=Case(When(overdue(on), then=True), default=False),
    )
    return found.order_by(F("starts_on").desc(nulls_last=True), "-pk")


ALL_DAYS = 0  # stands for the key of a day where all days are meant


@dataclass(frozen=True)
class DayCell:
    """A co-op on one day: names were taken, heads counted, or neither (`people` is None)."""

    session: TrainingSession
    people: PeopleCount | None
    is_by_heads: bool = False


@dataclass(frozen=True)
class InvitedRow:
    """A co-op at a training. `came` is its people by name, or the day with most heads where that is more."""

    cooperative: Cooperative
    places: int | None
    members: int
    named: PeopleCount
    heads: int
    days: Sequence[DayCell]

    @property
    def came(self) -> int | None:
        """How many people came; None when nothing is recorded."""
        return max(self.named.total, self.heads) or None


@dataclass(frozen=True)
class TrainingPage:
    """A training with its days and everybody invited; overdue when its day passed and it is still planned."""

    days: Sequence[TrainingSession]
    rows: Sequence[InvitedRow]
    is_overdue: bool = False

    @property
    def came(self) -> int | None:
        """How many people came, of all co-ops; None when nothing is recorded."""
        return sum(row.came or 0 for row in self.rows) or None

    @property
    def places(self) -> int | None:
        """How many people were invited; None when that is not known of some co-op."""
        places = [row.places for row in self.rows]
        return None if None in places or not places else sum(place or 0 for place in places)

    @property
    def members(self) -> int:
        """How many members the invited co-ops have on their lists."""
        return sum(row.members for row in self.rows)


def training_page(training: Training) -> TrainingPage:
    """Who was invited and who came, by co-op and day (three queries)."""
    days = list(training.sessions.all())
    members: Any = MemberQuerySet(Member).membership().filter(cooperative=OuterRef("cooperative")).order_by()
    invitations: Any = (
        training.invitations.select_related("cooperative")
        .order_by("cooperative__short_name", "cooperative")
        .annotate(
            members=Coalesce(
                Subquery(members.values("cooperative").annotate(count=Count("pk")).values("count")), Value(0)
            ),
            is_overdue=Case(When(overdue(timezone.localdate(), "training__"), then=True), default=False),
        )
    )
    cells = _cells(training)
    return TrainingPage(
        days=days,
        is_overdue=any(row.is_overdue for row in invitations),
        rows=[
            InvitedRow(
                cooperative=row.cooperative,
                places=row.places,
                members=row.members,
                named=next((count for count, _heads in cells[ALL_DAYS, row.cooperative_id]), PeopleCount()),
                heads=max(
                    (count.total for day in days for count, heads in cells[day.pk, row.cooperative_id] if heads),
                    default=0,
                ),
                days=[_cell(day, cells[day.pk, row.cooperative_id]) for day in days],
            )
            for row in invitations
        ],
    )


def _by_sex(attendances: QuerySet[Attendance], *by: str) -> QuerySet[Any]:
    """People, each once, by sex."""
    found: QuerySet[Any] = attendances.annotate(sex=of_person("sex"))
    counted: QuerySet[Any] = found.values(*by).annotate(
        women=Count(PERSON, distinct=True, filter=Q(sex=Sex.WOMAN)),
        men=Count(PERSON, distinct=True, filter=Q(sex=Sex.MAN)),
        other=Count(PERSON, distinct=True, filter=Q(sex=Sex.OTHER)),
        everybody=Count(PERSON, distinct=True),
    )
    return counted


def _cells(training: Training) -> dict[tuple[int, int], list[tuple[PeopleCount, bool]]]:
    """By day and co-op: the people, and whether they are heads; under ALL_DAYS people by name once (one query)."""
    attendances = Attendance.objects.filter(session__training=training).order_by()
    names = _by_sex(attendances, "session", "cooperative")
    together = _by_sex(attendances, "cooperative").annotate(
        day=Value(ALL_DAYS, output_field=BigIntegerField()), is_heads=Value(value=False, output_field=BooleanField())
    )
    heads = (
        HeadCount.objects.filter(session__training=training)
        .order_by()
        .annotate(
            others=Value(0, output_field=IntegerField()),
            everybody=F("women") + F("men") + F("unrecorded"),
            is_heads=Value(value=True, output_field=BooleanField()),
        )
        .values_list("session", "cooperative", "women", "men", "others", "everybody", "is_heads")
    )
    together = together.values_list("day", "cooperative", "women", "men", "other", "everybody", "is_heads")
    rows = names.annotate(is_heads=Value(value=False, output_field=BooleanField())).values_list(
        "session", "cooperative", "women", "men", "other", "everybody", "is_heads"
    )
    found: dict[tuple[int, int], list[tuple[PeopleCount, bool]]] = defaultdict(list)
    for session, cooperative, women, men, other, everybody, is_heads in rows.union(heads, together, all=True):
        count = PeopleCount(women, men, other, everybody - women - men - other)
        found[session, cooperative].append((count, is_heads))
    return found


def _cell(day: TrainingSession, counts: Sequence[tuple[PeopleCount, bool]]) -> DayCell:
    return DayCell(day, *counts[0]) if counts else DayCell(day, None)


# A month ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class CalendarDay:
    """A day of the calendar with its trainings."""

    day: dt.date
    is_in_month: bool
    trainings: Sequence[Any]


@dataclass(frozen=True)
class Month:
    """A month in weeks from Monday to Sunday, and the trainings of which only the month is known."""

    first: dt.date
    weeks: Sequence[Sequence[CalendarDay]]
    without_day: Sequence[Any]

    @property
    def before(self) -> dt.date:
        """The first day of the month before."""
        return (self.first - dt.timedelta(days=1)).replace(day=1)

    @property
    def after(self) -> dt.date:
        """The first day of the next month."""
        return (self.first + dt.timedelta(days=31)).replace(day=1)

    @property
    def busy_days(self) -> list[CalendarDay]:
        """The days of this month that have trainings."""
        return [day for week in self.weeks for day in week if day.trainings and day.is_in_month]


def month_of(trainings: QuerySet[Training], first: dt.date) -> Month:
    """The trainings of a month, on each of their days (one query)."""
    weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
    start, end = weeks[0][0], weeks[-1][-1]
    sessions = ArraySubquery(TrainingSession.objects.filter(training=OuterRef("pk")).values("held_on"))
    found = (
        trainings.filter(
            Q(sessions__held_on__range=(start, end))
            | Q(starts_on__lte=end, ends_on__gte=start)
            | Q(starts_on__range=(start, end))
        )
        .select_related("track")
        .annotate(held_days=sessions)
        .order_by("starts_on", "pk")
        .distinct()
    )
    by_day: dict[dt.date, list[Any]] = defaultdict(list)
    vague = []
    for training in found:
        if training.starts_precision == DatePrecision.DAY or training.held_days:
            for held_on in days_of(training):
                by_day[held_on].append(training)
        elif training.starts_precision == DatePrecision.MONTH and training.starts_on == first:
            vague.append(training)
    return Month(
        first,
        [[CalendarDay(day, day.month == first.month, by_day.get(day, [])) for day in week] for week in weeks],
        vague,
    )


def days_of(training: Any) -> Iterable[dt.date]:
    """The days of a training that was annotated with `held_days`; without any, from its first day to its last."""
    if training.held_days:
        return sorted(training.held_days)
    last = training.ends_on or training.starts_on
    return [training.starts_on + dt.timedelta(days=number) for number in range((last - training.starts_on).days + 1)]


def first_month(trainings: QuerySet[Training], today: dt.date) -> dt.date:
    """The month a calendar opens with: of the next training, else of the last one, else this month."""
    dated = trainings.exclude(state=TrainingState.CANCELLED).filter(starts_on__isnull=False)
    shown = dated.filter(starts_on__gte=today).order_by("starts_on").first() or dated.order_by("-starts_on").first()
    return (shown.starts_on if shown and shown.starts_on else today).replace(day=1)


def dated_trainings(trainings: QuerySet[Training]) -> QuerySet[Any]:
    """Those a calendar can show, with `held_days` and the names of the co-ops (`cooperative_names`)."""
    sessions = TrainingSession.objects.filter(training=OuterRef("pk")).order_by("held_on")
    names = TrainingInvitation.objects.filter(training=OuterRef("pk")).order_by("cooperative__short_name")
    found: QuerySet[Any] = (
        trainings.filter(starts_on__isnull=False, starts_precision=DatePrecision.DAY)
        .annotate(
            held_days=ArraySubquery(sessions.values("held_on")),
            cooperative_names=ArraySubquery(names.values("cooperative__short_name")),
        )
        .order_by("starts_on", "pk")
    )
    return found
