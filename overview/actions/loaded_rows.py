"""Rows that come from the data files: read, found again, created, kept or restored.

The files (`cooperatives/data/*.json`) name columns as the models do, with three short forms:

- `"note": {"en": …, "es": …, "pt": …}` fills `note`, `note_es` and `note_pt`; a plain text is the same everywhere.
- `"as_of": "late 2009"` fills `as_of_on` and `as_of_precision` (see `config.dates.read_partial_date`).
- a source is a key of `sources.json`, with what follows it, such as `"article, line 9"`; a list holds several.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar, cast

import pghistory.models
from django.apps import apps
from django.db import DatabaseError, models, transaction

from config.dates import read_partial_date
from config.errors import broken_rule, explain

# Under this name the history knows what a load wrote.
COMMAND = "load_programme"

M = TypeVar("M", bound=models.Model)


def read_data(name: str) -> dict[str, Any]:
    """The content of `cooperatives/data/<name>.json`; numbers with a point become Decimal."""
    path = Path(apps.get_app_config("cooperatives").path) / "data" / f"{name}.json"
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    return content


@dataclass
class Tally:
    """What a load did to one model. `created` to `restored` count rows."""

    name: str
    created: int = 0
    unchanged: int = 0
    kept: int = 0
    restored: int = 0

    @property
    def total(self) -> int:
        """Rows of the data files."""
        return self.created + self.unchanged + self.kept + self.restored


@dataclass
class Load:
    """One run over the data files.

    A row is known by its key. When no row has the key any more, the history tells which row an earlier load wrote
    under it, so that a row is not made twice because somebody corrected its title or its date. What is missing is
    created. What differs from the files was corrected by a person since and is kept; with `update` the columns that
    the files give are set back. Columns that the files do not give are never touched.
    """

    update: bool = False
    tallies: dict[type[models.Model], Tally] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    sources: dict[str, str] = field(default_factory=lambda: read_data("sources"))

    def __post_init__(self) -> None:
        """Look once whether there was an earlier load."""
        self._new: set[models.Model] = set()
        self._loaded_before = pghistory.models.Context.objects.filter(metadata__command=COMMAND).exists()

    def put(self, model: type[M], key: Mapping[str, Any], values: Mapping[str, Any]) -> M:
        """The row of `model` with this key, created with key and values when it is missing."""
        tally = self.tallies.setdefault(model, Tally(str(model._meta.verbose_name_plural)))
        row = self._find(model, key)
        if row is None:
            tally.created += 1
            row = model._default_manager.create(**key, **values)
            self._new.add(row)
            return row
        changed = [name for name, value in {**key, **values}.items() if not _holds(row, name, value)]
        if not changed:
            tally.unchanged += 1
        elif self.update and self._restore(row, changed, {**key, **values}):
            tally.restored += 1
        else:
            tally.kept += 1
            if not self.update:
                self._remark("kept", row, changed)
        return row

    def link(self, row: models.Model, name: str, others: Iterable[models.Model]) -> None:
        """Join `row` to `others` over the many-to-many field `name`, unless a person changed that since."""
        manager = getattr(row, name)
        wanted = {other.pk for other in others}
        if row in self._new:
            manager.set(wanted)
        elif set(manager.values_list("pk", flat=True)) != wanted:
            if self.update:
                manager.set(wanted)
            self._remark("restored" if self.update else "kept", row, [name])

    def columns(self, model: type[models.Model], entry: Mapping[str, Any]) -> dict[str, Any]:
        """An entry of a data file as columns of `model`; the short forms are those of this module."""
        names = {column.name for column in model._meta.get_fields()}
        found: dict[str, Any] = {}
        for name, value in entry.items():
            if name == "source" or name.endswith("_source"):
                found[name] = self.source(value)
            elif isinstance(value, dict):
                found |= {name: value["en"], f"{name}_es": value["es"], f"{name}_pt": value["pt"]}
            elif f"{name}_on" in names:
                found[f"{name}_on"], found[f"{name}_precision"] = read_partial_date(value)
            else:
                found[name] = value
        return found

    def source(self, reference: str | list[str]) -> str:
        """The readable text of one or several sources. Raises KeyError for a source the list does not have."""
        if isinstance(reference, list):
            return "; ".join(self.source(one) for one in reference)
        key, rest = cast(re.Match[str], re.match(r"([a-z0-9-]*)(.*)", reference)).groups()
        return f"{self.sources[key]}{rest}"

    def _find(self, model: type[M], key: Mapping[str, Any]) -> M | None:
        rows = model._default_manager.order_by("pk")
        row = rows.filter(**key).first()
        if row is None and self._loaded_before:
            written = cast(Any, model).pgh_event_model.objects.filter(
                pgh_label="insert", pgh_context__metadata__command=COMMAND, **key
            )
            row = rows.filter(pk__in=written.values("pgh_obj_id")).first()
        return row

    def _restore(self, row: models.Model, changed: list[str], values: Mapping[str, Any]) -> bool:
        """Set the changed columns back. What a rule protects stays as it is, and the remark says which rule."""
        for name in changed:
            setattr(row, name, values[name])
        try:
            with transaction.atomic():
                row.save(update_fields=changed)
        except DatabaseError as error:
            if not broken_rule(error):
                raise
            row.refresh_from_db()
            self._remark("kept", row, changed, explain(error))
            return False
        self._remark("restored", row, changed)
        return True

    def _remark(self, what: str, row: models.Model, columns: list[str], why: str = "") -> None:
        reason = f" ({why})" if why else ""
        self.remarks.append(f"{what}: {row._meta.verbose_name} {row.pk} “{row}”: {', '.join(columns)}{reason}")


def _holds(row: models.Model, name: str, value: Any) -> bool:
    """Whether the row has this value; related rows are compared by key, without fetching them."""
    stored = getattr(row, row._meta.get_field(name).attname)  # type: ignore[union-attr]
    return bool(stored == (value.pk if isinstance(value, models.Model) else value))
