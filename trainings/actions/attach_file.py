"""Keeping the programme, the materials and the photos of a training."""

from __future__ import annotations

import uuid

from django.core.files.base import ContentFile
from django.utils import timezone

from config.errors import in_words
from config.uploads import ENDINGS, AcceptedFile
from cooperatives.models import User
from trainings.models import Training, TrainingFile
from trainings.models.files import TrainingFileKind


def attach_file(*, training: Training, kind: TrainingFileKind | str, file: AcceptedFile, by: User) -> TrainingFile:
    """Keep a file that `read_file` accepted."""
    key = uuid.uuid4()
    with in_words():
        return TrainingFile.objects.create(
            pk=key,
            training=training,
            kind=kind,
            file=ContentFile(file.content, name=f"{key}{ENDINGS[file.content_type]}"),
            original_name=file.name,
            content_type=file.content_type,
            size=len(file.content),
            uploaded_by=by,
            uploaded_at=timezone.now(),
            is_example=training.is_example or by.is_example,
        )
