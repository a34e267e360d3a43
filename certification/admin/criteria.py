"""Sections, criteria and which of them correspond. Criteria also come in as a list, see `criteria_import.py`."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from certification.admin.criteria_import import CriteriaImport
from certification.admin.standards import VersionFilter
from certification.models import Correspondence, Criterion, Section
from config.admin import AddingInline, RecordAdmin

# What an audit or a reviewed self-assessment relies on, once it answered the criterion.
JUDGED = ("version", "text", "kind", "due_year", "answer_type")
VERSION = ("version__label", "version__standard__name")


class CriterionInline(AddingInline):
    """The criteria of a section."""

    model = Criterion
    fields = ("code", "text", "kind", "due_year", "answer_type", "position")
    list_select_related = ("section",)


class CorrespondenceInline(AddingInline):
    """The criteria of earlier versions that ask the same."""

    model = Correspondence
    fk_name = "criterion"
    fields = ("earlier", "note")
    autocomplete_fields = ("earlier",)
    list_select_related = ("criterion__section", "earlier__section")
    verbose_name = _("corresponds to, in an earlier version")
    verbose_name_plural = _("corresponds to, in an earlier version")


@admin.register(Section)
class SectionAdmin(RecordAdmin):
    """Sections of the versions. A criterion added below takes the version of its section."""

    list_display = ("number", "title", "version", "position")
    list_display_links = ("number", "title")
    list_filter = (("version", VersionFilter), "is_example")
    list_select_related = ("version__standard",)
    search_fields = ("number", "title", "title_es", "title_pt", *VERSION)
    autocomplete_fields = ("version",)
    inlines = (CriterionInline,)
    fieldsets = ((None, {"fields": ("version", "number", "title", "position")}),)


@admin.register(Criterion)
class CriterionAdmin(CriteriaImport, RecordAdmin):
    """Criteria. What was judged by can't be changed any more; a new version of the standard takes its place."""

    parent = "section"
    inherited = ("version",)
    list_display = ("code", "text", "section", "version", "kind", "due_year", "answer_type", "is_topic_level")
    list_display_links = ("code", "text")
    list_filter = (
        ("version", VersionFilter),
        "kind",
        "due_year",
        "answer_type",
        "is_topic_level",
        "is_example",
    )
    list_select_related = ("section", "version__standard")
    search_fields = ("code", "text", "text_es", "text_pt", "section__number", "section__title", *VERSION)
    autocomplete_fields = ("section",)
    readonly_fields = ("version",)
    inlines = (CorrespondenceInline,)
    fieldsets = (
        (None, {"fields": ("section", "version", "code", "text", "position")}),
        (_("How it counts"), {"fields": ("kind", "due_year", "answer_type", "is_topic_level")}),
    )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """What an audit or a reviewed self-assessment relied on stays as it is."""
        fields = super().get_readonly_fields(request, obj)
        return [*fields, *JUDGED] if obj and obj.answers.filter(assessment__state__in=("reviewed", "held")) else fields

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Why a part of it can't be changed."""
        sections = super().get_fieldsets(request, obj)
        if obj and "kind" in self.get_readonly_fields(request, obj):
            sections[1][1]["description"] = _now(
                "An audit or a reviewed self-assessment answered this criterion, so what it asks and how it counts "
                "can't be changed any more. Add a new version of the standard instead."
            )
        return sections


@admin.register(Correspondence)
class CorrespondenceAdmin(RecordAdmin):
    """Which criteria of two versions ask the same."""

    list_display = ("criterion", "earlier", "note")
    list_filter = (("criterion__version", VersionFilter), "is_example")
    list_select_related = ("criterion__section", "earlier__section")
    search_fields = ("criterion__code", "criterion__text", "earlier__code", "earlier__text", "note")
    autocomplete_fields = ("criterion", "earlier")
    fieldsets = ((None, {"fields": ("criterion", "earlier")}),)
