"""Attaching a paper to something of a certification file."""

from __future__ import annotations

from django.utils.translation import gettext as _

from certification.models import Answer, Assessment, Attachment, Certificate, NonConformity, Step, TradePermission
from config.errors import Refused
from config.files import keep_file
from config.uploads import AcceptedFile
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
    file_key = to.assessment.file_id if isinstance(to, Answer) else to.file_id
    if file_key is None:
        raise Refused(_("This certificate belongs to no certification file yet."))
    return keep_file(
        Attachment,
        file=file,
        by=by,
        among=Attachment.objects.filter(**{subject: to}),
        cooperative_id=to.cooperative_id,
        certification_file_id=file_key,
        **{subject: to},
        is_example=to.is_example or by.is_example,
    )
