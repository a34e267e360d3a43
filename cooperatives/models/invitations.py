"""Invitations: how a person comes to a role, and to an account when they have none."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import ClassVar, cast

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from config.errors import Rule, refuse_when
from config.records import Record, fixed, never_deleted, together
from cooperatives.models.cooperatives import Cooperative
from cooperatives.models.programmes import Programme
from cooperatives.roles import CooperativeRole, ProgrammeRole

VALID = dt.timedelta(days=7)  # how long a link works


def hashed(token: str) -> str:
    """What is kept of the secret part of a link: whoever reads the database cannot use it."""
    return hashlib.sha256(token.encode()).hexdigest()


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Invitations, chosen in the words of the office."""

    def waiting(self) -> InvitationQuerySet:
        """Those nobody accepted or withdrew, also when their link is too old by now."""
        return self.filter(accepted_at__isnull=True, withdrawn_at__isnull=True)

    def usable(self, token: str) -> InvitationQuerySet:
        """The one with this secret, while its link works."""
        return self.waiting().filter(token_hash=hashed(token), expires_at__gt=timezone.now())


@pghistory.track(exclude=["token_hash"])
class Invitation(Record):
    """Somebody is invited to a role in one co-op or one programme. The link works once and for VALID."""

    email = models.EmailField(_("mail address"))
    name = models.CharField(_("name"), max_length=120)
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES, blank=True)
    cooperative = models.ForeignKey(
        Cooperative, models.PROTECT, related_name="invitations", null=True, blank=True, verbose_name=_("co-op")
    )
    programme = models.ForeignKey(
        Programme, models.PROTECT, related_name="invitations", null=True, blank=True, verbose_name=_("programme")
    )
    role = models.CharField(_("role"), max_length=10)
    token_hash = models.CharField(_("fingerprint of the link"), max_length=64, unique=True, editable=False)
    invited_at = models.DateTimeField(_("invited at"), editable=False)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False, verbose_name=_("invited by")
    )
    mailed_at = models.DateTimeField(_("mailed at"), null=True, blank=True, editable=False)
    expires_at = models.DateTimeField(_("link works until"), editable=False)
    accepted_at = models.DateTimeField(_("accepted at"), null=True, blank=True, editable=False)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="accepted_invitations",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("accepted by"),
    )
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True, editable=False)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("withdrawn by"),
    )

    objects: ClassVar[models.Manager[Invitation]] = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ("-invited_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(cooperative__isnull=False, programme__isnull=True, role__in=CooperativeRole.values)
                | Q(cooperative__isnull=True, programme__isnull=False, role__in=ProgrammeRole.values),
                name="invitation_to_one_role",
                violation_error_message=_("An invitation is to one role, in one co-op or in one programme."),
            ),
            together("invitation_accepted", "accepted_at", "accepted_by"),
            together("invitation_withdrawn", "withdrawn_at", "withdrawn_by"),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True)
                | Q(accepted_at__isnull=False, withdrawn_at__isnull=True, accepted_at__lte=F("expires_at")),
                name="invitation_accepted_in_time",
                violation_error_message=_("This link no longer works."),
            ),
            models.UniqueConstraint(
                Lower("email"),
                "cooperative",
                "role",
                condition=Q(cooperative__isnull=False, accepted_at__isnull=True, withdrawn_at__isnull=True),
                name="invitation_once_to_cooperative",
                violation_error_message=_("This person is invited to this role already. Send the invitation again."),
            ),
            models.UniqueConstraint(
                Lower("email"),
                "programme",
                "role",
                condition=Q(programme__isnull=False, accepted_at__isnull=True, withdrawn_at__isnull=True),
                name="invitation_once_to_programme",
                violation_error_message=_("This person is invited to this role already. Send the invitation again."),
            ),
        )
        triggers = (
            Rule(
                name="invitation_used_once",
                sentence=_("This link no longer works."),
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func=refuse_when("OLD.accepted_at IS NOT NULL OR OLD.withdrawn_at IS NOT NULL", "invitation_used_once")
                + " RETURN NEW;",
            ),
            fixed(
                "invitation_stays_as_sent",
                *("email", "cooperative_id", "programme_id", "role", "invited_at", "invited_by_id"),
                sentence=_("What was sent stays. Withdraw the invitation and invite again."),
            ),
            never_deleted("invitation_never_deleted"),
        )

    def __str__(self) -> str:
        return f"{self.name or self.email}: {self.get_role_display()}, {self.place}"

    @property
    def place(self) -> Cooperative | Programme:
        """The co-op or programme of the role."""
        return cast("Cooperative | Programme", self.cooperative or self.programme)

    @property
    def is_expired(self) -> bool:
        """Whether its link is too old."""
        return self.expires_at <= timezone.now()

    def get_role_display(self) -> str:
        """The role in words."""
        return str(CooperativeRole(self.role).label if self.cooperative_id else ProgrammeRole(self.role).label)
