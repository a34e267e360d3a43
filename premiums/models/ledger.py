"""How the database keeps the totals of the ledger: the one place where they change.

Stored totals: `fund.received`, `fund.approved`, `fund.spent`, `fund.unratified`, `activity.approved`,
`activity.spent`, and the rows of `Spending`, by co-op, year and category. Triggers move them by the difference a row
makes, within the statement that writes the row. The check constraint `activity_spent_within_approved` then refuses
overspending, whoever writes and however many write at once, because the update of the activity's row locks it.

Locks are taken in one order, so that two writers wait and never deadlock: activities by key, the fund, the spending.
Whoever has the fund's row is alone with all spending of the co-op.
"""

from __future__ import annotations

import pgtrigger
from django.utils.translation import gettext_lazy as _

from config.errors import Rule, refuse_when


def totals_only_from_ledger(name: str, *columns: str) -> Rule:
    """Totals follow from the rows: nobody writes them, not even on insert."""
    changed = " OR ".join(f"NEW.{column} <> OLD.{column}" for column in columns)
    given = " OR ".join(f"NEW.{column} <> 0" for column in columns)
    return Rule(
        name=name,
        sentence=_("Totals follow from the entries, they are not written by hand."),
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf(*columns),
        func=(
            "IF TG_OP = 'INSERT' THEN "
            + refuse_when(given, name)
            + " ELSE "
            + refuse_when(f"pg_trigger_depth() < 2 AND ({changed})", name)
            + " END IF; RETURN NEW;"
        ),
    )


def receipts_move_totals() -> pgtrigger.Trigger:
    """Premium received adds to its fund."""
    return pgtrigger.Trigger(
        name="premium_received_totals",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("amount", "fund_id") | pgtrigger.Delete,
        func="""
            IF TG_OP <> 'INSERT' AND OLD.amount IS NOT NULL THEN
                UPDATE premiums_fund SET received = received - OLD.amount WHERE id = OLD.fund_id;
            END IF;
            IF TG_OP <> 'DELETE' AND NEW.amount IS NOT NULL THEN
                UPDATE premiums_fund SET received = received + NEW.amount WHERE id = NEW.fund_id;
            END IF;
            RETURN NULL;
        """,
    )


def adoption_moves_totals() -> pgtrigger.Trigger:
    """An adopted resolution releases its allotments, in the order of the activities so that two never deadlock."""
    return pgtrigger.Trigger(
        name="resolution_totals",
        when=pgtrigger.After,
        operation=pgtrigger.UpdateOf("state"),
        condition=pgtrigger.Condition("OLD.state <> 'adopted' AND NEW.state = 'adopted'"),
        declare=[("allotment", "record")],
        func="""
            FOR allotment IN
                SELECT activity_id, amount FROM premiums_allotment
                WHERE resolution_id = NEW.id ORDER BY activity_id
            LOOP
                UPDATE premiums_activity SET approved = approved + allotment.amount
                WHERE id = allotment.activity_id;
                UPDATE premiums_fund SET approved = approved + allotment.amount
                WHERE id = (SELECT fund_id FROM premiums_activity WHERE id = allotment.activity_id);
            END LOOP;
            RETURN NULL;
        """,
    )


# What an expense takes from its activity: its amount, or nothing when it is voided or the amount is not recorded.
_TAKES = "CASE WHEN {row}.state = 'voided' THEN 0 ELSE coalesce({row}.amount, 0) END"
# Whether it counts as one whose amount is not recorded.
_LACKS = "CASE WHEN {row}.state <> 'voided' AND {row}.amount IS NULL THEN 1 ELSE 0 END"
_YEAR = "extract(year FROM {row}.spent_on)::smallint"
_COUNTS = f"{{row}}.activity_id, {_TAKES}, {_LACKS}, {_YEAR}"

# PL/pgSQL that moves one row of spending by `move`, a record of its key and of the differences. What is taken away
# stands there, and what is added may be the first of its kind.
_MOVE_SPENDING = """
    IF move.amount < 0 OR move.lacking < 0 THEN
        UPDATE premiums_spending SET amount = amount + move.amount, without_amount = without_amount + move.lacking
        WHERE cooperative_id = move.cooperative_id AND year IS NOT DISTINCT FROM move.year
            AND category_id IS NOT DISTINCT FROM move.category_id;
        DELETE FROM premiums_spending
        WHERE cooperative_id = move.cooperative_id AND amount = 0 AND without_amount = 0;
    ELSE
        INSERT INTO premiums_spending AS s (is_example, cooperative_id, year, category_id, amount, without_amount)
        VALUES (move.is_example, move.cooperative_id, move.year, move.category_id, move.amount, move.lacking)
        ON CONFLICT (cooperative_id, year, category_id) DO UPDATE SET amount = s.amount + excluded.amount,
            without_amount = s.without_amount + excluded.without_amount,
            is_example = s.is_example AND excluded.is_example;
    END IF;
"""


