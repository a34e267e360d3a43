"""The page of a certification file, and the files of a co-op with what comes next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from certification.models import (
    Assessment,
    Attachment,
    Certificate,
    CertificationFile,
    NonConformity,
    Step,
    TradePermission,
)
from certification.models.audits import AssessmentState
from certification.models.files import BARRED, FileState
from certification.reports.arithmetic import verdict
from certification.reports.known import Known, known_of, with_known
from certification.reports.moves import Move, moves, trade_blocked
from certification.reports.path import NextStep, next_step
from certification.reports.readiness import readiness_from
from certification.reports.standing import Readiness
from cooperatives.models import Cooperative

# In these states permission to trade can be granted.
MAY_TRADE = (FileState.AUDIT, FileState.CORRECTION, FileState.DECISION, FileState.CERTIFIED)


@dataclass(frozen=True)
class WithPapers:
    """A step, certificate or permission with its papers. `days_left` counts to its end; negative once it is over."""

    row: Any
    papers: Sequence[Attachment]
    days_left: int | None = None


@dataclass(frozen=True)
class FileCard:
    """A file in a list: what comes next, whether trade is allowed on the day, what is open."""

    file: CertificationFile
    days: int | None
    next_step: NextStep
    permission: TradePermission | None
    certificate: WithPapers | None
    open_findings: Sequence[NonConformity]
    open_majors: int


@dataclass(frozen=True)
class FilePage:
    """One file. `steps`, `certificates` and `permissions` newest first; `blocked` says why trade can't be granted."""

    card: FileCard
    readiness: Readiness
    verdict: str
    moves: Sequence[Move]
    blocked: str
    steps: Sequence[WithPapers]
    certificates: Sequence[WithPapers]
    permissions: Sequence[WithPapers]
    assessments: Sequence[Assessment]
    closed_findings: Sequence[NonConformity]

    @property
    def file(self) -> CertificationFile:
        """The file itself."""
        return self.card.file

    @property
    def may_grant(self) -> bool:
        """There was an audit, trade is not barred, and no major non-conformity is open."""
        return self.file.state in MAY_TRADE and not self.blocked

    @property
    def is_certified(self) -> bool:
        """A certificate can be recorded."""
        return self.file.state == FileState.CERTIFIED


def files_of(cooperative: Cooperative, *, on: dt.date) -> list[FileCard]:
    """The files of a co-op (one query)."""
    files = CertificationFile.objects.filter(cooperative=cooperative).select_related("scheme", "version__standard")
    return [_card(file, known_of(file), on) for file in with_known(files)]


def file_rows(cooperative: Cooperative) -> QuerySet[Any]:
    """The files of a co-op as `file_page` wants them."""
    files = CertificationFile.objects.filter(cooperative=cooperative)
    return with_known(files.select_related("scheme", "version__standard", "certifier"), papers=True, answers=True)


def file_page(row: Any, *, on: dt.date) -> FilePage:
    """The page of one of `file_rows` (one query)."""
    known = known_of(row)
    found = readiness_from({row: known}, on=on)[row.pk]
    return FilePage(
        card=_card(row, known, on),
        readiness=found,
        verdict=verdict(found),
        moves=moves(row, known),
        blocked=trade_blocked(known),
        steps=[WithPapers(step, known.papers.get(("step", step.pk), ())) for step in reversed(known.steps)],
        certificates=[_certificate(one, known, on) for one in reversed(known.certificates)],
        permissions=[
            WithPapers(one, known.papers.get(("permission", one.pk), ()), _left(one.until_on, on))
            for one in reversed(known.permissions)
        ],
        assessments=[one for one in reversed(known.assessments) if one.state != AssessmentState.CANCELLED],
        closed_findings=[finding for finding in known.findings if not finding.is_open],
    )


def paper_subjects(row: Any) -> list[Step | Certificate | TradePermission]:
    """What a paper may be added to later: the steps, certificates and permissions of a file, the newest first."""
    known = known_of(row)
    return [*reversed(known.steps), *reversed(known.certificates), *reversed(known.permissions)]


def _card(file: CertificationFile, known: Known, on: dt.date) -> FileCard:
    certificate = known.certificate_on(on)
    return FileCard(
        file=file,
        days=file.days_in_state(on),
        next_step=next_step(file, known, on),
        permission=None if file.state in BARRED else known.permission_on(on),
        certificate=_certificate(certificate, known, on) if certificate else None,
        open_findings=known.open_findings,
        open_majors=len(known.open_majors),
    )


def _certificate(certificate: Certificate, known: Known, on: dt.date) -> WithPapers:
    papers = known.papers.get(("certificate", certificate.pk), ())
    return WithPapers(certificate, papers, _left(certificate.valid_until_on, on))


def _left(until_on: dt.date | None, on: dt.date) -> int | None:
    return (until_on - on).days if until_on else None
