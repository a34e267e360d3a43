"""What changed, in all records together: the newest changes that fit, however many millions there are.

Each kind of record has its own table of events. They are asked for the newest few each, which is what their index by
time gives at once, and the newest of those are shown. The next page begins where the last one ended (a `Place`), so
that a far page costs no more than the first, and nothing is ever counted.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import connection, models
from pghistory.models import Event

from config import history
from config.nested import read
from cooperatives.models import Cooperative, Member, Programme, User

Model = type[models.Model]
BATCH = 500
# The first of these that a row has is what it is called in a list.
CALLED = ("title", "name", "short_name", "payee", "original_name", "number", "code", "text", "purpose", "email")
# Kinds that tell about people: only for those who may see members and staff.
PERSONAL = {"cooperatives.member", "cooperatives.staffassignment", "cooperatives.fact", "cooperatives.user"}
PERSONAL_COLUMNS = {"responsible", "responsible_name", "auditor", "payee"}


@dataclass(frozen=True)
class Place:
    """Where a page ends: the time, kind and key of its last change."""

    at: dt.datetime
    kind: str
    key: int

    def __str__(self) -> str:
        return f"{self.at.isoformat()}~{self.kind}~{self.key}"

    @classmethod
    def read(cls, text: str) -> Place | None:
        """The place a link names; None for anything else."""
        at, _first, rest = text.partition("~")
        kind, _second, key = rest.partition("~")
        try:
            place = cls(dt.datetime.fromisoformat(at.replace(" ", "+")), kind, int(key))
        except ValueError:
            return None
        return place if place.at.tzinfo and kind in kinds() and 0 <= place.key < 2**31 else None


@dataclass(frozen=True)
class Choice:
    """Which changes: of these kinds, of one record, by these people, of one co-op or programme, between two moments.

    `page` is the beginning of the address they were made on.
    """

    kinds: tuple[str, ...] = ()
    record: str = ""
    people: tuple[int, ...] | None = None
    cooperative: int | None = None
    programme: int | None = None
    since: dt.datetime | None = None
    until: dt.datetime | None = None
    page: str = ""


@dataclass(frozen=True)
class Changed:
    """One change of one record, as a person reads it. `by` and `page` are empty for a change made by a command."""

    at: dt.datetime
    kind: str
    kind_name: str
    record: str
    called: str
    what: str
    label: str
    by: str
    page: str
    cooperative: str
    cooperative_slug: str
    changes: tuple[history.Change, ...] = field(default=())
    place: Place | None = None


@cache
def kinds() -> dict[str, Model]:
    """The kinds of records that have a history, by their labels."""
    events = [model for model in apps.get_models() if issubclass(model, Event) and not model._meta.proxy]
    tracked: set[Model] = {event.pgh_tracked_model for event in events if event._meta.managed}  # type: ignore[attr-defined]
    return {model._meta.label_lower: model for model in sorted(tracked, key=lambda model: model._meta.label_lower)}


def kinds_with(column: str) -> tuple[str, ...]:
    """The kinds that belong to a co-op (`cooperative`) or to a programme (`programme`)."""
    own = {"cooperative": Cooperative, "programme": Programme}[column]
    return tuple(
        label
        for label, model in kinds().items()
        if model is own or any(one.name == column and one.related_model is own for one in model._meta.fields)
    )


def newest(
    choice: Choice,
    *,
    before: Place | None = None,
    limit: int,
    with_names: bool = True,
    rows: history.Rows | None = None,
) -> list[Changed]:
    """The newest changes that fit, before that place, at most `limit` (four queries, or with `rows` one more a model).

    Without `with_names` nobody is named: neither who did it nor whom it is about. `rows` gives the rows of a model
    ready to be named, for the records of one kind; without, records that a change refers to are told by their number.
    """
    heads = _heads(choice, before, limit)
    details = _details(heads)
    names = _names(heads, details, with_names=with_names, rows=rows)
    return [_changed(head, details[head["kind"], head["id"]], names, with_names=with_names) for head in heads]


def every(choice: Choice, *, with_names: bool = True) -> Iterator[Changed]:
    """All changes that fit, the newest first, a batch in memory at a time."""
    before: Place | None = None
    while found := newest(choice, before=before, limit=BATCH, with_names=with_names):
        yield from found
        before = found[-1].place


def _heads(choice: Choice, before: Place | None, limit: int) -> list[dict[str, Any]]:
    """Time, kind and key of the changes, with who and where."""
    chosen = choice.kinds or tuple(kinds())
    parts: list[str] = []
    values: list[Any] = []
    for label in chosen:
        part, given = _part(label, choice, before, limit)
        parts.append(part)
        values += given
    newest_first = "ORDER BY at DESC, number DESC, id DESC LIMIT %s"
    sql = (
        f"SELECT found.*, context.metadata FROM (SELECT * FROM ({' UNION ALL '.join(parts)}) each "  # noqa: S608
        f"{newest_first}) found LEFT JOIN pghistory_context context ON context.id = found.context "
        "ORDER BY at DESC, number DESC, found.id DESC"
    )
    order = list(kinds())
    with connection.cursor() as cursor:
        cursor.execute(sql, [*values, limit])
        names = [column.name for column in cursor.description]
        found = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return [{**head, "kind": order[head["number"]]} for head in found]


def _part(label: str, choice: Choice, before: Place | None, limit: int) -> tuple[str, list[Any]]:
    """The newest events of one kind: SQL and its values."""
    model = kinds()[label]
    events = model.pgh_event_model._meta  # type: ignore[attr-defined]
    number = list(kinds()).index(label)
    cooperative = _owner(model, "cooperative")
    tests, values = _tests(model, choice)
    if before:
        order = list(kinds()).index(before.kind)
        comparison = "<=" if number < order else "<"
        if number == order:
            tests.append("(e.pgh_created_at, e.pgh_id) < (%s, %s)")
            values += [before.at, before.key]
        else:
            tests.append(f"e.pgh_created_at {comparison} %s")
            values.append(before.at)
    join = "JOIN pghistory_context c ON c.id = e.pgh_context_id" if choice.page or choice.people is not None else ""
    sql = (
        f"(SELECT e.pgh_created_at AS at, {number} AS number, e.pgh_id AS id, e.pgh_obj_id::text AS record, "  # noqa: S608
        f"e.pgh_label AS label, e.pgh_context_id AS context, {cooperative or 'NULL'}::bigint AS cooperative "
        f"FROM {events.db_table} e {join} WHERE {' AND '.join(tests) or 'true'} "
        "ORDER BY e.pgh_created_at DESC, e.pgh_id DESC LIMIT %s)"
    )
    return sql, [*values, limit]


def _owner(model: Model, name: str) -> str:
    """The column of the events that says which co-op or programme a record belongs to; empty for none."""
    own = {"cooperative": Cooperative, "programme": Programme}[name]
    if model is own:
        return "e.pgh_obj_id"
    return f"e.{name}_id" if any(one.name == name for one in model._meta.fields) else ""


def _tests(model: Model, choice: Choice) -> tuple[list[str], list[Any]]:
    tests: list[str] = []
    values: list[Any] = []
    for name in ("cooperative", "programme"):
        if (key := getattr(choice, name)) is not None:
            column = _owner(model, name)
            tests.append(f"{column} = %s" if column else "false")
            values += [key] if column else []
    given = {
        "e.pgh_obj_id::text = %s": choice.record or None,
        "e.pgh_created_at >= %s": choice.since,
        "e.pgh_created_at < %s": choice.until,
        "c.metadata ->> 'user' = ANY(%s)": None if choice.people is None else [str(one) for one in choice.people],
        "left(c.metadata ->> 'url', 200) LIKE %s": f"{_like(choice.page[:200])}%" if choice.page else None,
    }
    wanted = {test: value for test, value in given.items() if value is not None}
    return [*tests, *wanted], [*values, *wanted.values()]


def _like(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _details(heads: Sequence[dict[str, Any]]) -> dict[tuple[str, int], tuple[Any, Any]]:
    """Each event with the one before it of the same record, in one query."""
    parts: list[str] = []
    values: list[Any] = []
    for label in dict.fromkeys(head["kind"] for head in heads):
        table = kinds()[label].pgh_event_model._meta.db_table  # type: ignore[attr-defined]
        parts.append(
            f"SELECT %s AS kind, e.pgh_id, to_jsonb(e), (SELECT to_jsonb(b) FROM {table} b WHERE "  # noqa: S608
            "b.pgh_obj_id = e.pgh_obj_id AND b.pgh_id < e.pgh_id ORDER BY b.pgh_id DESC LIMIT 1) "
            f"FROM {table} e WHERE e.pgh_id = ANY(%s)"
        )
        values += [label, [head["id"] for head in heads if head["kind"] == label]]
    if not parts:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), values)
        found = cursor.fetchall()
    return {(kind, key): (_event(kind, now), _event(kind, before)) for kind, key, now, before in found}


def _event(label: str, row: Any) -> Any:
    if row is None:
        return None
    values = json.loads(row) if isinstance(row, str) else row
    return read(kinds()[label].pgh_event_model, [values])[0]  # type: ignore[attr-defined]


def _names(
    heads: Sequence[dict[str, Any]],
    details: dict[tuple[str, int], tuple[Any, Any]],
    *,
    with_names: bool,
    rows: history.Rows | None,
) -> history.Names:
    """Who and which co-op; with `rows`, all that the changes refer to."""
    if rows and heads:
        events = [event for pair in details.values() for event in pair if event]
        names = history.names_of(kinds()[heads[0]["kind"]], events, rows)
    else:
        names = history.Names()
    people = {_user(head) for head in heads} | {
        getattr(event, column.attname)
        for (kind, _key), pair in details.items()
        for event in filter(None, pair)
        for column in kinds()[kind]._meta.fields
        if isinstance(column, models.ForeignKey) and column.related_model is User
        if hasattr(event, column.attname)
    }
    found = User.objects.in_bulk([key for key in people if key]) if with_names else {}
    cooperatives = Cooperative.objects.in_bulk({head["cooperative"] for head in heads if head["cooperative"]})
    names.found |= {(User, key): str(person) for key, person in found.items()}
    names.found |= {(Cooperative, key): str(one) for key, one in cooperatives.items()}
    names.slugs = {key: one.slug for key, one in cooperatives.items()}
    names.asked |= {User}
    if not with_names:
        names.hidden = _is_personal
    return names


def _user(head: dict[str, Any]) -> Any:
    return (_metadata(head)).get("user")


def _metadata(head: dict[str, Any]) -> dict[str, Any]:
    about = head["metadata"] or {}
    return json.loads(about) if isinstance(about, str) else about


def _is_personal(column: models.Field[Any, Any]) -> bool:
    """Whether a field names a person."""
    return column.name in PERSONAL_COLUMNS or column.related_model in (get_user_model(), Member)


def _changed(head: dict[str, Any], pair: tuple[Any, Any], names: history.Names, *, with_names: bool) -> Changed:
    model, (event, before) = kinds()[head["kind"]], pair
    key = head["cooperative"]
    return Changed(
        at=head["at"],
        kind=head["kind"],
        kind_name=str(model._meta.verbose_name),
        record=head["record"],
        called=_called(event, with_names=with_names) or f"{head['record'][:8]}",
        what=str(history.WHAT.get(head["label"], head["label"])),
        label=head["label"],
        by=names.found.get((User, _user(head)), "") if with_names else "",
        page=_metadata(head).get("url") or "",
        cooperative=names.found.get((Cooperative, key), ""),
        cooperative_slug=names.slugs.get(key, ""),
        changes=tuple(history.changes(model, event, before, names)),
        place=Place(head["at"], head["kind"], head["id"]),
    )


def _called(event: Any, *, with_names: bool) -> str:
    for name in CALLED:
        if name in PERSONAL_COLUMNS and not with_names:
            continue
        if value := getattr(event, name, ""):
            return str(value)[:80]
    return ""
