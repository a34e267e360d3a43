"""The pages of one expense and of the list: detail, check, return, correct, void, list, export."""

from __future__ import annotations

import csv
import io
import uuid
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from cooperatives.models import User
from cooperatives.roles import COOPERATIVE_GRANTS, CooperativeRole, Permission
from premiums.models import Activity, Expense
from tests.factories import ExpenseFactory, VoucherFactory

pytestmark = pytest.mark.django_db

WRITES = ["expense_check", "expense_return", "expense_void", "expense_correct"]


@pytest.fixture
def expense(activity: Activity, treasurer: User) -> Expense:
    return ExpenseFactory.create(activity=activity, amount=Decimal(100), logged_by=treasurer)


def page(view: str, expense: Expense) -> str:
    return reverse(f"premiums:{view}", args=[expense.cooperative.slug, expense.pk])


def reload(expense: Expense) -> Expense:
    return Expense.objects.get(pk=expense.pk)


@pytest.mark.as_person("oversight")
def test_expense_check_marks_it_checked(signed_in: Client, expense: Expense, oversight: User) -> None:
    assert "voucher and entry agree" in signed_in.get(page("expense_detail", expense)).content.decode()
    response = signed_in.post(page("expense_check", expense), follow=True)
    assert (reload(expense).state, reload(expense).checked_by) == ("checked", oversight)
    assert "Checked. This expense" in response.content.decode()


def test_expense_check_is_forbidden_to_a_treasurer(signed_in: Client, expense: Expense) -> None:
    assert signed_in.post(page("expense_check", expense)).status_code == 403
    assert reload(expense).state == "logged"


@pytest.mark.as_person("admin")
def test_expense_check_of_ones_own_entry_is_refused_in_words(
    signed_in: Client, activity: Activity, admin: User
) -> None:
    own = ExpenseFactory.create(activity=activity, logged_by=admin)
    assert "voucher and entry agree" not in signed_in.get(page("expense_detail", own)).content.decode()
    response = signed_in.post(page("expense_check", own), follow=True)
    assert "Another person has to check it" in response.content.decode()
    assert reload(own).state == "logged"


@pytest.mark.as_person("oversight")
def test_expense_return_needs_a_reason_and_tells_it(
    signed_in: Client, client: Client, expense: Expense, treasurer: User
) -> None:
    assert signed_in.post(page("expense_return", expense), {"reason": " "}).status_code == 422
    signed_in.post(page("expense_return", expense), {"reason": "La nota no se lee"})
    assert reload(expense).state == "returned"
    client.force_login(treasurer)
    assert "La nota no se lee" in client.get(page("expense_detail", expense)).content.decode()
    log = client.get(reverse("premiums:spending_log", args=[expense.cooperative.slug])).content.decode()
    assert "Returned to be corrected" in log


def test_expense_correct_changes_it_and_waits_again(signed_in: Client, expense: Expense) -> None:
    typed = {
        "activity": expense.activity_id,
        "spent_on": "2013-06-02",
        "amount": "1000",
        "payee": "Vivero",
        "purpose": "Plantas",
    }
    assert signed_in.get(page("expense_correct", expense)).context["form"].initial["amount"] == Decimal(100)
    signed_in.post(page("expense_correct", expense), typed)
    assert (reload(expense).amount, reload(expense).payee) == (Decimal(1000), "Vivero")
    refused = signed_in.post(page("expense_correct", expense), typed | {"amount": "1000.01"})
    assert refused.status_code == 422
    assert "is more than what is left" in refused.content.decode()


@pytest.mark.as_person("oversight")
def test_a_checked_expense_offers_no_correction(
    signed_in: Client, client: Client, expense: Expense, treasurer: User
) -> None:
    signed_in.post(page("expense_check", expense))
    client.force_login(treasurer)
    response = client.get(page("expense_correct", expense), follow=True)
    assert "can&#x27;t be changed any more" in response.content.decode()


def test_expense_void_gives_the_money_back_and_stays_readable(signed_in: Client, expense: Expense) -> None:
    signed_in.post(page("expense_void", expense), {"reason": "Anotado dos veces"})
    assert reload(expense).state == "voided"
    assert reload(expense).activity.spent == 0
    assert "Anotado dos veces" in signed_in.get(page("expense_detail", expense)).content.decode()


@pytest.mark.as_person("oversight")
def test_expense_void_is_forbidden_to_oversight(signed_in: Client, expense: Expense) -> None:
    assert signed_in.post(page("expense_void", expense), {"reason": "x"}).status_code == 403


