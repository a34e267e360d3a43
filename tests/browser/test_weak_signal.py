"""The site as it is served, over a weak line: what it weighs with all that is kept, slow 3G, a cut in the middle."""

from __future__ import annotations

import io
import socket
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from http import HTTPStatus
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from overview.actions.example.people import PASSWORD
from tests.browser.conftest import PHONE, Site
from tests.browser.test_crash import ROOMIEST, ask
from tests.browser.test_offline import ANSWERED, NO_SYNC, wait_until_kept
from tests.browser.wire import Wire

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]

HOME = "/cooperatives/triunfo-verde/spending/"
FORM, SEND = f"{HOME}new/", f"{HOME}send/"
# 400 kbit/s each way and 400 ms until the first byte of an answer: the slow 3G of common test sites.
SLOW_3G = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
SLOW_PHONES = 40
USABLE = 3_000  # milliseconds
LATER_REQUESTS = 4  # the page, one to be kept, the question whether the service worker is the same, and one more
FIRST, LATER = 60_000, 20_000  # bytes, with all that is kept for times without connection
PAYEES = "SELECT payee FROM premiums_expense WHERE payee LIKE %s"
PHOTOS = """
    SELECT count(*)::text FROM premiums_voucher voucher JOIN premiums_expense expense ON expense.id = voucher.expense_id
    WHERE payee = %s
"""


@pytest.fixture
def wire(site: Site) -> Iterator[Wire]:
    """The line to the site."""
    line = Wire(site.url)
    yield line
    line.close()


@pytest.fixture
def over(chromium: Browser, wire: Wire) -> Iterator[Callable[[], Page]]:
    """A function that gives the treasurer's phone: signed in, nothing in its cache."""
    contexts = []

    def phone() -> Page:
        context = chromium.new_context(base_url=wire.url, viewport=PHONE, locale="en-US")  # type: ignore[arg-type]
        context.add_init_script(NO_SYNC)
        contexts.append(context)
        context.request.get("/accounts/login/")
        token = next(cookie["value"] for cookie in context.cookies() if cookie["name"] == "csrftoken")
        form = {"login": "treasurer@example.org", "password": PASSWORD, "csrfmiddlewaretoken": token}
        answer = context.request.post("/accounts/login/", form=form, max_redirects=0)
        assert answer.status == 302
        return context.new_page()

    yield phone
    for context in contexts:
        context.close()


def log(page: Page, activity: str, payee: str) -> None:
    """Type an expense with a photo, and send it."""
    content = io.BytesIO()
    Image.new("RGB", (900, 1200), "beige").save(content, "JPEG")
    photo = {"name": "nota.jpg", "mimeType": "image/jpeg", "buffer": content.getvalue()}
    page.locator(f"[name=activity][value='{activity}']").check()
    for name, text in {"amount": "1.25", "payee": payee, "purpose": "Clavos", "spent_on": "2015-06-01"}.items():
        page.fill(f"[name={name}]", text)
    page.set_input_files("[name=vouchers]", files=[photo])  # type: ignore[list-item]
    page.locator("main form button[type=submit]").click()


@pytest.mark.parametrize("address", [FORM, HOME])
def test_on_slow_3g_a_first_visit_is_usable_in_three_seconds(
    over: Callable[[], Page], wire: Wire, address: str
) -> None:
    over().goto("/unsent/")  # the server is awake
    page = over()
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.send("Network.emulateNetworkConditions", SLOW_3G)
    page.goto(address)
    times = page.evaluate("performance.getEntriesByType('navigation')[0].toJSON()")
    assert times["responseEnd"] > SLOW_3G["latency"], "the line is not slow"
    # The style sheets are there, and the fields can be filled and sent: that needs no module.
    painted = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    assert times["domInteractive"] < USABLE, times
    assert painted < USABLE, (painted, times)
    if address == FORM:
        page.fill("[name=amount]", "12")
        expect(page.locator("[name=amount]")).to_have_value("12")


def test_all_that_is_kept_for_times_without_connection_is_light(over: Callable[[], Page], wire: Wire) -> None:
    page = over()
    wire.weigh()
    page.goto(HOME)
    wait_until_kept(page, is_first_page=True)
    page.wait_for_timeout(1000)
    assert 10_000 < wire.bytes_down < FIRST, f"{wire.bytes_down} bytes: {wire.asked}"
    wire.weigh()
    page.goto(FORM)
    wait_until_kept(page, is_second_page=True)
    page.wait_for_timeout(1000)
    assert 0 < wire.bytes_down < LATER, wire.bytes_down
    assert len(wire.asked) <= LATER_REQUESTS, wire.asked
    wire.weigh()
    page.goto(HOME)
    page.wait_for_timeout(1000)
    assert 0 < wire.bytes_down < LATER, wire.bytes_down
    assert len([line for line in wire.asked if "GET /cooperatives/" in line]) == 1, wire.asked


def test_an_answer_lost_on_the_wire_makes_one_expense(over: Callable[[], Page], wire: Wire, site: Site) -> None:
    page, payee = over(), f"Cable {uuid.uuid4()}"
    page.goto(FORM)
    wire.lose_answers_to = f"POST {SEND}"
    log(page, ask(site, ROOMIEST, "triunfo-verde")[0], payee)
    expect(page.locator(".draft-kept")).to_be_visible(timeout=20_000)
    assert wire.lost
    assert ask(site, PAYEES, payee) == [payee]
    wire.mend()
    page.goto("/unsent/")
    expect(page.locator(ANSWERED)).to_be_visible(timeout=20_000)
    assert ask(site, PAYEES, payee) == [payee]
    assert ask(site, PHOTOS, payee) == ["1"]


def test_a_draft_outlives_a_crash_of_the_site_and_is_sent_to_the_next_start(
    over: Callable[[], Page], wire: Wire, site: Site
) -> None:
    page = over()
    page.goto(HOME)
    wait_until_kept(page)
    activity = ask(site, ROOMIEST, "triunfo-verde")[0]
    site.crash()
    page.goto(FORM)
    expect(page.locator(".kept-note")).to_be_visible()
    log(page, activity, "Apagón")
    expect(page.locator(".draft-kept")).to_be_visible(timeout=20_000)
    site.start()
    wire.site = urlsplit(site.url)
    page.goto("/unsent/")
    expect(page.locator(ANSWERED)).to_be_visible(timeout=20_000)
    assert ask(site, PAYEES, "Apagón") == ["Apagón"]
    assert ask(site, PHOTOS, "Apagón") == ["1"]


def test_photos_on_their_way_over_a_weak_line_hold_nobody_up(site: Site) -> None:
    place = urlsplit(site.url)
    head = f"POST /accounts/login/ HTTP/1.1\r\nHost: {place.netloc}\r\nContent-Length: 3000000\r\n\r\n"
    with ExitStack() as phones:
        for _ in range(SLOW_PHONES):
            phone = phones.enter_context(socket.create_connection((str(place.hostname), int(place.port or 80)), 10))
            phone.sendall(head.encode() + b"x" * 10_000)  # and no signal for the rest
        time.sleep(0.5)
        for _ in range(10):
            with closing(HTTPConnection(place.netloc, timeout=5)) as other:
                other.request("GET", "/accounts/login/")
                assert other.getresponse().status == HTTPStatus.OK
