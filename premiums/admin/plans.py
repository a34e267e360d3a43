"""Use categories, premium plans and their activities."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from config.admin import BY_COOPERATIVE, AddingInline, RecordAdmin, money_column, partial_date_column
from cooperatives.admin.people import COOPERATIVE
from premiums.models import Activity, Category, Plan

APPROVED = money_column("approved", _("approved"), "fund.currency")
SPENT = money_column("spent", _("spent"), "fund.currency")
LEFT = money_column("left", _("left"), "fund.currency", F("approved") - F("spent"))
TOTALS = ("approved_total", "spent_total", "left_total")


class ActivityInline(AddingInline):
    """The lines of a plan."""

    model = Activity
    approved_total, spent_total, left_total = APPROVED, SPENT, LEFT
    fields = ("position", "title", "category", "starts_on", "ends_on", "responsible", *TOTALS)
    readonly_fields = TOTALS
    autocomplete_fields = ("category",)
    list_select_related = ("category", "fund")


@admin.register(Category)
class CategoryAdmin(RecordAdmin):
    """What premium is used for."""

    list_display = ("name", "group", "counts_to_quality", "position")
    list_filter = ("group", "counts_to_quality", "is_example")
    search_fields = ("name", "name_es", "name_pt", "slug")
    prepopulated_fields: ClassVar[Any] = {"slug": ("name",)}
    fieldsets = ((None, {"fields": ("name", "slug", "group", "counts_to_quality", "position")}),)


@admin.register(Plan)
class PlanAdmin(RecordAdmin):
    """Premium plans; the co-op follows from the fund."""

    parent = "fund"
    starts = partial_date_column("starts", _("from"))
    list_display = ("title", "cooperative", "starts", "ends_on", "fund")
    list_filter = (BY_COOPERATIVE, "is_example")
    list_select_related = ("cooperative", "fund__cooperative")
    search_fields = ("title", "title_es", "title_pt", *COOPERATIVE)
    autocomplete_fields = ("fund",)
    readonly_fields = ("cooperative",)
    inlines = (ActivityInline,)
    fieldsets = (
        (None, {"fields": ("title", "fund", "cooperative")}),
        (_("Time"), {"fields": ("starts_on", "starts_precision", "ends_on")}),
    )


@admin.register(Activity)
class ActivityAdmin(RecordAdmin):
    """Lines of the plans; co-op and fund follow from the plan, the totals from the entries."""

    parent = "plan"
    inherited = ("cooperative", "fund")
    approved_total, spent_total, left_total = APPROVED, SPENT, LEFT
    list_display = ("title", "cooperative", "plan", "category", *TOTALS)
    list_filter = (BY_COOPERATIVE, ("category", admin.RelatedOnlyFieldListFilter), "is_historic", "is_example")
    list_select_related = ("cooperative", "plan", "category", "fund__cooperative")
    search_fields = ("title", "title_es", "title_pt", "responsible", "plan__title", *COOPERATIVE)
    autocomplete_fields = ("plan", "category")
    readonly_fields = ("cooperative", "fund", *TOTALS)
    fieldsets = (
        (None, {"fields": ("title", "plan", "cooperative", "fund", "category", "position")}),
        (_("What and who"), {"fields": ("objective", "responsible", "starts_on", "ends_on")}),
        (_("Totals"), {"fields": TOTALS, "description": _("They follow from the entries and can't be edited.")}),
        (_("Historic"), {"fields": ("is_historic",)}),
    )
