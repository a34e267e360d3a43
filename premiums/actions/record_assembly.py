"""Recording an assembly: who came, and its papers."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from django.utils.translation import gettext as _

from config.dates import DatePrecision
from config.errors import Refused, in_words
from config.files import keep_file
from config.ui import number
from config.uploads import AcceptedFile
from cooperatives.models import Cooperative, User
from premiums.models import Assembly, AssemblyFile, PlannedAssembly
from premiums.models.assemblies import AssemblyFileKind, AssemblyKind, Call
from premiums.reports.assemblies import quorum_by, rule_on


def record_assembly(
    *,
    cooperative: Cooperative,
    held_on: dt.date,
    kind: AssemblyKind | str,
    call: Call | int,
    entitled: int,
    present_women: int,
    present_men: int,
    quorum_percent: Decimal | None = None,
    held_precision: DatePrecision | str = DatePrecision.DAY,
    planned: PlannedAssembly | None = None,
    by: User,
) -> Assembly:
    """Record who came to an assembly. Without `quorum_percent` the co-op's own rule for that call and day holds.

    `planned` is the announced one it was; not said, it is the one announced for that day. Refused: a future date, more
    people present than may vote, no quorum given where the co-op has no rule, an announced one held or cancelled.
    """
    if held_on > cooperative.today():
        raise Refused(_("The date lies in the future. Record an assembly once it was held."))
    if quorum_percent is None:
        quorum_percent = _usual_quorum(cooperative, held_on, call)
    if present_women + present_men > entitled:
        raise Refused(
            _("%(present)s people present are more than the %(entitled)s who may vote. Check the three numbers.")
            % {"present": number(present_women + present_men), "entitled": number(entitled)}
        )
    with in_words():
        assembly = Assembly.objects.create(
            cooperative=cooperative,
            held_on=first_day(held_on, held_precision),
            held_precision=held_precision,
            kind=kind,
            call=call,
            entitled=entitled,
            present_women=present_women,
            present_men=present_men,
            quorum_percent=quorum_percent,
            is_example=cooperative.is_example or by.is_example,
        )
        _settle(assembly, planned)
    return assembly


def _settle(assembly: Assembly, planned: PlannedAssembly | None) -> None:
    """What was announced has been held."""
    still_open = PlannedAssembly.objects.open().filter(cooperative=assembly.cooperative).select_for_update()
    if planned:
        found = still_open.filter(pk=planned.pk).first()
        if not found:
            raise Refused(_("The planned assembly was already recorded or cancelled. Look at the list of assemblies."))
    elif assembly.held_on and assembly.held_precision == DatePrecision.DAY:
        found = still_open.filter(planned_on=assembly.held_on).first()
    else:
        found = None
    if found:
        found.assembly = assembly
        found.save(update_fields=["assembly"])


def _usual_quorum(cooperative: Cooperative, held_on: dt.date, call: Call | int) -> Decimal:
    rule = rule_on(cooperative, held_on)
    if rule is None:
        raise Refused(_("Write the quorum: the co-op has no rule for its assemblies recorded for that date."))
    return quorum_by(rule, call)


def first_day(day: dt.date, precision: str) -> dt.date:
    """The first day of what is known of a date."""
    if precision == DatePrecision.MONTH:
        return day.replace(day=1)
    if precision in (DatePrecision.YEAR, DatePrecision.EARLY):
        return day.replace(month=1, day=1)
    if precision == DatePrecision.LATE:
        return day.replace(month=10, day=1)
    return day


def attach_assembly_file(
    *, assembly: Assembly, kind: AssemblyFileKind | str, file: AcceptedFile, by: User
) -> AssemblyFile:
    """Keep the minutes or the attendance list: a file that `read_file` accepted; sent twice it is kept once."""
    with in_words():
        return keep_file(
            AssemblyFile,
            file=file,
            by=by,
            among=AssemblyFile.objects.filter(assembly=assembly, kind=kind),
            cooperative_id=assembly.cooperative_id,
            assembly=assembly,
            kind=kind,
            is_example=assembly.is_example,
        )
