"""No check constraint lets an unknown through: NULL in a comparison makes the whole condition unknown, and that passes.

Where a column may be empty its constraint has to say so. Each check that looks at two or more columns is asked by the
database itself, with every combination of sample values and NULL.
"""

from __future__ import annotations

import re
from itertools import chain

import pytest
from django.db import connection

SAMPLES = {
    "boolean": ["true", "false"],
    "character varying": ["''", "'x'"],
    "text": ["''", "'x'"],
    "date": ["'2012-01-01'", "'2013-05-02'"],
    "timestamp with time zone": ["'2012-01-01'"],
    "uuid": ["'2b0e7c5e-8d7c-4d2c-9a55-0f6f0b6a7c11'"],
} | {kind: ["0", "1", "50"] for kind in ("smallint", "integer", "bigint", "numeric", "double precision")}

CHECKS = """
    SELECT conname, conrelid::regclass::text, pg_get_expr(conbin, conrelid), conrelid, conkey::int[] FROM pg_constraint
    WHERE contype = 'c' AND connamespace = 'public'::regnamespace AND cardinality(conkey) > 1
"""
COLUMNS = """
    SELECT attname, format_type(atttypid, NULL), attnotnull FROM pg_attribute
    WHERE attrelid = %s AND attnum = ANY(%s) ORDER BY attnum
"""


def let_through() -> dict[str, dict[str, object]]:
    """By name of the check: a combination of values for which it is neither true nor false."""
    found = {}
    with connection.cursor() as cursor:
        cursor.execute(CHECKS)
        for name, _table, condition, table, columns in cursor.fetchall():
            cursor.execute(COLUMNS, [table, columns])
            named = [f"'{word}'" for word in re.findall(r"'([^']+)'::", condition)]
            samples = ", ".join(sample(column, named) for column in cursor.fetchall())
            cursor.execute(f"SELECT * FROM {samples} WHERE ({condition}) IS NULL LIMIT 1")
            if row := cursor.fetchone():
                found[name] = dict(zip([column.name for column in cursor.description], row, strict=True))
    return found


def sample(column: tuple[str, str, bool], named: list[str]) -> str:
    """SQL for the values one column may have; of a text also the words the condition names."""
    name, kind, is_required = column
    words = named if kind in ("character varying", "text") else []
    values = list(dict.fromkeys(chain(SAMPLES[kind], words, [] if is_required else ["NULL"])))
    rows = ", ".join(f"({value})" for value in values)
    return f'(SELECT value::{kind} AS "{name}" FROM (VALUES {rows}) AS v (value)) AS "of_{name}"'


@pytest.mark.django_db
def test_no_check_is_satisfied_by_an_unknown() -> None:
    assert let_through() == {}


@pytest.mark.django_db
def test_a_check_that_forgets_an_empty_column_is_found() -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE forgetful (a integer, b integer NOT NULL, CONSTRAINT forgets CHECK (a > b))")
    assert let_through() == {"forgets": {"a": None, "b": 0}}
