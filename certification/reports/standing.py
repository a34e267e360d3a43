"""How criteria stand on a day: the frozen rows that make up a readiness."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from enum import StrEnum

from certification.models import (
    Answer,
    Assessment,
    CertificationFile,
    Criterion,
    NonConformity,
    Section,
    StandardVersion,
)
from certification.models.criteria import CriterionKind
from certification.models.findings import Severity


class Standing(StrEnum):
    """How a criterion stands on the day."""

    PASSED = "passed"
    CORRECTED = "corrected"  # failed, and its non-conformity is closed since
    FAILED = "failed"
    UNANSWERED = "unanswered"
    NOT_APPLICABLE = "not applicable"
    NOT_DUE = "not due"
    NOT_JUDGED = "not judged"


@dataclass(frozen=True)
class Line:
    """One criterion. `due_on` is None where the day isn't known: no first certification, or no due year recorded."""

    criterion: Criterion
    standing: Standing
    due_on: dt.date | None
    answer: Answer | None
    is_reviewed: bool

    @property
    def is_due(self) -> bool:
        """It is judged on the day."""
        return self.standing not in (Standing.NOT_DUE, Standing.NOT_JUDGED)

    @property
    def blocks(self) -> bool:
        """A core, major or minimum criterion that is due and not met; a development one that is not answered."""
        if self.criterion.must_pass:
            return self.standing in (Standing.FAILED, Standing.UNANSWERED)
        return self.criterion.kind == CriterionKind.DEVELOPMENT and self.standing == Standing.UNANSWERED


@dataclass(frozen=True)
class MustPass:
    """The core, major and minimum criteria that are due, counted. `met` are passed, corrected and not applicable."""

    due: int
    passed: int
    corrected: int
    not_applicable: int
    failed: int
    unanswered: int

    @property
    def met(self) -> int:
        """Those that stand in nobody's way."""
        return self.passed + self.corrected + self.not_applicable

    @property
    def is_reached(self) -> bool:
        """Every one that is due is met."""
        return self.met == self.due


@dataclass(frozen=True)
class Development:
    """The development criteria that are due. `average` is exact in `total` over `ranked`; None when none is ranked."""

    due: int
    ranked: int
    total: int
    not_applicable: int
    unanswered: int
    mark: Decimal | None

    @property
    def average(self) -> Decimal | None:
        """The average to two decimals, for reading: rounded down, so that 2.999 never reads as 3.00."""
        if not self.ranked:
            return None
        return (Decimal(self.total) / self.ranked).quantize(Decimal("0.01"), ROUND_FLOOR)

    @property
    def is_reached(self) -> bool:
        """None is unanswered, and the average reaches the mark; also when none is due or all are not applicable."""
        if self.unanswered:
            return False
        if not self.ranked:
            return True
        return self.mark is not None and self.total >= self.mark * self.ranked

    @property
    def missing_points(self) -> int:
        """How many ranks are missing, together, to reach the mark; 0 when it is reached or not recorded."""
        if self.mark is None or not self.ranked:
            return 0
        short = self.mark * self.ranked - self.total
        return max(0, -int(-short // 1))


@dataclass(frozen=True)
class OpenFinding:
    """A non-conformity that is open on the day. `days_left` is negative once it is overdue."""

    finding: NonConformity
    due_on: dt.date
    days_left: int


@dataclass(frozen=True)
class SectionReadiness:
    """The criteria of one section."""

    section: Section
    lines: Sequence[Line]

    @property
    def due(self) -> Sequence[Line]:
        """Those judged on the day."""
        return [line for line in self.lines if line.is_due]

    @property
    def met(self) -> int:
        """How many of them are met or not applicable."""
        good = (Standing.PASSED, Standing.CORRECTED, Standing.NOT_APPLICABLE)
        return sum(line.standing in good for line in self.lines)

    @property
    def failed(self) -> int:
        """How many are answered and not met."""
        return sum(line.standing == Standing.FAILED for line in self.lines)

    @property
    def unanswered(self) -> int:
        """How many are due and not answered."""
        return sum(line.standing == Standing.UNANSWERED for line in self.lines)

    @property
    def blocking(self) -> Sequence[Line]:
        """Those that stand in the way."""
        return [line for line in self.lines if line.blocks]


@dataclass(frozen=True)
class Readiness:
    """How ready a file is on a day. `version` is None where the file is under no standard yet."""

    file: CertificationFile
    on: dt.date
    version: StandardVersion | None
    sections: Sequence[SectionReadiness]
    must_pass: MustPass
    development: Development
    findings: Sequence[OpenFinding]

    @property
    def sections_due(self) -> list[SectionReadiness]:
        """The sections of which something is judged on the day."""
        return [section for section in self.sections if section.due]

    @property
    def sections_not_due(self) -> list[SectionReadiness]:
        """The sections of which nothing is judged on the day."""
        return [section for section in self.sections if not section.due]

    @property
    def lines(self) -> list[Line]:
        """All criteria, in the order of the standard."""
        return [line for section in self.sections for line in section.lines]

    @property
    def blocking(self) -> list[Line]:
        """The criteria that stand in the way."""
        return [line for line in self.lines if line.blocks]

    @property
    def assessments(self) -> list[Assessment]:
        """Those whose answers count here, the newest first."""
        found = {line.answer.assessment for line in self.lines if line.answer}
        return sorted(found, key=lambda row: (row.started_on or dt.date.min, row.pk), reverse=True)

    @property
    def majors(self) -> list[OpenFinding]:
        """The open major non-conformities: they block permission to trade and certification."""
        return [found for found in self.findings if found.finding.severity == Severity.MAJOR]

    @property
    def overdue(self) -> list[OpenFinding]:
        """The open non-conformities past their day."""
        return [found for found in self.findings if found.days_left < 0]

    @property
    def next_due(self) -> list[Line]:
        """The criteria of the next due day; those without a known day come when nothing else does."""
        waiting = [line for line in self.lines if line.standing == Standing.NOT_DUE]
        days = sorted(line.due_on for line in waiting if line.due_on)
        if days:
            return [line for line in waiting if line.due_on == days[0]]
        years = [line.criterion.due_year for line in waiting if line.criterion.due_year is not None]
        return [line for line in waiting if years and line.criterion.due_year == min(years)]

    @property
    def not_judged(self) -> int:
        """Criteria without a recorded kind or due year."""
        return sum(line.standing == Standing.NOT_JUDGED for line in self.lines)

    @property
    def judged(self) -> int:
        """Criteria that say something about readiness on the day."""
        return self.must_pass.due + self.development.due

    @property
    def is_ready(self) -> bool:
        """Something is judged, all of it passes, and no major non-conformity is open."""
        return bool(self.judged) and self.must_pass.is_reached and self.development.is_reached and not self.majors

    @property
    def is_provisional(self) -> bool:
        """The list was not compared with the certifier's, or leaves criteria unjudged: the verdict may change."""
        return self.version is None or not self.version.is_confirmed or bool(self.not_judged)

    @property
    def has_unreviewed(self) -> bool:
        """Answers count here that nobody has reviewed."""
        return any(line.is_due and line.answer and not line.is_reviewed for line in self.lines)

    @property
    def met(self) -> int:
        """Of `judged`, how many criteria are met, ranked to the standard or not applicable: the figure of a picture."""
        ranked = sum(
            line.criterion.kind == CriterionKind.DEVELOPMENT
            and line.standing in (Standing.PASSED, Standing.NOT_APPLICABLE)
            for line in self.lines
        )
        return self.must_pass.met + ranked
