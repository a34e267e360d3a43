"""Certificates: which scheme, since when, until when."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from config.dates import precision_constraint, precision_field
from config.records import Record
from cooperatives.models import Cooperative, Scheme
from cooperatives.models.facts import Confidence


@pghistory.track()
class Certificate(Record):
    """A certificate of a co-op. Number, start and end stay empty where no source gives them."""

    cooperative = models.ForeignKey(Cooperative, models.PROTECT, related_name="certificates", verbose_name=_("co-op"))
    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="certificates", verbose_name=_("scheme"))
    number = models.CharField(_("number"), max_length=40, blank=True)
    valid_from_on = models.DateField(_("valid from"), null=True, blank=True)
    valid_from_precision = precision_field()
    valid_until_on = models.DateField(_("valid until"), null=True, blank=True)
    source = models.TextField(_("source"), blank=True)
    confidence = models.CharField(_("confidence"), max_length=6, choices=Confidence, blank=True)
    note = models.TextField(_("note"), blank=True)
    note_es = models.TextField(_("note in Spanish"), blank=True)
    note_pt = models.TextField(_("note in Portuguese"), blank=True)

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        ordering = (F("valid_from_on").desc(nulls_last=True), "pk")
        indexes = (models.Index(fields=("cooperative", "valid_until_on"), name="certificate_by_cooperative"),)
        constraints = (
            precision_constraint("valid_from", "certificate_date_precision"),
            models.CheckConstraint(
                condition=Q(valid_until_on__isnull=True)
                | Q(valid_from_on__isnull=True)
                | Q(valid_until_on__gte=F("valid_from_on")),
                name="certificate_ends_after_start",
                violation_error_message=_("A certificate can't end before it starts."),
            ),
            models.UniqueConstraint(
                fields=("scheme", "number"),
                condition=~Q(number=""),
                name="certificate_number_once",
                violation_error_message=_("Another certificate of this scheme already has this number."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.cooperative}: {self.scheme} {self.number}".strip()
