"""The embedded server on real data folders: several processes, kill -9, odd paths, other users, plain refusals."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import psutil
import pytest
from django.core.exceptions import ImproperlyConfigured

from config import database
from config.postgresql import server
from config.postgresql.home import DatabaseUnavailable, home_of

CHECKOUT = Path(database.__file__).parents[1]
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="needs root to be somebody else")

CLIENT = """
import sys
from pathlib import Path
import psycopg
from config.postgresql import server
for line in sys.stdin:
    host = server.ensure_running(Path(sys.argv[1])).sockets
    with psycopg.connect(host=host, port=server.PORT, user=server.USER, dbname=server.DATABASE) as connection:
        cursor = connection.execute(line)
        answer = cursor.fetchone()[0] if cursor.description else "done"
    print(answer, flush=True)  # after the commit, which a stop must not meet
"""

DJANGO = """
import os, signal, sys, threading, time
from pathlib import Path
import django
from django.conf import settings
from config import database
from config.postgresql import server
url, base = sys.argv[1], Path(sys.argv[2])
settings.configure(DATABASES={"default": database.settings(url, base)})
django.setup()
from django.db import OperationalError, connection

def ask(sql):
    try:
        with connection.cursor() as cursor:
            cursor.execute(sql)
            return cursor.fetchone()[0] if cursor.description else None
    finally:
        connection.close()
