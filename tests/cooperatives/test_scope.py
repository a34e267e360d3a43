"""How the second wall lies around a request: one transaction, on a real connection, and nothing left behind."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psycopg
import pytest
from django.conf import settings as django_settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.test import Client
from django.urls import path

from config import row_security, urls
from cooperatives.access import outside_the_wall
from cooperatives.models import Cooperative, Member, User
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)
ROOT = Path(__file__).resolve().parents[2]
after: list[str] = []


def role_now() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        return str(cursor.fetchone()[0])


def _seen() -> dict[str, Any]:
    return {"role": role_now(), "slugs": sorted(Cooperative.objects.values_list("slug", flat=True))}


def look(request: HttpRequest) -> HttpResponse:
    return JsonResponse(_seen())


@outside_the_wall("a test")
def look_outside(request: HttpRequest) -> HttpResponse:
    return JsonResponse(_seen())


@login_not_required
def look_open(request: HttpRequest) -> HttpResponse:
    return JsonResponse(_seen())


def stream(request: HttpRequest) -> StreamingHttpResponse:
    def lines() -> Iterator[str]:
        yield from (f"{slug} {role_now()}\n" for slug in Cooperative.objects.values_list("slug", flat=True))

    return StreamingHttpResponse(lines())


def file(request: HttpRequest) -> FileResponse:
    return FileResponse(Path(__file__).open("rb"))


def write(request: HttpRequest, how: str) -> HttpResponse:
    Member.objects.create(cooperative=Cooperative.objects.get(), name=how)
    transaction.on_commit(lambda: after.append(how))
    if how == "missing":
        raise Http404
    if how == "denied":
        raise PermissionDenied
    if how == "broken":
        raise RuntimeError
    if how == "swallowed":
        try:
            Member.objects.create(cooperative_id=1, name=None)  # type: ignore[misc]
        except DatabaseError:
            return HttpResponse("saved?")
    request.session["written"] = how
    return HttpResponse("saved")


urlpatterns = [
    *urls.urlpatterns,
    path("try/look/", look),
    path("try/outside/", look_outside),
    path("try/open/", look_open),
    path("try/stream/", stream),
    path("try/file/", file),
    path("try/write/<str:how>/", write),
]


@pytest.fixture
def browser(client: Client, settings: Any, treasurer: User, outsider: User) -> Client:
    """The treasurer's, with the addresses above."""
    settings.ROOT_URLCONF = __name__
    client.force_login(treasurer)
    client.raise_request_exception = False
    after.clear()
    return client


def test_a_request_of_staff_is_held_and_nothing_is_left_behind(browser: Client) -> None:
    assert browser.get("/try/look/").json() == {"role": row_security.role_name(), "slugs": ["triunfo"]}
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user = session_user, current_setting('beneficio.cooperatives', true)")
        assert cursor.fetchone() == (True, "")
    assert not connection.in_atomic_block


def test_others_are_not_held(browser: Client, admin: User, manager: User) -> None:
    owner = role_now()
    for person in (admin, manager):
        browser.force_login(person)
        assert browser.get("/try/look/").json() == {"role": owner, "slugs": ["triunfo", "vecina"]}
    browser.logout()
    assert browser.get("/try/open/").json()["role"] == owner


def test_a_page_outside_the_wall_and_a_wall_turned_off(browser: Client, settings: Any) -> None:
    assert browser.get("/try/outside/").json()["slugs"] == ["triunfo", "vecina"]
    settings.ROW_SECURITY = False
    assert browser.get("/try/look/").json()["slugs"] == ["triunfo", "vecina"]


def test_a_stream_is_held_while_it_is_sent(browser: Client) -> None:
    response = browser.get("/try/stream/")
    assert b"".join(response.streaming_content).decode() == f"triunfo {row_security.role_name()}\n"
    assert role_now() != row_security.role_name()


def test_a_stream_that_nobody_reads_to_its_end_leaves_nothing_open(browser: Client) -> None:
    response = browser.get("/try/stream/")
    next(iter(response.streaming_content))
    response._iterator.close()  # type: ignore[attr-defined]
    assert not connection.in_atomic_block
    assert role_now() != row_security.role_name()


