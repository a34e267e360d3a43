"""The four lines of training."""

from __future__ import annotations

import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

from config.records import Record


@pghistory.track()
class Track(Record):
    """One of the four lines of training."""

    slug = models.SlugField(_("short key"), unique=True)
    position = models.PositiveSmallIntegerField(_("order"), unique=True)
    name = models.CharField(_("name"), max_length=80)
    name_es = models.CharField(_("name in Spanish"), max_length=80, blank=True)
    name_pt = models.CharField(_("name in Portuguese"), max_length=80, blank=True)
    objective = models.TextField(_("objective"), blank=True)
    objective_es = models.TextField(_("objective in Spanish"), blank=True)
    objective_pt = models.TextField(_("objective in Portuguese"), blank=True)
    source = models.TextField(_("source"), blank=True)

    class Meta:
        verbose_name = _("track")
        verbose_name_plural = _("tracks")
        ordering = ("position",)

    def __str__(self) -> str:
        return self.name
