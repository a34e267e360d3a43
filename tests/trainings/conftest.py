"""Who else appears in the tests of trainings, and a training of two days."""

from __future__ import annotations

import pytest

from cooperatives.models import Cooperative, Programme, User
from cooperatives.roles import ProgrammeRole
from tests.factories import ProgrammeAssignmentFactory, UserFactory
from tests.factories_trainings import day_of, training_of
from trainings.models import Training, TrainingSession


@pytest.fixture
def trainer(programme: Programme) -> User:
    """A trainer of the programme."""
    user: User = UserFactory.create(name="Tadeo Técnico")
    ProgrammeAssignmentFactory.create(user=user, programme=programme, role=ProgrammeRole.TRAINER)
    return user


@pytest.fixture
def funder(programme: Programme) -> User:
    """A funder of the programme, who sees no names."""
    user: User = UserFactory.create(name="Flora Fondos")
    ProgrammeAssignmentFactory.create(user=user, programme=programme, role=ProgrammeRole.FUNDER)
    return user


@pytest.fixture
def workshop(programme: Programme, cooperative: Cooperative) -> Training:
    """A workshop of two days in May 2013, the co-op invited; still planned."""
    return training_of(programme, cooperative, days=2, kind="workshop", state="planned", title="Poda")


@pytest.fixture
def day(workshop: Training) -> TrainingSession:
    """The first day of the workshop."""
    return day_of(workshop)
