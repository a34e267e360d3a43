"""Certifiers, standards and their versions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from certification.models import Certifier, Section, Standard, StandardVersion
from config.admin import AddingInline, RecordAdmin, RecordInline, partial_date_column

if TYPE_CHECKING:
    _VersionFilter = Any
else:
    _VersionFilter = admin.RelatedOnlyFieldListFilter


class VersionFilter(_VersionFilter):  # type: ignore[misc]
    """By version; one query names them all."""

    def field_choices(self, field: Any, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """The versions that rows of the list belong to."""
        used = model_admin.get_queryset(request).order_by().values(f"{self.field_path}__pk")
        versions = StandardVersion.objects.select_related("standard").filter(pk__in=used)
        return [(str(version.pk), str(version)) for version in versions]


class StandardVersionInline(AddingInline):
    """The versions of a standard."""

    model = StandardVersion
    fields = ("label", "valid_from_on", "valid_from_precision", "valid_until_on", "certifier", "is_confirmed")
    autocomplete_fields = ("certifier",)
    list_select_related = ("standard", "certifier")


class SectionInline(RecordInline):
    """The sections of a version."""

    model = Section
    fields = ("number", "title", "title_es", "title_pt", "position")


@admin.register(Certifier)
class CertifierAdmin(RecordAdmin):
    """Organisations that audit and certify."""

    list_display = ("name", "slug", "note")
    list_filter = ("is_example",)
    search_fields = ("name", "slug", "note")
    prepopulated_fields: ClassVar[Any] = {"slug": ("name",)}
    fieldsets = ((None, {"fields": ("name", "slug")}),)


@admin.register(Standard)
class StandardAdmin(RecordAdmin):
    """Standards of the schemes."""

    list_display = ("name", "scheme", "slug")
    list_filter = (("scheme", admin.RelatedOnlyFieldListFilter), "is_example")
    list_select_related = ("scheme",)
    search_fields = ("name", "name_es", "name_pt", "slug", "scheme__name")
    autocomplete_fields = ("scheme",)
    prepopulated_fields: ClassVar[Any] = {"slug": ("name",)}
    inlines = (StandardVersionInline,)
    fieldsets = ((None, {"fields": ("name", "slug", "scheme")}),)


@admin.register(StandardVersion)
class StandardVersionAdmin(RecordAdmin):
    """Versions of the standards, with the rules that hold under them; their criteria have a list of their own."""

    valid_from = partial_date_column("valid_from", _("valid from"))
    list_display = ("standard", "label", "valid_from", "valid_until_on", "certifier", "is_confirmed")
    list_display_links = ("standard", "label")
    list_filter = (("standard", admin.RelatedOnlyFieldListFilter), "is_confirmed", "is_example")
    list_select_related = ("standard", "certifier")
    search_fields = ("label", "standard__name", "standard__slug", "note")
    autocomplete_fields = ("standard", "certifier")
    inlines = (SectionInline,)
    fieldsets = (
        (None, {"fields": ("standard", "label", "certifier", "is_confirmed")}),
        (_("Valid"), {"fields": ("valid_from_on", "valid_from_precision", "valid_until_on")}),
        (
            _("Rules"),
            {
                "description": _("Empty means not recorded."),
                "fields": (
                    "cycle_years",
                    "due_years",
                    "pass_rank",
                    "development_pass_mark",
                    "suspension_months",
                    "correction_days",
                ),
            },
        ),
    )
