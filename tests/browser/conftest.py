"""Chromium, driven by Playwright, against the site as it runs; and the site as `manage.py run` serves it."""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from config import answers
from config.postgresql import server
from cooperatives.models import User
from overview.actions.example.people import PASSWORD as EXAMPLE_PASSWORD
from overview.actions.load_example import load_example
from overview.actions.load_programme import load_programme
from tests.factories import PASSWORD

ROOT = Path(__file__).resolve().parent.parent.parent
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
# A main path is walked at both widths in each language.
WALKS = pytest.mark.parametrize(
    ("size", "language"),
    [(size, language) for language in ("en-US", "es-MX", "pt-BR") for size in (PHONE, DESK)],
    ids=[f"{language}-{width}" for language in ("en", "es", "pt") for width in (360, 1280)],
)
expect.set_options(timeout=20_000)  # milliseconds; a machine that runs other tests beside is slow, not wrong
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


def forbidden(page: Page, line: str) -> Iterator[str]:
    """What a page tried and the policy stopped. Django's own change forms try inline styles, which do nothing."""
    is_djangos = "inline style" in line and "/admin/" in page.url and page.url.endswith("/change/")
    if "Content Security Policy" in line and not is_djangos:
        yield f"{page.url}: {line}"


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
        page.on("console", lambda line: problems.extend(forbidden(page, line.text)))
        page.goto("/accounts/login/")
        page.fill("[name=login]", user.email)
        page.fill("[name=password]", EXAMPLE_PASSWORD if user.is_example else PASSWORD)
        page.locator("main form button[type=submit]").first.click()
        page.wait_for_url(lambda address: "/accounts/login/" not in address)
        return page

    yield sign_in
    for context in contexts:
        context.close()
    assert not problems


@pytest.fixture(autouse=True)
def answers_are_verified(settings: Any) -> None:
    """Pages are answered again as they were, and each one that is, is made anew beside it and compared."""
    answers.forget()
    settings.REMEMBER_ANSWERS = "verify"


@pytest.fixture
def person(transactional_db: None) -> Callable[[str], User]:
    """Loads the programme and the example; a function from the first part of a mail address to that example person.

    Everybody reads English here.
    """
    load_programme()
    load_example()
    User.objects.filter(is_example=True).update(language="en")
    return lambda name: User.objects.get(email=f"{name}@example.org")


def fits(page: Page) -> bool:
    """The page is no wider than its window."""
    width = page.viewport_size["width"] if page.viewport_size else 0
    page.wait_for_load_state()
    return bool(page.locator("html").evaluate("root => root.scrollWidth") <= width)


def typed(amount: str, language: str) -> str:
    """An English amount as people write it in their language."""
    return amount.translate(str.maketrans(".,", ",.")) if language == "pt-BR" else amount


class Site:
    """The site as people run it, with a data folder of its own; started and stopped from outside, like a machine."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "postgres"
        self.log = folder / "log"
        self.url = ""
        self.process: subprocess.Popen[str] | None = None
        self.environment = {name: value for name, value in os.environ.items() if "THROWAWAY" not in name} | {
            "DATABASE_URL": "",
            "DEBUG": "no",
            "HTTPS": "no",
            "EXAMPLE": "yes",
            "SECRET_KEY": secrets.token_urlsafe(50),
            "ALLOWED_HOSTS": "127.0.0.1",
            "BENEFICIO_PGDATA": str(self.data),
            "STATIC_ROOT": str(folder / "static"),
            "MEDIA_ROOT": str(folder / "media"),
            "THUMBNAIL_ROOT": str(folder / "thumbnails"),
            "CACHE_DIR": str(folder / "cache"),
        }

    def manage(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a command beside the site."""
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.run(
            command, cwd=ROOT, env=self.environment, capture_output=True, text=True, timeout=60, check=False
        )

    def start(self) -> None:
        """Run it, and wait for the address that it prints."""
        with self.log.open("ab") as log:
            process = self.process = subprocess.Popen(
                [sys.executable, "manage.py", "run"],
                cwd=ROOT,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        assert process.stdout
        told = []
        for line in process.stdout:
            told.append(line)
            if line.startswith("Address:"):
                self.url = line.split()[1].rstrip("/")
            if line.startswith("Stop with"):
                return
        pytest.fail(f"The site did not start.\n{''.join(told)}{self.log.read_text()}")

    def crash(self) -> None:
        """End the application server, its workers and PostgreSQL like a power cut: nobody can tidy up."""
        database = server.running(self.data)
        assert self.process
        assert database
        master = psutil.Process(self.process.pid)
        for victim in (psutil.Process(database.pid), *master.children(recursive=True), master):
            with suppress(psutil.NoSuchProcess):
                victim.kill()
        self.stop()

    def stop(self) -> None:
        """Ask it to end, as Ctrl-C does."""
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(20)
        if self.process.stdout:
            self.process.stdout.close()
        self.process = None


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site with the example, served as in production: gunicorn, hashed and compressed static files."""
    running = Site(tmp_path_factory.mktemp("site"))
    try:
        running.start()
        yield running
    finally:
        running.stop()
        server.destroy(running.data)
