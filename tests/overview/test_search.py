"""The search: what it finds of each kind, for whom, and what it costs."""

from __future__ import annotations

import datetime as dt
import uuid
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import translation
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains

from config.words import PLAIN, plain, with_words
from cooperatives.models import Cooperative, Member, Programme, User
from overview.reports import search as searches
from overview.reports.search import amounts_in, asked, document_in, search
from premiums.models import Activity, Expense
from tests import factories, factories_certification
from tests.factories import ExpenseFactory, MemberFactory
from trainings.models import Training

pytestmark = pytest.mark.django_db
ADDRESS = "/search/"


def titles(user: User, words: str, kind: str = "") -> dict[str, list[str]]:
    return {found.kind: [hit.title for hit in found.hits] for found in search(asked(user, words), kind)}


@pytest.mark.parametrize("words", ["jose angel", "JOSÉ", "Ángel", "jos ang", "perez jose", "José"])
def test_a_name_is_found_without_accents_in_any_case_and_order(
    treasurer: User, cooperative: Cooperative, words: str
) -> None:
    MemberFactory.create(cooperative=cooperative, name="José Ángel Pérez")
    MemberFactory.create(cooperative=cooperative, name="Rosa Gómez")
    assert titles(treasurer, words)["people"] == ["José Ángel Pérez"]


def test_words_are_made_alike_by_python_and_by_the_database(cooperative: Cooperative) -> None:
    name = "ÁÀÂÃÄÅÉÈÊËÍÌÎÏÓÒÔÕÖÚÙÛÜÑÇÝ áàâãäåéèêëíìîïóòôõöúùûüñçý e\u0301o\u0303 ABC"
    member = MemberFactory.create(cooperative=cooperative, name=name)
    member.refresh_from_db()
    assert member.name_key == plain(name)
    assert set(plain(name)) <= set(PLAIN) | set("abc ")


def test_each_kind_is_found_and_leads_to_its_page(
    client: Client, manager: User, cooperative: Cooperative, programme: Programme, activity: Activity
) -> None:
    Cooperative.objects.filter(pk=cooperative.pk).update(name="Sociedad Xonoma")
    Activity.objects.filter(pk=activity.pk).update(title_es="Vivero Xonoma")
    member = MemberFactory.create(cooperative=cooperative, name="Xonoma Pérez")
    factories.staff_of(cooperative, "treasurer", name="Lía Xonoma")
    expense = ExpenseFactory.create(activity=activity, payee="Ferretería Xonoma")
    training = factories.TrainingFactory.create(programme=programme, title_pt="Poda Xonoma")
    file = factories_certification.file_in("enquiry", cooperative=cooperative)
    criterion = factories_certification.CriterionFactory.create(section__version=file.version, text="xonoma of soil")
    audit = factories_certification.AuditFactory.create(file=file)
    found = {one.kind: one.hits for one in search(asked(manager, "xonoma"))}
    slug = cooperative.slug
    assert [[hit.url for hit in hits] for hits in found.values()] == [
        [reverse("overview:dossier", args=[slug])],
        [
            f"{reverse('trainings:person_list', args=[slug])}?q={member.name.replace(' ', '+').replace('é', '%C3%A9')}",
            f"{reverse('overview:dossier', args=[slug])}#people",
        ],
        [reverse("premiums:plan_detail", args=[slug, activity.plan_id])],
        [reverse("premiums:expense_detail", args=[slug, expense.pk])],
        [reverse("trainings:programme_training_detail", args=[programme.slug, training.pk])],
        [reverse("certification:assessment_section", args=[slug, audit.pk, criterion.section_id])],
    ]
    assert list(found) == list(searches.KINDS)
    client.force_login(manager)
    for hits in found.values():
        for hit in hits:
            assert client.get(hit.url).status_code == 200, hit.url


def test_staff_of_a_co_op_reach_a_training_through_their_co_op(treasurer: User, cooperative: Cooperative) -> None:
    invitation = factories.TrainingInvitationFactory.create(cooperative=cooperative, training__title="Catación")
    (found,) = search(asked(treasurer, "catacion"))
    assert [hit.url for hit in found.hits] == [
        reverse("trainings:training_detail", args=[cooperative.slug, invitation.training_id])
    ]


