"""What is written: single writes beside their bare SQL, many writers at once, and long lists as files."""

from __future__ import annotations

import http.client
import io
import itertools
import os
import threading
import time
import uuid
from dataclasses import asdict
from typing import Any

import psycopg
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from cooperatives.models import Cooperative, Member, User
from overview.actions.simulate.organisations import MANAGER, slug_of, treasurer_email
from premiums.models import Activity, Expense
from premiums.reports.ledger import differences
from tests.benchmarks.clients import TOKEN, Answer, Browser, crowd, percentiles
from tests.benchmarks.hosting import Host
from tests.benchmarks.pages import Places
from tests.benchmarks.recording import Doorkeeper
from trainings.models import Measurement, TrainingSession

CONTENDERS = 50
ROLL = 60
_numbers = itertools.count(1)


def _picture() -> bytes:
    content = io.BytesIO()
    Image.effect_noise((480, 320), 60).convert("RGB").save(content, "JPEG", quality=80)
    return content.getvalue()


PICTURE = _picture()


class Purse:
    """The activities of a co-op that still have money, to log expenses of a hundredth."""

    def __init__(self, cooperative: Cooperative, run: str) -> None:
        self.slug, self.run = cooperative.slug, run
        self.today = cooperative.today().isoformat()
        open_ones = Activity.objects.filter(cooperative=cooperative).open()  # type: ignore[attr-defined]
        self.activities = list(open_ones.values_list("pk", flat=True))

    def expense(self) -> list[tuple[str, str]]:
        """The fields of a new expense, unlike every other one."""
        number = next(_numbers)
        return [
            ("form_key", str(uuid.uuid4())),
            ("activity", str(self.activities[number % len(self.activities)])),
            ("spent_on", self.today),
            ("amount", "0.01"),
            ("payee", f"{self.run} {number}"),
            ("purpose", f"Measured {number}"),
            ("is_another", "on"),
        ]

    def log(self, browser: Browser) -> Answer:
        """Log one with its voucher."""
        return browser.post(reverse("premiums:expense_create", args=[self.slug]), self.expense(), PICTURE)


def bare_expense(own: psycopg.Connection[Any], purse: Purse, cooperative: int, user: int) -> float:
    """The two rows of an expense with its voucher in one transaction, triggers and all; milliseconds."""
    number, now = next(_numbers), timezone.now()
    activity = purse.activities[number % len(purse.activities)]
    began = time.perf_counter()
    with own.transaction():
        row = own.execute(
            "INSERT INTO premiums_expense (is_example, cooperative_id, activity_id, spent_on, spent_precision, amount,"
            " payee, purpose, purpose_es, purpose_pt, state, form_key, logged_at, logged_by_id, returned_reason,"
            " voided_reason, is_historic, source) VALUES (true, %s, %s, %s, 'day', 0.01, %s, 'Bare', '', '', 'logged',"
            " %s, %s, %s, '', '', false, '') RETURNING id",
            [cooperative, activity, purse.today, f"{purse.run} bare {number}", uuid.uuid4(), now, user],
        ).fetchone()
        own.execute(
            "INSERT INTO premiums_voucher (is_example, id, cooperative_id, expense_id, file, original_name,"
            " content_type, size, sha256, uploaded_at, uploaded_by_id) VALUES (true, %s, %s, %s, 'vouchers/bare.png',"
            " 'bare.png', 'image/png', 1000, %s, %s, %s)",
            [uuid.uuid4(), cooperative, row and row[0], uuid.uuid4().hex, now, user],
        )
    return 1000 * (time.perf_counter() - began)


def measure(host: Host, door: Doorkeeper, at: Places, options: dict[str, Any]) -> list[dict[str, Any]]:
    """Log an expense (beside its bare SQL), check it, a roll call of 60, accept a measurement."""
    purse, rounds = Purse(at.cooperative, uuid.uuid4().hex[:8]), options["rounds"]
    treasurer, oversight = (Browser(host.port, door.session(email)) for email in (at.treasurer, at.oversight))
    manager = Browser(host.port, door.session(MANAGER))
    user = User.objects.get(email=at.treasurer).pk
    logged, checked, bare = [], [], []
    with psycopg.connect(os.environ["BENCH_DSN"], autocommit=True) as own:
        for _ in range(rounds):
            logged.append(_ok(purse.log(treasurer)))
            bare.append(bare_expense(own, purse, at.cooperative.pk, user))
            checked.append(_ok(oversight.post(f"{logged[-1].location}check/", [])))
    rolls = [_ok(answer) for answer in _rolls(manager, at, rounds)]
    waiting = Measurement.objects.filter(state="entered").order_by("-pk").select_related("cooperative")[:rounds]
    accepted = [
        _ok(manager.post(reverse("trainings:measurement_accept", args=[row.cooperative.slug, row.pk]), _seen(row)))
        for row in waiting
    ]
    found = [("log an expense with a voucher", logged), ("check it", checked), (f"roll call of {ROLL}", rolls)]
    lines = [_line(name, answers) for name, answers in [*found, ("accept a measurement", accepted)] if answers]
    lines[0]["bare_p50"], lines[0]["bare_p95"] = percentiles(bare)
    return lines


def _ok(answer: Answer) -> Answer:
    assert answer.status == 302, f"{answer.status} {answer.location}"
    return answer


