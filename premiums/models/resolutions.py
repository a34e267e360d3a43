"""Resolutions: what an assembly voted, and the money an adopted one releases."""

from __future__ import annotations

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from config.errors import Rule, refuse_when
from config.records import Record, fixed, never_deleted, same_cooperative, together
from cooperatives.models import Cooperative
from premiums.models.activities import Activity
from premiums.models.assemblies import Assembly, Majority
from premiums.models.closing import not_in_closed_plan
from premiums.models.ledger import adoption_moves_totals
from premiums.models.plans import Plan
from premiums.models.versions import PlanVersion


class ResolutionState(models.TextChoices):
    """Only an adopted resolution releases money."""

    DRAFT = "draft", _("draft")
    ADOPTED = "adopted", _("adopted")
    REJECTED = "rejected", _("rejected")


class ResolutionKind(models.TextChoices):
    """What a resolution does."""

    APPROVE_PLAN = "approve plan", _("approve the plan")
    AMEND_PLAN = "amend plan", _("amend the plan")
    EXCEPTION = "exception", _("approve exceptional spending")
    RATIFY = "ratify", _("ratify exceptional spending")
    CLOSE_YEAR = "close year", _("close the year")


_VOTES = "NEW.votes_for + NEW.votes_against + NEW.votes_abstained + NEW.votes_blank"


