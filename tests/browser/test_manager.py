"""The program manager's main path, at a desk and on a phone, on the real reference data with the example figures."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

import pytest
from playwright.sync_api import Locator, Page, expect

from cooperatives.models import Cooperative, Fact, User
from premiums.models import Activity
from tests.browser.conftest import DESK, PHONE, WALKS, fits, typed
from tests.factories import ExpenseFactory

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.xdist_group("browser"),
]

NAMES = "table.board tbody tr:not(.board-group) th[scope=row] > a"


def amount(text: str) -> Decimal | None:
    found = re.search(r"[\d,]+\.\d\d", text)
    return Decimal(found[0].replace(",", "")) if found else None


def column(page: Page, label: str, group: str) -> list[Decimal | None]:
    return [amount(cell) for cell in page.locator(f"tbody#{group} td[data-label='{label}']").all_inner_texts()]


def row(page: Page, name: str) -> Locator:
    return page.locator("table.board tbody tr", has=page.get_by_role("rowheader").get_by_role("link", name=name))


def names_in(programme: str) -> set[str]:
    return set(Cooperative.objects.filter(enrolments__programme__slug=programme).values_list("short_name", flat=True))


def test_manager_reads_the_board_sorts_it_and_chooses_a_programme(
    open_as: Callable[..., Page], person: Callable[[str], User]
) -> None:
    page = open_as(person("manager"), size=DESK)
    expect(page.get_by_role("heading", level=1)).to_have_text("Board")
    assert set(page.locator(NAMES).all_inner_texts()) == names_in("chiapas") | names_in("rsp-brazil")

    for direction, descending in (("descending", True), ("ascending", False)):
        page.get_by_role("columnheader", name="Premium spent").get_by_role("link").click()
        header = page.get_by_role("columnheader", name="Premium spent")
        expect(header).to_have_attribute("aria-sort", direction)
        known = [one for one in column(page, "Premium spent", "participant") if one is not None]
        assert len(set(known)) >= 9
        assert known == sorted(known, reverse=descending)

    page.get_by_label("Programme").select_option("rsp-brazil")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile("programme=rsp-brazil"))
    assert set(page.locator(NAMES).all_inner_texts()) == names_in("rsp-brazil")
    page.get_by_role("link", name="Show all").click()
    expect(page.locator(NAMES)).to_have_count(len(names_in("chiapas") | names_in("rsp-brazil")))


def test_manager_follows_a_premium_figure_to_the_rows_behind_it(
    open_as: Callable[..., Page], person: Callable[[str], User]
) -> None:
    page = open_as(person("manager"), size=DESK)
    cell = row(page, "Triunfo Verde").locator("td[data-label='Premium spent']")
    figure = amount(cell.inner_text())
    assert figure
    cell.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("All spending")
    rows: list[Decimal] = []
    while True:
        sums = page.locator(".entries li:not(.voided) .row-sum").all_inner_texts()
        rows += [one for one in map(amount, sums) if one is not None]
        following = page.locator(".pagination").get_by_role("link", name=re.compile("Next"))
        if not following.count():
            break
        following.click()
    assert len(rows) > 10
    assert sum(rows) == figure


def test_manager_reaches_each_cooperative_of_one_town_on_the_map_with_the_keyboard(
    open_as: Callable[..., Page], person: Callable[[str], User]
) -> None:
    page = open_as(person("manager"), size=DESK)
    crowd = list(Cooperative.objects.filter(place__slug="jaltenango"))
    assert len(crowd) == 5
    for cooperative in crowd:
        page.goto("/")
        page.get_by_role("link", name="Map", exact=True).press("Enter")
        mark = page.locator(f".map a.mark[href$='/{cooperative.slug}/']")
        for _ in range(40):
            if mark.evaluate("mark => mark === document.activeElement"):
                break
            page.keyboard.press("Tab")
        expect(mark).to_be_focused()
        assert mark.evaluate(
            "mark => { const {x, y, width, height} = mark.querySelector('.mark-dot').getBoundingClientRect();"
            " return mark.contains(document.elementFromPoint(x + width / 2, y + height / 2)); }"
        ), f"another mark covers that of {cooperative.short_name}"
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text(cooperative.short_name)


def test_manager_opens_the_source_of_a_fact(open_as: Callable[..., Page], person: Callable[[str], User]) -> None:
    page = open_as(person("manager"), size=DESK)
    row(page, "Triunfo Verde").get_by_role("rowheader").get_by_role("link").click()
    page.wait_for_url("**/cooperatives/**")
    sources = set(Fact.objects.filter(cooperative__slug="triunfo-verde").values_list("source", flat=True))
    note = page.locator("#facts details.source").last
    text = note.locator("div > p").first
    expect(text).to_be_hidden()
    note.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(text).to_be_visible()
    assert text.inner_text() in sources


def test_manager_reads_the_board_on_a_phone(open_as: Callable[..., Page], person: Callable[[str], User]) -> None:
    page = open_as(person("manager"), size=PHONE)
    width = PHONE["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator(".board-scroll").evaluate("box => box.scrollWidth - box.clientWidth") <= 0
    names = page.locator(NAMES).all()
    assert len(names) == len(names_in("chiapas") | names_in("rsp-brazil"))
    for name in names:
        expect(name).to_be_visible()
        box = name.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width


@WALKS
def test_manager_finds_an_expense_from_the_board_by_its_amount_or_its_payee(
    open_as: Callable[..., Page], activity: Activity, manager: User, size: dict[str, int], language: str
) -> None:
    expense = ExpenseFactory.create(activity=activity, amount=Decimal("123.40"), payee="Ferretería Ángel")
    page = open_as(manager, size=size, language=language)
    assert fits(page)
    for words in (typed("123.40", language), "angel"):
        page.goto("/")
        page.fill("#search-words", words)
        page.press("#search-words", "Enter")
        page.wait_for_url("**/search/**")
        assert fits(page)
        page.locator("main .rows").get_by_role("link", name=expense.payee).click()
        expect(page.locator("main")).to_contain_text(typed("123.40", language))
        assert fits(page)
