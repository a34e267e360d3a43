"""What is loaded once for all tests of a module, and how little is emptied after a test that commits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.core.management.commands import flush
from django.db import transaction
from django.utils import translation


def keep(blocker: Any, *loads: Callable[[], object]) -> Iterator[None]:
    """For a fixture of a module: what a test changes is taken back after it, and what was loaded after the last one.

    Every test of the module that opens the database sees it, so all of them should ask for it, and none may commit.
    """
    with blocker.unblock(), translation.override("en"), transaction.atomic():
        for load in loads:
            load()
        yield
        transaction.set_rollback(True)


def empty_quickly(monkeypatch: Any) -> None:
    """After a test that commits, empty the tables that have rows; Django truncates all of them, which takes longer."""
    monkeypatch.setattr(flush, "sql_flush", _deletions)


def _deletions(_style: Any, connection: Any, **_options: Any) -> list[str]:
    quote = connection.ops.quote_name
    tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
    asked = [f"SELECT '{table}' WHERE EXISTS (SELECT FROM {quote(table)})" for table in tables]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(asked))
        filled = [f"DELETE FROM {quote(table)}" for (table,) in cursor.fetchall()]
    # As a replica does it: without triggers, so that no rule refuses it and no row has to go before another one.
    return ["SET LOCAL session_replication_role = replica", *filled]
