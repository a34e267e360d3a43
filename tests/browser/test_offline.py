"""Spending logged without a connection: nothing is lost, nothing counts twice, nobody sees what is another's."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from decimal import Decimal

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from PIL import Image
from playwright.sync_api import Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from cooperatives.models import Cooperative, User
from cooperatives.roles import CooperativeRole
from premiums.models import Activity, Expense
from tests.browser.test_accessibility import in_every_look
from tests.factories import PASSWORD, ExpenseFactory, staff_of

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.xdist_group("browser"),
]

HOME = "/cooperatives/triunfo/spending/"
FORM = f"{HOME}new/"
SEND = f"{HOME}send/"
LIST = "/unsent/"
ANSWERED = "[data-answers] [data-state=saved]"
# Without Background Sync, so that only what the test does sends anything.
NO_SYNC = "delete ServiceWorkerRegistration.prototype.sync"
KEPT = """async () => {
  let kept = 0;
  for (const name of await caches.keys())
    if (name.startsWith("pages-")) kept += (await (await caches.open(name)).keys()).length;
  return navigator.serviceWorker.controller ? kept : 0;
}"""


def photo(size: tuple[int, int] = (900, 1200)) -> dict[str, object]:
    content = io.BytesIO()
    Image.new("RGB", size, "beige").save(content, "JPEG")
    return {"name": "nota.jpg", "mimeType": "image/jpeg", "buffer": content.getvalue()}


def fill(page: Page, activity: Activity, amount: str = "250.50", payee: str = "Ferretería El Cafetal") -> None:
    page.locator(f"[name=activity][value='{activity.pk}']").check()
    page.fill("[name=amount]", amount)
    page.fill("[name=payee]", payee)
    page.fill("[name=purpose]", "Láminas para la bodega")
    page.fill("[name=spent_on]", "2013-06-01")


def save(page: Page) -> None:
    page.locator("main form button[type=submit]").click()


def wait_until_kept(page: Page, *, is_first_page: bool = False, is_second_page: bool = False) -> None:
    """The service worker controls the page and has kept form and list; with the second page, which is opened unless
    it is this one, also the home.
    """
    if not is_first_page and not is_second_page:
        wait_until_kept(page, is_first_page=True)
        page.reload()
    for _attempt in range(150):
        if page.evaluate(KEPT) >= (2 if is_first_page else 3):
            return
        page.wait_for_timeout(200)
    pytest.fail("The pages were not kept.")


def drafts(page: Page) -> list[dict[str, object]]:
    """What is on the device, whoever it belongs to."""
    return page.evaluate(
        """() => new Promise(done => {
          const request = indexedDB.open("beneficio", 1);
          request.onupgradeneeded = () => request.result.createObjectStore("drafts", {keyPath: "key"})
            .createIndex("person", "person");
          request.onsuccess = () => {
            const all = request.result.transaction("drafts").objectStore("drafts").getAll();
            all.onsuccess = () => { request.result.close(); done(all.result.map(
              ({key, person, state, files = []}) => ({key, person, state, files: files.length}))); };
          };
        })"""
    )


def log_offline(page: Page, activity: Activity, **typed: str) -> None:
    """Log an expense with a photo while there is no connection."""
    page.goto(FORM)
    fill(page, activity, **typed)
    page.set_input_files("[name=vouchers]", files=[photo()])  # type: ignore[list-item]
    save(page)
    expect(page.locator(".draft-kept")).to_be_visible()


def wait_for(page: Page, holds: Callable[[], bool]) -> None:
    """Wait, at most ten seconds, until something holds that a handler of routes writes down."""
    for _attempt in range(200):
        if holds():
            return
        page.wait_for_timeout(50)
    pytest.fail("It did not come to pass.")


def back_online(page: Page) -> None:
    """The connection is back: the page with a kept draft sends it, and leads on to the list by itself."""
    page.context.set_offline(False)
    page.wait_for_url(f"**{LIST}")


def test_home_form_and_activities_open_without_a_connection_and_say_as_of_when(
    open_as: Callable[..., Page], activity: Activity, treasurer: User
) -> None:
    page = open_as(treasurer)
    wait_until_kept(page)
    expect(page.locator(".kept-note")).to_be_hidden()
    page.context.set_offline(True)
    page.goto("/")
    assert page.url.endswith(HOME)
    expect(page.locator(".kept-note")).to_contain_text("Figures as of")
    expect(page.locator(".activity-list")).to_contain_text("1,000.00")
    page.get_by_role("link", name="Log spending").first.click()
    expect(page.locator(".kept-note")).to_be_visible()
    expect(page.locator("[name=spent_on]")).to_have_value(activity.cooperative.today().isoformat())
    fill(page, activity, "400")
    expect(page.locator("[data-remainder]")).to_contain_text("600.00 MXN")
    page.goto("/cooperatives/triunfo/")
    expect(page.locator(".kept-note")).to_contain_text("not kept on the phone")


def test_after_one_page_the_form_opens_without_a_connection_and_after_two_the_home(
    open_as: Callable[..., Page], activity: Activity, treasurer: User
) -> None:
    page = open_as(treasurer)
    wait_until_kept(page, is_first_page=True)
    page.context.set_offline(True)
    page.goto("/")
    expect(page.locator(".kept-note")).to_contain_text("not kept on the phone")
    page.get_by_role("link", name="Log spending, ").click()
    page.wait_for_url(f"**{FORM}")
    log_offline(page, activity)
    back_online(page)
    expect(page.locator(ANSWERED)).to_be_visible()  # nothing is under way any more
    page.goto("/cooperatives/triunfo/")  # any page of the site
    wait_until_kept(page, is_second_page=True)
    page.context.set_offline(True)
    page.goto(HOME)
    expect(page.locator(".activity-list")).to_contain_text("1,000.00")


def test_an_expense_logged_offline_is_counted_and_sent_with_its_photo_when_the_connection_is_back(
    open_as: Callable[..., Page], activity: Activity, treasurer: User
) -> None:
    page = open_as(treasurer)
    wait_until_kept(page)
    page.context.set_offline(True)
    log_offline(page, activity)
    expect(page.locator("[data-unsent]")).to_contain_text("1")
    page.goto(HOME)
    expect(page.locator("[data-unsent]")).to_contain_text("1")
    page.locator("[data-unsent]").click()
    expect(page.locator(".draft")).to_contain_text("not sent yet")
    expect(page.locator(".draft")).to_contain_text("Ferretería El Cafetal")
    expect(page.locator("[data-notice='signed-out']")).to_be_hidden()
    page.get_by_role("button", name="Send now").click()
    expect(page.locator("[data-notice='connection']")).to_be_visible()
    assert not Expense.objects.exists()
    page.context.set_offline(False)
    expect(page.locator(ANSWERED)).to_be_visible()
    expect(page.locator("[data-unsent]")).to_be_hidden()
    expense = Expense.objects.get()
    assert (expense.amount, expense.logged_by, expense.vouchers.count()) == (Decimal("250.50"), treasurer, 1)
    assert [(draft["state"], draft["files"]) for draft in drafts(page)] == [("saved", 0)]


def test_a_lost_answer_makes_no_second_expense(
    open_as: Callable[..., Page], activity: Activity, treasurer: User
) -> None:
    page = open_as(treasurer)
    page.context.add_init_script(NO_SYNC)
    page.goto(FORM)
    fill(page, activity)
    page.set_input_files("[name=vouchers]", files=[photo()])  # type: ignore[list-item]

    def answer_lost(route: Route) -> None:
        route.fetch()
        route.abort("connectionreset")

    page.route(f"**{SEND}", answer_lost)
    save(page)
    expect(page.locator(".draft-kept")).to_contain_text("no connection")
    assert Expense.objects.count() == 1
    assert [draft["state"] for draft in drafts(page)] == ["waiting"]
    page.unroute(f"**{SEND}")
    page.get_by_role("link", name="See what is not sent").click()
    expect(page.locator("[data-answers]")).to_contain_text("already saved")
    expect(page.locator("[data-unsent]")).to_be_hidden()
    assert Expense.objects.count() == 1
    assert Expense.objects.get().vouchers.count() == 1


def test_what_was_changed_after_a_lost_answer_is_not_taken_over_and_said(
    open_as: Callable[..., Page], activity: Activity, treasurer: User
) -> None:
    page = open_as(treasurer)
    page.context.add_init_script(NO_SYNC)
    page.goto(FORM)
    fill(page, activity)
    page.route(f"**{SEND}", lambda route: (route.fetch(), route.abort("connectionreset")))  # type: ignore[func-returns-value]
    save(page)
    expect(page.locator(".draft-kept")).to_be_visible()
    page.unroute(f"**{SEND}")
    page.goto(f"{FORM}?draft={drafts(page)[0]['key']}")
    expect(page.locator("[name=payee]")).to_have_value("Ferretería El Cafetal")
    page.fill("[name=amount]", "300")
    save(page)
    expect(page.locator("main")).to_contain_text("What you changed after that was not taken over")
    assert [expense.amount for expense in Expense.objects.all()] == [Decimal("250.50")]


def test_a_request_that_never_arrived_is_sent_again(
    open_as: Callable[..., Page], activity: Activity, treasurer: User
) -> None:
    page = open_as(treasurer)
    page.context.add_init_script(NO_SYNC)
    page.goto(FORM)
    fill(page, activity)
    page.route(f"**{SEND}", lambda route: route.abort("connectionreset"))
    save(page)
    expect(page.locator(".draft-kept")).to_be_visible()
    assert not Expense.objects.exists()
    page.unroute(f"**{SEND}")
    page.goto(HOME)  # any page sends what waits
    expect(page.locator("[data-unsent]")).to_be_hidden()
    page.goto(LIST)
    expect(page.locator(ANSWERED)).to_be_visible()
    assert Expense.objects.count() == 1


def test_two_tabs_that_send_the_same_draft_make_one_expense(
    open_as: Callable[..., Page], activity: Activity, treasurer: User
) -> None:
    page = open_as(treasurer)
    # Without the lock that makes tabs take turns: what is left is the key.
    page.context.add_init_script(
        f"{NO_SYNC}; Object.defineProperty(Navigator.prototype, 'locks', {{value: undefined}})"
    )
    refused: list[Route] = []

    def refuse(route: Route) -> None:
        route.abort()
        refused.append(route)

    page.context.route("**/unsent/token/", refuse)
    log_offline(page, activity)
    other = page.context.new_page()
    opened = len(refused)
    page.goto(LIST)
    other.goto(LIST)
    tabs = (page, other)
    wait_for(page, lambda: len(refused) == opened + 2)  # what each tab does by itself when it opens is over
    sent: list[Route] = []  # held back until both are under way
    page.context.route(lambda url: SEND in url, lambda route: sent.append(route))
    page.context.unroute("**/unsent/token/")
    for tab in tabs:
        tab.get_by_role("button", name="Send now").click()
    wait_for(page, lambda: len(sent) == 2)
    for route in sent:
        route.continue_()
    for tab in tabs:
        expect(tab.locator(ANSWERED)).to_be_visible()
    page.wait_for_timeout(1000)
    assert len(sent) == 2
    assert Expense.objects.count() == 1
    assert Expense.objects.get().vouchers.count() == 1


def test_a_refused_draft_keeps_its_reason_and_can_be_corrected_and_sent(
    open_as: Callable[..., Page], activity: Activity, treasurer: User
) -> None:
    page = open_as(treasurer)
    wait_until_kept(page)
    page.context.set_offline(True)
    log_offline(page, activity, amount="400")
    ExpenseFactory.create(activity=activity, amount=Decimal("900"))
    back_online(page)
    expect(page.locator(".draft")).to_contain_text("refused")
    expect(page.locator(".draft")).to_contain_text("100.00")
    expect(page.locator("[data-unsent]")).to_contain_text("1")
    page.context.set_offline(True)
    page.get_by_role("link", name="Open and correct").click()
    expect(page.get_by_role("alert")).to_contain_text("100.00")
    expect(page.locator("[name=payee]")).to_have_value("Ferretería El Cafetal")
    expect(page.locator(".file-chosen")).to_contain_text("nota.jpg")
    page.fill("[name=amount]", "100")
    save(page)
    expect(page.locator(".draft-kept")).to_be_visible()
    back_online(page)
    expect(page.locator(ANSWERED)).to_be_visible()
    assert Expense.objects.get(amount=100).vouchers.count() == 1
    assert Expense.objects.count() == 2


def test_a_draft_that_looks_like_another_expense_is_asked_about(
    open_as: Callable[..., Page], activity: Activity, treasurer: User
) -> None:
    page = open_as(treasurer)
    wait_until_kept(page)
    page.context.set_offline(True)
    log_offline(page, activity)
    log_offline(page, activity)
    back_online(page)
    draft = page.locator("[data-drafts] .draft")
    expect(draft).to_have_count(1)
    expect(draft).to_contain_text("a little while ago")
    expect(draft.get_by_text("the site asks something")).to_be_visible()
    assert Expense.objects.count() == 1
    page.get_by_role("link", name="Open and correct").click()
    page.get_by_label("This is another expense").check()
    save(page)
    expect(page.locator("main")).to_contain_text("Saved")
    assert Expense.objects.count() == 2


def test_drafts_of_one_person_are_neither_shown_to_nor_sent_by_another(
    open_as: Callable[..., Page], activity: Activity, treasurer: User, cooperative: Cooperative
) -> None:
    other = staff_of(cooperative, CooperativeRole.MANAGER, name="Gilberto Gerente")
    page = open_as(treasurer)
    wait_until_kept(page)
    page.context.set_offline(True)
    log_offline(page, activity)
    page.context.clear_cookies()  # the session ended, nobody signed out
    page.context.set_offline(False)
    page.goto(LIST)
    assert "/accounts/login/" in page.url
    page.fill("[name=login]", other.email)
    page.fill("[name=password]", PASSWORD)
    page.locator("main form button[type=submit]").first.click()
    expect(page.locator("[data-nothing]")).to_be_visible()
    expect(page.locator("[data-unsent]")).to_be_hidden()
    assert page.locator(".draft").count() == 0
    assert not Expense.objects.exists()
    form = page.evaluate("() => fetch('/unsent/token/').then(answer => answer.json())")
    assert form["person"] == other.pk
    sent = page.evaluate(
        """([address, token, person]) => {
          const body = new FormData();
          body.set("person", person);
          return fetch(address, {method: "POST", body, headers: {"X-CSRFToken": token}}).then(answer => answer.status);
        }""",
        [SEND, form["token"], treasurer.pk],
    )
    assert sent == 409
    assert [draft["person"] for draft in drafts(page)] == [treasurer.pk]
    assert not Expense.objects.exists()


def test_an_expired_session_keeps_the_draft_and_asks_to_sign_in(
    open_as: Callable[..., Page], activity: Activity, treasurer: User
) -> None:
    page = open_as(treasurer)
    page.goto(FORM)
    fill(page, activity)
    page.set_input_files("[name=vouchers]", files=[photo()])  # type: ignore[list-item]
    Session.objects.all().delete()
    save(page)
    expect(page.locator(".draft-kept")).to_contain_text("You are signed out")
    page.locator("[data-sign-in-link]").click()
    page.fill("[name=login]", treasurer.email)
    page.fill("[name=password]", PASSWORD)
    page.locator("main form button[type=submit]").first.click()
    expect(page.locator(ANSWERED)).to_be_visible()
    assert Expense.objects.get().vouchers.count() == 1


def test_signing_out_with_drafts_warns_and_leaves_nothing_on_the_phone(
    open_as: Callable[..., Page], activity: Activity, treasurer: User
) -> None:
    page = open_as(treasurer)
    page.context.add_init_script(NO_SYNC)
    wait_until_kept(page)
    page.context.set_offline(True)
    log_offline(page, activity)
    page.goto(HOME)
    page.locator(".tools .menu").last.locator("summary").click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.locator("dialog.ask")).to_contain_text("If you sign out now they are deleted")
    page.get_by_role("button", name="Delete them and sign out").click()
    expect(page.get_by_role("alert")).to_contain_text("nothing was deleted")
    assert len(drafts(page)) == 1
    page.get_by_role("button", name="Stay signed in").click()
    page.route(f"**{SEND}", lambda route: route.abort())
    page.context.set_offline(False)
    page.locator(".tools .menu").last.locator("summary").click()
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name="Delete them and sign out").click()
    page.wait_for_url("**/accounts/login/**")
    assert drafts(page) == []
    page.wait_for_function("async () => !(await caches.keys()).some(name => name.startsWith('pages-'))")
    assert not page.evaluate("async () => (await caches.keys()).some(name => name.startsWith('pages-'))")
    assert not Expense.objects.exists()


def test_signing_out_sends_first_when_asked_to(
    open_as: Callable[..., Page], activity: Activity, treasurer: User
) -> None:
    page = open_as(treasurer)
    page.context.add_init_script(NO_SYNC)
    page.route("**/unsent/token/", lambda route: route.abort())
    log_offline(page, activity)
    page.goto(HOME)
    page.locator(".tools .menu").last.locator("summary").click()
    page.get_by_role("button", name="Sign out").click()
    page.unroute("**/unsent/token/")
    page.get_by_role("button", name="Send them, then sign out").click()
    page.wait_for_url("**/accounts/login/**")
    assert drafts(page) == []
    assert Expense.objects.get().vouchers.count() == 1


def test_the_service_worker_sends_when_no_page_is_open(
    open_as: Callable[..., Page], activity: Activity, treasurer: User, live_server: LiveServer
) -> None:
    page = open_as(treasurer)
    wait_until_kept(page)
    page.context.set_offline(True)
    log_offline(page, activity)
    page.goto("about:blank")
    page.context.set_offline(False)
    for _attempt in range(100):  # the browser sends by itself once it finds the connection; else its tools make it so
        if Expense.objects.exists():
            break
        page.wait_for_timeout(200)
    assert Expense.objects.get().vouchers.count() == 1


def test_a_large_photo_is_shrunk_and_the_original_sent_only_on_request(
    open_as: Callable[..., Page], activity: Activity, treasurer: User
) -> None:
    noise = Image.frombytes("RGB", (2400, 3000), random.Random(1).randbytes(2400 * 3000 * 3))
    content = io.BytesIO()
    noise.save(content, "JPEG", quality=60)
    large = {"name": "nota.jpg", "mimeType": "image/jpeg", "buffer": content.getvalue()}
    page = open_as(treasurer)
    page.goto(FORM)
    page.set_input_files("[name=vouchers]", files=[large])  # type: ignore[list-item]
    size = "() => document.querySelector('[name=vouchers]').files[0].size"
    box = page.get_by_label("Send photos as they are")
    expect(box).not_to_be_checked()
    assert page.evaluate(size) < len(content.getvalue())
    shrunk = page.evaluate(size)
    box.check()
    assert page.evaluate(size) == len(content.getvalue())
    box.uncheck()
    assert page.evaluate(size) == shrunk
    fill(page, activity)
    save(page)
    expect(page.locator(".voucher-photo")).to_be_visible()
    with Image.open(Expense.objects.get().vouchers.get().file.path) as kept:
        assert max(kept.size) == 2000


def test_offline_pages_are_accessible_in_every_look(
    open_as: Callable[..., Page], activity: Activity, treasurer: User
) -> None:
    treasurer.language = "es-mx"
    treasurer.save()
    page = open_as(treasurer, language="es-MX")
    wait_until_kept(page)
    page.context.set_offline(True)
    log = page.locator("main form button[type=submit]")
    found = []
    page.goto(FORM)
    found += in_every_look(page, "kept form")
    fill(page, activity)
    log.click()
    page.locator(".draft-kept").wait_for()
    found += in_every_look(page, "kept draft")
    page.goto(HOME)
    found += in_every_look(page, "kept home")
    page.goto(LIST)
    page.locator(".draft").wait_for()
    found += in_every_look(page, "list")
    page.locator(".tools .menu").last.locator("summary").click()
    page.locator(f"form[action='{reverse('account_logout')}'] button").click()
    page.locator("dialog.ask").wait_for()
    found += in_every_look(page, "sign-out")
    assert not found, "\n".join(["", *found])
