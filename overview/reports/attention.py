"""What waits for a person, by what their roles let them do: counted on their start page, and listed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from certification.models import Assessment
from certification.models.audits import AssessmentKind, AssessmentState
from config.prepared import prepared
from cooperatives.access import standing, visible_cooperatives
from cooperatives.models import Cooperative, Enrolment, StaffAssignment, User
from cooperatives.models.cooperatives import CooperativeQuerySet
from cooperatives.roles import Permission, granting
from premiums.models import Expense, PlannedAssembly
from premiums.models.expenses import ExpenseState
from trainings.models import CooperativeMilestone, Indicator, Measurement, Track
from trainings.models.measurements import MeasurementState
from trainings.models.milestones import late, to_accept

MOST = 1000  # rows of one kind that are counted
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


class _CountUpTo(Subquery):
    """How many rows a query has that was cut at some number."""

    template = "(SELECT count(*) FROM (%(subquery)s) AS waiting)"
    output_field = IntegerField()


def _counts(user: int, keys: tuple[str, ...], on: dt.date, *, is_superuser: bool, is_active: bool) -> dict[str, Any]:
    person = User(pk=user, is_superuser=is_superuser, is_active=is_active)
    rows = {key: rows_of(person, CONCERNS[key], on).order_by().values("pk") for key in keys}
    return {f"need_{key}": _CountUpTo(each[: MOST + 1]) for key, each in rows.items()}


@prepared
def _waiting(user: int, *, keys: tuple[str, ...], on: dt.date, is_superuser: bool, is_active: bool) -> QuerySet[Any]:
    counts = _counts(user, keys, on, is_superuser=is_superuser, is_active=is_active)
    return User.objects.filter(pk=user).values(**counts)


@prepared
def _tracks(user: int, *, keys: tuple[str, ...], on: dt.date, is_superuser: bool, is_active: bool) -> QuerySet[Track]:
    return Track.objects.annotate(**_counts(user, keys, on, is_superuser=is_superuser, is_active=is_active))


def needs_of(user: User, on: dt.date) -> list[Need]:
    """What waits for this person (one query); what is not waited for is left out.

    Nothing is counted beyond MOST: a page that opens every day must not read all that ever waited.
    """
    keys = tuple(concerns_of(user))
    if not keys:
        return []
    row = _waiting(user.pk, keys=keys, on=on, is_superuser=user.is_superuser, is_active=user.is_active)[0]
    return _needs(row)


def tracks_and_needs(user: User, on: dt.date) -> tuple[list[Track], list[Need]]:
    """The tracks, and what waits, which comes along with the first of them (one query)."""
    keys = tuple(concerns_of(user))
    tracks = _tracks(user.pk, keys=keys, on=on, is_superuser=user.is_superuser, is_active=user.is_active)
    return tracks, _needs(vars(tracks[0])) if tracks else needs_of(user, on)


def _needs(row: Mapping[str, Any]) -> list[Need]:
    return [_need(key, row[f"need_{key}"]) for key in CONCERNS if row.get(f"need_{key}")]


def _need(key: str, count: int) -> Need:
    concern = CONCERNS[key]
    label = str(concern.counted % {"count": min(count, MOST)})
    if count > MOST:
        label = _more(label)
    url = reverse(concern.url_name) if concern.url_name else reverse("overview:attention", args=[key])
    return Need(key, count, label, concern.tone, url)


def _more(label: str) -> str:
    # Translators: before a count, for example "more than 1000 expenses to check"
    return gettext("more than %(count)s") % {"count": label}


def rows_of(user: User, concern: Concern, on: dt.date) -> QuerySet[Any]:
    """The rows behind the count, the one that waits longest first."""
    scope, rows = scope_of(user, concern).values("pk"), concern.rows(user, on)
    if concern.of_cooperatives:
        return rows.filter(pk__in=scope)
    return rows.filter(cooperative__in=scope).select_related(*concern.related)
