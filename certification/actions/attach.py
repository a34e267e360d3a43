"""Attaching a paper to something of a certification file."""

from __future__ import annotations

import hashlib
import uuid

from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.translation import gettext as _

from certification.models import Answer, Assessment, Attachment, Certificate, NonConformity, Step, TradePermission
from config.errors import Refused
from config.uploads import ENDINGS, AcceptedFile
from cooperatives.models import User

SUBJECTS = {
    Step: "step",
    TradePermission: "permission",
    Certificate: "certificate",
    Assessment: "assessment",
    Answer: "answer",
    NonConformity: "non_conformity",
}
Subject = Step | TradePermission | Certificate | Assessment | Answer | NonConformity


def attach(*, to: Subject, file: AcceptedFile, by: User) -> Attachment:
    """Keep a file that `config.uploads.read_file` accepted; the same file a second time is attached once.

    Call it inside the transaction that writes what it belongs to. The database refuses evidence for what was submitted
    or judged already.
    """
    subject = SUBJECTS[type(to)]
    fingerprint = hashlib.sha256(file.content).hexdigest()
    earlier = Attachment.objects.filter(**{subject: to}, sha256=fingerprint).first()
    if earlier:
        return earlier
    key = uuid.uuid4()
    file_key = to.assessment.file_id if isinstance(to, Answer) else to.file_id
    if file_key is None:
        raise Refused(_("This certificate belongs to no certification file yet."))
    return Attachment.objects.create(
        pk=key,
        cooperative_id=to.cooperative_id,
        certification_file_id=file_key,
        **{subject: to},
        file=ContentFile(file.content, name=f"{key}{ENDINGS[file.content_type]}"),
        original_name=file.name,
        content_type=file.content_type,
        size=len(file.content),
        sha256=fingerprint,
        uploaded_by=by,
        uploaded_at=timezone.now(),
        is_example=to.is_example or by.is_example,
    )
