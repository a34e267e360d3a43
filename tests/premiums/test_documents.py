"""The tax document of an expense, and one voucher that pays for two activities."""

from __future__ import annotations

import uuid
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from config.errors import Refused
from cooperatives.models import User
from premiums.actions.log_expense import log_expense
from premiums.actions.review_expense import correct_expense, void_expense
from premiums.models import Activity, Expense
from premiums.models.documents import nfe_check_digit
from tests.factories import ExpenseFactory, VoucherFactory, approved_activity

pytestmark = pytest.mark.django_db

FOLIO = "6F9619FF-8B86-4D01-B42D-00CF4FC964FF"
KEY = "3112060123456700018955001000012345100012345"
KEY = KEY[:43] + str(nfe_check_digit(KEY[:43]))


def create(activity: Activity) -> str:
    return reverse("premiums:expense_create", args=[activity.cooperative.slug])


def page(view: str, expense: Expense) -> str:
    return reverse(f"premiums:{view}", args=[expense.cooperative.slug, expense.pk])


def typed(activity: Activity, **changes: Any) -> dict[str, Any]:
    return {
        "form_key": str(uuid.uuid4()),
        "activity": activity.pk,
        "spent_on": "2013-06-01",
        "amount": "250.50",
        "payee": "Ferretería El Cafetal",
        "purpose": "Láminas",
    } | changes


@pytest.fixture
def other(activity: Activity, admin: User) -> Activity:
    return approved_activity(activity.cooperative, Decimal(500), by=admin, plan=activity.plan, title="Bodega")


@pytest.mark.parametrize(
    ("kind", "number", "kept"),
    [("cfdi", f" {FOLIO} ", FOLIO.lower()), ("nfe", " ".join((KEY[:22], KEY[22:])), KEY)],
)
def test_expense_create_keeps_the_number_of_a_tax_document(
    signed_in: Client, activity: Activity, kind: str, number: str, kept: str
) -> None:
    response = signed_in.post(
        create(activity), typed(activity, document_kind=kind, document_number=number), follow=True
    )
    expense = Expense.objects.get()
    assert (expense.document_kind, expense.document_number) == (kind, kept)
    assert kept in response.content.decode()


@pytest.mark.parametrize(
    ("kind", "number", "sentence"),
    [
        ("cfdi", "123", "This is no folio fiscal"),
        ("nfe", KEY[:43] + str((int(KEY[43]) + 1) % 10), "This is no access key"),
        ("", FOLIO, "Say which kind of tax document"),
        ("cfdi", "", "Copy the number from the tax document"),
    ],
)
def test_expense_create_says_what_is_wrong_with_a_tax_document(
    signed_in: Client, activity: Activity, kind: str, number: str, sentence: str
) -> None:
    response = signed_in.post(create(activity), typed(activity, document_kind=kind, document_number=number))
    assert response.status_code == 422
    text = response.content.decode()
    assert sentence in text
    assert '<details class="fold" open>' in text
    assert not Expense.objects.exists()


def test_expense_create_without_a_tax_document_keeps_the_fold_closed(signed_in: Client, activity: Activity) -> None:
    assert '<details class="fold">' in signed_in.get(create(activity)).content.decode()


def test_expense_create_refuses_a_document_that_another_expense_has_and_names_it(
    signed_in: Client, activity: Activity, admin: User
) -> None:
    document = {"document_kind": "cfdi", "document_number": FOLIO}
    first = ExpenseFactory.create(
        activity=activity, payee="Vivero", document_kind="cfdi", document_number=FOLIO.lower()
    )
    response = signed_in.post(create(activity), typed(activity, **document))
    assert response.status_code == 422
    text = response.content.decode()
    assert "This tax document is already with another expense: Vivero, 100.00\xa0MXN, Jun 1, 2013." in text
    void_expense(expense=first, reason="Dos veces", by=admin)
    assert signed_in.post(create(activity), typed(activity, **document)).status_code == 302


def test_expense_correct_keeps_its_own_document_and_refuses_that_of_another(
    signed_in: Client, activity: Activity, treasurer: User
) -> None:
    ExpenseFactory.create(activity=activity, document_kind="nfe", document_number=KEY)
    own = ExpenseFactory.create(activity=activity, document_kind="cfdi", document_number=FOLIO.lower())
    form = signed_in.get(page("expense_correct", own)).context["form"]
    assert form.initial["document_number"] == FOLIO.lower()
    kept = typed(activity, document_kind="cfdi", document_number=FOLIO)
    assert signed_in.post(page("expense_correct", own), kept).status_code == 302
    refused = signed_in.post(page("expense_correct", own), kept | {"document_kind": "nfe", "document_number": KEY})
    assert "already with another expense" in refused.content.decode()
    signed_in.post(page("expense_correct", own), typed(activity))
    assert Expense.objects.get(pk=own.pk).document_number == ""


