"""The stored counts of people, counted again from their rows: for a look after a restore, or with triggers at rest.

The database keeps them by triggers (`models/reach.py`, `models/trained.py`); this is the second pair of eyes.
"""

from __future__ import annotations

from django.db import connection

from trainings.models import PeopleTrained, TrackReach, reach, trained

_REACH = "cooperative_id, track_id, people"
_TRAINED = ", ".join(
    ("cooperative_id", "year", "programme_id", "with_parts", "track_id", "is_together", *trained.COUNTS)
)


def wrong_counts() -> int:
    """How many stored counts of people are not what their rows say, missing ones among them (two queries)."""
    return _wrong(TrackReach._meta.db_table, _REACH, reach.FILL[reach.FILL.index("SELECT") :]) + _wrong(
        PeopleTrained._meta.db_table, _TRAINED, trained.from_rows("true")
    )


def _wrong(table: str, columns: str, rows: str) -> int:
    stored = f"SELECT {columns} FROM {table}"  # noqa: S608 constants, as below
    found = f"SELECT {columns} FROM found"  # noqa: S608
    key = columns.partition(", women" if "women" in columns else ", people")[0]
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH found (is_example, {columns}) AS MATERIALIZED ({rows}), different AS "  # noqa: S608
            f"(({stored} EXCEPT {found}) UNION ALL ({found} EXCEPT {stored})) "
            f"SELECT count(DISTINCT ({key})) FROM different"
        )
        return int(cursor.fetchone()[0])
