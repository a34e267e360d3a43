from django.db import migrations, models

import config.new_tables


class Migration(migrations.Migration):
    dependencies = [
        ("trainings", "0005_found_by_words"),
    ]

    operations = [
        config.new_tables.AlterFields(
            steps=[
                migrations.AlterField(
                    model_name="attendanceevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="calendarfeedevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="cooperativemilestoneevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="evidenceevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="followupvisitevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="headcountevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="indicatorbaselineevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="indicatorevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="indicatortargetevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="instrumentevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="measurementevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="milestoneevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="moduleevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="scoreevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="trackevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="trainingevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="trainingfileevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="traininginvitationevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="trainingmoduleevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="trainingsessionevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="trainingtrainerevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
            ]
        ),
    ]
