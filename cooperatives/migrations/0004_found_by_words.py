import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.functions.comparison
import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cooperatives", "0003_people_who_take_part"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="member",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector(
                    models.Func(
                        django.db.models.functions.text.Lower(
                            models.Func(
                                models.F("name"),
                                models.Value("áàâãäåéèêëíìîïóòôõöúùûüñçýÁÀÂÃÄÅÉÈÊËÍÌÎÏÓÒÔÕÖÚÙÛÜÑÇÝ̧̀́̂̃̈"),
                                models.Value("aaaaaaeeeeiiiiooooouuuuncyaaaaaaeeeeiiiiooooouuuuncy"),
                                function="translate",
                                output_field=models.TextField(),
                            )
                        ),
                        models.Value("[^a-z0-9]+"),
                        models.Value(" "),
                        models.Value("g"),
                        function="regexp_replace",
                        output_field=models.TextField(),
                    ),
                    django.db.models.functions.text.Concat(
                        models.Value("zqowner"),
                        django.db.models.functions.comparison.Cast("cooperative", models.TextField()),
                        output_field=models.TextField(),
                    ),
                    config="simple",
                ),
                name="member_by_words",
            ),
        ),
    ]
