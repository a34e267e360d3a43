"""How the database keeps the totals of the ledger: the one place where they change.

Stored totals: `fund.received`, `fund.approved`, `fund.spent`, `fund.unratified`, `activity.approved` and
`activity.spent`. Triggers move
them by the difference a row makes, within the statement that writes the row. The check constraint
`activity_spent_within_approved` then refuses overspending, whoever writes and however many write at once, because the
update of the activity's row locks it.
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


def expenses_move_totals() -> pgtrigger.Trigger:
    """An expense takes from its activity and its fund; a voided one gives back."""
    return pgtrigger.Trigger(
        name="expense_totals",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("amount", "state", "activity_id") | pgtrigger.Delete,
        declare=[("change", "record")],
        func=f"""
            FOR change IN
                SELECT activity_id, sum(delta) AS delta FROM (
                    SELECT OLD.activity_id AS activity_id, -({_TAKES.format(row="OLD")}) AS delta
                    WHERE TG_OP <> 'INSERT'
                    UNION ALL
                    SELECT NEW.activity_id, {_TAKES.format(row="NEW")}
                    WHERE TG_OP <> 'DELETE'
                ) AS moves
                WHERE activity_id IS NOT NULL
                GROUP BY activity_id HAVING sum(delta) <> 0 ORDER BY activity_id
            LOOP
                UPDATE premiums_activity SET spent = spent + change.delta WHERE id = change.activity_id;
                UPDATE premiums_fund SET spent = spent + change.delta
                WHERE id = (SELECT fund_id FROM premiums_activity WHERE id = change.activity_id);
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
