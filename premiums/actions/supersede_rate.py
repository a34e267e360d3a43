"""Correcting a rate that sales use: a new one takes its place, the old one stays readable."""

from __future__ import annotations

from decimal import Decimal
from typing import TypedDict, Unpack

import pghistory
from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _

from config.errors import Refused, broken_rule, explain
from cooperatives.models import User
from premiums.models import Rate


class RateValues(TypedDict, total=False):
    """What may be wrong in a rate."""

    premium: Decimal
    quality_part: Decimal | None
    minimum_price: Decimal | None
    organic_differential: Decimal | None
    source: str


def supersede_rate(*, rate: Rate, by: User, **values: Unpack[RateValues]) -> Rate:
    """A new rate for the same scheme, form, region and date, with `values` changed; refused for one superseded already.

    Sales keep the old one until they are saved again, which chooses the new one.
    """
    try:
        with transaction.atomic(), pghistory.context(user=by.pk):
            locked = Rate.objects.select_for_update(of=("self",)).get(pk=rate.pk)
            if locked.successor_id:
                raise Refused(_("This rate was superseded already. Correct the one that took its place."))
            successor = Rate.objects.get(pk=locked.pk)
            successor.pk, successor._state.adding = None, True
            for name, value in values.items():
                setattr(successor, name, value)
            # While there are two, only one may stand without a successor.
            successor.successor = locked
            successor.save()
            locked.successor = successor
            locked.save(update_fields=["successor"])
            successor.successor = None
            successor.save(update_fields=["successor"])
            return successor
    except DatabaseError as error:
        if not broken_rule(error):
            raise
        raise Refused(explain(error)) from error
