"""Tracks, modules, trainings, their days and who came, in the admin."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from config.admin import BY_COOPERATIVE, AddingInline, RecordAdmin, partial_date_column
from config.admin_filters import CooperativeFilter
from config.admin_lists import GrowingAdmin
from cooperatives.admin.people import COOPERATIVE
from trainings.models import (
    Attendance,
    CalendarFeed,
    HeadCount,
    Module,
    Track,
    Training,
    TrainingFile,
    TrainingInvitation,
    TrainingModule,
    TrainingSession,
    TrainingTrainer,
)


class InvitationInline(AddingInline):
    """Co-ops invited to a training."""

    model = TrainingInvitation
    fields = ("cooperative", "places")
    autocomplete_fields = ("cooperative",)
    list_select_related = ("training", "cooperative")


class ModuleOfTrainingInline(AddingInline):
    """The modules of a training."""

    model = TrainingModule
    fields = ("module",)
    autocomplete_fields = ("module",)
    list_select_related = ("training", "module")


class TrainerInline(AddingInline):
    """Who teaches at a training."""

    model = TrainingTrainer
    fields = ("user",)
    autocomplete_fields = ("user",)
    list_select_related = ("training", "user")


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


class HeadCountInline(AddingInline):
    """Heads counted on a day, by co-op."""

    model = HeadCount
    fields = ("cooperative", "women", "men", "unrecorded", "under_30")
    autocomplete_fields = ("cooperative",)
    list_select_related = ("session__training", "cooperative")


@admin.register(Module)
class ModuleAdmin(RecordAdmin):
    """What is taught, by track."""

    list_display = ("title", "track", "hours", "language", "is_retired")
    list_filter = (("track", admin.RelatedOnlyFieldListFilter), "is_retired", "is_example")
    list_select_related = ("track",)
    search_fields = ("title", "title_es", "title_pt", "objectives", "track__name")
    autocomplete_fields = ("track",)
    fieldsets = ((None, {"fields": ("track", "title", "objectives", "hours", "language", "is_retired")}),)


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
        ("cooperatives", CooperativeFilter),
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
    autocomplete_fields = ("programme", "track", "host")
    inlines = (InvitationInline, SessionInline, ModuleOfTrainingInline, TrainerInline)
    readonly_fields = ("cancelled_at", "cancelled_by", "reported_at", "reported_by")
    fieldsets = (
        (None, {"fields": ("programme", "track", "title", "kind", "place", "host", "other_trainers")}),
        (_("When"), {"fields": ("state", "starts_on", "starts_precision", "ends_on")}),
        (
            _("What became of it"),
            {"fields": ("report", "reported_by", "reported_at", "cancelled_reason", "cancelled_by", "cancelled_at")},
        ),
    )

    def fill(self, request: HttpRequest, row: Any, *, adding: bool) -> None:
        """Who reported or cancelled goes with the state."""
        super().fill(request, row, adding=adding)
        for state in ("reported", "cancelled"):
            if row.state == state and getattr(row, f"{state}_at") is None:
                setattr(row, f"{state}_at", timezone.now())
                setattr(row, f"{state}_by", request.user)


@admin.register(TrainingInvitation)
class TrainingInvitationAdmin(RecordAdmin):
    """Which co-op was invited to which training."""

    list_display = ("training", "cooperative", "places")
    list_filter = (("training__programme", admin.RelatedOnlyFieldListFilter), BY_COOPERATIVE, "is_example")
    list_select_related = ("training", "cooperative")
    search_fields = ("training__title", *COOPERATIVE)
    autocomplete_fields = ("training", "cooperative")
    fieldsets = ((None, {"fields": ("training", "cooperative", "places")}),)


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
    inlines = (AttendanceInline, HeadCountInline)
    fieldsets = ((None, {"fields": ("training", "held_on", "hours")}),)


@admin.register(Attendance)
class AttendanceAdmin(GrowingAdmin):
    """Who was there on which day; the co-op follows from the member."""

    parent = "member"
    list_display = ("member", "cooperative", "session")
    list_filter = (("session__training__track", admin.RelatedOnlyFieldListFilter), BY_COOPERATIVE, "is_example")
    list_select_related = ("session__training", "member", "cooperative")
    search_fields = ("member__name", "session__training__title", *COOPERATIVE)
    autocomplete_fields = ("session", "member")
    readonly_fields = ("cooperative",)
    fieldsets = ((None, {"fields": ("session", "member", "cooperative")}),)


@admin.register(HeadCount)
class HeadCountAdmin(RecordAdmin):
    """Heads counted where no names were taken."""

    signed = "counted"
    list_display = ("session", "cooperative", "women", "men", "unrecorded", "under_30")
    list_filter = (("session__training__track", admin.RelatedOnlyFieldListFilter), BY_COOPERATIVE, "is_example")
    list_select_related = ("session__training", "cooperative")
    search_fields = ("session__training__title", *COOPERATIVE)
    autocomplete_fields = ("session", "cooperative")
    fieldsets = ((None, {"fields": ("session", "cooperative", "women", "men", "unrecorded", "under_30")}),)


@admin.register(TrainingModule)
class TrainingModuleAdmin(RecordAdmin):
    """Which training teaches which module."""

    list_display = ("training", "module")
    list_filter = (("module__track", admin.RelatedOnlyFieldListFilter), "is_example")
    list_select_related = ("training", "module")
    search_fields = ("training__title", "module__title")
    autocomplete_fields = ("training", "module")
    fieldsets = ((None, {"fields": ("training", "module")}),)


@admin.register(TrainingTrainer)
class TrainingTrainerAdmin(RecordAdmin):
    """Who teaches at which training."""

    list_display = ("training", "user")
    list_filter = (("training__programme", admin.RelatedOnlyFieldListFilter), "is_example")
    list_select_related = ("training", "user")
    search_fields = ("training__title", "user__name")
    autocomplete_fields = ("training", "user")
    fieldsets = ((None, {"fields": ("training", "user")}),)


@admin.register(TrainingFile)
class TrainingFileAdmin(RecordAdmin):
    """Papers and photos; a file is added on the page of its training, where its content is checked."""

    list_display = ("original_name", "kind", "training", "uploaded_by", "uploaded_at")
    list_filter = ("kind", ("training__programme", admin.RelatedOnlyFieldListFilter), "is_example")
    list_select_related = ("training", "uploaded_by")
    search_fields = ("original_name", "training__title")
    readonly_fields = ("training", "file", "original_name", "content_type", "size", "uploaded_by", "uploaded_at")
    fieldsets = ((None, {"fields": ("kind", *readonly_fields)}),)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Not here: what is sent must be read and checked first."""
        return False


@admin.register(CalendarFeed)
class CalendarFeedAdmin(RecordAdmin):
    """Private calendar links: seen here without their secret, and revoked here."""

    list_display = ("made_by", "programme", "cooperative", "made_at", "revoked_at")
    list_filter = (("revoked_at", admin.EmptyFieldListFilter), "is_example")
    list_select_related = ("made_by", "programme", "cooperative")
    search_fields = ("made_by__name", "programme__name", *COOPERATIVE)
    readonly_fields = ("programme", "cooperative", "made_by", "made_at", "revoked_by", "revoked_at")
    fieldsets = ((None, {"fields": readonly_fields}),)
    actions = ("revoke",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """People make their own links."""
        return False

    @admin.action(description=_("Revoke the selected links now"), permissions=["change"])
    def revoke(self, request: HttpRequest, queryset: Any) -> None:
        """Calendars that use them find nothing any more."""
        count = (
            queryset.filter(revoked_at__isnull=True)
            .select_related(None)
            .update(revoked_at=timezone.now(), revoked_by=request.user)
        )
        self.message_user(
            request, ngettext("%(count)d link was revoked.", "%(count)d links were revoked.", count) % {"count": count}
        )
