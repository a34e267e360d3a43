"""The ladder of each track, and how far each co-op has climbed it. An accepted rung is locked."""

from __future__ import annotations

import datetime as dt

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from config.dates import precision_constraint, precision_field
from config.errors import Rule, refuse_when
from config.records import Record, fixed, never_deleted, together
from cooperatives.models import Cooperative
from trainings.models.tracks import Track

DUE_WITHIN = dt.timedelta(days=60)  # how long before its date a milestone is worth a word


@pghistory.track()
class Milestone(Record):
    """A checkable step of a track, the same for every co-op; the order makes the ladder.

    One that is no longer used is switched off: it then counts nowhere, and what was recorded stays.
    """

    slug = models.SlugField(_("short key"), unique=True)
    track = models.ForeignKey(Track, models.PROTECT, related_name="milestones", verbose_name=_("track"))
    position = models.PositiveSmallIntegerField(_("order"))
    name = models.CharField(_("name"), max_length=160)
    name_es = models.CharField(_("name in Spanish"), max_length=160, blank=True)
    name_pt = models.CharField(_("name in Portuguese"), max_length=160, blank=True)
    guidance = models.TextField(_("how one can see it"), blank=True)
    guidance_es = models.TextField(_("how one can see it, in Spanish"), blank=True)
    guidance_pt = models.TextField(_("how one can see it, in Portuguese"), blank=True)
    is_active = models.BooleanField(_("in use"), default=True)
    source = models.TextField(_("source"), blank=True)

    class Meta:
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
        ordering = ("track", "position", "pk")

    def __str__(self) -> str:
        return self.name


class MilestoneState(models.TextChoices):
    """Where a co-op stands on a milestone on a given day; never stored."""

    NOT_DUE = "not due", _("not due")
    DUE = "due", _("due")
    LATE = "late", _("late")
    REACHED = "reached", _("reached, to be accepted")
    ACCEPTED = "accepted", _("accepted")
    NOT_APPLICABLE = "not applicable", _("does not apply")


def late(on: dt.date) -> Q:
    """Milestones whose due date has passed, that apply, and that nobody reported as reached."""
    return Q(due_on__lt=on, reached_on__isnull=True, not_applicable_at__isnull=True)


def to_accept() -> Q:
    """Milestones reported as reached that wait for a manager."""
    return Q(reached_on__isnull=False, accepted_at__isnull=True)


