import uuid
from decimal import Decimal

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.datetime
import django.db.models.lookups
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import certification.models.standards
import config.new_tables


class Migration(migrations.Migration):
    replaces = [
        ("certification", "0001_certificates"),
        ("certification", "0002_dates_say_their_precision"),
        ("certification", "0003_standards_audits_and_files"),
        ("certification", "0004_history_by_time"),
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
                    name="Certifier",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("slug", models.SlugField(unique=True, verbose_name="short key")),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        ("note", models.TextField(blank=True, verbose_name="note")),
                        ("note_es", models.TextField(blank=True, verbose_name="note in Spanish")),
                        ("note_pt", models.TextField(blank=True, verbose_name="note in Portuguese")),
                        ("source", models.TextField(blank=True, verbose_name="source")),
                    ],
                    options={
                        "verbose_name": "certifier",
                        "verbose_name_plural": "certifiers",
                        "ordering": ("name", "pk"),
                    },
                ),
                migrations.CreateModel(
                    name="Correspondence",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("note", models.TextField(blank=True, verbose_name="note")),
                        ("source", models.TextField(blank=True, verbose_name="source")),
                    ],
                    options={
                        "verbose_name": "correspondence of criteria",
                        "verbose_name_plural": "correspondences of criteria",
                        "ordering": ("criterion", "earlier"),
                    },
                ),
                migrations.CreateModel(
                    name="Section",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("number", models.CharField(max_length=20, verbose_name="number")),
                        ("title", models.CharField(max_length=160, verbose_name="title")),
                        ("title_es", models.CharField(blank=True, max_length=160, verbose_name="title in Spanish")),
                        ("title_pt", models.CharField(blank=True, max_length=160, verbose_name="title in Portuguese")),
                        ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                        ("source", models.TextField(blank=True, verbose_name="source")),
                        (
                            "confidence",
                            models.CharField(
                                blank=True,
                                choices=[("high", "high"), ("medium", "medium"), ("low", "low")],
                                max_length=6,
                                verbose_name="confidence",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "section of a standard",
                        "verbose_name_plural": "sections of standards",
                        "ordering": ("version", "position", "pk"),
                    },
                ),
                migrations.CreateModel(
                    name="Assessment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("self", "self-assessment"),
                                    ("initial", "initial audit"),
                                    ("surveillance", "surveillance audit"),
                                    ("confirmation", "confirmation audit"),
                                    ("follow-up", "follow-up audit"),
                                    ("renewal", "renewal audit"),
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
                                    ("open", "open"),
                                    ("submitted", "submitted"),
                                    ("returned", "returned"),
                                    ("reviewed", "reviewed"),
                                    ("held", "held"),
                                    ("cancelled", "cancelled"),
                                ],
                                max_length=9,
                                verbose_name="state",
                            ),
                        ),
                        ("planned_on", models.DateField(blank=True, null=True, verbose_name="planned for")),
                        ("started_on", models.DateField(blank=True, null=True, verbose_name="started")),
                        ("ended_on", models.DateField(blank=True, null=True, verbose_name="ended")),
                        ("auditor", models.CharField(blank=True, max_length=120, verbose_name="auditor")),
                        (
                            "days",
                            models.DecimalField(
                                blank=True, decimal_places=1, max_digits=4, null=True, verbose_name="days on site"
                            ),
                        ),
                        (
                            "sample_members",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="members in the sample"),
                        ),
                        ("sample", models.TextField(blank=True, verbose_name="sample: sites and members")),
                        (
                            "closing_report_on",
                            models.DateField(blank=True, null=True, verbose_name="closing report signed"),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="note")),
                        ("opened_at", models.DateTimeField(editable=False, verbose_name="recorded at")),
                        (
                            "submitted_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="submitted at"),
                        ),
                        (
                            "returned_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="returned at"),
                        ),
                        ("returned_reason", models.TextField(blank=True, verbose_name="why it was returned")),
                        (
                            "closed_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="reviewed or closed at"
                            ),
                        ),
                        ("closed_note", models.TextField(blank=True, verbose_name="word of who reviewed or closed it")),
                        (
                            "closed_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="reviewed or closed by",
                            ),
                        ),
                        (
                            "cooperative",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assessments",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "opened_by",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="recorded by",
                            ),
                        ),
                        (
                            "returned_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="returned by",
                            ),
                        ),
                        (
                            "submitted_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="submitted by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "audit or self-assessment",
                        "verbose_name_plural": "audits and self-assessments",
                        "ordering": (
                            "file",
                            models.OrderBy(models.F("started_on"), descending=True, nulls_first=True),
                            "-pk",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="Answer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("complies", models.BooleanField(blank=True, null=True, verbose_name="complies")),
                        ("rank", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="rank")),
                        ("is_not_applicable", models.BooleanField(default=False, verbose_name="not applicable")),
                        ("comment", models.TextField(blank=True, verbose_name="comment")),
                        ("answered_at", models.DateTimeField(verbose_name="answered at")),
                        (
                            "answered_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="answered by",
                            ),
                        ),
                        (
                            "cooperative",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "assessment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answers",
                                to="certification.assessment",
                                verbose_name="audit or self-assessment",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "answer to a criterion",
                        "verbose_name_plural": "answers to criteria",
                        "ordering": ("assessment", "criterion"),
                    },
                ),
                migrations.CreateModel(
                    name="Certificate",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("number", models.CharField(blank=True, max_length=40, verbose_name="number")),
                        ("scope", models.TextField(blank=True, verbose_name="what it covers")),
                        ("valid_from_on", models.DateField(blank=True, null=True, verbose_name="valid from")),
                        (
                            "valid_from_precision",
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
                        ("valid_until_on", models.DateField(blank=True, null=True, verbose_name="valid until")),
                        ("source", models.TextField(blank=True, verbose_name="source")),
                        (
                            "confidence",
                            models.CharField(
                                blank=True,
                                choices=[("high", "high"), ("medium", "medium"), ("low", "low")],
                                max_length=6,
                                verbose_name="confidence",
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="note")),
                        ("note_es", models.TextField(blank=True, verbose_name="note in Spanish")),
                        ("note_pt", models.TextField(blank=True, verbose_name="note in Portuguese")),
                        (
                            "cooperative",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="certificates",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "scheme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="certificates",
                                to="cooperatives.scheme",
                                verbose_name="scheme",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "certificate",
                        "verbose_name_plural": "certificates",
                        "ordering": (models.OrderBy(models.F("valid_from_on"), descending=True, nulls_last=True), "pk"),
                    },
                ),
                migrations.CreateModel(
                    name="CertificationFile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        (
                            "certifier_reference",
                            models.CharField(
                                blank=True, max_length=40, verbose_name="the certifier's number for the co-op"
                            ),
                        ),
                        ("products", models.CharField(blank=True, max_length=240, verbose_name="products and forms")),
                        (
                            "scope",
                            models.TextField(blank=True, verbose_name="who is covered: member organisations and sites"),
                        ),
                        ("year_zero_on", models.DateField(blank=True, null=True, verbose_name="first certified on")),
                        ("cycle_starts_on", models.DateField(blank=True, null=True, verbose_name="cycle from")),
                        ("cycle_ends_on", models.DateField(blank=True, null=True, verbose_name="cycle to")),
                        (
                            "state",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("enquiry", "enquiry"),
                                    ("preparation", "self-assessment"),
                                    ("application", "application"),
                                    ("audit", "audit"),
                                    ("correction", "corrective measures"),
                                    ("decision", "decision"),
                                    ("certified", "certified"),
                                    ("suspended", "suspended"),
                                    ("decertified", "decertified"),
                                    ("denied", "denied"),
                                    ("withdrawn", "withdrawn"),
                                ],
                                db_default="",
                                default="",
                                editable=False,
                                max_length=12,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "since_on",
                            models.DateField(blank=True, editable=False, null=True, verbose_name="in this state since"),
                        ),
                        (
                            "since_precision",
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
                                editable=False,
                                max_length=5,
                                verbose_name="date known to the",
                            ),
                        ),
                        (
                            "is_historic",
                            models.BooleanField(
                                default=False,
                                help_text="Known from a source, with parts not recorded.",
                                verbose_name="historic",
                            ),
                        ),
                        ("source", models.TextField(blank=True, verbose_name="source")),
                        (
                            "confidence",
                            models.CharField(
                                blank=True,
                                choices=[("high", "high"), ("medium", "medium"), ("low", "low")],
                                max_length=6,
                                verbose_name="confidence",
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="note")),
                        ("note_es", models.TextField(blank=True, verbose_name="note in Spanish")),
                        ("note_pt", models.TextField(blank=True, verbose_name="note in Portuguese")),
                        (
                            "cooperative",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="certification_files",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "scheme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="certification_files",
                                to="cooperatives.scheme",
                                verbose_name="scheme",
                            ),
                        ),
                        (
                            "certifier",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="files",
                                to="certification.certifier",
                                verbose_name="certifier",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "certification file",
                        "verbose_name_plural": "certification files",
                        "ordering": ("cooperative", "scheme", "pk"),
                    },
                ),
                migrations.CreateModel(
                    name="CertificateEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("number", models.CharField(blank=True, max_length=40, verbose_name="number")),
                        ("scope", models.TextField(blank=True, verbose_name="what it covers")),
                        ("valid_from_on", models.DateField(blank=True, null=True, verbose_name="valid from")),
                        (
                            "valid_from_precision",
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
                        ("valid_until_on", models.DateField(blank=True, null=True, verbose_name="valid until")),
                        ("source", models.TextField(blank=True, verbose_name="source")),
                        (
                            "confidence",
                            models.CharField(
                                blank=True,
                                choices=[("high", "high"), ("medium", "medium"), ("low", "low")],
                                max_length=6,
                                verbose_name="confidence",
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="note")),
                        ("note_es", models.TextField(blank=True, verbose_name="note in Spanish")),
                        ("note_pt", models.TextField(blank=True, verbose_name="note in Portuguese")),
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
                                to="certification.certificate",
                            ),
                        ),
                        (
                            "scheme",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cooperatives.scheme",
                                verbose_name="scheme",
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="certification.certificationfile",
                                verbose_name="certification file",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="certificate",
                    name="file",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="certificates",
                        to="certification.certificationfile",
                        verbose_name="certification file",
                    ),
                ),
                migrations.AddField(
                    model_name="assessment",
                    name="file",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assessments",
                        to="certification.certificationfile",
                        verbose_name="certification file",
                    ),
                ),
                migrations.CreateModel(
                    name="CertifierEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("slug", models.SlugField(db_index=False, verbose_name="short key")),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        ("note", models.TextField(blank=True, verbose_name="note")),
                        ("note_es", models.TextField(blank=True, verbose_name="note in Spanish")),
                        ("note_pt", models.TextField(blank=True, verbose_name="note in Portuguese")),
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
                                to="certification.certifier",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Criterion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("code", models.CharField(blank=True, max_length=30, verbose_name="the certifier's number")),
                        ("text", models.TextField(verbose_name="topic in own words")),
                        ("text_es", models.TextField(blank=True, verbose_name="topic in Spanish")),
                        ("text_pt", models.TextField(blank=True, verbose_name="topic in Portuguese")),
                        (
                            "kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("core", "core"),
                                    ("major", "major"),
                                    ("development", "development"),
                                    ("voluntary", "voluntary"),
                                    ("minimum", "minimum"),
                                    ("progress", "progress"),
                                ],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "due_year",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Years after the first certification.",
                                null=True,
                                verbose_name="due in year",
                            ),
                        ),
                        (
                            "answer_type",
                            models.CharField(
                                choices=[("complies", "complies: yes or no"), ("rank", "rank from 1 to 5")],
                                default="complies",
                                max_length=8,
                                verbose_name="answered by",
                            ),
                        ),
                        (
                            "is_topic_level",
                            models.BooleanField(
                                default=False,
                                help_text="Not a requirement of its own: confirm with the certifier's list.",
                                verbose_name="topic only",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                        ("source", models.TextField(blank=True, verbose_name="source")),
                        (
                            "confidence",
                            models.CharField(
                                blank=True,
                                choices=[("high", "high"), ("medium", "medium"), ("low", "low")],
                                max_length=6,
                                verbose_name="confidence",
                            ),
                        ),
                        (
                            "corresponds_to",
                            models.ManyToManyField(
                                blank=True,
                                related_name="later_criteria",
                                through="certification.Correspondence",
                                through_fields=("criterion", "earlier"),
                                to="certification.criterion",
                                verbose_name="corresponds to, in an earlier version",
                            ),
                        ),
                        (
                            "section",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="criteria",
                                to="certification.section",
                                verbose_name="section",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "criterion",
                        "verbose_name_plural": "criteria",
                        "ordering": ("version", "section__position", "position", "pk"),
                    },
                ),
                migrations.CreateModel(
                    name="CorrespondenceEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("note", models.TextField(blank=True, verbose_name="note")),
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
                                to="certification.correspondence",
                            ),
                        ),
                        (
                            "criterion",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="certification.criterion",
                                verbose_name="criterion",
                            ),
                        ),
                        (
                            "earlier",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="certification.criterion",
                                verbose_name="earlier criterion",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="correspondence",
                    name="criterion",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="correspondences",
                        to="certification.criterion",
                        verbose_name="criterion",
                    ),
                ),
                migrations.AddField(
                    model_name="correspondence",
                    name="earlier",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="later_correspondences",
                        to="certification.criterion",
                        verbose_name="earlier criterion",
                    ),
                ),
                migrations.CreateModel(
                    name="AnswerEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("complies", models.BooleanField(blank=True, null=True, verbose_name="complies")),
                        ("rank", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="rank")),
                        ("is_not_applicable", models.BooleanField(default=False, verbose_name="not applicable")),
                        ("comment", models.TextField(blank=True, verbose_name="comment")),
                        ("answered_at", models.DateTimeField(verbose_name="answered at")),
                        (
                            "answered_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="answered by",
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
                                to="certification.answer",
                            ),
                        ),
                        (
                            "assessment",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="certification.assessment",
                                verbose_name="audit or self-assessment",
                            ),
                        ),
                        (
                            "criterion",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="certification.criterion",
                                verbose_name="criterion",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="answer",
                    name="criterion",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="certification.criterion",
                        verbose_name="criterion",
                    ),
                ),
                migrations.CreateModel(
                    name="NonConformity",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("finding", models.TextField(verbose_name="finding")),
                        (
                            "severity",
                            models.CharField(
                                choices=[("major", "major"), ("minor", "minor")], max_length=5, verbose_name="severity"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "open"),
                                    ("proposed", "measure proposed"),
                                    ("submitted", "evidence submitted"),
                                    ("returned", "returned"),
                                    ("verified", "verified"),
                                    ("closed", "closed"),
                                    ("voided", "voided"),
                                ],
                                default="open",
                                max_length=9,
                                verbose_name="state",
                            ),
                        ),
                        ("found_on", models.DateField(verbose_name="found on")),
                        ("due_on", models.DateField(verbose_name="due")),
                        ("extended_to_on", models.DateField(blank=True, null=True, verbose_name="extended to")),
                        (
                            "extended_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="extended at"),
                        ),
                        ("extended_reason", models.TextField(blank=True, verbose_name="why it was extended")),
                        ("measure", models.TextField(blank=True, verbose_name="corrective measure")),
                        (
                            "responsible_name",
                            models.CharField(
                                blank=True,
                                help_text="For somebody who doesn't sign in here.",
                                max_length=120,
                                verbose_name="responsible, by name",
                            ),
                        ),
                        ("evidence", models.TextField(blank=True, verbose_name="what the evidence shows")),
                        ("raised_at", models.DateTimeField(editable=False, verbose_name="raised at")),
                        (
                            "proposed_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="proposed at"),
                        ),
                        (
                            "submitted_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="submitted at"),
                        ),
                        (
                            "returned_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="returned at"),
                        ),
                        ("returned_reason", models.TextField(blank=True, verbose_name="why it was returned")),
                        (
                            "verified_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="verified at"),
                        ),
                        ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed on")),
                        (
                            "closed_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="closed at"),
                        ),
                        ("closed_note", models.TextField(blank=True, verbose_name="word of who closed or voided it")),
                        (
                            "assessment",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="non_conformities",
                                to="certification.assessment",
                                verbose_name="audit or self-assessment",
                            ),
                        ),
                        (
                            "closed_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="closed by",
                            ),
                        ),
                        (
                            "cooperative",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="non_conformities",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "criterion",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="non_conformities",
                                to="certification.criterion",
                                verbose_name="criterion",
                            ),
                        ),
                        (
                            "extended_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="extended by",
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="non_conformities",
                                to="certification.certificationfile",
                                verbose_name="certification file",
                            ),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="proposed by",
                            ),
                        ),
                        (
                            "raised_by",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="raised by",
                            ),
                        ),
                        (
                            "responsible",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="corrective_measures",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="responsible person",
                            ),
                        ),
                        (
                            "returned_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="returned by",
                            ),
                        ),
                        (
                            "submitted_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="submitted by",
                            ),
                        ),
                        (
                            "verified_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="verified by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "non-conformity",
                        "verbose_name_plural": "non-conformities",
                        "ordering": (django.db.models.functions.comparison.Coalesce("extended_to_on", "due_on"), "pk"),
                        "indexes": [
                            models.Index(fields=["cooperative", "state"], name="non_conformity_by_state"),
                            models.Index(fields=["file", "severity", "state"], name="non_conformity_by_file"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("extended_at__isnull", True), ("extended_by__isnull", True)),
                                    models.Q(("extended_at__isnull", False), ("extended_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="non_conformity_extended",
                                violation_error_message="Who and when are recorded together, or not at all.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("proposed_at__isnull", True), ("proposed_by__isnull", True)),
                                    models.Q(("proposed_at__isnull", False), ("proposed_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="non_conformity_proposed",
                                violation_error_message="Who and when are recorded together, or not at all.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("submitted_at__isnull", True), ("submitted_by__isnull", True)),
                                    models.Q(("submitted_at__isnull", False), ("submitted_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="non_conformity_submitted",
                                violation_error_message="Who and when are recorded together, or not at all.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("returned_at__isnull", True), ("returned_by__isnull", True)),
                                    models.Q(("returned_at__isnull", False), ("returned_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="non_conformity_returned",
                                violation_error_message="Who and when are recorded together, or not at all.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("verified_at__isnull", True), ("verified_by__isnull", True)),
                                    models.Q(("verified_at__isnull", False), ("verified_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="non_conformity_verified",
                                violation_error_message="Who and when are recorded together, or not at all.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("closed_at__isnull", True), ("closed_by__isnull", True)),
                                    models.Q(("closed_at__isnull", False), ("closed_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="non_conformity_closed",
                                violation_error_message="Who and when are recorded together, or not at all.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("due_on__gte", models.F("found_on"))),
                                name="non_conformity_due_after_found",
                                violation_error_message="It can't be due before it was found.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("extended_to_on__isnull", True),
                                    models.Q(
                                        ("extended_at__isnull", False),
                                        ("extended_to_on__gt", models.F("due_on")),
                                        models.Q(("extended_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="non_conformity_extended_why",
                                violation_error_message="An extension goes beyond the first day and says why.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "proposed"), _negated=True),
                                    models.Q(models.Q(("measure", ""), _negated=True), ("proposed_at__isnull", False)),
                                    _connector="OR",
                                ),
                                name="non_conformity_proposed_measure",
                                violation_error_message="Say what will be done.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state__in", ["submitted", "verified", "closed"]), _negated=True),
                                    models.Q(models.Q(("measure", ""), _negated=True), ("submitted_at__isnull", False)),
                                    _connector="OR",
                                ),
                                name="non_conformity_submitted_measure",
                                violation_error_message="Say what was done before you submit the evidence.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "returned"), _negated=True),
                                    models.Q(
                                        ("returned_at__isnull", False), models.Q(("returned_reason", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="non_conformity_returned_why",
                                violation_error_message="Say what needs to be corrected.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state__in", ["verified", "closed"]), ("verified_at__isnull", False)),
                                    ("state", "voided"),
                                    models.Q(
                                        models.Q(("state__in", ["verified", "closed", "voided"]), _negated=True),
                                        ("verified_at__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="non_conformity_verified_state",
                                violation_error_message="Who verified it is said then, and only then.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("verified_by__isnull", True),
                                    models.Q(
                                        ("submitted_by__isnull", False),
                                        models.Q(("verified_by", models.F("submitted_by")), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="non_conformity_verifier_is_not_submitter",
                                violation_error_message="Nobody verifies what they submitted themselves. Ask another person.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("closed_at__isnull", False),
                                        ("closed_on__isnull", False),
                                        ("state__in", ["closed", "voided"]),
                                    ),
                                    models.Q(
                                        models.Q(("state__in", ["closed", "voided"]), _negated=True),
                                        ("closed_at__isnull", True),
                                        ("closed_on__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="non_conformity_closed_state",
                                violation_error_message="Who closed it and on which day is said then, and only then.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "voided"), _negated=True),
                                    models.Q(("closed_note", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="non_conformity_voided_why",
                                violation_error_message="Say why it is voided.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NonConformityEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("finding", models.TextField(verbose_name="finding")),
                        (
                            "severity",
                            models.CharField(
                                choices=[("major", "major"), ("minor", "minor")], max_length=5, verbose_name="severity"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "open"),
                                    ("proposed", "measure proposed"),
                                    ("submitted", "evidence submitted"),
                                    ("returned", "returned"),
                                    ("verified", "verified"),
                                    ("closed", "closed"),
                                    ("voided", "voided"),
                                ],
                                default="open",
                                max_length=9,
                                verbose_name="state",
                            ),
                        ),
                        ("found_on", models.DateField(verbose_name="found on")),
                        ("due_on", models.DateField(verbose_name="due")),
                        ("extended_to_on", models.DateField(blank=True, null=True, verbose_name="extended to")),
                        (
                            "extended_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="extended at"),
                        ),
                        ("extended_reason", models.TextField(blank=True, verbose_name="why it was extended")),
                        ("measure", models.TextField(blank=True, verbose_name="corrective measure")),
                        (
                            "responsible_name",
                            models.CharField(
                                blank=True,
                                help_text="For somebody who doesn't sign in here.",
                                max_length=120,
                                verbose_name="responsible, by name",
                            ),
                        ),
                        ("evidence", models.TextField(blank=True, verbose_name="what the evidence shows")),
                        ("raised_at", models.DateTimeField(editable=False, verbose_name="raised at")),
                        (
                            "proposed_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="proposed at"),
                        ),
                        (
                            "submitted_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="submitted at"),
                        ),
                        (
                            "returned_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="returned at"),
                        ),
                        ("returned_reason", models.TextField(blank=True, verbose_name="why it was returned")),
                        (
                            "verified_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="verified at"),
                        ),
                        ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed on")),
                        (
                            "closed_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="closed at"),
                        ),
                        ("closed_note", models.TextField(blank=True, verbose_name="word of who closed or voided it")),
                        (
                            "assessment",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="certification.assessment",
                                verbose_name="audit or self-assessment",
                            ),
                        ),
                        (
                            "closed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="closed by",
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
                            "criterion",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="certification.criterion",
                                verbose_name="criterion",
                            ),
                        ),
                        (
                            "extended_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="extended by",
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="certification.certificationfile",
                                verbose_name="certification file",
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
                                to="certification.nonconformity",
                            ),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="proposed by",
                            ),
                        ),
                        (
                            "raised_by",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="raised by",
                            ),
                        ),
                        (
                            "responsible",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="responsible person",
                            ),
                        ),
                        (
                            "returned_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="returned by",
                            ),
                        ),
                        (
                            "submitted_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="submitted by",
                            ),
                        ),
                        (
                            "verified_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="verified by",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ReminderDigest",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("week_on", models.DateField(verbose_name="week from Monday")),
                        ("sent_at", models.DateTimeField(verbose_name="sent at")),
                        ("items", models.PositiveSmallIntegerField(verbose_name="reminders in it")),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reminder_digests",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "weekly digest",
                        "verbose_name_plural": "weekly digests",
                        "ordering": ("-week_on", "user"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("user", "week_on"),
                                name="reminder_digest_once",
                                violation_error_message="The digest of this week already went to this person.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReminderDigestEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("week_on", models.DateField(verbose_name="week from Monday")),
                        ("sent_at", models.DateTimeField(verbose_name="sent at")),
                        ("items", models.PositiveSmallIntegerField(verbose_name="reminders in it")),
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
                                to="certification.reminderdigest",
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
                                verbose_name="person",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ReminderOptOut",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("certificate", "certificates that expire"),
                                    ("audit", "audits due"),
                                    ("suspension", "suspensions that run out"),
                                    ("measure", "corrective measures due"),
                                ],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reminder_opt_outs",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "reminder switched off",
                        "verbose_name_plural": "reminders switched off",
                        "ordering": ("user", "kind"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("user", "kind"),
                                name="reminder_opt_out_once",
                                violation_error_message="These reminders are already switched off.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReminderOptOutEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("certificate", "certificates that expire"),
                                    ("audit", "audits due"),
                                    ("suspension", "suspensions that run out"),
                                    ("measure", "corrective measures due"),
                                ],
                                max_length=12,
                                verbose_name="kind",
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
                                to="certification.reminderoptout",
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
                                verbose_name="person",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Standard",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("slug", models.SlugField(unique=True, verbose_name="short key")),
                        ("name", models.CharField(max_length=160, verbose_name="name")),
                        ("name_es", models.CharField(blank=True, max_length=160, verbose_name="name in Spanish")),
                        ("name_pt", models.CharField(blank=True, max_length=160, verbose_name="name in Portuguese")),
                        ("source", models.TextField(blank=True, verbose_name="source")),
                        (
                            "scheme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="standards",
                                to="cooperatives.scheme",
                                verbose_name="scheme",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "standard",
                        "verbose_name_plural": "standards",
                        "ordering": ("name", "pk"),
                    },
                ),
                migrations.CreateModel(
                    name="StandardEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("slug", models.SlugField(db_index=False, verbose_name="short key")),
                        ("name", models.CharField(max_length=160, verbose_name="name")),
                        ("name_es", models.CharField(blank=True, max_length=160, verbose_name="name in Spanish")),
                        ("name_pt", models.CharField(blank=True, max_length=160, verbose_name="name in Portuguese")),
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
                                to="certification.standard",
                            ),
                        ),
                        (
                            "scheme",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cooperatives.scheme",
                                verbose_name="scheme",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="StandardVersion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("label", models.CharField(max_length=40, verbose_name="version")),
                        ("valid_from_on", models.DateField(blank=True, null=True, verbose_name="valid from")),
                        (
                            "valid_from_precision",
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
                        ("valid_until_on", models.DateField(blank=True, null=True, verbose_name="valid until")),
                        (
                            "cycle_years",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="length of a cycle (years)"
                            ),
                        ),
                        (
                            "due_years",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.PositiveSmallIntegerField(),
                                default=certification.models.standards.usual_due_years,
                                help_text="Years after the first certification, separated by commas.",
                                size=None,
                                verbose_name="years in which criteria fall due",
                            ),
                        ),
                        (
                            "pass_rank",
                            models.PositiveSmallIntegerField(default=3, verbose_name="lowest rank that complies"),
                        ),
                        (
                            "development_pass_mark",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=3,
                                null=True,
                                verbose_name="lowest average of the development criteria",
                            ),
                        ),
                        (
                            "suspension_months",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="longest suspension (months)"
                            ),
                        ),
                        (
                            "correction_days",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="usual time for a corrective measure (days)"
                            ),
                        ),
                        (
                            "is_confirmed",
                            models.BooleanField(default=False, verbose_name="compared with the certifier's list"),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="note")),
                        ("note_es", models.TextField(blank=True, verbose_name="note in Spanish")),
                        ("note_pt", models.TextField(blank=True, verbose_name="note in Portuguese")),
                        ("source", models.TextField(blank=True, verbose_name="source")),
                        (
                            "confidence",
                            models.CharField(
                                blank=True,
                                choices=[("high", "high"), ("medium", "medium"), ("low", "low")],
                                max_length=6,
                                verbose_name="confidence",
                            ),
                        ),
                        (
                            "certifier",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="versions",
                                to="certification.certifier",
                                verbose_name="certifier",
                            ),
                        ),
                        (
                            "standard",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="versions",
                                to="certification.standard",
                                verbose_name="standard",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version of a standard",
                        "verbose_name_plural": "versions of standards",
                        "ordering": (
                            "standard",
                            models.OrderBy(models.F("valid_from_on"), descending=True, nulls_last=True),
                            "label",
                            "pk",
                        ),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("valid_from_on__isnull", True), ("valid_from_precision", "")),
                                    models.Q(
                                        ("valid_from_on__isnull", False),
                                        models.Q(
                                            ("valid_from_precision", "day"),
                                            models.Q(
                                                ("valid_from_precision", "month"),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractDay(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("valid_from_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                            ),
                                            models.Q(
                                                ("valid_from_precision__in", ["year", "early"]),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractMonth(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("valid_from_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractDay(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("valid_from_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                            ),
                                            models.Q(
                                                ("valid_from_precision", "late"),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractMonth(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("valid_from_on"), models.DateField()
                                                        )
                                                    ),
                                                    10,
                                                ),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractDay(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("valid_from_on"), models.DateField()
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
                                name="standard_version_date_precision",
                                violation_error_message="A date needs to say how much of it is known: for a month enter its first day, for a year or early in a year 1 January, for late in a year 1 October; leave both empty when the date is not known.",
                            ),
                            models.UniqueConstraint(
                                fields=("standard", "label"),
                                name="standard_version_once",
                                violation_error_message="The standard already has a version with this name.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_until_on__isnull", True),
                                    ("valid_from_on__isnull", True),
                                    ("valid_until_on__gte", models.F("valid_from_on")),
                                    _connector="OR",
                                ),
                                name="standard_version_ends_after_start",
                                violation_error_message="A version can't end before it starts.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("pass_rank__gte", 1),
                                    ("pass_rank__lte", 5),
                                    models.Q(
                                        ("development_pass_mark__isnull", True),
                                        models.Q(
                                            ("development_pass_mark__gte", Decimal("1")),
                                            ("development_pass_mark__lte", Decimal("5")),
                                        ),
                                        _connector="OR",
                                    ),
                                ),
                                name="standard_version_marks",
                                violation_error_message="Ranks and their average go from 1 to 5.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("cycle_years__isnull", True), ("cycle_years__gt", 0), _connector="OR"),
                                    models.Q(
                                        ("suspension_months__isnull", True),
                                        ("suspension_months__gt", 0),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("correction_days__isnull", True), ("correction_days__gt", 0), _connector="OR"
                                    ),
                                ),
                                name="standard_version_lengths",
                                violation_error_message="A length of time is above zero. Leave it empty when it isn't known.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SectionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("number", models.CharField(max_length=20, verbose_name="number")),
                        ("title", models.CharField(max_length=160, verbose_name="title")),
                        ("title_es", models.CharField(blank=True, max_length=160, verbose_name="title in Spanish")),
                        ("title_pt", models.CharField(blank=True, max_length=160, verbose_name="title in Portuguese")),
                        ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                        ("source", models.TextField(blank=True, verbose_name="source")),
                        (
                            "confidence",
                            models.CharField(
                                blank=True,
                                choices=[("high", "high"), ("medium", "medium"), ("low", "low")],
                                max_length=6,
                                verbose_name="confidence",
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
                                to="certification.section",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="certification.standardversion",
                                verbose_name="version of a standard",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="section",
                    name="version",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sections",
                        to="certification.standardversion",
                        verbose_name="version of a standard",
                    ),
                ),
                migrations.CreateModel(
                    name="CriterionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("code", models.CharField(blank=True, max_length=30, verbose_name="the certifier's number")),
                        ("text", models.TextField(verbose_name="topic in own words")),
                        ("text_es", models.TextField(blank=True, verbose_name="topic in Spanish")),
                        ("text_pt", models.TextField(blank=True, verbose_name="topic in Portuguese")),
                        (
                            "kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("core", "core"),
                                    ("major", "major"),
                                    ("development", "development"),
                                    ("voluntary", "voluntary"),
                                    ("minimum", "minimum"),
                                    ("progress", "progress"),
                                ],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "due_year",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Years after the first certification.",
                                null=True,
                                verbose_name="due in year",
                            ),
                        ),
                        (
                            "answer_type",
                            models.CharField(
                                choices=[("complies", "complies: yes or no"), ("rank", "rank from 1 to 5")],
                                default="complies",
                                max_length=8,
                                verbose_name="answered by",
                            ),
                        ),
                        (
                            "is_topic_level",
                            models.BooleanField(
                                default=False,
                                help_text="Not a requirement of its own: confirm with the certifier's list.",
                                verbose_name="topic only",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                        ("source", models.TextField(blank=True, verbose_name="source")),
                        (
                            "confidence",
                            models.CharField(
                                blank=True,
                                choices=[("high", "high"), ("medium", "medium"), ("low", "low")],
                                max_length=6,
                                verbose_name="confidence",
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
                                to="certification.criterion",
                            ),
                        ),
                        (
                            "section",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="certification.section",
                                verbose_name="section",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="certification.standardversion",
                                verbose_name="version of a standard",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="criterion",
                    name="version",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="criteria",
                        to="certification.standardversion",
                        verbose_name="version of a standard",
                    ),
                ),
                migrations.CreateModel(
                    name="CertificationFileEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        (
                            "certifier_reference",
                            models.CharField(
                                blank=True, max_length=40, verbose_name="the certifier's number for the co-op"
                            ),
                        ),
                        ("products", models.CharField(blank=True, max_length=240, verbose_name="products and forms")),
                        (
                            "scope",
                            models.TextField(blank=True, verbose_name="who is covered: member organisations and sites"),
                        ),
                        ("year_zero_on", models.DateField(blank=True, null=True, verbose_name="first certified on")),
                        ("cycle_starts_on", models.DateField(blank=True, null=True, verbose_name="cycle from")),
                        ("cycle_ends_on", models.DateField(blank=True, null=True, verbose_name="cycle to")),
                        (
                            "state",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("enquiry", "enquiry"),
                                    ("preparation", "self-assessment"),
                                    ("application", "application"),
                                    ("audit", "audit"),
                                    ("correction", "corrective measures"),
                                    ("decision", "decision"),
                                    ("certified", "certified"),
                                    ("suspended", "suspended"),
                                    ("decertified", "decertified"),
                                    ("denied", "denied"),
                                    ("withdrawn", "withdrawn"),
                                ],
                                db_default="",
                                default="",
                                editable=False,
                                max_length=12,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "since_on",
                            models.DateField(blank=True, editable=False, null=True, verbose_name="in this state since"),
                        ),
                        (
                            "since_precision",
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
                                editable=False,
                                max_length=5,
                                verbose_name="date known to the",
                            ),
                        ),
                        (
                            "is_historic",
                            models.BooleanField(
                                default=False,
                                help_text="Known from a source, with parts not recorded.",
                                verbose_name="historic",
                            ),
                        ),
                        ("source", models.TextField(blank=True, verbose_name="source")),
                        (
                            "confidence",
                            models.CharField(
                                blank=True,
                                choices=[("high", "high"), ("medium", "medium"), ("low", "low")],
                                max_length=6,
                                verbose_name="confidence",
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="note")),
                        ("note_es", models.TextField(blank=True, verbose_name="note in Spanish")),
                        ("note_pt", models.TextField(blank=True, verbose_name="note in Portuguese")),
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
                                to="certification.certificationfile",
                            ),
                        ),
                        (
                            "scheme",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cooperatives.scheme",
                                verbose_name="scheme",
                            ),
                        ),
                        (
                            "certifier",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="certification.certifier",
                                verbose_name="certifier",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="certification.standardversion",
                                verbose_name="version of a standard",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="certificationfile",
                    name="version",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="certification.standardversion",
                        verbose_name="version of a standard",
                    ),
                ),
                migrations.CreateModel(
                    name="AssessmentEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("self", "self-assessment"),
                                    ("initial", "initial audit"),
                                    ("surveillance", "surveillance audit"),
                                    ("confirmation", "confirmation audit"),
                                    ("follow-up", "follow-up audit"),
                                    ("renewal", "renewal audit"),
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
                                    ("open", "open"),
                                    ("submitted", "submitted"),
                                    ("returned", "returned"),
                                    ("reviewed", "reviewed"),
                                    ("held", "held"),
                                    ("cancelled", "cancelled"),
                                ],
                                max_length=9,
                                verbose_name="state",
                            ),
                        ),
                        ("planned_on", models.DateField(blank=True, null=True, verbose_name="planned for")),
                        ("started_on", models.DateField(blank=True, null=True, verbose_name="started")),
                        ("ended_on", models.DateField(blank=True, null=True, verbose_name="ended")),
                        ("auditor", models.CharField(blank=True, max_length=120, verbose_name="auditor")),
                        (
                            "days",
                            models.DecimalField(
                                blank=True, decimal_places=1, max_digits=4, null=True, verbose_name="days on site"
                            ),
                        ),
                        (
                            "sample_members",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="members in the sample"),
                        ),
                        ("sample", models.TextField(blank=True, verbose_name="sample: sites and members")),
                        (
                            "closing_report_on",
                            models.DateField(blank=True, null=True, verbose_name="closing report signed"),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="note")),
                        ("opened_at", models.DateTimeField(editable=False, verbose_name="recorded at")),
                        (
                            "submitted_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="submitted at"),
                        ),
                        (
                            "returned_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="returned at"),
                        ),
                        ("returned_reason", models.TextField(blank=True, verbose_name="why it was returned")),
                        (
                            "closed_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="reviewed or closed at"
                            ),
                        ),
                        ("closed_note", models.TextField(blank=True, verbose_name="word of who reviewed or closed it")),
                        (
                            "closed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="reviewed or closed by",
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
                            "opened_by",
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
                                to="certification.assessment",
                            ),
                        ),
                        (
                            "returned_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="returned by",
                            ),
                        ),
                        (
                            "submitted_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="submitted by",
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="certification.certificationfile",
                                verbose_name="certification file",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="certification.standardversion",
                                verbose_name="version of a standard",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="assessment",
                    name="version",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assessments",
                        to="certification.standardversion",
                        verbose_name="version of a standard",
                    ),
                ),
                migrations.CreateModel(
                    name="StandardVersionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("label", models.CharField(max_length=40, verbose_name="version")),
                        ("valid_from_on", models.DateField(blank=True, null=True, verbose_name="valid from")),
                        (
                            "valid_from_precision",
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
                        ("valid_until_on", models.DateField(blank=True, null=True, verbose_name="valid until")),
                        (
                            "cycle_years",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="length of a cycle (years)"
                            ),
                        ),
                        (
                            "due_years",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.PositiveSmallIntegerField(),
                                default=certification.models.standards.usual_due_years,
                                help_text="Years after the first certification, separated by commas.",
                                size=None,
                                verbose_name="years in which criteria fall due",
                            ),
                        ),
                        (
                            "pass_rank",
                            models.PositiveSmallIntegerField(default=3, verbose_name="lowest rank that complies"),
                        ),
                        (
                            "development_pass_mark",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=3,
                                null=True,
                                verbose_name="lowest average of the development criteria",
                            ),
                        ),
                        (
                            "suspension_months",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="longest suspension (months)"
                            ),
                        ),
                        (
                            "correction_days",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="usual time for a corrective measure (days)"
                            ),
                        ),
                        (
                            "is_confirmed",
                            models.BooleanField(default=False, verbose_name="compared with the certifier's list"),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="note")),
                        ("note_es", models.TextField(blank=True, verbose_name="note in Spanish")),
                        ("note_pt", models.TextField(blank=True, verbose_name="note in Portuguese")),
                        ("source", models.TextField(blank=True, verbose_name="source")),
                        (
                            "confidence",
                            models.CharField(
                                blank=True,
                                choices=[("high", "high"), ("medium", "medium"), ("low", "low")],
                                max_length=6,
                                verbose_name="confidence",
                            ),
                        ),
                        (
                            "certifier",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="certification.certifier",
                                verbose_name="certifier",
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
                                to="certification.standardversion",
                            ),
                        ),
                        (
                            "standard",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="certification.standard",
                                verbose_name="standard",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Step",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        (
                            "from_state",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("enquiry", "enquiry"),
                                    ("preparation", "self-assessment"),
                                    ("application", "application"),
                                    ("audit", "audit"),
                                    ("correction", "corrective measures"),
                                    ("decision", "decision"),
                                    ("certified", "certified"),
                                    ("suspended", "suspended"),
                                    ("decertified", "decertified"),
                                    ("denied", "denied"),
                                    ("withdrawn", "withdrawn"),
                                ],
                                max_length=12,
                                verbose_name="from",
                            ),
                        ),
                        (
                            "to_state",
                            models.CharField(
                                choices=[
                                    ("enquiry", "enquiry"),
                                    ("preparation", "self-assessment"),
                                    ("application", "application"),
                                    ("audit", "audit"),
                                    ("correction", "corrective measures"),
                                    ("decision", "decision"),
                                    ("certified", "certified"),
                                    ("suspended", "suspended"),
                                    ("decertified", "decertified"),
                                    ("denied", "denied"),
                                    ("withdrawn", "withdrawn"),
                                ],
                                max_length=12,
                                verbose_name="to",
                            ),
                        ),
                        ("taken_on", models.DateField(blank=True, null=True, verbose_name="date")),
                        (
                            "taken_precision",
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
                        (
                            "until_on",
                            models.DateField(blank=True, null=True, verbose_name="suspended until, at the latest"),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="note")),
                        (
                            "recorded_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="recorded at"),
                        ),
                        (
                            "is_historic",
                            models.BooleanField(
                                default=False,
                                help_text="Known from a source, with parts not recorded.",
                                verbose_name="historic",
                            ),
                        ),
                        ("source", models.TextField(blank=True, verbose_name="source")),
                        (
                            "cooperative",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="certification_steps",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="steps",
                                to="certification.certificationfile",
                                verbose_name="certification file",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="recorded by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "step of a certification file",
                        "verbose_name_plural": "steps of certification files",
                        "ordering": ("file", "pk"),
                        "indexes": [models.Index(fields=["file", "taken_on"], name="step_by_file")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("taken_on__isnull", True), ("taken_precision", "")),
                                    models.Q(
                                        ("taken_on__isnull", False),
                                        models.Q(
                                            ("taken_precision", "day"),
                                            models.Q(
                                                ("taken_precision", "month"),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractDay(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("taken_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                            ),
                                            models.Q(
                                                ("taken_precision__in", ["year", "early"]),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractMonth(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("taken_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractDay(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("taken_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                            ),
                                            models.Q(
                                                ("taken_precision", "late"),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractMonth(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("taken_on"), models.DateField()
                                                        )
                                                    ),
                                                    10,
                                                ),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractDay(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("taken_on"), models.DateField()
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
                                name="step_date_precision",
                                violation_error_message="A date needs to say how much of it is known: for a month enter its first day, for a year or early in a year 1 January, for late in a year 1 October; leave both empty when the date is not known.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("recorded_at__isnull", True), ("recorded_by__isnull", True)),
                                    models.Q(("recorded_at__isnull", False), ("recorded_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="step_recorded",
                                violation_error_message="Who and when are recorded together, or not at all.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("is_historic", True),
                                    models.Q(
                                        ("recorded_at__isnull", False),
                                        ("taken_on__isnull", False),
                                        ("taken_precision", "day"),
                                    ),
                                    _connector="OR",
                                ),
                                name="step_complete",
                                violation_error_message="A step has a date and the person who recorded it.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("is_historic", False), models.Q(("source", ""), _negated=True), _connector="OR"
                                ),
                                name="step_historic_source",
                                violation_error_message="A historic entry needs its source.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("to_state__in", ("suspended", "decertified", "denied", "withdrawn")),
                                        _negated=True,
                                    ),
                                    models.Q(("note", ""), _negated=True),
                                    ("is_historic", True),
                                    _connector="OR",
                                ),
                                name="step_says_why",
                                violation_error_message="Say why the file is suspended, decertified, denied or withdrawn.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("until_on__isnull", True),
                                    models.Q(
                                        ("taken_on__isnull", False),
                                        ("to_state", "suspended"),
                                        ("until_on__gt", models.F("taken_on")),
                                    ),
                                    _connector="OR",
                                ),
                                name="step_until_of_suspension",
                                violation_error_message="Only a suspension has an end, which comes after its start.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Attachment",
                    fields=[
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("original_name", models.CharField(max_length=160, verbose_name="name of the file")),
                        ("content_type", models.CharField(max_length=40, verbose_name="type")),
                        ("size", models.PositiveIntegerField(verbose_name="size (bytes)")),
                        ("sha256", models.CharField(max_length=64, verbose_name="fingerprint")),
                        ("uploaded_at", models.DateTimeField(verbose_name="uploaded at")),
                        (
                            "file",
                            models.FileField(max_length=200, upload_to="certification/%Y/%m/", verbose_name="file"),
                        ),
                        (
                            "answer",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attachments",
                                to="certification.answer",
                            ),
                        ),
                        (
                            "assessment",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attachments",
                                to="certification.assessment",
                            ),
                        ),
                        (
                            "cooperative",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="certification_papers",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
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
                        (
                            "certificate",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attachments",
                                to="certification.certificate",
                            ),
                        ),
                        (
                            "certification_file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attachments",
                                to="certification.certificationfile",
                                verbose_name="certification file",
                            ),
                        ),
                        (
                            "non_conformity",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attachments",
                                to="certification.nonconformity",
                            ),
                        ),
                        (
                            "step",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attachments",
                                to="certification.step",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "paper of a certification file",
                        "verbose_name_plural": "papers of certification files",
                        "ordering": ("uploaded_at", "pk"),
                    },
                ),
                migrations.CreateModel(
                    name="StepEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        (
                            "from_state",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("enquiry", "enquiry"),
                                    ("preparation", "self-assessment"),
                                    ("application", "application"),
                                    ("audit", "audit"),
                                    ("correction", "corrective measures"),
                                    ("decision", "decision"),
                                    ("certified", "certified"),
                                    ("suspended", "suspended"),
                                    ("decertified", "decertified"),
                                    ("denied", "denied"),
                                    ("withdrawn", "withdrawn"),
                                ],
                                max_length=12,
                                verbose_name="from",
                            ),
                        ),
                        (
                            "to_state",
                            models.CharField(
                                choices=[
                                    ("enquiry", "enquiry"),
                                    ("preparation", "self-assessment"),
                                    ("application", "application"),
                                    ("audit", "audit"),
                                    ("correction", "corrective measures"),
                                    ("decision", "decision"),
                                    ("certified", "certified"),
                                    ("suspended", "suspended"),
                                    ("decertified", "decertified"),
                                    ("denied", "denied"),
                                    ("withdrawn", "withdrawn"),
                                ],
                                max_length=12,
                                verbose_name="to",
                            ),
                        ),
                        ("taken_on", models.DateField(blank=True, null=True, verbose_name="date")),
                        (
                            "taken_precision",
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
                        (
                            "until_on",
                            models.DateField(blank=True, null=True, verbose_name="suspended until, at the latest"),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="note")),
                        (
                            "recorded_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="recorded at"),
                        ),
                        (
                            "is_historic",
                            models.BooleanField(
                                default=False,
                                help_text="Known from a source, with parts not recorded.",
                                verbose_name="historic",
                            ),
                        ),
                        ("source", models.TextField(blank=True, verbose_name="source")),
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
                            "file",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="certification.certificationfile",
                                verbose_name="certification file",
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
                                to="certification.step",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="recorded by",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="TradePermission",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("from_on", models.DateField(verbose_name="from")),
                        ("until_on", models.DateField(blank=True, null=True, verbose_name="until")),
                        ("note", models.TextField(blank=True, verbose_name="note")),
                        ("granted_at", models.DateTimeField(editable=False, verbose_name="granted at")),
                        (
                            "ended_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="ended at"),
                        ),
                        ("ended_reason", models.TextField(blank=True, verbose_name="why it was ended")),
                        (
                            "cooperative",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="trade_permissions",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "ended_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ended by",
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="permissions",
                                to="certification.certificationfile",
                                verbose_name="certification file",
                            ),
                        ),
                        (
                            "granted_by",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="granted by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "permission to trade",
                        "verbose_name_plural": "permissions to trade",
                        "ordering": ("file", "-from_on", "-pk"),
                        "indexes": [models.Index(fields=["cooperative", "from_on"], name="trade_permission_by_coop")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_at__isnull", True), ("ended_by__isnull", True)),
                                    models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="trade_permission_ended",
                                violation_error_message="Who and when are recorded together, or not at all.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("until_on__isnull", True), ("until_on__gte", models.F("from_on")), _connector="OR"
                                ),
                                name="trade_permission_ends_after_start",
                                violation_error_message="A permission can't end before it starts.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ended_at__isnull", True),
                                    models.Q(
                                        ("until_on__isnull", False), models.Q(("ended_reason", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="trade_permission_ended_why",
                                violation_error_message="An ended permission says its last day and why it was ended.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AttachmentEvent",
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
                        (
                            "file",
                            models.FileField(max_length=200, upload_to="certification/%Y/%m/", verbose_name="file"),
                        ),
                        (
                            "answer",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="certification.answer",
                            ),
                        ),
                        (
                            "assessment",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="certification.assessment",
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
                                to="certification.attachment",
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
                            "certificate",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="certification.certificate",
                            ),
                        ),
                        (
                            "certification_file",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="certification.certificationfile",
                                verbose_name="certification file",
                            ),
                        ),
                        (
                            "non_conformity",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="certification.nonconformity",
                            ),
                        ),
                        (
                            "step",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="certification.step",
                            ),
                        ),
                        (
                            "permission",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="certification.tradepermission",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="attachment",
                    name="permission",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachments",
                        to="certification.tradepermission",
                    ),
                ),
                migrations.CreateModel(
                    name="TradePermissionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("from_on", models.DateField(verbose_name="from")),
                        ("until_on", models.DateField(blank=True, null=True, verbose_name="until")),
                        ("note", models.TextField(blank=True, verbose_name="note")),
                        ("granted_at", models.DateTimeField(editable=False, verbose_name="granted at")),
                        (
                            "ended_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="ended at"),
                        ),
                        ("ended_reason", models.TextField(blank=True, verbose_name="why it was ended")),
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
                            "ended_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ended by",
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="certification.certificationfile",
                                verbose_name="certification file",
                            ),
                        ),
                        (
                            "granted_by",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="granted by",
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
                                to="certification.tradepermission",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddIndex(
                    model_name="certificate",
                    index=models.Index(fields=["cooperative", "valid_until_on"], name="certificate_by_cooperative"),
                ),
                migrations.AddConstraint(
                    model_name="certificate",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("valid_from_on__isnull", True), ("valid_from_precision", "")),
                            models.Q(
                                ("valid_from_on__isnull", False),
                                models.Q(
                                    ("valid_from_precision", "day"),
                                    models.Q(
                                        ("valid_from_precision", "month"),
                                        django.db.models.lookups.Exact(
                                            django.db.models.functions.datetime.ExtractDay(
                                                django.db.models.functions.comparison.Cast(
                                                    models.F("valid_from_on"), models.DateField()
                                                )
                                            ),
                                            1,
                                        ),
                                    ),
                                    models.Q(
                                        ("valid_from_precision__in", ["year", "early"]),
                                        django.db.models.lookups.Exact(
                                            django.db.models.functions.datetime.ExtractMonth(
                                                django.db.models.functions.comparison.Cast(
                                                    models.F("valid_from_on"), models.DateField()
                                                )
                                            ),
                                            1,
                                        ),
                                        django.db.models.lookups.Exact(
                                            django.db.models.functions.datetime.ExtractDay(
                                                django.db.models.functions.comparison.Cast(
                                                    models.F("valid_from_on"), models.DateField()
                                                )
                                            ),
                                            1,
                                        ),
                                    ),
                                    models.Q(
                                        ("valid_from_precision", "late"),
                                        django.db.models.lookups.Exact(
                                            django.db.models.functions.datetime.ExtractMonth(
                                                django.db.models.functions.comparison.Cast(
                                                    models.F("valid_from_on"), models.DateField()
                                                )
                                            ),
                                            10,
                                        ),
                                        django.db.models.lookups.Exact(
                                            django.db.models.functions.datetime.ExtractDay(
                                                django.db.models.functions.comparison.Cast(
                                                    models.F("valid_from_on"), models.DateField()
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
                        name="certificate_date_precision",
                        violation_error_message="A date needs to say how much of it is known: for a month enter its first day, for a year or early in a year 1 January, for late in a year 1 October; leave both empty when the date is not known.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="certificate",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("valid_until_on__isnull", True),
                            ("valid_from_on__isnull", True),
                            ("valid_until_on__gte", models.F("valid_from_on")),
                            _connector="OR",
                        ),
                        name="certificate_ends_after_start",
                        violation_error_message="A certificate can't end before it starts.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="certificate",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("number", ""), _negated=True),
                        fields=("scheme", "number"),
                        name="certificate_number_once",
                        violation_error_message="Another certificate of this scheme already has this number.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="correspondence",
                    constraint=models.UniqueConstraint(
                        fields=("criterion", "earlier"),
                        name="correspondence_once",
                        violation_error_message="These two criteria are already joined.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="correspondence",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("criterion", models.F("earlier")), _negated=True),
                        name="correspondence_of_two",
                        violation_error_message="A criterion doesn't correspond to itself.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="answer",
                    constraint=models.UniqueConstraint(
                        fields=("assessment", "criterion"),
                        name="answer_once",
                        violation_error_message="This criterion is already answered here: change that answer.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="answer",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("complies__isnull", True), ("rank__isnull", True)),
                            models.Q(("complies__isnull", True), ("is_not_applicable", False)),
                            models.Q(("is_not_applicable", False), ("rank__isnull", True)),
                            _connector="OR",
                        ),
                        name="answer_says_one_thing",
                        violation_error_message="An answer is yes or no, or a rank, or not applicable: only one of them.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="answer",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("rank__isnull", True), models.Q(("rank__gte", 1), ("rank__lte", 5)), _connector="OR"
                        ),
                        name="answer_rank",
                        violation_error_message="Ranks go from 1 to 5.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="section",
                    constraint=models.UniqueConstraint(
                        fields=("version", "number"),
                        name="section_once",
                        violation_error_message="The version already has a section with this number.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="criterion",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("code", ""), _negated=True),
                        fields=("version", "code"),
                        name="criterion_code_once",
                        violation_error_message="The version already has a criterion with this number.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="criterion",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "development"), _negated=True), ("answer_type", "rank"), _connector="OR"
                        ),
                        name="criterion_development_ranked",
                        violation_error_message="A development criterion is answered by a rank, for the average.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="certificationfile",
                    index=models.Index(fields=["state"], name="certification_file_by_state"),
                ),
                migrations.AddConstraint(
                    model_name="certificationfile",
                    constraint=models.UniqueConstraint(
                        fields=("cooperative", "scheme"),
                        name="certification_file_once",
                        violation_error_message="The co-op already has a certification file for this scheme.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="certificationfile",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("since_on__isnull", True), ("since_precision", "")),
                            models.Q(
                                ("since_on__isnull", False),
                                models.Q(
                                    ("since_precision", "day"),
                                    models.Q(
                                        ("since_precision", "month"),
                                        django.db.models.lookups.Exact(
                                            django.db.models.functions.datetime.ExtractDay(
                                                django.db.models.functions.comparison.Cast(
                                                    models.F("since_on"), models.DateField()
                                                )
                                            ),
                                            1,
                                        ),
                                    ),
                                    models.Q(
                                        ("since_precision__in", ["year", "early"]),
                                        django.db.models.lookups.Exact(
                                            django.db.models.functions.datetime.ExtractMonth(
                                                django.db.models.functions.comparison.Cast(
                                                    models.F("since_on"), models.DateField()
                                                )
                                            ),
                                            1,
                                        ),
                                        django.db.models.lookups.Exact(
                                            django.db.models.functions.datetime.ExtractDay(
                                                django.db.models.functions.comparison.Cast(
                                                    models.F("since_on"), models.DateField()
                                                )
                                            ),
                                            1,
                                        ),
                                    ),
                                    models.Q(
                                        ("since_precision", "late"),
                                        django.db.models.lookups.Exact(
                                            django.db.models.functions.datetime.ExtractMonth(
                                                django.db.models.functions.comparison.Cast(
                                                    models.F("since_on"), models.DateField()
                                                )
                                            ),
                                            10,
                                        ),
                                        django.db.models.lookups.Exact(
                                            django.db.models.functions.datetime.ExtractDay(
                                                django.db.models.functions.comparison.Cast(
                                                    models.F("since_on"), models.DateField()
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
                        name="certification_file_since_precision",
                        violation_error_message="A date needs to say how much of it is known: for a month enter its first day, for a year or early in a year 1 January, for late in a year 1 October; leave both empty when the date is not known.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="certificationfile",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("is_historic", False), models.Q(("source", ""), _negated=True), _connector="OR"
                        ),
                        name="certification_file_historic_source",
                        violation_error_message="A historic entry needs its source.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="certificationfile",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("cycle_ends_on__isnull", True),
                            ("cycle_starts_on__isnull", True),
                            ("cycle_ends_on__gte", models.F("cycle_starts_on")),
                            _connector="OR",
                        ),
                        name="certification_file_cycle",
                        violation_error_message="A cycle can't end before it starts.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="assessment",
                    index=models.Index(fields=["cooperative", "state"], name="assessment_by_state"),
                ),
                migrations.AddIndex(
                    model_name="assessment",
                    index=models.Index(fields=["state", "planned_on"], name="assessment_by_plan"),
                ),
                migrations.AddConstraint(
                    model_name="assessment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("submitted_at__isnull", True), ("submitted_by__isnull", True)),
                            models.Q(("submitted_at__isnull", False), ("submitted_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="assessment_submitted",
                        violation_error_message="Who and when are recorded together, or not at all.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="assessment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("returned_at__isnull", True), ("returned_by__isnull", True)),
                            models.Q(("returned_at__isnull", False), ("returned_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="assessment_returned",
                        violation_error_message="Who and when are recorded together, or not at all.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="assessment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", True), ("closed_by__isnull", True)),
                            models.Q(("closed_at__isnull", False), ("closed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="assessment_closed",
                        violation_error_message="Who and when are recorded together, or not at all.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="assessment",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("kind", "self"), ("state__in", ["open", "submitted", "returned"])),
                        fields=("file",),
                        name="assessment_one_open_self",
                        violation_error_message="The co-op already has a self-assessment under way: finish that one.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="assessment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("kind", "self"),
                                ("state__in", ["open", "submitted", "returned", "reviewed", "cancelled"]),
                            ),
                            models.Q(
                                models.Q(("kind", "self"), _negated=True),
                                ("state__in", ["planned", "open", "held", "cancelled"]),
                            ),
                            _connector="OR",
                        ),
                        name="assessment_state_of_kind",
                        violation_error_message="A self-assessment is submitted and reviewed, an audit planned and held.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="assessment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state__in", ["planned", "cancelled"]),
                                models.Q(("state", "cancelled"), ("planned_on__isnull", False), _connector="OR"),
                            ),
                            models.Q(
                                models.Q(("state__in", ["planned", "cancelled"]), _negated=True),
                                ("started_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="assessment_dated",
                        violation_error_message="Give the day it is planned for, or the day it started.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="assessment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "held"), _negated=True), ("ended_on__isnull", False), _connector="OR"
                        ),
                        name="assessment_held_until",
                        violation_error_message="An audit that was held says on which day it ended.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="assessment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on__isnull", True),
                            ("started_on__isnull", True),
                            ("ended_on__gte", models.F("started_on")),
                            _connector="OR",
                        ),
                        name="assessment_ends_after_start",
                        violation_error_message="It can't end before it starts.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="assessment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "submitted"), _negated=True),
                            ("submitted_at__isnull", False),
                            _connector="OR",
                        ),
                        name="assessment_submitted_by_someone",
                        violation_error_message="A submitted self-assessment says who submitted it and when.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="assessment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "returned"), _negated=True),
                            models.Q(("returned_at__isnull", False), models.Q(("returned_reason", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="assessment_returned_why",
                        violation_error_message="Say what needs to be corrected.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="assessment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", ["reviewed", "held", "cancelled"])),
                            models.Q(
                                models.Q(("state__in", ["reviewed", "held", "cancelled"]), _negated=True),
                                ("closed_at__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="assessment_closed_by_someone",
                        violation_error_message="Who reviewed or closed it is said then, and only then.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="assessment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "cancelled"), _negated=True),
                            models.Q(("closed_note", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="assessment_cancelled_why",
                        violation_error_message="Say why it is cancelled.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="assessment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "reviewed"), _negated=True),
                            models.Q(
                                ("closed_by__isnull", False),
                                ("submitted_by__isnull", False),
                                models.Q(("closed_by", models.F("submitted_by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="assessment_reviewer_is_not_submitter",
                        violation_error_message="Nobody reviews what they submitted themselves. Ask another person.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="assessment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("days__isnull", True), ("days__gt", 0), _connector="OR"),
                        name="assessment_days",
                        violation_error_message="The days on site are above zero. Leave it empty when it isn't known.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="attachment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("size__gt", 0), ("size__lte", 10485760)),
                        name="attachment_size",
                        violation_error_message="A file has at most 10 MB.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="attachment",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("step__isnull", False)),
                        fields=("step", "sha256"),
                        name="attachment_once_step",
                        violation_error_message="This file is already attached here.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="attachment",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("permission__isnull", False)),
                        fields=("permission", "sha256"),
                        name="attachment_once_permission",
                        violation_error_message="This file is already attached here.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="attachment",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("certificate__isnull", False)),
                        fields=("certificate", "sha256"),
                        name="attachment_once_certificate",
                        violation_error_message="This file is already attached here.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="attachment",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("assessment__isnull", False)),
                        fields=("assessment", "sha256"),
                        name="attachment_once_assessment",
                        violation_error_message="This file is already attached here.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="attachment",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("answer__isnull", False)),
                        fields=("answer", "sha256"),
                        name="attachment_once_answer",
                        violation_error_message="This file is already attached here.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="attachment",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("non_conformity__isnull", False)),
                        fields=("non_conformity", "sha256"),
                        name="attachment_once_non_conformity",
                        violation_error_message="This file is already attached here.",
                    ),
                ),
            ],
        ),
        config.new_tables.AddTriggers(
            triggers=[
                (
                    "certifier",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "certification_certifierevent" ("id", "is_example", "name", "note", "note_es", "note_pt", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "source") VALUES (NEW."id", NEW."is_example", NEW."name", NEW."note", NEW."note_es", NEW."note_pt", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."slug", NEW."source"); RETURN NULL;',
                            hash="47b539a98b7250df9cebb3dbcef44bfbbbb17f06",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_48ce6",
                            table="certification_certifier",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "certifier",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "certification_certifierevent" ("id", "is_example", "name", "note", "note_es", "note_pt", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "source") VALUES (NEW."id", NEW."is_example", NEW."name", NEW."note", NEW."note_es", NEW."note_pt", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."slug", NEW."source"); RETURN NULL;',
                            hash="dec005935b345745d9bb9e38c0c020b136cf2741",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d8f8e",
                            table="certification_certifier",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "certifier",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "certification_certifierevent" ("id", "is_example", "name", "note", "note_es", "note_pt", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "source") VALUES (OLD."id", OLD."is_example", OLD."name", OLD."note", OLD."note_es", OLD."note_pt", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."slug", OLD."source"); RETURN NULL;',
                            hash="9355e6f0959e72743986a1c8b793b46287aa727b",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_19990",
                            table="certification_certifier",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "certificateevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="dba7e3ee4dd7ef468d99be595e0e9c4dcbc18269",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f2012",
                            table="certification_certificateevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "certificate",
                    pgtrigger.compiler.Trigger(
                        name="certificate_file_joined",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (NEW.file_id IS NULL)",
                            func="\n                    SELECT id INTO NEW.file_id FROM certification_certificationfile\n                    WHERE cooperative_id = NEW.cooperative_id AND scheme_id = NEW.scheme_id;\n                    RETURN NEW;\n                ",
                            hash="29a2c94fca336816aedc6930183e711a3614cc68",
                            operation='INSERT OR UPDATE OF "file_id", "cooperative_id", "scheme_id"',
                            pgid="pgtrigger_certificate_file_joined_f8bba",
                            table="certification_certificate",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "certificate",
                    pgtrigger.compiler.Trigger(
                        name="certificate_file_matches",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.file_id IS NOT NULL AND NOT EXISTS (SELECT FROM certification_certificationfile WHERE id = NEW.file_id AND cooperative_id = NEW.cooperative_id AND scheme_id = NEW.scheme_id)) THEN RAISE EXCEPTION 'certificate_file_matches' USING ERRCODE = 'check_violation', CONSTRAINT = 'certificate_file_matches'; END IF; RETURN NEW;",
                            hash="edafb16c8c57651c5669b944ed19b8be400c67c5",
                            operation='INSERT OR UPDATE OF "file_id", "cooperative_id", "scheme_id"',
                            pgid="pgtrigger_certificate_file_matches_8eea7",
                            table="certification_certificate",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "certificate",
                    pgtrigger.compiler.Trigger(
                        name="certificate_no_overlap",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF NEW.file_id IS NOT NULL THEN PERFORM FROM certification_certificationfile WHERE id = NEW.file_id FOR NO KEY UPDATE; IF (NEW.valid_from_precision = 'day' AND NEW.valid_until_on IS NOT NULL AND EXISTS (SELECT FROM certification_certificate c WHERE c.file_id = NEW.file_id AND c.id <> NEW.id AND c.valid_from_precision = 'day' AND c.valid_until_on IS NOT NULL AND c.valid_from_on <= NEW.valid_until_on AND c.valid_until_on >= NEW.valid_from_on)) THEN RAISE EXCEPTION 'certificate_no_overlap' USING ERRCODE = 'check_violation', CONSTRAINT = 'certificate_no_overlap'; END IF; END IF; RETURN NEW;",
                            hash="a1ad4b7f4bf4416d33474d4bab9519912b76896b",
                            operation='INSERT OR UPDATE OF "file_id", "valid_from_on", "valid_from_precision", "valid_until_on"',
                            pgid="pgtrigger_certificate_no_overlap_3aa47",
                            table="certification_certificate",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "certificate",
                    pgtrigger.compiler.Trigger(
                        name="certificate_of_certified",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NOT EXISTS (SELECT FROM certification_step WHERE file_id = NEW.file_id AND to_state = 'certified') AND NEW.file_id IS NOT NULL) THEN RAISE EXCEPTION 'certificate_of_certified' USING ERRCODE = 'check_violation', CONSTRAINT = 'certificate_of_certified'; END IF; RETURN NEW;",
                            hash="6a838c995e07bbfa68388bf935d1fc46280e4eeb",
                            operation='INSERT OR UPDATE OF "file_id"',
                            pgid="pgtrigger_certificate_of_certified_ff4c4",
                            table="certification_certificate",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "certificate",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "certification_certificateevent" ("confidence", "cooperative_id", "file_id", "id", "is_example", "note", "note_es", "note_pt", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme_id", "scope", "source", "valid_from_on", "valid_from_precision", "valid_until_on") VALUES (NEW."confidence", NEW."cooperative_id", NEW."file_id", NEW."id", NEW."is_example", NEW."note", NEW."note_es", NEW."note_pt", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."scheme_id", NEW."scope", NEW."source", NEW."valid_from_on", NEW."valid_from_precision", NEW."valid_until_on"); RETURN NULL;',
                            hash="ee1652d5501de98f4e1a8ef4cc887a8897a807f9",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4d087",
                            table="certification_certificate",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "certificate",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "certification_certificateevent" ("confidence", "cooperative_id", "file_id", "id", "is_example", "note", "note_es", "note_pt", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme_id", "scope", "source", "valid_from_on", "valid_from_precision", "valid_until_on") VALUES (NEW."confidence", NEW."cooperative_id", NEW."file_id", NEW."id", NEW."is_example", NEW."note", NEW."note_es", NEW."note_pt", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."scheme_id", NEW."scope", NEW."source", NEW."valid_from_on", NEW."valid_from_precision", NEW."valid_until_on"); RETURN NULL;',
                            hash="65dba33b386302c79f947f224076b75d5584344b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_31ff8",
                            table="certification_certificate",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "certificate",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "certification_certificateevent" ("confidence", "cooperative_id", "file_id", "id", "is_example", "note", "note_es", "note_pt", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme_id", "scope", "source", "valid_from_on", "valid_from_precision", "valid_until_on") VALUES (OLD."confidence", OLD."cooperative_id", OLD."file_id", OLD."id", OLD."is_example", OLD."note", OLD."note_es", OLD."note_pt", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."scheme_id", OLD."scope", OLD."source", OLD."valid_from_on", OLD."valid_from_precision", OLD."valid_until_on"); RETURN NULL;',
                            hash="342269bf71e615a1832bc2ec33d44ee1f732315e",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b1f57",
                            table="certification_certificate",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "certifierevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="6802204505181f5c67ffaa4799424ff27b723682",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_5018e",
                            table="certification_certifierevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "correspondenceevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8619a04791b4777b3e6c669c800810254e59eb04",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_5d983",
                            table="certification_correspondenceevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "correspondence",
                    pgtrigger.compiler.Trigger(
                        name="correspondence_across_versions",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NOT EXISTS (SELECT FROM certification_criterion c JOIN certification_standardversion v ON v.id = c.version_id, certification_criterion e JOIN certification_standardversion w ON w.id = e.version_id WHERE c.id = NEW.criterion_id AND e.id = NEW.earlier_id AND v.standard_id = w.standard_id AND v.id <> w.id)) THEN RAISE EXCEPTION 'correspondence_across_versions' USING ERRCODE = 'check_violation', CONSTRAINT = 'correspondence_across_versions'; END IF; RETURN NEW;",
                            hash="4d697cee48fe2808cf0fcd2a4209efcbe7092e12",
                            operation='INSERT OR UPDATE OF "criterion_id", "earlier_id"',
                            pgid="pgtrigger_correspondence_across_versions_5e097",
                            table="certification_correspondence",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "correspondence",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "certification_correspondenceevent" ("criterion_id", "earlier_id", "id", "is_example", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source") VALUES (NEW."criterion_id", NEW."earlier_id", NEW."id", NEW."is_example", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source"); RETURN NULL;',
                            hash="5c434eed8727edc6570bda0c8f128a24e0e95681",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_aad7e",
                            table="certification_correspondence",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "correspondence",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "certification_correspondenceevent" ("criterion_id", "earlier_id", "id", "is_example", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source") VALUES (NEW."criterion_id", NEW."earlier_id", NEW."id", NEW."is_example", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source"); RETURN NULL;',
                            hash="279e516ade2f65a1cac24d7e57ed236eff07f8bb",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_35a89",
                            table="certification_correspondence",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "correspondence",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "certification_correspondenceevent" ("criterion_id", "earlier_id", "id", "is_example", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source") VALUES (OLD."criterion_id", OLD."earlier_id", OLD."id", OLD."is_example", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."source"); RETURN NULL;',
                            hash="040a56646b717ba6ae0d286f2d804a7ff6bb4d41",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a1d27",
                            table="certification_correspondence",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "answerevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="97b08151eb41dc10264370ae53ed2f5d92b2f54d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f1e36",
                            table="certification_answerevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "answer",
                    pgtrigger.compiler.Trigger(
                        name="answer_same_cooperative",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.assessment_id IS NOT NULL AND (SELECT cooperative_id FROM certification_assessment WHERE id = NEW.assessment_id) <> NEW.cooperative_id) THEN RAISE EXCEPTION 'answer_same_cooperative' USING ERRCODE = 'check_violation', CONSTRAINT = 'answer_same_cooperative'; END IF; RETURN NEW;",
                            hash="13bd46d4b568de31d7e14a3323f44ee56b7586a8",
                            operation='INSERT OR UPDATE OF "assessment_id", "cooperative_id"',
                            pgid="pgtrigger_answer_same_cooperative_1d20f",
                            table="certification_answer",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "answer",
                    pgtrigger.compiler.Trigger(
                        name="answer_never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (true) THEN RAISE EXCEPTION 'answer_never_deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'answer_never_deleted'; END IF; RETURN OLD;",
                            hash="803b225acd1b75212cc3660e08f55e6a0a8350a6",
                            operation="DELETE",
                            pgid="pgtrigger_answer_never_deleted_38fbd",
                            table="certification_answer",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "answer",
                    pgtrigger.compiler.Trigger(
                        name="answer_stays",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.assessment_id IS DISTINCT FROM OLD.assessment_id OR NEW.criterion_id IS DISTINCT FROM OLD.criterion_id OR NEW.cooperative_id IS DISTINCT FROM OLD.cooperative_id) THEN RAISE EXCEPTION 'answer_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'answer_stays'; END IF; RETURN NEW;",
                            hash="abc228ad40d6cafa81b906f472d714b77754a13f",
                            operation='UPDATE OF "assessment_id", "criterion_id", "cooperative_id"',
                            pgid="pgtrigger_answer_stays_fec3e",
                            table="certification_answer",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "answer",
                    pgtrigger.compiler.Trigger(
                        name="answer_while_open",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE current text;",
                            func="SELECT state INTO current FROM certification_assessment WHERE id = NEW.assessment_id FOR SHARE; IF (current NOT IN ('open', 'returned')) THEN RAISE EXCEPTION 'answer_while_open' USING ERRCODE = 'check_violation', CONSTRAINT = 'answer_while_open'; END IF; RETURN NEW;",
                            hash="aa9e57729062f0b7b33f8a6d3b18d7dd73fdee73",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_answer_while_open_8d156",
                            table="certification_answer",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "answer",
                    pgtrigger.compiler.Trigger(
                        name="answer_of_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF ((SELECT version_id FROM certification_criterion WHERE id = NEW.criterion_id) <> (SELECT version_id FROM certification_assessment WHERE id = NEW.assessment_id)) THEN RAISE EXCEPTION 'answer_of_version' USING ERRCODE = 'check_violation', CONSTRAINT = 'answer_of_version'; END IF; RETURN NEW;",
                            hash="8929908bccc3addc72da4d0c084d5996c371e5dc",
                            operation="INSERT",
                            pgid="pgtrigger_answer_of_version_d858f",
                            table="certification_answer",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "answer",
                    pgtrigger.compiler.Trigger(
                        name="answer_of_type",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE kind text;",
                            func="SELECT answer_type INTO kind FROM certification_criterion WHERE id = NEW.criterion_id; IF (kind = 'rank' AND NEW.complies IS NOT NULL OR kind = 'complies' AND NEW.rank IS NOT NULL) THEN RAISE EXCEPTION 'answer_of_type' USING ERRCODE = 'check_violation', CONSTRAINT = 'answer_of_type'; END IF; RETURN NEW;",
                            hash="cad9ff06fa317b32aa555c11e54ded0b53a11144",
                            operation='INSERT OR UPDATE OF "complies", "rank"',
                            pgid="pgtrigger_answer_of_type_94b18",
                            table="certification_answer",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "answer",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "certification_answerevent" ("answered_at", "answered_by_id", "assessment_id", "comment", "complies", "cooperative_id", "criterion_id", "id", "is_example", "is_not_applicable", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."assessment_id", NEW."comment", NEW."complies", NEW."cooperative_id", NEW."criterion_id", NEW."id", NEW."is_example", NEW."is_not_applicable", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rank"); RETURN NULL;',
                            hash="c0b036d74bb9b22b061abedb36bc30e5181fcf6c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d2a1a",
                            table="certification_answer",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "answer",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "certification_answerevent" ("answered_at", "answered_by_id", "assessment_id", "comment", "complies", "cooperative_id", "criterion_id", "id", "is_example", "is_not_applicable", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."assessment_id", NEW."comment", NEW."complies", NEW."cooperative_id", NEW."criterion_id", NEW."id", NEW."is_example", NEW."is_not_applicable", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rank"); RETURN NULL;',
                            hash="a8a45c3fae0265a57aab11d00d91959fb38b89ba",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_9b193",
                            table="certification_answer",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "answer",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "certification_answerevent" ("answered_at", "answered_by_id", "assessment_id", "comment", "complies", "cooperative_id", "criterion_id", "id", "is_example", "is_not_applicable", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank") VALUES (OLD."answered_at", OLD."answered_by_id", OLD."assessment_id", OLD."comment", OLD."complies", OLD."cooperative_id", OLD."criterion_id", OLD."id", OLD."is_example", OLD."is_not_applicable", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rank"); RETURN NULL;',
                            hash="1ac1b30311d0c6ba3fac99b7a84594a57e0f3bfc",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_27c55",
                            table="certification_answer",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "nonconformity",
                    pgtrigger.compiler.Trigger(
                        name="non_conformity_same_coop_file",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.file_id IS NOT NULL AND (SELECT cooperative_id FROM certification_certificationfile WHERE id = NEW.file_id) <> NEW.cooperative_id) THEN RAISE EXCEPTION 'non_conformity_same_coop_file' USING ERRCODE = 'check_violation', CONSTRAINT = 'non_conformity_same_coop_file'; END IF; RETURN NEW;",
                            hash="1ac451e4b7db40b1944d4174408ae46178395d49",
                            operation='INSERT OR UPDATE OF "file_id", "cooperative_id"',
                            pgid="pgtrigger_non_conformity_same_coop_file_14dca",
                            table="certification_nonconformity",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "nonconformity",
                    pgtrigger.compiler.Trigger(
                        name="non_conformity_same_coop_audit",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.assessment_id IS NOT NULL AND (SELECT cooperative_id FROM certification_assessment WHERE id = NEW.assessment_id) <> NEW.cooperative_id) THEN RAISE EXCEPTION 'non_conformity_same_coop_audit' USING ERRCODE = 'check_violation', CONSTRAINT = 'non_conformity_same_coop_audit'; END IF; RETURN NEW;",
                            hash="385123503bfb25d30369096927db78287c4f448e",
                            operation='INSERT OR UPDATE OF "assessment_id", "cooperative_id"',
                            pgid="pgtrigger_non_conformity_same_coop_audit_e1690",
                            table="certification_nonconformity",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "nonconformity",
                    pgtrigger.compiler.Trigger(
                        name="non_conformity_never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (true) THEN RAISE EXCEPTION 'non_conformity_never_deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'non_conformity_never_deleted'; END IF; RETURN OLD;",
                            hash="6863ca7e1ad748a1a8594ef256ecd40ae57ac83d",
                            operation="DELETE",
                            pgid="pgtrigger_non_conformity_never_deleted_baf36",
                            table="certification_nonconformity",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "nonconformity",
                    pgtrigger.compiler.Trigger(
                        name="non_conformity_origin_stays",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.cooperative_id IS DISTINCT FROM OLD.cooperative_id OR NEW.file_id IS DISTINCT FROM OLD.file_id OR NEW.assessment_id IS DISTINCT FROM OLD.assessment_id OR NEW.raised_at IS DISTINCT FROM OLD.raised_at OR NEW.raised_by_id IS DISTINCT FROM OLD.raised_by_id OR NEW.found_on IS DISTINCT FROM OLD.found_on OR NEW.due_on IS DISTINCT FROM OLD.due_on) THEN RAISE EXCEPTION 'non_conformity_origin_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'non_conformity_origin_stays'; END IF; RETURN NEW;",
                            hash="3154b4cd8d355587a8d61c23b1b7744cc70fe130",
                            operation='UPDATE OF "cooperative_id", "file_id", "assessment_id", "raised_at", "raised_by_id", "found_on", "due_on"',
                            pgid="pgtrigger_non_conformity_origin_stays_078b9",
                            table="certification_nonconformity",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "nonconformity",
                    pgtrigger.compiler.Trigger(
                        name="non_conformity_locks_file",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM FROM certification_certificationfile WHERE id = NEW.file_id FOR NO KEY UPDATE; RETURN NEW;",
                            hash="0452b9bec4b401dac0a9c83770fcdd02a26e8018",
                            operation='INSERT OR UPDATE OF "severity", "state"',
                            pgid="pgtrigger_non_conformity_locks_file_1a553",
                            table="certification_nonconformity",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "nonconformity",
                    pgtrigger.compiler.Trigger(
                        name="non_conformity_of_file",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.assessment_id IS NOT NULL AND NOT EXISTS (SELECT FROM certification_assessment a WHERE a.id = NEW.assessment_id AND a.file_id = NEW.file_id AND (NEW.criterion_id IS NULL OR a.version_id = (SELECT version_id FROM certification_criterion WHERE id = NEW.criterion_id)))) THEN RAISE EXCEPTION 'non_conformity_of_file' USING ERRCODE = 'check_violation', CONSTRAINT = 'non_conformity_of_file'; END IF; RETURN NEW;",
                            hash="bc7d0b900e9dd108b2fd936965b9e62ebeb36d1b",
                            operation='INSERT OR UPDATE OF "criterion_id"',
                            pgid="pgtrigger_non_conformity_of_file_e988c",
                            table="certification_nonconformity",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "nonconformity",
                    pgtrigger.compiler.Trigger(
                        name="non_conformity_starts_open",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.state <> 'open') THEN RAISE EXCEPTION 'non_conformity_starts_open' USING ERRCODE = 'check_violation', CONSTRAINT = 'non_conformity_starts_open'; END IF; RETURN NEW;",
                            hash="5e0cc6a9bea8922f0ca73872857ff34a43ffa742",
                            operation="INSERT",
                            pgid="pgtrigger_non_conformity_starts_open_afe16",
                            table="certification_nonconformity",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "nonconformity",
                    pgtrigger.compiler.Trigger(
                        name="non_conformity_arrows",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (('open','proposed'), ('open','submitted'), ('proposed','submitted'), ('submitted','proposed'), ('submitted','returned'), ('returned','proposed'), ('returned','submitted'), ('submitted','verified'), ('verified','returned'), ('verified','closed'), ('open','voided'), ('proposed','voided'), ('submitted','voided'), ('returned','voided'), ('verified','voided'))) THEN RAISE EXCEPTION 'non_conformity_arrows' USING ERRCODE = 'check_violation', CONSTRAINT = 'non_conformity_arrows'; END IF; RETURN NEW;",
                            hash="009fc2edd23c74f2918cc209b4f74d7f81ca5b32",
                            operation='UPDATE OF "state"',
                            pgid="pgtrigger_non_conformity_arrows_b9e5e",
                            table="certification_nonconformity",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "nonconformity",
                    pgtrigger.compiler.Trigger(
                        name="non_conformity_fixed_while_verified",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (OLD.state IN ('submitted', 'verified') AND (NEW.measure, NEW.evidence, NEW.submitted_at, NEW.submitted_by_id) IS DISTINCT FROM (OLD.measure, OLD.evidence, OLD.submitted_at, OLD.submitted_by_id)) THEN RAISE EXCEPTION 'non_conformity_fixed_while_verified' USING ERRCODE = 'check_violation', CONSTRAINT = 'non_conformity_fixed_while_verified'; END IF; RETURN NEW;",
                            hash="86c9743332c8a7a0068307713827220f660b0006",
                            operation='UPDATE OF "measure", "evidence", "submitted_at", "submitted_by_id"',
                            pgid="pgtrigger_non_conformity_fixed_while_verified_82fff",
                            table="certification_nonconformity",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "nonconformity",
                    pgtrigger.compiler.Trigger(
                        name="non_conformity_fixed_once_done",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (OLD.state IN ('closed', 'voided') AND NEW IS DISTINCT FROM OLD) THEN RAISE EXCEPTION 'non_conformity_fixed_once_done' USING ERRCODE = 'check_violation', CONSTRAINT = 'non_conformity_fixed_once_done'; END IF; RETURN NEW;",
                            hash="3e4aea14ae7dbea2b9c695e3e74ffcde8a92fad7",
                            operation="UPDATE",
                            pgid="pgtrigger_non_conformity_fixed_once_done_1223e",
                            table="certification_nonconformity",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "nonconformity",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "certification_nonconformityevent" ("assessment_id", "closed_at", "closed_by_id", "closed_note", "closed_on", "cooperative_id", "criterion_id", "due_on", "evidence", "extended_at", "extended_by_id", "extended_reason", "extended_to_on", "file_id", "finding", "found_on", "id", "is_example", "measure", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "raised_at", "raised_by_id", "responsible_id", "responsible_name", "returned_at", "returned_by_id", "returned_reason", "severity", "state", "submitted_at", "submitted_by_id", "verified_at", "verified_by_id") VALUES (NEW."assessment_id", NEW."closed_at", NEW."closed_by_id", NEW."closed_note", NEW."closed_on", NEW."cooperative_id", NEW."criterion_id", NEW."due_on", NEW."evidence", NEW."extended_at", NEW."extended_by_id", NEW."extended_reason", NEW."extended_to_on", NEW."file_id", NEW."finding", NEW."found_on", NEW."id", NEW."is_example", NEW."measure", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."proposed_at", NEW."proposed_by_id", NEW."raised_at", NEW."raised_by_id", NEW."responsible_id", NEW."responsible_name", NEW."returned_at", NEW."returned_by_id", NEW."returned_reason", NEW."severity", NEW."state", NEW."submitted_at", NEW."submitted_by_id", NEW."verified_at", NEW."verified_by_id"); RETURN NULL;',
                            hash="1940af271a20ac89e260ca99bb76914b640f44ab",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_733c6",
                            table="certification_nonconformity",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "nonconformity",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "certification_nonconformityevent" ("assessment_id", "closed_at", "closed_by_id", "closed_note", "closed_on", "cooperative_id", "criterion_id", "due_on", "evidence", "extended_at", "extended_by_id", "extended_reason", "extended_to_on", "file_id", "finding", "found_on", "id", "is_example", "measure", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "raised_at", "raised_by_id", "responsible_id", "responsible_name", "returned_at", "returned_by_id", "returned_reason", "severity", "state", "submitted_at", "submitted_by_id", "verified_at", "verified_by_id") VALUES (NEW."assessment_id", NEW."closed_at", NEW."closed_by_id", NEW."closed_note", NEW."closed_on", NEW."cooperative_id", NEW."criterion_id", NEW."due_on", NEW."evidence", NEW."extended_at", NEW."extended_by_id", NEW."extended_reason", NEW."extended_to_on", NEW."file_id", NEW."finding", NEW."found_on", NEW."id", NEW."is_example", NEW."measure", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."proposed_at", NEW."proposed_by_id", NEW."raised_at", NEW."raised_by_id", NEW."responsible_id", NEW."responsible_name", NEW."returned_at", NEW."returned_by_id", NEW."returned_reason", NEW."severity", NEW."state", NEW."submitted_at", NEW."submitted_by_id", NEW."verified_at", NEW."verified_by_id"); RETURN NULL;',
                            hash="5d506250e2556d96e84707b7daa0b9cfbdbc9712",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_aff3d",
                            table="certification_nonconformity",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "nonconformity",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "certification_nonconformityevent" ("assessment_id", "closed_at", "closed_by_id", "closed_note", "closed_on", "cooperative_id", "criterion_id", "due_on", "evidence", "extended_at", "extended_by_id", "extended_reason", "extended_to_on", "file_id", "finding", "found_on", "id", "is_example", "measure", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "raised_at", "raised_by_id", "responsible_id", "responsible_name", "returned_at", "returned_by_id", "returned_reason", "severity", "state", "submitted_at", "submitted_by_id", "verified_at", "verified_by_id") VALUES (OLD."assessment_id", OLD."closed_at", OLD."closed_by_id", OLD."closed_note", OLD."closed_on", OLD."cooperative_id", OLD."criterion_id", OLD."due_on", OLD."evidence", OLD."extended_at", OLD."extended_by_id", OLD."extended_reason", OLD."extended_to_on", OLD."file_id", OLD."finding", OLD."found_on", OLD."id", OLD."is_example", OLD."measure", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."proposed_at", OLD."proposed_by_id", OLD."raised_at", OLD."raised_by_id", OLD."responsible_id", OLD."responsible_name", OLD."returned_at", OLD."returned_by_id", OLD."returned_reason", OLD."severity", OLD."state", OLD."submitted_at", OLD."submitted_by_id", OLD."verified_at", OLD."verified_by_id"); RETURN NULL;',
                            hash="6422e11a180e55155d59d2f6f0a6b80c8cb9cc92",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_83337",
                            table="certification_nonconformity",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "nonconformityevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f0bdf38320620fc0d0b9c1a08c4404c4e20051d6",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_27d67",
                            table="certification_nonconformityevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "reminderdigest",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "certification_reminderdigestevent" ("id", "is_example", "items", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "user_id", "week_on") VALUES (NEW."id", NEW."is_example", NEW."items", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sent_at", NEW."user_id", NEW."week_on"); RETURN NULL;',
                            hash="39343ae60a4e564366d51b636b7c9babaf105d81",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f0390",
                            table="certification_reminderdigest",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "reminderdigest",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "certification_reminderdigestevent" ("id", "is_example", "items", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "user_id", "week_on") VALUES (NEW."id", NEW."is_example", NEW."items", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sent_at", NEW."user_id", NEW."week_on"); RETURN NULL;',
                            hash="9cd903df6c43ba7d7ff1b5e14ce4bbdc4a3e2153",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_31370",
                            table="certification_reminderdigest",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "reminderdigest",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "certification_reminderdigestevent" ("id", "is_example", "items", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "user_id", "week_on") VALUES (OLD."id", OLD."is_example", OLD."items", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sent_at", OLD."user_id", OLD."week_on"); RETURN NULL;',
                            hash="c93784a83bc3bff8ad675788034c0b971624fdc9",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_13f8a",
                            table="certification_reminderdigest",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "reminderdigestevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="0ed5410a24e3d66509b17c2be765b873ffe9bc54",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_77f95",
                            table="certification_reminderdigestevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "reminderoptout",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "certification_reminderoptoutevent" ("id", "is_example", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (NEW."id", NEW."is_example", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."user_id"); RETURN NULL;',
                            hash="7bac3e4b669b2119e2617ed9f4906281c30990ac",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_efce7",
                            table="certification_reminderoptout",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "reminderoptout",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "certification_reminderoptoutevent" ("id", "is_example", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (NEW."id", NEW."is_example", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."user_id"); RETURN NULL;',
                            hash="771761937675d07d7704d2b10d3a4dead53d2fbb",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_20ed1",
                            table="certification_reminderoptout",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "reminderoptout",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "certification_reminderoptoutevent" ("id", "is_example", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (OLD."id", OLD."is_example", OLD."kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."user_id"); RETURN NULL;',
                            hash="e5e18576fa5442b17ee033b4af11e0658c274af9",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d1934",
                            table="certification_reminderoptout",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "reminderoptoutevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e4c20f4cecc01cc19195181cbbbde5942050c0f0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_90177",
                            table="certification_reminderoptoutevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "standard",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "certification_standardevent" ("id", "is_example", "name", "name_es", "name_pt", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme_id", "slug", "source") VALUES (NEW."id", NEW."is_example", NEW."name", NEW."name_es", NEW."name_pt", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."scheme_id", NEW."slug", NEW."source"); RETURN NULL;',
                            hash="8ff80857c10ca101a40ed0bd677460f2860f148a",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_891f7",
                            table="certification_standard",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "standard",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "certification_standardevent" ("id", "is_example", "name", "name_es", "name_pt", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme_id", "slug", "source") VALUES (NEW."id", NEW."is_example", NEW."name", NEW."name_es", NEW."name_pt", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."scheme_id", NEW."slug", NEW."source"); RETURN NULL;',
                            hash="bd8c628e2791b3c4e55249db95dc913381e98191",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8429f",
                            table="certification_standard",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "standard",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "certification_standardevent" ("id", "is_example", "name", "name_es", "name_pt", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme_id", "slug", "source") VALUES (OLD."id", OLD."is_example", OLD."name", OLD."name_es", OLD."name_pt", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."scheme_id", OLD."slug", OLD."source"); RETURN NULL;',
                            hash="bff8452003edae6210218027a6f5920baf91e3cd",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_fe9d6",
                            table="certification_standard",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "standardevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="0f5aee9472456621cd4702f63961de8fc8d24d3a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_067c2",
                            table="certification_standardevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "standardversion",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "certification_standardversionevent" ("certifier_id", "confidence", "correction_days", "cycle_years", "development_pass_mark", "due_years", "id", "is_confirmed", "is_example", "label", "note", "note_es", "note_pt", "pass_rank", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "standard_id", "suspension_months", "valid_from_on", "valid_from_precision", "valid_until_on") VALUES (NEW."certifier_id", NEW."confidence", NEW."correction_days", NEW."cycle_years", NEW."development_pass_mark", NEW."due_years", NEW."id", NEW."is_confirmed", NEW."is_example", NEW."label", NEW."note", NEW."note_es", NEW."note_pt", NEW."pass_rank", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source", NEW."standard_id", NEW."suspension_months", NEW."valid_from_on", NEW."valid_from_precision", NEW."valid_until_on"); RETURN NULL;',
                            hash="98a96e146aeb04675ea9abd8a004ee02cb8c1d51",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7d929",
                            table="certification_standardversion",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "standardversion",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "certification_standardversionevent" ("certifier_id", "confidence", "correction_days", "cycle_years", "development_pass_mark", "due_years", "id", "is_confirmed", "is_example", "label", "note", "note_es", "note_pt", "pass_rank", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "standard_id", "suspension_months", "valid_from_on", "valid_from_precision", "valid_until_on") VALUES (NEW."certifier_id", NEW."confidence", NEW."correction_days", NEW."cycle_years", NEW."development_pass_mark", NEW."due_years", NEW."id", NEW."is_confirmed", NEW."is_example", NEW."label", NEW."note", NEW."note_es", NEW."note_pt", NEW."pass_rank", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source", NEW."standard_id", NEW."suspension_months", NEW."valid_from_on", NEW."valid_from_precision", NEW."valid_until_on"); RETURN NULL;',
                            hash="aacbab44e13ab825ab74a5d70105e023139323bb",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d8962",
                            table="certification_standardversion",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "standardversion",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "certification_standardversionevent" ("certifier_id", "confidence", "correction_days", "cycle_years", "development_pass_mark", "due_years", "id", "is_confirmed", "is_example", "label", "note", "note_es", "note_pt", "pass_rank", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "standard_id", "suspension_months", "valid_from_on", "valid_from_precision", "valid_until_on") VALUES (OLD."certifier_id", OLD."confidence", OLD."correction_days", OLD."cycle_years", OLD."development_pass_mark", OLD."due_years", OLD."id", OLD."is_confirmed", OLD."is_example", OLD."label", OLD."note", OLD."note_es", OLD."note_pt", OLD."pass_rank", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."source", OLD."standard_id", OLD."suspension_months", OLD."valid_from_on", OLD."valid_from_precision", OLD."valid_until_on"); RETURN NULL;',
                            hash="d2842625bfb21eeaa5f193764407e91601c229b2",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_3722b",
                            table="certification_standardversion",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "sectionevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="957562253d94d01ac2ba167c430e4e8889370c68",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_abc4c",
                            table="certification_sectionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "section",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "certification_sectionevent" ("confidence", "id", "is_example", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "source", "title", "title_es", "title_pt", "version_id") VALUES (NEW."confidence", NEW."id", NEW."is_example", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."source", NEW."title", NEW."title_es", NEW."title_pt", NEW."version_id"); RETURN NULL;',
                            hash="57715b68bb57d27f29d97986f4ab68aff95730ed",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0f097",
                            table="certification_section",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "section",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "certification_sectionevent" ("confidence", "id", "is_example", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "source", "title", "title_es", "title_pt", "version_id") VALUES (NEW."confidence", NEW."id", NEW."is_example", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."source", NEW."title", NEW."title_es", NEW."title_pt", NEW."version_id"); RETURN NULL;',
                            hash="dc42fc487feda8ce5750d49068067ea3e11e2f96",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_39657",
                            table="certification_section",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "section",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "certification_sectionevent" ("confidence", "id", "is_example", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "source", "title", "title_es", "title_pt", "version_id") VALUES (OLD."confidence", OLD."id", OLD."is_example", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."source", OLD."title", OLD."title_es", OLD."title_pt", OLD."version_id"); RETURN NULL;',
                            hash="b7d3cec9c29468b13e62f7a91baabef4e43c5f27",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_90b06",
                            table="certification_section",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "criterionevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="5bd4c61d2da280f7520d4492e842ac1f49dbe574",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_42c42",
                            table="certification_criterionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "criterion",
                    pgtrigger.compiler.Trigger(
                        name="criterion_section_of_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF ((SELECT version_id FROM certification_section WHERE id = NEW.section_id) <> NEW.version_id) THEN RAISE EXCEPTION 'criterion_section_of_version' USING ERRCODE = 'check_violation', CONSTRAINT = 'criterion_section_of_version'; END IF; RETURN NEW;",
                            hash="1f38431a74e99720f4603ba9f4a5534513167b48",
                            operation='INSERT OR UPDATE OF "version_id", "section_id"',
                            pgid="pgtrigger_criterion_section_of_version_16165",
                            table="certification_criterion",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "criterion",
                    pgtrigger.compiler.Trigger(
                        name="criterion_due_year_of_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.due_year IS NOT NULL AND NOT NEW.due_year = ANY ((SELECT due_years FROM certification_standardversion WHERE id = NEW.version_id)::smallint[])) THEN RAISE EXCEPTION 'criterion_due_year_of_version' USING ERRCODE = 'check_violation', CONSTRAINT = 'criterion_due_year_of_version'; END IF; RETURN NEW;",
                            hash="50027611fb81d735ee23c4d24c501b18fa47fed4",
                            operation='INSERT OR UPDATE OF "due_year", "version_id"',
                            pgid="pgtrigger_criterion_due_year_of_version_bda80",
                            table="certification_criterion",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "criterion",
                    pgtrigger.compiler.Trigger(
                        name="criterion_fixed_once_judged",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF ((NEW.version_id, NEW.text, NEW.kind, NEW.due_year, NEW.answer_type) IS DISTINCT FROM (OLD.version_id, OLD.text, OLD.kind, OLD.due_year, OLD.answer_type) AND EXISTS (SELECT FROM certification_answer a JOIN certification_assessment s ON s.id = a.assessment_id WHERE a.criterion_id = OLD.id AND s.state IN ('reviewed', 'held'))) THEN RAISE EXCEPTION 'criterion_fixed_once_judged' USING ERRCODE = 'check_violation', CONSTRAINT = 'criterion_fixed_once_judged'; END IF; RETURN NEW;",
                            hash="56a86076f429817407c57830e79be61c35c70eb0",
                            operation='UPDATE OF "version_id", "text", "kind", "due_year", "answer_type"',
                            pgid="pgtrigger_criterion_fixed_once_judged_5f417",
                            table="certification_criterion",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "criterion",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "certification_criterionevent" ("answer_type", "code", "confidence", "due_year", "id", "is_example", "is_topic_level", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "section_id", "source", "text", "text_es", "text_pt", "version_id") VALUES (NEW."answer_type", NEW."code", NEW."confidence", NEW."due_year", NEW."id", NEW."is_example", NEW."is_topic_level", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."section_id", NEW."source", NEW."text", NEW."text_es", NEW."text_pt", NEW."version_id"); RETURN NULL;',
                            hash="0a67d68f22e5b2330962753c1111d8e09a02c237",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_78c8c",
                            table="certification_criterion",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "criterion",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "certification_criterionevent" ("answer_type", "code", "confidence", "due_year", "id", "is_example", "is_topic_level", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "section_id", "source", "text", "text_es", "text_pt", "version_id") VALUES (NEW."answer_type", NEW."code", NEW."confidence", NEW."due_year", NEW."id", NEW."is_example", NEW."is_topic_level", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."section_id", NEW."source", NEW."text", NEW."text_es", NEW."text_pt", NEW."version_id"); RETURN NULL;',
                            hash="0525cb8f3700b153ca7904b2d86830eb749a861e",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d6029",
                            table="certification_criterion",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "criterion",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "certification_criterionevent" ("answer_type", "code", "confidence", "due_year", "id", "is_example", "is_topic_level", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "section_id", "source", "text", "text_es", "text_pt", "version_id") VALUES (OLD."answer_type", OLD."code", OLD."confidence", OLD."due_year", OLD."id", OLD."is_example", OLD."is_topic_level", OLD."kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."section_id", OLD."source", OLD."text", OLD."text_es", OLD."text_pt", OLD."version_id"); RETURN NULL;',
                            hash="806cf1c5f416321c93116e2ccad7dc35715ac6fa",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_19f38",
                            table="certification_criterion",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "certificationfileevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c6c6dc0649a1823d14591d9e4d94030bc08ffc17",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_13fa7",
                            table="certification_certificationfileevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "certificationfile",
                    pgtrigger.compiler.Trigger(
                        name="certification_file_never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (true) THEN RAISE EXCEPTION 'certification_file_never_deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'certification_file_never_deleted'; END IF; RETURN OLD;",
                            hash="0a3da137defb0cbecc4fb91eec2eb6fa0b6191ff",
                            operation="DELETE",
                            pgid="pgtrigger_certification_file_never_deleted_053bd",
                            table="certification_certificationfile",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "certificationfile",
                    pgtrigger.compiler.Trigger(
                        name="certification_file_owner_stays",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.cooperative_id IS DISTINCT FROM OLD.cooperative_id OR NEW.scheme_id IS DISTINCT FROM OLD.scheme_id OR NEW.is_historic IS DISTINCT FROM OLD.is_historic) THEN RAISE EXCEPTION 'certification_file_owner_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'certification_file_owner_stays'; END IF; RETURN NEW;",
                            hash="846fe67ecf03cbb8d3c7aef1ca57051fb99bc90d",
                            operation='UPDATE OF "cooperative_id", "scheme_id", "is_historic"',
                            pgid="pgtrigger_certification_file_owner_stays_6bebe",
                            table="certification_certificationfile",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "certificationfile",
                    pgtrigger.compiler.Trigger(
                        name="certification_file_version_of_scheme",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.version_id IS NOT NULL AND (SELECT s.scheme_id FROM certification_standard s JOIN certification_standardversion v ON v.standard_id = s.id WHERE v.id = NEW.version_id) <> NEW.scheme_id) THEN RAISE EXCEPTION 'certification_file_version_of_scheme' USING ERRCODE = 'check_violation', CONSTRAINT = 'certification_file_version_of_scheme'; END IF; RETURN NEW;",
                            hash="0b39ee54ee70d7bf57294df2974fbdafd2bc5419",
                            operation='INSERT OR UPDATE OF "version_id"',
                            pgid="pgtrigger_certification_file_version_of_scheme_ec0ec",
                            table="certification_certificationfile",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "certificationfile",
                    pgtrigger.compiler.Trigger(
                        name="certification_file_state_from_steps",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF TG_OP = 'INSERT' THEN IF (NEW.state <> '' OR NEW.since_on IS NOT NULL) THEN RAISE EXCEPTION 'certification_file_state_from_steps' USING ERRCODE = 'check_violation', CONSTRAINT = 'certification_file_state_from_steps'; END IF; ELSE IF (pg_trigger_depth() < 2 AND (NEW.state, NEW.since_on, NEW.since_precision) IS DISTINCT FROM (OLD.state, OLD.since_on, OLD.since_precision)) THEN RAISE EXCEPTION 'certification_file_state_from_steps' USING ERRCODE = 'check_violation', CONSTRAINT = 'certification_file_state_from_steps'; END IF; END IF; RETURN NEW;",
                            hash="634eb0a1a1c5b268ee00b09367c075f1dd1f2da2",
                            operation='INSERT OR UPDATE OF "state", "since_on", "since_precision"',
                            pgid="pgtrigger_certification_file_state_from_steps_e85d6",
                            table="certification_certificationfile",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "certificationfile",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "certification_certificationfileevent" ("certifier_id", "certifier_reference", "confidence", "cooperative_id", "cycle_ends_on", "cycle_starts_on", "id", "is_example", "is_historic", "note", "note_es", "note_pt", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "products", "scheme_id", "scope", "since_on", "since_precision", "source", "state", "version_id", "year_zero_on") VALUES (NEW."certifier_id", NEW."certifier_reference", NEW."confidence", NEW."cooperative_id", NEW."cycle_ends_on", NEW."cycle_starts_on", NEW."id", NEW."is_example", NEW."is_historic", NEW."note", NEW."note_es", NEW."note_pt", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."products", NEW."scheme_id", NEW."scope", NEW."since_on", NEW."since_precision", NEW."source", NEW."state", NEW."version_id", NEW."year_zero_on"); RETURN NULL;',
                            hash="3a528c21c0ace31221ab783759ec5b825dc7f84c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d85a3",
                            table="certification_certificationfile",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "certificationfile",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "certification_certificationfileevent" ("certifier_id", "certifier_reference", "confidence", "cooperative_id", "cycle_ends_on", "cycle_starts_on", "id", "is_example", "is_historic", "note", "note_es", "note_pt", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "products", "scheme_id", "scope", "since_on", "since_precision", "source", "state", "version_id", "year_zero_on") VALUES (NEW."certifier_id", NEW."certifier_reference", NEW."confidence", NEW."cooperative_id", NEW."cycle_ends_on", NEW."cycle_starts_on", NEW."id", NEW."is_example", NEW."is_historic", NEW."note", NEW."note_es", NEW."note_pt", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."products", NEW."scheme_id", NEW."scope", NEW."since_on", NEW."since_precision", NEW."source", NEW."state", NEW."version_id", NEW."year_zero_on"); RETURN NULL;',
                            hash="288da5e07de85651b41419c3bb13e6c2cbcbcdac",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b0113",
                            table="certification_certificationfile",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "certificationfile",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "certification_certificationfileevent" ("certifier_id", "certifier_reference", "confidence", "cooperative_id", "cycle_ends_on", "cycle_starts_on", "id", "is_example", "is_historic", "note", "note_es", "note_pt", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "products", "scheme_id", "scope", "since_on", "since_precision", "source", "state", "version_id", "year_zero_on") VALUES (OLD."certifier_id", OLD."certifier_reference", OLD."confidence", OLD."cooperative_id", OLD."cycle_ends_on", OLD."cycle_starts_on", OLD."id", OLD."is_example", OLD."is_historic", OLD."note", OLD."note_es", OLD."note_pt", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."products", OLD."scheme_id", OLD."scope", OLD."since_on", OLD."since_precision", OLD."source", OLD."state", OLD."version_id", OLD."year_zero_on"); RETURN NULL;',
                            hash="5534f40104b174b838421423e19ca9941635da26",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_702ec",
                            table="certification_certificationfile",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "assessmentevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="39ce335470e4831ae7ea1401728e2a0fa76b2a47",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_7617c",
                            table="certification_assessmentevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "assessment",
                    pgtrigger.compiler.Trigger(
                        name="assessment_same_cooperative",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.file_id IS NOT NULL AND (SELECT cooperative_id FROM certification_certificationfile WHERE id = NEW.file_id) <> NEW.cooperative_id) THEN RAISE EXCEPTION 'assessment_same_cooperative' USING ERRCODE = 'check_violation', CONSTRAINT = 'assessment_same_cooperative'; END IF; RETURN NEW;",
                            hash="3a26870ec56bdea5f98aec790b6c487d14f7684f",
                            operation='INSERT OR UPDATE OF "file_id", "cooperative_id"',
                            pgid="pgtrigger_assessment_same_cooperative_1e709",
                            table="certification_assessment",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "assessment",
                    pgtrigger.compiler.Trigger(
                        name="assessment_never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (true) THEN RAISE EXCEPTION 'assessment_never_deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'assessment_never_deleted'; END IF; RETURN OLD;",
                            hash="f42da8614b216209c26db7aac17bbd0feb533abc",
                            operation="DELETE",
                            pgid="pgtrigger_assessment_never_deleted_547aa",
                            table="certification_assessment",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "assessment",
                    pgtrigger.compiler.Trigger(
                        name="assessment_version_stays",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.file_id IS DISTINCT FROM OLD.file_id OR NEW.version_id IS DISTINCT FROM OLD.version_id OR NEW.kind IS DISTINCT FROM OLD.kind OR NEW.cooperative_id IS DISTINCT FROM OLD.cooperative_id OR NEW.opened_at IS DISTINCT FROM OLD.opened_at OR NEW.opened_by_id IS DISTINCT FROM OLD.opened_by_id) THEN RAISE EXCEPTION 'assessment_version_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'assessment_version_stays'; END IF; RETURN NEW;",
                            hash="d475815672c101a2a988808e5be6cb990fb42fca",
                            operation='UPDATE OF "file_id", "version_id", "kind", "cooperative_id", "opened_at", "opened_by_id"',
                            pgid="pgtrigger_assessment_version_stays_31592",
                            table="certification_assessment",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "assessment",
                    pgtrigger.compiler.Trigger(
                        name="assessment_starts",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.state NOT IN ('planned', 'open')) THEN RAISE EXCEPTION 'assessment_starts' USING ERRCODE = 'check_violation', CONSTRAINT = 'assessment_starts'; END IF; RETURN NEW;",
                            hash="0bba7678a6d59ffccd772207b8e051d04ee5f9eb",
                            operation="INSERT",
                            pgid="pgtrigger_assessment_starts_7091d",
                            table="certification_assessment",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "assessment",
                    pgtrigger.compiler.Trigger(
                        name="assessment_version_of_scheme",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF ((SELECT s.scheme_id FROM certification_standard s JOIN certification_standardversion v ON v.standard_id = s.id WHERE v.id = NEW.version_id) <> (SELECT scheme_id FROM certification_certificationfile WHERE id = NEW.file_id)) THEN RAISE EXCEPTION 'assessment_version_of_scheme' USING ERRCODE = 'check_violation', CONSTRAINT = 'assessment_version_of_scheme'; END IF; RETURN NEW;",
                            hash="fb52e240c6e417eda3d2a2a5d7ad88c3c42e11ff",
                            operation="INSERT",
                            pgid="pgtrigger_assessment_version_of_scheme_6add1",
                            table="certification_assessment",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "assessment",
                    pgtrigger.compiler.Trigger(
                        name="assessment_state_arrows",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (('open','submitted'), ('submitted','returned'), ('returned','submitted'), ('submitted','reviewed'), ('planned','open'), ('open','held'), ('planned','cancelled'), ('open','cancelled'), ('returned','cancelled'))) THEN RAISE EXCEPTION 'assessment_state_arrows' USING ERRCODE = 'check_violation', CONSTRAINT = 'assessment_state_arrows'; END IF; RETURN NEW;",
                            hash="2338d2145945fa4a2e128665e8bee3fc0a5aec8d",
                            operation='UPDATE OF "state"',
                            pgid="pgtrigger_assessment_state_arrows_6eab6",
                            table="certification_assessment",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "assessment",
                    pgtrigger.compiler.Trigger(
                        name="assessment_fixed_once_closed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (OLD.state IN ('reviewed', 'held', 'cancelled') AND NEW IS DISTINCT FROM OLD) THEN RAISE EXCEPTION 'assessment_fixed_once_closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'assessment_fixed_once_closed'; END IF; RETURN NEW;",
                            hash="b6f15c41550a125f572609041b469c97046975fd",
                            operation="UPDATE",
                            pgid="pgtrigger_assessment_fixed_once_closed_6b352",
                            table="certification_assessment",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "assessment",
                    pgtrigger.compiler.Trigger(
                        name="assessment_not_in_future",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (greatest(NEW.started_on, NEW.ended_on, NEW.closing_report_on) > (now() AT TIME ZONE (SELECT time_zone FROM cooperatives_cooperative WHERE id = NEW.cooperative_id))::date) THEN RAISE EXCEPTION 'assessment_not_in_future' USING ERRCODE = 'check_violation', CONSTRAINT = 'assessment_not_in_future'; END IF; RETURN NEW;",
                            hash="6b397105f12c6d27ce5b3c61bf366e845045a1d4",
                            operation='INSERT OR UPDATE OF "started_on", "ended_on", "closing_report_on"',
                            pgid="pgtrigger_assessment_not_in_future_28f04",
                            table="certification_assessment",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "assessment",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "certification_assessmentevent" ("auditor", "closed_at", "closed_by_id", "closed_note", "closing_report_on", "cooperative_id", "days", "ended_on", "file_id", "id", "is_example", "kind", "note", "opened_at", "opened_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_on", "returned_at", "returned_by_id", "returned_reason", "sample", "sample_members", "started_on", "state", "submitted_at", "submitted_by_id", "version_id") VALUES (NEW."auditor", NEW."closed_at", NEW."closed_by_id", NEW."closed_note", NEW."closing_report_on", NEW."cooperative_id", NEW."days", NEW."ended_on", NEW."file_id", NEW."id", NEW."is_example", NEW."kind", NEW."note", NEW."opened_at", NEW."opened_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."planned_on", NEW."returned_at", NEW."returned_by_id", NEW."returned_reason", NEW."sample", NEW."sample_members", NEW."started_on", NEW."state", NEW."submitted_at", NEW."submitted_by_id", NEW."version_id"); RETURN NULL;',
                            hash="e0d98f97eb2566157a1c1f338532ad2359888af7",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_92385",
                            table="certification_assessment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "assessment",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "certification_assessmentevent" ("auditor", "closed_at", "closed_by_id", "closed_note", "closing_report_on", "cooperative_id", "days", "ended_on", "file_id", "id", "is_example", "kind", "note", "opened_at", "opened_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_on", "returned_at", "returned_by_id", "returned_reason", "sample", "sample_members", "started_on", "state", "submitted_at", "submitted_by_id", "version_id") VALUES (NEW."auditor", NEW."closed_at", NEW."closed_by_id", NEW."closed_note", NEW."closing_report_on", NEW."cooperative_id", NEW."days", NEW."ended_on", NEW."file_id", NEW."id", NEW."is_example", NEW."kind", NEW."note", NEW."opened_at", NEW."opened_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."planned_on", NEW."returned_at", NEW."returned_by_id", NEW."returned_reason", NEW."sample", NEW."sample_members", NEW."started_on", NEW."state", NEW."submitted_at", NEW."submitted_by_id", NEW."version_id"); RETURN NULL;',
                            hash="5c0107126a51d4541209d3037a3c38002db73c93",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c33d6",
                            table="certification_assessment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "assessment",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "certification_assessmentevent" ("auditor", "closed_at", "closed_by_id", "closed_note", "closing_report_on", "cooperative_id", "days", "ended_on", "file_id", "id", "is_example", "kind", "note", "opened_at", "opened_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_on", "returned_at", "returned_by_id", "returned_reason", "sample", "sample_members", "started_on", "state", "submitted_at", "submitted_by_id", "version_id") VALUES (OLD."auditor", OLD."closed_at", OLD."closed_by_id", OLD."closed_note", OLD."closing_report_on", OLD."cooperative_id", OLD."days", OLD."ended_on", OLD."file_id", OLD."id", OLD."is_example", OLD."kind", OLD."note", OLD."opened_at", OLD."opened_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."planned_on", OLD."returned_at", OLD."returned_by_id", OLD."returned_reason", OLD."sample", OLD."sample_members", OLD."started_on", OLD."state", OLD."submitted_at", OLD."submitted_by_id", OLD."version_id"); RETURN NULL;',
                            hash="033b8aa37627b19813031ff13b383bd860c035db",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_79c0a",
                            table="certification_assessment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "standardversionevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="7f574f5b6a3ce73fc5c0a43d3d75d70596db5a0b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_bce15",
                            table="certification_standardversionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "step",
                    pgtrigger.compiler.Trigger(
                        name="step_same_cooperative",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.file_id IS NOT NULL AND (SELECT cooperative_id FROM certification_certificationfile WHERE id = NEW.file_id) <> NEW.cooperative_id) THEN RAISE EXCEPTION 'step_same_cooperative' USING ERRCODE = 'check_violation', CONSTRAINT = 'step_same_cooperative'; END IF; RETURN NEW;",
                            hash="35081fc1407de76edb42f960772fc7e09a77d750",
                            operation='INSERT OR UPDATE OF "file_id", "cooperative_id"',
                            pgid="pgtrigger_step_same_cooperative_31a4f",
                            table="certification_step",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "step",
                    pgtrigger.compiler.Trigger(
                        name="step_never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (true) THEN RAISE EXCEPTION 'step_never_deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'step_never_deleted'; END IF; RETURN OLD;",
                            hash="6a38716b6ae7dd318fe1921a637e23f7fea82a59",
                            operation="DELETE",
                            pgid="pgtrigger_step_never_deleted_f00a3",
                            table="certification_step",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "step",
                    pgtrigger.compiler.Trigger(
                        name="step_never_changed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW IS DISTINCT FROM OLD) THEN RAISE EXCEPTION 'step_never_changed' USING ERRCODE = 'check_violation', CONSTRAINT = 'step_never_changed'; END IF; RETURN NEW;",
                            hash="f2b2169e6d37a396fb91ead3ee27c1155802f2ed",
                            operation="UPDATE",
                            pgid="pgtrigger_step_never_changed_7a16e",
                            table="certification_step",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "step",
                    pgtrigger.compiler.Trigger(
                        name="step_arrow",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE current text;",
                            func="SELECT state INTO current FROM certification_certificationfile WHERE id = NEW.file_id FOR NO KEY UPDATE; IF (NEW.from_state <> current OR NOT (NEW.is_historic AND NEW.from_state = '') AND (NEW.from_state, NEW.to_state) NOT IN (('','enquiry'), ('enquiry','preparation'), ('enquiry','application'), ('enquiry','withdrawn'), ('preparation','application'), ('preparation','withdrawn'), ('application','audit'), ('application','preparation'), ('application','denied'), ('application','withdrawn'), ('audit','correction'), ('audit','decision'), ('audit','withdrawn'), ('correction','decision'), ('correction','audit'), ('correction','denied'), ('correction','withdrawn'), ('decision','certified'), ('decision','correction'), ('decision','denied'), ('decision','withdrawn'), ('certified','suspended'), ('certified','decertified'), ('certified','withdrawn'), ('suspended','certified'), ('suspended','decertified'), ('suspended','withdrawn'), ('decertified','enquiry'), ('denied','enquiry'), ('withdrawn','enquiry'))) THEN RAISE EXCEPTION 'step_arrow' USING ERRCODE = 'check_violation', CONSTRAINT = 'step_arrow'; END IF; RETURN NEW;",
                            hash="d579c2d75af5895d6dff699fd4b93992c6e4854e",
                            operation="INSERT",
                            pgid="pgtrigger_step_arrow_f7c15",
                            table="certification_step",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "step",
                    pgtrigger.compiler.Trigger(
                        name="step_blocked_by_major",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (NEW.to_state = 'certified')",
                            func="PERFORM FROM certification_certificationfile WHERE id = NEW.file_id FOR NO KEY UPDATE; IF (EXISTS (SELECT FROM certification_nonconformity WHERE file_id = NEW.file_id AND severity = 'major' AND state NOT IN ('closed', 'voided'))) THEN RAISE EXCEPTION 'step_blocked_by_major' USING ERRCODE = 'check_violation', CONSTRAINT = 'step_blocked_by_major'; END IF; RETURN NEW;",
                            hash="8c1fcb4b5c41dc6f91db01d6969ef9851d8e909e",
                            operation="INSERT",
                            pgid="pgtrigger_step_blocked_by_major_d1421",
                            table="certification_step",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "step",
                    pgtrigger.compiler.Trigger(
                        name="step_in_order",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM FROM certification_certificationfile WHERE id = NEW.file_id FOR NO KEY UPDATE; IF (NEW.taken_on < (SELECT since_on FROM certification_certificationfile WHERE id = NEW.file_id)) THEN RAISE EXCEPTION 'step_in_order' USING ERRCODE = 'check_violation', CONSTRAINT = 'step_in_order'; END IF; RETURN NEW;",
                            hash="0acdb7d737331a3d892fa10b7cb909f87dd107c8",
                            operation="INSERT",
                            pgid="pgtrigger_step_in_order_d3110",
                            table="certification_step",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "step",
                    pgtrigger.compiler.Trigger(
                        name="step_not_in_future",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.taken_on > (now() AT TIME ZONE (SELECT time_zone FROM cooperatives_cooperative WHERE id = NEW.cooperative_id))::date) THEN RAISE EXCEPTION 'step_not_in_future' USING ERRCODE = 'check_violation', CONSTRAINT = 'step_not_in_future'; END IF; RETURN NEW;",
                            hash="6f42035ec24a6004b3512e23338590945174bae7",
                            operation="INSERT",
                            pgid="pgtrigger_step_not_in_future_1069c",
                            table="certification_step",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "step",
                    pgtrigger.compiler.Trigger(
                        name="step_suspension_limit",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (NEW.until_on IS NOT NULL)",
                            func="IF (NEW.until_on > (SELECT (NEW.taken_on + make_interval(months => v.suspension_months::integer))::date FROM certification_certificationfile f JOIN certification_standardversion v ON v.id = f.version_id WHERE f.id = NEW.file_id)) THEN RAISE EXCEPTION 'step_suspension_limit' USING ERRCODE = 'check_violation', CONSTRAINT = 'step_suspension_limit'; END IF; RETURN NEW;",
                            hash="3598c5428a384bfb05ff6b7416115e1160b5b8e4",
                            operation="INSERT",
                            pgid="pgtrigger_step_suspension_limit_a2e36",
                            table="certification_step",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "step",
                    pgtrigger.compiler.Trigger(
                        name="step_moves_file",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n                    UPDATE certification_certificationfile SET\n                        state = NEW.to_state, since_on = NEW.taken_on, since_precision = NEW.taken_precision,\n                        year_zero_on = CASE WHEN NEW.to_state = 'certified' AND NEW.taken_precision = 'day'\n                            THEN coalesce(year_zero_on, NEW.taken_on) ELSE year_zero_on END\n                    WHERE id = NEW.file_id;\n                    IF NEW.to_state IN ('suspended', 'decertified', 'denied', 'withdrawn') AND NEW.taken_on IS NOT NULL THEN\n                        UPDATE certification_tradepermission SET\n                            until_on = greatest(from_on, least(coalesce(until_on, NEW.taken_on), NEW.taken_on)),\n                            ended_at = NEW.recorded_at, ended_by_id = NEW.recorded_by_id, ended_reason = NEW.note\n                        WHERE file_id = NEW.file_id AND ended_at IS NULL\n                            AND (until_on IS NULL OR until_on > NEW.taken_on);\n                    END IF;\n                    RETURN NULL;\n                ",
                            hash="b273a054fd85ae60b1eb5910a4924319dd5014e3",
                            operation="INSERT",
                            pgid="pgtrigger_step_moves_file_f48bf",
                            table="certification_step",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "step",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "certification_stepevent" ("cooperative_id", "file_id", "from_state", "id", "is_example", "is_historic", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "source", "taken_on", "taken_precision", "to_state", "until_on") VALUES (NEW."cooperative_id", NEW."file_id", NEW."from_state", NEW."id", NEW."is_example", NEW."is_historic", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."source", NEW."taken_on", NEW."taken_precision", NEW."to_state", NEW."until_on"); RETURN NULL;',
                            hash="1fa36ebcde09f3808fe95e9c20f60aa0eeee32fb",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_90c90",
                            table="certification_step",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "step",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "certification_stepevent" ("cooperative_id", "file_id", "from_state", "id", "is_example", "is_historic", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "source", "taken_on", "taken_precision", "to_state", "until_on") VALUES (NEW."cooperative_id", NEW."file_id", NEW."from_state", NEW."id", NEW."is_example", NEW."is_historic", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."source", NEW."taken_on", NEW."taken_precision", NEW."to_state", NEW."until_on"); RETURN NULL;',
                            hash="5cf5820a5f6922d116d3f0e81e1c7e90ed48018c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7f62c",
                            table="certification_step",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "step",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "certification_stepevent" ("cooperative_id", "file_id", "from_state", "id", "is_example", "is_historic", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "source", "taken_on", "taken_precision", "to_state", "until_on") VALUES (OLD."cooperative_id", OLD."file_id", OLD."from_state", OLD."id", OLD."is_example", OLD."is_historic", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."source", OLD."taken_on", OLD."taken_precision", OLD."to_state", OLD."until_on"); RETURN NULL;',
                            hash="29a8c157c6121f8b1497dc1cefaf99b85496298a",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_952c4",
                            table="certification_step",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "stepevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="414c5b6e399569de96bc9963295c8d9156e59ce9",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_eb1fe",
                            table="certification_stepevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "tradepermission",
                    pgtrigger.compiler.Trigger(
                        name="trade_permission_same_cooperative",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.file_id IS NOT NULL AND (SELECT cooperative_id FROM certification_certificationfile WHERE id = NEW.file_id) <> NEW.cooperative_id) THEN RAISE EXCEPTION 'trade_permission_same_cooperative' USING ERRCODE = 'check_violation', CONSTRAINT = 'trade_permission_same_cooperative'; END IF; RETURN NEW;",
                            hash="145d8761efa2d02ed6853f8dcc4d4b499475a4f3",
                            operation='INSERT OR UPDATE OF "file_id", "cooperative_id"',
                            pgid="pgtrigger_trade_permission_same_cooperative_e266b",
                            table="certification_tradepermission",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "tradepermission",
                    pgtrigger.compiler.Trigger(
                        name="trade_permission_never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (true) THEN RAISE EXCEPTION 'trade_permission_never_deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'trade_permission_never_deleted'; END IF; RETURN OLD;",
                            hash="d0464e28a4a64704a0d3e40159cb8c4350dcd454",
                            operation="DELETE",
                            pgid="pgtrigger_trade_permission_never_deleted_aa7e3",
                            table="certification_tradepermission",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "tradepermission",
                    pgtrigger.compiler.Trigger(
                        name="trade_permission_blocked",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM FROM certification_certificationfile WHERE id = NEW.file_id FOR NO KEY UPDATE; IF (EXISTS (SELECT FROM certification_nonconformity WHERE file_id = NEW.file_id AND severity = 'major' AND state NOT IN ('closed', 'voided'))) THEN RAISE EXCEPTION 'trade_permission_blocked' USING ERRCODE = 'check_violation', CONSTRAINT = 'trade_permission_blocked'; END IF; RETURN NEW;",
                            hash="e4bcf0e03ff273788c9460c1ef5eb2a967191e2e",
                            operation="INSERT",
                            pgid="pgtrigger_trade_permission_blocked_85613",
                            table="certification_tradepermission",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "tradepermission",
                    pgtrigger.compiler.Trigger(
                        name="trade_permission_after_audit",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM FROM certification_certificationfile WHERE id = NEW.file_id FOR NO KEY UPDATE; IF ((SELECT state FROM certification_certificationfile WHERE id = NEW.file_id) NOT IN ('audit', 'correction', 'decision', 'certified')) THEN RAISE EXCEPTION 'trade_permission_after_audit' USING ERRCODE = 'check_violation', CONSTRAINT = 'trade_permission_after_audit'; END IF; RETURN NEW;",
                            hash="367d1db2949ab2c60cf8dd487312306eded4097b",
                            operation="INSERT",
                            pgid="pgtrigger_trade_permission_after_audit_4ffcb",
                            table="certification_tradepermission",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "tradepermission",
                    pgtrigger.compiler.Trigger(
                        name="trade_permission_no_overlap",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM FROM certification_certificationfile WHERE id = NEW.file_id FOR NO KEY UPDATE; IF (EXISTS (SELECT FROM certification_tradepermission p WHERE p.file_id = NEW.file_id AND p.id <> NEW.id AND p.from_on <= coalesce(NEW.until_on, 'infinity') AND coalesce(p.until_on, 'infinity') >= NEW.from_on)) THEN RAISE EXCEPTION 'trade_permission_no_overlap' USING ERRCODE = 'check_violation', CONSTRAINT = 'trade_permission_no_overlap'; END IF; RETURN NEW;",
                            hash="c2ef82d348403479ef172ec21ba82c65c052d7be",
                            operation='INSERT OR UPDATE OF "from_on", "until_on", "file_id"',
                            pgid="pgtrigger_trade_permission_no_overlap_e0b28",
                            table="certification_tradepermission",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "tradepermission",
                    pgtrigger.compiler.Trigger(
                        name="trade_permission_fixed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (OLD.ended_at IS NOT NULL AND NEW IS DISTINCT FROM OLD OR (NEW.file_id, NEW.cooperative_id, NEW.from_on, NEW.granted_at, NEW.granted_by_id) IS DISTINCT FROM (OLD.file_id, OLD.cooperative_id, OLD.from_on, OLD.granted_at, OLD.granted_by_id) OR NEW.until_on IS DISTINCT FROM OLD.until_on AND (NEW.ended_at IS NULL OR NEW.until_on > OLD.until_on)) THEN RAISE EXCEPTION 'trade_permission_fixed' USING ERRCODE = 'check_violation', CONSTRAINT = 'trade_permission_fixed'; END IF; RETURN NEW;",
                            hash="f956319cbe788412da5df3699566c63e1fba5a93",
                            operation="UPDATE",
                            pgid="pgtrigger_trade_permission_fixed_92d69",
                            table="certification_tradepermission",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "tradepermission",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "certification_tradepermissionevent" ("cooperative_id", "ended_at", "ended_by_id", "ended_reason", "file_id", "from_on", "granted_at", "granted_by_id", "id", "is_example", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until_on") VALUES (NEW."cooperative_id", NEW."ended_at", NEW."ended_by_id", NEW."ended_reason", NEW."file_id", NEW."from_on", NEW."granted_at", NEW."granted_by_id", NEW."id", NEW."is_example", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."until_on"); RETURN NULL;',
                            hash="baa023d63de0cbb027901670b16de93c0f00d348",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4b48f",
                            table="certification_tradepermission",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "tradepermission",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "certification_tradepermissionevent" ("cooperative_id", "ended_at", "ended_by_id", "ended_reason", "file_id", "from_on", "granted_at", "granted_by_id", "id", "is_example", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until_on") VALUES (NEW."cooperative_id", NEW."ended_at", NEW."ended_by_id", NEW."ended_reason", NEW."file_id", NEW."from_on", NEW."granted_at", NEW."granted_by_id", NEW."id", NEW."is_example", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."until_on"); RETURN NULL;',
                            hash="1fafc1abb557d7c16a5ed3ee3a4c889b7eecad89",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6263d",
                            table="certification_tradepermission",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "tradepermission",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "certification_tradepermissionevent" ("cooperative_id", "ended_at", "ended_by_id", "ended_reason", "file_id", "from_on", "granted_at", "granted_by_id", "id", "is_example", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until_on") VALUES (OLD."cooperative_id", OLD."ended_at", OLD."ended_by_id", OLD."ended_reason", OLD."file_id", OLD."from_on", OLD."granted_at", OLD."granted_by_id", OLD."id", OLD."is_example", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."until_on"); RETURN NULL;',
                            hash="d13b90f57be1177521b4d93eca5ecbe54debb985",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_3c4c7",
                            table="certification_tradepermission",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "attachmentevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="34707c519f25b8c5e7a2d3c30abc68f5be2aaa9e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_889a3",
                            table="certification_attachmentevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "attachment",
                    pgtrigger.compiler.Trigger(
                        name="attachment_same_coop_step",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.step_id IS NOT NULL AND (SELECT cooperative_id FROM certification_step WHERE id = NEW.step_id) <> NEW.cooperative_id) THEN RAISE EXCEPTION 'attachment_same_coop_step' USING ERRCODE = 'check_violation', CONSTRAINT = 'attachment_same_coop_step'; END IF; RETURN NEW;",
                            hash="dae2ecfaab6868363df569aa665f1d24babd7d18",
                            operation='INSERT OR UPDATE OF "step_id", "cooperative_id"',
                            pgid="pgtrigger_attachment_same_coop_step_750c8",
                            table="certification_attachment",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "attachment",
                    pgtrigger.compiler.Trigger(
                        name="attachment_same_coop_permission",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.permission_id IS NOT NULL AND (SELECT cooperative_id FROM certification_tradepermission WHERE id = NEW.permission_id) <> NEW.cooperative_id) THEN RAISE EXCEPTION 'attachment_same_coop_permission' USING ERRCODE = 'check_violation', CONSTRAINT = 'attachment_same_coop_permission'; END IF; RETURN NEW;",
                            hash="2e7fc91cb7fd096d01ebc3d84dfdf6f6d833e72e",
                            operation='INSERT OR UPDATE OF "permission_id", "cooperative_id"',
                            pgid="pgtrigger_attachment_same_coop_permission_03a99",
                            table="certification_attachment",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "attachment",
                    pgtrigger.compiler.Trigger(
                        name="attachment_same_coop_certificate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.certificate_id IS NOT NULL AND (SELECT cooperative_id FROM certification_certificate WHERE id = NEW.certificate_id) <> NEW.cooperative_id) THEN RAISE EXCEPTION 'attachment_same_coop_certificate' USING ERRCODE = 'check_violation', CONSTRAINT = 'attachment_same_coop_certificate'; END IF; RETURN NEW;",
                            hash="fd627be638b0ae12df46b87e72c2bb909d649132",
                            operation='INSERT OR UPDATE OF "certificate_id", "cooperative_id"',
                            pgid="pgtrigger_attachment_same_coop_certificate_91f2a",
                            table="certification_attachment",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "attachment",
                    pgtrigger.compiler.Trigger(
                        name="attachment_same_coop_assessment",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.assessment_id IS NOT NULL AND (SELECT cooperative_id FROM certification_assessment WHERE id = NEW.assessment_id) <> NEW.cooperative_id) THEN RAISE EXCEPTION 'attachment_same_coop_assessment' USING ERRCODE = 'check_violation', CONSTRAINT = 'attachment_same_coop_assessment'; END IF; RETURN NEW;",
                            hash="243cd7ae2dbeac04bc354096e04901808afc83ac",
                            operation='INSERT OR UPDATE OF "assessment_id", "cooperative_id"',
                            pgid="pgtrigger_attachment_same_coop_assessment_dee6d",
                            table="certification_attachment",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "attachment",
                    pgtrigger.compiler.Trigger(
                        name="attachment_same_coop_answer",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.answer_id IS NOT NULL AND (SELECT cooperative_id FROM certification_answer WHERE id = NEW.answer_id) <> NEW.cooperative_id) THEN RAISE EXCEPTION 'attachment_same_coop_answer' USING ERRCODE = 'check_violation', CONSTRAINT = 'attachment_same_coop_answer'; END IF; RETURN NEW;",
                            hash="6eaae980a3a76285099ed7869f0e692613d55ba9",
                            operation='INSERT OR UPDATE OF "answer_id", "cooperative_id"',
                            pgid="pgtrigger_attachment_same_coop_answer_0cd44",
                            table="certification_attachment",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "attachment",
                    pgtrigger.compiler.Trigger(
                        name="attachment_same_coop_non_conformity",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.non_conformity_id IS NOT NULL AND (SELECT cooperative_id FROM certification_nonconformity WHERE id = NEW.non_conformity_id) <> NEW.cooperative_id) THEN RAISE EXCEPTION 'attachment_same_coop_non_conformity' USING ERRCODE = 'check_violation', CONSTRAINT = 'attachment_same_coop_non_conformity'; END IF; RETURN NEW;",
                            hash="b72676e1d6c434b81a96432031d1262e23f0d1bc",
                            operation='INSERT OR UPDATE OF "non_conformity_id", "cooperative_id"',
                            pgid="pgtrigger_attachment_same_coop_non_conformity_ac533",
                            table="certification_attachment",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "attachment",
                    pgtrigger.compiler.Trigger(
                        name="attachment_same_coop_file",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.certification_file_id IS NOT NULL AND (SELECT cooperative_id FROM certification_certificationfile WHERE id = NEW.certification_file_id) <> NEW.cooperative_id) THEN RAISE EXCEPTION 'attachment_same_coop_file' USING ERRCODE = 'check_violation', CONSTRAINT = 'attachment_same_coop_file'; END IF; RETURN NEW;",
                            hash="c0764abcac5076bf15a36acc0a09a932d6d03973",
                            operation='INSERT OR UPDATE OF "certification_file_id", "cooperative_id"',
                            pgid="pgtrigger_attachment_same_coop_file_11260",
                            table="certification_attachment",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "attachment",
                    pgtrigger.compiler.Trigger(
                        name="attachment_never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (true) THEN RAISE EXCEPTION 'attachment_never_deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'attachment_never_deleted'; END IF; RETURN OLD;",
                            hash="dafb0d00872fbee32610825e2f1b90985d976c5e",
                            operation="DELETE",
                            pgid="pgtrigger_attachment_never_deleted_b8c7b",
                            table="certification_attachment",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "attachment",
                    pgtrigger.compiler.Trigger(
                        name="attachment_fixed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW IS DISTINCT FROM OLD) THEN RAISE EXCEPTION 'attachment_fixed' USING ERRCODE = 'check_violation', CONSTRAINT = 'attachment_fixed'; END IF; RETURN NEW;",
                            hash="f0a688be3eaa2e8379cb766881665a4b31f9a5b2",
                            operation="UPDATE",
                            pgid="pgtrigger_attachment_fixed_9bd5f",
                            table="certification_attachment",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "attachment",
                    pgtrigger.compiler.Trigger(
                        name="attachment_of_one",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (num_nonnulls(NEW.step_id, NEW.permission_id, NEW.certificate_id, NEW.assessment_id, NEW.answer_id, NEW.non_conformity_id) <> 1) THEN RAISE EXCEPTION 'attachment_of_one' USING ERRCODE = 'check_violation', CONSTRAINT = 'attachment_of_one'; END IF; RETURN NEW;",
                            hash="116411ccb7d0d0537dd1321d2329a78c10bdde26",
                            operation="INSERT",
                            pgid="pgtrigger_attachment_of_one_0dfc0",
                            table="certification_attachment",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "attachment",
                    pgtrigger.compiler.Trigger(
                        name="attachment_evidence_open",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE finding text; asked text;",
                            func="SELECT state INTO finding FROM certification_nonconformity WHERE id = NEW.non_conformity_id FOR SHARE; SELECT state INTO asked FROM certification_assessment WHERE id = (SELECT assessment_id FROM certification_answer WHERE id = NEW.answer_id) FOR SHARE; IF (finding NOT IN ('open', 'proposed', 'returned') OR asked NOT IN ('open', 'returned')) THEN RAISE EXCEPTION 'attachment_evidence_open' USING ERRCODE = 'check_violation', CONSTRAINT = 'attachment_evidence_open'; END IF; RETURN NEW;",
                            hash="370f4ef6f2743d7d709dab6ebe969550f0c81626",
                            operation="INSERT",
                            pgid="pgtrigger_attachment_evidence_open_f6f20",
                            table="certification_attachment",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "attachment",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "certification_attachmentevent" ("answer_id", "assessment_id", "certificate_id", "certification_file_id", "content_type", "cooperative_id", "file", "id", "is_example", "non_conformity_id", "original_name", "permission_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size", "step_id", "uploaded_at", "uploaded_by_id") VALUES (NEW."answer_id", NEW."assessment_id", NEW."certificate_id", NEW."certification_file_id", NEW."content_type", NEW."cooperative_id", NEW."file", NEW."id", NEW."is_example", NEW."non_conformity_id", NEW."original_name", NEW."permission_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sha256", NEW."size", NEW."step_id", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                            hash="326b309d1355852159d90ac130a7a530cc5729dd",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_936a3",
                            table="certification_attachment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "attachment",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "certification_attachmentevent" ("answer_id", "assessment_id", "certificate_id", "certification_file_id", "content_type", "cooperative_id", "file", "id", "is_example", "non_conformity_id", "original_name", "permission_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size", "step_id", "uploaded_at", "uploaded_by_id") VALUES (NEW."answer_id", NEW."assessment_id", NEW."certificate_id", NEW."certification_file_id", NEW."content_type", NEW."cooperative_id", NEW."file", NEW."id", NEW."is_example", NEW."non_conformity_id", NEW."original_name", NEW."permission_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sha256", NEW."size", NEW."step_id", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                            hash="76fc2ddf93613066617e4ce1785d6f37c9ed885c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7f009",
                            table="certification_attachment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "attachment",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "certification_attachmentevent" ("answer_id", "assessment_id", "certificate_id", "certification_file_id", "content_type", "cooperative_id", "file", "id", "is_example", "non_conformity_id", "original_name", "permission_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size", "step_id", "uploaded_at", "uploaded_by_id") VALUES (OLD."answer_id", OLD."assessment_id", OLD."certificate_id", OLD."certification_file_id", OLD."content_type", OLD."cooperative_id", OLD."file", OLD."id", OLD."is_example", OLD."non_conformity_id", OLD."original_name", OLD."permission_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sha256", OLD."size", OLD."step_id", OLD."uploaded_at", OLD."uploaded_by_id"); RETURN NULL;',
                            hash="ed80115822cb03dcff861fab8e67de9b1b619b62",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_acf73",
                            table="certification_attachment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "tradepermissionevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="0a5d4ba883f5247c38e84dd6bd5fc76b25fc62f3",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_1799c",
                            table="certification_tradepermissionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
