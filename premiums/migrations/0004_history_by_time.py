from django.db import migrations, models

import config.new_tables


class Migration(migrations.Migration):
    dependencies = [
        ("premiums", "0003_found_by_words"),
    ]

    operations = [
        config.new_tables.AlterFields(
            steps=[
                migrations.AlterField(
                    model_name="activityevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="activityreportevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="allotmentevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="assemblyevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="assemblyfileevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="assemblyruleevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="categoryevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="expenseevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="fundevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="planevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="planlineevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="planversionevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="premiumpaymentevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="premiumreceivedevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="rateevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="resolutionevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="saleevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="voucherevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
            ]
        ),
    ]
