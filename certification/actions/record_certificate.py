"""Recording a certificate of a certified co-op."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.utils.translation import gettext as _

from certification.actions.attach import attach
from certification.actions.move_file import lock_file
from certification.models import Certificate, CertificationFile
from certification.models.files import FileState
from config.dates import DatePrecision
from config.errors import Refused, in_words
from config.uploads import AcceptedFile
from cooperatives.models import User


def record_certificate(
    *,
    file: CertificationFile,
    number: str,
    valid_from_on: dt.date,
    valid_until_on: dt.date,
    scope: str = "",
    note: str = "",
    papers: Sequence[AcceptedFile] = (),
    by: User,
) -> Certificate:
    """Record the certificate of a file, valid on both days it names. The cycle of the file follows the newest.

    Refused: a co-op that is not certified, a number the scheme has already, days another certificate covers, an end
    before the start.
    """
    if valid_until_on < valid_from_on:
        raise Refused(_("A certificate can't end before it starts."))
    with in_words():
        locked = lock_file(file)
        if locked.state != FileState.CERTIFIED:
            raise Refused(
                _("This file is in “%(state)s”. A certificate is recorded once the co-op is certified.")
                % {"state": locked.get_state_display()}
            )
        certificate = Certificate.objects.create(
            cooperative_id=locked.cooperative_id,
            scheme_id=locked.scheme_id,
            file=locked,
            number=number.strip(),
            scope=scope.strip(),
            valid_from_on=valid_from_on,
            valid_from_precision=DatePrecision.DAY,
            valid_until_on=valid_until_on,
            note=note.strip(),
            is_example=locked.is_example or by.is_example,
        )
        if locked.cycle_starts_on is None or valid_from_on > locked.cycle_starts_on:
            locked.cycle_starts_on, locked.cycle_ends_on = valid_from_on, valid_until_on
            locked.save(update_fields=["cycle_starts_on", "cycle_ends_on"])
        for paper in papers:
            attach(to=certificate, file=paper, by=by)
        return certificate
