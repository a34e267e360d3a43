"""Inviting a person to a role: sending, sending again, withdrawing, accepting."""

from __future__ import annotations

import secrets
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from config.errors import Refused, in_words
from cooperatives.access import may_give
from cooperatives.models import Cooperative, Invitation, Programme, ProgrammeAssignment, StaffAssignment, User
from cooperatives.models.invitations import VALID, InvitationQuerySet, hashed


def invite_person(
    *, email: str, name: str, language: str = "", role: str, place: Cooperative | Programme, by: User
) -> tuple[Invitation, str]:
    """Invite somebody to a role in a co-op or programme: the invitation, and the secret of its link, told once.

    An older invitation of the same person to the same role, still waiting, is withdrawn. Not allowed where `by` may not
    give the role. Refused when the person holds it.
    """
    if not may_give(by, role, place):
        raise PermissionDenied
    of = _place(place)
    with in_words():
        # Two people who invite at once queue up here.
        type(place)._default_manager.select_for_update(no_key=True).get(pk=place.pk)
        now, token = timezone.now(), secrets.token_urlsafe(32)
        if _roles_in(place).filter(user__email__iexact=email, role=role, ended_at__isnull=True).exists():
            raise Refused(_("This person has this role already."))
        _waiting(email, role, of).update(withdrawn_at=now, withdrawn_by=by)
        invitation = Invitation.objects.create(
            email=User.objects.normalize_email(email),
            name=name,
            language=language,
            role=role,
            **of,
            token_hash=hashed(token),
            invited_at=now,
            invited_by=by,
            expires_at=now + VALID,
            is_example=place.is_example or by.is_example,
        )
        return invitation, token


def renew_link(*, invitation: Invitation, by: User) -> str:
    """A new link for an invitation that waits, told once; the old one no longer works. Refused once it was accepted."""
    if not may_give(by, invitation.role, invitation.place):
        raise PermissionDenied
    with in_words():
        locked = _locked(invitation)
        token = secrets.token_urlsafe(32)
        locked.token_hash, locked.expires_at, locked.mailed_at = hashed(token), timezone.now() + VALID, None
        locked.save(update_fields=["token_hash", "expires_at", "mailed_at"])
        return token


def withdraw_invitation(*, invitation: Invitation, by: User) -> None:
    """Take an invitation back; its link no longer works. Refused once it was accepted."""
    if not may_give(by, invitation.role, invitation.place):
        raise PermissionDenied
    with in_words():
        locked = _locked(invitation)
        locked.withdrawn_at, locked.withdrawn_by = timezone.now(), by
        locked.save(update_fields=["withdrawn_at", "withdrawn_by"])


def accept_invitation(*, token: str, password: str | None = None, name: str = "", user: User | None = None) -> User:
    """Take the role with the link: as `user`, who is signed in and has its address, or as a new person.

    A new person signs in with `password`; without one they have none yet. Refused, always in the same words: a link
    that is unknown, used, withdrawn or too old, one for another address than that of `user`, and a new person where
    the address has an account (its owner signs in first). A link is used once, also when two use it at one moment.
    """
    with in_words():
        found = InvitationQuerySet(Invitation).usable(token).select_for_update(no_key=True, of=("self",)).first()
        if found is None:
            raise Refused(_("This link no longer works."))
        has_account = User.objects.filter(email__iexact=found.email).exists()
        if (user is None and has_account) or (user is not None and user.email.lower() != found.email.lower()):
            raise Refused(_("This link no longer works."))
        person = user or User.objects.create_user(
            found.email,
            password,
            name=name or found.name,
            language=found.language,
            is_example=found.is_example,
        )
        _give(found, person)
        found.accepted_at, found.accepted_by = timezone.now(), person
        found.save(update_fields=["accepted_at", "accepted_by"])
        return person


def _give(invitation: Invitation, person: User) -> None:
    held = _roles_in(invitation.place).filter(user=person, role=invitation.role, ended_at__isnull=True)
    if held.exists():
        return
    of = {"user": person, "role": invitation.role, "is_example": invitation.is_example}
    if invitation.cooperative:
        today = invitation.cooperative.today()
        StaffAssignment.objects.create(cooperative=invitation.cooperative, started_on=today, **of)
    elif invitation.programme:
        ProgrammeAssignment.objects.create(programme=invitation.programme, **of)


def _locked(invitation: Invitation) -> Invitation:
    waiting = InvitationQuerySet(Invitation).waiting().filter(pk=invitation.pk)
    locked = waiting.select_for_update(no_key=True, of=("self",)).first()
    if locked is None:
        raise Refused(_("This invitation was accepted or withdrawn already."))
    return locked


def _place(place: Cooperative | Programme) -> dict[str, Cooperative | Programme]:
    return {"cooperative" if isinstance(place, Cooperative) else "programme": place}


def _roles_in(place: Cooperative | Programme) -> QuerySet[Any]:
    """The roles held in a co-op or programme, also ended ones."""
    if isinstance(place, Cooperative):
        return StaffAssignment.objects.filter(cooperative=place)
    return ProgrammeAssignment.objects.filter(programme=place)


def _waiting(email: str, role: str, of: dict[str, Cooperative | Programme]) -> InvitationQuerySet:
    return InvitationQuerySet(Invitation).waiting().filter(Q(**of), email__iexact=email, role=role)
