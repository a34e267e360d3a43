"""Chromium, driven by Playwright, against the site as it runs."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from cooperatives.models import User
from tests.factories import PASSWORD

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# Playwright keeps an event loop in this thread, which Django would take for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser; where none is installed its tests are skipped, except in CI, which must have one."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if not found and os.environ.get("CI"):
        pytest.fail("CI needs Chromium for the browser tests; .ci/run installs it.")
    if not found:
        pytest.skip("Chromium is not installed; on Debian: apt install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def open_as(chromium: Browser, live_server: LiveServer) -> Iterator[Callable[..., Page]]:
    """A function that signs a person in through the sign-in page and gives their page, which tolerates no errors."""
    contexts: list[BrowserContext] = []
    problems: list[str] = []

    def sign_in(user: User, size: dict[str, int] = PHONE, language: str = "en-US", **options: object) -> Page:
        context = chromium.new_context(
            base_url=live_server.url,
            viewport=size,
            locale=language,
            **options,  # type: ignore[arg-type]
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda line: problems.append(line.text) if "Content Security Policy" in line.text else None)
        page.goto("/accounts/login/")
        page.fill("[name=login]", user.email)
        page.fill("[name=password]", PASSWORD)
        page.locator("main form button[type=submit]").first.click()
        page.wait_for_url(lambda address: "/accounts/login/" not in address)
        return page

    yield sign_in
    for context in contexts:
        context.close()
    assert not problems
