"""Papers of a certification file: evidence, closing reports, letters of the certifier."""

from __future__ import annotations

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from certification.models.answers import Answer
from certification.models.audits import Assessment
from certification.models.certificates import Certificate
from certification.models.files import CertificationFile, Step
from certification.models.findings import NonConformity
from certification.models.permissions import TradePermission
from config.errors import Rule, refuse_when
from config.files import StoredFile
from config.records import never_deleted, same_cooperative
from cooperatives.models import Cooperative

# What a paper may belong to, and the table it is in.
SUBJECTS = {
    "step": "certification_step",
    "permission": "certification_tradepermission",
    "certificate": "certification_certificate",
    "assessment": "certification_assessment",
    "answer": "certification_answer",
    "non_conformity": "certification_nonconformity",
}


@pghistory.track()
class Attachment(StoredFile):
    """A photo or a PDF that belongs to one step, permission, certificate, assessment, answer or non-conformity.

    It is stored outside the web root. Evidence can't be added once it was submitted or judged.
    """

    cooperative = models.ForeignKey(
        Cooperative, models.PROTECT, related_name="certification_papers", verbose_name=_("co-op")
    )
    certification_file = models.ForeignKey(
        CertificationFile, models.PROTECT, related_name="attachments", verbose_name=_("certification file")
    )
    step = models.ForeignKey(
        Step,
        models.PROTECT,
        related_name="attachments",
        null=True,
        blank=True,
        verbose_name=_("step of a certification file"),
    )
    permission = models.ForeignKey(
        TradePermission,
        models.PROTECT,
        related_name="attachments",
        null=True,
        blank=True,
        verbose_name=_("permission to trade"),
    )
    certificate = models.ForeignKey(
        Certificate, models.PROTECT, related_name="attachments", null=True, blank=True, verbose_name=_("certificate")
    )
    assessment = models.ForeignKey(
        Assessment,
        models.PROTECT,
        related_name="attachments",
        null=True,
        blank=True,
        verbose_name=_("audit or self-assessment"),
    )
    answer = models.ForeignKey(
        Answer,
        models.PROTECT,
        related_name="attachments",
        null=True,
        blank=True,
        verbose_name=_("answer to a criterion"),
    )
    non_conformity = models.ForeignKey(
        NonConformity,
        models.PROTECT,
        related_name="attachments",
        null=True,
        blank=True,
        verbose_name=_("non-conformity"),
    )
    file = models.FileField(_("file"), upload_to="certification/%Y/%m/", max_length=200)

    class Meta:
        verbose_name = _("paper of a certification file")
        verbose_name_plural = _("papers of certification files")
        ordering = ("uploaded_at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(size__gt=0, size__lte=10 * 1024 * 1024),
                name="attachment_size",
                violation_error_message=_("A file has at most 10 MB."),
            ),
            *(
                models.UniqueConstraint(
                    fields=(subject, "sha256"),
                    condition=Q(**{f"{subject}__isnull": False}),
                    name=f"attachment_once_{subject}",
                    violation_error_message=_("This file is already attached here."),
                )
                for subject in SUBJECTS
            ),
        )
        triggers = (
            *(
                same_cooperative(f"attachment_same_coop_{subject}", f"{subject}_id", table)
                for subject, table in SUBJECTS.items()
            ),
            same_cooperative("attachment_same_coop_file", "certification_file_id", "certification_certificationfile"),
            never_deleted("attachment_never_deleted"),
            Rule(
                name="attachment_fixed",
                sentence=_("A paper can't be changed. Add another one."),
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func=refuse_when("NEW IS DISTINCT FROM OLD", "attachment_fixed") + " RETURN NEW;",
            ),
            Rule(
                name="attachment_of_one",
                sentence=_("A paper belongs to exactly one thing."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=refuse_when(
                    f"num_nonnulls({', '.join(f'NEW.{subject}_id' for subject in SUBJECTS)}) <> 1",
                    "attachment_of_one",
                )
                + " RETURN NEW;",
            ),
            Rule(
                name="attachment_evidence_open",
                sentence=_("The evidence was submitted or judged already: no paper can be added to it now."),
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                declare=[("finding", "text"), ("asked", "text")],
                func="SELECT state INTO finding FROM certification_nonconformity WHERE id = NEW.non_conformity_id "
                "FOR SHARE; SELECT state INTO asked FROM certification_assessment WHERE id = "
                "(SELECT assessment_id FROM certification_answer WHERE id = NEW.answer_id) FOR SHARE; "
                + refuse_when(
                    "finding NOT IN ('open', 'proposed', 'returned') OR asked NOT IN ('open', 'returned')",
                    "attachment_evidence_open",
                )
                + " RETURN NEW;",
            ),
        )
