"""Reminders by mail: who wants none of which kind, and which weekly digests went out."""

from __future__ import annotations

import pghistory
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from config.records import Record


class ReminderKind(models.TextChoices):
    """What a weekly digest may speak of."""

    CERTIFICATE = "certificate", _("certificates that expire")
    AUDIT = "audit", _("audits due")
    SUSPENSION = "suspension", _("suspensions that run out")
    MEASURE = "measure", _("corrective measures due")


@pghistory.track()
class ReminderOptOut(Record):
    """A person wants no reminders of one kind; the row is deleted when they want them again."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="reminder_opt_outs", verbose_name=_("person")
    )
    kind = models.CharField(_("kind"), max_length=12, choices=ReminderKind)

    class Meta:
        verbose_name = _("reminder switched off")
        verbose_name_plural = _("reminders switched off")
        ordering = ("user", "kind")
        constraints = (
            models.UniqueConstraint(
                fields=("user", "kind"),
                name="reminder_opt_out_once",
                violation_error_message=_("These reminders are already switched off."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.user}: {self.get_kind_display()}"


@pghistory.track()
class ReminderDigest(Record):
    """The digest of one week went to one person. Its row is written before the mail leaves, so that none goes twice."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="reminder_digests", verbose_name=_("person")
    )
    week_on = models.DateField(_("week from Monday"))
    sent_at = models.DateTimeField(_("sent at"))
    items = models.PositiveSmallIntegerField(_("reminders in it"))

    class Meta:
        verbose_name = _("weekly digest")
        verbose_name_plural = _("weekly digests")
        ordering = ("-week_on", "user")
        constraints = (
            models.UniqueConstraint(
                fields=("user", "week_on"),
                name="reminder_digest_once",
                violation_error_message=_("The digest of this week already went to this person."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.user}, {self.week_on}"