def expenses_move_totals() -> pgtrigger.Trigger:
    """An expense takes from its activity and its fund, and adds to the spending of its year; a voided one gives back.

    An expense stays with its co-op, and a co-op has one fund: all its moves are moves of that fund.
    """
    was, now = _COUNTS.format(row="OLD"), _COUNTS.format(row="NEW")
    return pgtrigger.Trigger(
        name="expense_totals",
        when=pgtrigger.After,
        operation=pgtrigger.Insert
        | pgtrigger.UpdateOf("amount", "state", "activity_id", "spent_on")
        | pgtrigger.Delete,
        declare=[("move", "record"), ("fund", "bigint"), ("delta", "numeric := 0")],
        func=f"""
            IF TG_OP = 'UPDATE' AND ({was}) IS NOT DISTINCT FROM ({now}) THEN RETURN NULL; END IF;
            FOR move IN
                SELECT activity_id, sum(amount) AS amount FROM (
                    SELECT OLD.activity_id AS activity_id, -({_TAKES.format(row="OLD")}) AS amount
                    WHERE TG_OP <> 'INSERT'
                    UNION ALL
                    SELECT NEW.activity_id, {_TAKES.format(row="NEW")}
                    WHERE TG_OP <> 'DELETE'
                ) AS moves
                WHERE activity_id IS NOT NULL
                GROUP BY activity_id ORDER BY activity_id
            LOOP
                IF move.amount <> 0 THEN
                    UPDATE premiums_activity SET spent = spent + move.amount WHERE id = move.activity_id
                    RETURNING fund_id INTO fund;
                    delta := delta + move.amount;
                ELSE
                    SELECT fund_id INTO fund FROM premiums_activity WHERE id = move.activity_id FOR NO KEY UPDATE;
                END IF;
            END LOOP;
            IF delta <> 0 THEN
                UPDATE premiums_fund SET spent = spent + delta WHERE id = fund;
            ELSE
                PERFORM FROM premiums_fund WHERE id = fund FOR NO KEY UPDATE;
            END IF;
            FOR move IN
                SELECT m.cooperative_id, m.year, a.category_id, sum(m.amount) AS amount, sum(m.lacking) AS lacking,
                    bool_and(m.is_example) AS is_example
                FROM (
                    SELECT OLD.cooperative_id AS cooperative_id, OLD.activity_id AS activity_id,
                        {_YEAR.format(row="OLD")} AS year, -({_TAKES.format(row="OLD")}) AS amount,
                        -({_LACKS.format(row="OLD")}) AS lacking, OLD.is_example AS is_example
                    WHERE TG_OP <> 'INSERT'
                    UNION ALL
                    SELECT NEW.cooperative_id, NEW.activity_id, {_YEAR.format(row="NEW")}, {_TAKES.format(row="NEW")},
                        {_LACKS.format(row="NEW")}, NEW.is_example
                    WHERE TG_OP <> 'DELETE'
                ) AS m JOIN premiums_activity a ON a.id = m.activity_id
                GROUP BY m.cooperative_id, m.year, a.category_id HAVING sum(m.amount) <> 0 OR sum(m.lacking) <> 0
            LOOP
                {_MOVE_SPENDING}
            END LOOP;
            RETURN NULL;
        """,
    )


def categories_move_spending() -> pgtrigger.Trigger:
    """What was spent on an activity goes along when the activity gets another category."""
    return pgtrigger.Trigger(
        name="activity_category_spending",
        when=pgtrigger.After,
        operation=pgtrigger.UpdateOf("category_id"),
        condition=pgtrigger.Condition("NEW.category_id IS DISTINCT FROM OLD.category_id"),
        declare=[("move", "record")],
        func=f"""
            PERFORM FROM premiums_fund WHERE id = NEW.fund_id FOR NO KEY UPDATE;
            FOR move IN
                SELECT e.cooperative_id, e.year, side.category_id, side.sign * e.amount AS amount,
                    side.sign * e.lacking AS lacking, e.is_example
                FROM (
                    SELECT e.cooperative_id, {_YEAR.format(row="e")} AS year, sum({_TAKES.format(row="e")}) AS amount,
                        sum({_LACKS.format(row="e")}) AS lacking, bool_and(e.is_example) AS is_example
                    FROM premiums_expense e WHERE e.activity_id = NEW.id AND e.state <> 'voided' GROUP BY 1, 2
                ) AS e CROSS JOIN (VALUES (-1, OLD.category_id), (1, NEW.category_id)) AS side (sign, category_id)
            LOOP
                {_MOVE_SPENDING}
            END LOOP;
            RETURN NULL;
        """,
    )


def exceptions_move_totals() -> pgtrigger.Trigger:
    """What an activity spent by exception beyond its approval is unratified, until a resolution covers it."""
    return pgtrigger.Trigger(
        name="activity_unratified",
        when=pgtrigger.After,
        operation=pgtrigger.UpdateOf("approved", "spent"),
        condition=pgtrigger.Condition("greatest(NEW.spent - NEW.approved, 0) <> greatest(OLD.spent - OLD.approved, 0)"),
        func="""
            UPDATE premiums_fund SET unratified = unratified
                + greatest(NEW.spent - NEW.approved, 0) - greatest(OLD.spent - OLD.approved, 0)
            WHERE id = NEW.fund_id;
            RETURN NULL;
        """,
    )
