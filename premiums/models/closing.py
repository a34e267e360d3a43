"""A closed year accepts no change, by any path.

A plan is closed when its year was reported to the assembly. Every row that belongs to a closed plan, and every
receipt dated inside its period, refuses insert, update and delete. Writers share a lock on the plan's row that closing
takes for itself, so that nothing slips in while a year is being closed.
"""

from __future__ import annotations

import pgtrigger
from django.utils.translation import gettext_lazy as _

from config.errors import Rule, refuse_when

SENTENCE = _("This year is closed: nothing in it can be added or changed any more.")


def not_in_closed_plan(name: str, plan_of: str, *, operation: pgtrigger.Operation | None = None) -> Rule:
    """Refuse writes to rows of a closed plan. `plan_of` is SQL for the key of the plan, with {row} for NEW or OLD."""
    return Rule(
        name=name,
        sentence=SENTENCE,
        when=pgtrigger.Before,
        operation=operation or pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        declare=[("closed", "boolean")],
        func=f"""
            IF TG_OP <> 'INSERT' THEN
                SELECT closed_at IS NOT NULL INTO closed FROM premiums_plan
                WHERE id = {plan_of.format(row="OLD")} FOR SHARE;
                {refuse_when("closed", name)}
            END IF;
            IF TG_OP <> 'DELETE' THEN
                SELECT closed_at IS NOT NULL INTO closed FROM premiums_plan
                WHERE id = {plan_of.format(row="NEW")} FOR SHARE;
                {refuse_when("closed", name)}
                RETURN NEW;
            END IF;
            RETURN OLD;
        """,
    )


def not_in_closed_year(name: str, date: str) -> Rule:
    """Refuse writes of rows of a fund that are dated inside the period of a closed plan of the fund."""
    inside = f"{{row}}.fund_id = fund_id AND {{row}}.{date} BETWEEN starts_on AND ends_on"
    return _refused_inside(name, inside)


def not_for_closed_receipt(name: str, receipt: str) -> Rule:
    """Refuse writes of parts of premium that was received inside the period of a closed plan."""
    inside = (
        "EXISTS (SELECT FROM premiums_premiumreceived r WHERE r.id = {row}." + receipt + " "
        "AND r.fund_id = premiums_plan.fund_id AND r.received_on BETWEEN starts_on AND ends_on)"
    )
    return _refused_inside(name, inside)


def _refused_inside(name: str, inside: str) -> Rule:
    locked = f"""
        FOR closed IN SELECT closed_at IS NOT NULL FROM premiums_plan WHERE {inside} ORDER BY id FOR SHARE
        LOOP {refuse_when("closed", name)} END LOOP;
    """
    return Rule(
        name=name,
        sentence=SENTENCE,
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        declare=[("closed", "boolean")],
        func=f"""
            IF TG_OP <> 'INSERT' THEN {locked.format(row="OLD")} END IF;
            IF TG_OP <> 'DELETE' THEN {locked.format(row="NEW")} RETURN NEW; END IF;
            RETURN OLD;
        """,
    )