@pytest.mark.parametrize(
    ("words", "language"), [("1,234.50", "es-mx"), ("1.234,50", "pt-br"), ("$1234.5", "es-mx"), ("1234,50", "en")]
)
def test_an_expense_is_found_by_its_amount_as_people_write_it(
    treasurer: User, cooperative: Cooperative, admin: User, words: str, language: str
) -> None:
    activity = factories.approved_activity(cooperative, Decimal(9000), by=admin)
    wanted = ExpenseFactory.create(activity=activity, amount=Decimal("1234.50"), payee="Vivero")
    ExpenseFactory.create(activity=activity, amount=Decimal("1234.00"))
    with translation.override(language):
        (found,) = search(asked(treasurer, words))
    assert [hit.expense for hit in found.hits] == [wanted]


def test_an_amount_that_could_be_two_is_looked_for_as_both() -> None:
    with translation.override("es-mx"):
        assert amounts_in("1.234") == [Decimal(1234), Decimal("1.23")]
    assert amounts_in("Vivero") == []


@pytest.mark.parametrize("words", ["6F9619FF-8B86-D011-B42D-00CF4FC964FF", "6f9619ff-8b86", "6f9619f"])
def test_an_expense_is_found_by_the_number_of_its_document(treasurer: User, activity: Activity, words: str) -> None:
    number = str(uuid.UUID("6f9619ff-8b86-d011-b42d-00cf4fc964ff"))
    wanted = ExpenseFactory.create(activity=activity, document_kind="cfdi", document_number=number)
    ExpenseFactory.create(activity=activity)
    assert [hit.expense for found in search(asked(treasurer, words)) for hit in found.hits] == [wanted]


def test_a_brazilian_key_is_found_with_its_spaces() -> None:
    assert document_in("3512 0512 3456") == "351205123456"
    assert document_in("35120") == ""
    assert document_in("Vivero La Sombra") == ""


def test_search_finds_nothing_of_an_outsider(outsider: User, cooperative: Cooperative, activity: Activity) -> None:
    MemberFactory.create(cooperative=cooperative, name="Xonoma Pérez")
    ExpenseFactory.create(activity=activity, payee="Xonoma", amount=Decimal("123.45"))
    Activity.objects.filter(pk=activity.pk).update(title="Xonoma")
    Cooperative.objects.filter(pk=cooperative.pk).update(name="Xonoma")
    factories.TrainingInvitationFactory.create(cooperative=cooperative, training__title="Xonoma")
    assert titles(outsider, "xonoma") == titles(outsider, "123.45") == {}


def test_search_shows_names_of_people_only_to_those_who_may_see_them(
    programme: Programme, cooperative: Cooperative, manager: User
) -> None:
    MemberFactory.create(cooperative=cooperative, name="Xonoma Pérez")
    factories.staff_of(cooperative, "treasurer", name="Xonoma Gómez")
    funder = factories.ProgrammeAssignmentFactory.create(programme=programme, role="funder").user
    assert titles(funder, "xonoma") == {}
    assert len(titles(manager, "xonoma")["people"]) == 2


def test_second_entries_and_removed_names_are_not_found(treasurer: User, cooperative: Cooperative) -> None:
    first = MemberFactory.create(cooperative=cooperative, name="Rosa Xonoma")
    second = MemberFactory.create(cooperative=cooperative, name="Rosa Xonoma")
    now = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    Member.objects.filter(pk=second.pk).update(merged_into=first, merged_at=now, merged_by=treasurer)
    assert titles(treasurer, "xonoma")["people"] == ["Rosa Xonoma"]


def test_search_page_leads_on_to_all_of_one_kind(
    signed_in: Client, cooperative: Cooperative, django_assert_max_num_queries: Any
) -> None:
    for number in range(searches.FEW + 2):
        MemberFactory.create(cooperative=cooperative, name=f"Xonoma {number}")
    page = signed_in.get(ADDRESS, {"q": "xonoma"})
    assertContains(page, "More found: People")
    assertContains(page, "q=xonoma&amp;kind=people")
    assertNotContains(page, "Xonoma 6")
    page = signed_in.get(ADDRESS, {"q": "xonoma", "kind": "people"})
    assertContains(page, "Xonoma 6")


def test_search_never_takes_up_more_than_enough(
    signed_in: Client, cooperative: Cooperative, monkeypatch: pytest.MonkeyPatch, activity: Activity
) -> None:
    monkeypatch.setattr(searches, "ENOUGH", 2)
    for number in range(4):
        MemberFactory.create(cooperative=cooperative, name=f"Xonoma {number}")
        ExpenseFactory.create(activity=activity, payee="Xonoma", amount=Decimal(1))
    for kind in ("people", "expenses"):
        page = signed_in.get(ADDRESS, {"q": "xonoma", "kind": kind})
        assert len(page.context["found"][0].hits) == 2
        assertContains(page, "There are more than 2.")


