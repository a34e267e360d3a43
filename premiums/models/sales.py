"""Sales on Fair Trade terms, from which premium is due."""

from __future__ import annotations

from decimal import Decimal

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from config.dates import precision_constraint, precision_field
from config.records import Record, never_deleted
from cooperatives.models import Cooperative, Scheme
from cooperatives.models.cooperatives import Currency
from premiums.models.rates import CoffeeForm, Rate

LB_PER_KG = Decimal("2.20462262")


class SaleState(models.TextChoices):
    """Where a contract stands."""

    SIGNED = "signed", _("signed")
    SHIPPED = "shipped", _("shipped")
    PAID = "paid", _("paid")
    CANCELLED = "cancelled", _("cancelled")


def sale_premium() -> pgtrigger.Trigger:
    """The premium due, rounded once at the total: net lb times the rate of the signing date; null while unknown."""
    return pgtrigger.Trigger(
        name="sale_premium",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        declare=[("applied", "premiums_rate%ROWTYPE")],
        func=f"""
            SELECT * INTO applied FROM premiums_rate WHERE id = NEW.rate_id;
            IF NEW.state = 'cancelled' THEN
                NEW.premium_due := NULL;
                NEW.quality_due := NULL;
            ELSE
                NEW.premium_due := round(NEW.quantity_kg * {LB_PER_KG} * applied.premium, 2);
                NEW.quality_due := round(NEW.quantity_kg * {LB_PER_KG} * applied.quality_part, 2);
            END IF;
            RETURN NEW;
        """,
    )


@pghistory.track()
class Sale(Record):
    """A contract on Fair Trade terms. Weights are net kg of green coffee; unknown parts stay empty.

    `premium_due` and `quality_due` (USD) are written by the database from quantity and rate. A price below what is
    due, and a sale without a rate, are flagged on the page, never refused: the co-op records what happened.
    """

    cooperative = models.ForeignKey(Cooperative, models.PROTECT, related_name="sales", verbose_name=_("co-op"))
    scheme = models.ForeignKey(
        Scheme, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("scheme")
    )
    contract_number = models.CharField(_("contract number"), max_length=40, blank=True)
    buyer = models.CharField(_("buyer"), max_length=120, blank=True)
    signed_on = models.DateField(_("signed on"), null=True, blank=True)
    signed_precision = precision_field()
    form = models.CharField(_("form"), max_length=8, choices=CoffeeForm, blank=True)
    is_organic = models.BooleanField(_("certified organic"), default=False, db_default=False)
    bags = models.PositiveIntegerField(_("bags"), null=True, blank=True)
    bag_kg = models.DecimalField(_("kg a bag"), max_digits=5, decimal_places=2, null=True, blank=True)
    quantity_kg = models.DecimalField(_("quantity (kg)"), max_digits=12, decimal_places=2, null=True, blank=True)
    price = models.DecimalField(_("price (per lb)"), max_digits=9, decimal_places=4, null=True, blank=True)
    price_currency = models.CharField(
        _("currency of the price"), max_length=3, choices=Currency, default=Currency.USD, db_default="USD"
    )
    rate = models.ForeignKey(
        Rate, models.PROTECT, related_name="sales", null=True, blank=True, verbose_name=_("premium rate")
    )
    premium_due = models.DecimalField(
        _("premium due (USD)"), max_digits=12, decimal_places=2, null=True, blank=True, editable=False
    )
    quality_due = models.DecimalField(
        _("of which for quality and productivity (USD)"),
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        editable=False,
    )
    shipped_on = models.DateField(_("shipped on"), null=True, blank=True)
    paid_on = models.DateField(_("paid on"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=9, choices=SaleState, default=SaleState.SIGNED, db_default="signed")
    note = models.TextField(_("note"), blank=True)
    note_es = models.TextField(_("note in Spanish"), blank=True)
    note_pt = models.TextField(_("note in Portuguese"), blank=True)
    source = models.TextField(_("source"), blank=True)

    class Meta:
        verbose_name = _("sale")
        verbose_name_plural = _("sales")
        ordering = (F("signed_on").desc(nulls_last=True), "-pk")
        indexes = (models.Index(fields=("cooperative", "signed_on"), name="sale_by_cooperative"),)
        constraints = (
            precision_constraint("signed", "sale_date_precision"),
            models.CheckConstraint(
                condition=Q(quantity_kg__isnull=True) | Q(quantity_kg__gt=0),
                name="sale_quantity",
                violation_error_message=_("A quantity is above zero; leave it empty when it is not known."),
            ),
            models.CheckConstraint(
                condition=Q(price__isnull=True) | Q(price__gt=0),
                name="sale_price",
                violation_error_message=_("A price is above zero; leave it empty when it is not known."),
            ),
            models.UniqueConstraint(
                fields=("cooperative", "contract_number"),
                condition=~Q(contract_number=""),
                name="sale_contract_once",
                violation_error_message=_("This co-op already has a sale with this contract number."),
            ),
        )
        triggers = (sale_premium(), never_deleted("sale_never_deleted"))

    def __str__(self) -> str:
        return f"{self.contract_number or '–'}, {self.cooperative}"

    @property
    def quantity_lb(self) -> Decimal | None:
        """Net pounds, to a tenth; None when the quantity is not known."""
        if self.quantity_kg is None:
            return None
        return (self.quantity_kg * LB_PER_KG).quantize(Decimal("0.1"))

    @property
    def price_due(self) -> Decimal | None:
        """The least to be paid for a pound, in USD: minimum price, plus differential when organic. None if unknown."""
        if self.rate is None or self.rate.minimum_price is None:
            return None
        extra = self.rate.organic_differential if self.is_organic else Decimal(0)
        return None if extra is None else self.rate.minimum_price + extra

    @property
    def is_below_price_due(self) -> bool:
        """The recorded price is lower than the minimum; never true of what is not known."""
        due = self.price_due
        return due is not None and self.price is not None and self.price_currency == "USD" and self.price < due
