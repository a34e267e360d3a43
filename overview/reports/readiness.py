"""Readiness for certification as an indicator: the share of the criteria judged now that the co-op meets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from decimal import ROUND_HALF_UP, Decimal

from certification.reports.glance import glances
from trainings.models import Indicator
from trainings.models.indicators import Computation
from trainings.reports.indicators import Given

TENTH = Decimal("0.1")


def readiness_values(cooperatives: Collection[int], indicators: Iterable[Indicator], today: dt.date) -> Given:
    """Percent of the judged criteria that are met, for the year of `today` (two queries, none without such indicator).

    Of several files the one kept here counts, the newest first. A co-op whose file judges nothing has no value: it was
    not measured. Earlier years stay gaps, since readiness is reckoned at a day and was not kept.
    """
    slugs = [indicator.slug for indicator in indicators if indicator.computation == Computation.READINESS]
    if not slugs:
        return {}
    found: dict[tuple[str, int, int], Decimal | None] = {}
    for cooperative, files in glances(cooperatives, on=today).items():
        ready = files[0].readiness
        if ready.judged:
            share = (Decimal(100) * ready.met / ready.judged).quantize(TENTH, ROUND_HALF_UP)
            found |= {(slug, cooperative, today.year): share for slug in slugs}
    return found
