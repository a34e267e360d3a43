"""An audit of the certifier: planned, begun, held."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import TypedDict, Unpack

from django.utils import timezone
from django.utils.translation import gettext as _

from certification.actions.assess import locked_assessment
from certification.actions.attach import attach
from certification.actions.move_file import lock_file
from certification.models import Assessment, CertificationFile, StandardVersion
from certification.models.audits import AssessmentKind, AssessmentState
from config.errors import Refused, in_words
from config.uploads import AcceptedFile
from cooperatives.models import User


class AuditFacts(TypedDict, total=False):
    """What is known of an audit; what is not known is left out. `days` are days on site."""

    auditor: str
    days: Decimal | None
    sample_members: int | None
    sample: str
    note: str


def plan_audit(
    *,
    file: CertificationFile,
    kind: AssessmentKind | str,
    planned_on: dt.date,
    version: StandardVersion | None = None,
    by: User,
    **facts: Unpack[AuditFacts],
) -> Assessment:
    """Plan an audit for a day, by the file's version. Refused: a self-assessment, a file without a version."""
    if kind == AssessmentKind.SELF:
        raise Refused(_("A self-assessment isn't planned as an audit. The co-op starts it."))
    with in_words():
        locked = lock_file(file)
        version = version or locked.version
        if version is None:
            raise Refused(_("Choose the version of the standard first: the file has none yet."))
        return Assessment.objects.create(
            cooperative_id=locked.cooperative_id,
            file=locked,
            version=version,
            kind=kind,
            state=AssessmentState.PLANNED,
            planned_on=planned_on,
            opened_at=timezone.now(),
            opened_by=by,
            is_example=locked.is_example or by.is_example,
            **facts,
        )


def update_audit(
    *, audit: Assessment, planned_on: dt.date | None = None, by: User, **facts: Unpack[AuditFacts]
) -> Assessment:
    """Change the plan of an audit, or what is known of it. Refused once it was held or cancelled."""
    with locked_assessment(audit, AssessmentState.PLANNED, AssessmentState.OPEN) as locked:
        locked.planned_on = planned_on or locked.planned_on
        for name, value in facts.items():
            setattr(locked, name, value)
        locked.save(update_fields=["planned_on", *facts])
        return locked


def start_audit(*, audit: Assessment, started_on: dt.date, by: User) -> Assessment:
    """The audit has begun, so its answers can be recorded. Refused: one not planned, a day that has not come yet."""
    with locked_assessment(audit, AssessmentState.PLANNED) as locked:
        _refuse_future(locked, started_on)
        locked.state, locked.started_on = AssessmentState.OPEN, started_on
        locked.save(update_fields=["state", "started_on"])
        return locked


def close_audit(
    *,
    audit: Assessment,
    ended_on: dt.date,
    closing_report_on: dt.date | None = None,
    word: str = "",
    papers: Sequence[AcceptedFile] = (),
    by: User,
    **facts: Unpack[AuditFacts],
) -> Assessment:
    """The audit was held: its answers stay as they are. `papers` are the closing report and the like.

    Refused: one that has not begun, an end before its start or after today.
    """
    with locked_assessment(audit, AssessmentState.OPEN) as locked:
        if locked.kind == AssessmentKind.SELF:
            raise Refused(_("A self-assessment is submitted and reviewed."))
        _refuse_future(locked, max(ended_on, closing_report_on or ended_on))
        if locked.started_on and ended_on < locked.started_on:
            raise Refused(_("It can't end before it starts."))
        locked.state, locked.ended_on, locked.closing_report_on = AssessmentState.HELD, ended_on, closing_report_on
        locked.closed_by, locked.closed_at, locked.closed_note = by, timezone.now(), word.strip()
        for name, value in facts.items():
            setattr(locked, name, value)
        locked.save(
            update_fields=["state", "ended_on", "closing_report_on", "closed_by", "closed_at", "closed_note", *facts]
        )
        for paper in papers:
            attach(to=locked, file=paper, by=by)
        return locked


def _refuse_future(audit: Assessment, on: dt.date) -> None:
    if on > audit.cooperative.today():
        raise Refused(_("The date lies in the future. Record it on the day it happened, or later."))
