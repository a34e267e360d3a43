import uuid

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.comparison
import django.db.models.functions.datetime
import django.db.models.functions.text
import django.db.models.lookups
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import config.new_tables


class Migration(migrations.Migration):
    replaces = [
        ("trainings", "0001_trainings"),
        ("trainings", "0002_dates_say_their_precision"),
        ("trainings", "0003_trainings_and_people"),
        ("trainings", "0004_progress"),
        ("trainings", "0005_found_by_words"),
        ("trainings", "0006_history_by_time"),
        ("trainings", "0007_people_reached"),
    ]

    initial = True

    dependencies = [
        ("cooperatives", "0006_who_read_what"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        config.new_tables.CreateTables(
            steps=[
                migrations.CreateModel(
                    name="Indicator",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("slug", models.SlugField(unique=True, verbose_name="short key")),
                        ("position", models.PositiveSmallIntegerField(verbose_name="order")),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        ("name_es", models.CharField(blank=True, max_length=120, verbose_name="name in Spanish")),
                        ("name_pt", models.CharField(blank=True, max_length=120, verbose_name="name in Portuguese")),
                        ("guidance", models.TextField(blank=True, verbose_name="how it is measured")),
                        ("guidance_es", models.TextField(blank=True, verbose_name="how it is measured, in Spanish")),
                        ("guidance_pt", models.TextField(blank=True, verbose_name="how it is measured, in Portuguese")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("number", "number"),
                                    ("whole", "whole number"),
                                    ("people", "people, split by sex"),
                                    ("yes/no", "yes or no"),
                                ],
                                max_length=6,
                                verbose_name="kind of value",
                            ),
                        ),
                        ("unit", models.CharField(blank=True, max_length=40, verbose_name="unit")),
                        ("unit_es", models.CharField(blank=True, max_length=40, verbose_name="unit in Spanish")),
                        ("unit_pt", models.CharField(blank=True, max_length=40, verbose_name="unit in Portuguese")),
                        (
                            "largest",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=14,
                                null=True,
                                verbose_name="largest value possible",
                            ),
                        ),
                        (
                            "direction",
                            models.CharField(
                                choices=[("up", "more is better"), ("down", "less is better")],
                                default="up",
                                max_length=4,
                                verbose_name="direction",
                            ),
                        ),
                        (
                            "is_additive",
                            models.BooleanField(
                                default=False,
                                help_text="Off for scores and shares: those are averaged instead.",
                                verbose_name="co-ops add up",
                            ),
                        ),
                        (
                            "computation",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("people trained", "people trained, from attendance"),
                                    ("readiness", "readiness for certification, from its checklist"),
                                ],
                                max_length=16,
                                verbose_name="computed from",
                            ),
                        ),
                        ("is_active", models.BooleanField(default=True, verbose_name="in use")),
                        ("source", models.TextField(blank=True, verbose_name="source")),
                    ],
                    options={
                        "verbose_name": "indicator",
                        "verbose_name_plural": "indicators",
                        "ordering": ("track", "position", "pk"),
                    },
                ),
                migrations.CreateModel(
                    name="Milestone",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("slug", models.SlugField(unique=True, verbose_name="short key")),
                        ("position", models.PositiveSmallIntegerField(verbose_name="order")),
                        ("name", models.CharField(max_length=160, verbose_name="name")),
                        ("name_es", models.CharField(blank=True, max_length=160, verbose_name="name in Spanish")),
                        ("name_pt", models.CharField(blank=True, max_length=160, verbose_name="name in Portuguese")),
                        ("guidance", models.TextField(blank=True, verbose_name="how one can see it")),
                        ("guidance_es", models.TextField(blank=True, verbose_name="how one can see it, in Spanish")),
                        ("guidance_pt", models.TextField(blank=True, verbose_name="how one can see it, in Portuguese")),
                        ("is_active", models.BooleanField(default=True, verbose_name="in use")),
                        ("source", models.TextField(blank=True, verbose_name="source")),
                    ],
                    options={
                        "verbose_name": "milestone",
                        "verbose_name_plural": "milestones",
                        "ordering": ("track", "position", "pk"),
                    },
                ),
                migrations.CreateModel(
                    name="Module",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("title", models.CharField(max_length=160, verbose_name="title")),
                        ("title_es", models.CharField(blank=True, max_length=160, verbose_name="title in Spanish")),
                        ("title_pt", models.CharField(blank=True, max_length=160, verbose_name="title in Portuguese")),
                        ("objectives", models.TextField(blank=True, verbose_name="objectives")),
                        ("objectives_es", models.TextField(blank=True, verbose_name="objectives in Spanish")),
                        ("objectives_pt", models.TextField(blank=True, verbose_name="objectives in Portuguese")),
                        (
                            "hours",
                            models.DecimalField(
                                blank=True, decimal_places=1, max_digits=5, null=True, verbose_name="hours"
                            ),
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
                    name="Track",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("slug", models.SlugField(unique=True, verbose_name="short key")),
                        ("position", models.PositiveSmallIntegerField(unique=True, verbose_name="order")),
                        ("name", models.CharField(max_length=80, verbose_name="name")),
                        ("name_es", models.CharField(blank=True, max_length=80, verbose_name="name in Spanish")),
                        ("name_pt", models.CharField(blank=True, max_length=80, verbose_name="name in Portuguese")),
                        ("objective", models.TextField(blank=True, verbose_name="objective")),
                        ("objective_es", models.TextField(blank=True, verbose_name="objective in Spanish")),
                        ("objective_pt", models.TextField(blank=True, verbose_name="objective in Portuguese")),
                        ("source", models.TextField(blank=True, verbose_name="source")),
                    ],
                    options={
                        "verbose_name": "track",
                        "verbose_name_plural": "tracks",
                        "ordering": ("position",),
                    },
                ),
                migrations.CreateModel(
                    name="Training",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("title", models.CharField(max_length=160, verbose_name="title")),
                        ("title_es", models.CharField(blank=True, max_length=160, verbose_name="title in Spanish")),
                        ("title_pt", models.CharField(blank=True, max_length=160, verbose_name="title in Portuguese")),
                        (
                            "kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("workshop", "workshop"),
                                    ("field visit", "field visit"),
                                    ("coaching", "coaching"),
                                    ("exchange", "exchange"),
                                    ("trade event", "trade event"),
                                    ("awareness", "awareness meeting"),
                                ],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
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
                        ("starts_on", models.DateField(blank=True, null=True, verbose_name="first day")),
                        (
                            "starts_precision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("day", "day"),
                                    ("month", "month"),
                                    ("early", "early in the year"),
                                    ("late", "late in the year"),
                                    ("year", "year"),
                                ],
                                default="",
                                max_length=5,
                                verbose_name="date known to the",
                            ),
                        ),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                        ("place", models.CharField(blank=True, max_length=120, verbose_name="place")),
                        (
                            "other_trainers",
                            models.CharField(
                                blank=True, db_default="", default="", max_length=200, verbose_name="other trainers"
                            ),
                        ),
                        ("cancelled_reason", models.TextField(blank=True, verbose_name="why it was cancelled")),
                        (
                            "cancelled_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="cancelled at"),
                        ),
                        (
                            "report",
                            models.TextField(
                                blank=True,
                                db_default="",
                                default="",
                                help_text="What came of it.",
                                verbose_name="report",
                            ),
                        ),
                        (
                            "reported_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="reported at"),
                        ),
                        ("source", models.TextField(blank=True, verbose_name="source")),
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
                            "host",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="trainings_hosted",
                                to="cooperatives.cooperative",
                                verbose_name="host co-op",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="trainings",
                                to="cooperatives.programme",
                                verbose_name="programme",
                            ),
                        ),
                        (
                            "reported_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="reported by",
                            ),
                        ),
                        (
                            "track",
                            models.ForeignKey(
                                blank=True,
                                help_text="Empty for historic trainings that belong to no track of this programme.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="trainings",
                                to="trainings.track",
                                verbose_name="track",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "training",
                        "verbose_name_plural": "trainings",
                        "ordering": (models.OrderBy(models.F("starts_on"), descending=True, nulls_last=True), "pk"),
                    },
                ),
                migrations.CreateModel(
                    name="TrainingSession",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("held_on", models.DateField(verbose_name="day")),
                        (
                            "hours",
                            models.DecimalField(
                                blank=True, decimal_places=1, max_digits=4, null=True, verbose_name="hours"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "training session",
                        "verbose_name_plural": "training sessions",
                        "ordering": ("held_on", "pk"),
                    },
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
                    name="Attendance",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        (
                            "cooperative",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attendances",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "member",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attendances",
                                to="cooperatives.member",
                                verbose_name="member",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "attendance",
                        "verbose_name_plural": "attendances",
                        "ordering": ("session", "member"),
                    },
                ),
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
                    name="CalendarFeed",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        (
                            "secret",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True, verbose_name="secret part of the link"
                            ),
                        ),
                        ("made_at", models.DateTimeField(editable=False, verbose_name="made at")),
                        (
                            "revoked_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="revoked at"),
                        ),
                        (
                            "cooperative",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="calendar_feeds",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="made by",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="calendar_feeds",
                                to="cooperatives.programme",
                                verbose_name="programme",
                            ),
                        ),
                        (
                            "revoked_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="revoked by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "calendar link",
                        "verbose_name_plural": "calendar links",
                        "ordering": ("-made_at", "-pk"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("cooperative__isnull", False), ("programme__isnull", True)),
                                    models.Q(("cooperative__isnull", True), ("programme__isnull", False)),
                                    _connector="OR",
                                ),
                                name="calendar_feed_of_one",
                                violation_error_message="A calendar link is for one programme or for one co-op.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("revoked_at__isnull", True), ("revoked_by__isnull", True)),
                                    models.Q(("revoked_at__isnull", False), ("revoked_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="calendar_feed_revoked",
                                violation_error_message="Who and when are recorded together, or not at all.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CalendarFeedEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("made_at", models.DateTimeField(editable=False, verbose_name="made at")),
                        (
                            "revoked_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="revoked at"),
                        ),
                        (
                            "cooperative",
                            models.ForeignKey(
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
                        (
                            "made_by",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="made by",
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
                                to="trainings.calendarfeed",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
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
                        (
                            "revoked_by",
                            models.ForeignKey(
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CooperativeMilestone",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="due on")),
                        ("reached_on", models.DateField(blank=True, null=True, verbose_name="reached on")),
                        (
                            "reached_precision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("day", "day"),
                                    ("month", "month"),
                                    ("early", "early in the year"),
                                    ("late", "late in the year"),
                                    ("year", "year"),
                                ],
                                default="",
                                max_length=5,
                                verbose_name="date known to the",
                            ),
                        ),
                        ("evidence", models.TextField(blank=True, verbose_name="how one can see it")),
                        ("reported_at", models.DateTimeField(blank=True, null=True, verbose_name="reported at")),
                        ("accepted_at", models.DateTimeField(blank=True, null=True, verbose_name="accepted at")),
                        ("returned_reason", models.TextField(blank=True, verbose_name="what was missing")),
                        ("returned_at", models.DateTimeField(blank=True, null=True, verbose_name="returned at")),
                        ("not_applicable_reason", models.TextField(blank=True, verbose_name="why it does not apply")),
                        ("not_applicable_at", models.DateTimeField(blank=True, null=True, verbose_name="set aside at")),
                        (
                            "accepted_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="accepted by",
                            ),
                        ),
                        (
                            "cooperative",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="milestones",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "not_applicable_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="set aside by",
                            ),
                        ),
                        (
                            "reported_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="reported by",
                            ),
                        ),
                        (
                            "returned_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="returned by",
                            ),
                        ),
                        (
                            "milestone",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cooperative_milestones",
                                to="trainings.milestone",
                                verbose_name="milestone",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "milestone of a co-op",
                        "verbose_name_plural": "milestones of co-ops",
                        "ordering": ("cooperative", "milestone"),
                        "indexes": [models.Index(fields=["cooperative", "due_on"], name="milestone_by_cooperative")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("cooperative", "milestone"),
                                name="cooperative_milestone_once",
                                violation_error_message="This milestone is already recorded for the co-op.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("reached_on__isnull", True), ("reached_precision", "")),
                                    models.Q(
                                        ("reached_on__isnull", False),
                                        models.Q(
                                            ("reached_precision", "day"),
                                            models.Q(
                                                ("reached_precision", "month"),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractDay(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("reached_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                            ),
                                            models.Q(
                                                ("reached_precision__in", ["year", "early"]),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractMonth(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("reached_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractDay(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("reached_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                            ),
                                            models.Q(
                                                ("reached_precision", "late"),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractMonth(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("reached_on"), models.DateField()
                                                        )
                                                    ),
                                                    10,
                                                ),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractDay(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("reached_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                            ),
                                            _connector="OR",
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="cooperative_milestone_reached_precision",
                                violation_error_message="A date needs to say how much of it is known: for a month enter its first day, for a year or early in a year 1 January, for late in a year 1 October; leave both empty when the date is not known.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("reached_on__isnull", True),
                                        ("reported_at__isnull", True),
                                        ("reported_by__isnull", True),
                                    ),
                                    models.Q(
                                        ("reached_on__isnull", False),
                                        ("reported_at__isnull", False),
                                        ("reported_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="cooperative_milestone_reported",
                                violation_error_message="Who and when are recorded together, or not at all.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("accepted_at__isnull", True), ("accepted_by__isnull", True)),
                                    models.Q(("accepted_at__isnull", False), ("accepted_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="cooperative_milestone_accepted",
                                violation_error_message="Who and when are recorded together, or not at all.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("returned_at__isnull", True), ("returned_by__isnull", True)),
                                    models.Q(("returned_at__isnull", False), ("returned_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="cooperative_milestone_returned",
                                violation_error_message="Who and when are recorded together, or not at all.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("not_applicable_at__isnull", True), ("not_applicable_by__isnull", True)),
                                    models.Q(
                                        ("not_applicable_at__isnull", False), ("not_applicable_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="cooperative_milestone_set_aside",
                                violation_error_message="Who and when are recorded together, or not at all.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("reached_on__isnull", True),
                                    models.Q(("evidence", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="cooperative_milestone_evidence",
                                violation_error_message="Say how one can see that the milestone was reached.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("accepted_at__isnull", True), ("reached_on__isnull", False), _connector="OR"
                                ),
                                name="cooperative_milestone_accepted_when_reached",
                                violation_error_message="Only a milestone that was reached can be accepted.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("accepted_by__isnull", True),
                                    models.Q(("accepted_by", models.F("reported_by")), _negated=True),
                                    _connector="OR",
                                ),
                                name="cooperative_milestone_second_person",
                                violation_error_message="Another person has to accept it than the one who reported it.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("not_applicable_at__isnull", True), ("not_applicable_reason", "")),
                                    models.Q(
                                        ("not_applicable_at__isnull", False),
                                        models.Q(("not_applicable_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="cooperative_milestone_set_aside_reason",
                                violation_error_message="A milestone that does not apply needs a reason.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("not_applicable_at__isnull", True), ("reached_on__isnull", True), _connector="OR"
                                ),
                                name="cooperative_milestone_set_aside_or_reached",
                                violation_error_message="A milestone that was reached applies.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("returned_at__isnull", True),
                                    models.Q(("returned_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="cooperative_milestone_returned_reason",
                                violation_error_message="Say what is missing.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Evidence",
                    fields=[
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("original_name", models.CharField(max_length=160, verbose_name="name of the file")),
                        ("content_type", models.CharField(max_length=40, verbose_name="type")),
                        ("size", models.PositiveIntegerField(verbose_name="size (bytes)")),
                        ("sha256", models.CharField(max_length=64, verbose_name="fingerprint")),
                        ("uploaded_at", models.DateTimeField(verbose_name="uploaded at")),
                        ("file", models.FileField(max_length=200, upload_to="evidence/%Y/%m/", verbose_name="file")),
                        (
                            "cooperative",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="evidence",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "milestone",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="files",
                                to="trainings.cooperativemilestone",
                                verbose_name="milestone of a co-op",
                            ),
                        ),
                        (
                            "uploaded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="uploaded by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "evidence",
                        "verbose_name_plural": "evidence",
                        "ordering": ("uploaded_at", "pk"),
                    },
                ),
                migrations.CreateModel(
                    name="FollowUpVisit",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
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
                                blank=True,
                                help_text="What was seen: for example pits dug, a record.",
                                verbose_name="evidence",
                            ),
                        ),
                        ("recorded_at", models.DateTimeField(editable=False, verbose_name="recorded at")),
                        (
                            "cooperative",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="follow_up_visits",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "member",
                            models.ForeignKey(
                                blank=True,
                                help_text="Empty when the co-op itself was visited.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="follow_up_visits",
                                to="cooperatives.member",
                                verbose_name="person visited",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="recorded by",
                            ),
                        ),
                        (
                            "training",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="follow_up_visits",
                                to="trainings.training",
                                verbose_name="training it follows",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "follow-up visit",
                        "verbose_name_plural": "follow-up visits",
                        "ordering": ("-visited_on", "-pk"),
                        "indexes": [
                            models.Index(fields=["cooperative", "-visited_on"], name="follow_up_by_cooperative")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HeadCount",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
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
                        (
                            "cooperative",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="head_counts",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "counted_by",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="counted by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "head count",
                        "verbose_name_plural": "head counts",
                        "ordering": ("session", "cooperative"),
                    },
                ),
                migrations.CreateModel(
                    name="IndicatorBaseline",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("value", models.DecimalField(decimal_places=2, max_digits=14, verbose_name="baseline")),
                        ("measured_on", models.DateField(blank=True, null=True, verbose_name="measured on")),
                        (
                            "measured_precision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("day", "day"),
                                    ("month", "month"),
                                    ("early", "early in the year"),
                                    ("late", "late in the year"),
                                    ("year", "year"),
                                ],
                                default="",
                                max_length=5,
                                verbose_name="date known to the",
                            ),
                        ),
                        ("source", models.TextField(verbose_name="source")),
                        (
                            "cooperative",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="indicator_baselines",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "indicator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="baselines",
                                to="trainings.indicator",
                                verbose_name="indicator",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "baseline",
                        "verbose_name_plural": "baselines",
                        "ordering": ("indicator", "cooperative"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("indicator", "cooperative"),
                                name="baseline_once",
                                violation_error_message="This co-op already has a baseline.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("measured_on__isnull", True), ("measured_precision", "")),
                                    models.Q(
                                        ("measured_on__isnull", False),
                                        models.Q(
                                            ("measured_precision", "day"),
                                            models.Q(
                                                ("measured_precision", "month"),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractDay(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("measured_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                            ),
                                            models.Q(
                                                ("measured_precision__in", ["year", "early"]),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractMonth(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("measured_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractDay(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("measured_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                            ),
                                            models.Q(
                                                ("measured_precision", "late"),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractMonth(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("measured_on"), models.DateField()
                                                        )
                                                    ),
                                                    10,
                                                ),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractDay(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("measured_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                            ),
                                            _connector="OR",
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="baseline_date_precision",
                                violation_error_message="A date needs to say how much of it is known: for a month enter its first day, for a year or early in a year 1 January, for late in a year 1 October; leave both empty when the date is not known.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("value__gte", 0)),
                                name="baseline_value",
                                violation_error_message="A baseline is zero or more.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("source", ""), _negated=True),
                                name="baseline_source",
                                violation_error_message="Say where the value comes from.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="IndicatorBaselineEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("value", models.DecimalField(decimal_places=2, max_digits=14, verbose_name="baseline")),
                        ("measured_on", models.DateField(blank=True, null=True, verbose_name="measured on")),
                        (
                            "measured_precision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("day", "day"),
                                    ("month", "month"),
                                    ("early", "early in the year"),
                                    ("late", "late in the year"),
                                    ("year", "year"),
                                ],
                                default="",
                                max_length=5,
                                verbose_name="date known to the",
                            ),
                        ),
                        ("source", models.TextField(verbose_name="source")),
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
                            "indicator",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="trainings.indicator",
                                verbose_name="indicator",
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
                                to="trainings.indicatorbaseline",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="IndicatorTarget",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                        (
                            "value",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                help_text="Empty: taken back. For a co-op the target of its programme holds again, if there is one.",
                                max_digits=14,
                                null=True,
                                verbose_name="target",
                            ),
                        ),
                        ("source", models.TextField(blank=True, verbose_name="source")),
                        (
                            "cooperative",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="indicator_targets",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "indicator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="targets",
                                to="trainings.indicator",
                                verbose_name="indicator",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                help_text="For every co-op of the programme without a target of its own; leave the co-op empty then.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="indicator_targets",
                                to="cooperatives.programme",
                                verbose_name="programme",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "target",
                        "verbose_name_plural": "targets",
                        "ordering": ("indicator", "year", "pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("indicator", "year", "cooperative"),
                                name="target_once_a_cooperative",
                                violation_error_message="This co-op already has a target for the year.",
                            ),
                            models.UniqueConstraint(
                                fields=("indicator", "year", "programme"),
                                name="target_once_a_programme",
                                violation_error_message="This programme already has a target for the year.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("cooperative__isnull", True), ("programme__isnull", False)),
                                    models.Q(("cooperative__isnull", False), ("programme__isnull", True)),
                                    _connector="OR",
                                ),
                                name="target_of_one",
                                violation_error_message="A target belongs to a co-op or to a programme, to one of the two.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("value__isnull", True), ("value__gte", 0), _connector="OR"),
                                name="target_value",
                                violation_error_message="A target is zero or more.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("year__range", (1990, 2100))),
                                name="target_year",
                                violation_error_message="A year has four digits, such as 2014.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="IndicatorTargetEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                        (
                            "value",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                help_text="Empty: taken back. For a co-op the target of its programme holds again, if there is one.",
                                max_digits=14,
                                null=True,
                                verbose_name="target",
                            ),
                        ),
                        ("source", models.TextField(blank=True, verbose_name="source")),
                        (
                            "cooperative",
                            models.ForeignKey(
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
                        (
                            "indicator",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="trainings.indicator",
                                verbose_name="indicator",
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
                                to="trainings.indicatortarget",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="For every co-op of the programme without a target of its own; leave the co-op empty then.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cooperatives.programme",
                                verbose_name="programme",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Instrument",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
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
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("name", "version"),
                                name="instrument_version_once",
                                violation_error_message="This version of the test is already recorded.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("maximum__gt", 0)),
                                name="instrument_maximum_above_zero",
                                violation_error_message="The most points a test gives are more than 0.",
                            ),
                        ],
                    },
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
                    name="InstrumentEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        ("version", models.CharField(max_length=20, verbose_name="version")),
                        ("maximum", models.DecimalField(decimal_places=2, max_digits=6, verbose_name="most points")),
                        ("note", models.TextField(blank=True, verbose_name="note")),
                        ("is_retired", models.BooleanField(default=False, verbose_name="no longer used")),
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
                                to="trainings.instrument",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Measurement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                        (
                            "value",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                help_text="Empty: not measured, which is not zero.",
                                max_digits=14,
                                null=True,
                                verbose_name="value",
                            ),
                        ),
                        ("women", models.PositiveIntegerField(blank=True, null=True, verbose_name="women")),
                        ("men", models.PositiveIntegerField(blank=True, null=True, verbose_name="men")),
                        ("other", models.PositiveIntegerField(blank=True, null=True, verbose_name="other")),
                        (
                            "unrecorded",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="sex not recorded"),
                        ),
                        ("measured_on", models.DateField(verbose_name="measured on")),
                        (
                            "measured_precision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("day", "day"),
                                    ("month", "month"),
                                    ("early", "early in the year"),
                                    ("late", "late in the year"),
                                    ("year", "year"),
                                ],
                                default="",
                                max_length=5,
                                verbose_name="date known to the",
                            ),
                        ),
                        ("source", models.TextField(verbose_name="source")),
                        ("note", models.TextField(blank=True, verbose_name="note")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("entered", "waiting to be accepted"),
                                    ("returned", "returned"),
                                    ("accepted", "accepted"),
                                    ("superseded", "corrected since"),
                                ],
                                default="entered",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("entered_at", models.DateTimeField(verbose_name="entered at")),
                        ("accepted_at", models.DateTimeField(blank=True, null=True, verbose_name="accepted at")),
                        ("returned_reason", models.TextField(blank=True, verbose_name="what to correct")),
                        ("returned_at", models.DateTimeField(blank=True, null=True, verbose_name="returned at")),
                        (
                            "accepted_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="accepted by",
                            ),
                        ),
                        (
                            "cooperative",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="measurements",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "entered_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="entered by",
                            ),
                        ),
                        (
                            "indicator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="measurements",
                                to="trainings.indicator",
                                verbose_name="indicator",
                            ),
                        ),
                        (
                            "returned_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="returned by",
                            ),
                        ),
                        (
                            "supersedes",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="correction",
                                to="trainings.measurement",
                                verbose_name="takes the place of",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "measurement",
                        "verbose_name_plural": "measurements",
                        "ordering": ("indicator", "-year", "-pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state", "accepted")),
                                fields=("cooperative", "indicator", "year"),
                                name="measurement_one_accepted",
                                violation_error_message="There is an accepted value for this year. Enter a correction of it.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state__in", ("entered", "returned"))),
                                fields=("cooperative", "indicator", "year"),
                                name="measurement_one_open",
                                violation_error_message="A value for this year is already entered. Correct that one.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("year__range", (1990, 2100))),
                                name="measurement_year",
                                violation_error_message="A year has four digits, such as 2014.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("measured_on__isnull", True), ("measured_precision", "")),
                                    models.Q(
                                        ("measured_on__isnull", False),
                                        models.Q(
                                            ("measured_precision", "day"),
                                            models.Q(
                                                ("measured_precision", "month"),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractDay(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("measured_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                            ),
                                            models.Q(
                                                ("measured_precision__in", ["year", "early"]),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractMonth(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("measured_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractDay(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("measured_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                            ),
                                            models.Q(
                                                ("measured_precision", "late"),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractMonth(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("measured_on"), models.DateField()
                                                        )
                                                    ),
                                                    10,
                                                ),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractDay(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("measured_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                            ),
                                            _connector="OR",
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="measurement_date_precision",
                                violation_error_message="A date needs to say how much of it is known: for a month enter its first day, for a year or early in a year 1 January, for late in a year 1 October; leave both empty when the date is not known.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("value__isnull", True), ("value__gte", 0), _connector="OR"),
                                name="measurement_value",
                                violation_error_message="A value is zero or more.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("value__isnull", False), models.Q(("note", ""), _negated=True), _connector="OR"
                                ),
                                name="measurement_says_why_not",
                                violation_error_message="Say why it was not measured.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("source", ""), _negated=True),
                                name="measurement_source",
                                violation_error_message="Say where the value comes from.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("men__isnull", True),
                                        ("other__isnull", True),
                                        ("unrecorded__isnull", True),
                                        ("women__isnull", True),
                                    ),
                                    models.Q(
                                        ("men__isnull", False),
                                        ("other__isnull", False),
                                        ("unrecorded__isnull", False),
                                        (
                                            "value",
                                            django.db.models.expressions.CombinedExpression(
                                                django.db.models.expressions.CombinedExpression(
                                                    django.db.models.expressions.CombinedExpression(
                                                        models.F("women"), "+", models.F("men")
                                                    ),
                                                    "+",
                                                    models.F("other"),
                                                ),
                                                "+",
                                                models.F("unrecorded"),
                                            ),
                                        ),
                                        ("value__isnull", False),
                                        ("women__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="measurement_parts_make_the_value",
                                violation_error_message="Women, men, other and not recorded must add up to the whole.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("accepted_at__isnull", False), ("state__in", ("accepted", "superseded"))),
                                    models.Q(("accepted_at__isnull", True), ("state__in", ("entered", "returned"))),
                                    _connector="OR",
                                ),
                                name="measurement_accepted_state",
                                violation_error_message="An accepted value says when it was accepted and by whom.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("accepted_by__isnull", True),
                                    models.Q(("accepted_by", models.F("entered_by")), _negated=True),
                                    _connector="OR",
                                ),
                                name="measurement_second_person",
                                violation_error_message="Another person has to accept it than the one who entered it.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "returned"), _negated=True),
                                    models.Q(
                                        ("returned_at__isnull", False), models.Q(("returned_reason", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="measurement_returned_reason",
                                violation_error_message="Say what needs to be corrected.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("accepted_at__isnull", True), ("accepted_by__isnull", True)),
                                    models.Q(("accepted_at__isnull", False), ("accepted_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="measurement_accepted",
                                violation_error_message="Who and when are recorded together, or not at all.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("returned_at__isnull", True), ("returned_by__isnull", True)),
                                    models.Q(("returned_at__isnull", False), ("returned_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="measurement_returned",
                                violation_error_message="Who and when are recorded together, or not at all.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EvidenceEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                        ("original_name", models.CharField(max_length=160, verbose_name="name of the file")),
                        ("content_type", models.CharField(max_length=40, verbose_name="type")),
                        ("size", models.PositiveIntegerField(verbose_name="size (bytes)")),
                        ("sha256", models.CharField(max_length=64, verbose_name="fingerprint")),
                        ("uploaded_at", models.DateTimeField(verbose_name="uploaded at")),
                        ("file", models.FileField(max_length=200, upload_to="evidence/%Y/%m/", verbose_name="file")),
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
                            "milestone",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="trainings.cooperativemilestone",
                                verbose_name="milestone of a co-op",
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
                                to="trainings.evidence",
                            ),
                        ),
                        (
                            "uploaded_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="uploaded by",
                            ),
                        ),
                        (
                            "measurement",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="trainings.measurement",
                                verbose_name="measurement",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="evidence",
                    name="measurement",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="trainings.measurement",
                        verbose_name="measurement",
                    ),
                ),
                migrations.CreateModel(
                    name="MeasurementEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                        (
                            "value",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                help_text="Empty: not measured, which is not zero.",
                                max_digits=14,
                                null=True,
                                verbose_name="value",
                            ),
                        ),
                        ("women", models.PositiveIntegerField(blank=True, null=True, verbose_name="women")),
                        ("men", models.PositiveIntegerField(blank=True, null=True, verbose_name="men")),
                        ("other", models.PositiveIntegerField(blank=True, null=True, verbose_name="other")),
                        (
                            "unrecorded",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="sex not recorded"),
                        ),
                        ("measured_on", models.DateField(verbose_name="measured on")),
                        (
                            "measured_precision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("day", "day"),
                                    ("month", "month"),
                                    ("early", "early in the year"),
                                    ("late", "late in the year"),
                                    ("year", "year"),
                                ],
                                default="",
                                max_length=5,
                                verbose_name="date known to the",
                            ),
                        ),
                        ("source", models.TextField(verbose_name="source")),
                        ("note", models.TextField(blank=True, verbose_name="note")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("entered", "waiting to be accepted"),
                                    ("returned", "returned"),
                                    ("accepted", "accepted"),
                                    ("superseded", "corrected since"),
                                ],
                                default="entered",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("entered_at", models.DateTimeField(verbose_name="entered at")),
                        ("accepted_at", models.DateTimeField(blank=True, null=True, verbose_name="accepted at")),
                        ("returned_reason", models.TextField(blank=True, verbose_name="what to correct")),
                        ("returned_at", models.DateTimeField(blank=True, null=True, verbose_name="returned at")),
                        (
                            "accepted_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="accepted by",
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
                            "entered_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="entered by",
                            ),
                        ),
                        (
                            "indicator",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="trainings.indicator",
                                verbose_name="indicator",
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
                                to="trainings.measurement",
                            ),
                        ),
                        (
                            "returned_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="returned by",
                            ),
                        ),
                        (
                            "supersedes",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="trainings.measurement",
                                verbose_name="takes the place of",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CooperativeMilestoneEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="due on")),
                        ("reached_on", models.DateField(blank=True, null=True, verbose_name="reached on")),
                        (
                            "reached_precision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("day", "day"),
                                    ("month", "month"),
                                    ("early", "early in the year"),
                                    ("late", "late in the year"),
                                    ("year", "year"),
                                ],
                                default="",
                                max_length=5,
                                verbose_name="date known to the",
                            ),
                        ),
                        ("evidence", models.TextField(blank=True, verbose_name="how one can see it")),
                        ("reported_at", models.DateTimeField(blank=True, null=True, verbose_name="reported at")),
                        ("accepted_at", models.DateTimeField(blank=True, null=True, verbose_name="accepted at")),
                        ("returned_reason", models.TextField(blank=True, verbose_name="what was missing")),
                        ("returned_at", models.DateTimeField(blank=True, null=True, verbose_name="returned at")),
                        ("not_applicable_reason", models.TextField(blank=True, verbose_name="why it does not apply")),
                        ("not_applicable_at", models.DateTimeField(blank=True, null=True, verbose_name="set aside at")),
                        (
                            "accepted_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="accepted by",
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
                            "not_applicable_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="set aside by",
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
                                to="trainings.cooperativemilestone",
                            ),
                        ),
                        (
                            "reported_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="reported by",
                            ),
                        ),
                        (
                            "returned_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="returned by",
                            ),
                        ),
                        (
                            "milestone",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="trainings.milestone",
                                verbose_name="milestone",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Score",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        (
                            "moment",
                            models.CharField(
                                choices=[("before", "before"), ("after", "after")], max_length=6, verbose_name="when"
                            ),
                        ),
                        ("points", models.DecimalField(decimal_places=2, max_digits=6, verbose_name="points")),
                        ("entered_at", models.DateTimeField(editable=False, verbose_name="entered at")),
                        (
                            "cooperative",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="scores",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "entered_by",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="entered by",
                            ),
                        ),
                        (
                            "instrument",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="scores",
                                to="trainings.instrument",
                                verbose_name="test",
                            ),
                        ),
                        (
                            "member",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="scores",
                                to="cooperatives.member",
                                verbose_name="member",
                            ),
                        ),
                        (
                            "training",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="scores",
                                to="trainings.training",
                                verbose_name="training",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "score",
                        "verbose_name_plural": "scores",
                        "ordering": ("training", "member", "-moment"),
                        "indexes": [models.Index(fields=["cooperative", "training"], name="score_by_cooperative")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("training", "member", "moment"),
                                name="score_once",
                                violation_error_message="This person already has a score at this moment.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("points__gte", 0)),
                                name="score_not_negative",
                                violation_error_message="Points are not below 0.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ModuleEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
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
                            models.DecimalField(
                                blank=True, decimal_places=1, max_digits=5, null=True, verbose_name="hours"
                            ),
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
                                to="trainings.module",
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
                migrations.CreateModel(
                    name="MilestoneEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("slug", models.SlugField(db_index=False, verbose_name="short key")),
                        ("position", models.PositiveSmallIntegerField(verbose_name="order")),
                        ("name", models.CharField(max_length=160, verbose_name="name")),
                        ("name_es", models.CharField(blank=True, max_length=160, verbose_name="name in Spanish")),
                        ("name_pt", models.CharField(blank=True, max_length=160, verbose_name="name in Portuguese")),
                        ("guidance", models.TextField(blank=True, verbose_name="how one can see it")),
                        ("guidance_es", models.TextField(blank=True, verbose_name="how one can see it, in Spanish")),
                        ("guidance_pt", models.TextField(blank=True, verbose_name="how one can see it, in Portuguese")),
                        ("is_active", models.BooleanField(default=True, verbose_name="in use")),
                        ("source", models.TextField(blank=True, verbose_name="source")),
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
                                to="trainings.milestone",
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
                migrations.AddField(
                    model_name="milestone",
                    name="track",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="milestones",
                        to="trainings.track",
                        verbose_name="track",
                    ),
                ),
                migrations.CreateModel(
                    name="IndicatorEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("slug", models.SlugField(db_index=False, verbose_name="short key")),
                        ("position", models.PositiveSmallIntegerField(verbose_name="order")),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        ("name_es", models.CharField(blank=True, max_length=120, verbose_name="name in Spanish")),
                        ("name_pt", models.CharField(blank=True, max_length=120, verbose_name="name in Portuguese")),
                        ("guidance", models.TextField(blank=True, verbose_name="how it is measured")),
                        ("guidance_es", models.TextField(blank=True, verbose_name="how it is measured, in Spanish")),
                        ("guidance_pt", models.TextField(blank=True, verbose_name="how it is measured, in Portuguese")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("number", "number"),
                                    ("whole", "whole number"),
                                    ("people", "people, split by sex"),
                                    ("yes/no", "yes or no"),
                                ],
                                max_length=6,
                                verbose_name="kind of value",
                            ),
                        ),
                        ("unit", models.CharField(blank=True, max_length=40, verbose_name="unit")),
                        ("unit_es", models.CharField(blank=True, max_length=40, verbose_name="unit in Spanish")),
                        ("unit_pt", models.CharField(blank=True, max_length=40, verbose_name="unit in Portuguese")),
                        (
                            "largest",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=14,
                                null=True,
                                verbose_name="largest value possible",
                            ),
                        ),
                        (
                            "direction",
                            models.CharField(
                                choices=[("up", "more is better"), ("down", "less is better")],
                                default="up",
                                max_length=4,
                                verbose_name="direction",
                            ),
                        ),
                        (
                            "is_additive",
                            models.BooleanField(
                                default=False,
                                help_text="Off for scores and shares: those are averaged instead.",
                                verbose_name="co-ops add up",
                            ),
                        ),
                        (
                            "computation",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("people trained", "people trained, from attendance"),
                                    ("readiness", "readiness for certification, from its checklist"),
                                ],
                                max_length=16,
                                verbose_name="computed from",
                            ),
                        ),
                        ("is_active", models.BooleanField(default=True, verbose_name="in use")),
                        ("source", models.TextField(blank=True, verbose_name="source")),
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
                                to="trainings.indicator",
                            ),
                        ),
                        (
                            "track",
                            models.ForeignKey(
                                blank=True,
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
                migrations.AddField(
                    model_name="indicator",
                    name="track",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="indicators",
                        to="trainings.track",
                        verbose_name="track",
                    ),
                ),
                migrations.CreateModel(
                    name="TrackEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("slug", models.SlugField(db_index=False, verbose_name="short key")),
                        ("position", models.PositiveSmallIntegerField(verbose_name="order")),
                        ("name", models.CharField(max_length=80, verbose_name="name")),
                        ("name_es", models.CharField(blank=True, max_length=80, verbose_name="name in Spanish")),
                        ("name_pt", models.CharField(blank=True, max_length=80, verbose_name="name in Portuguese")),
                        ("objective", models.TextField(blank=True, verbose_name="objective")),
                        ("objective_es", models.TextField(blank=True, verbose_name="objective in Spanish")),
                        ("objective_pt", models.TextField(blank=True, verbose_name="objective in Portuguese")),
                        ("source", models.TextField(blank=True, verbose_name="source")),
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
                                to="trainings.track",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="TrackReach",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
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
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("cooperative", "track"),
                                name="track_reach_once",
                                violation_error_message="The people of this co-op in this track are counted already.",
                            )
                        ],
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
                migrations.CreateModel(
                    name="ScoreEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
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
                            "entered_by",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="entered by",
                            ),
                        ),
                        (
                            "instrument",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="trainings.instrument",
                                verbose_name="test",
                            ),
                        ),
                        (
                            "member",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cooperatives.member",
                                verbose_name="member",
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
                                to="trainings.score",
                            ),
                        ),
                        (
                            "training",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="trainings.training",
                                verbose_name="training",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="FollowUpVisitEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
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
                                blank=True,
                                help_text="What was seen: for example pits dug, a record.",
                                verbose_name="evidence",
                            ),
                        ),
                        ("recorded_at", models.DateTimeField(editable=False, verbose_name="recorded at")),
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
                            "member",
                            models.ForeignKey(
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
                                to="trainings.followupvisit",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="recorded by",
                            ),
                        ),
                        (
                            "training",
                            models.ForeignKey(
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="TrainingEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("title", models.CharField(max_length=160, verbose_name="title")),
                        ("title_es", models.CharField(blank=True, max_length=160, verbose_name="title in Spanish")),
                        ("title_pt", models.CharField(blank=True, max_length=160, verbose_name="title in Portuguese")),
                        (
                            "kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("workshop", "workshop"),
                                    ("field visit", "field visit"),
                                    ("coaching", "coaching"),
                                    ("exchange", "exchange"),
                                    ("trade event", "trade event"),
                                    ("awareness", "awareness meeting"),
                                ],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
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
                        ("starts_on", models.DateField(blank=True, null=True, verbose_name="first day")),
                        (
                            "starts_precision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("day", "day"),
                                    ("month", "month"),
                                    ("early", "early in the year"),
                                    ("late", "late in the year"),
                                    ("year", "year"),
                                ],
                                default="",
                                max_length=5,
                                verbose_name="date known to the",
                            ),
                        ),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                        ("place", models.CharField(blank=True, max_length=120, verbose_name="place")),
                        (
                            "other_trainers",
                            models.CharField(
                                blank=True, db_default="", default="", max_length=200, verbose_name="other trainers"
                            ),
                        ),
                        ("cancelled_reason", models.TextField(blank=True, verbose_name="why it was cancelled")),
                        (
                            "cancelled_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="cancelled at"),
                        ),
                        (
                            "report",
                            models.TextField(
                                blank=True,
                                db_default="",
                                default="",
                                help_text="What came of it.",
                                verbose_name="report",
                            ),
                        ),
                        (
                            "reported_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="reported at"),
                        ),
                        ("source", models.TextField(blank=True, verbose_name="source")),
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
                            "host",
                            models.ForeignKey(
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
                                to="trainings.training",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cooperatives.programme",
                                verbose_name="programme",
                            ),
                        ),
                        (
                            "reported_by",
                            models.ForeignKey(
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
                        (
                            "track",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="Empty for historic trainings that belong to no track of this programme.",
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
                migrations.CreateModel(
                    name="TrainingFile",
                    fields=[
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("original_name", models.CharField(max_length=160, verbose_name="name of the file")),
                        ("content_type", models.CharField(max_length=40, verbose_name="type")),
                        ("size", models.PositiveIntegerField(verbose_name="size (bytes)")),
                        ("uploaded_at", models.DateTimeField(verbose_name="uploaded at")),
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
                        (
                            "training",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="files",
                                to="trainings.training",
                                verbose_name="training",
                            ),
                        ),
                        (
                            "uploaded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="uploaded by",
                            ),
                        ),
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
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                        ("original_name", models.CharField(max_length=160, verbose_name="name of the file")),
                        ("content_type", models.CharField(max_length=40, verbose_name="type")),
                        ("size", models.PositiveIntegerField(verbose_name="size (bytes)")),
                        ("uploaded_at", models.DateTimeField(verbose_name="uploaded at")),
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
                                to="trainings.trainingfile",
                            ),
                        ),
                        (
                            "training",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="trainings.training",
                                verbose_name="training",
                            ),
                        ),
                        (
                            "uploaded_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="uploaded by",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="TrainingInvitation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("places", models.PositiveIntegerField(blank=True, null=True, verbose_name="people invited")),
                        (
                            "cooperative",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="training_invitations",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "training",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="invitations",
                                to="trainings.training",
                                verbose_name="training",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "invited co-op",
                        "verbose_name_plural": "invited co-ops",
                        "ordering": ("training", "cooperative"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("training", "cooperative"),
                                name="training_invitation_once",
                                violation_error_message="This co-op is already invited.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("places__isnull", True), ("places__gt", 0), _connector="OR"),
                                name="training_invitation_places",
                                violation_error_message="Leave the number of people invited empty when it is not known.",
                            ),
                        ],
                    },
                ),
                migrations.AddField(
                    model_name="training",
                    name="cooperatives",
                    field=models.ManyToManyField(
                        related_name="trainings",
                        through="trainings.TrainingInvitation",
                        to="cooperatives.cooperative",
                        verbose_name="co-ops invited",
                    ),
                ),
                migrations.CreateModel(
                    name="TrainingInvitationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("places", models.PositiveIntegerField(blank=True, null=True, verbose_name="people invited")),
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
                                to="trainings.traininginvitation",
                            ),
                        ),
                        (
                            "training",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="trainings.training",
                                verbose_name="training",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="TrainingModule",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        (
                            "module",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="training_rows",
                                to="trainings.module",
                                verbose_name="module",
                            ),
                        ),
                        (
                            "training",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="module_rows",
                                to="trainings.training",
                                verbose_name="training",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "module of a training",
                        "verbose_name_plural": "modules of trainings",
                        "ordering": ("training", "module"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("training", "module"),
                                name="training_module_once",
                                violation_error_message="The training already has this module.",
                            )
                        ],
                    },
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
                migrations.CreateModel(
                    name="TrainingModuleEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        (
                            "module",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="trainings.module",
                                verbose_name="module",
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
                                to="trainings.trainingmodule",
                            ),
                        ),
                        (
                            "training",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="trainings.training",
                                verbose_name="training",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="trainingsession",
                    name="training",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sessions",
                        to="trainings.training",
                        verbose_name="training",
                    ),
                ),
                migrations.CreateModel(
                    name="HeadCountEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
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
                            "counted_by",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="counted by",
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
                                to="trainings.headcount",
                            ),
                        ),
                        (
                            "session",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="trainings.trainingsession",
                                verbose_name="training session",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
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
                migrations.CreateModel(
                    name="AttendanceEvent",
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
                            "member",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cooperatives.member",
                                verbose_name="member",
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
                                to="trainings.attendance",
                            ),
                        ),
                        (
                            "session",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="trainings.trainingsession",
                                verbose_name="training session",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="attendance",
                    name="session",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="trainings.trainingsession",
                        verbose_name="training session",
                    ),
                ),
                migrations.CreateModel(
                    name="TrainingSessionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("held_on", models.DateField(verbose_name="day")),
                        (
                            "hours",
                            models.DecimalField(
                                blank=True, decimal_places=1, max_digits=4, null=True, verbose_name="hours"
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
                                to="trainings.trainingsession",
                            ),
                        ),
                        (
                            "training",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="trainings.training",
                                verbose_name="training",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="TrainingTrainer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        (
                            "training",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="trainer_rows",
                                to="trainings.training",
                                verbose_name="training",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="trainer_rows",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="trainer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "trainer of a training",
                        "verbose_name_plural": "trainers of trainings",
                        "ordering": ("training", "user"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("training", "user"),
                                name="training_trainer_once",
                                violation_error_message="This person already teaches at the training.",
                            )
                        ],
                    },
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
                migrations.CreateModel(
                    name="TrainingTrainerEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
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
                                to="trainings.trainingtrainer",
                            ),
                        ),
                        (
                            "training",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="trainings.training",
                                verbose_name="training",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="trainer",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddConstraint(
                    model_name="evidence",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("measurement__isnull", False), ("milestone__isnull", True)),
                            models.Q(("measurement__isnull", True), ("milestone__isnull", False)),
                            _connector="OR",
                        ),
                        name="evidence_of_one",
                        violation_error_message="A file belongs to a milestone or to a measurement, to one of the two.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="evidence",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("size__gt", 0), ("size__lte", 10485760)),
                        name="evidence_size",
                        violation_error_message="A file has at most 10 MB.",
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
                    model_name="trainingsession",
                    constraint=models.UniqueConstraint(
                        fields=("training", "held_on"),
                        name="training_session_once_a_day",
                        violation_error_message="This day of the training is already recorded.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="trainingsession",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("hours__isnull", True), models.Q(("hours__gt", 0), ("hours__lte", 24)), _connector="OR"
                        ),
                        name="training_session_hours",
                        violation_error_message="Hours are more than 0 and at most 24.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="headcount",
                    index=models.Index(fields=["cooperative", "session"], name="head_count_by_cooperative"),
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
                                    django.db.models.expressions.CombinedExpression(
                                        models.F("women"), "+", models.F("men")
                                    ),
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
                migrations.AddIndex(
                    model_name="attendance",
                    index=models.Index(fields=["cooperative", "session"], name="attendance_by_cooperative"),
                ),
                migrations.AddConstraint(
                    model_name="attendance",
                    constraint=models.UniqueConstraint(
                        fields=("session", "member"),
                        name="attendance_once",
                        violation_error_message="This member is already marked for this day.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="training",
                    index=django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.search.SearchVector(
                            models.Func(
                                django.db.models.functions.text.Lower(
                                    models.Func(
                                        models.F("title"),
                                        models.Value("áàâãäåéèêëíìîïóòôõöúùûüñçýÁÀÂÃÄÅÉÈÊËÍÌÎÏÓÒÔÕÖÚÙÛÜÑÇÝ̧̀́̂̃̈"),
                                        models.Value("aaaaaaeeeeiiiiooooouuuuncyaaaaaaeeeeiiiiooooouuuuncy"),
                                        function="translate",
                                        output_field=models.TextField(),
                                    )
                                ),
                                models.Value("[^a-z0-9]+"),
                                models.Value(" "),
                                models.Value("g"),
                                function="regexp_replace",
                                output_field=models.TextField(),
                            ),
                            models.Func(
                                django.db.models.functions.text.Lower(
                                    models.Func(
                                        models.F("title_es"),
                                        models.Value("áàâãäåéèêëíìîïóòôõöúùûüñçýÁÀÂÃÄÅÉÈÊËÍÌÎÏÓÒÔÕÖÚÙÛÜÑÇÝ̧̀́̂̃̈"),
                                        models.Value("aaaaaaeeeeiiiiooooouuuuncyaaaaaaeeeeiiiiooooouuuuncy"),
                                        function="translate",
                                        output_field=models.TextField(),
                                    )
                                ),
                                models.Value("[^a-z0-9]+"),
                                models.Value(" "),
                                models.Value("g"),
                                function="regexp_replace",
                                output_field=models.TextField(),
                            ),
                            models.Func(
                                django.db.models.functions.text.Lower(
                                    models.Func(
                                        models.F("title_pt"),
                                        models.Value("áàâãäåéèêëíìîïóòôõöúùûüñçýÁÀÂÃÄÅÉÈÊËÍÌÎÏÓÒÔÕÖÚÙÛÜÑÇÝ̧̀́̂̃̈"),
                                        models.Value("aaaaaaeeeeiiiiooooouuuuncyaaaaaaeeeeiiiiooooouuuuncy"),
                                        function="translate",
                                        output_field=models.TextField(),
                                    )
                                ),
                                models.Value("[^a-z0-9]+"),
                                models.Value(" "),
                                models.Value("g"),
                                function="regexp_replace",
                                output_field=models.TextField(),
                            ),
                            config="simple",
                        ),
                        name="training_by_words",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="training",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("starts_on__isnull", True), ("starts_precision", "")),
                            models.Q(
                                ("starts_on__isnull", False),
                                models.Q(
                                    ("starts_precision", "day"),
                                    models.Q(
                                        ("starts_precision", "month"),
                                        django.db.models.lookups.Exact(
                                            django.db.models.functions.datetime.ExtractDay(
                                                django.db.models.functions.comparison.Cast(
                                                    models.F("starts_on"), models.DateField()
                                                )
                                            ),
                                            1,
                                        ),
                                    ),
                                    models.Q(
                                        ("starts_precision__in", ["year", "early"]),
                                        django.db.models.lookups.Exact(
                                            django.db.models.functions.datetime.ExtractMonth(
                                                django.db.models.functions.comparison.Cast(
                                                    models.F("starts_on"), models.DateField()
                                                )
                                            ),
                                            1,
                                        ),
                                        django.db.models.lookups.Exact(
                                            django.db.models.functions.datetime.ExtractDay(
                                                django.db.models.functions.comparison.Cast(
                                                    models.F("starts_on"), models.DateField()
                                                )
                                            ),
                                            1,
                                        ),
                                    ),
                                    models.Q(
                                        ("starts_precision", "late"),
                                        django.db.models.lookups.Exact(
                                            django.db.models.functions.datetime.ExtractMonth(
                                                django.db.models.functions.comparison.Cast(
                                                    models.F("starts_on"), models.DateField()
                                                )
                                            ),
                                            10,
                                        ),
                                        django.db.models.lookups.Exact(
                                            django.db.models.functions.datetime.ExtractDay(
                                                django.db.models.functions.comparison.Cast(
                                                    models.F("starts_on"), models.DateField()
                                                )
                                            ),
                                            1,
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="training_start_precision",
                        violation_error_message="A date needs to say how much of it is known: for a month enter its first day, for a year or early in a year 1 January, for late in a year 1 October; leave both empty when the date is not known.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="training",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True),
                            ("starts_on__isnull", True),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="training_ends_after_start",
                        violation_error_message="A training can't end before its first day.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="training",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "cancelled"), _negated=True),
                            models.Q(("cancelled_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="training_cancelled_with_reason",
                        violation_error_message="Say why the training was cancelled.",
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
            ],
        ),
        config.new_tables.AddTriggers(
            triggers=[
                (
                    "instrument",
                    pgtrigger.compiler.Trigger(
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
                (
                    "instrument",
                    pgtrigger.compiler.Trigger(
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
                (
                    "instrument",
                    pgtrigger.compiler.Trigger(
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
                (
                    "instrument",
                    pgtrigger.compiler.Trigger(
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
                (
                    "instrument",
                    pgtrigger.compiler.Trigger(
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
                (
                    "track",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "trainings_trackevent" ("id", "is_example", "name", "name_es", "name_pt", "objective", "objective_es", "objective_pt", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug", "source") VALUES (NEW."id", NEW."is_example", NEW."name", NEW."name_es", NEW."name_pt", NEW."objective", NEW."objective_es", NEW."objective_pt", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."slug", NEW."source"); RETURN NULL;',
                            hash="46ae52b51eafe8198fd6c3ca006a219a5e6b7a5a",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5d23b",
                            table="trainings_track",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "track",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "trainings_trackevent" ("id", "is_example", "name", "name_es", "name_pt", "objective", "objective_es", "objective_pt", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug", "source") VALUES (NEW."id", NEW."is_example", NEW."name", NEW."name_es", NEW."name_pt", NEW."objective", NEW."objective_es", NEW."objective_pt", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."slug", NEW."source"); RETURN NULL;',
                            hash="762264f12f6954577e67c41abf75a65079affdcc",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_382ea",
                            table="trainings_track",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "track",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "trainings_trackevent" ("id", "is_example", "name", "name_es", "name_pt", "objective", "objective_es", "objective_pt", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug", "source") VALUES (OLD."id", OLD."is_example", OLD."name", OLD."name_es", OLD."name_pt", OLD."objective", OLD."objective_es", OLD."objective_pt", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."slug", OLD."source"); RETURN NULL;',
                            hash="fe91013f08c4c282c2f4cddcbfb155f04d91d72f",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_20157",
                            table="trainings_track",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "countedmember",
                    pgtrigger.compiler.Trigger(
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
                (
                    "countedattendance",
                    pgtrigger.compiler.Trigger(
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
                (
                    "countedattendance",
                    pgtrigger.compiler.Trigger(
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
                (
                    "countedattendance",
                    pgtrigger.compiler.Trigger(
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
                (
                    "calendarfeed",
                    pgtrigger.compiler.Trigger(
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
                (
                    "calendarfeed",
                    pgtrigger.compiler.Trigger(
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
                (
                    "calendarfeed",
                    pgtrigger.compiler.Trigger(
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
                (
                    "calendarfeed",
                    pgtrigger.compiler.Trigger(
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
                (
                    "calendarfeedevent",
                    pgtrigger.compiler.Trigger(
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
                (
                    "indicatorbaseline",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "trainings_indicatorbaselineevent" ("cooperative_id", "id", "indicator_id", "is_example", "measured_on", "measured_precision", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "value") VALUES (NEW."cooperative_id", NEW."id", NEW."indicator_id", NEW."is_example", NEW."measured_on", NEW."measured_precision", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source", NEW."value"); RETURN NULL;',
                            hash="6e531e5491b18082387dccc9eb1c2c3ca19fa9e7",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1b6d1",
                            table="trainings_indicatorbaseline",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "indicatorbaseline",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "trainings_indicatorbaselineevent" ("cooperative_id", "id", "indicator_id", "is_example", "measured_on", "measured_precision", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "value") VALUES (NEW."cooperative_id", NEW."id", NEW."indicator_id", NEW."is_example", NEW."measured_on", NEW."measured_precision", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source", NEW."value"); RETURN NULL;',
                            hash="0d14af4fd4e6e3976447b2778dee21cefcd23cbb",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_41480",
                            table="trainings_indicatorbaseline",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "indicatorbaseline",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "trainings_indicatorbaselineevent" ("cooperative_id", "id", "indicator_id", "is_example", "measured_on", "measured_precision", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "value") VALUES (OLD."cooperative_id", OLD."id", OLD."indicator_id", OLD."is_example", OLD."measured_on", OLD."measured_precision", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."source", OLD."value"); RETURN NULL;',
                            hash="e506007648b1b1a081ffcfcf7ae08b874c1b0689",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_7e0f5",
                            table="trainings_indicatorbaseline",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "indicatorbaselineevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="6ad5e6cd843fef113da326ed591bd6cb92eae5fc",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a5968",
                            table="trainings_indicatorbaselineevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "indicatortarget",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "trainings_indicatortargetevent" ("cooperative_id", "id", "indicator_id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "source", "value", "year") VALUES (NEW."cooperative_id", NEW."id", NEW."indicator_id", NEW."is_example", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."programme_id", NEW."source", NEW."value", NEW."year"); RETURN NULL;',
                            hash="1864b102faa105fe9e771778b9313009cde6f3e0",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_94226",
                            table="trainings_indicatortarget",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "indicatortarget",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "trainings_indicatortargetevent" ("cooperative_id", "id", "indicator_id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "source", "value", "year") VALUES (NEW."cooperative_id", NEW."id", NEW."indicator_id", NEW."is_example", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."programme_id", NEW."source", NEW."value", NEW."year"); RETURN NULL;',
                            hash="e0f8774290104d07c56768eaedb531353977b263",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c7f41",
                            table="trainings_indicatortarget",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "indicatortarget",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "trainings_indicatortargetevent" ("cooperative_id", "id", "indicator_id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "source", "value", "year") VALUES (OLD."cooperative_id", OLD."id", OLD."indicator_id", OLD."is_example", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."programme_id", OLD."source", OLD."value", OLD."year"); RETURN NULL;',
                            hash="55efdf836ae0ed678f685dd895e52e2ca724b9ed",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a0e3c",
                            table="trainings_indicatortarget",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "indicatortargetevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ed9b29a4f3a0db63fecd78b6cdf60b266aad1bc9",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_40be3",
                            table="trainings_indicatortargetevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "instrumentevent",
                    pgtrigger.compiler.Trigger(
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
                (
                    "measurement",
                    pgtrigger.compiler.Trigger(
                        name="measurement_never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (true) THEN RAISE EXCEPTION 'measurement_never_deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'measurement_never_deleted'; END IF; RETURN OLD;",
                            hash="aa11cd691f540baf58a1e383aba1cfa81031e221",
                            operation="DELETE",
                            pgid="pgtrigger_measurement_never_deleted_dde73",
                            table="trainings_measurement",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "measurement",
                    pgtrigger.compiler.Trigger(
                        name="measurement_not_of_computed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE meant trainings_indicator%ROWTYPE;",
                            func="SELECT * INTO meant FROM trainings_indicator WHERE id = NEW.indicator_id FOR SHARE; IF (meant.computation <> '') THEN RAISE EXCEPTION 'measurement_not_of_computed' USING ERRCODE = 'check_violation', CONSTRAINT = 'measurement_not_of_computed'; END IF; RETURN NEW;",
                            hash="ebbf4eb58dbb4dc9f1f8a8cf7ae517edd2385482",
                            operation='INSERT OR UPDATE OF "indicator_id", "value", "women", "men", "other", "unrecorded"',
                            pgid="pgtrigger_measurement_not_of_computed_88ef4",
                            table="trainings_measurement",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "measurement",
                    pgtrigger.compiler.Trigger(
                        name="measurement_whole_number",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE meant trainings_indicator%ROWTYPE;",
                            func="SELECT * INTO meant FROM trainings_indicator WHERE id = NEW.indicator_id FOR SHARE; IF (meant.kind IN ('whole', 'people') AND NEW.value <> trunc(NEW.value)) THEN RAISE EXCEPTION 'measurement_whole_number' USING ERRCODE = 'check_violation', CONSTRAINT = 'measurement_whole_number'; END IF; RETURN NEW;",
                            hash="73587d3b9f621d6d8218f0a3da88fc1ab8bd58d3",
                            operation='INSERT OR UPDATE OF "indicator_id", "value", "women", "men", "other", "unrecorded"',
                            pgid="pgtrigger_measurement_whole_number_bba64",
                            table="trainings_measurement",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "measurement",
                    pgtrigger.compiler.Trigger(
                        name="measurement_yes_or_no",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE meant trainings_indicator%ROWTYPE;",
                            func="SELECT * INTO meant FROM trainings_indicator WHERE id = NEW.indicator_id FOR SHARE; IF (meant.kind = 'yes/no' AND NEW.value NOT IN (0, 1)) THEN RAISE EXCEPTION 'measurement_yes_or_no' USING ERRCODE = 'check_violation', CONSTRAINT = 'measurement_yes_or_no'; END IF; RETURN NEW;",
                            hash="e014a67a49bb69616210832db2239c1eeb5df13d",
                            operation='INSERT OR UPDATE OF "indicator_id", "value", "women", "men", "other", "unrecorded"',
                            pgid="pgtrigger_measurement_yes_or_no_d34c6",
                            table="trainings_measurement",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "measurement",
                    pgtrigger.compiler.Trigger(
                        name="measurement_within_largest",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE meant trainings_indicator%ROWTYPE;",
                            func="SELECT * INTO meant FROM trainings_indicator WHERE id = NEW.indicator_id FOR SHARE; IF (NEW.value > meant.largest) THEN RAISE EXCEPTION 'measurement_within_largest' USING ERRCODE = 'check_violation', CONSTRAINT = 'measurement_within_largest'; END IF; RETURN NEW;",
                            hash="38b21d45402f133e980018acda60af0712f30213",
                            operation='INSERT OR UPDATE OF "indicator_id", "value", "women", "men", "other", "unrecorded"',
                            pgid="pgtrigger_measurement_within_largest_7fdfa",
                            table="trainings_measurement",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "measurement",
                    pgtrigger.compiler.Trigger(
                        name="measurement_split_where_people",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE meant trainings_indicator%ROWTYPE;",
                            func="SELECT * INTO meant FROM trainings_indicator WHERE id = NEW.indicator_id FOR SHARE; IF ((meant.kind = 'people' AND NEW.value IS NOT NULL) <> (NEW.women IS NOT NULL)) THEN RAISE EXCEPTION 'measurement_split_where_people' USING ERRCODE = 'check_violation', CONSTRAINT = 'measurement_split_where_people'; END IF; RETURN NEW;",
                            hash="e3efa9de113f270deaa5affef27f0652a91b3e3f",
                            operation='INSERT OR UPDATE OF "indicator_id", "value", "women", "men", "other", "unrecorded"',
                            pgid="pgtrigger_measurement_split_where_people_4ea7c",
                            table="trainings_measurement",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "measurement",
                    pgtrigger.compiler.Trigger(
                        name="measurement_corrects_its_like",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.supersedes_id IS NOT NULL AND NOT EXISTS (SELECT FROM trainings_measurement WHERE id = NEW.supersedes_id AND state IN ('accepted', 'superseded') AND (cooperative_id, indicator_id, year) = (NEW.cooperative_id, NEW.indicator_id, NEW.year))) THEN RAISE EXCEPTION 'measurement_corrects_its_like' USING ERRCODE = 'check_violation', CONSTRAINT = 'measurement_corrects_its_like'; END IF; RETURN NEW;",
                            hash="511e20d5cc89b233cc4303699238b0e50e8c4d8b",
                            operation='INSERT OR UPDATE OF "supersedes_id", "cooperative_id", "indicator_id", "year"',
                            pgid="pgtrigger_measurement_corrects_its_like_75327",
                            table="trainings_measurement",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "measurement",
                    pgtrigger.compiler.Trigger(
                        name="measurement_arrows",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW IS DISTINCT FROM OLD AND (OLD.state = 'superseded' OR OLD.state = 'accepted' AND NOT (NEW.state = 'superseded' AND (NEW.cooperative_id, NEW.indicator_id, NEW.year, NEW.value, NEW.women, NEW.men, NEW.other, NEW.unrecorded, NEW.measured_on, NEW.measured_precision, NEW.source, NEW.note, NEW.entered_at, NEW.entered_by_id, NEW.accepted_at, NEW.accepted_by_id, NEW.supersedes_id) IS NOT DISTINCT FROM (OLD.cooperative_id, OLD.indicator_id, OLD.year, OLD.value, OLD.women, OLD.men, OLD.other, OLD.unrecorded, OLD.measured_on, OLD.measured_precision, OLD.source, OLD.note, OLD.entered_at, OLD.entered_by_id, OLD.accepted_at, OLD.accepted_by_id, OLD.supersedes_id) AND EXISTS (SELECT FROM trainings_measurement WHERE supersedes_id = OLD.id)) OR OLD.state = 'returned' AND NEW.state NOT IN ('returned', 'entered') OR OLD.state = 'entered' AND NEW.state = 'superseded')) THEN RAISE EXCEPTION 'measurement_arrows' USING ERRCODE = 'check_violation', CONSTRAINT = 'measurement_arrows'; END IF; RETURN NEW;",
                            hash="24107fd34a4e225dd2104490daa588f9c8ffa507",
                            operation="UPDATE",
                            pgid="pgtrigger_measurement_arrows_d45e3",
                            table="trainings_measurement",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "measurement",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "trainings_measurementevent" ("accepted_at", "accepted_by_id", "cooperative_id", "entered_at", "entered_by_id", "id", "indicator_id", "is_example", "measured_on", "measured_precision", "men", "note", "other", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "returned_at", "returned_by_id", "returned_reason", "source", "state", "supersedes_id", "unrecorded", "value", "women", "year") VALUES (NEW."accepted_at", NEW."accepted_by_id", NEW."cooperative_id", NEW."entered_at", NEW."entered_by_id", NEW."id", NEW."indicator_id", NEW."is_example", NEW."measured_on", NEW."measured_precision", NEW."men", NEW."note", NEW."other", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."returned_at", NEW."returned_by_id", NEW."returned_reason", NEW."source", NEW."state", NEW."supersedes_id", NEW."unrecorded", NEW."value", NEW."women", NEW."year"); RETURN NULL;',
                            hash="1cd5f2361c191dd858001a6aa48baf29fc8fc4d8",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d69de",
                            table="trainings_measurement",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "measurement",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "trainings_measurementevent" ("accepted_at", "accepted_by_id", "cooperative_id", "entered_at", "entered_by_id", "id", "indicator_id", "is_example", "measured_on", "measured_precision", "men", "note", "other", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "returned_at", "returned_by_id", "returned_reason", "source", "state", "supersedes_id", "unrecorded", "value", "women", "year") VALUES (NEW."accepted_at", NEW."accepted_by_id", NEW."cooperative_id", NEW."entered_at", NEW."entered_by_id", NEW."id", NEW."indicator_id", NEW."is_example", NEW."measured_on", NEW."measured_precision", NEW."men", NEW."note", NEW."other", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."returned_at", NEW."returned_by_id", NEW."returned_reason", NEW."source", NEW."state", NEW."supersedes_id", NEW."unrecorded", NEW."value", NEW."women", NEW."year"); RETURN NULL;',
                            hash="8f8c2eaddf85f53903886abd5e2d38f8b613f0cc",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0ac9f",
                            table="trainings_measurement",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "measurement",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "trainings_measurementevent" ("accepted_at", "accepted_by_id", "cooperative_id", "entered_at", "entered_by_id", "id", "indicator_id", "is_example", "measured_on", "measured_precision", "men", "note", "other", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "returned_at", "returned_by_id", "returned_reason", "source", "state", "supersedes_id", "unrecorded", "value", "women", "year") VALUES (OLD."accepted_at", OLD."accepted_by_id", OLD."cooperative_id", OLD."entered_at", OLD."entered_by_id", OLD."id", OLD."indicator_id", OLD."is_example", OLD."measured_on", OLD."measured_precision", OLD."men", OLD."note", OLD."other", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."returned_at", OLD."returned_by_id", OLD."returned_reason", OLD."source", OLD."state", OLD."supersedes_id", OLD."unrecorded", OLD."value", OLD."women", OLD."year"); RETURN NULL;',
                            hash="7ad35a9ce39acd785b60a178bffbee9d1c90e66e",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e8784",
                            table="trainings_measurement",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "evidenceevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="2133fa8e7e4f978b612052950ddbd6ca29441954",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0dd74",
                            table="trainings_evidenceevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "evidence",
                    pgtrigger.compiler.Trigger(
                        name="evidence_milestone_cooperative",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.milestone_id IS NOT NULL AND (SELECT cooperative_id FROM trainings_cooperativemilestone WHERE id = NEW.milestone_id) <> NEW.cooperative_id) THEN RAISE EXCEPTION 'evidence_milestone_cooperative' USING ERRCODE = 'check_violation', CONSTRAINT = 'evidence_milestone_cooperative'; END IF; RETURN NEW;",
                            hash="a682e62a097e7a22e0dc5ed91c43abf14d80dab2",
                            operation='INSERT OR UPDATE OF "milestone_id", "cooperative_id"',
                            pgid="pgtrigger_evidence_milestone_cooperative_bb198",
                            table="trainings_evidence",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "evidence",
                    pgtrigger.compiler.Trigger(
                        name="evidence_measurement_cooperative",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.measurement_id IS NOT NULL AND (SELECT cooperative_id FROM trainings_measurement WHERE id = NEW.measurement_id) <> NEW.cooperative_id) THEN RAISE EXCEPTION 'evidence_measurement_cooperative' USING ERRCODE = 'check_violation', CONSTRAINT = 'evidence_measurement_cooperative'; END IF; RETURN NEW;",
                            hash="bbb12c2aeeb774763c44906f269f52fe5b4202d0",
                            operation='INSERT OR UPDATE OF "measurement_id", "cooperative_id"',
                            pgid="pgtrigger_evidence_measurement_cooperative_af2f1",
                            table="trainings_evidence",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "evidence",
                    pgtrigger.compiler.Trigger(
                        name="evidence_never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (true) THEN RAISE EXCEPTION 'evidence_never_deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'evidence_never_deleted'; END IF; RETURN OLD;",
                            hash="2b616cd403e3d3329516965761a4326c937241bc",
                            operation="DELETE",
                            pgid="pgtrigger_evidence_never_deleted_05589",
                            table="trainings_evidence",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "evidence",
                    pgtrigger.compiler.Trigger(
                        name="evidence_fixed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW IS DISTINCT FROM OLD) THEN RAISE EXCEPTION 'evidence_fixed' USING ERRCODE = 'check_violation', CONSTRAINT = 'evidence_fixed'; END IF; RETURN NEW;",
                            hash="27659069775b103e0060eb931ff8ea08b0f09962",
                            operation="UPDATE",
                            pgid="pgtrigger_evidence_fixed_8f9b6",
                            table="trainings_evidence",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "evidence",
                    pgtrigger.compiler.Trigger(
                        name="evidence_not_after_acceptance",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (EXISTS (SELECT FROM trainings_measurement WHERE id = NEW.measurement_id AND accepted_at IS NOT NULL) OR EXISTS (SELECT FROM trainings_cooperativemilestone WHERE id = NEW.milestone_id AND accepted_at IS NOT NULL)) THEN RAISE EXCEPTION 'evidence_not_after_acceptance' USING ERRCODE = 'check_violation', CONSTRAINT = 'evidence_not_after_acceptance'; END IF; RETURN NEW;",
                            hash="3faa93ab010161c7e29490fc43a22cb30b129837",
                            operation="INSERT",
                            pgid="pgtrigger_evidence_not_after_acceptance_b4445",
                            table="trainings_evidence",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "evidence",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "trainings_evidenceevent" ("content_type", "cooperative_id", "file", "id", "is_example", "measurement_id", "milestone_id", "original_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size", "uploaded_at", "uploaded_by_id") VALUES (NEW."content_type", NEW."cooperative_id", NEW."file", NEW."id", NEW."is_example", NEW."measurement_id", NEW."milestone_id", NEW."original_name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sha256", NEW."size", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                            hash="9af0aeda647b6f39671d65a1b3a7f38ee75cfba3",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6a24b",
                            table="trainings_evidence",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "evidence",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "trainings_evidenceevent" ("content_type", "cooperative_id", "file", "id", "is_example", "measurement_id", "milestone_id", "original_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size", "uploaded_at", "uploaded_by_id") VALUES (NEW."content_type", NEW."cooperative_id", NEW."file", NEW."id", NEW."is_example", NEW."measurement_id", NEW."milestone_id", NEW."original_name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sha256", NEW."size", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                            hash="12c5773e515863b8ad6d6a105d873409e54a70a1",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b93e2",
                            table="trainings_evidence",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "evidence",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "trainings_evidenceevent" ("content_type", "cooperative_id", "file", "id", "is_example", "measurement_id", "milestone_id", "original_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size", "uploaded_at", "uploaded_by_id") VALUES (OLD."content_type", OLD."cooperative_id", OLD."file", OLD."id", OLD."is_example", OLD."measurement_id", OLD."milestone_id", OLD."original_name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sha256", OLD."size", OLD."uploaded_at", OLD."uploaded_by_id"); RETURN NULL;',
                            hash="dc946d48bd2230d10846b18603bffd344c4ef80b",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e684c",
                            table="trainings_evidence",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "measurementevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f41e98b71892f48c862c034751775a89165428f5",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b227d",
                            table="trainings_measurementevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "cooperativemilestoneevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="20a5ff9f20143709ae1ad7331cea4a8d76e0f83d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f218d",
                            table="trainings_cooperativemilestoneevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "cooperativemilestone",
                    pgtrigger.compiler.Trigger(
                        name="cooperative_milestone_never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (true) THEN RAISE EXCEPTION 'cooperative_milestone_never_deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'cooperative_milestone_never_deleted'; END IF; RETURN OLD;",
                            hash="37186ba5211870c593f0276820233283b746f508",
                            operation="DELETE",
                            pgid="pgtrigger_cooperative_milestone_never_deleted_37d4e",
                            table="trainings_cooperativemilestone",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "cooperativemilestone",
                    pgtrigger.compiler.Trigger(
                        name="cooperative_milestone_fixed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.cooperative_id IS DISTINCT FROM OLD.cooperative_id OR NEW.milestone_id IS DISTINCT FROM OLD.milestone_id) THEN RAISE EXCEPTION 'cooperative_milestone_fixed' USING ERRCODE = 'check_violation', CONSTRAINT = 'cooperative_milestone_fixed'; END IF; RETURN NEW;",
                            hash="39e1944ab5b89c35245e5059b0dd0d0ec8535851",
                            operation='UPDATE OF "cooperative_id", "milestone_id"',
                            pgid="pgtrigger_cooperative_milestone_fixed_8f36c",
                            table="trainings_cooperativemilestone",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "cooperativemilestone",
                    pgtrigger.compiler.Trigger(
                        name="cooperative_milestone_locked",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (OLD.accepted_at IS NOT NULL AND NEW IS DISTINCT FROM OLD AND NOT (NEW.accepted_at IS NULL AND NEW.returned_at IS NOT NULL AND NEW.returned_at IS DISTINCT FROM OLD.returned_at)) THEN RAISE EXCEPTION 'cooperative_milestone_locked' USING ERRCODE = 'check_violation', CONSTRAINT = 'cooperative_milestone_locked'; END IF; RETURN NEW;",
                            hash="fca7c043289645c8e1f220d277492c1daa00b71c",
                            operation="UPDATE",
                            pgid="pgtrigger_cooperative_milestone_locked_30b30",
                            table="trainings_cooperativemilestone",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "cooperativemilestone",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "trainings_cooperativemilestoneevent" ("accepted_at", "accepted_by_id", "cooperative_id", "due_on", "evidence", "id", "is_example", "milestone_id", "not_applicable_at", "not_applicable_by_id", "not_applicable_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reached_on", "reached_precision", "reported_at", "reported_by_id", "returned_at", "returned_by_id", "returned_reason") VALUES (NEW."accepted_at", NEW."accepted_by_id", NEW."cooperative_id", NEW."due_on", NEW."evidence", NEW."id", NEW."is_example", NEW."milestone_id", NEW."not_applicable_at", NEW."not_applicable_by_id", NEW."not_applicable_reason", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reached_on", NEW."reached_precision", NEW."reported_at", NEW."reported_by_id", NEW."returned_at", NEW."returned_by_id", NEW."returned_reason"); RETURN NULL;',
                            hash="2ea54848f9b5fe510f5e89939438510ec7f9fffe",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a27f8",
                            table="trainings_cooperativemilestone",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "cooperativemilestone",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "trainings_cooperativemilestoneevent" ("accepted_at", "accepted_by_id", "cooperative_id", "due_on", "evidence", "id", "is_example", "milestone_id", "not_applicable_at", "not_applicable_by_id", "not_applicable_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reached_on", "reached_precision", "reported_at", "reported_by_id", "returned_at", "returned_by_id", "returned_reason") VALUES (NEW."accepted_at", NEW."accepted_by_id", NEW."cooperative_id", NEW."due_on", NEW."evidence", NEW."id", NEW."is_example", NEW."milestone_id", NEW."not_applicable_at", NEW."not_applicable_by_id", NEW."not_applicable_reason", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reached_on", NEW."reached_precision", NEW."reported_at", NEW."reported_by_id", NEW."returned_at", NEW."returned_by_id", NEW."returned_reason"); RETURN NULL;',
                            hash="b7d5208f7d0ef5b6da1ee8a3a5622e4f1f610c82",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_075f0",
                            table="trainings_cooperativemilestone",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "cooperativemilestone",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "trainings_cooperativemilestoneevent" ("accepted_at", "accepted_by_id", "cooperative_id", "due_on", "evidence", "id", "is_example", "milestone_id", "not_applicable_at", "not_applicable_by_id", "not_applicable_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reached_on", "reached_precision", "reported_at", "reported_by_id", "returned_at", "returned_by_id", "returned_reason") VALUES (OLD."accepted_at", OLD."accepted_by_id", OLD."cooperative_id", OLD."due_on", OLD."evidence", OLD."id", OLD."is_example", OLD."milestone_id", OLD."not_applicable_at", OLD."not_applicable_by_id", OLD."not_applicable_reason", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reached_on", OLD."reached_precision", OLD."reported_at", OLD."reported_by_id", OLD."returned_at", OLD."returned_by_id", OLD."returned_reason"); RETURN NULL;',
                            hash="665fa0ddc45a450b7e7b7bb492b9d4786ebbd4b4",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_db6d3",
                            table="trainings_cooperativemilestone",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "moduleevent",
                    pgtrigger.compiler.Trigger(
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
                (
                    "module",
                    pgtrigger.compiler.Trigger(
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
                (
                    "module",
                    pgtrigger.compiler.Trigger(
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
                (
                    "module",
                    pgtrigger.compiler.Trigger(
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
                (
                    "module",
                    pgtrigger.compiler.Trigger(
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
                (
                    "milestoneevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="578faba312da07ed5e68bda0b8e58ffaeef5ac78",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_85592",
                            table="trainings_milestoneevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "milestone",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "trainings_milestoneevent" ("guidance", "guidance_es", "guidance_pt", "id", "is_active", "is_example", "name", "name_es", "name_pt", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug", "source", "track_id") VALUES (NEW."guidance", NEW."guidance_es", NEW."guidance_pt", NEW."id", NEW."is_active", NEW."is_example", NEW."name", NEW."name_es", NEW."name_pt", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."slug", NEW."source", NEW."track_id"); RETURN NULL;',
                            hash="b623708e684d91f50071a9995ab13a9b2300eb63",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6e734",
                            table="trainings_milestone",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "milestone",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "trainings_milestoneevent" ("guidance", "guidance_es", "guidance_pt", "id", "is_active", "is_example", "name", "name_es", "name_pt", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug", "source", "track_id") VALUES (NEW."guidance", NEW."guidance_es", NEW."guidance_pt", NEW."id", NEW."is_active", NEW."is_example", NEW."name", NEW."name_es", NEW."name_pt", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."slug", NEW."source", NEW."track_id"); RETURN NULL;',
                            hash="188a83a924c14a84bc12ff54b83e65092a4acd5e",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_caaea",
                            table="trainings_milestone",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "milestone",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "trainings_milestoneevent" ("guidance", "guidance_es", "guidance_pt", "id", "is_active", "is_example", "name", "name_es", "name_pt", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug", "source", "track_id") VALUES (OLD."guidance", OLD."guidance_es", OLD."guidance_pt", OLD."id", OLD."is_active", OLD."is_example", OLD."name", OLD."name_es", OLD."name_pt", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."slug", OLD."source", OLD."track_id"); RETURN NULL;',
                            hash="383cb5fd3cf8102678a6ef2d7e51a9f61aa11168",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_be75a",
                            table="trainings_milestone",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "indicatorevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b7f0565dff45b7eba6f1c20f9cdb95434caea0d2",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_8e4f3",
                            table="trainings_indicatorevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "indicator",
                    pgtrigger.compiler.Trigger(
                        name="indicator_fixed_once_measured",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF ((NEW.kind, NEW.unit, NEW.computation) IS DISTINCT FROM (OLD.kind, OLD.unit, OLD.computation) AND EXISTS (SELECT FROM trainings_measurement WHERE indicator_id = OLD.id)) THEN RAISE EXCEPTION 'indicator_fixed_once_measured' USING ERRCODE = 'check_violation', CONSTRAINT = 'indicator_fixed_once_measured'; END IF; RETURN NEW;",
                            hash="0e5fc8ccd3036fb19965162f7264342f5fcf161e",
                            operation='UPDATE OF "kind", "unit", "computation"',
                            pgid="pgtrigger_indicator_fixed_once_measured_b6e89",
                            table="trainings_indicator",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "indicator",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "trainings_indicatorevent" ("computation", "direction", "guidance", "guidance_es", "guidance_pt", "id", "is_active", "is_additive", "is_example", "kind", "largest", "name", "name_es", "name_pt", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug", "source", "track_id", "unit", "unit_es", "unit_pt") VALUES (NEW."computation", NEW."direction", NEW."guidance", NEW."guidance_es", NEW."guidance_pt", NEW."id", NEW."is_active", NEW."is_additive", NEW."is_example", NEW."kind", NEW."largest", NEW."name", NEW."name_es", NEW."name_pt", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."slug", NEW."source", NEW."track_id", NEW."unit", NEW."unit_es", NEW."unit_pt"); RETURN NULL;',
                            hash="f1b4854aab6a04f61ba5256f348ffb8e954b0dcf",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b08de",
                            table="trainings_indicator",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "indicator",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "trainings_indicatorevent" ("computation", "direction", "guidance", "guidance_es", "guidance_pt", "id", "is_active", "is_additive", "is_example", "kind", "largest", "name", "name_es", "name_pt", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug", "source", "track_id", "unit", "unit_es", "unit_pt") VALUES (NEW."computation", NEW."direction", NEW."guidance", NEW."guidance_es", NEW."guidance_pt", NEW."id", NEW."is_active", NEW."is_additive", NEW."is_example", NEW."kind", NEW."largest", NEW."name", NEW."name_es", NEW."name_pt", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."slug", NEW."source", NEW."track_id", NEW."unit", NEW."unit_es", NEW."unit_pt"); RETURN NULL;',
                            hash="ad0c76ff0fe1f4e4392e7cbc66e991a94784e2a6",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b1655",
                            table="trainings_indicator",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "indicator",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "trainings_indicatorevent" ("computation", "direction", "guidance", "guidance_es", "guidance_pt", "id", "is_active", "is_additive", "is_example", "kind", "largest", "name", "name_es", "name_pt", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug", "source", "track_id", "unit", "unit_es", "unit_pt") VALUES (OLD."computation", OLD."direction", OLD."guidance", OLD."guidance_es", OLD."guidance_pt", OLD."id", OLD."is_active", OLD."is_additive", OLD."is_example", OLD."kind", OLD."largest", OLD."name", OLD."name_es", OLD."name_pt", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."slug", OLD."source", OLD."track_id", OLD."unit", OLD."unit_es", OLD."unit_pt"); RETURN NULL;',
                            hash="25a2fceeb9b519643672f96164f96b8fa5af548d",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f296d",
                            table="trainings_indicator",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "trackevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="6b656db06fb344de124a419254d17cf34c89082d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_60087",
                            table="trainings_trackevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "trackreach",
                    pgtrigger.compiler.Trigger(
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
                (
                    "trackreach",
                    pgtrigger.compiler.Trigger(
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
                (
                    "trackreach",
                    pgtrigger.compiler.Trigger(
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
                (
                    "trackreach",
                    pgtrigger.compiler.Trigger(
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
                (
                    "trackreachevent",
                    pgtrigger.compiler.Trigger(
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
                (
                    "scoreevent",
                    pgtrigger.compiler.Trigger(
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
                (
                    "score",
                    pgtrigger.compiler.Trigger(
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
                (
                    "score",
                    pgtrigger.compiler.Trigger(
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
                (
                    "score",
                    pgtrigger.compiler.Trigger(
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
                (
                    "score",
                    pgtrigger.compiler.Trigger(
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
                (
                    "score",
                    pgtrigger.compiler.Trigger(
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
                (
                    "score",
                    pgtrigger.compiler.Trigger(
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
                (
                    "followupvisitevent",
                    pgtrigger.compiler.Trigger(
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
                (
                    "followupvisit",
                    pgtrigger.compiler.Trigger(
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
                (
                    "followupvisit",
                    pgtrigger.compiler.Trigger(
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
                (
                    "followupvisit",
                    pgtrigger.compiler.Trigger(
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
                (
                    "followupvisit",
                    pgtrigger.compiler.Trigger(
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
                (
                    "followupvisit",
                    pgtrigger.compiler.Trigger(
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
                (
                    "followupvisit",
                    pgtrigger.compiler.Trigger(
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
                (
                    "followupvisit",
                    pgtrigger.compiler.Trigger(
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
                (
                    "countedtraining",
                    pgtrigger.compiler.Trigger(
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
                (
                    "trainingevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="9a2a36b2058aed226fa7a8da21a16fe93805205d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_787e4",
                            table="trainings_trainingevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "trainingfile",
                    pgtrigger.compiler.Trigger(
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
                (
                    "trainingfile",
                    pgtrigger.compiler.Trigger(
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
                (
                    "trainingfile",
                    pgtrigger.compiler.Trigger(
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
                (
                    "trainingfile",
                    pgtrigger.compiler.Trigger(
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
                (
                    "trainingfileevent",
                    pgtrigger.compiler.Trigger(
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
                (
                    "traininginvitation",
                    pgtrigger.compiler.Trigger(
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
                (
                    "traininginvitation",
                    pgtrigger.compiler.Trigger(
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
                (
                    "traininginvitation",
                    pgtrigger.compiler.Trigger(
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
                (
                    "traininginvitation",
                    pgtrigger.compiler.Trigger(
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
                (
                    "traininginvitationevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c58d8e701db80a6eae465a4fb93c6bfe961a88d5",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_82a82",
                            table="trainings_traininginvitationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "trainingmodule",
                    pgtrigger.compiler.Trigger(
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
                (
                    "trainingmodule",
                    pgtrigger.compiler.Trigger(
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
                (
                    "trainingmodule",
                    pgtrigger.compiler.Trigger(
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
                (
                    "trainingmoduleevent",
                    pgtrigger.compiler.Trigger(
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
                (
                    "trainingsession",
                    pgtrigger.compiler.Trigger(
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
                (
                    "trainingsession",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "trainings_trainingsessionevent" ("held_on", "hours", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "training_id") VALUES (NEW."held_on", NEW."hours", NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."training_id"); RETURN NULL;',
                            hash="fa7ce204a29354e4d25e5e3dd18d86079d80fc93",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b1043",
                            table="trainings_trainingsession",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "trainingsession",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "trainings_trainingsessionevent" ("held_on", "hours", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "training_id") VALUES (NEW."held_on", NEW."hours", NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."training_id"); RETURN NULL;',
                            hash="581b3c0a9fb0db766411d2f2310446ab62f0c398",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2ed5c",
                            table="trainings_trainingsession",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "trainingsession",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "trainings_trainingsessionevent" ("held_on", "hours", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "training_id") VALUES (OLD."held_on", OLD."hours", OLD."id", OLD."is_example", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."training_id"); RETURN NULL;',
                            hash="daae28a7c3886eab993cdd94915741685a77fffa",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_8ec92",
                            table="trainings_trainingsession",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "headcountevent",
                    pgtrigger.compiler.Trigger(
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
                (
                    "headcount",
                    pgtrigger.compiler.Trigger(
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
                (
                    "headcount",
                    pgtrigger.compiler.Trigger(
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
                (
                    "headcount",
                    pgtrigger.compiler.Trigger(
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
                (
                    "headcount",
                    pgtrigger.compiler.Trigger(
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
                (
                    "headcount",
                    pgtrigger.compiler.Trigger(
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
                (
                    "attendanceevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="bfa7470deb0c18cd734ad524f33b93779a9ccf18",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_4f025",
                            table="trainings_attendanceevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "attendance",
                    pgtrigger.compiler.Trigger(
                        name="attendance_same_cooperative",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.member_id IS NOT NULL AND (SELECT cooperative_id FROM cooperatives_member WHERE id = NEW.member_id) <> NEW.cooperative_id) THEN RAISE EXCEPTION 'attendance_same_cooperative' USING ERRCODE = 'check_violation', CONSTRAINT = 'attendance_same_cooperative'; END IF; RETURN NEW;",
                            hash="79ae2a56bddcc011273391b3222858c5fa4b5efd",
                            operation='INSERT OR UPDATE OF "member_id", "cooperative_id"',
                            pgid="pgtrigger_attendance_same_cooperative_e05b8",
                            table="trainings_attendance",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "attendance",
                    pgtrigger.compiler.Trigger(
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
                (
                    "attendance",
                    pgtrigger.compiler.Trigger(
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
                (
                    "attendance",
                    pgtrigger.compiler.Trigger(
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
                (
                    "attendance",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "trainings_attendanceevent" ("cooperative_id", "id", "is_example", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id") VALUES (NEW."cooperative_id", NEW."id", NEW."is_example", NEW."member_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."session_id"); RETURN NULL;',
                            hash="f93be6a8e7fc11dcb3fe8648bef41e238d3b50d7",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_54fd8",
                            table="trainings_attendance",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "attendance",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "trainings_attendanceevent" ("cooperative_id", "id", "is_example", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id") VALUES (NEW."cooperative_id", NEW."id", NEW."is_example", NEW."member_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."session_id"); RETURN NULL;',
                            hash="a7c4729dc889fcdfb5c0ace1e880049722a2a1ea",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_51899",
                            table="trainings_attendance",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "attendance",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "trainings_attendanceevent" ("cooperative_id", "id", "is_example", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id") VALUES (OLD."cooperative_id", OLD."id", OLD."is_example", OLD."member_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."session_id"); RETURN NULL;',
                            hash="b1755e58f5e8c6d13c96e41f6d87d3f1806be3d5",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_ee006",
                            table="trainings_attendance",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "countedsession",
                    pgtrigger.compiler.Trigger(
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
                (
                    "trainingsessionevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f22b457dae968ef187f9bb4fcde01cfa86cd47e0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a1a3b",
                            table="trainings_trainingsessionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "trainingtrainer",
                    pgtrigger.compiler.Trigger(
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
                (
                    "trainingtrainer",
                    pgtrigger.compiler.Trigger(
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
                (
                    "trainingtrainer",
                    pgtrigger.compiler.Trigger(
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
                (
                    "training",
                    pgtrigger.compiler.Trigger(
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
                (
                    "training",
                    pgtrigger.compiler.Trigger(
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
                (
                    "training",
                    pgtrigger.compiler.Trigger(
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
                (
                    "training",
                    pgtrigger.compiler.Trigger(
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
                (
                    "training",
                    pgtrigger.compiler.Trigger(
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
                (
                    "training",
                    pgtrigger.compiler.Trigger(
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
                (
                    "trainingtrainerevent",
                    pgtrigger.compiler.Trigger(
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
            ],
        ),
    ]