def test_search_says_what_can_be_looked_for(signed_in: Client) -> None:
    assertContains(signed_in.get(ADDRESS), "What are you looking for?")
    assertContains(signed_in.get(ADDRESS, {"q": "x"}), "Type at least two letters or digits")
    page = signed_in.get(ADDRESS, {"q": "nothing such", "kind": "nonsense"})
    assertContains(page, "Nothing found for “nothing such”")
    assertContains(page, "Type the beginning of each word")


@pytest.mark.parametrize("words", ["a & b | !", "':*", "x" * 500, "1e9999", "%", "\\", "(((", "-- ab"])
def test_search_takes_whatever_is_typed(signed_in: Client, words: str) -> None:
    assert signed_in.get(ADDRESS, {"q": words}).status_code == 200


def test_search_is_read_only(signed_in: Client) -> None:
    assert signed_in.post(ADDRESS).status_code == 405


@pytest.mark.parametrize("page", ["/", "/styleguide/", ADDRESS])
@pytest.mark.as_person("manager")
def test_search_field_is_on_every_page_of_who_signed_in(signed_in: Client, page: str) -> None:
    text = signed_in.get(page).content.decode()
    assert text.count(f'action="{ADDRESS}"') == 1
    assert "search-words" not in Client().get("/accounts/login/").content.decode()


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("who", ["treasurer", "manager"])
def test_search_asks_the_same_number_of_queries(
    client: Client,
    request: pytest.FixtureRequest,
    cooperative: Cooperative,
    activity: Activity,
    who: str,
    rows: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    client.force_login(request.getfixturevalue(who))
    for number in range(rows):
        MemberFactory.create(cooperative=cooperative, name=f"Xonoma {number}")
        ExpenseFactory.create(activity=activity, payee="Xonoma", amount=Decimal(1))
        factories.TrainingInvitationFactory.create(cooperative=cooperative, training__title="Xonoma")
    with django_assert_num_queries(9 if who == "treasurer" else 8):
        page = client.get(ADDRESS, {"q": "xonoma"})
    assert {found.kind: len(found.hits) for found in page.context["found"]} == {
        "people": rows,
        "expenses": rows,
        "trainings": rows,
    }


def plan_of(query: Any) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    return str(query.explain())


@pytest.mark.parametrize(
    ("words", "ways"), [("ferreteria", 1), ("1,234.50", 2), ("6f9619ff-8b86", 2), ("1234567", 3), ("&", 0)]
)
def test_expenses_are_never_all_read(treasurer: User, activity: Activity, words: str, ways: int) -> None:
    several = searches.expenses_like(asked(treasurer, words))
    assert len(several) == ways
    for rows in several:
        assert "Seq Scan" not in plan_of(rows)


@pytest.mark.parametrize("model", [Expense, Member, Activity, Training])
def test_words_are_found_through_an_index(model: Any) -> None:
    fields = {Expense: ("payee",), Member: ("name",)}.get(model, ("title", "title_es", "title_pt"))
    owner = "" if model is Training else "cooperative"
    plan = plan_of(with_words(model.objects.order_by(), "poda", *fields, owner=owner, owners=[1, 2]))
    assert f"Index Scan on {model._meta.model_name}_by_words" in plan


def test_many_co_ops_are_narrowed_by_their_column(activity: Activity) -> None:
    ExpenseFactory.create(activity=activity, payee="Vivero La Sombra")
    rows = with_words(Expense.objects.all(), "vivero", "payee", owner="cooperative", owners=range(-99, 0))
    assert rows.count() == 1
    rows = with_words(Expense.objects.all(), "vivero", "payee", owner="cooperative", owners=[activity.cooperative_id])
    assert rows.count() == 1
    assert not with_words(Expense.objects.all(), "vivero", "payee", owner="cooperative", owners=[0]).exists()
    assert not with_words(Expense.objects.all(), "owner", "payee", owner="cooperative").filter(payee="").exists()


def test_an_expense_that_changes_its_payee_is_found_by_the_new_one(treasurer: User, activity: Activity) -> None:
    expense = ExpenseFactory.create(activity=activity, payee="Vivero")
    Expense.objects.filter(pk=expense.pk).update(payee="Ferretería")
    assert titles(treasurer, "vivero") == {}
    assert titles(treasurer, "ferreteria") == {"expenses": ["Ferretería"]}
