"""Progress as a tidy table: one row a co-op, indicator and year, stable column names in English, real numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from cooperatives.models import Cooperative
from trainings.reports.indicators import Figure

PROGRESS_COLUMNS = (
    "cooperative",
    "track",
    "indicator",
    "indicator_name",
    "unit",
    "direction",
    "year",
    "baseline",
    "baseline_on",
    "target",
    "target_of",
    "actual",
    "women",
    "men",
    "other",
    "sex_not_recorded",
    "state",
    "target_met",
    "measured_on",
    "source",
    "computed",
    "example",
)


def progress_rows(figures: Iterable[tuple[Cooperative, Figure]]) -> Iterator[tuple[Any, ...]]:
    """The header, then a row a figure; None where something is not recorded. A yes is 1 and a no is 0."""
    yield PROGRESS_COLUMNS
    for cooperative, figure in figures:
        indicator, parts, reported = figure.indicator, figure.parts, figure.reported
        yield (
            cooperative.slug,
            indicator.track.slug if indicator.track else None,
            indicator.slug,
            indicator.name,
            indicator.unit,
            indicator.direction,
            figure.year,
            figure.baseline.value if figure.baseline else None,
            figure.baseline.on if figure.baseline else None,
            figure.target,
            ("co-op" if figure.is_own_target else "programme") if figure.target is not None else None,
            figure.actual,
            *((parts.women, parts.men, parts.other, parts.unrecorded) if parts else (None,) * 4),
            figure.state.value,
            figure.is_met,
            reported.on if reported else None,
            reported.source if reported else None,
            not indicator.is_typed,
            cooperative.is_example,
        )
