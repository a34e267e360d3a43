"""Private links by which a calendar program reads the trainings."""

from __future__ import annotations

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from config.records import Record, never_deleted, together
from cooperatives.models import Cooperative, Programme


@pghistory.track(exclude=["secret"])
class CalendarFeed(Record):
    """A link to the trainings of one programme or one co-op. It shows no more than its maker may see, until revoked."""

    secret = models.UUIDField(_("secret part of the link"), default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(
        Programme, models.PROTECT, related_name="calendar_feeds", null=True, blank=True, verbose_name=_("programme")
    )
    cooperative = models.ForeignKey(
        Cooperative, models.PROTECT, related_name="calendar_feeds", null=True, blank=True, verbose_name=_("co-op")
    )
    made_at = models.DateTimeField(_("made at"), editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False, verbose_name=_("made by")
    )
    revoked_at = models.DateTimeField(_("revoked at"), null=True, blank=True, editable=False)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("revoked by"),
    )

    class Meta:
        verbose_name = _("calendar link")
        verbose_name_plural = _("calendar links")
        ordering = ("-made_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(programme__isnull=True, cooperative__isnull=False)
                | Q(programme__isnull=False, cooperative__isnull=True),
                name="calendar_feed_of_one",
                violation_error_message=_("A calendar link is for one programme or for one co-op."),
            ),
            together("calendar_feed_revoked", "revoked_at", "revoked_by"),
        )
        triggers = (never_deleted("calendar_feed_never_deleted"),)

    def __str__(self) -> str:
        return str(self.programme or self.cooperative)
