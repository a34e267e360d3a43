"""Versions of a plan: what was planned, what changed and why. An approved version can't be changed."""

from __future__ import annotations

from decimal import Decimal

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from config.errors import Rule, refuse_when
from config.records import Record, never_deleted, same_cooperative, together
from cooperatives.models import Cooperative
from premiums.models.activities import Activity
from premiums.models.closing import not_in_closed_plan
from premiums.models.plans import Category, Plan


class VersionState(models.TextChoices):
    """draft → approved by an adopted resolution → superseded by the next approved one; a draft may be withdrawn."""

    DRAFT = "draft", _("draft")
    APPROVED = "approved", pgettext_lazy("version of a plan", "approved")
    SUPERSEDED = "superseded", pgettext_lazy("version of a plan", "superseded")
    WITHDRAWN = "withdrawn", pgettext_lazy("version of a plan", "withdrawn")


@pghistory.track()
class PlanVersion(Record):
    """One version of a plan. An amendment is a new version that says what changes and why."""

    cooperative = models.ForeignKey(Cooperative, models.PROTECT, related_name="plan_versions", verbose_name=_("co-op"))
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="versions", verbose_name=_("premium plan"))
    number = models.PositiveSmallIntegerField(_("version"))
    changes = models.TextField(_("what changes and why"), blank=True)
    state = models.CharField(_("state"), max_length=10, choices=VersionState, default=VersionState.DRAFT)
    approved_at = models.DateTimeField(_("approved at"), null=True, blank=True, editable=False)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("recorded as approved by"),
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

    class Meta:
        verbose_name = _("version of a plan")
        verbose_name_plural = _("versions of plans")
        ordering = ("plan", "-number")
        constraints = (
            models.UniqueConstraint(
                fields=("plan", "number"),
                name="plan_version_number",
                violation_error_message=_("The plan already has a version with this number."),
            ),
            models.UniqueConstraint(
                fields=("plan",),
                condition=Q(state="approved"),
                name="plan_one_live_version",
                violation_error_message=_("A plan has one approved version at a time."),
            ),
            models.UniqueConstraint(
                fields=("plan",),
                condition=Q(state="draft"),
                name="plan_one_draft",
                violation_error_message=_("The plan already has a draft: finish that one."),
            ),
            models.CheckConstraint(
                condition=Q(number=1) | ~Q(changes=""),
                name="plan_version_says_what_changes",
                violation_error_message=_("Say what the amendment changes, and why."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "withdrawn"], approved_at__isnull=True)
                | Q(state__in=["approved", "superseded"], approved_at__isnull=False),
                name="plan_version_approved_state",
                violation_error_message=_("An approved version says when it was approved and by whom."),
            ),
            together("plan_version_approved", "approved_at", "approved_by"),
            models.CheckConstraint(
                condition=Q(state="withdrawn", withdrawn_at__isnull=False)
                | Q(withdrawn_at__isnull=True) & ~Q(state="withdrawn"),
                name="plan_version_withdrawn_state",
                violation_error_message=_("A withdrawn draft says when it was withdrawn and by whom."),
            ),
            together("plan_version_withdrawn", "withdrawn_at", "withdrawn_by"),
        )
        triggers = (
            same_cooperative("plan_version_same_cooperative", "plan_id", "premiums_plan"),
            never_deleted("plan_version_never_deleted"),
            not_in_closed_plan("plan_version_not_in_closed_year", "{row}.plan_id"),
            Rule(
                name="plan_version_arrows",
                sentence=_("An approved version can't be changed; draft an amendment instead."),
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func=refuse_when(
                    "OLD.state IN ('superseded', 'withdrawn') AND NEW IS DISTINCT FROM OLD OR "
                    "OLD.state = 'approved' AND (NEW.state IN ('draft', 'withdrawn') OR "
                    "(NEW.plan_id, NEW.number, NEW.changes, NEW.approved_at, NEW.approved_by_id) IS DISTINCT FROM "
                    "(OLD.plan_id, OLD.number, OLD.changes, OLD.approved_at, "
                    "OLD.approved_by_id)) OR OLD.state = 'draft' AND NEW.state = 'superseded'",
                    "plan_version_arrows",
                )
                + " RETURN NEW;",
            ),
            Rule(
                name="plan_version_needs_resolution",
                sentence=_("A version of a plan is approved by an adopted resolution of an assembly."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("state"),
                condition=pgtrigger.Condition("NEW.state = 'approved'"),
                func=refuse_when(
                    "NOT EXISTS (SELECT FROM premiums_resolution WHERE plan_version_id = NEW.id "
                    "AND state = 'adopted' AND NOT is_historic)",
                    "plan_version_needs_resolution",
                )
                + " RETURN NEW;",
            ),
        )

    def __str__(self) -> str:
        return f"{self.plan}, {self.number}"


@pghistory.track()
class PlanLine(Record):
    """What one version plans for one activity; the budget is in the fund's currency."""

    cooperative = models.ForeignKey(Cooperative, models.PROTECT, related_name="plan_lines", verbose_name=_("co-op"))
    version = models.ForeignKey(
        PlanVersion, models.PROTECT, related_name="lines", verbose_name=_("version of the plan")
    )
    activity = models.ForeignKey(Activity, models.PROTECT, related_name="lines", verbose_name=_("activity"))
    title = models.CharField(_("title"), max_length=120)
    objective = models.TextField(_("objective"))
    category = models.ForeignKey(Category, models.PROTECT, related_name="+", verbose_name=_("use category"))
    starts_on = models.DateField(_("start"))
    ends_on = models.DateField(_("end"))
    responsible = models.CharField(_("responsible person or body"), max_length=120)
    budget = models.DecimalField(_("budget"), max_digits=12, decimal_places=2)
    quality_percent = models.DecimalField(
        _("counts to quality and productivity (percent)"), max_digits=5, decimal_places=2, default=Decimal(0)
    )
    expected_women = models.PositiveIntegerField(_("women expected to benefit"), null=True, blank=True)
    expected_men = models.PositiveIntegerField(_("men expected to benefit"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("line of a plan")
        verbose_name_plural = _("lines of plans")
        ordering = ("version", "position", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("version", "activity"),
                name="plan_line_once",
                violation_error_message=_("This version already has a line for the activity."),
            ),
            models.CheckConstraint(
                condition=Q(budget__gte=0),
                name="plan_line_budget",
                violation_error_message=_("A budget is zero or more."),
            ),
            models.CheckConstraint(
                condition=Q(quality_percent__gte=0, quality_percent__lte=100),
                name="plan_line_quality_percent",
                violation_error_message=_("The share is a percentage from 0 to 100."),
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="plan_line_ends_after_start",
                violation_error_message=_("An activity can't end before it starts."),
            ),
        )
        triggers = (
            same_cooperative("plan_line_same_cooperative_version", "version_id", "premiums_planversion"),
            same_cooperative("plan_line_same_cooperative_activity", "activity_id", "premiums_activity"),
            not_in_closed_plan(
                "plan_line_not_in_closed_year",
                "(SELECT plan_id FROM premiums_planversion WHERE id = {row}.version_id)",
            ),
            Rule(
                name="plan_line_same_plan",
                sentence=_("A version of a plan has lines for the activities of that plan only."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("version_id", "activity_id"),
                func=refuse_when(
                    "(SELECT plan_id FROM premiums_planversion WHERE id = NEW.version_id) <> "
                    "(SELECT plan_id FROM premiums_activity WHERE id = NEW.activity_id)",
                    "plan_line_same_plan",
                )
                + " RETURN NEW;",
            ),
            Rule(
                name="plan_line_only_in_draft",
                sentence=_("An approved version can't be changed; draft an amendment instead."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                declare=[("owner", "record")],
                func=f"""
                    FOR owner IN SELECT state FROM premiums_planversion
                        WHERE (TG_OP <> 'INSERT' AND id = OLD.version_id) OR (TG_OP <> 'DELETE' AND id = NEW.version_id)
                        FOR SHARE
                    LOOP {refuse_when("owner.state <> 'draft'", "plan_line_only_in_draft")} END LOOP;
                    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                    RETURN NEW;
                """,
            ),
        )

    def __str__(self) -> str:
        return f"{self.title}: {self.budget}"


class Done(models.TextChoices):
    """Whether an activity was carried out."""

    YES = "yes", _("yes")
    PARTLY = "partly", _("partly")
    NO = "no", _("no")


@pghistory.track()
class ActivityReport(Record):
    """What became of an activity at the end of the year, as reported to the assembly."""

    cooperative = models.ForeignKey(
        Cooperative, models.PROTECT, related_name="activity_reports", verbose_name=_("co-op")
    )
    activity = models.OneToOneField(Activity, models.PROTECT, related_name="report", verbose_name=_("activity"))
    done = models.CharField(_("carried out"), max_length=6, choices=Done)
    reason = models.TextField(_("why not, or why only partly"), blank=True)
    objective_reached = models.CharField(_("objective reached"), max_length=6, choices=Done)
    next_step = models.TextField(_("what comes next"), blank=True)
    reported_at = models.DateTimeField(_("reported at"))
    reported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("reported by")
    )

    class Meta:
        verbose_name = _("report on an activity")
        verbose_name_plural = _("reports on activities")
        ordering = ("activity",)
        constraints = (
            models.CheckConstraint(
                condition=Q(done="yes") | ~Q(reason=""),
                name="activity_report_reason",
                violation_error_message=_("Say why the activity was not carried out in full."),
            ),
        )
        triggers = (
            same_cooperative("activity_report_same_cooperative", "activity_id", "premiums_activity"),
            not_in_closed_plan(
                "activity_report_not_in_closed_year",
                "(SELECT plan_id FROM premiums_activity WHERE id = {row}.activity_id)",
            ),
        )

    def __str__(self) -> str:
        return f"{self.activity}: {self.get_done_display()}"
