"""Modules: what is taught, by track."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from config.records import Record, never_deleted
from trainings.models.tracks import Track


@pghistory.track()
class Module(Record):
    """A piece of the curriculum of one track; a training teaches one or several."""

    track = models.ForeignKey(Track, models.PROTECT, related_name="modules", verbose_name=_("track"))
    title = models.CharField(_("title"), max_length=160)
    title_es = models.CharField(_("title in Spanish"), max_length=160, blank=True)
    title_pt = models.CharField(_("title in Portuguese"), max_length=160, blank=True)
    objectives = models.TextField(_("objectives"), blank=True)
    objectives_es = models.TextField(_("objectives in Spanish"), blank=True)
    objectives_pt = models.TextField(_("objectives in Portuguese"), blank=True)
    hours = models.DecimalField(_("hours"), max_digits=5, decimal_places=1, null=True, blank=True)
    language = models.CharField(
        _("language it is taught in"), max_length=40, blank=True, help_text=_("For example Spanish, or Tseltal.")
    )
    is_retired = models.BooleanField(_("no longer taught"), default=False)
    source = models.TextField(_("source"), blank=True)

    class Meta:
        verbose_name = _("module")
        verbose_name_plural = _("modules")
        ordering = ("track", "title", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("track", "title"),
                name="module_once_a_track",
                violation_error_message=_("The track already has a module of this title."),
            ),
            models.CheckConstraint(
                condition=Q(hours__isnull=True) | Q(hours__gt=0),
                name="module_hours",
                violation_error_message=_("Hours are more than 0; leave them empty when they are not known."),
            ),
        )
        triggers = (never_deleted("module_never_deleted"),)

    def __str__(self) -> str:
        return self.title
