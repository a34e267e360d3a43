"""The tables of the history: what every row of them has."""

from __future__ import annotations

from django.db import models
from pghistory.models import Event as PlainEvent


class Event(PlainEvent):  # type: ignore[misc]
    """One change of one row. Found by its time, so that a page over all tables reads the newest of each and no more."""

    pgh_created_at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        abstract = True
