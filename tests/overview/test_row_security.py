"""The second wall, tried around Python: under the database role, with the triggers out of the way."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pgtrigger
import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import DatabaseError, connection, models, transaction

from config import row_security
from config.errors import broken_rule
from cooperatives.models import Member, User
from cooperatives.scope import behind_the_wall, is_held
from overview import row_security as page
from premiums.actions.log_expense import log_expense
from premiums.models import Activity, Expense, Fund
from tests import factories
from tests.world import STAFF, World, build_world
from trainings.models import Attendance, Training, TrainingSession

pytestmark = pytest.mark.django_db

# Tables with a foreign key to a co-op, but for those that are hidden whole.
OWNED = [
    model
    for model in apps.get_models()
    if any(field.name == "cooperative" and field.is_relation for field in model._meta.fields)
    and model._meta.label not in page.HIDDEN
]
# Owned tables in which the world keeps no row of the neighbour: nothing to see in them.
WITHOUT_NEIGHBOUR = {"cooperatives.DataRead", "cooperatives.Visit", "cooperatives.VisitEvent"}


@pytest.fixture
def world() -> World:
    return build_world()


def count(model: type[models.Model], condition: str = "true") -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {model._meta.db_table} WHERE {condition}")
        return int(cursor.fetchone()[0])


def refusal(statement: str, parameters: Any = None) -> str:
    """How the database answers: its sentence, or how many rows the statement wrote, which is then taken back."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, parameters)
            written = f"{cursor.rowcount} written"
            transaction.set_rollback(True)
    except DatabaseError as error:
        return str(error)
    return written


# The page of tables -------------------------------------------------------------------------------------------------


def test_every_table_has_its_place() -> None:
    assert page.tables()
    labels = {model._meta.label for model in apps.get_models(include_auto_created=True)}
    assert page.READ_ONLY | page.REMOVED | page.SHARED | page.HIDDEN | set(page.SPECIAL) <= labels


def test_a_table_nobody_thought_of_is_refused() -> None:
    class Thought(models.Model):  # noqa: DJ008 never made
        class Meta:
            app_label = "nowhere"
            managed = False

    with pytest.raises(page.Unclassified, match=r"nowhere\.Thought"):
        page.access_to(Thought)


def test_the_database_keeps_the_page() -> None:
    assert page.faults() == []
    assert page.build() == 0


