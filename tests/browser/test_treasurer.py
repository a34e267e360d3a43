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
from tests.browser.conftest import WALKS, fits, typed
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


@WALKS
def test_treasurer_logs_an_expense_with_a_photo(
    open_as: Callable[..., Page], activity: Activity, treasurer: User, size: dict[str, int], language: str
) -> None:
    page = open_as(treasurer, size=size, language=language)
    assert fits(page)
    page.locator("main a[href$='/spending/new/']").first.click()
    page.locator(f"[name=activity][value='{activity.pk}']").check()
    fill(page, typed("1,250.00", language))
    expect(page.locator("[data-remainder]")).to_contain_text(typed("250.00", language))
    expect(page.locator("[data-remainder]")).to_have_class("remainder over")
    page.fill("[name=amount]", typed("250.50", language))
    expect(page.locator("[data-remainder]")).to_contain_text(typed("749.50", language))
    page.set_input_files("[name=vouchers]", files=[photo()])  # type: ignore[list-item]
    expect(page.locator(".file-chosen")).to_contain_text("nota.jpg")
    assert fits(page)
    page.locator("main form button[type=submit]").click()
    expect(page.locator("main")).to_contain_text(typed("749.50", language))
    expect(page.locator(".voucher-photo")).to_be_visible()
    assert Expense.objects.get().amount == Decimal("250.50")
    assert page.locator("html").get_attribute("lang") == {"en-US": "en"}.get(language, language.lower())
    assert fits(page)


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


@WALKS
def test_oversight_checks_what_the_treasurer_logged(
    open_as: Callable[..., Page],
    activity: Activity,
    treasurer: User,
    oversight: User,
    size: dict[str, int],
    language: str,
) -> None:
    expense = ExpenseFactory.create(activity=activity, logged_by=treasurer)
    page = open_as(oversight, size=size, language=language)
    page.locator("section[aria-labelledby=to-check]").get_by_role("link", name=expense.payee).click()
    page.locator("form[action$='/check/'] button").click()
    expect(page.locator(".messages .alert-success")).to_be_visible()
    assert fits(page)
    expense.refresh_from_db()
    assert expense.state == "checked"
