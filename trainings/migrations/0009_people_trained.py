import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

# The counts of what was attended before. Nobody marks meanwhile.
LOCK = "LOCK TABLE trainings_attendance IN SHARE ROW EXCLUSIVE MODE"
FILL = """
    INSERT INTO trainings_peopletrained (is_example, cooperative_id, year, programme_id, with_parts, track_id, is_together, women, men, other, unrecorded, young, age_unrecorded, came_women, came_men, came_other, came_unrecorded, came_young, came_age_unrecorded, came_awareness)
        WITH came AS (
            SELECT a.cooperative_id, extract(year FROM s.held_on)::smallint AS year, s.training_id, coalesce(m.merged_into_id, m.id) AS person,
                bool_and(a.is_example) AS is_example
            FROM trainings_attendance a JOIN trainings_trainingsession s ON s.id = a.session_id JOIN cooperatives_member m ON m.id = a.member_id
            WHERE true GROUP BY 1, 2, 3, 4
        ), people AS (
            SELECT c.*, p.sex, t.track_id, t.kind <> 'awareness' AS is_lesson, t.programme_id AS own, g.part_of_id,
                CASE WHEN p.birth_year IS NULL THEN '' WHEN c.year - p.birth_year < 30 THEN 'young' ELSE 'older'
                END AS age,
                CASE WHEN EXISTS (SELECT FROM cooperatives_programme part WHERE part.part_of_id = g.id) THEN g.id END
                AS whole
            FROM came c JOIN trainings_training t ON t.id = c.training_id
            JOIN cooperatives_programme g ON g.id = t.programme_id
            CROSS JOIN LATERAL (SELECT sex, birth_year FROM cooperatives_member WHERE id = c.person OFFSET 0) AS p
        )
        SELECT bool_and(is_example) AS is_example, cooperative_id, year, way.programme_id, way.with_parts, track_id,
            grouping(track_id) = 1 AS is_together, count(DISTINCT person) FILTER (WHERE is_lesson AND sex = 'woman'), count(DISTINCT person) FILTER (WHERE is_lesson AND sex = 'man'), count(DISTINCT person) FILTER (WHERE is_lesson AND sex = 'other'), count(DISTINCT person) FILTER (WHERE is_lesson AND sex = ''), count(DISTINCT person) FILTER (WHERE is_lesson AND age = 'young'), count(DISTINCT person) FILTER (WHERE is_lesson AND age = ''), count(*) FILTER (WHERE sex = 'woman'), count(*) FILTER (WHERE sex = 'man'), count(*) FILTER (WHERE sex = 'other'), count(*) FILTER (WHERE sex = ''), count(*) FILTER (WHERE age = 'young'), count(*) FILTER (WHERE age = ''), count(*) FILTER (WHERE NOT is_lesson)
        FROM people CROSS JOIN LATERAL (
            VALUES (NULL::bigint, false), (own, false), (part_of_id, true), (whole, true)
        ) AS way (programme_id, with_parts)
        WHERE way.programme_id IS NOT NULL OR NOT way.with_parts
        GROUP BY cooperative_id, year, way.programme_id, way.with_parts, GROUPING SETS ((), (track_id))

"""


