"""The embedded PostgreSQL server: started when needed, shared, and stopped by the last to leave.

Every process that used the server keeps a shared `flock` on `users.lock`. The kernel drops it when the process
ends, however it ends, and a forked child inherits it: no list of process numbers can go stale. Whoever leaves tries
to lock the file alone; if that works nobody else is left, and the server stops. Starting and stopping happen under
`start.lock`, so that many processes starting at once start one server.
"""

import atexit
import fcntl
import os
import shlex
import shutil
import signal
import stat
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import psycopg
from django.db import OperationalError
from psycopg import sql

from config.postgresql.home import (
    VERSION,
    DatabaseUnavailable,
    Home,
    cannot_start,
    home_of,
    last_complaint,
    open_as_owner,
    prepare,
    run,
)

DATABASE = "beneficio"
USER = "postgres"
PORT = "5432"  # part of the name of the socket; the server does not listen on the network
START_SECONDS = 90  # recovery after a crash reads the log again before the first connection

_shares: dict[Home, int] = {}  # the descriptor of our shared lock on its users.lock


@dataclass(frozen=True)
class Server:
    """What `postmaster.pid` says about a server that lives."""

    pid: int
    status: str
    sockets: str

    @property
    def ready(self) -> bool:
        return self.status == "ready"


def ensure_running(data_dir: Path) -> Server:
    """The server of this folder, started if it does not run; quick when it does (two small files are read).

    Refused with one sentence: a folder of another user, data of a PostgreSQL we do not have, a server that dies.
    """
    home = home_of(data_dir)
    if home in _shares and (server := _alive(home)) and server.ready:
        return server
    try:
        with _alone(home):
            _share(home)
            server = _settled(home)
            if server is None:
                _clear_remains(home)
                _create_cluster(home)
                server = _launch(home)
            _create_database(home, server)
            return server
    except OSError as error:
        raise cannot_start(home, str(error)) from error


def hold(data_dir: Path) -> None:
    """Count this process, and those it forks, among the users, without starting the server."""
    home = home_of(data_dir)
    with _alone(home):
        _share(home)


def stop(data_dir: Path) -> bool:
    """Stop the server whoever uses it; False when it did not run. The next use starts it again."""
    home = home_of(data_dir)
    if not home.folder.exists():
        return False
    with _alone(home):
        return _stop(home)


def running(data_dir: Path) -> Server | None:
    """The server of this folder if it runs; starts nothing."""
    return _alive(home_of(data_dir))


def in_use(data_dir: Path) -> bool:
    """Whether any process still counts as a user of the server."""
    return not _deserted(home_of(data_dir))


def keep(data_dir: Path) -> Server:
    """Start the server and let it run until `stop`, also when its last user leaves."""
    server = ensure_running(data_dir)
    _write_as_owner(home_of(data_dir), "kept", str(server.pid))
    return server


def destroy(data_dir: Path) -> None:
    """Stop the server and remove its data. For throw-away folders."""
    home = home_of(data_dir)
    stop(data_dir)
    if (share := _shares.pop(home, None)) is not None:
        os.close(share)
    shutil.rmtree(home.folder, ignore_errors=True)


@contextmanager
def _alone(home: Home) -> Iterator[None]:
    """Nobody else starts, stops, joins or leaves this server meanwhile."""
    prepare(home)
    lock = open_as_owner(home, "start.lock")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        # Unlocked by name: a child forked in this moment holds a copy of the descriptor.
        fcntl.flock(lock, fcntl.LOCK_UN)
        os.close(lock)


def _write_as_owner(home: Home, name: str, text: str) -> None:
    with os.fdopen(open_as_owner(home, name, os.O_TRUNC), "w") as file:
        file.write(text)


def _share(home: Home) -> None:
    if home not in _shares:
        share = open_as_owner(home, "users.lock")
        fcntl.flock(share, fcntl.LOCK_SH)
        _shares[home] = share


def _deserted(home: Home) -> bool:
    try:
        lock = os.open(home.folder / "users.lock", os.O_RDWR)
    except OSError:
        return True
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    else:
        return True
    finally:
        os.close(lock)


@atexit.register
def _leave() -> None:
    for home in list(_shares):
        # Only closed, never unlocked: a forked child or parent may share the lock.
        os.close(_shares.pop(home))
        with suppress(OSError, OperationalError):
            if home.folder.exists() and _deserted(home):
                with _alone(home):
                    if _deserted(home) and not _kept(home):
                        _stop(home)


def _kept(home: Home) -> bool:
    server = _alive(home)
    with suppress(OSError):
        return server is not None and (home.folder / "kept").read_text() == str(server.pid)
    return False


def _alive(home: Home) -> Server | None:
    """The server, if the process in `postmaster.pid` is really it: not dead, a zombie, or a number used again."""
    try:
        lines = (home.cluster / "postmaster.pid").read_text().splitlines()
        pid = int(lines[0])
        if f"cluster_name={home.name}" not in psutil.Process(pid).cmdline():
            return None
    except (OSError, ValueError, IndexError, psutil.Error):
        return None
    sockets, status = (lines[4], lines[7].strip()) if len(lines) > 7 else ("", "starting")
    return Server(pid, status, sockets)


