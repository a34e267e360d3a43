import uuid
from decimal import Decimal

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
        ("premiums", "0001_premium_ledger"),
        ("premiums", "0002_premium_from_sale_to_close"),
        ("premiums", "0003_found_by_words"),
        ("premiums", "0004_history_by_time"),
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
                    name="Category",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("slug", models.SlugField(unique=True, verbose_name="short key")),
                        (
                            "group",
                            models.CharField(
                                choices=[
                                    ("members", "services for members"),
                                    ("organisation", "investment in the organisation"),
                                    ("community", "services for communities"),
                                    ("other", "other"),
                                ],
                                max_length=12,
                                verbose_name="group",
                            ),
                        ),
                        ("name", models.CharField(max_length=80, verbose_name="name")),
                        ("name_es", models.CharField(blank=True, max_length=80, verbose_name="name in Spanish")),
                        ("name_pt", models.CharField(blank=True, max_length=80, verbose_name="name in Portuguese")),
                        (
                            "counts_to_quality",
                            models.BooleanField(default=False, verbose_name="counts to quality and productivity"),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                        ("source", models.TextField(blank=True, verbose_name="source")),
                    ],
                    options={
                        "verbose_name": "use category",
                        "verbose_name_plural": "use categories",
                        "ordering": ("position", "pk"),
                    },
                ),
                migrations.CreateModel(
                    name="Activity",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("title", models.CharField(max_length=120, verbose_name="title")),
                        ("title_es", models.CharField(blank=True, max_length=120, verbose_name="title in Spanish")),
                        ("title_pt", models.CharField(blank=True, max_length=120, verbose_name="title in Portuguese")),
                        ("objective", models.TextField(blank=True, verbose_name="objective")),
                        ("starts_on", models.DateField(blank=True, null=True, verbose_name="start")),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="end")),
                        (
                            "responsible",
                            models.CharField(blank=True, max_length=120, verbose_name="responsible person or body"),
                        ),
                        (
                            "quality_percent",
                            models.DecimalField(
                                db_default=Decimal("0"),
                                decimal_places=2,
                                default=Decimal("0"),
                                max_digits=5,
                                verbose_name="counts to quality and productivity (percent)",
                            ),
                        ),
                        (
                            "is_exceptional",
                            models.BooleanField(
                                db_default=False,
                                default=False,
                                help_text="Spent before an assembly could approve it.",
                                verbose_name="by exception",
                            ),
                        ),
                        (
                            "exceptional_reason",
                            models.TextField(
                                blank=True, db_default="", default="", verbose_name="why it could not wait"
                            ),
                        ),
                        (
                            "authoriser",
                            models.CharField(
                                blank=True,
                                db_default="",
                                default="",
                                help_text="The board, for example.",
                                max_length=120,
                                verbose_name="authorised by",
                            ),
                        ),
                        (
                            "authorised_amount",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="authorised amount"
                            ),
                        ),
                        ("ratify_by_on", models.DateField(blank=True, null=True, verbose_name="to be ratified by")),
                        ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                        (
                            "approved",
                            models.DecimalField(
                                db_default=Decimal("0"),
                                decimal_places=2,
                                default=Decimal("0"),
                                editable=False,
                                max_digits=14,
                                verbose_name="approved",
                            ),
                        ),
                        (
                            "spent",
                            models.DecimalField(
                                db_default=Decimal("0"),
                                decimal_places=2,
                                default=Decimal("0"),
                                editable=False,
                                max_digits=14,
                                verbose_name="spent",
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
                            "cooperative",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="activities",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "category",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="activities",
                                to="premiums.category",
                                verbose_name="use category",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "activity",
                        "verbose_name_plural": "activities",
                        "ordering": ("position", "pk"),
                    },
                ),
                migrations.CreateModel(
                    name="ActivityReport",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        (
                            "done",
                            models.CharField(
                                choices=[("yes", "yes"), ("partly", "partly"), ("no", "no")],
                                max_length=6,
                                verbose_name="carried out",
                            ),
                        ),
                        ("reason", models.TextField(blank=True, verbose_name="why not, or why only partly")),
                        (
                            "objective_reached",
                            models.CharField(
                                choices=[("yes", "yes"), ("partly", "partly"), ("no", "no")],
                                max_length=6,
                                verbose_name="objective reached",
                            ),
                        ),
                        ("next_step", models.TextField(blank=True, verbose_name="what comes next")),
                        ("reported_at", models.DateTimeField(verbose_name="reported at")),
                        (
                            "activity",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="report",
                                to="premiums.activity",
                                verbose_name="activity",
                            ),
                        ),
                        (
                            "cooperative",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="activity_reports",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "reported_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="reported by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "report on an activity",
                        "verbose_name_plural": "reports on activities",
                        "ordering": ("activity",),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("done", "yes"), models.Q(("reason", ""), _negated=True), _connector="OR"
                                ),
                                name="activity_report_reason",
                                violation_error_message="Say why the activity was not carried out in full.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ActivityReportEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        (
                            "done",
                            models.CharField(
                                choices=[("yes", "yes"), ("partly", "partly"), ("no", "no")],
                                max_length=6,
                                verbose_name="carried out",
                            ),
                        ),
                        ("reason", models.TextField(blank=True, verbose_name="why not, or why only partly")),
                        (
                            "objective_reached",
                            models.CharField(
                                choices=[("yes", "yes"), ("partly", "partly"), ("no", "no")],
                                max_length=6,
                                verbose_name="objective reached",
                            ),
                        ),
                        ("next_step", models.TextField(blank=True, verbose_name="what comes next")),
                        ("reported_at", models.DateTimeField(verbose_name="reported at")),
                        (
                            "activity",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="premiums.activity",
                                verbose_name="activity",
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
                                to="premiums.activityreport",
                            ),
                        ),
                        (
                            "reported_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="reported by",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Allotment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("amount", models.DecimalField(decimal_places=2, max_digits=12, verbose_name="amount")),
                        (
                            "activity",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="allotments",
                                to="premiums.activity",
                                verbose_name="activity",
                            ),
                        ),
                        (
                            "cooperative",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="allotments",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "allotment",
                        "verbose_name_plural": "allotments",
                        "ordering": ("resolution", "activity"),
                    },
                ),
                migrations.CreateModel(
                    name="Assembly",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("held_on", models.DateField(blank=True, null=True, verbose_name="held on")),
                        (
                            "held_precision",
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
                            "kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("ordinary", "ordinary assembly"),
                                    ("extraordinary", "extraordinary assembly"),
                                    ("delegates", "assembly of delegates"),
                                ],
                                max_length=13,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "call",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[(1, "first call"), (2, "second call")],
                                null=True,
                                verbose_name="call",
                            ),
                        ),
                        (
                            "entitled",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="entitled to vote"),
                        ),
                        (
                            "present_women",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="women present"),
                        ),
                        ("present_men", models.PositiveIntegerField(blank=True, null=True, verbose_name="men present")),
                        (
                            "quorum_percent",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=5,
                                null=True,
                                verbose_name="quorum (percent of those entitled)",
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
                            "cooperative",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assemblies",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "assembly",
                        "verbose_name_plural": "assemblies",
                        "ordering": (models.OrderBy(models.F("held_on"), descending=True, nulls_last=True), "-pk"),
                        "indexes": [models.Index(fields=["cooperative", "held_on"], name="assembly_by_cooperative")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("held_on__isnull", True), ("held_precision", "")),
                                    models.Q(
                                        ("held_on__isnull", False),
                                        models.Q(
                                            ("held_precision", "day"),
                                            models.Q(
                                                ("held_precision", "month"),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractDay(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("held_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                            ),
                                            models.Q(
                                                ("held_precision__in", ["year", "early"]),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractMonth(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("held_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractDay(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("held_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                            ),
                                            models.Q(
                                                ("held_precision", "late"),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractMonth(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("held_on"), models.DateField()
                                                        )
                                                    ),
                                                    10,
                                                ),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractDay(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("held_on"), models.DateField()
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
                                name="assembly_date_precision",
                                violation_error_message="A date needs to say how much of it is known: for a month enter its first day, for a year or early in a year 1 January, for late in a year 1 October; leave both empty when the date is not known.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("is_historic", True),
                                    models.Q(
                                        ("entitled__gt", 0),
                                        ("entitled__isnull", False),
                                        ("held_on__isnull", False),
                                        ("present_men__isnull", False),
                                        ("present_women__isnull", False),
                                        ("quorum_percent__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="assembly_complete",
                                violation_error_message="Record the date, how many members may vote, how many women and men came, and the quorum.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("is_historic", False), models.Q(("source", ""), _negated=True), _connector="OR"
                                ),
                                name="assembly_historic_source",
                                violation_error_message="A historic entry needs its source.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("entitled__isnull", True),
                                    ("present_women__isnull", True),
                                    ("present_men__isnull", True),
                                    (
                                        "entitled__gte",
                                        django.db.models.expressions.CombinedExpression(
                                            models.F("present_women"), "+", models.F("present_men")
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="assembly_present_within_entitled",
                                violation_error_message="More people present than may vote: check the three numbers.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("quorum_percent__isnull", True),
                                    models.Q(("quorum_percent__gt", 0), ("quorum_percent__lte", 100)),
                                    _connector="OR",
                                ),
                                name="assembly_quorum_percent",
                                violation_error_message="The quorum is a percentage above 0 and up to 100.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AssemblyEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("held_on", models.DateField(blank=True, null=True, verbose_name="held on")),
                        (
                            "held_precision",
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
                            "kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("ordinary", "ordinary assembly"),
                                    ("extraordinary", "extraordinary assembly"),
                                    ("delegates", "assembly of delegates"),
                                ],
                                max_length=13,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "call",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[(1, "first call"), (2, "second call")],
                                null=True,
                                verbose_name="call",
                            ),
                        ),
                        (
                            "entitled",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="entitled to vote"),
                        ),
                        (
                            "present_women",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="women present"),
                        ),
                        ("present_men", models.PositiveIntegerField(blank=True, null=True, verbose_name="men present")),
                        (
                            "quorum_percent",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=5,
                                null=True,
                                verbose_name="quorum (percent of those entitled)",
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
                                to="premiums.assembly",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="AssemblyFile",
                    fields=[
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("original_name", models.CharField(max_length=160, verbose_name="name of the file")),
                        ("content_type", models.CharField(max_length=40, verbose_name="type")),
                        ("size", models.PositiveIntegerField(verbose_name="size (bytes)")),
                        ("sha256", models.CharField(max_length=64, verbose_name="fingerprint")),
                        ("uploaded_at", models.DateTimeField(verbose_name="uploaded at")),
                        (
                            "kind",
                            models.CharField(
                                choices=[("minutes", "minutes"), ("attendance", "attendance list")],
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        ("file", models.FileField(max_length=200, upload_to="assemblies/%Y/%m/", verbose_name="file")),
                        (
                            "assembly",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="files",
                                to="premiums.assembly",
                                verbose_name="assembly",
                            ),
                        ),
                        (
                            "cooperative",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assembly_files",
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
                    ],
                    options={
                        "verbose_name": "paper of an assembly",
                        "verbose_name_plural": "papers of assemblies",
                        "ordering": ("assembly", "kind", "uploaded_at"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("assembly", "kind", "sha256"),
                                name="assembly_file_once",
                                violation_error_message="This file is already kept with the assembly.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("size__gt", 0), ("size__lte", 10485760)),
                                name="assembly_file_size",
                                violation_error_message="A file of an assembly has at most 10 MB.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AssemblyFileEvent",
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
                            "kind",
                            models.CharField(
                                choices=[("minutes", "minutes"), ("attendance", "attendance list")],
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        ("file", models.FileField(max_length=200, upload_to="assemblies/%Y/%m/", verbose_name="file")),
                        (
                            "assembly",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="premiums.assembly",
                                verbose_name="assembly",
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
                                to="premiums.assemblyfile",
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
                    name="AssemblyRule",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("from_on", models.DateField(verbose_name="from")),
                        (
                            "quorum_first_percent",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=5,
                                verbose_name="quorum at the first call (percent of those entitled)",
                            ),
                        ),
                        (
                            "quorum_second_percent",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=5,
                                verbose_name="quorum at the second call (percent of those entitled)",
                            ),
                        ),
                        (
                            "majority",
                            models.CharField(
                                choices=[
                                    ("simple", "more for than against"),
                                    ("absolute", "more than half of those present"),
                                    ("two thirds", "two thirds of those present"),
                                ],
                                default="simple",
                                max_length=10,
                                verbose_name="majority",
                            ),
                        ),
                        (
                            "source",
                            models.TextField(
                                blank=True, help_text="The article of the bylaws, for example.", verbose_name="source"
                            ),
                        ),
                        (
                            "cooperative",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assembly_rules",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "rule for assemblies",
                        "verbose_name_plural": "rules for assemblies",
                        "ordering": ("cooperative", "-from_on"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("cooperative", "from_on"),
                                name="assembly_rule_once",
                                violation_error_message="The co-op already has a rule from this date.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("quorum_first_percent__gt", 0),
                                    ("quorum_first_percent__lte", 100),
                                    ("quorum_second_percent__gt", 0),
                                    ("quorum_second_percent__lte", 100),
                                ),
                                name="assembly_rule_percent",
                                violation_error_message="The quorum is a percentage above 0 and up to 100.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AssemblyRuleEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("from_on", models.DateField(verbose_name="from")),
                        (
                            "quorum_first_percent",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=5,
                                verbose_name="quorum at the first call (percent of those entitled)",
                            ),
                        ),
                        (
                            "quorum_second_percent",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=5,
                                verbose_name="quorum at the second call (percent of those entitled)",
                            ),
                        ),
                        (
                            "majority",
                            models.CharField(
                                choices=[
                                    ("simple", "more for than against"),
                                    ("absolute", "more than half of those present"),
                                    ("two thirds", "two thirds of those present"),
                                ],
                                default="simple",
                                max_length=10,
                                verbose_name="majority",
                            ),
                        ),
                        (
                            "source",
                            models.TextField(
                                blank=True, help_text="The article of the bylaws, for example.", verbose_name="source"
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
                                to="premiums.assemblyrule",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CategoryEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("slug", models.SlugField(db_index=False, verbose_name="short key")),
                        (
                            "group",
                            models.CharField(
                                choices=[
                                    ("members", "services for members"),
                                    ("organisation", "investment in the organisation"),
                                    ("community", "services for communities"),
                                    ("other", "other"),
                                ],
                                max_length=12,
                                verbose_name="group",
                            ),
                        ),
                        ("name", models.CharField(max_length=80, verbose_name="name")),
                        ("name_es", models.CharField(blank=True, max_length=80, verbose_name="name in Spanish")),
                        ("name_pt", models.CharField(blank=True, max_length=80, verbose_name="name in Portuguese")),
                        (
                            "counts_to_quality",
                            models.BooleanField(default=False, verbose_name="counts to quality and productivity"),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
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
                                to="premiums.category",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Expense",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("spent_on", models.DateField(blank=True, null=True, verbose_name="date")),
                        (
                            "spent_precision",
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
                            "amount",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="amount"
                            ),
                        ),
                        ("payee", models.CharField(blank=True, max_length=120, verbose_name="paid to")),
                        ("purpose", models.CharField(max_length=240, verbose_name="what for")),
                        (
                            "purpose_es",
                            models.CharField(blank=True, max_length=240, verbose_name="what for, in Spanish"),
                        ),
                        (
                            "purpose_pt",
                            models.CharField(blank=True, max_length=240, verbose_name="what for, in Portuguese"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("logged", "logged"),
                                    ("checked", "checked"),
                                    ("returned", "returned"),
                                    ("voided", "voided"),
                                ],
                                default="logged",
                                max_length=8,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "form_key",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True, verbose_name="key of the form"
                            ),
                        ),
                        (
                            "logged_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="logged at"),
                        ),
                        (
                            "checked_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="checked at"),
                        ),
                        (
                            "returned_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="returned at"),
                        ),
                        ("returned_reason", models.TextField(blank=True, verbose_name="why it was returned")),
                        (
                            "voided_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="voided at"),
                        ),
                        ("voided_reason", models.TextField(blank=True, verbose_name="why it was voided")),
                        (
                            "document_kind",
                            models.CharField(
                                blank=True,
                                choices=[("cfdi", "CFDI (folio fiscal)"), ("nfe", "NF-e (access key)")],
                                db_default="",
                                default="",
                                max_length=4,
                                verbose_name="tax document",
                            ),
                        ),
                        (
                            "document_number",
                            models.CharField(
                                blank=True,
                                db_default="",
                                default="",
                                max_length=44,
                                verbose_name="number of the tax document",
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
                            "activity",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="expenses",
                                to="premiums.activity",
                                verbose_name="activity",
                            ),
                        ),
                        (
                            "checked_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="checked by",
                            ),
                        ),
                        (
                            "cooperative",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="expenses",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "logged_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="expenses_logged",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="logged by",
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
                            "split_of",
                            models.ForeignKey(
                                blank=True,
                                help_text="Set when one voucher pays for two activities: the voucher stays with the first entry.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="parts",
                                to="premiums.expense",
                                verbose_name="part of one voucher with",
                            ),
                        ),
                        (
                            "voided_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="voided by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "expense",
                        "verbose_name_plural": "expenses",
                        "ordering": (models.OrderBy(models.F("spent_on"), descending=True, nulls_last=True), "-pk"),
                        "indexes": [
                            models.Index(
                                models.F("cooperative"),
                                models.OrderBy(models.F("spent_on"), descending=True, nulls_last=True),
                                models.OrderBy(models.F("id"), descending=True),
                                name="expense_newest",
                            ),
                            models.Index(fields=["activity", "state"], name="expense_by_activity"),
                            models.Index(fields=["cooperative", "state"], name="expense_by_state"),
                            models.Index(fields=["cooperative", "logged_at"], name="expense_by_entry"),
                            models.Index(fields=["cooperative", "amount"], name="expense_by_amount"),
                            models.Index(
                                models.F("cooperative"),
                                django.contrib.postgres.indexes.OpClass("document_number", "varchar_pattern_ops"),
                                condition=models.Q(("document_number", ""), _negated=True),
                                name="expense_by_document",
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                django.contrib.postgres.search.SearchVector(
                                    models.Func(
                                        django.db.models.functions.text.Lower(
                                            models.Func(
                                                models.F("payee"),
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
                                    django.db.models.functions.text.Concat(
                                        models.Value("zqowner"),
                                        django.db.models.functions.comparison.Cast("cooperative", models.TextField()),
                                        output_field=models.TextField(),
                                    ),
                                    config="simple",
                                ),
                                name="expense_by_words",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("spent_on__isnull", True), ("spent_precision", "")),
                                    models.Q(
                                        ("spent_on__isnull", False),
                                        models.Q(
                                            ("spent_precision", "day"),
                                            models.Q(
                                                ("spent_precision", "month"),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractDay(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("spent_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                            ),
                                            models.Q(
                                                ("spent_precision__in", ["year", "early"]),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractMonth(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("spent_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractDay(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("spent_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                            ),
                                            models.Q(
                                                ("spent_precision", "late"),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractMonth(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("spent_on"), models.DateField()
                                                        )
                                                    ),
                                                    10,
                                                ),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractDay(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("spent_on"), models.DateField()
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
                                name="expense_date_precision",
                                violation_error_message="A date needs to say how much of it is known: for a month enter its first day, for a year or early in a year 1 January, for late in a year 1 October; leave both empty when the date is not known.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("logged_at__isnull", True), ("logged_by__isnull", True)),
                                    models.Q(("logged_at__isnull", False), ("logged_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="expense_logged",
                                violation_error_message="Who and when are recorded together, or not at all.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("checked_at__isnull", True), ("checked_by__isnull", True)),
                                    models.Q(("checked_at__isnull", False), ("checked_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="expense_checked",
                                violation_error_message="Who and when are recorded together, or not at all.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("returned_at__isnull", True), ("returned_by__isnull", True)),
                                    models.Q(("returned_at__isnull", False), ("returned_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="expense_returned",
                                violation_error_message="Who and when are recorded together, or not at all.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("voided_at__isnull", True), ("voided_by__isnull", True)),
                                    models.Q(("voided_at__isnull", False), ("voided_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="expense_voided",
                                violation_error_message="Who and when are recorded together, or not at all.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("is_historic", True),
                                    models.Q(
                                        ("amount__isnull", False),
                                        ("logged_at__isnull", False),
                                        ("spent_on__isnull", False),
                                        ("spent_precision", "day"),
                                    ),
                                    _connector="OR",
                                ),
                                name="expense_complete",
                                violation_error_message="An expense has a date, an amount and the person who logged it.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    models.Q(("document_number", ""), _negated=True),
                                    models.Q(("state", "voided"), _negated=True),
                                ),
                                fields=("cooperative", "document_number"),
                                name="expense_document_once",
                                violation_error_message="Another expense of this co-op already has this document number: one invoice is claimed once.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("document_kind", ""), ("document_number", "")),
                                    models.Q(
                                        models.Q(("document_kind", ""), _negated=True),
                                        models.Q(("document_number", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="expense_document_kind",
                                violation_error_message="Give both the kind of tax document and its number, or neither.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("split_of__isnull", True), ("document_number", ""), _connector="OR"
                                ),
                                name="expense_split_has_no_document",
                                violation_error_message="The document number stays with the first entry of a split voucher.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("amount__isnull", True), ("amount__gt", 0), _connector="OR"),
                                name="expense_amount_above_zero",
                                violation_error_message="An amount is above zero. To take an expense back, void it.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("is_historic", False), models.Q(("source", ""), _negated=True), _connector="OR"
                                ),
                                name="expense_historic_source",
                                violation_error_message="A historic entry needs its source.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("checked_by__isnull", True),
                                    ("logged_by__isnull", True),
                                    models.Q(("checked_by", models.F("logged_by")), _negated=True),
                                    _connector="OR",
                                ),
                                name="expense_checker_is_not_logger",
                                violation_error_message="Nobody checks what they logged themselves. Ask another person.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "checked"), _negated=True),
                                    ("checked_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="expense_checked_by_someone",
                                violation_error_message="A checked expense says who checked it and when.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state__in", ["logged", "returned"]), _negated=True),
                                    ("checked_at__isnull", True),
                                    _connector="OR",
                                ),
                                name="expense_checked_only_then",
                                violation_error_message="Only a checked expense says who checked it.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "returned"), _negated=True),
                                    models.Q(
                                        ("returned_at__isnull", False), models.Q(("returned_reason", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="expense_returned_with_reason",
                                violation_error_message="Say what needs to be corrected.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "voided"), _negated=True),
                                    models.Q(
                                        ("voided_at__isnull", False), models.Q(("voided_reason", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="expense_voided_with_reason",
                                violation_error_message="Say why the expense is voided.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExpenseEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("spent_on", models.DateField(blank=True, null=True, verbose_name="date")),
                        (
                            "spent_precision",
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
                            "amount",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="amount"
                            ),
                        ),
                        ("payee", models.CharField(blank=True, max_length=120, verbose_name="paid to")),
                        ("purpose", models.CharField(max_length=240, verbose_name="what for")),
                        (
                            "purpose_es",
                            models.CharField(blank=True, max_length=240, verbose_name="what for, in Spanish"),
                        ),
                        (
                            "purpose_pt",
                            models.CharField(blank=True, max_length=240, verbose_name="what for, in Portuguese"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("logged", "logged"),
                                    ("checked", "checked"),
                                    ("returned", "returned"),
                                    ("voided", "voided"),
                                ],
                                default="logged",
                                max_length=8,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "form_key",
                            models.UUIDField(default=uuid.uuid4, editable=False, verbose_name="key of the form"),
                        ),
                        (
                            "logged_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="logged at"),
                        ),
                        (
                            "checked_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="checked at"),
                        ),
                        (
                            "returned_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="returned at"),
                        ),
                        ("returned_reason", models.TextField(blank=True, verbose_name="why it was returned")),
                        (
                            "voided_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="voided at"),
                        ),
                        ("voided_reason", models.TextField(blank=True, verbose_name="why it was voided")),
                        (
                            "document_kind",
                            models.CharField(
                                blank=True,
                                choices=[("cfdi", "CFDI (folio fiscal)"), ("nfe", "NF-e (access key)")],
                                db_default="",
                                default="",
                                max_length=4,
                                verbose_name="tax document",
                            ),
                        ),
                        (
                            "document_number",
                            models.CharField(
                                blank=True,
                                db_default="",
                                default="",
                                max_length=44,
                                verbose_name="number of the tax document",
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
                            "activity",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="premiums.activity",
                                verbose_name="activity",
                            ),
                        ),
                        (
                            "checked_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="checked by",
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
                            "logged_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="logged by",
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
                                to="premiums.expense",
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
                            "split_of",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="Set when one voucher pays for two activities: the voucher stays with the first entry.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="premiums.expense",
                                verbose_name="part of one voucher with",
                            ),
                        ),
                        (
                            "voided_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="voided by",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Fund",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        (
                            "currency",
                            models.CharField(
                                choices=[
                                    ("MXN", "Mexican peso"),
                                    ("BRL", "Brazilian real"),
                                    ("USD", "US dollar"),
                                    ("EUR", "euro"),
                                    ("IDR", "Indonesian rupiah"),
                                ],
                                max_length=3,
                                verbose_name="currency",
                            ),
                        ),
                        (
                            "received",
                            models.DecimalField(
                                db_default=Decimal("0"),
                                decimal_places=2,
                                default=Decimal("0"),
                                editable=False,
                                max_digits=14,
                                verbose_name="received",
                            ),
                        ),
                        (
                            "approved",
                            models.DecimalField(
                                db_default=Decimal("0"),
                                decimal_places=2,
                                default=Decimal("0"),
                                editable=False,
                                max_digits=14,
                                verbose_name="approved",
                            ),
                        ),
                        (
                            "spent",
                            models.DecimalField(
                                db_default=Decimal("0"),
                                decimal_places=2,
                                default=Decimal("0"),
                                editable=False,
                                max_digits=14,
                                verbose_name="spent",
                            ),
                        ),
                        (
                            "unratified",
                            models.DecimalField(
                                db_default=Decimal("0"),
                                decimal_places=2,
                                default=Decimal("0"),
                                editable=False,
                                max_digits=14,
                                verbose_name="spent by exception, not yet ratified",
                            ),
                        ),
                        (
                            "cooperative",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="fund",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "premium fund",
                        "verbose_name_plural": "premium funds",
                        "ordering": ("cooperative",),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("approved__gte", 0),
                                    ("received__gte", 0),
                                    ("spent__gte", 0),
                                    ("unratified__gte", 0),
                                ),
                                name="fund_totals_not_negative",
                                violation_error_message="A total of the fund would fall below zero.",
                            )
                        ],
                    },
                ),
                migrations.AddField(
                    model_name="activity",
                    name="fund",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="activities",
                        to="premiums.fund",
                        verbose_name="premium fund",
                    ),
                ),
                migrations.CreateModel(
                    name="FundEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        (
                            "currency",
                            models.CharField(
                                choices=[
                                    ("MXN", "Mexican peso"),
                                    ("BRL", "Brazilian real"),
                                    ("USD", "US dollar"),
                                    ("EUR", "euro"),
                                    ("IDR", "Indonesian rupiah"),
                                ],
                                max_length=3,
                                verbose_name="currency",
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
                                to="premiums.fund",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Plan",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("title", models.CharField(max_length=120, verbose_name="title")),
                        ("title_es", models.CharField(blank=True, max_length=120, verbose_name="title in Spanish")),
                        ("title_pt", models.CharField(blank=True, max_length=120, verbose_name="title in Portuguese")),
                        ("starts_on", models.DateField(blank=True, null=True, verbose_name="from")),
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
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="to")),
                        (
                            "closed_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="closed at"),
                        ),
                        ("source", models.TextField(blank=True, verbose_name="source")),
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
                                related_name="plans",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "fund",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="plans",
                                to="premiums.fund",
                                verbose_name="premium fund",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "premium plan",
                        "verbose_name_plural": "premium plans",
                        "ordering": (models.OrderBy(models.F("starts_on"), descending=True, nulls_last=True), "pk"),
                        "constraints": [
                            models.CheckConstraint(
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
                                name="plan_start_precision",
                                violation_error_message="A date needs to say how much of it is known: for a month enter its first day, for a year or early in a year 1 January, for late in a year 1 October; leave both empty when the date is not known.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("closed_at__isnull", True), ("closed_by__isnull", True)),
                                    models.Q(("closed_at__isnull", False), ("closed_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="plan_closed",
                                violation_error_message="Who and when are recorded together, or not at all.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends_on__isnull", True),
                                    ("starts_on__isnull", True),
                                    ("ends_on__gte", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="plan_ends_after_start",
                                violation_error_message="A plan can't end before it starts.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ActivityEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("title", models.CharField(max_length=120, verbose_name="title")),
                        ("title_es", models.CharField(blank=True, max_length=120, verbose_name="title in Spanish")),
                        ("title_pt", models.CharField(blank=True, max_length=120, verbose_name="title in Portuguese")),
                        ("objective", models.TextField(blank=True, verbose_name="objective")),
                        ("starts_on", models.DateField(blank=True, null=True, verbose_name="start")),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="end")),
                        (
                            "responsible",
                            models.CharField(blank=True, max_length=120, verbose_name="responsible person or body"),
                        ),
                        (
                            "quality_percent",
                            models.DecimalField(
                                db_default=Decimal("0"),
                                decimal_places=2,
                                default=Decimal("0"),
                                max_digits=5,
                                verbose_name="counts to quality and productivity (percent)",
                            ),
                        ),
                        (
                            "is_exceptional",
                            models.BooleanField(
                                db_default=False,
                                default=False,
                                help_text="Spent before an assembly could approve it.",
                                verbose_name="by exception",
                            ),
                        ),
                        (
                            "exceptional_reason",
                            models.TextField(
                                blank=True, db_default="", default="", verbose_name="why it could not wait"
                            ),
                        ),
                        (
                            "authoriser",
                            models.CharField(
                                blank=True,
                                db_default="",
                                default="",
                                help_text="The board, for example.",
                                max_length=120,
                                verbose_name="authorised by",
                            ),
                        ),
                        (
                            "authorised_amount",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="authorised amount"
                            ),
                        ),
                        ("ratify_by_on", models.DateField(blank=True, null=True, verbose_name="to be ratified by")),
                        ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
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
                                to="premiums.activity",
                            ),
                        ),
                        (
                            "category",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="premiums.category",
                                verbose_name="use category",
                            ),
                        ),
                        (
                            "fund",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="premiums.fund",
                                verbose_name="premium fund",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="premiums.plan",
                                verbose_name="premium plan",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="activity",
                    name="plan",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="activities",
                        to="premiums.plan",
                        verbose_name="premium plan",
                    ),
                ),
                migrations.CreateModel(
                    name="PlanEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("title", models.CharField(max_length=120, verbose_name="title")),
                        ("title_es", models.CharField(blank=True, max_length=120, verbose_name="title in Spanish")),
                        ("title_pt", models.CharField(blank=True, max_length=120, verbose_name="title in Portuguese")),
                        ("starts_on", models.DateField(blank=True, null=True, verbose_name="from")),
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
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="to")),
                        (
                            "closed_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="closed at"),
                        ),
                        ("source", models.TextField(blank=True, verbose_name="source")),
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
                            "fund",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="premiums.fund",
                                verbose_name="premium fund",
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
                                to="premiums.plan",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PlanLine",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("title", models.CharField(max_length=120, verbose_name="title")),
                        ("objective", models.TextField(verbose_name="objective")),
                        ("starts_on", models.DateField(verbose_name="start")),
                        ("ends_on", models.DateField(verbose_name="end")),
                        ("responsible", models.CharField(max_length=120, verbose_name="responsible person or body")),
                        ("budget", models.DecimalField(decimal_places=2, max_digits=12, verbose_name="budget")),
                        (
                            "quality_percent",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("0"),
                                max_digits=5,
                                verbose_name="counts to quality and productivity (percent)",
                            ),
                        ),
                        (
                            "expected_women",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="women expected to benefit"
                            ),
                        ),
                        (
                            "expected_men",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="men expected to benefit"),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                        (
                            "activity",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="lines",
                                to="premiums.activity",
                                verbose_name="activity",
                            ),
                        ),
                        (
                            "category",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="premiums.category",
                                verbose_name="use category",
                            ),
                        ),
                        (
                            "cooperative",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="plan_lines",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "line of a plan",
                        "verbose_name_plural": "lines of plans",
                        "ordering": ("version", "position", "pk"),
                    },
                ),
                migrations.CreateModel(
                    name="PlanVersion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("number", models.PositiveSmallIntegerField(verbose_name="version")),
                        ("changes", models.TextField(blank=True, verbose_name="what changes and why")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "draft"),
                                    ("approved", "approved"),
                                    ("superseded", "superseded"),
                                    ("withdrawn", "withdrawn"),
                                ],
                                default="draft",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "approved_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="approved at"),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="withdrawn at"),
                        ),
                        (
                            "approved_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="recorded as approved by",
                            ),
                        ),
                        (
                            "cooperative",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="plan_versions",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="versions",
                                to="premiums.plan",
                                verbose_name="premium plan",
                            ),
                        ),
                        (
                            "withdrawn_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="withdrawn by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version of a plan",
                        "verbose_name_plural": "versions of plans",
                        "ordering": ("plan", "-number"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("plan", "number"),
                                name="plan_version_number",
                                violation_error_message="The plan already has a version with this number.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "approved")),
                                fields=("plan",),
                                name="plan_one_live_version",
                                violation_error_message="A plan has one approved version at a time.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "draft")),
                                fields=("plan",),
                                name="plan_one_draft",
                                violation_error_message="The plan already has a draft: finish that one.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("number", 1), models.Q(("changes", ""), _negated=True), _connector="OR"
                                ),
                                name="plan_version_says_what_changes",
                                violation_error_message="Say what the amendment changes, and why.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("approved_at__isnull", True), ("state__in", ["draft", "withdrawn"])),
                                    models.Q(("approved_at__isnull", False), ("state__in", ["approved", "superseded"])),
                                    _connector="OR",
                                ),
                                name="plan_version_approved_state",
                                violation_error_message="An approved version says when it was approved and by whom.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("approved_at__isnull", True), ("approved_by__isnull", True)),
                                    models.Q(("approved_at__isnull", False), ("approved_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="plan_version_approved",
                                violation_error_message="Who and when are recorded together, or not at all.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "withdrawn"), ("withdrawn_at__isnull", False)),
                                    models.Q(
                                        ("withdrawn_at__isnull", True), models.Q(("state", "withdrawn"), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="plan_version_withdrawn_state",
                                violation_error_message="A withdrawn draft says when it was withdrawn and by whom.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawn_at__isnull", True), ("withdrawn_by__isnull", True)),
                                    models.Q(("withdrawn_at__isnull", False), ("withdrawn_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="plan_version_withdrawn",
                                violation_error_message="Who and when are recorded together, or not at all.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlanLineEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("title", models.CharField(max_length=120, verbose_name="title")),
                        ("objective", models.TextField(verbose_name="objective")),
                        ("starts_on", models.DateField(verbose_name="start")),
                        ("ends_on", models.DateField(verbose_name="end")),
                        ("responsible", models.CharField(max_length=120, verbose_name="responsible person or body")),
                        ("budget", models.DecimalField(decimal_places=2, max_digits=12, verbose_name="budget")),
                        (
                            "quality_percent",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("0"),
                                max_digits=5,
                                verbose_name="counts to quality and productivity (percent)",
                            ),
                        ),
                        (
                            "expected_women",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="women expected to benefit"
                            ),
                        ),
                        (
                            "expected_men",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="men expected to benefit"),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                        (
                            "activity",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="premiums.activity",
                                verbose_name="activity",
                            ),
                        ),
                        (
                            "category",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="premiums.category",
                                verbose_name="use category",
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
                                to="premiums.planline",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="premiums.planversion",
                                verbose_name="version of the plan",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="planline",
                    name="version",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="premiums.planversion",
                        verbose_name="version of the plan",
                    ),
                ),
                migrations.CreateModel(
                    name="PlanVersionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("number", models.PositiveSmallIntegerField(verbose_name="version")),
                        ("changes", models.TextField(blank=True, verbose_name="what changes and why")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "draft"),
                                    ("approved", "approved"),
                                    ("superseded", "superseded"),
                                    ("withdrawn", "withdrawn"),
                                ],
                                default="draft",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "approved_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="approved at"),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="withdrawn at"),
                        ),
                        (
                            "approved_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="recorded as approved by",
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
                                to="premiums.planversion",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="premiums.plan",
                                verbose_name="premium plan",
                            ),
                        ),
                        (
                            "withdrawn_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="withdrawn by",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PremiumReceived",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("received_on", models.DateField(blank=True, null=True, verbose_name="received on")),
                        (
                            "received_precision",
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
                            "amount",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="amount in the fund's currency",
                            ),
                        ),
                        (
                            "original_amount",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="amount as paid"
                            ),
                        ),
                        (
                            "original_currency",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("MXN", "Mexican peso"),
                                    ("BRL", "Brazilian real"),
                                    ("USD", "US dollar"),
                                    ("EUR", "euro"),
                                    ("IDR", "Indonesian rupiah"),
                                ],
                                max_length=3,
                                verbose_name="currency as paid",
                            ),
                        ),
                        (
                            "rate",
                            models.DecimalField(
                                blank=True,
                                decimal_places=6,
                                help_text="Units of the fund's currency for one unit of the currency as paid.",
                                max_digits=14,
                                null=True,
                                verbose_name="exchange rate",
                            ),
                        ),
                        ("rate_on", models.DateField(blank=True, null=True, verbose_name="date of the rate")),
                        (
                            "rate_source",
                            models.CharField(blank=True, max_length=160, verbose_name="source of the rate"),
                        ),
                        ("payer", models.CharField(blank=True, max_length=120, verbose_name="payer")),
                        ("source", models.TextField(blank=True, verbose_name="source")),
                        (
                            "is_historic",
                            models.BooleanField(
                                default=False,
                                help_text="Known from a source, with parts not recorded.",
                                verbose_name="historic",
                            ),
                        ),
                        (
                            "recorded_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="recorded at"),
                        ),
                        (
                            "cooperative",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="premium_received",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "fund",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="premium_received",
                                to="premiums.fund",
                                verbose_name="premium fund",
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
                        "verbose_name": "premium received",
                        "verbose_name_plural": "premium received",
                        "ordering": ("-received_on", "-pk"),
                        "indexes": [
                            models.Index(fields=["cooperative", "received_on"], name="received_by_cooperative")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("received_on__isnull", True), ("received_precision", "")),
                                    models.Q(
                                        ("received_on__isnull", False),
                                        models.Q(
                                            ("received_precision", "day"),
                                            models.Q(
                                                ("received_precision", "month"),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractDay(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("received_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                            ),
                                            models.Q(
                                                ("received_precision__in", ["year", "early"]),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractMonth(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("received_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractDay(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("received_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                            ),
                                            models.Q(
                                                ("received_precision", "late"),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractMonth(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("received_on"), models.DateField()
                                                        )
                                                    ),
                                                    10,
                                                ),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractDay(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("received_on"), models.DateField()
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
                                name="premium_received_precision",
                                violation_error_message="A date needs to say how much of it is known: for a month enter its first day, for a year or early in a year 1 January, for late in a year 1 October; leave both empty when the date is not known.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("recorded_at__isnull", True), ("recorded_by__isnull", True)),
                                    models.Q(("recorded_at__isnull", False), ("recorded_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="premium_received_recorded",
                                violation_error_message="Who and when are recorded together, or not at all.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("amount__gt", 0), ("amount__isnull", False)),
                                    models.Q(("amount__isnull", True), ("is_historic", True)),
                                    _connector="OR",
                                ),
                                name="premium_received_amount",
                                violation_error_message="Premium received has an amount above zero.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("is_historic", False), models.Q(("source", ""), _negated=True), _connector="OR"
                                ),
                                name="premium_received_historic_source",
                                violation_error_message="A historic entry needs its source.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("original_amount__isnull", True),
                                        ("original_currency", ""),
                                        ("rate__isnull", True),
                                    ),
                                    models.Q(
                                        ("original_amount__isnull", False),
                                        ("rate__isnull", False),
                                        ("rate_on__isnull", False),
                                        ("original_amount__gt", 0),
                                        ("rate__gt", 0),
                                        models.Q(("original_currency", ""), _negated=True),
                                        models.Q(("rate_source", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="premium_received_rate",
                                violation_error_message="Money received in another currency needs the amount as paid, its currency, the rate, its date and its source.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PremiumPayment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("amount", models.DecimalField(decimal_places=2, max_digits=12, verbose_name="amount")),
                        (
                            "cooperative",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="premium_payments",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "premium_received",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="payments",
                                to="premiums.premiumreceived",
                                verbose_name="premium received",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "payment of a sale's premium",
                        "verbose_name_plural": "payments of sales' premium",
                        "ordering": ("premium_received", "sale"),
                    },
                ),
                migrations.CreateModel(
                    name="PremiumReceivedEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("received_on", models.DateField(blank=True, null=True, verbose_name="received on")),
                        (
                            "received_precision",
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
                            "amount",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="amount in the fund's currency",
                            ),
                        ),
                        (
                            "original_amount",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="amount as paid"
                            ),
                        ),
                        (
                            "original_currency",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("MXN", "Mexican peso"),
                                    ("BRL", "Brazilian real"),
                                    ("USD", "US dollar"),
                                    ("EUR", "euro"),
                                    ("IDR", "Indonesian rupiah"),
                                ],
                                max_length=3,
                                verbose_name="currency as paid",
                            ),
                        ),
                        (
                            "rate",
                            models.DecimalField(
                                blank=True,
                                decimal_places=6,
                                help_text="Units of the fund's currency for one unit of the currency as paid.",
                                max_digits=14,
                                null=True,
                                verbose_name="exchange rate",
                            ),
                        ),
                        ("rate_on", models.DateField(blank=True, null=True, verbose_name="date of the rate")),
                        (
                            "rate_source",
                            models.CharField(blank=True, max_length=160, verbose_name="source of the rate"),
                        ),
                        ("payer", models.CharField(blank=True, max_length=120, verbose_name="payer")),
                        ("source", models.TextField(blank=True, verbose_name="source")),
                        (
                            "is_historic",
                            models.BooleanField(
                                default=False,
                                help_text="Known from a source, with parts not recorded.",
                                verbose_name="historic",
                            ),
                        ),
                        (
                            "recorded_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="recorded at"),
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
                            "fund",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="premiums.fund",
                                verbose_name="premium fund",
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
                                to="premiums.premiumreceived",
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
                    name="Rate",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        (
                            "form",
                            models.CharField(
                                choices=[("washed", "Arabica, washed"), ("natural", "Arabica, natural")],
                                max_length=8,
                                verbose_name="form",
                            ),
                        ),
                        (
                            "region",
                            models.CharField(
                                choices=[
                                    ("central", "Mexico, Central America, Africa, Asia"),
                                    ("south", "South America"),
                                ],
                                max_length=8,
                                verbose_name="region",
                            ),
                        ),
                        ("from_on", models.DateField(blank=True, null=True, verbose_name="for contracts signed from")),
                        (
                            "premium",
                            models.DecimalField(decimal_places=4, max_digits=7, verbose_name="premium (USD/lb)"),
                        ),
                        (
                            "quality_part",
                            models.DecimalField(
                                blank=True,
                                decimal_places=4,
                                max_digits=7,
                                null=True,
                                verbose_name="of which for quality and productivity (USD/lb)",
                            ),
                        ),
                        (
                            "minimum_price",
                            models.DecimalField(
                                blank=True,
                                decimal_places=4,
                                max_digits=7,
                                null=True,
                                verbose_name="minimum price (USD/lb)",
                            ),
                        ),
                        (
                            "organic_differential",
                            models.DecimalField(
                                blank=True,
                                decimal_places=4,
                                max_digits=7,
                                null=True,
                                verbose_name="organic differential (USD/lb)",
                            ),
                        ),
                        ("source", models.TextField(verbose_name="source")),
                        (
                            "scheme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="rates",
                                to="cooperatives.scheme",
                                verbose_name="scheme",
                            ),
                        ),
                        (
                            "successor",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="premiums.rate",
                                verbose_name="corrected rate that takes its place",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "premium rate",
                        "verbose_name_plural": "premium rates",
                        "ordering": (
                            "scheme",
                            "form",
                            "region",
                            models.OrderBy(models.F("from_on"), descending=True, nulls_last=True),
                        ),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("successor__isnull", True)),
                                fields=("scheme", "form", "region", "from_on"),
                                name="rate_once",
                                nulls_distinct=False,
                                violation_error_message="There is already a rate for this scheme, form, region and date.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("premium__gt", 0),
                                    models.Q(
                                        ("quality_part__isnull", True),
                                        ("quality_part__lte", models.F("premium")),
                                        _connector="OR",
                                    ),
                                ),
                                name="rate_premium",
                                violation_error_message="The premium is above zero, and its quality part no more than the whole.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("source", ""), _negated=True),
                                name="rate_has_source",
                                violation_error_message="A rate needs its source.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RateEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        (
                            "form",
                            models.CharField(
                                choices=[("washed", "Arabica, washed"), ("natural", "Arabica, natural")],
                                max_length=8,
                                verbose_name="form",
                            ),
                        ),
                        (
                            "region",
                            models.CharField(
                                choices=[
                                    ("central", "Mexico, Central America, Africa, Asia"),
                                    ("south", "South America"),
                                ],
                                max_length=8,
                                verbose_name="region",
                            ),
                        ),
                        ("from_on", models.DateField(blank=True, null=True, verbose_name="for contracts signed from")),
                        (
                            "premium",
                            models.DecimalField(decimal_places=4, max_digits=7, verbose_name="premium (USD/lb)"),
                        ),
                        (
                            "quality_part",
                            models.DecimalField(
                                blank=True,
                                decimal_places=4,
                                max_digits=7,
                                null=True,
                                verbose_name="of which for quality and productivity (USD/lb)",
                            ),
                        ),
                        (
                            "minimum_price",
                            models.DecimalField(
                                blank=True,
                                decimal_places=4,
                                max_digits=7,
                                null=True,
                                verbose_name="minimum price (USD/lb)",
                            ),
                        ),
                        (
                            "organic_differential",
                            models.DecimalField(
                                blank=True,
                                decimal_places=4,
                                max_digits=7,
                                null=True,
                                verbose_name="organic differential (USD/lb)",
                            ),
                        ),
                        ("source", models.TextField(verbose_name="source")),
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
                                to="premiums.rate",
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
                            "successor",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="premiums.rate",
                                verbose_name="corrected rate that takes its place",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Resolution",
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
                                blank=True,
                                choices=[
                                    ("approve plan", "approve the plan"),
                                    ("amend plan", "amend the plan"),
                                    ("exception", "approve exceptional spending"),
                                    ("ratify", "ratify exceptional spending"),
                                    ("close year", "close the year"),
                                ],
                                db_default="",
                                default="",
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("text", models.TextField(verbose_name="text")),
                        ("text_es", models.TextField(blank=True, verbose_name="text in Spanish")),
                        ("text_pt", models.TextField(blank=True, verbose_name="text in Portuguese")),
                        ("votes_for", models.PositiveIntegerField(blank=True, null=True, verbose_name="votes for")),
                        (
                            "votes_against",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="votes against"),
                        ),
                        (
                            "votes_abstained",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="abstained"),
                        ),
                        ("votes_blank", models.PositiveIntegerField(blank=True, null=True, verbose_name="blank")),
                        (
                            "majority",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("simple", "more for than against"),
                                    ("absolute", "more than half of those present"),
                                    ("two thirds", "two thirds of those present"),
                                ],
                                default="simple",
                                max_length=10,
                                verbose_name="majority",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("draft", "draft"), ("adopted", "adopted"), ("rejected", "rejected")],
                                default="draft",
                                max_length=8,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "decided_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="recorded as decided at"
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
                            "assembly",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="resolutions",
                                to="premiums.assembly",
                                verbose_name="assembly",
                            ),
                        ),
                        (
                            "cooperative",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="resolutions",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="recorded as decided by",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="resolutions",
                                to="premiums.plan",
                                verbose_name="premium plan",
                            ),
                        ),
                        (
                            "plan_version",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="resolutions",
                                to="premiums.planversion",
                                verbose_name="version of the plan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "resolution",
                        "verbose_name_plural": "resolutions",
                        "ordering": ("-assembly__held_on", "pk"),
                        "indexes": [models.Index(fields=["cooperative", "state"], name="resolution_by_cooperative")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("decided_at__isnull", True), ("decided_by__isnull", True)),
                                    models.Q(("decided_at__isnull", False), ("decided_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="resolution_decided",
                                violation_error_message="Who and when are recorded together, or not at all.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("is_historic", False), models.Q(("source", ""), _negated=True), _connector="OR"
                                ),
                                name="resolution_historic_source",
                                violation_error_message="A historic entry needs its source.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AllotmentEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("amount", models.DecimalField(decimal_places=2, max_digits=12, verbose_name="amount")),
                        (
                            "activity",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="premiums.activity",
                                verbose_name="activity",
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
                                to="premiums.allotment",
                            ),
                        ),
                        (
                            "resolution",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="premiums.resolution",
                                verbose_name="resolution",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="allotment",
                    name="resolution",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="allotments",
                        to="premiums.resolution",
                        verbose_name="resolution",
                    ),
                ),
                migrations.CreateModel(
                    name="ResolutionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        (
                            "kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("approve plan", "approve the plan"),
                                    ("amend plan", "amend the plan"),
                                    ("exception", "approve exceptional spending"),
                                    ("ratify", "ratify exceptional spending"),
                                    ("close year", "close the year"),
                                ],
                                db_default="",
                                default="",
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        ("text", models.TextField(verbose_name="text")),
                        ("text_es", models.TextField(blank=True, verbose_name="text in Spanish")),
                        ("text_pt", models.TextField(blank=True, verbose_name="text in Portuguese")),
                        ("votes_for", models.PositiveIntegerField(blank=True, null=True, verbose_name="votes for")),
                        (
                            "votes_against",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="votes against"),
                        ),
                        (
                            "votes_abstained",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="abstained"),
                        ),
                        ("votes_blank", models.PositiveIntegerField(blank=True, null=True, verbose_name="blank")),
                        (
                            "majority",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("simple", "more for than against"),
                                    ("absolute", "more than half of those present"),
                                    ("two thirds", "two thirds of those present"),
                                ],
                                default="simple",
                                max_length=10,
                                verbose_name="majority",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("draft", "draft"), ("adopted", "adopted"), ("rejected", "rejected")],
                                default="draft",
                                max_length=8,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "decided_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="recorded as decided at"
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
                            "assembly",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="premiums.assembly",
                                verbose_name="assembly",
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
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="recorded as decided by",
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
                                to="premiums.resolution",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="premiums.plan",
                                verbose_name="premium plan",
                            ),
                        ),
                        (
                            "plan_version",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="premiums.planversion",
                                verbose_name="version of the plan",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Sale",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        (
                            "contract_number",
                            models.CharField(blank=True, max_length=40, verbose_name="contract number"),
                        ),
                        ("buyer", models.CharField(blank=True, max_length=120, verbose_name="buyer")),
                        ("signed_on", models.DateField(blank=True, null=True, verbose_name="signed on")),
                        (
                            "signed_precision",
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
                            "form",
                            models.CharField(
                                blank=True,
                                choices=[("washed", "Arabica, washed"), ("natural", "Arabica, natural")],
                                max_length=8,
                                verbose_name="form",
                            ),
                        ),
                        (
                            "is_organic",
                            models.BooleanField(db_default=False, default=False, verbose_name="certified organic"),
                        ),
                        ("bags", models.PositiveIntegerField(blank=True, null=True, verbose_name="bags")),
                        (
                            "bag_kg",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=5, null=True, verbose_name="kg a bag"
                            ),
                        ),
                        (
                            "quantity_kg",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="quantity (kg)"
                            ),
                        ),
                        (
                            "price",
                            models.DecimalField(
                                blank=True, decimal_places=4, max_digits=9, null=True, verbose_name="price (per lb)"
                            ),
                        ),
                        (
                            "price_currency",
                            models.CharField(
                                choices=[
                                    ("MXN", "Mexican peso"),
                                    ("BRL", "Brazilian real"),
                                    ("USD", "US dollar"),
                                    ("EUR", "euro"),
                                    ("IDR", "Indonesian rupiah"),
                                ],
                                db_default="USD",
                                default="USD",
                                max_length=3,
                                verbose_name="currency of the price",
                            ),
                        ),
                        (
                            "premium_due",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                editable=False,
                                max_digits=12,
                                null=True,
                                verbose_name="premium due (USD)",
                            ),
                        ),
                        (
                            "quality_due",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                editable=False,
                                max_digits=12,
                                null=True,
                                verbose_name="of which for quality and productivity (USD)",
                            ),
                        ),
                        ("shipped_on", models.DateField(blank=True, null=True, verbose_name="shipped on")),
                        ("paid_on", models.DateField(blank=True, null=True, verbose_name="paid on")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("signed", "signed"),
                                    ("shipped", "shipped"),
                                    ("paid", "paid"),
                                    ("cancelled", "cancelled"),
                                ],
                                db_default="signed",
                                default="signed",
                                max_length=9,
                                verbose_name="state",
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="note")),
                        ("note_es", models.TextField(blank=True, verbose_name="note in Spanish")),
                        ("note_pt", models.TextField(blank=True, verbose_name="note in Portuguese")),
                        ("source", models.TextField(blank=True, verbose_name="source")),
                        (
                            "cooperative",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sales",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "rate",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sales",
                                to="premiums.rate",
                                verbose_name="premium rate",
                            ),
                        ),
                        (
                            "scheme",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cooperatives.scheme",
                                verbose_name="scheme",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "sale",
                        "verbose_name_plural": "sales",
                        "ordering": (models.OrderBy(models.F("signed_on"), descending=True, nulls_last=True), "-pk"),
                        "indexes": [models.Index(fields=["cooperative", "signed_on"], name="sale_by_cooperative")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("signed_on__isnull", True), ("signed_precision", "")),
                                    models.Q(
                                        ("signed_on__isnull", False),
                                        models.Q(
                                            ("signed_precision", "day"),
                                            models.Q(
                                                ("signed_precision", "month"),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractDay(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("signed_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                            ),
                                            models.Q(
                                                ("signed_precision__in", ["year", "early"]),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractMonth(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("signed_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractDay(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("signed_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                            ),
                                            models.Q(
                                                ("signed_precision", "late"),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractMonth(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("signed_on"), models.DateField()
                                                        )
                                                    ),
                                                    10,
                                                ),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractDay(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("signed_on"), models.DateField()
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
                                name="sale_date_precision",
                                violation_error_message="A date needs to say how much of it is known: for a month enter its first day, for a year or early in a year 1 January, for late in a year 1 October; leave both empty when the date is not known.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("quantity_kg__isnull", True), ("quantity_kg__gt", 0), _connector="OR"
                                ),
                                name="sale_quantity",
                                violation_error_message="A quantity is above zero; leave it empty when it is not known.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("price__isnull", True), ("price__gt", 0), _connector="OR"),
                                name="sale_price",
                                violation_error_message="A price is above zero; leave it empty when it is not known.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("contract_number", ""), _negated=True),
                                fields=("cooperative", "contract_number"),
                                name="sale_contract_once",
                                violation_error_message="This co-op already has a sale with this contract number.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PremiumPaymentEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("amount", models.DecimalField(decimal_places=2, max_digits=12, verbose_name="amount")),
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
                                to="premiums.premiumpayment",
                            ),
                        ),
                        (
                            "premium_received",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="premiums.premiumreceived",
                                verbose_name="premium received",
                            ),
                        ),
                        (
                            "sale",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="premiums.sale",
                                verbose_name="sale",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="premiumpayment",
                    name="sale",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="payments",
                        to="premiums.sale",
                        verbose_name="sale",
                    ),
                ),
                migrations.CreateModel(
                    name="SaleEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        (
                            "contract_number",
                            models.CharField(blank=True, max_length=40, verbose_name="contract number"),
                        ),
                        ("buyer", models.CharField(blank=True, max_length=120, verbose_name="buyer")),
                        ("signed_on", models.DateField(blank=True, null=True, verbose_name="signed on")),
                        (
                            "signed_precision",
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
                            "form",
                            models.CharField(
                                blank=True,
                                choices=[("washed", "Arabica, washed"), ("natural", "Arabica, natural")],
                                max_length=8,
                                verbose_name="form",
                            ),
                        ),
                        (
                            "is_organic",
                            models.BooleanField(db_default=False, default=False, verbose_name="certified organic"),
                        ),
                        ("bags", models.PositiveIntegerField(blank=True, null=True, verbose_name="bags")),
                        (
                            "bag_kg",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=5, null=True, verbose_name="kg a bag"
                            ),
                        ),
                        (
                            "quantity_kg",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="quantity (kg)"
                            ),
                        ),
                        (
                            "price",
                            models.DecimalField(
                                blank=True, decimal_places=4, max_digits=9, null=True, verbose_name="price (per lb)"
                            ),
                        ),
                        (
                            "price_currency",
                            models.CharField(
                                choices=[
                                    ("MXN", "Mexican peso"),
                                    ("BRL", "Brazilian real"),
                                    ("USD", "US dollar"),
                                    ("EUR", "euro"),
                                    ("IDR", "Indonesian rupiah"),
                                ],
                                db_default="USD",
                                default="USD",
                                max_length=3,
                                verbose_name="currency of the price",
                            ),
                        ),
                        (
                            "premium_due",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                editable=False,
                                max_digits=12,
                                null=True,
                                verbose_name="premium due (USD)",
                            ),
                        ),
                        (
                            "quality_due",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                editable=False,
                                max_digits=12,
                                null=True,
                                verbose_name="of which for quality and productivity (USD)",
                            ),
                        ),
                        ("shipped_on", models.DateField(blank=True, null=True, verbose_name="shipped on")),
                        ("paid_on", models.DateField(blank=True, null=True, verbose_name="paid on")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("signed", "signed"),
                                    ("shipped", "shipped"),
                                    ("paid", "paid"),
                                    ("cancelled", "cancelled"),
                                ],
                                db_default="signed",
                                default="signed",
                                max_length=9,
                                verbose_name="state",
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="note")),
                        ("note_es", models.TextField(blank=True, verbose_name="note in Spanish")),
                        ("note_pt", models.TextField(blank=True, verbose_name="note in Portuguese")),
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
                                to="premiums.sale",
                            ),
                        ),
                        (
                            "rate",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="premiums.rate",
                                verbose_name="premium rate",
                            ),
                        ),
                        (
                            "scheme",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
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
                    name="Voucher",
                    fields=[
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("original_name", models.CharField(max_length=160, verbose_name="name of the file")),
                        ("content_type", models.CharField(max_length=40, verbose_name="type")),
                        ("size", models.PositiveIntegerField(verbose_name="size (bytes)")),
                        ("sha256", models.CharField(max_length=64, verbose_name="fingerprint")),
                        ("uploaded_at", models.DateTimeField(verbose_name="uploaded at")),
                        ("file", models.FileField(max_length=200, upload_to="vouchers/%Y/%m/", verbose_name="file")),
                        (
                            "cooperative",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="vouchers",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "expense",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="vouchers",
                                to="premiums.expense",
                                verbose_name="expense",
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
                        "verbose_name": "voucher",
                        "verbose_name_plural": "vouchers",
                        "ordering": ("uploaded_at", "pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("expense", "sha256"),
                                name="voucher_once",
                                violation_error_message="This file is already attached to the expense.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("size__gt", 0), ("size__lte", 10485760)),
                                name="voucher_size",
                                violation_error_message="A voucher file has at most 10 MB.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="VoucherEvent",
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
                        ("file", models.FileField(max_length=200, upload_to="vouchers/%Y/%m/", verbose_name="file")),
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
                            "expense",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="premiums.expense",
                                verbose_name="expense",
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
                                to="premiums.voucher",
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
                migrations.AddIndex(
                    model_name="activity",
                    index=models.Index(fields=["cooperative", "plan"], name="activity_by_cooperative"),
                ),
                migrations.AddIndex(
                    model_name="activity",
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
                            django.db.models.functions.text.Concat(
                                models.Value("zqowner"),
                                django.db.models.functions.comparison.Cast("cooperative", models.TextField()),
                                output_field=models.TextField(),
                            ),
                            config="simple",
                        ),
                        name="activity_by_words",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="activity",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("approved__gte", 0), ("spent__gte", 0)),
                        name="activity_totals_not_negative",
                        violation_error_message="A total of the activity would fall below zero.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="activity",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("spent__lte", models.F("approved")),
                            models.Q(
                                ("authorised_amount__isnull", False),
                                ("is_exceptional", True),
                                ("spent__lte", models.F("authorised_amount")),
                            ),
                            _connector="OR",
                        ),
                        name="activity_spent_within_approved",
                        violation_error_message="This is more than what is left of what the assembly approved for the activity, so nothing was saved. Log less, choose another activity, or take it to the next assembly.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="activity",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("is_historic", False), models.Q(("source", ""), _negated=True), _connector="OR"
                        ),
                        name="activity_historic_source",
                        violation_error_message="A historic entry needs its source.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="activity",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("authorised_amount__isnull", True), ("is_exceptional", False)),
                            models.Q(
                                ("is_exceptional", True),
                                ("ratify_by_on__isnull", False),
                                ("authorised_amount__gt", 0),
                                ("authorised_amount__isnull", False),
                                models.Q(("exceptional_reason", ""), _negated=True),
                                models.Q(("authoriser", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="activity_exception_complete",
                        violation_error_message="Spending by exception needs its reason, who authorised it, the amount, and the date of the assembly that must ratify it.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="activity",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("quality_percent__gte", 0), ("quality_percent__lte", 100)),
                        name="activity_quality_percent",
                        violation_error_message="The share is a percentage from 0 to 100.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="activity",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True),
                            ("starts_on__isnull", True),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="activity_ends_after_start",
                        violation_error_message="An activity can't end before it starts.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="planline",
                    constraint=models.UniqueConstraint(
                        fields=("version", "activity"),
                        name="plan_line_once",
                        violation_error_message="This version already has a line for the activity.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="planline",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("budget__gte", 0)),
                        name="plan_line_budget",
                        violation_error_message="A budget is zero or more.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="planline",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("quality_percent__gte", 0), ("quality_percent__lte", 100)),
                        name="plan_line_quality_percent",
                        violation_error_message="The share is a percentage from 0 to 100.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="planline",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                        name="plan_line_ends_after_start",
                        violation_error_message="An activity can't end before it starts.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="allotment",
                    constraint=models.UniqueConstraint(
                        fields=("resolution", "activity"),
                        name="allotment_once",
                        violation_error_message="The resolution already gives this activity an amount.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="allotment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("amount", 0), _negated=True),
                        name="allotment_amount",
                        violation_error_message="An allotment adds an amount, or takes one back; it is not zero.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="premiumpayment",
                    constraint=models.UniqueConstraint(
                        fields=("premium_received", "sale"),
                        name="premium_payment_once",
                        violation_error_message="This premium received already pays this sale.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="premiumpayment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("amount__gt", 0)),
                        name="premium_payment_amount",
                        violation_error_message="A payment is above zero.",
                    ),
                ),
            ],
        ),
        config.new_tables.AddTriggers(
            triggers=[
                (
                    "category",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "premiums_categoryevent" ("counts_to_quality", "group", "id", "is_example", "name", "name_es", "name_pt", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug", "source") VALUES (NEW."counts_to_quality", NEW."group", NEW."id", NEW."is_example", NEW."name", NEW."name_es", NEW."name_pt", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."slug", NEW."source"); RETURN NULL;',
                            hash="8b7e163f496b6fdf4c804b34f685e82430811c60",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0212b",
                            table="premiums_category",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "category",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "premiums_categoryevent" ("counts_to_quality", "group", "id", "is_example", "name", "name_es", "name_pt", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug", "source") VALUES (NEW."counts_to_quality", NEW."group", NEW."id", NEW."is_example", NEW."name", NEW."name_es", NEW."name_pt", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."slug", NEW."source"); RETURN NULL;',
                            hash="a7c129da991dede6ff7f4a053e242fcbf1a76936",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8af76",
                            table="premiums_category",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "category",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "premiums_categoryevent" ("counts_to_quality", "group", "id", "is_example", "name", "name_es", "name_pt", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug", "source") VALUES (OLD."counts_to_quality", OLD."group", OLD."id", OLD."is_example", OLD."name", OLD."name_es", OLD."name_pt", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."slug", OLD."source"); RETURN NULL;',
                            hash="879f19cb90a448702eee74834a1893392467a9e8",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d94c8",
                            table="premiums_category",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "activityreport",
                    pgtrigger.compiler.Trigger(
                        name="activity_report_same_cooperative",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.activity_id IS NOT NULL AND (SELECT cooperative_id FROM premiums_activity WHERE id = NEW.activity_id) <> NEW.cooperative_id) THEN RAISE EXCEPTION 'activity_report_same_cooperative' USING ERRCODE = 'check_violation', CONSTRAINT = 'activity_report_same_cooperative'; END IF; RETURN NEW;",
                            hash="50a305ec6a54421dc0f9a59221b1570e63e722b9",
                            operation='INSERT OR UPDATE OF "activity_id", "cooperative_id"',
                            pgid="pgtrigger_activity_report_same_cooperative_b2b6c",
                            table="premiums_activityreport",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "activityreport",
                    pgtrigger.compiler.Trigger(
                        name="activity_report_not_in_closed_year",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE closed boolean;",
                            func="\n            IF TG_OP <> 'INSERT' THEN\n                SELECT closed_at IS NOT NULL INTO closed FROM premiums_plan\n                WHERE id = (SELECT plan_id FROM premiums_activity WHERE id = OLD.activity_id) FOR SHARE;\n                IF (closed) THEN RAISE EXCEPTION 'activity_report_not_in_closed_year' USING ERRCODE = 'check_violation', CONSTRAINT = 'activity_report_not_in_closed_year'; END IF;\n            END IF;\n            IF TG_OP <> 'DELETE' THEN\n                SELECT closed_at IS NOT NULL INTO closed FROM premiums_plan\n                WHERE id = (SELECT plan_id FROM premiums_activity WHERE id = NEW.activity_id) FOR SHARE;\n                IF (closed) THEN RAISE EXCEPTION 'activity_report_not_in_closed_year' USING ERRCODE = 'check_violation', CONSTRAINT = 'activity_report_not_in_closed_year'; END IF;\n                RETURN NEW;\n            END IF;\n            RETURN OLD;\n        ",
                            hash="263606f4d261062fbda32addfd72c56e15b22592",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_activity_report_not_in_closed_year_d906d",
                            table="premiums_activityreport",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "activityreport",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "premiums_activityreportevent" ("activity_id", "cooperative_id", "done", "id", "is_example", "next_step", "objective_reached", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reported_at", "reported_by_id") VALUES (NEW."activity_id", NEW."cooperative_id", NEW."done", NEW."id", NEW."is_example", NEW."next_step", NEW."objective_reached", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."reported_at", NEW."reported_by_id"); RETURN NULL;',
                            hash="0b409979eb625faece4460e64bd43c2fc129ffe8",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_534e5",
                            table="premiums_activityreport",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "activityreport",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "premiums_activityreportevent" ("activity_id", "cooperative_id", "done", "id", "is_example", "next_step", "objective_reached", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reported_at", "reported_by_id") VALUES (NEW."activity_id", NEW."cooperative_id", NEW."done", NEW."id", NEW."is_example", NEW."next_step", NEW."objective_reached", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."reported_at", NEW."reported_by_id"); RETURN NULL;',
                            hash="6988d1e6250f0408b264426487f2c4b90044289f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_35c54",
                            table="premiums_activityreport",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "activityreport",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "premiums_activityreportevent" ("activity_id", "cooperative_id", "done", "id", "is_example", "next_step", "objective_reached", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reported_at", "reported_by_id") VALUES (OLD."activity_id", OLD."cooperative_id", OLD."done", OLD."id", OLD."is_example", OLD."next_step", OLD."objective_reached", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."reported_at", OLD."reported_by_id"); RETURN NULL;',
                            hash="55ef922b8a62ad5258edb894a09cc4c7b0acbbff",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_4f731",
                            table="premiums_activityreport",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "activityreportevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="6a8b659295ef00bca25b8187bbeda7a61ffdce06",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_3d004",
                            table="premiums_activityreportevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "assembly",
                    pgtrigger.compiler.Trigger(
                        name="assembly_never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (true) THEN RAISE EXCEPTION 'assembly_never_deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'assembly_never_deleted'; END IF; RETURN OLD;",
                            hash="889c12f6d48b022f929dd8c5e5266d419749dade",
                            operation="DELETE",
                            pgid="pgtrigger_assembly_never_deleted_76a2f",
                            table="premiums_assembly",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "assembly",
                    pgtrigger.compiler.Trigger(
                        name="assembly_stays_historic",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.is_historic IS DISTINCT FROM OLD.is_historic) THEN RAISE EXCEPTION 'assembly_stays_historic' USING ERRCODE = 'check_violation', CONSTRAINT = 'assembly_stays_historic'; END IF; RETURN NEW;",
                            hash="328e8895cb9dba8ae8d157a2080e6d1a29ae78f4",
                            operation='UPDATE OF "is_historic"',
                            pgid="pgtrigger_assembly_stays_historic_a14f2",
                            table="premiums_assembly",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "assembly",
                    pgtrigger.compiler.Trigger(
                        name="assembly_fixed_once_adopted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF ((NEW.entitled, NEW.present_women, NEW.present_men, NEW.quorum_percent, NEW.held_on, NEW.cooperative_id, NEW.is_historic) IS DISTINCT FROM (OLD.entitled, OLD.present_women, OLD.present_men, OLD.quorum_percent, OLD.held_on, OLD.cooperative_id, OLD.is_historic) AND EXISTS (SELECT FROM premiums_resolution WHERE assembly_id = OLD.id AND state = 'adopted')) THEN RAISE EXCEPTION 'assembly_fixed_once_adopted' USING ERRCODE = 'check_violation', CONSTRAINT = 'assembly_fixed_once_adopted'; END IF; RETURN NEW;",
                            hash="745683c00734922935038b3660ef0a589efc37f2",
                            operation="UPDATE",
                            pgid="pgtrigger_assembly_fixed_once_adopted_4f566",
                            table="premiums_assembly",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "assembly",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "premiums_assemblyevent" ("call", "cooperative_id", "entitled", "held_on", "held_precision", "id", "is_example", "is_historic", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "present_men", "present_women", "quorum_percent", "source") VALUES (NEW."call", NEW."cooperative_id", NEW."entitled", NEW."held_on", NEW."held_precision", NEW."id", NEW."is_example", NEW."is_historic", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."present_men", NEW."present_women", NEW."quorum_percent", NEW."source"); RETURN NULL;',
                            hash="5869712bb76b7df1416cc05f88eb2b1e165e7509",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5fbdd",
                            table="premiums_assembly",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "assembly",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "premiums_assemblyevent" ("call", "cooperative_id", "entitled", "held_on", "held_precision", "id", "is_example", "is_historic", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "present_men", "present_women", "quorum_percent", "source") VALUES (NEW."call", NEW."cooperative_id", NEW."entitled", NEW."held_on", NEW."held_precision", NEW."id", NEW."is_example", NEW."is_historic", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."present_men", NEW."present_women", NEW."quorum_percent", NEW."source"); RETURN NULL;',
                            hash="b53a3967c938d85fbb8cd8f3a4f448ba58202f02",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8c373",
                            table="premiums_assembly",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "assembly",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "premiums_assemblyevent" ("call", "cooperative_id", "entitled", "held_on", "held_precision", "id", "is_example", "is_historic", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "present_men", "present_women", "quorum_percent", "source") VALUES (OLD."call", OLD."cooperative_id", OLD."entitled", OLD."held_on", OLD."held_precision", OLD."id", OLD."is_example", OLD."is_historic", OLD."kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."present_men", OLD."present_women", OLD."quorum_percent", OLD."source"); RETURN NULL;',
                            hash="601d503a5878792ab075bd2c0b3934e9338f4102",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d180d",
                            table="premiums_assembly",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "assemblyevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="666cc02b4523d872fd2e3fa849555e6b0b2a4e2a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_30e96",
                            table="premiums_assemblyevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "assemblyfile",
                    pgtrigger.compiler.Trigger(
                        name="assembly_file_same_cooperative",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.assembly_id IS NOT NULL AND (SELECT cooperative_id FROM premiums_assembly WHERE id = NEW.assembly_id) <> NEW.cooperative_id) THEN RAISE EXCEPTION 'assembly_file_same_cooperative' USING ERRCODE = 'check_violation', CONSTRAINT = 'assembly_file_same_cooperative'; END IF; RETURN NEW;",
                            hash="23e6bd80e40545691c95ec326b1ad423fb5efb77",
                            operation='INSERT OR UPDATE OF "assembly_id", "cooperative_id"',
                            pgid="pgtrigger_assembly_file_same_cooperative_30a2a",
                            table="premiums_assemblyfile",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "assemblyfile",
                    pgtrigger.compiler.Trigger(
                        name="assembly_file_never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (true) THEN RAISE EXCEPTION 'assembly_file_never_deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'assembly_file_never_deleted'; END IF; RETURN OLD;",
                            hash="57330e771d28d294752467e9320764127a8e853a",
                            operation="DELETE",
                            pgid="pgtrigger_assembly_file_never_deleted_de1e9",
                            table="premiums_assemblyfile",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "assemblyfile",
                    pgtrigger.compiler.Trigger(
                        name="assembly_file_fixed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW IS DISTINCT FROM OLD) THEN RAISE EXCEPTION 'assembly_file_fixed' USING ERRCODE = 'check_violation', CONSTRAINT = 'assembly_file_fixed'; END IF; RETURN NEW;",
                            hash="bff846e68a3b35eae8da524550cb247dd3319814",
                            operation="UPDATE",
                            pgid="pgtrigger_assembly_file_fixed_dff62",
                            table="premiums_assemblyfile",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "assemblyfile",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "premiums_assemblyfileevent" ("assembly_id", "content_type", "cooperative_id", "file", "id", "is_example", "kind", "original_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size", "uploaded_at", "uploaded_by_id") VALUES (NEW."assembly_id", NEW."content_type", NEW."cooperative_id", NEW."file", NEW."id", NEW."is_example", NEW."kind", NEW."original_name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sha256", NEW."size", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                            hash="ef64ee06bd2b232150e992c131abdfc863409eda",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e06f4",
                            table="premiums_assemblyfile",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "assemblyfile",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "premiums_assemblyfileevent" ("assembly_id", "content_type", "cooperative_id", "file", "id", "is_example", "kind", "original_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size", "uploaded_at", "uploaded_by_id") VALUES (NEW."assembly_id", NEW."content_type", NEW."cooperative_id", NEW."file", NEW."id", NEW."is_example", NEW."kind", NEW."original_name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sha256", NEW."size", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                            hash="82b1bcd8088f4a6506ad145c74f54851c0d24730",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6efb7",
                            table="premiums_assemblyfile",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "assemblyfile",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "premiums_assemblyfileevent" ("assembly_id", "content_type", "cooperative_id", "file", "id", "is_example", "kind", "original_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size", "uploaded_at", "uploaded_by_id") VALUES (OLD."assembly_id", OLD."content_type", OLD."cooperative_id", OLD."file", OLD."id", OLD."is_example", OLD."kind", OLD."original_name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sha256", OLD."size", OLD."uploaded_at", OLD."uploaded_by_id"); RETURN NULL;',
                            hash="7684a322392a51b73ffed37efe71286c7c66758f",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a4c8b",
                            table="premiums_assemblyfile",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "assemblyfileevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b798e3cc07ce2f4aef456e3d4055b3db6a169126",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_bb8ca",
                            table="premiums_assemblyfileevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "assemblyrule",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "premiums_assemblyruleevent" ("cooperative_id", "from_on", "id", "is_example", "majority", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quorum_first_percent", "quorum_second_percent", "source") VALUES (NEW."cooperative_id", NEW."from_on", NEW."id", NEW."is_example", NEW."majority", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."quorum_first_percent", NEW."quorum_second_percent", NEW."source"); RETURN NULL;',
                            hash="2bbd7fa30f64bf29f17b68f8277096ba5eea7e25",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_14522",
                            table="premiums_assemblyrule",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "assemblyrule",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "premiums_assemblyruleevent" ("cooperative_id", "from_on", "id", "is_example", "majority", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quorum_first_percent", "quorum_second_percent", "source") VALUES (NEW."cooperative_id", NEW."from_on", NEW."id", NEW."is_example", NEW."majority", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."quorum_first_percent", NEW."quorum_second_percent", NEW."source"); RETURN NULL;',
                            hash="168fa06f7ff2031fdb21d9c3423ea1fb668714c4",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_62c9e",
                            table="premiums_assemblyrule",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "assemblyrule",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "premiums_assemblyruleevent" ("cooperative_id", "from_on", "id", "is_example", "majority", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quorum_first_percent", "quorum_second_percent", "source") VALUES (OLD."cooperative_id", OLD."from_on", OLD."id", OLD."is_example", OLD."majority", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."quorum_first_percent", OLD."quorum_second_percent", OLD."source"); RETURN NULL;',
                            hash="9628cdf94739376464808970d20417ab0c65dc0c",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_15d87",
                            table="premiums_assemblyrule",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "assemblyruleevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="356b59e5b1e180eca7b1e89cd8c3c1484f184e55",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_1ade0",
                            table="premiums_assemblyruleevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "categoryevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4004837dc398d3aa50ca25644713cc47cea41bfd",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c1c03",
                            table="premiums_categoryevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "expense",
                    pgtrigger.compiler.Trigger(
                        name="expense_same_cooperative",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.activity_id IS NOT NULL AND (SELECT cooperative_id FROM premiums_activity WHERE id = NEW.activity_id) <> NEW.cooperative_id) THEN RAISE EXCEPTION 'expense_same_cooperative' USING ERRCODE = 'check_violation', CONSTRAINT = 'expense_same_cooperative'; END IF; RETURN NEW;",
                            hash="90b665a81c4463677c8db065630c884a5d27a4f0",
                            operation='INSERT OR UPDATE OF "activity_id", "cooperative_id"',
                            pgid="pgtrigger_expense_same_cooperative_d5aa9",
                            table="premiums_expense",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "expense",
                    pgtrigger.compiler.Trigger(
                        name="expense_same_cooperative_split",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.split_of_id IS NOT NULL AND (SELECT cooperative_id FROM premiums_expense WHERE id = NEW.split_of_id) <> NEW.cooperative_id) THEN RAISE EXCEPTION 'expense_same_cooperative_split' USING ERRCODE = 'check_violation', CONSTRAINT = 'expense_same_cooperative_split'; END IF; RETURN NEW;",
                            hash="30f94dee95992a859cc2c57b67d942c631291ae4",
                            operation='INSERT OR UPDATE OF "split_of_id", "cooperative_id"',
                            pgid="pgtrigger_expense_same_cooperative_split_c725a",
                            table="premiums_expense",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "expense",
                    pgtrigger.compiler.Trigger(
                        name="expense_not_in_closed_year",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE closed boolean;",
                            func="\n            IF TG_OP <> 'INSERT' THEN\n                SELECT closed_at IS NOT NULL INTO closed FROM premiums_plan\n                WHERE id = (SELECT plan_id FROM premiums_activity WHERE id = OLD.activity_id) FOR SHARE;\n                IF (closed) THEN RAISE EXCEPTION 'expense_not_in_closed_year' USING ERRCODE = 'check_violation', CONSTRAINT = 'expense_not_in_closed_year'; END IF;\n            END IF;\n            IF TG_OP <> 'DELETE' THEN\n                SELECT closed_at IS NOT NULL INTO closed FROM premiums_plan\n                WHERE id = (SELECT plan_id FROM premiums_activity WHERE id = NEW.activity_id) FOR SHARE;\n                IF (closed) THEN RAISE EXCEPTION 'expense_not_in_closed_year' USING ERRCODE = 'check_violation', CONSTRAINT = 'expense_not_in_closed_year'; END IF;\n                RETURN NEW;\n            END IF;\n            RETURN OLD;\n        ",
                            hash="31140216155076be309f6dcdb0ea72b152fde566",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_expense_not_in_closed_year_9040b",
                            table="premiums_expense",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "expense",
                    pgtrigger.compiler.Trigger(
                        name="expense_never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (true) THEN RAISE EXCEPTION 'expense_never_deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'expense_never_deleted'; END IF; RETURN OLD;",
                            hash="79a5eedd750bf75dc8cd862f65cf81d3dc001208",
                            operation="DELETE",
                            pgid="pgtrigger_expense_never_deleted_99bf5",
                            table="premiums_expense",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "expense",
                    pgtrigger.compiler.Trigger(
                        name="expense_starts_logged",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.state <> 'logged') THEN RAISE EXCEPTION 'expense_starts_logged' USING ERRCODE = 'check_violation', CONSTRAINT = 'expense_starts_logged'; END IF; RETURN NEW;",
                            hash="23c234d879419eb46317d061f7fb94eccc07f802",
                            operation="INSERT",
                            pgid="pgtrigger_expense_starts_logged_38d3d",
                            table="premiums_expense",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "expense",
                    pgtrigger.compiler.Trigger(
                        name="expense_not_in_future",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.spent_on > (now() AT TIME ZONE (SELECT time_zone FROM cooperatives_cooperative WHERE id = NEW.cooperative_id))::date) THEN RAISE EXCEPTION 'expense_not_in_future' USING ERRCODE = 'check_violation', CONSTRAINT = 'expense_not_in_future'; END IF; RETURN NEW;",
                            hash="96ee1bbf4342da676859e77924dcccc6db91088f",
                            operation='INSERT OR UPDATE OF "spent_on"',
                            pgid="pgtrigger_expense_not_in_future_c2dc7",
                            table="premiums_expense",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "expense",
                    pgtrigger.compiler.Trigger(
                        name="expense_state_arrows",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (('logged','checked'), ('logged','returned'), ('returned','logged'), ('logged','voided'), ('returned','voided'), ('checked','voided'))) THEN RAISE EXCEPTION 'expense_state_arrows' USING ERRCODE = 'check_violation', CONSTRAINT = 'expense_state_arrows'; END IF; RETURN NEW;",
                            hash="aa8ac1f47fe6a3800ff8c222c55630d5dceb3a63",
                            operation='UPDATE OF "state"',
                            pgid="pgtrigger_expense_state_arrows_5b90e",
                            table="premiums_expense",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "expense",
                    pgtrigger.compiler.Trigger(
                        name="expense_fixed_once_checked",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (OLD.state = 'voided' AND NEW IS DISTINCT FROM OLD OR OLD.state = 'checked' AND (NEW.cooperative_id IS DISTINCT FROM OLD.cooperative_id OR NEW.activity_id IS DISTINCT FROM OLD.activity_id OR NEW.spent_on IS DISTINCT FROM OLD.spent_on OR NEW.spent_precision IS DISTINCT FROM OLD.spent_precision OR NEW.amount IS DISTINCT FROM OLD.amount OR NEW.payee IS DISTINCT FROM OLD.payee OR NEW.purpose IS DISTINCT FROM OLD.purpose OR NEW.document_kind IS DISTINCT FROM OLD.document_kind OR NEW.document_number IS DISTINCT FROM OLD.document_number OR NEW.split_of_id IS DISTINCT FROM OLD.split_of_id OR NEW.form_key IS DISTINCT FROM OLD.form_key OR NEW.logged_at IS DISTINCT FROM OLD.logged_at OR NEW.logged_by_id IS DISTINCT FROM OLD.logged_by_id OR NEW.is_historic IS DISTINCT FROM OLD.is_historic OR (NEW.checked_at, NEW.checked_by_id) IS DISTINCT FROM (OLD.checked_at, OLD.checked_by_id))) THEN RAISE EXCEPTION 'expense_fixed_once_checked' USING ERRCODE = 'check_violation', CONSTRAINT = 'expense_fixed_once_checked'; END IF; RETURN NEW;",
                            hash="92a473f5fef82d249f384bbe9d4b616c27b9b924",
                            operation="UPDATE",
                            pgid="pgtrigger_expense_fixed_once_checked_e9cb6",
                            table="premiums_expense",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "expense",
                    pgtrigger.compiler.Trigger(
                        name="expense_keeps_author",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF ((NEW.logged_by_id, NEW.logged_at, NEW.form_key, NEW.cooperative_id, NEW.is_historic) IS DISTINCT FROM (OLD.logged_by_id, OLD.logged_at, OLD.form_key, OLD.cooperative_id, OLD.is_historic)) THEN RAISE EXCEPTION 'expense_keeps_author' USING ERRCODE = 'check_violation', CONSTRAINT = 'expense_keeps_author'; END IF; RETURN NEW;",
                            hash="f101cec4fd85eb69d5a18585aaf83992823522c6",
                            operation='UPDATE OF "logged_by_id", "logged_at", "form_key", "cooperative_id", "is_historic"',
                            pgid="pgtrigger_expense_keeps_author_a36fd",
                            table="premiums_expense",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "expense",
                    pgtrigger.compiler.Trigger(
                        name="expense_document_number",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (NEW.document_number <> '')",
                            declare="DECLARE rest integer;",
                            func="IF (NEW.document_kind = 'cfdi' AND NEW.document_number !~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' OR NEW.document_kind = 'nfe' AND NEW.document_number !~ '^[0-9]{44}$') THEN RAISE EXCEPTION 'expense_document_number' USING ERRCODE = 'check_violation', CONSTRAINT = 'expense_document_number'; END IF;\n            IF NEW.document_kind = 'nfe' THEN\n                SELECT sum(substr(NEW.document_number, 44 - place, 1)::integer * (2 + (place - 1) % 8)) % 11 INTO rest\n                FROM generate_series(1, 43) AS place;\n        IF (right(NEW.document_number, 1)::integer <> CASE WHEN rest < 2 THEN 0 ELSE 11 - rest END) THEN RAISE EXCEPTION 'expense_document_number' USING ERRCODE = 'check_violation', CONSTRAINT = 'expense_document_number'; END IF; END IF; RETURN NEW;",
                            hash="4f1641d5cf5c56302a3553e89fea777a0a5c88fe",
                            operation='INSERT OR UPDATE OF "document_kind", "document_number"',
                            pgid="pgtrigger_expense_document_number_0af5e",
                            table="premiums_expense",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "expense",
                    pgtrigger.compiler.Trigger(
                        name="expense_totals",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE change record;",
                            func="\n            FOR change IN\n                SELECT activity_id, sum(delta) AS delta FROM (\n                    SELECT OLD.activity_id AS activity_id, -(CASE WHEN OLD.state = 'voided' THEN 0 ELSE coalesce(OLD.amount, 0) END) AS delta\n                    WHERE TG_OP <> 'INSERT'\n                    UNION ALL\n                    SELECT NEW.activity_id, CASE WHEN NEW.state = 'voided' THEN 0 ELSE coalesce(NEW.amount, 0) END\n                    WHERE TG_OP <> 'DELETE'\n                ) AS moves\n                WHERE activity_id IS NOT NULL\n                GROUP BY activity_id HAVING sum(delta) <> 0 ORDER BY activity_id\n            LOOP\n                UPDATE premiums_activity SET spent = spent + change.delta WHERE id = change.activity_id;\n                UPDATE premiums_fund SET spent = spent + change.delta\n                WHERE id = (SELECT fund_id FROM premiums_activity WHERE id = change.activity_id);\n            END LOOP;\n            RETURN NULL;\n        ",
                            hash="b5bf9d721699e56241bd9c6f38285a473dfa82e5",
                            operation='INSERT OR UPDATE OF "amount", "state", "activity_id" OR DELETE',
                            pgid="pgtrigger_expense_totals_8af88",
                            table="premiums_expense",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "expense",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "premiums_expenseevent" ("activity_id", "amount", "checked_at", "checked_by_id", "cooperative_id", "document_kind", "document_number", "form_key", "id", "is_example", "is_historic", "logged_at", "logged_by_id", "payee", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "purpose_es", "purpose_pt", "returned_at", "returned_by_id", "returned_reason", "source", "spent_on", "spent_precision", "split_of_id", "state", "voided_at", "voided_by_id", "voided_reason") VALUES (NEW."activity_id", NEW."amount", NEW."checked_at", NEW."checked_by_id", NEW."cooperative_id", NEW."document_kind", NEW."document_number", NEW."form_key", NEW."id", NEW."is_example", NEW."is_historic", NEW."logged_at", NEW."logged_by_id", NEW."payee", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."purpose", NEW."purpose_es", NEW."purpose_pt", NEW."returned_at", NEW."returned_by_id", NEW."returned_reason", NEW."source", NEW."spent_on", NEW."spent_precision", NEW."split_of_id", NEW."state", NEW."voided_at", NEW."voided_by_id", NEW."voided_reason"); RETURN NULL;',
                            hash="aa867497e22a6f2694f5be486690006b6a7c258b",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_737b2",
                            table="premiums_expense",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "expense",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "premiums_expenseevent" ("activity_id", "amount", "checked_at", "checked_by_id", "cooperative_id", "document_kind", "document_number", "form_key", "id", "is_example", "is_historic", "logged_at", "logged_by_id", "payee", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "purpose_es", "purpose_pt", "returned_at", "returned_by_id", "returned_reason", "source", "spent_on", "spent_precision", "split_of_id", "state", "voided_at", "voided_by_id", "voided_reason") VALUES (NEW."activity_id", NEW."amount", NEW."checked_at", NEW."checked_by_id", NEW."cooperative_id", NEW."document_kind", NEW."document_number", NEW."form_key", NEW."id", NEW."is_example", NEW."is_historic", NEW."logged_at", NEW."logged_by_id", NEW."payee", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."purpose", NEW."purpose_es", NEW."purpose_pt", NEW."returned_at", NEW."returned_by_id", NEW."returned_reason", NEW."source", NEW."spent_on", NEW."spent_precision", NEW."split_of_id", NEW."state", NEW."voided_at", NEW."voided_by_id", NEW."voided_reason"); RETURN NULL;',
                            hash="02f86fa2f9956eacd5e041c21b612bb5f7698085",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d8a32",
                            table="premiums_expense",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "expense",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "premiums_expenseevent" ("activity_id", "amount", "checked_at", "checked_by_id", "cooperative_id", "document_kind", "document_number", "form_key", "id", "is_example", "is_historic", "logged_at", "logged_by_id", "payee", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "purpose_es", "purpose_pt", "returned_at", "returned_by_id", "returned_reason", "source", "spent_on", "spent_precision", "split_of_id", "state", "voided_at", "voided_by_id", "voided_reason") VALUES (OLD."activity_id", OLD."amount", OLD."checked_at", OLD."checked_by_id", OLD."cooperative_id", OLD."document_kind", OLD."document_number", OLD."form_key", OLD."id", OLD."is_example", OLD."is_historic", OLD."logged_at", OLD."logged_by_id", OLD."payee", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."purpose", OLD."purpose_es", OLD."purpose_pt", OLD."returned_at", OLD."returned_by_id", OLD."returned_reason", OLD."source", OLD."spent_on", OLD."spent_precision", OLD."split_of_id", OLD."state", OLD."voided_at", OLD."voided_by_id", OLD."voided_reason"); RETURN NULL;',
                            hash="b348489f30aaf1c0fbd85193c2b3903e942ac8a6",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_ee0f9",
                            table="premiums_expense",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "expenseevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="92e907e87bf5788d53ffa986535ef2125865b3fb",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_2e51a",
                            table="premiums_expenseevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "fund",
                    pgtrigger.compiler.Trigger(
                        name="fund_totals_from_ledger",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF TG_OP = 'INSERT' THEN IF (NEW.received <> 0 OR NEW.approved <> 0 OR NEW.spent <> 0 OR NEW.unratified <> 0) THEN RAISE EXCEPTION 'fund_totals_from_ledger' USING ERRCODE = 'check_violation', CONSTRAINT = 'fund_totals_from_ledger'; END IF; ELSE IF (pg_trigger_depth() < 2 AND (NEW.received <> OLD.received OR NEW.approved <> OLD.approved OR NEW.spent <> OLD.spent OR NEW.unratified <> OLD.unratified)) THEN RAISE EXCEPTION 'fund_totals_from_ledger' USING ERRCODE = 'check_violation', CONSTRAINT = 'fund_totals_from_ledger'; END IF; END IF; RETURN NEW;",
                            hash="db8c5b4152cc386584f199ac157876e82e9fcb73",
                            operation='INSERT OR UPDATE OF "received", "approved", "spent", "unratified"',
                            pgid="pgtrigger_fund_totals_from_ledger_417e3",
                            table="premiums_fund",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "fund",
                    pgtrigger.compiler.Trigger(
                        name="fund_never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (true) THEN RAISE EXCEPTION 'fund_never_deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'fund_never_deleted'; END IF; RETURN OLD;",
                            hash="0ba0f1e7b52ef16fcb7f67e64d97efdab923c635",
                            operation="DELETE",
                            pgid="pgtrigger_fund_never_deleted_f6348",
                            table="premiums_fund",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "fund",
                    pgtrigger.compiler.Trigger(
                        name="fund_keeps_currency",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF ((NEW.currency <> OLD.currency OR NEW.cooperative_id <> OLD.cooperative_id) AND (EXISTS (SELECT FROM premiums_activity WHERE fund_id = OLD.id) OR EXISTS (SELECT FROM premiums_premiumreceived WHERE fund_id = OLD.id))) THEN RAISE EXCEPTION 'fund_keeps_currency' USING ERRCODE = 'check_violation', CONSTRAINT = 'fund_keeps_currency'; END IF; RETURN NEW;",
                            hash="74968eb08989e1617b5c9f08881d9d74c5da35cc",
                            operation='UPDATE OF "currency", "cooperative_id"',
                            pgid="pgtrigger_fund_keeps_currency_eec59",
                            table="premiums_fund",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "fund",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "premiums_fundevent" ("cooperative_id", "currency", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."cooperative_id", NEW."currency", NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="bf1e5854e7298752f387225edb85c148bae0104c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_59b29",
                            table="premiums_fund",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "fund",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."cooperative_id" IS DISTINCT FROM (NEW."cooperative_id") OR OLD."currency" IS DISTINCT FROM (NEW."currency") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_example" IS DISTINCT FROM (NEW."is_example"))',
                            func='INSERT INTO "premiums_fundevent" ("cooperative_id", "currency", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."cooperative_id", NEW."currency", NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="f5487a832f6584554dd12e1a5f18c1120df6faa8",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7937c",
                            table="premiums_fund",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "fund",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "premiums_fundevent" ("cooperative_id", "currency", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."cooperative_id", OLD."currency", OLD."id", OLD."is_example", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="d9f658d998321740d1f12cee98d7d5b907186734",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6e46a",
                            table="premiums_fund",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "fundevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="68b97f8858db94e472bdc46fe949fe519fc98959",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_74368",
                            table="premiums_fundevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "plan",
                    pgtrigger.compiler.Trigger(
                        name="plan_same_cooperative",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.fund_id IS NOT NULL AND (SELECT cooperative_id FROM premiums_fund WHERE id = NEW.fund_id) <> NEW.cooperative_id) THEN RAISE EXCEPTION 'plan_same_cooperative' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_same_cooperative'; END IF; RETURN NEW;",
                            hash="446fa075853bedfe1343891c551df076e0aa5fc0",
                            operation='INSERT OR UPDATE OF "fund_id", "cooperative_id"',
                            pgid="pgtrigger_plan_same_cooperative_8dcfd",
                            table="premiums_plan",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "plan",
                    pgtrigger.compiler.Trigger(
                        name="plan_never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (true) THEN RAISE EXCEPTION 'plan_never_deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_never_deleted'; END IF; RETURN OLD;",
                            hash="bc9ee1d49a6314b7432b9d19ee8c54569a401b4a",
                            operation="DELETE",
                            pgid="pgtrigger_plan_never_deleted_b2989",
                            table="premiums_plan",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "plan",
                    pgtrigger.compiler.Trigger(
                        name="plan_periods_apart",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM FROM premiums_fund WHERE id = NEW.fund_id FOR NO KEY UPDATE; IF (EXISTS (SELECT FROM premiums_plan p WHERE p.fund_id = NEW.fund_id AND p.id <> NEW.id AND p.starts_on <= NEW.ends_on AND p.ends_on >= NEW.starts_on)) THEN RAISE EXCEPTION 'plan_periods_apart' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_periods_apart'; END IF; RETURN NEW;",
                            hash="a02784a6777c8084a742354191e25a5da2638bc8",
                            operation='INSERT OR UPDATE OF "starts_on", "ends_on", "fund_id"',
                            pgid="pgtrigger_plan_periods_apart_a4a68",
                            table="premiums_plan",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "plan",
                    pgtrigger.compiler.Trigger(
                        name="plan_fixed_once_closed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (OLD.closed_at IS NOT NULL AND NEW IS DISTINCT FROM OLD) THEN RAISE EXCEPTION 'plan_fixed_once_closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_fixed_once_closed'; END IF; RETURN NEW;",
                            hash="ba1aed1c6e9743d658f6a748f04583824179ade1",
                            operation="UPDATE",
                            pgid="pgtrigger_plan_fixed_once_closed_a0454",
                            table="premiums_plan",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "plan",
                    pgtrigger.compiler.Trigger(
                        name="plan_closed_when_reported",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (NEW.closed_at IS NOT NULL AND OLD.closed_at IS NULL)",
                            func="IF (EXISTS (SELECT FROM premiums_activity a WHERE a.plan_id = NEW.id AND (a.approved > 0 OR a.spent > 0) AND NOT EXISTS (SELECT FROM premiums_activityreport r WHERE r.activity_id = a.id)) OR EXISTS (SELECT FROM premiums_expense e JOIN premiums_activity a ON a.id = e.activity_id WHERE a.plan_id = NEW.id AND e.state IN ('logged', 'returned') AND NOT e.is_historic) OR EXISTS (SELECT FROM premiums_activity a WHERE a.plan_id = NEW.id AND a.spent > a.approved) OR EXISTS (SELECT FROM premiums_planversion v WHERE v.plan_id = NEW.id AND v.state = 'draft')) THEN RAISE EXCEPTION 'plan_closed_when_reported' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_closed_when_reported'; END IF; RETURN NEW;",
                            hash="e0ef47415e437d7f207fb8a279a28ccd0c9b1667",
                            operation='UPDATE OF "closed_at"',
                            pgid="pgtrigger_plan_closed_when_reported_1e953",
                            table="premiums_plan",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "plan",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "premiums_planevent" ("closed_at", "closed_by_id", "cooperative_id", "ends_on", "fund_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "starts_on", "starts_precision", "title", "title_es", "title_pt") VALUES (NEW."closed_at", NEW."closed_by_id", NEW."cooperative_id", NEW."ends_on", NEW."fund_id", NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source", NEW."starts_on", NEW."starts_precision", NEW."title", NEW."title_es", NEW."title_pt"); RETURN NULL;',
                            hash="26a93e0ce5ad542a8d2ded588cdffa24df1bf5b5",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8163f",
                            table="premiums_plan",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "plan",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "premiums_planevent" ("closed_at", "closed_by_id", "cooperative_id", "ends_on", "fund_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "starts_on", "starts_precision", "title", "title_es", "title_pt") VALUES (NEW."closed_at", NEW."closed_by_id", NEW."cooperative_id", NEW."ends_on", NEW."fund_id", NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source", NEW."starts_on", NEW."starts_precision", NEW."title", NEW."title_es", NEW."title_pt"); RETURN NULL;',
                            hash="16f8f2dbec223eeefb96a8c31c31e549030469c0",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_20398",
                            table="premiums_plan",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "plan",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "premiums_planevent" ("closed_at", "closed_by_id", "cooperative_id", "ends_on", "fund_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "starts_on", "starts_precision", "title", "title_es", "title_pt") VALUES (OLD."closed_at", OLD."closed_by_id", OLD."cooperative_id", OLD."ends_on", OLD."fund_id", OLD."id", OLD."is_example", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."source", OLD."starts_on", OLD."starts_precision", OLD."title", OLD."title_es", OLD."title_pt"); RETURN NULL;',
                            hash="952c86fa7859655fd7f1f009d19d4ba50f834df4",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_8b522",
                            table="premiums_plan",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "activityevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="096cf78e511fa729a8667c7badaf654c56c2d870",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_bd096",
                            table="premiums_activityevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "activity",
                    pgtrigger.compiler.Trigger(
                        name="activity_same_cooperative_fund",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.fund_id IS NOT NULL AND (SELECT cooperative_id FROM premiums_fund WHERE id = NEW.fund_id) <> NEW.cooperative_id) THEN RAISE EXCEPTION 'activity_same_cooperative_fund' USING ERRCODE = 'check_violation', CONSTRAINT = 'activity_same_cooperative_fund'; END IF; RETURN NEW;",
                            hash="bae92e3b21da7401914b28e97cae3fcee5dba882",
                            operation='INSERT OR UPDATE OF "fund_id", "cooperative_id"',
                            pgid="pgtrigger_activity_same_cooperative_fund_ad659",
                            table="premiums_activity",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "activity",
                    pgtrigger.compiler.Trigger(
                        name="activity_same_cooperative_plan",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.plan_id IS NOT NULL AND (SELECT cooperative_id FROM premiums_plan WHERE id = NEW.plan_id) <> NEW.cooperative_id) THEN RAISE EXCEPTION 'activity_same_cooperative_plan' USING ERRCODE = 'check_violation', CONSTRAINT = 'activity_same_cooperative_plan'; END IF; RETURN NEW;",
                            hash="5a5b7c57f5c5bb140febe6ccb23de7db7fe263be",
                            operation='INSERT OR UPDATE OF "plan_id", "cooperative_id"',
                            pgid="pgtrigger_activity_same_cooperative_plan_40ee7",
                            table="premiums_activity",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "activity",
                    pgtrigger.compiler.Trigger(
                        name="activity_totals_from_ledger",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF TG_OP = 'INSERT' THEN IF (NEW.approved <> 0 OR NEW.spent <> 0) THEN RAISE EXCEPTION 'activity_totals_from_ledger' USING ERRCODE = 'check_violation', CONSTRAINT = 'activity_totals_from_ledger'; END IF; ELSE IF (pg_trigger_depth() < 2 AND (NEW.approved <> OLD.approved OR NEW.spent <> OLD.spent)) THEN RAISE EXCEPTION 'activity_totals_from_ledger' USING ERRCODE = 'check_violation', CONSTRAINT = 'activity_totals_from_ledger'; END IF; END IF; RETURN NEW;",
                            hash="7ceaa457cced636e55ed10baab571255b134798f",
                            operation='INSERT OR UPDATE OF "approved", "spent"',
                            pgid="pgtrigger_activity_totals_from_ledger_2f768",
                            table="premiums_activity",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "activity",
                    pgtrigger.compiler.Trigger(
                        name="activity_unratified",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (greatest(NEW.spent - NEW.approved, 0) <> greatest(OLD.spent - OLD.approved, 0))",
                            func="\n            UPDATE premiums_fund SET unratified = unratified\n                + greatest(NEW.spent - NEW.approved, 0) - greatest(OLD.spent - OLD.approved, 0)\n            WHERE id = NEW.fund_id;\n            RETURN NULL;\n        ",
                            hash="2cdeefc6d0d2284c471a9510d984c2cb49a25337",
                            operation='UPDATE OF "approved", "spent"',
                            pgid="pgtrigger_activity_unratified_6f1ea",
                            table="premiums_activity",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "activity",
                    pgtrigger.compiler.Trigger(
                        name="activity_not_in_closed_year",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE closed boolean;",
                            func="\n            IF TG_OP <> 'INSERT' THEN\n                SELECT closed_at IS NOT NULL INTO closed FROM premiums_plan\n                WHERE id = OLD.plan_id FOR SHARE;\n                IF (closed) THEN RAISE EXCEPTION 'activity_not_in_closed_year' USING ERRCODE = 'check_violation', CONSTRAINT = 'activity_not_in_closed_year'; END IF;\n            END IF;\n            IF TG_OP <> 'DELETE' THEN\n                SELECT closed_at IS NOT NULL INTO closed FROM premiums_plan\n                WHERE id = NEW.plan_id FOR SHARE;\n                IF (closed) THEN RAISE EXCEPTION 'activity_not_in_closed_year' USING ERRCODE = 'check_violation', CONSTRAINT = 'activity_not_in_closed_year'; END IF;\n                RETURN NEW;\n            END IF;\n            RETURN OLD;\n        ",
                            hash="78b9316af9ce9f3b6604e653c57ab4947df7b961",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_activity_not_in_closed_year_61834",
                            table="premiums_activity",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "activity",
                    pgtrigger.compiler.Trigger(
                        name="activity_never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (true) THEN RAISE EXCEPTION 'activity_never_deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'activity_never_deleted'; END IF; RETURN OLD;",
                            hash="cb7d69daae448e69ec156b200c5f2a0e82398c1f",
                            operation="DELETE",
                            pgid="pgtrigger_activity_never_deleted_b618b",
                            table="premiums_activity",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "activity",
                    pgtrigger.compiler.Trigger(
                        name="activity_stays",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.is_historic IS DISTINCT FROM OLD.is_historic OR NEW.is_exceptional IS DISTINCT FROM OLD.is_exceptional OR NEW.fund_id IS DISTINCT FROM OLD.fund_id OR NEW.plan_id IS DISTINCT FROM OLD.plan_id OR NEW.cooperative_id IS DISTINCT FROM OLD.cooperative_id) THEN RAISE EXCEPTION 'activity_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'activity_stays'; END IF; RETURN NEW;",
                            hash="8258e3bcceb3b8abe64bbdc5113db653771c6db0",
                            operation='UPDATE OF "is_historic", "is_exceptional", "fund_id", "plan_id", "cooperative_id"',
                            pgid="pgtrigger_activity_stays_5aa57",
                            table="premiums_activity",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "activity",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "premiums_activityevent" ("authorised_amount", "authoriser", "category_id", "cooperative_id", "ends_on", "exceptional_reason", "fund_id", "id", "is_example", "is_exceptional", "is_historic", "objective", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "position", "quality_percent", "ratify_by_on", "responsible", "source", "starts_on", "title", "title_es", "title_pt") VALUES (NEW."authorised_amount", NEW."authoriser", NEW."category_id", NEW."cooperative_id", NEW."ends_on", NEW."exceptional_reason", NEW."fund_id", NEW."id", NEW."is_example", NEW."is_exceptional", NEW."is_historic", NEW."objective", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."position", NEW."quality_percent", NEW."ratify_by_on", NEW."responsible", NEW."source", NEW."starts_on", NEW."title", NEW."title_es", NEW."title_pt"); RETURN NULL;',
                            hash="7a69a30bf87a7c649ce18fa092a8bdd9f82ee3e8",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_28b3b",
                            table="premiums_activity",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "activity",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."authorised_amount" IS DISTINCT FROM (NEW."authorised_amount") OR OLD."authoriser" IS DISTINCT FROM (NEW."authoriser") OR OLD."category_id" IS DISTINCT FROM (NEW."category_id") OR OLD."cooperative_id" IS DISTINCT FROM (NEW."cooperative_id") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."exceptional_reason" IS DISTINCT FROM (NEW."exceptional_reason") OR OLD."fund_id" IS DISTINCT FROM (NEW."fund_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_example" IS DISTINCT FROM (NEW."is_example") OR OLD."is_exceptional" IS DISTINCT FROM (NEW."is_exceptional") OR OLD."is_historic" IS DISTINCT FROM (NEW."is_historic") OR OLD."objective" IS DISTINCT FROM (NEW."objective") OR OLD."plan_id" IS DISTINCT FROM (NEW."plan_id") OR OLD."position" IS DISTINCT FROM (NEW."position") OR OLD."quality_percent" IS DISTINCT FROM (NEW."quality_percent") OR OLD."ratify_by_on" IS DISTINCT FROM (NEW."ratify_by_on") OR OLD."responsible" IS DISTINCT FROM (NEW."responsible") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_es" IS DISTINCT FROM (NEW."title_es") OR OLD."title_pt" IS DISTINCT FROM (NEW."title_pt"))',
                            func='INSERT INTO "premiums_activityevent" ("authorised_amount", "authoriser", "category_id", "cooperative_id", "ends_on", "exceptional_reason", "fund_id", "id", "is_example", "is_exceptional", "is_historic", "objective", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "position", "quality_percent", "ratify_by_on", "responsible", "source", "starts_on", "title", "title_es", "title_pt") VALUES (NEW."authorised_amount", NEW."authoriser", NEW."category_id", NEW."cooperative_id", NEW."ends_on", NEW."exceptional_reason", NEW."fund_id", NEW."id", NEW."is_example", NEW."is_exceptional", NEW."is_historic", NEW."objective", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_id", NEW."position", NEW."quality_percent", NEW."ratify_by_on", NEW."responsible", NEW."source", NEW."starts_on", NEW."title", NEW."title_es", NEW."title_pt"); RETURN NULL;',
                            hash="0c569d28ff4c5f29b4307eddd88017ff0f79e0a7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4f389",
                            table="premiums_activity",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "activity",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "premiums_activityevent" ("authorised_amount", "authoriser", "category_id", "cooperative_id", "ends_on", "exceptional_reason", "fund_id", "id", "is_example", "is_exceptional", "is_historic", "objective", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "position", "quality_percent", "ratify_by_on", "responsible", "source", "starts_on", "title", "title_es", "title_pt") VALUES (OLD."authorised_amount", OLD."authoriser", OLD."category_id", OLD."cooperative_id", OLD."ends_on", OLD."exceptional_reason", OLD."fund_id", OLD."id", OLD."is_example", OLD."is_exceptional", OLD."is_historic", OLD."objective", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."plan_id", OLD."position", OLD."quality_percent", OLD."ratify_by_on", OLD."responsible", OLD."source", OLD."starts_on", OLD."title", OLD."title_es", OLD."title_pt"); RETURN NULL;',
                            hash="9c355b280462a20a89ce4ef1e1cb0d1cea379e67",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d7af6",
                            table="premiums_activity",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "planevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4f0f7f48003964a31d6171074dd6fe4bf7f9846b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0fdd9",
                            table="premiums_planevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "planversion",
                    pgtrigger.compiler.Trigger(
                        name="plan_version_same_cooperative",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.plan_id IS NOT NULL AND (SELECT cooperative_id FROM premiums_plan WHERE id = NEW.plan_id) <> NEW.cooperative_id) THEN RAISE EXCEPTION 'plan_version_same_cooperative' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_version_same_cooperative'; END IF; RETURN NEW;",
                            hash="4846f6c48e8daaa6d9090c2ce01ef05205697b2c",
                            operation='INSERT OR UPDATE OF "plan_id", "cooperative_id"',
                            pgid="pgtrigger_plan_version_same_cooperative_d69a5",
                            table="premiums_planversion",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "planversion",
                    pgtrigger.compiler.Trigger(
                        name="plan_version_never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (true) THEN RAISE EXCEPTION 'plan_version_never_deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_version_never_deleted'; END IF; RETURN OLD;",
                            hash="ac10c7cb75d3dba28d45b0b8f2c33d3256186c6c",
                            operation="DELETE",
                            pgid="pgtrigger_plan_version_never_deleted_c33e4",
                            table="premiums_planversion",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "planversion",
                    pgtrigger.compiler.Trigger(
                        name="plan_version_not_in_closed_year",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE closed boolean;",
                            func="\n            IF TG_OP <> 'INSERT' THEN\n                SELECT closed_at IS NOT NULL INTO closed FROM premiums_plan\n                WHERE id = OLD.plan_id FOR SHARE;\n                IF (closed) THEN RAISE EXCEPTION 'plan_version_not_in_closed_year' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_version_not_in_closed_year'; END IF;\n            END IF;\n            IF TG_OP <> 'DELETE' THEN\n                SELECT closed_at IS NOT NULL INTO closed FROM premiums_plan\n                WHERE id = NEW.plan_id FOR SHARE;\n                IF (closed) THEN RAISE EXCEPTION 'plan_version_not_in_closed_year' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_version_not_in_closed_year'; END IF;\n                RETURN NEW;\n            END IF;\n            RETURN OLD;\n        ",
                            hash="44264a9309cda44db9c56f4a8ab2cb73e1e1edd7",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_plan_version_not_in_closed_year_96835",
                            table="premiums_planversion",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "planversion",
                    pgtrigger.compiler.Trigger(
                        name="plan_version_arrows",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (OLD.state IN ('superseded', 'withdrawn') AND NEW IS DISTINCT FROM OLD OR OLD.state = 'approved' AND (NEW.state IN ('draft', 'withdrawn') OR (NEW.plan_id, NEW.number, NEW.changes, NEW.approved_at, NEW.approved_by_id) IS DISTINCT FROM (OLD.plan_id, OLD.number, OLD.changes, OLD.approved_at, OLD.approved_by_id)) OR OLD.state = 'draft' AND NEW.state = 'superseded') THEN RAISE EXCEPTION 'plan_version_arrows' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_version_arrows'; END IF; RETURN NEW;",
                            hash="815ff3a0bc3bd55aa1a3046dcd0bd4d2052adc41",
                            operation="UPDATE",
                            pgid="pgtrigger_plan_version_arrows_e31d7",
                            table="premiums_planversion",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "planversion",
                    pgtrigger.compiler.Trigger(
                        name="plan_version_needs_resolution",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (NEW.state = 'approved')",
                            func="IF (NOT EXISTS (SELECT FROM premiums_resolution WHERE plan_version_id = NEW.id AND state = 'adopted' AND NOT is_historic)) THEN RAISE EXCEPTION 'plan_version_needs_resolution' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_version_needs_resolution'; END IF; RETURN NEW;",
                            hash="23b23b762934242f4439781566eaac53df015958",
                            operation='INSERT OR UPDATE OF "state"',
                            pgid="pgtrigger_plan_version_needs_resolution_f0dbe",
                            table="premiums_planversion",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "planversion",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "premiums_planversionevent" ("approved_at", "approved_by_id", "changes", "cooperative_id", "id", "is_example", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "state", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."approved_at", NEW."approved_by_id", NEW."changes", NEW."cooperative_id", NEW."id", NEW."is_example", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."state", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;',
                            hash="d7ee00f40dcb0f366efe89ca2c3cf98c98344f17",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6c28c",
                            table="premiums_planversion",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "planversion",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "premiums_planversionevent" ("approved_at", "approved_by_id", "changes", "cooperative_id", "id", "is_example", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "state", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."approved_at", NEW."approved_by_id", NEW."changes", NEW."cooperative_id", NEW."id", NEW."is_example", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_id", NEW."state", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;',
                            hash="8199e4434787a6eeff9e47bb060fca1c834af16f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0e610",
                            table="premiums_planversion",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "planversion",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "premiums_planversionevent" ("approved_at", "approved_by_id", "changes", "cooperative_id", "id", "is_example", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "state", "withdrawn_at", "withdrawn_by_id") VALUES (OLD."approved_at", OLD."approved_by_id", OLD."changes", OLD."cooperative_id", OLD."id", OLD."is_example", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."plan_id", OLD."state", OLD."withdrawn_at", OLD."withdrawn_by_id"); RETURN NULL;',
                            hash="75be864a336fa449a00ddf836800c1e70e72b4c6",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e11f6",
                            table="premiums_planversion",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "planlineevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="500269f7cccf4d0b9ae7fe87dcf5a02001f988aa",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f1876",
                            table="premiums_planlineevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "planline",
                    pgtrigger.compiler.Trigger(
                        name="plan_line_same_cooperative_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.version_id IS NOT NULL AND (SELECT cooperative_id FROM premiums_planversion WHERE id = NEW.version_id) <> NEW.cooperative_id) THEN RAISE EXCEPTION 'plan_line_same_cooperative_version' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_line_same_cooperative_version'; END IF; RETURN NEW;",
                            hash="9229a6dcb163bf7220da3fd9d89feb0c44173812",
                            operation='INSERT OR UPDATE OF "version_id", "cooperative_id"',
                            pgid="pgtrigger_plan_line_same_cooperative_version_b786e",
                            table="premiums_planline",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "planline",
                    pgtrigger.compiler.Trigger(
                        name="plan_line_same_cooperative_activity",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.activity_id IS NOT NULL AND (SELECT cooperative_id FROM premiums_activity WHERE id = NEW.activity_id) <> NEW.cooperative_id) THEN RAISE EXCEPTION 'plan_line_same_cooperative_activity' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_line_same_cooperative_activity'; END IF; RETURN NEW;",
                            hash="f5418208669e4f74a75b55dd290cc9a92cc3e7d0",
                            operation='INSERT OR UPDATE OF "activity_id", "cooperative_id"',
                            pgid="pgtrigger_plan_line_same_cooperative_activity_93bfa",
                            table="premiums_planline",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "planline",
                    pgtrigger.compiler.Trigger(
                        name="plan_line_not_in_closed_year",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE closed boolean;",
                            func="\n            IF TG_OP <> 'INSERT' THEN\n                SELECT closed_at IS NOT NULL INTO closed FROM premiums_plan\n                WHERE id = (SELECT plan_id FROM premiums_planversion WHERE id = OLD.version_id) FOR SHARE;\n                IF (closed) THEN RAISE EXCEPTION 'plan_line_not_in_closed_year' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_line_not_in_closed_year'; END IF;\n            END IF;\n            IF TG_OP <> 'DELETE' THEN\n                SELECT closed_at IS NOT NULL INTO closed FROM premiums_plan\n                WHERE id = (SELECT plan_id FROM premiums_planversion WHERE id = NEW.version_id) FOR SHARE;\n                IF (closed) THEN RAISE EXCEPTION 'plan_line_not_in_closed_year' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_line_not_in_closed_year'; END IF;\n                RETURN NEW;\n            END IF;\n            RETURN OLD;\n        ",
                            hash="275d8e6d463ced31e60a5f5d02b3ead53cb5af22",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_plan_line_not_in_closed_year_c104a",
                            table="premiums_planline",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "planline",
                    pgtrigger.compiler.Trigger(
                        name="plan_line_same_plan",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF ((SELECT plan_id FROM premiums_planversion WHERE id = NEW.version_id) <> (SELECT plan_id FROM premiums_activity WHERE id = NEW.activity_id)) THEN RAISE EXCEPTION 'plan_line_same_plan' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_line_same_plan'; END IF; RETURN NEW;",
                            hash="af98bf11fb404c31abd89e4cbe3bf600265ecd72",
                            operation='INSERT OR UPDATE OF "version_id", "activity_id"',
                            pgid="pgtrigger_plan_line_same_plan_ae489",
                            table="premiums_planline",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "planline",
                    pgtrigger.compiler.Trigger(
                        name="plan_line_only_in_draft",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE owner record;",
                            func="\n                    FOR owner IN SELECT state FROM premiums_planversion\n                        WHERE (TG_OP <> 'INSERT' AND id = OLD.version_id) OR (TG_OP <> 'DELETE' AND id = NEW.version_id)\n                        FOR SHARE\n                    LOOP IF (owner.state <> 'draft') THEN RAISE EXCEPTION 'plan_line_only_in_draft' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_line_only_in_draft'; END IF; END LOOP;\n                    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                    RETURN NEW;\n                ",
                            hash="9fe5a60d1a6d81d79dada349bc4d3544c45f7e76",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_plan_line_only_in_draft_6c07c",
                            table="premiums_planline",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "planline",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "premiums_planlineevent" ("activity_id", "budget", "category_id", "cooperative_id", "ends_on", "expected_men", "expected_women", "id", "is_example", "objective", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "quality_percent", "responsible", "starts_on", "title", "version_id") VALUES (NEW."activity_id", NEW."budget", NEW."category_id", NEW."cooperative_id", NEW."ends_on", NEW."expected_men", NEW."expected_women", NEW."id", NEW."is_example", NEW."objective", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."quality_percent", NEW."responsible", NEW."starts_on", NEW."title", NEW."version_id"); RETURN NULL;',
                            hash="41c27823ecc73e1e17efbb8a67e48e2f7e5b23c3",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_fa24c",
                            table="premiums_planline",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "planline",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "premiums_planlineevent" ("activity_id", "budget", "category_id", "cooperative_id", "ends_on", "expected_men", "expected_women", "id", "is_example", "objective", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "quality_percent", "responsible", "starts_on", "title", "version_id") VALUES (NEW."activity_id", NEW."budget", NEW."category_id", NEW."cooperative_id", NEW."ends_on", NEW."expected_men", NEW."expected_women", NEW."id", NEW."is_example", NEW."objective", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."quality_percent", NEW."responsible", NEW."starts_on", NEW."title", NEW."version_id"); RETURN NULL;',
                            hash="eee15ed0413fa9b217e4dfd87dbd61253533acf4",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f2cbd",
                            table="premiums_planline",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "planline",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "premiums_planlineevent" ("activity_id", "budget", "category_id", "cooperative_id", "ends_on", "expected_men", "expected_women", "id", "is_example", "objective", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "quality_percent", "responsible", "starts_on", "title", "version_id") VALUES (OLD."activity_id", OLD."budget", OLD."category_id", OLD."cooperative_id", OLD."ends_on", OLD."expected_men", OLD."expected_women", OLD."id", OLD."is_example", OLD."objective", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."quality_percent", OLD."responsible", OLD."starts_on", OLD."title", OLD."version_id"); RETURN NULL;',
                            hash="ebcb97b48aedf9199f2c1bce2aabb40d3780b4e3",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d553f",
                            table="premiums_planline",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "planversionevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="131e4d0e31318ee9813f0a3aab8835c7b5ecc7d4",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_50b2e",
                            table="premiums_planversionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "premiumreceived",
                    pgtrigger.compiler.Trigger(
                        name="premium_received_same_cooperative",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.fund_id IS NOT NULL AND (SELECT cooperative_id FROM premiums_fund WHERE id = NEW.fund_id) <> NEW.cooperative_id) THEN RAISE EXCEPTION 'premium_received_same_cooperative' USING ERRCODE = 'check_violation', CONSTRAINT = 'premium_received_same_cooperative'; END IF; RETURN NEW;",
                            hash="00482c9630830fedbb7e1854e6f7d6b3f3c1f0a4",
                            operation='INSERT OR UPDATE OF "fund_id", "cooperative_id"',
                            pgid="pgtrigger_premium_received_same_cooperative_60a80",
                            table="premiums_premiumreceived",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "premiumreceived",
                    pgtrigger.compiler.Trigger(
                        name="premium_received_totals",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP <> 'INSERT' AND OLD.amount IS NOT NULL THEN\n                UPDATE premiums_fund SET received = received - OLD.amount WHERE id = OLD.fund_id;\n            END IF;\n            IF TG_OP <> 'DELETE' AND NEW.amount IS NOT NULL THEN\n                UPDATE premiums_fund SET received = received + NEW.amount WHERE id = NEW.fund_id;\n            END IF;\n            RETURN NULL;\n        ",
                            hash="bc736755cfee5b258b8e81ccc2aa322c5c68d0cc",
                            operation='INSERT OR UPDATE OF "amount", "fund_id" OR DELETE',
                            pgid="pgtrigger_premium_received_totals_31f1b",
                            table="premiums_premiumreceived",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "premiumreceived",
                    pgtrigger.compiler.Trigger(
                        name="premium_received_never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (true) THEN RAISE EXCEPTION 'premium_received_never_deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'premium_received_never_deleted'; END IF; RETURN OLD;",
                            hash="80dd101127b518ef03fbdc5d7a655deb98d8b8ac",
                            operation="DELETE",
                            pgid="pgtrigger_premium_received_never_deleted_91d85",
                            table="premiums_premiumreceived",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "premiumreceived",
                    pgtrigger.compiler.Trigger(
                        name="premium_received_not_in_closed_year",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE closed boolean;",
                            func="\n            IF TG_OP <> 'INSERT' THEN \n        FOR closed IN SELECT closed_at IS NOT NULL FROM premiums_plan WHERE OLD.fund_id = fund_id AND OLD.received_on BETWEEN starts_on AND ends_on ORDER BY id FOR SHARE\n        LOOP IF (closed) THEN RAISE EXCEPTION 'premium_received_not_in_closed_year' USING ERRCODE = 'check_violation', CONSTRAINT = 'premium_received_not_in_closed_year'; END IF; END LOOP;\n     END IF;\n            IF TG_OP <> 'DELETE' THEN \n        FOR closed IN SELECT closed_at IS NOT NULL FROM premiums_plan WHERE NEW.fund_id = fund_id AND NEW.received_on BETWEEN starts_on AND ends_on ORDER BY id FOR SHARE\n        LOOP IF (closed) THEN RAISE EXCEPTION 'premium_received_not_in_closed_year' USING ERRCODE = 'check_violation', CONSTRAINT = 'premium_received_not_in_closed_year'; END IF; END LOOP;\n     RETURN NEW; END IF;\n            RETURN OLD;\n        ",
                            hash="2aeb4ba6c49095288d5bdf35f15ef5720d188b96",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_premium_received_not_in_closed_year_867e7",
                            table="premiums_premiumreceived",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "premiumreceived",
                    pgtrigger.compiler.Trigger(
                        name="premium_received_covers_parts",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF ((SELECT sum(amount) FROM premiums_premiumpayment WHERE premium_received_id = NEW.id) > coalesce(NEW.original_amount, NEW.amount)) THEN RAISE EXCEPTION 'premium_received_covers_parts' USING ERRCODE = 'check_violation', CONSTRAINT = 'premium_received_covers_parts'; END IF; RETURN NEW;",
                            hash="56271255028911a6d722249da656ebd74003f9c1",
                            operation='UPDATE OF "amount", "original_amount"',
                            pgid="pgtrigger_premium_received_covers_parts_5660a",
                            table="premiums_premiumreceived",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "premiumreceived",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "premiums_premiumreceivedevent" ("amount", "cooperative_id", "fund_id", "id", "is_example", "is_historic", "original_amount", "original_currency", "payer", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate", "rate_on", "rate_source", "received_on", "received_precision", "recorded_at", "recorded_by_id", "source") VALUES (NEW."amount", NEW."cooperative_id", NEW."fund_id", NEW."id", NEW."is_example", NEW."is_historic", NEW."original_amount", NEW."original_currency", NEW."payer", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rate", NEW."rate_on", NEW."rate_source", NEW."received_on", NEW."received_precision", NEW."recorded_at", NEW."recorded_by_id", NEW."source"); RETURN NULL;',
                            hash="3b25cec5ec7fafd5eca168c5b7fa7aa27bf6cf01",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_2a7be",
                            table="premiums_premiumreceived",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "premiumreceived",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "premiums_premiumreceivedevent" ("amount", "cooperative_id", "fund_id", "id", "is_example", "is_historic", "original_amount", "original_currency", "payer", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate", "rate_on", "rate_source", "received_on", "received_precision", "recorded_at", "recorded_by_id", "source") VALUES (NEW."amount", NEW."cooperative_id", NEW."fund_id", NEW."id", NEW."is_example", NEW."is_historic", NEW."original_amount", NEW."original_currency", NEW."payer", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rate", NEW."rate_on", NEW."rate_source", NEW."received_on", NEW."received_precision", NEW."recorded_at", NEW."recorded_by_id", NEW."source"); RETURN NULL;',
                            hash="42989bec0e66f9e22f22dd7831217394fbb089c7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0676c",
                            table="premiums_premiumreceived",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "premiumreceived",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "premiums_premiumreceivedevent" ("amount", "cooperative_id", "fund_id", "id", "is_example", "is_historic", "original_amount", "original_currency", "payer", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate", "rate_on", "rate_source", "received_on", "received_precision", "recorded_at", "recorded_by_id", "source") VALUES (OLD."amount", OLD."cooperative_id", OLD."fund_id", OLD."id", OLD."is_example", OLD."is_historic", OLD."original_amount", OLD."original_currency", OLD."payer", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rate", OLD."rate_on", OLD."rate_source", OLD."received_on", OLD."received_precision", OLD."recorded_at", OLD."recorded_by_id", OLD."source"); RETURN NULL;',
                            hash="c207bd7fd571ae20be74a4de9cb8c2963cd3a195",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_4c884",
                            table="premiums_premiumreceived",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "premiumreceivedevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="65c5492e571daaf75e421cfc9da00aa98ff09bba",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_7a816",
                            table="premiums_premiumreceivedevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "rate",
                    pgtrigger.compiler.Trigger(
                        name="rate_fixed_once_used",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF TG_OP = 'UPDATE' AND (NEW.scheme_id, NEW.form, NEW.region, NEW.from_on, NEW.premium, NEW.quality_part, NEW.minimum_price, NEW.organic_differential) IS NOT DISTINCT FROM (OLD.scheme_id, OLD.form, OLD.region, OLD.from_on, OLD.premium, OLD.quality_part, OLD.minimum_price, OLD.organic_differential) THEN RETURN NEW; END IF; IF (EXISTS (SELECT FROM premiums_sale WHERE rate_id = OLD.id)) THEN RAISE EXCEPTION 'rate_fixed_once_used' USING ERRCODE = 'check_violation', CONSTRAINT = 'rate_fixed_once_used'; END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;",
                            hash="f7a7040ae02d14ae1cbdc19c5cecd6bf04fe5c07",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_rate_fixed_once_used_9b4b1",
                            table="premiums_rate",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "rate",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "premiums_rateevent" ("form", "from_on", "id", "is_example", "minimum_price", "organic_differential", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "premium", "quality_part", "region", "scheme_id", "source", "successor_id") VALUES (NEW."form", NEW."from_on", NEW."id", NEW."is_example", NEW."minimum_price", NEW."organic_differential", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."premium", NEW."quality_part", NEW."region", NEW."scheme_id", NEW."source", NEW."successor_id"); RETURN NULL;',
                            hash="9301bf650cbf5490e8aef761592519f1a083c691",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_dd4fc",
                            table="premiums_rate",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "rate",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "premiums_rateevent" ("form", "from_on", "id", "is_example", "minimum_price", "organic_differential", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "premium", "quality_part", "region", "scheme_id", "source", "successor_id") VALUES (NEW."form", NEW."from_on", NEW."id", NEW."is_example", NEW."minimum_price", NEW."organic_differential", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."premium", NEW."quality_part", NEW."region", NEW."scheme_id", NEW."source", NEW."successor_id"); RETURN NULL;',
                            hash="ed4f285de34620dfe5086690392073b150191bad",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_62f97",
                            table="premiums_rate",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "rate",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "premiums_rateevent" ("form", "from_on", "id", "is_example", "minimum_price", "organic_differential", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "premium", "quality_part", "region", "scheme_id", "source", "successor_id") VALUES (OLD."form", OLD."from_on", OLD."id", OLD."is_example", OLD."minimum_price", OLD."organic_differential", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."premium", OLD."quality_part", OLD."region", OLD."scheme_id", OLD."source", OLD."successor_id"); RETURN NULL;',
                            hash="a894dc0eaf0e050076de11f25c4cc0288d3f8352",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_bd802",
                            table="premiums_rate",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "rateevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f55140bd25fffd9728df94b49d860d7141f810dd",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_5670a",
                            table="premiums_rateevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "resolution",
                    pgtrigger.compiler.Trigger(
                        name="resolution_same_cooperative",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.assembly_id IS NOT NULL AND (SELECT cooperative_id FROM premiums_assembly WHERE id = NEW.assembly_id) <> NEW.cooperative_id) THEN RAISE EXCEPTION 'resolution_same_cooperative' USING ERRCODE = 'check_violation', CONSTRAINT = 'resolution_same_cooperative'; END IF; RETURN NEW;",
                            hash="7530e61e5f7e91d6cafaf5f4b3dfbb589058174b",
                            operation='INSERT OR UPDATE OF "assembly_id", "cooperative_id"',
                            pgid="pgtrigger_resolution_same_cooperative_8bc93",
                            table="premiums_resolution",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "resolution",
                    pgtrigger.compiler.Trigger(
                        name="resolution_same_cooperative_plan",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.plan_id IS NOT NULL AND (SELECT cooperative_id FROM premiums_plan WHERE id = NEW.plan_id) <> NEW.cooperative_id) THEN RAISE EXCEPTION 'resolution_same_cooperative_plan' USING ERRCODE = 'check_violation', CONSTRAINT = 'resolution_same_cooperative_plan'; END IF; RETURN NEW;",
                            hash="1574ae6acb8d6afc34831af18e1e628cdf99a1c7",
                            operation='INSERT OR UPDATE OF "plan_id", "cooperative_id"',
                            pgid="pgtrigger_resolution_same_cooperative_plan_27040",
                            table="premiums_resolution",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "resolution",
                    pgtrigger.compiler.Trigger(
                        name="resolution_same_cooperative_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.plan_version_id IS NOT NULL AND (SELECT cooperative_id FROM premiums_planversion WHERE id = NEW.plan_version_id) <> NEW.cooperative_id) THEN RAISE EXCEPTION 'resolution_same_cooperative_version' USING ERRCODE = 'check_violation', CONSTRAINT = 'resolution_same_cooperative_version'; END IF; RETURN NEW;",
                            hash="7227bc0562fab02925c62cb2170b2f2633b653a2",
                            operation='INSERT OR UPDATE OF "plan_version_id", "cooperative_id"',
                            pgid="pgtrigger_resolution_same_cooperative_version_04c24",
                            table="premiums_resolution",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "resolution",
                    pgtrigger.compiler.Trigger(
                        name="resolution_not_in_closed_year",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE closed boolean;",
                            func="\n            IF TG_OP <> 'INSERT' THEN\n                SELECT closed_at IS NOT NULL INTO closed FROM premiums_plan\n                WHERE id = OLD.plan_id FOR SHARE;\n                IF (closed) THEN RAISE EXCEPTION 'resolution_not_in_closed_year' USING ERRCODE = 'check_violation', CONSTRAINT = 'resolution_not_in_closed_year'; END IF;\n            END IF;\n            IF TG_OP <> 'DELETE' THEN\n                SELECT closed_at IS NOT NULL INTO closed FROM premiums_plan\n                WHERE id = NEW.plan_id FOR SHARE;\n                IF (closed) THEN RAISE EXCEPTION 'resolution_not_in_closed_year' USING ERRCODE = 'check_violation', CONSTRAINT = 'resolution_not_in_closed_year'; END IF;\n                RETURN NEW;\n            END IF;\n            RETURN OLD;\n        ",
                            hash="e91f4f26f43b1b0bef438780f0ce98daa1006e0a",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_resolution_not_in_closed_year_da40e",
                            table="premiums_resolution",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "resolution",
                    pgtrigger.compiler.Trigger(
                        name="resolution_never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (true) THEN RAISE EXCEPTION 'resolution_never_deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'resolution_never_deleted'; END IF; RETURN OLD;",
                            hash="dc382b5bc08a3d43e46c9b91e098f982d60c4072",
                            operation="DELETE",
                            pgid="pgtrigger_resolution_never_deleted_284c6",
                            table="premiums_resolution",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "resolution",
                    pgtrigger.compiler.Trigger(
                        name="resolution_stays_historic",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.is_historic IS DISTINCT FROM OLD.is_historic) THEN RAISE EXCEPTION 'resolution_stays_historic' USING ERRCODE = 'check_violation', CONSTRAINT = 'resolution_stays_historic'; END IF; RETURN NEW;",
                            hash="de97100d61778cad1d81507b60a242b1f037bf3e",
                            operation='UPDATE OF "is_historic"',
                            pgid="pgtrigger_resolution_stays_historic_5b075",
                            table="premiums_resolution",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "resolution",
                    pgtrigger.compiler.Trigger(
                        name="resolution_fixed_once_decided",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (OLD.state <> 'draft' AND NEW IS DISTINCT FROM OLD) THEN RAISE EXCEPTION 'resolution_fixed_once_decided' USING ERRCODE = 'check_violation', CONSTRAINT = 'resolution_fixed_once_decided'; END IF; RETURN NEW;",
                            hash="61896d775311be9e64be4e3f01e8182b27841bc1",
                            operation="UPDATE",
                            pgid="pgtrigger_resolution_fixed_once_decided_dbbf6",
                            table="premiums_resolution",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "resolution",
                    pgtrigger.compiler.Trigger(
                        name="resolution_votes_within_presence",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE held premiums_assembly%ROWTYPE;",
                            func="SELECT * INTO held FROM premiums_assembly WHERE id = NEW.assembly_id; IF (NEW.votes_for + NEW.votes_against + NEW.votes_abstained + NEW.votes_blank > held.present_women + held.present_men) THEN RAISE EXCEPTION 'resolution_votes_within_presence' USING ERRCODE = 'check_violation', CONSTRAINT = 'resolution_votes_within_presence'; END IF; RETURN NEW;",
                            hash="ce5149c35755cdbfda165f59d0fd7c1360a4e0a5",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_resolution_votes_within_presence_7dbba",
                            table="premiums_resolution",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "resolution",
                    pgtrigger.compiler.Trigger(
                        name="resolution_quorum_and_majority",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (NEW.state = 'adopted' AND NOT NEW.is_historic)",
                            declare="DECLARE held premiums_assembly%ROWTYPE; present integer;",
                            func="\n                    SELECT * INTO held FROM premiums_assembly WHERE id = NEW.assembly_id FOR SHARE;\n                    present := held.present_women + held.present_men;\n                IF ((NEW.votes_for + NEW.votes_against + NEW.votes_abstained + NEW.votes_blank) IS NULL OR present IS NULL OR held.entitled IS NULL OR held.quorum_percent IS NULL\n                    OR present * 100 < held.entitled * held.quorum_percent\n                    OR NOT CASE NEW.majority\n                        WHEN 'simple' THEN NEW.votes_for > NEW.votes_against\n                        WHEN 'absolute' THEN NEW.votes_for * 2 > present\n                        WHEN 'two thirds' THEN NEW.votes_for * 3 >= present * 2\n                        ELSE false END) THEN RAISE EXCEPTION 'resolution_quorum_and_majority' USING ERRCODE = 'check_violation', CONSTRAINT = 'resolution_quorum_and_majority'; END IF; RETURN NEW;",
                            hash="d14662baaf2c8c32d2c1ba52ae950b6b754c18e4",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_resolution_quorum_and_majority_119fb",
                            table="premiums_resolution",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "resolution",
                    pgtrigger.compiler.Trigger(
                        name="resolution_draft_first",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (NEW.state <> 'draft' AND NOT NEW.is_historic)",
                            func="IF (true) THEN RAISE EXCEPTION 'resolution_draft_first' USING ERRCODE = 'check_violation', CONSTRAINT = 'resolution_draft_first'; END IF; RETURN NEW;",
                            hash="3a87dffe3ff32cfe33bcee499baaa2166ecb138c",
                            operation="INSERT",
                            pgid="pgtrigger_resolution_draft_first_5f87b",
                            table="premiums_resolution",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "resolution",
                    pgtrigger.compiler.Trigger(
                        name="resolution_totals",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.state <> 'adopted' AND NEW.state = 'adopted')",
                            declare="DECLARE allotment record;",
                            func="\n            FOR allotment IN\n                SELECT activity_id, amount FROM premiums_allotment\n                WHERE resolution_id = NEW.id ORDER BY activity_id\n            LOOP\n                UPDATE premiums_activity SET approved = approved + allotment.amount\n                WHERE id = allotment.activity_id;\n                UPDATE premiums_fund SET approved = approved + allotment.amount\n                WHERE id = (SELECT fund_id FROM premiums_activity WHERE id = allotment.activity_id);\n            END LOOP;\n            RETURN NULL;\n        ",
                            hash="3345a68a8b24d1017974fce1f6a5b4ec2bce0138",
                            operation='UPDATE OF "state"',
                            pgid="pgtrigger_resolution_totals_e75c4",
                            table="premiums_resolution",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "resolution",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "premiums_resolutionevent" ("assembly_id", "cooperative_id", "decided_at", "decided_by_id", "id", "is_example", "is_historic", "kind", "majority", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "plan_version_id", "source", "state", "text", "text_es", "text_pt", "votes_abstained", "votes_against", "votes_blank", "votes_for") VALUES (NEW."assembly_id", NEW."cooperative_id", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."is_example", NEW."is_historic", NEW."kind", NEW."majority", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."plan_version_id", NEW."source", NEW."state", NEW."text", NEW."text_es", NEW."text_pt", NEW."votes_abstained", NEW."votes_against", NEW."votes_blank", NEW."votes_for"); RETURN NULL;',
                            hash="0e04fb8099214822dd377ff3d17744b1a67eefd5",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a323c",
                            table="premiums_resolution",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "resolution",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "premiums_resolutionevent" ("assembly_id", "cooperative_id", "decided_at", "decided_by_id", "id", "is_example", "is_historic", "kind", "majority", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "plan_version_id", "source", "state", "text", "text_es", "text_pt", "votes_abstained", "votes_against", "votes_blank", "votes_for") VALUES (NEW."assembly_id", NEW."cooperative_id", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."is_example", NEW."is_historic", NEW."kind", NEW."majority", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_id", NEW."plan_version_id", NEW."source", NEW."state", NEW."text", NEW."text_es", NEW."text_pt", NEW."votes_abstained", NEW."votes_against", NEW."votes_blank", NEW."votes_for"); RETURN NULL;',
                            hash="35e048f4df50ef709b697290ec482c6d169e9f93",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d31f9",
                            table="premiums_resolution",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "resolution",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "premiums_resolutionevent" ("assembly_id", "cooperative_id", "decided_at", "decided_by_id", "id", "is_example", "is_historic", "kind", "majority", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "plan_version_id", "source", "state", "text", "text_es", "text_pt", "votes_abstained", "votes_against", "votes_blank", "votes_for") VALUES (OLD."assembly_id", OLD."cooperative_id", OLD."decided_at", OLD."decided_by_id", OLD."id", OLD."is_example", OLD."is_historic", OLD."kind", OLD."majority", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."plan_id", OLD."plan_version_id", OLD."source", OLD."state", OLD."text", OLD."text_es", OLD."text_pt", OLD."votes_abstained", OLD."votes_against", OLD."votes_blank", OLD."votes_for"); RETURN NULL;',
                            hash="95d8426a9499b3c9c113eb40c133c959a1d3afa7",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_22061",
                            table="premiums_resolution",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "allotmentevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="fac45342632caf4e66defa6cca59d76a0ec064b3",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b5183",
                            table="premiums_allotmentevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "allotment",
                    pgtrigger.compiler.Trigger(
                        name="allotment_same_cooperative_resolution",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.resolution_id IS NOT NULL AND (SELECT cooperative_id FROM premiums_resolution WHERE id = NEW.resolution_id) <> NEW.cooperative_id) THEN RAISE EXCEPTION 'allotment_same_cooperative_resolution' USING ERRCODE = 'check_violation', CONSTRAINT = 'allotment_same_cooperative_resolution'; END IF; RETURN NEW;",
                            hash="c56f5b33e645d598d7c0beab592a26f3dcb83e15",
                            operation='INSERT OR UPDATE OF "resolution_id", "cooperative_id"',
                            pgid="pgtrigger_allotment_same_cooperative_resolution_b3a0a",
                            table="premiums_allotment",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "allotment",
                    pgtrigger.compiler.Trigger(
                        name="allotment_same_cooperative_activity",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.activity_id IS NOT NULL AND (SELECT cooperative_id FROM premiums_activity WHERE id = NEW.activity_id) <> NEW.cooperative_id) THEN RAISE EXCEPTION 'allotment_same_cooperative_activity' USING ERRCODE = 'check_violation', CONSTRAINT = 'allotment_same_cooperative_activity'; END IF; RETURN NEW;",
                            hash="7242bb2122255294f0b402d164beb4cde5c74e18",
                            operation='INSERT OR UPDATE OF "activity_id", "cooperative_id"',
                            pgid="pgtrigger_allotment_same_cooperative_activity_7ff43",
                            table="premiums_allotment",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "allotment",
                    pgtrigger.compiler.Trigger(
                        name="allotment_not_in_closed_year",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE closed boolean;",
                            func="\n            IF TG_OP <> 'INSERT' THEN\n                SELECT closed_at IS NOT NULL INTO closed FROM premiums_plan\n                WHERE id = (SELECT plan_id FROM premiums_activity WHERE id = OLD.activity_id) FOR SHARE;\n                IF (closed) THEN RAISE EXCEPTION 'allotment_not_in_closed_year' USING ERRCODE = 'check_violation', CONSTRAINT = 'allotment_not_in_closed_year'; END IF;\n            END IF;\n            IF TG_OP <> 'DELETE' THEN\n                SELECT closed_at IS NOT NULL INTO closed FROM premiums_plan\n                WHERE id = (SELECT plan_id FROM premiums_activity WHERE id = NEW.activity_id) FOR SHARE;\n                IF (closed) THEN RAISE EXCEPTION 'allotment_not_in_closed_year' USING ERRCODE = 'check_violation', CONSTRAINT = 'allotment_not_in_closed_year'; END IF;\n                RETURN NEW;\n            END IF;\n            RETURN OLD;\n        ",
                            hash="c54d4080ca3447df2b55be68a184875682b063ef",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_allotment_not_in_closed_year_13867",
                            table="premiums_allotment",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "allotment",
                    pgtrigger.compiler.Trigger(
                        name="allotment_only_in_draft",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE owner record;",
                            func="\n                    FOR owner IN SELECT state, is_historic FROM premiums_resolution\n                        WHERE (TG_OP <> 'INSERT' AND id = OLD.resolution_id)\n                            OR (TG_OP <> 'DELETE' AND id = NEW.resolution_id)\n                        FOR SHARE\n                    LOOP IF (owner.state <> 'draft' OR owner.is_historic) THEN RAISE EXCEPTION 'allotment_only_in_draft' USING ERRCODE = 'check_violation', CONSTRAINT = 'allotment_only_in_draft'; END IF;\n                    END LOOP;\n                    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                    RETURN NEW;\n                ",
                            hash="a228e16e23b005fd36673cf4795ae7d5d304f547",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_allotment_only_in_draft_8a21d",
                            table="premiums_allotment",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "allotment",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "premiums_allotmentevent" ("activity_id", "amount", "cooperative_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resolution_id") VALUES (NEW."activity_id", NEW."amount", NEW."cooperative_id", NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."resolution_id"); RETURN NULL;',
                            hash="6ca9d0d5c13191fcea5de20dc0e16702ac76a1b9",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_413ca",
                            table="premiums_allotment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "allotment",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "premiums_allotmentevent" ("activity_id", "amount", "cooperative_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resolution_id") VALUES (NEW."activity_id", NEW."amount", NEW."cooperative_id", NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."resolution_id"); RETURN NULL;',
                            hash="78400306cd1ff004567ca4a45c9ebf3608d976e4",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0fe3f",
                            table="premiums_allotment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "allotment",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "premiums_allotmentevent" ("activity_id", "amount", "cooperative_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resolution_id") VALUES (OLD."activity_id", OLD."amount", OLD."cooperative_id", OLD."id", OLD."is_example", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."resolution_id"); RETURN NULL;',
                            hash="1b1ce040dca5ba114032728d2ad4e0b4ad63a9ff",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_4dfe6",
                            table="premiums_allotment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "resolutionevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="bfa3a6f28d4af3f5f1eac46266f77bf2309694d6",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_01a6b",
                            table="premiums_resolutionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "sale",
                    pgtrigger.compiler.Trigger(
                        name="sale_premium",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE applied premiums_rate%ROWTYPE;",
                            func="\n            SELECT * INTO applied FROM premiums_rate WHERE id = NEW.rate_id;\n            IF NEW.state = 'cancelled' THEN\n                NEW.premium_due := NULL;\n                NEW.quality_due := NULL;\n            ELSE\n                NEW.premium_due := round(NEW.quantity_kg * 2.20462262 * applied.premium, 2);\n                NEW.quality_due := round(NEW.quantity_kg * 2.20462262 * applied.quality_part, 2);\n            END IF;\n            RETURN NEW;\n        ",
                            hash="8594ab35980c67646594fecce7fc768b55cd5549",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_sale_premium_2361c",
                            table="premiums_sale",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "sale",
                    pgtrigger.compiler.Trigger(
                        name="sale_never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (true) THEN RAISE EXCEPTION 'sale_never_deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'sale_never_deleted'; END IF; RETURN OLD;",
                            hash="e3c4a62d3c3931656fde64cb59fb6f2d214a3b7a",
                            operation="DELETE",
                            pgid="pgtrigger_sale_never_deleted_1c87c",
                            table="premiums_sale",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "sale",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "premiums_saleevent" ("bag_kg", "bags", "buyer", "contract_number", "cooperative_id", "form", "id", "is_example", "is_organic", "note", "note_es", "note_pt", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "premium_due", "price", "price_currency", "quality_due", "quantity_kg", "rate_id", "scheme_id", "shipped_on", "signed_on", "signed_precision", "source", "state") VALUES (NEW."bag_kg", NEW."bags", NEW."buyer", NEW."contract_number", NEW."cooperative_id", NEW."form", NEW."id", NEW."is_example", NEW."is_organic", NEW."note", NEW."note_es", NEW."note_pt", NEW."paid_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."premium_due", NEW."price", NEW."price_currency", NEW."quality_due", NEW."quantity_kg", NEW."rate_id", NEW."scheme_id", NEW."shipped_on", NEW."signed_on", NEW."signed_precision", NEW."source", NEW."state"); RETURN NULL;',
                            hash="b90476720ef902506563160cd5838a8161a0d6cb",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c37a7",
                            table="premiums_sale",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "sale",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "premiums_saleevent" ("bag_kg", "bags", "buyer", "contract_number", "cooperative_id", "form", "id", "is_example", "is_organic", "note", "note_es", "note_pt", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "premium_due", "price", "price_currency", "quality_due", "quantity_kg", "rate_id", "scheme_id", "shipped_on", "signed_on", "signed_precision", "source", "state") VALUES (NEW."bag_kg", NEW."bags", NEW."buyer", NEW."contract_number", NEW."cooperative_id", NEW."form", NEW."id", NEW."is_example", NEW."is_organic", NEW."note", NEW."note_es", NEW."note_pt", NEW."paid_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."premium_due", NEW."price", NEW."price_currency", NEW."quality_due", NEW."quantity_kg", NEW."rate_id", NEW."scheme_id", NEW."shipped_on", NEW."signed_on", NEW."signed_precision", NEW."source", NEW."state"); RETURN NULL;',
                            hash="1fe480edaf4fa9523342b0554d945b6109d58644",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6fa44",
                            table="premiums_sale",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "sale",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "premiums_saleevent" ("bag_kg", "bags", "buyer", "contract_number", "cooperative_id", "form", "id", "is_example", "is_organic", "note", "note_es", "note_pt", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "premium_due", "price", "price_currency", "quality_due", "quantity_kg", "rate_id", "scheme_id", "shipped_on", "signed_on", "signed_precision", "source", "state") VALUES (OLD."bag_kg", OLD."bags", OLD."buyer", OLD."contract_number", OLD."cooperative_id", OLD."form", OLD."id", OLD."is_example", OLD."is_organic", OLD."note", OLD."note_es", OLD."note_pt", OLD."paid_on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."premium_due", OLD."price", OLD."price_currency", OLD."quality_due", OLD."quantity_kg", OLD."rate_id", OLD."scheme_id", OLD."shipped_on", OLD."signed_on", OLD."signed_precision", OLD."source", OLD."state"); RETURN NULL;',
                            hash="7b3b6dcd95bb6327d6522e5905c1c5caf1645523",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_853de",
                            table="premiums_sale",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "premiumpaymentevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f2552d202b0ba3d92d3ca5f91bb8449b4766cad6",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c4838",
                            table="premiums_premiumpaymentevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "premiumpayment",
                    pgtrigger.compiler.Trigger(
                        name="premium_payment_same_cooperative",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.premium_received_id IS NOT NULL AND (SELECT cooperative_id FROM premiums_premiumreceived WHERE id = NEW.premium_received_id) <> NEW.cooperative_id) THEN RAISE EXCEPTION 'premium_payment_same_cooperative' USING ERRCODE = 'check_violation', CONSTRAINT = 'premium_payment_same_cooperative'; END IF; RETURN NEW;",
                            hash="cf776f990ae5d6a42d4b305fc38ecdcb6edaae82",
                            operation='INSERT OR UPDATE OF "premium_received_id", "cooperative_id"',
                            pgid="pgtrigger_premium_payment_same_cooperative_435a2",
                            table="premiums_premiumpayment",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "premiumpayment",
                    pgtrigger.compiler.Trigger(
                        name="premium_payment_same_cooperative_sale",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.sale_id IS NOT NULL AND (SELECT cooperative_id FROM premiums_sale WHERE id = NEW.sale_id) <> NEW.cooperative_id) THEN RAISE EXCEPTION 'premium_payment_same_cooperative_sale' USING ERRCODE = 'check_violation', CONSTRAINT = 'premium_payment_same_cooperative_sale'; END IF; RETURN NEW;",
                            hash="92592e521a3e20b6de47bb04c1528052d33d4498",
                            operation='INSERT OR UPDATE OF "sale_id", "cooperative_id"',
                            pgid="pgtrigger_premium_payment_same_cooperative_sale_c8293",
                            table="premiums_premiumpayment",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "premiumpayment",
                    pgtrigger.compiler.Trigger(
                        name="premium_payment_not_in_closed_year",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE closed boolean;",
                            func="\n            IF TG_OP <> 'INSERT' THEN \n        FOR closed IN SELECT closed_at IS NOT NULL FROM premiums_plan WHERE EXISTS (SELECT FROM premiums_premiumreceived r WHERE r.id = OLD.premium_received_id AND r.fund_id = premiums_plan.fund_id AND r.received_on BETWEEN starts_on AND ends_on) ORDER BY id FOR SHARE\n        LOOP IF (closed) THEN RAISE EXCEPTION 'premium_payment_not_in_closed_year' USING ERRCODE = 'check_violation', CONSTRAINT = 'premium_payment_not_in_closed_year'; END IF; END LOOP;\n     END IF;\n            IF TG_OP <> 'DELETE' THEN \n        FOR closed IN SELECT closed_at IS NOT NULL FROM premiums_plan WHERE EXISTS (SELECT FROM premiums_premiumreceived r WHERE r.id = NEW.premium_received_id AND r.fund_id = premiums_plan.fund_id AND r.received_on BETWEEN starts_on AND ends_on) ORDER BY id FOR SHARE\n        LOOP IF (closed) THEN RAISE EXCEPTION 'premium_payment_not_in_closed_year' USING ERRCODE = 'check_violation', CONSTRAINT = 'premium_payment_not_in_closed_year'; END IF; END LOOP;\n     RETURN NEW; END IF;\n            RETURN OLD;\n        ",
                            hash="dc8a3354cdbf7a6b19e7716eeb3cc4704ffa3304",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_premium_payment_not_in_closed_year_a50ec",
                            table="premiums_premiumpayment",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "premiumpayment",
                    pgtrigger.compiler.Trigger(
                        name="premium_payment_within_received",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE paid numeric;",
                            func="\n                    SELECT coalesce(original_amount, amount) INTO paid FROM premiums_premiumreceived\n                    WHERE id = NEW.premium_received_id FOR UPDATE;\n                IF ((SELECT sum(amount) FROM premiums_premiumpayment WHERE premium_received_id = NEW.premium_received_id) > paid) THEN RAISE EXCEPTION 'premium_payment_within_received' USING ERRCODE = 'check_violation', CONSTRAINT = 'premium_payment_within_received'; END IF; RETURN NULL;",
                            hash="2732b71c7ec530f9288180aa7a466f7d86004e21",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_premium_payment_within_received_d417e",
                            table="premiums_premiumpayment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "premiumpayment",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "premiums_premiumpaymentevent" ("amount", "cooperative_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "premium_received_id", "sale_id") VALUES (NEW."amount", NEW."cooperative_id", NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."premium_received_id", NEW."sale_id"); RETURN NULL;',
                            hash="a1faea742230fbf1cc98cbfd0164bda68d78172b",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ae6c7",
                            table="premiums_premiumpayment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "premiumpayment",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "premiums_premiumpaymentevent" ("amount", "cooperative_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "premium_received_id", "sale_id") VALUES (NEW."amount", NEW."cooperative_id", NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."premium_received_id", NEW."sale_id"); RETURN NULL;',
                            hash="1bfbdf71422f941a7f44cb2bb03ed674de6ae4f3",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a4d03",
                            table="premiums_premiumpayment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "premiumpayment",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "premiums_premiumpaymentevent" ("amount", "cooperative_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "premium_received_id", "sale_id") VALUES (OLD."amount", OLD."cooperative_id", OLD."id", OLD."is_example", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."premium_received_id", OLD."sale_id"); RETURN NULL;',
                            hash="3a43c512a11e10db938011e229770c33f4c55f34",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b1d61",
                            table="premiums_premiumpayment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "saleevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d4d1dfba22c61eb117e572a3ab1f2dd77f8cf76a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_70731",
                            table="premiums_saleevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "voucher",
                    pgtrigger.compiler.Trigger(
                        name="voucher_same_cooperative",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.expense_id IS NOT NULL AND (SELECT cooperative_id FROM premiums_expense WHERE id = NEW.expense_id) <> NEW.cooperative_id) THEN RAISE EXCEPTION 'voucher_same_cooperative' USING ERRCODE = 'check_violation', CONSTRAINT = 'voucher_same_cooperative'; END IF; RETURN NEW;",
                            hash="f8103a2616c49e826e225efa75534985a53edd9c",
                            operation='INSERT OR UPDATE OF "expense_id", "cooperative_id"',
                            pgid="pgtrigger_voucher_same_cooperative_ef768",
                            table="premiums_voucher",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "voucher",
                    pgtrigger.compiler.Trigger(
                        name="voucher_never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (true) THEN RAISE EXCEPTION 'voucher_never_deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'voucher_never_deleted'; END IF; RETURN OLD;",
                            hash="e9604b4ac80038fb981160ad092ee4e979b3de3b",
                            operation="DELETE",
                            pgid="pgtrigger_voucher_never_deleted_3862f",
                            table="premiums_voucher",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "voucher",
                    pgtrigger.compiler.Trigger(
                        name="voucher_fixed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW IS DISTINCT FROM OLD) THEN RAISE EXCEPTION 'voucher_fixed' USING ERRCODE = 'check_violation', CONSTRAINT = 'voucher_fixed'; END IF; RETURN NEW;",
                            hash="d1d3fa11d24d7954194e56da78b0d6a619af0788",
                            operation="UPDATE",
                            pgid="pgtrigger_voucher_fixed_81f62",
                            table="premiums_voucher",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "voucher",
                    pgtrigger.compiler.Trigger(
                        name="voucher_not_after_check",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF ((SELECT state FROM premiums_expense WHERE id = NEW.expense_id) NOT IN ('logged', 'returned')) THEN RAISE EXCEPTION 'voucher_not_after_check' USING ERRCODE = 'check_violation', CONSTRAINT = 'voucher_not_after_check'; END IF; RETURN NEW;",
                            hash="37981b136c268ec667d3191a16fd54216f2fd7d4",
                            operation="INSERT",
                            pgid="pgtrigger_voucher_not_after_check_ef54e",
                            table="premiums_voucher",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "voucher",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "premiums_voucherevent" ("content_type", "cooperative_id", "expense_id", "file", "id", "is_example", "original_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size", "uploaded_at", "uploaded_by_id") VALUES (NEW."content_type", NEW."cooperative_id", NEW."expense_id", NEW."file", NEW."id", NEW."is_example", NEW."original_name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sha256", NEW."size", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                            hash="bf63fc5e56c32d501155d47543e42c464b759cdc",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7e32e",
                            table="premiums_voucher",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "voucher",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "premiums_voucherevent" ("content_type", "cooperative_id", "expense_id", "file", "id", "is_example", "original_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size", "uploaded_at", "uploaded_by_id") VALUES (NEW."content_type", NEW."cooperative_id", NEW."expense_id", NEW."file", NEW."id", NEW."is_example", NEW."original_name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sha256", NEW."size", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                            hash="b8fea77de45f426241c6ef7eeebb5c92bb276941",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_61b5a",
                            table="premiums_voucher",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "voucher",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "premiums_voucherevent" ("content_type", "cooperative_id", "expense_id", "file", "id", "is_example", "original_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size", "uploaded_at", "uploaded_by_id") VALUES (OLD."content_type", OLD."cooperative_id", OLD."expense_id", OLD."file", OLD."id", OLD."is_example", OLD."original_name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sha256", OLD."size", OLD."uploaded_at", OLD."uploaded_by_id"); RETURN NULL;',
                            hash="c6f195ddf2eda792f044172816135d8c24565fdd",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_3f48e",
                            table="premiums_voucher",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "voucherevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e16b99cfd9a128b3fc27c676fa0196025766aecb",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f771a",
                            table="premiums_voucherevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
