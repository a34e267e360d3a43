"""Announcing an assembly: its day, place and agenda; moving it to another day, or cancelling it."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone
from django.utils.translation import gettext as _

from config.errors import Refused, in_words
from cooperatives.models import Cooperative, User
from premiums.models import PlannedAssembly
from premiums.models.assemblies import AssemblyKind


def plan_assembly(
    *,
    cooperative: Cooperative,
    planned_on: dt.date,
    kind: AssemblyKind | str = AssemblyKind.ORDINARY,
    place: str = "",
    agenda: str = "",
    by: User,
) -> PlannedAssembly:
    """Announce an assembly. Refused: a day that has passed, a day that has one already."""
    _refuse_past(cooperative, planned_on)
    with in_words():
        return PlannedAssembly.objects.create(
            cooperative=cooperative,
            planned_on=planned_on,
            kind=kind,
            place=place,
            agenda=agenda,
            is_example=cooperative.is_example or by.is_example,
        )


def change_planned_assembly(
    *,
    planned: PlannedAssembly,
    planned_on: dt.date,
    kind: AssemblyKind | str,
    place: str,
    agenda: str,
    reason: str,
    by: User,
) -> PlannedAssembly:
    """Move an announced assembly to another day, which needs a reason, or mend what was said of it.

    Refused: once held or cancelled, another day without a reason, a day that has passed or has an assembly already.
    """
    with in_words():
        locked = _open(planned)
        if planned_on != locked.planned_on:
            _refuse_past(locked.cooperative, planned_on)
            if not reason:
                raise Refused(_("Say why the assembly is moved."))
            locked.moved_reason, locked.moved_at, locked.moved_by = reason, timezone.now(), by
        locked.planned_on, locked.kind, locked.place, locked.agenda = planned_on, kind, place, agenda
        locked.save()
    return locked


def cancel_planned_assembly(*, planned: PlannedAssembly, reason: str, by: User) -> PlannedAssembly:
    """Say that an announced assembly will not be held. Refused: once held or cancelled."""
    with in_words():
        locked = _open(planned)
        locked.cancelled_reason, locked.cancelled_at, locked.cancelled_by = reason, timezone.now(), by
        locked.save(update_fields=["cancelled_reason", "cancelled_at", "cancelled_by"])
    return locked


def _open(planned: PlannedAssembly) -> PlannedAssembly:
    locked = PlannedAssembly.objects.select_for_update(of=("self",)).select_related("cooperative").get(pk=planned.pk)
    if locked.cancelled_at or locked.assembly_id:
        raise Refused(_("This assembly was held or cancelled, so its plan can't be changed any more."))
    return locked


def _refuse_past(cooperative: Cooperative, planned_on: dt.date) -> None:
    if planned_on < cooperative.today():
        raise Refused(_("This day has passed. Choose a day to come, or record the assembly that was held."))
