"""Counting people, by the two rules the funders use. See docs/decisions/0004-counting-people.md.

Unique people: a person counts once in a reporting year (the calendar year), however many trainings; awareness meetings
do not count. Participations: a person counts once at every training, of whatever kind; where only heads were counted,
the day with most of them counts. Of whom sex or year of birth is not known counts in the total, as not recorded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, TypeVar

from django.db.models import Case, Exists, F, Max, Min, Q, QuerySet, Sum, Value, When
from django.db.models.functions import ExtractYear

from cooperatives.models import Member, Programme
from cooperatives.models.members import Sex
from trainings.access import trainings_of_programme
from trainings.models import Attendance, HeadCount, PeopleTrained, Training
from trainings.models.trained import COUNTS, UNIQUE, YOUNG
from trainings.models.trainings import TrainingKind
from trainings.reports.attendance import PERSON

T = TypeVar("T")
SEXES: Mapping[str, str] = {Sex.WOMAN: "women", Sex.MAN: "men", Sex.OTHER: "other"}


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


def people_trained(
    cooperatives: Iterable[int], years: Iterable[int], tracks: Iterable[int | None] | None = None
) -> dict[tuple[int, int | None, int], PeopleCount]:
    """Unique people trained, by co-op, track and reporting year (one query); where nobody was, there is no key.

    The key is (co-op, track, year). Under the track None stand the people of all tracks together, trainings without a
    track among them: fewer than the sum of the tracks when somebody took part in two. `tracks` reads only these keys.
    """
    counts = PeopleTrained.objects.filter(cooperative__in=list(cooperatives), year__in=list(years), programme=None)
    counts = counts.filter(Q(is_together=True) | Q(track__isnull=False))
    if tracks is not None:
        wanted = set(tracks)
        of_tracks = Q(track__in=wanted - {None})
        counts = counts.filter(of_tracks | Q(is_together=True) if None in wanted else of_tracks)
    columns = ("cooperative", "track", "year", "women", "men", "other", "unrecorded")
    rows = counts.order_by().values_list(*columns)
    found = {(cooperative, track, year): PeopleCount(*people) for cooperative, track, year, *people in rows}
    return {key: count for key, count in found.items() if count.total}


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

    def plus(self, other: Tally, times: int = 1) -> None:
        """As many more as another tally has, or with -1 as many fewer."""
        for column in fields(self):
            setattr(self, column.name, getattr(self, column.name) + times * getattr(other, column.name))

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

    def plus(self, other: Counted, times: int = 1) -> None:
        """The same of the whole row."""
        self.unique.plus(other.unique, times)
        self.participations.plus(other.participations, times)
        self.by_heads += times * other.by_heads
        self.at_awareness += times * other.at_awareness


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


def people_report(programme: Programme, *, by: str, year: int | None = None) -> PeopleReport:
    """Both counts of the trainings of a programme and its parts, one row for each co-op, track, programme or year.

    Four queries, of stored counts; only what these do not say is counted from the rows. Without `year` the latest
    there is; by year it is all of them, and in the total a person counts once in each.
    """
    trainings = trainings_of_programme(programme)
    heads = _heads(trainings)
    stored = PeopleTrained.objects.filter(_scope(programme), is_together=True).order_by()
    known = {*stored.values_list("year", flat=True).distinct()} | {mark.year for mark, _heads in heads}
    years = sorted(known, reverse=True)
    chosen = set(years) if by == "year" else {year if year is not None else max(years, default=0)}
    marks = [mark for mark in _marks_apart(trainings) if mark.year in chosen]
    heads = [(mark, one) for mark, one in heads if mark.year in chosen]
    key = KEYS[by]
    rows, total = _stored(programme, by, chosen)
    own_marks, own_heads = _grouped(marks, key), _grouped(heads, lambda counted: key(counted[0]))
    for name in rows.keys() | own_heads.keys():
        _count_apart(rows[name], own_marks[name])
        _count_heads(rows[name], own_heads[name], own_marks[name])
    _count_apart(total, marks)
    _count_heads(total, heads, marks)
    return PeopleReport(dict(rows), total, years)


def _grouped(items: Iterable[T], key: Callable[[T], int | None]) -> dict[int | None, list[T]]:
    groups: dict[int | None, list[T]] = defaultdict(list)
    for one in items:
        groups[key(one)].append(one)
    return groups


def _scope(programme: Programme) -> Q:
    """The stored counts of all trainings of the programme, with those of its parts where it has any."""
    return Q(programme=programme, with_parts=Exists(Programme.objects.filter(part_of=programme)))


def _stored(programme: Programme, by: str, years: Collection[int]) -> tuple[dict[int | None, Counted], Counted]:
    """The stored counts, added up by row, and all together: there a person in two tracks or parts counts once."""
    chosen = Q(_scope(programme), is_together=True)
    is_total: Any = Value(0)
    if by == "track":
        chosen, is_total = _scope(programme), F("is_together")
    elif by == "programme":
        alone = Q(programme=programme) | Q(programme__part_of=programme)
        chosen, is_total = chosen | Q(alone, with_parts=False, is_together=True), F("with_parts")
    added: QuerySet[Any] = PeopleTrained.objects.filter(chosen, year__in=years).order_by()
    added = added.values(at=F(by), is_total=is_total).annotate(**{f"sum_{name}": Sum(name) for name in COUNTS})
    rows: dict[int | None, Counted] = defaultdict(Counted)
    totals = []
    for row in added:
        counted = _counted({name: row[f"sum_{name}"] for name in COUNTS})
        if row["is_total"]:
            totals.append(counted)
        else:
            rows[row["at"]] = counted
    total = Counted()
    for counted in totals or rows.values():
        total.plus(counted)
    return rows, total


def _counted(sums: Mapping[str, int]) -> Counted:
    unique, came = (Tally(**{name: sums[f"{prefix}{name}"] for name in UNIQUE}) for prefix in ("", "came_"))
    for tally in (unique, came):
        tally.total = tally.women + tally.men + tally.other + tally.unrecorded
        tally.older = tally.total - tally.young - tally.age_unrecorded
    return Counted(unique, came, at_awareness=sums["came_awareness"])


def _count_apart(counted: Counted, marks: Sequence[Mark]) -> None:
    """Where stored counts of co-ops and years are added up: once whoever these marks show in two of them."""
    places: dict[tuple[int, int], list[Mark]] = defaultdict(list)
    for mark in marks:
        places[mark.cooperative, mark.year].append(mark)
    if len(places) > 1:
        for apart in places.values():
            counted.plus(_count(apart), -1)
        counted.plus(_count(marks))


def _count(marks: Sequence[Mark]) -> Counted:
    """Count by both rules."""
    counted = Counted()
    unique = {(mark.person, mark.year): mark for mark in marks if not mark.is_awareness}
    for mark in unique.values():
        counted.unique.add(mark.sex, _age(mark))
    taken = {(mark.person, mark.training): mark for mark in marks}
    for mark in taken.values():
        counted.participations.add(mark.sex, _age(mark))
        counted.at_awareness += mark.is_awareness
    return counted


def _count_heads(counted: Counted, heads: Sequence[tuple[Mark, Heads]], marks: Sequence[Mark]) -> None:
    """Add heads, of which the largest day of a co-op and training counts; `marks` has the names beside them."""
    names: dict[tuple[int, int], set[int]] = defaultdict(set)
    for mark in marks if heads else ():
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


def _marks_apart(trainings: QuerySet[Training]) -> list[Mark]:
    """The marks that stored counts do not say enough of, out of the rows.

    They are those of people whose entries in two co-ops were merged, those of trainings with days in two years, and
    those of trainings where heads were counted as well.
    """
    rows = _named(Attendance.objects.filter(session__training__in=trainings.order_by().values("pk")))
    moved = Member.objects.exclude(merged_into__cooperative=F("cooperative")).filter(merged_into__isnull=False)
    people = moved.values("merged_into")
    entries = Member.objects.filter(Q(pk__in=people) | Q(merged_into__in=people))
    days = trainings.order_by().annotate(first=Min("sessions__held_on__year"), last=Max("sessions__held_on__year"))
    counted = HeadCount.objects.filter(session__training__in=trainings.order_by().values("pk"))
    columns = ("person", "sex", "birth_year", "year", "cooperative", "session__training")
    about = ("session__training__track", "session__training__programme", "session__training__kind")
    chosen = (
        Q(member__in=entries.values("pk")),
        Q(session__training__in=days.filter(last__gt=F("first")).values("pk")),
        Q(session__training__in=counted.order_by().values("session__training")),
    )
    first, *others = (rows.filter(one).values_list(*columns, *about) for one in chosen)
    return [_mark(*row) for row in first.union(*others).order_by("year", "session__training", "person")]


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
