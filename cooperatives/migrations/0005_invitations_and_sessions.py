import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cooperatives", "0004_found_by_words"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                ("mailed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="mailed at")),
                ("expires_at", models.DateTimeField(editable=False, verbose_name="link works until")),
                (
                    "accepted_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="accepted at"),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="withdrawn at"),
                ),
            ],
            options={
                "verbose_name": "invitation",
                "verbose_name_plural": "invitations",
                "ordering": ("-invited_at", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="InvitationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
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
                ("mailed_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="mailed at")),
                ("expires_at", models.DateTimeField(editable=False, verbose_name="link works until")),
                (
                    "accepted_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="accepted at"),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="withdrawn at"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="user",
            name="sessions_ended",
            field=models.PositiveIntegerField(
                db_default=0, default=0, editable=False, verbose_name="times all sessions were ended"
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="accepted_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="accepted_invitations",
                to=settings.AUTH_USER_MODEL,
                verbose_name="accepted by",
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="cooperative",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="invitations",
                to="cooperatives.cooperative",
                verbose_name="co-op",
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="invited_by",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="invited by",
            ),
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
        migrations.AddField(
            model_name="invitation",
            name="withdrawn_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="withdrawn by",
            ),
        ),
        migrations.AddField(
            model_name="invitationevent",
            name="accepted_by",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="invitationevent",
            name="cooperative",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="invitationevent",
            name="invited_by",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="invited by",
            ),
        ),
        migrations.AddField(
            model_name="invitationevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="invitationevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="cooperatives.invitation",
            ),
        ),
        migrations.AddField(
            model_name="invitationevent",
            name="programme",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="invitationevent",
            name="withdrawn_by",
            field=models.ForeignKey(
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
                    ("accepted_at__isnull", True), ("cooperative__isnull", False), ("withdrawn_at__isnull", True)
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
        pgtrigger.migrations.AddTrigger(
            model_name="programmeassignment",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="staffassignment",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
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
        pgtrigger.migrations.AddTrigger(
            model_name="invitationevent",
            trigger=pgtrigger.compiler.Trigger(
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
    ]
