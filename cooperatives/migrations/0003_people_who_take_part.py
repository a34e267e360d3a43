import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cooperatives", "0002_dates_say_their_precision"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="member",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="member",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="member",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="member",
            name="name_key",
            field=models.GeneratedField(
                db_persist=True,
                expression=django.db.models.functions.text.Lower(
                    models.Func(
                        models.F("name"),
                        models.Value("áàâãäåéèêëíìîïóòôõöúùûüñçýÁÀÂÃÄÅÉÈÊËÍÌÎÏÓÒÔÕÖÚÙÛÜÑÇÝ̧̀́̂̃̈"),
                        models.Value("aaaaaaeeeeiiiiooooouuuuncyaaaaaaeeeeiiiiooooouuuuncy"),
                        function="translate",
                    )
                ),
                output_field=models.CharField(max_length=120),
                verbose_name="name as it is searched",
            ),
        ),
        migrations.AddField(
            model_name="member",
            name="consent_at",
            field=models.DateTimeField(
                blank=True, editable=False, null=True, verbose_name="agreed to keeping their data"
            ),
        ),
        migrations.AddField(
            model_name="member",
            name="consent_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="agreement recorded by",
            ),
        ),
        migrations.AddField(
            model_name="member",
            name="is_guest",
            field=models.BooleanField(
                db_default=False,
                default=False,
                help_text="Takes part, but is no member of the co-op.",
                verbose_name="guest",
            ),
        ),
        migrations.AddField(
            model_name="member",
            name="merged_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="merged at"),
        ),
        migrations.AddField(
            model_name="member",
            name="merged_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="merged by",
            ),
        ),
        migrations.AddField(
            model_name="member",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="second_entries",
                to="cooperatives.member",
                verbose_name="is the same person as",
            ),
        ),
        migrations.AddField(
            model_name="member",
            name="name_removed_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="name removed by",
            ),
        ),
        migrations.AddField(
            model_name="memberevent",
            name="consent_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="agreement recorded by",
            ),
        ),
        migrations.AddField(
            model_name="memberevent",
            name="merged_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="merged by",
            ),
        ),
        migrations.AddField(
            model_name="memberevent",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cooperatives.member",
                verbose_name="is the same person as",
            ),
        ),
        migrations.AddField(
            model_name="memberevent",
            name="name_removed_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="name removed by",
            ),
        ),
        migrations.AddField(
            model_name="member",
            name="name_removed_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="name removed at"),
        ),
        migrations.AddField(
            model_name="member",
            name="role",
            field=models.CharField(
                blank=True,
                choices=[
                    ("producer", "producer"),
                    ("family", "family of a producer"),
                    ("staff", "staff of the co-op"),
                    ("board", "board"),
                    ("oversight", "oversight committee"),
                    ("inspector", "internal inspector"),
                    ("promoter", "promoter"),
                ],
                db_default="",
                default="",
                max_length=9,
                verbose_name="role",
            ),
        ),
        migrations.AddField(
            model_name="member",
            name="spoken_language",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="As the person says it, for example Tseltal. May stay empty.",
                max_length=40,
                verbose_name="language spoken",
            ),
        ),
        migrations.AddField(
            model_name="memberevent",
            name="consent_at",
            field=models.DateTimeField(
                blank=True, editable=False, null=True, verbose_name="agreed to keeping their data"
            ),
        ),
        migrations.AddField(
            model_name="memberevent",
            name="is_guest",
            field=models.BooleanField(
                db_default=False,
                default=False,
                help_text="Takes part, but is no member of the co-op.",
                verbose_name="guest",
            ),
        ),
        migrations.AddField(
            model_name="memberevent",
            name="merged_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="merged at"),
        ),
        migrations.AddField(
            model_name="memberevent",
            name="name_removed_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="name removed at"),
        ),
        migrations.AddField(
            model_name="memberevent",
            name="role",
            field=models.CharField(
                blank=True,
                choices=[
                    ("producer", "producer"),
                    ("family", "family of a producer"),
                    ("staff", "staff of the co-op"),
                    ("board", "board"),
                    ("oversight", "oversight committee"),
                    ("inspector", "internal inspector"),
                    ("promoter", "promoter"),
                ],
                db_default="",
                default="",
                max_length=9,
                verbose_name="role",
            ),
        ),
        migrations.AddField(
            model_name="memberevent",
            name="spoken_language",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="As the person says it, for example Tseltal. May stay empty.",
                max_length=40,
                verbose_name="language spoken",
            ),
        ),
        migrations.AddConstraint(
            model_name="member",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("consent_at__isnull", True), ("consent_by__isnull", True)),
                    models.Q(("consent_at__isnull", False), ("consent_by__isnull", False)),
                    _connector="OR",
                ),
                name="member_consent",
                violation_error_message="Who and when are recorded together, or not at all.",
            ),
        ),
        migrations.AddConstraint(
            model_name="member",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("merged_at__isnull", True), ("merged_by__isnull", True), ("merged_into__isnull", True)),
                    models.Q(
                        ("merged_at__isnull", False), ("merged_by__isnull", False), ("merged_into__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="member_merged",
                violation_error_message="Who and when are recorded together, or not at all.",
            ),
        ),
        migrations.AddConstraint(
            model_name="member",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("name_removed_at__isnull", True), ("name_removed_by__isnull", True)),
                    models.Q(("name_removed_at__isnull", False), ("name_removed_by__isnull", False)),
                    _connector="OR",
                ),
                name="member_name_removed",
                violation_error_message="Who and when are recorded together, or not at all.",
            ),
        ),
        migrations.AddConstraint(
            model_name="member",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("name_removed_at__isnull", True),
                    models.Q(
                        ("community", ""),
                        ("consent_at__isnull", True),
                        ("name", ""),
                        ("source", ""),
                        ("spoken_language", ""),
                    ),
                    _connector="OR",
                ),
                name="member_removed_name_stays_away",
                violation_error_message="The name of this person was removed on request, so neither name nor community, language, source or agreement is kept.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="member",
            trigger=pgtrigger.compiler.Trigger(
                name="member_merged_into_first_entry",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF NEW.merged_into_id IS NULL THEN RETURN NEW; END IF; PERFORM FROM cooperatives_member WHERE id = NEW.merged_into_id FOR NO KEY UPDATE; IF (NEW.merged_into_id = NEW.id OR EXISTS (SELECT FROM cooperatives_member WHERE id = NEW.merged_into_id AND merged_into_id IS NOT NULL) OR EXISTS (SELECT FROM cooperatives_member WHERE merged_into_id = NEW.id)) THEN RAISE EXCEPTION 'member_merged_into_first_entry' USING ERRCODE = 'check_violation', CONSTRAINT = 'member_merged_into_first_entry'; END IF; RETURN NEW;",
                    hash="9d5424f8e9f75eac6106166f5330d189bd3465cd",
                    operation='INSERT OR UPDATE OF "merged_into_id"',
                    pgid="pgtrigger_member_merged_into_first_entry_9da09",
                    table="cooperatives_member",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="member",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cooperatives_memberevent" ("birth_year", "community", "consent_at", "consent_by_id", "cooperative_id", "id", "is_example", "is_guest", "joined_on", "joined_precision", "left_on", "merged_at", "merged_by_id", "merged_into_id", "name", "name_removed_at", "name_removed_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "sex", "source", "spoken_language") VALUES (NEW."birth_year", NEW."community", NEW."consent_at", NEW."consent_by_id", NEW."cooperative_id", NEW."id", NEW."is_example", NEW."is_guest", NEW."joined_on", NEW."joined_precision", NEW."left_on", NEW."merged_at", NEW."merged_by_id", NEW."merged_into_id", NEW."name", NEW."name_removed_at", NEW."name_removed_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."role", NEW."sex", NEW."source", NEW."spoken_language"); RETURN NULL;',
                    hash="7120b1b41aec875b980bda8f4f589fa2cef6f3bb",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1fba6",
                    table="cooperatives_member",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="member",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."birth_year" IS DISTINCT FROM (NEW."birth_year") OR OLD."community" IS DISTINCT FROM (NEW."community") OR OLD."consent_at" IS DISTINCT FROM (NEW."consent_at") OR OLD."consent_by_id" IS DISTINCT FROM (NEW."consent_by_id") OR OLD."cooperative_id" IS DISTINCT FROM (NEW."cooperative_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_example" IS DISTINCT FROM (NEW."is_example") OR OLD."is_guest" IS DISTINCT FROM (NEW."is_guest") OR OLD."joined_on" IS DISTINCT FROM (NEW."joined_on") OR OLD."joined_precision" IS DISTINCT FROM (NEW."joined_precision") OR OLD."left_on" IS DISTINCT FROM (NEW."left_on") OR OLD."merged_at" IS DISTINCT FROM (NEW."merged_at") OR OLD."merged_by_id" IS DISTINCT FROM (NEW."merged_by_id") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."name_removed_at" IS DISTINCT FROM (NEW."name_removed_at") OR OLD."name_removed_by_id" IS DISTINCT FROM (NEW."name_removed_by_id") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."sex" IS DISTINCT FROM (NEW."sex") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."spoken_language" IS DISTINCT FROM (NEW."spoken_language"))',
                    func='INSERT INTO "cooperatives_memberevent" ("birth_year", "community", "consent_at", "consent_by_id", "cooperative_id", "id", "is_example", "is_guest", "joined_on", "joined_precision", "left_on", "merged_at", "merged_by_id", "merged_into_id", "name", "name_removed_at", "name_removed_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "sex", "source", "spoken_language") VALUES (NEW."birth_year", NEW."community", NEW."consent_at", NEW."consent_by_id", NEW."cooperative_id", NEW."id", NEW."is_example", NEW."is_guest", NEW."joined_on", NEW."joined_precision", NEW."left_on", NEW."merged_at", NEW."merged_by_id", NEW."merged_into_id", NEW."name", NEW."name_removed_at", NEW."name_removed_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."role", NEW."sex", NEW."source", NEW."spoken_language"); RETURN NULL;',
                    hash="2d307eec97cc9607aec5d170e9398a51f6d1de25",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d78b5",
                    table="cooperatives_member",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="member",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cooperatives_memberevent" ("birth_year", "community", "consent_at", "consent_by_id", "cooperative_id", "id", "is_example", "is_guest", "joined_on", "joined_precision", "left_on", "merged_at", "merged_by_id", "merged_into_id", "name", "name_removed_at", "name_removed_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "sex", "source", "spoken_language") VALUES (OLD."birth_year", OLD."community", OLD."consent_at", OLD."consent_by_id", OLD."cooperative_id", OLD."id", OLD."is_example", OLD."is_guest", OLD."joined_on", OLD."joined_precision", OLD."left_on", OLD."merged_at", OLD."merged_by_id", OLD."merged_into_id", OLD."name", OLD."name_removed_at", OLD."name_removed_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."role", OLD."sex", OLD."source", OLD."spoken_language"); RETURN NULL;',
                    hash="c88a4532e288aa2db2a3f3ea5c7111d63b310f36",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7ee6b",
                    table="cooperatives_member",
                    when="AFTER",
                ),
            ),
        ),
    ]
