"""Co-ops, their members, the programmes and the organisations behind them."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from config.admin import BY_COOPERATIVE, AddingInline, RecordAdmin, partial_date_column
from cooperatives.admin.people import COOPERATIVE, StaffOfInline, StaffOfProgrammeInline
from cooperatives.admin.reads import PeopleAdmin
from cooperatives.models import Cooperative, Enrolment, Fact, Member, Partner, PartnerRole, Programme

PERIOD = ("joined_on", "joined_precision", "left_on", "left_precision")


class EnrolmentInline(AddingInline):
    """Programmes a co-op takes part in."""

    model = Enrolment
    fields = ("programme", "kind", *PERIOD)
    autocomplete_fields = ("programme",)
    list_select_related = ("programme", "cooperative")


class EnrolledInline(EnrolmentInline):
    """Co-ops of a programme."""

    fields = ("cooperative", "kind", *PERIOD)
    autocomplete_fields = ("cooperative",)


class FactInline(AddingInline):
    """What is known, each with its source."""

    model = Fact
    fields = ("topic", "text", "number", "number_to", "unit", "qualifier", "as_of_on", "as_of_precision", "source")


class PartnerRoleInline(AddingInline):
    """Who leads, owns and funds a programme."""

    model = PartnerRole
    fields = ("partner", "kind", "source")
    autocomplete_fields = ("partner",)
    list_select_related = ("partner", "programme")


class PartInProgrammeInline(PartnerRoleInline):
    """The programmes of a partner."""

    fields = ("programme", "kind", "source")
    autocomplete_fields = ("programme",)


@admin.register(Cooperative)
class CooperativeAdmin(RecordAdmin):
    """Co-ops."""

    list_display = ("short_name", "name", "place", "country_code", "currency", "is_example")
    list_filter = ("country_code", ("enrolments__programme", admin.RelatedOnlyFieldListFilter), "is_example")
    list_select_related = ("place",)
    search_fields = ("short_name", "name", "slug", "place__town", "place__municipality", "place__state")
    prepopulated_fields: ClassVar[Any] = {"slug": ("short_name",)}
    autocomplete_fields = ("place",)
    inlines = (EnrolmentInline, StaffOfInline, FactInline)
    fieldsets = (
        (None, {"fields": ("short_name", "name", "slug")}),
        (_("Where"), {"fields": ("place", "is_place_approximate", "country_code", "time_zone")}),
        (_("Papers and money"), {"fields": ("language", "currency")}),
    )


@admin.register(Enrolment)
class EnrolmentAdmin(RecordAdmin):
    """Which co-op takes part in which programme."""

    since = partial_date_column("joined", _("since"))
    until = partial_date_column("left", _("until"))
    list_display = ("cooperative", "programme", "kind", "since", "until")
    list_filter = ("kind", ("programme", admin.RelatedOnlyFieldListFilter), BY_COOPERATIVE, "is_example")
    list_select_related = ("programme", "cooperative")
    search_fields = ("programme__name", "programme__slug", *COOPERATIVE)
    autocomplete_fields = ("programme", "cooperative")
    fieldsets = ((None, {"fields": ("programme", "cooperative", "kind", *PERIOD)}),)


PERSONAL = (
    "consent_at",
    "consent_by",
    "merged_into",
    "merged_at",
    "merged_by",
    "name_removed_at",
    "name_removed_by",
)


@admin.register(Member)
class MemberAdmin(PeopleAdmin):
    """Members and guests of a co-op: personal data. Merging and removing a name are done on the pages of the co-op."""

    since = partial_date_column("joined", _("member since"))
    list_display = ("__str__", "cooperative", "community", "sex", "birth_year", "role", "is_guest", "since", "left_on")
    list_filter = (
        "sex",
        "role",
        "is_guest",
        ("merged_into", admin.EmptyFieldListFilter),
        ("left_on", admin.EmptyFieldListFilter),
        BY_COOPERATIVE,
        "is_example",
    )
    list_select_related = ("cooperative",)
    search_fields = ("name", "name_key", "community", *COOPERATIVE)
    autocomplete_fields = ("cooperative",)
    readonly_fields = PERSONAL
    show_full_result_count = False
    fieldsets = (
        (None, {"fields": ("cooperative", "name", "sex", "birth_year", "community", "spoken_language")}),
        (_("Membership"), {"fields": ("role", "is_guest", "joined_on", "joined_precision", "left_on")}),
        (_("Data about the person"), {"fields": PERSONAL, "classes": ("collapse",)}),
    )


@admin.register(Programme)
class ProgrammeAdmin(RecordAdmin):
    """Programmes."""

    starts = partial_date_column("starts", _("start"))
    ends = partial_date_column("ends", _("end"))
    list_display = ("name", "part_of", "country_code", "region", "starts", "ends")
    list_filter = ("country_code", ("part_of", admin.RelatedOnlyFieldListFilter), "is_example")
    list_select_related = ("part_of",)
    search_fields = ("name", "name_es", "name_pt", "slug", "region")
    prepopulated_fields: ClassVar[Any] = {"slug": ("name",)}
    autocomplete_fields = ("part_of",)
    inlines = (PartnerRoleInline, EnrolledInline, StaffOfProgrammeInline, FactInline)
    fieldsets = (
        (None, {"fields": ("name", "is_official_name", "slug", "part_of", "country_code", "region")}),
        (_("Time"), {"fields": ("starts_on", "starts_precision", "ends_on", "ends_precision")}),
        (_("Goal"), {"fields": ("candidates_goal", "candidates_goal_source")}),
    )


@admin.register(Partner)
class PartnerAdmin(RecordAdmin):
    """Organisations behind the programmes."""

    list_display = ("name", "kind", "country_code")
    list_filter = ("kind", "country_code", "is_example")
    search_fields = ("name", "slug")
    prepopulated_fields: ClassVar[Any] = {"slug": ("name",)}
    inlines = (PartInProgrammeInline, FactInline)
    fieldsets = ((None, {"fields": ("name", "slug", "kind", "country_code")}),)


@admin.register(PartnerRole)
class PartnerRoleAdmin(RecordAdmin):
    """What a partner does in a programme."""

    list_display = ("partner", "kind", "programme")
    list_filter = ("kind", ("programme", admin.RelatedOnlyFieldListFilter), "is_example")
    list_select_related = ("partner", "programme")
    search_fields = ("partner__name", "partner__slug", "programme__name", "programme__slug")
    autocomplete_fields = ("partner", "programme")
    fieldsets = ((None, {"fields": ("programme", "partner", "kind")}),)
