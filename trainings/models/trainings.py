"""Trainings, their days and who came."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from config.dates import precision_constraint, precision_field
from config.records import Record, same_cooperative
from cooperatives.models import Cooperative, Member, Programme
from trainings.models.tracks import Track


class TrainingKind(models.TextChoices):
    """What sort of event it is."""

    WORKSHOP = "workshop", _("workshop")
    FIELD_VISIT = "field visit", _("field visit")
    COACHING = "coaching", _("coaching")
    EXCHANGE = "exchange", _("exchange")
    TRADE_EVENT = "trade event", _("trade event")
    AWARENESS = "awareness", _("awareness meeting")


class TrainingState(models.TextChoices):
    """Where a training stands."""

    PLANNED = "planned", _("planned")
    HELD = "held", _("held")
    CANCELLED = "cancelled", _("cancelled")


@pghistory.track()
class Training(Record):
    """An event that teaches something, in one of the tracks. Its dates may be unknown for historic ones."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="trainings", verbose_name=_("programme"))
    track = models.ForeignKey(
        Track,
        models.PROTECT,
        related_name="trainings",
        verbose_name=_("track"),
        null=True,
        blank=True,
        help_text=_("Empty for historic trainings that belong to no track of this programme."),
    )
    title = models.CharField(_("title"), max_length=160)
    title_es = models.CharField(_("title in Spanish"), max_length=160, blank=True)
    title_pt = models.CharField(_("title in Portuguese"), max_length=160, blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=TrainingKind, blank=True)
    state = models.CharField(_("state"), max_length=9, choices=TrainingState, default=TrainingState.PLANNED)
    starts_on = models.DateField(_("first day"), null=True, blank=True)
    starts_precision = precision_field()
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=120, blank=True)
    cancelled_reason = models.TextField(_("why it was cancelled"), blank=True)
    cooperatives = models.ManyToManyField(
        Cooperative, through="TrainingInvitation", related_name="trainings", verbose_name=_("co-ops invited")
    )
    source = models.TextField(_("source"), blank=True)

    class Meta:
        verbose_name = _("training")
        verbose_name_plural = _("trainings")
        ordering = (F("starts_on").desc(nulls_last=True), "pk")
        constraints = (
            precision_constraint("starts", "training_start_precision"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(starts_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="training_ends_after_start",
                violation_error_message=_("A training can't end before its first day."),
            ),
            models.CheckConstraint(
                condition=~Q(state="cancelled") | ~Q(cancelled_reason=""),
                name="training_cancelled_with_reason",
                violation_error_message=_("Say why the training was cancelled."),
            ),
        )

    def __str__(self) -> str:
        return self.title


@pghistory.track()
class TrainingInvitation(Record):
    """A co-op is invited to a training."""

    training = models.ForeignKey(Training, models.PROTECT, related_name="invitations", verbose_name=_("training"))
    cooperative = models.ForeignKey(
        Cooperative, models.PROTECT, related_name="training_invitations", verbose_name=_("co-op")
    )

    class Meta:
        verbose_name = _("invited co-op")
        verbose_name_plural = _("invited co-ops")
        ordering = ("training", "cooperative")
        constraints = (
            models.UniqueConstraint(
                fields=("training", "cooperative"),
                name="training_invitation_once",
                violation_error_message=_("This co-op is already invited."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.training}: {self.cooperative}"


@pghistory.track()
class TrainingSession(Record):
    """One day of a training, with its hours."""

    training = models.ForeignKey(Training, models.PROTECT, related_name="sessions", verbose_name=_("training"))
    held_on = models.DateField(_("day"))
    hours = models.DecimalField(_("hours"), max_digits=4, decimal_places=1, null=True, blank=True)

    class Meta:
        verbose_name = _("training session")
        verbose_name_plural = _("training sessions")
        ordering = ("held_on", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("training", "held_on"),
                name="training_session_once_a_day",
                violation_error_message=_("This day of the training is already recorded."),
            ),
            models.CheckConstraint(
                condition=Q(hours__isnull=True) | Q(hours__gt=0, hours__lte=24),
                name="training_session_hours",
                violation_error_message=_("Hours are more than 0 and at most 24."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.training}, {self.held_on}"


@pghistory.track()
class Attendance(Record):
    """A member was there on one day of a training."""

    session = models.ForeignKey(
        TrainingSession, models.PROTECT, related_name="attendances", verbose_name=_("training session")
    )
    cooperative = models.ForeignKey(Cooperative, models.PROTECT, related_name="attendances", verbose_name=_("co-op"))
    member = models.ForeignKey(Member, models.PROTECT, related_name="attendances", verbose_name=_("member"))

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        ordering = ("session", "member")
        indexes = (models.Index(fields=("cooperative", "session"), name="attendance_by_cooperative"),)
        constraints = (
            models.UniqueConstraint(
                fields=("session", "member"),
                name="attendance_once",
                violation_error_message=_("This member is already marked for this day."),
            ),
        )
        triggers = (same_cooperative("attendance_same_cooperative", "member_id", "cooperatives_member"),)

    def __str__(self) -> str:
        return f"{self.member}, {self.session}"
