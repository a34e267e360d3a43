"""Towns and villages where co-ops have their seat."""

from __future__ import annotations

import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

from config.records import Record


@pghistory.track()
class Place(Record):
    """A town or village with its official municipality code and a point on the map (WGS 84, decimal degrees)."""

    slug = models.SlugField(_("short key"), unique=True)
    town = models.CharField(_("town"), max_length=80)
    municipality = models.CharField(_("municipality"), max_length=80)
    municipality_code = models.CharField(
        _("municipality code"), max_length=10, blank=True, help_text=_("INEGI in Mexico, IBGE in Brazil.")
    )
    state = models.CharField(_("state"), max_length=60)
    state_code = models.CharField(_("state code (ISO 3166-2)"), max_length=6, blank=True)
    country_code = models.CharField(_("country code (ISO 3166-1)"), max_length=2)
    latitude = models.DecimalField(_("latitude"), max_digits=7, decimal_places=4, null=True, blank=True)
    longitude = models.DecimalField(_("longitude"), max_digits=7, decimal_places=4, null=True, blank=True)
    altitude_m = models.PositiveSmallIntegerField(_("altitude of the town (m)"), null=True, blank=True)
    source = models.TextField(_("source of the point"), blank=True)
    altitude_source = models.TextField(_("source of the altitude"), blank=True)
    confidence = models.CharField(_("confidence"), max_length=10, blank=True)
    note = models.TextField(_("note"), blank=True)
    note_es = models.TextField(_("note in Spanish"), blank=True)
    note_pt = models.TextField(_("note in Portuguese"), blank=True)

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ("country_code", "state", "town")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(latitude__isnull=False, longitude__isnull=False)
                & models.Q(latitude__range=(-90, 90), longitude__range=(-180, 180))
                | models.Q(latitude__isnull=True, longitude__isnull=True),
                name="place_point_on_earth",
                violation_error_message=_("Give both latitude (-90 to 90) and longitude (-180 to 180), or neither."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.town}, {self.state}"
