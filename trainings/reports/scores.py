"""What people learned: scores before and after, compared within one version of a test."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import Avg, Count, OuterRef, Q, Subquery

from cooperatives.models import Cooperative, Member
from trainings.models import Attendance, Instrument, Score, Training
from trainings.models.scores import Moment
from trainings.reports.attendance import PERSON


@dataclass(frozen=True)
class MeanGain:
    """How much people gained in the points of one version of a test. `people` were scored before and after with it."""

    instrument: Instrument
    people: int
    before: Decimal
    after: Decimal

    @property
    def gain(self) -> Decimal:
        """The mean of after minus before."""
        return self.after - self.before


def mean_gain(training: Training, cooperative: Cooperative | None = None) -> list[MeanGain]:
    """The mean gain by version of the test (one query), of one co-op or of all; empty where nobody has both scores."""
    earlier = Score.objects.filter(
        training=OuterRef("training"),
        member=OuterRef("member"),
        instrument=OuterRef("instrument"),
        moment=Moment.BEFORE,
    )
    both = Score.objects.filter(training=training, moment=Moment.AFTER).annotate(
        before=Subquery(earlier.values("points")[:1])
    )
    if cooperative:
        both = both.filter(cooperative=cooperative)
    rows = (
        both.filter(before__isnull=False)
        .order_by()
        .values("instrument", "instrument__name", "instrument__version", "instrument__maximum")
        .annotate(people=Count("pk"), mean_before=Avg("before"), mean_after=Avg("points"))
        .order_by("instrument__name", "instrument__version")
    )
    return [
        MeanGain(
            Instrument(
                pk=row["instrument"],
                name=row["instrument__name"],
                version=row["instrument__version"],
                maximum=row["instrument__maximum"],
            ),
            row["people"],
            row["mean_before"],
            row["mean_after"],
        )
        for row in rows
    ]


@dataclass(frozen=True)
class ScoreRow:
    """A person who came, with the scores there are, by moment."""

    member: Member
    scores: Mapping[str, Score] = field(default_factory=dict)

    @property
    def gain(self) -> Decimal | None:
        """After minus before, when both were taken with the same version of the test."""
        before, after = self.scores.get(Moment.BEFORE), self.scores.get(Moment.AFTER)
        if not before or not after or before.instrument_id != after.instrument_id:
            return None
        return after.points - before.points


def score_rows(training: Training, cooperative: Cooperative) -> Sequence[ScoreRow]:
    """The people of the co-op who came or were scored, by name (two queries)."""
    scores = Score.objects.filter(training=training, cooperative=cooperative).select_related("instrument")
    by_member: dict[int, dict[str, Score]] = {}
    for score in scores:
        by_member.setdefault(score.member_id, {})[score.moment] = score
    came = Attendance.objects.filter(session__training=training, cooperative=cooperative).order_by()
    people = Member.objects.filter(Q(pk__in=came.values(who=PERSON)) | Q(pk__in=list(by_member)))
    return [ScoreRow(member, by_member.get(member.pk, {})) for member in people.order_by("name_key", "pk")]
