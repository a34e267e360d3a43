"""Ladders, indicators, targets, and what co-ops reported, in the admin."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from django.contrib import admin, messages
from django.contrib.admin import helpers
from django.contrib.admin.utils import flatten_fieldsets
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from config.admin import BY_COOPERATIVE, RecordAdmin, partial_date_column
from config.errors import Refused
from cooperatives.admin.people import COOPERATIVE
from trainings.actions.climb_ladder import accept_milestone, reopen_milestone, return_milestone
from trainings.actions.measure import (
    Reading,
    accept_measurement,
    correct_measurement,
    enter_measurement,
    return_measurement,
)
from trainings.forms.progress import ReturnForm
from trainings.models import (
    CooperativeMilestone,
    Evidence,
    Indicator,
    IndicatorBaseline,
    IndicatorTarget,
    Measurement,
    Milestone,
)
from trainings.models.measurements import PARTS

BY_TRACK = ("track", admin.RelatedOnlyFieldListFilter)


@admin.register(Milestone)
class MilestoneAdmin(RecordAdmin):
    """The ladders. A milestone in use is switched off rather than deleted."""

    list_display = ("name", "track", "position", "is_active")
    list_filter = (BY_TRACK, "is_active", "is_example")
    list_select_related = ("track",)
    search_fields = ("name", "name_es", "name_pt", "slug", "guidance")
    prepopulated_fields: ClassVar[Any] = {"slug": ("name",)}
    autocomplete_fields = ("track",)
    fieldsets = ((None, {"fields": ("track", "position", "name", "slug", "guidance", "is_active")}),)


@admin.register(Indicator)
class IndicatorAdmin(RecordAdmin):
    """What is measured. Kind and unit stay once values are recorded."""

    list_display = ("name", "track", "position", "kind", "unit", "direction", "computation", "is_active")
    list_filter = (BY_TRACK, "kind", "is_active", "is_example")
    list_select_related = ("track",)
    search_fields = ("name", "name_es", "name_pt", "slug", "guidance")
    prepopulated_fields: ClassVar[Any] = {"slug": ("name",)}
    autocomplete_fields = ("track",)
    fieldsets = (
        (None, {"fields": ("track", "position", "name", "slug", "guidance", "is_active")}),
        (_("Value"), {"fields": ("kind", "unit", "largest", "direction", "is_additive", "computation")}),
    )


@admin.register(IndicatorTarget)
class IndicatorTargetAdmin(RecordAdmin):
    """Targets, of a co-op or of a programme."""

    list_display = ("indicator", "year", "value", "cooperative", "programme")
    list_filter = ("year", BY_COOPERATIVE, ("indicator", admin.RelatedOnlyFieldListFilter), "is_example")
    list_select_related = ("indicator", "cooperative", "programme")
    search_fields = ("indicator__name", "programme__name", *COOPERATIVE)
    autocomplete_fields = ("indicator", "cooperative", "programme")
    fieldsets = ((None, {"fields": ("indicator", "year", "value", "cooperative", "programme")}),)


@admin.register(IndicatorBaseline)
class IndicatorBaselineAdmin(RecordAdmin):
    """Where co-ops began."""

    measured = partial_date_column("measured", _("measured on"))
    list_display = ("indicator", "cooperative", "value", "measured")
    list_filter = (BY_COOPERATIVE, ("indicator", admin.RelatedOnlyFieldListFilter), "is_example")
    list_select_related = ("indicator", "cooperative")
    search_fields = ("indicator__name", *COOPERATIVE)
    autocomplete_fields = ("indicator", "cooperative")
    fieldsets = (
        (None, {"fields": ("indicator", "cooperative", "value", "measured_on", "measured_precision", "source")}),
    )


class _DecidingAdmin(RecordAdmin):
    """Rows that are accepted and returned by actions of the list, never by editing them."""

    def with_reason(
        self, request: HttpRequest, queryset: Any, action: Callable[..., Any], title: str
    ) -> HttpResponse | None:
        """Ask for the reason first, on a page of its own."""
        form = ReturnForm(request.POST if "reason" in request.POST else None)
        if form.is_valid():
            for row in queryset:
                self.decide(request, row, action, reason=form.cleaned_data["reason"])
            return None
        context = {
            **self.admin_site.each_context(request),
            "title": title,
            "form": form,
            "rows": queryset,
            "action": request.POST["action"],
            "action_checkbox_name": helpers.ACTION_CHECKBOX_NAME,
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/reason.html", context)

    def decide(self, request: HttpRequest, row: Any, action: Callable[..., Any], **more: Any) -> None:
        """Do it, and say what happened."""
        subject = "row" if isinstance(row, CooperativeMilestone) else "measurement"
        try:
            action(**{subject: row}, by=request.user, **more)
        except Refused as refused:
            self.message_user(request, f"{row}: {refused}", messages.ERROR)
        else:
            self.message_user(request, _now("Done: %(row)s.") % {"row": row}, messages.SUCCESS)


@admin.register(CooperativeMilestone)
class CooperativeMilestoneAdmin(_DecidingAdmin):
    """Milestones of co-ops. The due date is set here; what was reported is accepted, returned, reopened in the list."""

    reached = partial_date_column("reached", _("reached on"))
    list_display = ("milestone", "cooperative", "due_on", "reached", "reported_by", "accepted_by", "accepted_at")
    list_filter = (("milestone__track", admin.RelatedOnlyFieldListFilter), BY_COOPERATIVE, "is_example")
    list_select_related = ("milestone", "cooperative", "reported_by", "accepted_by")
    search_fields = ("milestone__name", "evidence", *COOPERATIVE)
    autocomplete_fields = ("milestone", "cooperative")
    readonly_fields = (
        "reached_on",
        "reached_precision",
        "evidence",
        "reported_by",
        "reported_at",
        "accepted_by",
        "accepted_at",
        "returned_reason",
        "returned_by",
        "returned_at",
        "not_applicable_reason",
        "not_applicable_by",
        "not_applicable_at",
    )
    actions = ("accept_selected", "return_selected", "reopen_selected")
    fieldsets = (
        (None, {"fields": ("cooperative", "milestone", "due_on")}),
        (_("What happened to it"), {"fields": readonly_fields}),
    )

    def fixed_because(self, row: Any) -> str:
        """An accepted one stands."""
        if not row.accepted_at:
            return ""
        return _now("This milestone was accepted, so it can't be changed any more. Reopen it in the list.")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Co-op and milestone are said when it is added."""
        fields = super().get_readonly_fields(request, obj)
        return [*fields, "cooperative", "milestone"] if obj else fields

    @admin.action(description=_("Accept the selected milestones"), permissions=["change"])
    def accept_selected(self, request: HttpRequest, queryset: Any) -> None:
        """Accept each as it stands now; not those one reported oneself."""
        for row in queryset:
            self.decide(request, row, accept_milestone, seen_at=row.reported_at)

    @admin.action(description=_("Return the selected milestones, with a reason"), permissions=["change"])
    def return_selected(self, request: HttpRequest, queryset: Any) -> HttpResponse | None:
        """They count as not reached until they are reported again."""
        return self.with_reason(request, queryset, return_milestone, _now("Return milestones"))

    @admin.action(description=_("Reopen the selected accepted milestones, with a reason"), permissions=["change"])
    def reopen_selected(self, request: HttpRequest, queryset: Any) -> HttpResponse | None:
        """They wait to be accepted again."""
        return self.with_reason(request, queryset, reopen_milestone, _now("Reopen milestones"))


