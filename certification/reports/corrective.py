"""The board of corrective measures: mine, overdue, due soon, waiting for others; by co-op and across."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from certification.models import NonConformity
from certification.models.findings import DUE, WITH_COOPERATIVE, FindingState, NonConformityQuerySet
from cooperatives.models import Cooperative, User

SOON = 30  # days


@dataclass(frozen=True)
class Measure:
    """An open non-conformity on a day; `days_left` is negative once it is overdue."""

    finding: NonConformity
    days_left: int
    papers: int
    is_mine: bool

    @property
    def is_with_cooperative(self) -> bool:
        """The co-op has to act."""
        return self.finding.state in WITH_COOPERATIVE

    @property
    def is_overdue(self) -> bool:
        """With the co-op and past its day."""
        return self.is_with_cooperative and self.days_left < 0

    @property
    def is_soon(self) -> bool:
        """With the co-op and due within 30 days."""
        return self.is_with_cooperative and 0 <= self.days_left <= SOON


@dataclass(frozen=True)
class Corrective:
    """All open measures, the first due first, and the groups of the board. One may be in several groups."""

    measures: Sequence[Measure]

    @property
    def mine(self) -> list[Measure]:
        """Those the person is responsible for."""
        return [measure for measure in self.measures if measure.is_mine]

    @property
    def overdue(self) -> list[Measure]:
        """Past their day."""
        return [measure for measure in self.measures if measure.is_overdue]

    @property
    def soon(self) -> list[Measure]:
        """Due within 30 days."""
        return [measure for measure in self.measures if measure.is_soon]

    @property
    def later(self) -> list[Measure]:
        """With the co-op, and due after that."""
        return [one for one in self.measures if one.is_with_cooperative and one.days_left > SOON]

    @property
    def to_verify(self) -> list[Measure]:
        """Submitted, waiting for somebody who did not submit them."""
        return [one for one in self.measures if one.finding.state == FindingState.SUBMITTED]

    @property
    def to_close(self) -> list[Measure]:
        """Verified and not closed."""
        return [one for one in self.measures if one.finding.state == FindingState.VERIFIED]

    @property
    def majors(self) -> list[Measure]:
        """The major ones."""
        return [one for one in self.measures if one.finding.is_major]

    @property
    def by_cooperative(self) -> list[tuple[Cooperative, list[Measure]]]:
        """The measures of each co-op, by its name."""
        found: dict[Cooperative, list[Measure]] = {}
        for one in self.measures:
            found.setdefault(one.finding.cooperative, []).append(one)
        return sorted(found.items(), key=lambda item: (item[0].short_name, item[0].pk))


def corrective(cooperatives: Any, *, on: dt.date, user: User) -> Corrective:
    """The open measures of `cooperatives` (a query set) as one person sees them (one query)."""
    findings = NonConformity.objects.filter(cooperative__in=cooperatives)
    assert isinstance(findings, NonConformityQuerySet)  # noqa: S101
    rows: Any = (
        findings.open()
        .select_related("cooperative", "file__scheme", "criterion", "responsible", "submitted_by")
        .annotate(papers=Count("attachments"))
        .order_by(DUE, "pk")
    )
    return Corrective([Measure(row, row.days_left(on), row.papers, row.responsible_id == user.pk) for row in rows])
