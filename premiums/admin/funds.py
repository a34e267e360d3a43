"""Funds and the premium that came in."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from config.admin import BY_COOPERATIVE, RecordAdmin, RecordInline, money_column, partial_date_column
from cooperatives.admin.people import COOPERATIVE
from premiums.models import Fund, PremiumPayment, PremiumReceived


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


class PremiumPaymentInline(RecordInline):
    """The sales that a receipt pays."""

    model = PremiumPayment
    fields = ("sale", "amount")
    autocomplete_fields = ("sale",)
    list_select_related = ("sale__cooperative",)


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
    inlines = (PremiumPaymentInline,)
    fieldsets = (
        (None, {"fields": ("fund", "cooperative", "received_on", "received_precision", "amount", "payer")}),
        (
            _("Paid in another currency"),
            {"fields": ("original_amount", "original_currency", "rate", "rate_on", "rate_source")},
        ),
        (_("Historic"), {"fields": ("is_historic",)}),
    )


@admin.register(PremiumPayment)
class PremiumPaymentAdmin(RecordAdmin):
    """Which sales the premium received pays, in the currency as paid; the co-op follows from the receipt."""

    parent = "premium_received"
    list_display = ("sale", "premium_received", "amount", "cooperative")
    list_filter = (BY_COOPERATIVE, "is_example")
    list_select_related = ("cooperative", "sale__cooperative", "premium_received__cooperative")
    search_fields = ("sale__contract_number", "sale__buyer", "premium_received__payer", *COOPERATIVE)
    autocomplete_fields = ("premium_received", "sale")
    readonly_fields = ("cooperative",)
    fieldsets = ((None, {"fields": ("premium_received", "sale", "amount", "cooperative")}),)
