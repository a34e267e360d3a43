"""Ending a role, and ending sessions."""

from __future__ import annotations

from collections.abc import Iterable

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from config.errors import in_words
from cooperatives.access import may_give
from cooperatives.models import ProgrammeAssignment, StaffAssignment, User


def end_role(*, assignment: StaffAssignment | ProgrammeAssignment, by: User) -> None:
    """Take a role away now. The row stays, so that the name stays on what the person did.

    The database ends all open sessions of the person with it, whoever writes; here their rows go too. Ending a role
    that has ended changes nothing. Not allowed where `by` may not give the role.
    """
    place = assignment.cooperative if isinstance(assignment, StaffAssignment) else assignment.programme
    if not may_give(by, assignment.role, place):
        raise PermissionDenied
    with in_words():
        rows = type(assignment)._default_manager.filter(pk=assignment.pk, ended_at__isnull=True)
        if rows.update(ended_at=timezone.now(), ended_by=by):
            end_sessions(sessions=UserSession.objects.filter(user=assignment.user_id))


def end_sessions(*, sessions: Iterable[UserSession]) -> int:
    """Sign these browsers out; how many they were."""
    with transaction.atomic():
        keys = [session.session_key for session in sessions]
        Session.objects.filter(session_key__in=keys).delete()
        UserSession.objects.filter(session_key__in=keys).delete()
        return len(keys)
