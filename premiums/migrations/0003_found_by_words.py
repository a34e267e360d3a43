import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.functions.comparison
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cooperatives", "0004_found_by_words"),
        ("premiums", "0002_premium_from_sale_to_close"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name="activity",
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
                    django.db.models.functions.text.Concat(
                        models.Value("zqowner"),
                        django.db.models.functions.comparison.Cast("cooperative", models.TextField()),
                        output_field=models.TextField(),
                    ),
                    config="simple",
                ),
                name="activity_by_words",
            ),
        ),
        migrations.AddIndex(
            model_name="expense",
            index=models.Index(fields=["cooperative", "amount"], name="expense_by_amount"),
        ),
        migrations.AddIndex(
            model_name="expense",
            index=models.Index(
                models.F("cooperative"),
                django.contrib.postgres.indexes.OpClass("document_number", "varchar_pattern_ops"),
                condition=models.Q(("document_number", ""), _negated=True),
                name="expense_by_document",
            ),
        ),
        migrations.AddIndex(
            model_name="expense",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector(
                    models.Func(
                        django.db.models.functions.text.Lower(
                            models.Func(
                                models.F("payee"),
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
                name="expense_by_words",
            ),
        ),
    ]
