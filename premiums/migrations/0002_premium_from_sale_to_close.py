import uuid
from decimal import Decimal

import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.datetime
import django.db.models.lookups
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from config.dates import empty_precision_without_date


class Migration(migrations.Migration):
    dependencies = [
        ("cooperatives", "0002_dates_say_their_precision"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("premiums", "0001_premium_ledger"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="activity",
            name="activity_stays",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="activity",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="activity",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="activity",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="expense",
            name="expense_fixed_once_checked",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="expense",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="expense",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="expense",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="fund",
            name="fund_totals_from_ledger",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="plan",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="plan",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="plan",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="resolution",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="resolution",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="resolution",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="sale",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="sale",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="sale",
            name="delete_delete",
        ),
        migrations.RemoveConstraint(
            model_name="activity",
            name="activity_spent_within_approved",
        ),
        migrations.RemoveConstraint(
            model_name="allotment",
            name="allotment_amount",
        ),
        migrations.RemoveConstraint(
            model_name="assembly",
            name="assembly_date_precision",
        ),
        migrations.RemoveConstraint(
            model_name="assembly",
            name="assembly_complete",
        ),
        migrations.RemoveConstraint(
            model_name="expense",
            name="expense_date_precision",
        ),
        migrations.RemoveConstraint(
            model_name="fund",
            name="fund_totals_not_negative",
        ),
        migrations.RemoveConstraint(
            model_name="plan",
            name="plan_start_precision",
        ),
        migrations.RemoveConstraint(
            model_name="plan",
            name="plan_ends_after_start",
        ),
        migrations.RemoveConstraint(
            model_name="premiumreceived",
            name="premium_received_precision",
        ),
        migrations.RemoveConstraint(
            model_name="premiumreceived",
            name="premium_received_amount",
        ),
        migrations.RemoveConstraint(
            model_name="premiumreceived",
            name="premium_received_rate",
        ),
        migrations.RemoveConstraint(
            model_name="sale",
            name="sale_date_precision",
        ),
        empty_precision_without_date("premiums_assembly", "held"),
        empty_precision_without_date("premiums_expense", "spent"),
        empty_precision_without_date("premiums_plan", "starts"),
        empty_precision_without_date("premiums_premiumreceived", "received"),
        empty_precision_without_date("premiums_sale", "signed"),
        migrations.CreateModel(
            name="ActivityReport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
            ],
            options={
                "verbose_name": "report on an activity",
                "verbose_name_plural": "reports on activities",
                "ordering": ("activity",),
            },
        ),
        migrations.CreateModel(
            name="ActivityReportEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
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
                (
                    "kind",
                    models.CharField(
                        choices=[("minutes", "minutes"), ("attendance", "attendance list")],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("file", models.FileField(max_length=200, upload_to="assemblies/%Y/%m/", verbose_name="file")),
                ("original_name", models.CharField(max_length=160, verbose_name="name of the file")),
                ("content_type", models.CharField(max_length=40, verbose_name="type")),
                ("size", models.PositiveIntegerField(verbose_name="size (bytes)")),
                ("sha256", models.CharField(max_length=64, verbose_name="fingerprint")),
                ("uploaded_at", models.DateTimeField(verbose_name="uploaded at")),
            ],
            options={
                "verbose_name": "paper of an assembly",
                "verbose_name_plural": "papers of assemblies",
                "ordering": ("assembly", "kind", "uploaded_at"),
            },
        ),
        migrations.CreateModel(
            name="AssemblyFileEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[("minutes", "minutes"), ("attendance", "attendance list")],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("file", models.FileField(max_length=200, upload_to="assemblies/%Y/%m/", verbose_name="file")),
                ("original_name", models.CharField(max_length=160, verbose_name="name of the file")),
                ("content_type", models.CharField(max_length=40, verbose_name="type")),
                ("size", models.PositiveIntegerField(verbose_name="size (bytes)")),
                ("sha256", models.CharField(max_length=64, verbose_name="fingerprint")),
                ("uploaded_at", models.DateTimeField(verbose_name="uploaded at")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AssemblyRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
            ],
            options={
                "verbose_name": "rule for assemblies",
                "verbose_name_plural": "rules for assemblies",
                "ordering": ("cooperative", "-from_on"),
            },
        ),
        migrations.CreateModel(
            name="AssemblyRuleEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlanLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="women expected to benefit"),
                ),
                (
                    "expected_men",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="men expected to benefit"),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
            ],
            options={
                "verbose_name": "line of a plan",
                "verbose_name_plural": "lines of plans",
                "ordering": ("version", "position", "pk"),
            },
        ),
        migrations.CreateModel(
            name="PlanLineEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
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
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="women expected to benefit"),
                ),
                (
                    "expected_men",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="men expected to benefit"),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlanVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
            ],
            options={
                "verbose_name": "version of a plan",
                "verbose_name_plural": "versions of plans",
                "ordering": ("plan", "-number"),
            },
        ),
        migrations.CreateModel(
            name="PlanVersionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PremiumPayment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                ("amount", models.DecimalField(decimal_places=2, max_digits=12, verbose_name="amount")),
            ],
            options={
                "verbose_name": "payment of a sale's premium",
                "verbose_name_plural": "payments of sales' premium",
                "ordering": ("premium_received", "sale"),
            },
        ),
        migrations.CreateModel(
            name="PremiumPaymentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                ("amount", models.DecimalField(decimal_places=2, max_digits=12, verbose_name="amount")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Rate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                        choices=[("central", "Mexico, Central America, Africa, Asia"), ("south", "South America")],
                        max_length=8,
                        verbose_name="region",
                    ),
                ),
                ("from_on", models.DateField(blank=True, null=True, verbose_name="for contracts signed from")),
                ("premium", models.DecimalField(decimal_places=4, max_digits=7, verbose_name="premium (USD/lb)")),
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
                        blank=True, decimal_places=4, max_digits=7, null=True, verbose_name="minimum price (USD/lb)"
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
            },
        ),
        migrations.CreateModel(
            name="RateEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
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
                        choices=[("central", "Mexico, Central America, Africa, Asia"), ("south", "South America")],
                        max_length=8,
                        verbose_name="region",
                    ),
                ),
                ("from_on", models.DateField(blank=True, null=True, verbose_name="for contracts signed from")),
                ("premium", models.DecimalField(decimal_places=4, max_digits=7, verbose_name="premium (USD/lb)")),
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
                        blank=True, decimal_places=4, max_digits=7, null=True, verbose_name="minimum price (USD/lb)"
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AlterModelOptions(
            name="sale",
            options={
                "ordering": (models.OrderBy(models.F("signed_on"), descending=True, nulls_last=True), "-pk"),
                "verbose_name": "sale",
                "verbose_name_plural": "sales",
            },
        ),
        migrations.AddField(
            model_name="activity",
            name="authorised_amount",
            field=models.DecimalField(
                blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="authorised amount"
            ),
        ),
        migrations.AddField(
            model_name="activity",
            name="authoriser",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="The board, for example.",
                max_length=120,
                verbose_name="authorised by",
            ),
        ),
        migrations.AddField(
            model_name="activity",
            name="exceptional_reason",
            field=models.TextField(blank=True, db_default="", default="", verbose_name="why it could not wait"),
        ),
        migrations.AddField(
            model_name="activity",
            name="is_exceptional",
            field=models.BooleanField(
                db_default=False,
                default=False,
                help_text="Spent before an assembly could approve it.",
                verbose_name="by exception",
            ),
        ),
        migrations.AddField(
            model_name="activity",
            name="quality_percent",
            field=models.DecimalField(
                db_default=Decimal("0"),
                decimal_places=2,
                default=Decimal("0"),
                max_digits=5,
                verbose_name="counts to quality and productivity (percent)",
            ),
        ),
        migrations.AddField(
            model_name="activity",
            name="ratify_by_on",
            field=models.DateField(blank=True, null=True, verbose_name="to be ratified by"),
        ),
        migrations.AddField(
            model_name="activityevent",
            name="authorised_amount",
            field=models.DecimalField(
                blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="authorised amount"
            ),
        ),
        migrations.AddField(
            model_name="activityevent",
            name="authoriser",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="The board, for example.",
                max_length=120,
                verbose_name="authorised by",
            ),
        ),
        migrations.AddField(
            model_name="activityevent",
            name="exceptional_reason",
            field=models.TextField(blank=True, db_default="", default="", verbose_name="why it could not wait"),
        ),
        migrations.AddField(
            model_name="activityevent",
            name="is_exceptional",
            field=models.BooleanField(
                db_default=False,
                default=False,
                help_text="Spent before an assembly could approve it.",
                verbose_name="by exception",
            ),
        ),
        migrations.AddField(
            model_name="activityevent",
            name="quality_percent",
            field=models.DecimalField(
                db_default=Decimal("0"),
                decimal_places=2,
                default=Decimal("0"),
                max_digits=5,
                verbose_name="counts to quality and productivity (percent)",
            ),
        ),
        migrations.AddField(
            model_name="activityevent",
            name="ratify_by_on",
            field=models.DateField(blank=True, null=True, verbose_name="to be ratified by"),
        ),
        migrations.AddField(
            model_name="expense",
            name="document_kind",
            field=models.CharField(
                blank=True,
                choices=[("cfdi", "CFDI (folio fiscal)"), ("nfe", "NF-e (access key)")],
                db_default="",
                default="",
                max_length=4,
                verbose_name="tax document",
            ),
        ),
        migrations.AddField(
            model_name="expense",
            name="document_number",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=44, verbose_name="number of the tax document"
            ),
        ),
        migrations.AddField(
            model_name="expense",
            name="split_of",
            field=models.ForeignKey(
                blank=True,
                help_text="Set when one voucher pays for two activities: the voucher stays with the first entry.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="parts",
                to="premiums.expense",
                verbose_name="part of one voucher with",
            ),
        ),
        migrations.AddField(
            model_name="expenseevent",
            name="document_kind",
            field=models.CharField(
                blank=True,
                choices=[("cfdi", "CFDI (folio fiscal)"), ("nfe", "NF-e (access key)")],
                db_default="",
                default="",
                max_length=4,
                verbose_name="tax document",
            ),
        ),
        migrations.AddField(
            model_name="expenseevent",
            name="document_number",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=44, verbose_name="number of the tax document"
            ),
        ),
        migrations.AddField(
            model_name="expenseevent",
            name="split_of",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="fund",
            name="unratified",
            field=models.DecimalField(
                db_default=Decimal("0"),
                decimal_places=2,
                default=Decimal("0"),
                editable=False,
                max_digits=14,
                verbose_name="spent by exception, not yet ratified",
            ),
        ),
        migrations.AddField(
            model_name="plan",
            name="closed_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="closed at"),
        ),
        migrations.AddField(
            model_name="plan",
            name="closed_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="closed by",
            ),
        ),
        migrations.AddField(
            model_name="planevent",
            name="closed_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="closed at"),
        ),
        migrations.AddField(
            model_name="planevent",
            name="closed_by",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="resolution",
            name="kind",
            field=models.CharField(
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
        migrations.AddField(
            model_name="resolutionevent",
            name="kind",
            field=models.CharField(
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
        migrations.AddField(
            model_name="sale",
            name="form",
            field=models.CharField(
                blank=True,
                choices=[("washed", "Arabica, washed"), ("natural", "Arabica, natural")],
                max_length=8,
                verbose_name="form",
            ),
        ),
        migrations.AddField(
            model_name="sale",
            name="is_organic",
            field=models.BooleanField(db_default=False, default=False, verbose_name="certified organic"),
        ),
        migrations.AddField(
            model_name="sale",
            name="paid_on",
            field=models.DateField(blank=True, null=True, verbose_name="paid on"),
        ),
        migrations.AddField(
            model_name="sale",
            name="premium_due",
            field=models.DecimalField(
                blank=True, decimal_places=2, editable=False, max_digits=12, null=True, verbose_name="premium due (USD)"
            ),
        ),
        migrations.AddField(
            model_name="sale",
            name="price",
            field=models.DecimalField(
                blank=True, decimal_places=4, max_digits=9, null=True, verbose_name="price (per lb)"
            ),
        ),
        migrations.AddField(
            model_name="sale",
            name="price_currency",
            field=models.CharField(
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
        migrations.AddField(
            model_name="sale",
            name="quality_due",
            field=models.DecimalField(
                blank=True,
                decimal_places=2,
                editable=False,
                max_digits=12,
                null=True,
                verbose_name="of which for quality and productivity (USD)",
            ),
        ),
        migrations.AddField(
            model_name="sale",
            name="shipped_on",
            field=models.DateField(blank=True, null=True, verbose_name="shipped on"),
        ),
        migrations.AddField(
            model_name="sale",
            name="state",
            field=models.CharField(
                choices=[("signed", "signed"), ("shipped", "shipped"), ("paid", "paid"), ("cancelled", "cancelled")],
                db_default="signed",
                default="signed",
                max_length=9,
                verbose_name="state",
            ),
        ),
        migrations.AddField(
            model_name="saleevent",
            name="form",
            field=models.CharField(
                blank=True,
                choices=[("washed", "Arabica, washed"), ("natural", "Arabica, natural")],
                max_length=8,
                verbose_name="form",
            ),
        ),
        migrations.AddField(
            model_name="saleevent",
            name="is_organic",
            field=models.BooleanField(db_default=False, default=False, verbose_name="certified organic"),
        ),
        migrations.AddField(
            model_name="saleevent",
            name="paid_on",
            field=models.DateField(blank=True, null=True, verbose_name="paid on"),
        ),
        migrations.AddField(
            model_name="saleevent",
            name="premium_due",
            field=models.DecimalField(
                blank=True, decimal_places=2, editable=False, max_digits=12, null=True, verbose_name="premium due (USD)"
            ),
        ),
        migrations.AddField(
            model_name="saleevent",
            name="price",
            field=models.DecimalField(
                blank=True, decimal_places=4, max_digits=9, null=True, verbose_name="price (per lb)"
            ),
        ),
        migrations.AddField(
            model_name="saleevent",
            name="price_currency",
            field=models.CharField(
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
        migrations.AddField(
            model_name="saleevent",
            name="quality_due",
            field=models.DecimalField(
                blank=True,
                decimal_places=2,
                editable=False,
                max_digits=12,
                null=True,
                verbose_name="of which for quality and productivity (USD)",
            ),
        ),
        migrations.AddField(
            model_name="saleevent",
            name="shipped_on",
            field=models.DateField(blank=True, null=True, verbose_name="shipped on"),
        ),
        migrations.AddField(
            model_name="saleevent",
            name="state",
            field=models.CharField(
                choices=[("signed", "signed"), ("shipped", "shipped"), ("paid", "paid"), ("cancelled", "cancelled")],
                db_default="signed",
                default="signed",
                max_length=9,
                verbose_name="state",
            ),
        ),
        migrations.AddField(
            model_name="activityreport",
            name="activity",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="report",
                to="premiums.activity",
                verbose_name="activity",
            ),
        ),
        migrations.AddField(
            model_name="activityreport",
            name="cooperative",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="activity_reports",
                to="cooperatives.cooperative",
                verbose_name="co-op",
            ),
        ),
        migrations.AddField(
            model_name="activityreport",
            name="reported_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="reported by",
            ),
        ),
        migrations.AddField(
            model_name="activityreportevent",
            name="activity",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="premiums.activity",
                verbose_name="activity",
            ),
        ),
        migrations.AddField(
            model_name="activityreportevent",
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
            model_name="activityreportevent",
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
            model_name="activityreportevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="premiums.activityreport",
            ),
        ),
        migrations.AddField(
            model_name="activityreportevent",
            name="reported_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="reported by",
            ),
        ),
        migrations.AddField(
            model_name="assemblyfile",
            name="assembly",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="files",
                to="premiums.assembly",
                verbose_name="assembly",
            ),
        ),
        migrations.AddField(
            model_name="assemblyfile",
            name="cooperative",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="assembly_files",
                to="cooperatives.cooperative",
                verbose_name="co-op",
            ),
        ),
        migrations.AddField(
            model_name="assemblyfile",
            name="uploaded_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="uploaded by",
            ),
        ),
        migrations.AddField(
            model_name="assemblyfileevent",
            name="assembly",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="premiums.assembly",
                verbose_name="assembly",
            ),
        ),
        migrations.AddField(
            model_name="assemblyfileevent",
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
            model_name="assemblyfileevent",
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
            model_name="assemblyfileevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="premiums.assemblyfile",
            ),
        ),
        migrations.AddField(
            model_name="assemblyfileevent",
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
            model_name="assemblyrule",
            name="cooperative",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="assembly_rules",
                to="cooperatives.cooperative",
                verbose_name="co-op",
            ),
        ),
        migrations.AddField(
            model_name="assemblyruleevent",
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
            model_name="assemblyruleevent",
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
            model_name="assemblyruleevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="premiums.assemblyrule",
            ),
        ),
        migrations.AddField(
            model_name="planline",
            name="activity",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="lines",
                to="premiums.activity",
                verbose_name="activity",
            ),
        ),
        migrations.AddField(
            model_name="planline",
            name="category",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="premiums.category",
                verbose_name="use category",
            ),
        ),
        migrations.AddField(
            model_name="planline",
            name="cooperative",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="plan_lines",
                to="cooperatives.cooperative",
                verbose_name="co-op",
            ),
        ),
        migrations.AddField(
            model_name="planlineevent",
            name="activity",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="premiums.activity",
                verbose_name="activity",
            ),
        ),
        migrations.AddField(
            model_name="planlineevent",
            name="category",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="premiums.category",
                verbose_name="use category",
            ),
        ),
        migrations.AddField(
            model_name="planlineevent",
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
            model_name="planlineevent",
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
            model_name="planlineevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="premiums.planline",
            ),
        ),
        migrations.AddField(
            model_name="planversion",
            name="approved_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="recorded as approved by",
            ),
        ),
        migrations.AddField(
            model_name="planversion",
            name="cooperative",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="plan_versions",
                to="cooperatives.cooperative",
                verbose_name="co-op",
            ),
        ),
        migrations.AddField(
            model_name="planversion",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="versions",
                to="premiums.plan",
                verbose_name="premium plan",
            ),
        ),
        migrations.AddField(
            model_name="planversion",
            name="withdrawn_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="withdrawn by",
            ),
        ),
        migrations.AddField(
            model_name="planlineevent",
            name="version",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="premiums.planversion",
                verbose_name="version of the plan",
            ),
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
        migrations.AddField(
            model_name="resolution",
            name="plan_version",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="resolutions",
                to="premiums.planversion",
                verbose_name="version of the plan",
            ),
        ),
        migrations.AddField(
            model_name="resolutionevent",
            name="plan_version",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="planversionevent",
            name="approved_by",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="planversionevent",
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
            model_name="planversionevent",
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
            model_name="planversionevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="premiums.planversion",
            ),
        ),
        migrations.AddField(
            model_name="planversionevent",
            name="plan",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="premiums.plan",
                verbose_name="premium plan",
            ),
        ),
        migrations.AddField(
            model_name="planversionevent",
            name="withdrawn_by",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="premiumpayment",
            name="cooperative",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="premium_payments",
                to="cooperatives.cooperative",
                verbose_name="co-op",
            ),
        ),
        migrations.AddField(
            model_name="premiumpayment",
            name="premium_received",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="payments",
                to="premiums.premiumreceived",
                verbose_name="premium received",
            ),
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
        migrations.AddField(
            model_name="premiumpaymentevent",
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
            model_name="premiumpaymentevent",
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
            model_name="premiumpaymentevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="premiums.premiumpayment",
            ),
        ),
        migrations.AddField(
            model_name="premiumpaymentevent",
            name="premium_received",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="premiums.premiumreceived",
                verbose_name="premium received",
            ),
        ),
        migrations.AddField(
            model_name="premiumpaymentevent",
            name="sale",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="premiums.sale",
                verbose_name="sale",
            ),
        ),
        migrations.AddField(
            model_name="rate",
            name="scheme",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="rates",
                to="cooperatives.scheme",
                verbose_name="scheme",
            ),
        ),
        migrations.AddField(
            model_name="rate",
            name="successor",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="premiums.rate",
                verbose_name="corrected rate that takes its place",
            ),
        ),
        migrations.AddField(
            model_name="sale",
            name="rate",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="sales",
                to="premiums.rate",
                verbose_name="premium rate",
            ),
        ),
        migrations.AddField(
            model_name="saleevent",
            name="rate",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="rateevent",
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
            model_name="rateevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="premiums.rate",
            ),
        ),
        migrations.AddField(
            model_name="rateevent",
            name="scheme",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cooperatives.scheme",
                verbose_name="scheme",
            ),
        ),
        migrations.AddField(
            model_name="rateevent",
            name="successor",
            field=models.ForeignKey(
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
            model_name="allotment",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount", 0), _negated=True),
                name="allotment_amount",
                violation_error_message="An allotment adds an amount, or takes one back; it is not zero.",
            ),
        ),
        migrations.AddConstraint(
            model_name="assembly",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="assembly",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="expense",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="expense",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    models.Q(("document_number", ""), _negated=True), models.Q(("state", "voided"), _negated=True)
                ),
                fields=("cooperative", "document_number"),
                name="expense_document_once",
                violation_error_message="Another expense of this co-op already has this document number: one invoice is claimed once.",
            ),
        ),
        migrations.AddConstraint(
            model_name="expense",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("document_kind", ""), ("document_number", "")),
                    models.Q(
                        models.Q(("document_kind", ""), _negated=True), models.Q(("document_number", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="expense_document_kind",
                violation_error_message="Give both the kind of tax document and its number, or neither.",
            ),
        ),
        migrations.AddConstraint(
            model_name="expense",
            constraint=models.CheckConstraint(
                condition=models.Q(("split_of__isnull", True), ("document_number", ""), _connector="OR"),
                name="expense_split_has_no_document",
                violation_error_message="The document number stays with the first entry of a split voucher.",
            ),
        ),
        migrations.AddConstraint(
            model_name="fund",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("approved__gte", 0), ("received__gte", 0), ("spent__gte", 0), ("unratified__gte", 0)
                ),
                name="fund_totals_not_negative",
                violation_error_message="A total of the fund would fall below zero.",
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
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
                name="plan_start_precision",
                violation_error_message="A date needs to say how much of it is known: for a month enter its first day, for a year or early in a year 1 January, for late in a year 1 October; leave both empty when the date is not known.",
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_at__isnull", True), ("closed_by__isnull", True)),
                    models.Q(("closed_at__isnull", False), ("closed_by__isnull", False)),
                    _connector="OR",
                ),
                name="plan_closed",
                violation_error_message="Who and when are recorded together, or not at all.",
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on__isnull", True),
                    ("starts_on__isnull", True),
                    ("ends_on__gte", models.F("starts_on")),
                    _connector="OR",
                ),
                name="plan_ends_after_start",
                violation_error_message="A plan can't end before it starts.",
            ),
        ),
        migrations.AddConstraint(
            model_name="premiumreceived",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="premiumreceived",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("amount__gt", 0), ("amount__isnull", False)),
                    models.Q(("amount__isnull", True), ("is_historic", True)),
                    _connector="OR",
                ),
                name="premium_received_amount",
                violation_error_message="Premium received has an amount above zero.",
            ),
        ),
        migrations.AddConstraint(
            model_name="premiumreceived",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("original_amount__isnull", True), ("original_currency", ""), ("rate__isnull", True)),
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
        ),
        migrations.AddConstraint(
            model_name="sale",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="sale",
            constraint=models.CheckConstraint(
                condition=models.Q(("price__isnull", True), ("price__gt", 0), _connector="OR"),
                name="sale_price",
                violation_error_message="A price is above zero; leave it empty when it is not known.",
            ),
        ),
        migrations.AddConstraint(
            model_name="activityreport",
            constraint=models.CheckConstraint(
                condition=models.Q(("done", "yes"), models.Q(("reason", ""), _negated=True), _connector="OR"),
                name="activity_report_reason",
                violation_error_message="Say why the activity was not carried out in full.",
            ),
        ),
        migrations.AddConstraint(
            model_name="assemblyfile",
            constraint=models.UniqueConstraint(
                fields=("assembly", "kind", "sha256"),
                name="assembly_file_once",
                violation_error_message="This file is already kept with the assembly.",
            ),
        ),
        migrations.AddConstraint(
            model_name="assemblyfile",
            constraint=models.CheckConstraint(
                condition=models.Q(("size__gt", 0), ("size__lte", 10485760)),
                name="assembly_file_size",
                violation_error_message="A file of an assembly has at most 10 MB.",
            ),
        ),
        migrations.AddConstraint(
            model_name="assemblyrule",
            constraint=models.UniqueConstraint(
                fields=("cooperative", "from_on"),
                name="assembly_rule_once",
                violation_error_message="The co-op already has a rule from this date.",
            ),
        ),
        migrations.AddConstraint(
            model_name="assemblyrule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("quorum_first_percent__gt", 0),
                    ("quorum_first_percent__lte", 100),
                    ("quorum_second_percent__gt", 0),
                    ("quorum_second_percent__lte", 100),
                ),
                name="assembly_rule_percent",
                violation_error_message="The quorum is a percentage above 0 and up to 100.",
            ),
        ),
        migrations.AddConstraint(
            model_name="planversion",
            constraint=models.UniqueConstraint(
                fields=("plan", "number"),
                name="plan_version_number",
                violation_error_message="The plan already has a version with this number.",
            ),
        ),
        migrations.AddConstraint(
            model_name="planversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "approved")),
                fields=("plan",),
                name="plan_one_live_version",
                violation_error_message="A plan has one approved version at a time.",
            ),
        ),
        migrations.AddConstraint(
            model_name="planversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "draft")),
                fields=("plan",),
                name="plan_one_draft",
                violation_error_message="The plan already has a draft: finish that one.",
            ),
        ),
        migrations.AddConstraint(
            model_name="planversion",
            constraint=models.CheckConstraint(
                condition=models.Q(("number", 1), models.Q(("changes", ""), _negated=True), _connector="OR"),
                name="plan_version_says_what_changes",
                violation_error_message="Say what the amendment changes, and why.",
            ),
        ),
        migrations.AddConstraint(
            model_name="planversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("approved_at__isnull", True), ("state__in", ["draft", "withdrawn"])),
                    models.Q(("approved_at__isnull", False), ("state__in", ["approved", "superseded"])),
                    _connector="OR",
                ),
                name="plan_version_approved_state",
                violation_error_message="An approved version says when it was approved and by whom.",
            ),
        ),
        migrations.AddConstraint(
            model_name="planversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("approved_at__isnull", True), ("approved_by__isnull", True)),
                    models.Q(("approved_at__isnull", False), ("approved_by__isnull", False)),
                    _connector="OR",
                ),
                name="plan_version_approved",
                violation_error_message="Who and when are recorded together, or not at all.",
            ),
        ),
        migrations.AddConstraint(
            model_name="planversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "withdrawn"), ("withdrawn_at__isnull", False)),
                    models.Q(("withdrawn_at__isnull", True), models.Q(("state", "withdrawn"), _negated=True)),
                    _connector="OR",
                ),
                name="plan_version_withdrawn_state",
                violation_error_message="A withdrawn draft says when it was withdrawn and by whom.",
            ),
        ),
        migrations.AddConstraint(
            model_name="planversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("withdrawn_at__isnull", True), ("withdrawn_by__isnull", True)),
                    models.Q(("withdrawn_at__isnull", False), ("withdrawn_by__isnull", False)),
                    _connector="OR",
                ),
                name="plan_version_withdrawn",
                violation_error_message="Who and when are recorded together, or not at all.",
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
        migrations.AddConstraint(
            model_name="rate",
            constraint=models.UniqueConstraint(
                condition=models.Q(("successor__isnull", True)),
                fields=("scheme", "form", "region", "from_on"),
                name="rate_once",
                nulls_distinct=False,
                violation_error_message="There is already a rate for this scheme, form, region and date.",
            ),
        ),
        migrations.AddConstraint(
            model_name="rate",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("premium__gt", 0),
                    models.Q(
                        ("quality_part__isnull", True), ("quality_part__lte", models.F("premium")), _connector="OR"
                    ),
                ),
                name="rate_premium",
                violation_error_message="The premium is above zero, and its quality part no more than the whole.",
            ),
        ),
        migrations.AddConstraint(
            model_name="rate",
            constraint=models.CheckConstraint(
                condition=models.Q(("source", ""), _negated=True),
                name="rate_has_source",
                violation_error_message="A rate needs its source.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="activity",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="activity",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="activity",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="activity",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="activity",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="activity",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="allotment",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="expense",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="expense",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="expense",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="expense",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="expense",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="expense",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="expense",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="fund",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="premiumreceived",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="premiumreceived",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="resolution",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="resolution",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="resolution",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="resolution",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="resolution",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="sale",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="sale",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="sale",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="sale",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="sale",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="activityreport",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="activityreport",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="activityreport",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="activityreport",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="activityreport",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="activityreportevent",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="assemblyfile",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="assemblyfile",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="assemblyfile",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="assemblyfile",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="assemblyfile",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="assemblyfile",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="assemblyfileevent",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="assemblyrule",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="assemblyrule",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="assemblyrule",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="assemblyruleevent",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="planversion",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="planversion",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="planversion",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="planversion",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="planversion",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="planversion",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="planversion",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="planversion",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="planlineevent",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="planline",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="planline",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="planline",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="planline",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="planline",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="planline",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="planline",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="planline",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="planversionevent",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="premiumpayment",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="premiumpayment",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="premiumpayment",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="premiumpayment",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="premiumpayment",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="premiumpayment",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="premiumpayment",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="premiumpaymentevent",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="rate",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="rate",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="rate",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="rate",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="rateevent",
            trigger=pgtrigger.compiler.Trigger(
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
    ]
