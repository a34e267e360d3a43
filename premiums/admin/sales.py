"""Rates, and sales on Fair Trade terms."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from config.admin import BY_COOPERATIVE, RecordAdmin, in_list, partial_date_column
from config.errors import Refused
from config.ui import money, number
from cooperatives.admin.people import COOPERATIVE
from premiums.actions.record_sale import CHOOSES_RATE, complete_sale
from premiums.actions.supersede_rate import supersede_rate
from premiums.models import Rate, Sale

AMOUNTS = ("premium", "quality_part", "minimum_price", "organic_differential")
DUE = ("quantity_lb", "due", "quality")


@admin.register(Rate)
class RateAdmin(RecordAdmin):
    """Rates of the schemes. One that a sale uses is superseded by a corrected copy, never edited."""

    list_display = ("scheme", "form", "region", "from_on", *AMOUNTS, "is_superseded")
    list_display_links = ("scheme", "form")
    list_filter = ("scheme", "form", "region", ("successor", admin.EmptyFieldListFilter), "is_example")
    list_select_related = ("scheme", "successor__scheme")
    search_fields = ("scheme__name", "scheme__slug", "from_on", "source")
    autocomplete_fields = ("scheme",)
    readonly_fields = ("successor",)
    actions = ("supersede",)
    fieldsets = (
        (None, {"fields": ("scheme", "form", "region", "from_on")}),
        (_("US dollars a pound"), {"fields": AMOUNTS}),
        (_("Corrected"), {"fields": ("successor",)}),
    )

    @admin.display(description=_("superseded"), boolean=True)
    def is_superseded(self, rate: Any) -> bool:
        """A corrected one took its place."""
        return rate.successor_id is not None

    def fixed_because(self, row: Any) -> str:
        """A sale uses it, or a corrected one took its place."""
        if row.successor_id:
            return _now("A corrected rate took the place of this one, so it can't be changed any more.")
        if row.pk and row.sales.exists():
            return _now("A sale uses this rate, so it can't be changed any more. Supersede it in the list.")
        return ""

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """The way to a corrected one."""
        sections = super().get_fieldsets(request, obj)
        if obj and not obj.successor_id:
            sections[2][1]["description"] = in_list(obj, _("Supersede it in the list"))
        return sections

    @admin.action(description=_("Supersede by a copy, to be corrected"), permissions=["change"])
    def supersede(self, request: HttpRequest, queryset: Any) -> None:
        """A copy takes the place of each; the copies can be edited until a sale uses them."""
        for rate in queryset:
            try:
                supersede_rate(rate=rate, by=request.user)  # type: ignore[arg-type]
            except Refused as refused:
                self.message_user(request, f"{rate}: {refused}", messages.ERROR)
            else:
                self.message_user(request, _now("Superseded: %(rate)s. Now correct the copy.") % {"rate": rate})


@admin.register(Sale)
class SaleAdmin(RecordAdmin):
    """Sales on Fair Trade terms. Rate and premium follow from scheme, form and signing date."""

    signed_date = partial_date_column("signed", _("signed on"))
    list_display = ("contract_number", "cooperative", "buyer", "signed_date", "quantity_kg", *DUE, "scheme", "state")
    list_display_links = ("contract_number", "cooperative")
    list_filter = ("state", ("scheme", admin.RelatedOnlyFieldListFilter), BY_COOPERATIVE, "form", "is_example")
    list_select_related = ("cooperative", "scheme", "rate__scheme")
    search_fields = ("contract_number", "buyer", "note", *COOPERATIVE)
    autocomplete_fields = ("cooperative", "scheme")
    readonly_fields = ("rate", *DUE)
    fieldsets = (
        (None, {"fields": ("cooperative", "contract_number", "buyer", "signed_on", "signed_precision", "state")}),
        (_("Coffee"), {"fields": ("scheme", "form", "is_organic", "bags", "bag_kg", "quantity_kg", "quantity_lb")}),
        (_("Price"), {"fields": ("price", "price_currency", "shipped_on", "paid_on")}),
        (_("Premium"), {"fields": ("rate", "due", "quality")}),
    )

    @admin.display(description=_("quantity (lb)"), ordering="quantity_kg")
    def quantity_lb(self, sale: Any) -> str:
        """The quantity in pounds."""
        return number(sale.quantity_lb, 1)

    @admin.display(description=_("premium due"), ordering="premium_due")
    def due(self, sale: Any) -> str:
        """What the rate gives."""
        return money(sale.premium_due, "USD")

    @admin.display(description=_("of which for quality and productivity"), ordering="quality_due")
    def quality(self, sale: Any) -> str:
        """The part of it that is set aside."""
        return money(sale.quality_due, "USD")

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Complete the sale as its pages do: quantity from bags, rate from the signing date."""
        changed = set(form.changed_data)
        if changed & {"bags", "bag_kg"} and "quantity_kg" not in changed and obj.bags and obj.bag_kg:
            obj.quantity_kg = None
        complete_sale(obj, choose_rate=not change or bool(changed & {*CHOOSES_RATE, "cooperative"}))
        super().save_model(request, obj, form, change)
