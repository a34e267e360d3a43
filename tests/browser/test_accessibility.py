"""WCAG 2.2 AA by axe, on every page of the address table, in light and dark, on a phone and at a desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from cooperatives.models import Cooperative, User
from premiums.models import Assembly, Expense, Plan, PremiumReceived, Sale, Voucher
from tests.browser.conftest import DESK, PHONE
from tests.test_conventions import OUR_ROUTES
from trainings.models import Attendance, CooperativeMilestone, Measurement

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.xdist_group("browser"),
]

SLUG = "triunfo-verde"
AXE = Axe()
OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}
# Colours change over a moment; what axe measures in between nobody reads.
STILL = "() => Promise.allSettled(document.getAnimations().map(one => one.finished))"
# The same page in another state, for the one who meets it.
STATES = {
    "treasurer": (f"/cooperatives/{SLUG}/spending/all/?state=voided", f"/cooperatives/{SLUG}/trainings/?state=nothing"),
    "manager": (
        "/?programme=rsp-brazil&sort=spent",
        "/?programme=rsp-brazil&group=candidate",
        "/cooperatives/assopro/",
        "/nowhere/",
    ),
    "admin": (
        "/accounts/password/change/",
        "/accounts/logout/",
        "/admin/",
        "/admin/cooperatives/cooperative/",
        "/admin/cooperatives/cooperative/{cooperative}/history/",
        "/admin/premiums/expense/",
    ),
}
OPEN = (
    "/accounts/login/",
    "/accounts/password/reset/",
    "/accounts/password/reset/done/",
    "/accounts/signup/",
    "/nowhere/",
)


def addresses(who: str) -> Iterator[str]:
    """The address of every route, with keys of the example, and of more states of the same pages."""
    expense = Expense.objects.filter(cooperative__slug=SLUG, state="logged", vouchers__isnull=False)[0]
    attendance = Attendance.objects.filter(cooperative__slug=SLUG).select_related("session")[0]
    voucher = Voucher.objects.filter(expense=expense)[0]
    keys = {"premiums:voucher_file": voucher.pk, "premiums:assembly_file": voucher.pk}  # the example has no papers
    for stem, model in (("sale", Sale), ("premium_received", PremiumReceived), ("assembly", Assembly), ("plan", Plan)):
        row = model.objects.filter(cooperative__slug=SLUG)[0].pk
        keys |= {f"premiums:{stem}_{page}": row for page in ("detail", "update", "decide", "amend", "attach")}
    measurement = Measurement.objects.filter(cooperative__slug=SLUG, state="entered")[0]
    milestone = CooperativeMilestone.objects.filter(cooperative__slug=SLUG, reached_on__isnull=False)[0].milestone
    texts = {"milestone": milestone.slug, "track": milestone.track.slug}
    for name, pattern in OUR_ROUTES:
        if "/premium/" in str(pattern.pattern):
            continue  # the pages of the fund, plans, assemblies and sales are still to be walked
        key = keys.get(name, attendance.session.training_id if name.startswith("trainings:") else expense.pk)
        if name.startswith("trainings:measurement_"):
            key = measurement.pk
        elif name == "trainings:evidence_file":
            key = voucher.pk
        text = texts.get(name.split(":")[-1].split("_")[0], measurement.indicator.slug)
        known = {"slug": SLUG, "pk": key, "key": text}
        yield reverse(name, kwargs={wanted: known[wanted] for wanted in pattern.pattern.converters})
    cooperative = Cooperative.objects.get(slug=SLUG).pk
    yield from (address.format(cooperative=cooperative) for address in STATES[who])


def complaints(page: Page) -> Iterator[str]:
    """What is wrong with the page as it is shown now: the rules of axe, and whether it is wider than its window."""
    for broken in AXE.run(page, options=OPTIONS).response["violations"]:
        yield f"{broken['id']}: {broken['help']} ({len(broken['nodes'])} places)"
        for node in broken["nodes"][:3]:
            reasons = "; ".join(check["message"] for check in (*node["any"], *node["all"], *node["none"]))
            yield f"    {' '.join(map(str, node['target']))}: {reasons}\n        {node['html'][:300]}"
    window, width = page.viewport_size, page.evaluate("document.documentElement.scrollWidth")
    if window and width > window["width"]:
        yield f"it is {width} pixels wide"


def in_every_look(page: Page, name: str) -> list[str]:
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        for size in (PHONE, DESK):
            page.set_viewport_size(size)  # type: ignore[arg-type]
            page.evaluate(STILL)
            if lines := list(complaints(page)):
                found += [f"{name}, {scheme}, {size['width']} pixels:", *(f"  {line}" for line in lines)]
    return found


@pytest.mark.parametrize("who", STATES)
def test_every_page_is_accessible_to_the_person_who_sees_it(
    open_as: Callable[..., Page], person: Callable[[str], User], who: str
) -> None:
    page = open_as(person(who))
    found, seen = [], 0
    for address in addresses(who):
        answer = page.request.get(address)
        if answer.status in (403, 405) or not answer.headers["content-type"].startswith("text/html"):
            continue  # no page for this person: the rest of the suite says why
        page.goto(address)
        seen += 1
        found += in_every_look(page, f"{who} at {address}")
    assert seen >= 10
    assert not found, "\n".join(["", *found])


def test_a_refused_form_and_a_refused_page_are_accessible(
    open_as: Callable[..., Page], person: Callable[[str], User]
) -> None:
    page = open_as(person("treasurer"))
    page.goto(f"/cooperatives/{SLUG}/spending/new/")
    page.fill("[name=amount]", "much")
    page.fill("[name=spent_on]", "2013-06-01")
    page.locator("main form").evaluate("form => form.noValidate = true")
    page.locator("main form button[type=submit]").click()
    page.get_by_role("alert").wait_for()
    found = in_every_look(page, "refused form")
    expense = Expense.objects.filter(cooperative__slug=SLUG)[0]
    answer = page.goto(f"/cooperatives/{SLUG}/spending/{expense.pk}/return/")
    assert answer
    assert answer.status == 403
    found += in_every_look(page, "refused page")
    assert not found, "\n".join(["", *found])


def test_every_open_page_is_accessible(
    chromium: Browser, live_server: LiveServer, person: Callable[[str], User]
) -> None:
    context = chromium.new_context(base_url=live_server.url, locale="en-US")
    page = context.new_page()
    found = []
    for address in OPEN:
        page.goto(address)
        found += in_every_look(page, address)
    context.close()
    assert not found, "\n".join(["", *found])
