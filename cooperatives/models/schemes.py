"""Fair Trade schemes: whose rules a certificate or a sale follows."""

from __future__ import annotations

import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

from config.records import Record


@pghistory.track()
class Scheme(Record):
    """A certification scheme. Shared by certificates and by sales, hence here and not in `certification`."""

    slug = models.SlugField(_("short key"), unique=True)
    name = models.CharField(_("name"), max_length=80)
    name_es = models.CharField(_("name in Spanish"), max_length=80, blank=True)
    name_pt = models.CharField(_("name in Portuguese"), max_length=80, blank=True)
    owner = models.CharField(_("owner of the scheme"), max_length=80, blank=True)
    source = models.TextField(_("source"), blank=True)

    class Meta:
        verbose_name = _("scheme")
        verbose_name_plural = _("schemes")
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name
