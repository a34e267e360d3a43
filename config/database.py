"""The database: the server that DATABASE_URL names, or the embedded PostgreSQL of this checkout.

Importing the settings starts nothing; the first connection starts the embedded server (`config.postgresql`).
`python -m config.database start|stop|status` does by hand what happens by itself.
"""

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import environ
from django.conf import settings as django_settings
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError

from config.postgresql import server
from config.postgresql.home import DatabaseUnavailable, home_of

BASE_DIR = Path(__file__).resolve().parent.parent
SCHEMES = ("postgres://", "postgresql://", "pgsql://", "psql://")
THROWAWAY_PREFIX = "beneficio-throwaway-"

# `reconnect_timeout` is short because a pool that keeps trying in the background waits longer each time, and opens
# nothing else meanwhile: after 3 seconds it gives up, and the next request tries afresh.
POOL = {"min_size": 1, "max_size": 12, "timeout": 10, "reconnect_timeout": 3}


def settings(url: str, base_dir: Path) -> dict[str, Any]:
    """The `default` of DATABASES: the server at this URL, or without one the embedded server below `base_dir`.

    Refused: a URL that is not of PostgreSQL or cannot be read. It is not repeated, it may hold a password.
    """
    if url:
        entry = _parsed(url)
        entry["OPTIONS"] = {"connect_timeout": 5, **entry.get("OPTIONS", {})}
    else:
        entry = {
            "NAME": server.DATABASE,
            "USER": server.USER,
            "PORT": server.PORT,
            "EMBEDDED": str(base_dir / "var" / "postgres"),
            "OPTIONS": {},
        }
    entry["OPTIONS"]["pool"] = dict(POOL)
    # A pool wants CONN_MAX_AGE 0; the backend checks the connections itself, see config/postgresql/base.py.
    return {**entry, "ENGINE": "config.postgresql", "CONN_MAX_AGE": 0, "CONN_HEALTH_CHECKS": False}


def _parsed(url: str) -> dict[str, Any]:
    entry: dict[str, Any] = {}
    if url.startswith(SCHEMES):
        with suppress(ValueError):
            entry = environ.Env.db_url_config(url)
    if not entry.get("NAME"):
        raise ImproperlyConfigured(
            "DATABASE_URL cannot be read: it has the form postgres://user:password@host:5432/database, with the "
            "special characters of the password percent-encoded; leave it empty for the embedded PostgreSQL."
        )
    return entry


def embedded_folder(entry: dict[str, Any]) -> Path | None:
    """The data folder of the embedded server, None for a server named by URL.

    Read from the environment at each connection and not with the settings, which pytest-django imports before
    any conftest can choose a throw-away folder.
    """
    if default := entry.get("EMBEDDED"):
        return Path(os.environ.get("BENEFICIO_PGDATA") or default)
    return None


def hold() -> None:
    """Count this process and those it forks among the users of the embedded server; needs the settings.

    For the master of an application server: the server then stays when one worker ends.
    """
    if folder := embedded_folder(django_settings.DATABASES["default"]):
        server.hold(folder)


def unavailable(entry: dict[str, Any], error: Exception) -> DatabaseUnavailable:
    """The error of a connection that did not come about, as one sentence without the password."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    reason = (lines[0] if lines else type(error).__name__).rpartition(" failed: ")[2].rstrip(".")
    if password := entry.get("PASSWORD"):
        reason = reason.replace(str(password), "…")
    if folder := embedded_folder(entry):
        return DatabaseUnavailable(
            f"The embedded PostgreSQL in {folder} does not answer ({reason}): try again in a moment, or run "
            "`make stop` and the next use starts it afresh."
        )
    place = f"{entry.get('HOST') or 'localhost'}:{entry.get('PORT') or 5432}"
    return DatabaseUnavailable(
        f"The database {entry.get('NAME')} at {place} does not answer ({reason}): check that the server runs and that "
        "DATABASE_URL names the right host, port, database, user and password, or leave DATABASE_URL empty for the "
        "embedded PostgreSQL."
    )


def sentence(error: Exception) -> str:
    """What to tell the user of a command that stopped at the database: one sentence, no password.

    `manage.py` catches OperationalError and ImproperlyConfigured around `execute_from_command_line`, prints this
    and exits with 1.
    """
    if isinstance(error, DatabaseUnavailable | ImproperlyConfigured):
        return " ".join(str(error).split())
    if isinstance(error, OperationalError) and django_settings.configured:
        return str(unavailable(django_settings.DATABASES["default"], error))
    return f"The database does not answer ({type(error).__name__})."


@contextmanager
def throwaway_server() -> Iterator[Path]:
    """An embedded server for one test run: its data folder, removed at the end however the run ends.

    Nothing starts before the first connection. Processes started meanwhile inherit the folder by environment, so
    all pytest-xdist workers share the one server. Killed runs are cleared away by the next one. In conftest.py:

        def pytest_configure(config: pytest.Config) -> None:
            if not os.environ.get("DATABASE_URL") and not hasattr(config, "workerinput"):
                throwaway = ExitStack()
                throwaway.enter_context(database.throwaway_server())
                config.add_cleanup(throwaway.close)
    """
    folder = Path(tempfile.mkdtemp(prefix=THROWAWAY_PREFIX))
    before = {name: os.environ.get(name) for name in ("BENEFICIO_PGDATA", "BENEFICIO_PGDATA_THROWAWAY")}
    os.environ |= {"BENEFICIO_PGDATA": str(folder), "BENEFICIO_PGDATA_THROWAWAY": "1"}
    try:
        server.hold(folder)
        _clear_killed_runs(folder)
        yield folder
    finally:
        server.destroy(folder)
        for name, value in before.items():
            os.environ.pop(name)
            if value is not None:
                os.environ[name] = value


def _clear_killed_runs(ours: Path) -> None:
    """Remove the folders of runs that were killed; not those of others, nor what is just being made."""
    for folder in ours.parent.glob(f"{THROWAWAY_PREFIX}*"):
        found = folder.lstat()
        if found.st_uid != home_of(ours).uid or folder.is_symlink() or found.st_mtime > time.time() - 60:
            continue
        if not server.in_use(folder):
            server.destroy(folder)


def main(arguments: list[str]) -> int:
    """`start` keeps the server running until `stop`; `status` exits with 3 when it does not run."""
    folder = Path(os.environ.get("BENEFICIO_PGDATA") or BASE_DIR / "var" / "postgres")
    try:
        code, answer = _obey(arguments, folder)
    except OperationalError as error:
        code, answer = 1, sentence(error)
    (sys.stderr if code in {1, 2} else sys.stdout).write(f"{answer}\n")
    return code


def _obey(arguments: list[str], folder: Path) -> tuple[int, str]:
    match arguments:
        case ["start"]:
            return 0, f"The embedded PostgreSQL runs (process {server.keep(folder).pid})."
        case ["stop"]:
            return 0, f"The embedded PostgreSQL {'has stopped' if server.stop(folder) else 'was not running'}."
        case ["status"]:
            place = f"data in {home_of(folder).folder}"
            if found := server.running(folder):
                return 0, f"Running: process {found.pid}, {place}, socket in {found.sockets}."
            return 3, f"Not running: {place}."
        case _:
            return 2, "Usage: python -m config.database start|stop|status"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
