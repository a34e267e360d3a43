"""Readiness of a certification file at a date: what passes, what blocks, what comes next, and the arithmetic.

Judged are the criteria of the version the file is under that are due on the day. A criterion is due when its due year,
counted from the first certification, has come; before the first certification only those of year 0 are. Each takes the
newest answer known on the day; an audit's or a reviewed one goes before one that nobody reviewed. Core, major and
minimum criteria must be met one by one; development criteria must reach an average. What is not answered counts as not
answered. Criteria without a recorded kind or due year are never judged, and progress and voluntary ones never block.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Q

from certification.models import Answer, CertificationFile, Criterion, NonConformity, StandardVersion
from certification.models.audits import AssessmentState
from certification.models.criteria import CriterionKind
from certification.models.findings import FindingState
from certification.reports.known import Known
from certification.reports.standing import (
    Development,
    Line,
    MustPass,
    OpenFinding,
    Readiness,
    SectionReadiness,
    Standing,
)


def readiness(file: CertificationFile, *, on: dt.date) -> Readiness:
    """The readiness of one file on a day (four queries at most)."""
    return readiness_of([file], on=on)[file.pk]


def readiness_of(files: Iterable[CertificationFile], *, on: dt.date) -> dict[int, Readiness]:
    """The readiness of several files by key, in a constant number of queries."""
    files = list(files)
    known = [file.version_id for file in files if file.version_id]
    versions = StandardVersion.objects.select_related("standard").in_bulk(known)
    criteria = _criteria(versions)
    answers = _answers(files, on)
    findings: dict[int, list[NonConformity]] = defaultdict(list)
    for finding in NonConformity.objects.filter(file__in=files, found_on__lte=on).select_related("criterion"):
        findings[finding.file_id].append(finding)
    return {
        file.pk: _readiness(
            file,
            on,
            versions.get(file.version_id or 0),
            criteria.get(file.version_id or 0, []),
            answers.get(file.pk, {}),
            findings.get(file.pk, []),
        )
        for file in files
    }


def readiness_from(known: Mapping[CertificationFile, Known], *, on: dt.date) -> dict[int, Readiness]:
    """The readiness of files by key, of which the version and all but the criteria is read already (one query)."""
    criteria = _criteria({file.version_id for file in known if file.version_id})
    return {
        file.pk: _readiness(
            file,
            on,
            file.version,
            criteria.get(file.version_id or 0, []),
            _newest(belongs.answers, on).get(file.pk, {}),
            [finding for finding in belongs.findings if finding.found_on <= on],
        )
        for file, belongs in known.items()
    }


def _criteria(versions: Iterable[int]) -> dict[int, list[Criterion]]:
    """The criteria of some versions in their order, by version."""
    found: dict[int, list[Criterion]] = defaultdict(list)
    rows = Criterion.objects.filter(version__in=versions).select_related("section")
    for criterion in rows.order_by("version", "section__position", "section", "position", "pk"):
        found[criterion.version_id].append(criterion)
    return found


def due_on(criterion: Criterion, year_zero_on: dt.date | None) -> dt.date | None:
    """The day from which a criterion is judged; None where it isn't known."""
    if criterion.due_year is None or year_zero_on is None:
        return None
    return years_after(year_zero_on, criterion.due_year)