@admin.register(Measurement)
class MeasurementAdmin(_DecidingAdmin):
    """Measurements. They are entered and corrected as on the pages, accepted and returned in the list."""

    signed = "entered"
    list_display = ("indicator", "cooperative", "year", "value", "state", "entered_by", "accepted_by")
    list_filter = ("state", "year", BY_COOPERATIVE, ("indicator", admin.RelatedOnlyFieldListFilter), "is_example")
    list_select_related = ("indicator", "cooperative", "entered_by", "accepted_by")
    show_full_result_count = False
    search_fields = ("indicator__name", "source", *COOPERATIVE)
    autocomplete_fields = ("indicator", "cooperative")
    readonly_fields = (
        "unrecorded",
        "state",
        "accepted_by",
        "accepted_at",
        "returned_reason",
        "returned_by",
        "returned_at",
        "supersedes",
    )
    actions = ("accept_selected", "return_selected")
    fieldsets = (
        (None, {"fields": ("cooperative", "indicator", "year", "value", *PARTS)}),
        (_("Source"), {"fields": ("measured_on", "measured_precision", "source", "note")}),
        (_("What happened to it"), {"fields": readonly_fields[1:]}),
    )

    def fixed_because(self, row: Any) -> str:
        """An accepted one stands, and so does one that was corrected since."""
        return "" if row.is_open else _now("This value was accepted, so it can't be changed any more. Correct it anew.")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Whose it is and of which year is said when it is added."""
        fields = super().get_readonly_fields(request, obj)
        return [*fields, "cooperative", "indicator", "year"] if obj else fields

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Enter or correct it as the pages do."""
        if change and not form.changed_data:
            return
        typed = form.cleaned_data
        reading = Reading(
            value=typed["value"],
            measured_on=typed["measured_on"],
            measured_precision=typed["measured_precision"],
            source=typed["source"],
            note=typed["note"],
            split={part: typed[part] or 0 for part in PARTS[:-1]},
        )
        user: Any = request.user
        if change:
            saved = correct_measurement(measurement=obj, reading=reading, by=user)
        else:
            own = {"cooperative": obj.cooperative, "indicator": obj.indicator, "year": obj.year}
            saved = enter_measurement(**own, reading=reading, by=user)
        obj.pk, obj._state.adding = saved.pk, False
        obj.refresh_from_db()

    @admin.action(description=_("Accept the selected values"), permissions=["change"])
    def accept_selected(self, request: HttpRequest, queryset: Any) -> None:
        """Accept each as it stands now; not those one entered oneself."""
        for row in queryset:
            self.decide(request, row, accept_measurement, seen_at=row.entered_at)

    @admin.action(description=_("Return the selected values, with a reason"), permissions=["change"])
    def return_selected(self, request: HttpRequest, queryset: Any) -> HttpResponse | None:
        """Send each back to who entered it."""
        return self.with_reason(request, queryset, return_measurement, _now("Return values"))


@admin.register(Evidence)
class EvidenceAdmin(RecordAdmin):
    """Papers and photos, to read. They are added with what they show."""

    list_display = ("original_name", "cooperative", "milestone", "measurement", "uploaded_by", "uploaded_at")
    list_filter = (BY_COOPERATIVE, "content_type", "is_example")
    list_select_related = (
        "cooperative",
        "milestone__milestone",
        "milestone__cooperative",
        "measurement__indicator",
        "measurement__cooperative",
        "uploaded_by",
    )
    show_full_result_count = False
    search_fields = ("original_name", "sha256", *COOPERATIVE)
    fieldsets = (
        (None, {"fields": ("link", "cooperative", "milestone", "measurement", "uploaded_by", "uploaded_at")}),
        (_("File"), {"fields": ("content_type", "size", "sha256")}),
    )

    @admin.display(description=_("file"))
    def link(self, evidence: Any) -> str:
        """The file, to open."""
        return format_html(
            '<a href="{}">{}</a>', reverse("trainings:evidence_file", args=[evidence.pk]), evidence.original_name
        )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """All of it."""
        return flatten_fieldsets(self.get_fieldsets(request, obj))

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Only with a milestone or a value, where the content of the file is looked at."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Never."""
        return False
