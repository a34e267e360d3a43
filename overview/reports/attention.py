"""What waits for a person, by what their roles let them do: counted on their start page, and listed."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from certification.models import Assessment
from certification.models.audits import AssessmentKind, AssessmentState
from cooperatives.access import standing, visible_cooperatives
from cooperatives.models import Cooperative, Enrolment, StaffAssignment, User
from cooperatives.models.cooperatives import CooperativeQuerySet
from cooperatives.roles import Permission, granting
from premiums.models import Expense, PlannedAssembly
from premiums.models.expenses import ExpenseState
from trainings.models import CooperativeMilestone, Indicator, Measurement
from trainings.models.measurements import MeasurementState
from trainings.models.milestones import late, to_accept

AUDIT_NOTICE = dt.timedelta(days=30)  # how long before its day a planned audit is due
Rows = Callable[[User, dt.date], QuerySet[Any]]


@dataclass(frozen=True)
class Concern:
    """Something that waits for whoever holds `permission`; `is_own` means only in the co-ops they work for.

    `rows` are those of all co-ops, rows of one co-op each, or co-ops themselves (`of_cooperatives`).
    """

    permission: Permission
    title: Any
    counted: Any
    rows: Rows
    tone: str = "warn"
    is_own: bool = False
    of_cooperatives: bool = False
    url_name: str = ""
    related: tuple[str, ...] = ("cooperative",)


@dataclass(frozen=True)
class Need:
    """How many rows of a concern wait, and where they are listed."""

    key: str
    count: int
    label: str
    tone: str
    url: str


def _late_milestones(_user: User, on: dt.date) -> QuerySet[Any]:
    return CooperativeMilestone.objects.filter(late(on), milestone__is_active=True).order_by("due_on", "pk")


def _values_to_accept(_user: User, _on: dt.date) -> QuerySet[Any]:
    return Measurement.objects.filter(state=MeasurementState.ENTERED, indicator__is_active=True)


def _milestones_to_accept(_user: User, _on: dt.date) -> QuerySet[Any]:
    return CooperativeMilestone.objects.filter(to_accept(), milestone__is_active=True)


def _returned(_user: User, _on: dt.date) -> QuerySet[Any]:
    return Expense.objects.filter(state=ExpenseState.RETURNED, is_historic=False).order_by("returned_at", "pk")


def _to_check(user: User, _on: dt.date) -> QuerySet[Any]:
    waiting = Expense.objects.filter(state=ExpenseState.LOGGED, is_historic=False)
    return waiting.exclude(logged_by=user).order_by("logged_at", "pk")


def _assemblies(_user: User, on: dt.date) -> QuerySet[Any]:
    return PlannedAssembly.objects.overdue(on=on)


def _audits(_user: User, on: dt.date) -> QuerySet[Any]:
    planned = Assessment.objects.filter(state=AssessmentState.PLANNED, planned_on__lte=on + AUDIT_NOTICE)
    return planned.exclude(kind=AssessmentKind.SELF).order_by("planned_on", "pk")


def _enrolled(on: dt.date) -> Exists:
    return Exists(Enrolment.objects.filter(Q(left_on__isnull=True) | Q(left_on__gt=on), cooperative=OuterRef("pk")))


def _silent(_user: User, on: dt.date) -> QuerySet[Any]:
    """Co-ops that take part, and of which no value of the last full year was entered or accepted."""
    said = Measurement.objects.filter(cooperative=OuterRef("pk"), year=on.year - 1, indicator__is_active=True)
    asked = Indicator.objects.filter(is_active=True, computation="")
    silent = ~Exists(said.exclude(state=MeasurementState.RETURNED))
    return Cooperative.objects.filter(_enrolled(on), silent, Exists(asked)).order_by("short_name", "pk")


def _unstaffed(_user: User, on: dt.date) -> QuerySet[Any]:
    """Co-ops that take part, and for which nobody may log spending."""
    working = StaffAssignment.objects.filter(
        cooperative=OuterRef("pk"),
        ended_at__isnull=True,
        user__is_active=True,
        role__in=granting(Permission.LOG_EXPENSE)[0],
    )
    return Cooperative.objects.filter(_enrolled(on), ~Exists(working)).order_by("short_name", "pk")


CONCERNS: dict[str, Concern] = {
    "checks": Concern(
        Permission.CHECK_EXPENSE,
        _("To check"),
        ngettext_lazy("%(count)s expense to check", "%(count)s expenses to check", "count"),
        _to_check,
        is_own=True,
        related=("cooperative", "activity__fund"),
    ),
    "corrections": Concern(
        Permission.LOG_EXPENSE,
        _("To correct"),
        ngettext_lazy("%(count)s expense to correct", "%(count)s expenses to correct", "count"),
        _returned,
        tone="bad",
        is_own=True,
        related=("cooperative", "activity__fund"),
    ),
    "assemblies": Concern(
        Permission.KEEP_PREMIUM,
        _("Assemblies to record"),
        ngettext_lazy(
            "%(count)s assembly whose day has passed to record",
            "%(count)s assemblies whose day has passed to record",
            "count",
        ),
        _assemblies,
        is_own=True,
    ),
    "milestones": Concern(
        Permission.ACCEPT_PROGRESS,
        _("Late milestones"),
        ngettext_lazy("%(count)s milestone late", "%(count)s milestones late", "count"),
        _late_milestones,
        tone="bad",
        related=("cooperative", "milestone__track"),
    ),
    "values": Concern(
        Permission.ACCEPT_PROGRESS,
        _("Values to accept"),
        ngettext_lazy("%(count)s value to accept", "%(count)s values to accept", "count"),
        _values_to_accept,
        url_name="trainings:waiting_list",
    ),
    "reached": Concern(
        Permission.ACCEPT_PROGRESS,
        _("Milestones to accept"),
        ngettext_lazy("%(count)s milestone to accept", "%(count)s milestones to accept", "count"),
        _milestones_to_accept,
        url_name="trainings:waiting_list",
    ),
    "queried": Concern(
        Permission.ACCEPT_PROGRESS,
        _("Expenses queried"),
        ngettext_lazy("%(count)s expense queried", "%(count)s expenses queried", "count"),
        _returned,
        related=("cooperative", "activity__fund"),
    ),
    "audits": Concern(
        Permission.KEEP_CERTIFICATION,
        _("Audits due"),
        ngettext_lazy("%(count)s audit due", "%(count)s audits due", "count"),
        _audits,
    ),
    "silent": Concern(
        Permission.ACCEPT_PROGRESS,
        _("Co-ops that have not reported"),
        ngettext_lazy("%(count)s co-op has not reported", "%(count)s co-ops have not reported", "count"),
        _silent,
        of_cooperatives=True,
    ),
    "unstaffed": Concern(
        Permission.USE_ADMIN,
        _("Co-ops where nobody logs spending"),
        ngettext_lazy(
            "%(count)s co-op where nobody logs spending", "%(count)s co-ops where nobody logs spending", "count"
        ),
        _unstaffed,
        of_cooperatives=True,
    ),
}


def concerns_of(user: User) -> dict[str, Concern]:
    """What may wait for this person at all."""
    held = standing(user)
    return {
        key: one
        for key, one in CONCERNS.items()
        if (held.cooperative_roles or not one.is_own) and held.may(one.permission)
    }


def scope_of(user: User, concern: Concern) -> CooperativeQuerySet:
    """The co-ops in which it waits for this person."""
    if not concern.is_own:
        return visible_cooperatives(user, concern.permission)
    roles = granting(concern.permission)[0]
    working = user.staff_assignments.filter(ended_at__isnull=True, role__in=roles)
    return visible_cooperatives(user).filter(pk__in=working.values("cooperative"))


def columns_for(user: User, on: dt.date) -> dict[str, Any]:
    """For each co-op how many rows of each concern wait for this person: columns of whatever query reads co-ops."""
    return {f"need_{key}": _count(user, one, on) for key, one in concerns_of(user).items()}


def needs_of(rows: Iterable[Mapping[str, Any]]) -> list[Need]:
    """What waits, from the `columns_for` of all co-ops a person may see; what is not waited for is left out."""
    totals = Counter[str]()
    for row in rows:
        totals.update({name: count for name, count in row.items() if name.startswith("need_")})
    found = []
    for key, concern in CONCERNS.items():
        if count := totals[f"need_{key}"]:
            url = reverse(concern.url_name) if concern.url_name else reverse("overview:attention", args=[key])
            found.append(Need(key, count, str(concern.counted % {"count": count}), concern.tone, url))
    return found


def rows_of(user: User, concern: Concern, on: dt.date) -> QuerySet[Any]:
    """The rows behind the count, the one that waits longest first."""
    scope, rows = scope_of(user, concern).values("pk"), concern.rows(user, on)
    if concern.of_cooperatives:
        return rows.filter(pk__in=scope)
    return rows.filter(cooperative__in=scope).select_related(*concern.related)


def _count(user: User, concern: Concern, on: dt.date) -> Case:
    own, rows = Q(pk__in=scope_of(user, concern).values("pk")), concern.rows(user, on).order_by()
    if concern.of_cooperatives:
        waits = Q(Exists(rows.filter(pk=OuterRef("pk"))))
        return Case(When(own & waits, then=Value(1)), default=Value(0), output_field=IntegerField())
    counted = rows.filter(cooperative=OuterRef("pk")).values("cooperative").annotate(count=Count("pk"))
    each = Coalesce(Subquery(counted.values("count"), output_field=IntegerField()), 0)
    return Case(When(own, then=each), default=Value(0), output_field=IntegerField())
