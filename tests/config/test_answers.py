"""A page that is answered again as it was: only while nothing it says has changed."""

from __future__ import annotations

import datetime as dt
import gzip
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any
from uuid import UUID

import psycopg
import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from config import answers, questions
from cooperatives.models import Cooperative, ProgrammeAssignment, User
from premiums.models import Activity, Expense
from tests.factories import CooperativeFactory, EnrolmentFactory, ExpenseFactory

pytestmark = pytest.mark.django_db

HOME, FORM, LIST = ("/cooperatives/triunfo/spending/" + end for end in ("", "new/", "all/"))
FUND, DOSSIER, BOARD = "/cooperatives/triunfo/premium/", "/cooperatives/triunfo/", "/"
FRESH = re.compile(r'(?:csrfmiddlewaretoken|form_key)"[^>]* value="([^"]+)"')
ANOTHER = "SELECT pg_current_xact_id()"  # a transaction of somebody else that might have written


@pytest.fixture(autouse=True)
def remembering(settings: Any) -> Iterator[None]:
    """Answers are remembered, from nothing."""
    settings.REMEMBER_ANSWERS = True
    answers.forget()
    yield
    answers.forget()


@pytest.fixture
def entry(activity: Activity) -> Expense:
    """An expense of the co-op."""
    return ExpenseFactory.create(activity=activity, amount=Decimal(100), payee="Ferretería")


def text_of(client: Client, path: str, **headers: str) -> str:
    """The page, without what is fresh in every answer."""
    response = client.get(path, headers=headers)
    assert response.status_code == 200
    body = response.content.decode()
    for value in FRESH.findall(body):
        body = body.replace(value, "…")
    return re.sub(r"Figures as of [^<]*", "", body)


def asked(client: Client, path: str) -> int:
    """How many statements the page needed."""
    with CaptureQueriesContext(connection) as queries:
        text_of(client, path)
    return len(queries)


@pytest.mark.parametrize("path", [HOME, FORM, LIST, FUND, DOSSIER])
def test_the_second_answer_is_the_first_one(client: Client, treasurer: User, entry: Expense, path: str) -> None:
    client.force_login(treasurer)
    first, count = text_of(client, path), len(answers._remembered)
    assert count == 1
    assert text_of(client, path) == first
    made = len(next(iter(answers._remembered.values())).questions)
    with CaptureQueriesContext(connection) as around:  # who asks, and which roles they hold
        client.get(reverse("account_logout"))
    assert asked(client, path) < made + len(around)


def test_the_board_is_remembered_too(client: Client, manager: User, entry: Expense) -> None:
    client.force_login(manager)
    made = asked(client, BOARD)
    assert asked(client, BOARD) <= made - 5
    assert len(answers._remembered) == 1


@pytest.mark.parametrize("path", [HOME, FORM, LIST, FUND, DOSSIER])
def test_what_changed_is_in_the_next_answer(client: Client, treasurer: User, entry: Expense, path: str) -> None:
    client.force_login(treasurer)
    for _time in range(3):
        assert "Bodega nueva" not in text_of(client, path)
    for name in ("Bodega nueva", "Bodega muy nueva"):
        Activity.objects.filter(pk=entry.activity_id).update(title=name, title_es=name, title_pt=name)
        Cooperative.objects.filter(pk=entry.cooperative_id).update(short_name=name)
        assert name in text_of(client, path)


