from decimal import Decimal

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

# What was spent before.
FILL = """
    INSERT INTO premiums_spending (is_example, cooperative_id, year, category_id, amount, without_amount)
    SELECT bool_and(e.is_example), e.cooperative_id, extract(year FROM e.spent_on)::smallint, a.category_id,
        coalesce(sum(e.amount), 0), count(*) FILTER (WHERE e.amount IS NULL)
    FROM premiums_expense e JOIN premiums_activity a ON a.id = e.activity_id WHERE e.state <> 'voided'
    GROUP BY e.cooperative_id, extract(year FROM e.spent_on)::smallint, a.category_id
"""


class Migration(migrations.Migration):
    dependencies = [
        ("cooperatives", "0001_squashed_0006_who_read_what"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("premiums", "0007_expenses_of_an_activity"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="expense",
            name="expense_totals",
        ),
        migrations.CreateModel(
            name="Spending",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                ("year", models.PositiveSmallIntegerField(editable=False, null=True, verbose_name="year")),
                (
                    "amount",
                    models.DecimalField(
                        decimal_places=2, default=Decimal("0"), editable=False, max_digits=14, verbose_name="amount"
                    ),
                ),
                (
                    "without_amount",
                    models.PositiveIntegerField(default=0, editable=False, verbose_name="expenses without an amount"),
                ),
            ],
            options={
                "verbose_name": "spending of a year",
                "verbose_name_plural": "spending by year",
                "ordering": ("cooperative", "year", "category"),
            },
        ),
        migrations.CreateModel(
            name="SpendingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                ("id", models.BigIntegerField()),
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                ("year", models.PositiveSmallIntegerField(editable=False, null=True, verbose_name="year")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="spending",
            name="category",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="spending",
                to="premiums.category",
                verbose_name="use category",
            ),
        ),
        migrations.AddField(
            model_name="spending",
            name="cooperative",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="spending",
                to="cooperatives.cooperative",
                verbose_name="co-op",
            ),
        ),
        migrations.AddField(
            model_name="spendingevent",
            name="category",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="premiums.category",
                verbose_name="use category",
            ),
        ),
        migrations.AddField(
            model_name="spendingevent",
            name="cooperative",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cooperatives.cooperative",
                verbose_name="co-op",
            ),
        ),
        migrations.AddField(
            model_name="spendingevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="spendingevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="premiums.spending",
            ),
        ),
        migrations.AddConstraint(
            model_name="spending",
            constraint=models.UniqueConstraint(
                fields=("cooperative", "year", "category"),
                name="spending_once",
                nulls_distinct=False,
                violation_error_message="The spending of this co-op, year and category is added up already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="spending",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gte", 0)),
                name="spending_not_negative",
                violation_error_message="A total of the spending would fall below zero.",
            ),
        ),
        migrations.RunSQL(
            [FILL, "SET CONSTRAINTS ALL IMMEDIATE", "SET CONSTRAINTS ALL DEFERRED"], migrations.RunSQL.noop
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="activity",
            trigger=pgtrigger.compiler.Trigger(
                name="activity_category_spending",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.category_id IS DISTINCT FROM OLD.category_id)",
                    declare="DECLARE move record;",
                    func="\n            PERFORM FROM premiums_fund WHERE id = NEW.fund_id FOR NO KEY UPDATE;\n            FOR move IN\n                SELECT e.cooperative_id, e.year, side.category_id, side.sign * e.amount AS amount,\n                    side.sign * e.lacking AS lacking, e.is_example\n                FROM (\n                    SELECT e.cooperative_id, extract(year FROM e.spent_on)::smallint AS year, sum(CASE WHEN e.state = 'voided' THEN 0 ELSE coalesce(e.amount, 0) END) AS amount,\n                        sum(CASE WHEN e.state <> 'voided' AND e.amount IS NULL THEN 1 ELSE 0 END) AS lacking, bool_and(e.is_example) AS is_example\n                    FROM premiums_expense e WHERE e.activity_id = NEW.id AND e.state <> 'voided' GROUP BY 1, 2\n                ) AS e CROSS JOIN (VALUES (-1, OLD.category_id), (1, NEW.category_id)) AS side (sign, category_id)\n            LOOP\n                \n    IF move.amount < 0 OR move.lacking < 0 THEN\n        UPDATE premiums_spending SET amount = amount + move.amount, without_amount = without_amount + move.lacking\n        WHERE cooperative_id = move.cooperative_id AND year IS NOT DISTINCT FROM move.year\n            AND category_id IS NOT DISTINCT FROM move.category_id;\n        DELETE FROM premiums_spending\n        WHERE cooperative_id = move.cooperative_id AND amount = 0 AND without_amount = 0;\n    ELSE\n        INSERT INTO premiums_spending AS s (is_example, cooperative_id, year, category_id, amount, without_amount)\n        VALUES (move.is_example, move.cooperative_id, move.year, move.category_id, move.amount, move.lacking)\n        ON CONFLICT (cooperative_id, year, category_id) DO UPDATE SET amount = s.amount + excluded.amount,\n            without_amount = s.without_amount + excluded.without_amount,\n            is_example = s.is_example AND excluded.is_example;\n    END IF;\n\n            END LOOP;\n            RETURN NULL;\n        ",
                    hash="b8093dc1c8ffa16277b7504720655cec28759b11",
                    operation='UPDATE OF "category_id"',
                    pgid="pgtrigger_activity_category_spending_9eb74",
                    table="premiums_activity",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="expense",
            trigger=pgtrigger.compiler.Trigger(
                name="expense_totals",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE move record; fund bigint; delta numeric := 0;",
                    func="\n            IF TG_OP = 'UPDATE' AND (OLD.activity_id, CASE WHEN OLD.state = 'voided' THEN 0 ELSE coalesce(OLD.amount, 0) END, CASE WHEN OLD.state <> 'voided' AND OLD.amount IS NULL THEN 1 ELSE 0 END, extract(year FROM OLD.spent_on)::smallint) IS NOT DISTINCT FROM (NEW.activity_id, CASE WHEN NEW.state = 'voided' THEN 0 ELSE coalesce(NEW.amount, 0) END, CASE WHEN NEW.state <> 'voided' AND NEW.amount IS NULL THEN 1 ELSE 0 END, extract(year FROM NEW.spent_on)::smallint) THEN RETURN NULL; END IF;\n            FOR move IN\n                SELECT activity_id, sum(amount) AS amount FROM (\n                    SELECT OLD.activity_id AS activity_id, -(CASE WHEN OLD.state = 'voided' THEN 0 ELSE coalesce(OLD.amount, 0) END) AS amount\n                    WHERE TG_OP <> 'INSERT'\n                    UNION ALL\n                    SELECT NEW.activity_id, CASE WHEN NEW.state = 'voided' THEN 0 ELSE coalesce(NEW.amount, 0) END\n                    WHERE TG_OP <> 'DELETE'\n                ) AS moves\n                WHERE activity_id IS NOT NULL\n                GROUP BY activity_id ORDER BY activity_id\n            LOOP\n                IF move.amount <> 0 THEN\n                    UPDATE premiums_activity SET spent = spent + move.amount WHERE id = move.activity_id\n                    RETURNING fund_id INTO fund;\n                    delta := delta + move.amount;\n                ELSE\n                    SELECT fund_id INTO fund FROM premiums_activity WHERE id = move.activity_id FOR NO KEY UPDATE;\n                END IF;\n            END LOOP;\n            IF delta <> 0 THEN\n                UPDATE premiums_fund SET spent = spent + delta WHERE id = fund;\n            ELSE\n                PERFORM FROM premiums_fund WHERE id = fund FOR NO KEY UPDATE;\n            END IF;\n            FOR move IN\n                SELECT m.cooperative_id, m.year, a.category_id, sum(m.amount) AS amount, sum(m.lacking) AS lacking,\n                    bool_and(m.is_example) AS is_example\n                FROM (\n                    SELECT OLD.cooperative_id AS cooperative_id, OLD.activity_id AS activity_id,\n                        extract(year FROM OLD.spent_on)::smallint AS year, -(CASE WHEN OLD.state = 'voided' THEN 0 ELSE coalesce(OLD.amount, 0) END) AS amount,\n                        -(CASE WHEN OLD.state <> 'voided' AND OLD.amount IS NULL THEN 1 ELSE 0 END) AS lacking, OLD.is_example AS is_example\n                    WHERE TG_OP <> 'INSERT'\n                    UNION ALL\n                    SELECT NEW.cooperative_id, NEW.activity_id, extract(year FROM NEW.spent_on)::smallint, CASE WHEN NEW.state = 'voided' THEN 0 ELSE coalesce(NEW.amount, 0) END,\n                        CASE WHEN NEW.state <> 'voided' AND NEW.amount IS NULL THEN 1 ELSE 0 END, NEW.is_example\n                    WHERE TG_OP <> 'DELETE'\n                ) AS m JOIN premiums_activity a ON a.id = m.activity_id\n                GROUP BY m.cooperative_id, m.year, a.category_id HAVING sum(m.amount) <> 0 OR sum(m.lacking) <> 0\n            LOOP\n                \n    IF move.amount < 0 OR move.lacking < 0 THEN\n        UPDATE premiums_spending SET amount = amount + move.amount, without_amount = without_amount + move.lacking\n        WHERE cooperative_id = move.cooperative_id AND year IS NOT DISTINCT FROM move.year\n            AND category_id IS NOT DISTINCT FROM move.category_id;\n        DELETE FROM premiums_spending\n        WHERE cooperative_id = move.cooperative_id AND amount = 0 AND without_amount = 0;\n    ELSE\n        INSERT INTO premiums_spending AS s (is_example, cooperative_id, year, category_id, amount, without_amount)\n        VALUES (move.is_example, move.cooperative_id, move.year, move.category_id, move.amount, move.lacking)\n        ON CONFLICT (cooperative_id, year, category_id) DO UPDATE SET amount = s.amount + excluded.amount,\n            without_amount = s.without_amount + excluded.without_amount,\n            is_example = s.is_example AND excluded.is_example;\n    END IF;\n\n            END LOOP;\n            RETURN NULL;\n        ",
                    hash="9076484c439d5d4ddfd9d21a8d1b7a10b6726526",
                    operation='INSERT OR UPDATE OF "amount", "state", "activity_id", "spent_on" OR DELETE',
                    pgid="pgtrigger_expense_totals_8af88",
                    table="premiums_expense",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="spending",
            trigger=pgtrigger.compiler.Trigger(
                name="spending_from_expenses",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (pg_trigger_depth() < 1)",
                    func="IF (true) THEN RAISE EXCEPTION 'spending_from_expenses' USING ERRCODE = 'check_violation', CONSTRAINT = 'spending_from_expenses'; END IF; RETURN NULL;",
                    hash="67043fdddb733994bc1b2e0599cdd1082169a004",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_spending_from_expenses_c05a8",
                    table="premiums_spending",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="spending",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "premiums_spendingevent" ("category_id", "cooperative_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "year") VALUES (NEW."category_id", NEW."cooperative_id", NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."year"); RETURN NULL;',
                    hash="417457bc24e24780f6f07057d51bb97ac273da8e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0a37e",
                    table="premiums_spending",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="spending",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."category_id" IS DISTINCT FROM (NEW."category_id") OR OLD."cooperative_id" IS DISTINCT FROM (NEW."cooperative_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_example" IS DISTINCT FROM (NEW."is_example") OR OLD."year" IS DISTINCT FROM (NEW."year"))',
                    func='INSERT INTO "premiums_spendingevent" ("category_id", "cooperative_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "year") VALUES (NEW."category_id", NEW."cooperative_id", NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."year"); RETURN NULL;',
                    hash="a5486c06568ccb4dd1253c3e9a7a8f4b85109c9d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fa6d1",
                    table="premiums_spending",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="spending",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "premiums_spendingevent" ("category_id", "cooperative_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "year") VALUES (OLD."category_id", OLD."cooperative_id", OLD."id", OLD."is_example", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."year"); RETURN NULL;',
                    hash="29c36ec337aefdc2e98d9a14cefdbe46cfc41b6d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8c247",
                    table="premiums_spending",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="spendingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="94e9209534be3102d8dd303182db3a3b6c54aab3",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_fc02f",
                    table="premiums_spendingevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
