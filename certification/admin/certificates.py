"""Certificates in the admin."""

from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from certification.models import Certificate
from config.admin import BY_COOPERATIVE, RecordAdmin, partial_date_column
from cooperatives.admin.people import COOPERATIVE


@admin.register(Certificate)
class CertificateAdmin(RecordAdmin):
    """Certificates of the co-ops. They join the certification file of their co-op and scheme by themselves."""

    valid_from = partial_date_column("valid_from", _("valid from"))
    list_display = ("cooperative", "scheme", "number", "valid_from", "valid_until_on", "confidence")
    list_filter = (("scheme", admin.RelatedOnlyFieldListFilter), "valid_until_on", BY_COOPERATIVE, "is_example")
    list_select_related = ("cooperative", "scheme", "file__cooperative", "file__scheme")
    search_fields = (
        "number",
        "scheme__name",
        "source",
        *COOPERATIVE,
    )
    autocomplete_fields = ("cooperative", "scheme")
    readonly_fields = ("file",)
    fieldsets = (
        (None, {"fields": ("cooperative", "scheme", "file", "number", "scope")}),
        (_("Valid"), {"fields": ("valid_from_on", "valid_from_precision", "valid_until_on")}),
    )