@pghistory.track()
class CooperativeMilestone(Record):
    """A milestone at one co-op: when it is due, when it was reached and how one can see it, who accepted that.

    Without a row it is not due. `returned_reason` is what a manager missed, until the co-op reports it again.
    """

    cooperative = models.ForeignKey(Cooperative, models.PROTECT, related_name="milestones", verbose_name=_("co-op"))
    milestone = models.ForeignKey(
        Milestone, models.PROTECT, related_name="cooperative_milestones", verbose_name=_("milestone")
    )
    due_on = models.DateField(_("due on"), null=True, blank=True)
    reached_on = models.DateField(_("reached on"), null=True, blank=True)
    reached_precision = precision_field()
    evidence = models.TextField(_("how one can see it"), blank=True)
    reported_at = models.DateTimeField(_("reported at"), null=True, blank=True)
    reported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("reported by"),
    )
    accepted_at = models.DateTimeField(_("accepted at"), null=True, blank=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("accepted by"),
    )
    returned_reason = models.TextField(_("what was missing"), blank=True)
    returned_at = models.DateTimeField(_("returned at"), null=True, blank=True)
    returned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("returned by"),
    )
    not_applicable_reason = models.TextField(_("why it does not apply"), blank=True)
    not_applicable_at = models.DateTimeField(_("set aside at"), null=True, blank=True)
    not_applicable_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("set aside by"),
    )

    class Meta:
        verbose_name = _("milestone of a co-op")
        verbose_name_plural = _("milestones of co-ops")
        ordering = ("cooperative", "milestone")
        indexes = (
            models.Index(fields=("cooperative", "due_on"), name="milestone_by_cooperative"),
            models.Index(
                fields=("cooperative", "due_on"),
                condition=Q(reached_on__isnull=True, not_applicable_at__isnull=True),
                name="milestone_open",
            ),
            models.Index(fields=("cooperative",), condition=to_accept(), name="milestone_to_accept"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("cooperative", "milestone"),
                name="cooperative_milestone_once",
                violation_error_message=_("This milestone is already recorded for the co-op."),
            ),
            precision_constraint("reached", "cooperative_milestone_reached_precision"),
            together("cooperative_milestone_reported", "reached_on", "reported_at", "reported_by"),
            together("cooperative_milestone_accepted", "accepted_at", "accepted_by"),
            together("cooperative_milestone_returned", "returned_at", "returned_by"),
            together("cooperative_milestone_set_aside", "not_applicable_at", "not_applicable_by"),
            models.CheckConstraint(
                condition=Q(reached_on__isnull=True) | ~Q(evidence=""),
                name="cooperative_milestone_evidence",
                violation_error_message=_("Say how one can see that the milestone was reached."),
            ),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True) | Q(reached_on__isnull=False),
                name="cooperative_milestone_accepted_when_reached",
                violation_error_message=_("Only a milestone that was reached can be accepted."),
            ),
            models.CheckConstraint(
                condition=Q(accepted_by__isnull=True) | ~Q(accepted_by=F("reported_by")),
                name="cooperative_milestone_second_person",
                violation_error_message=_("Another person has to accept it than the one who reported it."),
            ),
            models.CheckConstraint(
                condition=Q(not_applicable_at__isnull=True, not_applicable_reason="")
                | Q(not_applicable_at__isnull=False) & ~Q(not_applicable_reason=""),
                name="cooperative_milestone_set_aside_reason",
                violation_error_message=_("A milestone that does not apply needs a reason."),
            ),
            models.CheckConstraint(
                condition=Q(not_applicable_at__isnull=True) | Q(reached_on__isnull=True),
                name="cooperative_milestone_set_aside_or_reached",
                violation_error_message=_("A milestone that was reached applies."),
            ),
            models.CheckConstraint(
                condition=Q(returned_at__isnull=True) | ~Q(returned_reason=""),
                name="cooperative_milestone_returned_reason",
                violation_error_message=_("Say what is missing."),
            ),
        )
        triggers = (
            never_deleted("cooperative_milestone_never_deleted"),
            fixed(
                "cooperative_milestone_fixed",
                "cooperative_id",
                "milestone_id",
                sentence=_("What is recorded stays with its co-op and its milestone."),
            ),
            Rule(
                name="cooperative_milestone_locked",
                sentence=_("This milestone was accepted, so it can't be changed. An administrator may reopen it."),
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func=refuse_when(
                    "OLD.accepted_at IS NOT NULL AND NEW IS DISTINCT FROM OLD AND NOT (NEW.accepted_at IS NULL "
                    "AND NEW.returned_at IS NOT NULL AND NEW.returned_at IS DISTINCT FROM OLD.returned_at)",
                    "cooperative_milestone_locked",
                )
                + " RETURN NEW;",
            ),
        )

    def __str__(self) -> str:
        return f"{self.milestone}, {self.cooperative}"

    def state(self, on: dt.date) -> MilestoneState:
        """Where the co-op stands on this day."""
        if self.not_applicable_at:
            return MilestoneState.NOT_APPLICABLE
        if self.accepted_at:
            return MilestoneState.ACCEPTED
        if self.reached_on:
            return MilestoneState.REACHED
        if self.due_on is None or self.due_on > on + DUE_WITHIN:
            return MilestoneState.NOT_DUE
        return MilestoneState.LATE if self.due_on < on else MilestoneState.DUE
