"""The ledger, recomputed from its rows: every total, state and vote, over the whole database.

The database keeps these promises by constraints and triggers (`models/ledger.py`). This is the second pair of eyes: it
reads the rows alone and says what differs, for instance after a restore or after somebody switched triggers off.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection

from premiums.models.sales import LB_PER_KG
from premiums.models.spending import FROM_ROWS


@dataclass(frozen=True)
class Difference:
    """A row that is not what its rows say: which table and key, what was looked at, what stands there, what should."""

    table: str
    key: int
    what: str
    stands: Any
    should: Any

    def __str__(self) -> str:
        return f"{self.table} {self.key}: {self.what} is {self.stands}, the rows say {self.should}"


def _sale_check(column: str, part: str) -> str:
    """Sales whose `column` is not what quantity and rate give; a cancelled one, or one without a rate, gives none."""
    due = f"CASE WHEN s.state <> 'cancelled' THEN round(s.quantity_kg * {LB_PER_KG} * r.{part}, 2) END"
    return (
        f"SELECT s.id, s.{column}, {due} FROM premiums_sale s LEFT JOIN premiums_rate r ON r.id = s.rate_id "  # noqa: S608
        f"WHERE s.{column} IS DISTINCT FROM {due}"
    )


# Each query answers with (key, what stands there, what should) for the rows that differ, and with nothing when all
# agree. `IS DISTINCT FROM` so that a null never hides a difference.
CHECKS: tuple[tuple[str, str, str], ...] = (
    (
        "premiums_activity",
        "approved",
        """SELECT a.id, a.approved, coalesce(r.total, 0) FROM premiums_activity a LEFT JOIN (
               SELECT l.activity_id, sum(l.amount) AS total FROM premiums_allotment l
               JOIN premiums_resolution v ON v.id = l.resolution_id AND v.state = 'adopted'
               GROUP BY l.activity_id) r ON r.activity_id = a.id
           WHERE a.approved IS DISTINCT FROM coalesce(r.total, 0)""",
    ),
    (
        "premiums_activity",
        "spent",
        """SELECT a.id, a.spent, coalesce(r.total, 0) FROM premiums_activity a LEFT JOIN (
               SELECT activity_id, sum(amount) AS total FROM premiums_expense
               WHERE state <> 'voided' GROUP BY activity_id) r ON r.activity_id = a.id
           WHERE a.spent IS DISTINCT FROM coalesce(r.total, 0)""",
    ),
    (
        "premiums_activity",
        "spent within approved",
        """SELECT id, spent, greatest(approved, authorised_amount) FROM premiums_activity
           WHERE spent > greatest(approved, authorised_amount) OR spent < 0 OR approved < 0""",
    ),
    (
        "premiums_fund",
        "received",
        """SELECT f.id, f.received, coalesce(r.total, 0) FROM premiums_fund f LEFT JOIN (
               SELECT fund_id, sum(amount) AS total FROM premiums_premiumreceived GROUP BY fund_id
           ) r ON r.fund_id = f.id WHERE f.received IS DISTINCT FROM coalesce(r.total, 0)""",
    ),
    (
        "premiums_fund",
        "unratified",
        """SELECT f.id, f.unratified, coalesce(r.total, 0) FROM premiums_fund f LEFT JOIN (
               SELECT fund_id, sum(greatest(spent - approved, 0)) AS total FROM premiums_activity GROUP BY fund_id
           ) r ON r.fund_id = f.id WHERE f.unratified IS DISTINCT FROM coalesce(r.total, 0)""",
    ),
    (
        "premiums_sale",
        "premium due",
        _sale_check("premium_due", "premium"),
    ),
    (
        "premiums_sale",
        "premium due for quality and productivity",
        _sale_check("quality_due", "quality_part"),
    ),
    (
        "premiums_premiumreceived",
        "parts for the sales within what was received",
        """SELECT p.id, sum(t.amount), coalesce(p.original_amount, p.amount) FROM premiums_premiumreceived p
           JOIN premiums_premiumpayment t ON t.premium_received_id = p.id GROUP BY p.id
           HAVING sum(t.amount) > coalesce(p.original_amount, p.amount)""",
    ),
    (
        "premiums_plan",
        "closed without open entries",
        """SELECT p.id, e.state, 'checked or voided' FROM premiums_plan p
           JOIN premiums_activity a ON a.plan_id = p.id JOIN premiums_expense e ON e.activity_id = a.id
           WHERE p.closed_at IS NOT NULL AND e.state IN ('logged', 'returned') AND NOT e.is_historic""",
    ),
    (
        "premiums_plan",
        "closed with a report on every activity that had money",
        """SELECT p.id, a.title, 'a report' FROM premiums_plan p JOIN premiums_activity a ON a.plan_id = p.id
           WHERE p.closed_at IS NOT NULL AND (a.approved > 0 OR a.spent > 0)
           AND NOT EXISTS (SELECT FROM premiums_activityreport r WHERE r.activity_id = a.id)""",
    ),
    (
        "premiums_planline",
        "an activity of the same plan",
        """SELECT l.id, v.plan_id, a.plan_id FROM premiums_planline l
           JOIN premiums_planversion v ON v.id = l.version_id JOIN premiums_activity a ON a.id = l.activity_id
           WHERE v.plan_id <> a.plan_id""",
    ),
    (
        "premiums_planversion",
        "approved by an adopted resolution",
        """SELECT v.id, v.state, 'draft' FROM premiums_planversion v
           WHERE v.state IN ('approved', 'superseded') AND NOT EXISTS (
               SELECT FROM premiums_resolution r WHERE r.plan_version_id = v.id AND r.state = 'adopted')""",
    ),
    (
        "premiums_fund",
        "approved",
        """SELECT f.id, f.approved, coalesce(r.total, 0) FROM premiums_fund f LEFT JOIN (
               SELECT fund_id, sum(approved) AS total FROM premiums_activity GROUP BY fund_id
           ) r ON r.fund_id = f.id WHERE f.approved IS DISTINCT FROM coalesce(r.total, 0)""",
    ),
    (
        "premiums_fund",
        "spent",
        """SELECT f.id, f.spent, coalesce(r.total, 0) FROM premiums_fund f LEFT JOIN (
               SELECT a.fund_id, sum(e.amount) AS total FROM premiums_expense e
               JOIN premiums_activity a ON a.id = e.activity_id
               WHERE e.state <> 'voided' GROUP BY a.fund_id) r ON r.fund_id = f.id
           WHERE f.spent IS DISTINCT FROM coalesce(r.total, 0)""",
    ),
    (
        "premiums_fund",
        "spending by year and category",
        f"""SELECT f.id, to_jsonb(s) - 'id' - 'is_example', to_jsonb(r) - 'is_example'
           FROM premiums_spending s FULL JOIN ({FROM_ROWS}) r ON r.cooperative_id = s.cooperative_id
               AND coalesce(r.year, 0) = coalesce(s.year, 0)
               AND coalesce(r.category_id, 0) = coalesce(s.category_id, 0)
           JOIN premiums_fund f ON f.cooperative_id = coalesce(s.cooperative_id, r.cooperative_id)
           WHERE (s.amount, s.without_amount) IS DISTINCT FROM (r.amount, r.without_amount)""",  # noqa: S608 a constant
    ),
    (
        "premiums_resolution",
        "votes within presence",
        """SELECT v.id, v.votes_for + v.votes_against + v.votes_abstained + v.votes_blank,
               s.present_women + s.present_men
           FROM premiums_resolution v JOIN premiums_assembly s ON s.id = v.assembly_id
           WHERE v.votes_for + v.votes_against + v.votes_abstained + v.votes_blank
               > s.present_women + s.present_men""",
    ),
    (
        "premiums_resolution",
        "adopted with quorum and majority",
        """SELECT v.id, v.state, 'draft' FROM premiums_resolution v JOIN premiums_assembly s ON s.id = v.assembly_id
           WHERE v.state = 'adopted' AND NOT v.is_historic AND (
               (s.present_women + s.present_men) * 100 >= s.entitled * s.quorum_percent
               AND CASE v.majority
                   WHEN 'simple' THEN v.votes_for > v.votes_against
                   WHEN 'absolute' THEN v.votes_for * 2 > s.present_women + s.present_men
                   WHEN 'two thirds' THEN v.votes_for * 3 >= (s.present_women + s.present_men) * 2
               END) IS NOT TRUE""",
    ),
    (
        "premiums_resolution",
        "historic ones release nothing",
        """SELECT DISTINCT v.id, l.amount, 0 FROM premiums_resolution v
           JOIN premiums_allotment l ON l.resolution_id = v.id WHERE v.is_historic""",
    ),
    (
        "premiums_expense",
        "checked by another person",
        "SELECT id, checked_by_id, NULL FROM premiums_expense WHERE checked_by_id = logged_by_id",
    ),
    (
        "premiums_expense",
        "state and what it needs",
        """SELECT id, state, 'who, when and why' FROM premiums_expense WHERE NOT is_historic AND (
               logged_by_id IS NULL OR amount IS NULL OR amount <= 0 OR spent_on IS NULL
               OR state = 'checked' AND checked_at IS NULL
               OR state = 'returned' AND (returned_at IS NULL OR returned_reason = '')
               OR state = 'voided' AND (voided_at IS NULL OR voided_reason = ''))""",
    ),
    (
        "premiums_expense",
        "co-op of its activity",
        """SELECT e.id, e.cooperative_id, a.cooperative_id FROM premiums_expense e
           JOIN premiums_activity a ON a.id = e.activity_id WHERE e.cooperative_id <> a.cooperative_id""",
    ),
    (
        "premiums_activity",
        "co-op of its fund",
        """SELECT a.id, a.cooperative_id, f.cooperative_id FROM premiums_activity a
           JOIN premiums_fund f ON f.id = a.fund_id WHERE a.cooperative_id <> f.cooperative_id""",
    ),
)


def differences() -> Iterator[Difference]:
    """All that differs, check by check (one query each, over all rows)."""
    for table, what, query in CHECKS:
        with connection.cursor() as cursor:
            cursor.execute(query)
            for key, stands, should in cursor.fetchall():
                yield Difference(table, key, what, stands, should)