def _seen(row: Measurement) -> list[tuple[str, str]]:
    return [("seen_at", row.entered_at.isoformat())]


def _rolls(browser: Browser, at: Places, rounds: int) -> list[Answer]:
    """The same 60 people marked and taken back in turns, each one write of 60 rows."""
    session = TrainingSession.objects.filter(training__invitations__cooperative=at.cooperative).order_by("pk")[0]
    there = set(session.attendances.filter(cooperative=at.cooperative).values_list("member", flat=True))  # type: ignore[attr-defined]
    others = Member.objects.filter(cooperative=at.cooperative).exclude(pk__in=there)
    sixty = sorted(others.values_list("pk", flat=True))[:ROLL]
    address, answers = reverse("trainings:roll_call", args=[at.slug, session.pk]), []
    for turn in range(2 * (rounds // 2)):
        marked = sixty if turn % 2 == 0 else []
        shown = [] if turn % 2 == 0 else sixty
        fields = [("shown", ",".join(map(str, [*shown]))), *[("marked", str(key)) for key in marked]]
        answers.append(browser.post(address, fields))
    return answers


def _line(name: str, answers: list[Answer]) -> dict[str, Any]:
    p50, p95 = percentiles([answer.took for answer in answers])
    return {"name": name, "p50": p50, "p95": p95, "cpu": percentiles([answer.used for answer in answers])[0]}


def contention(host: Host, door: Doorkeeper, at: Places, options: dict[str, Any]) -> list[dict[str, Any]]:
    """50 writers at one co-op, then at 50 co-ops; a reader opens fund and dossier all the while."""
    every = Cooperative.objects.filter(slug__startswith="simulated-").count()
    one = [at.number] * CONTENDERS
    many = [number % every for number in range(CONTENDERS)]
    quiet = _reads(host, door, at, threading.Event(), least=60)
    anew = _reads(host, door, at, threading.Event(), least=60, way="/__anew__")
    alone = {"read_quiet_p95": _p95(quiet), "read_anew_p95": _p95(anew)}
    return [
        {**_contend(host, door, at, where, options["contention"]), **alone, "where": words}
        for words, where in (("the same co-op", one), (f"{min(every, CONTENDERS)} co-ops", many))
    ]


def _p95(answers: list[Answer]) -> float:
    return percentiles([answer.took for answer in answers])[1]


def _contend(host: Host, door: Doorkeeper, at: Places, where: list[int], seconds: float) -> dict[str, Any]:
    run = uuid.uuid4().hex[:8]
    sessions = {number: door.session(treasurer_email(number)) for number in set(where)}
    purses = {number: Purse(Cooperative.objects.get(slug=slug_of(number)), run) for number in set(where)}
    before, saved = _deadlocks(), []

    def act(number: int) -> Any:
        browser, purse = Browser(host.port, sessions[where[number]]), purses[where[number]]

        def log() -> Answer:
            answer = purse.log(browser)
            if answer.status == 302:
                saved.append(answer.location)
            return answer

        return log

    over, reads = threading.Event(), list[Answer]()
    reader = threading.Thread(target=lambda: reads.extend(_reads(host, door, at, over)))
    reader.start()
    found = asdict(crowd(len(where), seconds, act))
    over.set()
    reader.join()
    rows = Expense.objects.filter(payee__startswith=f"{run} ").count()
    return {
        **found,
        "answered": len(saved),
        "rows": rows,
        "distinct": len(set(saved)),
        "deadlocks": _deadlocks() - before,
        "ledger_differences": len(list(differences())),
        "read_busy_p95": _p95(reads),
        "read_busy_waited_p95": percentiles([answer.waited for answer in reads])[1],
    }


def _reads(
    host: Host, door: Doorkeeper, at: Places, over: threading.Event, least: int = 2, way: str = ""
) -> list[Answer]:
    browser, answers = Browser(host.port, door.session(MANAGER)), list[Answer]()
    pages = [f"{way}{reverse(name, args=[at.slug])}" for name in ("premiums:fund", "overview:dossier")]
    while len(answers) < least or (least == 2 and not over.is_set()):
        answers += [browser.get(page) for page in pages]
    return answers


def _deadlocks() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
        return int(cursor.fetchone()[0])


def exports(host: Host, door: Doorkeeper, at: Places) -> list[dict[str, Any]]:
    """The whole spending of the co-op as CSV and as a spreadsheet: first byte, last byte, memory of the worker."""
    lines = []
    address = reverse("premiums:expense_list", args=[at.slug])
    for form in ("csv", "xlsx"):
        host.forget_peak()
        server = http.client.HTTPConnection("127.0.0.1", host.port, timeout=3600)
        cookie = f"sessionid={door.session(at.treasurer)}; csrftoken={TOKEN}"
        began = time.perf_counter()
        server.request("GET", f"{address}?format={form}", headers={"Cookie": cookie, "Accept-Encoding": "gzip"})
        response = server.getresponse()
        response.read(1)
        first, size = time.perf_counter() - began, 1
        while piece := response.read(1 << 20):
            size += len(piece)
        took = time.perf_counter() - began
        lines.append(
            {"form": form, "rows": at.expenses, "first_s": first, "took_s": took, "bytes": size, "peak_mb": host.peak()}
        )
    return lines