def test_every_cooperative_owned_table_has_its_policy() -> None:
    """Asked of the catalog, not of the page: a table forgotten there would be missing here."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid WHERE c.relrowsecurity"
            " AND p.polcmd = 'r' AND pg_get_expr(p.polqual, p.polrelid) LIKE '%cooperative_id = ANY%cooperatives%'"
        )
        walled = {name for (name,) in cursor.fetchall()}
    assert {model._meta.db_table for model in OWNED} <= walled
    assert len(OWNED) > 60


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("ALTER TABLE premiums_expense DISABLE ROW LEVEL SECURITY", "policies of premiums_expense"),
        ("DROP POLICY row_security_select ON premiums_sale", "policies of premiums_sale"),
        ("CREATE POLICY open ON premiums_sale USING (true)", "policies of premiums_sale"),
        ("GRANT SELECT ON django_session TO {role}", "on django_session"),
        ("GRANT UPDATE (is_superuser) ON cooperatives_user TO {role}", "on cooperatives_user"),
        ("REVOKE INSERT ON premiums_expense FROM {role}", "on premiums_expense"),
    ],
)
def test_damage_to_the_wall_is_told_and_mended(damage: str, told: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(damage.format(role=connection.ops.quote_name(row_security.role_name())))
    assert [fault for fault in page.faults() if told in fault]
    page.build()
    assert page.faults() == []


def test_a_trigger_that_sees_only_the_persons_rows_is_told_and_mended() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT proname FROM pg_proc WHERE proname LIKE 'pgtrigger_expense_same_cooperative%' LIMIT 1")
        name = cursor.fetchone()[0]
        cursor.execute(f"ALTER FUNCTION {name}() SECURITY INVOKER")
    assert [fault for fault in page.faults() if name in fault]
    assert page.build() == 1
    assert page.faults() == []


def test_a_role_that_could_do_more_is_told() -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER ROLE {connection.ops.quote_name(row_security.role_name())} LOGIN")
    assert [fault for fault in page.faults() if "may not log in" in fault]


# What is seen ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", STAFF)
def test_staff_see_all_rows_of_their_cooperative_and_none_of_another(world: World, role: str) -> None:
    own, foreign = world.own.cooperative.pk, world.foreign.cooperative.pk
    there = {model: count(model, f"cooperative_id = {own}") for model in OWNED}
    neighbours = {model for model in OWNED if count(model, f"cooperative_id = {foreign}")}
    assert {model._meta.label for model in set(OWNED) - neighbours} == WITHOUT_NEIGHBOUR
    with behind_the_wall(world.own.people[role]):
        seen = {model: count(model, f"cooperative_id = {own}") for model in OWNED}
        leaks = [model._meta.label for model in OWNED if count(model, f"cooperative_id <> {own}")]
    assert leaks == []
    assert seen == there


def test_staff_see_their_cooperative_alone(world: World) -> None:
    with behind_the_wall(world.own.people["treasurer"]), connection.cursor() as cursor:
        cursor.execute("SELECT slug FROM cooperatives_cooperative")
        assert cursor.fetchall() == [("triunfo",)]


def test_staff_of_two_cooperatives_see_both(world: World) -> None:
    person = world.own.people["treasurer"]
    factories.StaffAssignmentFactory.create(user=person, cooperative=world.foreign.cooperative, role="oversight")
    with behind_the_wall(person):
        assert Expense.objects.values("cooperative").distinct().count() == 2


def test_a_person_without_a_role_sees_no_row_of_any_cooperative(world: World) -> None:
    person = world.people["no role"]
    assert person is not None
    with behind_the_wall(person):
        assert [model._meta.label for model in OWNED if count(model, "cooperative_id IS NOT NULL")] == []


def test_an_ended_assignment_shows_nothing_any_more(world: World) -> None:
    person = world.own.people["treasurer"]
    person.staff_assignments.update(
        ended_at=dt.datetime(2014, 1, 1, tzinfo=dt.UTC), ended_by=world.own.people["manager"]
    )
    with behind_the_wall(person):
        assert not Expense.objects.exists()


def test_the_role_alone_sees_nothing(world: World) -> None:
    """Without the settings of a person, the role meets no row."""
    with row_security.under_role({}):
        assert [model._meta.label for model in OWNED if count(model, "cooperative_id IS NOT NULL")] == []


def test_a_training_exists_for_those_invited(world: World) -> None:
    own, shared = world.own.rows["training"], world.shared["training"]
    with behind_the_wall(world.own.people["treasurer"]):
        assert set(Training.objects.values_list("pk", flat=True)) == {own, shared}
        assert set(TrainingSession.objects.values_list("training", flat=True)) == {own, shared}
        assert not Attendance.objects.filter(session=world.shared["day"]).exists()
    with behind_the_wall(world.foreign.people["treasurer"]):
        assert Attendance.objects.filter(session=world.shared["day"]).count() == 1


def test_people_of_another_cooperative_are_no_business_of_ours(world: World) -> None:
    former = factories.staff_of(world.foreign.cooperative, "treasurer", name="Once an administrator", is_staff=True)
    User.objects.filter(pk=former.pk).update(is_superuser=True)
    User.objects.filter(pk=former.pk).update(is_superuser=False)
    colleague = factories.staff_of(world.own.cooperative, "manager")
    with behind_the_wall(world.own.people["treasurer"]):
        seen = set(User.objects.values_list("pk", flat=True))
    for role in STAFF:
        assert world.own.people[role].pk in seen
        assert world.foreign.people[role].pk not in seen
    assert {former.pk, colleague.pk, world.foreign.people["manager"].pk} <= seen


@pytest.mark.parametrize("table", [name for name, access in page.tables().items() if access is None])
def test_hidden_tables_are_out_of_reach(world: World, table: str) -> None:
    with behind_the_wall(world.own.people["treasurer"]):
        assert f"permission denied for table {table}" in refusal(f"SELECT 1 FROM {table}")


def test_the_wall_holds_those_of_cooperatives_and_nobody_else(world: World) -> None:
    held = {role for role, person in world.people.items() if person and is_held(person)}
    assert held == {*STAFF, "no role"}
    with pytest.raises(ValueError, match="only people tied to co-ops"):
        behind_the_wall(world.own.people["manager"])


# What is written ------------------------------------------------------------------------------------------------------


def written(model: type[models.Model]) -> list[str]:
    """The columns of a table that an INSERT names, without the key and what the database makes."""
    fields = [f for f in model._meta.concrete_fields if not f.primary_key and not f.generated]
    return [connection.ops.quote_name(str(f.column)) for f in fields]


def as_if_of(model: type[models.Model], cooperative: int, condition: str) -> str:
    """A copy of one's own rows that says it belongs to another co-op."""
    columns = written(model)
    values = [str(cooperative) if column == '"cooperative_id"' else column for column in columns]
    key = model._meta.pk
    if not isinstance(key, models.AutoField):
        columns, values = ['"id"', *columns], ["gen_random_uuid()", *values]
    table = model._meta.db_table
    return (
        f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(values)} FROM {table} WHERE {condition} LIMIT 1"
    )


