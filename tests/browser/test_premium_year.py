"""A year of the premium in a real browser, from nothing: plan, vote, sale, spending, exception, reports, the close."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Locator, Page, expect

from cooperatives.models import Cooperative, User
from premiums.models import Activity, Expense, Fund, Plan
from tests.browser.conftest import DESK
from tests.browser.test_treasurer import photo
from tests.factories import CategoryFactory, RateFactory

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.xdist_group("browser"),
]

HOME = "/cooperatives/triunfo"


def type_in(page: Page, **values: str) -> None:
    """Fill the fields of the form, choosing where there is a choice."""
    for name, value in values.items():
        field = page.locator(f"main [name={name}]")
        if field.first.get_attribute("type") == "radio":
            page.locator(f"main [name={name}][value='{value}']").check()
        elif field.evaluate("element => element.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)


def send(page: Page, **values: str) -> None:
    """Fill the form and send it with its main button."""
    type_in(page, **values)
    page.locator("main form .btn-primary[type=submit]").first.click()


def refused(page: Page) -> Locator:
    """The box that says that nothing was saved; nothing is wider than the phone."""
    box = page.locator("main form [role=alert]")
    expect(box).to_contain_text("Aún no se guardó nada")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    return box


def follow(page: Page, ending: str) -> None:
    """Tap the link of the page whose address ends so."""
    page.locator(f"main a[href$='{ending}']").first.click()
    page.wait_for_url(re.compile(re.escape(ending) + "$"))
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def told(page: Page) -> Locator:
    """What the page says about the step just done."""
    return page.locator("main .messages")


def draft_the_plan(page: Page) -> None:
    """From the empty fund to a draft with two activities; the period typed backwards, and an unclear budget."""
    follow(page, "/premium/")
    expect(page.locator(".empty")).to_be_visible()
    follow(page, "/premium/plans/new/")
    title, start = page.input_value("[name=title]"), page.input_value("[name=starts_on]")
    send(page, ends_on=f"{int(start[:4]) - 1}-12-31")
    expect(page.locator(".invalid-feedback")).to_be_visible()
    expect(page.locator("[name=title]")).to_have_value(title)
    send(page, ends_on=f"{start[:4]}-12-31")
    follow(page, "/activities/new/")
    category = page.locator("[name=category] option").nth(1).get_attribute("value") or ""
    line = {"category": category, "objective": "Más café por mata", "responsible": "Comité de calidad"}
    send(page, title="Vivero de café", budget="60.000", **line)
    expect(page.locator(".invalid-feedback")).to_contain_text("60,000.00")
    type_in(page, budget="60.000,00")
    page.locator("button[name=another]").click()
    expect(told(page)).to_contain_text("Vivero de café")
    send(page, title="Capacitación de catadores", budget="40 000", **line)
    expect(page.locator("main")).to_contain_text("100,000.00")


def hold_an_assembly(page: Page, **numbers: str) -> None:
    """Record who came."""
    present = {"entitled": "120", "present_women": "40", "present_men": "45", "quorum_percent": "51"}
    send(page, **present | numbers)


def put_the_plan_to_the_vote(page: Page) -> None:
    """A first call without quorum, too many votes, then the second call adopts the plan."""
    follow(page, "/vote/")
    page.locator(".empty a").click()
    hold_an_assembly(page, present_women="20", present_men="21")
    expect(page).to_have_url(re.compile("/vote/$"))
    expect(told(page)).to_contain_text("41 de 120")
    send(page, votes_for="41", votes_against="0")
    expect(told(page)).to_contain_text("41")
    assert not Activity.objects.filter(approved__gt=0)
    follow(page, "/vote/")
    page.locator("main a[href*='/assemblies/new/']").click()
    hold_an_assembly(page, present_women="20", present_men="21", quorum_percent="30", call="2")
    first = page.locator("[name=assembly] option", has_text="41").first.get_attribute("value") or ""
    send(page, assembly=first, votes_for="40", votes_against="10")
    expect(refused(page)).to_contain_text("50")
    send(page, votes_for="35", votes_against="4", votes_abstained="2")
    expect(told(page)).to_be_visible()
    assert Plan.objects.get().versions.get().state == "approved"


def sell_and_be_paid(page: Page, today: str) -> None:
    """A container sold, and its premium paid in dollars."""
    page.goto(f"{HOME}/spending/")
    follow(page, "/premium/sales/")
    follow(page, "/premium/sales/new/")
    scheme = page.locator("[name=scheme] option").nth(1).get_attribute("value") or ""
    sale = {"contract_number": "TV-1", "buyer": "Tostadora del Norte", "signed_on": today}
    send(page, **sale, scheme=scheme, form="washed", bags="275", bag_kg="69,5", price="1.4.5")
    expect(page.locator(".invalid-feedback")).to_be_visible()
    expect(page.locator("[name=bag_kg]")).to_have_value("69,5")
    send(page, bag_kg="69", price="1,45")
    expect(page.locator("main")).to_contain_text("8,366.54")
    page.locator("main .actions a.btn-primary").click()
    expect(page.locator("[name=currency]")).to_have_value("USD")
    expect(page.locator("[name=payer]")).to_have_value("Tostadora del Norte")
    send(page)
    expect(refused(page)).to_contain_text("USD")
    send(page, rate="17,25", rate_source="Ficha del banco")
    expect(page.locator("main")).to_contain_text("144,322.82")


def log(page: Page, activity: str, amount: str, payee: str) -> None:
    """Log an expense with a photo."""
    key = Activity.objects.get(title=activity).pk
    page.goto(f"{HOME}/spending/new/?activity={key}")
    page.set_input_files("[name=vouchers]", files=[photo()])  # type: ignore[list-item]
    send(page, activity=str(key), amount=amount, payee=payee, purpose="Bolsas y tierra")


def spend(page: Page) -> None:
    """One expense, then one beyond what is left: refused with the numbers, nothing kept."""
    log(page, "Vivero de café", "12,500.50", "Vivero Los Pinos")
    expect(told(page)).to_contain_text("47,499.50")  # the form itself says as much before it is sent
    log(page, "Vivero de café", "50,000", "Vivero Los Pinos")
    expect(refused(page)).to_contain_text("47,499.50")
    assert Expense.objects.count() == 1
    type_in(page, spent_on="2099-01-01", amount="10")
    expect(page.locator("[name=spent_on]:invalid")).to_have_count(1)
    page.locator("main form").evaluate("form => form.noValidate = true")
    send(page)
    expect(refused(page)).to_contain_text("futuro")


def spend_by_exception(page: Page, today: str) -> None:
    """A landslide can't wait: authorised, spent, shown in red, ratified."""
    plan = Plan.objects.get().pk
    page.goto(f"{HOME}/premium/plans/{plan}/")
    follow(page, "/exception/")
    category = page.locator("[name=category] option").nth(1).get_attribute("value") or ""
    reason = {"reason": "Un derrumbe cortó el camino", "authoriser": "Consejo de administración"}
    send(page, title="Camino", category=category, amount="15,000", ratify_by_on=today, **reason)
    expect(page.locator(".exceptions")).to_contain_text("15,000.00")
    page.locator(".exceptions a[href*='/spending/new/']").click()
    page.set_input_files("[name=vouchers]", files=[photo()])  # type: ignore[list-item]
    send(page, amount="9000", payee="Maquinaria Sierra", purpose="Retroexcavadora")
    expect(told(page)).to_contain_text("6,000.00")
    page.goto(f"{HOME}/premium/assemblies/")
    expect(page.locator(".exceptions")).to_contain_text("9,000.00")
    page.locator(".exceptions a[href$='/ratify/']").click()
    page.locator("main a[href*='/assemblies/new/']").click()
    hold_an_assembly(page)
    send(page, covers="spent", votes_for="80", votes_against="1")
    expect(page.locator(".exceptions")).to_have_count(0)
    assert Activity.objects.get(title="Camino").approved == 9000


