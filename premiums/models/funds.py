"""A co-op's premium fund and the premium that came in."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from config.dates import precision_constraint, precision_field
from config.errors import Rule, refuse_when
from config.records import Record, never_deleted, same_cooperative, together
from cooperatives.models import Cooperative
from cooperatives.models.cooperatives import Currency
from premiums.models.closing import not_for_closed_receipt, not_in_closed_year
from premiums.models.ledger import receipts_move_totals, totals_only_from_ledger
from premiums.models.sales import Sale


def total_field(label: Any) -> models.DecimalField[Decimal, Decimal]:
    """A total in the fund's currency, kept by triggers (see `ledger.py`)."""
    return models.DecimalField(
        label, max_digits=14, decimal_places=2, default=Decimal(0), db_default=Decimal(0), editable=False
    )


@pghistory.track(exclude=["received", "approved", "spent", "unratified"])
class Fund(Record):
    """The premium fund of a co-op, in one currency.

    `committed` is approved by an assembly and not yet spent; `left` is received, neither spent nor committed, and is
    negative when more was approved than has come in. `unratified` was spent by exception, beyond any approval, and
    waits for an assembly to ratify it.
    """

    cooperative = models.OneToOneField(Cooperative, models.PROTECT, related_name="fund", verbose_name=_("co-op"))
    currency = models.CharField(_("currency"), max_length=3, choices=Currency)
    received = total_field(_("received"))
    approved = total_field(_("approved"))
    spent = total_field(_("spent"))
    unratified = total_field(_("spent by exception, not yet ratified"))

    class Meta:
        verbose_name = _("premium fund")
        verbose_name_plural = _("premium funds")
        ordering = ("cooperative",)
        constraints = (
            models.CheckConstraint(
                condition=Q(received__gte=0, approved__gte=0, spent__gte=0, unratified__gte=0),
                name="fund_totals_not_negative",
                violation_error_message=_("A total of the fund would fall below zero."),
            ),
        )
        triggers = (
            totals_only_from_ledger("fund_totals_from_ledger", "received", "approved", "spent", "unratified"),
            never_deleted("fund_never_deleted"),
            Rule(
                name="fund_keeps_currency",
                sentence=_("A fund with entries keeps its currency and its co-op."),
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("currency", "cooperative_id"),
                func=refuse_when(
                    "(NEW.currency <> OLD.currency OR NEW.cooperative_id <> OLD.cooperative_id) AND ("
                    "EXISTS (SELECT FROM premiums_activity WHERE fund_id = OLD.id) OR "
                    "EXISTS (SELECT FROM premiums_premiumreceived WHERE fund_id = OLD.id))",
                    "fund_keeps_currency",
                )
                + " RETURN NEW;",
            ),
        )

    def __str__(self) -> str:
        return f"{self.cooperative} ({self.currency})"

    @property
    def committed(self) -> Decimal:
        """Approved and not yet spent, in the fund's currency."""
        return self.approved + self.unratified - self.spent

    @property
    def left(self) -> Decimal:
        """Received, neither spent nor committed, in the fund's currency."""
        return self.received - self.approved - self.unratified


