"""Certification files with their steps, and permission to trade. Every move goes through the action of the pages."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets
from django.http import HttpRequest
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from certification.actions.grant_permission import grant_permission
from certification.actions.move_file import change_version, move_file
from certification.models import CertificationFile, Step, TradePermission
from config.admin import BY_COOPERATIVE, AddingInline, RecordAdmin, partial_date_column
from config.dates import DatePrecision
from cooperatives.admin.people import COOPERATIVE

TAKEN = ("to_state", "taken_on", "taken_precision", "until_on", "note")


class StepForm(forms.ModelForm):  # type: ignore[type-arg]
    """A step to add; only a historic one may lack its day."""

    def clean(self) -> Any:
        """The day is needed, and known to the day."""
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("is_historic") and "taken_on" in cleaned:
            if cleaned["taken_on"] is None:
                self.add_error("taken_on", forms.Field.default_error_messages["required"])
            cleaned["taken_precision"] = DatePrecision.DAY if cleaned.get("taken_on") else ""
        return cleaned


def take(step: Step, request: HttpRequest) -> None:
    """Record a new step as the pages do; a historic one is saved as it is, the database keeps its rules."""
    if step.is_historic:
        file = CertificationFile.objects.get(pk=step.file_id)
        step.cooperative_id, step.from_state, step.is_example = file.cooperative_id, file.state, file.is_example
        step.save()
        return
    user: Any = request.user
    taken = {name: getattr(step, name) for name in ("taken_on", "until_on", "note")}
    done = move_file(file=step.file, to=step.to_state, by=user, **taken)
    step.pk, step._state.adding = done.pk, False
    step.refresh_from_db()


class StepInline(AddingInline):
    """The history of a file, and a line to add the next step."""

    model = Step
    form = StepForm
    fields = (*TAKEN, "is_historic", "source")
    list_select_related = ("file__cooperative", "file__scheme")


@admin.register(CertificationFile)
class CertificationFileAdmin(RecordAdmin):
    """Certification files. The state follows from the steps below."""

    since = partial_date_column("since", _("in this state since"))
    list_display = ("cooperative", "scheme", "state", "since", "version", "certifier", "cycle_ends_on")
    list_display_links = ("cooperative", "scheme")
    list_filter = ("state", ("scheme", admin.RelatedOnlyFieldListFilter), BY_COOPERATIVE, "is_historic", "is_example")
    list_select_related = ("cooperative", "scheme", "version__standard", "certifier")
    search_fields = ("certifier_reference", "products", "scheme__name", *COOPERATIVE)
    autocomplete_fields = ("cooperative", "scheme", "version", "certifier")
    readonly_fields = ("state", "since")
    inlines = (StepInline,)
    fieldsets = (
        (None, {"fields": ("cooperative", "scheme", "version", "certifier", "certifier_reference")}),
        (_("State"), {"fields": ("state", "since"), "description": _("It follows from the steps below.")}),
        (_("What is covered"), {"fields": ("products", "scope")}),
        (_("Cycle"), {"fields": ("year_zero_on", "cycle_starts_on", "cycle_ends_on")}),
        (_("Historic"), {"fields": ("is_historic",)}),
    )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """A file stays with its co-op and its scheme."""
        fields = super().get_readonly_fields(request, obj)
        return [*fields, "cooperative", "scheme", "is_historic"] if obj else fields

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Another version is chosen by the action of the pages; the rest is saved."""
        user: Any = request.user
        if change and "version" in form.changed_data and obj.version:
            change_version(file=obj, version=obj.version, by=user)
        super().save_model(request, obj, form, change)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """Take the steps that were added."""
        if formset.model is not Step:
            super().save_formset(request, form, formset, change)
            return
        formset.new_objects = formset.save(commit=False)
        for step in formset.new_objects:
            take(step, request)


@admin.register(Step)
class StepAdmin(RecordAdmin):
    """Steps of the files: a history that nobody rewrites."""

    form = StepForm
    parent = "file"
    taken = partial_date_column("taken", _("date"))
    list_display = ("file", "from_state", "to_state", "taken", "until_on", "recorded_by")
    list_filter = ("to_state", BY_COOPERATIVE, "is_historic", "is_example")
    list_select_related = ("file__cooperative", "file__scheme", "recorded_by")
    search_fields = ("note", "file__scheme__name", *COOPERATIVE)
    autocomplete_fields = ("file",)
    readonly_fields = ("cooperative", "from_state", "recorded_by", "recorded_at")
    fieldsets = (
        (None, {"fields": ("file", "cooperative", "from_state", *TAKEN)}),
        (_("Historic"), {"fields": ("is_historic",)}),
        (_("Recorded"), {"fields": ("recorded_by", "recorded_at")}),
    )

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Never: a wrong step is followed by a right one."""
        return False

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Take the step."""
        take(obj, request)


@admin.register(TradePermission)
class TradePermissionAdmin(RecordAdmin):
    """Permission to trade. It stays as it was granted; it is ended on the page of the file, with a reason."""

    parent = "file"
    signed = "granted"
    list_display = ("file", "from_on", "until_on", "granted_by", "ended_at")
    list_filter = (BY_COOPERATIVE, ("ended_at", admin.EmptyFieldListFilter), "from_on", "is_example")
    list_select_related = ("file__cooperative", "file__scheme", "granted_by")
    search_fields = ("ended_reason", "note", "file__scheme__name", *COOPERATIVE)
    autocomplete_fields = ("file",)
    readonly_fields = ("cooperative", "ended_by", "ended_at", "ended_reason")
    fieldsets = (
        (None, {"fields": ("file", "cooperative", "from_on", "until_on")}),
        (_("Ended"), {"fields": ("ended_by", "ended_at", "ended_reason")}),
    )

    def fixed_because(self, row: Any) -> str:
        """It was ended."""
        return _now("This permission was ended, so it can't be changed any more.") if row.ended_at else ""

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Only a word about it can be added later."""
        fields = super().get_readonly_fields(request, obj)
        if not obj or self.fixed_because(obj):
            return fields
        return [*fields, *(name for name in flatten_fieldsets(self.fieldsets) if name not in fields)]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Grant it as the pages do."""
        if change:
            super().save_model(request, obj, form, change)
            return
        user: Any = request.user
        granted = {name: getattr(obj, name) for name in ("from_on", "until_on", "note")}
        done = grant_permission(file=obj.file, by=user, **granted)
        obj.pk, obj._state.adding = done.pk, False
        obj.refresh_from_db()
