"""The admin of trainings, split by noun. Imported here because Django looks for it by this name."""

from trainings.admin import learning, progress, trainings

__all__ = ["learning", "progress", "trainings"]
