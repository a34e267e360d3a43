from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cooperatives", "0001_squashed_0006_who_read_what"),
        ("premiums", "0005_planned_assembly"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name="expense",
            index=models.Index(
                condition=models.Q(("is_historic", False), ("state", "logged")),
                fields=["cooperative", "logged_at"],
                name="expense_to_check",
            ),
        ),
    ]
