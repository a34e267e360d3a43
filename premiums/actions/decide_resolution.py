"""Recording what an assembly decided: only an adopted resolution releases money."""

from __future__ import annotations

from django.db import DatabaseError, transaction
from django.utils import timezone

from config.errors import Refused, broken_rule, explain
from cooperatives.models import User
from premiums.models import Resolution
from premiums.models.assemblies import ResolutionState


def adopt_resolution(*, resolution: Resolution, by: User) -> Resolution:
    """Mark a draft as adopted and release its allotments. Refused without quorum or majority, or once decided."""
    return _decide(resolution, ResolutionState.ADOPTED, by)


def reject_resolution(*, resolution: Resolution, by: User) -> Resolution:
    """Mark a draft as rejected; it releases nothing. Refused once decided."""
    return _decide(resolution, ResolutionState.REJECTED, by)


def _decide(resolution: Resolution, state: ResolutionState, by: User) -> Resolution:
    try:
        with transaction.atomic():
            locked = Resolution.objects.select_for_update(of=("self",)).get(pk=resolution.pk)
            locked.state, locked.decided_by, locked.decided_at = state, by, timezone.now()
            locked.save(update_fields=["state", "decided_by", "decided_at"])
            return locked
    except DatabaseError as error:
        if not broken_rule(error):
            raise
        raise Refused(explain(error)) from error
