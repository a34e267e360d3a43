"""Tracks, trainings, who came, and the progress made. Listed here because Django looks for models by this name."""

from trainings.models.evidence import Evidence
from trainings.models.indicators import Indicator, IndicatorBaseline, IndicatorTarget
from trainings.models.measurements import Measurement
from trainings.models.milestones import CooperativeMilestone, Milestone
from trainings.models.tracks import Track
from trainings.models.trainings import Attendance, Training, TrainingInvitation, TrainingSession

__all__ = [
    "Attendance",
    "CooperativeMilestone",
    "Evidence",
    "Indicator",
    "IndicatorBaseline",
    "IndicatorTarget",
    "Measurement",
    "Milestone",
    "Track",
    "Training",
    "TrainingInvitation",
    "TrainingSession",
]
