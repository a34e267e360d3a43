"""Opening a certification file and moving it along its arrows; every move is a dated step with an author."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Sequence

from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certification.actions.attach import attach
from certification.models import CertificationFile, Certifier, NonConformity, StandardVersion, Step
from certification.models.files import ARROWS, BARRED, FileState
from certification.models.findings import NonConformityQuerySet
from config.dates import DatePrecision
from config.errors import Refused, in_words
from config.ui import day
from config.uploads import AcceptedFile
from cooperatives.models import Cooperative, Scheme, User


def open_file(
    *,
    cooperative: Cooperative,
    scheme: Scheme,
    opened_on: dt.date,
    version: StandardVersion | None = None,
    certifier: Certifier | None = None,
    note: str = "",
    by: User,
) -> CertificationFile:
    """Open the file of a co-op under a scheme: its first step is the enquiry.

    Refused: a second file for the scheme, a version of another scheme, a day that has not come yet.
    """
    with in_words():
        file = CertificationFile.objects.create(
            cooperative=cooperative,
            scheme=scheme,
            version=version,
            certifier=certifier,
            is_example=cooperative.is_example or by.is_example,
        )
        _record(file, FileState.ENQUIRY, opened_on, None, note, by)
        return file


def move_file(
    *,
    file: CertificationFile,
    to: FileState | str,
    taken_on: dt.date,
    until_on: dt.date | None = None,
    note: str = "",
    seen: str | None = None,
    papers: Sequence[AcceptedFile] = (),
    by: User,
) -> Step:
    """Move a file to another state on a day. `until_on` ends a suspension; left out, the standard's limit holds.

    `seen` is the state the person had before them. Refused: an arrow that does not exist, a move somebody else made
    meanwhile, a day before the last step or after today, no word why trade is barred, certifying with an open major
    non-conformity. A move that bars trade ends the permission to trade the same day.
    """
    with in_words():
        locked = lock_file(file)
        _refuse_arrow(locked, to, seen)
        _refuse_day(locked, taken_on)
        if to in BARRED and not note.strip():
            raise Refused(_("Say why the file is suspended, decertified, denied or withdrawn."))
        if to == FileState.CERTIFIED:
            refuse_open_major(locked)
        if to == FileState.SUSPENDED:
            until_on = _suspended_until(locked, taken_on, until_on)
        step = _record(locked, to, taken_on, until_on, note, by)
        for paper in papers:
            attach(to=step, file=paper, by=by)
        file.refresh_from_db()
        return step


def change_version(*, file: CertificationFile, version: StandardVersion, by: User) -> CertificationFile:
    """Put a file under another version of the standard. What was answered under the old one stays as it was."""
    with in_words():
        locked = lock_file(file)
        locked.version = version
        locked.save(update_fields=["version"])
        return locked


def lock_file(file: CertificationFile) -> CertificationFile:
    """The file, locked until the end of the transaction: whatever concerns it waits for the other."""
    return (
        CertificationFile.objects.select_for_update(of=("self",), no_key=True)
        .select_related("cooperative", "version")
        .get(pk=file.pk)
    )


def refuse_open_major(file: CertificationFile) -> None:
    """Refused while a major non-conformity of a locked file is open, with how many and which."""
    findings = NonConformity.objects.filter(file=file)
    assert isinstance(findings, NonConformityQuerySet)  # noqa: S101
    majors = list(findings.open().major())
    if majors:
        raise Refused(
            ngettext(
                "A major non-conformity is still open: %(which)s. It has to be closed first.",
                "%(count)s major non-conformities are still open: %(which)s. They have to be closed first.",
                len(majors),
            )
            % {"count": len(majors), "which": "; ".join(f"“{finding}”" for finding in majors)}
        )


def months_after(start: dt.date, months: int) -> dt.date:
    """The same day so many months later, or the last day of a shorter month."""
    year, month = divmod(start.month - 1 + months, 12)
    year += start.year
    return dt.date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def _record(
    file: CertificationFile, to: FileState | str, taken_on: dt.date, until_on: dt.date | None, note: str, by: User
) -> Step:
    return Step.objects.create(
        cooperative_id=file.cooperative_id,
        file=file,
        from_state=file.state,
        to_state=to,
        taken_on=taken_on,
        taken_precision=DatePrecision.DAY,
        until_on=until_on,
        note=note.strip(),
        recorded_at=timezone.now(),
        recorded_by=by,
        is_example=file.is_example or by.is_example,
    )


def _refuse_arrow(file: CertificationFile, to: str, seen: str | None) -> None:
    if seen is not None and seen != file.state:
        raise Refused(
            _("Somebody moved this file meanwhile: it is now in “%(state)s”. Look at it again before you go on.")
            % {"state": file.get_state_display()}
        )
    if to not in ARROWS[file.state]:
        allowed = [str(FileState(state).label) for state in ARROWS[file.state]]
        raise Refused(
            _("A file in “%(state)s” can't go to “%(to)s”. From there it goes to: %(allowed)s.")
            % {
                "state": file.get_state_display(),
                "to": FileState(to).label,
                "allowed": get_text_list(allowed, _("or")),
            }
        )


def _refuse_day(file: CertificationFile, taken_on: dt.date) -> None:
    if taken_on > file.cooperative.today():
        raise Refused(_("The date lies in the future. Record a step on the day it was taken, or later."))
    if file.since_on and taken_on < file.since_on:
        raise Refused(
            _("The last step was taken on %(since)s; this one can't be earlier.") % {"since": day(file.since_on)}
        )


def _suspended_until(file: CertificationFile, taken_on: dt.date, until_on: dt.date | None) -> dt.date | None:
    """The last day of a suspension; None when neither the person nor the standard gives one."""
    months = file.version.suspension_months if file.version else None
    if months is None:
        return until_on
    limit = months_after(taken_on, months)
    if until_on and until_on > limit:
        raise Refused(
            _("A suspension lasts %(months)s months at most under %(version)s: until %(limit)s.")
            % {"months": months, "version": file.version, "limit": day(limit)}
        )
    return until_on or limit
