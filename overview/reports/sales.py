"""Sales seen beside certificates and permissions to trade: those signed while none was valid."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from certification.models import Certificate, Step, TradePermission
from certification.models.files import BARRED
from config.dates import DatePrecision
from premiums.models import Sale
from premiums.models.sales import SaleState


def outside_certificates() -> QuerySet[Sale]:
    """The sales signed on a day on which no recorded certificate and no permission to trade of the co-op was valid,
    or only one of a file that was suspended, decertified, denied or withdrawn then; newest first.

    What is not known is not judged: a contract whose day is not recorded, and one that a certificate without a recorded
    start may cover. A certificate without an end is taken to go on; a start known to the year, to begin with it.
    """
    ends: Any = Q(valid_until_on__isnull=True) | Q(valid_until_on__gte=OuterRef("signed_on"))
    begun: Any = Q(valid_from_on__isnull=True) | Q(valid_from_on__lte=OuterRef("signed_on"))
    certificates = _not_barred(Certificate.objects.filter(begun, ends, cooperative=OuterRef("cooperative")))
    lasts: Any = Q(until_on__isnull=True) | Q(until_on__gte=OuterRef("signed_on"))
    permissions = _not_barred(
        TradePermission.objects.filter(lasts, from_on__lte=OuterRef("signed_on"), cooperative=OuterRef("cooperative"))
    )
    return (
        Sale.objects.filter(~Exists(certificates), ~Exists(permissions), signed_precision=DatePrecision.DAY)
        .exclude(state=SaleState.CANCELLED)
        .order_by(F("signed_on").desc(), "-pk")
    )


def _not_barred(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Rows whose file had not last moved to a state that bars trade, by the day the sale was signed."""
    steps = Step.objects.filter(file=OuterRef("file"), taken_on__lte=OuterRef(OuterRef("signed_on")))
    last = steps.order_by(F("taken_on").desc(), "-pk").values("to_state")[:1]
    found: QuerySet[Any] = rows.annotate(last_state=Subquery(last)).exclude(
        last_state__in=BARRED, last_state__isnull=False
    )
    return found