def _wait(done: Callable[[], bool], seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while not (result := done()) and time.monotonic() < deadline:
        time.sleep(0.02)
    return result


def _settled(home: Home) -> Server | None:
    """The server once it is neither starting nor stopping."""

    def settled() -> bool:
        server = _alive(home)
        return server is None or server.ready

    if not _wait(settled, START_SECONDS):
        raise cannot_start(home, f"it is neither up nor down after {START_SECONDS} seconds")
    return _alive(home)


def _clear_remains(home: Home) -> None:
    """After a kill -9 of the server: its children end or are ended, then its lock files go.

    They must be gone first, two servers on one folder would destroy it. What they had confirmed is in the log.
    PostgreSQL itself would take a zombie, or a process with the same number, for the server and refuse to start.
    """
    title = f"postgres: {home.name}: "

    def orphans() -> list[Any]:
        processes = psutil.process_iter(["cmdline"])
        return [process for process in processes if " ".join(process.info["cmdline"] or ()).startswith(title)]

    if not _wait(lambda: not orphans(), 2):
        for process in orphans():
            with suppress(psutil.Error):
                process.kill()
        if not _wait(lambda: not orphans(), 5):
            raise cannot_start(home, "processes of its predecessor do not end")
    socket = home.sockets / f".s.PGSQL.{PORT}"
    for left_over in (home.cluster / "postmaster.pid", socket.with_name(f"{socket.name}.lock"), socket):
        left_over.unlink(missing_ok=True)


def _create_cluster(home: Home) -> None:
    """Make the data folder, whole or not at all: under another name first."""
    if home.cluster.exists():
        return
    for half_made in home.folder.glob("cluster-new-*"):
        shutil.rmtree(half_made, ignore_errors=True)
    new = Path(tempfile.mkdtemp(prefix="cluster-new-", dir=home.folder))
    if os.geteuid() == 0:
        os.chown(new, home.uid, home.gid)
    # The same letters and order on every machine: PostgreSQL's own C.UTF-8 knows that Ñ is a capital ñ.
    arguments = ["--username", USER, "--auth=trust", "--encoding=UTF8", "--no-instructions", "--pgdata", str(new)]
    if VERSION >= 17:
        arguments += ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    else:
        arguments += ["--locale=C.UTF-8"]
    if _throwaway():
        arguments += ["--no-sync"]
    if run(home, "initdb", *arguments) != 0:
        raise cannot_start(home, "its data folder cannot be made")
    new.rename(home.cluster)


def _launch(home: Home) -> Server:
    _make_socket_folder(home)
    settings = {
        "cluster_name": home.name,
        "listen_addresses": "",
        "unix_socket_directories": str(home.sockets),
        "unix_socket_permissions": "0700",
        "port": PORT,
        "max_connections": "60",
        "random_page_cost": "1.1",  # disks without a moving head: an index is worth its while
        "fsync": "on",
        "synchronous_commit": "on",
        "full_page_writes": "on",
    }
    if _throwaway():
        settings |= dict.fromkeys(("fsync", "synchronous_commit", "full_page_writes"), "off")
        settings["deadlock_timeout"] = "50ms"  # how long who waits for autovacuum bears with it
    options = ["-D", str(home.cluster)]
    for name, value in settings.items():
        options += ["-c", f"{name}={value}"]
    # The folder comes by PGDATA and in our own quotes: pg_ctl puts -D into a shell line in plain double quotes.
    status = run(home, "pg_ctl", "start", "-s", "-w", "-t", str(START_SECONDS), "-o", shlex.join(options))
    server = _alive(home)
    if status != 0 or server is None or not server.ready:
        raise cannot_start(home, last_complaint(home))
    return server


def _make_socket_folder(home: Home) -> None:
    """Only for the server's user: whoever reaches the socket is let in without a password."""
    with suppress(FileExistsError):
        home.sockets.mkdir(mode=0o700)
        if os.geteuid() == 0:
            os.chown(home.sockets, home.uid, home.gid)
    found = home.sockets.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != home.uid:
        raise DatabaseUnavailable(
            f"The folder {home.sockets} belongs to another user, so the database will not put its socket there: "
            "remove that folder and try again."
        )
    home.sockets.chmod(0o700)


def _create_database(home: Home, server: Server) -> None:
    try:
        with psycopg.connect(
            host=server.sockets, port=PORT, user=USER, dbname="postgres", autocommit=True
        ) as connection:
            found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone()
            if not found:
                create = sql.SQL("CREATE DATABASE {} ENCODING 'UTF8' TEMPLATE template0")
                connection.execute(create.format(sql.Identifier(DATABASE)))
    except psycopg.Error as error:
        raise cannot_start(home, str(error).strip().splitlines()[-1].strip()) from error


def _stop(home: Home) -> bool:
    """Ask kindly, then firmly, then kill: committed data survive all three."""
    server = _settled(home)
    (home.folder / "kept").unlink(missing_ok=True)
    if server is not None:
        for ask, seconds in ((signal.SIGINT, 30), (signal.SIGQUIT, 10), (signal.SIGKILL, 5)):
            with suppress(ProcessLookupError):
                os.kill(server.pid, ask)
            if _wait(lambda: _alive(home) is None, seconds):
                break
    with suppress(OSError):  # after a kill the socket is still in it
        home.sockets.rmdir()
    return server is not None


def _throwaway() -> bool:
    return os.environ.get("BENEFICIO_PGDATA_THROWAWAY") == "1"
