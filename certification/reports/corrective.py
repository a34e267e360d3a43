"""The board of corrective measures: mine, overdue, due soon, waiting for others; by co-op and across."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet

from certification.models import Attachment, NonConformity
from certification.models.findings import DONE, DUE, WITH_COOPERATIVE, FindingState, NonConformityQuerySet
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

    def of(self, cooperative: Cooperative) -> Corrective:
        """The same for one co-op."""
        return Corrective([one for one in self.measures if one.finding.cooperative_id == cooperative.pk])

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


@dataclass(frozen=True)
class FindingPage:
    """One non-conformity on a day, with its papers. `is_own_submission`: the person may not verify it."""

    finding: NonConformity
    days_left: int
    papers: Sequence[Attachment]
    is_own_submission: bool

    @property
    def is_with_cooperative(self) -> bool:
        """A measure can be proposed, and evidence submitted."""
        return self.finding.state in WITH_COOPERATIVE

    @property
    def is_submitted(self) -> bool:
        """Somebody else has to look at the evidence; the co-op can still submit anew."""
        return self.finding.state == FindingState.SUBMITTED

    @property
    def is_verified(self) -> bool:
        """It can be closed."""
        return self.finding.state == FindingState.VERIFIED

    @property
    def is_overdue(self) -> bool:
        """With the co-op and past its day."""
        return self.is_with_cooperative and self.days_left < 0


def finding_page(finding: NonConformity, *, on: dt.date, user: User) -> FindingPage:
    """One non-conformity with its papers (one query)."""
    is_own = finding.submitted_by_id == user.pk
    return FindingPage(finding, finding.days_left(on), list(finding.attachments.all()), is_own)


def findings_of(cooperative: Cooperative, *, state: str = "") -> QuerySet[Any]:
    """The non-conformities of a co-op, the first due first: those not done, "all", or those in one state."""
    rows: QuerySet[Any] = NonConformity.objects.filter(cooperative=cooperative)
    if not state:
        rows = rows.exclude(state__in=DONE)
    elif state != "all":
        rows = rows.filter(state=state)
    related = ("file__scheme", "criterion__section", "responsible")
    found: QuerySet[Any] = rows.select_related(*related).annotate(papers=Count("attachments")).order_by(DUE, "pk")
    return found
