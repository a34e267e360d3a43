"""The admin of trainings, split by noun. Imported here because Django looks for it by this name."""

from trainings.admin import progress, trainings

__all__ = ["progress", "trainings"]
