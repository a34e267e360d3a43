"""Papers and photos that show that a milestone was reached, or where a value comes from."""

from __future__ import annotations

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from config.errors import Rule, refuse_when
from config.files import StoredFile
from config.records import never_deleted, same_cooperative
from cooperatives.models import Cooperative
from trainings.models.measurements import Measurement
from trainings.models.milestones import CooperativeMilestone


@pghistory.track()
class Evidence(StoredFile):
    """A photo or a PDF of one milestone or one measurement, stored outside the web root."""

    cooperative = models.ForeignKey(Cooperative, models.PROTECT, related_name="evidence", verbose_name=_("co-op"))
    milestone = models.ForeignKey(
        CooperativeMilestone,
        models.PROTECT,
        related_name="files",
        null=True,
        blank=True,
        verbose_name=_("milestone of a co-op"),
    )
    measurement = models.ForeignKey(
        Measurement, models.PROTECT, related_name="files", null=True, blank=True, verbose_name=_("measurement")
    )
    file = models.FileField(_("file"), upload_to="evidence/%Y/%m/", max_length=200)

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        ordering = ("uploaded_at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(milestone__isnull=True, measurement__isnull=False)
                | Q(milestone__isnull=False, measurement__isnull=True),
                name="evidence_of_one",
                violation_error_message=_("A file belongs to a milestone or to a measurement, to one of the two."),
            ),
            models.CheckConstraint(
                condition=Q(size__gt=0, size__lte=10 * 1024 * 1024),
                name="evidence_size",
                violation_error_message=_("A file has at most 10 MB."),
            ),
        )
        triggers = (
            same_cooperative("evidence_milestone_cooperative", "milestone_id", "trainings_cooperativemilestone"),
            same_cooperative("evidence_measurement_cooperative", "measurement_id", "trainings_measurement"),
            never_deleted("evidence_never_deleted"),
            Rule(
                name="evidence_fixed",
                sentence=_("A file can't be changed. Add another one."),
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func=refuse_when("NEW IS DISTINCT FROM OLD", "evidence_fixed") + " RETURN NEW;",
            ),
            Rule(
                name="evidence_not_after_acceptance",
                sentence=_("This was accepted already: no file can be added any more."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=refuse_when(
                    "EXISTS (SELECT FROM trainings_measurement WHERE id = NEW.measurement_id AND accepted_at IS NOT "
                    "NULL) OR EXISTS (SELECT FROM trainings_cooperativemilestone WHERE id = NEW.milestone_id AND "
                    "accepted_at IS NOT NULL)",
                    "evidence_not_after_acceptance",
                )
                + " RETURN NEW;",
            ),
        )
