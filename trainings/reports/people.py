"""Counting people, by the two rules the funders use. See docs/decisions/0004-counting-people.md.

Unique people: a person counts once in a reporting year (the calendar year), however many trainings; awareness meetings
do not count. Participations: a person counts once at every training, of whatever kind; where only heads were counted,
the day with most of them counts. Of whom sex or year of birth is not known counts in the total, as not recorded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Case, Count, F, Q, QuerySet, When
from django.db.models.functions import ExtractYear

from cooperatives.models.members import Sex
from trainings.models import Attendance, HeadCount, Training
from trainings.models.trainings import TrainingKind
from trainings.reports.attendance import PERSON

SEXES: Mapping[str, str] = {Sex.WOMAN: "women", Sex.MAN: "men", Sex.OTHER: "other"}
YOUNG = 30  # people are young below this age, in the year of the training


@dataclass(frozen=True)
class PeopleCount:
    """People, each counted once."""

    women: int = 0
    men: int = 0
    other: int = 0
    unrecorded: int = 0

    @property
    def total(self) -> int:
        """Everybody."""
        return self.women + self.men + self.other + self.unrecorded


def of_person(column: str) -> Case:
    """A column of the entry that stands for the person behind an attendance."""
    merged = When(member__merged_into__isnull=False, then=F(f"member__merged_into__{column}"))
    return Case(merged, default=F(f"member__{column}"))


def _named(attendances: QuerySet[Attendance]) -> QuerySet[Any]:
    """Attendances with the person behind them."""
    found: QuerySet[Any] = attendances.order_by().annotate(
        person=PERSON,
        sex=of_person("sex"),
        birth_year=of_person("birth_year"),
        year=ExtractYear("session__held_on"),
    )
    return found


def people_trained(cooperatives: Iterable[int], years: Iterable[int]) -> dict[tuple[int, int | None, int], PeopleCount]:
    """Unique people trained, by co-op, track and reporting year (two queries); where nobody was, there is no key.

    The key is (co-op, track, year). Under the track None stand the people of all tracks together, trainings without a
    track among them: fewer than the sum of the tracks when somebody took part in two.
    """
    counted = _named(
        Attendance.objects.filter(cooperative__in=list(cooperatives), session__held_on__year__in=list(years)).exclude(
            session__training__kind=TrainingKind.AWARENESS
        )
    )
    sexes = {
        "women": Count("person", distinct=True, filter=Q(sex=Sex.WOMAN)),
        "men": Count("person", distinct=True, filter=Q(sex=Sex.MAN)),
        "other": Count("person", distinct=True, filter=Q(sex=Sex.OTHER)),
        "unrecorded": Count("person", distinct=True, filter=Q(sex="")),
    }
    track = F("session__training__track")
    by_track = counted.filter(session__training__track__isnull=False).values("cooperative", "year", track=track)
    rows = [*by_track.annotate(**sexes), *counted.values("cooperative", "year").annotate(**sexes)]
    return {
        (row["cooperative"], row.get("track"), row["year"]): PeopleCount(*(row[name] for name in sexes)) for row in rows
    }


@dataclass
class Tally:
    """People or participations by sex and by age band; each of the two adds up to the total."""

    total: int = 0
    women: int = 0
    men: int = 0
    other: int = 0
    unrecorded: int = 0
    young: int = 0
    older: int = 0
    age_unrecorded: int = 0

    def add(self, sex: str, age: int | None) -> None:
        """One more."""
        self.total += 1
        column = SEXES.get(sex, "unrecorded")
        setattr(self, column, getattr(self, column) + 1)
        if age is None:
            self.age_unrecorded += 1
        elif age < YOUNG:
            self.young += 1
        else:
            self.older += 1

    def add_heads(self, heads: Heads) -> None:
        """A head count."""
        self.total += heads.total
        self.women += heads.women
        self.men += heads.men
        self.unrecorded += heads.unrecorded
        if heads.young is None:
            self.age_unrecorded += heads.total
        else:
            self.young += heads.young
            self.older += heads.total - heads.young


@dataclass(frozen=True)
class Heads:
    """People counted without names. `young` is None where it was not recorded."""

    women: int
    men: int
    unrecorded: int
    young: int | None

    @property
    def total(self) -> int:
        """Everybody counted."""
        return self.women + self.men + self.unrecorded


@dataclass
class Counted:
    """What one row of the report says, by both rules."""

    unique: Tally = field(default_factory=Tally)
    participations: Tally = field(default_factory=Tally)
    by_heads: int = 0
    at_awareness: int = 0


@dataclass(frozen=True)
class Mark:
    """A person at a training in a year, whatever the number of its days."""

    person: int
    sex: str
    birth_year: int | None
    year: int
    cooperative: int
    training: int
    track: int | None
    programme: int
    is_awareness: bool


Key = Callable[[Mark], int | None]
KEYS: Mapping[str, Key] = {
    "cooperative": lambda mark: mark.cooperative,
    "track": lambda mark: mark.track,
    "programme": lambda mark: mark.programme,
    "year": lambda mark: mark.year,
}


@dataclass(frozen=True)
class PeopleReport:
    """The rows by their key (None: no track), all of it together, and the years there is anything about."""

    rows: Mapping[int | None, Counted]
    total: Counted
    years: Sequence[int]


def people_report(trainings: QuerySet[Training], *, by: str, year: int | None = None) -> PeopleReport:
    """Both counts of these trainings (two queries), one row for each co-op, track, programme or year.

    Without `year` the latest there is; by year it is all of them, and in the total a person counts once in each.
    """
    marks, heads = _marks(trainings), _heads(trainings)
    years = sorted({mark.year for mark in marks} | {mark.year for mark, _heads in heads}, reverse=True)
    chosen = set(years) if by == "year" else {year if year is not None else max(years, default=0)}
    marks = [mark for mark in marks if mark.year in chosen]
    heads = [(mark, one) for mark, one in heads if mark.year in chosen]
    key = KEYS[by]
    rows: dict[int | None, Counted] = defaultdict(Counted)
    for name in {key(mark) for mark in marks} | {key(mark) for mark, _heads in heads}:
        _count(
            rows[name],
            [mark for mark in marks if key(mark) == name],
            [(mark, one) for mark, one in heads if key(mark) == name],
        )
    total = Counted()
    _count(total, marks, heads)
    return PeopleReport(dict(rows), total, years)


def _count(counted: Counted, marks: Sequence[Mark], heads: Sequence[tuple[Mark, Heads]]) -> None:
    """Count by both rules; `heads` has all days, of which the largest of a co-op and training counts."""
    unique = {(mark.person, mark.year): mark for mark in marks if not mark.is_awareness}
    for mark in unique.values():
        counted.unique.add(mark.sex, _age(mark))
    taken = {(mark.person, mark.training): mark for mark in marks}
    for mark in taken.values():
        counted.participations.add(mark.sex, _age(mark))
        counted.at_awareness += mark.is_awareness
    names: dict[tuple[int, int], set[int]] = defaultdict(set)
    for mark in marks:
        names[mark.training, mark.cooperative].add(mark.person)
    largest: dict[tuple[int, int], tuple[Mark, Heads]] = {}
    for mark, one in heads:
        place = (mark.training, mark.cooperative)
        if place not in largest or one.total > largest[place][1].total:
            largest[place] = (mark, one)
    for place, (mark, one) in largest.items():
        beyond = _beyond(one, len(names[place]))
        counted.participations.add_heads(beyond)
        counted.by_heads += beyond.total
        counted.at_awareness += beyond.total * mark.is_awareness


def _beyond(heads: Heads, named: int) -> Heads:
    """What a head count adds to the people whose names another day of the same training has: those beyond them."""
    if not named:
        return heads
    return Heads(0, 0, max(0, heads.total - named), None)


def _age(mark: Mark) -> int | None:
    return None if mark.birth_year is None else mark.year - mark.birth_year


def _marks(trainings: QuerySet[Training]) -> list[Mark]:
    rows = _named(Attendance.objects.filter(session__training__in=trainings.order_by().values("pk")))
    columns = ("person", "sex", "birth_year", "year", "cooperative", "session__training")
    about = ("session__training__track", "session__training__programme", "session__training__kind")
    found = rows.values_list(*columns, *about).distinct().order_by("year", "session__training", "person")
    return [_mark(*row) for row in found]


def _mark(
    person: int, sex: str, birth_year: int | None, year: int, cooperative: int, training: int, *about: Any
) -> Mark:
    track, programme, kind = about
    is_awareness = kind == TrainingKind.AWARENESS
    return Mark(person, sex, birth_year, year, cooperative, training, track, programme, is_awareness)


def _heads(trainings: QuerySet[Training]) -> list[tuple[Mark, Heads]]:
    """Every head count; the mark tells where it belongs, without a person."""
    rows = HeadCount.objects.filter(session__training__in=trainings.order_by().values("pk"))
    found = rows.select_related("session__training").order_by("session__held_on", "pk")
    return [
        (
            Mark(
                person=0,
                sex="",
                birth_year=None,
                year=row.session.held_on.year,
                cooperative=row.cooperative_id,
                training=row.session.training_id,
                track=row.session.training.track_id,
                programme=row.session.training.programme_id,
                is_awareness=row.session.training.kind == TrainingKind.AWARENESS,
            ),
            Heads(row.women, row.men, row.unrecorded, row.under_30),
        )
        for row in found
    ]