def test_nothing_of_the_neighbour_is_changed_moved_or_added(world: World) -> None:
    """On every owned table with every trigger asleep, so that nothing but the wall says no."""
    own, foreign = world.own.cooperative.pk, world.foreign.cooperative.pk
    passed = []
    with pgtrigger.ignore(), behind_the_wall(world.own.people["treasurer"]):
        for model in OWNED:
            table, access = model._meta.db_table, page.tables()[model._meta.db_table]
            key = "pgh_id" if hasattr(model, "pgh_tracked_model") else "id"
            attempts = {
                "change": f"UPDATE {table} SET {key} = {key} WHERE cooperative_id = {foreign}",
                "move": f"UPDATE {table} SET cooperative_id = {foreign} WHERE cooperative_id = {own}",
                "free": f"UPDATE {table} SET cooperative_id = NULL WHERE cooperative_id = {own}",
                "remove": f"DELETE FROM {table} WHERE cooperative_id = {foreign}",
                "add": as_if_of(model, foreign, f"cooperative_id = {own}"),
                "lock": f"SELECT 1 FROM {table} WHERE cooperative_id = {foreign} FOR UPDATE",
            }
            for attempt, statement in attempts.items():
                answer = refusal(statement)
                walled = ("permission denied", "row-level security", "0 written")
                if not any(text in answer for text in walled):
                    passed.append((model._meta.label, attempt, answer))
            assert access is not None
    assert passed == []


def test_the_same_statements_pass_where_no_wall_stands(world: World) -> None:
    """So that the test above can fail: the owner changes and adds what it likes."""
    own, foreign = world.own.cooperative.pk, world.foreign.cooperative.pk
    with pgtrigger.ignore():
        assert refusal(f"UPDATE premiums_expense SET id = id WHERE cooperative_id = {foreign}") == "2 written"
        assert refusal(f"UPDATE premiums_expense SET cooperative_id = {foreign} WHERE cooperative_id = {own}") == (
            "2 written"
        )
        assert refusal(as_if_of(Member, foreign, f"cooperative_id = {own}")) == "1 written"


