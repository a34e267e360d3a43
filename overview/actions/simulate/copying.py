"""Rows go in by COPY: triggers rest meanwhile, indexes of the large tables are built afterwards.

Triggers rest in one of two ways. A superuser switches them off for the session (`session_replication_role`), which
leaves out the checks of foreign keys too. The owner of the tables, who is no superuser, switches off our own triggers
table by table, inside the transaction; foreign keys are then checked row by row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count, islice
from typing import Any

from django.apps import apps
from django.db import connection, models

Row = tuple[Any, ...]
# Told as rows go in: which table (in words), how many rows of it are in, how many there will be.
Tell = Callable[[str, int, int], None]
STEP = 20_000  # rows between two words of progress


@dataclass
class Keys:
    """Primary keys of one table, given out in order; the first is beyond every key there is."""

    model: type[models.Model]
    first: int

    @classmethod
    def of(cls, model: type[models.Model]) -> Keys:
        """The keys that follow those in the table."""
        largest = model._default_manager.aggregate(models.Max("pk"))["pk__max"]
        return cls(model, (largest or 0) + 1)

    def counted(self) -> Iterator[int]:
        """One after the other."""
        return count(self.first)


class Table:
    """How rows of one model are written: the columns that vary, in order, and those that are the same everywhere.

    What is not named gets the model's default. Refused with TypeError: a column that has none.
    """

    def __init__(self, model: type[models.Model], *varying: str, **same: Any) -> None:
        self.model = model
        self.constants = tuple({**self._defaults(model, {*varying, *same}), **same}.values())
        names = [*varying, *self._defaults(model, {*varying, *same}), *same]
        fields = {field.name: field for field in model._meta.concrete_fields}
        fields |= {field.attname: field for field in model._meta.concrete_fields} | {"pk": model._meta.pk}
        self.columns = [fields[name].column for name in names]

    @staticmethod
    def _defaults(model: type[models.Model], given: set[str]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for field in model._meta.concrete_fields:
            if field.name in given or field.attname in given or field.generated or field.primary_key:
                continue
            value = True if field.name == "is_example" else field.get_default()
            if value is None and not field.null:
                raise TypeError(f"{model.__name__}.{field.name} has no default, give it")
            found[field.name] = value
        return found

    def copy(self, rows: Iterable[Row], expected: int, tell: Tell) -> int:
        """Write the rows; returns how many there were. `expected` is for the word of progress."""
        words, written = str(self.model._meta.verbose_name_plural), 0
        quoted = ", ".join(connection.ops.quote_name(str(column)) for column in self.columns)
        statement = f"COPY {connection.ops.quote_name(self.model._meta.db_table)} ({quoted}) FROM STDIN"
        rows = iter(rows)
        tell(words, 0, expected)
        with connection.cursor() as cursor, cursor.copy(statement) as copy:
            while batch := list(islice(rows, STEP)):
                for row in batch:
                    copy.write_row(row + self.constants)
                written += len(batch)
                tell(words, min(written, expected - 1), expected)
        tell(words, written, written)
        return written


@contextmanager
def triggers_resting() -> Iterator[str]:
    """No trigger of ours runs inside; yields how that was done, in words. Needs a transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        is_superuser = cursor.fetchone()[0]
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # nothing waits that would keep a table from being altered
        tables = [connection.ops.quote_name(model._meta.db_table) for model in apps.get_models() if model._meta.managed]
        if is_superuser:
            cursor.execute("SET LOCAL session_replication_role = 'replica'")
        else:
            for table in tables:
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        yield "switched off for the session" if is_superuser else "switched off table by table, foreign keys checked"
        if is_superuser:
            cursor.execute("SET LOCAL session_replication_role = 'origin'")
        else:
            for table in tables:
                cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


@contextmanager
def indexes_later(*tables: type[models.Model]) -> Iterator[None]:
    """The indexes of these tables, but for unique ones, are dropped and built again at the end."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index "
            "WHERE NOT indisunique AND indrelid = ANY(%s::regclass[])",
            [[model._meta.db_table for model in tables]],
        )
        found = cursor.fetchall()
        for name, _definition in found:
            cursor.execute(f"DROP INDEX {name}")
        yield
        cursor.execute("SET LOCAL maintenance_work_mem = '512MB'")
        for _name, definition in found:
            cursor.execute(definition)


def sequences_behind_keys() -> None:
    """Every sequence goes on after the keys that were written."""
    with connection.cursor() as cursor:
        for model in apps.get_models():
            key = model._meta.pk
            if isinstance(key, models.AutoField | models.BigAutoField):
                table = model._meta.db_table
                cursor.execute(
                    f"SELECT setval(pg_get_serial_sequence(%s, %s), greatest(max({key.column}), 1), "  # noqa: S608
                    f"max({key.column}) IS NOT NULL) FROM {connection.ops.quote_name(table)}",
                    [connection.ops.quote_name(table), key.column],
                )
