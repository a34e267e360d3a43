"""Non-conformities: what an audit found wrong, and what is done about it."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.db.models.lookups import GreaterThanOrEqual, LessThan, LessThanOrEqual
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from certification.models.audits import Assessment
from certification.models.criteria import Criterion
from certification.models.files import LOCK_FILE, CertificationFile
from config.errors import Rule, refuse_when
from config.records import Record, fixed, never_deleted, same_cooperative, together
from cooperatives.models import Cooperative, User


class Severity(models.TextChoices):
    """A major one blocks permission to trade and certification until it is closed."""

    MAJOR = "major", _("major")
    MINOR = "minor", _("minor")


class FindingState(models.TextChoices):
    """open → proposed → submitted → returned or verified → closed; any but a closed one → voided."""

    OPEN = "open", _("open")
    PROPOSED = "proposed", _("measure proposed")
    SUBMITTED = "submitted", _("evidence submitted")
    RETURNED = "returned", pgettext_lazy("non-conformity", "returned")
    VERIFIED = "verified", _("verified")
    CLOSED = "closed", pgettext_lazy("non-conformity", "closed")
    VOIDED = "voided", pgettext_lazy("non-conformity", "voided")


DONE = (FindingState.CLOSED, FindingState.VOIDED)
# Here the co-op has to act; after that somebody else.
WITH_COOPERATIVE = (FindingState.OPEN, FindingState.PROPOSED, FindingState.RETURNED)
_ARROWS = (
    "('open','proposed'), ('open','submitted'), ('proposed','submitted'), ('submitted','proposed'), "
    "('submitted','returned'), ('returned','proposed'), ('returned','submitted'), ('submitted','verified'), "
    "('verified','returned'), ('verified','closed'), ('open','voided'), ('proposed','voided'), "
    "('submitted','voided'), ('returned','voided'), ('verified','voided')"
)
DUE = Coalesce("extended_to_on", "due_on")


class NonConformityQuerySet(models.QuerySet["NonConformity"]):
    """Non-conformities, chosen in the words of the office."""

    def open(self) -> NonConformityQuerySet:
        """Neither closed nor voided."""
        return self.exclude(state__in=DONE)

    def major(self) -> NonConformityQuerySet:
        """The major ones."""
        return self.filter(severity=Severity.MAJOR)

    def with_cooperative(self) -> NonConformityQuerySet:
        """Those the co-op has to act on."""
        return self.filter(state__in=WITH_COOPERATIVE)

    def waiting_for_verification(self) -> NonConformityQuerySet:
        """Those whose evidence somebody has to look at."""
        return self.filter(state=FindingState.SUBMITTED)

    def with_due(self) -> NonConformityQuerySet:
        """Annotated with `effective_due_on`: the extended day, or the first one."""
        return self.annotate(effective_due_on=DUE)

    def overdue(self, *, on: dt.date) -> NonConformityQuerySet:
        """With the co-op, and past their day."""
        return self.with_cooperative().with_due().filter(LessThan(DUE, on))

    def due_within(self, days: int, *, on: dt.date) -> NonConformityQuerySet:
        """With the co-op, and due from today to so many days ahead."""
        until = on + dt.timedelta(days=days)
        return self.with_cooperative().with_due().filter(GreaterThanOrEqual(DUE, on), LessThanOrEqual(DUE, until))

    def of_person(self, user: User) -> NonConformityQuerySet:
        """Those a person is responsible for."""
        return self.filter(responsible=user)

    def visible_to(self, user: User) -> NonConformityQuerySet:
        """Those of the co-ops this person may see."""
        return self.filter(cooperative__in=Cooperative.objects.visible_to(user))


def _by(label: Any) -> Any:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        verbose_name=label,
    )


@pghistory.track()
class NonConformity(Record):
    """Something an audit found that goes against a criterion, with its corrective measure.

    `extended_to_on` takes the place of `due_on`. What was submitted stays as it is while somebody verifies it; taking
    it back and submitting it again sets a new `submitted_at`.
    """

    cooperative = models.ForeignKey(
        Cooperative, models.PROTECT, related_name="non_conformities", verbose_name=_("co-op")
    )
    file = models.ForeignKey(
        CertificationFile, models.PROTECT, related_name="non_conformities", verbose_name=_("certification file")
    )
    assessment = models.ForeignKey(
        Assessment,
        models.PROTECT,
        related_name="non_conformities",
        null=True,
        blank=True,
        verbose_name=_("audit or self-assessment"),
    )
    criterion = models.ForeignKey(
        Criterion,
        models.PROTECT,
        related_name="non_conformities",
        null=True,
        blank=True,
        verbose_name=_("criterion"),
    )
    finding = models.TextField(_("finding"))
    severity = models.CharField(_("severity"), max_length=5, choices=Severity)
    state = models.CharField(_("state"), max_length=9, choices=FindingState, default=FindingState.OPEN)
    found_on = models.DateField(_("found on"))
    due_on = models.DateField(_("due"))
    extended_to_on = models.DateField(_("extended to"), null=True, blank=True)
    extended_at = models.DateTimeField(_("extended at"), null=True, blank=True, editable=False)
    extended_by = _by(_("extended by"))
    extended_reason = models.TextField(_("why it was extended"), blank=True)
    measure = models.TextField(_("corrective measure"), blank=True)
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="corrective_measures",
        null=True,
        blank=True,
        verbose_name=_("responsible person"),
    )
    responsible_name = models.CharField(
        _("responsible, by name"), max_length=120, blank=True, help_text=_("For somebody who doesn't sign in here.")
    )
    evidence = models.TextField(_("what the evidence shows"), blank=True)
    raised_at = models.DateTimeField(_("raised at"), editable=False)
    raised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False, verbose_name=_("raised by")
    )
    proposed_at = models.DateTimeField(_("proposed at"), null=True, blank=True, editable=False)
    proposed_by = _by(_("proposed by"))
    submitted_at = models.DateTimeField(_("submitted at"), null=True, blank=True, editable=False)
    submitted_by = _by(_("submitted by"))
    returned_at = models.DateTimeField(_("returned at"), null=True, blank=True, editable=False)
    returned_by = _by(_("returned by"))
    returned_reason = models.TextField(_("why it was returned"), blank=True)
    verified_at = models.DateTimeField(_("verified at"), null=True, blank=True, editable=False)
    verified_by = _by(_("verified by"))
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True, editable=False)
    closed_by = _by(_("closed by"))
    closed_note = models.TextField(_("word of who closed or voided it"), blank=True)

    objects: ClassVar[models.Manager[NonConformity]] = NonConformityQuerySet.as_manager()

    class Meta:
        verbose_name = _("non-conformity")
        verbose_name_plural = _("non-conformities")
        ordering = (DUE, "pk")
        indexes = (
            models.Index(fields=("cooperative", "state"), name="non_conformity_by_state"),
            models.Index(fields=("file", "severity", "state"), name="non_conformity_by_file"),
        )
        constraints = (
            together("non_conformity_extended", "extended_at", "extended_by"),
            together("non_conformity_proposed", "proposed_at", "proposed_by"),
            together("non_conformity_submitted", "submitted_at", "submitted_by"),
            together("non_conformity_returned", "returned_at", "returned_by"),
            together("non_conformity_verified", "verified_at", "verified_by"),
            together("non_conformity_closed", "closed_at", "closed_by"),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("found_on")),
                name="non_conformity_due_after_found",
                violation_error_message=_("It can't be due before it was found."),
            ),
            models.CheckConstraint(
                condition=Q(extended_to_on__isnull=True)
                | Q(extended_to_on__gt=F("due_on"), extended_at__isnull=False) & ~Q(extended_reason=""),
                name="non_conformity_extended_why",
                violation_error_message=_("An extension goes beyond the first day and says why."),
            ),
            models.CheckConstraint(
                condition=~Q(state="proposed") | ~Q(measure="") & Q(proposed_at__isnull=False),
                name="non_conformity_proposed_measure",
                violation_error_message=_("Say what will be done."),
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["submitted", "verified", "closed"])
                | ~Q(measure="") & Q(submitted_at__isnull=False),
                name="non_conformity_submitted_measure",
                violation_error_message=_("Say what was done before you submit the evidence."),
            ),
            models.CheckConstraint(
                condition=~Q(state="returned") | Q(returned_at__isnull=False) & ~Q(returned_reason=""),
                name="non_conformity_returned_why",
                violation_error_message=_("Say what needs to be corrected."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=["verified", "closed"], verified_at__isnull=False)
                | Q(state="voided")
                | ~Q(state__in=["verified", "closed", "voided"]) & Q(verified_at__isnull=True),
                name="non_conformity_verified_state",
                violation_error_message=_("Who verified it is said then, and only then."),
            ),
            models.CheckConstraint(
                condition=Q(verified_by__isnull=True)
                | Q(submitted_by__isnull=False) & ~Q(verified_by=F("submitted_by")),
                name="non_conformity_verifier_is_not_submitter",
                violation_error_message=_("Nobody verifies what they submitted themselves. Ask another person."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=["closed", "voided"], closed_at__isnull=False, closed_on__isnull=False)
                | ~Q(state__in=["closed", "voided"]) & Q(closed_at__isnull=True, closed_on__isnull=True),
                name="non_conformity_closed_state",
                violation_error_message=_("Who closed it and on which day is said then, and only then."),
            ),
            models.CheckConstraint(
                condition=~Q(state="voided") | ~Q(closed_note=""),
                name="non_conformity_voided_why",
                violation_error_message=_("Say why it is voided."),
            ),
        )
        triggers = (
            same_cooperative("non_conformity_same_coop_file", "file_id", "certification_certificationfile"),
            same_cooperative("non_conformity_same_coop_audit", "assessment_id", "certification_assessment"),
            never_deleted("non_conformity_never_deleted"),
            fixed(
                "non_conformity_origin_stays",
                "cooperative_id",
                "file_id",
                "assessment_id",
                "raised_at",
                "raised_by_id",
                "found_on",
                "due_on",
                sentence=_("Where a non-conformity comes from and when it was first due stay as they were raised."),
            ),
            pgtrigger.Trigger(
                name="non_conformity_locks_file",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("severity", "state"),
                func=LOCK_FILE + "RETURN NEW;",
            ),
            Rule(
                name="non_conformity_of_file",
                sentence=_("The audit belongs to another file, or the criterion to another version of the standard."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("criterion_id"),
                func=refuse_when(
                    "NEW.assessment_id IS NOT NULL AND NOT EXISTS (SELECT FROM certification_assessment a "
                    "WHERE a.id = NEW.assessment_id AND a.file_id = NEW.file_id AND (NEW.criterion_id IS NULL OR "
                    "a.version_id = (SELECT version_id FROM certification_criterion WHERE id = NEW.criterion_id)))",
                    "non_conformity_of_file",
                )
                + " RETURN NEW;",
            ),
            Rule(
                name="non_conformity_starts_open",
                sentence=_("A new non-conformity starts open."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=refuse_when("NEW.state <> 'open'", "non_conformity_starts_open") + " RETURN NEW;",
            ),
            Rule(
                name="non_conformity_arrows",
                sentence=_("A non-conformity can't go from its present state to that one."),
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("state"),
                func=refuse_when(
                    f"NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN ({_ARROWS})", "non_conformity_arrows"
                )
                + " RETURN NEW;",
            ),
            Rule(
                name="non_conformity_fixed_while_verified",
                sentence=_("The evidence was submitted: take it back before you change the measure, and submit again."),
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("measure", "evidence", "submitted_at", "submitted_by_id"),
                func=refuse_when(
                    "OLD.state IN ('submitted', 'verified') AND (NEW.measure, NEW.evidence, NEW.submitted_at, "
                    "NEW.submitted_by_id) IS DISTINCT FROM (OLD.measure, OLD.evidence, OLD.submitted_at, "
                    "OLD.submitted_by_id)",
                    "non_conformity_fixed_while_verified",
                )
                + " RETURN NEW;",
            ),
            Rule(
                name="non_conformity_fixed_once_done",
                sentence=_("This non-conformity was closed or voided, so it can't be changed any more."),
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func=refuse_when(
                    "OLD.state IN ('closed', 'voided') AND NEW IS DISTINCT FROM OLD", "non_conformity_fixed_once_done"
                )
                + " RETURN NEW;",
            ),
        )

    def __str__(self) -> str:
        return self.finding[:60]

    @property
    def is_open(self) -> bool:
        """Neither closed nor voided."""
        return self.state not in DONE

    @property
    def is_with_cooperative(self) -> bool:
        """The co-op has to act."""
        return self.state in WITH_COOPERATIVE

    @property
    def is_major(self) -> bool:
        """It blocks permission to trade and certification while it is open."""
        return self.severity == Severity.MAJOR

    @property
    def current_due_on(self) -> dt.date:
        """The extended day, or the first one."""
        return self.extended_to_on or self.due_on

    def days_left(self, on: dt.date) -> int:
        """Days until it is due; negative once it is overdue."""
        return (self.current_due_on - on).days
