"""The databases that are measured: one for each size, filled by `manage.py simulate`, and kept for the next run."""

from __future__ import annotations

import os
import subprocess
import sys
from urllib.parse import quote

import psycopg
from django.conf import settings
from django.db import connection

from config.database import embedded_folder
from config.postgresql import server

EMPTY = "beneficio_bench_empty"


def name_of(cooperatives: int, expenses: int) -> str:
    """The database of a size."""
    return f"beneficio_bench_{cooperatives}_{expenses}"


def url_of(database: str) -> str:
    """How a process of its own reaches the database, on the server of this one."""
    entry = settings.DATABASES["default"]
    if folder := embedded_folder(entry):
        return f"postgres://{server.USER}@/{server.ensure_running(folder).sockets}/{database}"
    login = quote(entry["USER"]) + (f":{quote(entry['PASSWORD'])}" if entry["PASSWORD"] else "")
    if entry["HOST"].startswith("/"):
        return f"postgres://{login}@/{entry['HOST']}/{database}"
    place = f"{quote(entry['HOST'], safe='')}:{entry['PORT']}" if entry["PORT"] else quote(entry["HOST"], safe="")
    return f"postgres://{login}@{place}/{database}"


def dsn_of(database: str) -> str:
    """The same for bare psycopg."""
    with connection.cursor() as cursor:
        own = cursor.connection.info  # type: ignore[attr-defined]
        return psycopg.conninfo.make_conninfo(own.dsn, password=own.password or None, dbname=database)


def environment(database: str) -> dict[str, str]:
    """The environment of a process that works on this database."""
    return {
        **os.environ,
        "DATABASE_URL": url_of(database),
        "SECRET_KEY": settings.SECRET_KEY,
        "ALLOWED_HOSTS": "127.0.0.1,localhost,testserver",
        "HTTPS": "no",
    }


def prepare(cooperatives: int, expenses: int, attendance: int) -> None:
    """Make and fill the database of this size, unless it is there; one of an earlier version is brought up to date."""
    name = name_of(cooperatives, expenses)
    if _exists(name):
        _manage(name, "migrate", "--verbosity=0")
        return
    if not _exists(EMPTY):
        _create(EMPTY)
        _manage(EMPTY, "migrate", "--verbosity=0")
    _create(name, template=EMPTY)
    try:
        _manage(name, "migrate", "--verbosity=0")  # makes the role of row-level security, which has the database's name
        counts = (f"--cooperatives={cooperatives}", f"--expenses={expenses}", f"--attendance={attendance}")
        _manage(name, "simulate", *counts)
    except BaseException:
        drop(name)
        raise


def drop(name: str) -> None:
    """Remove the database."""
    _run(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _exists(name: str) -> bool:
    with psycopg.connect(dsn_of("postgres"), autocommit=True) as own:
        return own.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is not None


def _create(name: str, template: str = "template0") -> None:
    _run(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')


def _run(statement: str) -> None:
    with psycopg.connect(dsn_of("postgres"), autocommit=True) as own:
        own.execute(statement)  # type: ignore[call-overload]


def _manage(database: str, *arguments: str) -> None:
    subprocess.run([sys.executable, "manage.py", *arguments], env=environment(database), check=True)
