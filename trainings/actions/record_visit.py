"""Recording a follow-up visit."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone
from django.utils.translation import gettext as _

from config.errors import Refused, in_words
from cooperatives.models import Cooperative, Member, User
from trainings.models import FollowUpVisit, Training


def record_visit(
    *,
    cooperative: Cooperative,
    practice: str,
    adopted: str,
    visited_on: dt.date,
    evidence: str = "",
    member: Member | None = None,
    training: Training | None = None,
    by: User,
) -> FollowUpVisit:
    """Record what was seen of a practice at a person's farm, or at the co-op when there is no `member`.

    Refused: a date to come, a person of another co-op.
    """
    if visited_on > cooperative.today():
        raise Refused(_("The date lies in the future. Record a visit once it was made."))
    with in_words():
        return FollowUpVisit.objects.create(
            cooperative=cooperative,
            member=member,
            training=training,
            visited_on=visited_on,
            practice=practice,
            adopted=adopted,
            evidence=evidence,
            recorded_at=timezone.now(),
            recorded_by=by,
            is_example=cooperative.is_example or by.is_example or bool(member and member.is_example),
        )
