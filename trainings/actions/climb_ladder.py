"""What happens to a milestone at a co-op: planned, reported as reached, accepted, returned, reopened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext as _

from config.errors import Refused, in_words
from config.uploads import read_file
from cooperatives.models import Cooperative, User
from trainings.actions.keep_evidence import keep_evidence
from trainings.models import CooperativeMilestone, Milestone


def _locked(cooperative: Cooperative, milestone: Milestone) -> CooperativeMilestone:
    """The row of this milestone at the co-op, made when there is none, locked."""
    if not milestone.is_active:
        raise Refused(_("This milestone is no longer in use."))
    row, _new = CooperativeMilestone.objects.get_or_create(
        cooperative=cooperative, milestone=milestone, defaults={"is_example": cooperative.is_example}
    )
    return _lock(row)


def _lock(row: CooperativeMilestone) -> CooperativeMilestone:
    rows = CooperativeMilestone.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("cooperative").get(pk=row.pk)


def plan_milestone(
    *, cooperative: Cooperative, milestone: Milestone, due_on: dt.date | None, not_applicable_reason: str, by: User
) -> CooperativeMilestone:
    """Set when a milestone is due, or say why it does not apply. Refused once it was accepted or reported."""
    reason = not_applicable_reason.strip()
    with in_words():
        row = _locked(cooperative, milestone)
        if row.accepted_at:
            raise Refused(_("This milestone was accepted, so it can't be changed. An administrator may reopen it."))
        if reason and row.reached_on:
            raise Refused(_("The co-op reported this milestone as reached, so it applies. Accept it or return it."))
        if reason and row.not_applicable_reason != reason:
            row.not_applicable_at, row.not_applicable_by = timezone.now(), by
        elif not reason:
            row.not_applicable_at = row.not_applicable_by = None
        row.due_on, row.not_applicable_reason = due_on, reason
        row.save(update_fields=["due_on", "not_applicable_reason", "not_applicable_at", "not_applicable_by"])
    return row


def report_milestone(
    *,
    cooperative: Cooperative,
    milestone: Milestone,
    reached_on: dt.date,
    reached_precision: str,
    evidence: str,
    papers: Sequence[UploadedFile[Any]] = (),
    by: User,
) -> CooperativeMilestone:
    """Say that a milestone was reached, when, and how one can see it; it then waits for a manager.

    Said again before that, it takes the place of what was said. Refused: without evidence, on a future date, once it
    was accepted, for one that does not apply.
    """
    if not evidence.strip():
        raise Refused(_("Say how one can see that the milestone was reached."))
    if reached_on > cooperative.today():
        raise Refused(_("This date is in the future."))
    accepted = [read_file(paper) for paper in papers]
    with in_words():
        row = _locked(cooperative, milestone)
        if row.accepted_at:
            raise Refused(_("This milestone was accepted, so it can't be changed. An administrator may reopen it."))
        if row.not_applicable_at:
            raise Refused(_("This milestone does not apply to the co-op. The program manager can take that back."))
        row.reached_on, row.reached_precision, row.evidence = reached_on, reached_precision, evidence.strip()
        row.reported_at, row.reported_by = timezone.now(), by
        row.returned_reason, row.returned_at, row.returned_by = "", None, None
        row.save()
        keep_evidence(of=row, files=accepted, by=by)
    return row


def accept_milestone(*, row: CooperativeMilestone, seen_at: dt.datetime, by: User) -> CooperativeMilestone:
    """Accept a milestone that was reported as reached; it is locked then.

    `seen_at` is the `reported_at` of what the person read. Refused: for who reported it, when it waits no more, and
    when it was reported anew since.
    """
    with in_words():
        locked = _lock(row)
        _refuse_unless_waiting(locked)
        if locked.reported_at != seen_at:
            raise Refused(_("The co-op reported this milestone anew meanwhile. Read it again before you accept it."))
        if locked.reported_by_id == by.pk:
            raise Refused(_("You reported this milestone yourself. Another person has to accept it."))
        locked.accepted_at, locked.accepted_by = timezone.now(), by
        locked.save(update_fields=["accepted_at", "accepted_by"])
    return locked


def return_milestone(*, row: CooperativeMilestone, reason: str, by: User) -> CooperativeMilestone:
    """Say what is missing: the milestone counts as not reached until the co-op reports it again."""
    _refuse_without(reason)
    with in_words():
        locked = _lock(row)
        _refuse_unless_waiting(locked)
        locked.reached_on, locked.reached_precision = None, ""
        locked.reported_at = locked.reported_by = None
        _say_why(locked, reason, by)
        locked.save()
    return locked


def reopen_milestone(*, row: CooperativeMilestone, reason: str, by: User) -> CooperativeMilestone:
    """Take an acceptance back, with the reason; for administrators. It then waits for a manager again."""
    _refuse_without(reason)
    with in_words():
        locked = _lock(row)
        if not locked.accepted_at:
            raise Refused(_("This milestone was not accepted, so there is nothing to reopen."))
        locked.accepted_at = locked.accepted_by = None
        _say_why(locked, reason, by)
        locked.save()
    return locked


def _say_why(row: CooperativeMilestone, reason: str, by: User) -> None:
    row.returned_reason, row.returned_at, row.returned_by = reason.strip(), timezone.now(), by


def _refuse_without(reason: str) -> None:
    if not reason.strip():
        raise Refused(_("Say what is missing."))


def _refuse_unless_waiting(row: CooperativeMilestone) -> None:
    if row.accepted_at:
        raise Refused(_("This milestone was accepted already."))
    if not row.reached_on:
        raise Refused(_("This milestone is not reported as reached any more. Look at it again."))
