"""What gunicorn serves while it is measured: the site, the control and the floor, in one process.

The site answers as it always does, with two headers more: how long it took and how much processor. Before an address
of `/__asked__/` somebody else writes, so that the page has to ask its questions again; before one of `/__anew__/` its
answer is forgotten, so that it is made anew, and before one of `/__cold__/` all parts of pages are forgotten as well.
The control is a bare Django view. The floor replays the SQL of a page through bare psycopg and returns the bytes of
that page.
"""

from __future__ import annotations

import base64
import json
import os
import re
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import psycopg
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.test.utils import override_settings
from django.urls import ResolverMatch

from config import answers, rendering
from config.wsgi import application as site

WAYS = re.compile("^/__(asked|anew|cold)__")
Environ = dict[str, Any]
StartResponse = Callable[..., Any]
# The middleware of `django-admin startproject`: what a Django project has before anybody writes a line.
PLAIN = (
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
)
PAGE = """<!doctype html><html><body><p>{{ request.user.email }}: {{ cooperative.name }}, {{ count }}</p><table>
{% for member in members %}<tr><td>{{ member.name }}</td><td>{{ member.community }}</td><td>{{ member.birth_year }}</td>
<td>{{ member.sex }}</td></tr>{% endfor %}</table></body></html>"""


def control(request: HttpRequest) -> HttpResponse:
    """The bare view: who is signed in (a session), three indexed queries, a table of 50 rows."""
    from cooperatives.models import Cooperative, Member  # the models are there once the site is

    cooperative = Cooperative.objects.get(slug=os.environ["BENCH_SLUG"])
    context = {
        "cooperative": cooperative,
        "count": Member.objects.filter(cooperative=cooperative).count(),
        "members": Member.objects.filter(cooperative=cooperative).order_by("name")[:50],
    }
    return HttpResponse(TEMPLATE.render(context, request))


class Control(WSGIHandler):
    """A Django of its own, with the plain middleware and one view."""

    def __init__(self) -> None:
        with override_settings(MIDDLEWARE=PLAIN):
            super().__init__()

    def resolve_request(self, request: HttpRequest) -> ResolverMatch:
        """Always the one view."""
        request.resolver_match = ResolverMatch(control, (), {})
        return request.resolver_match


TEMPLATE = engines["django"].from_string(PAGE)
bare_django = Control()
recorded: dict[str, Any] = json.loads(Path(os.environ["BENCH_FLOOR"]).read_text())
bytes_of = {name: base64.b64decode(page["body"]) for name, page in recorded.items()}
own = threading.local()


def bare() -> psycopg.Connection[Any]:
    """A connection of this thread, without Django."""
    if not hasattr(own, "connection"):
        own.connection = psycopg.connect(os.environ["BENCH_DSN"], autocommit=True)
    connection: psycopg.Connection[Any] = own.connection
    return connection


def floor(name: str, start_response: StartResponse) -> list[bytes]:
    """The SQL of a page, row by row into Python, then its bytes."""
    for statement in recorded[name]["sql"]:
        found = bare().execute(statement)
        if found.description:
            found.fetchall()
    body = bytes_of[name]
    start_response("200 OK", [*map(tuple, recorded[name]["headers"]), ("Content-Length", str(len(body)))])
    return [body]


def application(environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
    """Measure what is asked for. Streams are handed on as they are, everything else is timed to its last byte."""
    path = environ["PATH_INFO"]
    if path.startswith("/__asked__/"):
        bare().execute("SELECT pg_current_xact_id()")  # takes a number like everything that writes
    elif path.startswith(("/__anew__/", "/__cold__/")):
        answers.forget()
        if path.startswith("/__cold__/"):
            rendering.forget()
    environ["PATH_INFO"] = path = WAYS.sub("", path)
    began, used = time.perf_counter(), time.thread_time()
    said: list[Any] = []

    def heard(status: str, headers: list[tuple[str, str]], _error: Any = None) -> None:
        said[:] = [status, headers]

    if path.startswith("/__floor__/"):
        chunks: Any = floor(path.removeprefix("/__floor__/"), heard)
    elif path == "/__control__/":
        chunks = bare_django(environ, heard)
    else:
        chunks = site(environ, heard)
    if getattr(chunks, "streaming", False):
        start_response(*said)
        return chunks
    body = b"".join(chunks)
    if hasattr(chunks, "close"):
        chunks.close()
    took = f"{1000 * (time.perf_counter() - began):.3f} {1000 * (time.thread_time() - used):.3f}"
    start_response(said[0], [*said[1], ("X-Took", took)])
    return [body]
