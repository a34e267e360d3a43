"""Tracks, trainings, their days and who came, in the admin."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from config.admin import BY_COOPERATIVE, AddingInline, RecordAdmin, partial_date_column
from cooperatives.admin.people import COOPERATIVE
from trainings.models import Attendance, Track, Training, TrainingInvitation, TrainingSession


class InvitationInline(AddingInline):
    """Co-ops invited to a training."""

    model = TrainingInvitation
    fields = ("cooperative",)
    autocomplete_fields = ("cooperative",)
    list_select_related = ("training", "cooperative")


class SessionInline(AddingInline):
    """The days of a training."""

    model = TrainingSession
    fields = ("held_on", "hours")
    list_select_related = ("training",)


class AttendanceInline(AddingInline):
    """Who was there; the co-op follows from the member."""

    model = Attendance
    fields = ("member", "cooperative")
    readonly_fields = ("cooperative",)
    autocomplete_fields = ("member",)
    list_select_related = ("session__training", "member", "cooperative")


@admin.register(Track)
class TrackAdmin(RecordAdmin):
    """The four tracks."""

    list_display = ("position", "name", "slug")
    list_display_links = ("name",)
    list_filter = ("is_example",)
    search_fields = ("name", "name_es", "name_pt", "slug", "objective")
    prepopulated_fields: ClassVar[Any] = {"slug": ("name",)}
    fieldsets = ((None, {"fields": ("name", "slug", "position", "objective")}),)


@admin.register(Training)
class TrainingAdmin(RecordAdmin):
    """Trainings."""

    starts = partial_date_column("starts", _("first day"))
    list_display = ("title", "track", "programme", "kind", "state", "starts", "place")
    list_filter = (
        "state",
        "kind",
        ("track", admin.RelatedOnlyFieldListFilter),
        ("programme", admin.RelatedOnlyFieldListFilter),
        ("cooperatives", admin.RelatedOnlyFieldListFilter),
        "is_example",
    )
    list_select_related = ("programme", "track")
    search_fields = (
        "title",
        "title_es",
        "title_pt",
        "place",
        "track__name",
        "programme__name",
        "cooperatives__short_name",
    )
    autocomplete_fields = ("programme", "track")
    inlines = (InvitationInline, SessionInline)
    fieldsets = (
        (None, {"fields": ("programme", "track", "title", "kind", "place")}),
        (_("When"), {"fields": ("state", "starts_on", "starts_precision", "ends_on", "cancelled_reason")}),
    )


@admin.register(TrainingInvitation)
class TrainingInvitationAdmin(RecordAdmin):
    """Which co-op was invited to which training."""

    list_display = ("training", "cooperative")
    list_filter = (("training__programme", admin.RelatedOnlyFieldListFilter), BY_COOPERATIVE, "is_example")
    list_select_related = ("training", "cooperative")
    search_fields = ("training__title", *COOPERATIVE)
    autocomplete_fields = ("training", "cooperative")
    fieldsets = ((None, {"fields": ("training", "cooperative")}),)


@admin.register(TrainingSession)
class TrainingSessionAdmin(RecordAdmin):
    """The days of the trainings."""

    list_display = ("training", "held_on", "hours")
    list_filter = (
        ("training__track", admin.RelatedOnlyFieldListFilter),
        ("training__programme", admin.RelatedOnlyFieldListFilter),
        "is_example",
    )
    list_select_related = ("training",)
    date_hierarchy = "held_on"
    search_fields = ("training__title", "training__place", "training__cooperatives__short_name")
    autocomplete_fields = ("training",)
    inlines = (AttendanceInline,)
    fieldsets = ((None, {"fields": ("training", "held_on", "hours")}),)


@admin.register(Attendance)
class AttendanceAdmin(RecordAdmin):
    """Who was there on which day; the co-op follows from the member."""

    parent = "member"
    list_display = ("member", "cooperative", "session")
    list_filter = (("session__training__track", admin.RelatedOnlyFieldListFilter), BY_COOPERATIVE, "is_example")
    list_select_related = ("session__training", "member", "cooperative")
    show_full_result_count = False
    search_fields = ("member__name", "session__training__title", *COOPERATIVE)
    autocomplete_fields = ("session", "member")
    readonly_fields = ("cooperative",)
    fieldsets = ((None, {"fields": ("session", "member", "cooperative")}),)
