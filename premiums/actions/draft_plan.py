"""Drafting a plan or an amendment: nothing here releases money."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from config.dates import DatePrecision
from config.errors import Refused, in_words
from config.ui import day, in_language
from cooperatives.models import Cooperative, User
from premiums.actions.decide_resolution import lock_plan
from premiums.models import Activity, Category, Fund, Plan, PlanLine, PlanVersion
from premiums.models.versions import VersionState


@dataclass(frozen=True)
class Planned:
    """What a line plans; the budget is in the fund's currency, zero when the activity needs no premium."""

    title: str
    objective: str
    category: Category
    starts_on: dt.date
    ends_on: dt.date
    responsible: str
    budget: Decimal
    quality_percent: Decimal = Decimal(0)
    expected_women: int | None = None
    expected_men: int | None = None


def draft_plan(*, cooperative: Cooperative, title: str, starts_on: dt.date, ends_on: dt.date, by: User) -> Plan:
    """Start the plan of a period, with an empty first draft, and the premium fund where there is none yet.

    Refused: a period another plan of the co-op covers, one that ends before it starts.
    """
    _refuse_backward(starts_on, ends_on)
    with in_words():
        is_example = cooperative.is_example or by.is_example
        fund, _is_new = Fund.objects.get_or_create(
            cooperative=cooperative, defaults={"currency": cooperative.currency, "is_example": is_example}
        )
        Fund.objects.select_for_update(no_key=True).get(pk=fund.pk)  # so that two plans of one period queue up here
        _refuse_second_plan(cooperative, starts_on, ends_on)
        plan = Plan.objects.create(
            cooperative=cooperative,
            fund=fund,
            title=title,
            starts_on=starts_on,
            starts_precision=DatePrecision.DAY,
            ends_on=ends_on,
            is_example=is_example or fund.is_example,
        )
        PlanVersion.objects.create(cooperative=cooperative, plan=plan, number=1, is_example=plan.is_example)
        return plan


def _refuse_backward(starts_on: dt.date, ends_on: dt.date) -> None:
    if ends_on < starts_on:
        raise Refused(
            _("The end, %(end)s, lies before the start, %(start)s.") % {"end": day(ends_on), "start": day(starts_on)}
        )


def _refuse_second_plan(cooperative: Cooperative, starts_on: dt.date, ends_on: dt.date) -> None:
    earlier = Plan.objects.filter(cooperative=cooperative, starts_on__lte=ends_on, ends_on__gte=starts_on).first()
    if earlier:
        raise Refused(
            _("“%(plan)s” already covers %(start)s to %(end)s. A co-op has one plan for a period: amend that one.")
            % {"plan": in_language(earlier, "title"), "start": day(earlier.starts_on), "end": day(earlier.ends_on)}
        )


def draft_amendment(*, plan: Plan, changes: str, by: User) -> PlanVersion:
    """Start a new version with the lines of the one that is in force, to be changed and put to an assembly.

    Where none is in force (the first draft was withdrawn, or the plan was recorded before plans had versions) it starts
    without lines. Refused: without saying what changes and why, with a draft already open.
    """
    if not changes.strip():
        raise Refused(_("Say what the amendment changes, and why."))
    with in_words():
        locked, _activities = lock_plan(plan.pk)
        if locked.versions.filter(state=VersionState.DRAFT).exists():
            raise Refused(_("The plan already has a draft: finish that one, or withdraw it."))
        live = locked.versions.filter(state=VersionState.APPROVED).first()
        number = (locked.versions.aggregate(last=Max("number"))["last"] or 0) + 1
        draft = PlanVersion.objects.create(
            cooperative_id=plan.cooperative_id,
            plan=locked,
            number=number,
            changes=changes.strip(),
            is_example=locked.is_example,
        )
        for line in live.lines.all() if live else ():
            line.pk, line._state.adding, line.version, line.is_example = None, True, draft, locked.is_example
            line.save(force_insert=True)
        return draft


def withdraw_draft(*, version: PlanVersion, by: User) -> PlanVersion:
    """Give a draft up. It stays readable; what is in force stays in force. Refused once it was decided."""
    with in_words():
        _lock_draft(version)
        version.state, version.withdrawn_by, version.withdrawn_at = VersionState.WITHDRAWN, by, timezone.now()
        version.save(update_fields=["state", "withdrawn_by", "withdrawn_at"])
        return version


def add_line(*, version: PlanVersion, planned: Planned, by: User) -> PlanLine:
    """Add an activity to a draft. Refused once the version is approved, or the year closed."""
    _refuse_backward(planned.starts_on, planned.ends_on)
    with in_words():
        plan = _lock_draft(version)
        position = (version.lines.aggregate(last=Max("position"))["last"] or 0) + 1
        activity = Activity.objects.create(
            cooperative_id=plan.cooperative_id,
            fund_id=plan.fund_id,
            plan=plan,
            position=position,
            is_example=plan.is_example,
            **activity_fields(planned),
        )
        return PlanLine.objects.create(
            cooperative_id=plan.cooperative_id,
            version=version,
            activity=activity,
            position=position,
            is_example=plan.is_example,
            **_line_fields(planned),
        )


def change_line(*, line: PlanLine, planned: Planned, by: User) -> PlanLine:
    """Change what a draft plans for an activity. Refused once the version is approved, or the year closed."""
    _refuse_backward(planned.starts_on, planned.ends_on)
    with in_words():
        _lock_draft(line.version)
        content = _line_fields(planned)
        for name, value in content.items():
            setattr(line, name, value)
        line.save(update_fields=list(content))
        return line


def remove_line(*, line: PlanLine, by: User) -> None:
    """Take an activity out of a draft. Its money is given back when the version is approved, not before."""
    with in_words():
        _lock_draft(line.version)
        line.delete()


def activity_fields(planned: Planned | PlanLine) -> dict[str, Any]:
    """What an activity says, as its line plans it."""
    names = ("title", "objective", "category", "starts_on", "ends_on", "responsible", "quality_percent")
    return {name: getattr(planned, name) for name in names}


def _line_fields(planned: Planned) -> dict[str, Any]:
    return {field.name: getattr(planned, field.name) for field in fields(planned)}


def _lock_draft(version: PlanVersion) -> Plan:
    plan, _activities = lock_plan(version.plan_id)
    version.refresh_from_db(fields=["state"])
    if version.state != VersionState.DRAFT:
        raise Refused(_("This version was decided or withdrawn, so it can't be changed; draft an amendment instead."))
    return plan
