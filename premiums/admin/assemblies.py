"""Assemblies, their resolutions and what these release."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import flatten_fieldsets
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from config.admin import (
    BY_COOPERATIVE,
    AddingInline,
    RecordAdmin,
    RecordInline,
    in_list,
    money_column,
    partial_date_column,
)
from config.errors import Refused
from cooperatives.admin.people import COOPERATIVE
from premiums.actions.decide_resolution import adopt_resolution, reject_resolution
from premiums.models import Allotment, Assembly, AssemblyFile, AssemblyRule, PlannedAssembly, Resolution
from premiums.models.resolutions import ResolutionState

VOTES = ("votes_for", "votes_against", "votes_abstained", "votes_blank", "majority")
# What the votes of an adopted resolution rest on.
COUNTED = ("entitled", "present_women", "present_men", "quorum_percent", "held_on", "held_precision", "is_historic")


class ResolutionInline(AddingInline):
    """What the assembly voted; each is decided on its own page."""

    model = Resolution
    fields = ("text", "plan", *VOTES, "state")
    readonly_fields = ("state",)
    autocomplete_fields = ("plan",)
    list_select_related = ("plan", "assembly__cooperative")


class AllotmentInline(RecordInline):
    """What a draft would release."""

    model = Allotment
    fields = ("activity", "amount", "currency")
    readonly_fields = ("currency",)
    autocomplete_fields = ("activity",)
    list_select_related = ("activity__fund",)

    @admin.display(description=_("currency"))
    def currency(self, allotment: Any) -> str:
        """The currency of the fund."""
        return str(allotment.activity.fund.currency) if allotment.pk else ""


@admin.register(Assembly)
class AssemblyAdmin(RecordAdmin):
    """Assemblies. Once one of its resolutions is adopted, what the vote rests on stays as it is."""

    held = partial_date_column("held", _("held on"))
    list_display = ("cooperative", "held", "kind", "call", "entitled", "present_women", "present_men", "quorum_percent")
    list_display_links = ("cooperative", "held")
    list_filter = (BY_COOPERATIVE, "kind", "is_historic", "is_example")
    list_select_related = ("cooperative",)
    search_fields = ("held_on", "source", "resolutions__text", *COOPERATIVE)
    autocomplete_fields = ("cooperative",)
    inlines = (ResolutionInline,)
    fieldsets = (
        (None, {"fields": ("cooperative", "held_on", "held_precision", "kind", "call")}),
        (_("Who came"), {"fields": ("entitled", "present_women", "present_men", "quorum_percent")}),
        (_("Historic"), {"fields": ("is_historic",)}),
    )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The numbers a decision rests on can't be edited any more."""
        fields = super().get_readonly_fields(request, obj)
        if obj and obj.resolutions.filter(state=ResolutionState.ADOPTED).exists():
            return [*fields, "cooperative", *COUNTED]
        return fields


