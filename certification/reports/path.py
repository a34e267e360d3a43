"""The path to a first certificate: stages as columns, the candidates in them, what comes next and who owes it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from certification.models import CertificationFile
from certification.models.audits import AssessmentKind, AssessmentState
from certification.models.files import BARRED, PATH, FileState
from certification.models.findings import WITH_COOPERATIVE, FindingState
from certification.reports.known import Known, known_by_file
from config.ui import day
from cooperatives.models import Cooperative, Enrolment, Programme
from cooperatives.models.cooperatives import EnrolmentKind

COOPERATIVE, PROGRAMME, CERTIFIER = "cooperative", "programme", "certifier"
OWES = {
    COOPERATIVE: gettext_lazy("the co-op"),
    PROGRAMME: gettext_lazy("the programme"),
    CERTIFIER: gettext_lazy("the certifier"),
    "": gettext_lazy("nobody"),
}


@dataclass(frozen=True)
class NextStep:
    """What comes next for a file, who owes it (`owes`: cooperative, programme, certifier or empty), and by when."""

    what: str
    owes: str
    due_on: dt.date | None = None

    @property
    def owed_by(self) -> str:
        """Who owes it, in words."""
        return str(OWES[self.owes])


@dataclass(frozen=True)
class Card:
    """One co-op on the path. `file` is None while none was opened; `days` in the stage is None when not known."""

    cooperative: Cooperative
    file: CertificationFile | None
    days: int | None
    next_step: NextStep
    open_majors: int
    open_findings: int


@dataclass(frozen=True)
class Stage:
    """One column. `state` is empty for the co-ops without a file."""

    state: str
    label: str
    cards: Sequence[Card]

    @property
    def is_off_the_path(self) -> bool:
        """Suspended, decertified, denied or withdrawn."""
        return self.state in BARRED


@dataclass(frozen=True)
class Path:
    """The stages in order, off the path last. `goal` is None when the programme recorded none."""

    stages: Sequence[Stage]
    goal: int | None
    certified: int
    on_the_way: int

    @property
    def total(self) -> int:
        """All candidates."""
        return sum(len(stage.cards) for stage in self.stages)


def path(cooperatives: Any, *, on: dt.date, programme: Programme | None = None, goal: int | None = None) -> Path:
    """The path of those among `cooperatives` (a query set) that are candidates of a programme or not certified yet.

    With `programme` only its own candidates, and its goal unless `goal` is given. Three queries.
    """
    enrolments = Enrolment.objects.filter(kind=EnrolmentKind.CANDIDATE, left_on__isnull=True)
    if programme:
        enrolments = enrolments.filter(Q(programme=programme) | Q(programme__part_of=programme))
    candidates = Q(pk__in=enrolments.values("cooperative"))
    if not programme:
        begun = CertificationFile.objects.filter(is_historic=False).exclude(
            state__in=["", *BARRED, FileState.CERTIFIED]
        )
        candidates |= Q(pk__in=begun.values("cooperative"))
    rows = list(cooperatives.filter(candidates).distinct().order_by("short_name", "pk"))
    files = list(
        CertificationFile.objects.filter(cooperative__in=rows, is_historic=False)
        .select_related("cooperative", "scheme", "version")
        .order_by("cooperative", "pk")
    )
    known = known_by_file(files)
    cards: dict[str, list[Card]] = defaultdict(list)
    with_file = {file.cooperative_id for file in files}
    for file in files:
        belongs = known[file.pk]
        cards[file.state].append(
            Card(
                file.cooperative,
                file,
                file.days_in_state(on),
                next_step(file, belongs, on),
                len(belongs.open_majors),
                len(belongs.open_findings),
            )
        )
    nothing = NextStep(_("Open a certification file"), PROGRAMME)
    cards[""] += [Card(row, None, None, nothing, 0, 0) for row in rows if row.pk not in with_file]
    stages = [Stage("", _("no file yet"), cards[""])]
    stages += [Stage(state, str(FileState(state).label), cards[state]) for state in (*PATH, *BARRED)]
    return Path(
        stages=stages,
        goal=programme.candidates_goal if programme and goal is None else goal,
        certified=len(cards[FileState.CERTIFIED]),
        on_the_way=sum(len(cards[state]) for state in PATH if state != FileState.CERTIFIED),
    )


def next_steps(files: Iterable[CertificationFile], *, on: dt.date) -> dict[int, NextStep]:
    """What comes next for each file, by key (one query, whatever the number of files)."""
    files = list(files)
    known = known_by_file(files)
    return {file.pk: next_step(file, known[file.pk], on) for file in files}


def next_step(file: CertificationFile, known: Known, on: dt.date) -> NextStep:
    """What comes next for a file of which all is read."""
    if file.state in (FileState.ENQUIRY, FileState.PREPARATION, ""):
        return _before_application(file, known)
    if file.state in (FileState.APPLICATION, FileState.AUDIT):
        return _of_audit(file, known)
    if file.state == FileState.CORRECTION:
        return _of_findings(known) or NextStep(_("Send the file to the decision"), PROGRAMME)
    if file.state == FileState.DECISION:
        return _of_findings(known) or NextStep(_("Decide on certification"), CERTIFIER)
    if file.state == FileState.CERTIFIED:
        return _when_certified(known, on)
    if file.state == FileState.SUSPENDED:
        lift = NextStep(_("Lift the suspension, or end the file"), PROGRAMME, known.suspended_until)
        return _of_findings(known) or lift
    return NextStep(_("Nothing: the co-op may enquire again"), "")


def _before_application(file: CertificationFile, known: Known) -> NextStep:
    own = [row for row in known.assessments if row.is_self and row.state != AssessmentState.CANCELLED]
    newest = own[-1] if own else None
    if file.version_id is None:
        return NextStep(_("Choose the version of the standard"), PROGRAMME)
    if newest is None:
        return NextStep(_("Start the self-assessment"), COOPERATIVE)
    if newest.state == AssessmentState.SUBMITTED:
        return NextStep(_("Review the self-assessment"), PROGRAMME)
    if newest.state == AssessmentState.RETURNED:
        return NextStep(_("Correct the returned self-assessment"), COOPERATIVE)
    if newest.state == AssessmentState.OPEN:
        return NextStep(_("Finish the self-assessment"), COOPERATIVE)
    return NextStep(_("Send the application"), COOPERATIVE)


def _of_audit(file: CertificationFile, known: Known) -> NextStep:
    audits = [row for row in known.assessments if not row.is_self and row.state != AssessmentState.CANCELLED]
    newest = audits[-1] if audits else None
    if newest is None or (file.state == FileState.APPLICATION and newest.state == AssessmentState.HELD):
        return NextStep(_("Plan the audit"), PROGRAMME)
    if newest.state == AssessmentState.PLANNED:
        if file.state == FileState.APPLICATION:
            return NextStep(_("Accept the application: the audit is planned"), CERTIFIER, newest.planned_on)
        return NextStep(_("Hold the audit"), CERTIFIER, newest.planned_on)
    if newest.state == AssessmentState.OPEN:
        return NextStep(_("Close the audit with its report"), PROGRAMME)
    if known.open_findings:
        return NextStep(_("Go on to the corrective measures"), PROGRAMME)
    return NextStep(_("Send the file to the decision"), PROGRAMME)


def _of_findings(known: Known) -> NextStep | None:
    """The most pressing of the open non-conformities; None when there is none."""
    findings = known.open_findings
    waiting = [row for row in findings if row.state in WITH_COOPERATIVE]
    if waiting:
        return NextStep(_("Submit evidence for the corrective measures"), COOPERATIVE, waiting[0].current_due_on)
    if any(row.state == FindingState.SUBMITTED for row in findings):
        return NextStep(_("Verify the evidence"), PROGRAMME)
    return NextStep(_("Close what was verified"), PROGRAMME) if findings else None


def _when_certified(known: Known, on: dt.date) -> NextStep:
    valid = [row for row in known.certificates if row.valid_until_on is None or row.valid_until_on >= on]
    if not valid:
        return NextStep(_("Record the certificate"), PROGRAMME)
    if step := _of_findings(known):
        return step
    planned = [row for row in known.assessments if row.state == AssessmentState.PLANNED]
    if planned:
        newest = planned[0]
        kind = AssessmentKind(newest.kind).label
        return NextStep(_("Hold the audit: %(kind)s") % {"kind": kind}, CERTIFIER, newest.planned_on)
    ends = [row.valid_until_on for row in valid if row.valid_until_on]
    if not ends:
        return NextStep(_("Record when the certificate ends"), PROGRAMME)
    return NextStep(_("Renew before %(day)s") % {"day": day(max(ends))}, COOPERATIVE, max(ends))
