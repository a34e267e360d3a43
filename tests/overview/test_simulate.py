"""The simulated world: consistent, the same every time, and never mixed with real rows."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import connection, models, transaction
from django.test import Client
from django.urls import reverse

from config.errors import Refused
from config.paging import MOST
from cooperatives.models import Cooperative, User
from overview.actions.simulate.simulate import simulate
from overview.actions.simulate.world import Size
from premiums.models import Expense, Fund
from premiums.reports.ledger import differences
from tests.benchmarks.pages import Page, Places, pages_of
from tests.benchmarks.plans import HOTTEST, most_rows, scanned
from tests.benchmarks.recording import record
from tests.factories import UserFactory
from trainings.models import Attendance, PeopleTrained, TrackReach
from trainings.models.reach import FILL
from trainings.reports.counts import wrong_counts

pytestmark = pytest.mark.django_db
OURS = ("cooperatives", "trainings", "premiums", "certification")


def quiet(_what: str, _done: int, _expected: int) -> None:
    """No word of progress."""


def test_every_total_equals_its_rows_and_every_key_leads_somewhere() -> None:
    simulate(Size(7, 1_130, 905), quiet)
    assert list(differences()) == []
    assert Expense.objects.filter(is_example=True).count() == 1_130
    assert Attendance.objects.count() == 905
    assert Cooperative.objects.filter(is_example=True).count() == 7
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if model._meta.app_label in OURS and isinstance(field, models.ForeignKey):
                assert not lost(model, field), f"{model.__name__}.{field.name}"


def lost(model: type[models.Model], field: models.ForeignKey[object, object]) -> bool:
    """Whether a row points to none. The event tables keep the keys of rows that may be gone."""
    if hasattr(model, "pgh_tracked_model"):
        return False
    found = model._default_manager.filter(**{f"{field.name}__isnull": False})
    there = field.related_model._default_manager.filter(pk=models.OuterRef(field.attname))  # type: ignore[union-attr]
    return bool(found.filter(~models.Exists(there)).exists())


def test_counts_of_people_are_what_counting_gives() -> None:
    simulate(Size(6, 480, 700), quiet)
    assert wrong_counts() == 0
    assert PeopleTrained.objects.filter(is_example=True, women__gt=0).exists()
    stored = set(TrackReach.objects.values_list("cooperative", "track", "people"))
    assert stored
    with connection.cursor() as cursor:
        cursor.execute(FILL[FILL.index("SELECT") :])
        assert {tuple(row[1:]) for row in cursor.fetchall()} == stored


def test_the_same_size_makes_the_same_world() -> None:
    worlds = []
    for _ in range(2):
        with transaction.atomic():
            simulate(Size(3, 300, 250), quiet)
            first = Cooperative.objects.filter(is_example=True).earliest("pk")
            rows = Expense.objects.filter(cooperative=first).order_by("pk")
            funds = Fund.objects.filter(is_example=True).order_by("cooperative__slug")
            worlds.append(
                (
                    list(rows.values_list("amount", "spent_on", "state", "payee")),
                    list(funds.values_list("received", "approved", "spent")),
                )
            )
            transaction.set_rollback(True)
    assert worlds[0] == worlds[1]


def test_a_database_with_people_of_its_own_is_refused() -> None:
    UserFactory.create()
    with pytest.raises(Refused, match="records of its own"):
        simulate(Size(3, 300, 250), quiet)
    assert not Expense.objects.filter(is_example=True).exists()


def test_rules_hold_again_afterwards_and_new_rows_get_keys_of_their_own() -> None:
    simulate(Size(3, 300, 250), quiet)
    expense = Expense.objects.filter(is_example=True, state="logged").earliest("pk")
    before = Fund.objects.get(cooperative=expense.cooperative).spent
    twin = Expense.objects.get(pk=expense.pk)
    twin.pk, twin.form_key, twin.document_kind, twin.document_number = None, None, "", ""  # type: ignore[assignment]
    twin.form_key = Expense().form_key
    twin.save()
    assert Fund.objects.get(cooperative=expense.cooperative).spent == before + (expense.amount or 0)


@pytest.mark.slow
def test_the_hottest_pages_read_no_large_table_from_end_to_end(client: Client) -> None:
    simulate(Size(220, 22_000, 22_000), quiet)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    for page in pages_of(Places()):
        if page.name in HOTTEST:
            client.force_login(User.objects.get(email=page.email))
            assert scanned(record(client, page).statements) == [], page.name


@pytest.mark.slow
def test_no_page_of_a_long_list_reads_all_of_it(client: Client) -> None:
    every = 3 * MOST
    simulate(Size(1, every, 100), quiet)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    own = Expense.objects.newest_first()  # type: ignore[attr-defined]
    far, activity = own[2 * MOST].pk, own[0].activity_id
    places = ("", "?page=2", "?page=200", "?page=590", f"?page=402after{far}", f"?page=402before{far}")
    filtered = ("?state=logged", "?state=checked&page=150", "?words=a", f"?activity={activity}&state=checked")
    client.force_login(User.objects.get(email=Places().treasurer))
    for query in (*places, *filtered):
        page = Page("expense_list", "", reverse("premiums:expense_list", args=[Places().slug]) + query)
        assert 0 < most_rows(record(client, page).statements) < 1.5 * MOST, query
