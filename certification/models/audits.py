"""Audits and self-assessments: one row each, with the version of the standard they are answered by."""

from __future__ import annotations

from typing import ClassVar

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from certification.models.files import NOT_IN_FUTURE, CertificationFile
from certification.models.standards import StandardVersion
from config.errors import Rule, refuse_when
from config.records import Record, fixed, never_deleted, same_cooperative, together
from cooperatives.models import Cooperative


class AssessmentKind(models.TextChoices):
    """A self-assessment by the co-op, or one of the certifier's audits."""

    SELF = "self", _("self-assessment")
    INITIAL = "initial", _("initial audit")
    SURVEILLANCE = "surveillance", _("surveillance audit")
    CONFIRMATION = "confirmation", _("confirmation audit")
    FOLLOW_UP = "follow-up", _("follow-up audit")
    RENEWAL = "renewal", _("renewal audit")


class AssessmentState(models.TextChoices):
    """A self-assessment: open → submitted → returned or reviewed. An audit: planned → open → held."""

    PLANNED = "planned", _("planned")
    OPEN = "open", _("open")
    SUBMITTED = "submitted", _("submitted")
    RETURNED = "returned", pgettext_lazy("self-assessment", "returned")
    REVIEWED = "reviewed", _("reviewed")
    HELD = "held", _("held")
    CANCELLED = "cancelled", _("cancelled")


# What can be answered, and what nobody changes any more.
ANSWERABLE = (AssessmentState.OPEN, AssessmentState.RETURNED)
CLOSED = (AssessmentState.REVIEWED, AssessmentState.HELD, AssessmentState.CANCELLED)
_ARROWS = (
    "('open','submitted'), ('submitted','returned'), ('returned','submitted'), ('submitted','reviewed'), "
    "('planned','open'), ('open','held'), ('planned','cancelled'), ('open','cancelled'), ('returned','cancelled')"
)


class AssessmentQuerySet(models.QuerySet["Assessment"]):
    """Audits and self-assessments, chosen in the words of the office."""

    def audits(self) -> AssessmentQuerySet:
        """The certifier's."""
        return self.exclude(kind=AssessmentKind.SELF)

    def self_assessments(self) -> AssessmentQuerySet:
        """The co-op's own."""
        return self.filter(kind=AssessmentKind.SELF)

    def counted(self) -> AssessmentQuerySet:
        """Those whose answers say something: begun and not cancelled."""
        return self.exclude(state__in=[AssessmentState.PLANNED, AssessmentState.CANCELLED])

    def waiting_for_review(self) -> AssessmentQuerySet:
        """Submitted and not yet reviewed."""
        return self.filter(state=AssessmentState.SUBMITTED)

    def upcoming(self) -> AssessmentQuerySet:
        """Audits that are planned and not begun."""
        return self.filter(state=AssessmentState.PLANNED)


