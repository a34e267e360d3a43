"""Example progress from 2012 to 2015: due dates, milestones, baselines, targets and measurements with gaps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from config.dates import DatePrecision
from config.errors import Refused
from cooperatives.models import Programme, User
from overview.actions.example.world import YEARS, Cast, Story, chance
from trainings.models import (
    CooperativeMilestone,
    Indicator,
    IndicatorBaseline,
    IndicatorTarget,
    Measurement,
    Milestone,
)
from trainings.models.measurements import MeasurementState

CONTAINER_KG = 18975
CREDIT_USD = 35000  # a container at 1.40 a pound, of which 60 % is advanced, rounded
# Where the values come from, in Spanish and Portuguese.
SOURCES = {
    "cupping-score": ("Hojas de catación del laboratorio", "Fichas de prova do laboratório"),
    "yield": ("Muestreo de parcelas", "Amostragem de lavouras"),
    "members-applying": ("Visitas del equipo técnico", "Visitas da equipe técnica"),
    "accounts-audited": ("Dictamen del auditor", "Parecer do auditor"),
}
LEDGER = ("Registros de la cooperativa", "Registros da associação")
# What the programme wants of every co-op, by indicator and year.
WANTED = {
    "cupping-score": {2013: "81", 2014: "82", 2015: "83"},
    "fair-trade-share": {2013: "50", 2014: "55", 2015: "60"},
    "accounts-audited": {2014: "1", 2015: "1"},
    "members-trained-quality": {2013: "5", 2014: "6", 2015: "6"},
}
NEW = {"is_example": True}
RETURNED_AT, SUPERSEDED_AT, UNMEASURED_AT, SET_ASIDE_AT = "majomut", "orpae", "opcaac", "comon-yaj-noptic"


@dataclass(frozen=True)
class Reference:
    """The ladders and indicators that were loaded, by short key."""

    milestones: Sequence[Milestone]
    indicators: Mapping[str, Indicator]


def tell_progress(programme: Programme, told: Sequence[tuple[Story, Cast]], manager: User) -> None:
    """What the co-ops of the stories reported, and what the program manager made of it."""
    reference = _reference()
    IndicatorTarget.objects.bulk_create(
        IndicatorTarget(indicator=reference.indicators[slug], programme=programme, year=year, value=value, **NEW)
        for slug, wanted in WANTED.items()
        for year, value in wanted.items()
    )
    for story, cast in told:
        draw = chance("progress", story.slug)
        strength = 0.35 + draw.random() * 0.5
        CooperativeMilestone.objects.bulk_create(_ladder(story, cast, manager, reference.milestones, strength))
        IndicatorBaseline.objects.bulk_create(_baselines(story, cast, reference))
        IndicatorTarget.objects.bulk_create(_own_targets(story, cast, reference))
        Measurement.objects.bulk_create(_measurements(story, cast, manager, reference))
        if story.slug == SUPERSEDED_AT:
            _correct(cast, manager, reference.indicators["cupping-score"])


def _reference() -> Reference:
    milestones = list(Milestone.objects.select_related("track").order_by("track__position", "position"))
    indicators = {row.slug: row for row in Indicator.objects.all()}
    if not milestones or not {*WANTED, *SOURCES} <= indicators.keys():
        raise Refused(_("The reference data is missing. Load it first: manage.py load_programme"))
    return Reference(milestones, indicators)


def _ladder(
    story: Story, cast: Cast, manager: User, milestones: Sequence[Milestone], strength: float
) -> Iterator[CooperativeMilestone]:
    """The first rungs are accepted, one waits, the next may be late; what is above has no date yet."""
    draw = chance("ladder", story.slug)
    for track in dict.fromkeys(milestone.track for milestone in milestones):
        rungs = [milestone for milestone in milestones if milestone.track == track]
        climbed = max(1, round(len(rungs) * strength * (0.7 + draw.random() * 0.5)))
        goes_on = draw.random() < 0.4 or story.slug in (SET_ASIDE_AT, RETURNED_AT)
        for number, milestone in enumerate(rungs[: climbed + goes_on]):
            due = dt.date(2013, 3, 31) + dt.timedelta(days=number * 150)
            row = CooperativeMilestone(cooperative=cast.cooperative, milestone=milestone, due_on=due, **NEW)
            if number < climbed:
                _reach(row, cast, due - dt.timedelta(days=draw.randint(-20, 60)))
                if number < climbed - 1 or draw.random() < 0.6:
                    row.accepted_by, row.accepted_at = manager, cast.moment(_later(row.reached_on, 12), 11)
            elif story.slug == SET_ASIDE_AT and number == climbed:
                row.not_applicable_reason = "La federación lo hace por la cooperativa."
                row.not_applicable_by, row.not_applicable_at = manager, cast.moment(dt.date(2014, 2, 3), 10)
            elif story.slug == RETURNED_AT and number == climbed:
                row.returned_reason = "Falta el acta firmada."
                row.returned_by, row.returned_at = manager, cast.moment(dt.date(2015, 5, 12), 10)
            yield row


def _reach(row: CooperativeMilestone, cast: Cast, on: dt.date) -> None:
    row.reached_on, row.reached_precision = on, DatePrecision.DAY
    row.evidence = row.milestone.guidance_pt if cast.language == "pt" else row.milestone.guidance_es
    row.reported_by, row.reported_at = cast.treasurer_on(on), cast.moment(_later(on, 5), 16)


def _later(day: dt.date | None, days: int) -> dt.date:
    return (day or dt.date(2015, 1, 1)) + dt.timedelta(days=days)


def _baselines(story: Story, cast: Cast, reference: Reference) -> Iterator[IndicatorBaseline]:
    for slug, value in _values(story, 2012).items():
        if slug in ("cupping-score", "yield", "export-volume", "fair-trade-share"):
            yield IndicatorBaseline(
                indicator=reference.indicators[slug],
                cooperative=cast.cooperative,
                value=(value * Decimal("0.97")).quantize(Decimal("0.1")),
                measured_on=dt.date(2012, 3, 1),
                measured_precision=DatePrecision.MONTH,
                source="Diagnóstico inicial",
                **NEW,
            )


def _own_targets(story: Story, cast: Cast, reference: Reference) -> Iterator[IndicatorTarget]:
    own = {"cooperative": cast.cooperative, **NEW}
    for year in YEARS[1:]:
        volume = CONTAINER_KG * max(story.containers)
        yield IndicatorTarget(indicator=reference.indicators["export-volume"], year=year, value=volume, **own)
        yield IndicatorTarget(indicator=reference.indicators["buyers-met"], year=year, value=4, **own)
        if story.slug == "triunfo-verde":
            value = Decimal(82) + (year - 2013)
            yield IndicatorTarget(indicator=reference.indicators["cupping-score"], year=year, value=value, **own)


def _values(story: Story, year: int) -> dict[str, Decimal]:
    """What would be measured in a year: better from year to year, with ups and downs, and the rust of 2013."""
    draw = chance("values", story.slug, year)
    since = year - 2012
    containers = story.containers[since]
    borrowed = CREDIT_USD * max(0, containers - 1)
    return {
        "cupping-score": Decimal(draw.randint(312, 324) + 4 * since) / 4,
        "yield": Decimal(draw.randint(410, 560) + 25 * since - (90 if year in (2013, 2014) else 0)),
        "members-applying": Decimal(draw.randint(6, 11) * (since + 1)),
        "export-volume": Decimal(CONTAINER_KG * containers),
        "fair-trade-share": Decimal(draw.randint(38, 52) + 5 * since),
        "buyers-met": Decimal(draw.randint(1, 3) + since),
        "contracts-signed": Decimal(containers),
        "finance-applied": Decimal(CREDIT_USD * containers),
        "finance-obtained": Decimal(borrowed),
        "finance-repaid": Decimal(round(borrowed * draw.choice((0.8, 1, 1)))),
        "accounts-audited": Decimal(int(draw.random() < 0.3 + 0.2 * since)),
    }


def _measurements(story: Story, cast: Cast, manager: User, reference: Reference) -> Iterator[Measurement]:
    """Some years are missing; of the last year some values still wait, and one was returned."""
    for year in YEARS:
        draw = chance("measured", story.slug, year)
        for slug, value in _values(story, year).items():
            if draw.random() < (0.3 if year == 2012 else 0.1):
                continue
            row = _measurement(reference.indicators[slug], cast, year, value, draw.randint(0, 25))
            is_last = year == YEARS[-1]
            if story.slug == UNMEASURED_AT and slug == "yield" and year == 2014:
                row.value, row.note = None, "No se hizo el muestreo: los caminos estaban cerrados."
            if story.slug == RETURNED_AT and slug == "cupping-score" and is_last:
                row.state, row.returned_reason = MeasurementState.RETURNED, "¿Con qué ficha se cató?"
                row.returned_by, row.returned_at = manager, cast.moment(_later(row.measured_on, 30), 9)
            elif not is_last or draw.random() < 0.7:
                row.state = MeasurementState.ACCEPTED
                row.accepted_by, row.accepted_at = manager, cast.moment(_later(row.measured_on, 20), 9, 30)
            yield row


def _measurement(indicator: Indicator, cast: Cast, year: int, value: Decimal, day: int) -> Measurement:
    measured_on = dt.date(year, 11, 3) + dt.timedelta(days=day)
    row = Measurement(
        cooperative=cast.cooperative,
        indicator=indicator,
        year=year,
        value=value,
        measured_on=measured_on,
        measured_precision=DatePrecision.DAY,
        source=SOURCES.get(indicator.slug, LEDGER)[cast.language == "pt"],
        entered_by=cast.treasurer_on(measured_on),
        entered_at=cast.moment(_later(measured_on, 2), 17, 20),
        **NEW,
    )
    if indicator.counts_people:
        draw = chance("split", cast.cooperative.slug, indicator.slug, year)
        women = round(int(value) * draw.uniform(0.2, 0.45))
        unknown = draw.randint(0, max(0, int(value) // 6))
        row.women, row.men, row.other, row.unrecorded = women, int(value) - women - unknown, 0, unknown
    return row


def _correct(cast: Cast, manager: User, indicator: Indicator) -> None:
    """A score that was accepted and then corrected; both stay readable."""
    first = Measurement.objects.filter(
        cooperative=cast.cooperative, indicator=indicator, state=MeasurementState.ACCEPTED
    ).latest("year")
    second = _measurement(indicator, cast, first.year, (first.value or Decimal(80)) - 1, 40)
    second.supersedes, second.note = first, "Un lote se había contado dos veces."
    second.save()
    Measurement.objects.filter(pk=first.pk).update(state=MeasurementState.SUPERSEDED)
    second.state, second.accepted_by = MeasurementState.ACCEPTED, manager
    second.accepted_at = cast.moment(_later(second.measured_on, 20), 9, 30)
    second.save()
