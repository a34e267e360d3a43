"""`make bench`: what the main pages cost on the example world, beside a bare Django view in the same run.

The control is a view that reads the session, asks three indexed queries and writes a table of 50 rows. Ratios to it
say more than milliseconds, which depend on the machine.
"""

from __future__ import annotations

import gzip
import statistics
import time
from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils.html import format_html_join

from cooperatives.models import Cooperative, Member, User
from overview.actions.load_example import load_example
from overview.actions.load_programme import load_programme
from premiums.models import Expense

ROUNDS = 30
PAGES = (
    ("board", "manager@example.org", "/"),
    ("dossier", "manager@example.org", "/cooperatives/triunfo-verde/"),
    ("trainings", "manager@example.org", "/cooperatives/triunfo-verde/trainings/"),
    ("progress", "manager@example.org", "/progress/?track=access-to-finance"),
    ("track", "manager@example.org", "/cooperatives/triunfo-verde/progress/quality-productivity/"),
    ("spending log", "treasurer@example.org", "/cooperatives/triunfo-verde/spending/"),
    ("spending form", "treasurer@example.org", "/cooperatives/triunfo-verde/spending/new/"),
    ("all spending", "treasurer@example.org", "/cooperatives/triunfo-verde/spending/all/"),
)


def control(request: HttpRequest) -> HttpResponse:
    """The bare view: a session log-in, three indexed queries, a table of 50 rows."""
    user = getattr(request, "user", AnonymousUser())
    cooperative = Cooperative.objects.get(slug="triunfo-verde")
    count = Expense.objects.filter(cooperative=cooperative).count()
    members = Member.objects.filter(cooperative=cooperative).order_by("name")[:50]
    rows = format_html_join("", "<tr><td>{}</td><td>{}</td></tr>", ((m.name, m.community) for m in members))
    return HttpResponse(f"<html><body>{user} {count}<table>{rows}</table></body></html>")


def milliseconds(work: Callable[[], object]) -> tuple[float, float]:
    """The median and the 95th percentile of `work`, after three rounds to warm up."""
    times = []
    for round_number in range(ROUNDS + 3):
        began = time.perf_counter()
        work()
        if round_number >= 3:
            times.append(1000 * (time.perf_counter() - began))
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


@pytest.mark.django_db
def test_main_pages_and_the_control(client: Client) -> None:
    load_programme()
    load_example()
    request = RequestFactory().get("/")
    base, _slow = milliseconds(lambda: control(request))
    print(f"\n{'page':<16}{'queries':>8}{'bytes':>9}{'gzip':>8}{'p50 ms':>9}{'p95 ms':>9}{'ratio':>8}")  # noqa: T201
    print(f"{'control':<16}{3:>8}{'':>9}{'':>8}{base:>9.1f}{_slow:>9.1f}{1:>8.1f}")  # noqa: T201
    for name, email, path in PAGES:
        client.force_login(User.objects.get(email=email))
        with CaptureQueriesContext(connection) as asked:
            content = client.get(path).content
        queries = len(asked)  # before the next request clears the log
        median, slow = milliseconds(lambda path=path: client.get(path))  # type: ignore[misc]
        weight = len(gzip.compress(content))
        line = f"{name:<16}{queries:>8}{len(content):>9}{weight:>8}{median:>9.1f}{slow:>9.1f}{median / base:>8.1f}"
        print(line)  # noqa: T201
        assert queries <= 12, name