def check(page: Page, payees: tuple[str, ...]) -> None:
    """The oversight committee looks at the vouchers and checks."""
    for payee in payees:
        page.goto(f"{HOME}/spending/")
        page.get_by_role("link", name=payee).first.click()
        expect(page.locator(".voucher-photo")).to_be_visible()
        page.get_by_role("button", name="Revisado").click()
        expect(told(page)).to_be_visible()
    assert set(Expense.objects.values_list("state", flat=True)) == {"checked"}


def close(page: Page) -> None:
    """What is missing is listed; one report after the other; then the second assembly closes the year."""
    plan = Plan.objects.get().pk
    page.goto(f"{HOME}/premium/plans/{plan}/")
    follow(page, "/close/")
    for done in ("yes", "no", "partly"):
        page.locator(".checklist a[href$='/report/']").first.click()
        send(page, done=done, objective_reached=done)
        if done != "yes":
            expect(refused(page)).to_be_visible()
            send(page, reason="Faltó tiempo")
        expect(told(page)).to_be_visible()
    expect(page.locator(".checklist .open")).to_have_count(0)
    send(page, votes_for="70", votes_against="3")
    expect(page.locator("main")).to_contain_text("Tomasa Tesorera")
    assert Plan.objects.get().is_closed


def printed(page: Page, folder: Path) -> list[str]:
    """The statement as PDF on A4: the text of its pages."""
    page.goto(f"{HOME}/premium/")
    page.locator("main .actions a").click()
    expect(page.locator("[data-print]")).to_be_visible()
    content = page.pdf(path=folder / "statement.pdf", prefer_css_page_size=True)
    sheets = pypdf.PdfReader(io.BytesIO(content)).pages
    assert {(round(sheet.mediabox.width), round(sheet.mediabox.height)) for sheet in sheets} == {(595, 842)}
    return [sheet.extract_text() for sheet in sheets]


