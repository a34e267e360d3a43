import uuid

import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.comparison
import django.db.models.functions.datetime
import django.db.models.lookups
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cooperatives", "0003_people_who_take_part"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("trainings", "0003_trainings_and_people"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CooperativeMilestone",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
            ],
            options={
                "verbose_name": "milestone of a co-op",
                "verbose_name_plural": "milestones of co-ops",
                "ordering": ("cooperative", "milestone"),
            },
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("file", models.FileField(max_length=200, upload_to="evidence/%Y/%m/", verbose_name="file")),
                ("original_name", models.CharField(max_length=160, verbose_name="name of the file")),
                ("content_type", models.CharField(max_length=40, verbose_name="type")),
                ("size", models.PositiveIntegerField(verbose_name="size (bytes)")),
                ("sha256", models.CharField(max_length=64, verbose_name="fingerprint")),
                ("uploaded_at", models.DateTimeField(verbose_name="uploaded at")),
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
            name="Indicator",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="largest value possible"
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
                    "track",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="indicators",
                        to="trainings.track",
                        verbose_name="track",
                    ),
                ),
            ],
            options={
                "verbose_name": "indicator",
                "verbose_name_plural": "indicators",
                "ordering": ("track", "position", "pk"),
            },
        ),
        migrations.CreateModel(
            name="IndicatorBaseline",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
            },
        ),
        migrations.CreateModel(
            name="IndicatorBaselineEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
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
            name="IndicatorEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
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
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="largest value possible"
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
        migrations.CreateModel(
            name="IndicatorTarget",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
            },
        ),
        migrations.CreateModel(
            name="IndicatorTargetEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
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
            name="Measurement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("unrecorded", models.PositiveIntegerField(blank=True, null=True, verbose_name="sex not recorded")),
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
            },
        ),
        migrations.CreateModel(
            name="EvidenceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ("file", models.FileField(max_length=200, upload_to="evidence/%Y/%m/", verbose_name="file")),
                ("original_name", models.CharField(max_length=160, verbose_name="name of the file")),
                ("content_type", models.CharField(max_length=40, verbose_name="type")),
                ("size", models.PositiveIntegerField(verbose_name="size (bytes)")),
                ("sha256", models.CharField(max_length=64, verbose_name="fingerprint")),
                ("uploaded_at", models.DateTimeField(verbose_name="uploaded at")),
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
        migrations.CreateModel(
            name="MeasurementEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
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
                ("unrecorded", models.PositiveIntegerField(blank=True, null=True, verbose_name="sex not recorded")),
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
            name="Milestone",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                (
                    "track",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="milestones",
                        to="trainings.track",
                        verbose_name="track",
                    ),
                ),
            ],
            options={
                "verbose_name": "milestone",
                "verbose_name_plural": "milestones",
                "ordering": ("track", "position", "pk"),
            },
        ),
        migrations.CreateModel(
            name="CooperativeMilestoneEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
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
            name="MilestoneEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
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
        migrations.AddField(
            model_name="cooperativemilestone",
            name="milestone",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="cooperative_milestones",
                to="trainings.milestone",
                verbose_name="milestone",
            ),
        ),
        migrations.AddIndex(
            model_name="cooperativemilestone",
            index=models.Index(fields=["cooperative", "due_on"], name="milestone_by_cooperative"),
        ),
        migrations.AddConstraint(
            model_name="indicatorbaseline",
            constraint=models.UniqueConstraint(
                fields=("indicator", "cooperative"),
                name="baseline_once",
                violation_error_message="This co-op already has a baseline.",
            ),
        ),
        migrations.AddConstraint(
            model_name="indicatorbaseline",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="indicatorbaseline",
            constraint=models.CheckConstraint(
                condition=models.Q(("value__gte", 0)),
                name="baseline_value",
                violation_error_message="A baseline is zero or more.",
            ),
        ),
        migrations.AddConstraint(
            model_name="indicatorbaseline",
            constraint=models.CheckConstraint(
                condition=models.Q(("source", ""), _negated=True),
                name="baseline_source",
                violation_error_message="Say where the value comes from.",
            ),
        ),
        migrations.AddConstraint(
            model_name="indicatortarget",
            constraint=models.UniqueConstraint(
                fields=("indicator", "year", "cooperative"),
                name="target_once_a_cooperative",
                violation_error_message="This co-op already has a target for the year.",
            ),
        ),
        migrations.AddConstraint(
            model_name="indicatortarget",
            constraint=models.UniqueConstraint(
                fields=("indicator", "year", "programme"),
                name="target_once_a_programme",
                violation_error_message="This programme already has a target for the year.",
            ),
        ),
        migrations.AddConstraint(
            model_name="indicatortarget",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("cooperative__isnull", True), ("programme__isnull", False)),
                    models.Q(("cooperative__isnull", False), ("programme__isnull", True)),
                    _connector="OR",
                ),
                name="target_of_one",
                violation_error_message="A target belongs to a co-op or to a programme, to one of the two.",
            ),
        ),
        migrations.AddConstraint(
            model_name="indicatortarget",
            constraint=models.CheckConstraint(
                condition=models.Q(("value__isnull", True), ("value__gte", 0), _connector="OR"),
                name="target_value",
                violation_error_message="A target is zero or more.",
            ),
        ),
        migrations.AddConstraint(
            model_name="indicatortarget",
            constraint=models.CheckConstraint(
                condition=models.Q(("year__range", (1990, 2100))),
                name="target_year",
                violation_error_message="A year has four digits, such as 2014.",
            ),
        ),
        migrations.AddConstraint(
            model_name="measurement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "accepted")),
                fields=("cooperative", "indicator", "year"),
                name="measurement_one_accepted",
                violation_error_message="There is an accepted value for this year. Enter a correction of it.",
            ),
        ),
        migrations.AddConstraint(
            model_name="measurement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("entered", "returned"))),
                fields=("cooperative", "indicator", "year"),
                name="measurement_one_open",
                violation_error_message="A value for this year is already entered. Correct that one.",
            ),
        ),
        migrations.AddConstraint(
            model_name="measurement",
            constraint=models.CheckConstraint(
                condition=models.Q(("year__range", (1990, 2100))),
                name="measurement_year",
                violation_error_message="A year has four digits, such as 2014.",
            ),
        ),
        migrations.AddConstraint(
            model_name="measurement",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="measurement",
            constraint=models.CheckConstraint(
                condition=models.Q(("value__isnull", True), ("value__gte", 0), _connector="OR"),
                name="measurement_value",
                violation_error_message="A value is zero or more.",
            ),
        ),
        migrations.AddConstraint(
            model_name="measurement",
            constraint=models.CheckConstraint(
                condition=models.Q(("value__isnull", False), models.Q(("note", ""), _negated=True), _connector="OR"),
                name="measurement_says_why_not",
                violation_error_message="Say why it was not measured.",
            ),
        ),
        migrations.AddConstraint(
            model_name="measurement",
            constraint=models.CheckConstraint(
                condition=models.Q(("source", ""), _negated=True),
                name="measurement_source",
                violation_error_message="Say where the value comes from.",
            ),
        ),
        migrations.AddConstraint(
            model_name="measurement",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="measurement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("accepted_at__isnull", False), ("state__in", ("accepted", "superseded"))),
                    models.Q(("accepted_at__isnull", True), ("state__in", ("entered", "returned"))),
                    _connector="OR",
                ),
                name="measurement_accepted_state",
                violation_error_message="An accepted value says when it was accepted and by whom.",
            ),
        ),
        migrations.AddConstraint(
            model_name="measurement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("accepted_by__isnull", True),
                    models.Q(("accepted_by", models.F("entered_by")), _negated=True),
                    _connector="OR",
                ),
                name="measurement_second_person",
                violation_error_message="Another person has to accept it than the one who entered it.",
            ),
        ),
        migrations.AddConstraint(
            model_name="measurement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "returned"), _negated=True),
                    models.Q(("returned_at__isnull", False), models.Q(("returned_reason", ""), _negated=True)),
                    _connector="OR",
                ),
                name="measurement_returned_reason",
                violation_error_message="Say what needs to be corrected.",
            ),
        ),
        migrations.AddConstraint(
            model_name="measurement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("accepted_at__isnull", True), ("accepted_by__isnull", True)),
                    models.Q(("accepted_at__isnull", False), ("accepted_by__isnull", False)),
                    _connector="OR",
                ),
                name="measurement_accepted",
                violation_error_message="Who and when are recorded together, or not at all.",
            ),
        ),
        migrations.AddConstraint(
            model_name="measurement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("returned_at__isnull", True), ("returned_by__isnull", True)),
                    models.Q(("returned_at__isnull", False), ("returned_by__isnull", False)),
                    _connector="OR",
                ),
                name="measurement_returned",
                violation_error_message="Who and when are recorded together, or not at all.",
            ),
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
            model_name="cooperativemilestone",
            constraint=models.UniqueConstraint(
                fields=("cooperative", "milestone"),
                name="cooperative_milestone_once",
                violation_error_message="This milestone is already recorded for the co-op.",
            ),
        ),
        migrations.AddConstraint(
            model_name="cooperativemilestone",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="cooperativemilestone",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("reached_on__isnull", True), ("reported_at__isnull", True), ("reported_by__isnull", True)
                    ),
                    models.Q(
                        ("reached_on__isnull", False), ("reported_at__isnull", False), ("reported_by__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="cooperative_milestone_reported",
                violation_error_message="Who and when are recorded together, or not at all.",
            ),
        ),
        migrations.AddConstraint(
            model_name="cooperativemilestone",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("accepted_at__isnull", True), ("accepted_by__isnull", True)),
                    models.Q(("accepted_at__isnull", False), ("accepted_by__isnull", False)),
                    _connector="OR",
                ),
                name="cooperative_milestone_accepted",
                violation_error_message="Who and when are recorded together, or not at all.",
            ),
        ),
        migrations.AddConstraint(
            model_name="cooperativemilestone",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("returned_at__isnull", True), ("returned_by__isnull", True)),
                    models.Q(("returned_at__isnull", False), ("returned_by__isnull", False)),
                    _connector="OR",
                ),
                name="cooperative_milestone_returned",
                violation_error_message="Who and when are recorded together, or not at all.",
            ),
        ),
        migrations.AddConstraint(
            model_name="cooperativemilestone",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("not_applicable_at__isnull", True), ("not_applicable_by__isnull", True)),
                    models.Q(("not_applicable_at__isnull", False), ("not_applicable_by__isnull", False)),
                    _connector="OR",
                ),
                name="cooperative_milestone_set_aside",
                violation_error_message="Who and when are recorded together, or not at all.",
            ),
        ),
        migrations.AddConstraint(
            model_name="cooperativemilestone",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("reached_on__isnull", True), models.Q(("evidence", ""), _negated=True), _connector="OR"
                ),
                name="cooperative_milestone_evidence",
                violation_error_message="Say how one can see that the milestone was reached.",
            ),
        ),
        migrations.AddConstraint(
            model_name="cooperativemilestone",
            constraint=models.CheckConstraint(
                condition=models.Q(("accepted_at__isnull", True), ("reached_on__isnull", False), _connector="OR"),
                name="cooperative_milestone_accepted_when_reached",
                violation_error_message="Only a milestone that was reached can be accepted.",
            ),
        ),
        migrations.AddConstraint(
            model_name="cooperativemilestone",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("accepted_by__isnull", True),
                    models.Q(("accepted_by", models.F("reported_by")), _negated=True),
                    _connector="OR",
                ),
                name="cooperative_milestone_second_person",
                violation_error_message="Another person has to accept it than the one who reported it.",
            ),
        ),
        migrations.AddConstraint(
            model_name="cooperativemilestone",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("not_applicable_at__isnull", True), ("not_applicable_reason", "")),
                    models.Q(
                        ("not_applicable_at__isnull", False), models.Q(("not_applicable_reason", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="cooperative_milestone_set_aside_reason",
                violation_error_message="A milestone that does not apply needs a reason.",
            ),
        ),
        migrations.AddConstraint(
            model_name="cooperativemilestone",
            constraint=models.CheckConstraint(
                condition=models.Q(("not_applicable_at__isnull", True), ("reached_on__isnull", True), _connector="OR"),
                name="cooperative_milestone_set_aside_or_reached",
                violation_error_message="A milestone that was reached applies.",
            ),
        ),
        migrations.AddConstraint(
            model_name="cooperativemilestone",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("returned_at__isnull", True), models.Q(("returned_reason", ""), _negated=True), _connector="OR"
                ),
                name="cooperative_milestone_returned_reason",
                violation_error_message="Say what is missing.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="indicator",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="indicator",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="indicator",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="indicator",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="indicatorbaseline",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="indicatorbaseline",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="indicatorbaseline",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="indicatorbaselineevent",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="indicatorevent",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="indicatortarget",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="indicatortarget",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="indicatortarget",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="indicatortargetevent",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="measurement",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="measurement",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="measurement",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="measurement",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="measurement",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="measurement",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="measurement",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="measurement",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="measurement",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="measurement",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="measurement",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="evidenceevent",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="measurementevent",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="milestone",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="milestone",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="milestone",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="cooperativemilestoneevent",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="cooperativemilestone",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="cooperativemilestone",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="cooperativemilestone",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="cooperativemilestone",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="cooperativemilestone",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="cooperativemilestone",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="milestoneevent",
            trigger=pgtrigger.compiler.Trigger(
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
    ]
