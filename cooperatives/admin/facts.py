"""What is known of organisations and places, and the schemes."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from config.admin import BY_COOPERATIVE, RecordAdmin, RecordInline, partial_date_column
from cooperatives.admin.people import COOPERATIVE
from cooperatives.models import Fact, Place, Scheme, Visit, VisitVisitor


@admin.register(Fact)
class FactAdmin(RecordAdmin):
    """Sourced statements about a co-op, a programme or a partner."""

    as_of = partial_date_column("as_of", _("date"))
    list_display = ("subject", "topic", "text", "number", "unit", "as_of", "is_preferred", "confidence")
    list_display_links = ("subject", "topic")
    list_filter = (
        "topic",
        "confidence",
        "is_preferred",
        BY_COOPERATIVE,
        ("programme", admin.RelatedOnlyFieldListFilter),
        "is_example",
    )
    list_select_related = ("cooperative", "programme", "partner")
    search_fields = ("text", "text_es", "text_pt", "source", "programme__name", "partner__name", *COOPERATIVE)
    autocomplete_fields = ("cooperative", "programme", "partner")
    fieldsets = (
        (None, {"fields": ("cooperative", "programme", "partner"), "description": _("A fact is about one of these.")}),
        (_("Fact"), {"fields": ("topic", "text", "number", "number_to", "unit", "qualifier")}),
        (_("Date"), {"fields": ("as_of_on", "as_of_precision")}),
        (_("On the page"), {"fields": ("is_preferred", "position")}),
    )

    @admin.display(description=pgettext_lazy("subject of a fact", "about"))
    def subject(self, fact: Any) -> str:
        """The co-op, programme or partner."""
        return str(fact.cooperative or fact.programme or fact.partner)


class VisitVisitorInline(RecordInline):
    """Who came."""

    model = VisitVisitor
    autocomplete_fields = ("partner",)


@admin.register(Visit)
class VisitAdmin(RecordAdmin):
    """Visits of programme people."""

    visited = partial_date_column("visited", _("date"))
    list_display = ("purpose", "visited", "programme", "cooperative")
    list_filter = (("programme", admin.RelatedOnlyFieldListFilter), BY_COOPERATIVE, "is_example")
    list_select_related = ("programme", "cooperative")
    search_fields = ("purpose", "purpose_es", "purpose_pt", "visitors__name", "programme__name", *COOPERATIVE)
    autocomplete_fields = ("programme", "cooperative")
    inlines = (VisitVisitorInline,)
    fieldsets = ((None, {"fields": ("programme", "cooperative", "visited_on", "visited_precision", "purpose")}),)


@admin.register(VisitVisitor)
class VisitVisitorAdmin(RecordAdmin):
    """Who came on which visit."""

    list_display = ("visit", "partner")
    list_filter = (("partner", admin.RelatedOnlyFieldListFilter), "is_example")
    list_select_related = ("visit", "partner")
    search_fields = ("visit__purpose", "partner__name")
    autocomplete_fields = ("visit", "partner")
    fieldsets = ((None, {"fields": ("visit", "partner")}),)


@admin.register(Place)
class PlaceAdmin(RecordAdmin):
    """Towns and villages."""

    list_display = ("town", "municipality", "state", "country_code", "latitude", "longitude", "altitude_m")
    list_filter = ("country_code", "state", "is_example")
    search_fields = ("town", "municipality", "municipality_code", "state", "slug")
    prepopulated_fields: ClassVar[Any] = {"slug": ("town",)}
    fieldsets = (
        (None, {"fields": ("town", "slug", "municipality", "municipality_code")}),
        (None, {"fields": ("state", "state_code", "country_code")}),
        (_("On the map"), {"fields": ("latitude", "longitude", "altitude_m")}),
    )


@admin.register(Scheme)
class SchemeAdmin(RecordAdmin):
    """Fair Trade schemes."""

    list_display = ("name", "owner", "slug")
    list_filter = ("is_example",)
    search_fields = ("name", "owner", "slug")
    prepopulated_fields: ClassVar[Any] = {"slug": ("name",)}
    fieldsets = ((None, {"fields": ("name", "slug", "owner")}),)