"""


class Client:
    """Another process that uses the server, one query a line."""

    def __init__(self, folder: Path, **options: object) -> None:
        python = str(options.pop("python", sys.executable))
        self.process = subprocess.Popen(  # type: ignore[call-overload]
            [python, "-c", CLIENT, str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            **{"cwd": CHECKOUT, **options},
        )

    def ask(self, query: str) -> str:
        self.process.stdin.write(query + "\n")
        self.process.stdin.flush()
        return str(self.process.stdout.readline()).strip() or self.process.stderr.read()

    def end(self) -> None:
        self.process.communicate(timeout=60)

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()


def run_django(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", "-c", DJANGO + script, *map(str, arguments)]
    return subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, timeout=120, check=False)


def kill_server(folder: Path) -> None:
    found = server.running(folder)
    assert found is not None
    backends = psutil.Process(found.pid).children(recursive=True)
    os.kill(found.pid, signal.SIGKILL)
    wait_until(lambda: server.running(folder) is None)
    psutil.wait_procs(backends, timeout=1)  # on a busy machine one may still answer a last query, and then die


def wait_until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not true():
        assert time.monotonic() < deadline, "waited 20 seconds in vain"
        time.sleep(0.02)


@pytest.fixture(autouse=True)
def own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BENEFICIO_PGDATA", raising=False)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("BENEFICIO_PGDATA_THROWAWAY", "1")


@pytest.fixture
def base() -> Iterator[Path]:
    """A place that the server's user can reach, unlike pytest's own folders when root runs them."""
    with tempfile.TemporaryDirectory(prefix="beneficio-test-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.fixture
def folder(base: Path) -> Iterator[Path]:
    data_dir = base / "var" / "postgres"
    yield data_dir
    server.destroy(data_dir)


@pytest.fixture
def client(folder: Path) -> Iterator[Callable[..., Client]]:
    with ExitStack() as clients:

        def start(of: Path = folder, **options: object) -> Client:
            started = Client(of, **options)
            clients.callback(started.kill)
            return started

        yield start


Start = Callable[..., Client]


def test_settings_start_nothing(base: Path) -> None:
    entry = database.settings("", base)
    assert entry["ENGINE"] == "config.postgresql"
    assert list(base.iterdir()) == []


def test_server_starts_on_first_use_and_stops_with_its_only_user(folder: Path, client: Start) -> None:
    assert server.running(folder) is None
    first = client()
    assert first.ask("SELECT upper('peña')") == "PEÑA"
    assert server.running(folder) is not None
    first.end()
    assert server.running(folder) is None
    assert not home_of(folder).sockets.exists()


def test_two_processes_share_the_server_and_the_last_one_stops_it(folder: Path, client: Start) -> None:
    first, second = client(), client()
    assert first.ask("SELECT pg_postmaster_start_time()") == second.ask("SELECT pg_postmaster_start_time()")
    first.end()
    assert server.running(folder) is not None
    assert second.ask("SELECT 1") == "1"
    second.end()
    assert server.running(folder) is None


def test_many_processes_starting_at_once_start_one_server(folder: Path, client: Start) -> None:
    clients = [client() for _ in range(6)]
    with ThreadPoolExecutor(6) as pool:
        started = set(pool.map(lambda each: each.ask("SELECT pg_postmaster_start_time()"), clients))
    assert len(started) == 1, started
    assert "Traceback" not in "".join(started)


def test_data_survive_a_restart(folder: Path, client: Start) -> None:
    first = client()
    first.ask("CREATE TABLE lot AS SELECT 46 AS bags")
    assert server.stop(folder)
    assert not server.stop(folder)
    assert first.ask("SELECT bags FROM lot") == "46"
    first.end()
    assert client().ask("SELECT bags FROM lot") == "46"


def test_confirmed_data_survive_kill_9_of_the_server(
    folder: Path, client: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BENEFICIO_PGDATA_THROWAWAY")
    first = client()
    durability = "SELECT string_agg(setting, ' ') FROM pg_settings WHERE name ~ '^(fsync|.*_commit|full_page_writes)$'"
    assert set(first.ask(durability).split()) == {"on"}
    first.ask("CREATE TABLE lot AS SELECT 46 AS bags")
    kill_server(folder)
    assert first.ask("SELECT bags FROM lot") == "46"
    first.end()
    assert server.running(folder) is None


def test_server_killed_while_a_query_keeps_one_of_its_processes_busy_comes_back(folder: Path, client: Start) -> None:
    busy, other = client(), client()
    other.ask("SELECT 1")
    busy.process.stdin.write("SELECT count(*) FROM generate_series(1, 3000000000)\n")
    busy.process.stdin.flush()
    time.sleep(0.5)
    kill_server(folder)
    assert other.ask("SELECT 1") == "1"


def test_killed_client_does_not_keep_the_server(folder: Path, client: Start) -> None:
    killed, last = client(), client()
    killed.ask("SELECT 1")
    last.ask("SELECT 1")
    killed.kill()
    last.end()
    assert server.running(folder) is None


def test_left_over_number_of_a_foreign_process_is_not_taken_for_the_server(folder: Path, client: Start) -> None:
    first = client()
    first.ask("SELECT 1")
    first.end()
    pid_file = home_of(folder).cluster / "postmaster.pid"
    pid_file.write_text(f"{os.getpid()}\n{folder}/cluster\n1\n5432\n/tmp\n\n  1 1\nready   \n")
    assert client().ask("SELECT 1") == "1"


def test_half_made_data_folder_is_made_again(folder: Path, client: Start) -> None:
    (folder / "cluster-new-interrupted").mkdir(parents=True)
    assert client().ask("SELECT 1") == "1"
    assert not list(folder.glob("cluster-new-*"))


@pytest.mark.parametrize("name", ['with space\'s and $HOME "quoted"', "x" * 150, "maçã/ñandú"])
def test_odd_paths_work(base: Path, client: Start, name: str) -> None:
    data_dir = base / name / "var" / "postgres"
    try:
        assert client(data_dir).ask("SELECT 1") == "1"
    finally:
        server.destroy(data_dir)


def test_two_folders_side_by_side_do_not_meet(folder: Path, base: Path, client: Start) -> None:
    beside = base / "beside"
    try:
        one, other = client(), client(beside)
        one.ask("CREATE TABLE lot AS SELECT 1 AS bags")
        other.ask("CREATE TABLE lot AS SELECT 2 AS bags")
        one.end()
        assert server.running(folder) is None
        assert other.ask("SELECT bags FROM lot") == "2"
    finally:
        server.destroy(beside)


def test_start_by_hand_lasts_until_stop(folder: Path, client: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BENEFICIO_PGDATA", str(folder))

    def command(word: str) -> int:
        return subprocess.run(
            [sys.executable, "-m", "config.database", word], cwd=CHECKOUT, stdout=subprocess.DEVNULL, check=False
        ).returncode

    assert command("status") == 3
    assert command("start") == 0
    used = client()
    used.ask("SELECT 1")
    used.end()
    assert command("status") == 0
    assert command("stop") == 0
    assert command("status") == 3
    assert client().ask("SELECT 1") == "1"


def spoil_version(folder: Path) -> None:
    (home_of(folder).cluster / "PG_VERSION").write_text("garbage\n")


def spoil_control_file(folder: Path) -> None:
    (home_of(folder).cluster / "global" / "pg_control").write_bytes(b"")


@pytest.mark.parametrize("spoil", [spoil_version, spoil_control_file])
def test_server_that_cannot_start_says_so_in_one_sentence(
    folder: Path, base: Path, client: Start, spoil: Callable[[Path], None]
) -> None:
    first = client()
    first.ask("SELECT 1")
    first.end()
    spoil(folder)
    script = "try: ask('SELECT 1')\nexcept OperationalError as error: sys.exit(database.sentence(error))"
    run = run_django(script, "", base)
    assert run.returncode == 1
    assert run.stderr.count("\n") == 1, run.stderr
    assert f"The embedded PostgreSQL in {folder} does not start" in run.stderr
    assert "server.log" in run.stderr


def test_unreachable_url_ends_in_one_sentence_without_the_password(base: Path) -> None:
    script = "try: ask('SELECT 1')\nexcept OperationalError as error: sys.exit(database.sentence(error))"
    began = time.monotonic()
    run = run_django(script, "postgres://ana:s3cret@127.0.0.1:1/coffee", base)
    assert time.monotonic() - began < 5
    assert run.returncode == 1
    assert run.stderr.count("\n") == 1, run.stderr
    assert "127.0.0.1:1" in run.stderr
    assert "Connection refused" in run.stderr
    assert "DATABASE_URL" in run.stderr
    assert "s3cret" not in run.stderr
    assert list(base.iterdir()) == []


@pytest.mark.parametrize("url", ["mysql://ana:s3cret@h/d", "postgres://ana:s3/cret@h/d", "postgres://h", "s3cret"])
def test_unreadable_url_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(ImproperlyConfigured) as refusal:
        database.settings(url, CHECKOUT)
    assert "postgres://user:password@host:5432/database" in database.sentence(refusal.value)
    assert "s3" not in database.sentence(refusal.value)


def test_url_and_its_options_reach_the_driver() -> None:
    entry = database.settings("postgres://ana:p%40ss@db.example:5433/coffee?sslmode=require", CHECKOUT)
    assert (entry["HOST"], entry["PORT"], entry["NAME"]) == ("db.example", 5433, "coffee")
    assert (entry["USER"], entry["PASSWORD"]) == ("ana", "p@ss")
    assert entry["OPTIONS"]["sslmode"] == "require"
    assert entry["OPTIONS"]["connect_timeout"] == 5
    assert database.embedded_folder(entry) is None


def test_pool_replaces_all_its_connections_at_once_after_kill_9(
    folder: Path, base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BENEFICIO_PGDATA_THROWAWAY")
    script = """
