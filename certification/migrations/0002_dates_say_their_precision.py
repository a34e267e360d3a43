import django.db.models.functions.comparison
import django.db.models.functions.datetime
import django.db.models.lookups
from django.db import migrations, models

from config.dates import empty_precision_without_date


class Migration(migrations.Migration):
    dependencies = [
        ("certification", "0001_certificates"),
        ("cooperatives", "0002_dates_say_their_precision"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="certificate",
            name="certificate_date_precision",
        ),
        empty_precision_without_date("certification_certificate", "valid_from"),
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
    ]
