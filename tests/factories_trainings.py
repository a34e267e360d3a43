"""Rows of trainings for tests: modules, head counts, tests and scores, visits, calendar links."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from cooperatives.models import Cooperative, Member, Programme
from tests.factories import (
    CooperativeFactory,
    MemberFactory,
    ProgrammeFactory,
    TrackFactory,
    TrainingFactory,
    TrainingInvitationFactory,
    TrainingSessionFactory,
    UserFactory,
)
from trainings.models import (
    Attendance,
    CalendarFeed,
    FollowUpVisit,
    HeadCount,
    Instrument,
    Module,
    Score,
    Training,
    TrainingFile,
    TrainingModule,
    TrainingSession,
    TrainingTrainer,
)


class ModuleFactory(DjangoModelFactory[Module]):
    """A module of four hours."""

    class Meta:
        model = Module

    track = factory.SubFactory(TrackFactory)
    title = factory.Sequence(lambda n: f"Módulo {n}")
    hours = Decimal(4)


class TrainingModuleFactory(DjangoModelFactory[TrainingModule]):
    """A module of a training."""

    class Meta:
        model = TrainingModule

    training = factory.SubFactory(TrainingFactory)
    module = factory.SubFactory(ModuleFactory)


class TrainingTrainerFactory(DjangoModelFactory[TrainingTrainer]):
    """Somebody teaches at a training."""

    class Meta:
        model = TrainingTrainer

    training = factory.SubFactory(TrainingFactory)
    user = factory.SubFactory(UserFactory)


class HeadCountFactory(DjangoModelFactory[HeadCount]):
    """Twelve women and eight men, five of them young."""

    class Meta:
        model = HeadCount

    session = factory.SubFactory(TrainingSessionFactory)
    cooperative = factory.SubFactory(CooperativeFactory)
    women = 12
    men = 8
    under_30 = 5
    counted_at = factory.LazyFunction(timezone.now)
    counted_by = factory.SubFactory(UserFactory)


class InstrumentFactory(DjangoModelFactory[Instrument]):
    """A test of ten points."""

    class Meta:
        model = Instrument

    name = "Catación"
    version = factory.Sequence(lambda n: f"{n + 1}")
    maximum = Decimal(10)


class ScoreFactory(DjangoModelFactory[Score]):
    """Four points before."""

    class Meta:
        model = Score

    training = factory.SubFactory(TrainingFactory)
    member = factory.SubFactory(MemberFactory)
    cooperative = factory.SelfAttribute("member.cooperative")
    instrument = factory.SubFactory(InstrumentFactory)
    moment = "before"
    points = Decimal(4)
    entered_at = factory.LazyFunction(timezone.now)
    entered_by = factory.SubFactory(UserFactory)


class FollowUpVisitFactory(DjangoModelFactory[FollowUpVisit]):
    """A practice that is done."""

    class Meta:
        model = FollowUpVisit

    cooperative = factory.SubFactory(CooperativeFactory)
    visited_on = dt.date(2013, 8, 1)
    practice = "Barreras vivas"
    adopted = "yes"
    recorded_at = factory.LazyFunction(timezone.now)
    recorded_by = factory.SubFactory(UserFactory)


class TrainingFileFactory(DjangoModelFactory[TrainingFile]):
    """A programme as PDF."""

    class Meta:
        model = TrainingFile

    training = factory.SubFactory(TrainingFactory)
    kind = "programme"
    file = factory.django.FileField(data=b"%PDF-1.4\n%%EOF", filename="programa.pdf")
    original_name = "programa.pdf"
    content_type = "application/pdf"
    size = 14
    uploaded_by = factory.SubFactory(UserFactory)
    uploaded_at = factory.LazyFunction(timezone.now)


class CalendarFeedFactory(DjangoModelFactory[CalendarFeed]):
    """A link to the trainings of a programme."""

    class Meta:
        model = CalendarFeed

    programme = factory.SubFactory(ProgrammeFactory)
    made_at = factory.LazyFunction(timezone.now)
    made_by = factory.SubFactory(UserFactory)


def training_of(programme: Programme, *cooperatives: Cooperative, days: int = 1, **training: object) -> Training:
    """A training of a programme with these co-ops invited, from 6 May 2013 on unless `starts_on` says otherwise."""
    row: Training = TrainingFactory.create(programme=programme, **training)
    for cooperative in cooperatives:
        TrainingInvitationFactory.create(training=row, cooperative=cooperative)
    assert row.starts_on
    for number in range(days):
        TrainingSessionFactory.create(training=row, held_on=row.starts_on + dt.timedelta(days=number))
    return row


def day_of(training: Training) -> TrainingSession:
    """The first day of a training."""
    return training.sessions.all()[0]


def came(session: TrainingSession, *members: Member) -> None:
    """These people were there."""
    for member in members:
        Attendance.objects.create(session=session, cooperative=member.cooperative, member=member)
