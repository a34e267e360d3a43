"""Sales, funds and the premium that came in."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from config.admin import BY_COOPERATIVE, RecordAdmin, money_column, partial_date_column
from config.ui import number
from cooperatives.admin.people import COOPERATIVE
from premiums.models import Fund, PremiumReceived, Sale


@admin.register(Sale)
class SaleAdmin(RecordAdmin):
    """Sales on Fair Trade terms."""

    signed_date = partial_date_column("signed", _("signed on"))
    list_display = ("contract_number", "cooperative", "buyer", "signed_date", "quantity_kg", "quantity_lb", "scheme")
    list_display_links = ("contract_number", "cooperative")
    list_filter = (("scheme", admin.RelatedOnlyFieldListFilter), BY_COOPERATIVE, "is_example")
    list_select_related = ("cooperative", "scheme")
    search_fields = ("contract_number", "buyer", "note", *COOPERATIVE)
    autocomplete_fields = ("cooperative", "scheme")
    readonly_fields = ("quantity_lb",)
    fieldsets = (
        (None, {"fields": ("cooperative", "scheme", "contract_number", "buyer", "signed_on", "signed_precision")}),
        (_("Quantity"), {"fields": ("bags", "bag_kg", "quantity_kg", "quantity_lb")}),
    )

    @admin.display(description=_("quantity (lb)"), ordering="quantity_kg")
    def quantity_lb(self, sale: Any) -> str:
        """The quantity in pounds."""
        return number(sale.quantity_lb, 1)


@admin.register(Fund)
class FundAdmin(RecordAdmin):
    """Premium funds. Their totals follow from the entries."""

    received_total = money_column("received", _("received"), "currency")
    approved_total = money_column("approved", _("approved"), "currency")
    spent_total = money_column("spent", _("spent"), "currency")
    committed_total = money_column("committed", _("committed"), "currency", F("approved") - F("spent"))
    left_total = money_column("left", _("left"), "currency", F("received") - F("approved"))
    totals = ("received_total", "approved_total", "spent_total", "committed_total", "left_total")
    list_display = ("cooperative", *totals)
    list_filter = ("currency", "is_example")
    list_select_related = ("cooperative",)
    search_fields = COOPERATIVE
    autocomplete_fields = ("cooperative",)
    readonly_fields = totals
    fieldsets = (
        (None, {"fields": ("cooperative", "currency")}),
        (_("Totals"), {"fields": totals, "description": _("They follow from the entries and can't be edited.")}),
    )


@admin.register(PremiumReceived)
class PremiumReceivedAdmin(RecordAdmin):
    """Premium that came in; the co-op follows from the fund."""

    parent = "fund"
    signed = "recorded"
    received = partial_date_column("received", _("received on"))
    amount_received = money_column("amount", _("amount"), "fund.currency")
    list_display = ("cooperative", "received", "amount_received", "payer", "original_amount", "original_currency")
    list_filter = (BY_COOPERATIVE, "original_currency", "is_historic", "is_example")
    list_select_related = ("cooperative", "fund__cooperative")
    search_fields = ("payer", "source", "rate_source", *COOPERATIVE)
    autocomplete_fields = ("fund",)
    readonly_fields = ("cooperative",)
    fieldsets = (
        (None, {"fields": ("fund", "cooperative", "received_on", "received_precision", "amount", "payer")}),
        (
            _("Paid in another currency"),
            {"fields": ("original_amount", "original_currency", "rate", "rate_on", "rate_source")},
        ),
        (_("Historic"), {"fields": ("is_historic",)}),
    )