def test_a_file_is_handed_over_as_it_is(browser: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cooperatives.scope._streamed", None)
    response = browser.get("/try/file/")
    assert b"".join(response.streaming_content).startswith(b'"""How the second wall')


def test_what_was_written_is_kept_before_the_answer_leaves(browser: Client) -> None:
    assert browser.get("/try/write/well/").content == b"saved"
    assert Member.objects.get().name == "well"
    assert after == ["well"]
    assert browser.session["written"] == "well"


@pytest.mark.parametrize(("how", "status"), [("missing", 404), ("denied", 403), ("broken", 500)])
def test_what_an_exception_ended_is_taken_back(browser: Client, how: str, status: int) -> None:
    assert browser.get(f"/try/write/{how}/").status_code == status
    assert not Member.objects.exists()
    assert after == []
    assert role_now() != row_security.role_name()


def test_a_failed_statement_that_was_swallowed_is_no_success(browser: Client) -> None:
    """A commit would quietly take everything back, under a page that says it was saved."""
    assert browser.get("/try/write/swallowed/").status_code == 500
    assert not Member.objects.exists()


def test_a_lost_database_has_its_page(browser: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def cut(*_arguments: Any) -> None:
        info = connection.connection.info
        place = {"host": info.host, "port": info.port, "dbname": info.dbname, "user": info.user}
        with psycopg.connect(**place, password=info.password or None) as other:
            other.execute("SELECT pg_terminate_backend(%s)", [info.backend_pid])
        Member.objects.count()

    monkeypatch.setattr(Cooperative.objects, "get", cut)
    assert browser.get("/try/write/cut/").status_code == 503
    monkeypatch.undo()
    assert not Member.objects.exists()
    assert browser.get("/try/look/").json()["slugs"] == ["triunfo"]


def test_the_wall_stands_last_so_that_sessions_stay_outside() -> None:
    assert django_settings.MIDDLEWARE[-1] == "cooperatives.scope.CooperativeScope"


def test_a_person_keeps_their_account_behind_the_wall(browser: Client, treasurer: User) -> None:
    """Language, password and signing out write tables that the role can't reach, or only in part."""
    assert browser.post("/language/", {"language": "es-mx"}).status_code == 302
    treasurer.refresh_from_db()
    assert treasurer.language == "es-mx"
    typed = {"oldpassword": factories.PASSWORD, "password1": "montaña-clara-77", "password2": "montaña-clara-77"}
    assert browser.post("/accounts/password/change/", typed).status_code == 302
    treasurer.refresh_from_db()
    assert treasurer.check_password("montaña-clara-77")
    assert browser.post("/accounts/logout/").status_code == 302


# Behind a PgBouncer that pools by transaction ----------------------------------------------------------------------

MIXED = """
import json, os, sys, threading
import django
django.setup()
from django.db import connection
from django.test import Client
from cooperatives.models import User

def work(email, answers):
    client = Client()
    client.force_login(User.objects.get(email=email))
    for _ in range(15):
        answers.append(client.get(f"/cooperatives/{sys.argv[1]}/").status_code)
        answers.append(client.get(f"/cooperatives/{sys.argv[2]}/").status_code)
    connection.close()

found = {email: [] for email in sys.argv[3:]}
threads = [threading.Thread(target=work, args=item) for item in found.items()]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
print(json.dumps({email: sorted(set(zip(a[::2], a[1::2]))) for email, a in found.items()}))
"""


@pytest.fixture
def bouncer() -> Iterator[str]:
    """The address of a PgBouncer with two server connections for everybody."""
    program = shutil.which("pgbouncer", path=f"{os.environ['PATH']}:/usr/sbin")
    if not program:
        pytest.skip("no pgbouncer on this machine: apt install pgbouncer")
    connection.ensure_connection()
    info = connection.connection.info
    behind = f"host={info.host} port={info.port} dbname={info.dbname} user={info.user}"
    if info.password:
        behind += f" password={info.password}"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with TemporaryDirectory() as folder, (Path(folder) / "log").open("w") as log:
        Path(folder).chmod(0o755)
        settings = Path(folder) / "bouncer.ini"
        settings.write_text(
            f"[databases]\n{info.dbname} = {behind}\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = {port}\n"
            "unix_socket_dir =\nauth_type = any\npool_mode = transaction\ndefault_pool_size = 2\n"
        )
        # It refuses to run as root, and must reach the folder of the embedded server's socket.
        whose = Path(info.host).owner() if info.host.startswith("/") else "nobody"
        command = [program, *(["-u", whose] if os.geteuid() == 0 else []), str(settings)]
        with subprocess.Popen(command, stdout=log, stderr=log) as process:
            try:
                time.sleep(1)
                assert process.poll() is None, Path(log.name).read_text()
                yield f"postgres://{info.user}@127.0.0.1:{port}/{info.dbname}?DISABLE_SERVER_SIDE_CURSORS=true"
            finally:
                process.terminate()


def test_the_role_stays_with_its_transaction_in_a_pool_of_others(
    bouncer: str, treasurer: User, outsider: User, manager: User, admin: User, tmp_path: Path
) -> None:
    """Four people at once over two server connections: each sees their own, in every one of 120 requests."""
    people = (treasurer, outsider, manager, admin)
    answer = subprocess.run(
        [sys.executable, "-c", MIXED, "triunfo", "vecina", *(person.email for person in people)],
        cwd=ROOT,
        env=os.environ
        | {
            "DATABASE_URL": bouncer,
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "SECRET_KEY": "x" * 50,
            "ALLOWED_HOSTS": "testserver",
            "HTTPS": "no",
            "DEBUG": "yes",
            "CACHE_DIR": str(tmp_path / "cache"),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr[-2000:]
    assert "Traceback" not in answer.stderr, answer.stderr[-3000:]
    found = json.loads(answer.stdout.splitlines()[-1])
    expected = {treasurer: [200, 404], outsider: [404, 200], manager: [200, 404], admin: [200, 200]}
    assert found == {person.email: [codes] for person, codes in expected.items()}
