"""Scores before and after a training, each with the version of the test it was taken with."""

from __future__ import annotations

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from config.errors import Rule, refuse_when
from config.records import Record, never_deleted, same_cooperative
from cooperatives.models import Cooperative, Member
from trainings.models.attendance import one_entry_a_person
from trainings.models.trainings import Training


@pghistory.track()
class Instrument(Record):
    """A test in one version, with the most points it gives. A changed test is a new version, never an edited one."""

    name = models.CharField(_("name"), max_length=120)
    version = models.CharField(_("version"), max_length=20)
    maximum = models.DecimalField(_("most points"), max_digits=6, decimal_places=2)
    note = models.TextField(_("note"), blank=True)
    is_retired = models.BooleanField(_("no longer used"), default=False)

    class Meta:
        verbose_name = _("test")
        verbose_name_plural = _("tests")
        ordering = ("name", "version", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("name", "version"),
                name="instrument_version_once",
                violation_error_message=_("This version of the test is already recorded."),
            ),
            models.CheckConstraint(
                condition=Q(maximum__gt=0),
                name="instrument_maximum_above_zero",
                violation_error_message=_("The most points a test gives are more than 0."),
            ),
        )
        triggers = (
            never_deleted("instrument_never_deleted"),
            Rule(
                name="instrument_fixed_once_scored",
                sentence=_(
                    "People were scored with this version of the test. Record the changed test as a new version."
                ),
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("name", "version", "maximum"),
                func=refuse_when(
                    "(NEW.name, NEW.version, NEW.maximum) IS DISTINCT FROM (OLD.name, OLD.version, OLD.maximum)"
                    " AND EXISTS (SELECT FROM trainings_score WHERE instrument_id = NEW.id)",
                    "instrument_fixed_once_scored",
                )
                + " RETURN NEW;",
            ),
        )

    def __str__(self) -> str:
        return f"{self.name}, {self.version}"


class Moment(models.TextChoices):
    """When a score was taken."""

    BEFORE = "before", _("before")
    AFTER = "after", _("after")


@pghistory.track()
class Score(Record):
    """The points of a person before or after a training. Compared only where both were taken with one version."""

    training = models.ForeignKey(Training, models.PROTECT, related_name="scores", verbose_name=_("training"))
    cooperative = models.ForeignKey(Cooperative, models.PROTECT, related_name="scores", verbose_name=_("co-op"))
    member = models.ForeignKey(Member, models.PROTECT, related_name="scores", verbose_name=_("member"))
    instrument = models.ForeignKey(Instrument, models.PROTECT, related_name="scores", verbose_name=_("test"))
    moment = models.CharField(_("when"), max_length=6, choices=Moment)
    points = models.DecimalField(_("points"), max_digits=6, decimal_places=2)
    entered_at = models.DateTimeField(_("entered at"), editable=False)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False, verbose_name=_("entered by")
    )

    class Meta:
        verbose_name = _("score")
        verbose_name_plural = _("scores")
        ordering = ("training", "member", "-moment")
        indexes = (models.Index(fields=("cooperative", "training"), name="score_by_cooperative"),)
        constraints = (
            models.UniqueConstraint(
                fields=("training", "member", "moment"),
                name="score_once",
                violation_error_message=_("This person already has a score at this moment."),
            ),
            models.CheckConstraint(
                condition=Q(points__gte=0),
                name="score_not_negative",
                violation_error_message=_("Points are not below 0."),
            ),
        )
        triggers = (
            same_cooperative("score_same_cooperative", "member_id", "cooperatives_member"),
            one_entry_a_person("score_of_first_entry"),
            Rule(
                name="score_within_maximum",
                sentence=_("These are more points than the test gives."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("points", "instrument_id"),
                declare=[("most", "NUMERIC")],
                func="SELECT maximum INTO most FROM trainings_instrument WHERE id = NEW.instrument_id FOR SHARE; "
                + refuse_when("NEW.points > most", "score_within_maximum")
                + " RETURN NEW;",
            ),
        )

    def __str__(self) -> str:
        return f"{self.member}, {self.training}: {self.points}"
