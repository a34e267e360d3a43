"""What a page weighs on the wire: a first visit under 60 kB, a later page under 20 kB, however many co-ops it shows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from overview.actions.example.people import PASSWORD
from tests.browser.conftest import DESK, Site

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("browser"),
]

FIRST, LATER = 60_000, 20_000
CO_OPS = 16  # on the board that is weighed
SPENDING = "/cooperatives/triunfo-verde/spending/"
# The page, who opens it, and the page they were on before.
PAGES = {
    "sign-in": ("/accounts/login/", "", "/accounts/password/reset/"),
    "treasurer's home": (SPENDING, "treasurer@example.org", "/accounts/password/change/"),
    "spending form": (f"{SPENDING}new/", "treasurer@example.org", "/accounts/password/change/"),
    "board": ("/", "manager@example.org", "/accounts/password/change/"),
}


class Scales:
    """Counts the bytes that come over the network, headers and all; what the cache has weighs nothing."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.names: dict[str, str] = {}
        self.weights: dict[str, int] = {}
        session = page.context.new_cdp_session(page)
        session.on(
            "Network.requestWillBeSent", lambda sent: self.names.update({sent["requestId"]: sent["request"]["url"]})
        )
        session.on("Network.loadingFinished", lambda done: self.add(done["requestId"], done["encodedDataLength"]))
        session.send("Network.enable")

    def add(self, request: str, weight: float) -> None:
        if weight:
            self.weights[self.names[request]] = self.weights.get(self.names[request], 0) + int(weight)

    def visit(self, address: str) -> int:
        """Open a page; returns what it weighed."""
        self.weights = {}
        answer = self.page.goto(address, wait_until="networkidle")
        assert answer
        assert answer.status == 200
        return sum(self.weights.values())

    def bill(self) -> str:
        """What weighs, the heaviest first."""
        heaviest = sorted(self.weights.items(), key=lambda one: -one[1])
        return "".join(f"\n{weight:>8} {name}" for name, weight in heaviest)


@contextmanager
def browser_of(chromium: Browser, site: Site, email: str) -> Iterator[BrowserContext]:
    """A browser with an empty cache, signed in as this person."""
    context = chromium.new_context(base_url=site.url, viewport=DESK, locale="en-US")  # type: ignore[arg-type]
    if email:
        context.request.get("/accounts/login/")
        token = next(cookie["value"] for cookie in context.cookies() if cookie["name"] == "csrftoken")
        form = {"login": email, "password": PASSWORD, "csrfmiddlewaretoken": token}
        answer = context.request.post("/accounts/login/", form=form, max_redirects=0)
        assert answer.status == 302
    yield context
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_first_visit_and_a_later_page_are_light(chromium: Browser, site: Site, name: str) -> None:
    address, email, earlier = PAGES[name]
    with browser_of(chromium, site, email) as context:
        scales = Scales(context.new_page())
        first = scales.visit(address)
        assert len(scales.weights) > 3, "a first visit brings its style sheets"
        assert first < FIRST, f"{first} bytes{scales.bill()}"
    with browser_of(chromium, site, email) as context:
        scales = Scales(context.new_page())
        scales.visit(earlier)
        later = scales.visit(address)
        assert scales.weights, "the page itself always comes anew"
        if name == "board":
            assert scales.page.locator("table.board tbody tr:not(.board-group)").count() >= CO_OPS
        assert later < LATER, f"{later} bytes{scales.bill()}"
