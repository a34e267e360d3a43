"""The stored counts of people, counted again from their rows: for a look after a restore, or with triggers at rest.

The database keeps them by triggers (`models/reach.py`, `models/trained.py`); this is the second pair of eyes.
"""

from __future__ import annotations

from django.db import connection

from trainings.models import PeopleTrained, TrackReach, reach, trained


def wrong_counts() -> int:
    """How many stored counts of people are not what their rows say, missing ones among them (two queries)."""
    reached = _wrong(TrackReach._meta.db_table, "cooperative_id, track_id", "people", reach.FROM_ROWS)
    return reached + _wrong(
        PeopleTrained._meta.db_table, trained.KEY, ", ".join(trained.COUNTS), trained.from_rows("true")
    )


def _wrong(table: str, key: str, counts: str, rows: str) -> int:
    stored = f"SELECT {key}, {counts} FROM {table}"  # noqa: S608 constants, as below
    found = f"SELECT {key}, {counts} FROM found"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH found (is_example, {key}, {counts}) AS MATERIALIZED ({rows}), different AS "  # noqa: S608
            f"(({stored} EXCEPT {found}) UNION ALL ({found} EXCEPT {stored})) "
            f"SELECT count(DISTINCT ({key})) FROM different"
        )
        return int(cursor.fetchone()[0])
