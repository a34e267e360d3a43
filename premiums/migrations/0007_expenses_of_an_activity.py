from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cooperatives", "0001_squashed_0006_who_read_what"),
        ("premiums", "0006_what_waits"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="expense",
            name="expense_by_activity",
        ),
        migrations.AddIndex(
            model_name="expense",
            index=models.Index(
                models.F("activity"),
                models.OrderBy(models.F("spent_on"), descending=True, nulls_last=True),
                models.OrderBy(models.F("id"), descending=True),
                name="expense_newest_of_activity",
            ),
        ),
    ]
