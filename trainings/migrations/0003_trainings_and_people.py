import uuid

import django.db.models.deletion
import django.db.models.expressions
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cooperatives", "0003_people_who_take_part"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("trainings", "0002_dates_say_their_precision"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="training",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="training",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="training",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="traininginvitation",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="traininginvitation",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="traininginvitation",
            name="delete_delete",
        ),
        migrations.CreateModel(
            name="CalendarFeed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                (
                    "secret",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, unique=True, verbose_name="secret part of the link"
                    ),
                ),
                ("made_at", models.DateTimeField(editable=False, verbose_name="made at")),
                ("revoked_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="revoked at")),
            ],
            options={
                "verbose_name": "calendar link",
                "verbose_name_plural": "calendar links",
                "ordering": ("-made_at", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="CalendarFeedEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                ("made_at", models.DateTimeField(editable=False, verbose_name="made at")),
                ("revoked_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="revoked at")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FollowUpVisit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                ("visited_on", models.DateField(verbose_name="date of the visit")),
                ("practice", models.CharField(max_length=160, verbose_name="practice")),
                (
                    "adopted",
                    models.CharField(
                        choices=[("yes", "yes"), ("partly", "partly"), ("no", "no")],
                        max_length=6,
                        verbose_name="adopted",
                    ),
                ),
                (
                    "evidence",
                    models.TextField(
                        blank=True, help_text="What was seen: for example pits dug, a record.", verbose_name="evidence"
                    ),
                ),
                ("recorded_at", models.DateTimeField(editable=False, verbose_name="recorded at")),
            ],
            options={
                "verbose_name": "follow-up visit",
                "verbose_name_plural": "follow-up visits",
                "ordering": ("-visited_on", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="FollowUpVisitEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                ("visited_on", models.DateField(verbose_name="date of the visit")),
                ("practice", models.CharField(max_length=160, verbose_name="practice")),
                (
                    "adopted",
                    models.CharField(
                        choices=[("yes", "yes"), ("partly", "partly"), ("no", "no")],
                        max_length=6,
                        verbose_name="adopted",
                    ),
                ),
                (
                    "evidence",
                    models.TextField(
                        blank=True, help_text="What was seen: for example pits dug, a record.", verbose_name="evidence"
                    ),
                ),
                ("recorded_at", models.DateTimeField(editable=False, verbose_name="recorded at")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="HeadCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                ("women", models.PositiveIntegerField(verbose_name="women")),
                ("men", models.PositiveIntegerField(verbose_name="men")),
                (
                    "unrecorded",
                    models.PositiveIntegerField(default=0, verbose_name="not recorded whether women or men"),
                ),
                (
                    "under_30",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="of them younger than 30"),
                ),
                ("counted_at", models.DateTimeField(editable=False, verbose_name="counted at")),
            ],
            options={
                "verbose_name": "head count",
                "verbose_name_plural": "head counts",
                "ordering": ("session", "cooperative"),
            },
        ),
        migrations.CreateModel(
            name="HeadCountEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                ("women", models.PositiveIntegerField(verbose_name="women")),
                ("men", models.PositiveIntegerField(verbose_name="men")),
                (
                    "unrecorded",
                    models.PositiveIntegerField(default=0, verbose_name="not recorded whether women or men"),
                ),
                (
                    "under_30",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="of them younger than 30"),
                ),
                ("counted_at", models.DateTimeField(editable=False, verbose_name="counted at")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Instrument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("version", models.CharField(max_length=20, verbose_name="version")),
                ("maximum", models.DecimalField(decimal_places=2, max_digits=6, verbose_name="most points")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                ("is_retired", models.BooleanField(default=False, verbose_name="no longer used")),
            ],
            options={
                "verbose_name": "test",
                "verbose_name_plural": "tests",
                "ordering": ("name", "version", "pk"),
            },
        ),
        migrations.CreateModel(
            name="InstrumentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("version", models.CharField(max_length=20, verbose_name="version")),
                ("maximum", models.DecimalField(decimal_places=2, max_digits=6, verbose_name="most points")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                ("is_retired", models.BooleanField(default=False, verbose_name="no longer used")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Module",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                ("title", models.CharField(max_length=160, verbose_name="title")),
                ("title_es", models.CharField(blank=True, max_length=160, verbose_name="title in Spanish")),
                ("title_pt", models.CharField(blank=True, max_length=160, verbose_name="title in Portuguese")),
                ("objectives", models.TextField(blank=True, verbose_name="objectives")),
                ("objectives_es", models.TextField(blank=True, verbose_name="objectives in Spanish")),
                ("objectives_pt", models.TextField(blank=True, verbose_name="objectives in Portuguese")),
                (
                    "hours",
                    models.DecimalField(blank=True, decimal_places=1, max_digits=5, null=True, verbose_name="hours"),
                ),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        help_text="For example Spanish, or Tseltal.",
                        max_length=40,
                        verbose_name="language it is taught in",
                    ),
                ),
                ("is_retired", models.BooleanField(default=False, verbose_name="no longer taught")),
                ("source", models.TextField(blank=True, verbose_name="source")),
            ],
            options={
                "verbose_name": "module",
                "verbose_name_plural": "modules",
                "ordering": ("track", "title", "pk"),
            },
        ),
        migrations.CreateModel(
            name="ModuleEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                ("title", models.CharField(max_length=160, verbose_name="title")),
                ("title_es", models.CharField(blank=True, max_length=160, verbose_name="title in Spanish")),
                ("title_pt", models.CharField(blank=True, max_length=160, verbose_name="title in Portuguese")),
                ("objectives", models.TextField(blank=True, verbose_name="objectives")),
                ("objectives_es", models.TextField(blank=True, verbose_name="objectives in Spanish")),
                ("objectives_pt", models.TextField(blank=True, verbose_name="objectives in Portuguese")),
                (
                    "hours",
                    models.DecimalField(blank=True, decimal_places=1, max_digits=5, null=True, verbose_name="hours"),
                ),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        help_text="For example Spanish, or Tseltal.",
                        max_length=40,
                        verbose_name="language it is taught in",
                    ),
                ),
                ("is_retired", models.BooleanField(default=False, verbose_name="no longer taught")),
                ("source", models.TextField(blank=True, verbose_name="source")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Score",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                (
                    "moment",
                    models.CharField(
                        choices=[("before", "before"), ("after", "after")], max_length=6, verbose_name="when"
                    ),
                ),
                ("points", models.DecimalField(decimal_places=2, max_digits=6, verbose_name="points")),
                ("entered_at", models.DateTimeField(editable=False, verbose_name="entered at")),
            ],
            options={
                "verbose_name": "score",
                "verbose_name_plural": "scores",
                "ordering": ("training", "member", "-moment"),
            },
        ),
        migrations.CreateModel(
            name="ScoreEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                (
                    "moment",
                    models.CharField(
                        choices=[("before", "before"), ("after", "after")], max_length=6, verbose_name="when"
                    ),
                ),
                ("points", models.DecimalField(decimal_places=2, max_digits=6, verbose_name="points")),
                ("entered_at", models.DateTimeField(editable=False, verbose_name="entered at")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TrainingFile",
            fields=[
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("programme", "programme of the training"),
                            ("materials", "materials"),
                            ("photo", "photo"),
                        ],
                        max_length=9,
                        verbose_name="kind",
                    ),
                ),
                ("file", models.FileField(max_length=200, upload_to="trainings/%Y/%m/", verbose_name="file")),
                ("original_name", models.CharField(max_length=160, verbose_name="name of the file")),
                ("content_type", models.CharField(max_length=40, verbose_name="type")),
                ("size", models.PositiveIntegerField(verbose_name="size (bytes)")),
                ("uploaded_at", models.DateTimeField(verbose_name="uploaded at")),
            ],
            options={
                "verbose_name": "file of a training",
                "verbose_name_plural": "files of trainings",
                "ordering": ("training", "kind", "uploaded_at"),
            },
        ),
        migrations.CreateModel(
            name="TrainingFileEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("programme", "programme of the training"),
                            ("materials", "materials"),
                            ("photo", "photo"),
                        ],
                        max_length=9,
                        verbose_name="kind",
                    ),
                ),
                ("file", models.FileField(max_length=200, upload_to="trainings/%Y/%m/", verbose_name="file")),
                ("original_name", models.CharField(max_length=160, verbose_name="name of the file")),
                ("content_type", models.CharField(max_length=40, verbose_name="type")),
                ("size", models.PositiveIntegerField(verbose_name="size (bytes)")),
                ("uploaded_at", models.DateTimeField(verbose_name="uploaded at")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TrainingModule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
            ],
            options={
                "verbose_name": "module of a training",
                "verbose_name_plural": "modules of trainings",
                "ordering": ("training", "module"),
            },
        ),
        migrations.CreateModel(
            name="TrainingModuleEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TrainingTrainer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
            ],
            options={
                "verbose_name": "trainer of a training",
                "verbose_name_plural": "trainers of trainings",
                "ordering": ("training", "user"),
            },
        ),
        migrations.CreateModel(
            name="TrainingTrainerEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="training",
            name="cancelled_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="cancelled at"),
        ),
        migrations.AddField(
            model_name="training",
            name="cancelled_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="cancelled by",
            ),
        ),
        migrations.AddField(
            model_name="training",
            name="host",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="trainings_hosted",
                to="cooperatives.cooperative",
                verbose_name="host co-op",
            ),
        ),
        migrations.AddField(
            model_name="training",
            name="other_trainers",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=200, verbose_name="other trainers"
            ),
        ),
        migrations.AddField(
            model_name="training",
            name="report",
            field=models.TextField(
                blank=True, db_default="", default="", help_text="What came of it.", verbose_name="report"
            ),
        ),
        migrations.AddField(
            model_name="training",
            name="reported_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="reported at"),
        ),
        migrations.AddField(
            model_name="training",
            name="reported_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="reported by",
            ),
        ),
        migrations.AddField(
            model_name="trainingevent",
            name="cancelled_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="cancelled at"),
        ),
        migrations.AddField(
            model_name="trainingevent",
            name="cancelled_by",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="trainingevent",
            name="host",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cooperatives.cooperative",
                verbose_name="host co-op",
            ),
        ),
        migrations.AddField(
            model_name="trainingevent",
            name="other_trainers",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=200, verbose_name="other trainers"
            ),
        ),
        migrations.AddField(
            model_name="trainingevent",
            name="report",
            field=models.TextField(
                blank=True, db_default="", default="", help_text="What came of it.", verbose_name="report"
            ),
        ),
        migrations.AddField(
            model_name="trainingevent",
            name="reported_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="reported at"),
        ),
        migrations.AddField(
            model_name="trainingevent",
            name="reported_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="reported by",
            ),
        ),
        migrations.AddField(
            model_name="traininginvitation",
            name="places",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="people invited"),
        ),
        migrations.AddField(
            model_name="traininginvitationevent",
            name="places",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="people invited"),
        ),
        migrations.AddField(
            model_name="calendarfeed",
            name="cooperative",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="calendar_feeds",
                to="cooperatives.cooperative",
                verbose_name="co-op",
            ),
        ),
        migrations.AddField(
            model_name="calendarfeed",
            name="made_by",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="made by",
            ),
        ),
        migrations.AddField(
            model_name="calendarfeed",
            name="programme",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="calendar_feeds",
                to="cooperatives.programme",
                verbose_name="programme",
            ),
        ),
        migrations.AddField(
            model_name="calendarfeed",
            name="revoked_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="revoked by",
            ),
        ),
        migrations.AddField(
            model_name="calendarfeedevent",
            name="cooperative",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cooperatives.cooperative",
                verbose_name="co-op",
            ),
        ),
        migrations.AddField(
            model_name="calendarfeedevent",
            name="made_by",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="made by",
            ),
        ),
        migrations.AddField(
            model_name="calendarfeedevent",
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
            model_name="calendarfeedevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="trainings.calendarfeed",
            ),
        ),
        migrations.AddField(
            model_name="calendarfeedevent",
            name="programme",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cooperatives.programme",
                verbose_name="programme",
            ),
        ),
        migrations.AddField(
            model_name="calendarfeedevent",
            name="revoked_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="revoked by",
            ),
        ),
        migrations.AddField(
            model_name="followupvisit",
            name="cooperative",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="follow_up_visits",
                to="cooperatives.cooperative",
                verbose_name="co-op",
            ),
        ),
        migrations.AddField(
            model_name="followupvisit",
            name="member",
            field=models.ForeignKey(
                blank=True,
                help_text="Empty when the co-op itself was visited.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="follow_up_visits",
                to="cooperatives.member",
                verbose_name="person visited",
            ),
        ),
        migrations.AddField(
            model_name="followupvisit",
            name="recorded_by",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="recorded by",
            ),
        ),
        migrations.AddField(
            model_name="followupvisit",
            name="training",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="follow_up_visits",
                to="trainings.training",
                verbose_name="training it follows",
            ),
        ),
        migrations.AddField(
            model_name="followupvisitevent",
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
            model_name="followupvisitevent",
            name="member",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="Empty when the co-op itself was visited.",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cooperatives.member",
                verbose_name="person visited",
            ),
        ),
        migrations.AddField(
            model_name="followupvisitevent",
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
            model_name="followupvisitevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="trainings.followupvisit",
            ),
        ),
        migrations.AddField(
            model_name="followupvisitevent",
            name="recorded_by",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="recorded by",
            ),
        ),
        migrations.AddField(
            model_name="followupvisitevent",
            name="training",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="trainings.training",
                verbose_name="training it follows",
            ),
        ),
        migrations.AddField(
            model_name="headcount",
            name="cooperative",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="head_counts",
                to="cooperatives.cooperative",
                verbose_name="co-op",
            ),
        ),
        migrations.AddField(
            model_name="headcount",
            name="counted_by",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="counted by",
            ),
        ),
        migrations.AddField(
            model_name="headcount",
            name="session",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="head_counts",
                to="trainings.trainingsession",
                verbose_name="training session",
            ),
        ),
        migrations.AddField(
            model_name="headcountevent",
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
            model_name="headcountevent",
            name="counted_by",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="counted by",
            ),
        ),
        migrations.AddField(
            model_name="headcountevent",
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
            model_name="headcountevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="trainings.headcount",
            ),
        ),
        migrations.AddField(
            model_name="headcountevent",
            name="session",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="trainings.trainingsession",
                verbose_name="training session",
            ),
        ),
        migrations.AddField(
            model_name="instrumentevent",
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
            model_name="instrumentevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="trainings.instrument",
            ),
        ),
        migrations.AddField(
            model_name="module",
            name="track",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="modules",
                to="trainings.track",
                verbose_name="track",
            ),
        ),
        migrations.AddField(
            model_name="moduleevent",
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
            model_name="moduleevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="trainings.module",
            ),
        ),
        migrations.AddField(
            model_name="moduleevent",
            name="track",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="trainings.track",
                verbose_name="track",
            ),
        ),
        migrations.AddField(
            model_name="score",
            name="cooperative",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="scores",
                to="cooperatives.cooperative",
                verbose_name="co-op",
            ),
        ),
        migrations.AddField(
            model_name="score",
            name="entered_by",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="entered by",
            ),
        ),
        migrations.AddField(
            model_name="score",
            name="instrument",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="scores",
                to="trainings.instrument",
                verbose_name="test",
            ),
        ),
        migrations.AddField(
            model_name="score",
            name="member",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="scores",
                to="cooperatives.member",
                verbose_name="member",
            ),
        ),
        migrations.AddField(
            model_name="score",
            name="training",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="scores",
                to="trainings.training",
                verbose_name="training",
            ),
        ),
        migrations.AddField(
            model_name="scoreevent",
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
            model_name="scoreevent",
            name="entered_by",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="entered by",
            ),
        ),
        migrations.AddField(
            model_name="scoreevent",
            name="instrument",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="trainings.instrument",
                verbose_name="test",
            ),
        ),
        migrations.AddField(
            model_name="scoreevent",
            name="member",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cooperatives.member",
                verbose_name="member",
            ),
        ),
        migrations.AddField(
            model_name="scoreevent",
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
            model_name="scoreevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="trainings.score",
            ),
        ),
        migrations.AddField(
            model_name="scoreevent",
            name="training",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="trainings.training",
                verbose_name="training",
            ),
        ),
        migrations.AddField(
            model_name="trainingfile",
            name="training",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="files",
                to="trainings.training",
                verbose_name="training",
            ),
        ),
        migrations.AddField(
            model_name="trainingfile",
            name="uploaded_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="uploaded by",
            ),
        ),
        migrations.AddField(
            model_name="trainingfileevent",
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
            model_name="trainingfileevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="trainings.trainingfile",
            ),
        ),
        migrations.AddField(
            model_name="trainingfileevent",
            name="training",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="trainings.training",
                verbose_name="training",
            ),
        ),
        migrations.AddField(
            model_name="trainingfileevent",
            name="uploaded_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="uploaded by",
            ),
        ),
        migrations.AddField(
            model_name="trainingmodule",
            name="module",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="training_rows",
                to="trainings.module",
                verbose_name="module",
            ),
        ),
        migrations.AddField(
            model_name="trainingmodule",
            name="training",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="module_rows",
                to="trainings.training",
                verbose_name="training",
            ),
        ),
        migrations.AddField(
            model_name="training",
            name="modules",
            field=models.ManyToManyField(
                related_name="trainings",
                through="trainings.TrainingModule",
                to="trainings.module",
                verbose_name="modules",
            ),
        ),
        migrations.AddField(
            model_name="trainingmoduleevent",
            name="module",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="trainings.module",
                verbose_name="module",
            ),
        ),
        migrations.AddField(
            model_name="trainingmoduleevent",
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
            model_name="trainingmoduleevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="trainings.trainingmodule",
            ),
        ),
        migrations.AddField(
            model_name="trainingmoduleevent",
            name="training",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="trainings.training",
                verbose_name="training",
            ),
        ),
        migrations.AddField(
            model_name="trainingtrainer",
            name="training",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="trainer_rows",
                to="trainings.training",
                verbose_name="training",
            ),
        ),
        migrations.AddField(
            model_name="trainingtrainer",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="trainer_rows",
                to=settings.AUTH_USER_MODEL,
                verbose_name="trainer",
            ),
        ),
        migrations.AddField(
            model_name="training",
            name="trainers",
            field=models.ManyToManyField(
                related_name="trainings",
                through="trainings.TrainingTrainer",
                to=settings.AUTH_USER_MODEL,
                verbose_name="trainers",
            ),
        ),
        migrations.AddField(
            model_name="trainingtrainerevent",
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
            model_name="trainingtrainerevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="trainings.trainingtrainer",
            ),
        ),
        migrations.AddField(
            model_name="trainingtrainerevent",
            name="training",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="trainings.training",
                verbose_name="training",
            ),
        ),
        migrations.AddField(
            model_name="trainingtrainerevent",
            name="user",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="trainer",
            ),
        ),
        migrations.AlterField(
            model_name="training",
            name="state",
            field=models.CharField(
                choices=[
                    ("planned", "planned"),
                    ("held", "held"),
                    ("reported", "reported"),
                    ("cancelled", "cancelled"),
                ],
                default="planned",
                max_length=9,
                verbose_name="state",
            ),
        ),
        migrations.AlterField(
            model_name="trainingevent",
            name="state",
            field=models.CharField(
                choices=[
                    ("planned", "planned"),
                    ("held", "held"),
                    ("reported", "reported"),
                    ("cancelled", "cancelled"),
                ],
                default="planned",
                max_length=9,
                verbose_name="state",
            ),
        ),
        migrations.AddIndex(
            model_name="followupvisit",
            index=models.Index(fields=["cooperative", "-visited_on"], name="follow_up_by_cooperative"),
        ),
        migrations.AddIndex(
            model_name="headcount",
            index=models.Index(fields=["cooperative", "session"], name="head_count_by_cooperative"),
        ),
        migrations.AddIndex(
            model_name="score",
            index=models.Index(fields=["cooperative", "training"], name="score_by_cooperative"),
        ),
        migrations.AddConstraint(
            model_name="traininginvitation",
            constraint=models.CheckConstraint(
                condition=models.Q(("places__isnull", True), ("places__gt", 0), _connector="OR"),
                name="training_invitation_places",
                violation_error_message="Leave the number of people invited empty when it is not known.",
            ),
        ),
        migrations.AddConstraint(
            model_name="instrument",
            constraint=models.UniqueConstraint(
                fields=("name", "version"),
                name="instrument_version_once",
                violation_error_message="This version of the test is already recorded.",
            ),
        ),
        migrations.AddConstraint(
            model_name="instrument",
            constraint=models.CheckConstraint(
                condition=models.Q(("maximum__gt", 0)),
                name="instrument_maximum_above_zero",
                violation_error_message="The most points a test gives are more than 0.",
            ),
        ),
        migrations.AddConstraint(
            model_name="training",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("cancelled_at__isnull", True), ("cancelled_by__isnull", True)),
                    models.Q(("cancelled_at__isnull", False), ("cancelled_by__isnull", False)),
                    _connector="OR",
                ),
                name="training_cancelled",
                violation_error_message="Who and when are recorded together, or not at all.",
            ),
        ),
        migrations.AddConstraint(
            model_name="training",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reported_at__isnull", True), ("reported_by__isnull", True)),
                    models.Q(("reported_at__isnull", False), ("reported_by__isnull", False)),
                    _connector="OR",
                ),
                name="training_reported",
                violation_error_message="Who and when are recorded together, or not at all.",
            ),
        ),
        migrations.AddConstraint(
            model_name="training",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "reported"), _negated=True),
                    models.Q(models.Q(("report", ""), _negated=True), ("reported_at__isnull", False)),
                    _connector="OR",
                ),
                name="training_reported_with_report",
                violation_error_message="Write what came of the training before it counts as reported.",
            ),
        ),
        migrations.AddConstraint(
            model_name="calendarfeed",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("cooperative__isnull", False), ("programme__isnull", True)),
                    models.Q(("cooperative__isnull", True), ("programme__isnull", False)),
                    _connector="OR",
                ),
                name="calendar_feed_of_one",
                violation_error_message="A calendar link is for one programme or for one co-op.",
            ),
        ),
        migrations.AddConstraint(
            model_name="calendarfeed",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("revoked_at__isnull", True), ("revoked_by__isnull", True)),
                    models.Q(("revoked_at__isnull", False), ("revoked_by__isnull", False)),
                    _connector="OR",
                ),
                name="calendar_feed_revoked",
                violation_error_message="Who and when are recorded together, or not at all.",
            ),
        ),
        migrations.AddConstraint(
            model_name="headcount",
            constraint=models.UniqueConstraint(
                fields=("session", "cooperative"),
                name="head_count_once",
                violation_error_message="The people of this co-op are already counted for this day.",
            ),
        ),
        migrations.AddConstraint(
            model_name="headcount",
            constraint=models.CheckConstraint(
                condition=models.Q(("women__gt", 0), ("men__gt", 0), ("unrecorded__gt", 0), _connector="OR"),
                name="head_count_of_somebody",
                violation_error_message="A head count counts at least one person.",
            ),
        ),
        migrations.AddConstraint(
            model_name="headcount",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("under_30__isnull", True),
                    (
                        "under_30__lte",
                        django.db.models.expressions.CombinedExpression(
                            django.db.models.expressions.CombinedExpression(models.F("women"), "+", models.F("men")),
                            "+",
                            models.F("unrecorded"),
                        ),
                    ),
                    _connector="OR",
                ),
                name="head_count_under_30_within_all",
                violation_error_message="There can't be more people younger than 30 than people.",
            ),
        ),
        migrations.AddConstraint(
            model_name="module",
            constraint=models.UniqueConstraint(
                fields=("track", "title"),
                name="module_once_a_track",
                violation_error_message="The track already has a module of this title.",
            ),
        ),
        migrations.AddConstraint(
            model_name="module",
            constraint=models.CheckConstraint(
                condition=models.Q(("hours__isnull", True), ("hours__gt", 0), _connector="OR"),
                name="module_hours",
                violation_error_message="Hours are more than 0; leave them empty when they are not known.",
            ),
        ),
        migrations.AddConstraint(
            model_name="score",
            constraint=models.UniqueConstraint(
                fields=("training", "member", "moment"),
                name="score_once",
                violation_error_message="This person already has a score at this moment.",
            ),
        ),
        migrations.AddConstraint(
            model_name="score",
            constraint=models.CheckConstraint(
                condition=models.Q(("points__gte", 0)),
                name="score_not_negative",
                violation_error_message="Points are not below 0.",
            ),
        ),
        migrations.AddConstraint(
            model_name="trainingmodule",
            constraint=models.UniqueConstraint(
                fields=("training", "module"),
                name="training_module_once",
                violation_error_message="The training already has this module.",
            ),
        ),
        migrations.AddConstraint(
            model_name="trainingtrainer",
            constraint=models.UniqueConstraint(
                fields=("training", "user"),
                name="training_trainer_once",
                violation_error_message="This person already teaches at the training.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="attendance_of_a_day_held",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE came RECORD;",
                    func="SELECT s.held_on, t.state INTO came FROM trainings_trainingsession s JOIN trainings_training t ON t.id = s.training_id WHERE s.id = NEW.session_id FOR SHARE OF t; IF (came.state = 'cancelled' OR came.held_on > (now() AT TIME ZONE (SELECT time_zone FROM cooperatives_cooperative WHERE id = NEW.cooperative_id))::date) THEN RAISE EXCEPTION 'attendance_of_a_day_held' USING ERRCODE = 'check_violation', CONSTRAINT = 'attendance_of_a_day_held'; END IF; RETURN NEW;",
                    hash="234ed8a7e9029e2d638393736ecf911188788b20",
                    operation='INSERT OR UPDATE OF "session_id", "cooperative_id"',
                    pgid="pgtrigger_attendance_of_a_day_held_7f791",
                    table="trainings_attendance",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="attendance_of_first_entry",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE first_entry BIGINT;",
                    func="SELECT merged_into_id INTO first_entry FROM cooperatives_member WHERE id = NEW.member_id FOR SHARE; IF (first_entry IS NOT NULL) THEN RAISE EXCEPTION 'attendance_of_first_entry' USING ERRCODE = 'check_violation', CONSTRAINT = 'attendance_of_first_entry'; END IF; RETURN NEW;",
                    hash="28ca7a94cb86be9847d22cb6506badde4fdd84e7",
                    operation='INSERT OR UPDATE OF "member_id"',
                    pgid="pgtrigger_attendance_of_first_entry_bf82f",
                    table="trainings_attendance",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="attendance_or_head_count",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM FROM trainings_trainingsession WHERE id = NEW.session_id FOR SHARE; IF (EXISTS (SELECT FROM trainings_headcount WHERE session_id = NEW.session_id AND cooperative_id = NEW.cooperative_id)) THEN RAISE EXCEPTION 'attendance_or_head_count' USING ERRCODE = 'check_violation', CONSTRAINT = 'attendance_or_head_count'; END IF; RETURN NEW;",
                    hash="dcfeae65463ff592817230587946dbe423bc876b",
                    operation='INSERT OR UPDATE OF "session_id", "cooperative_id"',
                    pgid="pgtrigger_attendance_or_head_count_7935c",
                    table="trainings_attendance",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="training",
            trigger=pgtrigger.compiler.Trigger(
                name="training_never_deleted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF (true) THEN RAISE EXCEPTION 'training_never_deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'training_never_deleted'; END IF; RETURN OLD;",
                    hash="21c52281d669637ad40614ca49eada1b365d74fb",
                    operation="DELETE",
                    pgid="pgtrigger_training_never_deleted_76853",
                    table="trainings_training",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="training",
            trigger=pgtrigger.compiler.Trigger(
                name="training_state_arrow",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF (NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (('planned','held'), ('held','reported'), ('reported','held'), ('planned','cancelled'))) THEN RAISE EXCEPTION 'training_state_arrow' USING ERRCODE = 'check_violation', CONSTRAINT = 'training_state_arrow'; END IF; RETURN NEW;",
                    hash="c29de745ed7cb7298df6e86a8e05f1eeb5687395",
                    operation='UPDATE OF "state"',
                    pgid="pgtrigger_training_state_arrow_85f60",
                    table="trainings_training",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="training",
            trigger=pgtrigger.compiler.Trigger(
                name="training_cancelled_without_people",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF (NEW.state = 'cancelled' AND OLD.state <> 'cancelled' AND (EXISTS (SELECT FROM trainings_attendance a JOIN trainings_trainingsession s ON s.id = a.session_id WHERE s.training_id = NEW.id) OR EXISTS (SELECT FROM trainings_headcount h JOIN trainings_trainingsession s ON s.id = h.session_id WHERE s.training_id = NEW.id))) THEN RAISE EXCEPTION 'training_cancelled_without_people' USING ERRCODE = 'check_violation', CONSTRAINT = 'training_cancelled_without_people'; END IF; RETURN NEW;",
                    hash="854dfb1e58d6edc877c66dfa85b984eba76909fd",
                    operation='UPDATE OF "state"',
                    pgid="pgtrigger_training_cancelled_without_people_18294",
                    table="trainings_training",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="training",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "trainings_trainingevent" ("cancelled_at", "cancelled_by_id", "cancelled_reason", "ends_on", "host_id", "id", "is_example", "kind", "other_trainers", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "programme_id", "report", "reported_at", "reported_by_id", "source", "starts_on", "starts_precision", "state", "title", "title_es", "title_pt", "track_id") VALUES (NEW."cancelled_at", NEW."cancelled_by_id", NEW."cancelled_reason", NEW."ends_on", NEW."host_id", NEW."id", NEW."is_example", NEW."kind", NEW."other_trainers", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."programme_id", NEW."report", NEW."reported_at", NEW."reported_by_id", NEW."source", NEW."starts_on", NEW."starts_precision", NEW."state", NEW."title", NEW."title_es", NEW."title_pt", NEW."track_id"); RETURN NULL;',
                    hash="708951143f369a42b67e16591e577831521a1a1f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_da329",
                    table="trainings_training",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="training",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "trainings_trainingevent" ("cancelled_at", "cancelled_by_id", "cancelled_reason", "ends_on", "host_id", "id", "is_example", "kind", "other_trainers", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "programme_id", "report", "reported_at", "reported_by_id", "source", "starts_on", "starts_precision", "state", "title", "title_es", "title_pt", "track_id") VALUES (NEW."cancelled_at", NEW."cancelled_by_id", NEW."cancelled_reason", NEW."ends_on", NEW."host_id", NEW."id", NEW."is_example", NEW."kind", NEW."other_trainers", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."programme_id", NEW."report", NEW."reported_at", NEW."reported_by_id", NEW."source", NEW."starts_on", NEW."starts_precision", NEW."state", NEW."title", NEW."title_es", NEW."title_pt", NEW."track_id"); RETURN NULL;',
                    hash="218b1417c2e3c2cf2d14c651c65f238870b0b77a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4f782",
                    table="trainings_training",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="training",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "trainings_trainingevent" ("cancelled_at", "cancelled_by_id", "cancelled_reason", "ends_on", "host_id", "id", "is_example", "kind", "other_trainers", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "programme_id", "report", "reported_at", "reported_by_id", "source", "starts_on", "starts_precision", "state", "title", "title_es", "title_pt", "track_id") VALUES (OLD."cancelled_at", OLD."cancelled_by_id", OLD."cancelled_reason", OLD."ends_on", OLD."host_id", OLD."id", OLD."is_example", OLD."kind", OLD."other_trainers", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place", OLD."programme_id", OLD."report", OLD."reported_at", OLD."reported_by_id", OLD."source", OLD."starts_on", OLD."starts_precision", OLD."state", OLD."title", OLD."title_es", OLD."title_pt", OLD."track_id"); RETURN NULL;',
                    hash="60e4afc412aa4c95126d77231977ecbc6ebc42ec",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3eeb1",
                    table="trainings_training",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="traininginvitation",
            trigger=pgtrigger.compiler.Trigger(
                name="training_invitation_stays_once_people_came",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.cooperative_id IS NOT NULL)",
                    func="IF (EXISTS (SELECT FROM trainings_attendance a JOIN trainings_trainingsession s ON s.id = a.session_id WHERE s.training_id = OLD.training_id AND a.cooperative_id = OLD.cooperative_id) OR EXISTS (SELECT FROM trainings_headcount h JOIN trainings_trainingsession s ON s.id = h.session_id WHERE s.training_id = OLD.training_id AND h.cooperative_id = OLD.cooperative_id)) THEN RAISE EXCEPTION 'training_invitation_stays_once_people_came' USING ERRCODE = 'check_violation', CONSTRAINT = 'training_invitation_stays_once_people_came'; END IF; RETURN OLD;",
                    hash="087dd30ec99ee141df99a6b1433695188cc93460",
                    operation="DELETE",
                    pgid="pgtrigger_training_invitation_stays_once_people_came_dbb46",
                    table="trainings_traininginvitation",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="traininginvitation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "trainings_traininginvitationevent" ("cooperative_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "training_id") VALUES (NEW."cooperative_id", NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."places", NEW."training_id"); RETURN NULL;',
                    hash="c456ca2076b2bff332f60db178a07c5b476768d4",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_03cff",
                    table="trainings_traininginvitation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="traininginvitation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "trainings_traininginvitationevent" ("cooperative_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "training_id") VALUES (NEW."cooperative_id", NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."places", NEW."training_id"); RETURN NULL;',
                    hash="25dd37a0663aadca05b0d0777e91c895db4f8f7c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_46ed0",
                    table="trainings_traininginvitation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="traininginvitation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "trainings_traininginvitationevent" ("cooperative_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "training_id") VALUES (OLD."cooperative_id", OLD."id", OLD."is_example", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."places", OLD."training_id"); RETURN NULL;',
                    hash="2d37eec2daafc82aa3f833f239ec51543a85f540",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b8bb3",
                    table="trainings_traininginvitation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trainingsession",
            trigger=pgtrigger.compiler.Trigger(
                name="training_session_with_people_not_in_future",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF (NEW.held_on > OLD.held_on AND EXISTS (SELECT FROM cooperatives_cooperative c WHERE NEW.held_on > (now() AT TIME ZONE c.time_zone)::date AND (EXISTS (SELECT FROM trainings_attendance WHERE session_id = NEW.id AND cooperative_id = c.id) OR EXISTS (SELECT FROM trainings_headcount WHERE session_id = NEW.id AND cooperative_id = c.id)))) THEN RAISE EXCEPTION 'training_session_with_people_not_in_future' USING ERRCODE = 'check_violation', CONSTRAINT = 'training_session_with_people_not_in_future'; END IF; RETURN NEW;",
                    hash="a26521eee2bc4b23fe12eb369d3f5cb6f4490acf",
                    operation='UPDATE OF "held_on"',
                    pgid="pgtrigger_training_session_with_people_not_in_future_a9279",
                    table="trainings_trainingsession",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="instrument",
            trigger=pgtrigger.compiler.Trigger(
                name="instrument_never_deleted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF (true) THEN RAISE EXCEPTION 'instrument_never_deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'instrument_never_deleted'; END IF; RETURN OLD;",
                    hash="d373c1f1ed8c98dd33208bedce33373ee621d81c",
                    operation="DELETE",
                    pgid="pgtrigger_instrument_never_deleted_4906c",
                    table="trainings_instrument",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="instrument",
            trigger=pgtrigger.compiler.Trigger(
                name="instrument_fixed_once_scored",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF ((NEW.name, NEW.version, NEW.maximum) IS DISTINCT FROM (OLD.name, OLD.version, OLD.maximum) AND EXISTS (SELECT FROM trainings_score WHERE instrument_id = NEW.id)) THEN RAISE EXCEPTION 'instrument_fixed_once_scored' USING ERRCODE = 'check_violation', CONSTRAINT = 'instrument_fixed_once_scored'; END IF; RETURN NEW;",
                    hash="37297483700e8e1813164b0ffa6e4b02dd26f11b",
                    operation='UPDATE OF "name", "version", "maximum"',
                    pgid="pgtrigger_instrument_fixed_once_scored_c386b",
                    table="trainings_instrument",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="instrument",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "trainings_instrumentevent" ("id", "is_example", "is_retired", "maximum", "name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."id", NEW."is_example", NEW."is_retired", NEW."maximum", NEW."name", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."version"); RETURN NULL;',
                    hash="4b07914cae1b0f09456ff08fb84cadc1c8cd5b1b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1f2b1",
                    table="trainings_instrument",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="instrument",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "trainings_instrumentevent" ("id", "is_example", "is_retired", "maximum", "name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."id", NEW."is_example", NEW."is_retired", NEW."maximum", NEW."name", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."version"); RETURN NULL;',
                    hash="86e6fcb12bed4aaf81423629f7494e4948e5d4f2",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e24c5",
                    table="trainings_instrument",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="instrument",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "trainings_instrumentevent" ("id", "is_example", "is_retired", "maximum", "name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (OLD."id", OLD."is_example", OLD."is_retired", OLD."maximum", OLD."name", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."version"); RETURN NULL;',
                    hash="dc4bb420b3092d7d9c0be1ff3839010dbd2e7d24",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_34ee1",
                    table="trainings_instrument",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="calendarfeed",
            trigger=pgtrigger.compiler.Trigger(
                name="calendar_feed_never_deleted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF (true) THEN RAISE EXCEPTION 'calendar_feed_never_deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'calendar_feed_never_deleted'; END IF; RETURN OLD;",
                    hash="89dd5056f8781af8c3b933a277d648f9530ad0d7",
                    operation="DELETE",
                    pgid="pgtrigger_calendar_feed_never_deleted_1dbb3",
                    table="trainings_calendarfeed",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="calendarfeed",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "trainings_calendarfeedevent" ("cooperative_id", "id", "is_example", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "revoked_at", "revoked_by_id") VALUES (NEW."cooperative_id", NEW."id", NEW."is_example", NEW."made_at", NEW."made_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."programme_id", NEW."revoked_at", NEW."revoked_by_id"); RETURN NULL;',
                    hash="17fa158c1a9b648973b9e554af6c3cd194568a09",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e6349",
                    table="trainings_calendarfeed",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="calendarfeed",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."cooperative_id" IS DISTINCT FROM (NEW."cooperative_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_example" IS DISTINCT FROM (NEW."is_example") OR OLD."made_at" IS DISTINCT FROM (NEW."made_at") OR OLD."made_by_id" IS DISTINCT FROM (NEW."made_by_id") OR OLD."programme_id" IS DISTINCT FROM (NEW."programme_id") OR OLD."revoked_at" IS DISTINCT FROM (NEW."revoked_at") OR OLD."revoked_by_id" IS DISTINCT FROM (NEW."revoked_by_id"))',
                    func='INSERT INTO "trainings_calendarfeedevent" ("cooperative_id", "id", "is_example", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "revoked_at", "revoked_by_id") VALUES (NEW."cooperative_id", NEW."id", NEW."is_example", NEW."made_at", NEW."made_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."programme_id", NEW."revoked_at", NEW."revoked_by_id"); RETURN NULL;',
                    hash="922aab94753515b22a6ff630ff0138e7b8f670c1",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_51227",
                    table="trainings_calendarfeed",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="calendarfeed",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "trainings_calendarfeedevent" ("cooperative_id", "id", "is_example", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "revoked_at", "revoked_by_id") VALUES (OLD."cooperative_id", OLD."id", OLD."is_example", OLD."made_at", OLD."made_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."programme_id", OLD."revoked_at", OLD."revoked_by_id"); RETURN NULL;',
                    hash="ad97c3e293ffe0ba0d6be50917fe5c37b39b9cf7",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8448d",
                    table="trainings_calendarfeed",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="calendarfeedevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a2e557ff6bebe52cc6494cdceb5c4fd75849a5a2",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_dcb77",
                    table="trainings_calendarfeedevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followupvisit",
            trigger=pgtrigger.compiler.Trigger(
                name="follow_up_never_deleted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF (true) THEN RAISE EXCEPTION 'follow_up_never_deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'follow_up_never_deleted'; END IF; RETURN OLD;",
                    hash="8f536614d7446e64d522583114732e2ee37f8876",
                    operation="DELETE",
                    pgid="pgtrigger_follow_up_never_deleted_75115",
                    table="trainings_followupvisit",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followupvisit",
            trigger=pgtrigger.compiler.Trigger(
                name="follow_up_same_cooperative",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF (NEW.member_id IS NOT NULL AND (SELECT cooperative_id FROM cooperatives_member WHERE id = NEW.member_id) <> NEW.cooperative_id) THEN RAISE EXCEPTION 'follow_up_same_cooperative' USING ERRCODE = 'check_violation', CONSTRAINT = 'follow_up_same_cooperative'; END IF; RETURN NEW;",
                    hash="f38f5912f8431b4fd1d9b10134c2d5efee142395",
                    operation='INSERT OR UPDATE OF "member_id", "cooperative_id"',
                    pgid="pgtrigger_follow_up_same_cooperative_a3b4c",
                    table="trainings_followupvisit",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followupvisit",
            trigger=pgtrigger.compiler.Trigger(
                name="follow_up_of_first_entry",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE first_entry BIGINT;",
                    func="SELECT merged_into_id INTO first_entry FROM cooperatives_member WHERE id = NEW.member_id FOR SHARE; IF (first_entry IS NOT NULL) THEN RAISE EXCEPTION 'follow_up_of_first_entry' USING ERRCODE = 'check_violation', CONSTRAINT = 'follow_up_of_first_entry'; END IF; RETURN NEW;",
                    hash="ecf3995dbb4e85b7143930ff9dc51434eb0bc0b2",
                    operation='INSERT OR UPDATE OF "member_id"',
                    pgid="pgtrigger_follow_up_of_first_entry_e02f5",
                    table="trainings_followupvisit",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followupvisit",
            trigger=pgtrigger.compiler.Trigger(
                name="follow_up_not_in_future",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF (NEW.visited_on > (now() AT TIME ZONE (SELECT time_zone FROM cooperatives_cooperative WHERE id = NEW.cooperative_id))::date) THEN RAISE EXCEPTION 'follow_up_not_in_future' USING ERRCODE = 'check_violation', CONSTRAINT = 'follow_up_not_in_future'; END IF; RETURN NEW;",
                    hash="073172a5dfad84927368d708398c8980cec960b3",
                    operation='INSERT OR UPDATE OF "visited_on"',
                    pgid="pgtrigger_follow_up_not_in_future_04aa4",
                    table="trainings_followupvisit",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followupvisit",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "trainings_followupvisitevent" ("adopted", "cooperative_id", "evidence", "id", "is_example", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice", "recorded_at", "recorded_by_id", "training_id", "visited_on") VALUES (NEW."adopted", NEW."cooperative_id", NEW."evidence", NEW."id", NEW."is_example", NEW."member_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."practice", NEW."recorded_at", NEW."recorded_by_id", NEW."training_id", NEW."visited_on"); RETURN NULL;',
                    hash="fffa3005f4d9e9967d539649758beede772f27e0",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b5dab",
                    table="trainings_followupvisit",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followupvisit",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "trainings_followupvisitevent" ("adopted", "cooperative_id", "evidence", "id", "is_example", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice", "recorded_at", "recorded_by_id", "training_id", "visited_on") VALUES (NEW."adopted", NEW."cooperative_id", NEW."evidence", NEW."id", NEW."is_example", NEW."member_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."practice", NEW."recorded_at", NEW."recorded_by_id", NEW."training_id", NEW."visited_on"); RETURN NULL;',
                    hash="d2b1e76a89bc81c7d952954df41ead71df000433",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9ada9",
                    table="trainings_followupvisit",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followupvisit",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "trainings_followupvisitevent" ("adopted", "cooperative_id", "evidence", "id", "is_example", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice", "recorded_at", "recorded_by_id", "training_id", "visited_on") VALUES (OLD."adopted", OLD."cooperative_id", OLD."evidence", OLD."id", OLD."is_example", OLD."member_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."practice", OLD."recorded_at", OLD."recorded_by_id", OLD."training_id", OLD."visited_on"); RETURN NULL;',
                    hash="b54e7abec5851f6af476aaa41f8176d2e7aa0858",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_63e71",
                    table="trainings_followupvisit",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followupvisitevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="2b67ed4bbc9bf9cf2f89501b06fe863ddac18549",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f6594",
                    table="trainings_followupvisitevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="headcount",
            trigger=pgtrigger.compiler.Trigger(
                name="head_count_of_a_day_held",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE came RECORD;",
                    func="SELECT s.held_on, t.state INTO came FROM trainings_trainingsession s JOIN trainings_training t ON t.id = s.training_id WHERE s.id = NEW.session_id FOR SHARE OF t; IF (came.state = 'cancelled' OR came.held_on > (now() AT TIME ZONE (SELECT time_zone FROM cooperatives_cooperative WHERE id = NEW.cooperative_id))::date) THEN RAISE EXCEPTION 'head_count_of_a_day_held' USING ERRCODE = 'check_violation', CONSTRAINT = 'head_count_of_a_day_held'; END IF; RETURN NEW;",
                    hash="90c651464b193125f50fb99b90c0f1d1450ba237",
                    operation='INSERT OR UPDATE OF "session_id", "cooperative_id"',
                    pgid="pgtrigger_head_count_of_a_day_held_09d9b",
                    table="trainings_headcount",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="headcount",
            trigger=pgtrigger.compiler.Trigger(
                name="head_count_or_attendance",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM FROM trainings_trainingsession WHERE id = NEW.session_id FOR NO KEY UPDATE; IF (EXISTS (SELECT FROM trainings_attendance WHERE session_id = NEW.session_id AND cooperative_id = NEW.cooperative_id)) THEN RAISE EXCEPTION 'head_count_or_attendance' USING ERRCODE = 'check_violation', CONSTRAINT = 'head_count_or_attendance'; END IF; RETURN NEW;",
                    hash="d822e90d0ef9e5fcbce48a4aed69fd769f7ff4b5",
                    operation='INSERT OR UPDATE OF "session_id", "cooperative_id"',
                    pgid="pgtrigger_head_count_or_attendance_d2b34",
                    table="trainings_headcount",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="headcount",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "trainings_headcountevent" ("cooperative_id", "counted_at", "counted_by_id", "id", "is_example", "men", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id", "under_30", "unrecorded", "women") VALUES (NEW."cooperative_id", NEW."counted_at", NEW."counted_by_id", NEW."id", NEW."is_example", NEW."men", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."session_id", NEW."under_30", NEW."unrecorded", NEW."women"); RETURN NULL;',
                    hash="46d9da050b0f235153705d1a5302a1a7dd5c18b0",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_97ad4",
                    table="trainings_headcount",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="headcount",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "trainings_headcountevent" ("cooperative_id", "counted_at", "counted_by_id", "id", "is_example", "men", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id", "under_30", "unrecorded", "women") VALUES (NEW."cooperative_id", NEW."counted_at", NEW."counted_by_id", NEW."id", NEW."is_example", NEW."men", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."session_id", NEW."under_30", NEW."unrecorded", NEW."women"); RETURN NULL;',
                    hash="cb4e8acf5fe93cba5ea299712c484dfb3c0c3514",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_414d3",
                    table="trainings_headcount",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="headcount",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "trainings_headcountevent" ("cooperative_id", "counted_at", "counted_by_id", "id", "is_example", "men", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id", "under_30", "unrecorded", "women") VALUES (OLD."cooperative_id", OLD."counted_at", OLD."counted_by_id", OLD."id", OLD."is_example", OLD."men", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."session_id", OLD."under_30", OLD."unrecorded", OLD."women"); RETURN NULL;',
                    hash="52b8261975c3b83f512ba974c1065a07cab90034",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ff9c6",
                    table="trainings_headcount",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="headcountevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="bc1435f9ff7c22cec01728069ca9aade3f7f137e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_139a3",
                    table="trainings_headcountevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="instrumentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="219e4d02a9694194c0c8385e344b6043bb29f2fd",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7b08a",
                    table="trainings_instrumentevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="module",
            trigger=pgtrigger.compiler.Trigger(
                name="module_never_deleted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF (true) THEN RAISE EXCEPTION 'module_never_deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'module_never_deleted'; END IF; RETURN OLD;",
                    hash="b164e7c791187cf66e8894ce96ca728c11738572",
                    operation="DELETE",
                    pgid="pgtrigger_module_never_deleted_a197b",
                    table="trainings_module",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="module",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "trainings_moduleevent" ("hours", "id", "is_example", "is_retired", "language", "objectives", "objectives_es", "objectives_pt", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "title", "title_es", "title_pt", "track_id") VALUES (NEW."hours", NEW."id", NEW."is_example", NEW."is_retired", NEW."language", NEW."objectives", NEW."objectives_es", NEW."objectives_pt", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source", NEW."title", NEW."title_es", NEW."title_pt", NEW."track_id"); RETURN NULL;',
                    hash="e6ce7bb261849106962a30542def91728baf14ef",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3ae58",
                    table="trainings_module",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="module",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "trainings_moduleevent" ("hours", "id", "is_example", "is_retired", "language", "objectives", "objectives_es", "objectives_pt", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "title", "title_es", "title_pt", "track_id") VALUES (NEW."hours", NEW."id", NEW."is_example", NEW."is_retired", NEW."language", NEW."objectives", NEW."objectives_es", NEW."objectives_pt", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source", NEW."title", NEW."title_es", NEW."title_pt", NEW."track_id"); RETURN NULL;',
                    hash="84bced87a9ef1d1255c5bc88d9277055e2dbbd4b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_583a0",
                    table="trainings_module",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="module",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "trainings_moduleevent" ("hours", "id", "is_example", "is_retired", "language", "objectives", "objectives_es", "objectives_pt", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "title", "title_es", "title_pt", "track_id") VALUES (OLD."hours", OLD."id", OLD."is_example", OLD."is_retired", OLD."language", OLD."objectives", OLD."objectives_es", OLD."objectives_pt", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."source", OLD."title", OLD."title_es", OLD."title_pt", OLD."track_id"); RETURN NULL;',
                    hash="3aa65e04f8cee0ea6bb4a7dd295f300348636cde",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5c0ed",
                    table="trainings_module",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="moduleevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8997e4511da933bfd569cfcd28cd732fec5b79ff",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_8e2ad",
                    table="trainings_moduleevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="score",
            trigger=pgtrigger.compiler.Trigger(
                name="score_same_cooperative",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF (NEW.member_id IS NOT NULL AND (SELECT cooperative_id FROM cooperatives_member WHERE id = NEW.member_id) <> NEW.cooperative_id) THEN RAISE EXCEPTION 'score_same_cooperative' USING ERRCODE = 'check_violation', CONSTRAINT = 'score_same_cooperative'; END IF; RETURN NEW;",
                    hash="f1991ebf1a501627635ae00420cf6a67f61e3a70",
                    operation='INSERT OR UPDATE OF "member_id", "cooperative_id"',
                    pgid="pgtrigger_score_same_cooperative_fd127",
                    table="trainings_score",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="score",
            trigger=pgtrigger.compiler.Trigger(
                name="score_of_first_entry",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE first_entry BIGINT;",
                    func="SELECT merged_into_id INTO first_entry FROM cooperatives_member WHERE id = NEW.member_id FOR SHARE; IF (first_entry IS NOT NULL) THEN RAISE EXCEPTION 'score_of_first_entry' USING ERRCODE = 'check_violation', CONSTRAINT = 'score_of_first_entry'; END IF; RETURN NEW;",
                    hash="c1e538bf8e740be4fa7a4c35b35418899872dff3",
                    operation='INSERT OR UPDATE OF "member_id"',
                    pgid="pgtrigger_score_of_first_entry_20a0b",
                    table="trainings_score",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="score",
            trigger=pgtrigger.compiler.Trigger(
                name="score_within_maximum",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE most NUMERIC;",
                    func="SELECT maximum INTO most FROM trainings_instrument WHERE id = NEW.instrument_id FOR SHARE; IF (NEW.points > most) THEN RAISE EXCEPTION 'score_within_maximum' USING ERRCODE = 'check_violation', CONSTRAINT = 'score_within_maximum'; END IF; RETURN NEW;",
                    hash="afad77c1dbc7ea3ffb6b33176800f0622c89ed28",
                    operation='INSERT OR UPDATE OF "points", "instrument_id"',
                    pgid="pgtrigger_score_within_maximum_5a2ec",
                    table="trainings_score",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="score",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "trainings_scoreevent" ("cooperative_id", "entered_at", "entered_by_id", "id", "instrument_id", "is_example", "member_id", "moment", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "training_id") VALUES (NEW."cooperative_id", NEW."entered_at", NEW."entered_by_id", NEW."id", NEW."instrument_id", NEW."is_example", NEW."member_id", NEW."moment", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."points", NEW."training_id"); RETURN NULL;',
                    hash="34f7795b32cf1e4ca58cee456691779df9304a32",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_11bc5",
                    table="trainings_score",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="score",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "trainings_scoreevent" ("cooperative_id", "entered_at", "entered_by_id", "id", "instrument_id", "is_example", "member_id", "moment", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "training_id") VALUES (NEW."cooperative_id", NEW."entered_at", NEW."entered_by_id", NEW."id", NEW."instrument_id", NEW."is_example", NEW."member_id", NEW."moment", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."points", NEW."training_id"); RETURN NULL;',
                    hash="a77353e7b277de4fe03c83fac2c223694a7b77b7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_47a38",
                    table="trainings_score",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="score",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "trainings_scoreevent" ("cooperative_id", "entered_at", "entered_by_id", "id", "instrument_id", "is_example", "member_id", "moment", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "training_id") VALUES (OLD."cooperative_id", OLD."entered_at", OLD."entered_by_id", OLD."id", OLD."instrument_id", OLD."is_example", OLD."member_id", OLD."moment", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."points", OLD."training_id"); RETURN NULL;',
                    hash="44db34cb6811077d438ec152679a269cd816cd47",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bbbab",
                    table="trainings_score",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="scoreevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="54f13ac7841d9c508687c73a95240de428a5e318",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7d6e9",
                    table="trainings_scoreevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trainingfile",
            trigger=pgtrigger.compiler.Trigger(
                name="training_file_never_deleted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF (true) THEN RAISE EXCEPTION 'training_file_never_deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'training_file_never_deleted'; END IF; RETURN OLD;",
                    hash="923ece08ef599bc94585d345aa5979bbc9d022c1",
                    operation="DELETE",
                    pgid="pgtrigger_training_file_never_deleted_75234",
                    table="trainings_trainingfile",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trainingfile",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "trainings_trainingfileevent" ("content_type", "file", "id", "is_example", "kind", "original_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "size", "training_id", "uploaded_at", "uploaded_by_id") VALUES (NEW."content_type", NEW."file", NEW."id", NEW."is_example", NEW."kind", NEW."original_name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."size", NEW."training_id", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                    hash="36d6782fdcd609c1692d9bdffab54dec583a5590",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b77cb",
                    table="trainings_trainingfile",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trainingfile",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "trainings_trainingfileevent" ("content_type", "file", "id", "is_example", "kind", "original_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "size", "training_id", "uploaded_at", "uploaded_by_id") VALUES (NEW."content_type", NEW."file", NEW."id", NEW."is_example", NEW."kind", NEW."original_name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."size", NEW."training_id", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                    hash="e3aec20de60c0f54f1a12a84d2349243f1f254d0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5691e",
                    table="trainings_trainingfile",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trainingfile",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "trainings_trainingfileevent" ("content_type", "file", "id", "is_example", "kind", "original_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "size", "training_id", "uploaded_at", "uploaded_by_id") VALUES (OLD."content_type", OLD."file", OLD."id", OLD."is_example", OLD."kind", OLD."original_name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."size", OLD."training_id", OLD."uploaded_at", OLD."uploaded_by_id"); RETURN NULL;',
                    hash="4c25430ac35092bd7050ca10195eeb89bee98113",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c86c4",
                    table="trainings_trainingfile",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trainingfileevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="6fed14f391513b04bd1499ebc8ce9d97501238b3",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_5a074",
                    table="trainings_trainingfileevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trainingmodule",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "trainings_trainingmoduleevent" ("id", "is_example", "module_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "training_id") VALUES (NEW."id", NEW."is_example", NEW."module_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."training_id"); RETURN NULL;',
                    hash="f71eec386ec6aaa0ebed45ee2a637a6d9f8dec3a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_65431",
                    table="trainings_trainingmodule",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trainingmodule",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "trainings_trainingmoduleevent" ("id", "is_example", "module_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "training_id") VALUES (NEW."id", NEW."is_example", NEW."module_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."training_id"); RETURN NULL;',
                    hash="69ae0a803b0e4adf32d87ea06b77a38e6a5ac739",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_31c67",
                    table="trainings_trainingmodule",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trainingmodule",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "trainings_trainingmoduleevent" ("id", "is_example", "module_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "training_id") VALUES (OLD."id", OLD."is_example", OLD."module_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."training_id"); RETURN NULL;',
                    hash="44547e0603af27ea48f3017b112922f8b91863f9",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1c1bb",
                    table="trainings_trainingmodule",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trainingmoduleevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b87a10ea219d9fb37358733dbec38acd3093a7fe",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2ddf9",
                    table="trainings_trainingmoduleevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trainingtrainer",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "trainings_trainingtrainerevent" ("id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "training_id", "user_id") VALUES (NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."training_id", NEW."user_id"); RETURN NULL;',
                    hash="ad6e5e8eb6c107ebd665a7c7809e5db8804be3ac",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d1947",
                    table="trainings_trainingtrainer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trainingtrainer",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "trainings_trainingtrainerevent" ("id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "training_id", "user_id") VALUES (NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."training_id", NEW."user_id"); RETURN NULL;',
                    hash="e80102227cd841f41620c6393c4451180614d54e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b2ed1",
                    table="trainings_trainingtrainer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trainingtrainer",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "trainings_trainingtrainerevent" ("id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "training_id", "user_id") VALUES (OLD."id", OLD."is_example", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."training_id", OLD."user_id"); RETURN NULL;',
                    hash="6c88ce4a97d6e8955c41b23535d0ba429a126695",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_387c8",
                    table="trainings_trainingtrainer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trainingtrainerevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3d07b0798da44353f7c528fb41aec82acfb5e871",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6be8c",
                    table="trainings_trainingtrainerevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