def years_after(day: dt.date, years: int) -> dt.date:
    """The same day so many years later; 1 March for 29 February in a common year."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return dt.date(day.year + years, 3, 1)


def _answers(files: Sequence[CertificationFile], on: dt.date) -> dict[int, dict[int, Answer]]:
    """By file and criterion: the answer that counts on the day. Later and better ones take the place of others."""
    rows = Answer.objects.filter(assessment__file__in=files, assessment__started_on__lte=on).exclude(
        assessment__state__in=[AssessmentState.PLANNED, AssessmentState.CANCELLED]
    )
    said = Q(complies__isnull=False) | Q(rank__isnull=False) | Q(is_not_applicable=True)
    return _newest(rows.filter(said).select_related("assessment"), on)


def _newest(answers: Iterable[Answer], on: dt.date) -> dict[int, dict[int, Answer]]:
    found: dict[int, dict[int, Answer]] = defaultdict(dict)
    begun = [row for row in answers if row.assessment.started_on and row.assessment.started_on <= on]
    for answer in sorted(begun, key=lambda row: _weight(row, on)):
        found[answer.assessment.file_id][answer.criterion_id] = answer
    return found


def _weight(answer: Answer, on: dt.date) -> tuple[bool, dt.date, int]:
    assessment = answer.assessment
    return is_reviewed(answer, on), assessment.started_on or dt.date.min, assessment.pk


def is_reviewed(answer: Answer, on: dt.date) -> bool:
    """The answer comes from an audit that was held, or from a self-assessment that was reviewed, by the day."""
    assessment = answer.assessment
    return assessment.is_confirmed and (assessment.ended_on is None or assessment.ended_on <= on)


def _readiness(
    file: CertificationFile,
    on: dt.date,
    version: StandardVersion | None,
    criteria: Sequence[Criterion],
    answers: Mapping[int, Answer],
    findings: Sequence[NonConformity],
) -> Readiness:
    closed = _closed_by_criterion(findings, on)
    sections: dict[int, list[Line]] = {}
    for criterion in criteria:
        answer = answers.get(criterion.pk)
        standing = _standing(file, version, criterion, answer, closed, on)
        line = Line(
            criterion,
            standing,
            due_on(criterion, file.year_zero_on),
            answer,
            answer is not None and is_reviewed(answer, on),
        )
        sections.setdefault(criterion.section_id, []).append(line)
    lines = [line for found in sections.values() for line in found]
    return Readiness(
        file=file,
        on=on,
        version=version,
        sections=[SectionReadiness(found[0].criterion.section, found) for found in sections.values()],
        must_pass=_must_pass([line for line in lines if line.criterion.must_pass and line.is_due]),
        development=_development([line for line in lines if _is_development(line) and line.is_due], version),
        findings=_open(findings, on),
    )


def _standing(
    file: CertificationFile,
    version: StandardVersion | None,
    criterion: Criterion,
    answer: Answer | None,
    closed: Mapping[int, dt.date],
    on: dt.date,
) -> Standing:
    if not criterion.kind or criterion.due_year is None or version is None:
        return Standing.NOT_JUDGED
    due = due_on(criterion, file.year_zero_on)
    if (due is None and criterion.due_year > 0) or (due is not None and due > on and criterion.due_year > 0):
        return Standing.NOT_DUE
    if answer is None:
        return Standing.UNANSWERED
    if answer.is_not_applicable:
        return Standing.NOT_APPLICABLE
    passes = answer.rank >= version.pass_rank if answer.rank is not None else bool(answer.complies)
    if passes:
        return Standing.PASSED
    found_on = closed.get(criterion.pk)
    is_later = found_on is not None and found_on >= (answer.assessment.started_on or dt.date.max)
    return Standing.CORRECTED if criterion.must_pass and is_later else Standing.FAILED


def _closed_by_criterion(findings: Sequence[NonConformity], on: dt.date) -> dict[int, dt.date]:
    """Criteria whose non-conformities are all closed by the day, with the day the newest of them was found."""
    found: dict[int, dt.date] = {}
    still_open = {finding.criterion_id for finding in findings if _is_open(finding, on)}
    for finding in findings:
        key = finding.criterion_id
        if key is None or key in still_open or finding.state == FindingState.VOIDED:
            continue
        found[key] = max(found.get(key, finding.found_on), finding.found_on)
    return found


def _is_open(finding: NonConformity, on: dt.date) -> bool:
    return finding.closed_on is None or finding.closed_on > on


def _open(findings: Sequence[NonConformity], on: dt.date) -> list[OpenFinding]:
    """Open on the day, the first due first. A voided one was never there."""
    rows = [finding for finding in findings if finding.state != FindingState.VOIDED and _is_open(finding, on)]
    rows.sort(key=lambda finding: (finding.current_due_on, finding.pk))
    return [OpenFinding(finding, finding.current_due_on, finding.days_left(on)) for finding in rows]


def _is_development(line: Line) -> bool:
    return line.criterion.kind == CriterionKind.DEVELOPMENT


def _count(lines: Sequence[Line], standing: Standing) -> int:
    return sum(line.standing == standing for line in lines)


def _must_pass(lines: Sequence[Line]) -> MustPass:
    return MustPass(
        due=len(lines),
        passed=_count(lines, Standing.PASSED),
        corrected=_count(lines, Standing.CORRECTED),
        not_applicable=_count(lines, Standing.NOT_APPLICABLE),
        failed=_count(lines, Standing.FAILED),
        unanswered=_count(lines, Standing.UNANSWERED),
    )


def _development(lines: Sequence[Line], version: StandardVersion | None) -> Development:
    ranks = [line.answer.rank for line in lines if line.answer and line.answer.rank is not None]
    return Development(
        due=len(lines),
        ranked=len(ranks),
        total=sum(ranks),
        not_applicable=_count(lines, Standing.NOT_APPLICABLE),
        unanswered=_count(lines, Standing.UNANSWERED),
        mark=version.development_pass_mark if version else None,
    )
