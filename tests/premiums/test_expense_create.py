"""Logging an expense: the form, and what the server answers."""

from __future__ import annotations

import datetime as dt
import io
import uuid
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from cooperatives.models import Cooperative, User
from premiums.models import Activity, Expense
from tests.factories import approved_activity

pytestmark = pytest.mark.django_db


def address(cooperative: Cooperative) -> str:
    return reverse("premiums:expense_create", args=[cooperative.slug])


def typed(activity: Activity, **changes: Any) -> dict[str, Any]:
    return {
        "form_key": str(uuid.uuid4()),
        "activity": activity.pk,
        "spent_on": "2013-06-01",
        "amount": "250.50",
        "payee": "Ferretería El Cafetal",
        "purpose": "Láminas para la bodega",
    } | changes


def photo(form: str = "JPEG", size: tuple[int, int] = (60, 80), name: str = "nota.jpg") -> SimpleUploadedFile:
    content = io.BytesIO()
    Image.new("RGB", size, "white").save(content, form)
    return SimpleUploadedFile(name, content.getvalue(), content_type="image/jpeg")


def test_expense_create_saves_and_answers_with_what_is_left(signed_in: Client, activity: Activity) -> None:
    response = signed_in.post(address(activity.cooperative), typed(activity, vouchers=[photo()]), follow=True)
    expense = Expense.objects.get()
    assert (expense.amount, expense.spent_on, expense.state) == (Decimal("250.50"), dt.date(2013, 6, 1), "logged")
    assert expense.logged_by is not None
    assert expense.logged_by.name == "Tomasa Tesorera"
    assert expense.vouchers.count() == 1
    assert response.redirect_chain[-1][0] == reverse("premiums:expense_detail", args=["triunfo", expense.pk])
    assert "749.50" in response.content.decode()


def test_expense_create_offers_today_and_the_last_choice(signed_in: Client, activity: Activity, admin: User) -> None:
    other = approved_activity(activity.cooperative, Decimal(500), by=admin)
    signed_in.post(address(activity.cooperative), typed(other))
    form = signed_in.get(address(activity.cooperative)).context["form"]
    assert form.initial["activity"] == other.pk
    assert form.initial["spent_on"] == activity.cooperative.today()


def test_expense_create_sent_twice_makes_one_expense(signed_in: Client, activity: Activity) -> None:
    once = typed(activity, vouchers=[photo()])
    first = signed_in.post(address(activity.cooperative), once)
    again = signed_in.post(address(activity.cooperative), once | {"vouchers": [photo()]}, follow=True)
    assert Expense.objects.count() == 1
    assert Expense.objects.get().vouchers.count() == 1
    assert again.redirect_chain[-1][0] == first["Location"]
    assert "already saved" in again.content.decode()


def test_expense_create_asks_before_logging_the_same_again(signed_in: Client, activity: Activity) -> None:
    signed_in.post(address(activity.cooperative), typed(activity, payee="<b>Lupe</b>"))
    asked = signed_in.post(address(activity.cooperative), typed(activity, payee="<b>Lupe</b>"))
    assert "the same a little while ago" in asked.content.decode()
    assert "<b>Lupe</b>" not in asked.content.decode()
    assert Expense.objects.count() == 1
    signed_in.post(address(activity.cooperative), typed(activity, payee="<b>Lupe</b>", is_another="on"))
    assert Expense.objects.count() == 2


def test_expense_create_refuses_the_key_of_somebody_else(
    client: Client, signed_in: Client, activity: Activity, outsider: User, admin: User, other_cooperative: Cooperative
) -> None:
    key = str(uuid.uuid4())
    signed_in.post(address(activity.cooperative), typed(activity, form_key=key))
    theirs = approved_activity(other_cooperative, Decimal(500), by=admin)
    client.force_login(outsider)
    response = client.post(address(other_cooperative), typed(theirs, form_key=key))
    assert response.status_code == 422
    assert "already used for another entry" in response.content.decode()
    assert Expense.objects.count() == 1


