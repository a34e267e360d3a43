"""Papers and photos of trainings."""

from __future__ import annotations

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from config.records import Record, never_deleted
from trainings.models.trainings import Training


class TrainingFileKind(models.TextChoices):
    """What the file is."""

    PROGRAMME = "programme", _("programme of the training")
    MATERIALS = "materials", _("materials")
    PHOTO = "photo", _("photo")


@pghistory.track()
class TrainingFile(Record):
    """A programme, material or photo, stored outside the web root."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    training = models.ForeignKey(Training, models.PROTECT, related_name="files", verbose_name=_("training"))
    kind = models.CharField(_("kind"), max_length=9, choices=TrainingFileKind)
    file = models.FileField(_("file"), upload_to="trainings/%Y/%m/", max_length=200)
    original_name = models.CharField(_("name of the file"), max_length=160)
    content_type = models.CharField(_("type"), max_length=40)
    size = models.PositiveIntegerField(_("size (bytes)"))
    uploaded_at = models.DateTimeField(_("uploaded at"))
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("uploaded by")
    )

    class Meta:
        verbose_name = _("file of a training")
        verbose_name_plural = _("files of trainings")
        ordering = ("training", "kind", "uploaded_at")
        triggers = (never_deleted("training_file_never_deleted"),)

    def __str__(self) -> str:
        return self.original_name
