"""Trainings, who is invited, who teaches, and their days."""

from __future__ import annotations

import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from config.dates import precision_constraint, precision_field
from config.errors import Rule, refuse_when
from config.records import Record, never_deleted, together
from config.words import words_in
from cooperatives.models import Cooperative, Programme
from trainings.models.modules import Module
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
    REPORTED = "reported", _("reported")
    CANCELLED = "cancelled", _("cancelled")


# A training that took place, with or without its report.
TOOK_PLACE = (TrainingState.HELD, TrainingState.REPORTED)
_ARROWS = "('planned','held'), ('held','reported'), ('reported','held'), ('planned','cancelled')"
_PEOPLE_CAME = (
    "(EXISTS (SELECT FROM trainings_attendance a JOIN trainings_trainingsession s ON s.id = a.session_id"
    " WHERE s.training_id = NEW.id) OR EXISTS (SELECT FROM trainings_headcount h"
    " JOIN trainings_trainingsession s ON s.id = h.session_id WHERE s.training_id = NEW.id))"
)


@pghistory.track()
class Training(Record):
    """An event that teaches something, in one of the tracks. Its dates may be unknown for historic ones.

    Planned, then held, then reported; or cancelled, with a reason. `trainers` are people of the programme, those who
    do not sign in stand in `other_trainers`.
    """

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
    host = models.ForeignKey(
        Cooperative,
        models.PROTECT,
        related_name="trainings_hosted",
        null=True,
        blank=True,
        verbose_name=_("host co-op"),
    )
    modules = models.ManyToManyField(
        Module, through="TrainingModule", related_name="trainings", verbose_name=_("modules")
    )
    trainers = models.ManyToManyField(
        settings.AUTH_USER_MODEL, through="TrainingTrainer", related_name="trainings", verbose_name=_("trainers")
    )
    other_trainers = models.CharField(_("other trainers"), max_length=200, blank=True, default="", db_default="")
    cancelled_reason = models.TextField(_("why it was cancelled"), blank=True)
    cancelled_at = models.DateTimeField(_("cancelled at"), null=True, blank=True, editable=False)
    cancelled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("cancelled by"),
    )
    report = models.TextField(_("report"), blank=True, default="", db_default="", help_text=_("What came of it."))
    reported_at = models.DateTimeField(_("reported at"), null=True, blank=True, editable=False)
    reported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("reported by"),
    )
    cooperatives = models.ManyToManyField(
        Cooperative, through="TrainingInvitation", related_name="trainings", verbose_name=_("co-ops invited")
    )
    source = models.TextField(_("source"), blank=True)

    class Meta:
        verbose_name = _("training")
        verbose_name_plural = _("trainings")
        ordering = (F("starts_on").desc(nulls_last=True), "pk")
        indexes = (GinIndex(words_in("title", "title_es", "title_pt"), name="training_by_words"),)
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
            together("training_cancelled", "cancelled_at", "cancelled_by"),
            together("training_reported", "reported_at", "reported_by"),
            models.CheckConstraint(
                condition=~Q(state="reported") | ~Q(report="") & Q(reported_at__isnull=False),
                name="training_reported_with_report",
                violation_error_message=_("Write what came of the training before it counts as reported."),
            ),
        )
        triggers = (
            never_deleted("training_never_deleted"),
            Rule(
                name="training_state_arrow",
                sentence=_(
                    "A training is planned, then held, then reported; only a planned one is cancelled. To plan it "
                    "again, plan a new one."
                ),
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("state"),
                func=refuse_when(
                    f"NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN ({_ARROWS})", "training_state_arrow"
                )
                + " RETURN NEW;",
            ),
            Rule(
                name="training_cancelled_without_people",
                sentence=_("People came to this training, so it was held and can't be cancelled."),
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("state"),
                func=refuse_when(
                    f"NEW.state = 'cancelled' AND OLD.state <> 'cancelled' AND {_PEOPLE_CAME}",
                    "training_cancelled_without_people",
                )
                + " RETURN NEW;",
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def took_place(self) -> bool:
        """Held, whether reported or not."""
        return self.state in TOOK_PLACE


@pghistory.track()
class TrainingModule(Record):
    """A training teaches a module."""

    training = models.ForeignKey(Training, models.PROTECT, related_name="module_rows", verbose_name=_("training"))
    module = models.ForeignKey(Module, models.PROTECT, related_name="training_rows", verbose_name=_("module"))

    class Meta:
        verbose_name = _("module of a training")
        verbose_name_plural = _("modules of trainings")
        ordering = ("training", "module")
        constraints = (
            models.UniqueConstraint(
                fields=("training", "module"),
                name="training_module_once",
                violation_error_message=_("The training already has this module."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.training}: {self.module}"


@pghistory.track()
class TrainingTrainer(Record):
    """A person of the programme teaches at a training."""

    training = models.ForeignKey(Training, models.PROTECT, related_name="trainer_rows", verbose_name=_("training"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="trainer_rows", verbose_name=_("trainer")
    )

    class Meta:
        verbose_name = _("trainer of a training")
        verbose_name_plural = _("trainers of trainings")
        ordering = ("training", "user")
        constraints = (
            models.UniqueConstraint(
                fields=("training", "user"),
                name="training_trainer_once",
                violation_error_message=_("This person already teaches at the training."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.training}: {self.user}"


@pghistory.track()
class TrainingInvitation(Record):
    """A co-op is invited to a training, with so many people as there are places for it."""

    training = models.ForeignKey(Training, models.PROTECT, related_name="invitations", verbose_name=_("training"))
    cooperative = models.ForeignKey(
        Cooperative, models.PROTECT, related_name="training_invitations", verbose_name=_("co-op")
    )
    places = models.PositiveIntegerField(_("people invited"), null=True, blank=True)

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
            models.CheckConstraint(
                condition=Q(places__isnull=True) | Q(places__gt=0),
                name="training_invitation_places",
                violation_error_message=_("Leave the number of people invited empty when it is not known."),
            ),
        )
        triggers = (
            Rule(
                name="training_invitation_stays_once_people_came",
                sentence=_("People of this co-op came to the training, so it stays among those invited."),
                when=pgtrigger.Before,
                operation=pgtrigger.Delete,
                # Always true; a rule with a condition does not keep every row, see `never_deleted` of the admin.
                condition=pgtrigger.Condition("OLD.cooperative_id IS NOT NULL"),
                func=refuse_when(
                    "EXISTS (SELECT FROM trainings_attendance a JOIN trainings_trainingsession s"
                    " ON s.id = a.session_id WHERE s.training_id = OLD.training_id"
                    " AND a.cooperative_id = OLD.cooperative_id)"
                    " OR EXISTS (SELECT FROM trainings_headcount h JOIN trainings_trainingsession s"
                    " ON s.id = h.session_id WHERE s.training_id = OLD.training_id"
                    " AND h.cooperative_id = OLD.cooperative_id)",
                    "training_invitation_stays_once_people_came",
                )
                + " RETURN OLD;",
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
        triggers = (
            Rule(
                name="training_session_with_people_not_in_future",
                sentence=_("People were marked for this day, so it can't lie in the future."),
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("held_on"),
                func=refuse_when(
                    "NEW.held_on > OLD.held_on AND EXISTS (SELECT FROM cooperatives_cooperative c"
                    " WHERE NEW.held_on > (now() AT TIME ZONE c.time_zone)::date AND ("
                    "EXISTS (SELECT FROM trainings_attendance WHERE session_id = NEW.id AND cooperative_id = c.id) OR "
                    "EXISTS (SELECT FROM trainings_headcount WHERE session_id = NEW.id AND cooperative_id = c.id)))",
                    "training_session_with_people_not_in_future",
                )
                + " RETURN NEW;",
            ),
        )

    def __str__(self) -> str:
        return f"{self.training}, {self.held_on}"
