"""Keeping the programme, the materials and the photos of a training."""

from __future__ import annotations

from config.errors import in_words
from config.files import keep_file
from config.uploads import AcceptedFile
from cooperatives.models import User
from trainings.models import Training, TrainingFile
from trainings.models.files import TrainingFileKind


def attach_file(*, training: Training, kind: TrainingFileKind | str, file: AcceptedFile, by: User) -> TrainingFile:
    """Keep a file that `read_file` accepted."""
    is_example = training.is_example or by.is_example
    with in_words():
        return keep_file(TrainingFile, file=file, by=by, training=training, kind=kind, is_example=is_example)
