from django.db import migrations, models

import config.new_tables


class Migration(migrations.Migration):
    dependencies = [
        ("certification", "0003_standards_audits_and_files"),
    ]

    operations = [
        config.new_tables.AlterFields(
            steps=[
                migrations.AlterField(
                    model_name="answerevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="assessmentevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="attachmentevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="certificateevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="certificationfileevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="certifierevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="correspondenceevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="criterionevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="nonconformityevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="reminderdigestevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="reminderoptoutevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="sectionevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="standardevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="standardversionevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="stepevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
                migrations.AlterField(
                    model_name="tradepermissionevent",
                    name="pgh_created_at",
                    field=models.DateTimeField(auto_now_add=True, db_index=True),
                ),
            ]
        ),
    ]