def test_a_reference_to_a_row_out_of_sight_still_breaks_the_rule(world: World) -> None:
    """Triggers see every row: a rule that looks at another row doesn't pass because the wall hides it."""
    expense, theirs = world.own.rows["expense"], world.foreign.rows["activity"]
    with behind_the_wall(world.own.people["treasurer"]):
        assert not Activity.objects.filter(pk=theirs).exists()
        with pytest.raises(DatabaseError) as refused, transaction.atomic():
            Expense.objects.filter(pk=expense).update(activity_id=theirs)
    assert broken_rule(refused.value) == "expense_same_cooperative"


def test_totals_and_history_are_kept_behind_the_wall(world: World) -> None:
    person = world.own.people["treasurer"]
    fund = Fund.objects.get(cooperative=world.own.cooperative)
    with behind_the_wall(person):
        expense, _is_new = log_expense(
            activity=Activity.objects.get(pk=world.own.rows["activity"]),
            amount=Decimal(10),
            spent_on=dt.date(2013, 7, 1),
            payee="Ferretería",
            purpose="Clavos",
            form_key=factories.ExpenseFactory.build(activity=None, logged_by=None, cooperative=None).form_key,
            by=person,
        )
    before = fund.spent
    fund.refresh_from_db()
    assert fund.spent == before + 10
    events = Expense.pgh_event_model.objects.filter(pgh_obj_id=expense.pk)  # type: ignore[attr-defined]
    assert [event.pgh_label for event in events] == ["insert"]


@pytest.mark.parametrize(
    "statement", ["INSERT INTO {0} SELECT * FROM {0}", "UPDATE {0} SET pgh_label = ''", "DELETE FROM {0}"]
)
def test_history_is_only_read(world: World, statement: str) -> None:
    events = [model for model in apps.get_models() if hasattr(model, "pgh_tracked_model")]
    with pgtrigger.ignore(), behind_the_wall(world.own.people["treasurer"]):
        for model in events:
            assert "permission denied" in refusal(statement.format(model._meta.db_table)), model


@pytest.mark.parametrize(
    ("statement", "answer"),
    [
        ("UPDATE cooperatives_user SET language = 'es-mx' WHERE id = {me}", "1 written"),
        ("UPDATE cooperatives_user SET language = 'es-mx' WHERE id = {colleague}", "0 written"),
        ("UPDATE cooperatives_user SET is_superuser = true, is_staff = true WHERE id = {me}", "permission denied"),
        ("UPDATE cooperatives_user SET password = 'x' WHERE id = {me}", "permission denied"),
        (
            "INSERT INTO cooperatives_staffassignment (user_id, cooperative_id, role, is_example)"
            " VALUES ({me}, {coop}, 'oversight', false)",
            "permission denied",
        ),
        ("UPDATE cooperatives_staffassignment SET role = 'oversight' WHERE user_id = {me}", "permission denied"),
        (
            "INSERT INTO cooperatives_programmeassignment (user_id, programme_id, role, is_example)"
            " VALUES ({me}, {programme}, 'manager', false)",
            "permission denied",
        ),
        ("UPDATE cooperatives_cooperative SET name = 'x' WHERE id = {coop}", "permission denied"),
        ("UPDATE premiums_rate SET premium = 9", "permission denied"),
    ],
)
def test_nobody_widens_their_own_rights(world: World, statement: str, answer: str) -> None:
    me = world.own.people["treasurer"]
    keys = {
        "me": me.pk,
        "colleague": world.own.people["oversight"].pk,
        "coop": world.own.cooperative.pk,
        "programme": world.own.programme.pk,
    }
    with behind_the_wall(me):
        assert answer in refusal(statement.format(**keys))


# The role comes and goes ----------------------------------------------------------------------------------------------


def test_the_role_ends_with_the_block_also_when_it_fails(world: World) -> None:
    person = world.own.people["treasurer"]
    before = Expense.objects.count()
    with behind_the_wall(person):
        assert Expense.objects.count() < before
    assert Expense.objects.count() == before
    with pytest.raises(KeyError), transaction.atomic(), behind_the_wall(person):
        raise KeyError
    assert Expense.objects.count() == before
    assert Session.objects.exists()