@pghistory.track()
class Assessment(Record):
    """An audit or a self-assessment. Its version never changes, so a new version changes no old answer.

    `days` is its length on site. A reviewed self-assessment and a held audit accept no change any more.
    """

    cooperative = models.ForeignKey(Cooperative, models.PROTECT, related_name="assessments", verbose_name=_("co-op"))
    file = models.ForeignKey(
        CertificationFile, models.PROTECT, related_name="assessments", verbose_name=_("certification file")
    )
    version = models.ForeignKey(
        StandardVersion, models.PROTECT, related_name="assessments", verbose_name=_("version of a standard")
    )
    kind = models.CharField(_("kind"), max_length=12, choices=AssessmentKind)
    state = models.CharField(_("state"), max_length=9, choices=AssessmentState)
    planned_on = models.DateField(_("planned for"), null=True, blank=True)
    started_on = models.DateField(_("started"), null=True, blank=True)
    ended_on = models.DateField(_("ended"), null=True, blank=True)
    auditor = models.CharField(_("auditor"), max_length=120, blank=True)
    days = models.DecimalField(_("days on site"), max_digits=4, decimal_places=1, null=True, blank=True)
    sample_members = models.PositiveIntegerField(_("members in the sample"), null=True, blank=True)
    sample = models.TextField(_("sample: sites and members"), blank=True)
    closing_report_on = models.DateField(_("closing report signed"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)
    opened_at = models.DateTimeField(_("recorded at"), editable=False)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False, verbose_name=_("recorded by")
    )
    submitted_at = models.DateTimeField(_("submitted at"), null=True, blank=True, editable=False)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("submitted by"),
    )
    returned_at = models.DateTimeField(_("returned at"), null=True, blank=True, editable=False)
    returned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("returned by"),
    )
    returned_reason = models.TextField(_("why it was returned"), blank=True)
    closed_at = models.DateTimeField(_("reviewed or closed at"), null=True, blank=True, editable=False)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("reviewed or closed by"),
    )
    closed_note = models.TextField(_("word of who reviewed or closed it"), blank=True)

    objects: ClassVar[models.Manager[Assessment]] = AssessmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("audit or self-assessment")
        verbose_name_plural = _("audits and self-assessments")
        ordering = ("file", F("started_on").desc(nulls_first=True), "-pk")
        indexes = (
            models.Index(fields=("cooperative", "state"), name="assessment_by_state"),
            models.Index(fields=("state", "planned_on"), name="assessment_by_plan"),
        )
        constraints = (
            together("assessment_submitted", "submitted_at", "submitted_by"),
            together("assessment_returned", "returned_at", "returned_by"),
            together("assessment_closed", "closed_at", "closed_by"),
            models.UniqueConstraint(
                fields=("file",),
                condition=Q(kind="self", state__in=["open", "submitted", "returned"]),
                name="assessment_one_open_self",
                violation_error_message=_("The co-op already has a self-assessment under way: finish that one."),
            ),
            models.CheckConstraint(
                condition=Q(kind="self", state__in=["open", "submitted", "returned", "reviewed", "cancelled"])
                | ~Q(kind="self") & Q(state__in=["planned", "open", "held", "cancelled"]),
                name="assessment_state_of_kind",
                violation_error_message=_("A self-assessment is submitted and reviewed, an audit planned and held."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=["planned", "cancelled"]) & (Q(state="cancelled") | Q(planned_on__isnull=False))
                | ~Q(state__in=["planned", "cancelled"]) & Q(started_on__isnull=False),
                name="assessment_dated",
                violation_error_message=_("Give the day it is planned for, or the day it started."),
            ),
            models.CheckConstraint(
                condition=~Q(state="held") | Q(ended_on__isnull=False),
                name="assessment_held_until",
                violation_error_message=_("An audit that was held says on which day it ended."),
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(started_on__isnull=True) | Q(ended_on__gte=F("started_on")),
                name="assessment_ends_after_start",
                violation_error_message=_("It can't end before it starts."),
            ),
            models.CheckConstraint(
                condition=~Q(state="submitted") | Q(submitted_at__isnull=False),
                name="assessment_submitted_by_someone",
                violation_error_message=_("A submitted self-assessment says who submitted it and when."),
            ),
            models.CheckConstraint(
                condition=~Q(state="returned") | Q(returned_at__isnull=False) & ~Q(returned_reason=""),
                name="assessment_returned_why",
                violation_error_message=_("Say what needs to be corrected."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=["reviewed", "held", "cancelled"], closed_at__isnull=False)
                | ~Q(state__in=["reviewed", "held", "cancelled"]) & Q(closed_at__isnull=True),
                name="assessment_closed_by_someone",
                violation_error_message=_("Who reviewed or closed it is said then, and only then."),
            ),
            models.CheckConstraint(
                condition=~Q(state="cancelled") | ~Q(closed_note=""),
                name="assessment_cancelled_why",
                violation_error_message=_("Say why it is cancelled."),
            ),
            models.CheckConstraint(
                condition=~Q(state="reviewed")
                | Q(submitted_by__isnull=False, closed_by__isnull=False) & ~Q(closed_by=F("submitted_by")),
                name="assessment_reviewer_is_not_submitter",
                violation_error_message=_("Nobody reviews what they submitted themselves. Ask another person."),
            ),
            models.CheckConstraint(
                condition=Q(days__isnull=True) | Q(days__gt=0),
                name="assessment_days",
                violation_error_message=_("The days on site are above zero. Leave it empty when it isn't known."),
            ),
        )
        triggers = (
            same_cooperative("assessment_same_cooperative", "file_id", "certification_certificationfile"),
            never_deleted("assessment_never_deleted"),
            fixed(
                "assessment_version_stays",
                "file_id",
                "version_id",
                "kind",
                "cooperative_id",
                "opened_at",
                "opened_by_id",
                sentence=_("An assessment keeps its file, its kind and its version of the standard."),
            ),
            Rule(
                name="assessment_starts",
                sentence=_("A self-assessment starts open, an audit planned or open."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=refuse_when("NEW.state NOT IN ('planned', 'open')", "assessment_starts") + " RETURN NEW;",
            ),
            Rule(
                name="assessment_version_of_scheme",
                sentence=_("This version belongs to a standard of another scheme."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=refuse_when(
                    "(SELECT s.scheme_id FROM certification_standard s JOIN certification_standardversion v "
                    "ON v.standard_id = s.id WHERE v.id = NEW.version_id) <> "
                    "(SELECT scheme_id FROM certification_certificationfile WHERE id = NEW.file_id)",
                    "assessment_version_of_scheme",
                )
                + " RETURN NEW;",
            ),
            Rule(
                name="assessment_state_arrows",
                sentence=_("It can't go from its present state to that one."),
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("state"),
                func=refuse_when(
                    f"NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN ({_ARROWS})", "assessment_state_arrows"
                )
                + " RETURN NEW;",
            ),
            Rule(
                name="assessment_fixed_once_closed",
                sentence=_("It was reviewed, closed or cancelled, so it can't be changed any more."),
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func=refuse_when(
                    "OLD.state IN ('reviewed', 'held', 'cancelled') AND NEW IS DISTINCT FROM OLD",
                    "assessment_fixed_once_closed",
                )
                + " RETURN NEW;",
            ),
            Rule(
                name="assessment_not_in_future",
                sentence=_("The date lies in the future. Record it on the day it happened, or later."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("started_on", "ended_on", "closing_report_on"),
                func=refuse_when(
                    f"greatest(NEW.started_on, NEW.ended_on, NEW.closing_report_on) {NOT_IN_FUTURE}",
                    "assessment_not_in_future",
                )
                + " RETURN NEW;",
            ),
        )

    def __str__(self) -> str:
        return f"{self.file}: {self.get_kind_display()}"

    @property
    def is_self(self) -> bool:
        """The co-op's own."""
        return self.kind == AssessmentKind.SELF

    @property
    def is_answerable(self) -> bool:
        """Its answers may still be written."""
        return self.state in ANSWERABLE

    @property
    def is_confirmed(self) -> bool:
        """An audit, or a self-assessment that somebody else reviewed."""
        return self.state in (AssessmentState.REVIEWED, AssessmentState.HELD)
