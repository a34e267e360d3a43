"""What was measured at a co-op in a year. Not measured is not zero, and an accepted value is never changed."""

from __future__ import annotations

from typing import Any

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from config.dates import precision_constraint, precision_field
from config.errors import Rule, refuse_when
from config.records import Record, never_deleted, together
from cooperatives.models import Cooperative
from trainings.models.indicators import Indicator, in_years

PARTS = ("women", "men", "other", "unrecorded")
# Everything an acceptance confirms.
SAID = (
    "cooperative_id",
    "indicator_id",
    "year",
    "value",
    *PARTS,
    "measured_on",
    "measured_precision",
    "source",
    "note",
    "entered_at",
    "entered_by_id",
    "accepted_at",
    "accepted_by_id",
    "supersedes_id",
)


class MeasurementState(models.TextChoices):
    """entered → accepted, or returned → entered; accepted → superseded by an accepted correction."""

    ENTERED = "entered", _("waiting to be accepted")
    RETURNED = "returned", _("returned")
    ACCEPTED = "accepted", _("accepted")
    SUPERSEDED = "superseded", _("corrected since")


OPEN = (MeasurementState.ENTERED, MeasurementState.RETURNED)


def _by_kind(name: str, condition: str, sentence: Any) -> Rule:
    """A rule on the value that depends on its indicator (`meant`), which can't change its kind at the same moment."""
    return Rule(
        name=name,
        sentence=sentence,
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("indicator_id", "value", *PARTS),
        declare=[("meant", "trainings_indicator%ROWTYPE")],
        func="SELECT * INTO meant FROM trainings_indicator WHERE id = NEW.indicator_id FOR SHARE; "
        + refuse_when(condition, name)
        + " RETURN NEW;",
    )


def _equal(columns: tuple[str, ...]) -> str:
    new, old = (", ".join(f"{row}.{column}" for column in columns) for row in ("NEW", "OLD"))
    return f"({new}) IS NOT DISTINCT FROM ({old})"


