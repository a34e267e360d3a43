"""What belongs to a certification file, read together with it: one query, whatever the number of files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet

from certification.models import (
    Answer,
    Assessment,
    Attachment,
    Certificate,
    CertificationFile,
    NonConformity,
    Step,
    TradePermission,
)
from certification.models.attachments import SUBJECTS
from certification.models.audits import AssessmentState
from certification.models.files import FileState
from certification.models.findings import DUE, FindingState
from config.nested import nested, read
from cooperatives.models import User

_STEP = (
    *(
        "id",
        "file_id",
        "cooperative_id",
        "is_example",
        "from_state",
        "to_state",
        "taken_on",
        "taken_precision",
        "until_on",
    ),
    *("note", "recorded_at", "recorded_by_id", "is_historic", "source"),
)
_ASSESSMENT = (
    *("id", "file_id", "cooperative_id", "is_example", "version_id", "kind", "state", "planned_on", "started_on"),
    *("ended_on", "auditor"),
    *("submitted_at", "submitted_by_id"),
)
_FINDING = (
    *("id", "file_id", "cooperative_id", "is_example", "assessment_id", "criterion_id", "finding", "severity"),
    *("state", "found_on", "due_on"),
    *("extended_to_on", "measure", "submitted_at", "submitted_by_id", "verified_at", "closed_on"),
)
_CERTIFICATE = (
    *(
        "id",
        "file_id",
        "cooperative_id",
        "is_example",
        "number",
        "scope",
        "valid_from_on",
        "valid_from_precision",
        "valid_until_on",
    ),
    *("source", "confidence", "note", "note_es", "note_pt"),
)
_PERMISSION = (
    *("id", "file_id", "cooperative_id", "is_example", "from_on", "until_on", "note", "granted_at", "granted_by_id"),
    *("ended_at", "ended_by_id", "ended_reason"),
)
_ANSWER = ("id", "assessment_id", "criterion_id", "complies", "rank", "is_not_applicable", "comment")
_PAPER = ("id", "original_name", "content_type", "size", *(f"{subject}_id" for subject in SUBJECTS))


@dataclass(frozen=True)
class Known:
    """Steps, audits and permissions oldest first; non-conformities (without voided ones) the first due first.

    `papers` are by what they belong to: the name of the column (such as "step") and its key. `answers` are those
    that say something, of assessments that begun and were not cancelled.
    """

    steps: Sequence[Step]
    assessments: Sequence[Assessment]
    findings: Sequence[NonConformity]
    certificates: Sequence[Certificate]
    permissions: Sequence[TradePermission]
    papers: Mapping[tuple[str, Any], Sequence[Attachment]]
    answers: Sequence[Answer] = ()

    @property
    def suspended_until(self) -> dt.date | None:
        """The last day of the present suspension; None without one, or where it isn't known."""
        last = self.steps[-1] if self.steps else None
        return last.until_on if last and last.to_state == FileState.SUSPENDED else None

    @property
    def open_findings(self) -> list[NonConformity]:
        """The non-conformities that are not closed."""
        return [finding for finding in self.findings if finding.is_open]

    @property
    def open_majors(self) -> list[NonConformity]:
        """The major ones among them."""
        return [finding for finding in self.open_findings if finding.is_major]

    def permission_on(self, on: dt.date) -> TradePermission | None:
        """The permission to trade that holds on a day."""
        valid = (row for row in self.permissions if row.from_on <= on and (row.until_on is None or row.until_on >= on))
        return next(valid, None)

    def certificate_on(self, on: dt.date) -> Certificate | None:
        """The newest certificate that has begun by a day, also where it is over since."""
        begun = [row for row in self.certificates if row.valid_from_on is None or row.valid_from_on <= on]
        return begun[-1] if begun else None


def with_known(files: QuerySet[CertificationFile], *, papers: bool = False, answers: bool = False) -> QuerySet[Any]:
    """The files, annotated with what `known_of` reads; papers and answers only where they are asked for."""
    own = {"file": OuterRef("pk")}
    findings = NonConformity.objects.filter(**own).exclude(state=FindingState.VOIDED)
    found: QuerySet[Any] = files.annotate(
        step_rows=nested(
            Step.objects.filter(**own).order_by("pk"),
            *_STEP,
            by_name="recorded_by__name",
            by_email="recorded_by__email",
        ),
        assessment_rows=nested(Assessment.objects.filter(**own).order_by("pk"), *_ASSESSMENT),
        finding_rows=nested(findings.order_by(DUE, "pk"), *_FINDING),
        certificate_rows=nested(
            Certificate.objects.filter(**own).order_by(F("valid_from_on").asc(nulls_first=True), "pk"), *_CERTIFICATE
        ),
        permission_rows=nested(TradePermission.objects.filter(**own).order_by("from_on", "pk"), *_PERMISSION),
    )
    if papers:
        attachments = Attachment.objects.filter(certification_file=OuterRef("pk")).order_by("uploaded_at", "pk")
        found = found.annotate(paper_rows=nested(attachments, *_PAPER))
    if answers:
        found = found.annotate(answer_rows=nested(_given().order_by("pk"), *_ANSWER))
    return found


def _given() -> QuerySet[Any]:
    """The answers of a file that say something."""
    said = Q(complies__isnull=False) | Q(rank__isnull=False) | Q(is_not_applicable=True)
    begun = Answer.objects.filter(said, assessment__file=OuterRef("pk"))
    return begun.exclude(assessment__state__in=[AssessmentState.PLANNED, AssessmentState.CANCELLED])


def known_of(row: Any) -> Known:
    """What belongs to a file that `with_known` annotated."""
    steps = read(Step, row.step_rows)
    for step, values in zip(steps, row.step_rows, strict=True):
        if step.recorded_by_id:
            step.recorded_by = User(pk=step.recorded_by_id, name=values["by_name"], email=values["by_email"])
    papers: dict[tuple[str, Any], list[Attachment]] = {}
    for paper in read(Attachment, getattr(row, "paper_rows", ())):
        subject = next(name for name in SUBJECTS if getattr(paper, f"{name}_id"))
        papers.setdefault((subject, getattr(paper, f"{subject}_id")), []).append(paper)
    assessments = read(Assessment, row.assessment_rows)
    by_key = {assessment.pk: assessment for assessment in assessments}
    answers = read(Answer, getattr(row, "answer_rows", ()))
    for answer in answers:
        answer.assessment = by_key[answer.assessment_id]
    return Known(
        steps,
        assessments,
        read(NonConformity, row.finding_rows),
        read(Certificate, row.certificate_rows),
        read(TradePermission, row.permission_rows),
        papers,
        answers,
    )


def known_by_file(files: Iterable[CertificationFile]) -> dict[int, Known]:
    """What belongs to these files, by their keys (one query)."""
    keys = [file.pk for file in files]
    rows = with_known(CertificationFile.objects.filter(pk__in=keys).order_by()) if keys else ()
    return {row.pk: known_of(row) for row in rows}
