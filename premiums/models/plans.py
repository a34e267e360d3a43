"""Premium plans, and what premium is used for."""

from __future__ import annotations

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from config.dates import precision_constraint, precision_field
from config.errors import Rule, refuse_when
from config.records import Record, never_deleted, same_cooperative, together
from cooperatives.models import Cooperative
from premiums.models.closing import SENTENCE
from premiums.models.funds import Fund


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
    """The premium plan of a co-op for a period, usually a year. Its versions hold what was planned; once the year is
    reported it is closed, and then accepts no change.
    """

    cooperative = models.ForeignKey(Cooperative, models.PROTECT, related_name="plans", verbose_name=_("co-op"))
    fund = models.ForeignKey(Fund, models.PROTECT, related_name="plans", verbose_name=_("premium fund"))
    title = models.CharField(_("title"), max_length=120)
    title_es = models.CharField(_("title in Spanish"), max_length=120, blank=True)
    title_pt = models.CharField(_("title in Portuguese"), max_length=120, blank=True)
    starts_on = models.DateField(_("from"), null=True, blank=True)
    starts_precision = precision_field()
    ends_on = models.DateField(_("to"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True, editable=False)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("closed by"),
    )
    source = models.TextField(_("source"), blank=True)

    class Meta:
        verbose_name = _("premium plan")
        verbose_name_plural = _("premium plans")
        ordering = (F("starts_on").desc(nulls_last=True), "pk")
        constraints = (
            precision_constraint("starts", "plan_start_precision"),
            together("plan_closed", "closed_at", "closed_by"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(starts_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="plan_ends_after_start",
                violation_error_message=_("A plan can't end before it starts."),
            ),
        )
        triggers = (
            same_cooperative("plan_same_cooperative", "fund_id", "premiums_fund"),
            never_deleted("plan_never_deleted"),
            Rule(
                name="plan_periods_apart",
                sentence=_("Another plan of the co-op already covers a part of this period: amend that one."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("starts_on", "ends_on", "fund_id"),
                # The fund is locked first, so that two plans begun at once see each other.
                func="PERFORM FROM premiums_fund WHERE id = NEW.fund_id FOR NO KEY UPDATE; "
                + refuse_when(
                    "EXISTS (SELECT FROM premiums_plan p WHERE p.fund_id = NEW.fund_id AND p.id <> NEW.id "
                    "AND p.starts_on <= NEW.ends_on AND p.ends_on >= NEW.starts_on)",
                    "plan_periods_apart",
                )
                + " RETURN NEW;",
            ),
            Rule(
                name="plan_fixed_once_closed",
                sentence=SENTENCE,
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func=refuse_when("OLD.closed_at IS NOT NULL AND NEW IS DISTINCT FROM OLD", "plan_fixed_once_closed")
                + " RETURN NEW;",
            ),
            Rule(
                name="plan_closed_when_reported",
                sentence=_(
                    "The year can't be closed yet: every activity with approved money needs its report, no expense "
                    "may still wait to be checked or corrected, and no draft to be voted on or withdrawn."
                ),
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("closed_at"),
                condition=pgtrigger.Condition("NEW.closed_at IS NOT NULL AND OLD.closed_at IS NULL"),
                func=refuse_when(
                    "EXISTS (SELECT FROM premiums_activity a WHERE a.plan_id = NEW.id AND "
                    "(a.approved > 0 OR a.spent > 0) AND NOT EXISTS "
                    "(SELECT FROM premiums_activityreport r WHERE r.activity_id = a.id)) OR EXISTS "
                    "(SELECT FROM premiums_expense e JOIN premiums_activity a ON a.id = e.activity_id "
                    "WHERE a.plan_id = NEW.id AND e.state IN ('logged', 'returned') AND NOT e.is_historic) OR EXISTS "
                    "(SELECT FROM premiums_activity a WHERE a.plan_id = NEW.id AND a.spent > a.approved) OR EXISTS "
                    "(SELECT FROM premiums_planversion v WHERE v.plan_id = NEW.id AND v.state = 'draft')",
                    "plan_closed_when_reported",
                )
                + " RETURN NEW;",
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def is_closed(self) -> bool:
        """The year was reported and closed."""
        return self.closed_at is not None
