"""Sales on Fair Trade terms, from which premium is due."""

from __future__ import annotations

from decimal import Decimal

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from config.dates import precision_constraint, precision_field
from config.records import Record
from cooperatives.models import Cooperative, Scheme

LB_PER_KG = Decimal("2.20462262")


@pghistory.track()
class Sale(Record):
    """A contract on Fair Trade terms. Weights are net kg of green coffee; unknown parts stay empty."""

    cooperative = models.ForeignKey(Cooperative, models.PROTECT, related_name="sales", verbose_name=_("co-op"))
    scheme = models.ForeignKey(
        Scheme, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("scheme")
    )
    contract_number = models.CharField(_("contract number"), max_length=40, blank=True)
    buyer = models.CharField(_("buyer"), max_length=120, blank=True)
    signed_on = models.DateField(_("signed on"), null=True, blank=True)
    signed_precision = precision_field()
    bags = models.PositiveIntegerField(_("bags"), null=True, blank=True)
    bag_kg = models.DecimalField(_("kg a bag"), max_digits=5, decimal_places=2, null=True, blank=True)
    quantity_kg = models.DecimalField(_("quantity (kg)"), max_digits=12, decimal_places=2, null=True, blank=True)
    note = models.TextField(_("note"), blank=True)
    note_es = models.TextField(_("note in Spanish"), blank=True)
    note_pt = models.TextField(_("note in Portuguese"), blank=True)
    source = models.TextField(_("source"), blank=True)

    class Meta:
        verbose_name = _("sale")
        verbose_name_plural = _("sales")
        ordering = ("-signed_on", "-pk")
        indexes = (models.Index(fields=("cooperative", "signed_on"), name="sale_by_cooperative"),)
        constraints = (
            precision_constraint("signed", "sale_date_precision"),
            models.CheckConstraint(
                condition=Q(quantity_kg__isnull=True) | Q(quantity_kg__gt=0),
                name="sale_quantity",
                violation_error_message=_("A quantity is above zero; leave it empty when it is not known."),
            ),
            models.UniqueConstraint(
                fields=("cooperative", "contract_number"),
                condition=~Q(contract_number=""),
                name="sale_contract_once",
                violation_error_message=_("This co-op already has a sale with this contract number."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.contract_number or '–'}, {self.cooperative}"

    @property
    def quantity_lb(self) -> Decimal | None:
        """Net pounds, to a tenth; None when the quantity is not known."""
        if self.quantity_kg is None:
            return None
        return (self.quantity_kg * LB_PER_KG).quantize(Decimal("0.1"))