def test_a_correction_that_says_nothing_of_the_document_leaves_it(activity: Activity, treasurer: User) -> None:
    own = ExpenseFactory.create(activity=activity, document_kind="cfdi", document_number=FOLIO.lower())
    said = {name: getattr(own, name) for name in ("amount", "spent_on", "payee", "purpose")}
    correct_expense(expense=own, activity=activity, by=treasurer, **said)
    assert Expense.objects.get(pk=own.pk).document_number == FOLIO.lower()


def test_expense_create_splits_one_voucher_over_two_activities(
    signed_in: Client, activity: Activity, other: Activity
) -> None:
    first = ExpenseFactory.create(activity=activity, payee="Vivero", document_kind="nfe", document_number=KEY)
    voucher = VoucherFactory.create(expense=first)
    assert f"?split_of={first.pk}" in signed_in.get(page("expense_detail", first)).content.decode()
    asked = signed_in.get(create(activity), {"split_of": first.pk})
    assert asked.context["form"].initial["payee"] == "Vivero"
    assert 'name="vouchers"' not in asked.content.decode()
    assert 'name="document_number"' not in asked.content.decode()
    response = signed_in.post(create(activity), typed(other, split_of=first.pk), follow=True)
    part = Expense.objects.get(split_of=first)
    assert part.activity == other
    assert str(voucher.pk) in response.content.decode()
    assert page("expense_detail", first) in response.content.decode()
    assert page("expense_detail", part) in signed_in.get(page("expense_detail", first)).content.decode()


def test_a_part_of_a_part_belongs_to_the_first_entry(signed_in: Client, activity: Activity, other: Activity) -> None:
    first = ExpenseFactory.create(activity=activity)
    part = ExpenseFactory.create(activity=other, split_of=first)
    signed_in.post(create(activity), typed(other, split_of=part.pk, amount="10"))
    assert Expense.objects.filter(split_of=first).count() == 2


def test_a_part_of_what_can_be_no_entry_is_not_found(signed_in: Client, activity: Activity) -> None:
    for key in ("0", "9" * 20, "9" * 5000):
        assert signed_in.post(create(activity), typed(activity, split_of=key)).status_code == 404


def test_expense_correct_of_a_part_asks_for_no_papers(signed_in: Client, activity: Activity, other: Activity) -> None:
    part = ExpenseFactory.create(activity=other, split_of=ExpenseFactory.create(activity=activity))
    assert 'name="vouchers"' not in signed_in.get(page("expense_correct", part)).content.decode()
    assert signed_in.post(page("expense_correct", part), typed(other, amount="20")).status_code == 302
    assert Expense.objects.get(pk=part.pk).split_of is not None


def test_a_voided_entry_is_not_split(signed_in: Client, activity: Activity, other: Activity, admin: User) -> None:
    first = ExpenseFactory.create(activity=activity)
    void_expense(expense=first, reason="Dos veces", by=admin)
    assert "?split_of" not in signed_in.get(page("expense_detail", first)).content.decode()
    response = signed_in.post(create(activity), typed(other, split_of=first.pk))
    assert response.status_code == 422
    assert "was voided" in response.content.decode()
    with pytest.raises(Refused):
        log_expense(
            activity=other,
            amount=Decimal(1),
            spent_on=first.spent_on,
            payee="x",
            purpose="x",
            form_key=uuid.uuid4(),
            split_of=Expense.objects.get(pk=first.pk),
            by=admin,
        )


def test_an_entry_of_another_cooperative_is_not_split(
    signed_in: Client, activity: Activity, other_cooperative: Any, admin: User
) -> None:
    foreign = ExpenseFactory.create(activity=approved_activity(other_cooperative, Decimal(500), by=admin))
    assert signed_in.get(create(activity), {"split_of": foreign.pk}).status_code == 404
    assert signed_in.post(create(activity), typed(activity, split_of=foreign.pk)).status_code == 404
    assert signed_in.get(create(activity), {"split_of": "x"}).status_code == 200


@pytest.mark.parametrize("rows", [1, 3])
def test_expense_detail_with_parts_asks_the_same_number_of_queries(
    signed_in: Client, activity: Activity, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first = ExpenseFactory.create(activity=activity)
    for _number in range(rows):
        ExpenseFactory.create(activity=activity, split_of=first)
        VoucherFactory.create(expense=first)
    with django_assert_num_queries(9):
        signed_in.get(page("expense_detail", first))
