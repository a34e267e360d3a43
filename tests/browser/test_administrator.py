"""The administrator's main path: find a record, correct it, see who changed what; be refused kindly."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from playwright.sync_api import Page, expect

from cooperatives.models import User
from premiums.models import Activity, Expense
from tests.browser.conftest import DESK, WALKS
from tests.factories import ExpenseFactory

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.xdist_group("browser"),
]


@WALKS
def test_admin_corrects_a_name_and_sees_the_change_in_the_history(
    open_as: Callable[..., Page], activity: Activity, admin: User, size: dict[str, int], language: str
) -> None:
    page = open_as(admin, size=size, language=language)
    page.goto("/admin/cooperatives/cooperative/")
    page.fill("#searchbar", "triunfo")
    page.locator("#changelist-search [type=submit]").click()
    page.locator("#result_list").get_by_role("link", name="Triunfo").click()
    page.fill("[name=short_name]", "Triunfo Verde")
    page.locator("[name=_save]").click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    activity.cooperative.refresh_from_db()
    assert activity.cooperative.short_name == "Triunfo Verde"
    page.locator("#result_list").get_by_role("link", name="Triunfo Verde").click()
    page.locator(".historylink").click()
    latest = page.locator("#change-history tbody tr").first
    expect(latest).to_contain_text("Triunfo → Triunfo Verde")
    expect(latest).to_contain_text("Ada Admin")


def test_admin_is_told_what_is_left_and_keeps_what_was_typed(
    open_as: Callable[..., Page], activity: Activity, admin: User
) -> None:
    ExpenseFactory.create(activity=activity, amount=Decimal("900"))
    page = open_as(admin, size=DESK)
    page.goto("/admin/premiums/expense/add/")
    page.locator(".field-activity .select2-selection").click()
    page.locator(".select2-search__field").fill(activity.title)
    page.locator(".select2-results__option", has_text=activity.title).click()
    typed = {
        "amount": "100.01",
        "spent_on": "2013-06-01",
        "payee": "Ferretería El Cafetal",
        "purpose": "Láminas para la bodega",
    }
    for name, text in typed.items():
        page.fill(f"[name={name}]", text)
    page.get_by_role("button", name="Save", exact=True).click()
    refused = page.locator(".errorlist.nonfield")
    expect(refused).to_contain_text("100.01 MXN is more than what is left")
    expect(refused).to_contain_text("100.00 MXN of the 1,000.00 MXN the assembly approved")
    expect(refused).to_contain_text("Nothing was saved")
    for name, text in typed.items():
        expect(page.locator(f"[name={name}]")).to_have_value(text)
    expect(page.locator("[name=activity]")).to_have_value(str(activity.pk))
    expect(page.locator(".field-activity .select2-selection")).to_contain_text(activity.title)
    assert Expense.objects.count() == 1
    page.fill("[name=amount]", "100")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".messagelist")).to_contain_text("added successfully")
    assert Expense.objects.count() == 2
