"""The calendar of certification: what ends or falls due, with the days left."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from certification.models import Assessment, Certificate, CertificationFile, NonConformity, Step, TradePermission
from certification.models.audits import AssessmentState
from certification.models.files import FileState
from certification.models.findings import DUE, WITH_COOPERATIVE
from certification.models.reminders import ReminderKind
from cooperatives.models import Cooperative

LOOK_BACK = dt.timedelta(days=365)  # what ran out longer ago is history

SOON = 30  # days

LABELS = {
    "certificate": _("certificate ends"),
    "permission": _("permission to trade ends"),
    "audit": _("audit planned"),
    "suspension": _("suspension runs out"),
    "measure": _("corrective measure due"),
}
# The page of each kind's row; the rest is on the page of the file.
PAGES = {"audit": "certification:assessment_detail", "measure": "certification:non_conformity_detail"}
REMINDERS = {
    "certificate": ReminderKind.CERTIFICATE,
    "permission": ReminderKind.CERTIFICATE,
    "audit": ReminderKind.AUDIT,
    "suspension": ReminderKind.SUSPENSION,
    "measure": ReminderKind.MEASURE,
}


@dataclass(frozen=True)
class Upcoming:
    """One date. `row` is the certificate, permission, audit, step or non-conformity; `days_left` negative once past."""

    kind: str
    on: dt.date
    days_left: int
    cooperative: Cooperative
    file: CertificationFile | None
    row: Any

    @property
    def label(self) -> str:
        """What happens on that day."""
        return str(LABELS[self.kind])

    @property
    def reminder(self) -> ReminderKind:
        """The kind of reminder it belongs to."""
        return REMINDERS[self.kind]

    @property
    def is_past(self) -> bool:
        """Its day has gone by."""
        return self.days_left < 0

    @property
    def left(self) -> str:
        """How long until its day, or since."""
        if self.days_left == 0:
            return _now("today")
        if self.is_past:
            return ngettext("%(days)s day ago", "%(days)s days ago", -self.days_left) % {"days": -self.days_left}
        return ngettext("%(days)s day left", "%(days)s days left", self.days_left) % {"days": self.days_left}

    @property
    def tone(self) -> str:
        """How pressing it is: the tone of its badge."""
        return "bad" if self.is_past else "warn" if self.days_left <= SOON else "neutral"

    @property
    def scheme(self) -> Any:
        """The scheme it is about; None for a non-conformity or audit without a file."""
        return self.file.scheme if self.file else getattr(self.row, "scheme", None)

    @property
    def detail(self) -> str:
        """What tells it from others of its kind: the finding, the kind of audit, the number of the certificate."""
        if self.kind == "measure":
            return str(self.row.finding)
        if self.kind == "audit":
            return str(self.row.get_kind_display())
        return str(self.row.number) if self.kind == "certificate" else ""

    @property
    def url(self) -> str:
        """The page of the row, or of its file; the co-op's dossier for what belongs to no file."""
        slug = self.cooperative.slug
        if self.kind in PAGES:
            return reverse(PAGES[self.kind], args=[slug, self.row.pk])
        if self.file:
            return reverse("certification:file_detail", args=[slug, self.file.pk])
        return f"{self.cooperative.get_absolute_url()}#certification"


@dataclass(frozen=True)
class Month:
    """The dates of one month; `first_on` is its first day, None for what is past and still open."""

    first_on: dt.date | None
    dates: tuple[Upcoming, ...]


def by_month(dates: list[Upcoming]) -> list[Month]:
    """The dates, in the order they come, under their months; what is past comes first, under none."""
    found: dict[dt.date | None, list[Upcoming]] = {}
    for one in dates:
        found.setdefault(None if one.is_past else one.on.replace(day=1), []).append(one)
    return [Month(first_on, tuple(ones)) for first_on, ones in found.items()]


def upcoming(cooperatives: Any, *, on: dt.date, until: dt.date) -> list[Upcoming]:
    """The dates of `cooperatives` (a query set) up to a day, the first first; what is past and still open as well.

    Five queries, whatever the number of rows. Historic certificates without an end have no date here.
    """
    own = {"cooperative__in": cooperatives}
    related = ("cooperative", "file__scheme", "file__cooperative")
    findings = NonConformity.objects.filter(**own, state__in=WITH_COOPERATIVE)
    rows: dict[str, tuple[Any, Any]] = {
        "certificate": (_current_certificates().filter(**own, valid_until_on__gte=on - LOOK_BACK), "valid_until_on"),
        "permission": (TradePermission.objects.filter(**own, ended_at__isnull=True, until_on__gte=on), "until_on"),
        "audit": (Assessment.objects.filter(**own, state=AssessmentState.PLANNED), "planned_on"),
        "suspension": (_current_suspensions().filter(**own), "until_on"),
        "measure": (findings.select_related("responsible"), DUE),
    }
    found: list[Upcoming] = []
    for kind, (query, day) in rows.items():
        schemes = ("scheme",) if kind == "certificate" else ()
        dated = query.select_related(*related, *schemes).annotate(day=F(day) if isinstance(day, str) else day)
        found += [
            Upcoming(kind, row.day, (row.day - on).days, row.cooperative, row.file, row)
            for row in dated.filter(day__lte=until)
        ]
    return sorted(found, key=lambda one: (one.on, one.cooperative.short_name, one.kind, str(one.row.pk)))


def next_dates(cooperatives: Any, *, on: dt.date, until: dt.date) -> dict[int, Upcoming]:
    """By co-op the next date that has not passed (five queries): for a board."""
    found: dict[int, Upcoming] = {}
    for one in upcoming(cooperatives, on=on, until=until):
        if not one.is_past:
            found.setdefault(one.cooperative.pk, one)
    return found


def _current_certificates() -> Any:
    """Certificates that no newer one of the same scheme follows."""
    newer = Certificate.objects.filter(
        Q(valid_from_on__gt=OuterRef("valid_from_on"))
        | Q(valid_from_on=OuterRef("valid_from_on"), pk__gt=OuterRef("pk")),
        cooperative=OuterRef("cooperative"),
        scheme=OuterRef("scheme"),
    )
    return Certificate.objects.filter(~Exists(newer))


def _current_suspensions() -> Any:
    """The steps by which files are suspended now."""
    later = Step.objects.filter(file=OuterRef("file"), pk__gt=OuterRef("pk"))
    return Step.objects.filter(
        ~Exists(later), to_state=FileState.SUSPENDED, file__state=FileState.SUSPENDED, until_on__isnull=False
    )
