"""A small chart of one indicator as the numbers an inline SVG needs: values, targets, gaps that stay gaps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise

from trainings.reports.indicators import Series

WIDTH, HEIGHT = 320, 150
LEFT, RIGHT, TOP, BOTTOM = 46, 14, 14, 34
SPARK_WIDTH, SPARK_HEIGHT = 72, 20


@dataclass(frozen=True)
class Point:
    """A value of a year."""

    x: int
    y: int
    year: int
    value: Decimal


@dataclass(frozen=True)
class Grid:
    """A line of the grid, with its value."""

    y: int
    value: Decimal


@dataclass(frozen=True)
class Chart:
    """Everything in a box of WIDTH by HEIGHT. `runs` join the values of years that follow each other."""

    points: Sequence[Point]
    runs: Sequence[str]
    targets: Sequence[str]
    baseline: int | None
    lines: Sequence[Grid]
    years: Sequence[tuple[int, int]]
    marks: Sequence[int]
    from_zero: bool
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    base: int = HEIGHT - BOTTOM

    @property
    def values(self) -> list[tuple[int, Decimal]]:
        """Every point in words: its year and its value."""
        return [(point.year, point.value) for point in self.points]

    @property
    def newest(self) -> Point:
        """The point that carries its number; there is one where `points` has any."""
        return self.points[-1]


@dataclass(frozen=True)
class Spark:
    """The course of a series as a line as small as a word; its lowest value lies at the bottom, gaps stay gaps."""

    values: Sequence[tuple[int, Decimal]]
    runs: Sequence[str]
    dots: Sequence[tuple[int, int]]
    width: int = SPARK_WIDTH
    height: int = SPARK_HEIGHT


def spark_of(series: Series) -> Spark | None:
    """The small line of a series; None for yes and no, and with fewer than three values."""
    values = [(figure.year, figure.actual) for figure in series.figures if figure.actual is not None]
    if len(values) < 3 or series.indicator.is_yes_no:
        return None
    low, high = min(value for _, value in values), max(value for _, value in values)
    span = values[-1][0] - values[0][0]

    def place(year: int, value: Decimal) -> tuple[int, int]:
        up = (value - low) / (high - low) if high > low else Decimal("0.5")
        return 3 + (SPARK_WIDTH - 6) * (year - values[0][0]) // span, int(SPARK_HEIGHT - 3 - up * (SPARK_HEIGHT - 6))

    dots = [place(year, value) for year, value in values]
    known = [year for year, _ in values]
    runs = [
        f"M{a[0]} {a[1]}L{b[0]} {b[1]}"
        for (a, b), (one, other) in zip(pairwise(dots), pairwise(known), strict=True)
        if other == one + 1
    ]
    return Spark(values, runs, dots)


def chart_of(series: Series, marks: Sequence[dt.date]) -> Chart | None:
    """The chart of a series, with `marks` (days on which something happened) below it; None without any value."""
    years = [figure.year for figure in series.figures]
    actual = {figure.year: figure.actual for figure in series.figures if figure.actual is not None}
    wanted = {figure.year: figure.target for figure in series.figures if figure.target is not None}
    known = [*actual.values(), *wanted.values(), *([series.baseline.value] if series.baseline else [])]
    if not known:
        return None
    from_zero = series.indicator.is_additive or min(known) < max(known) / 2
    low, high, step = _axis(Decimal(0) if from_zero else min(known), max(known))
    slot = (WIDTH - LEFT - RIGHT) / len(years)
    place = {year: int(LEFT + slot * (number + 0.5)) for number, year in enumerate(years)}

    def height(value: Decimal) -> int:
        return HEIGHT - BOTTOM - int((value - low) * (HEIGHT - TOP - BOTTOM) / (high - low))

    points = [Point(place[year], height(value), year, value) for year, value in actual.items()]
    half = int(slot * 0.42)
    every = -(-len(years) // 6)
    return Chart(
        points=points,
        runs=[f"M{a.x} {a.y}L{b.x} {b.y}" for a, b in pairwise(points) if b.year == a.year + 1],
        targets=[f"M{place[year] - half} {height(value)}H{place[year] + half}" for year, value in wanted.items()],
        baseline=height(series.baseline.value) if series.baseline else None,
        lines=[Grid(height(low + step * n), low + step * n) for n in range(int((high - low) / step) + 1)],
        years=[(place[year], year) for year in years[::every]],
        marks=[_mark(day, years, slot) for day in marks if years[0] <= day.year <= years[-1]],
        from_zero=from_zero,
    )


def _mark(day: dt.date, years: Sequence[int], slot: float) -> int:
    """Where a day lies: January at the left edge of its year."""
    return int(LEFT + slot * (day.year - years[0] + (day.timetuple().tm_yday - 1) / 366))


def _axis(low: Decimal, high: Decimal) -> tuple[Decimal, Decimal, Decimal]:
    """Round ends and a round step (1, 2 or 5 of a power of ten) that make at most four lines."""
    span = high - low or abs(high) or Decimal(1)
    power = Decimal(1).scaleb((span / 3).adjusted())
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor * 3 >= span)
    start = (low / step).to_integral_value(ROUND_FLOOR) * step
    end = (high / step).to_integral_value(ROUND_CEILING) * step
    return start, end if end > start else start + step, step
