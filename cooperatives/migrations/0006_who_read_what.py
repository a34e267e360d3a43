import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import config.new_tables


class Migration(migrations.Migration):
    dependencies = [
        ("cooperatives", "0005_invitations_and_sessions"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        config.new_tables.AlterFields(
            steps=[
                migrations.AlterField(
                    model_name="cooperativeevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="enrolmentevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="factevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="invitationevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="memberevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="partnerevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="partnerroleevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="placeevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="programmeassignmentevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="programmeevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="schemeevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="staffassignmentevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="userevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="visitevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="visitvisitorevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
            ]
        ),
        migrations.CreateModel(
            name="ChangeContext",
            fields=[],
            options={
                "verbose_name": "author of changes",
                "verbose_name_plural": "authors of changes",
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("pghistory.context",),
        ),
        migrations.CreateModel(
            name="DataRead",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                ("read_at", models.DateTimeField(verbose_name="when")),
                ("view", models.CharField(max_length=80, verbose_name="list")),
                (
                    "form",
                    models.CharField(
                        choices=[("page", "page"), ("csv", "CSV"), ("xlsx", "spreadsheet"), ("zip", "ZIP")],
                        max_length=4,
                        verbose_name="form",
                    ),
                ),
                ("filters", models.JSONField(blank=True, default=dict, verbose_name="filters")),
                ("rows", models.PositiveIntegerField(blank=True, null=True, verbose_name="rows")),
                (
                    "cooperative",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cooperatives.cooperative",
                        verbose_name="co-op",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cooperatives.programme",
                        verbose_name="programme",
                    ),
                ),
                (
                    "read_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who",
                    ),
                ),
            ],
            options={
                "verbose_name": "reading of a list",
                "verbose_name_plural": "readings of lists",
                "ordering": ("-read_at", "-pk"),
            },
        ),
        migrations.AddIndex(
            model_name="dataread",
            index=models.Index(fields=["-read_at", "-id"], name="data_read_newest"),
        ),
        migrations.AddIndex(
            model_name="dataread",
            index=models.Index(fields=["read_by", "-read_at"], name="data_read_by_person"),
        ),
        migrations.AddIndex(
            model_name="dataread",
            index=models.Index(fields=["cooperative", "-read_at"], name="data_read_by_cooperative"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="changecontext",
            trigger=pgtrigger.compiler.Trigger(
                name="change_context_never_deleted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF (true) THEN RAISE EXCEPTION 'change_context_never_deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'change_context_never_deleted'; END IF; RETURN OLD;",
                    hash="baa4f9ba42d702e25743588c2a5840bffa90ffe3",
                    operation="DELETE",
                    pgid="pgtrigger_change_context_never_deleted_9fdb3",
                    table="pghistory_context",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="changecontext",
            trigger=pgtrigger.compiler.Trigger(
                name="change_context_fixed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.metadata := OLD.metadata || jsonb_strip_nulls(NEW.metadata); IF (NOT NEW.metadata @> jsonb_strip_nulls(OLD.metadata) OR (NEW.id, NEW.created_at) IS DISTINCT FROM (OLD.id, OLD.created_at)) THEN RAISE EXCEPTION 'change_context_fixed' USING ERRCODE = 'check_violation', CONSTRAINT = 'change_context_fixed'; END IF; RETURN NEW;",
                    hash="d86d11b5e913e18d9f579ab3fa95ace367beba55",
                    operation="UPDATE",
                    pgid="pgtrigger_change_context_fixed_94ee7",
                    table="pghistory_context",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dataread",
            trigger=pgtrigger.compiler.Trigger(
                name="data_read_never_deleted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF (true) THEN RAISE EXCEPTION 'data_read_never_deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'data_read_never_deleted'; END IF; RETURN OLD;",
                    hash="a458e638fb1392d1ff6e5f45f8886e4cd0d4a513",
                    operation="DELETE",
                    pgid="pgtrigger_data_read_never_deleted_163a1",
                    table="cooperatives_dataread",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dataread",
            trigger=pgtrigger.compiler.Trigger(
                name="data_read_fixed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF (OLD.rows IS NOT NULL OR (NEW.id, NEW.read_at, NEW.read_by_id, NEW.view, NEW.form, NEW.cooperative_id, NEW.programme_id, NEW.filters, NEW.is_example) IS DISTINCT FROM (OLD.id, OLD.read_at, OLD.read_by_id, OLD.view, OLD.form, OLD.cooperative_id, OLD.programme_id, OLD.filters, OLD.is_example)) THEN RAISE EXCEPTION 'data_read_fixed' USING ERRCODE = 'check_violation', CONSTRAINT = 'data_read_fixed'; END IF; RETURN NEW;",
                    hash="093317df7c0abbede3a25bdb65e44469c4bb6fc7",
                    operation="UPDATE",
                    pgid="pgtrigger_data_read_fixed_fd816",
                    table="cooperatives_dataread",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunSQL(
            sql=[
                "CREATE INDEX pghistory_context_by_user ON pghistory_context ((metadata ->> 'user'))",
                "CREATE INDEX pghistory_context_by_page ON pghistory_context (left(metadata ->> 'url', 200) text_pattern_ops)",
            ],
            reverse_sql=["DROP INDEX pghistory_context_by_user", "DROP INDEX pghistory_context_by_page"],
        ),
    ]
