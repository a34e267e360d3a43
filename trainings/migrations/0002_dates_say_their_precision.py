import django.db.models.functions.comparison
import django.db.models.functions.datetime
import django.db.models.lookups
from django.db import migrations, models

from config.dates import empty_precision_without_date


class Migration(migrations.Migration):
    dependencies = [
        ("cooperatives", "0002_dates_say_their_precision"),
        ("trainings", "0001_trainings"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="training",
            name="training_start_precision",
        ),
        migrations.RemoveConstraint(
            model_name="training",
            name="training_ends_after_start",
        ),
        empty_precision_without_date("trainings_training", "starts"),
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
    ]
