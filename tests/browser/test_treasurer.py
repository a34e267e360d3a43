"""The treasurer's main path on a phone, in Spanish: log an expense, see what is left, mend a mistake."""

from __future__ import annotations

import io
from collections.abc import Callable
from decimal import Decimal

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from cooperatives.models import User
from premiums.models import Activity, Expense
from tests.factories import ExpenseFactory

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.xdist_group("browser"),
]


def photo() -> dict[str, object]:
    content = io.BytesIO()
    Image.new("RGB", (900, 1200), "beige").save(content, "JPEG")
    return {"name": "nota.jpg", "mimeType": "image/jpeg", "buffer": content.getvalue()}


def fill(page: Page, amount: str) -> None:
    page.fill("[name=amount]", amount)
    page.fill("[name=payee]", "Ferretería El Cafetal")
    page.fill("[name=purpose]", "Láminas para la bodega")
    page.fill("[name=spent_on]", "2013-06-01")


def test_treasurer_logs_an_expense_with_a_photo(
    open_as: Callable[..., Page], activity: Activity, treasurer: User
) -> None:
    page = open_as(treasurer, language="es-MX")
    page.get_by_role("link", name="Registrar gasto").first.click()
    page.locator(f"[name=activity][value='{activity.pk}']").check()
    fill(page, "1,250.00")
    expect(page.locator("[data-remainder]")).to_contain_text("250.00 MXN")
    expect(page.locator("[data-remainder]")).to_have_class("remainder over")
    page.fill("[name=amount]", "250.50")
    expect(page.locator("[data-remainder]")).to_contain_text("749.50 MXN")
    page.set_input_files("[name=vouchers]", files=[photo()])  # type: ignore[list-item]
    expect(page.locator(".file-chosen")).to_contain_text("nota.jpg")
    page.locator("main form button[type=submit]").click()
    expect(page.locator("main")).to_contain_text("749.50")
    expect(page.locator(".voucher-photo")).to_be_visible()
    assert Expense.objects.get().amount == Decimal("250.50")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_refused_form_keeps_what_was_typed_and_says_nothing_was_saved(
    open_as: Callable[..., Page], activity: Activity, treasurer: User
) -> None:
    ExpenseFactory.create(activity=activity, amount=Decimal("900"))
    page = open_as(treasurer)
    page.goto(f"/cooperatives/{activity.cooperative.slug}/spending/new/")
    page.locator(f"[name=activity][value='{activity.pk}']").check()
    fill(page, "100.01")
    page.locator("main form button[type=submit]").click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing was saved yet")
    expect(page.get_by_role("alert")).to_contain_text("100.00")
    expect(page.locator("[name=payee]")).to_have_value("Ferretería El Cafetal")
    page.fill("[name=amount]", "100")
    page.locator("main form button[type=submit]").click()
    expect(page.locator("main")).to_contain_text("Saved")


def test_a_double_tap_and_going_back_make_one_expense(
    open_as: Callable[..., Page], activity: Activity, treasurer: User
) -> None:
    page = open_as(treasurer)
    page.goto(f"/cooperatives/{activity.cooperative.slug}/spending/new/")
    page.locator(f"[name=activity][value='{activity.pk}']").check()
    fill(page, "100")
    page.locator("main form button[type=submit]").dblclick()
    expect(page.locator("main")).to_contain_text("Saved")
    assert Expense.objects.count() == 1
    page.go_back()
    page.locator(f"[name=activity][value='{activity.pk}']").check()
    fill(page, "100")
    page.locator("main form button[type=submit]").click()
    expect(page.get_by_role("alert")).to_contain_text("the same a little while ago")
    assert Expense.objects.count() == 1
    page.get_by_label("This is another expense").check()
    page.locator("main form button[type=submit]").click()
    expect(page.locator("main")).to_contain_text("Saved")
    assert Expense.objects.count() == 2


def test_without_javascript_everything_still_works(
    open_as: Callable[..., Page], activity: Activity, treasurer: User
) -> None:
    page = open_as(treasurer, java_script_enabled=False)
    page.goto(f"/cooperatives/{activity.cooperative.slug}/spending/new/")
    page.locator(f"[name=activity][value='{activity.pk}']").check()
    fill(page, "100")
    page.set_input_files("[name=vouchers]", files=[photo()])  # type: ignore[list-item]
    page.locator("main form button[type=submit]").click()
    expect(page.locator("main")).to_contain_text("Saved")
    assert Expense.objects.get().vouchers.count() == 1


def test_oversight_checks_what_the_treasurer_logged(
    open_as: Callable[..., Page], activity: Activity, treasurer: User, oversight: User
) -> None:
    expense = ExpenseFactory.create(activity=activity, logged_by=treasurer)
    page = open_as(oversight)
    page.get_by_role("link", name=expense.payee).click()
    page.get_by_role("button", name="Checked").click()
    expect(page.locator("main")).to_contain_text("can't be changed any more")
    expense.refresh_from_db()
    assert expense.state == "checked"