def test_a_page_made_anew_asks_nothing_twice(
    client: Client, treasurer: User, entry: Expense, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.force_login(treasurer)
    text_of(client, FUND)
    asked = len(next(iter(answers._remembered.values())).questions)
    read: list[Any] = []
    monkeypatch.setattr(questions, "Read", lambda cursor, kind=questions.Read: read.append(cursor) or kind(cursor))
    text_of(client, FUND)
    assert not read
    ExpenseFactory.create(activity=entry.activity, amount=Decimal(5))
    assert "105.00" in text_of(client, FUND)
    assert len(read) == asked  # all were read in one round trip, and no row was asked for again


def test_people_languages_addresses_and_roles_have_answers_of_their_own(
    client: Client, manager: User, entry: Expense, programme: Any
) -> None:
    client.force_login(manager)
    english = text_of(client, BOARD)
    assert text_of(client, BOARD) == english
    assert text_of(client, f"{BOARD}?sort=late") != english
    manager.language = "es-mx"
    manager.save()
    assert 'lang="es-mx"' in text_of(client, BOARD)
    manager.language = "en"
    manager.save()
    other = CooperativeFactory.create(short_name="Recién llegada")
    assert "Recién llegada" not in text_of(client, BOARD)
    EnrolmentFactory.create(cooperative=other, programme=programme)
    assert "Recién llegada" in text_of(client, BOARD)
    held = ProgrammeAssignment.objects.get(user=manager)
    held.ended_at, held.ended_by = timezone.now(), manager
    held.save()
    assert "Recién llegada" not in client.get(BOARD).content.decode()


def test_forms_have_tokens_and_keys_of_their_own(treasurer: User, entry: Expense) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(treasurer)
    seen: set[str] = set()
    for _time in range(3):
        body = client.get(FORM).content.decode()
        found = FRESH.findall(body)
        key = re.search(r'name="form_key"[^>]* value="([^"]+)"', body)
        assert key
        UUID(key[1])
        assert not seen & set(found)
        assert answers._SECRET not in body
        seen |= set(found)
    data = {"activity": entry.activity_id, "amount": "12", "payee": "Tlapalería", "purpose": "Clavos"}
    data |= {"spent_on": "2013-06-01", "form_key": key[1], "csrfmiddlewaretoken": found[0]}
    assert client.post(FORM, data).status_code == 302
    assert Expense.objects.filter(form_key=key[1]).exists()


def test_a_message_is_said_once(client: Client, treasurer: User, entry: Expense) -> None:
    client.force_login(treasurer)
    text_of(client, HOME)
    data = {"activity": entry.activity_id, "amount": "12", "payee": "Tlapalería", "purpose": "Clavos"}
    said = client.post(FORM, {**data, "spent_on": "2013-06-01"})
    assert said.status_code == 302
    assert "Saved" in client.get(HOME).content.decode()
    for _time in range(2):
        assert "Saved" not in client.get(HOME).content.decode()
        assert "Tlapalería" in client.get(HOME).content.decode()


def test_the_compressed_answer_is_the_same_page(client: Client, treasurer: User, entry: Expense) -> None:
    client.force_login(treasurer)
    plain = text_of(client, FORM)
    for _time in range(3):
        response = client.get(FORM, headers={"accept-encoding": "gzip"})
        assert response["Content-Encoding"] == "gzip"
        assert "Accept-Encoding" in response["Vary"]
        body = gzip.decompress(response.content).decode()
        for value in FRESH.findall(body):
            body = body.replace(value, "…")
        assert re.sub(r"Figures as of [^<]*", "", body) == plain


def test_nothing_is_remembered_over_a_quarter_of_an_hour(
    client: Client, treasurer: User, entry: Expense, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.force_login(treasurer)
    text_of(client, HOME)
    later = timezone.now() + dt.timedelta(minutes=answers.SLOT)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    text_of(client, HOME)
    assert len(answers._remembered) == 2


def test_an_answer_that_wrote_or_told_something_is_not_remembered(rf: RequestFactory, treasurer: User) -> None:
    def request() -> HttpRequest:
        made = rf.get("/")
        made.user = treasurer
        made.session = type("Session", (dict,), {"modified": False})()
        made._messages = []  # type: ignore[attr-defined]
        return made

    def writes(_request: HttpRequest) -> HttpResponse:
        User.objects.filter(pk=treasurer.pk).update(name="Otra")
        return HttpResponse("written")

    def sets_cookie(_request: HttpRequest) -> HttpResponse:
        response = HttpResponse("cookie")
        response.set_cookie("a", "b")
        return response

    def locks(_request: HttpRequest) -> HttpResponse:
        list(User.objects.select_for_update())
        return HttpResponse("locked")

    def refuses(_request: HttpRequest) -> HttpResponse:
        return HttpResponse("refused", status=422)

    for view in (writes, sets_cookie, locks, refuses):
        assert answers.remembered(view)(request()).content
        assert not answers._remembered, view.__name__


@pytest.mark.parametrize(
    "name", ["overview:dossier", "premiums:fund", "premiums:expense_list", "premiums:spending_log"]
)
def test_pages_follow_from_nothing_but_the_database(
    client: Client, treasurer: User, entry: Expense, settings: Any, name: str, monkeypatch: Any
) -> None:
    settings.REMEMBER_ANSWERS = "verify"
    client.force_login(treasurer)
    path = reverse(name, args=["triunfo"])
    start = timezone.now().replace(minute=0, second=1)
    for minutes in (0, 3, 14):
        monkeypatch.setattr("django.utils.timezone.now", lambda: start + dt.timedelta(minutes=minutes))  # noqa: B023
        text_of(client, path)
    assert len(answers._remembered) == 1


@pytest.mark.django_db(transaction=True)
def test_what_another_connection_commits_is_seen_at_once(client: Client, treasurer: User, entry: Expense) -> None:
    """Also after the state of the database alone was enough, and while the other transaction is still open."""
    client.force_login(treasurer)
    for _time in range(3):
        assert "Ferretería" in text_of(client, LIST)
    with CaptureQueriesContext(connection) as quiet:
        text_of(client, LIST)
    assert not any("premiums_expense" in query["sql"] for query in quiet)
    with psycopg.connect(**connection.get_connection_params()) as other:  # type: ignore[arg-type]
        other.execute("UPDATE premiums_expense SET payee = 'Papelería' WHERE id = %s", [entry.pk])
        for _time in range(3):
            assert "Ferretería" in text_of(client, LIST)
        other.commit()
        for _time in range(3):
            assert "Papelería" in text_of(client, LIST)
        other.execute(ANOTHER)
        other.commit()
    with CaptureQueriesContext(connection) as asked_again:
        text_of(client, LIST)
    assert sum("premiums_expense" in query["sql"] for query in asked_again) == 1


@pytest.mark.parametrize("bound", ["config.answers.MOST_ROWS", "config.questions.MOST_VALUES"])
def test_a_page_of_very_many_rows_is_made_anew_each_time(
    client: Client, treasurer: User, entry: Expense, monkeypatch: pytest.MonkeyPatch, bound: str
) -> None:
    client.force_login(treasurer)
    monkeypatch.setattr(bound, 10)
    assert text_of(client, FUND) == text_of(client, FUND)
    assert not answers._remembered