@pghistory.track()
class Resolution(Record):
    """What an assembly voted. Adopted only with quorum and a majority; then it can't be changed.

    A historic one may lack its votes; it then says "not recorded" and releases no money.
    """

    cooperative = models.ForeignKey(Cooperative, models.PROTECT, related_name="resolutions", verbose_name=_("co-op"))
    assembly = models.ForeignKey(Assembly, models.PROTECT, related_name="resolutions", verbose_name=_("assembly"))
    kind = models.CharField(_("kind"), max_length=12, choices=ResolutionKind, blank=True, default="", db_default="")
    plan = models.ForeignKey(
        Plan, models.PROTECT, related_name="resolutions", null=True, blank=True, verbose_name=_("premium plan")
    )
    plan_version = models.ForeignKey(
        PlanVersion,
        models.PROTECT,
        related_name="resolutions",
        null=True,
        blank=True,
        verbose_name=_("version of the plan"),
    )
    text = models.TextField(_("text"))
    text_es = models.TextField(_("text in Spanish"), blank=True)
    text_pt = models.TextField(_("text in Portuguese"), blank=True)
    votes_for = models.PositiveIntegerField(_("votes for"), null=True, blank=True)
    votes_against = models.PositiveIntegerField(_("votes against"), null=True, blank=True)
    votes_abstained = models.PositiveIntegerField(_("abstained"), null=True, blank=True)
    votes_blank = models.PositiveIntegerField(_("blank"), null=True, blank=True)
    majority = models.CharField(_("majority"), max_length=10, choices=Majority, default=Majority.SIMPLE, blank=True)
    state = models.CharField(_("state"), max_length=8, choices=ResolutionState, default=ResolutionState.DRAFT)
    decided_at = models.DateTimeField(_("recorded as decided at"), null=True, blank=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("recorded as decided by"),
    )
    is_historic = models.BooleanField(
        _("historic"), default=False, help_text=_("Known from a source, with parts not recorded.")
    )
    source = models.TextField(_("source"), blank=True)

    class Meta:
        verbose_name = _("resolution")
        verbose_name_plural = _("resolutions")
        ordering = ("-assembly__held_on", "pk")
        indexes = (models.Index(fields=("cooperative", "state"), name="resolution_by_cooperative"),)
        constraints = (
            together("resolution_decided", "decided_at", "decided_by"),
            models.CheckConstraint(
                condition=Q(is_historic=False) | ~Q(source=""),
                name="resolution_historic_source",
                violation_error_message=_("A historic entry needs its source."),
            ),
        )
        triggers = (
            same_cooperative("resolution_same_cooperative", "assembly_id", "premiums_assembly"),
            same_cooperative("resolution_same_cooperative_plan", "plan_id", "premiums_plan"),
            same_cooperative("resolution_same_cooperative_version", "plan_version_id", "premiums_planversion"),
            not_in_closed_plan("resolution_not_in_closed_year", "{row}.plan_id"),
            never_deleted("resolution_never_deleted"),
            fixed(
                "resolution_stays_historic",
                "is_historic",
                sentence=_("Whether an entry is historic stays as it was first recorded."),
            ),
            Rule(
                name="resolution_fixed_once_decided",
                sentence=_("A resolution that was adopted or rejected can't be changed any more."),
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func=refuse_when("OLD.state <> 'draft' AND NEW IS DISTINCT FROM OLD", "resolution_fixed_once_decided")
                + " RETURN NEW;",
            ),
            Rule(
                name="resolution_votes_within_presence",
                sentence=_("More votes than people present: check the votes and the attendance of the assembly."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                declare=[("held", "premiums_assembly%ROWTYPE")],
                func="SELECT * INTO held FROM premiums_assembly WHERE id = NEW.assembly_id; "
                + refuse_when(f"{_VOTES} > held.present_women + held.present_men", "resolution_votes_within_presence")
                + " RETURN NEW;",
            ),
            Rule(
                name="resolution_quorum_and_majority",
                sentence=_(
                    "A resolution is adopted only when the assembly had its quorum and the votes reach the majority. "
                    "Without it no money is released."
                ),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                condition=pgtrigger.Condition("NEW.state = 'adopted' AND NOT NEW.is_historic"),
                declare=[("held", "premiums_assembly%ROWTYPE"), ("present", "integer")],
                func="""
                    SELECT * INTO held FROM premiums_assembly WHERE id = NEW.assembly_id FOR SHARE;
                    present := held.present_women + held.present_men;
                """
                + refuse_when(
                    f"""({_VOTES}) IS NULL OR present IS NULL OR held.entitled IS NULL OR held.quorum_percent IS NULL
                    OR present * 100 < held.entitled * held.quorum_percent
                    OR NOT CASE NEW.majority
                        WHEN 'simple' THEN NEW.votes_for > NEW.votes_against
                        WHEN 'absolute' THEN NEW.votes_for * 2 > present
                        WHEN 'two thirds' THEN NEW.votes_for * 3 >= present * 2
                        ELSE false END""",
                    "resolution_quorum_and_majority",
                )
                + " RETURN NEW;",
            ),
            Rule(
                name="resolution_draft_first",
                sentence=_("A resolution starts as a draft; it is adopted when its votes are recorded."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                condition=pgtrigger.Condition("NEW.state <> 'draft' AND NOT NEW.is_historic"),
                func=refuse_when("true", "resolution_draft_first") + " RETURN NEW;",
            ),
            adoption_moves_totals(),
        )

    def __str__(self) -> str:
        return self.text[:80]


@pghistory.track()
class Allotment(Record):
    """What one resolution releases for one activity, in the fund's currency; below zero it takes back what is not
    spent. Fixed once the resolution is decided.
    """

    cooperative = models.ForeignKey(Cooperative, models.PROTECT, related_name="allotments", verbose_name=_("co-op"))
    resolution = models.ForeignKey(Resolution, models.PROTECT, related_name="allotments", verbose_name=_("resolution"))
    activity = models.ForeignKey(Activity, models.PROTECT, related_name="allotments", verbose_name=_("activity"))
    amount = models.DecimalField(_("amount"), max_digits=12, decimal_places=2)

    class Meta:
        verbose_name = _("allotment")
        verbose_name_plural = _("allotments")
        ordering = ("resolution", "activity")
        constraints = (
            models.UniqueConstraint(
                fields=("resolution", "activity"),
                name="allotment_once",
                violation_error_message=_("The resolution already gives this activity an amount."),
            ),
            models.CheckConstraint(
                condition=~Q(amount=0),
                name="allotment_amount",
                violation_error_message=_("An allotment adds an amount, or takes one back; it is not zero."),
            ),
        )
        triggers = (
            same_cooperative("allotment_same_cooperative_resolution", "resolution_id", "premiums_resolution"),
            same_cooperative("allotment_same_cooperative_activity", "activity_id", "premiums_activity"),
            not_in_closed_plan(
                "allotment_not_in_closed_year",
                "(SELECT plan_id FROM premiums_activity WHERE id = {row}.activity_id)",
            ),
            Rule(
                name="allotment_only_in_draft",
                sentence=_("The resolution was decided, or is historic: what it releases can't be changed."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                declare=[("owner", "record")],
                func=f"""
                    FOR owner IN SELECT state, is_historic FROM premiums_resolution
                        WHERE (TG_OP <> 'INSERT' AND id = OLD.resolution_id)
                            OR (TG_OP <> 'DELETE' AND id = NEW.resolution_id)
                        FOR SHARE
                    LOOP {refuse_when("owner.state <> 'draft' OR owner.is_historic", "allotment_only_in_draft")}
                    END LOOP;
                    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                    RETURN NEW;
                """,
            ),
        )

    def __str__(self) -> str:
        return f"{self.activity}: {self.amount}"
