"""Tracks, trainings, who came, what they learned, and progress. Listed here: Django looks for models by this name."""

from trainings.models.attendance import Attendance, HeadCount
from trainings.models.evidence import Evidence
from trainings.models.feeds import CalendarFeed
from trainings.models.files import TrainingFile
from trainings.models.indicators import Indicator, IndicatorBaseline, IndicatorTarget
from trainings.models.measurements import Measurement
from trainings.models.milestones import CooperativeMilestone, Milestone
from trainings.models.modules import Module
from trainings.models.reach import TrackReach
from trainings.models.scores import Instrument, Score
from trainings.models.tracks import Track
from trainings.models.trained import PeopleTrained
from trainings.models.trainings import Training, TrainingInvitation, TrainingModule, TrainingSession, TrainingTrainer
from trainings.models.visits import FollowUpVisit

__all__ = [
    "Attendance",
    "CalendarFeed",
    "CooperativeMilestone",
    "Evidence",
    "FollowUpVisit",
    "HeadCount",
    "Indicator",
    "IndicatorBaseline",
    "IndicatorTarget",
    "Instrument",
    "Measurement",
    "Milestone",
    "Module",
    "PeopleTrained",
    "Score",
    "Track",
    "TrackReach",
    "Training",
    "TrainingFile",
    "TrainingInvitation",
    "TrainingModule",
    "TrainingSession",
    "TrainingTrainer",
]
