"""A co-op in one track: the ladder, the indicators over the years, and the trainings, in four queries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import FilteredRelation, OuterRef, Q, QuerySet

from config.nested import nested, read
from cooperatives.models import Cooperative, User
from overview.reports.lines import Chart, chart_of
from overview.reports.readiness import readiness_values
from trainings.models import CooperativeMilestone, Evidence, Indicator, Milestone, Track, Training
from trainings.models.milestones import MilestoneState
from trainings.models.trainings import TrainingState
from trainings.reports.indicators import Book, Series, read_book
from trainings.reports.progress import Ladder, Rung, counts_of
from trainings.reports.scores import MeanGain, gains_of, read_gains
from trainings.reports.trainings import trainings_of

BEFORE, AFTER = 15, 2  # years around today that a track page reads
TRAININGS = 60  # of the newest; the list of trainings has all
NAMES = ("name", "name_es", "name_pt", "guidance", "guidance_es", "guidance_pt")
OWN = (
    "id",
    "due_on",
    "reached_on",
    "reached_precision",
    "evidence",
    "reported_at",
    "reported_by_id",
    "accepted_at",
    "accepted_by_id",
    "returned_reason",
    "not_applicable_reason",
    "not_applicable_at",
)
FILE = ("id", "original_name", "content_type", "size")


@dataclass(frozen=True)
class Step:
    """A rung with the papers behind it."""

    rung: Rung
    files: Sequence[Evidence]


@dataclass(frozen=True)
class IndicatorLine:
    """An indicator over the years, with its chart; `latest` is the newest year that is said anything about."""

    series: Series
    chart: Chart | None


@dataclass(frozen=True)
class TrainingMark:
    """A training on the timeline, with the mean gain of the co-op's people for each version of a test."""

    training: Training
    gains: Sequence[MeanGain]


@dataclass(frozen=True)
class TrackPage:
    """What the page shows. `years` are those that anything is known of."""

    track: Track
    tracks: Sequence[Track]
    steps: Sequence[Step]
    ladder: Ladder
    lines: Sequence[IndicatorLine]
    trainings: Sequence[TrainingMark]
    years: Sequence[int]


def track_page(
    cooperative: Cooperative,
    key: str,
    *,
    today: dt.date,
) -> TrackPage | None:
    """The co-op in the track with this short key; None when there is none."""
    tracks: list[Any] = list(Track.objects.annotate(rung_rows=_rungs(cooperative), indicator_rows=_indicators()))
    track = next((track for track in tracks if track.slug == key), None)
    if track is None:
        return None
    steps = [_step(row, today) for row in track.rung_rows]
    indicators = read(Indicator, track.indicator_rows)
    span = range(today.year - BEFORE, today.year + AFTER)
    given = readiness_values([cooperative.pk], indicators, today)
    book = read_book([cooperative.pk], indicators, span, given)
    rows = trainings_of(cooperative, today).filter(track=track).annotate(gain_rows=gains_of(cooperative))
    held: list[Any] = list(rows[:TRAININGS])
    years = _years(book, held)
    marks = [one.starts_on for one in held if one.starts_on and _took_place(one)]
    return TrackPage(
        track=track,
        tracks=tracks,
        steps=steps,
        ladder=counts_of([step.rung for step in steps]),
        lines=[_line(book.series(one, cooperative.pk, years), marks) for one in indicators],
        trainings=[TrainingMark(one, read_gains(one.gain_rows)) for one in held],
        years=years,
    )


def _indicators() -> Any:
    indicators = Indicator.objects.filter(is_active=True, track=OuterRef("pk")).order_by("position", "pk")
    return nested(indicators, *(field.attname for field in Indicator._meta.concrete_fields))


def _rungs(cooperative: Cooperative) -> Any:
    milestones: QuerySet[Any] = (
        Milestone.objects.filter(is_active=True, track=OuterRef("pk"))
        .annotate(
            own=FilteredRelation(
                "cooperative_milestones", condition=Q(cooperative_milestones__cooperative=cooperative.pk)
            )
        )
        .order_by("position", "pk")
    )
    columns: dict[str, Any] = {name: f"own__{name}" for name in OWN}
    columns |= {f"step_{name}": name for name in ("pk", "slug", *NAMES)}
    columns |= {"reporter": "own__reported_by__name", "accepter": "own__accepted_by__name"}
    columns["files"] = nested(Evidence.objects.filter(milestone=OuterRef("own__pk")).order_by("uploaded_at"), *FILE)
    return nested(milestones, **columns)


def _step(row: dict[str, Any], today: dt.date) -> Step:
    milestone = Milestone(pk=row["step_pk"], slug=row["step_slug"], **{name: row[f"step_{name}"] for name in NAMES})
    own = read(CooperativeMilestone, [row])[0] if row["id"] else None
    if own:
        own.milestone = milestone
        for name, person in (("reported_by", row["reporter"]), ("accepted_by", row["accepter"])):
            if key := getattr(own, f"{name}_id"):
                setattr(own, name, User(pk=key, name=person))
    state = own.state(today) if own else MilestoneState.NOT_DUE
    return Step(Rung(milestone, own, state), read(Evidence, row["files"]))


def _years(book: Book, trainings: Sequence[Training]) -> list[int]:
    """All years from the first to the last that anything is known of."""
    found = book.years
    found |= {one.starts_on.year for one in trainings if one.starts_on and _took_place(one)}
    return list(range(min(found), max(found) + 1)) if found else []


def _took_place(training: Training) -> bool:
    return training.state not in (TrainingState.PLANNED, TrainingState.CANCELLED)


def _line(series: Series, marks: Sequence[dt.date]) -> IndicatorLine:
    return IndicatorLine(series, None if series.indicator.is_yes_no else chart_of(series, marks))
