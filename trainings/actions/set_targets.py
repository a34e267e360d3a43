"""Saying where a co-op began with an indicator, and what it wants in each year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

import pghistory
from django.utils.translation import gettext as _

from config.errors import Refused, in_words
from cooperatives.models import Cooperative, User
from trainings.models import Indicator, IndicatorBaseline, IndicatorTarget


def set_targets(
    *, cooperative: Cooperative, indicator: Indicator, targets: Mapping[int, Decimal | None], by: User
) -> None:
    """Write the targets of these years, in the indicator's unit; None takes a target of the co-op's own back.

    Refused: a target larger than the indicator can be.
    """
    for value in targets.values():
        _refuse_too_large(indicator, value)
    with in_words(), pghistory.context(user=by.pk):
        own = {"cooperative": cooperative, "indicator": indicator}
        for year, value in targets.items():
            rows = IndicatorTarget.objects.filter(year=year, **own)
            if value is not None or rows.exists():
                IndicatorTarget.objects.update_or_create(
                    year=year, **own, defaults={"value": value}, create_defaults=_new(cooperative, value=value)
                )


def set_baseline(
    *,
    cooperative: Cooperative,
    indicator: Indicator,
    value: Decimal,
    measured_on: dt.date | None,
    source: str,
    by: User,
) -> None:
    """Write where the co-op began. Refused: without a source, a date to come, a value the indicator can't have."""
    _refuse_too_large(indicator, value)
    if measured_on and measured_on > cooperative.today():
        raise Refused(_("This date is in the future."))
    with in_words(), pghistory.context(user=by.pk):
        values = {
            "value": value,
            "measured_on": measured_on,
            "measured_precision": "day" if measured_on else "",
            "source": source.strip(),
        }
        IndicatorBaseline.objects.update_or_create(
            cooperative=cooperative,
            indicator=indicator,
            defaults=values,
            create_defaults=_new(cooperative, **values),
        )


def _new(cooperative: Cooperative, **values: object) -> dict[str, object]:
    return {**values, "is_example": cooperative.is_example}


def _refuse_too_large(indicator: Indicator, value: Decimal | None) -> None:
    if value is not None and indicator.largest is not None and value > indicator.largest:
        raise Refused(_("The value is larger than this indicator can be. Please check the figures."))
