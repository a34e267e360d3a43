"""How far an audit or a self-assessment is answered, section by section."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db.models import Count, Q

from certification.models import Answer, Assessment, Attachment, CertificationFile, Criterion, Section
from certification.models.audits import AssessmentState
from cooperatives.models import Cooperative


@dataclass(frozen=True)
class Asked:
    """One criterion with its answer, None where nobody touched it, and the evidence."""

    criterion: Criterion
    answer: Answer | None
    papers: Sequence[Attachment] = ()

    @property
    def is_given(self) -> bool:
        """It is answered; a comment alone is no answer."""
        return self.answer is not None and self.answer.is_given

    @property
    def is_unexplained(self) -> bool:
        """It says "not applicable" without a word why, so the assessment can't be submitted."""
        return self.answer is not None and self.answer.is_not_applicable and not self.answer.comment


@dataclass(frozen=True)
class SectionProgress:
    """The criteria of one section."""

    section: Section
    asked: Sequence[Asked]

    @property
    def answered(self) -> int:
        """How many are answered."""
        return sum(row.is_given for row in self.asked)

    @property
    def unanswered(self) -> Sequence[Asked]:
        """Those that are not."""
        return [row for row in self.asked if not row.is_given]

    @property
    def unexplained(self) -> Sequence[Asked]:
        """Those that say "not applicable" without a word why."""
        return [row for row in self.asked if row.is_unexplained]


@dataclass(frozen=True)
class Progress:
    """An assessment, section by section in the order of the standard."""

    sections: Sequence[SectionProgress]

    @property
    def total(self) -> int:
        """How many criteria are asked."""
        return sum(len(found.asked) for found in self.sections)

    @property
    def answered(self) -> int:
        """How many are answered."""
        return sum(found.answered for found in self.sections)

    @property
    def unanswered(self) -> int:
        """How many are not."""
        return self.total - self.answered

    @property
    def open_sections(self) -> Sequence[SectionProgress]:
        """Those in which something is not answered."""
        return [found for found in self.sections if found.unanswered]

    @property
    def unexplained(self) -> Sequence[SectionProgress]:
        """Those with a "not applicable" that needs a word why."""
        return [found for found in self.sections if found.unexplained]

    def place(self, section: Section) -> int:
        """Which section it is, counted from 1; 0 for one without criteria."""
        return next((place for place, found in enumerate(self.sections, 1) if found.section.pk == section.pk), 0)

    def asked_in(self, section: Section) -> Sequence[Asked]:
        """What a section asks."""
        place = self.place(section)
        return self.sections[place - 1].asked if place else ()

    def after(self, section: Section) -> Section | None:
        """The section that follows; None after the last one."""
        place = self.place(section)
        return self.sections[place].section if place < len(self.sections) else None


def progress(assessment: Assessment) -> Progress:
    """How far an assessment is answered, and by whom (two queries)."""
    rows = Answer.objects.filter(assessment=assessment).select_related("answered_by")
    answers = {answer.criterion_id: answer for answer in rows}
    sections: dict[int, list[Asked]] = {}
    criteria = Criterion.objects.filter(version=assessment.version_id).select_related("section")
    for criterion in criteria.order_by("section__position", "section", "position", "pk"):
        sections.setdefault(criterion.section_id, []).append(Asked(criterion, answers.get(criterion.pk)))
    return Progress([SectionProgress(found[0].criterion.section, found) for found in sections.values()])


def with_papers(asked: Sequence[Asked]) -> list[Asked]:
    """The same with the evidence of each answer (one query)."""
    papers: dict[int | None, list[Attachment]] = defaultdict(list)
    for paper in Attachment.objects.filter(answer__in=[row.answer for row in asked if row.answer]):
        papers[paper.answer_id].append(paper)
    return [replace(row, papers=papers[row.answer.pk]) if row.answer else row for row in asked]


@dataclass(frozen=True)
class AssessmentRow:
    """One assessment in a list, with how many of its criteria are answered."""

    assessment: Assessment
    answered: int
    total: int


@dataclass(frozen=True)
class FileRows:
    """The assessments of one file, the newest first; `under_way` is the self-assessment to go on with."""

    file: CertificationFile
    rows: Sequence[AssessmentRow]

    @property
    def under_way(self) -> Assessment | None:
        """The self-assessment that is not reviewed or cancelled; at most one."""
        states = (AssessmentState.OPEN, AssessmentState.SUBMITTED, AssessmentState.RETURNED)
        return next(
            (row.assessment for row in self.rows if row.assessment.is_self and row.assessment.state in states), None
        )


def assessments_of(cooperative: Cooperative) -> list[FileRows]:
    """The certification files of a co-op with their audits and self-assessments (three queries)."""
    files = list(
        CertificationFile.objects.filter(cooperative=cooperative).select_related("scheme", "version__standard")
    )
    said = Q(answers__complies__isnull=False) | Q(answers__rank__isnull=False) | Q(answers__is_not_applicable=True)
    rows = list(
        Assessment.objects.filter(file__in=files)
        .select_related("version__standard")
        .annotate(answered=Count("answers", filter=said))
        .order_by(*Assessment._meta.ordering or ())  # which Django leaves out where it groups
    )
    asked = Counter(
        dict(
            Criterion.objects.filter(version__in={row.version_id for row in rows})
            .order_by()
            .values_list("version")
            .annotate(Count("pk"))
        )
    )
    found: dict[int, list[AssessmentRow]] = defaultdict(list)
    for row in rows:
        answered: int = row.answered  # type: ignore[attr-defined]
        found[row.file_id].append(AssessmentRow(row, answered, asked[row.version_id]))
    return [FileRows(file, found[file.pk]) for file in files]


def earlier_than(assessment: Assessment) -> list[Assessment]:
    """The assessments of the same file that can be compared with this one: begun no later, the newest first."""
    rows = (
        Assessment.objects.filter(file=assessment.file_id)
        .exclude(pk=assessment.pk)
        .exclude(state__in=[AssessmentState.PLANNED, AssessmentState.CANCELLED])
    )
    earlier = rows.filter(started_on__lte=assessment.started_on) if assessment.started_on else rows
    return list(earlier.select_related("version__standard").order_by("-started_on", "-pk"))
