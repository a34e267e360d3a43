"""The example: the same world every time, marked to the last row, and gone without a trace."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core.management import CommandError
from django.db import connection, models
from django.test import Client
from django.utils import timezone

from certification.models import Certificate, NonConformity
from certification.reports.reminders import digest_for
from config.errors import Refused
from cooperatives.models import Cooperative, Programme, Scheme, User
from overview.actions.example.certification import CERTIFIED
from overview.actions.load_example import load_example, sign_ins
from overview.actions.load_programme import load_programme
from tests import factories
from tests.overview.example_world import RECORDS, database, printed, stored_files

pytestmark = pytest.mark.django_db


@pytest.fixture
def reference() -> None:
    """The reference data."""
    load_programme()


def test_every_new_row_is_marked_as_example(reference: None) -> None:
    before = {model: model.objects.count() for model in RECORDS}
    load_example()
    for model in RECORDS:
        marked = model.objects.filter(is_example=True).count()
        assert model.objects.count() - before[model] == marked, model


@pytest.mark.parametrize("on", [None, dt.date(2024, 2, 29)])
def test_what_is_under_way_in_certification_is_told_from_the_day_of_loading(
    reference: None, on: dt.date | None
) -> None:
    load_example(on=on)
    day = on or timezone.localdate()
    due = [row.days_left(day) for row in NonConformity.objects.filter(is_example=True) if row.is_with_cooperative]
    assert min(due) == -6
    assert sum(0 <= days <= 30 for days in due) >= 2
    ends = Certificate.objects.filter(is_example=True, valid_until_on__gte=day)
    assert set(ends.values_list("cooperative__slug", flat=True)) == {*CERTIFIED, "candidate-e"}
    assert Certificate.objects.filter(is_example=True, valid_from_on__gt=day).count() == 0
    for email in ("treasurer@example.org", "tesoureira@example.org", "manager@example.org"):
        kinds = {
            one.kind for _co_op, dates in digest_for(User.objects.get(email=email), on=day).groups for one in dates
        }
        assert kinds >= {"audit", "measure"}, email


def test_nothing_is_invented_for_the_association_with_a_real_history(reference: None) -> None:
    assopro = Cooperative.objects.get(slug="assopro")
    with connection.cursor() as cursor:
        before = [rows_of(cursor, model, assopro) for model in RECORDS]
        load_example()
        assert [rows_of(cursor, model, assopro) for model in RECORDS] == before


def rows_of(cursor: Any, model: type[models.Model], cooperative: Cooperative) -> list[Any]:
    """The rows that carry the co-op's key."""
    if "cooperative" not in {field.name for field in model._meta.concrete_fields}:
        return []
    cursor.execute(f"SELECT t::text FROM {model._meta.db_table} AS t WHERE cooperative_id = %s", [cooperative.pk])
    return sorted(cursor.fetchall())


def test_without_reference_data_it_is_refused() -> None:
    with pytest.raises(Refused, match="load_programme"):
        load_example()
    assert User.objects.count() == 0


def test_beside_real_premium_it_is_refused(reference: None) -> None:
    factories.FundFactory.create(cooperative=Cooperative.objects.get(slug="triunfo-verde"))
    with pytest.raises(Refused, match="Triunfo Verde"):
        load_example()
    assert not User.objects.exists()


def test_a_load_that_fails_leaves_no_files(reference: None) -> None:
    scheme = Scheme.objects.get(slug="fair-trade-usa")
    factories.CertificateFactory.create(scheme=scheme, number="EXAMPLE-1002")
    with pytest.raises(Refused, match="already has this number"):
        load_example()
    assert stored_files() == []
    assert not User.objects.exists()


def test_each_kind_of_person_can_sign_in_while_the_example_is_loaded(
    reference: None, clear: Any, django_assert_num_queries: Any
) -> None:
    assert sign_ins() == []
    load_example()
    with django_assert_num_queries(2):
        people = sign_ins()
    assert [person.role for person in people] == [
        "administrator",
        "program manager",
        "treasurer",
        "oversight committee",
        "co-op manager",
        "treasurer",
        "trainer",
        "funder",
    ]
    for person in people:
        assert Client().login(email=person.email, password=person.password), person
    clear()
    assert sign_ins() == []
    assert not Client().login(email=people[0].email, password=people[0].password)


def test_load_and_clear_leave_no_trace(reference: None, clear: Any) -> None:
    before = database()
    load_example()
    assert stored_files() != []
    clear()
    assert database() == before
    assert stored_files() == []


def test_traces_of_example_people_go_and_those_of_others_stay(reference: None, clear: Any) -> None:
    real = factories.UserFactory.create(is_staff=True)
    programme = Programme.objects.get(slug="chiapas")
    log_change(real, programme)
    Client().force_login(real)
    before = database()
    load_example()
    invented = User.objects.get(email="admin@example.org")
    Client().force_login(invented)
    EmailAddress.objects.create(user=invented, email=invented.email)
    log_change(invented, programme)
    log_change(real, Cooperative.objects.get(slug="candidate-a"))
    assert Session.objects.count() == 2
    clear()
    assert {**database(), "cooperatives_user": []} == {**before, "cooperatives_user": []}
    assert list(User.objects.all()) == [real]


def log_change(user: User, row: models.Model) -> None:
    """What the admin notes about a change."""
    LogEntry.objects.create(
        user=user,
        content_type=ContentType.objects.get_for_model(row),
        object_id=str(row.pk),
        object_repr=str(row),
        action_flag=CHANGE,
    )


def test_clearing_nothing_does_nothing(reference: None, clear: Any) -> None:
    before = database()
    assert clear().total == 0
    assert database() == before


def test_the_load_command_prints_the_sign_ins(reference: None) -> None:
    said = printed("load_example")
    for person in sign_ins():
        assert f"{person.email}  password: {person.password}" in said
    assert "there already" in printed("load_example")
    assert printed("load_example", "--verbosity=0") == ""


def test_the_load_command_says_what_is_missing() -> None:
    with pytest.raises(CommandError, match="load_programme"):
        printed("load_example")
