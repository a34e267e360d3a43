"""Tests, scores and follow-up visits in the admin."""

from __future__ import annotations

from django.contrib import admin

from config.admin import BY_COOPERATIVE, RecordAdmin
from cooperatives.admin.people import COOPERATIVE
from trainings.models import FollowUpVisit, Instrument, Score


@admin.register(Instrument)
class InstrumentAdmin(RecordAdmin):
    """Tests, each in its versions."""

    list_display = ("name", "version", "maximum", "is_retired")
    list_filter = ("is_retired", "is_example")
    search_fields = ("name", "version")
    fieldsets = ((None, {"fields": ("name", "version", "maximum", "is_retired", "note")}),)


@admin.register(Score)
class ScoreAdmin(RecordAdmin):
    """Scores before and after; the co-op follows from the member."""

    parent = "member"
    signed = "entered"
    list_display = ("member", "training", "moment", "points", "instrument", "cooperative")
    list_filter = ("moment", ("instrument", admin.RelatedOnlyFieldListFilter), BY_COOPERATIVE, "is_example")
    list_select_related = ("member", "training", "instrument", "cooperative")
    show_full_result_count = False
    search_fields = ("member__name", "training__title", *COOPERATIVE)
    autocomplete_fields = ("member", "training", "instrument")
    readonly_fields = ("cooperative",)
    fieldsets = ((None, {"fields": ("training", "member", "cooperative", "instrument", "moment", "points")}),)


@admin.register(FollowUpVisit)
class FollowUpVisitAdmin(RecordAdmin):
    """Visits after a training."""

    signed = "recorded"
    list_display = ("practice", "visited_on", "adopted", "member", "cooperative")
    list_filter = ("adopted", BY_COOPERATIVE, "is_example")
    list_select_related = ("member", "cooperative", "training")
    date_hierarchy = "visited_on"
    search_fields = ("practice", "evidence", "member__name", *COOPERATIVE)
    autocomplete_fields = ("cooperative", "member", "training")
    fieldsets = (
        (None, {"fields": ("cooperative", "member", "training", "visited_on", "practice", "adopted", "evidence")}),
    )
