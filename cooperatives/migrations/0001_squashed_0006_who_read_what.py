import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.datetime
import django.db.models.functions.text
import django.db.models.lookups
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import config.new_tables


class Migration(migrations.Migration):
    replaces = [
        ("cooperatives", "0001_people_and_organisations"),
        ("cooperatives", "0002_dates_say_their_precision"),
        ("cooperatives", "0003_people_who_take_part"),
        ("cooperatives", "0004_found_by_words"),
        ("cooperatives", "0005_invitations_and_sessions"),
        ("cooperatives", "0006_who_read_what"),
    ]

    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        config.new_tables.CreateTables(
            steps=[
                migrations.CreateModel(
                    name="Cooperative",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("slug", models.SlugField(unique=True, verbose_name="address on the site")),
                        ("short_name", models.CharField(max_length=60, verbose_name="short name")),
                        ("name", models.CharField(max_length=160, verbose_name="full name")),
                        (
                            "is_place_approximate",
                            models.BooleanField(default=False, verbose_name="place is approximate"),
                        ),
                        ("place_note", models.TextField(blank=True, verbose_name="note on the place")),
                        ("place_note_es", models.TextField(blank=True, verbose_name="note on the place in Spanish")),
                        ("place_note_pt", models.TextField(blank=True, verbose_name="note on the place in Portuguese")),
                        ("place_source", models.TextField(blank=True, verbose_name="source of the place")),
                        ("country_code", models.CharField(max_length=2, verbose_name="country code (ISO 3166-1)")),
                        (
                            "language",
                            models.CharField(
                                choices=[("en", "English"), ("es-mx", "Spanish"), ("pt-br", "Portuguese")],
                                default="es-mx",
                                max_length=8,
                                verbose_name="language of the co-op's papers",
                            ),
                        ),
                        (
                            "currency",
                            models.CharField(
                                choices=[
                                    ("MXN", "Mexican peso"),
                                    ("BRL", "Brazilian real"),
                                    ("USD", "US dollar"),
                                    ("EUR", "euro"),
                                    ("IDR", "Indonesian rupiah"),
                                ],
                                default="MXN",
                                max_length=3,
                                verbose_name="currency of the premium fund",
                            ),
                        ),
                        (
                            "time_zone",
                            models.CharField(
                                choices=[
                                    ("America/Mexico_City", "Central Mexico"),
                                    ("America/Sao_Paulo", "Brasília"),
                                    ("Asia/Jakarta", "Western Indonesia"),
                                    ("UTC", "UTC"),
                                ],
                                default="America/Mexico_City",
                                max_length=40,
                                verbose_name="time zone",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "co-op",
                        "verbose_name_plural": "co-ops",
                        "ordering": ("short_name", "pk"),
                    },
                ),
                migrations.CreateModel(
                    name="Partner",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("slug", models.SlugField(unique=True, verbose_name="short key")),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("certifier", "certifier and programme lead"),
                                    ("non-profit", "non-profit organisation"),
                                    ("funder", "foundation"),
                                    ("company", "company"),
                                    ("agency", "public agency"),
                                ],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "country_code",
                            models.CharField(blank=True, max_length=2, verbose_name="country code (ISO 3166-1)"),
                        ),
                        ("country_source", models.TextField(blank=True, verbose_name="source of the country")),
                        ("note", models.TextField(blank=True, verbose_name="note")),
                        ("note_es", models.TextField(blank=True, verbose_name="note in Spanish")),
                        ("note_pt", models.TextField(blank=True, verbose_name="note in Portuguese")),
                    ],
                    options={
                        "verbose_name": "partner",
                        "verbose_name_plural": "partners",
                        "ordering": ("name",),
                    },
                ),
                migrations.CreateModel(
                    name="Scheme",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("slug", models.SlugField(unique=True, verbose_name="short key")),
                        ("name", models.CharField(max_length=80, verbose_name="name")),
                        ("name_es", models.CharField(blank=True, max_length=80, verbose_name="name in Spanish")),
                        ("name_pt", models.CharField(blank=True, max_length=80, verbose_name="name in Portuguese")),
                        ("owner", models.CharField(blank=True, max_length=80, verbose_name="owner of the scheme")),
                        ("source", models.TextField(blank=True, verbose_name="source")),
                    ],
                    options={
                        "verbose_name": "scheme",
                        "verbose_name_plural": "schemes",
                        "ordering": ("name",),
                    },
                ),
                migrations.CreateModel(
                    name="ChangeContext",
                    fields=[],
                    options={
                        "verbose_name": "author of changes",
                        "verbose_name_plural": "authors of changes",
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("pghistory.context",),
                ),
                migrations.CreateModel(
                    name="User",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("password", models.CharField(max_length=128, verbose_name="password")),
                        ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                        (
                            "is_superuser",
                            models.BooleanField(
                                default=False,
                                help_text="Designates that this user has all permissions without explicitly assigning them.",
                                verbose_name="superuser status",
                            ),
                        ),
                        ("email", models.EmailField(max_length=254, verbose_name="mail address")),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        (
                            "language",
                            models.CharField(
                                blank=True,
                                choices=[("en", "English"), ("es-mx", "Spanish"), ("pt-br", "Portuguese")],
                                db_default="",
                                default="",
                                max_length=8,
                                verbose_name="language",
                            ),
                        ),
                        (
                            "is_active",
                            models.BooleanField(
                                default=True,
                                help_text="Take this away instead of deleting the person.",
                                verbose_name="may sign in",
                            ),
                        ),
                        ("is_staff", models.BooleanField(default=False, verbose_name="may open the admin")),
                        ("joined_at", models.DateTimeField(auto_now_add=True, verbose_name="added")),
                        (
                            "sessions_ended",
                            models.PositiveIntegerField(
                                db_default=0, default=0, editable=False, verbose_name="times all sessions were ended"
                            ),
                        ),
                        (
                            "groups",
                            models.ManyToManyField(
                                blank=True,
                                help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                                related_name="user_set",
                                related_query_name="user",
                                to="auth.group",
                                verbose_name="groups",
                            ),
                        ),
                        (
                            "user_permissions",
                            models.ManyToManyField(
                                blank=True,
                                help_text="Specific permissions for this user.",
                                related_name="user_set",
                                related_query_name="user",
                                to="auth.permission",
                                verbose_name="user permissions",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "person",
                        "verbose_name_plural": "people",
                        "ordering": ("name", "pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("email"),
                                name="user_email_once",
                                violation_error_message="Somebody already signs in with this mail address.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("is_superuser", False), ("is_staff", True), _connector="OR"),
                                name="user_administrator_opens_admin",
                                violation_error_message="An administrator must also be allowed to open the admin.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Enrolment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("participant", "participant"),
                                    ("candidate", "candidate for a first certificate"),
                                ],
                                max_length=12,
                                verbose_name="takes part as",
                            ),
                        ),
                        ("joined_on", models.DateField(blank=True, null=True, verbose_name="since")),
                        (
                            "joined_precision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("day", "day"),
                                    ("month", "month"),
                                    ("early", "early in the year"),
                                    ("late", "late in the year"),
                                    ("year", "year"),
                                ],
                                default="",
                                max_length=5,
                                verbose_name="date known to the",
                            ),
                        ),
                        ("left_on", models.DateField(blank=True, null=True, verbose_name="until")),
                        (
                            "left_precision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("day", "day"),
                                    ("month", "month"),
                                    ("early", "early in the year"),
                                    ("late", "late in the year"),
                                    ("year", "year"),
                                ],
                                default="",
                                max_length=5,
                                verbose_name="date known to the",
                            ),
                        ),
                        ("source", models.TextField(blank=True, verbose_name="source")),
                        (
                            "cooperative",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="enrolments",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "enrolment",
                        "verbose_name_plural": "enrolments",
                        "ordering": ("programme", "kind", "cooperative"),
                    },
                ),
                migrations.CreateModel(
                    name="Fact",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        (
                            "topic",
                            models.CharField(
                                choices=[
                                    ("name", "name"),
                                    ("legal form", "legal form"),
                                    ("level", "kind of organisation"),
                                    ("location", "place"),
                                    ("founded", "founded"),
                                    ("fair trade since", "Fair Trade since"),
                                    ("certification", "other certifications"),
                                    ("members", "members"),
                                    ("member organisations", "member organisations"),
                                    ("altitude", "altitude of the farms"),
                                    ("language", "languages"),
                                    ("objective", "objective"),
                                    ("challenge", "challenge"),
                                    ("duration", "length"),
                                    ("funding", "funding"),
                                    ("participants", "participants"),
                                    ("person", "person"),
                                    ("note", "note"),
                                ],
                                max_length=24,
                                verbose_name="topic",
                            ),
                        ),
                        ("text", models.TextField(blank=True, verbose_name="text")),
                        ("text_es", models.TextField(blank=True, verbose_name="text in Spanish")),
                        ("text_pt", models.TextField(blank=True, verbose_name="text in Portuguese")),
                        (
                            "number",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="number"
                            ),
                        ),
                        (
                            "number_to",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="up to"
                            ),
                        ),
                        (
                            "unit",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("members", "members"),
                                    ("producers", "producers"),
                                    ("families", "families"),
                                    ("organisations", "organisations"),
                                    ("communities", "communities"),
                                    ("m", "metres above sea level"),
                                    ("years", "years"),
                                ],
                                max_length=16,
                                verbose_name="unit",
                            ),
                        ),
                        (
                            "qualifier",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("exact", "exactly"),
                                    ("about", "about"),
                                    ("more than", "more than"),
                                    ("at least", "at least"),
                                ],
                                max_length=10,
                                verbose_name="how exact",
                            ),
                        ),
                        ("as_of_on", models.DateField(blank=True, null=True, verbose_name="date")),
                        (
                            "as_of_precision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("day", "day"),
                                    ("month", "month"),
                                    ("early", "early in the year"),
                                    ("late", "late in the year"),
                                    ("year", "year"),
                                ],
                                default="",
                                max_length=5,
                                verbose_name="date known to the",
                            ),
                        ),
                        ("is_preferred", models.BooleanField(default=True, verbose_name="the best figure")),
                        ("source", models.TextField(blank=True, verbose_name="source")),
                        (
                            "confidence",
                            models.CharField(
                                blank=True,
                                choices=[("high", "high"), ("medium", "medium"), ("low", "low")],
                                max_length=6,
                                verbose_name="confidence",
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="note")),
                        ("note_es", models.TextField(blank=True, verbose_name="note in Spanish")),
                        ("note_pt", models.TextField(blank=True, verbose_name="note in Portuguese")),
                        ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                        (
                            "cooperative",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="facts",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "partner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="facts",
                                to="cooperatives.partner",
                                verbose_name="partner",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "fact",
                        "verbose_name_plural": "facts",
                        "ordering": ("position", "pk"),
                    },
                ),
                migrations.CreateModel(
                    name="Invitation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("email", models.EmailField(max_length=254, verbose_name="mail address")),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        (
                            "language",
                            models.CharField(
                                blank=True,
                                choices=[("en", "English"), ("es-mx", "Spanish"), ("pt-br", "Portuguese")],
                                max_length=8,
                                verbose_name="language",
                            ),
                        ),
                        ("role", models.CharField(max_length=10, verbose_name="role")),
                        (
                            "token_hash",
                            models.CharField(
                                editable=False, max_length=64, unique=True, verbose_name="fingerprint of the link"
                            ),
                        ),
                        ("invited_at", models.DateTimeField(editable=False, verbose_name="invited at")),
                        (
                            "mailed_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="mailed at"),
                        ),
                        ("expires_at", models.DateTimeField(editable=False, verbose_name="link works until")),
                        (
                            "accepted_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="accepted at"),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="withdrawn at"),
                        ),
                        (
                            "accepted_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="accepted_invitations",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="accepted by",
                            ),
                        ),
                        (
                            "cooperative",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="invitations",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "invited_by",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="invited by",
                            ),
                        ),
                        (
                            "withdrawn_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="withdrawn by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "invitation",
                        "verbose_name_plural": "invitations",
                        "ordering": ("-invited_at", "-pk"),
                    },
                ),
                migrations.CreateModel(
                    name="Member",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        (
                            "sex",
                            models.CharField(
                                blank=True,
                                choices=[("woman", "woman"), ("man", "man"), ("other", "other")],
                                max_length=5,
                                verbose_name="sex",
                            ),
                        ),
                        (
                            "birth_year",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="year of birth"),
                        ),
                        ("community", models.CharField(blank=True, max_length=80, verbose_name="community")),
                        ("joined_on", models.DateField(blank=True, null=True, verbose_name="member since")),
                        (
                            "joined_precision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("day", "day"),
                                    ("month", "month"),
                                    ("early", "early in the year"),
                                    ("late", "late in the year"),
                                    ("year", "year"),
                                ],
                                default="",
                                max_length=5,
                                verbose_name="date known to the",
                            ),
                        ),
                        ("left_on", models.DateField(blank=True, null=True, verbose_name="member until")),
                        ("source", models.TextField(blank=True, verbose_name="source")),
                        (
                            "role",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("producer", "producer"),
                                    ("family", "family of a producer"),
                                    ("staff", "staff of the co-op"),
                                    ("board", "board"),
                                    ("oversight", "oversight committee"),
                                    ("inspector", "internal inspector"),
                                    ("promoter", "promoter"),
                                ],
                                db_default="",
                                default="",
                                max_length=9,
                                verbose_name="role",
                            ),
                        ),
                        (
                            "is_guest",
                            models.BooleanField(
                                db_default=False,
                                default=False,
                                help_text="Takes part, but is no member of the co-op.",
                                verbose_name="guest",
                            ),
                        ),
                        (
                            "spoken_language",
                            models.CharField(
                                blank=True,
                                db_default="",
                                default="",
                                help_text="As the person says it, for example Tseltal. May stay empty.",
                                max_length=40,
                                verbose_name="language spoken",
                            ),
                        ),
                        (
                            "consent_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="agreed to keeping their data"
                            ),
                        ),
                        (
                            "merged_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="merged at"),
                        ),
                        (
                            "name_removed_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="name removed at"),
                        ),
                        (
                            "name_key",
                            models.GeneratedField(
                                db_persist=True,
                                expression=django.db.models.functions.text.Lower(
                                    models.Func(
                                        models.F("name"),
                                        models.Value("áàâãäåéèêëíìîïóòôõöúùûüñçýÁÀÂÃÄÅÉÈÊËÍÌÎÏÓÒÔÕÖÚÙÛÜÑÇÝ̧̀́̂̃̈"),
                                        models.Value("aaaaaaeeeeiiiiooooouuuuncyaaaaaaeeeeiiiiooooouuuuncy"),
                                        function="translate",
                                    )
                                ),
                                output_field=models.CharField(max_length=120),
                                verbose_name="name as it is searched",
                            ),
                        ),
                        (
                            "consent_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="agreement recorded by",
                            ),
                        ),
                        (
                            "cooperative",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="members",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "merged_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="merged by",
                            ),
                        ),
                        (
                            "merged_into",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="second_entries",
                                to="cooperatives.member",
                                verbose_name="is the same person as",
                            ),
                        ),
                        (
                            "name_removed_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="name removed by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "member",
                        "verbose_name_plural": "members",
                        "ordering": ("name", "pk"),
                        "indexes": [
                            models.Index(fields=["cooperative", "name"], name="member_by_cooperative"),
                            django.contrib.postgres.indexes.GinIndex(
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
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("joined_on__isnull", True), ("joined_precision", "")),
                                    models.Q(
                                        ("joined_on__isnull", False),
                                        models.Q(
                                            ("joined_precision", "day"),
                                            models.Q(
                                                ("joined_precision", "month"),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractDay(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("joined_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                            ),
                                            models.Q(
                                                ("joined_precision__in", ["year", "early"]),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractMonth(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("joined_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractDay(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("joined_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                            ),
                                            models.Q(
                                                ("joined_precision", "late"),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractMonth(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("joined_on"), models.DateField()
                                                        )
                                                    ),
                                                    10,
                                                ),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractDay(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("joined_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                            ),
                                            _connector="OR",
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="member_joined_precision",
                                violation_error_message="A date needs to say how much of it is known: for a month enter its first day, for a year or early in a year 1 January, for late in a year 1 October; leave both empty when the date is not known.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("birth_year__isnull", True), ("birth_year__range", (1900, 2100)), _connector="OR"
                                ),
                                name="member_birth_year",
                                violation_error_message="A year of birth has four digits, such as 1974.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("consent_at__isnull", True), ("consent_by__isnull", True)),
                                    models.Q(("consent_at__isnull", False), ("consent_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="member_consent",
                                violation_error_message="Who and when are recorded together, or not at all.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("merged_at__isnull", True),
                                        ("merged_by__isnull", True),
                                        ("merged_into__isnull", True),
                                    ),
                                    models.Q(
                                        ("merged_at__isnull", False),
                                        ("merged_by__isnull", False),
                                        ("merged_into__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="member_merged",
                                violation_error_message="Who and when are recorded together, or not at all.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("name_removed_at__isnull", True), ("name_removed_by__isnull", True)),
                                    models.Q(("name_removed_at__isnull", False), ("name_removed_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="member_name_removed",
                                violation_error_message="Who and when are recorded together, or not at all.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("name_removed_at__isnull", True),
                                    models.Q(
                                        ("community", ""),
                                        ("consent_at__isnull", True),
                                        ("name", ""),
                                        ("source", ""),
                                        ("spoken_language", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="member_removed_name_stays_away",
                                violation_error_message="The name of this person was removed on request, so neither name nor community, language, source or agreement is kept.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MemberEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        (
                            "sex",
                            models.CharField(
                                blank=True,
                                choices=[("woman", "woman"), ("man", "man"), ("other", "other")],
                                max_length=5,
                                verbose_name="sex",
                            ),
                        ),
                        (
                            "birth_year",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="year of birth"),
                        ),
                        ("community", models.CharField(blank=True, max_length=80, verbose_name="community")),
                        ("joined_on", models.DateField(blank=True, null=True, verbose_name="member since")),
                        (
                            "joined_precision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("day", "day"),
                                    ("month", "month"),
                                    ("early", "early in the year"),
                                    ("late", "late in the year"),
                                    ("year", "year"),
                                ],
                                default="",
                                max_length=5,
                                verbose_name="date known to the",
                            ),
                        ),
                        ("left_on", models.DateField(blank=True, null=True, verbose_name="member until")),
                        ("source", models.TextField(blank=True, verbose_name="source")),
                        (
                            "role",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("producer", "producer"),
                                    ("family", "family of a producer"),
                                    ("staff", "staff of the co-op"),
                                    ("board", "board"),
                                    ("oversight", "oversight committee"),
                                    ("inspector", "internal inspector"),
                                    ("promoter", "promoter"),
                                ],
                                db_default="",
                                default="",
                                max_length=9,
                                verbose_name="role",
                            ),
                        ),
                        (
                            "is_guest",
                            models.BooleanField(
                                db_default=False,
                                default=False,
                                help_text="Takes part, but is no member of the co-op.",
                                verbose_name="guest",
                            ),
                        ),
                        (
                            "spoken_language",
                            models.CharField(
                                blank=True,
                                db_default="",
                                default="",
                                help_text="As the person says it, for example Tseltal. May stay empty.",
                                max_length=40,
                                verbose_name="language spoken",
                            ),
                        ),
                        (
                            "consent_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="agreed to keeping their data"
                            ),
                        ),
                        (
                            "merged_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="merged at"),
                        ),
                        (
                            "name_removed_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="name removed at"),
                        ),
                        (
                            "consent_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="agreement recorded by",
                            ),
                        ),
                        (
                            "cooperative",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "merged_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="merged by",
                            ),
                        ),
                        (
                            "merged_into",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cooperatives.member",
                                verbose_name="is the same person as",
                            ),
                        ),
                        (
                            "name_removed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="name removed by",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="cooperatives.member",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PartnerEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("slug", models.SlugField(db_index=False, verbose_name="short key")),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("certifier", "certifier and programme lead"),
                                    ("non-profit", "non-profit organisation"),
                                    ("funder", "foundation"),
                                    ("company", "company"),
                                    ("agency", "public agency"),
                                ],
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "country_code",
                            models.CharField(blank=True, max_length=2, verbose_name="country code (ISO 3166-1)"),
                        ),
                        ("country_source", models.TextField(blank=True, verbose_name="source of the country")),
                        ("note", models.TextField(blank=True, verbose_name="note")),
                        ("note_es", models.TextField(blank=True, verbose_name="note in Spanish")),
                        ("note_pt", models.TextField(blank=True, verbose_name="note in Portuguese")),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="cooperatives.partner",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PartnerRole",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("lead", "leads"),
                                    ("owner", "owns"),
                                    ("funder", "funds"),
                                    ("partner", "partner"),
                                ],
                                max_length=8,
                                verbose_name="role",
                            ),
                        ),
                        ("source", models.TextField(blank=True, verbose_name="source")),
                        (
                            "partner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="roles",
                                to="cooperatives.partner",
                                verbose_name="partner",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "partner's role",
                        "verbose_name_plural": "partners' roles",
                        "ordering": ("programme", "kind", "partner"),
                    },
                ),
                migrations.CreateModel(
                    name="Place",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("slug", models.SlugField(unique=True, verbose_name="short key")),
                        ("town", models.CharField(max_length=80, verbose_name="town")),
                        ("municipality", models.CharField(max_length=80, verbose_name="municipality")),
                        (
                            "municipality_code",
                            models.CharField(
                                blank=True,
                                help_text="INEGI in Mexico, IBGE in Brazil.",
                                max_length=10,
                                verbose_name="municipality code",
                            ),
                        ),
                        ("state", models.CharField(max_length=60, verbose_name="state")),
                        (
                            "state_code",
                            models.CharField(blank=True, max_length=6, verbose_name="state code (ISO 3166-2)"),
                        ),
                        ("country_code", models.CharField(max_length=2, verbose_name="country code (ISO 3166-1)")),
                        (
                            "latitude",
                            models.DecimalField(
                                blank=True, decimal_places=4, max_digits=7, null=True, verbose_name="latitude"
                            ),
                        ),
                        (
                            "longitude",
                            models.DecimalField(
                                blank=True, decimal_places=4, max_digits=7, null=True, verbose_name="longitude"
                            ),
                        ),
                        (
                            "altitude_m",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="altitude of the town (m)"
                            ),
                        ),
                        ("source", models.TextField(blank=True, verbose_name="source of the point")),
                        ("altitude_source", models.TextField(blank=True, verbose_name="source of the altitude")),
                        ("confidence", models.CharField(blank=True, max_length=10, verbose_name="confidence")),
                        ("note", models.TextField(blank=True, verbose_name="note")),
                        ("note_es", models.TextField(blank=True, verbose_name="note in Spanish")),
                        ("note_pt", models.TextField(blank=True, verbose_name="note in Portuguese")),
                    ],
                    options={
                        "verbose_name": "place",
                        "verbose_name_plural": "places",
                        "ordering": ("country_code", "state", "town"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("latitude__isnull", False),
                                        ("longitude__isnull", False),
                                        ("latitude__range", (-90, 90)),
                                        ("longitude__range", (-180, 180)),
                                    ),
                                    models.Q(("latitude__isnull", True), ("longitude__isnull", True)),
                                    _connector="OR",
                                ),
                                name="place_point_on_earth",
                                violation_error_message="Give both latitude (-90 to 90) and longitude (-180 to 180), or neither.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CooperativeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("slug", models.SlugField(db_index=False, verbose_name="address on the site")),
                        ("short_name", models.CharField(max_length=60, verbose_name="short name")),
                        ("name", models.CharField(max_length=160, verbose_name="full name")),
                        (
                            "is_place_approximate",
                            models.BooleanField(default=False, verbose_name="place is approximate"),
                        ),
                        ("place_note", models.TextField(blank=True, verbose_name="note on the place")),
                        ("place_note_es", models.TextField(blank=True, verbose_name="note on the place in Spanish")),
                        ("place_note_pt", models.TextField(blank=True, verbose_name="note on the place in Portuguese")),
                        ("place_source", models.TextField(blank=True, verbose_name="source of the place")),
                        ("country_code", models.CharField(max_length=2, verbose_name="country code (ISO 3166-1)")),
                        (
                            "language",
                            models.CharField(
                                choices=[("en", "English"), ("es-mx", "Spanish"), ("pt-br", "Portuguese")],
                                default="es-mx",
                                max_length=8,
                                verbose_name="language of the co-op's papers",
                            ),
                        ),
                        (
                            "currency",
                            models.CharField(
                                choices=[
                                    ("MXN", "Mexican peso"),
                                    ("BRL", "Brazilian real"),
                                    ("USD", "US dollar"),
                                    ("EUR", "euro"),
                                    ("IDR", "Indonesian rupiah"),
                                ],
                                default="MXN",
                                max_length=3,
                                verbose_name="currency of the premium fund",
                            ),
                        ),
                        (
                            "time_zone",
                            models.CharField(
                                choices=[
                                    ("America/Mexico_City", "Central Mexico"),
                                    ("America/Sao_Paulo", "Brasília"),
                                    ("Asia/Jakarta", "Western Indonesia"),
                                    ("UTC", "UTC"),
                                ],
                                default="America/Mexico_City",
                                max_length=40,
                                verbose_name="time zone",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="cooperatives.cooperative",
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cooperatives.place",
                                verbose_name="place",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="cooperative",
                    name="place",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cooperatives.place",
                        verbose_name="place",
                    ),
                ),
                migrations.CreateModel(
                    name="PlaceEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("slug", models.SlugField(db_index=False, verbose_name="short key")),
                        ("town", models.CharField(max_length=80, verbose_name="town")),
                        ("municipality", models.CharField(max_length=80, verbose_name="municipality")),
                        (
                            "municipality_code",
                            models.CharField(
                                blank=True,
                                help_text="INEGI in Mexico, IBGE in Brazil.",
                                max_length=10,
                                verbose_name="municipality code",
                            ),
                        ),
                        ("state", models.CharField(max_length=60, verbose_name="state")),
                        (
                            "state_code",
                            models.CharField(blank=True, max_length=6, verbose_name="state code (ISO 3166-2)"),
                        ),
                        ("country_code", models.CharField(max_length=2, verbose_name="country code (ISO 3166-1)")),
                        (
                            "latitude",
                            models.DecimalField(
                                blank=True, decimal_places=4, max_digits=7, null=True, verbose_name="latitude"
                            ),
                        ),
                        (
                            "longitude",
                            models.DecimalField(
                                blank=True, decimal_places=4, max_digits=7, null=True, verbose_name="longitude"
                            ),
                        ),
                        (
                            "altitude_m",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="altitude of the town (m)"
                            ),
                        ),
                        ("source", models.TextField(blank=True, verbose_name="source of the point")),
                        ("altitude_source", models.TextField(blank=True, verbose_name="source of the altitude")),
                        ("confidence", models.CharField(blank=True, max_length=10, verbose_name="confidence")),
                        ("note", models.TextField(blank=True, verbose_name="note")),
                        ("note_es", models.TextField(blank=True, verbose_name="note in Spanish")),
                        ("note_pt", models.TextField(blank=True, verbose_name="note in Portuguese")),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="cooperatives.place",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Programme",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("slug", models.SlugField(unique=True, verbose_name="short key")),
                        ("name", models.CharField(max_length=160, verbose_name="name")),
                        ("name_es", models.CharField(blank=True, max_length=160, verbose_name="name in Spanish")),
                        ("name_pt", models.CharField(blank=True, max_length=160, verbose_name="name in Portuguese")),
                        (
                            "is_official_name",
                            models.BooleanField(
                                default=True,
                                help_text="Off when the sources give no name and this one is ours.",
                                verbose_name="official name",
                            ),
                        ),
                        (
                            "country_code",
                            models.CharField(blank=True, max_length=2, verbose_name="country code (ISO 3166-1)"),
                        ),
                        ("region", models.CharField(blank=True, max_length=120, verbose_name="region")),
                        ("starts_on", models.DateField(blank=True, null=True, verbose_name="start")),
                        (
                            "starts_precision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("day", "day"),
                                    ("month", "month"),
                                    ("early", "early in the year"),
                                    ("late", "late in the year"),
                                    ("year", "year"),
                                ],
                                default="",
                                max_length=5,
                                verbose_name="date known to the",
                            ),
                        ),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="end")),
                        (
                            "ends_precision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("day", "day"),
                                    ("month", "month"),
                                    ("early", "early in the year"),
                                    ("late", "late in the year"),
                                    ("year", "year"),
                                ],
                                default="",
                                max_length=5,
                                verbose_name="date known to the",
                            ),
                        ),
                        (
                            "candidates_goal",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                verbose_name="further co-ops to bring onto the path to certification, at least",
                            ),
                        ),
                        ("candidates_goal_source", models.TextField(blank=True, verbose_name="source of the goal")),
                        (
                            "part_of",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="parts",
                                to="cooperatives.programme",
                                verbose_name="part of",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "programme",
                        "verbose_name_plural": "programmes",
                        "ordering": ("name", "pk"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("starts_on__isnull", True), ("starts_precision", "")),
                                    models.Q(
                                        ("starts_on__isnull", False),
                                        models.Q(
                                            ("starts_precision", "day"),
                                            models.Q(
                                                ("starts_precision", "month"),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractDay(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("starts_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                            ),
                                            models.Q(
                                                ("starts_precision__in", ["year", "early"]),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractMonth(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("starts_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractDay(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("starts_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                            ),
                                            models.Q(
                                                ("starts_precision", "late"),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractMonth(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("starts_on"), models.DateField()
                                                        )
                                                    ),
                                                    10,
                                                ),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractDay(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("starts_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                            ),
                                            _connector="OR",
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="programme_start_precision",
                                violation_error_message="A date needs to say how much of it is known: for a month enter its first day, for a year or early in a year 1 January, for late in a year 1 October; leave both empty when the date is not known.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ends_on__isnull", True), ("ends_precision", "")),
                                    models.Q(
                                        ("ends_on__isnull", False),
                                        models.Q(
                                            ("ends_precision", "day"),
                                            models.Q(
                                                ("ends_precision", "month"),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractDay(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("ends_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                            ),
                                            models.Q(
                                                ("ends_precision__in", ["year", "early"]),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractMonth(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("ends_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractDay(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("ends_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                            ),
                                            models.Q(
                                                ("ends_precision", "late"),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractMonth(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("ends_on"), models.DateField()
                                                        )
                                                    ),
                                                    10,
                                                ),
                                                django.db.models.lookups.Exact(
                                                    django.db.models.functions.datetime.ExtractDay(
                                                        django.db.models.functions.comparison.Cast(
                                                            models.F("ends_on"), models.DateField()
                                                        )
                                                    ),
                                                    1,
                                                ),
                                            ),
                                            _connector="OR",
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="programme_end_precision",
                                violation_error_message="A date needs to say how much of it is known: for a month enter its first day, for a year or early in a year 1 January, for late in a year 1 October; leave both empty when the date is not known.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("starts_on__isnull", True),
                                    ("ends_on__isnull", True),
                                    ("ends_on__gte", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="programme_ends_after_start",
                                violation_error_message="A programme can't end before it starts.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("part_of__isnull", True),
                                    models.Q(("part_of", models.F("pk")), _negated=True),
                                    _connector="OR",
                                ),
                                name="programme_not_part_of_itself",
                                violation_error_message="A programme can't be part of itself.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PartnerRoleEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("lead", "leads"),
                                    ("owner", "owns"),
                                    ("funder", "funds"),
                                    ("partner", "partner"),
                                ],
                                max_length=8,
                                verbose_name="role",
                            ),
                        ),
                        ("source", models.TextField(blank=True, verbose_name="source")),
                        (
                            "partner",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cooperatives.partner",
                                verbose_name="partner",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="cooperatives.partnerrole",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cooperatives.programme",
                                verbose_name="programme",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="partnerrole",
                    name="programme",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="partner_roles",
                        to="cooperatives.programme",
                        verbose_name="programme",
                    ),
                ),
                migrations.CreateModel(
                    name="InvitationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("email", models.EmailField(max_length=254, verbose_name="mail address")),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        (
                            "language",
                            models.CharField(
                                blank=True,
                                choices=[("en", "English"), ("es-mx", "Spanish"), ("pt-br", "Portuguese")],
                                max_length=8,
                                verbose_name="language",
                            ),
                        ),
                        ("role", models.CharField(max_length=10, verbose_name="role")),
                        ("invited_at", models.DateTimeField(editable=False, verbose_name="invited at")),
                        (
                            "mailed_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="mailed at"),
                        ),
                        ("expires_at", models.DateTimeField(editable=False, verbose_name="link works until")),
                        (
                            "accepted_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="accepted at"),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="withdrawn at"),
                        ),
                        (
                            "accepted_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="accepted by",
                            ),
                        ),
                        (
                            "cooperative",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "invited_by",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="invited by",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="cooperatives.invitation",
                            ),
                        ),
                        (
                            "withdrawn_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="withdrawn by",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cooperatives.programme",
                                verbose_name="programme",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="invitation",
                    name="programme",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to="cooperatives.programme",
                        verbose_name="programme",
                    ),
                ),
                migrations.CreateModel(
                    name="FactEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        (
                            "topic",
                            models.CharField(
                                choices=[
                                    ("name", "name"),
                                    ("legal form", "legal form"),
                                    ("level", "kind of organisation"),
                                    ("location", "place"),
                                    ("founded", "founded"),
                                    ("fair trade since", "Fair Trade since"),
                                    ("certification", "other certifications"),
                                    ("members", "members"),
                                    ("member organisations", "member organisations"),
                                    ("altitude", "altitude of the farms"),
                                    ("language", "languages"),
                                    ("objective", "objective"),
                                    ("challenge", "challenge"),
                                    ("duration", "length"),
                                    ("funding", "funding"),
                                    ("participants", "participants"),
                                    ("person", "person"),
                                    ("note", "note"),
                                ],
                                max_length=24,
                                verbose_name="topic",
                            ),
                        ),
                        ("text", models.TextField(blank=True, verbose_name="text")),
                        ("text_es", models.TextField(blank=True, verbose_name="text in Spanish")),
                        ("text_pt", models.TextField(blank=True, verbose_name="text in Portuguese")),
                        (
                            "number",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="number"
                            ),
                        ),
                        (
                            "number_to",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="up to"
                            ),
                        ),
                        (
                            "unit",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("members", "members"),
                                    ("producers", "producers"),
                                    ("families", "families"),
                                    ("organisations", "organisations"),
                                    ("communities", "communities"),
                                    ("m", "metres above sea level"),
                                    ("years", "years"),
                                ],
                                max_length=16,
                                verbose_name="unit",
                            ),
                        ),
                        (
                            "qualifier",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("exact", "exactly"),
                                    ("about", "about"),
                                    ("more than", "more than"),
                                    ("at least", "at least"),
                                ],
                                max_length=10,
                                verbose_name="how exact",
                            ),
                        ),
                        ("as_of_on", models.DateField(blank=True, null=True, verbose_name="date")),
                        (
                            "as_of_precision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("day", "day"),
                                    ("month", "month"),
                                    ("early", "early in the year"),
                                    ("late", "late in the year"),
                                    ("year", "year"),
                                ],
                                default="",
                                max_length=5,
                                verbose_name="date known to the",
                            ),
                        ),
                        ("is_preferred", models.BooleanField(default=True, verbose_name="the best figure")),
                        ("source", models.TextField(blank=True, verbose_name="source")),
                        (
                            "confidence",
                            models.CharField(
                                blank=True,
                                choices=[("high", "high"), ("medium", "medium"), ("low", "low")],
                                max_length=6,
                                verbose_name="confidence",
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="note")),
                        ("note_es", models.TextField(blank=True, verbose_name="note in Spanish")),
                        ("note_pt", models.TextField(blank=True, verbose_name="note in Portuguese")),
                        ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                        (
                            "cooperative",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="cooperatives.fact",
                            ),
                        ),
                        (
                            "partner",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cooperatives.partner",
                                verbose_name="partner",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cooperatives.programme",
                                verbose_name="programme",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="fact",
                    name="programme",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="facts",
                        to="cooperatives.programme",
                        verbose_name="programme",
                    ),
                ),
                migrations.CreateModel(
                    name="EnrolmentEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("participant", "participant"),
                                    ("candidate", "candidate for a first certificate"),
                                ],
                                max_length=12,
                                verbose_name="takes part as",
                            ),
                        ),
                        ("joined_on", models.DateField(blank=True, null=True, verbose_name="since")),
                        (
                            "joined_precision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("day", "day"),
                                    ("month", "month"),
                                    ("early", "early in the year"),
                                    ("late", "late in the year"),
                                    ("year", "year"),
                                ],
                                default="",
                                max_length=5,
                                verbose_name="date known to the",
                            ),
                        ),
                        ("left_on", models.DateField(blank=True, null=True, verbose_name="until")),
                        (
                            "left_precision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("day", "day"),
                                    ("month", "month"),
                                    ("early", "early in the year"),
                                    ("late", "late in the year"),
                                    ("year", "year"),
                                ],
                                default="",
                                max_length=5,
                                verbose_name="date known to the",
                            ),
                        ),
                        ("source", models.TextField(blank=True, verbose_name="source")),
                        (
                            "cooperative",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="cooperatives.enrolment",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cooperatives.programme",
                                verbose_name="programme",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="enrolment",
                    name="programme",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="enrolments",
                        to="cooperatives.programme",
                        verbose_name="programme",
                    ),
                ),
                migrations.CreateModel(
                    name="DataRead",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("read_at", models.DateTimeField(verbose_name="when")),
                        ("view", models.CharField(max_length=80, verbose_name="list")),
                        (
                            "form",
                            models.CharField(
                                choices=[("page", "page"), ("csv", "CSV"), ("xlsx", "spreadsheet"), ("zip", "ZIP")],
                                max_length=4,
                                verbose_name="form",
                            ),
                        ),
                        ("filters", models.JSONField(blank=True, default=dict, verbose_name="filters")),
                        ("rows", models.PositiveIntegerField(blank=True, null=True, verbose_name="rows")),
                        (
                            "cooperative",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "read_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="who",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cooperatives.programme",
                                verbose_name="programme",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "reading of a list",
                        "verbose_name_plural": "readings of lists",
                        "ordering": ("-read_at", "-pk"),
                        "indexes": [
                            models.Index(fields=["-read_at", "-id"], name="data_read_newest"),
                            models.Index(fields=["read_by", "-read_at"], name="data_read_by_person"),
                            models.Index(fields=["cooperative", "-read_at"], name="data_read_by_cooperative"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProgrammeAssignment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        (
                            "role",
                            models.CharField(
                                choices=[("manager", "program manager"), ("trainer", "trainer"), ("funder", "funder")],
                                max_length=8,
                                verbose_name="role",
                            ),
                        ),
                        ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="ended at")),
                        (
                            "ended_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ended by",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assignments",
                                to="cooperatives.programme",
                                verbose_name="programme",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="programme_assignments",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "programme assignment",
                        "verbose_name_plural": "programme assignments",
                        "ordering": ("programme", "role", "user"),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at__isnull", True)),
                                fields=("user", "programme", "role"),
                                name="programme_assignment_once",
                                violation_error_message="This person already has this role in the programme.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_at__isnull", True), ("ended_by__isnull", True)),
                                    models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="programme_assignment_ended",
                                violation_error_message="Who and when are recorded together, or not at all.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProgrammeAssignmentEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        (
                            "role",
                            models.CharField(
                                choices=[("manager", "program manager"), ("trainer", "trainer"), ("funder", "funder")],
                                max_length=8,
                                verbose_name="role",
                            ),
                        ),
                        ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="ended at")),
                        (
                            "ended_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ended by",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="cooperatives.programmeassignment",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cooperatives.programme",
                                verbose_name="programme",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="person",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ProgrammeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("slug", models.SlugField(db_index=False, verbose_name="short key")),
                        ("name", models.CharField(max_length=160, verbose_name="name")),
                        ("name_es", models.CharField(blank=True, max_length=160, verbose_name="name in Spanish")),
                        ("name_pt", models.CharField(blank=True, max_length=160, verbose_name="name in Portuguese")),
                        (
                            "is_official_name",
                            models.BooleanField(
                                default=True,
                                help_text="Off when the sources give no name and this one is ours.",
                                verbose_name="official name",
                            ),
                        ),
                        (
                            "country_code",
                            models.CharField(blank=True, max_length=2, verbose_name="country code (ISO 3166-1)"),
                        ),
                        ("region", models.CharField(blank=True, max_length=120, verbose_name="region")),
                        ("starts_on", models.DateField(blank=True, null=True, verbose_name="start")),
                        (
                            "starts_precision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("day", "day"),
                                    ("month", "month"),
                                    ("early", "early in the year"),
                                    ("late", "late in the year"),
                                    ("year", "year"),
                                ],
                                default="",
                                max_length=5,
                                verbose_name="date known to the",
                            ),
                        ),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="end")),
                        (
                            "ends_precision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("day", "day"),
                                    ("month", "month"),
                                    ("early", "early in the year"),
                                    ("late", "late in the year"),
                                    ("year", "year"),
                                ],
                                default="",
                                max_length=5,
                                verbose_name="date known to the",
                            ),
                        ),
                        (
                            "candidates_goal",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                verbose_name="further co-ops to bring onto the path to certification, at least",
                            ),
                        ),
                        ("candidates_goal_source", models.TextField(blank=True, verbose_name="source of the goal")),
                        (
                            "part_of",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cooperatives.programme",
                                verbose_name="part of",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="cooperatives.programme",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SchemeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("slug", models.SlugField(db_index=False, verbose_name="short key")),
                        ("name", models.CharField(max_length=80, verbose_name="name")),
                        ("name_es", models.CharField(blank=True, max_length=80, verbose_name="name in Spanish")),
                        ("name_pt", models.CharField(blank=True, max_length=80, verbose_name="name in Portuguese")),
                        ("owner", models.CharField(blank=True, max_length=80, verbose_name="owner of the scheme")),
                        ("source", models.TextField(blank=True, verbose_name="source")),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="cooperatives.scheme",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="StaffAssignment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("treasurer", "treasurer"),
                                    ("manager", "co-op manager"),
                                    ("oversight", "oversight committee"),
                                ],
                                max_length=10,
                                verbose_name="role",
                            ),
                        ),
                        ("started_on", models.DateField(blank=True, null=True, verbose_name="since")),
                        ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="ended at")),
                        (
                            "cooperative",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="staff",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "ended_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ended by",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="staff_assignments",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "staff assignment",
                        "verbose_name_plural": "staff assignments",
                        "ordering": ("cooperative", "role", "user"),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at__isnull", True)),
                                fields=("user", "cooperative", "role"),
                                name="staff_assignment_once",
                                violation_error_message="This person already has this role in the co-op.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_at__isnull", True), ("ended_by__isnull", True)),
                                    models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="staff_assignment_ended",
                                violation_error_message="Who and when are recorded together, or not at all.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StaffAssignmentEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("treasurer", "treasurer"),
                                    ("manager", "co-op manager"),
                                    ("oversight", "oversight committee"),
                                ],
                                max_length=10,
                                verbose_name="role",
                            ),
                        ),
                        ("started_on", models.DateField(blank=True, null=True, verbose_name="since")),
                        ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="ended at")),
                        (
                            "cooperative",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "ended_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ended by",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="cooperatives.staffassignment",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="person",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="UserEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        (
                            "is_superuser",
                            models.BooleanField(
                                default=False,
                                help_text="Designates that this user has all permissions without explicitly assigning them.",
                                verbose_name="superuser status",
                            ),
                        ),
                        ("email", models.EmailField(max_length=254, verbose_name="mail address")),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        (
                            "language",
                            models.CharField(
                                blank=True,
                                choices=[("en", "English"), ("es-mx", "Spanish"), ("pt-br", "Portuguese")],
                                db_default="",
                                default="",
                                max_length=8,
                                verbose_name="language",
                            ),
                        ),
                        (
                            "is_active",
                            models.BooleanField(
                                default=True,
                                help_text="Take this away instead of deleting the person.",
                                verbose_name="may sign in",
                            ),
                        ),
                        ("is_staff", models.BooleanField(default=False, verbose_name="may open the admin")),
                        ("joined_at", models.DateTimeField(auto_now_add=True, verbose_name="added")),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Visit",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("visited_on", models.DateField(blank=True, null=True, verbose_name="date")),
                        (
                            "visited_precision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("day", "day"),
                                    ("month", "month"),
                                    ("early", "early in the year"),
                                    ("late", "late in the year"),
                                    ("year", "year"),
                                ],
                                default="",
                                max_length=5,
                                verbose_name="date known to the",
                            ),
                        ),
                        ("purpose", models.TextField(verbose_name="what for")),
                        ("purpose_es", models.TextField(blank=True, verbose_name="what for, in Spanish")),
                        ("purpose_pt", models.TextField(blank=True, verbose_name="what for, in Portuguese")),
                        ("source", models.TextField(blank=True, verbose_name="source")),
                        (
                            "cooperative",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="visits",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="visits",
                                to="cooperatives.programme",
                                verbose_name="programme",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "visit",
                        "verbose_name_plural": "visits",
                        "ordering": ("-visited_on", "pk"),
                    },
                ),
                migrations.CreateModel(
                    name="VisitEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        ("visited_on", models.DateField(blank=True, null=True, verbose_name="date")),
                        (
                            "visited_precision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("day", "day"),
                                    ("month", "month"),
                                    ("early", "early in the year"),
                                    ("late", "late in the year"),
                                    ("year", "year"),
                                ],
                                default="",
                                max_length=5,
                                verbose_name="date known to the",
                            ),
                        ),
                        ("purpose", models.TextField(verbose_name="what for")),
                        ("purpose_es", models.TextField(blank=True, verbose_name="what for, in Spanish")),
                        ("purpose_pt", models.TextField(blank=True, verbose_name="what for, in Portuguese")),
                        ("source", models.TextField(blank=True, verbose_name="source")),
                        (
                            "cooperative",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cooperatives.cooperative",
                                verbose_name="co-op",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="cooperatives.visit",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cooperatives.programme",
                                verbose_name="programme",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="VisitVisitor",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        (
                            "partner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cooperatives.partner",
                                verbose_name="partner",
                            ),
                        ),
                        (
                            "visit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cooperatives.visit",
                                verbose_name="visit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "visitor",
                        "verbose_name_plural": "visitors",
                        "ordering": ("visit", "partner"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("visit", "partner"),
                                name="visit_visitor_once",
                                violation_error_message="This partner is already among the visitors.",
                            )
                        ],
                    },
                ),
                migrations.AddField(
                    model_name="visit",
                    name="visitors",
                    field=models.ManyToManyField(
                        blank=True,
                        related_name="+",
                        through="cooperatives.VisitVisitor",
                        to="cooperatives.partner",
                        verbose_name="visitors",
                    ),
                ),
                migrations.CreateModel(
                    name="VisitVisitorEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                        ("id", models.BigIntegerField()),
                        ("is_example", models.BooleanField(default=False, editable=False, verbose_name="example")),
                        (
                            "partner",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cooperatives.partner",
                                verbose_name="partner",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="cooperatives.visitvisitor",
                            ),
                        ),
                        (
                            "visit",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cooperatives.visit",
                                verbose_name="visit",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddConstraint(
                    model_name="partnerrole",
                    constraint=models.UniqueConstraint(
                        fields=("programme", "partner", "kind"),
                        name="partner_role_once",
                        violation_error_message="This partner already has this role in the programme.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="invitation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("cooperative__isnull", False),
                                ("programme__isnull", True),
                                ("role__in", ["treasurer", "manager", "oversight"]),
                            ),
                            models.Q(
                                ("cooperative__isnull", True),
                                ("programme__isnull", False),
                                ("role__in", ["manager", "trainer", "funder"]),
                            ),
                            _connector="OR",
                        ),
                        name="invitation_to_one_role",
                        violation_error_message="An invitation is to one role, in one co-op or in one programme.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="invitation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("accepted_at__isnull", True), ("accepted_by__isnull", True)),
                            models.Q(("accepted_at__isnull", False), ("accepted_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="invitation_accepted",
                        violation_error_message="Who and when are recorded together, or not at all.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="invitation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("withdrawn_at__isnull", True), ("withdrawn_by__isnull", True)),
                            models.Q(("withdrawn_at__isnull", False), ("withdrawn_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="invitation_withdrawn",
                        violation_error_message="Who and when are recorded together, or not at all.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="invitation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("accepted_at__isnull", True),
                            models.Q(
                                ("accepted_at__isnull", False),
                                ("accepted_at__lte", models.F("expires_at")),
                                ("withdrawn_at__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="invitation_accepted_in_time",
                        violation_error_message="This link no longer works.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="invitation",
                    constraint=models.UniqueConstraint(
                        django.db.models.functions.text.Lower("email"),
                        models.F("cooperative"),
                        models.F("role"),
                        condition=models.Q(
                            ("accepted_at__isnull", True),
                            ("cooperative__isnull", False),
                            ("withdrawn_at__isnull", True),
                        ),
                        name="invitation_once_to_cooperative",
                        violation_error_message="This person is invited to this role already. Send the invitation again.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="invitation",
                    constraint=models.UniqueConstraint(
                        django.db.models.functions.text.Lower("email"),
                        models.F("programme"),
                        models.F("role"),
                        condition=models.Q(
                            ("accepted_at__isnull", True), ("programme__isnull", False), ("withdrawn_at__isnull", True)
                        ),
                        name="invitation_once_to_programme",
                        violation_error_message="This person is invited to this role already. Send the invitation again.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="fact",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("cooperative__isnull", False), ("partner__isnull", True), ("programme__isnull", True)
                            ),
                            models.Q(
                                ("cooperative__isnull", True), ("partner__isnull", True), ("programme__isnull", False)
                            ),
                            models.Q(
                                ("cooperative__isnull", True), ("partner__isnull", False), ("programme__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="fact_about_one_subject",
                        violation_error_message="A fact is about one co-op, one programme or one partner.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="fact",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("source", ""), _negated=True),
                            models.Q(("number__isnull", True), ("text", ""), models.Q(("note", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="fact_has_source",
                        violation_error_message="Say where the fact comes from; without a fact, say what was not found.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="fact",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("as_of_on__isnull", True), ("as_of_precision", "")),
                            models.Q(
                                ("as_of_on__isnull", False),
                                models.Q(
                                    ("as_of_precision", "day"),
                                    models.Q(
                                        ("as_of_precision", "month"),
                                        django.db.models.lookups.Exact(
                                            django.db.models.functions.datetime.ExtractDay(
                                                django.db.models.functions.comparison.Cast(
                                                    models.F("as_of_on"), models.DateField()
                                                )
                                            ),
                                            1,
                                        ),
                                    ),
                                    models.Q(
                                        ("as_of_precision__in", ["year", "early"]),
                                        django.db.models.lookups.Exact(
                                            django.db.models.functions.datetime.ExtractMonth(
                                                django.db.models.functions.comparison.Cast(
                                                    models.F("as_of_on"), models.DateField()
                                                )
                                            ),
                                            1,
                                        ),
                                        django.db.models.lookups.Exact(
                                            django.db.models.functions.datetime.ExtractDay(
                                                django.db.models.functions.comparison.Cast(
                                                    models.F("as_of_on"), models.DateField()
                                                )
                                            ),
                                            1,
                                        ),
                                    ),
                                    models.Q(
                                        ("as_of_precision", "late"),
                                        django.db.models.lookups.Exact(
                                            django.db.models.functions.datetime.ExtractMonth(
                                                django.db.models.functions.comparison.Cast(
                                                    models.F("as_of_on"), models.DateField()
                                                )
                                            ),
                                            10,
                                        ),
                                        django.db.models.lookups.Exact(
                                            django.db.models.functions.datetime.ExtractDay(
                                                django.db.models.functions.comparison.Cast(
                                                    models.F("as_of_on"), models.DateField()
                                                )
                                            ),
                                            1,
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="fact_date_precision",
                        violation_error_message="A date needs to say how much of it is known: for a month enter its first day, for a year or early in a year 1 January, for late in a year 1 October; leave both empty when the date is not known.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="enrolment",
                    constraint=models.UniqueConstraint(
                        fields=("programme", "cooperative"),
                        name="enrolment_once",
                        violation_error_message="This co-op is already enrolled in the programme.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="enrolment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("joined_on__isnull", True), ("joined_precision", "")),
                            models.Q(
                                ("joined_on__isnull", False),
                                models.Q(
                                    ("joined_precision", "day"),
                                    models.Q(
                                        ("joined_precision", "month"),
                                        django.db.models.lookups.Exact(
                                            django.db.models.functions.datetime.ExtractDay(
                                                django.db.models.functions.comparison.Cast(
                                                    models.F("joined_on"), models.DateField()
                                                )
                                            ),
                                            1,
                                        ),
                                    ),
                                    models.Q(
                                        ("joined_precision__in", ["year", "early"]),
                                        django.db.models.lookups.Exact(
                                            django.db.models.functions.datetime.ExtractMonth(
                                                django.db.models.functions.comparison.Cast(
                                                    models.F("joined_on"), models.DateField()
                                                )
                                            ),
                                            1,
                                        ),
                                        django.db.models.lookups.Exact(
                                            django.db.models.functions.datetime.ExtractDay(
                                                django.db.models.functions.comparison.Cast(
                                                    models.F("joined_on"), models.DateField()
                                                )
                                            ),
                                            1,
                                        ),
                                    ),
                                    models.Q(
                                        ("joined_precision", "late"),
                                        django.db.models.lookups.Exact(
                                            django.db.models.functions.datetime.ExtractMonth(
                                                django.db.models.functions.comparison.Cast(
                                                    models.F("joined_on"), models.DateField()
                                                )
                                            ),
                                            10,
                                        ),
                                        django.db.models.lookups.Exact(
                                            django.db.models.functions.datetime.ExtractDay(
                                                django.db.models.functions.comparison.Cast(
                                                    models.F("joined_on"), models.DateField()
                                                )
                                            ),
                                            1,
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="enrolment_joined_precision",
                        violation_error_message="A date needs to say how much of it is known: for a month enter its first day, for a year or early in a year 1 January, for late in a year 1 October; leave both empty when the date is not known.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="enrolment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("left_on__isnull", True), ("left_precision", "")),
                            models.Q(
                                ("left_on__isnull", False),
                                models.Q(
                                    ("left_precision", "day"),
                                    models.Q(
                                        ("left_precision", "month"),
                                        django.db.models.lookups.Exact(
                                            django.db.models.functions.datetime.ExtractDay(
                                                django.db.models.functions.comparison.Cast(
                                                    models.F("left_on"), models.DateField()
                                                )
                                            ),
                                            1,
                                        ),
                                    ),
                                    models.Q(
                                        ("left_precision__in", ["year", "early"]),
                                        django.db.models.lookups.Exact(
                                            django.db.models.functions.datetime.ExtractMonth(
                                                django.db.models.functions.comparison.Cast(
                                                    models.F("left_on"), models.DateField()
                                                )
                                            ),
                                            1,
                                        ),
                                        django.db.models.lookups.Exact(
                                            django.db.models.functions.datetime.ExtractDay(
                                                django.db.models.functions.comparison.Cast(
                                                    models.F("left_on"), models.DateField()
                                                )
                                            ),
                                            1,
                                        ),
                                    ),
                                    models.Q(
                                        ("left_precision", "late"),
                                        django.db.models.lookups.Exact(
                                            django.db.models.functions.datetime.ExtractMonth(
                                                django.db.models.functions.comparison.Cast(
                                                    models.F("left_on"), models.DateField()
                                                )
                                            ),
                                            10,
                                        ),
                                        django.db.models.lookups.Exact(
                                            django.db.models.functions.datetime.ExtractDay(
                                                django.db.models.functions.comparison.Cast(
                                                    models.F("left_on"), models.DateField()
                                                )
                                            ),
                                            1,
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="enrolment_left_precision",
                        violation_error_message="A date needs to say how much of it is known: for a month enter its first day, for a year or early in a year 1 January, for late in a year 1 October; leave both empty when the date is not known.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="visit",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("visited_on__isnull", True), ("visited_precision", "")),
                            models.Q(
                                ("visited_on__isnull", False),
                                models.Q(
                                    ("visited_precision", "day"),
                                    models.Q(
                                        ("visited_precision", "month"),
                                        django.db.models.lookups.Exact(
                                            django.db.models.functions.datetime.ExtractDay(
                                                django.db.models.functions.comparison.Cast(
                                                    models.F("visited_on"), models.DateField()
                                                )
                                            ),
                                            1,
                                        ),
                                    ),
                                    models.Q(
                                        ("visited_precision__in", ["year", "early"]),
                                        django.db.models.lookups.Exact(
                                            django.db.models.functions.datetime.ExtractMonth(
                                                django.db.models.functions.comparison.Cast(
                                                    models.F("visited_on"), models.DateField()
                                                )
                                            ),
                                            1,
                                        ),
                                        django.db.models.lookups.Exact(
                                            django.db.models.functions.datetime.ExtractDay(
                                                django.db.models.functions.comparison.Cast(
                                                    models.F("visited_on"), models.DateField()
                                                )
                                            ),
                                            1,
                                        ),
                                    ),
                                    models.Q(
                                        ("visited_precision", "late"),
                                        django.db.models.lookups.Exact(
                                            django.db.models.functions.datetime.ExtractMonth(
                                                django.db.models.functions.comparison.Cast(
                                                    models.F("visited_on"), models.DateField()
                                                )
                                            ),
                                            10,
                                        ),
                                        django.db.models.lookups.Exact(
                                            django.db.models.functions.datetime.ExtractDay(
                                                django.db.models.functions.comparison.Cast(
                                                    models.F("visited_on"), models.DateField()
                                                )
                                            ),
                                            1,
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="visit_date_precision",
                        violation_error_message="A date needs to say how much of it is known: for a month enter its first day, for a year or early in a year 1 January, for late in a year 1 October; leave both empty when the date is not known.",
                    ),
                ),
            ],
        ),
        migrations.RunSQL(
            sql=[
                "CREATE INDEX pghistory_context_by_user ON pghistory_context ((metadata ->> 'user'))",
                "CREATE INDEX pghistory_context_by_page ON pghistory_context (left(metadata ->> 'url', 200) text_pattern_ops)",
            ],
            reverse_sql=["DROP INDEX pghistory_context_by_user", "DROP INDEX pghistory_context_by_page"],
        ),
        config.new_tables.AddTriggers(
            triggers=[
                (
                    "partner",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cooperatives_partnerevent" ("country_code", "country_source", "id", "is_example", "kind", "name", "note", "note_es", "note_pt", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") VALUES (NEW."country_code", NEW."country_source", NEW."id", NEW."is_example", NEW."kind", NEW."name", NEW."note", NEW."note_es", NEW."note_pt", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."slug"); RETURN NULL;',
                            hash="d8d9fef3cb003bd2fae7d03067792585d43379ed",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_50057",
                            table="cooperatives_partner",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "partner",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cooperatives_partnerevent" ("country_code", "country_source", "id", "is_example", "kind", "name", "note", "note_es", "note_pt", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") VALUES (NEW."country_code", NEW."country_source", NEW."id", NEW."is_example", NEW."kind", NEW."name", NEW."note", NEW."note_es", NEW."note_pt", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."slug"); RETURN NULL;',
                            hash="0f4b35c13861a64d23c25473223698d3126d1f9f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e455c",
                            table="cooperatives_partner",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "partner",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cooperatives_partnerevent" ("country_code", "country_source", "id", "is_example", "kind", "name", "note", "note_es", "note_pt", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") VALUES (OLD."country_code", OLD."country_source", OLD."id", OLD."is_example", OLD."kind", OLD."name", OLD."note", OLD."note_es", OLD."note_pt", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."slug"); RETURN NULL;',
                            hash="82bd64d57fa7609d5968a0a42ec0f61923833e67",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a1d2a",
                            table="cooperatives_partner",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "place",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cooperatives_placeevent" ("altitude_m", "altitude_source", "confidence", "country_code", "id", "is_example", "latitude", "longitude", "municipality", "municipality_code", "note", "note_es", "note_pt", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "source", "state", "state_code", "town") VALUES (NEW."altitude_m", NEW."altitude_source", NEW."confidence", NEW."country_code", NEW."id", NEW."is_example", NEW."latitude", NEW."longitude", NEW."municipality", NEW."municipality_code", NEW."note", NEW."note_es", NEW."note_pt", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."slug", NEW."source", NEW."state", NEW."state_code", NEW."town"); RETURN NULL;',
                            hash="d008c6d6f84b34d1f93e0fceeaa4be7f7ba36481",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_17918",
                            table="cooperatives_place",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "place",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cooperatives_placeevent" ("altitude_m", "altitude_source", "confidence", "country_code", "id", "is_example", "latitude", "longitude", "municipality", "municipality_code", "note", "note_es", "note_pt", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "source", "state", "state_code", "town") VALUES (NEW."altitude_m", NEW."altitude_source", NEW."confidence", NEW."country_code", NEW."id", NEW."is_example", NEW."latitude", NEW."longitude", NEW."municipality", NEW."municipality_code", NEW."note", NEW."note_es", NEW."note_pt", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."slug", NEW."source", NEW."state", NEW."state_code", NEW."town"); RETURN NULL;',
                            hash="5aec8654195fbfbec333c580bcf6df08928f12e7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1d171",
                            table="cooperatives_place",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "place",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cooperatives_placeevent" ("altitude_m", "altitude_source", "confidence", "country_code", "id", "is_example", "latitude", "longitude", "municipality", "municipality_code", "note", "note_es", "note_pt", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "source", "state", "state_code", "town") VALUES (OLD."altitude_m", OLD."altitude_source", OLD."confidence", OLD."country_code", OLD."id", OLD."is_example", OLD."latitude", OLD."longitude", OLD."municipality", OLD."municipality_code", OLD."note", OLD."note_es", OLD."note_pt", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."slug", OLD."source", OLD."state", OLD."state_code", OLD."town"); RETURN NULL;',
                            hash="2e032a77c651fc3b9bb0e14f485f55f3df01f5a9",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_66207",
                            table="cooperatives_place",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "scheme",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cooperatives_schemeevent" ("id", "is_example", "name", "name_es", "name_pt", "owner", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "source") VALUES (NEW."id", NEW."is_example", NEW."name", NEW."name_es", NEW."name_pt", NEW."owner", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."slug", NEW."source"); RETURN NULL;',
                            hash="c0078e7e2b567146d57bac696bfb54bccf1479ba",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a575b",
                            table="cooperatives_scheme",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "scheme",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cooperatives_schemeevent" ("id", "is_example", "name", "name_es", "name_pt", "owner", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "source") VALUES (NEW."id", NEW."is_example", NEW."name", NEW."name_es", NEW."name_pt", NEW."owner", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."slug", NEW."source"); RETURN NULL;',
                            hash="22486e109563ca58a60a1ccc3aabe2e379ab3e97",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_9268d",
                            table="cooperatives_scheme",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "scheme",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cooperatives_schemeevent" ("id", "is_example", "name", "name_es", "name_pt", "owner", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "source") VALUES (OLD."id", OLD."is_example", OLD."name", OLD."name_es", OLD."name_pt", OLD."owner", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."slug", OLD."source"); RETURN NULL;',
                            hash="c402854a958da5602bc5e32c4b872cbb10e2020e",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_1f3b3",
                            table="cooperatives_scheme",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "changecontext",
                    pgtrigger.compiler.Trigger(
                        name="change_context_never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (true) THEN RAISE EXCEPTION 'change_context_never_deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'change_context_never_deleted'; END IF; RETURN OLD;",
                            hash="baa4f9ba42d702e25743588c2a5840bffa90ffe3",
                            operation="DELETE",
                            pgid="pgtrigger_change_context_never_deleted_9fdb3",
                            table="pghistory_context",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "changecontext",
                    pgtrigger.compiler.Trigger(
                        name="change_context_fixed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.metadata := OLD.metadata || jsonb_strip_nulls(NEW.metadata); IF (NOT NEW.metadata @> jsonb_strip_nulls(OLD.metadata) OR (NEW.id, NEW.created_at) IS DISTINCT FROM (OLD.id, OLD.created_at)) THEN RAISE EXCEPTION 'change_context_fixed' USING ERRCODE = 'check_violation', CONSTRAINT = 'change_context_fixed'; END IF; RETURN NEW;",
                            hash="d86d11b5e913e18d9f579ab3fa95ace367beba55",
                            operation="UPDATE",
                            pgid="pgtrigger_change_context_fixed_94ee7",
                            table="pghistory_context",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "user",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cooperatives_userevent" ("email", "id", "is_active", "is_example", "is_staff", "is_superuser", "joined_at", "language", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."email", NEW."id", NEW."is_active", NEW."is_example", NEW."is_staff", NEW."is_superuser", NEW."joined_at", NEW."language", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="c8b3eb21db8df9b79a33325261b2231824188ffd",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_17d63",
                            table="cooperatives_user",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "user",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."is_example" IS DISTINCT FROM (NEW."is_example") OR OLD."is_staff" IS DISTINCT FROM (NEW."is_staff") OR OLD."is_superuser" IS DISTINCT FROM (NEW."is_superuser") OR OLD."joined_at" IS DISTINCT FROM (NEW."joined_at") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."name" IS DISTINCT FROM (NEW."name"))',
                            func='INSERT INTO "cooperatives_userevent" ("email", "id", "is_active", "is_example", "is_staff", "is_superuser", "joined_at", "language", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."email", NEW."id", NEW."is_active", NEW."is_example", NEW."is_staff", NEW."is_superuser", NEW."joined_at", NEW."language", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="20068900696f4c8baad39c2ae0c988846509ca8a",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_171ab",
                            table="cooperatives_user",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "user",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cooperatives_userevent" ("email", "id", "is_active", "is_example", "is_staff", "is_superuser", "joined_at", "language", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."email", OLD."id", OLD."is_active", OLD."is_example", OLD."is_staff", OLD."is_superuser", OLD."joined_at", OLD."language", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="ade2e231d380d680508f2d2574a6d597541fc85f",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_684f8",
                            table="cooperatives_user",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "member",
                    pgtrigger.compiler.Trigger(
                        name="member_merged_into_first_entry",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF NEW.merged_into_id IS NULL THEN RETURN NEW; END IF; PERFORM FROM cooperatives_member WHERE id = NEW.merged_into_id FOR NO KEY UPDATE; IF (NEW.merged_into_id = NEW.id OR EXISTS (SELECT FROM cooperatives_member WHERE id = NEW.merged_into_id AND merged_into_id IS NOT NULL) OR EXISTS (SELECT FROM cooperatives_member WHERE merged_into_id = NEW.id)) THEN RAISE EXCEPTION 'member_merged_into_first_entry' USING ERRCODE = 'check_violation', CONSTRAINT = 'member_merged_into_first_entry'; END IF; RETURN NEW;",
                            hash="9d5424f8e9f75eac6106166f5330d189bd3465cd",
                            operation='INSERT OR UPDATE OF "merged_into_id"',
                            pgid="pgtrigger_member_merged_into_first_entry_9da09",
                            table="cooperatives_member",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "member",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cooperatives_memberevent" ("birth_year", "community", "consent_at", "consent_by_id", "cooperative_id", "id", "is_example", "is_guest", "joined_on", "joined_precision", "left_on", "merged_at", "merged_by_id", "merged_into_id", "name", "name_removed_at", "name_removed_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "sex", "source", "spoken_language") VALUES (NEW."birth_year", NEW."community", NEW."consent_at", NEW."consent_by_id", NEW."cooperative_id", NEW."id", NEW."is_example", NEW."is_guest", NEW."joined_on", NEW."joined_precision", NEW."left_on", NEW."merged_at", NEW."merged_by_id", NEW."merged_into_id", NEW."name", NEW."name_removed_at", NEW."name_removed_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."role", NEW."sex", NEW."source", NEW."spoken_language"); RETURN NULL;',
                            hash="7120b1b41aec875b980bda8f4f589fa2cef6f3bb",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1fba6",
                            table="cooperatives_member",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "member",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."birth_year" IS DISTINCT FROM (NEW."birth_year") OR OLD."community" IS DISTINCT FROM (NEW."community") OR OLD."consent_at" IS DISTINCT FROM (NEW."consent_at") OR OLD."consent_by_id" IS DISTINCT FROM (NEW."consent_by_id") OR OLD."cooperative_id" IS DISTINCT FROM (NEW."cooperative_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_example" IS DISTINCT FROM (NEW."is_example") OR OLD."is_guest" IS DISTINCT FROM (NEW."is_guest") OR OLD."joined_on" IS DISTINCT FROM (NEW."joined_on") OR OLD."joined_precision" IS DISTINCT FROM (NEW."joined_precision") OR OLD."left_on" IS DISTINCT FROM (NEW."left_on") OR OLD."merged_at" IS DISTINCT FROM (NEW."merged_at") OR OLD."merged_by_id" IS DISTINCT FROM (NEW."merged_by_id") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."name_removed_at" IS DISTINCT FROM (NEW."name_removed_at") OR OLD."name_removed_by_id" IS DISTINCT FROM (NEW."name_removed_by_id") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."sex" IS DISTINCT FROM (NEW."sex") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."spoken_language" IS DISTINCT FROM (NEW."spoken_language"))',
                            func='INSERT INTO "cooperatives_memberevent" ("birth_year", "community", "consent_at", "consent_by_id", "cooperative_id", "id", "is_example", "is_guest", "joined_on", "joined_precision", "left_on", "merged_at", "merged_by_id", "merged_into_id", "name", "name_removed_at", "name_removed_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "sex", "source", "spoken_language") VALUES (NEW."birth_year", NEW."community", NEW."consent_at", NEW."consent_by_id", NEW."cooperative_id", NEW."id", NEW."is_example", NEW."is_guest", NEW."joined_on", NEW."joined_precision", NEW."left_on", NEW."merged_at", NEW."merged_by_id", NEW."merged_into_id", NEW."name", NEW."name_removed_at", NEW."name_removed_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."role", NEW."sex", NEW."source", NEW."spoken_language"); RETURN NULL;',
                            hash="2d307eec97cc9607aec5d170e9398a51f6d1de25",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d78b5",
                            table="cooperatives_member",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "member",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cooperatives_memberevent" ("birth_year", "community", "consent_at", "consent_by_id", "cooperative_id", "id", "is_example", "is_guest", "joined_on", "joined_precision", "left_on", "merged_at", "merged_by_id", "merged_into_id", "name", "name_removed_at", "name_removed_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "sex", "source", "spoken_language") VALUES (OLD."birth_year", OLD."community", OLD."consent_at", OLD."consent_by_id", OLD."cooperative_id", OLD."id", OLD."is_example", OLD."is_guest", OLD."joined_on", OLD."joined_precision", OLD."left_on", OLD."merged_at", OLD."merged_by_id", OLD."merged_into_id", OLD."name", OLD."name_removed_at", OLD."name_removed_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."role", OLD."sex", OLD."source", OLD."spoken_language"); RETURN NULL;',
                            hash="c88a4532e288aa2db2a3f3ea5c7111d63b310f36",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_7ee6b",
                            table="cooperatives_member",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "memberevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="26963057be0208b4df44feb112c763c9a43c3aa1",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_d224c",
                            table="cooperatives_memberevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "partnerevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="6bb1caf2331a718db1914470c520e47b4b360f80",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_cb2fa",
                            table="cooperatives_partnerevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "cooperativeevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b400ce77de1cc28a6642b3eb426a9a8cc5df565e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_268a2",
                            table="cooperatives_cooperativeevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "cooperative",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cooperatives_cooperativeevent" ("country_code", "currency", "id", "is_example", "is_place_approximate", "language", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "place_note", "place_note_es", "place_note_pt", "place_source", "short_name", "slug", "time_zone") VALUES (NEW."country_code", NEW."currency", NEW."id", NEW."is_example", NEW."is_place_approximate", NEW."language", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."place_note", NEW."place_note_es", NEW."place_note_pt", NEW."place_source", NEW."short_name", NEW."slug", NEW."time_zone"); RETURN NULL;',
                            hash="969adcf76b3e2def186ce414f6d1581030c8a6a4",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a5458",
                            table="cooperatives_cooperative",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "cooperative",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cooperatives_cooperativeevent" ("country_code", "currency", "id", "is_example", "is_place_approximate", "language", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "place_note", "place_note_es", "place_note_pt", "place_source", "short_name", "slug", "time_zone") VALUES (NEW."country_code", NEW."currency", NEW."id", NEW."is_example", NEW."is_place_approximate", NEW."language", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."place_note", NEW."place_note_es", NEW."place_note_pt", NEW."place_source", NEW."short_name", NEW."slug", NEW."time_zone"); RETURN NULL;',
                            hash="c8410ba9b2b6f8226a8b170cb91c57e5d6c0c639",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_26eca",
                            table="cooperatives_cooperative",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "cooperative",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cooperatives_cooperativeevent" ("country_code", "currency", "id", "is_example", "is_place_approximate", "language", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "place_note", "place_note_es", "place_note_pt", "place_source", "short_name", "slug", "time_zone") VALUES (OLD."country_code", OLD."currency", OLD."id", OLD."is_example", OLD."is_place_approximate", OLD."language", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."place_note", OLD."place_note_es", OLD."place_note_pt", OLD."place_source", OLD."short_name", OLD."slug", OLD."time_zone"); RETURN NULL;',
                            hash="2e1773e3d7152ca221fbf1183ee236fca70e4618",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_99d1d",
                            table="cooperatives_cooperative",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "placeevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b0523b2c75ffb3a281a75d4a4ca91c89f7ee7355",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_721d1",
                            table="cooperatives_placeevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "programme",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cooperatives_programmeevent" ("candidates_goal", "candidates_goal_source", "country_code", "ends_on", "ends_precision", "id", "is_example", "is_official_name", "name", "name_es", "name_pt", "part_of_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region", "slug", "starts_on", "starts_precision") VALUES (NEW."candidates_goal", NEW."candidates_goal_source", NEW."country_code", NEW."ends_on", NEW."ends_precision", NEW."id", NEW."is_example", NEW."is_official_name", NEW."name", NEW."name_es", NEW."name_pt", NEW."part_of_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."region", NEW."slug", NEW."starts_on", NEW."starts_precision"); RETURN NULL;',
                            hash="8756aaf045c5830d8d44f02480bae3eaff76f9b3",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f7754",
                            table="cooperatives_programme",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "programme",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cooperatives_programmeevent" ("candidates_goal", "candidates_goal_source", "country_code", "ends_on", "ends_precision", "id", "is_example", "is_official_name", "name", "name_es", "name_pt", "part_of_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region", "slug", "starts_on", "starts_precision") VALUES (NEW."candidates_goal", NEW."candidates_goal_source", NEW."country_code", NEW."ends_on", NEW."ends_precision", NEW."id", NEW."is_example", NEW."is_official_name", NEW."name", NEW."name_es", NEW."name_pt", NEW."part_of_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."region", NEW."slug", NEW."starts_on", NEW."starts_precision"); RETURN NULL;',
                            hash="f86cf441d230c074294c32de241052d2106aae77",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6e723",
                            table="cooperatives_programme",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "programme",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cooperatives_programmeevent" ("candidates_goal", "candidates_goal_source", "country_code", "ends_on", "ends_precision", "id", "is_example", "is_official_name", "name", "name_es", "name_pt", "part_of_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region", "slug", "starts_on", "starts_precision") VALUES (OLD."candidates_goal", OLD."candidates_goal_source", OLD."country_code", OLD."ends_on", OLD."ends_precision", OLD."id", OLD."is_example", OLD."is_official_name", OLD."name", OLD."name_es", OLD."name_pt", OLD."part_of_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."region", OLD."slug", OLD."starts_on", OLD."starts_precision"); RETURN NULL;',
                            hash="a07dbbd710b2e456d1a164d4cfc01b1b64b3a0e6",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e1307",
                            table="cooperatives_programme",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "partnerroleevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="562b23bcf2cfb3ac4aa203ff4f21bf82d9c8d8a6",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_409ff",
                            table="cooperatives_partnerroleevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "partnerrole",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cooperatives_partnerroleevent" ("id", "is_example", "kind", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "source") VALUES (NEW."id", NEW."is_example", NEW."kind", NEW."partner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."programme_id", NEW."source"); RETURN NULL;',
                            hash="989a27597ac4af3e91170877f45fa4add9b2ffc2",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_fccce",
                            table="cooperatives_partnerrole",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "partnerrole",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cooperatives_partnerroleevent" ("id", "is_example", "kind", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "source") VALUES (NEW."id", NEW."is_example", NEW."kind", NEW."partner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."programme_id", NEW."source"); RETURN NULL;',
                            hash="fafb4b8ed466759ff962be2237361953a5d8623b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_aa892",
                            table="cooperatives_partnerrole",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "partnerrole",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cooperatives_partnerroleevent" ("id", "is_example", "kind", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "source") VALUES (OLD."id", OLD."is_example", OLD."kind", OLD."partner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."programme_id", OLD."source"); RETURN NULL;',
                            hash="a6d97c5b7e8a05dcce2ec332e5910052a6d46828",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_dd97d",
                            table="cooperatives_partnerrole",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "invitationevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="59855bb90f8d46aa45516853ed33f8a2fedb43bf",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_5ecc8",
                            table="cooperatives_invitationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "invitation",
                    pgtrigger.compiler.Trigger(
                        name="invitation_used_once",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (OLD.accepted_at IS NOT NULL OR OLD.withdrawn_at IS NOT NULL) THEN RAISE EXCEPTION 'invitation_used_once' USING ERRCODE = 'check_violation', CONSTRAINT = 'invitation_used_once'; END IF; RETURN NEW;",
                            hash="1fde31a2ef834544e68fafd4f401ed42e2f97c92",
                            operation="UPDATE",
                            pgid="pgtrigger_invitation_used_once_ae168",
                            table="cooperatives_invitation",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "invitation",
                    pgtrigger.compiler.Trigger(
                        name="invitation_stays_as_sent",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (NEW.email IS DISTINCT FROM OLD.email OR NEW.cooperative_id IS DISTINCT FROM OLD.cooperative_id OR NEW.programme_id IS DISTINCT FROM OLD.programme_id OR NEW.role IS DISTINCT FROM OLD.role OR NEW.invited_at IS DISTINCT FROM OLD.invited_at OR NEW.invited_by_id IS DISTINCT FROM OLD.invited_by_id) THEN RAISE EXCEPTION 'invitation_stays_as_sent' USING ERRCODE = 'check_violation', CONSTRAINT = 'invitation_stays_as_sent'; END IF; RETURN NEW;",
                            hash="5fc62982e165cc2f0280342201f14120d253adcd",
                            operation='UPDATE OF "email", "cooperative_id", "programme_id", "role", "invited_at", "invited_by_id"',
                            pgid="pgtrigger_invitation_stays_as_sent_c529a",
                            table="cooperatives_invitation",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "invitation",
                    pgtrigger.compiler.Trigger(
                        name="invitation_never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (true) THEN RAISE EXCEPTION 'invitation_never_deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'invitation_never_deleted'; END IF; RETURN OLD;",
                            hash="babb06ddc450fc38e8ba77e4588c979af88cb487",
                            operation="DELETE",
                            pgid="pgtrigger_invitation_never_deleted_89cbf",
                            table="cooperatives_invitation",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "invitation",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cooperatives_invitationevent" ("accepted_at", "accepted_by_id", "cooperative_id", "email", "expires_at", "id", "invited_at", "invited_by_id", "is_example", "language", "mailed_at", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "role", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."accepted_at", NEW."accepted_by_id", NEW."cooperative_id", NEW."email", NEW."expires_at", NEW."id", NEW."invited_at", NEW."invited_by_id", NEW."is_example", NEW."language", NEW."mailed_at", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."programme_id", NEW."role", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;',
                            hash="6794f880c05c98d2fea58295637168fd4b69095a",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e8d87",
                            table="cooperatives_invitation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "invitation",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."accepted_at" IS DISTINCT FROM (NEW."accepted_at") OR OLD."accepted_by_id" IS DISTINCT FROM (NEW."accepted_by_id") OR OLD."cooperative_id" IS DISTINCT FROM (NEW."cooperative_id") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."expires_at" IS DISTINCT FROM (NEW."expires_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."invited_at" IS DISTINCT FROM (NEW."invited_at") OR OLD."invited_by_id" IS DISTINCT FROM (NEW."invited_by_id") OR OLD."is_example" IS DISTINCT FROM (NEW."is_example") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."mailed_at" IS DISTINCT FROM (NEW."mailed_at") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."programme_id" IS DISTINCT FROM (NEW."programme_id") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."withdrawn_at" IS DISTINCT FROM (NEW."withdrawn_at") OR OLD."withdrawn_by_id" IS DISTINCT FROM (NEW."withdrawn_by_id"))',
                            func='INSERT INTO "cooperatives_invitationevent" ("accepted_at", "accepted_by_id", "cooperative_id", "email", "expires_at", "id", "invited_at", "invited_by_id", "is_example", "language", "mailed_at", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "role", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."accepted_at", NEW."accepted_by_id", NEW."cooperative_id", NEW."email", NEW."expires_at", NEW."id", NEW."invited_at", NEW."invited_by_id", NEW."is_example", NEW."language", NEW."mailed_at", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."programme_id", NEW."role", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;',
                            hash="2f61cf9804a605a33d15b1687818ee701fe29b0f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_85647",
                            table="cooperatives_invitation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "invitation",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cooperatives_invitationevent" ("accepted_at", "accepted_by_id", "cooperative_id", "email", "expires_at", "id", "invited_at", "invited_by_id", "is_example", "language", "mailed_at", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "role", "withdrawn_at", "withdrawn_by_id") VALUES (OLD."accepted_at", OLD."accepted_by_id", OLD."cooperative_id", OLD."email", OLD."expires_at", OLD."id", OLD."invited_at", OLD."invited_by_id", OLD."is_example", OLD."language", OLD."mailed_at", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."programme_id", OLD."role", OLD."withdrawn_at", OLD."withdrawn_by_id"); RETURN NULL;',
                            hash="e90f0043a525f2cc3bef55318607a06d2fe5f357",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_0987c",
                            table="cooperatives_invitation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "factevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e6f34a2596b6e21512bcea3c2d7fc913ebdb1f16",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_52d37",
                            table="cooperatives_factevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "fact",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cooperatives_factevent" ("as_of_on", "as_of_precision", "confidence", "cooperative_id", "id", "is_example", "is_preferred", "note", "note_es", "note_pt", "number", "number_to", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "programme_id", "qualifier", "source", "text", "text_es", "text_pt", "topic", "unit") VALUES (NEW."as_of_on", NEW."as_of_precision", NEW."confidence", NEW."cooperative_id", NEW."id", NEW."is_example", NEW."is_preferred", NEW."note", NEW."note_es", NEW."note_pt", NEW."number", NEW."number_to", NEW."partner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."programme_id", NEW."qualifier", NEW."source", NEW."text", NEW."text_es", NEW."text_pt", NEW."topic", NEW."unit"); RETURN NULL;',
                            hash="64a16bb0c8c50e7e8cfafd40bae59378f06d63f3",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8ff7a",
                            table="cooperatives_fact",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "fact",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cooperatives_factevent" ("as_of_on", "as_of_precision", "confidence", "cooperative_id", "id", "is_example", "is_preferred", "note", "note_es", "note_pt", "number", "number_to", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "programme_id", "qualifier", "source", "text", "text_es", "text_pt", "topic", "unit") VALUES (NEW."as_of_on", NEW."as_of_precision", NEW."confidence", NEW."cooperative_id", NEW."id", NEW."is_example", NEW."is_preferred", NEW."note", NEW."note_es", NEW."note_pt", NEW."number", NEW."number_to", NEW."partner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."programme_id", NEW."qualifier", NEW."source", NEW."text", NEW."text_es", NEW."text_pt", NEW."topic", NEW."unit"); RETURN NULL;',
                            hash="c94082e08acf174712701bc523e0f0f21330910f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_da640",
                            table="cooperatives_fact",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "fact",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cooperatives_factevent" ("as_of_on", "as_of_precision", "confidence", "cooperative_id", "id", "is_example", "is_preferred", "note", "note_es", "note_pt", "number", "number_to", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "programme_id", "qualifier", "source", "text", "text_es", "text_pt", "topic", "unit") VALUES (OLD."as_of_on", OLD."as_of_precision", OLD."confidence", OLD."cooperative_id", OLD."id", OLD."is_example", OLD."is_preferred", OLD."note", OLD."note_es", OLD."note_pt", OLD."number", OLD."number_to", OLD."partner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."programme_id", OLD."qualifier", OLD."source", OLD."text", OLD."text_es", OLD."text_pt", OLD."topic", OLD."unit"); RETURN NULL;',
                            hash="d1034703ffd5a9cdb354005e70b10f7b8ca5e579",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_244eb",
                            table="cooperatives_fact",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "enrolmentevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="87c298dc1e5dbec29ab2307a8c2020ea8f2b19aa",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_dbf44",
                            table="cooperatives_enrolmentevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "enrolment",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cooperatives_enrolmentevent" ("cooperative_id", "id", "is_example", "joined_on", "joined_precision", "kind", "left_on", "left_precision", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "source") VALUES (NEW."cooperative_id", NEW."id", NEW."is_example", NEW."joined_on", NEW."joined_precision", NEW."kind", NEW."left_on", NEW."left_precision", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."programme_id", NEW."source"); RETURN NULL;',
                            hash="29adadc5e6f68a8668e7780eccfd90b9e1dc67a6",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d1e99",
                            table="cooperatives_enrolment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "enrolment",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cooperatives_enrolmentevent" ("cooperative_id", "id", "is_example", "joined_on", "joined_precision", "kind", "left_on", "left_precision", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "source") VALUES (NEW."cooperative_id", NEW."id", NEW."is_example", NEW."joined_on", NEW."joined_precision", NEW."kind", NEW."left_on", NEW."left_precision", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."programme_id", NEW."source"); RETURN NULL;',
                            hash="ce645c098af6f2c2047124e8cc7c80ac0569db13",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_aea9b",
                            table="cooperatives_enrolment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "enrolment",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cooperatives_enrolmentevent" ("cooperative_id", "id", "is_example", "joined_on", "joined_precision", "kind", "left_on", "left_precision", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "source") VALUES (OLD."cooperative_id", OLD."id", OLD."is_example", OLD."joined_on", OLD."joined_precision", OLD."kind", OLD."left_on", OLD."left_precision", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."programme_id", OLD."source"); RETURN NULL;',
                            hash="edc6f5fb9fad3704cd9d0d78d6a03eeff1b77d8b",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_07044",
                            table="cooperatives_enrolment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "dataread",
                    pgtrigger.compiler.Trigger(
                        name="data_read_never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (true) THEN RAISE EXCEPTION 'data_read_never_deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'data_read_never_deleted'; END IF; RETURN OLD;",
                            hash="a458e638fb1392d1ff6e5f45f8886e4cd0d4a513",
                            operation="DELETE",
                            pgid="pgtrigger_data_read_never_deleted_163a1",
                            table="cooperatives_dataread",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "dataread",
                    pgtrigger.compiler.Trigger(
                        name="data_read_fixed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF (OLD.rows IS NOT NULL OR (NEW.id, NEW.read_at, NEW.read_by_id, NEW.view, NEW.form, NEW.cooperative_id, NEW.programme_id, NEW.filters, NEW.is_example) IS DISTINCT FROM (OLD.id, OLD.read_at, OLD.read_by_id, OLD.view, OLD.form, OLD.cooperative_id, OLD.programme_id, OLD.filters, OLD.is_example)) THEN RAISE EXCEPTION 'data_read_fixed' USING ERRCODE = 'check_violation', CONSTRAINT = 'data_read_fixed'; END IF; RETURN NEW;",
                            hash="093317df7c0abbede3a25bdb65e44469c4bb6fc7",
                            operation="UPDATE",
                            pgid="pgtrigger_data_read_fixed_fd816",
                            table="cooperatives_dataread",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "programmeassignment",
                    pgtrigger.compiler.Trigger(
                        name="programme_assignment_ends_sessions",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (NEW."ended_at" IS NOT NULL AND OLD."ended_at" IS NULL)',
                            func="UPDATE cooperatives_user SET sessions_ended = sessions_ended + 1 WHERE id = NEW.user_id; RETURN NULL;",
                            hash="97d358f2ca71c32210c6d43773db9ef5d0b7b3f1",
                            operation='UPDATE OF "ended_at"',
                            pgid="pgtrigger_programme_assignment_ends_sessions_3130d",
                            table="cooperatives_programmeassignment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "programmeassignment",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cooperatives_programmeassignmentevent" ("ended_at", "ended_by_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "role", "user_id") VALUES (NEW."ended_at", NEW."ended_by_id", NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."programme_id", NEW."role", NEW."user_id"); RETURN NULL;',
                            hash="42e7ec4c29592869def1f9fcd3da4277ff9c1bfc",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6ff50",
                            table="cooperatives_programmeassignment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "programmeassignment",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cooperatives_programmeassignmentevent" ("ended_at", "ended_by_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "role", "user_id") VALUES (NEW."ended_at", NEW."ended_by_id", NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."programme_id", NEW."role", NEW."user_id"); RETURN NULL;',
                            hash="6289d6e757fe3581e38c09c9d67e924dd6c5326c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_59507",
                            table="cooperatives_programmeassignment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "programmeassignment",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cooperatives_programmeassignmentevent" ("ended_at", "ended_by_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "role", "user_id") VALUES (OLD."ended_at", OLD."ended_by_id", OLD."id", OLD."is_example", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."programme_id", OLD."role", OLD."user_id"); RETURN NULL;',
                            hash="2ba2dd4fa35db153619c69b7d5ce2d588544e02e",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_95a6e",
                            table="cooperatives_programmeassignment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "programmeassignmentevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="5586fe11d82f469d4575bb2234fd46db960540aa",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_165ef",
                            table="cooperatives_programmeassignmentevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "programmeevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ad720b743a197c16943b851316ee4affa7a2047b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c03e4",
                            table="cooperatives_programmeevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "schemeevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="74a87075164d390049278fc2a412cf66016defe9",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b628a",
                            table="cooperatives_schemeevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "staffassignment",
                    pgtrigger.compiler.Trigger(
                        name="staff_assignment_ends_sessions",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (NEW."ended_at" IS NOT NULL AND OLD."ended_at" IS NULL)',
                            func="UPDATE cooperatives_user SET sessions_ended = sessions_ended + 1 WHERE id = NEW.user_id; RETURN NULL;",
                            hash="73fc74ec96a2171d65ff9d39bdc349f7d7dc0dc2",
                            operation='UPDATE OF "ended_at"',
                            pgid="pgtrigger_staff_assignment_ends_sessions_4455c",
                            table="cooperatives_staffassignment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "staffassignment",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cooperatives_staffassignmentevent" ("cooperative_id", "ended_at", "ended_by_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "started_on", "user_id") VALUES (NEW."cooperative_id", NEW."ended_at", NEW."ended_by_id", NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."role", NEW."started_on", NEW."user_id"); RETURN NULL;',
                            hash="df3b3e5f66a8d6f72b378126edcc35c11a646459",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0ec49",
                            table="cooperatives_staffassignment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "staffassignment",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cooperatives_staffassignmentevent" ("cooperative_id", "ended_at", "ended_by_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "started_on", "user_id") VALUES (NEW."cooperative_id", NEW."ended_at", NEW."ended_by_id", NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."role", NEW."started_on", NEW."user_id"); RETURN NULL;',
                            hash="b1e974ff1c302bb5ca7a98b79df975bb4a1ebb9d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_19999",
                            table="cooperatives_staffassignment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "staffassignment",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cooperatives_staffassignmentevent" ("cooperative_id", "ended_at", "ended_by_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "started_on", "user_id") VALUES (OLD."cooperative_id", OLD."ended_at", OLD."ended_by_id", OLD."id", OLD."is_example", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."role", OLD."started_on", OLD."user_id"); RETURN NULL;',
                            hash="bbb3ff35c038c1a3b81cef3afe7b1cdbf3a9d624",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b5ea3",
                            table="cooperatives_staffassignment",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "staffassignmentevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="96233af64975996d14da027a5b1949a8325ba11f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_ccefb",
                            table="cooperatives_staffassignmentevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "userevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="5e985a52547bc2890863ee6cb81a265a0694d43b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a0a44",
                            table="cooperatives_userevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "visitevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="9c2f245d4916ba0a042310ef079551bf59e2bbc1",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_4b377",
                            table="cooperatives_visitevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "visitvisitor",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cooperatives_visitvisitorevent" ("id", "is_example", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "visit_id") VALUES (NEW."id", NEW."is_example", NEW."partner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."visit_id"); RETURN NULL;',
                            hash="fefe653059ad8d0502d3ea72c8cf23c4467a59a1",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e1d9b",
                            table="cooperatives_visitvisitor",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "visitvisitor",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cooperatives_visitvisitorevent" ("id", "is_example", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "visit_id") VALUES (NEW."id", NEW."is_example", NEW."partner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."visit_id"); RETURN NULL;',
                            hash="517c9b6e773b2c6caa83f3235ba893b010f66ee4",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b9272",
                            table="cooperatives_visitvisitor",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "visitvisitor",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cooperatives_visitvisitorevent" ("id", "is_example", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "visit_id") VALUES (OLD."id", OLD."is_example", OLD."partner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."visit_id"); RETURN NULL;',
                            hash="06cddab72bf02e87b0fd59a5f704f3a6bbbbd468",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_eff51",
                            table="cooperatives_visitvisitor",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "visit",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cooperatives_visitevent" ("cooperative_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "purpose", "purpose_es", "purpose_pt", "source", "visited_on", "visited_precision") VALUES (NEW."cooperative_id", NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."programme_id", NEW."purpose", NEW."purpose_es", NEW."purpose_pt", NEW."source", NEW."visited_on", NEW."visited_precision"); RETURN NULL;',
                            hash="328734bfa868f641d3ace8086f53b2b179d6a7a2",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_42e78",
                            table="cooperatives_visit",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "visit",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cooperatives_visitevent" ("cooperative_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "purpose", "purpose_es", "purpose_pt", "source", "visited_on", "visited_precision") VALUES (NEW."cooperative_id", NEW."id", NEW."is_example", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."programme_id", NEW."purpose", NEW."purpose_es", NEW."purpose_pt", NEW."source", NEW."visited_on", NEW."visited_precision"); RETURN NULL;',
                            hash="9c27c1f8031465a240ba41529e766c77cb0dcc45",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2a988",
                            table="cooperatives_visit",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "visit",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cooperatives_visitevent" ("cooperative_id", "id", "is_example", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id", "purpose", "purpose_es", "purpose_pt", "source", "visited_on", "visited_precision") VALUES (OLD."cooperative_id", OLD."id", OLD."is_example", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."programme_id", OLD."purpose", OLD."purpose_es", OLD."purpose_pt", OLD."source", OLD."visited_on", OLD."visited_precision"); RETURN NULL;',
                            hash="ab1015586eb8746e977856284ed540fcc42da48b",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_595aa",
                            table="cooperatives_visit",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "visitvisitorevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ac6135adea7c31f87cf0bd6a7e7cea332346d29a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_4c35d",
                            table="cooperatives_visitvisitorevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