@admin.register(PlannedAssembly)
class PlannedAssemblyAdmin(RecordAdmin):
    """Assemblies announced. Who changes the day, or says why one is cancelled, is written down as who did it."""

    list_display = ("cooperative", "planned_on", "kind", "place", "assembly", "cancelled_at")
    list_display_links = ("cooperative", "planned_on")
    list_filter = (BY_COOPERATIVE, "kind", "is_example")
    list_select_related = ("cooperative", "assembly__cooperative", "moved_by", "cancelled_by")
    search_fields = ("planned_on", "place", "agenda", *COOPERATIVE)
    autocomplete_fields = ("cooperative", "assembly")
    readonly_fields = ("moved_by", "moved_at", "cancelled_by", "cancelled_at")
    fieldsets = (
        (None, {"fields": ("cooperative", "planned_on", "kind", "place", "agenda", "assembly")}),
        (_("Moved"), {"fields": ("moved_reason", "moved_by", "moved_at")}),
        (_("Cancelled"), {"fields": ("cancelled_reason", "cancelled_by", "cancelled_at")}),
    )

    def fixed_because(self, row: Any) -> str:
        """What was held or cancelled stands."""
        if row.cancelled_at is None and row.assembly_id is None:
            return ""
        return _now("This assembly was held or cancelled, so its plan can't be changed any more.")

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Sign a new day and a cancellation."""
        if change and "planned_on" in form.changed_data:
            obj.moved_at, obj.moved_by = timezone.now(), request.user
        if obj.cancelled_reason and not obj.cancelled_at:
            obj.cancelled_at, obj.cancelled_by = timezone.now(), request.user
        super().save_model(request, obj, form, change)


@admin.register(Resolution)
class ResolutionAdmin(RecordAdmin):
    """Resolutions. They are adopted or rejected by an action of the list, never by editing the state."""

    parent = "assembly"
    list_display = ("text", "cooperative", "assembly", "plan", *VOTES[:4], "state")
    list_filter = ("state", BY_COOPERATIVE, "majority", "is_historic", "is_example")
    list_select_related = ("cooperative", "assembly__cooperative", "plan")
    search_fields = ("text", "text_es", "text_pt", "plan__title", *COOPERATIVE)
    autocomplete_fields = ("assembly", "plan")
    readonly_fields = ("cooperative", "state", "decided_by", "decided_at")
    inlines = (AllotmentInline,)
    actions = ("adopt", "reject")
    fieldsets = (
        (None, {"fields": ("assembly", "cooperative", "plan", "text")}),
        (_("Votes"), {"fields": VOTES}),
        (_("Decision"), {"fields": ("state", "decided_by", "decided_at", "is_historic")}),
    )

    def fixed_because(self, row: Any) -> str:
        """A decision stands."""
        if row.state == ResolutionState.DRAFT:
            return ""
        return _now("A resolution that was adopted or rejected can't be changed any more.")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """The way to the decision, while there is one to take."""
        sections = super().get_fieldsets(request, obj)
        if obj and not self.fixed_because(obj):
            sections[2][1]["description"] = in_list(obj, _("Adopt or reject it in the list"))
        return sections

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Whether it is historic is said when it is added: a historic one needs no votes and releases no money."""
        fields = super().get_readonly_fields(request, obj)
        return [*fields, "is_historic"] if obj else fields

    @admin.action(description=_("Adopt the selected resolutions"), permissions=["change"])
    def adopt(self, request: HttpRequest, queryset: Any) -> None:
        """Adopt each that has quorum and majority; the others say why not."""
        self._decide(request, queryset, adopt_resolution, _now("Adopted: “%(text)s”."))

    @admin.action(description=_("Reject the selected resolutions"), permissions=["change"])
    def reject(self, request: HttpRequest, queryset: Any) -> None:
        """Mark each draft as rejected."""
        self._decide(request, queryset, reject_resolution, _now("Rejected: “%(text)s”."))

    def _decide(self, request: HttpRequest, queryset: Any, action: Callable[..., Any], done: str) -> None:
        for resolution in queryset:
            try:
                action(resolution=resolution, by=request.user)
            except Refused as refused:
                self.message_user(request, f"“{resolution}”: {refused}", messages.ERROR)
            else:
                self.message_user(request, done % {"text": resolution}, messages.SUCCESS)


@admin.register(Allotment)
class AllotmentAdmin(RecordAdmin):
    """What the resolutions release; fixed once they are decided."""

    parent = "resolution"
    released = money_column("amount", _("amount"), "activity.fund.currency")
    list_display = ("activity", "released", "resolution", "cooperative")
    list_filter = ("resolution__state", BY_COOPERATIVE, "is_example")
    list_select_related = ("cooperative", "resolution", "activity__fund")
    search_fields = ("activity__title", "resolution__text", *COOPERATIVE)
    autocomplete_fields = ("resolution", "activity")
    readonly_fields = ("cooperative",)
    fieldsets = ((None, {"fields": ("resolution", "activity", "amount", "cooperative")}),)

    def fixed_because(self, row: Any) -> str:
        """It goes with its resolution."""
        if row.resolution.state == ResolutionState.DRAFT and not row.resolution.is_historic:
            return ""
        return _now("The resolution was decided, or is historic: what it releases can't be changed.")


@admin.register(AssemblyRule)
class AssemblyRuleAdmin(RecordAdmin):
    """The co-ops' own rules for quorum and majority."""

    list_display = ("cooperative", "from_on", "quorum_first_percent", "quorum_second_percent", "majority")
    list_display_links = ("cooperative", "from_on")
    list_filter = (BY_COOPERATIVE, "majority", "is_example")
    list_select_related = ("cooperative",)
    search_fields = ("from_on", "source", *COOPERATIVE)
    autocomplete_fields = ("cooperative",)
    fieldsets = (
        (None, {"fields": ("cooperative", "from_on")}),
        (_("Quorum and majority"), {"fields": ("quorum_first_percent", "quorum_second_percent", "majority")}),
    )


@admin.register(AssemblyFile)
class AssemblyFileAdmin(RecordAdmin):
    """Minutes and attendance lists, to read. They are added on the page of their assembly."""

    list_display = ("original_name", "kind", "assembly", "cooperative", "uploaded_by", "uploaded_at")
    list_filter = ("kind", BY_COOPERATIVE, "is_example")
    list_select_related = ("cooperative", "assembly__cooperative", "uploaded_by")
    search_fields = ("original_name", "assembly__held_on", "uploaded_by__name", *COOPERATIVE)
    fieldsets = (
        (None, {"fields": ("original_name", "kind", "assembly", "cooperative", "uploaded_by", "uploaded_at")}),
        (_("File"), {"fields": ("content_type", "size")}),
    )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """All of it."""
        return flatten_fieldsets(self.get_fieldsets(request, obj))

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Only below an assembly, where the content of the file is looked at."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Never."""
        return False
