"""Audits, self-assessments, their answers, non-conformities and papers. States change on the pages, never here."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from certification.models import Answer, Assessment, Attachment, NonConformity
from certification.models.attachments import SUBJECTS
from certification.models.audits import CLOSED, AssessmentKind, AssessmentState
from config.admin import BY_COOPERATIVE, RecordAdmin
from config.ui import file_size
from cooperatives.admin.people import COOPERATIVE

HANDED_IN = ("submitted_by", "submitted_at", "returned_by", "returned_at", "returned_reason")
ENDED = ("closed_by", "closed_at", "closed_note")
EXTENDED = ("extended_to_on", "extended_by", "extended_at", "extended_reason")
CORRECTED = ("proposed_by", "proposed_at", *HANDED_IN, "verified_by", "verified_at")


@admin.register(Assessment)
class AssessmentAdmin(RecordAdmin):
    """Audits and self-assessments. They are submitted, reviewed, held and cancelled on their pages."""

    parent = "file"
    signed = "opened"
    list_display = ("file", "kind", "state", "planned_on", "started_on", "ended_on", "auditor")
    list_display_links = ("file", "kind")
    list_filter = ("kind", "state", BY_COOPERATIVE, "planned_on", "is_example")
    list_select_related = ("file__cooperative", "file__scheme")
    search_fields = ("auditor", "note", "sample", "file__scheme__name", *COOPERATIVE)
    autocomplete_fields = ("file", "version")
    readonly_fields = ("cooperative", "state", *HANDED_IN, *ENDED)
    fieldsets = (
        (None, {"fields": ("file", "cooperative", "version", "kind", "state")}),
        (_("Dates"), {"fields": ("planned_on", "started_on", "ended_on", "closing_report_on")}),
        (_("On site"), {"fields": ("auditor", "days", "sample_members", "sample")}),
        (_("What happened to it"), {"fields": (*HANDED_IN, *ENDED)}),
    )

    def fixed_because(self, row: Any) -> str:
        """It was reviewed, held or cancelled."""
        if row.state not in CLOSED:
            return ""
        return _now("It was reviewed, closed or cancelled, so it can't be changed any more.")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """It keeps its file, its kind and its version."""
        fields = super().get_readonly_fields(request, obj)
        return [*fields, "file", "version", "kind"] if obj and not self.fixed_because(obj) else fields

    def fill(self, request: HttpRequest, row: Any, *, adding: bool) -> None:
        """A new one is open when it has begun, else planned."""
        super().fill(request, row, adding=adding)
        if adding:
            has_begun = row.kind == AssessmentKind.SELF or row.started_on
            row.state = AssessmentState.OPEN if has_begun else AssessmentState.PLANNED


class _ReadAdmin(RecordAdmin):
    """Rows to read: they are written on the pages, where their rules are."""

    show_full_result_count = False

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """All of it."""
        return flatten_fieldsets(self.get_fieldsets(request, obj))

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Only on the pages."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only on the pages."""
        return False


@admin.register(Answer)
class AnswerAdmin(_ReadAdmin):
    """Answers to criteria, to read."""

    list_display = ("criterion", "assessment", "answer", "answered_by", "answered_at")
    list_filter = (BY_COOPERATIVE, "complies", "rank", "is_not_applicable", "is_example")
    list_select_related = ("criterion__section", "assessment__file__cooperative", "assessment__file__scheme")
    search_fields = ("criterion__code", "criterion__text", "comment", *COOPERATIVE)
    fieldsets = (
        (None, {"fields": ("criterion", "assessment", "cooperative")}),
        (_("Answer"), {"fields": ("complies", "rank", "is_not_applicable", "comment")}),
        (_("Recorded"), {"fields": ("answered_by", "answered_at")}),
    )

    @admin.display(description=_("answer"))
    def answer(self, row: Any) -> str:
        """What it says."""
        return str(row)

    def get_queryset(self, request: HttpRequest) -> Any:
        """With who answered."""
        return super().get_queryset(request).select_related("answered_by")


@admin.register(NonConformity)
class NonConformityAdmin(RecordAdmin):
    """Non-conformities. Measures are proposed, submitted, verified and closed on their pages."""

    parent = "file"
    signed = "raised"
    list_display = ("finding", "cooperative", "severity", "state", "due_on", "extended_to_on", "responsible")
    list_filter = ("state", "severity", BY_COOPERATIVE, "due_on", "is_example")
    list_select_related = ("cooperative", "responsible")
    search_fields = ("finding", "measure", "responsible_name", "responsible__name", "criterion__code", *COOPERATIVE)
    autocomplete_fields = ("file", "assessment", "criterion", "responsible")
    readonly_fields = (
        "cooperative",
        "state",
        "measure",
        "evidence",
        *EXTENDED,
        *CORRECTED,
        "closed_on",
        *ENDED,
    )
    fieldsets = (
        (None, {"fields": ("file", "cooperative", "assessment", "criterion", "finding", "severity", "state")}),
        (_("Dates"), {"fields": ("found_on", "due_on", *EXTENDED)}),
        (_("Corrective measure"), {"fields": ("responsible", "responsible_name", "measure", "evidence", *CORRECTED)}),
        (_("Closed"), {"fields": ("closed_on", *ENDED)}),
    )

    def fixed_because(self, row: Any) -> str:
        """It was closed or voided."""
        if row.is_open:
            return ""
        return _now("This non-conformity was closed or voided, so it can't be changed any more.")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Where it comes from and when it was first due stay."""
        fields = super().get_readonly_fields(request, obj)
        return [*fields, "file", "assessment", "found_on", "due_on"] if obj and obj.is_open else fields


@admin.register(Attachment)
class AttachmentAdmin(_ReadAdmin):
    """Papers of the files, to read. They are added with what they belong to."""

    list_display = ("original_name", "certification_file", "content_type", "uploaded_by", "uploaded_at")
    list_filter = (BY_COOPERATIVE, "content_type", "is_example")
    list_select_related = ("certification_file__cooperative", "certification_file__scheme", "uploaded_by")
    date_hierarchy = "uploaded_at"
    search_fields = ("original_name", "uploaded_by__name", "sha256", *COOPERATIVE)
    fieldsets = (
        (None, {"fields": ("link", "certification_file", "cooperative", "uploaded_by", "uploaded_at")}),
        (_("Belongs to"), {"fields": tuple(SUBJECTS)}),
        (_("File"), {"fields": ("content_type", "size", "sha256")}),
    )

    @admin.display(description=_("paper"))
    def link(self, paper: Any) -> str:
        """The file, to open."""
        url = reverse("certification:attachment_file", args=[paper.pk])
        return format_html('<a href="{}">{}</a> ({})', url, paper.original_name, file_size(paper.size))
