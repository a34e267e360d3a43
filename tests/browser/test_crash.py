"""What was answered is kept: the site and its database are killed while expenses are being logged."""

from __future__ import annotations

import threading
import time
import uuid
from collections import Counter
from contextlib import closing, suppress
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urlsplit

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from config.postgresql import server
from overview.actions.example.people import PASSWORD
from tests.browser.conftest import Site

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]

COOPERATIVE = "triunfo-verde"
FORM = f"/cooperatives/{COOPERATIVE}/spending/new/"
TREASURERS = 4
BEFORE, AFTER = 500, 500  # answers before and after the crash, in the middle of a thousand
SECONDS = 240  # for either, on a slow machine

ROOMIEST = """
    SELECT activity.id::text FROM premiums_activity activity JOIN cooperatives_cooperative cooperative
    ON cooperative.id = activity.cooperative_id WHERE slug = %s ORDER BY approved - spent DESC LIMIT 1
"""

PURPOSE = "Clavos hasta el apagón"  # of no other test on the same site
KEPT = "SELECT payee FROM premiums_expense WHERE purpose = %s"
HISTORIES = "SELECT count(*)::text FROM premiums_expenseevent WHERE purpose = %s AND pgh_label = 'insert'"


class Visitor:
    """Sends forms with the cookies of a session, over a connection of its own."""

    def __init__(self, site: Site, cookies: dict[str, str]) -> None:
        self.connection = HTTPConnection(urlsplit(site.url).netloc, timeout=20)
        self.cookies = dict(cookies)

    def send(self, address: str, form: dict[str, str] | None = None) -> int:
        """Open an address, or send a form to it; returns the status."""
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if form is None:
            self.connection.request("GET", address, headers=headers)
        else:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = urlencode(form | {"csrfmiddlewaretoken": self.cookies["csrftoken"]})
            self.connection.request("POST", address, body, headers)
        with self.connection.getresponse() as answer:
            answer.read()
        for line in answer.headers.get_all("Set-Cookie", []):
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}
        return answer.status


class Treasurer(threading.Thread):
    """Logs one expense after the other until an answer is not the one of a saved expense, or does not come."""

    def __init__(self, visitor: Visitor, activity: str) -> None:
        super().__init__()
        self.visitor, self.activity = visitor, activity
        self.answered: list[dict[str, str]] = []
        self.last_status = 0
        self.is_over = threading.Event()

    def run(self) -> None:
        with closing(self.visitor.connection), suppress(OSError, HTTPException):
            while not self.is_over.is_set():
                self.unanswered = self.next_form()
                self.last_status = self.visitor.send(FORM, self.unanswered)
                if self.last_status != HTTPStatus.FOUND:
                    return
                self.answered.append(self.unanswered)

    def next_form(self) -> dict[str, str]:
        key = str(uuid.uuid4())
        content = {"spent_on": "2015-06-01", "amount": "0.25", "payee": f"Ferretería {key}", "purpose": PURPOSE}
        return {"form_key": key, "activity": self.activity, **content}


def ask(site: Site, query: str, *values: str) -> list[str]:
    """Ask the database of the site, past the site."""
    found = server.running(site.data)
    assert found
    place = make_conninfo(host=found.sockets, port=server.PORT, user=server.USER, dbname=server.DATABASE)
    with psycopg.connect(place) as connection:
        return [row[0] for row in connection.execute(query, values)]


def sign_in(site: Site) -> Visitor:
    visitor = Visitor(site, {})
    visitor.send("/accounts/login/")
    answer = visitor.send("/accounts/login/", {"login": "treasurer@example.org", "password": PASSWORD})
    assert answer == HTTPStatus.FOUND
    return visitor


def begin(site: Site, visitor: Visitor) -> list[Treasurer]:
    activity = ask(site, ROOMIEST, COOPERATIVE)[0]
    treasurers = [Treasurer(Visitor(site, visitor.cookies), activity) for _ in range(TREASURERS)]
    for one in treasurers:
        one.start()
    return treasurers


def wait_for(treasurers: list[Treasurer], answers: int) -> None:
    deadline = time.monotonic() + SECONDS
    while sum(len(one.answered) for one in treasurers) < answers and time.monotonic() < deadline:
        time.sleep(0.01)
    assert all(one.is_alive() for one in treasurers), [one.last_status for one in treasurers]
    assert sum(len(one.answered) for one in treasurers) >= answers


def log_until_the_crash(site: Site, visitor: Visitor) -> list[Treasurer]:
    treasurers = begin(site, visitor)
    wait_for(treasurers, BEFORE)
    site.crash()
    for one in treasurers:
        one.join()
    return treasurers


def log_on(site: Site, visitor: Visitor) -> list[Treasurer]:
    treasurers = begin(site, visitor)
    wait_for(treasurers, AFTER)
    for one in treasurers:
        one.is_over.set()
    for one in treasurers:
        one.join()
    return treasurers


def test_every_answered_expense_survives_a_crash_once(site: Site) -> None:
    visitor = sign_in(site)
    visitor.connection.close()
    treasurers = log_until_the_crash(site, visitor)
    site.start()

    # Whoever got no answer sends the same form again, and one whose answer was lost on the way does so too.
    again = [*(one.unanswered for one in treasurers), treasurers[0].answered[-1]]
    visitor = Visitor(site, visitor.cookies)
    assert {visitor.send(FORM, form) for form in again} == {HTTPStatus.FOUND}
    visitor.connection.close()
    later = log_on(site, visitor)

    sent = {form["payee"] for one in treasurers for form in (*one.answered, one.unanswered)}
    sent |= {form["payee"] for one in later for form in one.answered}
    assert len(sent) >= BEFORE + AFTER
    kept = ask(site, KEPT, PURPOSE)
    assert Counter(kept) == dict.fromkeys(sent, 1)
    # No half of one: each has its event, and its money is in the totals, which the proof adds up again.
    assert ask(site, HISTORIES, PURPOSE) == [str(len(sent))]
    proof = site.manage("verify_ledger")
    assert proof.returncode == 0, proof.stdout + proof.stderr
