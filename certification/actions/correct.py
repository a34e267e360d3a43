"""A non-conformity from raising it to closing it: measure, evidence, verification."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.utils import timezone
from django.utils.translation import gettext as _

from certification.actions.attach import attach
from certification.actions.move_file import lock_file
from certification.models import Assessment, CertificationFile, Criterion, NonConformity
from certification.models.findings import DONE, WITH_COOPERATIVE, FindingState, Severity
from config.errors import Refused, in_words
from config.ui import day
from config.uploads import AcceptedFile
from cooperatives.models import User

NOT_DONE = tuple(state for state in FindingState if state not in DONE)


def raise_non_conformity(
    *,
    file: CertificationFile,
    finding: str,
    severity: Severity | str,
    found_on: dt.date,
    due_on: dt.date | None = None,
    assessment: Assessment | None = None,
    criterion: Criterion | None = None,
    responsible: User | None = None,
    responsible_name: str = "",
    by: User,
) -> NonConformity:
    """Record what was found. Without `due_on` the usual time of the file's version counts from `found_on`.

    Refused: no finding, no day due and none usual, a day due before it was found, an audit of another file.
    """
    if not finding.strip():
        raise Refused(_("Say what was found."))
    with in_words():
        locked = lock_file(file)
        usual = locked.version.correction_days if locked.version else None
        if due_on is None and usual is None:
            raise Refused(_("Say until when it has to be corrected: the standard records no usual time."))
        return NonConformity.objects.create(
            cooperative_id=locked.cooperative_id,
            file=locked,
            assessment=assessment,
            criterion=criterion,
            finding=finding.strip(),
            severity=severity,
            found_on=found_on,
            due_on=due_on or found_on + dt.timedelta(days=usual or 0),
            responsible=responsible,
            responsible_name=responsible_name.strip(),
            raised_at=timezone.now(),
            raised_by=by,
            is_example=locked.is_example or by.is_example,
        )


def propose_measure(
    *,
    non_conformity: NonConformity,
    measure: str,
    responsible: User | None = None,
    responsible_name: str = "",
    by: User,
) -> NonConformity:
    """Say what will be done and who answers for it. Taking back submitted evidence is proposing anew.

    Refused: no measure, one that was verified, closed or voided.
    """
    if not measure.strip():
        raise Refused(_("Say what will be done."))
    with _locked(non_conformity, *WITH_COOPERATIVE, FindingState.SUBMITTED) as locked:
        _take_back(locked)
        locked.measure, locked.state = measure.strip(), FindingState.PROPOSED
        locked.responsible, locked.responsible_name = responsible, responsible_name.strip()
        locked.proposed_by, locked.proposed_at = by, timezone.now()
        locked.save()
        return locked


def submit_measure(
    *,
    non_conformity: NonConformity,
    evidence: str,
    measure: str = "",
    papers: Sequence[AcceptedFile] = (),
    by: User,
) -> NonConformity:
    """Hand in the evidence that the measure was carried out; submitting again takes the earlier submission back.

    Without `measure` the proposed one stays. Refused: neither measure nor evidence, one that was verified or closed.
    """
    with _locked(non_conformity, *WITH_COOPERATIVE, FindingState.SUBMITTED) as locked:
        measure = measure.strip() or locked.measure
        if not measure:
            raise Refused(_("Say what was done before you submit the evidence."))
        if not evidence.strip() and not papers and not locked.attachments.exists():
            raise Refused(_("Say what shows it, or attach a photo or a paper."))
        _take_back(locked)
        for paper in papers:
            attach(to=locked, file=paper, by=by)
        locked.measure, locked.evidence, locked.state = measure, evidence.strip(), FindingState.SUBMITTED
        locked.submitted_by, locked.submitted_at = by, timezone.now()
        locked.save(update_fields=["measure", "evidence", "state", "submitted_by", "submitted_at"])
        return locked


def return_measure(*, non_conformity: NonConformity, reason: str, by: User) -> NonConformity:
    """Send submitted evidence back, saying what is missing. Refused without a reason, or once it is closed."""
    if not reason.strip():
        raise Refused(_("Say what needs to be corrected."))
    with _locked(non_conformity, FindingState.SUBMITTED, FindingState.VERIFIED) as locked:
        locked.state, locked.returned_by, locked.returned_at = FindingState.RETURNED, by, timezone.now()
        locked.returned_reason = reason.strip()
        locked.verified_by = locked.verified_at = None
        locked.save(
            update_fields=["state", "returned_by", "returned_at", "returned_reason", "verified_by", "verified_at"]
        )
        return locked


def verify_measure(*, non_conformity: NonConformity, seen: dt.datetime | None = None, by: User) -> NonConformity:
    """Confirm that the evidence shows the measure. `seen` is the `submitted_at` of what the person looked at.

    Refused: by who submitted it, nothing submitted, evidence submitted anew since.
    """
    with _locked(non_conformity, FindingState.SUBMITTED) as locked:
        if locked.submitted_by_id == by.pk:
            raise Refused(_("You submitted this evidence yourself. Another person has to verify it."))
        if seen is not None and seen != locked.submitted_at:
            raise Refused(_("The evidence was submitted anew meanwhile. Look at it again before you verify it."))
        locked.state, locked.verified_by, locked.verified_at = FindingState.VERIFIED, by, timezone.now()
        locked.save(update_fields=["state", "verified_by", "verified_at"])
        return locked


def extend_measure(*, non_conformity: NonConformity, to: dt.date, reason: str, by: User) -> NonConformity:
    """Give more time. Refused: a day not after the present one, no reason, once it is closed."""
    if not reason.strip():
        raise Refused(_("Say why more time is given."))
    with _locked(non_conformity, *NOT_DONE) as locked:
        if to <= locked.current_due_on:
            raise Refused(
                _("It is due on %(day)s already. An extension goes beyond that.") % {"day": day(locked.current_due_on)}
            )
        locked.extended_to_on, locked.extended_reason = to, reason.strip()
        locked.extended_by, locked.extended_at = by, timezone.now()
        locked.save(update_fields=["extended_to_on", "extended_reason", "extended_by", "extended_at"])
        return locked


def close_non_conformity(
    *, non_conformity: NonConformity, closed_on: dt.date, note: str = "", by: User
) -> NonConformity:
    """Close a verified non-conformity. Refused: one not verified, a day before it was found or after today."""
    with _locked(non_conformity, FindingState.VERIFIED) as locked:
        _close(locked, FindingState.CLOSED, closed_on, note, by)
        return locked


def void_non_conformity(*, non_conformity: NonConformity, on: dt.date, reason: str, by: User) -> NonConformity:
    """Take back a non-conformity that was raised by mistake; it stays readable. Refused without a reason."""
    if not reason.strip():
        raise Refused(_("Say why it is voided."))
    with _locked(non_conformity, *NOT_DONE) as locked:
        _close(locked, FindingState.VOIDED, on, reason, by)
        return locked


def _close(locked: NonConformity, state: FindingState, on: dt.date, note: str, by: User) -> None:
    if on > locked.cooperative.today() or on < locked.found_on:
        raise Refused(
            _("It was found on %(found)s: choose a day from then to today.") % {"found": day(locked.found_on)}
        )
    locked.state, locked.closed_on, locked.closed_note = state, on, note.strip()
    locked.closed_by, locked.closed_at = by, timezone.now()
    locked.save(update_fields=["state", "closed_on", "closed_note", "closed_by", "closed_at"])


def _take_back(locked: NonConformity) -> None:
    """Submitted evidence goes back to proposed, so that nobody verifies what is being changed."""
    if locked.state == FindingState.SUBMITTED:
        locked.state = FindingState.PROPOSED
        locked.proposed_at = locked.proposed_at or locked.submitted_at
        locked.proposed_by = locked.proposed_by or locked.submitted_by
        locked.save(update_fields=["state", "proposed_at", "proposed_by"])


@contextmanager
def _locked(non_conformity: NonConformity, *states: FindingState | str) -> Iterator[NonConformity]:
    """The non-conformity, locked after its file, in one of `states`."""
    with in_words():
        lock_file(non_conformity.file)
        locked = (
            NonConformity.objects.select_for_update(of=("self",), no_key=True)
            .select_related("cooperative", "submitted_by", "proposed_by")
            .get(pk=non_conformity.pk)
        )
        if locked.state not in states:
            raise Refused(
                _("This non-conformity is in “%(state)s” by now. Look at it again before you go on.")
                % {"state": locked.get_state_display()}
            )
        yield locked
