"""What a page asks the database and answers, taken once from the page itself."""

from __future__ import annotations

import base64
import json
import re
from dataclasses import dataclass
from pathlib import Path

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings

from cooperatives.models import User
from tests.benchmarks.pages import Page

MOST_QUERIES = 12
_AROUND = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")  # of a transaction; they ask nothing
_DECLARED = re.compile(r"^DECLARE .*? CURSOR .*?FOR (?=SELECT)")  # what is read batch by batch, without the batches


@dataclass(frozen=True)
class Recorded:
    """A page as it was answered: how many queries, bytes as they go over the wire, and the SQL for the floor."""

    queries: int
    size: int
    body: bytes
    headers: list[tuple[str, str]]
    statements: list[str]


class Doorkeeper:
    """Signs people in, once each."""

    def __init__(self) -> None:
        self._clients: dict[str, Client] = {}

    def client(self, email: str) -> Client:
        """Django's own client, signed in."""
        if email not in self._clients:
            client = Client(headers={"accept-encoding": "gzip", "accept-language": "en"})
            client.force_login(User.objects.get(email=email))
            self._clients[email] = client
        return self._clients[email]

    def session(self, email: str) -> str:
        """The key of the person's session, as the cookie holds it."""
        return self.client(email).cookies["sessionid"].value


def record(client: Client, page: Page) -> Recorded:
    """Open the page twice and keep the second answer. Refused: a page that does not open (AssertionError)."""
    with override_settings(REMEMBER_ANSWERS=False):  # what the page asks when it is made
        client.get(page.path)
        with CaptureQueriesContext(connection) as asked:
            response = client.get(page.path)
    assert response.status_code == 200, f"{page.name}: {response.status_code} at {page.path}"
    kept = ("Content-Type", "Content-Encoding", "Vary", "Content-Security-Policy")
    headers = [(name, response[name]) for name in kept if name in response]
    statements = [_DECLARED.sub("", query["sql"]) for query in asked.captured_queries]
    queries = sum(not statement.startswith(_AROUND) for statement in statements)
    return Recorded(queries, len(response.content), response.content, headers, statements)


def write(recorded: dict[str, Recorded], path: Path) -> None:
    """Keep them for the server, which replays them as the floor."""
    pages = {
        name: {"sql": one.statements, "body": base64.b64encode(one.body).decode(), "headers": one.headers}
        for name, one in recorded.items()
    }
    path.write_text(json.dumps(pages))
