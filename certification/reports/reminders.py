"""Whom the weekly digest reminds of what: the dates of the co-ops a person acts for."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q

from certification.models.reminders import ReminderKind
from certification.reports.dates import Upcoming, upcoming
from cooperatives.models import Cooperative, User
from cooperatives.models.cooperatives import CooperativeQuerySet, Enrolment
from cooperatives.roles import COOPERATIVE_GRANTS, PROGRAMME_GRANTS, Permission

PREPARES = frozenset({Permission.ANSWER_ASSESSMENT, Permission.KEEP_CERTIFICATION})
# A role that grants one of these is reminded of the kind.
GRANTS: dict[str, frozenset[Permission]] = {
    ReminderKind.CERTIFICATE: PREPARES,
    ReminderKind.AUDIT: PREPARES,
    ReminderKind.SUSPENSION: PREPARES,
    ReminderKind.MEASURE: frozenset({Permission.SUBMIT_MEASURE, Permission.VERIFY_MEASURE}),
}
# How long before its day, in days, a date comes into the digest.
AHEAD: dict[str, int] = {
    ReminderKind.CERTIFICATE: 90,
    ReminderKind.AUDIT: 30,
    ReminderKind.SUSPENSION: 60,
    ReminderKind.MEASURE: 30,
}
BEHIND = 30  # days after which a certificate that ran out is history; the rest is still open


@dataclass(frozen=True)
class Digest:
    """The dates of one week for one person, by co-op."""

    groups: tuple[tuple[Cooperative, tuple[Upcoming, ...]], ...]

    @property
    def count(self) -> int:
        """How many dates."""
        return sum(len(dates) for _cooperative, dates in self.groups)


def kinds_of(user: User) -> list[ReminderKind]:
    """The kinds of which the person's roles are reminded (two queries)."""
    in_cooperatives = set(user.staff_assignments.filter(ended_at__isnull=True).values_list("role", flat=True))
    in_programmes = set(user.programme_assignments.filter(ended_at__isnull=True).values_list("role", flat=True))
    held: set[Permission] = set()
    held.update(*(COOPERATIVE_GRANTS[role] for role in in_cooperatives))
    held.update(*(PROGRAMME_GRANTS[role] for role in in_programmes))
    return [kind for kind in ReminderKind if GRANTS[kind] & held]


def cooperatives_of(user: User, kind: str) -> CooperativeQuerySet:
    """The co-ops of whose dates of one kind a person is reminded: their own, and those of their programmes."""
    staff = [role for role, held in COOPERATIVE_GRANTS.items() if held & GRANTS[kind]]
    managing = [role for role, held in PROGRAMME_GRANTS.items() if held & GRANTS[kind]]
    staffed = user.staff_assignments.filter(ended_at__isnull=True, role__in=staff)
    programmes = user.programme_assignments.filter(ended_at__isnull=True, role__in=managing).values("programme")
    enrolled = Enrolment.objects.filter(Q(programme__in=programmes) | Q(programme__part_of__in=programmes))
    return Cooperative.objects.filter(
        Q(pk__in=staffed.values("cooperative")) | Q(pk__in=enrolled.values("cooperative"))
    )


def digest_for(user: User, *, on: dt.date) -> Digest:
    """What the digest of a person says on a day, without the kinds they switched off."""
    off = set(user.reminder_opt_outs.values_list("kind", flat=True))
    reached = {
        kind: set(cooperatives_of(user, kind).values_list("pk", flat=True)) for kind in set(kinds_of(user)) - off
    }
    every = set().union(*reached.values())
    if not every:
        return Digest(())
    dates = upcoming(Cooperative.objects.filter(pk__in=every), on=on, until=on + dt.timedelta(days=max(AHEAD.values())))
    groups: dict[Cooperative, list[Upcoming]] = {}
    for one in dates:
        if one.cooperative.pk in reached.get(one.reminder, ()) and _is_near(one):
            groups.setdefault(one.cooperative, []).append(one)
    ordered = sorted(groups.items(), key=lambda group: (group[0].short_name, group[0].pk))
    return Digest(tuple((cooperative, tuple(ones)) for cooperative, ones in ordered))


def _is_near(one: Upcoming) -> bool:
    is_history = one.reminder == ReminderKind.CERTIFICATE and one.days_left < -BEHIND
    return one.days_left <= AHEAD[one.reminder] and not is_history