@pytest.mark.as_person("outsider")
@pytest.mark.parametrize("view", [*WRITES, "expense_detail"])
def test_an_expense_of_another_cooperative_is_not_found(signed_in: Client, expense: Expense, view: str) -> None:
    send = signed_in.get if view == "expense_detail" else signed_in.post
    assert send(page(view, expense)).status_code == 404
    assert reload(expense).state == "logged"


@pytest.mark.as_person("admin")
@pytest.mark.parametrize("view", WRITES)
def test_an_expense_under_the_address_of_another_cooperative_is_not_found(
    signed_in: Client, expense: Expense, other_cooperative: object, view: str
) -> None:
    assert signed_in.post(reverse(f"premiums:{view}", args=["vecina", expense.pk])).status_code == 404


@pytest.mark.as_person("oversight")
def test_expense_check_refuses_get(signed_in: Client, expense: Expense) -> None:
    assert signed_in.get(page("expense_check", expense)).status_code == 405


@pytest.mark.parametrize("view", ["expense_return", "expense_void", "expense_correct"])
def test_forms_of_an_expense_refuse_other_methods(signed_in: Client, expense: Expense, view: str) -> None:
    assert signed_in.put(page(view, expense)).status_code == 405


@pytest.mark.parametrize("rows", [1, 3])
def test_expense_list_asks_the_same_number_of_queries(
    signed_in: Client, activity: Activity, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(rows):
        VoucherFactory.create(expense=ExpenseFactory.create(activity=activity))
    with django_assert_num_queries(9):
        signed_in.get(reverse("premiums:expense_list", args=[activity.cooperative.slug]))


def test_expense_list_filters(signed_in: Client, activity: Activity) -> None:
    ExpenseFactory.create(activity=activity, payee="Vivero La Sombra", spent_on="2013-02-01")
    ExpenseFactory.create(activity=activity, payee="Imprenta Sol", spent_on="2014-02-01")
    address = reverse("premiums:expense_list", args=[activity.cooperative.slug])
    assert signed_in.get(address, {"words": "sombra"}).context["page_obj"].paginator.count == 1
    assert signed_in.get(address, {"since": "2014-01-01"}).context["page_obj"].paginator.count == 1
    assert signed_in.get(address, {"state": "checked"}).context["page_obj"].paginator.count == 0
    assert "Nothing fits these filters" in signed_in.get(address, {"state": "checked"}).content.decode()
    assert signed_in.get(address, {"state": "nonsense"}).status_code == 200


def test_expense_list_exports_what_is_shown_as_tidy_csv(signed_in: Client, activity: Activity) -> None:
    ExpenseFactory.create(activity=activity, payee="=cmd()", amount=Decimal("12.30"))
    ExpenseFactory.create(activity=activity, payee="Otra", spent_on="2014-02-01")
    address = reverse("premiums:expense_list", args=[activity.cooperative.slug])
    response = signed_in.get(address, {"format": "csv", "until": "2013-12-31"})
    text = b"".join(response).decode()  # type: ignore[call-overload]
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(row["amount"], row["currency"], row["date"], row["payee"]) for row in rows] == [
        ("12.30", "MXN", "2013-06-01", "'=cmd()")
    ]


@pytest.mark.as_person("outsider")
def test_expense_list_of_another_cooperative_is_not_found(signed_in: Client, activity: Activity) -> None:
    address = reverse("premiums:expense_list", args=[activity.cooperative.slug])
    assert signed_in.get(address).status_code == 404


@pytest.mark.as_person("oversight")
@pytest.mark.parametrize("view", ["expense_detail", "expense_chain"])
def test_expense_detail_and_chain_name_nobody_to_a_role_that_may_not_see_names(
    signed_in: Client, expense: Expense, monkeypatch: pytest.MonkeyPatch, view: str
) -> None:
    name = str(expense.logged_by)
    assert name in signed_in.get(page(view, expense)).content.decode()
    granted = COOPERATIVE_GRANTS[CooperativeRole.OVERSIGHT] - {Permission.SEE_MEMBERS}
    monkeypatch.setitem(COOPERATIVE_GRANTS, CooperativeRole.OVERSIGHT, granted)
    shown = signed_in.get(page(view, expense)).content.decode()
    assert name not in shown
    assert "Logged on" in shown


def test_expense_detail_of_an_unknown_key_is_not_found(signed_in: Client, activity: Activity) -> None:
    assert signed_in.get(reverse("premiums:expense_detail", args=["triunfo", 10**9])).status_code == 404
    assert signed_in.get(reverse("premiums:voucher_file", args=[uuid.uuid4()])).status_code == 404
