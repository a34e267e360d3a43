"""How far co-ops have climbed the ladders: milestones accepted of those that apply, with the late ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from trainings.models import CooperativeMilestone, Measurement, Milestone
from trainings.models.measurements import MeasurementState
from trainings.models.milestones import MilestoneState, late, to_accept


@dataclass(frozen=True)
class Ladder:
    """A co-op on the ladder of a track: how many milestones apply, and where those stand."""

    applicable: int = 0
    accepted: int = 0
    reached: int = 0
    late: int = 0


@dataclass(frozen=True)
class Rung:
    """One milestone at one co-op on a day. Without a row nothing is recorded yet, and it is not due."""

    milestone: Milestone
    row: CooperativeMilestone | None
    state: MilestoneState


COUNTS = ("applicable", "accepted", "reached", "late")


def ladders(cooperative: Any, on: dt.date) -> QuerySet[Any]:
    """Rows of `track` with the COUNTS of a Ladder, for a co-op or for the row outside (`OuterRef`)."""
    owner = OuterRef(cooperative) if isinstance(cooperative, OuterRef) else cooperative
    own = CooperativeMilestone.objects.filter(milestone=OuterRef("pk"), cooperative=owner)
    found: QuerySet[Any] = (
        Milestone.objects.filter(is_active=True)
        .annotate(
            is_set_aside=Exists(own.filter(not_applicable_at__isnull=False)),
            is_accepted=Exists(own.filter(accepted_at__isnull=False)),
            is_reached=Exists(own.filter(to_accept())),
            is_late=Exists(own.filter(late(on))),
        )
        .order_by()
        .values("track")
        .annotate(
            applicable=Count("pk", filter=Q(is_set_aside=False)),
            accepted=Count("pk", filter=Q(is_accepted=True)),
            reached=Count("pk", filter=Q(is_reached=True)),
            late=Count("pk", filter=Q(is_late=True)),
        )
        .values("track", *COUNTS)
    )
    return found


def counts_of(rungs: Sequence[Rung]) -> Ladder:
    """The same from the rungs themselves."""
    states = [rung.state for rung in rungs]
    return Ladder(
        applicable=len(states) - states.count(MilestoneState.NOT_APPLICABLE),
        accepted=states.count(MilestoneState.ACCEPTED),
        reached=states.count(MilestoneState.REACHED),
        late=states.count(MilestoneState.LATE),
    )


@dataclass(frozen=True)
class Waiting:
    """What waits for a manager, oldest first."""

    milestones: Sequence[CooperativeMilestone]
    measurements: Sequence[Measurement]

    def __len__(self) -> int:
        return len(self.milestones) + len(self.measurements)


WAITING = 200  # rows of each kind on one page; more are not waited on by one person


def waiting(cooperatives: QuerySet[Any]) -> Waiting:
    """What these co-ops reported and nobody accepted yet (two queries)."""
    milestones = CooperativeMilestone.objects.filter(
        to_accept(), milestone__is_active=True, cooperative__in=cooperatives
    )
    measurements = Measurement.objects.filter(
        state=MeasurementState.ENTERED, indicator__is_active=True, cooperative__in=cooperatives
    )
    return Waiting(
        list(
            milestones.select_related("cooperative", "milestone__track", "reported_by").order_by("reported_at")[
                :WAITING
            ]
        ),
        list(measurements.select_related("cooperative", "indicator", "entered_by").order_by("entered_at")[:WAITING]),
    )
