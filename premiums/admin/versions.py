"""Versions of the plans with their lines, and the reports on the activities."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from config.admin import BY_COOPERATIVE, AddingInline, RecordAdmin, money_column
from cooperatives.admin.people import COOPERATIVE
from premiums.models import ActivityReport, PlanLine, PlanVersion
from premiums.models.closing import SENTENCE
from premiums.models.versions import VersionState

PLANNED = ("title", "objective", "category", "starts_on", "ends_on", "responsible")
EXPECTED = ("quality_percent", "expected_women", "expected_men")


class PlanLineInline(AddingInline):
    """What the version plans."""

    model = PlanLine
    fields = ("position", "activity", *PLANNED, "budget")
    autocomplete_fields = ("activity", "category")
    list_select_related = ("activity", "category")


@admin.register(PlanVersion)
class PlanVersionAdmin(RecordAdmin):
    """Versions of the plans. They are approved by a resolution, never by editing the state."""

    parent = "plan"
    list_display = ("plan", "number", "cooperative", "state", "approved_by", "approved_at")
    list_display_links = ("plan", "number")
    list_filter = ("state", BY_COOPERATIVE, "is_example")
    list_select_related = ("plan", "cooperative", "approved_by")
    search_fields = ("plan__title", "changes", *COOPERATIVE)
    autocomplete_fields = ("plan",)
    readonly_fields = ("cooperative", "state", "approved_by", "approved_at")
    inlines = (PlanLineInline,)
    fieldsets = (
        (None, {"fields": ("plan", "cooperative", "number", "changes")}),
        (_("Approval"), {"fields": ("state", "approved_by", "approved_at")}),
    )

    def fixed_because(self, row: Any) -> str:
        """It was approved, or its year is closed."""
        if row.state != VersionState.DRAFT:
            return _now("An approved version can't be changed any more; draft an amendment instead.")
        return str(SENTENCE) if row.plan.is_closed else ""


@admin.register(PlanLine)
class PlanLineAdmin(RecordAdmin):
    """Lines of the versions; fixed once the version is approved."""

    parent = "version"
    planned = money_column("budget", _("budget"), "activity.fund.currency")
    list_display = ("title", "version", "cooperative", "category", "planned", "starts_on", "ends_on")
    list_filter = (BY_COOPERATIVE, ("category", admin.RelatedOnlyFieldListFilter), "version__state", "is_example")
    list_select_related = ("version__plan", "cooperative", "category", "activity__fund")
    search_fields = ("title", "objective", "responsible", "activity__title", *COOPERATIVE)
    autocomplete_fields = ("version", "activity", "category")
    readonly_fields = ("cooperative",)
    fieldsets = (
        (None, {"fields": ("version", "activity", "cooperative", "position")}),
        (_("What and who"), {"fields": PLANNED}),
        (_("Money and people"), {"fields": ("budget", *EXPECTED)}),
    )

    def fixed_because(self, row: Any) -> str:
        """It goes with its version."""
        own_admin: Any = self.admin_site.get_model_admin(PlanVersion)
        return str(own_admin.fixed_because(row.version))


@admin.register(ActivityReport)
class ActivityReportAdmin(RecordAdmin):
    """What became of the activities; fixed once the year is closed."""

    parent = "activity"
    signed = "reported"
    list_display = ("activity", "cooperative", "done", "objective_reached", "reported_by", "reported_at")
    list_filter = ("done", "objective_reached", BY_COOPERATIVE, "is_example")
    list_select_related = ("activity__plan", "cooperative", "reported_by")
    search_fields = ("activity__title", "reason", "next_step", *COOPERATIVE)
    autocomplete_fields = ("activity",)
    readonly_fields = ("cooperative",)
    fieldsets = ((None, {"fields": ("activity", "cooperative", "done", "reason", "objective_reached", "next_step")}),)

    def fixed_because(self, row: Any) -> str:
        """The year was closed."""
        return str(SENTENCE) if row.activity.plan.is_closed else ""
