"""Who came: names from a roll call, or a head count where no names were taken."""

from __future__ import annotations

from typing import Any

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from config.errors import Rule, refuse_when
from config.records import Record, same_cooperative
from cooperatives.models import Cooperative, Member
from trainings.models.trainings import TrainingSession

_TODAY = "(now() AT TIME ZONE (SELECT time_zone FROM cooperatives_cooperative WHERE id = NEW.cooperative_id))::date"


def _held(name: str) -> Rule:
    """People are counted on a day that has come, of a training that was not cancelled.

    The lock keeps the training as it is until this is committed.
    """
    return Rule(
        name=name,
        sentence=_("People are counted on a day that has come, of a training that was not cancelled."),
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("session_id", "cooperative_id"),
        declare=[("came", "RECORD")],
        func="SELECT s.held_on, t.state INTO came FROM trainings_trainingsession s"
        " JOIN trainings_training t ON t.id = s.training_id WHERE s.id = NEW.session_id FOR SHARE OF t; "
        + refuse_when(f"came.state = 'cancelled' OR came.held_on > {_TODAY}", name)
        + " RETURN NEW;",
    )


def one_entry_a_person(name: str) -> Rule:
    """Nothing new hangs on an entry that was merged into another."""
    return Rule(
        name=name,
        sentence=_("This entry was merged into another one for the same person. Choose the other one."),
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("member_id"),
        declare=[("first_entry", "BIGINT")],
        func="SELECT merged_into_id INTO first_entry FROM cooperatives_member WHERE id = NEW.member_id FOR SHARE; "
        + refuse_when("first_entry IS NOT NULL", name)
        + " RETURN NEW;",
    )


def _either(name: str, lock: str, other: str, sentence: Any) -> Rule:
    """Names or a head count. Those who mark names share the lock on the day, a head count has it for itself."""
    return Rule(
        name=name,
        sentence=sentence,
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("session_id", "cooperative_id"),
        func=f"PERFORM FROM trainings_trainingsession WHERE id = NEW.session_id FOR {lock}; "
        + refuse_when(
            f"EXISTS (SELECT FROM {other} WHERE session_id = NEW.session_id AND cooperative_id = NEW.cooperative_id)",
            name,
        )
        + " RETURN NEW;",
    )


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
        triggers = (
            same_cooperative("attendance_same_cooperative", "member_id", "cooperatives_member"),
            _held("attendance_of_a_day_held"),
            one_entry_a_person("attendance_of_first_entry"),
            _either(
                "attendance_or_head_count",
                "SHARE",
                "trainings_headcount",
                _("People of this co-op were counted by heads on this day. Take the head count away to mark names."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.member}, {self.session}"


@pghistory.track()
class HeadCount(Record):
    """How many people of a co-op came on a day where no names were taken. Never beside names of the same co-op."""

    session = models.ForeignKey(
        TrainingSession, models.PROTECT, related_name="head_counts", verbose_name=_("training session")
    )
    cooperative = models.ForeignKey(Cooperative, models.PROTECT, related_name="head_counts", verbose_name=_("co-op"))
    women = models.PositiveIntegerField(_("women"))
    men = models.PositiveIntegerField(_("men"))
    unrecorded = models.PositiveIntegerField(_("not recorded whether women or men"), default=0)
    under_30 = models.PositiveIntegerField(_("of them younger than 30"), null=True, blank=True)
    counted_at = models.DateTimeField(_("counted at"), editable=False)
    counted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False, verbose_name=_("counted by")
    )

    class Meta:
        verbose_name = _("head count")
        verbose_name_plural = _("head counts")
        ordering = ("session", "cooperative")
        indexes = (models.Index(fields=("cooperative", "session"), name="head_count_by_cooperative"),)
        constraints = (
            models.UniqueConstraint(
                fields=("session", "cooperative"),
                name="head_count_once",
                violation_error_message=_("The people of this co-op are already counted for this day."),
            ),
            models.CheckConstraint(
                condition=Q(women__gt=0) | Q(men__gt=0) | Q(unrecorded__gt=0),
                name="head_count_of_somebody",
                violation_error_message=_("A head count counts at least one person."),
            ),
            models.CheckConstraint(
                condition=Q(under_30__isnull=True) | Q(under_30__lte=F("women") + F("men") + F("unrecorded")),
                name="head_count_under_30_within_all",
                violation_error_message=_("There can't be more people younger than 30 than people."),
            ),
        )
        triggers = (
            _held("head_count_of_a_day_held"),
            _either(
                "head_count_or_attendance",
                "NO KEY UPDATE",
                "trainings_attendance",
                _("Names of this co-op were taken on this day, so its heads are not counted besides."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.cooperative}, {self.session}"

    @property
    def total(self) -> int:
        """Everybody counted."""
        return self.women + self.men + self.unrecorded
