"""Indicators: what was measured against what was wanted, by co-op and year. Only accepted values are figures.

Not measured is a gap, never zero. What is not split by sex stays in the total.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

from django.db.models import CharField, DateField, DecimalField, F, IntegerField, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast

from trainings.models import Indicator, IndicatorBaseline, IndicatorTarget, Measurement
from trainings.models.indicators import Computation, Direction
from trainings.models.measurements import PARTS, MeasurementState
from trainings.reports.people import PeopleCount, people_trained

# Values that another app computes, in the indicator's unit: (slug of the indicator, co-op, year) → value.
Given = Mapping[tuple[str, int, int], Decimal | None]
CENT = Decimal("0.01")


class FigureState(StrEnum):
    """What is known of an indicator at a co-op in a year."""

    MEASURED = "measured"
    NOT_MEASURED = "not measured"
    WAITING = "waiting"
    RETURNED = "returned"
    NOT_REPORTED = "not reported"


@dataclass(frozen=True)
class Reported:
    """A measurement as the union of the report brings it."""

    pk: int
    state: str
    value: Decimal | None
    parts: PeopleCount | None
    on: dt.date | None
    precision: str
    source: str


@dataclass(frozen=True)
class Baseline:
    """Where a co-op began, and when that was."""

    value: Decimal
    on: dt.date | None
    precision: str


@dataclass(frozen=True)
class Figure:
    """One indicator at one co-op in one year; `reported` is accepted, `open` waits or was returned."""

    indicator: Indicator
    cooperative: int
    year: int
    actual: Decimal | None = None
    parts: PeopleCount | None = None
    target: Decimal | None = None
    is_own_target: bool = False
    baseline: Baseline | None = None
    reported: Reported | None = None
    open: Reported | None = None

    @property
    def state(self) -> FigureState:
        """What is known."""
        if self.actual is not None:
            return FigureState.MEASURED
        if self.reported or not self.indicator.is_typed:
            return FigureState.NOT_MEASURED
        if self.open:
            is_back = self.open.state == MeasurementState.RETURNED
            return FigureState.RETURNED if is_back else FigureState.WAITING
        return FigureState.NOT_REPORTED

    @property
    def is_met(self) -> bool | None:
        """Whether the target of the year is reached; None while one of the two is not known."""
        if self.actual is None or self.target is None:
            return None
        is_up = self.indicator.direction == Direction.UP
        return self.actual >= self.target if is_up else self.actual <= self.target

    @property
    def gap(self) -> Decimal | None:
        """What is missing to the target, above zero while it is not met."""
        if self.actual is None or self.target is None:
            return None
        missing = self.target - self.actual
        return missing if self.indicator.direction == Direction.UP else -missing


@dataclass(frozen=True)
class Series:
    """One indicator at one co-op over the years, gaps included."""

    indicator: Indicator
    figures: Sequence[Figure]

    @property
    def baseline(self) -> Baseline | None:
        """Where the co-op began."""
        return self.figures[0].baseline if self.figures else None

    @property
    def measured(self) -> list[Figure]:
        """The years with a value."""
        return [figure for figure in self.figures if figure.actual is not None]

    @property
    def trend(self) -> str:
        """Whether the last value is "better", "worse" or the "same" as the one measured before; empty without two."""
        values = [figure.actual for figure in self.measured][-2:]
        if len(values) < 2 or values[0] is None or values[1] is None:
            return ""
        if values[0] == values[1]:
            return "same"
        return "better" if (values[1] > values[0]) == (self.indicator.direction == Direction.UP) else "worse"


@dataclass(frozen=True)
class Total:
    """An indicator over several co-ops in a year: their sum, or their unweighted average. `measured` of `count`."""

    indicator: Indicator
    actual: Decimal | None
    target: Decimal | None
    parts: PeopleCount | None
    measured: int
    with_target: int
    count: int


@dataclass
class Book:
    """All that is known of some indicators at some co-ops."""

    reported: dict[tuple[int, int, int], Reported] = field(default_factory=dict)
    open: dict[tuple[int, int, int], Reported] = field(default_factory=dict)
    own_targets: dict[tuple[int, int, int], Decimal] = field(default_factory=dict)
    targets: dict[tuple[int, int, int], Decimal] = field(default_factory=dict)
    baselines: dict[tuple[int, int], Baseline] = field(default_factory=dict)
    people: Mapping[tuple[int, int | None, int], PeopleCount] = field(default_factory=dict)
    given: Given = field(default_factory=dict)

    def figure(self, indicator: Indicator, cooperative: int, year: int) -> Figure:
        """What is known of this indicator at this co-op in this year."""
        key = (cooperative, indicator.pk, year)
        reported = self.reported.get(key)
        actual, parts = (reported.value, reported.parts) if reported else (None, None)
        if indicator.computation == Computation.PEOPLE_TRAINED:
            parts = self.people.get((cooperative, indicator.track_id, year))
            actual = None if parts is None else Decimal(parts.total)
        elif indicator.computation:
            actual = self.given.get((indicator.slug, cooperative, year))
        own = self.own_targets.get(key)
        return Figure(
            indicator=indicator,
            cooperative=cooperative,
            year=year,
            actual=actual,
            parts=parts,
            target=own if own is not None else self.targets.get(key),
            is_own_target=own is not None,
            baseline=self.baselines.get((cooperative, indicator.pk)),
            reported=reported,
            open=self.open.get(key),
        )

    @property
    def years(self) -> set[int]:
        """The years that anything is known of."""
        values = (*self.reported, *self.open, *self.own_targets, *self.targets, *self.people, *self.given)
        return {key[2] for key in values}

    def series(self, indicator: Indicator, cooperative: int, years: Iterable[int]) -> Series:
        """The same over several years."""
        return Series(indicator, [self.figure(indicator, cooperative, year) for year in years])


def active_indicators() -> QuerySet[Indicator]:
    """The indicators in use with their tracks, in order; those of all tracks come first."""
    return (
        Indicator.objects.filter(is_active=True)
        .select_related("track")
        .order_by(F("track__position").asc(nulls_first=True), "position", "pk")
    )


def read_book(
    cooperatives: Iterable[int], indicators: Sequence[Indicator], years: Sequence[int], given: Given | None = None
) -> Book:
    """What is known (two queries, one of them only where people trained are among the indicators)."""
    keys = list(cooperatives)
    counted = {one.track_id for one in indicators if one.computation == Computation.PEOPLE_TRAINED}
    book = Book(people=people_trained(keys, years, counted) if counted else {}, given=given or {})
    first, *others = _sources(keys, [indicator.pk for indicator in indicators], years)
    for kind, *row in first.union(*others, all=True):
        _enter(book, kind, *row)
    return book


def _enter(book: Book, kind: str, pk: int, cooperative: int, indicator: int, year: int, *said: Any) -> None:
    amount, women, men, other, unrecorded, on, precision, source = said
    key = (cooperative, indicator, year)
    value: Any = None if amount is None else amount.quantize(CENT)
    if kind == "baseline":
        book.baselines[cooperative, indicator] = Baseline(value, on, precision)
    elif kind == "own target":
        book.own_targets[key] = value
    elif kind == "target":
        book.targets.setdefault(key, value)
    else:
        parts = None if women is None else PeopleCount(women, men, other, unrecorded)
        found = book.reported if kind == MeasurementState.ACCEPTED else book.open
        found[key] = Reported(pk, kind, value, parts, on, precision, source)


def _sources(cooperatives: list[int], indicators: list[int], years: Sequence[int]) -> list[QuerySet[Any]]:
    """Measurements, targets and baselines as the same columns, so that one query brings them all."""
    measured = Measurement.objects.filter(cooperative__in=cooperatives, indicator__in=indicators, year__in=years)
    targets = IndicatorTarget.objects.filter(indicator__in=indicators, year__in=years, value__isnull=False)
    enrolled = targets.filter(
        Q(programme__enrolments__left_on__isnull=True) | Q(programme__enrolments__left_on__year__gte=F("year")),
        programme__enrolments__cooperative__in=cooperatives,
    )
    baselines = IndicatorBaseline.objects.filter(cooperative__in=cooperatives, indicator__in=indicators)
    dated = {"on": F("measured_on"), "precision": F("measured_precision"), "source": F("source")}
    people = {part: F(part) for part in PARTS}
    return [
        _lines(measured.exclude(state=MeasurementState.SUPERSEDED), F("state"), **people, **dated),
        _lines(targets.filter(cooperative__in=cooperatives), Value("own target")),
        _lines(enrolled, Value("target"), cooperative=F("programme__enrolments__cooperative")),
        _lines(baselines, Value("baseline"), year=Value(0), **dated),
    ]


def _lines(rows: QuerySet[Any], kind: Any, **columns: Any) -> QuerySet[Any]:
    whole, text = IntegerField(), TextField()
    wanted: dict[str, tuple[Any, Any]] = {
        "kind": (kind, CharField()),
        "key": (F("pk"), whole),
        "at": (columns.get("cooperative", F("cooperative")), whole),
        "of": (F("indicator"), whole),
        "in": (columns.get("year", F("year")), whole),
        "amount": (F("value"), DecimalField(max_digits=14, decimal_places=2)),
        **{part: (columns.get(part, Value(None)), whole) for part in PARTS},
        "on": (columns.get("on", Value(None)), DateField()),
        "precision": (columns.get("precision", Value("")), text),
        "source": (columns.get("source", Value("")), text),
    }
    lines = {f"line_{name}": Cast(value, kept) for name, (value, kept) in wanted.items()}
    found: QuerySet[Any] = rows.order_by("pk").annotate(**lines).order_by().values_list(*lines)
    return found


def total_of(indicator: Indicator, figures: Sequence[Figure]) -> Total:
    """The sum of what was measured, or its average where co-ops do not add up."""
    actuals = [figure.actual for figure in figures if figure.actual is not None]
    targets = [figure.target for figure in figures if figure.target is not None]
    split = [figure.parts for figure in figures if figure.parts is not None]
    return Total(
        indicator=indicator,
        actual=_together(indicator, actuals),
        target=_together(indicator, targets),
        parts=PeopleCount(*(sum(getattr(one, part) for one in split) for part in PARTS)) if split else None,
        measured=len(actuals),
        with_target=len(targets),
        count=len(figures),
    )


def _together(indicator: Indicator, values: Sequence[Decimal]) -> Decimal | None:
    if not values:
        return None
    total = sum(values, Decimal(0))
    return total if indicator.is_additive else total / len(values)