meet = threading.Barrier(5)
def one():
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        meet.wait(20)
    connection.close()
def five_at_once():
    threads = [threading.Thread(target=one) for _ in range(5)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
ask("CREATE TABLE lot AS SELECT 46 AS bags")
five_at_once()
folder = base / "var" / "postgres"
os.kill(server.running(folder).pid, signal.SIGKILL)
while server.running(folder): time.sleep(0.01)
began = time.monotonic()
five_at_once()
print(ask("SELECT bags FROM lot"), time.monotonic() - began)
"""
    run = run_django(script, "", base)
    assert run.returncode == 0, run.stderr
    bags, seconds = run.stdout.split()
    assert bags == "46"
    assert float(seconds) < 6  # psycopg's own check would wait 1 + 2 + 4 seconds for the third to fifth
    assert server.running(folder) is None


def test_pool_replaces_connections_that_a_server_named_by_url_has_dropped(folder: Path, base: Path) -> None:
    server.ensure_running(folder)
    url = f"postgres://{server.USER}@/{server.DATABASE}?host={home_of(folder).sockets}"
    script = """
print(ask("SELECT 1"))
from django.db import connections
with connection.cursor() as cursor:
    cursor.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")
other = threading.Thread(target=lambda: print(ask("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'")))
other.start(); other.join()
connection.close()
began = time.monotonic()
print(ask("SELECT 2"), time.monotonic() - began < 1)
"""
    run = run_django(script, url, base)
    assert run.stdout.split() == ["1", "True", "2", "True"], run.stderr


def test_forked_child_works_and_leaves_the_server_to_its_parent(folder: Path, base: Path) -> None:
    script = """
print(ask("SELECT 1"), flush=True)
with connection.cursor() as cursor:
    cursor.execute("SELECT 2")
    child = os.fork()
    if child == 0:
        print(ask("SELECT 3"))
        sys.exit()
    os.waitpid(child, 0)
    cursor.execute("SELECT 4")
    print(cursor.fetchone()[0])
print(server.running(base / "var" / "postgres") is not None)
"""
    run = run_django(script, "", base)
    assert run.stdout.split() == ["1", "3", "4", "True"], run.stderr
    assert server.running(folder) is None


def test_master_that_holds_the_server_keeps_it_between_workers(folder: Path, base: Path) -> None:
    script = """
database.hold()
for number in (1, 2):
    child = os.fork()
    if child == 0:
        print(ask("SELECT pg_postmaster_start_time()::text"))
        sys.exit()
    os.waitpid(child, 0)
"""
    run = run_django(script, "", base)
    first, second = run.stdout.strip().splitlines()
    assert first == second
    assert server.running(folder) is None


def test_throwaway_server_is_gone_after_an_interrupt() -> None:
    script = """
import signal, time
from config import database
from config.postgresql import server
signal.signal(signal.SIGINT, signal.default_int_handler)  # a run in the background inherits that it is ignored
with database.throwaway_server() as folder:
    server.ensure_running(folder)
    print(folder, flush=True)
    time.sleep(60)
"""
    run = subprocess.Popen(
        [sys.executable, "-c", script], cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert run.stdout is not None
    data_dir = Path(run.stdout.readline().strip())
    assert server.running(data_dir) is not None
    run.send_signal(signal.SIGINT)
    run.communicate(timeout=50)
    assert run.returncode, "it was interrupted, and did not end by itself"
    assert not data_dir.exists()


def test_throwaway_server_of_a_killed_run_is_cleared_by_the_next() -> None:
    with database.throwaway_server() as template:
        killed = Path(tempfile.mkdtemp(prefix=database.THROWAWAY_PREFIX))
        used = Client(killed)
        assert used.ask("SELECT 1") == "1"
        used.kill()
        assert server.running(killed) is not None
        os.utime(killed, (1, 1))
        assert os.environ["BENEFICIO_PGDATA"] == str(template)
    with database.throwaway_server():
        assert not killed.exists()
    wait_until(lambda: server.running(killed) is None)
    assert "BENEFICIO_PGDATA" not in os.environ


def python_of(user: str) -> str:
    """An interpreter the user can run: ours may be in a closed home."""
    for python in (sys.executable, f"/usr/bin/python3.{sys.version_info.minor}"):
        try:
            subprocess.run([python, "-c", ""], user=user, cwd="/", capture_output=True, check=True)
        except (OSError, subprocess.SubprocessError):
            continue
        return python
    pytest.skip(f"{user} can run no interpreter of this version")


@as_root
def test_ordinary_user_has_a_server_of_their_own(base: Path, client: Start) -> None:
    python = python_of("nobody")
    data_dir = base / "of nobody" / "postgres"
    data_dir.parent.mkdir()
    os.chown(data_dir.parent, 65534, 65534)
    options = {
        "python": python,
        "user": "nobody",
        "group": "nogroup",
        "extra_groups": [],
        "env": {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "HOME": "/"},
    }
    theirs = client(data_dir, **options)
    assert theirs.ask("SELECT 1") == "1"
    found = server.running(data_dir)
    assert found is not None
    assert psutil.Process(found.pid).uids().real == 65534
    assert client(data_dir).ask("SELECT 1") == "1"  # root joins as the owner of the folder
    theirs.end()
    roots = base / "of root"
    roots.mkdir(mode=0o700)
    refused = client(roots, **options).ask("SELECT 1")
    assert f"The database folder {roots} belongs to another user" in refused
    server.destroy(data_dir)


@as_root
def test_root_leaves_a_closed_home_closed(base: Path, client: Start) -> None:
    home = base / "home"
    home.mkdir(mode=0o700)
    data_dir = home / "checkout" / "var" / "postgres"
    try:
        assert client(data_dir).ask("SELECT 1") == "1"
        assert home.stat().st_mode & 0o777 == 0o700
        assert home_of(data_dir).folder.parent == Path("/var/lib")
    finally:
        server.destroy(data_dir)


def test_socket_folder_of_somebody_else_is_refused(folder: Path) -> None:
    home = home_of(folder)
    home.sockets.symlink_to("/etc")
    try:
        with pytest.raises(DatabaseUnavailable, match="belongs to another user"):
            server.ensure_running(folder)
    finally:
        home.sockets.unlink()
