import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("certification", "0001_squashed_0004_history_by_time"),
    ]

    operations = [
        migrations.AlterField(
            model_name="attachment",
            name="answer",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="attachments",
                to="certification.answer",
                verbose_name="answer to a criterion",
            ),
        ),
        migrations.AlterField(
            model_name="attachment",
            name="assessment",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="attachments",
                to="certification.assessment",
                verbose_name="audit or self-assessment",
            ),
        ),
        migrations.AlterField(
            model_name="attachment",
            name="certificate",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="attachments",
                to="certification.certificate",
                verbose_name="certificate",
            ),
        ),
        migrations.AlterField(
            model_name="attachment",
            name="non_conformity",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="attachments",
                to="certification.nonconformity",
                verbose_name="non-conformity",
            ),
        ),
        migrations.AlterField(
            model_name="attachment",
            name="permission",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="attachments",
                to="certification.tradepermission",
                verbose_name="permission to trade",
            ),
        ),
        migrations.AlterField(
            model_name="attachment",
            name="step",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="attachments",
                to="certification.step",
                verbose_name="step of a certification file",
            ),
        ),
        migrations.AlterField(
            model_name="attachmentevent",
            name="answer",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="certification.answer",
                verbose_name="answer to a criterion",
            ),
        ),
        migrations.AlterField(
            model_name="attachmentevent",
            name="assessment",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="certification.assessment",
                verbose_name="audit or self-assessment",
            ),
        ),
        migrations.AlterField(
            model_name="attachmentevent",
            name="certificate",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="certification.certificate",
                verbose_name="certificate",
            ),
        ),
        migrations.AlterField(
            model_name="attachmentevent",
            name="non_conformity",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="certification.nonconformity",
                verbose_name="non-conformity",
            ),
        ),
        migrations.AlterField(
            model_name="attachmentevent",
            name="permission",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="certification.tradepermission",
                verbose_name="permission to trade",
            ),
        ),
        migrations.AlterField(
            model_name="attachmentevent",
            name="step",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="certification.step",
                verbose_name="step of a certification file",
            ),
        ),
    ]