def test_expense_create_beyond_the_resolution_says_the_numbers_and_keeps_what_was_typed(
    signed_in: Client, activity: Activity
) -> None:
    signed_in.post(address(activity.cooperative), typed(activity, amount="900"))
    response = signed_in.post(address(activity.cooperative), typed(activity, amount="100.01", payee="Doña Lupe"))
    page = response.content.decode().replace("\xa0", " ")
    assert response.status_code == 422
    assert "100.01 MXN is more than what is left" in page
    assert "100.00 MXN of the 1,000.00 MXN the assembly approved" in page
    assert "Doña Lupe" in page
    assert Expense.objects.count() == 1


def test_expense_create_on_an_activity_spent_up_meanwhile_says_so(signed_in: Client, activity: Activity) -> None:
    signed_in.post(address(activity.cooperative), typed(activity, amount="1000"))
    response = signed_in.post(address(activity.cooperative), typed(activity, amount="1"))
    assert "is more than what is left" in response.content.decode()


@pytest.mark.parametrize(
    ("language", "text", "amount"),
    [
        ("es-mx", "1,000.00", "1000"),
        ("pt-br", "1.000,00", "1000"),
        ("pt-br", "99,5", "99.5"),
        ("es-mx", "99,5", "99.5"),
    ],
)
def test_expense_create_reads_amounts_as_the_language_writes_them(
    signed_in: Client, treasurer: User, activity: Activity, language: str, text: str, amount: str
) -> None:
    treasurer.language = language
    treasurer.save()
    signed_in.post(address(activity.cooperative), typed(activity, amount=text))
    assert Expense.objects.get().amount == Decimal(amount)


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("amount", "0", "must be above zero"),
        ("amount", "-5", "must be above zero"),
        ("amount", "mucho", "Write the amount in figures"),
        ("amount", "1.234", "Is this 1,234.00 or 1.23?"),
        ("amount", "99999999999", "larger than any we can record"),
        ("spent_on", "2099-01-01", "lies in the future"),
        ("spent_on", "ayer", "Enter a valid date"),
        ("payee", "", "This field is required"),
    ],
)
def test_expense_create_explains_bad_input(
    signed_in: Client, activity: Activity, field: str, value: str, sentence: str
) -> None:
    response = signed_in.post(address(activity.cooperative), typed(activity, **{field: value}))
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert "Nothing was saved yet" in response.content.decode()
    assert not Expense.objects.exists()


def test_expense_create_refuses_an_activity_of_another_cooperative(
    signed_in: Client, activity: Activity, other_cooperative: Cooperative, admin: User
) -> None:
    theirs = approved_activity(other_cooperative, Decimal(500), by=admin)
    response = signed_in.post(address(activity.cooperative), typed(theirs))
    assert response.status_code == 422
    assert not Expense.objects.exists()


def test_expense_create_needs_money_to_spend(signed_in: Client, cooperative: Cooperative) -> None:
    assert "No activity has money left" in signed_in.get(address(cooperative)).content.decode()


@pytest.mark.as_person("outsider")
def test_expense_create_in_another_cooperative_is_not_found(signed_in: Client, activity: Activity) -> None:
    assert signed_in.post(address(activity.cooperative), typed(activity)).status_code == 404
    assert not Expense.objects.exists()


@pytest.mark.parametrize("person", ["oversight", "manager"])
def test_expense_create_is_forbidden_to_who_only_reads(
    client: Client, request: pytest.FixtureRequest, activity: Activity, person: str
) -> None:
    client.force_login(request.getfixturevalue(person))
    assert client.post(address(activity.cooperative), typed(activity)).status_code == 403
    assert not Expense.objects.exists()


def test_expense_create_refuses_other_methods(signed_in: Client, activity: Activity) -> None:
    assert signed_in.delete(address(activity.cooperative)).status_code == 405
