import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cooperatives", "0001_squashed_0006_who_read_what"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("premiums", "0001_squashed_0004_history_by_time"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PlannedAssembly",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                ("planned_on", models.DateField(verbose_name="planned for")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("ordinary", "ordinary assembly"),
                            ("extraordinary", "extraordinary assembly"),
                            ("delegates", "assembly of delegates"),
                        ],
                        default="ordinary",
                        max_length=13,
                        verbose_name="kind",
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="place")),
                ("agenda", models.TextField(blank=True, verbose_name="agenda")),
                ("moved_reason", models.TextField(blank=True, verbose_name="why it was moved")),
                ("moved_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="moved at")),
                ("cancelled_reason", models.TextField(blank=True, verbose_name="why it was cancelled")),
                (
                    "cancelled_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="cancelled at"),
                ),
                (
                    "assembly",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="planned",
                        to="premiums.assembly",
                        verbose_name="assembly held",
                    ),
                ),
                (
                    "cancelled_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="cancelled by",
                    ),
                ),
                (
                    "cooperative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="planned_assemblies",
                        to="cooperatives.cooperative",
                        verbose_name="co-op",
                    ),
                ),
                (
                    "moved_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="moved by",
                    ),
                ),
            ],
            options={
                "verbose_name": "planned assembly",
                "verbose_name_plural": "planned assemblies",
                "ordering": ("-planned_on", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="PlannedAssemblyEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                ("id", models.BigIntegerField()),
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                ("planned_on", models.DateField(verbose_name="planned for")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("ordinary", "ordinary assembly"),
                            ("extraordinary", "extraordinary assembly"),
                            ("delegates", "assembly of delegates"),
                        ],
                        default="ordinary",
                        max_length=13,
                        verbose_name="kind",
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="place")),
                ("agenda", models.TextField(blank=True, verbose_name="agenda")),
                ("moved_reason", models.TextField(blank=True, verbose_name="why it was moved")),
                ("moved_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="moved at")),
                ("cancelled_reason", models.TextField(blank=True, verbose_name="why it was cancelled")),
                (
                    "cancelled_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="cancelled at"),
                ),
                (
                    "assembly",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="premiums.assembly",
                        verbose_name="assembly held",
                    ),
                ),
                (
                    "cancelled_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="cancelled by",
                    ),
                ),
                (
                    "cooperative",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cooperatives.cooperative",
                        verbose_name="co-op",
                    ),
                ),
                (
                    "moved_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="moved by",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="premiums.plannedassembly",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="plannedassembly",
            constraint=models.UniqueConstraint(
                condition=models.Q(("cancelled_at__isnull", True)),
                fields=("cooperative", "planned_on"),
                name="planned_assembly_once_a_day",
                violation_error_message="An assembly is already planned for this day.",
            ),
        ),
        migrations.AddConstraint(
            model_name="plannedassembly",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("moved_at__isnull", True), ("moved_by__isnull", True)),
                    models.Q(("moved_at__isnull", False), ("moved_by__isnull", False)),
                    _connector="OR",
                ),
                name="planned_assembly_moved",
                violation_error_message="Who and when are recorded together, or not at all.",
            ),
        ),
        migrations.AddConstraint(
            model_name="plannedassembly",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("cancelled_at__isnull", True), ("cancelled_by__isnull", True)),
                    models.Q(("cancelled_at__isnull", False), ("cancelled_by__isnull", False)),
                    _connector="OR",
                ),
                name="planned_assembly_cancelled",
                violation_error_message="Who and when are recorded together, or not at all.",
            ),
        ),
        migrations.AddConstraint(
            model_name="plannedassembly",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("moved_at__isnull", True), models.Q(("moved_reason", ""), _negated=True), _connector="OR"
                ),
                name="planned_assembly_moved_with_reason",
                violation_error_message="Say why the assembly is moved.",
            ),
        ),
        migrations.AddConstraint(
            model_name="plannedassembly",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("cancelled_at__isnull", True), models.Q(("cancelled_reason", ""), _negated=True), _connector="OR"
                ),
                name="planned_assembly_cancelled_with_reason",
                violation_error_message="Say why the assembly is cancelled.",
            ),
        ),
        migrations.AddConstraint(
            model_name="plannedassembly",
            constraint=models.CheckConstraint(
                condition=models.Q(("cancelled_at__isnull", True), ("assembly__isnull", True), _connector="OR"),
                name="planned_assembly_held_or_cancelled",
                violation_error_message="A cancelled assembly was not held. Plan it again, or record the one held.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plannedassembly",
            trigger=pgtrigger.compiler.Trigger(
                name="planned_assembly_never_deleted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF (true) THEN RAISE EXCEPTION 'planned_assembly_never_deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'planned_assembly_never_deleted'; END IF; RETURN OLD;",
                    hash="a204337a717c2befa71c8edac3a117defa2d7296",
                    operation="DELETE",
                    pgid="pgtrigger_planned_assembly_never_deleted_0148a",
                    table="premiums_plannedassembly",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plannedassembly",
            trigger=pgtrigger.compiler.Trigger(
                name="planned_assembly_same_cooperative",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF (NEW.assembly_id IS NOT NULL AND (SELECT cooperative_id FROM premiums_assembly WHERE id = NEW.assembly_id) <> NEW.cooperative_id) THEN RAISE EXCEPTION 'planned_assembly_same_cooperative' USING ERRCODE = 'check_violation', CONSTRAINT = 'planned_assembly_same_cooperative'; END IF; RETURN NEW;",
                    hash="98c739858120967e39a4c960e5a293d049e3290a",
                    operation='INSERT OR UPDATE OF "assembly_id", "cooperative_id"',
                    pgid="pgtrigger_planned_assembly_same_cooperative_e2758",
                    table="premiums_plannedassembly",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plannedassembly",
            trigger=pgtrigger.compiler.Trigger(
                name="planned_assembly_stays_with_its_cooperative",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF (NEW.cooperative_id IS DISTINCT FROM OLD.cooperative_id) THEN RAISE EXCEPTION 'planned_assembly_stays_with_its_cooperative' USING ERRCODE = 'check_violation', CONSTRAINT = 'planned_assembly_stays_with_its_cooperative'; END IF; RETURN NEW;",
                    hash="15b8d601e45e91617ef3c1cb8833ab0b92a68075",
                    operation='UPDATE OF "cooperative_id"',
                    pgid="pgtrigger_planned_assembly_stays_with_its_cooperative_f500f",
                    table="premiums_plannedassembly",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plannedassembly",
            trigger=pgtrigger.compiler.Trigger(
                name="planned_assembly_moved_by_somebody",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF (NEW.planned_on <> OLD.planned_on AND (NEW.moved_at IS NULL OR NEW.moved_at = OLD.moved_at)) THEN RAISE EXCEPTION 'planned_assembly_moved_by_somebody' USING ERRCODE = 'check_violation', CONSTRAINT = 'planned_assembly_moved_by_somebody'; END IF; RETURN NEW;",
                    hash="119946f891dcbb391c2aef6509c1c96f3b13655a",
                    operation='UPDATE OF "planned_on"',
                    pgid="pgtrigger_planned_assembly_moved_by_somebody_a8729",
                    table="premiums_plannedassembly",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plannedassembly",
            trigger=pgtrigger.compiler.Trigger(
                name="planned_assembly_settled",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF ((OLD.cancelled_at IS NOT NULL OR OLD.assembly_id IS NOT NULL) AND NEW IS DISTINCT FROM OLD) THEN RAISE EXCEPTION 'planned_assembly_settled' USING ERRCODE = 'check_violation', CONSTRAINT = 'planned_assembly_settled'; END IF; RETURN NEW;",
                    hash="89b241d5db6aacaf5bd8c0c26038adedab44e41b",
                    operation="UPDATE",
                    pgid="pgtrigger_planned_assembly_settled_d1ebc",
                    table="premiums_plannedassembly",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plannedassembly",
            trigger=pgtrigger.compiler.Trigger(
                name="planned_assembly_held_by_then",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF ((SELECT held_on FROM premiums_assembly WHERE id = NEW.assembly_id) > (now() AT TIME ZONE (SELECT time_zone FROM cooperatives_cooperative WHERE id = NEW.cooperative_id))::date) THEN RAISE EXCEPTION 'planned_assembly_held_by_then' USING ERRCODE = 'check_violation', CONSTRAINT = 'planned_assembly_held_by_then'; END IF; RETURN NEW;",
                    hash="a0d5fd9ecf09b2488ee9b7848b6aba1fbd13eb6a",
                    operation='INSERT OR UPDATE OF "assembly_id"',
                    pgid="pgtrigger_planned_assembly_held_by_then_3dca0",
                    table="premiums_plannedassembly",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plannedassembly",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "premiums_plannedassemblyevent" ("agenda", "assembly_id", "cancelled_at", "cancelled_by_id", "cancelled_reason", "cooperative_id", "id", "is_example", "kind", "moved_at", "moved_by_id", "moved_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_on") VALUES (NEW."agenda", NEW."assembly_id", NEW."cancelled_at", NEW."cancelled_by_id", NEW."cancelled_reason", NEW."cooperative_id", NEW."id", NEW."is_example", NEW."kind", NEW."moved_at", NEW."moved_by_id", NEW."moved_reason", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."planned_on"); RETURN NULL;',
                    hash="70da7193c0ec44e288d791f585c0d03026ca735a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_344e1",
                    table="premiums_plannedassembly",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plannedassembly",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "premiums_plannedassemblyevent" ("agenda", "assembly_id", "cancelled_at", "cancelled_by_id", "cancelled_reason", "cooperative_id", "id", "is_example", "kind", "moved_at", "moved_by_id", "moved_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_on") VALUES (NEW."agenda", NEW."assembly_id", NEW."cancelled_at", NEW."cancelled_by_id", NEW."cancelled_reason", NEW."cooperative_id", NEW."id", NEW."is_example", NEW."kind", NEW."moved_at", NEW."moved_by_id", NEW."moved_reason", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."planned_on"); RETURN NULL;',
                    hash="5bfef0c3e5b7fa79db8b123df9fcc1d69c779518",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_03983",
                    table="premiums_plannedassembly",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plannedassembly",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "premiums_plannedassemblyevent" ("agenda", "assembly_id", "cancelled_at", "cancelled_by_id", "cancelled_reason", "cooperative_id", "id", "is_example", "kind", "moved_at", "moved_by_id", "moved_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_on") VALUES (OLD."agenda", OLD."assembly_id", OLD."cancelled_at", OLD."cancelled_by_id", OLD."cancelled_reason", OLD."cooperative_id", OLD."id", OLD."is_example", OLD."kind", OLD."moved_at", OLD."moved_by_id", OLD."moved_reason", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place", OLD."planned_on"); RETURN NULL;',
                    hash="aee67837b49db4ca692e370f16eeff16e4a2aaa2",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_59b3e",
                    table="premiums_plannedassembly",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plannedassemblyevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="47224173543f05aae8940578e7f9b5b872fec81e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_08184",
                    table="premiums_plannedassemblyevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
