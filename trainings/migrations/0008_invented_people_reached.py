import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


# Counts of invented people were not marked as invented. Nobody changed them, so the history keeps silent.
MARK = """
    UPDATE trainings_trackreach AS pair SET is_example = true WHERE NOT is_example AND NOT EXISTS (
        SELECT FROM trainings_attendance a JOIN trainings_trainingsession s ON s.id = a.session_id
        JOIN trainings_training t ON t.id = s.training_id
        WHERE a.cooperative_id = pair.cooperative_id AND t.track_id = pair.track_id AND NOT a.is_example
    )
"""


class Migration(migrations.Migration):
    dependencies = [
        ("trainings", "0007_people_reached"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="countedattendance",
            name="attendance_marked_reach",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="countedattendance",
            name="attendance_taken_back_reach",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="countedattendance",
            name="attendance_moved_reach",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="countedmember",
            name="member_merged_reach",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="countedsession",
            name="training_session_moved_reach",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="countedtraining",
            name="training_track_reach",
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
        migrations.RunSQL(
            [
                "ALTER TABLE trainings_trackreach DISABLE TRIGGER USER",
                MARK,
                "ALTER TABLE trainings_trackreach ENABLE TRIGGER USER",
            ],
            migrations.RunSQL.noop,
        ),
    ]
