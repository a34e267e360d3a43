from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cooperatives", "0001_squashed_0006_who_read_what"),
        ("trainings", "0001_squashed_0007_people_reached"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name="cooperativemilestone",
            index=models.Index(
                condition=models.Q(("not_applicable_at__isnull", True), ("reached_on__isnull", True)),
                fields=["cooperative", "due_on"],
                name="milestone_open",
            ),
        ),
        migrations.AddIndex(
            model_name="cooperativemilestone",
            index=models.Index(
                condition=models.Q(("accepted_at__isnull", True), ("reached_on__isnull", False)),
                fields=["cooperative"],
                name="milestone_to_accept",
            ),
        ),
        migrations.AddIndex(
            model_name="measurement",
            index=models.Index(fields=["cooperative", "year"], name="measurement_by_year"),
        ),
        migrations.AddIndex(
            model_name="measurement",
            index=models.Index(
                condition=models.Q(("state", "entered")), fields=["cooperative"], name="measurement_to_accept"
            ),
        ),
    ]
