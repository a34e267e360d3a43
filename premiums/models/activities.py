"""Activities: the lines of a plan, with what was approved and spent."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

import pghistory
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from config.records import Record, fixed, never_deleted, same_cooperative
from config.words import words_in
from cooperatives.models import Cooperative
from premiums.models.closing import not_in_closed_plan
from premiums.models.funds import Fund, total_field
from premiums.models.ledger import categories_move_spending, exceptions_move_totals, totals_only_from_ledger
from premiums.models.plans import Category, Plan


class ActivityQuerySet(models.QuerySet["Activity"]):
    """Activities, chosen in the words of the office."""

    def open(self) -> ActivityQuerySet:
        """Activities of open years with money that is not spent yet, approved or authorised by exception."""
        has_money = Q(approved__gt=F("spent")) | Q(is_exceptional=True, authorised_amount__gt=F("spent"))
        return self.filter(has_money, plan__closed_at__isnull=True)

    def unratified(self) -> ActivityQuerySet:
        """Activities that spent by exception what no assembly has ratified yet."""
        return self.filter(is_exceptional=True, spent__gt=F("approved"))


@pghistory.track(exclude=["approved", "spent"])
class Activity(Record):
    """A line of the plan. `approved` is what adopted resolutions released, `spent` what expenses took."""

    cooperative = models.ForeignKey(Cooperative, models.PROTECT, related_name="activities", verbose_name=_("co-op"))
    fund = models.ForeignKey(Fund, models.PROTECT, related_name="activities", verbose_name=_("premium fund"))
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="activities", verbose_name=_("premium plan"))
    category = models.ForeignKey(
        Category, models.PROTECT, related_name="activities", null=True, blank=True, verbose_name=_("use category")
    )
    title = models.CharField(_("title"), max_length=120)
    title_es = models.CharField(_("title in Spanish"), max_length=120, blank=True)
    title_pt = models.CharField(_("title in Portuguese"), max_length=120, blank=True)
    objective = models.TextField(_("objective"), blank=True)
    starts_on = models.DateField(_("start"), null=True, blank=True)
    ends_on = models.DateField(_("end"), null=True, blank=True)
    responsible = models.CharField(_("responsible person or body"), max_length=120, blank=True)
    quality_percent = models.DecimalField(
        _("counts to quality and productivity (percent)"),
        max_digits=5,
        decimal_places=2,
        default=Decimal(0),
        db_default=Decimal(0),
    )
    is_exceptional = models.BooleanField(
        _("by exception"), default=False, db_default=False, help_text=_("Spent before an assembly could approve it.")
    )
    exceptional_reason = models.TextField(_("why it could not wait"), blank=True, default="", db_default="")
    authoriser = models.CharField(
        _("authorised by"),
        max_length=120,
        blank=True,
        default="",
        db_default="",
        help_text=_("The board, for example."),
    )
    authorised_amount = models.DecimalField(
        _("authorised amount"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    ratify_by_on = models.DateField(_("to be ratified by"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    approved = total_field(_("approved"))
    spent = total_field(_("spent"))
    is_historic = models.BooleanField(
        _("historic"), default=False, help_text=_("Known from a source, with parts not recorded.")
    )
    source = models.TextField(_("source"), blank=True)

    objects: ClassVar[models.Manager[Activity]] = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        ordering = ("position", "pk")
        indexes = (
            models.Index(fields=("cooperative", "plan"), name="activity_by_cooperative"),
            GinIndex(words_in("title", "title_es", "title_pt", owner="cooperative"), name="activity_by_words"),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(approved__gte=0, spent__gte=0),
                name="activity_totals_not_negative",
                violation_error_message=_("A total of the activity would fall below zero."),
            ),
            models.CheckConstraint(
                condition=Q(spent__lte=F("approved"))
                | Q(is_exceptional=True, authorised_amount__isnull=False, spent__lte=F("authorised_amount")),
                name="activity_spent_within_approved",
                violation_error_message=_(
                    "This is more than what is left of what the assembly approved for the activity, so nothing was "
                    "saved. Log less, choose another activity, or take it to the next assembly."
                ),
            ),
            models.CheckConstraint(
                condition=Q(is_historic=False) | ~Q(source=""),
                name="activity_historic_source",
                violation_error_message=_("A historic entry needs its source."),
            ),
            models.CheckConstraint(
                condition=Q(is_exceptional=False, authorised_amount__isnull=True)
                | Q(is_exceptional=True, ratify_by_on__isnull=False)
                & Q(authorised_amount__isnull=False, authorised_amount__gt=0)
                & ~Q(exceptional_reason="")
                & ~Q(authoriser=""),
                name="activity_exception_complete",
                violation_error_message=_(
                    "Spending by exception needs its reason, who authorised it, the amount, and the date of the "
                    "assembly that must ratify it."
                ),
            ),
            models.CheckConstraint(
                condition=Q(quality_percent__gte=0, quality_percent__lte=100),
                name="activity_quality_percent",
                violation_error_message=_("The share is a percentage from 0 to 100."),
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(starts_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="activity_ends_after_start",
                violation_error_message=_("An activity can't end before it starts."),
            ),
        )
        triggers = (
            same_cooperative("activity_same_cooperative_fund", "fund_id", "premiums_fund"),
            same_cooperative("activity_same_cooperative_plan", "plan_id", "premiums_plan"),
            totals_only_from_ledger("activity_totals_from_ledger", "approved", "spent"),
            exceptions_move_totals(),
            categories_move_spending(),
            not_in_closed_plan("activity_not_in_closed_year", "{row}.plan_id"),
            never_deleted("activity_never_deleted"),
            fixed(
                "activity_stays",
                "is_historic",
                "is_exceptional",
                "fund_id",
                "plan_id",
                "cooperative_id",
                sentence=_("An activity stays with its fund and its co-op, and historic or not as first recorded."),
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def left(self) -> Decimal:
        """What may still be spent, in the fund's currency."""
        return max(self.approved, self.authorised_amount or Decimal(0)) - self.spent

    @property
    def unratified(self) -> Decimal:
        """What was spent by exception beyond any approval, in the fund's currency."""
        return max(self.spent - self.approved, Decimal(0))
