"""The history as a tidy table: one row a field that changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from overview.reports.changes import Changed

COLUMNS = (
    "changed_at",
    "person",
    "page",
    "kind",
    "record",
    "called",
    "cooperative",
    "what",
    "field",
    "before",
    "after",
)


def change_rows(changes: Iterable[Changed]) -> Iterator[tuple[Any, ...]]:
    """The header, then a row for each field; a change of no field that people read has one row without a field."""
    yield COLUMNS
    for one in changes:
        about = (one.at, one.by or None, one.page or None, one.kind, one.record, one.called)
        where = (one.cooperative_slug or None, one.label)
        for field in one.changes:
            yield (*about, *where, field.label, field.before or None, field.after or None)
        if not one.changes:
            yield (*about, *where, None, None, None)
