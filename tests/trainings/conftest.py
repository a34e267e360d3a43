"""A training of two days."""

from __future__ import annotations

import pytest

from cooperatives.models import Cooperative, Programme
from tests.factories_trainings import day_of, training_of
from trainings.models import Training, TrainingSession


@pytest.fixture
def workshop(programme: Programme, cooperative: Cooperative) -> Training:
    """A workshop of two days in May 2013, the co-op invited; still planned."""
    return training_of(programme, cooperative, days=2, kind="workshop", state="planned", title="Poda")


@pytest.fixture
def day(workshop: Training) -> TrainingSession:
    """The first day of the workshop."""
    return day_of(workshop)
