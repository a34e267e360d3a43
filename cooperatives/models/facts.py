"""What is known of an organisation or a programme, each fact with its source."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from config.dates import precision_constraint, precision_field
from config.records import Record
from cooperatives.models.cooperatives import Cooperative
from cooperatives.models.programmes import Partner, Programme


class Topic(models.TextChoices):
    """What a fact is about, in the order a page shows them."""

    NAME = "name", _("name")
    LEGAL_FORM = "legal form", _("legal form")
    LEVEL = "level", _("kind of organisation")
    LOCATION = "location", _("place")
    FOUNDED = "founded", _("founded")
    FAIR_TRADE_SINCE = "fair trade since", _("Fair Trade since")
    CERTIFICATION = "certification", _("other certifications")
    MEMBERS = "members", _("members")
    MEMBER_ORGANISATIONS = "member organisations", _("member organisations")
    ALTITUDE = "altitude", _("altitude of the farms")
    LANGUAGE = "language", _("languages")
    OBJECTIVE = "objective", _("objective")
    CHALLENGE = "challenge", _("challenge")
    DURATION = "duration", _("length")
    FUNDING = "funding", _("funding")
    PARTICIPANTS = "participants", _("participants")
    PERSON = "person", _("person")
    NOTE = "note", _("note")


class Confidence(models.TextChoices):
    """How far a source can be relied on, as the reference files mark it."""

    HIGH = "high", _("high")
    MEDIUM = "medium", _("medium")
    LOW = "low", _("low")


class Qualifier(models.TextChoices):
    """How exact a number is."""

    EXACT = "exact", _("exactly")
    ABOUT = "about", _("about")
    MORE_THAN = "more than", _("more than")
    AT_LEAST = "at least", _("at least")


class Unit(models.TextChoices):
    """What a number counts."""

    MEMBERS = "members", _("members")
    PRODUCERS = "producers", _("producers")
    FAMILIES = "families", _("families")
    ORGANISATIONS = "organisations", _("organisations")
    COMMUNITIES = "communities", _("communities")
    METRES = "m", _("metres above sea level")
    YEARS = "years", _("years")


@pghistory.track()
class Fact(Record):
    """One sourced statement about a co-op, a programme or a partner.

    A number may be a range (`number` to `number_to`). `as_of_on` is when it held, or the date itself for topics such
    as "founded"; empty when the source is undated, and then the page says so and never shows the figure as current.
    A fact without text and number says that nothing was found; its note says what was looked for.
    """

    cooperative = models.ForeignKey(
        Cooperative, models.PROTECT, related_name="facts", null=True, blank=True, verbose_name=_("co-op")
    )
    programme = models.ForeignKey(
        Programme, models.PROTECT, related_name="facts", null=True, blank=True, verbose_name=_("programme")
    )
    partner = models.ForeignKey(
        Partner, models.PROTECT, related_name="facts", null=True, blank=True, verbose_name=_("partner")
    )
    topic = models.CharField(_("topic"), max_length=24, choices=Topic)
    text = models.TextField(_("text"), blank=True)
    text_es = models.TextField(_("text in Spanish"), blank=True)
    text_pt = models.TextField(_("text in Portuguese"), blank=True)
    number = models.DecimalField(_("number"), max_digits=12, decimal_places=2, null=True, blank=True)
    number_to = models.DecimalField(_("up to"), max_digits=12, decimal_places=2, null=True, blank=True)
    unit = models.CharField(_("unit"), max_length=16, choices=Unit, blank=True)
    qualifier = models.CharField(_("how exact"), max_length=10, choices=Qualifier, blank=True)
    as_of_on = models.DateField(_("date"), null=True, blank=True)
    as_of_precision = precision_field()
    is_preferred = models.BooleanField(_("the best figure"), default=True)
    source = models.TextField(_("source"), blank=True)
    confidence = models.CharField(_("confidence"), max_length=6, choices=Confidence, blank=True)
    note = models.TextField(_("note"), blank=True)
    note_es = models.TextField(_("note in Spanish"), blank=True)
    note_pt = models.TextField(_("note in Portuguese"), blank=True)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("fact")
        verbose_name_plural = _("facts")
        ordering = ("position", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(cooperative__isnull=False, programme__isnull=True, partner__isnull=True)
                | Q(cooperative__isnull=True, programme__isnull=False, partner__isnull=True)
                | Q(cooperative__isnull=True, programme__isnull=True, partner__isnull=False),
                name="fact_about_one_subject",
                violation_error_message=_("A fact is about one co-op, one programme or one partner."),
            ),
            models.CheckConstraint(
                condition=~Q(source="") | (Q(text="", number__isnull=True) & ~Q(note="")),
                name="fact_has_source",
                violation_error_message=_("Say where the fact comes from; without a fact, say what was not found."),
            ),
            precision_constraint("as_of", "fact_date_precision"),
        )

    def __str__(self) -> str:
        return f"{self.get_topic_display()}: {self.text or self.number or '–'}"


@pghistory.track()
class Visit(Record):
    """A visit of programme people to the region or to one co-op."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="visits", verbose_name=_("programme"))
    cooperative = models.ForeignKey(
        Cooperative, models.PROTECT, related_name="visits", null=True, blank=True, verbose_name=_("co-op")
    )
    visited_on = models.DateField(_("date"), null=True, blank=True)
    visited_precision = precision_field()
    visitors = models.ManyToManyField(
        Partner, through="VisitVisitor", related_name="+", blank=True, verbose_name=_("visitors")
    )
    purpose = models.TextField(_("what for"))
    purpose_es = models.TextField(_("what for, in Spanish"), blank=True)
    purpose_pt = models.TextField(_("what for, in Portuguese"), blank=True)
    source = models.TextField(_("source"), blank=True)

    class Meta:
        verbose_name = _("visit")
        verbose_name_plural = _("visits")
        ordering = ("-visited_on", "pk")
        constraints = (precision_constraint("visited", "visit_date_precision"),)

    def __str__(self) -> str:
        return self.purpose[:60]


@pghistory.track()
class VisitVisitor(Record):
    """A partner organisation came on a visit."""

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="+", verbose_name=_("visit"))
    partner = models.ForeignKey(Partner, models.PROTECT, related_name="+", verbose_name=_("partner"))

    class Meta:
        verbose_name = _("visitor")
        verbose_name_plural = _("visitors")
        ordering = ("visit", "partner")
        constraints = (
            models.UniqueConstraint(
                fields=("visit", "partner"),
                name="visit_visitor_once",
                violation_error_message=_("This partner is already among the visitors."),
            ),
        )

    def __str__(self) -> str:
        return str(self.partner)
