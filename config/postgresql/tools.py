"""PostgreSQL's own programs, for backups: `pg_dump` reads any server from 15 to 18, `psql` writes to any.

They come with the embedded server, the newest version of them, whatever the version of the server.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import IO, Any

from django.db import connection
from psycopg.conninfo import make_conninfo

from config.postgresql.home import newest_binaries

# What a connection of Django may carry that PostgreSQL's programs understand; the password goes by environment.
KNOWN = ("host", "hostaddr", "port", "dbname", "user", "sslmode", "sslrootcert", "sslcert", "sslkey", "connect_timeout")
# Parameters that pg_dump of this version sets at the top of a dump, and since when servers know them.
NEWER_PARAMETERS = {b"SET transaction_timeout = 0;\n": 170000}


class ProgramFailed(Exception):
    """One of PostgreSQL's programs failed; the text is what it said, without any password."""


def dump(target: IO[bytes], *, snapshot: str) -> None:
    """Write the database, as it is in an exported snapshot, to `target` in the custom format of pg_dump.

    Without roles, privileges and policies, which name roles of this server: `migrate` makes them anew where it is
    restored.
    """
    without = ("--no-owner", "--no-privileges", "--no-policies")
    _run("pg_dump", "--format=custom", *without, f"--snapshot={snapshot}", stdout=target)


def restore(source: Path, *, first: str = "") -> None:
    """Fill the database from a dump: all of it or nothing. `first` is SQL that runs before, in the same transaction."""
    reader = subprocess.Popen(  # noqa: S603
        [str(_program("pg_restore")), "--no-owner", "--file=-", str(source)], stdout=subprocess.PIPE
    )
    command = [str(_program("psql")), "--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1"]
    writer = subprocess.Popen(  # noqa: S603
        [*command, "--output=/dev/null", _place()],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_environment(),
    )
    assert reader.stdout and writer.stdin and writer.stderr  # noqa: S101, PT018
    version: int = connection.pg_version  # type: ignore[attr-defined]
    unknown = {line for line, since in NEWER_PARAMETERS.items() if version < since}
    try:
        with writer.stdin as sql, reader.stdout as lines:
            sql.write(first.encode())
            for line in lines:
                if line not in unknown:
                    sql.write(line)
    except BrokenPipeError:
        pass  # psql stopped at an error, and says so below
    said = writer.stderr.read().decode(errors="replace")
    writer.stderr.close()
    if writer.wait() or reader.wait():
        raise ProgramFailed(said.strip() or "pg_restore cannot read the dump")


def _run(program: str, *arguments: str, stdout: IO[bytes]) -> None:
    done = subprocess.run(  # noqa: S603
        [str(_program(program)), *arguments, _place()],
        stdout=stdout,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        env=_environment(),
        check=False,
    )
    if done.returncode:
        raise ProgramFailed(done.stderr.decode(errors="replace").strip())


def _program(name: str) -> Path:
    return newest_binaries() / name


def _parameters() -> dict[str, Any]:
    parameters: dict[str, Any] = connection.get_connection_params()
    return parameters


def _place() -> str:
    parameters = _parameters()
    return make_conninfo(**{name: parameters[name] for name in KNOWN if parameters.get(name)})


def _environment() -> dict[str, str]:
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    password = _parameters().get("password")
    return plain | {"LC_ALL": "C"} | ({"PGPASSWORD": str(password)} if password else {})
