"""Tracks, trainings and who came. Listed here because Django looks for models by this name."""

from trainings.models.tracks import Track
from trainings.models.trainings import Attendance, Training, TrainingInvitation, TrainingSession

__all__ = ["Attendance", "Track", "Training", "TrainingInvitation", "TrainingSession"]
