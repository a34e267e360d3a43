"""Rows of progress for tests."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from tests.factories import CooperativeFactory, TrackFactory, UserFactory
from trainings.models import (
    CooperativeMilestone,
    Evidence,
    Indicator,
    IndicatorBaseline,
    IndicatorTarget,
    Measurement,
    Milestone,
)


class MilestoneFactory(DjangoModelFactory[Milestone]):
    """A step of a ladder."""

    class Meta:
        model = Milestone

    slug = factory.Sequence(lambda n: f"milestone-{n}")
    track = factory.SubFactory(TrackFactory)
    position = factory.Sequence(lambda n: n)
    name = factory.Sequence(lambda n: f"Step {n}")


class CooperativeMilestoneFactory(DjangoModelFactory[CooperativeMilestone]):
    """A milestone of a co-op that is not due; `reached=True` and `accepted=True` say more."""

    class Meta:
        model = CooperativeMilestone

    class Params:
        reached = factory.Trait(
            reached_on=dt.date(2014, 3, 1),
            reached_precision="day",
            evidence="The minutes",
            reported_at=factory.LazyFunction(timezone.now),
            reported_by=factory.SubFactory(UserFactory),
        )
        accepted = factory.Trait(
            reached=True,
            accepted_at=factory.LazyFunction(timezone.now),
            accepted_by=factory.SubFactory(UserFactory),
        )
        set_aside = factory.Trait(
            not_applicable_reason="Sells no coffee",
            not_applicable_at=factory.LazyFunction(timezone.now),
            not_applicable_by=factory.SubFactory(UserFactory),
        )

    cooperative = factory.SubFactory(CooperativeFactory)
    milestone = factory.SubFactory(MilestoneFactory)


class IndicatorFactory(DjangoModelFactory[Indicator]):
    """A score of at most 100 points."""

    class Meta:
        model = Indicator

    slug = factory.Sequence(lambda n: f"indicator-{n}")
    track = factory.SubFactory(TrackFactory)
    position = factory.Sequence(lambda n: n)
    name = factory.Sequence(lambda n: f"Indicator {n}")
    kind = "number"
    unit = "points"
    largest = Decimal(100)


class IndicatorTargetFactory(DjangoModelFactory[IndicatorTarget]):
    """What a co-op wants in 2014."""

    class Meta:
        model = IndicatorTarget

    indicator = factory.SubFactory(IndicatorFactory)
    cooperative = factory.SubFactory(CooperativeFactory)
    year = 2014
    value = Decimal(80)


class IndicatorBaselineFactory(DjangoModelFactory[IndicatorBaseline]):
    """Where a co-op began in 2012."""

    class Meta:
        model = IndicatorBaseline

    indicator = factory.SubFactory(IndicatorFactory)
    cooperative = factory.SubFactory(CooperativeFactory)
    value = Decimal(76)
    measured_on = dt.date(2012, 1, 1)
    measured_precision = "year"
    source = "First visit"


class MeasurementFactory(DjangoModelFactory[Measurement]):
    """A value of 2014 that waits to be accepted; `accepted=True` says more."""

    class Meta:
        model = Measurement

    class Params:
        accepted = factory.Trait(
            state="accepted",
            accepted_at=factory.LazyFunction(timezone.now),
            accepted_by=factory.SubFactory(UserFactory),
        )

    cooperative = factory.SubFactory(CooperativeFactory)
    indicator = factory.SubFactory(IndicatorFactory)
    year = 2014
    value = Decimal("82.50")
    measured_on = dt.date(2014, 4, 1)
    measured_precision = "day"
    source = "Cupping sheets"
    entered_at = factory.LazyFunction(timezone.now)
    entered_by = factory.SubFactory(UserFactory)


class EvidenceFactory(DjangoModelFactory[Evidence]):
    """A small picture behind a measurement."""

    class Meta:
        model = Evidence

    measurement = factory.SubFactory(MeasurementFactory)
    cooperative = factory.SelfAttribute("measurement.cooperative")
    file = factory.django.ImageField(width=40, height=60, format="JPEG")
    original_name = "hoja.jpg"
    content_type = "image/jpeg"
    size = 700
    sha256 = factory.Sequence(lambda n: f"{n:064d}")
    uploaded_by = factory.SelfAttribute("measurement.entered_by")
    uploaded_at = factory.LazyFunction(timezone.now)