class Migration(migrations.Migration):
    dependencies = [
        ("cooperatives", "0001_squashed_0006_who_read_what"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("trainings", "0008_what_waits"),
    ]

    operations = [
        migrations.CreateModel(
            name="TrainedAttendance",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("trainings.attendance",),
        ),
        migrations.CreateModel(
            name="TrainedMember",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("cooperatives.member",),
        ),
        migrations.CreateModel(
            name="TrainedProgramme",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("cooperatives.programme",),
        ),
        migrations.CreateModel(
            name="TrainedSession",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("trainings.trainingsession",),
        ),
        migrations.CreateModel(
            name="TrainedTraining",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("trainings.training",),
        ),
        migrations.CreateModel(
            name="PeopleTrained",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("with_parts", models.BooleanField(default=False, verbose_name="with the parts of the programme")),
                ("is_together", models.BooleanField(default=True, verbose_name="all tracks together")),
                ("women", models.PositiveIntegerField(default=0, editable=False, verbose_name="women")),
                ("men", models.PositiveIntegerField(default=0, editable=False, verbose_name="men")),
                ("other", models.PositiveIntegerField(default=0, editable=False, verbose_name="other")),
                ("unrecorded", models.PositiveIntegerField(default=0, editable=False, verbose_name="sex not recorded")),
                ("young", models.PositiveIntegerField(default=0, editable=False, verbose_name="younger than 30")),
                (
                    "age_unrecorded",
                    models.PositiveIntegerField(default=0, editable=False, verbose_name="age not recorded"),
                ),
                (
                    "came_women",
                    models.PositiveIntegerField(default=0, editable=False, verbose_name="participations of women"),
                ),
                (
                    "came_men",
                    models.PositiveIntegerField(default=0, editable=False, verbose_name="participations of men"),
                ),
                (
                    "came_other",
                    models.PositiveIntegerField(default=0, editable=False, verbose_name="participations of others"),
                ),
                (
                    "came_unrecorded",
                    models.PositiveIntegerField(
                        default=0, editable=False, verbose_name="participations, sex not recorded"
                    ),
                ),
                (
                    "came_young",
                    models.PositiveIntegerField(
                        default=0, editable=False, verbose_name="participations of people younger than 30"
                    ),
                ),
                (
                    "came_age_unrecorded",
                    models.PositiveIntegerField(
                        default=0, editable=False, verbose_name="participations, age not recorded"
                    ),
                ),
                (
                    "came_awareness",
                    models.PositiveIntegerField(
                        default=0, editable=False, verbose_name="participations at awareness meetings"
                    ),
                ),
                (
                    "cooperative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="trained",
                        to="cooperatives.cooperative",
                        verbose_name="co-op",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="trained",
                        to="cooperatives.programme",
                        verbose_name="programme",
                    ),
                ),
                (
                    "track",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="trained",
                        to="trainings.track",
                        verbose_name="track",
                    ),
                ),
            ],
            options={
                "verbose_name": "people trained",
                "verbose_name_plural": "people trained",
                "ordering": ("cooperative", "year", "programme", "track"),
            },
        ),
        migrations.CreateModel(
            name="PeopleTrainedEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                ("id", models.BigIntegerField()),
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("with_parts", models.BooleanField(default=False, verbose_name="with the parts of the programme")),
                ("is_together", models.BooleanField(default=True, verbose_name="all tracks together")),
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
                        to="trainings.peopletrained",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cooperatives.programme",
                        verbose_name="programme",
                    ),
                ),
                (
                    "track",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
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
            model_name="peopletrained",
            constraint=models.UniqueConstraint(
                fields=("cooperative", "year", "programme", "with_parts", "track", "is_together"),
                name="people_trained_once",
                nulls_distinct=False,
                violation_error_message="The people of this co-op in this year are counted already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="peopletrained",
            constraint=models.CheckConstraint(
                condition=models.Q(("is_together", False), ("track__isnull", True), _connector="OR"),
                name="people_trained_track",
                violation_error_message="All tracks together are not one track.",
            ),
        ),
        migrations.AddConstraint(
            model_name="peopletrained",
            constraint=models.CheckConstraint(
                condition=models.Q(("with_parts", False), ("programme__isnull", False), _connector="OR"),
                name="people_trained_parts",
                violation_error_message="Only a programme has parts.",
            ),
        ),
        migrations.RunSQL(
            [LOCK, FILL, "SET CONSTRAINTS ALL IMMEDIATE", "SET CONSTRAINTS ALL DEFERRED"], migrations.RunSQL.noop
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trainedattendance",
            trigger=pgtrigger.compiler.Trigger(
                name="attendance_marked_people",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE place record;",
                    func="\n        PERFORM pg_advisory_xact_lock_shared(900, 0);\n        FOR place IN SELECT DISTINCT cooperative_id FROM (SELECT n.cooperative_id, extract(year FROM s.held_on)::smallint AS year FROM new_rows n JOIN trainings_trainingsession s ON s.id = n.session_id) AS touched ORDER BY cooperative_id\n        LOOP\n            PERFORM pg_advisory_xact_lock(900, place.cooperative_id::int);\n        END LOOP;\n        FOR place IN SELECT DISTINCT cooperative_id, year FROM (SELECT n.cooperative_id, extract(year FROM s.held_on)::smallint AS year FROM new_rows n JOIN trainings_trainingsession s ON s.id = n.session_id) AS touched ORDER BY cooperative_id, year\n        LOOP\n            \n        WITH counted (is_example, cooperative_id, year, programme_id, with_parts, track_id, is_together, women, men, other, unrecorded, young, age_unrecorded, came_women, came_men, came_other, came_unrecorded, came_young, came_age_unrecorded, came_awareness) AS MATERIALIZED (\n        WITH came AS (\n            SELECT a.cooperative_id, extract(year FROM s.held_on)::smallint AS year, s.training_id, coalesce(m.merged_into_id, m.id) AS person,\n                bool_and(a.is_example) AS is_example\n            FROM trainings_attendance a JOIN trainings_trainingsession s ON s.id = a.session_id JOIN cooperatives_member m ON m.id = a.member_id\n            WHERE a.cooperative_id = place.cooperative_id AND s.held_on BETWEEN make_date(place.year, 1, 1) AND make_date(place.year, 12, 31) AND s.id = ANY (ARRAY(SELECT DISTINCT own.session_id FROM trainings_attendance own WHERE own.cooperative_id = place.cooperative_id)) GROUP BY 1, 2, 3, 4\n        ), people AS (\n            SELECT c.*, p.sex, t.track_id, t.kind <> 'awareness' AS is_lesson, t.programme_id AS own, g.part_of_id,\n                CASE WHEN p.birth_year IS NULL THEN '' WHEN c.year - p.birth_year < 30 THEN 'young' ELSE 'older'\n                END AS age,\n                CASE WHEN EXISTS (SELECT FROM cooperatives_programme part WHERE part.part_of_id = g.id) THEN g.id END\n                AS whole\n            FROM came c JOIN trainings_training t ON t.id = c.training_id\n            JOIN cooperatives_programme g ON g.id = t.programme_id\n            CROSS JOIN LATERAL (SELECT sex, birth_year FROM cooperatives_member WHERE id = c.person OFFSET 0) AS p\n        )\n        SELECT bool_and(is_example) AS is_example, cooperative_id, year, way.programme_id, way.with_parts, track_id,\n            grouping(track_id) = 1 AS is_together, count(DISTINCT person) FILTER (WHERE is_lesson AND sex = 'woman'), count(DISTINCT person) FILTER (WHERE is_lesson AND sex = 'man'), count(DISTINCT person) FILTER (WHERE is_lesson AND sex = 'other'), count(DISTINCT person) FILTER (WHERE is_lesson AND sex = ''), count(DISTINCT person) FILTER (WHERE is_lesson AND age = 'young'), count(DISTINCT person) FILTER (WHERE is_lesson AND age = ''), count(*) FILTER (WHERE sex = 'woman'), count(*) FILTER (WHERE sex = 'man'), count(*) FILTER (WHERE sex = 'other'), count(*) FILTER (WHERE sex = ''), count(*) FILTER (WHERE age = 'young'), count(*) FILTER (WHERE age = ''), count(*) FILTER (WHERE NOT is_lesson)\n        FROM people CROSS JOIN LATERAL (\n            VALUES (NULL::bigint, false), (own, false), (part_of_id, true), (whole, true)\n        ) AS way (programme_id, with_parts)\n        WHERE way.programme_id IS NOT NULL OR NOT way.with_parts\n        GROUP BY cooperative_id, year, way.programme_id, way.with_parts, GROUPING SETS ((), (track_id))\n    ), written AS (\n            INSERT INTO trainings_peopletrained AS p (is_example, cooperative_id, year, programme_id, with_parts, track_id, is_together, women, men, other, unrecorded, young, age_unrecorded, came_women, came_men, came_other, came_unrecorded, came_young, came_age_unrecorded, came_awareness) SELECT is_example, cooperative_id, year, programme_id, with_parts, track_id, is_together, women, men, other, unrecorded, young, age_unrecorded, came_women, came_men, came_other, came_unrecorded, came_young, came_age_unrecorded, came_awareness FROM counted\n            ON CONFLICT (cooperative_id, year, programme_id, with_parts, track_id, is_together) DO UPDATE SET (is_example, women, men, other, unrecorded, young, age_unrecorded, came_women, came_men, came_other, came_unrecorded, came_young, came_age_unrecorded, came_awareness) = ROW(excluded.is_example, excluded.women, excluded.men, excluded.other, excluded.unrecorded, excluded.young, excluded.age_unrecorded, excluded.came_women, excluded.came_men, excluded.came_other, excluded.came_unrecorded, excluded.came_young, excluded.came_age_unrecorded, excluded.came_awareness)\n            WHERE (p.is_example, p.women, p.men, p.other, p.unrecorded, p.young, p.age_unrecorded, p.came_women, p.came_men, p.came_other, p.came_unrecorded, p.came_young, p.came_age_unrecorded, p.came_awareness) IS DISTINCT FROM (excluded.is_example, excluded.women, excluded.men, excluded.other, excluded.unrecorded, excluded.young, excluded.age_unrecorded, excluded.came_women, excluded.came_men, excluded.came_other, excluded.came_unrecorded, excluded.came_young, excluded.came_age_unrecorded, excluded.came_awareness)\n        )\n        DELETE FROM trainings_peopletrained p WHERE p.cooperative_id = place.cooperative_id AND p.year = place.year AND NOT EXISTS (SELECT FROM counted c WHERE c.cooperative_id IS NOT DISTINCT FROM p.cooperative_id AND c.year IS NOT DISTINCT FROM p.year AND c.programme_id IS NOT DISTINCT FROM p.programme_id AND c.with_parts IS NOT DISTINCT FROM p.with_parts AND c.track_id IS NOT DISTINCT FROM p.track_id AND c.is_together IS NOT DISTINCT FROM p.is_together)\n    ;\n        END LOOP;\n        RETURN NULL;\n    ",
                    hash="0e693f0388b763c650b1dcf9da2f774f2d746092",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_attendance_marked_people_6f30b",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="trainings_attendance",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trainedattendance",
            trigger=pgtrigger.compiler.Trigger(
                name="attendance_taken_back_people",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE place record;",
                    func="\n        PERFORM pg_advisory_xact_lock_shared(900, 0);\n        FOR place IN SELECT DISTINCT cooperative_id FROM (SELECT n.cooperative_id, extract(year FROM s.held_on)::smallint AS year FROM old_rows n JOIN trainings_trainingsession s ON s.id = n.session_id) AS touched ORDER BY cooperative_id\n        LOOP\n            PERFORM pg_advisory_xact_lock(900, place.cooperative_id::int);\n        END LOOP;\n        FOR place IN SELECT DISTINCT cooperative_id, year FROM (SELECT n.cooperative_id, extract(year FROM s.held_on)::smallint AS year FROM old_rows n JOIN trainings_trainingsession s ON s.id = n.session_id) AS touched ORDER BY cooperative_id, year\n        LOOP\n            \n        WITH counted (is_example, cooperative_id, year, programme_id, with_parts, track_id, is_together, women, men, other, unrecorded, young, age_unrecorded, came_women, came_men, came_other, came_unrecorded, came_young, came_age_unrecorded, came_awareness) AS MATERIALIZED (\n        WITH came AS (\n            SELECT a.cooperative_id, extract(year FROM s.held_on)::smallint AS year, s.training_id, coalesce(m.merged_into_id, m.id) AS person,\n                bool_and(a.is_example) AS is_example\n            FROM trainings_attendance a JOIN trainings_trainingsession s ON s.id = a.session_id JOIN cooperatives_member m ON m.id = a.member_id\n            WHERE a.cooperative_id = place.cooperative_id AND s.held_on BETWEEN make_date(place.year, 1, 1) AND make_date(place.year, 12, 31) AND s.id = ANY (ARRAY(SELECT DISTINCT own.session_id FROM trainings_attendance own WHERE own.cooperative_id = place.cooperative_id)) GROUP BY 1, 2, 3, 4\n        ), people AS (\n            SELECT c.*, p.sex, t.track_id, t.kind <> 'awareness' AS is_lesson, t.programme_id AS own, g.part_of_id,\n                CASE WHEN p.birth_year IS NULL THEN '' WHEN c.year - p.birth_year < 30 THEN 'young' ELSE 'older'\n                END AS age,\n                CASE WHEN EXISTS (SELECT FROM cooperatives_programme part WHERE part.part_of_id = g.id) THEN g.id END\n                AS whole\n            FROM came c JOIN trainings_training t ON t.id = c.training_id\n            JOIN cooperatives_programme g ON g.id = t.programme_id\n            CROSS JOIN LATERAL (SELECT sex, birth_year FROM cooperatives_member WHERE id = c.person OFFSET 0) AS p\n        )\n        SELECT bool_and(is_example) AS is_example, cooperative_id, year, way.programme_id, way.with_parts, track_id,\n            grouping(track_id) = 1 AS is_together, count(DISTINCT person) FILTER (WHERE is_lesson AND sex = 'woman'), count(DISTINCT person) FILTER (WHERE is_lesson AND sex = 'man'), count(DISTINCT person) FILTER (WHERE is_lesson AND sex = 'other'), count(DISTINCT person) FILTER (WHERE is_lesson AND sex = ''), count(DISTINCT person) FILTER (WHERE is_lesson AND age = 'young'), count(DISTINCT person) FILTER (WHERE is_lesson AND age = ''), count(*) FILTER (WHERE sex = 'woman'), count(*) FILTER (WHERE sex = 'man'), count(*) FILTER (WHERE sex = 'other'), count(*) FILTER (WHERE sex = ''), count(*) FILTER (WHERE age = 'young'), count(*) FILTER (WHERE age = ''), count(*) FILTER (WHERE NOT is_lesson)\n        FROM people CROSS JOIN LATERAL (\n            VALUES (NULL::bigint, false), (own, false), (part_of_id, true), (whole, true)\n        ) AS way (programme_id, with_parts)\n        WHERE way.programme_id IS NOT NULL OR NOT way.with_parts\n        GROUP BY cooperative_id, year, way.programme_id, way.with_parts, GROUPING SETS ((), (track_id))\n    ), written AS (\n            INSERT INTO trainings_peopletrained AS p (is_example, cooperative_id, year, programme_id, with_parts, track_id, is_together, women, men, other, unrecorded, young, age_unrecorded, came_women, came_men, came_other, came_unrecorded, came_young, came_age_unrecorded, came_awareness) SELECT is_example, cooperative_id, year, programme_id, with_parts, track_id, is_together, women, men, other, unrecorded, young, age_unrecorded, came_women, came_men, came_other, came_unrecorded, came_young, came_age_unrecorded, came_awareness FROM counted\n            ON CONFLICT (cooperative_id, year, programme_id, with_parts, track_id, is_together) DO UPDATE SET (is_example, women, men, other, unrecorded, young, age_unrecorded, came_women, came_men, came_other, came_unrecorded, came_young, came_age_unrecorded, came_awareness) = ROW(excluded.is_example, excluded.women, excluded.men, excluded.other, excluded.unrecorded, excluded.young, excluded.age_unrecorded, excluded.came_women, excluded.came_men, excluded.came_other, excluded.came_unrecorded, excluded.came_young, excluded.came_age_unrecorded, excluded.came_awareness)\n            WHERE (p.is_example, p.women, p.men, p.other, p.unrecorded, p.young, p.age_unrecorded, p.came_women, p.came_men, p.came_other, p.came_unrecorded, p.came_young, p.came_age_unrecorded, p.came_awareness) IS DISTINCT FROM (excluded.is_example, excluded.women, excluded.men, excluded.other, excluded.unrecorded, excluded.young, excluded.age_unrecorded, excluded.came_women, excluded.came_men, excluded.came_other, excluded.came_unrecorded, excluded.came_young, excluded.came_age_unrecorded, excluded.came_awareness)\n        )\n        DELETE FROM trainings_peopletrained p WHERE p.cooperative_id = place.cooperative_id AND p.year = place.year AND NOT EXISTS (SELECT FROM counted c WHERE c.cooperative_id IS NOT DISTINCT FROM p.cooperative_id AND c.year IS NOT DISTINCT FROM p.year AND c.programme_id IS NOT DISTINCT FROM p.programme_id AND c.with_parts IS NOT DISTINCT FROM p.with_parts AND c.track_id IS NOT DISTINCT FROM p.track_id AND c.is_together IS NOT DISTINCT FROM p.is_together)\n    ;\n        END LOOP;\n        RETURN NULL;\n    ",
                    hash="9b9c5224037db13b5e5317fa42927c842289d86a",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_attendance_taken_back_people_fb48a",
                    referencing="REFERENCING OLD TABLE AS old_rows ",
                    table="trainings_attendance",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trainedattendance",
            trigger=pgtrigger.compiler.Trigger(
                name="attendance_moved_people",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE place record;",
                    func="\n        PERFORM pg_advisory_xact_lock_shared(900, 0);\n        FOR place IN SELECT DISTINCT cooperative_id FROM (SELECT n.cooperative_id, extract(year FROM s.held_on)::smallint AS year FROM old_rows n JOIN trainings_trainingsession s ON s.id = n.session_id UNION ALL SELECT n.cooperative_id, extract(year FROM s.held_on)::smallint AS year FROM new_rows n JOIN trainings_trainingsession s ON s.id = n.session_id) AS touched ORDER BY cooperative_id\n        LOOP\n            PERFORM pg_advisory_xact_lock(900, place.cooperative_id::int);\n        END LOOP;\n        FOR place IN SELECT DISTINCT cooperative_id, year FROM (SELECT n.cooperative_id, extract(year FROM s.held_on)::smallint AS year FROM old_rows n JOIN trainings_trainingsession s ON s.id = n.session_id UNION ALL SELECT n.cooperative_id, extract(year FROM s.held_on)::smallint AS year FROM new_rows n JOIN trainings_trainingsession s ON s.id = n.session_id) AS touched ORDER BY cooperative_id, year\n        LOOP\n            \n        WITH counted (is_example, cooperative_id, year, programme_id, with_parts, track_id, is_together, women, men, other, unrecorded, young, age_unrecorded, came_women, came_men, came_other, came_unrecorded, came_young, came_age_unrecorded, came_awareness) AS MATERIALIZED (\n        WITH came AS (\n            SELECT a.cooperative_id, extract(year FROM s.held_on)::smallint AS year, s.training_id, coalesce(m.merged_into_id, m.id) AS person,\n                bool_and(a.is_example) AS is_example\n            FROM trainings_attendance a JOIN trainings_trainingsession s ON s.id = a.session_id JOIN cooperatives_member m ON m.id = a.member_id\n            WHERE a.cooperative_id = place.cooperative_id AND s.held_on BETWEEN make_date(place.year, 1, 1) AND make_date(place.year, 12, 31) AND s.id = ANY (ARRAY(SELECT DISTINCT own.session_id FROM trainings_attendance own WHERE own.cooperative_id = place.cooperative_id)) GROUP BY 1, 2, 3, 4\n        ), people AS (\n            SELECT c.*, p.sex, t.track_id, t.kind <> 'awareness' AS is_lesson, t.programme_id AS own, g.part_of_id,\n                CASE WHEN p.birth_year IS NULL THEN '' WHEN c.year - p.birth_year < 30 THEN 'young' ELSE 'older'\n                END AS age,\n                CASE WHEN EXISTS (SELECT FROM cooperatives_programme part WHERE part.part_of_id = g.id) THEN g.id END\n                AS whole\n            FROM came c JOIN trainings_training t ON t.id = c.training_id\n            JOIN cooperatives_programme g ON g.id = t.programme_id\n            CROSS JOIN LATERAL (SELECT sex, birth_year FROM cooperatives_member WHERE id = c.person OFFSET 0) AS p\n        )\n        SELECT bool_and(is_example) AS is_example, cooperative_id, year, way.programme_id, way.with_parts, track_id,\n            grouping(track_id) = 1 AS is_together, count(DISTINCT person) FILTER (WHERE is_lesson AND sex = 'woman'), count(DISTINCT person) FILTER (WHERE is_lesson AND sex = 'man'), count(DISTINCT person) FILTER (WHERE is_lesson AND sex = 'other'), count(DISTINCT person) FILTER (WHERE is_lesson AND sex = ''), count(DISTINCT person) FILTER (WHERE is_lesson AND age = 'young'), count(DISTINCT person) FILTER (WHERE is_lesson AND age = ''), count(*) FILTER (WHERE sex = 'woman'), count(*) FILTER (WHERE sex = 'man'), count(*) FILTER (WHERE sex = 'other'), count(*) FILTER (WHERE sex = ''), count(*) FILTER (WHERE age = 'young'), count(*) FILTER (WHERE age = ''), count(*) FILTER (WHERE NOT is_lesson)\n        FROM people CROSS JOIN LATERAL (\n            VALUES (NULL::bigint, false), (own, false), (part_of_id, true), (whole, true)\n        ) AS way (programme_id, with_parts)\n        WHERE way.programme_id IS NOT NULL OR NOT way.with_parts\n        GROUP BY cooperative_id, year, way.programme_id, way.with_parts, GROUPING SETS ((), (track_id))\n    ), written AS (\n            INSERT INTO trainings_peopletrained AS p (is_example, cooperative_id, year, programme_id, with_parts, track_id, is_together, women, men, other, unrecorded, young, age_unrecorded, came_women, came_men, came_other, came_unrecorded, came_young, came_age_unrecorded, came_awareness) SELECT is_example, cooperative_id, year, programme_id, with_parts, track_id, is_together, women, men, other, unrecorded, young, age_unrecorded, came_women, came_men, came_other, came_unrecorded, came_young, came_age_unrecorded, came_awareness FROM counted\n            ON CONFLICT (cooperative_id, year, programme_id, with_parts, track_id, is_together) DO UPDATE SET (is_example, women, men, other, unrecorded, young, age_unrecorded, came_women, came_men, came_other, came_unrecorded, came_young, came_age_unrecorded, came_awareness) = ROW(excluded.is_example, excluded.women, excluded.men, excluded.other, excluded.unrecorded, excluded.young, excluded.age_unrecorded, excluded.came_women, excluded.came_men, excluded.came_other, excluded.came_unrecorded, excluded.came_young, excluded.came_age_unrecorded, excluded.came_awareness)\n            WHERE (p.is_example, p.women, p.men, p.other, p.unrecorded, p.young, p.age_unrecorded, p.came_women, p.came_men, p.came_other, p.came_unrecorded, p.came_young, p.came_age_unrecorded, p.came_awareness) IS DISTINCT FROM (excluded.is_example, excluded.women, excluded.men, excluded.other, excluded.unrecorded, excluded.young, excluded.age_unrecorded, excluded.came_women, excluded.came_men, excluded.came_other, excluded.came_unrecorded, excluded.came_young, excluded.came_age_unrecorded, excluded.came_awareness)\n        )\n        DELETE FROM trainings_peopletrained p WHERE p.cooperative_id = place.cooperative_id AND p.year = place.year AND NOT EXISTS (SELECT FROM counted c WHERE c.cooperative_id IS NOT DISTINCT FROM p.cooperative_id AND c.year IS NOT DISTINCT FROM p.year AND c.programme_id IS NOT DISTINCT FROM p.programme_id AND c.with_parts IS NOT DISTINCT FROM p.with_parts AND c.track_id IS NOT DISTINCT FROM p.track_id AND c.is_together IS NOT DISTINCT FROM p.is_together)\n    ;\n        END LOOP;\n        RETURN NULL;\n    ",
                    hash="1bd56e0c256aec402fca04e44876ab2a6675f96b",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_attendance_moved_people_ecd1f",
                    referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                    table="trainings_attendance",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trainedmember",
            trigger=pgtrigger.compiler.Trigger(
                name="member_merged_people",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.merged_into_id IS DISTINCT FROM OLD.merged_into_id OR NEW.sex IS DISTINCT FROM OLD.sex OR NEW.birth_year IS DISTINCT FROM OLD.birth_year)",
                    declare="DECLARE place record;",
                    func="\n        PERFORM pg_advisory_xact_lock_shared(900, 0);\n        FOR place IN SELECT DISTINCT cooperative_id FROM (SELECT a.cooperative_id, extract(year FROM s.held_on)::smallint AS year FROM trainings_attendance a JOIN trainings_trainingsession s ON s.id = a.session_id WHERE a.member_id IN (SELECT id FROM cooperatives_member WHERE id = NEW.id OR merged_into_id = NEW.id)) AS touched ORDER BY cooperative_id\n        LOOP\n            PERFORM pg_advisory_xact_lock(900, place.cooperative_id::int);\n        END LOOP;\n        FOR place IN SELECT DISTINCT cooperative_id, year FROM (SELECT a.cooperative_id, extract(year FROM s.held_on)::smallint AS year FROM trainings_attendance a JOIN trainings_trainingsession s ON s.id = a.session_id WHERE a.member_id IN (SELECT id FROM cooperatives_member WHERE id = NEW.id OR merged_into_id = NEW.id)) AS touched ORDER BY cooperative_id, year\n        LOOP\n            \n        WITH counted (is_example, cooperative_id, year, programme_id, with_parts, track_id, is_together, women, men, other, unrecorded, young, age_unrecorded, came_women, came_men, came_other, came_unrecorded, came_young, came_age_unrecorded, came_awareness) AS MATERIALIZED (\n        WITH came AS (\n            SELECT a.cooperative_id, extract(year FROM s.held_on)::smallint AS year, s.training_id, coalesce(m.merged_into_id, m.id) AS person,\n                bool_and(a.is_example) AS is_example\n            FROM trainings_attendance a JOIN trainings_trainingsession s ON s.id = a.session_id JOIN cooperatives_member m ON m.id = a.member_id\n            WHERE a.cooperative_id = place.cooperative_id AND s.held_on BETWEEN make_date(place.year, 1, 1) AND make_date(place.year, 12, 31) AND s.id = ANY (ARRAY(SELECT DISTINCT own.session_id FROM trainings_attendance own WHERE own.cooperative_id = place.cooperative_id)) GROUP BY 1, 2, 3, 4\n        ), people AS (\n            SELECT c.*, p.sex, t.track_id, t.kind <> 'awareness' AS is_lesson, t.programme_id AS own, g.part_of_id,\n                CASE WHEN p.birth_year IS NULL THEN '' WHEN c.year - p.birth_year < 30 THEN 'young' ELSE 'older'\n                END AS age,\n                CASE WHEN EXISTS (SELECT FROM cooperatives_programme part WHERE part.part_of_id = g.id) THEN g.id END\n                AS whole\n            FROM came c JOIN trainings_training t ON t.id = c.training_id\n            JOIN cooperatives_programme g ON g.id = t.programme_id\n            CROSS JOIN LATERAL (SELECT sex, birth_year FROM cooperatives_member WHERE id = c.person OFFSET 0) AS p\n        )\n        SELECT bool_and(is_example) AS is_example, cooperative_id, year, way.programme_id, way.with_parts, track_id,\n            grouping(track_id) = 1 AS is_together, count(DISTINCT person) FILTER (WHERE is_lesson AND sex = 'woman'), count(DISTINCT person) FILTER (WHERE is_lesson AND sex = 'man'), count(DISTINCT person) FILTER (WHERE is_lesson AND sex = 'other'), count(DISTINCT person) FILTER (WHERE is_lesson AND sex = ''), count(DISTINCT person) FILTER (WHERE is_lesson AND age = 'young'), count(DISTINCT person) FILTER (WHERE is_lesson AND age = ''), count(*) FILTER (WHERE sex = 'woman'), count(*) FILTER (WHERE sex = 'man'), count(*) FILTER (WHERE sex = 'other'), count(*) FILTER (WHERE sex = ''), count(*) FILTER (WHERE age = 'young'), count(*) FILTER (WHERE age = ''), count(*) FILTER (WHERE NOT is_lesson)\n        FROM people CROSS JOIN LATERAL (\n            VALUES (NULL::bigint, false), (own, false), (part_of_id, true), (whole, true)\n        ) AS way (programme_id, with_parts)\n        WHERE way.programme_id IS NOT NULL OR NOT way.with_parts\n        GROUP BY cooperative_id, year, way.programme_id, way.with_parts, GROUPING SETS ((), (track_id))\n    ), written AS (\n            INSERT INTO trainings_peopletrained AS p (is_example, cooperative_id, year, programme_id, with_parts, track_id, is_together, women, men, other, unrecorded, young, age_unrecorded, came_women, came_men, came_other, came_unrecorded, came_young, came_age_unrecorded, came_awareness) SELECT is_example, cooperative_id, year, programme_id, with_parts, track_id, is_together, women, men, other, unrecorded, young, age_unrecorded, came_women, came_men, came_other, came_unrecorded, came_young, came_age_unrecorded, came_awareness FROM counted\n            ON CONFLICT (cooperative_id, year, programme_id, with_parts, track_id, is_together) DO UPDATE SET (is_example, women, men, other, unrecorded, young, age_unrecorded, came_women, came_men, came_other, came_unrecorded, came_young, came_age_unrecorded, came_awareness) = ROW(excluded.is_example, excluded.women, excluded.men, excluded.other, excluded.unrecorded, excluded.young, excluded.age_unrecorded, excluded.came_women, excluded.came_men, excluded.came_other, excluded.came_unrecorded, excluded.came_young, excluded.came_age_unrecorded, excluded.came_awareness)\n            WHERE (p.is_example, p.women, p.men, p.other, p.unrecorded, p.young, p.age_unrecorded, p.came_women, p.came_men, p.came_other, p.came_unrecorded, p.came_young, p.came_age_unrecorded, p.came_awareness) IS DISTINCT FROM (excluded.is_example, excluded.women, excluded.men, excluded.other, excluded.unrecorded, excluded.young, excluded.age_unrecorded, excluded.came_women, excluded.came_men, excluded.came_other, excluded.came_unrecorded, excluded.came_young, excluded.came_age_unrecorded, excluded.came_awareness)\n        )\n        DELETE FROM trainings_peopletrained p WHERE p.cooperative_id = place.cooperative_id AND p.year = place.year AND NOT EXISTS (SELECT FROM counted c WHERE c.cooperative_id IS NOT DISTINCT FROM p.cooperative_id AND c.year IS NOT DISTINCT FROM p.year AND c.programme_id IS NOT DISTINCT FROM p.programme_id AND c.with_parts IS NOT DISTINCT FROM p.with_parts AND c.track_id IS NOT DISTINCT FROM p.track_id AND c.is_together IS NOT DISTINCT FROM p.is_together)\n    ;\n        END LOOP;\n        RETURN NULL;\n    ",
                    hash="c25cedf601643ef26245baed3cb37df5a3a3e93c",
                    operation='UPDATE OF "merged_into_id", "sex", "birth_year"',
                    pgid="pgtrigger_member_merged_people_dfa33",
                    table="cooperatives_member",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trainedprogramme",
            trigger=pgtrigger.compiler.Trigger(
                name="programme_umbrella_people",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE owners bigint[];",
                    func="\n            IF TG_OP = 'UPDATE' AND NEW.part_of_id IS NOT DISTINCT FROM OLD.part_of_id THEN RETURN NULL; END IF;\n            PERFORM pg_advisory_xact_lock(900, 0);\n            SELECT array_agg(DISTINCT p.cooperative_id) INTO owners FROM trainings_peopletrained p\n            WHERE p.programme_id IN (NEW.id, NEW.part_of_id, OLD.part_of_id);\n            IF owners IS NULL THEN RETURN NULL; END IF;\n            \n        WITH counted (is_example, cooperative_id, year, programme_id, with_parts, track_id, is_together, women, men, other, unrecorded, young, age_unrecorded, came_women, came_men, came_other, came_unrecorded, came_young, came_age_unrecorded, came_awareness) AS MATERIALIZED (\n        WITH came AS (\n            SELECT a.cooperative_id, extract(year FROM s.held_on)::smallint AS year, s.training_id, coalesce(m.merged_into_id, m.id) AS person,\n                bool_and(a.is_example) AS is_example\n            FROM trainings_attendance a JOIN trainings_trainingsession s ON s.id = a.session_id JOIN cooperatives_member m ON m.id = a.member_id\n            WHERE a.cooperative_id = ANY(owners) GROUP BY 1, 2, 3, 4\n        ), people AS (\n            SELECT c.*, p.sex, t.track_id, t.kind <> 'awareness' AS is_lesson, t.programme_id AS own, g.part_of_id,\n                CASE WHEN p.birth_year IS NULL THEN '' WHEN c.year - p.birth_year < 30 THEN 'young' ELSE 'older'\n                END AS age,\n                CASE WHEN EXISTS (SELECT FROM cooperatives_programme part WHERE part.part_of_id = g.id) THEN g.id END\n                AS whole\n            FROM came c JOIN trainings_training t ON t.id = c.training_id\n            JOIN cooperatives_programme g ON g.id = t.programme_id\n            CROSS JOIN LATERAL (SELECT sex, birth_year FROM cooperatives_member WHERE id = c.person OFFSET 0) AS p\n        )\n        SELECT bool_and(is_example) AS is_example, cooperative_id, year, way.programme_id, way.with_parts, track_id,\n            grouping(track_id) = 1 AS is_together, count(DISTINCT person) FILTER (WHERE is_lesson AND sex = 'woman'), count(DISTINCT person) FILTER (WHERE is_lesson AND sex = 'man'), count(DISTINCT person) FILTER (WHERE is_lesson AND sex = 'other'), count(DISTINCT person) FILTER (WHERE is_lesson AND sex = ''), count(DISTINCT person) FILTER (WHERE is_lesson AND age = 'young'), count(DISTINCT person) FILTER (WHERE is_lesson AND age = ''), count(*) FILTER (WHERE sex = 'woman'), count(*) FILTER (WHERE sex = 'man'), count(*) FILTER (WHERE sex = 'other'), count(*) FILTER (WHERE sex = ''), count(*) FILTER (WHERE age = 'young'), count(*) FILTER (WHERE age = ''), count(*) FILTER (WHERE NOT is_lesson)\n        FROM people CROSS JOIN LATERAL (\n            VALUES (NULL::bigint, false), (own, false), (part_of_id, true), (whole, true)\n        ) AS way (programme_id, with_parts)\n        WHERE way.programme_id IS NOT NULL OR NOT way.with_parts\n        GROUP BY cooperative_id, year, way.programme_id, way.with_parts, GROUPING SETS ((), (track_id))\n    ), written AS (\n            INSERT INTO trainings_peopletrained AS p (is_example, cooperative_id, year, programme_id, with_parts, track_id, is_together, women, men, other, unrecorded, young, age_unrecorded, came_women, came_men, came_other, came_unrecorded, came_young, came_age_unrecorded, came_awareness) SELECT is_example, cooperative_id, year, programme_id, with_parts, track_id, is_together, women, men, other, unrecorded, young, age_unrecorded, came_women, came_men, came_other, came_unrecorded, came_young, came_age_unrecorded, came_awareness FROM counted\n            ON CONFLICT (cooperative_id, year, programme_id, with_parts, track_id, is_together) DO UPDATE SET (is_example, women, men, other, unrecorded, young, age_unrecorded, came_women, came_men, came_other, came_unrecorded, came_young, came_age_unrecorded, came_awareness) = ROW(excluded.is_example, excluded.women, excluded.men, excluded.other, excluded.unrecorded, excluded.young, excluded.age_unrecorded, excluded.came_women, excluded.came_men, excluded.came_other, excluded.came_unrecorded, excluded.came_young, excluded.came_age_unrecorded, excluded.came_awareness)\n            WHERE (p.is_example, p.women, p.men, p.other, p.unrecorded, p.young, p.age_unrecorded, p.came_women, p.came_men, p.came_other, p.came_unrecorded, p.came_young, p.came_age_unrecorded, p.came_awareness) IS DISTINCT FROM (excluded.is_example, excluded.women, excluded.men, excluded.other, excluded.unrecorded, excluded.young, excluded.age_unrecorded, excluded.came_women, excluded.came_men, excluded.came_other, excluded.came_unrecorded, excluded.came_young, excluded.came_age_unrecorded, excluded.came_awareness)\n        )\n        DELETE FROM trainings_peopletrained p WHERE p.cooperative_id = ANY(owners) AND NOT EXISTS (SELECT FROM counted c WHERE c.cooperative_id IS NOT DISTINCT FROM p.cooperative_id AND c.year IS NOT DISTINCT FROM p.year AND c.programme_id IS NOT DISTINCT FROM p.programme_id AND c.with_parts IS NOT DISTINCT FROM p.with_parts AND c.track_id IS NOT DISTINCT FROM p.track_id AND c.is_together IS NOT DISTINCT FROM p.is_together)\n    ;\n            RETURN NULL;\n        ",
                    hash="615ac6980babe91502640afdbaae0e6fc20e6ae3",
                    operation='INSERT OR UPDATE OF "part_of_id"',
                    pgid="pgtrigger_programme_umbrella_people_c158c",
                    table="cooperatives_programme",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trainedsession",
            trigger=pgtrigger.compiler.Trigger(
                name="training_session_moved_people",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.held_on IS DISTINCT FROM OLD.held_on OR NEW.training_id IS DISTINCT FROM OLD.training_id)",
                    declare="DECLARE place record;",
                    func="\n        PERFORM pg_advisory_xact_lock_shared(900, 0);\n        FOR place IN SELECT DISTINCT cooperative_id FROM (SELECT a.cooperative_id, extract(year FROM days.held_on)::smallint AS year FROM trainings_attendance a CROSS JOIN (VALUES (OLD.held_on), (NEW.held_on)) AS days (held_on) WHERE a.session_id = NEW.id) AS touched ORDER BY cooperative_id\n        LOOP\n            PERFORM pg_advisory_xact_lock(900, place.cooperative_id::int);\n        END LOOP;\n        FOR place IN SELECT DISTINCT cooperative_id, year FROM (SELECT a.cooperative_id, extract(year FROM days.held_on)::smallint AS year FROM trainings_attendance a CROSS JOIN (VALUES (OLD.held_on), (NEW.held_on)) AS days (held_on) WHERE a.session_id = NEW.id) AS touched ORDER BY cooperative_id, year\n        LOOP\n            \n        WITH counted (is_example, cooperative_id, year, programme_id, with_parts, track_id, is_together, women, men, other, unrecorded, young, age_unrecorded, came_women, came_men, came_other, came_unrecorded, came_young, came_age_unrecorded, came_awareness) AS MATERIALIZED (\n        WITH came AS (\n            SELECT a.cooperative_id, extract(year FROM s.held_on)::smallint AS year, s.training_id, coalesce(m.merged_into_id, m.id) AS person,\n                bool_and(a.is_example) AS is_example\n            FROM trainings_attendance a JOIN trainings_trainingsession s ON s.id = a.session_id JOIN cooperatives_member m ON m.id = a.member_id\n            WHERE a.cooperative_id = place.cooperative_id AND s.held_on BETWEEN make_date(place.year, 1, 1) AND make_date(place.year, 12, 31) AND s.id = ANY (ARRAY(SELECT DISTINCT own.session_id FROM trainings_attendance own WHERE own.cooperative_id = place.cooperative_id)) GROUP BY 1, 2, 3, 4\n        ), people AS (\n            SELECT c.*, p.sex, t.track_id, t.kind <> 'awareness' AS is_lesson, t.programme_id AS own, g.part_of_id,\n                CASE WHEN p.birth_year IS NULL THEN '' WHEN c.year - p.birth_year < 30 THEN 'young' ELSE 'older'\n                END AS age,\n                CASE WHEN EXISTS (SELECT FROM cooperatives_programme part WHERE part.part_of_id = g.id) THEN g.id END\n                AS whole\n            FROM came c JOIN trainings_training t ON t.id = c.training_id\n            JOIN cooperatives_programme g ON g.id = t.programme_id\n            CROSS JOIN LATERAL (SELECT sex, birth_year FROM cooperatives_member WHERE id = c.person OFFSET 0) AS p\n        )\n        SELECT bool_and(is_example) AS is_example, cooperative_id, year, way.programme_id, way.with_parts, track_id,\n            grouping(track_id) = 1 AS is_together, count(DISTINCT person) FILTER (WHERE is_lesson AND sex = 'woman'), count(DISTINCT person) FILTER (WHERE is_lesson AND sex = 'man'), count(DISTINCT person) FILTER (WHERE is_lesson AND sex = 'other'), count(DISTINCT person) FILTER (WHERE is_lesson AND sex = ''), count(DISTINCT person) FILTER (WHERE is_lesson AND age = 'young'), count(DISTINCT person) FILTER (WHERE is_lesson AND age = ''), count(*) FILTER (WHERE sex = 'woman'), count(*) FILTER (WHERE sex = 'man'), count(*) FILTER (WHERE sex = 'other'), count(*) FILTER (WHERE sex = ''), count(*) FILTER (WHERE age = 'young'), count(*) FILTER (WHERE age = ''), count(*) FILTER (WHERE NOT is_lesson)\n        FROM people CROSS JOIN LATERAL (\n            VALUES (NULL::bigint, false), (own, false), (part_of_id, true), (whole, true)\n        ) AS way (programme_id, with_parts)\n        WHERE way.programme_id IS NOT NULL OR NOT way.with_parts\n        GROUP BY cooperative_id, year, way.programme_id, way.with_parts, GROUPING SETS ((), (track_id))\n    ), written AS (\n            INSERT INTO trainings_peopletrained AS p (is_example, cooperative_id, year, programme_id, with_parts, track_id, is_together, women, men, other, unrecorded, young, age_unrecorded, came_women, came_men, came_other, came_unrecorded, came_young, came_age_unrecorded, came_awareness) SELECT is_example, cooperative_id, year, programme_id, with_parts, track_id, is_together, women, men, other, unrecorded, young, age_unrecorded, came_women, came_men, came_other, came_unrecorded, came_young, came_age_unrecorded, came_awareness FROM counted\n            ON CONFLICT (cooperative_id, year, programme_id, with_parts, track_id, is_together) DO UPDATE SET (is_example, women, men, other, unrecorded, young, age_unrecorded, came_women, came_men, came_other, came_unrecorded, came_young, came_age_unrecorded, came_awareness) = ROW(excluded.is_example, excluded.women, excluded.men, excluded.other, excluded.unrecorded, excluded.young, excluded.age_unrecorded, excluded.came_women, excluded.came_men, excluded.came_other, excluded.came_unrecorded, excluded.came_young, excluded.came_age_unrecorded, excluded.came_awareness)\n            WHERE (p.is_example, p.women, p.men, p.other, p.unrecorded, p.young, p.age_unrecorded, p.came_women, p.came_men, p.came_other, p.came_unrecorded, p.came_young, p.came_age_unrecorded, p.came_awareness) IS DISTINCT FROM (excluded.is_example, excluded.women, excluded.men, excluded.other, excluded.unrecorded, excluded.young, excluded.age_unrecorded, excluded.came_women, excluded.came_men, excluded.came_other, excluded.came_unrecorded, excluded.came_young, excluded.came_age_unrecorded, excluded.came_awareness)\n        )\n        DELETE FROM trainings_peopletrained p WHERE p.cooperative_id = place.cooperative_id AND p.year = place.year AND NOT EXISTS (SELECT FROM counted c WHERE c.cooperative_id IS NOT DISTINCT FROM p.cooperative_id AND c.year IS NOT DISTINCT FROM p.year AND c.programme_id IS NOT DISTINCT FROM p.programme_id AND c.with_parts IS NOT DISTINCT FROM p.with_parts AND c.track_id IS NOT DISTINCT FROM p.track_id AND c.is_together IS NOT DISTINCT FROM p.is_together)\n    ;\n        END LOOP;\n        RETURN NULL;\n    ",
                    hash="a82fd2e39e2e4ce6ded31385855495242b1f37f2",
                    operation='UPDATE OF "held_on", "training_id"',
                    pgid="pgtrigger_training_session_moved_people_c67f0",
                    table="trainings_trainingsession",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trainedtraining",
            trigger=pgtrigger.compiler.Trigger(
                name="training_track_people",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.track_id IS DISTINCT FROM OLD.track_id OR NEW.kind IS DISTINCT FROM OLD.kind OR NEW.programme_id IS DISTINCT FROM OLD.programme_id)",
                    declare="DECLARE place record;",
                    func="\n        PERFORM pg_advisory_xact_lock_shared(900, 0);\n        FOR place IN SELECT DISTINCT cooperative_id FROM (SELECT a.cooperative_id, extract(year FROM s.held_on)::smallint AS year FROM trainings_attendance a JOIN trainings_trainingsession s ON s.id = a.session_id WHERE s.training_id = NEW.id) AS touched ORDER BY cooperative_id\n        LOOP\n            PERFORM pg_advisory_xact_lock(900, place.cooperative_id::int);\n        END LOOP;\n        FOR place IN SELECT DISTINCT cooperative_id, year FROM (SELECT a.cooperative_id, extract(year FROM s.held_on)::smallint AS year FROM trainings_attendance a JOIN trainings_trainingsession s ON s.id = a.session_id WHERE s.training_id = NEW.id) AS touched ORDER BY cooperative_id, year\n        LOOP\n            \n        WITH counted (is_example, cooperative_id, year, programme_id, with_parts, track_id, is_together, women, men, other, unrecorded, young, age_unrecorded, came_women, came_men, came_other, came_unrecorded, came_young, came_age_unrecorded, came_awareness) AS MATERIALIZED (\n        WITH came AS (\n            SELECT a.cooperative_id, extract(year FROM s.held_on)::smallint AS year, s.training_id, coalesce(m.merged_into_id, m.id) AS person,\n                bool_and(a.is_example) AS is_example\n            FROM trainings_attendance a JOIN trainings_trainingsession s ON s.id = a.session_id JOIN cooperatives_member m ON m.id = a.member_id\n            WHERE a.cooperative_id = place.cooperative_id AND s.held_on BETWEEN make_date(place.year, 1, 1) AND make_date(place.year, 12, 31) AND s.id = ANY (ARRAY(SELECT DISTINCT own.session_id FROM trainings_attendance own WHERE own.cooperative_id = place.cooperative_id)) GROUP BY 1, 2, 3, 4\n        ), people AS (\n            SELECT c.*, p.sex, t.track_id, t.kind <> 'awareness' AS is_lesson, t.programme_id AS own, g.part_of_id,\n                CASE WHEN p.birth_year IS NULL THEN '' WHEN c.year - p.birth_year < 30 THEN 'young' ELSE 'older'\n                END AS age,\n                CASE WHEN EXISTS (SELECT FROM cooperatives_programme part WHERE part.part_of_id = g.id) THEN g.id END\n                AS whole\n            FROM came c JOIN trainings_training t ON t.id = c.training_id\n            JOIN cooperatives_programme g ON g.id = t.programme_id\n            CROSS JOIN LATERAL (SELECT sex, birth_year FROM cooperatives_member WHERE id = c.person OFFSET 0) AS p\n        )\n        SELECT bool_and(is_example) AS is_example, cooperative_id, year, way.programme_id, way.with_parts, track_id,\n            grouping(track_id) = 1 AS is_together, count(DISTINCT person) FILTER (WHERE is_lesson AND sex = 'woman'), count(DISTINCT person) FILTER (WHERE is_lesson AND sex = 'man'), count(DISTINCT person) FILTER (WHERE is_lesson AND sex = 'other'), count(DISTINCT person) FILTER (WHERE is_lesson AND sex = ''), count(DISTINCT person) FILTER (WHERE is_lesson AND age = 'young'), count(DISTINCT person) FILTER (WHERE is_lesson AND age = ''), count(*) FILTER (WHERE sex = 'woman'), count(*) FILTER (WHERE sex = 'man'), count(*) FILTER (WHERE sex = 'other'), count(*) FILTER (WHERE sex = ''), count(*) FILTER (WHERE age = 'young'), count(*) FILTER (WHERE age = ''), count(*) FILTER (WHERE NOT is_lesson)\n        FROM people CROSS JOIN LATERAL (\n            VALUES (NULL::bigint, false), (own, false), (part_of_id, true), (whole, true)\n        ) AS way (programme_id, with_parts)\n        WHERE way.programme_id IS NOT NULL OR NOT way.with_parts\n        GROUP BY cooperative_id, year, way.programme_id, way.with_parts, GROUPING SETS ((), (track_id))\n    ), written AS (\n            INSERT INTO trainings_peopletrained AS p (is_example, cooperative_id, year, programme_id, with_parts, track_id, is_together, women, men, other, unrecorded, young, age_unrecorded, came_women, came_men, came_other, came_unrecorded, came_young, came_age_unrecorded, came_awareness) SELECT is_example, cooperative_id, year, programme_id, with_parts, track_id, is_together, women, men, other, unrecorded, young, age_unrecorded, came_women, came_men, came_other, came_unrecorded, came_young, came_age_unrecorded, came_awareness FROM counted\n            ON CONFLICT (cooperative_id, year, programme_id, with_parts, track_id, is_together) DO UPDATE SET (is_example, women, men, other, unrecorded, young, age_unrecorded, came_women, came_men, came_other, came_unrecorded, came_young, came_age_unrecorded, came_awareness) = ROW(excluded.is_example, excluded.women, excluded.men, excluded.other, excluded.unrecorded, excluded.young, excluded.age_unrecorded, excluded.came_women, excluded.came_men, excluded.came_other, excluded.came_unrecorded, excluded.came_young, excluded.came_age_unrecorded, excluded.came_awareness)\n            WHERE (p.is_example, p.women, p.men, p.other, p.unrecorded, p.young, p.age_unrecorded, p.came_women, p.came_men, p.came_other, p.came_unrecorded, p.came_young, p.came_age_unrecorded, p.came_awareness) IS DISTINCT FROM (excluded.is_example, excluded.women, excluded.men, excluded.other, excluded.unrecorded, excluded.young, excluded.age_unrecorded, excluded.came_women, excluded.came_men, excluded.came_other, excluded.came_unrecorded, excluded.came_young, excluded.came_age_unrecorded, excluded.came_awareness)\n        )\n        DELETE FROM trainings_peopletrained p WHERE p.cooperative_id = place.cooperative_id AND p.year = place.year AND NOT EXISTS (SELECT FROM counted c WHERE c.cooperative_id IS NOT DISTINCT FROM p.cooperative_id AND c.year IS NOT DISTINCT FROM p.year AND c.programme_id IS NOT DISTINCT FROM p.programme_id AND c.with_parts IS NOT DISTINCT FROM p.with_parts AND c.track_id IS NOT DISTINCT FROM p.track_id AND c.is_together IS NOT DISTINCT FROM p.is_together)\n    ;\n        END LOOP;\n        RETURN NULL;\n    ",
                    hash="af97bed3f6195fe88df763d0487bbb50a8cb7358",
                    operation='UPDATE OF "track_id", "kind", "programme_id"',
                    pgid="pgtrigger_training_track_people_dc2b7",
                    table="trainings_training",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="peopletrained",
            trigger=pgtrigger.compiler.Trigger(
                name="people_trained_from_attendance",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (pg_trigger_depth() < 1)",
                    func="IF (true) THEN RAISE EXCEPTION 'people_trained_from_attendance' USING ERRCODE = 'check_violation', CONSTRAINT = 'people_trained_from_attendance'; END IF; RETURN NULL;",
                    hash="bf85940f84ac8ad82bbcd2c573d4b937c1a6b82f",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_people_trained_from_attendance_38e23",
                    table="trainings_peopletrained",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="peopletrained",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "trainings_peopletrainedevent" ("cooperative_id", "id", "is_example", "is_together", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "track_id", "with_parts", "year") VALUES (NEW."cooperative_id", NEW."id", NEW."is_example", NEW."is_together", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."programme_id", NEW."track_id", NEW."with_parts", NEW."year"); RETURN NULL;',
                    hash="649bacdbe165adfc34c05a4c433e01066cbc463c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_89180",
                    table="trainings_peopletrained",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="peopletrained",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."cooperative_id" IS DISTINCT FROM (NEW."cooperative_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_example" IS DISTINCT FROM (NEW."is_example") OR OLD."is_together" IS DISTINCT FROM (NEW."is_together") OR OLD."programme_id" IS DISTINCT FROM (NEW."programme_id") OR OLD."track_id" IS DISTINCT FROM (NEW."track_id") OR OLD."with_parts" IS DISTINCT FROM (NEW."with_parts") OR OLD."year" IS DISTINCT FROM (NEW."year"))',
                    func='INSERT INTO "trainings_peopletrainedevent" ("cooperative_id", "id", "is_example", "is_together", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "track_id", "with_parts", "year") VALUES (NEW."cooperative_id", NEW."id", NEW."is_example", NEW."is_together", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."programme_id", NEW."track_id", NEW."with_parts", NEW."year"); RETURN NULL;',
                    hash="6460e97ccb89a67e9cef78cb57567b9157a4be6c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_06917",
                    table="trainings_peopletrained",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="peopletrained",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "trainings_peopletrainedevent" ("cooperative_id", "id", "is_example", "is_together", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "track_id", "with_parts", "year") VALUES (OLD."cooperative_id", OLD."id", OLD."is_example", OLD."is_together", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."programme_id", OLD."track_id", OLD."with_parts", OLD."year"); RETURN NULL;',
                    hash="190372f4722b3115b6dc434bf67672ff3762bcaa",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c8197",
                    table="trainings_peopletrained",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="peopletrainedevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="64af5fd8f856071342d4e6c1f84ff4e08b14130f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c2917",
                    table="trainings_peopletrainedevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
