"""Triggers that keep counts of people: they count anew what a statement touched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pgtrigger


@dataclass(frozen=True)
class Counting:
    """The triggers of one kind of count.

    `count` gives PL/pgSQL that counts for all that a query selects, in a loop over the record `each`; `touched` is that
    query for attendance: of the rows n of a table that it names {rows}.
    """

    name: str
    each: str
    touched: str
    count: Callable[[str], str]

    def of_attendance(self) -> tuple[pgtrigger.Trigger, ...]:
        """Once a statement, for all of its rows."""
        return (
            self._after_statement("marked", pgtrigger.Insert, new="new_rows"),
            self._after_statement("taken_back", pgtrigger.Delete, old="old_rows"),
            self._after_statement("moved", pgtrigger.Update, old="old_rows", new="new_rows"),
        )

    def _after_statement(self, what: str, operation: pgtrigger.Operation, **rows: str) -> pgtrigger.Trigger:
        return pgtrigger.Trigger(
            name=f"attendance_{what}_{self.name}",
            level=pgtrigger.Statement,
            when=pgtrigger.After,
            operation=operation,
            referencing=pgtrigger.Referencing(**rows),
            declare=[(self.each, "record")],
            func=self.count(" UNION ALL ".join(self.touched.format(rows=table) for table in rows.values())),
        )

    def after_row(self, name: str, columns: tuple[str, ...], touched: str) -> pgtrigger.Trigger:
        """After one of the columns of a row changed; `touched` is the query for what that touches."""
        return pgtrigger.Trigger(
            name=f"{name}_{self.name}",
            when=pgtrigger.After,
            operation=pgtrigger.UpdateOf(*columns),
            condition=pgtrigger.Condition(" OR ".join(f"NEW.{one} IS DISTINCT FROM OLD.{one}" for one in columns)),
            declare=[(self.each, "record")],
            func=self.count(touched),
        )
