"""The history: who changed what, on every record, for those who may see it; and nobody changes the history."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pghistory
import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from pytest_django.asserts import assertContains, assertNotContains

from config.errors import broken_rule, explain
from cooperatives.models import ChangeContext, Cooperative, DataRead, Member, Programme, User
from cooperatives.scope import behind_the_wall
from overview.reports.changes import Choice, Place, every, kinds, kinds_with, newest
from premiums.models import Activity, Expense
from tests import factories

pytestmark = pytest.mark.django_db

LIST = "overview:history_list"


def change_as(person: User, row: Any, url: str, **values: Any) -> None:
    """Change a row as somebody who is signed in does it on that page."""
    with transaction.atomic(), pghistory.context(user=person.pk, url=url):
        type(row)._base_manager.filter(pk=row.pk).update(**values)


@pytest.fixture
def expense(activity: Activity, treasurer: User) -> Expense:
    expense = factories.ExpenseFactory.create(activity=activity, amount=Decimal(10), payee="Ferretería López")
    change_as(treasurer, expense, "/cooperatives/triunfo/spending/1/correct/", purpose="Clavos y láminas")
    return expense


def of_coop(cooperative: Cooperative) -> str:
    return reverse("overview:cooperative_history", args=[cooperative.slug])


# Reading it -----------------------------------------------------------------------------------------------------------


def test_newest_tells_who_what_where_and_from_what_to_what(expense: Expense, treasurer: User) -> None:
    change = newest(Choice(kinds=("premiums.expense",)), limit=1)[0]
    assert (change.by, change.what, change.cooperative) == ("Tomasa Tesorera", "changed", str(expense.cooperative))
    assert change.page == "/cooperatives/triunfo/spending/1/correct/"
    assert [(one.label, one.after) for one in change.changes] == [("what for", "Clavos y láminas")]
    assert change.called == "Ferretería López"


def test_newest_filters_by_person_page_day_co_op_and_record(
    expense: Expense, treasurer: User, manager: User, other_cooperative: Cooperative
) -> None:
    def count(**choice: Any) -> int:
        return len(newest(Choice(**choice), limit=200))

    now = timezone.now()
    assert count(kinds=("premiums.expense",), people=(treasurer.pk,)) == 1
    assert count(people=(manager.pk,)) == count(people=()) == 0
    assert count(kinds=("premiums.expense",), page="/cooperatives/triunfo/spending/") == 1
    assert count(page="/cooperatives/triunfo/spending/%") == count(page="/Cooperatives") == 0
    assert count(kinds=("premiums.expense",), record=str(expense.pk)) == 2
    assert count(kinds=("premiums.expense",), cooperative=other_cooperative.pk) == 0
    assert count(kinds=("premiums.expense",), since=now - dt.timedelta(days=1), until=now + dt.timedelta(days=1)) == 2
    assert count(kinds=("premiums.expense",), since=now + dt.timedelta(days=1)) == 0


def test_every_page_goes_on_where_the_last_one_ended(expense: Expense) -> None:
    everything = [str(one.place) for one in every(Choice())]
    assert len(everything) == len(set(everything)) > 10
    paged: list[str] = []
    before = None
    while found := newest(Choice(), before=before, limit=3):
        paged += [str(one.place) for one in found]
        before = Place.read(paged[-1])
        assert before
    assert paged == everything


@pytest.mark.parametrize("text", ["", "x", "2020-01-01~premiums.expense~1", "2020-01-01T00:00:00+00:00~no.kind~1"])
def test_a_place_made_up_is_the_beginning(text: str) -> None:
    assert Place.read(text) is None


def test_every_kind_is_found_quickly_by_time() -> None:
    tables = {model.pgh_event_model._meta.db_table for model in kinds().values()}  # type: ignore[attr-defined]
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename, indexdef FROM pg_indexes WHERE indexdef LIKE '%(pgh_created_at)%'")
        assert tables <= {table for table, _definition in cursor.fetchall()}
        cursor.execute("SELECT indexname FROM pg_indexes WHERE tablename = 'pghistory_context'")
        assert {"pghistory_context_by_user", "pghistory_context_by_page"} <= {name for (name,) in cursor.fetchall()}


def test_a_page_reads_a_few_rows_of_many(expense: Expense) -> None:
    with connection.cursor() as cursor:
        columns = "pgh_created_at, pgh_label, pgh_obj_id, " + ", ".join(
            column.column
            for column in Expense.pgh_event_model._meta.fields  # type: ignore[attr-defined]
            if not column.name.startswith("pgh_")
        )
        source = columns.replace("pgh_created_at", "pgh_created_at - number * interval '1 minute'")
        cursor.execute(
            f"INSERT INTO premiums_expenseevent ({columns}) SELECT {source} FROM premiums_expenseevent, "
            "generate_series(1, 20000) number WHERE pgh_label = 'insert'"
        )
        cursor.execute("ANALYZE premiums_expenseevent")
        cursor.execute(
            "EXPLAIN (ANALYZE, FORMAT JSON) SELECT pgh_id FROM premiums_expenseevent e "
            "ORDER BY e.pgh_created_at DESC, e.pgh_id DESC LIMIT 51"
        )
        assert "Seq Scan" not in str(cursor.fetchone()[0])
    assert len(newest(Choice(kinds=("premiums.expense",)), limit=51)) == 51


# The pages ------------------------------------------------------------------------------------------------------------


@pytest.mark.as_person("admin")
def test_history_list_shows_filters_and_pages(signed_in: Client, expense: Expense, cooperative: Cooperative) -> None:
    page = signed_in.get(reverse(LIST))
    assertContains(page, "Ferretería López")
    assertContains(page, "Clavos y láminas")
    found = signed_in.get(reverse(LIST), {"person": "tomasa", "cooperative": "triunfo", "kind": "premiums.expense"})
    assert len(found.context["changes"]) == 1
    assertContains(signed_in.get(reverse(LIST), {"person": "nobody"}), "Nothing fits these filters")
    wrong = signed_in.get(reverse(LIST), {"since": "yesterday"})
    assertContains(wrong, "Enter a valid date", status_code=422)


@pytest.mark.as_person("admin")
def test_history_list_is_handed_out_as_a_file(signed_in: Client, expense: Expense) -> None:
    asked = {"kind": "premiums.expense", "person": "tomasa"}
    text = b"".join(signed_in.get(reverse(LIST), asked | {"format": "csv"})).decode()
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(row["person"], row["field"], row["after"]) for row in rows] == [
        ("Tomasa Tesorera", "what for", "Clavos y láminas")
    ]
    book = load_workbook(io.BytesIO(b"".join(signed_in.get(reverse(LIST), asked | {"format": "xlsx"}))))
    assert book.active.max_row == 2
    noted = DataRead.objects.filter(view=LIST)
    assert [(one.form, one.rows, one.filters) for one in noted] == [("xlsx", 1, asked), ("csv", 1, asked)]


@pytest.mark.parametrize("person", ["treasurer", "manager", "oversight"])
@pytest.mark.parametrize("route", [LIST, "overview:read_list"])
def test_history_list_and_read_list_are_for_administrators(
    client: Client, request: pytest.FixtureRequest, person: str, route: str
) -> None:
    client.force_login(request.getfixturevalue(person))
    assert client.get(reverse(route)).status_code == 403
    assert client.post(reverse(route)).status_code == 405


@pytest.mark.as_person("treasurer")
def test_cooperative_history_shows_one_record_with_names(
    signed_in: Client, expense: Expense, cooperative: Cooperative
) -> None:
    page = signed_in.get(of_coop(cooperative), {"kind": "premiums.expense", "record": expense.pk})
    assertContains(page, "Tomasa Tesorera")
    assertContains(page, expense.activity.title)
    assert {one.record for one in page.context["changes"]} == {str(expense.pk)}


@pytest.mark.parametrize("name", ["expense_detail", "assembly_detail"])
def test_records_lead_to_their_history(client: Client, expense: Expense, treasurer: User, name: str) -> None:
    client.force_login(treasurer)
    row: Any = (
        expense if name == "expense_detail" else factories.AssemblyFactory.create(cooperative=expense.cooperative)
    )
    page = client.get(reverse(f"premiums:{name}", args=[expense.cooperative.slug, row.pk]))
    assertContains(page, f"{of_coop(expense.cooperative)}?kind={row._meta.label_lower}&amp;record={row.pk}")


def test_cooperative_history_of_another_cooperative_is_not_found(
    client: Client, cooperative: Cooperative, outsider: User
) -> None:
    client.force_login(outsider)
    assert client.get(of_coop(cooperative)).status_code == 404


def test_cooperative_history_is_only_read(client: Client, cooperative: Cooperative, treasurer: User) -> None:
    client.force_login(treasurer)
    assert client.post(of_coop(cooperative)).status_code == 405


@pytest.mark.parametrize("person", ["funder", "trainer"])
def test_cooperative_history_tells_of_money_and_is_closed_to_those_who_do_not_see_it(
    client: Client, request: pytest.FixtureRequest, expense: Expense, cooperative: Cooperative, person: str
) -> None:
    client.force_login(request.getfixturevalue(person))
    for asked in ({}, {"kind": "premiums.expense", "record": expense.pk}, {"format": "csv"}):
        assert client.get(of_coop(cooperative), asked).status_code == 403
    assertNotContains(client.get(reverse("overview:dossier", args=[cooperative.slug])), of_coop(cooperative))


def test_programme_history_is_closed_to_a_funder(client: Client, programme: Programme, funder: User) -> None:
    client.force_login(funder)
    assert client.get(reverse("overview:programme_history", args=[programme.slug])).status_code == 403


def test_programme_history_shows_its_trainings(
    client: Client, programme: Programme, manager: User, outsider: User, admin: User
) -> None:
    training = factories.TrainingFactory.create(programme=programme, title="Poda del café")
    change_as(manager, training, "/programmes/x/", place="Jaltenango")
    address = reverse("overview:programme_history", args=[programme.slug])
    client.force_login(manager)
    assertContains(client.get(address), "Jaltenango")
    assert client.post(address).status_code == 405
    client.force_login(outsider)
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("route", "person", "number"), [("list", "admin", 10), ("one", "treasurer", 12), ("reads", "admin", 8)]
)
def test_history_pages_ask_a_constant_number_of_queries(
    client: Client,
    request: pytest.FixtureRequest,
    cooperative: Cooperative,
    activity: Activity,
    treasurer: User,
    count: int,
    route: str,
    person: str,
    number: int,
    django_assert_max_num_queries: Callable[..., Any],
) -> None:
    for one in factories.ExpenseFactory.create_batch(count, activity=activity):
        change_as(treasurer, one, "/a/", purpose="anders")
    client.force_login(treasurer)
    for _ in range(count):
        client.get(reverse("trainings:person_list", args=[cooperative.slug]))
    client.force_login(request.getfixturevalue(person))
    address = {"list": reverse(LIST), "one": of_coop(cooperative), "reads": reverse("overview:read_list")}[route]
    with django_assert_max_num_queries(number):
        client.get(address)


# Nobody changes it ----------------------------------------------------------------------------------------------------


def refused(work: Callable[[], Any]) -> str:
    with pytest.raises(DatabaseError) as error, transaction.atomic():
        work()
    return f"{broken_rule(error.value)} {error.value} {explain(error.value)}"


@pytest.mark.parametrize("model", kinds().values(), ids=lambda model: model.__name__)
def test_no_event_is_changed_or_deleted(model: Any) -> None:
    """By a statement trigger would be too late: each table has a row of its own here, written around Python."""
    events = model.pgh_event_model._meta
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT string_agg(DISTINCT upper(event_manipulation), ' ') FROM information_schema.triggers "
            "WHERE event_object_table = %s AND action_timing = 'BEFORE' AND trigger_name LIKE '%%append_only%%'",
            [events.db_table],
        )
        assert cursor.fetchone()[0] == "DELETE UPDATE"


def test_changing_an_event_is_refused_around_python(expense: Expense) -> None:
    with connection.cursor() as cursor:
        for sql in ("UPDATE premiums_expenseevent SET payee = 'X'", "DELETE FROM premiums_expenseevent"):
            assert "Cannot" in refused(lambda sql=sql: cursor.execute(sql))


def test_who_made_a_change_stays_who_made_it(expense: Expense, manager: User, treasurer: User) -> None:
    context = ChangeContext.objects.get(metadata__user=treasurer.pk)
    assert "change_context_never_deleted" in refused(context.delete)
    with connection.cursor() as cursor:
        forge = "UPDATE pghistory_context SET metadata = jsonb_set(metadata, '{user}', %s::jsonb)"
        assert "change_context_fixed" in refused(lambda: cursor.execute(forge, [str(manager.pk)]))
        cursor.execute(forge, ["null"])  # somebody signed out meanwhile: what they did stays theirs
        cursor.execute("UPDATE pghistory_context SET metadata = metadata || '{\"more\": 1}'")
    context.refresh_from_db()
    assert context.metadata == {"user": treasurer.pk, "url": "/cooperatives/triunfo/spending/1/correct/", "more": 1}


# Who read what --------------------------------------------------------------------------------------------------------


def test_reading_people_is_written_down(client: Client, cooperative: Cooperative, treasurer: User) -> None:
    factories.MemberFactory.create_batch(2, cooperative=cooperative, name="Ana")
    client.force_login(treasurer)
    client.get(reverse("trainings:person_list", args=[cooperative.slug]), {"q": "ana", "page": "1"})
    noted = DataRead.objects.get()
    assert (noted.read_by, noted.view, noted.form) == (treasurer, "trainings:person_list", "page")
    assert (noted.cooperative, noted.filters, noted.rows) == (cooperative, {"q": "ana"}, 2)


def test_an_export_that_is_broken_off_has_no_number_of_rows(client: Client, expense: Expense, treasurer: User) -> None:
    client.force_login(treasurer)
    answer = client.get(reverse("premiums:expense_list", args=[expense.cooperative.slug]), {"format": "csv"})
    next(answer.streaming_content)
    answer._iterator.close()
    assert DataRead.objects.get().rows is None
    b"".join(client.get(reverse("premiums:expense_list", args=[expense.cooperative.slug]), {"format": "csv"}))
    assert DataRead.objects.latest("pk").rows == 1


def test_the_admin_notes_who_looks_at_people(client: Client, cooperative: Cooperative, admin: User) -> None:
    factories.MemberFactory.create_batch(3, cooperative=cooperative)
    client.force_login(admin)
    client.get(reverse("admin:cooperatives_member_changelist"))
    noted = DataRead.objects.get()
    assert (noted.read_by, noted.view, noted.rows) == (admin, "admin:cooperatives_member_changelist", 3)


@pytest.mark.as_person("admin")
def test_read_list_shows_filters_and_hands_out(
    signed_in: Client, client: Client, cooperative: Cooperative, treasurer: User, admin: User
) -> None:
    assertContains(signed_in.get(reverse("overview:read_list")), "No list was read")
    client.force_login(treasurer)
    client.get(reverse("trainings:person_list", args=[cooperative.slug]), {"q": "Luz"})
    client.force_login(admin)
    address = reverse("overview:read_list")
    assertContains(client.get(address), "q: Luz")
    assertContains(client.get(address, {"person": "Tomasa", "cooperative": "triunfo"}), "Tomasa Tesorera")
    assertContains(client.get(address, {"person": "Marta"}), "Nothing fits these filters")
    text = b"".join(client.get(address, {"format": "csv"})).decode()
    assert "trainings:person_list" in text
    assert "q=Luz" in text


def test_what_was_read_cannot_be_unwritten(cooperative: Cooperative, treasurer: User) -> None:
    common = {"read_at": timezone.now(), "read_by": treasurer, "view": "x", "form": "csv"}
    open_one = DataRead.objects.create(**common)
    rows = DataRead.objects.filter(pk=open_one.pk)
    assert "data_read_fixed" in refused(lambda: rows.update(view="y"))
    rows.update(rows=3)
    assert "data_read_fixed" in refused(lambda: rows.update(rows=None))
    assert "data_read_never_deleted" in refused(rows.delete)


def test_the_kinds_of_a_co_op_reach_it(cooperative: Cooperative) -> None:
    found = kinds_with("cooperative")
    assert {"premiums.expense", "premiums.plan", "premiums.sale", "cooperatives.member"} <= set(found)
    assert {"certification.certificationfile", "certification.nonconformity", "trainings.measurement"} <= set(found)
    assert "trainings.training" in kinds_with("programme")
    assert Member._meta.label_lower in kinds()


def test_staff_note_what_they_take_along_and_see_nobody_elses_notes(
    client: Client, cooperative: Cooperative, treasurer: User, manager: User
) -> None:
    client.force_login(treasurer)
    b"".join(client.get(reverse("premiums:rate_list"), {"format": "csv"}))
    noted = DataRead.objects.get()
    assert (noted.read_by, noted.cooperative, noted.rows) == (treasurer, None, 0)
    DataRead.objects.create(read_at=timezone.now(), read_by=manager, view="x", form="csv", cooperative=cooperative)
    with behind_the_wall(treasurer):
        assert [one.read_by for one in DataRead.objects.all()] == [treasurer]
        with pytest.raises(DatabaseError), transaction.atomic():
            DataRead.objects.create(read_at=timezone.now(), read_by=manager, view="y", form="csv")
