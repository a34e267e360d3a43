"""What people learned: scores before and after, compared within one version of a test."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Avg, Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

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
    scores = Score.objects.filter(training=training)
    rows = _gains(scores.filter(cooperative=cooperative) if cooperative else scores)
    return read_gains(rows.values(*GAIN))


GAIN = ("instrument", "name", "version", "maximum", "people", "before", "after")


def gains_of(cooperative: Cooperative) -> ArraySubquery:
    """A column for trainings: their mean gains at this co-op, to be read by `read_gains`, without a further query."""
    rows = _gains(Score.objects.filter(training=OuterRef("pk"), cooperative=cooperative))
    return ArraySubquery(rows.values(json=JSONObject(**{name: name for name in GAIN})))


def read_gains(rows: Iterable[Mapping[str, Any]]) -> list[MeanGain]:
    """The mean gains, by name and version of the test."""
    found = []
    for row in sorted(rows, key=lambda row: (row["name"], row["version"])):
        maximum, before, after = (Decimal(str(row[name])) for name in ("maximum", "before", "after"))
        test = Instrument(pk=row["instrument"], name=row["name"], version=row["version"], maximum=maximum)
        found.append(MeanGain(test, row["people"], before, after))
    return found


def _gains(scores: QuerySet[Score]) -> QuerySet[Any]:
    """By version of the test: how many have a score before and one after, and the means of both."""
    same = {name: OuterRef(name) for name in ("training", "member", "instrument")}
    earlier = Score.objects.filter(moment=Moment.BEFORE, **same)
    both: QuerySet[Any] = (
        scores.filter(moment=Moment.AFTER)
        .annotate(points_before=Subquery(earlier.values("points")[:1]))
        .filter(points_before__isnull=False)
        .order_by()
        .values(
            "instrument", name=F("instrument__name"), version=F("instrument__version"), maximum=F("instrument__maximum")
        )
        .annotate(people=Count("pk"), before=Avg("points_before"), after=Avg("points"))
    )
    return both


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
