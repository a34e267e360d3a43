import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cooperatives", "0004_found_by_words"),
        ("trainings", "0004_progress"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name="training",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector(
                    models.Func(
                        django.db.models.functions.text.Lower(
                            models.Func(
                                models.F("title"),
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
                    models.Func(
                        django.db.models.functions.text.Lower(
                            models.Func(
                                models.F("title_es"),
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
                    models.Func(
                        django.db.models.functions.text.Lower(
                            models.Func(
                                models.F("title_pt"),
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
                    config="simple",
                ),
                name="training_by_words",
            ),
        ),
    ]