@pghistory.track()
class Measurement(Record):
    """The value of an indicator at a co-op in a year, in the indicator's unit; a yes is 1 and a no is 0.

    Without a value it says that nobody measured, and why (`note`). Where people are counted, the parts (women, men,
    other, not recorded) make up the value.
    """

    cooperative = models.ForeignKey(Cooperative, models.PROTECT, related_name="measurements", verbose_name=_("co-op"))
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="measurements", verbose_name=_("indicator"))
    year = models.PositiveSmallIntegerField(_("year"))
    value = models.DecimalField(
        _("value"),
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("Empty: not measured, which is not zero."),
    )
    women = models.PositiveIntegerField(_("women"), null=True, blank=True)
    men = models.PositiveIntegerField(_("men"), null=True, blank=True)
    other = models.PositiveIntegerField(_("other"), null=True, blank=True)
    unrecorded = models.PositiveIntegerField(_("sex not recorded"), null=True, blank=True)
    measured_on = models.DateField(_("measured on"))
    measured_precision = precision_field()
    source = models.TextField(_("source"))
    note = models.TextField(_("note"), blank=True)
    state = models.CharField(_("state"), max_length=10, choices=MeasurementState, default=MeasurementState.ENTERED)
    entered_at = models.DateTimeField(_("entered at"))
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("entered by")
    )
    accepted_at = models.DateTimeField(_("accepted at"), null=True, blank=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("accepted by")
    )
    returned_reason = models.TextField(_("what to correct"), blank=True)
    returned_at = models.DateTimeField(_("returned at"), null=True, blank=True)
    returned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("returned by")
    )
    supersedes = models.OneToOneField(
        "self",
        models.PROTECT,
        related_name="correction",
        null=True,
        blank=True,
        verbose_name=_("takes the place of"),
    )

    class Meta:
        verbose_name = _("measurement")
        verbose_name_plural = _("measurements")
        ordering = ("indicator", "-year", "-pk")
        indexes = (
            models.Index(fields=("cooperative", "year"), name="measurement_by_year"),
            models.Index(fields=("cooperative",), condition=Q(state="entered"), name="measurement_to_accept"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("cooperative", "indicator", "year"),
                condition=Q(state="accepted"),
                name="measurement_one_accepted",
                violation_error_message=_("There is an accepted value for this year. Enter a correction of it."),
            ),
            models.UniqueConstraint(
                fields=("cooperative", "indicator", "year"),
                condition=Q(state__in=("entered", "returned")),
                name="measurement_one_open",
                violation_error_message=_("A value for this year is already entered. Correct that one."),
            ),
            in_years("measurement_year"),
            precision_constraint("measured", "measurement_date_precision"),
            models.CheckConstraint(
                condition=Q(value__isnull=True) | Q(value__gte=0),
                name="measurement_value",
                violation_error_message=_("A value is zero or more."),
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=False) | ~Q(note=""),
                name="measurement_says_why_not",
                violation_error_message=_("Say why it was not measured."),
            ),
            models.CheckConstraint(
                condition=~Q(source=""),
                name="measurement_source",
                violation_error_message=_("Say where the value comes from."),
            ),
            models.CheckConstraint(
                condition=Q(**{f"{part}__isnull": True for part in PARTS})
                | Q(
                    value__isnull=False,
                    value=F("women") + F("men") + F("other") + F("unrecorded"),
                    **{f"{part}__isnull": False for part in PARTS},
                ),
                name="measurement_parts_make_the_value",
                violation_error_message=_("Women, men, other and not recorded must add up to the whole."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=("accepted", "superseded"), accepted_at__isnull=False)
                | Q(state__in=("entered", "returned"), accepted_at__isnull=True),
                name="measurement_accepted_state",
                violation_error_message=_("An accepted value says when it was accepted and by whom."),
            ),
            models.CheckConstraint(
                condition=Q(accepted_by__isnull=True) | ~Q(accepted_by=F("entered_by")),
                name="measurement_second_person",
                violation_error_message=_("Another person has to accept it than the one who entered it."),
            ),
            models.CheckConstraint(
                condition=~Q(state="returned") | Q(returned_at__isnull=False) & ~Q(returned_reason=""),
                name="measurement_returned_reason",
                violation_error_message=_("Say what needs to be corrected."),
            ),
            together("measurement_accepted", "accepted_at", "accepted_by"),
            together("measurement_returned", "returned_at", "returned_by"),
        )
        triggers = (
            never_deleted("measurement_never_deleted"),
            _by_kind(
                "measurement_not_of_computed",
                "meant.computation <> ''",
                _("This indicator is computed, so nobody enters its values."),
            ),
            _by_kind(
                "measurement_whole_number",
                "meant.kind IN ('whole', 'people') AND NEW.value <> trunc(NEW.value)",
                _("This indicator takes whole numbers."),
            ),
            _by_kind(
                "measurement_yes_or_no",
                "meant.kind = 'yes/no' AND NEW.value NOT IN (0, 1)",
                _("This indicator takes yes (1) or no (0)."),
            ),
            _by_kind(
                "measurement_within_largest",
                "NEW.value > meant.largest",
                _("The value is larger than this indicator can be. Please check the figures."),
            ),
            _by_kind(
                "measurement_split_where_people",
                "(meant.kind = 'people' AND NEW.value IS NOT NULL) <> (NEW.women IS NOT NULL)",
                _("Where people are counted, and only there, the value is split by sex."),
            ),
            Rule(
                name="measurement_corrects_its_like",
                sentence=_("A correction takes the place of an accepted value of the same co-op, indicator and year."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert
                | pgtrigger.UpdateOf("supersedes_id", "cooperative_id", "indicator_id", "year"),
                func=refuse_when(
                    "NEW.supersedes_id IS NOT NULL AND NOT EXISTS (SELECT FROM trainings_measurement "
                    "WHERE id = NEW.supersedes_id AND state IN ('accepted', 'superseded') AND (cooperative_id, "
                    "indicator_id, year) = (NEW.cooperative_id, NEW.indicator_id, NEW.year))",
                    "measurement_corrects_its_like",
                )
                + " RETURN NEW;",
            ),
            Rule(
                name="measurement_arrows",
                sentence=_("An accepted value can't be changed. Enter a correction, which takes its place."),
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func=refuse_when(
                    "NEW IS DISTINCT FROM OLD AND (OLD.state = 'superseded' "
                    f"OR OLD.state = 'accepted' AND NOT (NEW.state = 'superseded' AND {_equal(SAID)} AND EXISTS ("
                    "SELECT FROM trainings_measurement WHERE supersedes_id = OLD.id)) "
                    "OR OLD.state = 'returned' AND NEW.state NOT IN ('returned', 'entered') "
                    "OR OLD.state = 'entered' AND NEW.state = 'superseded')",
                    "measurement_arrows",
                )
                + " RETURN NEW;",
            ),
        )

    def __str__(self) -> str:
        return f"{self.indicator}, {self.cooperative}, {self.year}"

    @property
    def is_open(self) -> bool:
        """Whether it can still be changed in place."""
        return self.state in OPEN
