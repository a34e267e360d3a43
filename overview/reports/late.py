"""What is late at a co-op. Rows known from history never are: nobody can act on them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.db.models.lookups import LessThan
from django.utils import timezone

from certification.models import Certificate, NonConformity
from certification.models.findings import DUE, WITH_COOPERATIVE
from config.nested import nested, read
from cooperatives.models import Scheme
from cooperatives.models.facts import Confidence
from premiums.models import Expense
from premiums.models.expenses import ExpenseState
from trainings.models import CooperativeMilestone, Measurement, TrainingInvitation
from trainings.models.measurements import MeasurementState
from trainings.models.milestones import late
from trainings.reports.trainings import overdue

NAMES = ("name", "name_es", "name_pt")
CERTIFICATE = (
    *("id", "number", "valid_from_on", "valid_from_precision", "valid_until_on"),
    *("source", "confidence", "note", "note_es", "note_pt"),
)
CHECK_WITHIN = dt.timedelta(days=30)
LATE = ("trainings", "checks", "corrections", "certificates", "milestones", "values", "measures")
NOTICE = dt.timedelta(days=60)  # how long before its end a certificate is worth a word


@dataclass(frozen=True)
class CertificateState:
    """A certificate as it stands on a day."""

    certificate: Certificate
    on: dt.date

    @property
    def confidence(self) -> str:
        """How far the source can be relied on, in words; empty when nobody said."""
        return str(dict(Confidence.choices).get(self.certificate.confidence, ""))

    @property
    def days_left(self) -> int | None:
        """Days until its end, negative once it is over; None when the end is not recorded."""
        until = self.certificate.valid_until_on
        return None if until is None else (until - self.on).days

    @property
    def is_expired(self) -> bool:
        """Its end has passed."""
        return self.days_left is not None and self.days_left < 0

    @property
    def is_ending(self) -> bool:
        """Its end is near."""
        return self.days_left is not None and 0 <= self.days_left <= NOTICE.days


@dataclass(frozen=True)
class Late:
    """What is late at one co-op; `values_track` is the track of the first value that was returned to it."""

    trainings: int
    checks: int
    corrections: int
    certificates: Sequence[CertificateState]
    milestones: int = 0
    values: int = 0
    values_track: str = ""
    measures: int = 0

    def __len__(self) -> int:
        reported = self.milestones + self.values + self.measures
        return self.trainings + self.checks + self.corrections + len(self.certificates) + reported


def with_late_counts(cooperatives: QuerySet[Any], on: dt.date, *, with_books: bool = True) -> QuerySet[Any]:
    """The co-ops with the counts of LATE on this day: `late_trainings`, `late_checks` and so on.

    Without the books, nothing of the spending is counted.
    """
    expenses = Expense.objects.filter(cooperative=OuterRef("pk"), is_historic=False)
    if not with_books:
        expenses = expenses.none()
    waiting_since = timezone.make_aware(dt.datetime.combine(on, dt.time.min)) - CHECK_WITHIN
    invitations = TrainingInvitation.objects.filter(cooperative=OuterRef("pk"))
    certificates = current_certificates().filter(cooperative=OuterRef("pk"))
    measures = NonConformity.objects.filter(cooperative=OuterRef("pk"), state__in=WITH_COOPERATIVE)
    milestones = CooperativeMilestone.objects.filter(cooperative=OuterRef("pk"), milestone__is_active=True)
    returned = Measurement.objects.filter(cooperative=OuterRef("pk"), state=MeasurementState.RETURNED)
    found: QuerySet[Any] = cooperatives.annotate(
        late_trainings=_count(invitations.filter(overdue(on, "training__"))),
        late_checks=_count(expenses.filter(state=ExpenseState.LOGGED, logged_at__lt=waiting_since)),
        late_corrections=_count(expenses.filter(state=ExpenseState.RETURNED)),
        late_certificates=_count(certificates.filter(valid_until_on__lte=on + NOTICE)),
        late_milestones=_count(milestones.filter(late(on))),
        late_values=_count(returned),
        late_values_track=Subquery(returned.order_by("pk").values("indicator__track__slug")[:1]),
        late_measures=_count(measures.filter(LessThan(DUE, on))),
    )
    return found


def late_of(row: Any, certificates: Sequence[CertificateState]) -> Late:
    """What is late, of a co-op that `with_late_counts` counted."""
    ending = [state for state in certificates if state.is_expired or state.is_ending]
    return Late(
        row.late_trainings,
        row.late_checks,
        row.late_corrections,
        ending,
        row.late_milestones,
        row.late_values,
        row.late_values_track or "",
        row.late_measures,
    )


def current_certificates() -> QuerySet[Certificate]:
    """The newest certificate of each scheme: one that was renewed does not count as expired."""
    newer = Certificate.objects.filter(
        Q(valid_from_on__gt=OuterRef("valid_from_on"))
        | Q(valid_from_on__isnull=False, pk__gt=OuterRef("pk")) & Q(valid_from_on=OuterRef("valid_from_on")),
        cooperative=OuterRef("cooperative"),
        scheme=OuterRef("scheme"),
    )
    return Certificate.objects.filter(~Exists(newer)).order_by(F("valid_from_on").desc(nulls_last=True), "-pk")


def nested_certificates(certificates: QuerySet[Certificate]) -> Any:
    """These certificates with the names of their schemes, to be read together with a co-op."""
    return nested(certificates, *CERTIFICATE, **{name: f"scheme__{name}" for name in NAMES})


def read_certificates(rows: Sequence[dict[str, Any]]) -> list[Certificate]:
    """What `nested_certificates` read."""
    certificates = read(Certificate, rows)
    for certificate, row in zip(certificates, rows, strict=True):
        certificate.scheme = Scheme(**{name: row[name] for name in NAMES})
    return certificates


def certificate_states(rows: Sequence[dict[str, Any]], on: dt.date) -> list[CertificateState]:
    """What `nested_certificates` read, as it stands on a day."""
    return [CertificateState(certificate, on) for certificate in read_certificates(rows)]


def _count(rows: QuerySet[Any]) -> Coalesce:
    counted = rows.order_by().values("cooperative").annotate(count=Count("*")).values("count")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
