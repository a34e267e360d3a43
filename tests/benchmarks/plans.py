"""How the database finds what a page asks for: which large tables it would read from end to end."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import connection

# Tables that grow with use and the years, not with the number of co-ops alone.
LARGE = frozenset(
    {
        "premiums_expense",
        "premiums_expenseevent",
        "premiums_voucher",
        "trainings_attendance",
        "trainings_attendanceevent",
        "cooperatives_member",
        "premiums_sale",
        "premiums_premiumreceived",
        "premiums_activity",
        "premiums_allotment",
    }
)
MANY = 20_000  # rows; of a smaller table it may well be right to read all of it
# The pages people open most; together they ask far more than ten different questions.
HOTTEST = (
    "board",
    "dossier",
    "fund",
    "expense_list",
    "expense_list_last_page",
    "expense_create",
    "spending_log",
    "expense_detail",
    "roll_call",
    "sale_list",
)


def scanned(statements: Iterable[str]) -> list[str]:
    """The large tables that these statements would read from end to end."""
    found: set[str] = set()
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE reltuples >= %s", [MANY])
        large = LARGE.intersection(name for (name,) in cursor.fetchall())
        for statement in statements:
            if statement.lstrip("( ").startswith("SELECT"):
                cursor.execute("EXPLAIN (FORMAT JSON) " + statement.replace("%", "%%"), [])
                plan = cursor.fetchone()[0]
                plans = json.loads(plan) if isinstance(plan, str) else plan
                found |= large.intersection(_read_whole(plans[0]["Plan"]))
    return sorted(found)


def _read_whole(node: dict[str, Any]) -> Iterator[str]:
    if node["Node Type"] == "Seq Scan":
        yield node["Relation Name"]
    for below in node.get("Plans", ()):
        yield from _read_whole(below)


def most_rows(statements: Iterable[str]) -> int:
    """The most rows that one of these statements reads from a table or an index, those it drops again included."""
    most = 0
    with connection.cursor() as cursor:
        for statement in statements:
            if statement.lstrip("( ").startswith("SELECT"):
                cursor.execute("EXPLAIN (ANALYZE, FORMAT JSON) " + statement.replace("%", "%%"), [])
                plan = cursor.fetchone()[0]
                plans = json.loads(plan) if isinstance(plan, str) else plan
                most = max([most, *_rows_read(plans[0]["Plan"])])
    return most


def _rows_read(node: dict[str, Any]) -> Iterator[int]:
    if "Scan" in node["Node Type"]:
        rows = sum(node.get(name, 0) for name in ("Actual Rows", "Rows Removed by Filter"))
        yield round(rows * node["Actual Loops"])
    for below in node.get("Plans", ()):
        yield from _rows_read(below)
