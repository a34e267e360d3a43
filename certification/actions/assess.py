"""A self-assessment from its start to its review."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certification.actions.move_file import lock_file
from certification.models import Answer, Assessment, CertificationFile, StandardVersion
from certification.models.answers import AnswerQuerySet
from certification.models.audits import AssessmentKind, AssessmentState
from config.errors import Refused, in_words
from cooperatives.models import User

UNDER_WAY = (AssessmentState.OPEN, AssessmentState.SUBMITTED, AssessmentState.RETURNED)


def start_self_assessment(
    *, file: CertificationFile, started_on: dt.date, version: StandardVersion | None = None, by: User
) -> tuple[Assessment, bool]:
    """The self-assessment under way, or a new one by the file's version; whether it is new.

    Refused: a file without a version of a standard, a day that has not come yet.
    """
    with in_words():
        locked = lock_file(file)
        earlier = Assessment.objects.filter(file=locked, kind=AssessmentKind.SELF, state__in=UNDER_WAY).first()
        if earlier:
            return earlier, False
        version = version or locked.version
        if version is None:
            raise Refused(_("Choose the version of the standard first: the file has none yet."))
        started = Assessment.objects.create(
            cooperative_id=locked.cooperative_id,
            file=locked,
            version=version,
            kind=AssessmentKind.SELF,
            state=AssessmentState.OPEN,
            started_on=started_on,
            opened_at=timezone.now(),
            opened_by=by,
            is_example=locked.is_example or by.is_example,
        )
        return started, True


def submit_assessment(*, assessment: Assessment, by: User) -> Assessment:
    """Hand a self-assessment in for review. What is not answered stays so, and counts as not answered.

    Refused: nothing answered at all, "not applicable" without a word why, one that is not open.
    """
    with locked_assessment(assessment, AssessmentState.OPEN, AssessmentState.RETURNED) as locked:
        answers = Answer.objects.filter(assessment=locked)
        assert isinstance(answers, AnswerQuerySet)  # noqa: S101
        if not answers.given().exists():
            raise Refused(_("Nothing is answered yet. Answer at least one section before you submit."))
        if unexplained := answers.filter(is_not_applicable=True, comment="").count():
            raise Refused(
                ngettext(
                    "%s answer says “not applicable” without a word why. Add a comment to it.",
                    "%s answers say “not applicable” without a word why. Add a comment to each.",
                    unexplained,
                )
                % unexplained
            )
        locked.state, locked.submitted_by, locked.submitted_at = AssessmentState.SUBMITTED, by, timezone.now()
        locked.save(update_fields=["state", "submitted_by", "submitted_at"])
        return locked


def return_assessment(*, assessment: Assessment, reason: str, by: User) -> Assessment:
    """Send a submitted self-assessment back to the co-op, saying what to correct. Refused without a reason."""
    if not reason.strip():
        raise Refused(_("Say what needs to be corrected."))
    with locked_assessment(assessment, AssessmentState.SUBMITTED) as locked:
        locked.state, locked.returned_by, locked.returned_at = AssessmentState.RETURNED, by, timezone.now()
        locked.returned_reason = reason.strip()
        locked.save(update_fields=["state", "returned_by", "returned_at", "returned_reason"])
        return locked


def review_assessment(
    *, assessment: Assessment, note: str = "", seen: dt.datetime | None = None, by: User
) -> Assessment:
    """Confirm a submitted self-assessment; its answers then stay as they are. `seen` is the `submitted_at` looked at.

    Refused: by who submitted it, one that is not submitted, one that was submitted anew since.
    """
    with locked_assessment(assessment, AssessmentState.SUBMITTED) as locked:
        if locked.submitted_by_id == by.pk:
            raise Refused(_("You submitted this self-assessment yourself. Another person has to review it."))
        if seen is not None and seen != locked.submitted_at:
            raise Refused(_("It was submitted anew meanwhile. Look at it again before you review it."))
        locked.state, locked.closed_by, locked.closed_at = AssessmentState.REVIEWED, by, timezone.now()
        locked.closed_note, locked.ended_on = note.strip(), locked.cooperative.today()
        locked.save(update_fields=["state", "closed_by", "closed_at", "closed_note", "ended_on"])
        return locked


def cancel_assessment(*, assessment: Assessment, reason: str, by: User) -> Assessment:
    """Call off an audit or a self-assessment that is not done. Refused without a reason."""
    if not reason.strip():
        raise Refused(_("Say why it is cancelled."))
    states = (AssessmentState.PLANNED, AssessmentState.OPEN, AssessmentState.RETURNED)
    with locked_assessment(assessment, *states) as locked:
        locked.state, locked.closed_by, locked.closed_at = AssessmentState.CANCELLED, by, timezone.now()
        locked.closed_note = reason.strip()
        locked.save(update_fields=["state", "closed_by", "closed_at", "closed_note"])
        return locked


@contextmanager
def locked_assessment(assessment: Assessment, *states: AssessmentState) -> Iterator[Assessment]:
    """The assessment, locked, in one of `states`; what the database refuses comes out in words."""
    with in_words():
        locked = (
            Assessment.objects.select_for_update(of=("self",), no_key=True)
            .select_related("cooperative")
            .get(pk=assessment.pk)
        )
        if locked.state not in states:
            raise Refused(
                _("This %(kind)s is %(state)s by now. Look at it again before you go on.")
                % {"kind": locked.get_kind_display(), "state": locked.get_state_display()}
            )
        yield locked