def test_a_year_of_the_premium_from_nothing_to_the_close(
    open_as: Callable[..., Page],
    cooperative: Cooperative,
    treasurer: User,
    oversight: User,
    manager: User,
    tmp_path: Path,
) -> None:
    CategoryFactory.create(name="Calidad", counts_to_quality=True)
    RateFactory.create()
    today = cooperative.today().isoformat()
    page = open_as(treasurer, language="es-MX")
    draft_the_plan(page)
    put_the_plan_to_the_vote(page)
    sell_and_be_paid(page, today)
    spend(page)
    spend_by_exception(page, today)
    check(open_as(oversight, language="es-MX"), ("Vivero Los Pinos", "Maquinaria Sierra"))
    late = page.context.new_page()
    late.goto(f"{HOME}/spending/new/")
    close(page)
    first, *more = printed(page, tmp_path)
    assert len(more) <= 1
    for figure in ("144,322.82", "21,500.50", "122,822.32", "12,500.50", "8,366.54", "17.25"):
        assert figure in first, figure
    assert "Consejo de vigilancia" in "".join([first, *more])
    late.set_input_files("[name=vouchers]", files=[photo()])  # type: ignore[list-item]
    vivero = str(Activity.objects.get(title="Vivero de café").pk)
    send(late, activity=vivero, amount="10", payee="Tienda", purpose="Costales")
    expect(refused(late)).to_be_visible()
    expect(late.locator("main")).to_contain_text("cerrado")
    assert Expense.objects.count() == 2
    assert Fund.objects.get().spent == Decimal("21500.50")
    for_the_manager(open_as(manager, size=DESK))


def for_the_manager(page: Page) -> None:
    """The same figures at a desk: the fund of the co-op, and the use across co-ops."""
    page.goto(f"{HOME}/premium/")
    for figure in ("144,322.82", "21,500.50", "122,822.32"):
        expect(page.locator(".figures")).to_contain_text(figure)
    expect(page.locator("main a[href$='/new/']")).to_have_count(0)
    page.goto("/premium-use/")
    expect(page.locator("main")).to_contain_text("21,500.50")
    page.get_by_role("link", name="Triunfo").click()
    expect(page).to_have_url(re.compile(f"{HOME}/premium/$"))
