"""The history of one row: who changed what, when and from which page, read from the events the database writes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.contrib.auth import get_user_model
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from config.ui import day, moment, number

Rows = Callable[[type[models.Model]], "models.QuerySet[Any]"]


@dataclass
class Names:
    """The names of rows, by model and key. Of models nobody asked for, a number stands for the name.

    `hidden` says of a field that its values are not for this reader.
    """

    found: dict[tuple[type[models.Model], Any], str] = field(default_factory=dict)
    asked: set[type[models.Model]] = field(default_factory=set)
    hidden: Callable[[models.Field[Any, Any]], bool] = lambda _field: False
    slugs: dict[Any, str] = field(default_factory=dict)

    def of(self, model: type[models.Model], key: Any) -> str:
        """The name of a row; a sentence for one that is gone, its number for one nobody looked up."""
        if name := self.found.get((model, key)):
            return name
        sentence = _("deleted (number %(number)s)") if model in self.asked else _("number %(number)s")
        return sentence % {"number": key}


WHAT = {
    "insert": gettext_lazy("created"),
    "update": gettext_lazy("changed"),
    "delete": gettext_lazy("deleted"),
}


@dataclass(frozen=True)
class Change:
    """One field: what it said before and what it says since; empty texts for empty."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Entry:
    """One event of the row. `by` and `page` are empty when the change came from a command or around the pages."""

    at: dt.datetime
    kind: str
    what: str
    by: str
    page: str
    changes: tuple[Change, ...]


def events_of(model: type[models.Model], pk: Any) -> models.QuerySet[Any]:
    """The events of one row, newest first; a deleted row keeps its own."""
    event_model = model.pgh_event_model  # type: ignore[attr-defined]
    events: models.QuerySet[Any] = event_model.objects.filter(pgh_obj_id=pk).select_related("pgh_context")
    return events.order_by("-pgh_id")


def entries(model: type[models.Model], events: Sequence[Any], shown: int, rows: Rows) -> list[Entry]:
    """The first `shown` of `events` (newest first) as a person reads them.

    `events` brings one more than is shown, for the comparison. `rows` gives the rows of a model, ready to be named
    without further queries: one query for each model the events refer to, whatever their number.
    """
    names = names_of(model, events, rows)
    pairs = zip(events[:shown], [*events[1:], None], strict=False)
    return [_entry(model, event, before, names) for event, before in pairs]


def _entry(model: type[models.Model], event: Any, before: Any | None, names: Names) -> Entry:
    about = event.pgh_context.metadata if event.pgh_context else {}
    return Entry(
        at=event.pgh_created_at,
        kind=event.pgh_label,
        what=str(WHAT.get(event.pgh_label, event.pgh_label)),
        by=names.found.get((get_user_model(), about.get("user")), ""),
        page=about.get("url") or "",
        changes=tuple(changes(model, event, before, names)),
    )


def changes(model: type[models.Model], event: Any, before: Any | None, names: Names) -> Iterable[Change]:
    """What the event changed; for a creation what it said (but for "no"), for a deletion what it had said."""
    for column in _fields(model, event):
        value = getattr(event, column.attname)
        if event.pgh_label == "update":
            earlier = getattr(before, column.attname) if before else value
            pair = (earlier, value)
        else:
            value = value or None if isinstance(value, bool) else value
            pair = (None, value) if event.pgh_label == "insert" else (value, None)
        if pair[0] != pair[1]:
            texts = (_text(column, one, names) for one in pair)
            change = Change(str(column.verbose_name), *texts)
            if change.before or change.after:
                yield change


def _fields(model: type[models.Model], event: Any) -> list[models.Field[Any, Any]]:
    """The fields a person reads: not the keys the software makes for itself."""
    recorded = {field.name for field in event._meta.fields}
    return [
        f
        for f in model._meta.fields
        if f.name in recorded and not f.primary_key and not isinstance(f, models.UUIDField)
    ]


def names_of(model: type[models.Model], events: Sequence[Any], rows: Rows) -> Names:
    """The names of all rows the events refer to, one query for each model."""
    wanted: dict[type[models.Model], set[Any]] = {get_user_model(): set()}
    for event in events:
        if event.pgh_context:
            wanted[get_user_model()].add(event.pgh_context.metadata.get("user"))
        for column in _fields(model, event):
            if isinstance(column, models.ForeignKey):
                wanted.setdefault(column.related_model, set()).add(getattr(event, column.attname))
    found = {target: rows(target).in_bulk(keys - {None}) for target, keys in wanted.items() if keys - {None}}
    return Names(
        {(target, pk): str(row) for target, by_key in found.items() for pk, row in by_key.items()}, set(wanted)
    )


def _text(column: models.Field[Any, Any], value: Any, names: Names) -> str:
    """A value as a person reads it; empty for none."""
    if value is None or value == "":
        return ""
    if names.hidden(column):
        return _("not shown")
    if isinstance(column, models.ForeignKey):
        return names.of(column.related_model, value)
    if column.choices:
        return str(dict(column.flatchoices).get(value, value))
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, dt.datetime):
        return moment(value)
    if isinstance(value, dt.date):
        return day(value)
    if isinstance(value, Decimal):
        return number(value, getattr(column, "decimal_places", 0))
    return str(value)
