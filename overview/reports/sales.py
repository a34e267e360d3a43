"""Sales seen beside certificates: those signed while none was valid."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from certification.models import Certificate
from config.dates import DatePrecision
from premiums.models import Sale
from premiums.models.sales import SaleState


def outside_certificates() -> QuerySet[Sale]:
    """The sales signed on a day on which no recorded certificate of the co-op was valid, newest first.

    What is not known is not judged: a contract whose day is not recorded, and one that a certificate without a recorded
    start may cover. A certificate without an end is taken to go on; a start known to the year, to begin with it.
    """
    ends: Any = Q(valid_until_on__isnull=True) | Q(valid_until_on__gte=OuterRef("signed_on"))
    begun: Any = Q(valid_from_on__isnull=True) | Q(valid_from_on__lte=OuterRef("signed_on"))
    covering = Certificate.objects.filter(begun, ends, cooperative=OuterRef("cooperative"))
    return (
        Sale.objects.filter(~Exists(covering), signed_precision=DatePrecision.DAY)
        .exclude(state=SaleState.CANCELLED)
        .order_by(F("signed_on").desc(), "-pk")
    )
