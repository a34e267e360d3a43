"""What a page weighs on the wire: a first visit under 60 kB, a later page under 20 kB, however many co-ops it shows.

A first visit is counted with what the service worker fetches after it, to be kept for times without connection.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from overview.actions.example.people import PASSWORD
from tests.browser.conftest import DESK, Site
from tests.browser.test_offline import wait_until_kept
from tests.browser.wire import Wire

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("browser"),
]

FIRST, LATER = 60_000, 20_000
FIRST_REQUESTS, LATER_REQUESTS = 25, 10
AT_REST = 1_000  # milliseconds, for what still comes when the service worker has kept its pages
CO_OPS = 16  # on the board that is weighed
SPENDING = "/cooperatives/triunfo-verde/spending/"
TREASURER = "treasurer@example.org"
# The page, who opens it, and the page they were on before.
PAGES = {
    "sign-in": ("/accounts/login/", "", "/accounts/password/reset/"),
    "treasurer's home": (SPENDING, TREASURER, "/accounts/password/change/"),
    "spending form": (f"{SPENDING}new/", TREASURER, "/accounts/password/change/"),
    "board": ("/", "manager@example.org", "/accounts/password/change/"),
}


class Scales:
    """Counts the bytes and requests that come over the wire, headers and all; what a cache has weighs nothing.

    The wire sees everything, also what the service worker fetches.
    """

    def __init__(self, page: Page, wire: Wire) -> None:
        self.page, self.wire = page, wire

    def visit(self, address: str, wait_until: str) -> int:
        """Open a page; returns what it weighed until then."""
        self.wire.weigh()
        answer = self.page.goto(address, wait_until=wait_until)  # type: ignore[arg-type]
        assert answer
        assert answer.status == 200
        return self.wire.bytes_down

    def bill(self) -> str:
        """What was asked for."""
        return "".join(f"\n  {line}" for line in self.wire.asked)


@contextmanager
def browser_of(chromium: Browser, wire: Wire, email: str) -> Iterator[BrowserContext]:
    """A browser with an empty cache, signed in as this person."""
    context = chromium.new_context(base_url=wire.url, viewport=DESK, locale="en-US")  # type: ignore[arg-type]
    if email:
        context.request.get("/accounts/login/")
        token = next(cookie["value"] for cookie in context.cookies() if cookie["name"] == "csrftoken")
        form = {"login": email, "password": PASSWORD, "csrfmiddlewaretoken": token}
        answer = context.request.post("/accounts/login/", form=form, max_redirects=0)
        assert answer.status == 302
    yield context
    context.close()


def settle(page: Page, email: str) -> None:
    """Nothing is fetched any more, also not by the service worker of who logs spending."""
    page.wait_for_load_state("networkidle")
    if email == TREASURER:
        wait_until_kept(page, is_first_page=True)
        page.wait_for_timeout(AT_REST)


@pytest.mark.parametrize("name", PAGES)
def test_a_first_visit_and_a_later_page_are_light(chromium: Browser, site: Site, name: str) -> None:
    address, email, earlier = PAGES[name]
    wire = Wire(site.url)
    with browser_of(chromium, wire, email) as context:
        scales = Scales(context.new_page(), wire)
        scales.visit(address, "load")
        assert 3 < len(wire.asked) <= FIRST_REQUESTS, scales.bill()
        settle(scales.page, email)
        assert wire.bytes_down < FIRST, f"{wire.bytes_down} bytes{scales.bill()}"
    with browser_of(chromium, wire, email) as context:
        scales = Scales(context.new_page(), wire)
        scales.visit(earlier, "networkidle")
        settle(scales.page, email)
        later = scales.visit(address, "networkidle")
        assert wire.asked, "the page itself always comes anew"
        assert len(wire.asked) <= LATER_REQUESTS, scales.bill()
        if name == "board":
            assert scales.page.locator("table.board tbody tr:not(.board-group)").count() >= CO_OPS
        assert 0 < later < LATER, f"{later} bytes{scales.bill()}"
    wire.close()
