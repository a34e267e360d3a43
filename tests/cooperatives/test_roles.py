"""What the roles mean on the pages: a trainer meets no money, a funder no names, a manager one programme."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from cooperatives.access import Standing, visible_cooperatives, visible_programmes
from cooperatives.models import Cooperative, Programme, User
from cooperatives.roles import (
    COOPERATIVE_INVITES,
    PROGRAMME_INVITES,
    CooperativeRole,
    Permission,
    ProgrammeRole,
    granting,
)
from premiums.models import Activity, Expense
from tests import factories
from tests.factories_progress import CooperativeMilestoneFactory, EvidenceFactory
from tests.factories_trainings import TrainingFileFactory, training_of

pytestmark = pytest.mark.django_db

BOARD = reverse("overview:board")
BOOKS = (
    "premiums:fund",
    "premiums:statement",
    "premiums:sale_list",
    "premiums:premium_received_list",
    "premiums:assembly_list",
    "premiums:plan_list",
    "premiums:spending_log",
    "premiums:expense_list",
    "premiums:voucher_archive",
)


def dossier(cooperative: Cooperative) -> str:
    return reverse("overview:dossier", args=[cooperative.slug])


@pytest.fixture
def expense(activity: Activity) -> Expense:
    """123.45 MXN, spent at a shop with a name."""
    return factories.ExpenseFactory.create(activity=activity, amount="123.45", payee="Ferretería Secreta")


@pytest.mark.parametrize("person", ["trainer", "funder"])
@pytest.mark.parametrize("name", BOOKS)
def test_the_books_are_closed_to_trainers_and_funders(
    client: Client, request: pytest.FixtureRequest, cooperative: Cooperative, expense: Expense, person: str, name: str
) -> None:
    client.force_login(request.getfixturevalue(person))
    assert client.get(reverse(name, args=[cooperative.slug])).status_code == 403


@pytest.mark.parametrize("person", ["trainer", "funder"])
def test_vouchers_are_closed_to_trainers_and_funders(
    client: Client, request: pytest.FixtureRequest, expense: Expense, person: str
) -> None:
    voucher = factories.VoucherFactory.create(expense=expense)
    client.force_login(request.getfixturevalue(person))
    assert client.get(reverse("premiums:voucher_file", args=[voucher.pk])).status_code == 403
    assert (
        client.get(reverse("premiums:expense_detail", args=[expense.cooperative.slug, expense.pk])).status_code == 403
    )


def test_a_trainer_meets_no_money(client: Client, cooperative: Cooperative, expense: Expense, trainer: User) -> None:
    factories.PremiumReceivedFactory.create(fund=cooperative.fund)
    client.force_login(trainer)
    for address in (BOARD, dossier(cooperative), f"{BOARD}?sort=spent"):
        page = client.get(address)
        assertNotContains(page, "MXN")
        assertNotContains(page, "123.45")
        assertNotContains(page, "/spending/")
        assertNotContains(page, "/premium/")
    assert client.get(reverse("overview:premium_use")).status_code == 403


def test_a_funder_meets_totals_without_the_books(
    client: Client, cooperative: Cooperative, expense: Expense, funder: User
) -> None:
    client.force_login(funder)
    for address in (BOARD, dossier(cooperative), reverse("overview:premium_use")):
        page = client.get(address)
        assertContains(page, "123.45")
        assertNotContains(page, "Secreta")
        assertNotContains(page, "/spending/")
        assertNotContains(page, f"/cooperatives/{cooperative.slug}/premium/")


def test_a_manager_meets_both(client: Client, cooperative: Cooperative, expense: Expense, manager: User) -> None:
    client.force_login(manager)
    for address in (BOARD, dossier(cooperative)):
        page = client.get(address)
        assertContains(page, "123.45")
        assertContains(page, reverse("premiums:expense_list", args=[cooperative.slug]))


def test_what_waits_to_be_checked_is_no_news_for_a_trainer(
    client: Client, activity: Activity, trainer: User, manager: User
) -> None:
    factories.ExpenseFactory.create(activity=activity, logged_at=dt.datetime(2013, 6, 1, tzinfo=dt.UTC))
    for person, told in ((manager, True), (trainer, False)):
        client.force_login(person)
        page = client.get(BOARD)
        assert ("unchecked over 30 days" in page.content.decode()) is told
        assert bool(page.context["board"].rows[0].last) is told


def test_a_trainer_plans_and_holds_a_training(client: Client, programme: Programme, trainer: User) -> None:
    client.force_login(trainer)
    assert client.get(reverse("trainings:training_create", args=[programme.slug])).status_code == 200
    other = factories.ProgrammeFactory.create()
    assert client.get(reverse("trainings:training_create", args=[other.slug])).status_code == 404


def test_a_funder_reads_a_training_without_names_report_and_files(
    client: Client, cooperative: Cooperative, programme: Programme, funder: User, trainer: User
) -> None:
    training = training_of(programme, cooperative, days=1, title="Poda", other_trainers="Inga Secreta")
    training.report = "Vino doña Secreta"
    training.save()
    file = TrainingFileFactory.create(training=training, original_name="lista.jpg")
    client.force_login(funder)
    page = client.get(reverse("trainings:programme_training_detail", args=[programme.slug, training.pk]))
    assertContains(page, "Poda")
    assertNotContains(page, "Secreta")
    assertNotContains(page, file.original_name)
    address = reverse("trainings:training_file", args=[file.pk])
    assert client.get(address).status_code == 403
    client.force_login(trainer)
    answer = client.get(address)
    assert answer.status_code == 200
    answer.close()


def test_a_funder_reads_progress_without_remarks_and_papers(
    client: Client, cooperative: Cooperative, funder: User, manager: User
) -> None:
    row = CooperativeMilestoneFactory.create(cooperative=cooperative, reached=True, evidence="Lo vio Juana Secreta")
    paper = EvidenceFactory.create(
        measurement=None, milestone=row, cooperative=cooperative, original_name="lista-secreta.jpg", uploaded_by=manager
    )
    address = reverse("overview:track_progress", args=[cooperative.slug, row.milestone.track.slug])
    for person, told in ((funder, False), (manager, True)):
        client.force_login(person)
        said = client.get(address).content.decode()
        assert row.milestone.name in said
        assert ("Juana Secreta" in said, "lista-secreta.jpg" in said) == (told, told)
        answer = client.get(reverse("trainings:evidence_file", args=[paper.pk]))
        assert answer.status_code == (200 if told else 403)
        answer.close()


def test_a_funder_opens_no_list_of_people(client: Client, cooperative: Cooperative, funder: User) -> None:
    client.force_login(funder)
    assert client.get(reverse("trainings:person_list", args=[cooperative.slug])).status_code == 403
    assert not re.search(r"/people/", client.get(dossier(cooperative)).content.decode())


def test_a_manager_of_one_programme_sees_no_other(
    client: Client, cooperative: Cooperative, other_cooperative: Cooperative, manager: User
) -> None:
    factories.EnrolmentFactory.create(cooperative=other_cooperative)
    client.force_login(manager)
    page = client.get(BOARD)
    assertContains(page, "Triunfo")
    assertNotContains(page, "Vecina")
    assert client.get(dossier(other_cooperative)).status_code == 404


def test_a_permission_narrows_what_is_seen(
    cooperative: Cooperative, other_cooperative: Cooperative, programme: Programme, trainer: User
) -> None:
    factories.StaffAssignmentFactory.create(user=trainer, cooperative=other_cooperative)
    assert set(visible_cooperatives(trainer)) == {cooperative, other_cooperative}
    assert set(visible_cooperatives(trainer, Permission.SEE_BOOKS)) == {other_cooperative}
    assert set(visible_cooperatives(trainer, Permission.PLAN_TRAINING)) == {cooperative}
    assert not visible_cooperatives(trainer, Permission.USE_ADMIN)
    assert set(visible_programmes(trainer, Permission.PLAN_TRAINING)) == {programme}
    assert not visible_programmes(trainer, Permission.SEE_BOOKS)


def test_who_trains_here_and_keeps_books_there_sees_no_premium_on_the_board(
    client: Client, cooperative: Cooperative, other_cooperative: Cooperative, expense: Expense, trainer: User
) -> None:
    factories.StaffAssignmentFactory.create(user=trainer, cooperative=other_cooperative)
    held = Standing(trainer)
    assert held.may(Permission.SEE_PREMIUM)
    assert not held.may_wherever(Permission.SEE_PREMIUM)
    client.force_login(trainer)
    assertNotContains(client.get(BOARD), "123.45")
    assertNotContains(client.get(reverse("overview:premium_use")), "123.45")
    assert client.get(reverse("premiums:fund", args=[other_cooperative.slug])).status_code == 200
    assert client.get(reverse("premiums:fund", args=[cooperative.slug])).status_code == 403


def test_no_role_grants_nothing_anywhere() -> None:
    nobody = Standing(factories.UserFactory.create())
    assert not any(nobody.may(permission) or nobody.may_wherever(permission) for permission in Permission)


def test_who_may_invite_has_somebody_to_invite() -> None:
    in_cooperatives, in_programmes = granting(Permission.INVITE_PEOPLE)
    assert set(in_cooperatives) == set(COOPERATIVE_INVITES)
    assert set(in_programmes) == set(PROGRAMME_INVITES)


def test_who_logs_spending_chooses_nobody_who_checks_it() -> None:
    loggers = granting(Permission.LOG_EXPENSE)[0]
    checkers = granting(Permission.CHECK_EXPENSE)[0]
    for role in loggers:
        assert not set(COOPERATIVE_INVITES.get(CooperativeRole(role), ())) & set(checkers)
    assert not set(granting(Permission.LOG_EXPENSE)[1]) & set(ProgrammeRole)


@pytest.mark.parametrize(("person", "finds"), [("trainer", False), ("funder", False), ("manager", True)])
def test_the_search_finds_spending_and_plans_only_for_those_who_read_the_books(
    client: Client, request: pytest.FixtureRequest, expense: Expense, person: str, finds: bool
) -> None:
    client.force_login(request.getfixturevalue(person))
    for words in ("Ferretería", "123.45", expense.activity.title):
        page = client.get(reverse("overview:search"), {"q": words})
        assert page.status_code == 200
        assert bool(page.context["found"]) is finds, words
