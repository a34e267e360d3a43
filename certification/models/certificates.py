"""Certificates: which scheme, since when, until when."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from certification.models.files import LOCK_FILE, CertificationFile
from config.dates import precision_constraint, precision_field
from config.errors import Rule, refuse_when
from config.records import Record
from cooperatives.models import Cooperative, Scheme
from cooperatives.models.facts import Confidence

# Two certificates of a file are compared by days; what is not known to the day, or has no end, is not judged.
_OVERLAP = (
    "NEW.valid_from_precision = 'day' AND NEW.valid_until_on IS NOT NULL AND EXISTS "
    "(SELECT FROM certification_certificate c WHERE c.file_id = NEW.file_id AND c.id <> NEW.id "
    "AND c.valid_from_precision = 'day' AND c.valid_until_on IS NOT NULL "
    "AND c.valid_from_on <= NEW.valid_until_on AND c.valid_until_on >= NEW.valid_from_on)"
)


class CertificateQuerySet(models.QuerySet["Certificate"]):
    """Certificates, chosen in the words of the office."""

    def valid(self, *, on: dt.date) -> CertificateQuerySet:
        """Those that hold on a day. One without an end is taken to go on; one without a start, to have begun."""
        return self.filter(
            Q(valid_from_on__isnull=True) | Q(valid_from_on__lte=on),
            Q(valid_until_on__isnull=True) | Q(valid_until_on__gte=on),
        )


@pghistory.track()
class Certificate(Record):
    """A certificate of a co-op. Number, start and end stay empty where no source gives them.

    It joins the certification file of the co-op under its scheme by itself, once there is one.
    """

    cooperative = models.ForeignKey(Cooperative, models.PROTECT, related_name="certificates", verbose_name=_("co-op"))
    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="certificates", verbose_name=_("scheme"))
    file = models.ForeignKey(
        CertificationFile,
        models.PROTECT,
        related_name="certificates",
        null=True,
        blank=True,
        verbose_name=_("certification file"),
    )
    number = models.CharField(_("number"), max_length=40, blank=True)
    scope = models.TextField(_("what it covers"), blank=True)
    valid_from_on = models.DateField(_("valid from"), null=True, blank=True)
    valid_from_precision = precision_field()
    valid_until_on = models.DateField(_("valid until"), null=True, blank=True)
    source = models.TextField(_("source"), blank=True)
    confidence = models.CharField(_("confidence"), max_length=6, choices=Confidence, blank=True)
    note = models.TextField(_("note"), blank=True)
    note_es = models.TextField(_("note in Spanish"), blank=True)
    note_pt = models.TextField(_("note in Portuguese"), blank=True)

    objects: ClassVar[models.Manager[Certificate]] = CertificateQuerySet.as_manager()

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
        # In the order of their names, which is the order in which they run.
        triggers = (
            pgtrigger.Trigger(
                name="certificate_file_joined",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("file_id", "cooperative_id", "scheme_id"),
                condition=pgtrigger.Condition("NEW.file_id IS NULL"),
                func="""
                    SELECT id INTO NEW.file_id FROM certification_certificationfile
                    WHERE cooperative_id = NEW.cooperative_id AND scheme_id = NEW.scheme_id;
                    RETURN NEW;
                """,
            ),
            Rule(
                name="certificate_file_matches",
                sentence=_("This certification file belongs to another co-op or another scheme."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("file_id", "cooperative_id", "scheme_id"),
                func=refuse_when(
                    "NEW.file_id IS NOT NULL AND NOT EXISTS (SELECT FROM certification_certificationfile "
                    "WHERE id = NEW.file_id AND cooperative_id = NEW.cooperative_id AND scheme_id = NEW.scheme_id)",
                    "certificate_file_matches",
                )
                + " RETURN NEW;",
            ),
            Rule(
                name="certificate_no_overlap",
                sentence=_("Another certificate of this file is valid on some of these days."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert
                | pgtrigger.UpdateOf("file_id", "valid_from_on", "valid_from_precision", "valid_until_on"),
                func="IF NEW.file_id IS NOT NULL THEN "
                + LOCK_FILE
                + refuse_when(_OVERLAP, "certificate_no_overlap")
                + " END IF; RETURN NEW;",
            ),
            Rule(
                name="certificate_of_certified",
                sentence=_("A certificate is recorded once the co-op is certified."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("file_id"),
                func=refuse_when(
                    "NOT EXISTS (SELECT FROM certification_step WHERE file_id = NEW.file_id "
                    "AND to_state = 'certified') AND NEW.file_id IS NOT NULL",
                    "certificate_of_certified",
                )
                + " RETURN NEW;",
            ),
        )

    def __str__(self) -> str:
        return f"{self.cooperative}: {self.scheme} {self.number}".strip()
