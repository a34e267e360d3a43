"""Tracks, modules, trainings, who came and what they learned. Listed here: Django looks for models by this name."""

from trainings.models.attendance import Attendance, HeadCount
from trainings.models.feeds import CalendarFeed
from trainings.models.files import TrainingFile
from trainings.models.modules import Module
from trainings.models.scores import Instrument, Score
from trainings.models.tracks import Track
from trainings.models.trainings import Training, TrainingInvitation, TrainingModule, TrainingSession, TrainingTrainer
from trainings.models.visits import FollowUpVisit

__all__ = [
    "Attendance",
    "CalendarFeed",
    "FollowUpVisit",
    "HeadCount",
    "Instrument",
    "Module",
    "Score",
    "Track",
    "Training",
    "TrainingFile",
    "TrainingInvitation",
    "TrainingModule",
    "TrainingSession",
    "TrainingTrainer",
]
