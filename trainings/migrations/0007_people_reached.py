import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


# The count of what was attended before.
FILL = """
    INSERT INTO trainings_trackreach (is_example, cooperative_id, track_id, people)
    SELECT bool_and(a.is_example), a.cooperative_id, t.track_id, count(DISTINCT coalesce(m.merged_into_id, m.id))
    FROM trainings_attendance a JOIN trainings_trainingsession s ON s.id = a.session_id
    JOIN trainings_training t ON t.id = s.training_id JOIN cooperatives_member m ON m.id = a.member_id
    WHERE t.track_id IS NOT NULL GROUP BY a.cooperative_id, t.track_id
"""


class Migration(migrations.Migration):
    dependencies = [
        ("cooperatives", "0006_who_read_what"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("trainings", "0006_history_by_time"),
    ]

    operations = [
        migrations.CreateModel(
            name="CountedAttendance",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("trainings.attendance",),
        ),
        migrations.CreateModel(
            name="CountedMember",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("cooperatives.member",),
        ),
        migrations.CreateModel(
            name="CountedSession",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("trainings.trainingsession",),
        ),
        migrations.CreateModel(
            name="CountedTraining",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("trainings.training",),
        ),
        migrations.CreateModel(
            name="TrackReach",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                ("people", models.PositiveIntegerField(editable=False, verbose_name="people")),
                (
                    "cooperative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reach",
                        to="cooperatives.cooperative",
                        verbose_name="co-op",
                    ),
                ),
                (
                    "track",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reach",
                        to="trainings.track",
                        verbose_name="track",
                    ),
                ),
            ],
            options={
                "verbose_name": "people reached",
                "verbose_name_plural": "people reached",
                "ordering": ("cooperative", "track"),
            },
        ),
        migrations.CreateModel(
            name="TrackReachEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                ("id", models.BigIntegerField()),
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
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
                        to="trainings.trackreach",
                    ),
                ),
                (
                    "track",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="trainings.track",
                        verbose_name="track",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="trackreach",
            constraint=models.UniqueConstraint(
                fields=("cooperative", "track"),
                name="track_reach_once",
                violation_error_message="The people of this co-op in this track are counted already.",
            ),
        ),
        migrations.RunSQL(
            [FILL, "SET CONSTRAINTS ALL IMMEDIATE", "SET CONSTRAINTS ALL DEFERRED"], migrations.RunSQL.noop
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="countedattendance",
            trigger=pgtrigger.compiler.Trigger(
                name="attendance_marked_reach",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE pair record;",
                    func="\n        FOR pair IN SELECT DISTINCT cooperative_id, track_id FROM (SELECT n.cooperative_id, t.track_id FROM new_rows n JOIN trainings_trainingsession s ON s.id = n.session_id JOIN trainings_training t ON t.id = s.training_id) AS touched\n            WHERE track_id IS NOT NULL ORDER BY cooperative_id, track_id\n        LOOP\n            INSERT INTO trainings_trackreach AS reach (is_example, cooperative_id, track_id, people)\n                VALUES (NOT EXISTS (SELECT FROM trainings_attendance a JOIN trainings_trainingsession s ON s.id = a.session_id JOIN trainings_training t ON t.id = s.training_id WHERE a.cooperative_id = pair.cooperative_id AND t.track_id = pair.track_id AND NOT a.is_example), pair.cooperative_id, pair.track_id, 0)\n                ON CONFLICT (cooperative_id, track_id) DO UPDATE SET people = reach.people;\n            UPDATE trainings_trackreach AS reach SET (people, is_example) =\n                (SELECT count(DISTINCT coalesce(m.merged_into_id, m.id)), coalesce(bool_and(a.is_example), reach.is_example) FROM trainings_attendance a JOIN trainings_trainingsession s ON s.id = a.session_id JOIN trainings_training t ON t.id = s.training_id JOIN cooperatives_member m ON m.id = a.member_id WHERE a.cooperative_id = pair.cooperative_id AND t.track_id = pair.track_id)\n                WHERE cooperative_id = pair.cooperative_id AND track_id = pair.track_id;\n            DELETE FROM trainings_trackreach WHERE people = 0\n                AND cooperative_id = pair.cooperative_id AND track_id = pair.track_id;\n        END LOOP;\n        RETURN NULL;\n    ",
                    hash="00c54c04bb493f35bdadc43aeb98444b42df22fd",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_attendance_marked_reach_ac40d",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="trainings_attendance",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="countedattendance",
            trigger=pgtrigger.compiler.Trigger(
                name="attendance_taken_back_reach",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE pair record;",
                    func="\n        FOR pair IN SELECT DISTINCT cooperative_id, track_id FROM (SELECT n.cooperative_id, t.track_id FROM old_rows n JOIN trainings_trainingsession s ON s.id = n.session_id JOIN trainings_training t ON t.id = s.training_id) AS touched\n            WHERE track_id IS NOT NULL ORDER BY cooperative_id, track_id\n        LOOP\n            INSERT INTO trainings_trackreach AS reach (is_example, cooperative_id, track_id, people)\n                VALUES (NOT EXISTS (SELECT FROM trainings_attendance a JOIN trainings_trainingsession s ON s.id = a.session_id JOIN trainings_training t ON t.id = s.training_id WHERE a.cooperative_id = pair.cooperative_id AND t.track_id = pair.track_id AND NOT a.is_example), pair.cooperative_id, pair.track_id, 0)\n                ON CONFLICT (cooperative_id, track_id) DO UPDATE SET people = reach.people;\n            UPDATE trainings_trackreach AS reach SET (people, is_example) =\n                (SELECT count(DISTINCT coalesce(m.merged_into_id, m.id)), coalesce(bool_and(a.is_example), reach.is_example) FROM trainings_attendance a JOIN trainings_trainingsession s ON s.id = a.session_id JOIN trainings_training t ON t.id = s.training_id JOIN cooperatives_member m ON m.id = a.member_id WHERE a.cooperative_id = pair.cooperative_id AND t.track_id = pair.track_id)\n                WHERE cooperative_id = pair.cooperative_id AND track_id = pair.track_id;\n            DELETE FROM trainings_trackreach WHERE people = 0\n                AND cooperative_id = pair.cooperative_id AND track_id = pair.track_id;\n        END LOOP;\n        RETURN NULL;\n    ",
                    hash="7c9d9b352c5e9f001879b8171e3f562634ab8fa7",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_attendance_taken_back_reach_17dbd",
                    referencing="REFERENCING OLD TABLE AS old_rows ",
                    table="trainings_attendance",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="countedattendance",
            trigger=pgtrigger.compiler.Trigger(
                name="attendance_moved_reach",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE pair record;",
                    func="\n        FOR pair IN SELECT DISTINCT cooperative_id, track_id FROM (SELECT n.cooperative_id, t.track_id FROM old_rows n JOIN trainings_trainingsession s ON s.id = n.session_id JOIN trainings_training t ON t.id = s.training_id UNION ALL SELECT n.cooperative_id, t.track_id FROM new_rows n JOIN trainings_trainingsession s ON s.id = n.session_id JOIN trainings_training t ON t.id = s.training_id) AS touched\n            WHERE track_id IS NOT NULL ORDER BY cooperative_id, track_id\n        LOOP\n            INSERT INTO trainings_trackreach AS reach (is_example, cooperative_id, track_id, people)\n                VALUES (NOT EXISTS (SELECT FROM trainings_attendance a JOIN trainings_trainingsession s ON s.id = a.session_id JOIN trainings_training t ON t.id = s.training_id WHERE a.cooperative_id = pair.cooperative_id AND t.track_id = pair.track_id AND NOT a.is_example), pair.cooperative_id, pair.track_id, 0)\n                ON CONFLICT (cooperative_id, track_id) DO UPDATE SET people = reach.people;\n            UPDATE trainings_trackreach AS reach SET (people, is_example) =\n                (SELECT count(DISTINCT coalesce(m.merged_into_id, m.id)), coalesce(bool_and(a.is_example), reach.is_example) FROM trainings_attendance a JOIN trainings_trainingsession s ON s.id = a.session_id JOIN trainings_training t ON t.id = s.training_id JOIN cooperatives_member m ON m.id = a.member_id WHERE a.cooperative_id = pair.cooperative_id AND t.track_id = pair.track_id)\n                WHERE cooperative_id = pair.cooperative_id AND track_id = pair.track_id;\n            DELETE FROM trainings_trackreach WHERE people = 0\n                AND cooperative_id = pair.cooperative_id AND track_id = pair.track_id;\n        END LOOP;\n        RETURN NULL;\n    ",
                    hash="d1b0ecf304201cff29de84b60d031a913cffe8aa",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_attendance_moved_reach_5cc5c",
                    referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                    table="trainings_attendance",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="countedmember",
            trigger=pgtrigger.compiler.Trigger(
                name="member_merged_reach",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.merged_into_id IS DISTINCT FROM OLD.merged_into_id)",
                    declare="DECLARE pair record;",
                    func="\n        FOR pair IN SELECT DISTINCT cooperative_id, track_id FROM (SELECT a.cooperative_id, t.track_id FROM trainings_attendance a JOIN trainings_trainingsession s ON s.id = a.session_id JOIN trainings_training t ON t.id = s.training_id WHERE a.member_id = NEW.id) AS touched\n            WHERE track_id IS NOT NULL ORDER BY cooperative_id, track_id\n        LOOP\n            INSERT INTO trainings_trackreach AS reach (is_example, cooperative_id, track_id, people)\n                VALUES (NOT EXISTS (SELECT FROM trainings_attendance a JOIN trainings_trainingsession s ON s.id = a.session_id JOIN trainings_training t ON t.id = s.training_id WHERE a.cooperative_id = pair.cooperative_id AND t.track_id = pair.track_id AND NOT a.is_example), pair.cooperative_id, pair.track_id, 0)\n                ON CONFLICT (cooperative_id, track_id) DO UPDATE SET people = reach.people;\n            UPDATE trainings_trackreach AS reach SET (people, is_example) =\n                (SELECT count(DISTINCT coalesce(m.merged_into_id, m.id)), coalesce(bool_and(a.is_example), reach.is_example) FROM trainings_attendance a JOIN trainings_trainingsession s ON s.id = a.session_id JOIN trainings_training t ON t.id = s.training_id JOIN cooperatives_member m ON m.id = a.member_id WHERE a.cooperative_id = pair.cooperative_id AND t.track_id = pair.track_id)\n                WHERE cooperative_id = pair.cooperative_id AND track_id = pair.track_id;\n            DELETE FROM trainings_trackreach WHERE people = 0\n                AND cooperative_id = pair.cooperative_id AND track_id = pair.track_id;\n        END LOOP;\n        RETURN NULL;\n    ",
                    hash="a304a68ebb7ef3030ca937a76ffa824e8cf2f8b8",
                    operation='UPDATE OF "merged_into_id"',
                    pgid="pgtrigger_member_merged_reach_2d66e",
                    table="cooperatives_member",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="countedsession",
            trigger=pgtrigger.compiler.Trigger(
                name="training_session_moved_reach",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.training_id IS DISTINCT FROM OLD.training_id)",
                    declare="DECLARE pair record;",
                    func="\n        FOR pair IN SELECT DISTINCT cooperative_id, track_id FROM (SELECT a.cooperative_id, t.track_id FROM trainings_attendance a JOIN trainings_training t ON t.id IN (OLD.training_id, NEW.training_id) WHERE a.session_id = NEW.id) AS touched\n            WHERE track_id IS NOT NULL ORDER BY cooperative_id, track_id\n        LOOP\n            INSERT INTO trainings_trackreach AS reach (is_example, cooperative_id, track_id, people)\n                VALUES (NOT EXISTS (SELECT FROM trainings_attendance a JOIN trainings_trainingsession s ON s.id = a.session_id JOIN trainings_training t ON t.id = s.training_id WHERE a.cooperative_id = pair.cooperative_id AND t.track_id = pair.track_id AND NOT a.is_example), pair.cooperative_id, pair.track_id, 0)\n                ON CONFLICT (cooperative_id, track_id) DO UPDATE SET people = reach.people;\n            UPDATE trainings_trackreach AS reach SET (people, is_example) =\n                (SELECT count(DISTINCT coalesce(m.merged_into_id, m.id)), coalesce(bool_and(a.is_example), reach.is_example) FROM trainings_attendance a JOIN trainings_trainingsession s ON s.id = a.session_id JOIN trainings_training t ON t.id = s.training_id JOIN cooperatives_member m ON m.id = a.member_id WHERE a.cooperative_id = pair.cooperative_id AND t.track_id = pair.track_id)\n                WHERE cooperative_id = pair.cooperative_id AND track_id = pair.track_id;\n            DELETE FROM trainings_trackreach WHERE people = 0\n                AND cooperative_id = pair.cooperative_id AND track_id = pair.track_id;\n        END LOOP;\n        RETURN NULL;\n    ",
                    hash="d9a95413fe093b1cb9f7317d1cf9f15725d61dd0",
                    operation='UPDATE OF "training_id"',
                    pgid="pgtrigger_training_session_moved_reach_4f23e",
                    table="trainings_trainingsession",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="countedtraining",
            trigger=pgtrigger.compiler.Trigger(
                name="training_track_reach",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.track_id IS DISTINCT FROM OLD.track_id)",
                    declare="DECLARE pair record;",
                    func="\n        FOR pair IN SELECT DISTINCT cooperative_id, track_id FROM (SELECT a.cooperative_id, tracks.id AS track_id FROM trainings_attendance a JOIN trainings_trainingsession s ON s.id = a.session_id CROSS JOIN (VALUES (OLD.track_id), (NEW.track_id)) AS tracks (id) WHERE s.training_id = NEW.id) AS touched\n            WHERE track_id IS NOT NULL ORDER BY cooperative_id, track_id\n        LOOP\n            INSERT INTO trainings_trackreach AS reach (is_example, cooperative_id, track_id, people)\n                VALUES (NOT EXISTS (SELECT FROM trainings_attendance a JOIN trainings_trainingsession s ON s.id = a.session_id JOIN trainings_training t ON t.id = s.training_id WHERE a.cooperative_id = pair.cooperative_id AND t.track_id = pair.track_id AND NOT a.is_example), pair.cooperative_id, pair.track_id, 0)\n                ON CONFLICT (cooperative_id, track_id) DO UPDATE SET people = reach.people;\n            UPDATE trainings_trackreach AS reach SET (people, is_example) =\n                (SELECT count(DISTINCT coalesce(m.merged_into_id, m.id)), coalesce(bool_and(a.is_example), reach.is_example) FROM trainings_attendance a JOIN trainings_trainingsession s ON s.id = a.session_id JOIN trainings_training t ON t.id = s.training_id JOIN cooperatives_member m ON m.id = a.member_id WHERE a.cooperative_id = pair.cooperative_id AND t.track_id = pair.track_id)\n                WHERE cooperative_id = pair.cooperative_id AND track_id = pair.track_id;\n            DELETE FROM trainings_trackreach WHERE people = 0\n                AND cooperative_id = pair.cooperative_id AND track_id = pair.track_id;\n        END LOOP;\n        RETURN NULL;\n    ",
                    hash="8e80afe3072aae82f6d19ec721c6040741d59b8c",
                    operation='UPDATE OF "track_id"',
                    pgid="pgtrigger_training_track_reach_de9dd",
                    table="trainings_training",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trackreach",
            trigger=pgtrigger.compiler.Trigger(
                name="track_reach_from_attendance",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF (pg_trigger_depth() < 2) THEN RAISE EXCEPTION 'track_reach_from_attendance' USING ERRCODE = 'check_violation', CONSTRAINT = 'track_reach_from_attendance'; END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;",
                    hash="7c5dbb20a7602a9b0ddae6790e975643da88b61d",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_track_reach_from_attendance_95d28",
                    table="trainings_trackreach",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trackreach",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "trainings_trackreachevent" ("cooperative_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "track_id") VALUES (NEW."cooperative_id", NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."track_id"); RETURN NULL;',
                    hash="bb48564396852ad23a7c3f9697dff491e413c376",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b1eac",
                    table="trainings_trackreach",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trackreach",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."cooperative_id" IS DISTINCT FROM (NEW."cooperative_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_example" IS DISTINCT FROM (NEW."is_example") OR OLD."track_id" IS DISTINCT FROM (NEW."track_id"))',
                    func='INSERT INTO "trainings_trackreachevent" ("cooperative_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "track_id") VALUES (NEW."cooperative_id", NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."track_id"); RETURN NULL;',
                    hash="d5c74b8dbb431bbf086cd374adffc54216f7f2b5",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_190cf",
                    table="trainings_trackreach",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trackreach",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "trainings_trackreachevent" ("cooperative_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "track_id") VALUES (OLD."cooperative_id", OLD."id", OLD."is_example", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."track_id"); RETURN NULL;',
                    hash="264c44e2f7ed163c9bc80d35b776ec10b89715aa",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3be4a",
                    table="trainings_trackreach",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trackreachevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="432016dfe156c1dee3bd7d0a5caa7b13d1089c55",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_1f627",
                    table="trainings_trackreachevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
