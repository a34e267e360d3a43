"""Minimum prices and premium rates, by scheme, form, region and date of the contract."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from config.errors import Rule, refuse_when
from config.records import Record
from cooperatives.models import Scheme


class CoffeeForm(models.TextChoices):
    """How the coffee was processed; the minimum price differs."""

    WASHED = "washed", _("Arabica, washed")
    NATURAL = "natural", _("Arabica, natural")


class Region(models.TextChoices):
    """The regions the price tables of 2007 and 2008 tell apart (domain-rules 2.1)."""

    CENTRAL = "central", _("Mexico, Central America, Africa, Asia")
    SOUTH = "south", _("South America")


SOUTH_AMERICA = ("BR", "CO", "PE", "BO", "EC")


def region_of(country_code: str) -> Region:
    """The region of a country, for the choice of a rate."""
    return Region.SOUTH if country_code in SOUTH_AMERICA else Region.CENTRAL


class RateQuerySet(models.QuerySet["Rate"]):
    """Rates, chosen in the words of the office."""

    def in_force(self, *, scheme: Scheme | None, form: str, region: str, on: dt.date | None) -> Rate | None:
        """The rate of a contract signed `on` that day: the newest that had begun; None when nobody recorded one."""
        if on is None or scheme is None or not form:
            return None
        begun = self.filter(Q(from_on__isnull=True) | Q(from_on__lte=on), scheme=scheme, form=form, region=region)
        return begun.filter(successor__isnull=True).order_by(F("from_on").desc(nulls_last=True)).first()


@pghistory.track()
class Rate(Record):
    """What is due for a pound of green coffee, in USD per lb, for contracts signed from a date on.

    Without `from_on` it held before the earliest date known. A rate that a sale uses can't be changed any more, only
    superseded by a corrected one. Parts that no source gives stay empty.
    """

    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="rates", verbose_name=_("scheme"))
    form = models.CharField(_("form"), max_length=8, choices=CoffeeForm)
    region = models.CharField(_("region"), max_length=8, choices=Region)
    from_on = models.DateField(_("for contracts signed from"), null=True, blank=True)
    premium = models.DecimalField(_("premium (USD/lb)"), max_digits=7, decimal_places=4)
    quality_part = models.DecimalField(
        _("of which for quality and productivity (USD/lb)"), max_digits=7, decimal_places=4, null=True, blank=True
    )
    minimum_price = models.DecimalField(
        _("minimum price (USD/lb)"), max_digits=7, decimal_places=4, null=True, blank=True
    )
    organic_differential = models.DecimalField(
        _("organic differential (USD/lb)"), max_digits=7, decimal_places=4, null=True, blank=True
    )
    successor = models.ForeignKey(
        "self",
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("corrected rate that takes its place"),
    )
    source = models.TextField(_("source"))

    objects: ClassVar[models.Manager[Rate]] = RateQuerySet.as_manager()

    class Meta:
        verbose_name = _("premium rate")
        verbose_name_plural = _("premium rates")
        ordering = ("scheme", "form", "region", F("from_on").desc(nulls_last=True))
        constraints = (
            models.UniqueConstraint(
                fields=("scheme", "form", "region", "from_on"),
                condition=Q(successor__isnull=True),
                nulls_distinct=False,
                name="rate_once",
                violation_error_message=_("There is already a rate for this scheme, form, region and date."),
            ),
            models.CheckConstraint(
                condition=Q(premium__gt=0) & (Q(quality_part__isnull=True) | Q(quality_part__lte=F("premium"))),
                name="rate_premium",
                violation_error_message=_("The premium is above zero, and its quality part no more than the whole."),
            ),
            models.CheckConstraint(
                condition=~Q(source=""), name="rate_has_source", violation_error_message=_("A rate needs its source.")
            ),
        )
        triggers = (
            Rule(
                name="rate_fixed_once_used",
                sentence=_("A sale uses this rate, so it can't be changed. Record a corrected one that supersedes it."),
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                func="IF TG_OP = 'UPDATE' AND (NEW.scheme_id, NEW.form, NEW.region, NEW.from_on, NEW.premium, "
                "NEW.quality_part, NEW.minimum_price, NEW.organic_differential) IS NOT DISTINCT FROM (OLD.scheme_id, "
                "OLD.form, OLD.region, OLD.from_on, OLD.premium, OLD.quality_part, OLD.minimum_price, "
                "OLD.organic_differential) THEN RETURN NEW; END IF; "
                + refuse_when("EXISTS (SELECT FROM premiums_sale WHERE rate_id = OLD.id)", "rate_fixed_once_used")
                + " IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;",
            ),
        )

    def __str__(self) -> str:
        return f"{self.scheme}, {self.get_form_display()}, {self.from_on or '–'}: {self.premium} USD/lb"
