"""Premium plans and their activities."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from config.dates import precision_constraint, precision_field
from config.records import Record, fixed, never_deleted, same_cooperative
from cooperatives.models import Cooperative
from premiums.models.funds import Fund, total_field
from premiums.models.ledger import totals_only_from_ledger


class CategoryGroup(models.TextChoices):
    """Who benefits, after the groups of the Fairtrade premium reports (domain-rules 2.6)."""

    MEMBERS = "members", _("services for members")
    ORGANISATION = "organisation", _("investment in the organisation")
    COMMUNITY = "community", _("services for communities")
    OTHER = "other", _("other")


@pghistory.track()
class Category(Record):
    """What premium is used for, and whether such use usually counts to the quality and productivity share."""

    slug = models.SlugField(_("short key"), unique=True)
    group = models.CharField(_("group"), max_length=12, choices=CategoryGroup)
    name = models.CharField(_("name"), max_length=80)
    name_es = models.CharField(_("name in Spanish"), max_length=80, blank=True)
    name_pt = models.CharField(_("name in Portuguese"), max_length=80, blank=True)
    counts_to_quality = models.BooleanField(_("counts to quality and productivity"), default=False)
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    source = models.TextField(_("source"), blank=True)

    class Meta:
        verbose_name = _("use category")
        verbose_name_plural = _("use categories")
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class Plan(Record):
    """The premium plan of a co-op for a period."""

    cooperative = models.ForeignKey(Cooperative, models.PROTECT, related_name="plans", verbose_name=_("co-op"))
    fund = models.ForeignKey(Fund, models.PROTECT, related_name="plans", verbose_name=_("premium fund"))
    title = models.CharField(_("title"), max_length=120)
    title_es = models.CharField(_("title in Spanish"), max_length=120, blank=True)
    title_pt = models.CharField(_("title in Portuguese"), max_length=120, blank=True)
    starts_on = models.DateField(_("from"), null=True, blank=True)
    starts_precision = precision_field()
    ends_on = models.DateField(_("to"), null=True, blank=True)
    source = models.TextField(_("source"), blank=True)

    class Meta:
        verbose_name = _("premium plan")
        verbose_name_plural = _("premium plans")
        ordering = (F("starts_on").desc(nulls_last=True), "pk")
        constraints = (
            precision_constraint("starts", "plan_start_precision"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="plan_ends_after_start",
                violation_error_message=_("A plan can't end before it starts."),
            ),
        )
        triggers = (
            same_cooperative("plan_same_cooperative", "fund_id", "premiums_fund"),
            never_deleted("plan_never_deleted"),
        )

    def __str__(self) -> str:
        return self.title


class ActivityQuerySet(models.QuerySet["Activity"]):
    """Activities, chosen in the words of the office."""

    def open(self) -> ActivityQuerySet:
        """Activities with money an assembly approved that is not spent yet."""
        return self.filter(approved__gt=F("spent"))


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
        indexes = (models.Index(fields=("cooperative", "plan"), name="activity_by_cooperative"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(approved__gte=0, spent__gte=0),
                name="activity_totals_not_negative",
                violation_error_message=_("A total of the activity would fall below zero."),
            ),
            models.CheckConstraint(
                condition=Q(spent__lte=F("approved")),
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
                condition=Q(ends_on__isnull=True) | Q(starts_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="activity_ends_after_start",
                violation_error_message=_("An activity can't end before it starts."),
            ),
        )
        triggers = (
            same_cooperative("activity_same_cooperative_fund", "fund_id", "premiums_fund"),
            same_cooperative("activity_same_cooperative_plan", "plan_id", "premiums_plan"),
            totals_only_from_ledger("activity_totals_from_ledger", "approved", "spent"),
            never_deleted("activity_never_deleted"),
            fixed(
                "activity_stays",
                "is_historic",
                "fund_id",
                "cooperative_id",
                sentence=_("An activity stays with its fund and its co-op, and historic or not as first recorded."),
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def left(self) -> Decimal:
        """What may still be spent, in the fund's currency."""
        return self.approved - self.spent
