"""What is measured in each track: the indicators, where each co-op began, and where it wants to be each year."""

from __future__ import annotations

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from config.dates import precision_constraint, precision_field
from config.errors import Rule, refuse_when
from config.records import Record
from cooperatives.models import Cooperative, Programme
from trainings.models.tracks import Track

FIRST_YEAR, LAST_YEAR = 1990, 2100


class IndicatorKind(models.TextChoices):
    """What sort of value it has; the database takes no other."""

    NUMBER = "number", _("number")
    WHOLE = "whole", _("whole number")
    PEOPLE = "people", _("people, split by sex")
    YES_NO = "yes/no", _("yes or no")


class Direction(models.TextChoices):
    """Which way is better."""

    UP = "up", _("more is better")
    DOWN = "down", _("less is better")


class Computation(models.TextChoices):
    """Where a value that nobody types comes from."""

    PEOPLE_TRAINED = "people trained", _("people trained, from attendance")
    READINESS = "readiness", _("readiness for certification, from its checklist")


def in_years(name: str) -> models.CheckConstraint:
    """The year has four digits that make sense."""
    return models.CheckConstraint(
        condition=Q(year__range=(FIRST_YEAR, LAST_YEAR)),
        name=name,
        violation_error_message=_("A year has four digits, such as 2014."),
    )


@pghistory.track()
class Indicator(Record):
    """Something that is measured once a year at each co-op. `largest` is the highest value possible, if there is one.

    Without a track it speaks of all of them. A `computation` means that nobody types its values.
    """

    slug = models.SlugField(_("short key"), unique=True)
    track = models.ForeignKey(
        Track, models.PROTECT, related_name="indicators", null=True, blank=True, verbose_name=_("track")
    )
    position = models.PositiveSmallIntegerField(_("order"))
    name = models.CharField(_("name"), max_length=120)
    name_es = models.CharField(_("name in Spanish"), max_length=120, blank=True)
    name_pt = models.CharField(_("name in Portuguese"), max_length=120, blank=True)
    guidance = models.TextField(_("how it is measured"), blank=True)
    guidance_es = models.TextField(_("how it is measured, in Spanish"), blank=True)
    guidance_pt = models.TextField(_("how it is measured, in Portuguese"), blank=True)
    kind = models.CharField(_("kind of value"), max_length=6, choices=IndicatorKind)
    unit = models.CharField(_("unit"), max_length=40, blank=True)
    unit_es = models.CharField(_("unit in Spanish"), max_length=40, blank=True)
    unit_pt = models.CharField(_("unit in Portuguese"), max_length=40, blank=True)
    largest = models.DecimalField(_("largest value possible"), max_digits=14, decimal_places=2, null=True, blank=True)
    direction = models.CharField(_("direction"), max_length=4, choices=Direction, default=Direction.UP)
    is_additive = models.BooleanField(
        _("co-ops add up"), default=False, help_text=_("Off for scores and shares: those are averaged instead.")
    )
    computation = models.CharField(_("computed from"), max_length=16, choices=Computation, blank=True)
    is_active = models.BooleanField(_("in use"), default=True)
    source = models.TextField(_("source"), blank=True)

    class Meta:
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")
        ordering = ("track", "position", "pk")
        triggers = (
            Rule(
                name="indicator_fixed_once_measured",
                sentence=_(
                    "Values of this indicator are recorded: its kind, unit and computation stay. Switch it off, and "
                    "make a new one."
                ),
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("kind", "unit", "computation"),
                func=refuse_when(
                    "(NEW.kind, NEW.unit, NEW.computation) IS DISTINCT FROM (OLD.kind, OLD.unit, OLD.computation) "
                    "AND EXISTS (SELECT FROM trainings_measurement WHERE indicator_id = OLD.id)",
                    "indicator_fixed_once_measured",
                )
                + " RETURN NEW;",
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def counts_people(self) -> bool:
        """Whether its values are split by sex."""
        return self.kind == IndicatorKind.PEOPLE

    @property
    def is_yes_no(self) -> bool:
        """Whether its values are answers."""
        return self.kind == IndicatorKind.YES_NO

    @property
    def is_typed(self) -> bool:
        """Whether people enter its values."""
        return not self.computation


@pghistory.track()
class IndicatorTarget(Record):
    """What is wanted in a year: by one co-op, or by every co-op of a programme that has no target of its own."""

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="targets", verbose_name=_("indicator"))
    cooperative = models.ForeignKey(
        Cooperative,
        models.PROTECT,
        related_name="indicator_targets",
        null=True,
        blank=True,
        verbose_name=_("co-op"),
    )
    programme = models.ForeignKey(
        Programme,
        models.PROTECT,
        related_name="indicator_targets",
        null=True,
        blank=True,
        verbose_name=_("programme"),
        help_text=_("For every co-op of the programme without a target of its own; leave the co-op empty then."),
    )
    year = models.PositiveSmallIntegerField(_("year"))
    value = models.DecimalField(
        _("target"),
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("Empty: taken back. For a co-op the target of its programme holds again, if there is one."),
    )
    source = models.TextField(_("source"), blank=True)

    class Meta:
        verbose_name = _("target")
        verbose_name_plural = _("targets")
        ordering = ("indicator", "year", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("indicator", "year", "cooperative"),
                name="target_once_a_cooperative",
                violation_error_message=_("This co-op already has a target for the year."),
            ),
            models.UniqueConstraint(
                fields=("indicator", "year", "programme"),
                name="target_once_a_programme",
                violation_error_message=_("This programme already has a target for the year."),
            ),
            models.CheckConstraint(
                condition=Q(cooperative__isnull=True, programme__isnull=False)
                | Q(cooperative__isnull=False, programme__isnull=True),
                name="target_of_one",
                violation_error_message=_("A target belongs to a co-op or to a programme, to one of the two."),
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=True) | Q(value__gte=0),
                name="target_value",
                violation_error_message=_("A target is zero or more."),
            ),
            in_years("target_year"),
        )

    def __str__(self) -> str:
        return f"{self.indicator}, {self.year}: {'–' if self.value is None else self.value}"


@pghistory.track()
class IndicatorBaseline(Record):
    """Where a co-op stood when it began, with the date of that. Without a row it is not recorded."""

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="baselines", verbose_name=_("indicator"))
    cooperative = models.ForeignKey(
        Cooperative, models.PROTECT, related_name="indicator_baselines", verbose_name=_("co-op")
    )
    value = models.DecimalField(_("baseline"), max_digits=14, decimal_places=2)
    measured_on = models.DateField(_("measured on"), null=True, blank=True)
    measured_precision = precision_field()
    source = models.TextField(_("source"))

    class Meta:
        verbose_name = _("baseline")
        verbose_name_plural = _("baselines")
        ordering = ("indicator", "cooperative")
        constraints = (
            models.UniqueConstraint(
                fields=("indicator", "cooperative"),
                name="baseline_once",
                violation_error_message=_("This co-op already has a baseline."),
            ),
            precision_constraint("measured", "baseline_date_precision"),
            models.CheckConstraint(
                condition=Q(value__gte=0),
                name="baseline_value",
                violation_error_message=_("A baseline is zero or more."),
            ),
            models.CheckConstraint(
                condition=~Q(source=""),
                name="baseline_source",
                violation_error_message=_("Say where the value comes from."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.indicator}, {self.cooperative}: {self.value}"
