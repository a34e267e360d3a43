"""Members: the producers who belong to a co-op."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from config.dates import precision_constraint, precision_field
from config.records import Record
from cooperatives.models.cooperatives import Cooperative


class Sex(models.TextChoices):
    """As the person says; empty means not recorded."""

    WOMAN = "woman", _("woman")
    MAN = "man", _("man")
    OTHER = "other", _("other")


@pghistory.track()
class Member(Record):
    """A producer who belongs to a co-op. Personal data: seen by the co-op and by those who may see members."""

    cooperative = models.ForeignKey(Cooperative, models.PROTECT, related_name="members", verbose_name=_("co-op"))
    name = models.CharField(_("name"), max_length=120)
    sex = models.CharField(_("sex"), max_length=5, choices=Sex, blank=True)
    birth_year = models.PositiveSmallIntegerField(_("year of birth"), null=True, blank=True)
    community = models.CharField(_("community"), max_length=80, blank=True)
    joined_on = models.DateField(_("member since"), null=True, blank=True)
    joined_precision = precision_field()
    left_on = models.DateField(_("member until"), null=True, blank=True)
    source = models.TextField(_("source"), blank=True)

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")
        ordering = ("name", "pk")
        indexes = (models.Index(fields=("cooperative", "name"), name="member_by_cooperative"),)
        constraints = (
            precision_constraint("joined", "member_joined_precision"),
            models.CheckConstraint(
                condition=Q(birth_year__isnull=True) | Q(birth_year__range=(1900, 2100)),
                name="member_birth_year",
                violation_error_message=_("A year of birth has four digits, such as 1974."),
            ),
        )

    def __str__(self) -> str:
        return self.name
