"""Target against actual for all co-ops in one table, by year, with who has not reported."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import OuterRef, Q

from config.nested import nested
from cooperatives.models import Cooperative, Enrolment, Programme
from cooperatives.models.cooperatives import CooperativeQuerySet
from overview.reports.lines import Spark, spark_of
from overview.reports.readiness import readiness_values
from trainings.models import Indicator, Track
from trainings.reports.indicators import Book, Figure, FigureState, Total, read_book, total_of
from trainings.reports.progress import COUNTS, Ladder, ladders

BEFORE, AFTER = 15, 2  # years around today that are read
NAMED = 100  # co-ops in one list of those that have not reported
SILENT = (FigureState.NOT_REPORTED, FigureState.RETURNED)


@dataclass(frozen=True)
class Cell:
    """A figure with its trend since the value measured before, and its course; neither where the year has no value."""

    figure: Figure
    trend: str
    spark: Spark | None


@dataclass(frozen=True)
class ProgressRow:
    """One co-op: its ladder in the track, and a figure for each indicator. Without a track there is no ladder."""

    cooperative: Cooperative
    ladder: Ladder | None
    figures: Sequence[Figure]
    book: Book

    @cached_property
    def cells(self) -> list[Cell]:
        """The figures as they are shown; made when they are, since the page shows only some of the rows."""
        return [_cell(self.book, figure) for figure in self.figures]


@dataclass(frozen=True)
class Missing:
    """Who has reported nothing on an indicator for the year, though it has to be entered."""

    indicator: Indicator
    cooperatives: Sequence[Cooperative]

    @property
    def shown(self) -> Sequence[Cooperative]:
        """Those that the page names."""
        return self.cooperatives[:NAMED]

    @property
    def more(self) -> int:
        """How many it does not name."""
        return len(self.cooperatives) - len(self.shown)


@dataclass(frozen=True)
class ProgrammeProgress:
    """What the page shows. The last row adds up or averages the ones above it."""

    indicators: Sequence[Indicator]
    rows: Sequence[ProgressRow]
    ladder: Ladder | None
    totals: Sequence[Total]
    missing: Sequence[Missing]
    years: Sequence[int]
    year: int
    book: Book

    def figures(self) -> Iterator[tuple[Cooperative, Figure]]:
        """Every indicator shown, at every co-op shown, in every year anything is known of: for the file."""
        for row in self.rows:
            for indicator in self.indicators:
                for year in self.years:
                    yield row.cooperative, self.book.figure(indicator, row.cooperative.pk, year)


def programme_progress(
    cooperatives: CooperativeQuerySet,
    indicators: Sequence[Indicator],
    *,
    programme: Programme | None,
    track: Track | None,
    year: int | None,
    today: dt.date,
) -> ProgrammeProgress:
    """These co-ops in the track, or in what speaks of all tracks (three queries, and two where readiness is among it).

    Without `year`, the newest in which something was reported or counted: what is reckoned at a day, such as readiness,
    is known for this year alone, and would hide what was reported behind a page of gaps.
    """
    chosen = [one for one in indicators if one.track_id == (track.pk if track else None)]
    found = _cooperatives(cooperatives, programme, today)
    span = range(today.year - BEFORE, today.year + AFTER)
    keys = [row.pk for row in found]
    book = read_book(keys, chosen, span, readiness_values(keys, chosen, today))
    years = sorted(book.years) or [today.year]
    shown = year or _newest(book, years, today)
    rows = [_row(cooperative, chosen, book, shown, track) for cooperative in found]
    return ProgrammeProgress(
        indicators=chosen,
        rows=rows,
        ladder=_ladder_total(rows) if track else None,
        totals=[total_of(one, [row.figures[n] for row in rows]) for n, one in enumerate(chosen)],
        missing=_missing(chosen, rows),
        years=years,
        year=shown,
        book=book,
    )


def _newest(book: Book, years: Sequence[int], today: dt.date) -> int:
    reported = {key[2] for key in (*book.reported, *book.open, *book.people)}
    for known in (reported, years):
        if past := [year for year in known if year <= today.year]:
            return max(past)
    return today.year


def _cooperatives(cooperatives: CooperativeQuerySet, programme: Programme | None, today: dt.date) -> list[Any]:
    if programme:
        enrolled = Enrolment.objects.filter(Q(programme=programme) | Q(programme__part_of=programme))
        cooperatives = cooperatives.filter(pk__in=enrolled.values("cooperative"))
    counts = nested(ladders(OuterRef("pk"), today), "track", *COUNTS)
    return list(cooperatives.annotate(ladder_rows=counts).order_by("short_name", "pk"))


def _row(cooperative: Any, indicators: Sequence[Indicator], book: Book, year: int, track: Track | None) -> ProgressRow:
    found = {row.pop("track"): Ladder(**row) for row in map(dict, cooperative.ladder_rows)}
    figures = [book.figure(indicator, cooperative.pk, year) for indicator in indicators]
    return ProgressRow(cooperative, found.get(track.pk, Ladder()) if track else None, figures, book)


def _cell(book: Book, figure: Figure) -> Cell:
    if figure.actual is None:
        return Cell(figure, "", None)
    series = book.series(figure.indicator, figure.cooperative, range(figure.year - BEFORE, figure.year + 1))
    return Cell(figure, series.trend, spark_of(series))


def _ladder_total(rows: Sequence[ProgressRow]) -> Ladder:
    known = [row.ladder for row in rows if row.ladder]
    return Ladder(**{name: sum(getattr(ladder, name) for ladder in known) for name in COUNTS})


def _missing(indicators: Sequence[Indicator], rows: Sequence[ProgressRow]) -> list[Missing]:
    """A value that was returned is not reported yet; one that waits is, and so is one said to be not measured."""
    found = []
    for number, indicator in enumerate(indicators):
        late = [row.cooperative for row in rows if row.figures[number].state in SILENT]
        if indicator.is_typed and late:
            found.append(Missing(indicator, late))
    return found
