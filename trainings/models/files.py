"""Papers and photos of trainings."""

from __future__ import annotations

import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

from config.files import StoredFile
from config.records import never_deleted
from trainings.models.trainings import Training


class TrainingFileKind(models.TextChoices):
    """What the file is."""

    PROGRAMME = "programme", _("programme of the training")
    MATERIALS = "materials", _("materials")
    PHOTO = "photo", _("photo")


@pghistory.track()
class TrainingFile(StoredFile):
    """A programme, material or photo, stored outside the web root."""

    training = models.ForeignKey(Training, models.PROTECT, related_name="files", verbose_name=_("training"))
    kind = models.CharField(_("kind"), max_length=9, choices=TrainingFileKind)
    file = models.FileField(_("file"), upload_to="trainings/%Y/%m/", max_length=200)
    sha256 = None  # type: ignore[assignment]  # the table has none

    class Meta:
        verbose_name = _("file of a training")
        verbose_name_plural = _("files of trainings")
        ordering = ("training", "kind", "uploaded_at")
        triggers = (never_deleted("training_file_never_deleted"),)
