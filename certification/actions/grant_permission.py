"""Permission to trade: granted from a day on, and ended."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.utils import timezone
from django.utils.translation import gettext as _

from certification.actions.attach import attach
from certification.actions.move_file import lock_file, refuse_open_major
from certification.models import CertificationFile, TradePermission
from config.errors import Refused, in_words
from config.ui import day
from config.uploads import AcceptedFile
from cooperatives.models import User


def grant_permission(
    *,
    file: CertificationFile,
    from_on: dt.date,
    until_on: dt.date | None = None,
    note: str = "",
    papers: Sequence[AcceptedFile] = (),
    by: User,
) -> TradePermission:
    """Record that the co-op may trade from a day on. Refused: an open major non-conformity, before the audit or while
    trade is barred, days that another permission covers, an end before the start.
    """
    if until_on and until_on < from_on:
        raise Refused(_("A permission can't end before it starts."))
    with in_words():
        locked = lock_file(file)
        refuse_open_major(locked)
        permission = TradePermission.objects.create(
            cooperative_id=locked.cooperative_id,
            file=locked,
            from_on=from_on,
            until_on=until_on,
            note=note.strip(),
            granted_at=timezone.now(),
            granted_by=by,
            is_example=locked.is_example or by.is_example,
        )
        for paper in papers:
            attach(to=permission, file=paper, by=by)
        return permission


def end_permission(*, permission: TradePermission, on: dt.date, reason: str, by: User) -> TradePermission:
    """End a permission; `on` is its last day. Refused: one that ended already, a day outside it, no reason."""
    if not reason.strip():
        raise Refused(_("Say why the permission is ended."))
    with in_words():
        lock_file(permission.file)
        locked = TradePermission.objects.select_for_update(no_key=True).get(pk=permission.pk)
        if locked.ended_at:
            raise Refused(_("This permission was ended already, on %(day)s.") % {"day": day(locked.until_on)})
        if on < locked.from_on or (locked.until_on and on > locked.until_on):
            raise Refused(
                _("The permission runs from %(start)s to %(end)s: choose a day in between.")
                % {"start": day(locked.from_on), "end": day(locked.until_on) if locked.until_on else "…"}
            )
        locked.until_on, locked.ended_reason = on, reason.strip()
        locked.ended_at, locked.ended_by = timezone.now(), by
        locked.save(update_fields=["until_on", "ended_reason", "ended_at", "ended_by"])
        return locked
