"""Small lists of a row read together with it: PostgreSQL hands them over as JSON, in one query."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Model, QuerySet
from django.db.models.functions import JSONObject

M = TypeVar("M", bound=Model)


def nested(rows: QuerySet[Any], *names: str, **lookups: str) -> ArraySubquery:
    """These columns of `rows` as a list, in their order; `lookups` names columns of related rows."""
    columns = {name: name for name in names} | lookups
    return ArraySubquery(rows.values(row=JSONObject(**columns)))


def read(model: type[M], rows: Iterable[dict[str, Any]] | None) -> list[M]:
    """The rows again, with their types; keys that are no columns of `model` are left to the caller."""
    return [_row(model, row) for row in rows or ()]


def _row(model: type[M], values: dict[str, Any]) -> M:
    columns = {field.attname: field for field in model._meta.concrete_fields}
    return model(**{name: columns[name].to_python(value) for name, value in values.items() if name in columns})
