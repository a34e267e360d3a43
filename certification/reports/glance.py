"""Where certification stands at each co-op, at a glance: for a board and a dossier."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from certification.models import CertificationFile
from certification.models.audits import AssessmentState
from certification.models.files import FileState
from certification.reports.arithmetic import verdict
from certification.reports.dates import LABELS
from certification.reports.known import Known, known_of, with_known
from certification.reports.path import NextStep, next_step
from certification.reports.readiness import readiness_from
from certification.reports.standing import Readiness
from config.prepared import prepared


@dataclass(frozen=True)
class NextDate:
    """The next date of a file that has not gone by; `kind` as in the calendar."""

    kind: str
    on: dt.date
    days_left: int

    @property
    def label(self) -> str:
        """What happens on that day."""
        return str(LABELS[self.kind])


@dataclass(frozen=True)
class Glance:
    """One file in a few words. `overdue` counts measures that wait for the co-op past their day."""

    file: CertificationFile
    days: int | None
    readiness: Readiness
    next_step: NextStep
    next_date: NextDate | None
    open_findings: int
    open_majors: int
    overdue: int

    @property
    def verdict(self) -> str:
        """The verdict of readiness in a few words."""
        return verdict(self.readiness)

    @property
    def says_only_certified(self) -> bool:
        """Known from a source alone, and nothing but that it is certified: the certificate beside it says the same."""
        file = self.file
        return file.is_historic and file.state == FileState.CERTIFIED and not (self.open_findings or self.next_date)


def glances(cooperatives: Any, *, on: dt.date) -> dict[int, list[Glance]]:
    """The files of `cooperatives` by the key of the co-op (two queries); those kept here before historic ones."""
    known = {row: known_of(row) for row in _files(*cooperatives)}
    ready = readiness_from(known, on=on)
    found: dict[int, list[Glance]] = {}
    for file, belongs in known.items():
        found.setdefault(file.cooperative_id, []).append(_glance(file, belongs, ready[file.pk], on))
    return found


@prepared
def _files(*cooperatives: int) -> QuerySet[CertificationFile]:
    files = CertificationFile.objects.filter(cooperative__in=cooperatives)
    return with_known(files.select_related("scheme", "version__standard"), answers=True).order_by("is_historic", "-pk")


def _glance(file: CertificationFile, known: Known, ready: Readiness, on: dt.date) -> Glance:
    overdue = sum(one.is_with_cooperative and one.current_due_on < on for one in known.open_findings)
    return Glance(
        file=file,
        days=file.days_in_state(on),
        readiness=ready,
        next_step=next_step(file, known, on),
        next_date=_next_date(known, on),
        open_findings=len(known.open_findings),
        open_majors=len(known.open_majors),
        overdue=overdue,
    )


def _next_date(known: Known, on: dt.date) -> NextDate | None:
    ahead = [(day, kind) for kind, day in _dates(known) if day >= on]
    if not ahead:
        return None
    day, kind = min(ahead)
    return NextDate(kind, day, (day - on).days)


def _dates(known: Known) -> Iterator[tuple[str, dt.date]]:
    if known.certificates and (until := known.certificates[-1].valid_until_on):
        yield "certificate", until
    yield from (
        ("permission", row.until_on) for row in known.permissions if row.until_on is not None and not row.ended_at
    )
    planned = (row.planned_on for row in known.assessments if row.state == AssessmentState.PLANNED)
    yield from (("audit", day) for day in planned if day)
    if known.suspended_until:
        yield "suspension", known.suspended_until
    yield from (("measure", row.current_due_on) for row in known.open_findings if row.is_with_cooperative)