@pghistory.track()
class PremiumReceived(Record):
    """Premium that came in. Money received in another currency keeps both amounts, the rate, its date and source."""

    cooperative = models.ForeignKey(
        Cooperative, models.PROTECT, related_name="premium_received", verbose_name=_("co-op")
    )
    fund = models.ForeignKey(Fund, models.PROTECT, related_name="premium_received", verbose_name=_("premium fund"))
    received_on = models.DateField(_("received on"), null=True, blank=True)
    received_precision = precision_field()
    amount = models.DecimalField(
        _("amount in the fund's currency"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    original_amount = models.DecimalField(_("amount as paid"), max_digits=12, decimal_places=2, null=True, blank=True)
    original_currency = models.CharField(_("currency as paid"), max_length=3, choices=Currency, blank=True)
    rate = models.DecimalField(
        _("exchange rate"),
        max_digits=14,
        decimal_places=6,
        null=True,
        blank=True,
        help_text=_("Units of the fund's currency for one unit of the currency as paid."),
    )
    rate_on = models.DateField(_("date of the rate"), null=True, blank=True)
    rate_source = models.CharField(_("source of the rate"), max_length=160, blank=True)
    payer = models.CharField(_("payer"), max_length=120, blank=True)
    source = models.TextField(_("source"), blank=True)
    is_historic = models.BooleanField(
        _("historic"), default=False, help_text=_("Known from a source, with parts not recorded.")
    )
    recorded_at = models.DateTimeField(_("recorded at"), null=True, blank=True, editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("recorded by"),
    )

    class Meta:
        verbose_name = _("premium received")
        verbose_name_plural = _("premium received")
        ordering = ("-received_on", "-pk")
        indexes = (models.Index(fields=("cooperative", "received_on"), name="received_by_cooperative"),)
        constraints = (
            precision_constraint("received", "premium_received_precision"),
            together("premium_received_recorded", "recorded_at", "recorded_by"),
            models.CheckConstraint(
                condition=Q(amount__isnull=False, amount__gt=0) | Q(amount__isnull=True, is_historic=True),
                name="premium_received_amount",
                violation_error_message=_("Premium received has an amount above zero."),
            ),
            models.CheckConstraint(
                condition=Q(is_historic=False) | ~Q(source=""),
                name="premium_received_historic_source",
                violation_error_message=_("A historic entry needs its source."),
            ),
            models.CheckConstraint(
                condition=Q(original_amount__isnull=True, original_currency="", rate__isnull=True)
                | Q(original_amount__isnull=False, rate__isnull=False, rate_on__isnull=False)
                & Q(original_amount__gt=0, rate__gt=0)
                & ~Q(original_currency="")
                & ~Q(rate_source=""),
                name="premium_received_rate",
                violation_error_message=_(
                    "Money received in another currency needs the amount as paid, its currency, the rate, its date "
                    "and its source."
                ),
            ),
        )
        triggers = (
            same_cooperative("premium_received_same_cooperative", "fund_id", "premiums_fund"),
            receipts_move_totals(),
            never_deleted("premium_received_never_deleted"),
            not_in_closed_year("premium_received_not_in_closed_year", "received_on"),
            Rule(
                name="premium_received_covers_parts",
                sentence=_("The parts for the sales come to more than was received."),
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("amount", "original_amount"),
                func=refuse_when(
                    "(SELECT sum(amount) FROM premiums_premiumpayment WHERE premium_received_id = NEW.id) "
                    "> coalesce(NEW.original_amount, NEW.amount)",
                    "premium_received_covers_parts",
                )
                + " RETURN NEW;",
            ),
        )

    def __str__(self) -> str:
        return f"{self.cooperative}, {self.received_on or '–'}"

    @property
    def paid(self) -> Decimal | None:
        """The amount as it was paid, in the currency it was paid in."""
        return self.original_amount if self.original_amount is not None else self.amount


@pghistory.track()
class PremiumPayment(Record):
    """Which sale a part of the premium received pays, in the currency it was paid in (of the amount as paid)."""

    cooperative = models.ForeignKey(
        Cooperative, models.PROTECT, related_name="premium_payments", verbose_name=_("co-op")
    )
    premium_received = models.ForeignKey(
        PremiumReceived, models.PROTECT, related_name="payments", verbose_name=_("premium received")
    )
    sale = models.ForeignKey(Sale, models.PROTECT, related_name="payments", verbose_name=_("sale"))
    amount = models.DecimalField(_("amount"), max_digits=12, decimal_places=2)

    class Meta:
        verbose_name = _("payment of a sale's premium")
        verbose_name_plural = _("payments of sales' premium")
        ordering = ("premium_received", "sale")
        constraints = (
            models.UniqueConstraint(
                fields=("premium_received", "sale"),
                name="premium_payment_once",
                violation_error_message=_("This premium received already pays this sale."),
            ),
            models.CheckConstraint(
                condition=Q(amount__gt=0),
                name="premium_payment_amount",
                violation_error_message=_("A payment is above zero."),
            ),
        )
        triggers = (
            same_cooperative("premium_payment_same_cooperative", "premium_received_id", "premiums_premiumreceived"),
            same_cooperative("premium_payment_same_cooperative_sale", "sale_id", "premiums_sale"),
            not_for_closed_receipt("premium_payment_not_in_closed_year", "premium_received_id"),
            Rule(
                name="premium_payment_within_received",
                sentence=_("The parts for the sales come to more than was received."),
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.Update,
                declare=[("paid", "numeric")],
                func="""
                    SELECT coalesce(original_amount, amount) INTO paid FROM premiums_premiumreceived
                    WHERE id = NEW.premium_received_id FOR UPDATE;
                """
                + refuse_when(
                    "(SELECT sum(amount) FROM premiums_premiumpayment "
                    "WHERE premium_received_id = NEW.premium_received_id) > paid",
                    "premium_payment_within_received",
                )
                + " RETURN NULL;",
            ),
        )

    def __str__(self) -> str:
        return f"{self.sale}: {self.amount}"
