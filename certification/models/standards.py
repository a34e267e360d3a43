"""Standards, their versions with the rules that hold under each, and who certifies.

Cycle lengths, deadlines and pass marks differ by certifier and by year. They are columns that an administrator
completes, never constants; what nobody confirmed stays empty or says how far it can be relied on.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import ClassVar

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from config.dates import precision_constraint, precision_field
from config.records import Record
from config.ui import in_language
from cooperatives.models import Scheme
from cooperatives.models.facts import Confidence


@pghistory.track()
class Certifier(Record):
    """An organisation that audits and certifies."""

    slug = models.SlugField(_("short key"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    note = models.TextField(_("note"), blank=True)
    note_es = models.TextField(_("note in Spanish"), blank=True)
    note_pt = models.TextField(_("note in Portuguese"), blank=True)
    source = models.TextField(_("source"), blank=True)

    class Meta:
        verbose_name = _("certifier")
        verbose_name_plural = _("certifiers")
        ordering = ("name", "pk")

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class Standard(Record):
    """A standard of a scheme; what it asks is in its versions."""

    slug = models.SlugField(_("short key"), unique=True)
    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="standards", verbose_name=_("scheme"))
    name = models.CharField(_("name"), max_length=160)
    name_es = models.CharField(_("name in Spanish"), max_length=160, blank=True)
    name_pt = models.CharField(_("name in Portuguese"), max_length=160, blank=True)
    source = models.TextField(_("source"), blank=True)

    class Meta:
        verbose_name = _("standard")
        verbose_name_plural = _("standards")
        ordering = ("name", "pk")

    def __str__(self) -> str:
        return self.name


class StandardVersionQuerySet(models.QuerySet["StandardVersion"]):
    """Versions, chosen in the words of the office."""

    def in_force(self, *, on: dt.date) -> StandardVersionQuerySet:
        """Those that hold on a day, as far as their dates are recorded."""
        return self.filter(
            Q(valid_until_on__isnull=True) | Q(valid_until_on__gte=on),
            valid_from_on__isnull=False,
            valid_from_on__lte=on,
        )


def usual_due_years() -> list[int]:
    """The due years known from the rules for small producers."""
    return [0, 1, 3, 6]


@pghistory.track()
class StandardVersion(Record):
    """One version of a standard with the rules that hold under it.

    `cycle_years` is the length of a certification cycle, `due_years` the years after the first certification in which
    criteria fall due. `pass_rank` is the lowest rank (1 to 5) that complies, `development_pass_mark` the lowest average
    of the development criteria due. `suspension_months` and `correction_days` are the longest time a suspension and a
    corrective measure may take. Empty means not recorded. `is_confirmed` says that the list of criteria was compared
    with the certifier's own.
    """

    standard = models.ForeignKey(Standard, models.PROTECT, related_name="versions", verbose_name=_("standard"))
    label = models.CharField(_("version"), max_length=40)
    valid_from_on = models.DateField(_("valid from"), null=True, blank=True)
    valid_from_precision = precision_field()
    valid_until_on = models.DateField(_("valid until"), null=True, blank=True)
    certifier = models.ForeignKey(
        Certifier, models.PROTECT, related_name="versions", null=True, blank=True, verbose_name=_("certifier")
    )
    cycle_years = models.PositiveSmallIntegerField(_("length of a cycle (years)"), null=True, blank=True)
    due_years = ArrayField(
        models.PositiveSmallIntegerField(),
        verbose_name=_("years in which criteria fall due"),
        default=usual_due_years,
        help_text=_("Years after the first certification, separated by commas."),
    )
    pass_rank = models.PositiveSmallIntegerField(_("lowest rank that complies"), default=3)
    development_pass_mark = models.DecimalField(
        _("lowest average of the development criteria"), max_digits=3, decimal_places=2, null=True, blank=True
    )
    suspension_months = models.PositiveSmallIntegerField(_("longest suspension (months)"), null=True, blank=True)
    correction_days = models.PositiveSmallIntegerField(
        _("usual time for a corrective measure (days)"), null=True, blank=True
    )
    is_confirmed = models.BooleanField(_("compared with the certifier's list"), default=False)
    note = models.TextField(_("note"), blank=True)
    note_es = models.TextField(_("note in Spanish"), blank=True)
    note_pt = models.TextField(_("note in Portuguese"), blank=True)
    source = models.TextField(_("source"), blank=True)
    confidence = models.CharField(_("confidence"), max_length=6, choices=Confidence, blank=True)

    objects: ClassVar[models.Manager[StandardVersion]] = StandardVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version of a standard")
        verbose_name_plural = _("versions of standards")
        ordering = ("standard", F("valid_from_on").desc(nulls_last=True), "label", "pk")
        constraints = (
            precision_constraint("valid_from", "standard_version_date_precision"),
            models.UniqueConstraint(
                fields=("standard", "label"),
                name="standard_version_once",
                violation_error_message=_("The standard already has a version with this name."),
            ),
            models.CheckConstraint(
                condition=Q(valid_until_on__isnull=True)
                | Q(valid_from_on__isnull=True)
                | Q(valid_until_on__gte=F("valid_from_on")),
                name="standard_version_ends_after_start",
                violation_error_message=_("A version can't end before it starts."),
            ),
            models.CheckConstraint(
                condition=Q(pass_rank__gte=1, pass_rank__lte=5)
                & (
                    Q(development_pass_mark__isnull=True)
                    | Q(development_pass_mark__gte=Decimal(1), development_pass_mark__lte=Decimal(5))
                ),
                name="standard_version_marks",
                violation_error_message=_("Ranks and their average go from 1 to 5."),
            ),
            models.CheckConstraint(
                condition=(Q(cycle_years__isnull=True) | Q(cycle_years__gt=0))
                & (Q(suspension_months__isnull=True) | Q(suspension_months__gt=0))
                & (Q(correction_days__isnull=True) | Q(correction_days__gt=0)),
                name="standard_version_lengths",
                violation_error_message=_("A length of time is above zero. Leave it empty when it isn't known."),
            ),
        )

    def __str__(self) -> str:
        return f"{in_language(self.standard, 'name')}, {self.label}"
