"""`manage.py run`: everything a fresh checkout needs, then the site, saying what it does."""

from __future__ import annotations

import os
import platform
import socket
import sys
from argparse import ArgumentParser
from typing import Any

import django
from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from config.database import embedded_folder
from overview.actions.load_example import sign_ins

PORTS = range(8000, 8050)


class Command(BaseCommand):
    """Prepare and serve on this machine; a second run changes no data."""

    help = "Prepares the database and serves the site on 127.0.0.1, on a free port near 8000."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`--dev` for Django's own server with debug pages."""
        parser.add_argument("--dev", action="store_true")

    def handle(self, *, dev: bool, **options: Any) -> None:
        """Take the steps in order; each says what it did."""
        self.say("Environment", f"Python {platform.python_version()}, Django {django.get_version()}")
        self.say("Database", self.database())
        self.say("Migrations", self.migrate())
        self.stdout.write("Reference data:")
        call_command("load_programme")
        self.say("Example figures", self.example())
        if not dev:
            call_command("collectstatic", interactive=False, verbosity=0)
        listening = self.listen()
        self.say("Address", f"http://127.0.0.1:{listening.getsockname()[1]}/")
        for person in sign_ins():
            what = f"{person.role}, {person.where}" if person.where else person.role
            self.say("Sign in as", f"{person.email}, password {person.password} ({what})")
        self.stdout.write("Stop with Ctrl-C.")
        self.stdout.flush()
        connection.close()
        self.serve(listening, dev=dev)

    def say(self, what: str, text: str) -> None:
        """One line of the log."""
        self.stdout.write(f"{what + ':':<17}{text}")

    def database(self) -> str:
        """Connect, and say to what."""
        connection.ensure_connection()
        version: int = connection.pg_version  # type: ignore[attr-defined]
        server = f"PostgreSQL {version // 10000}.{version % 10000}"
        if settings.TRIAL:
            return f"embedded {server}, data in {embedded_folder(settings.DATABASES['default'])}"
        return f"{server} at {connection.settings_dict['HOST']}"

    def migrate(self) -> str:
        """Bring the tables up to date."""
        executor = MigrationExecutor(connection)
        missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if not missing:
            return "up to date"
        call_command("migrate", interactive=False, verbosity=0)
        return f"{len(missing)} applied"

    def example(self) -> str:
        """Load the example figures the first time: while nobody has ever been added to this database."""
        if sign_ins():
            return "are loaded; `manage.py clear_example` removes them"
        with connection.cursor() as cursor:
            cursor.execute("SELECT is_called FROM cooperatives_user_id_seq")
            had_people = cursor.fetchone()[0]
        if os.environ.get("EXAMPLE", "yes").lower() in ("no", "0", "false") or had_people or not settings.TRIAL:
            return "not loaded; `make example` loads them"
        call_command("load_example", verbosity=0)
        return "loaded; `manage.py clear_example` removes them"

    def listen(self) -> socket.socket:
        """A socket on the first free port, already ours so that nobody takes it meanwhile."""
        for port in PORTS:
            listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                listening.bind(("127.0.0.1", port))
                listening.listen(64)
            except OSError:
                listening.close()
                continue
            return listening
        raise CommandError(f"No port from {PORTS.start} to {PORTS.stop - 1} is free. Stop something, and try again.")

    def serve(self, listening: socket.socket, *, dev: bool) -> None:
        """Become the server."""
        if dev:
            port = str(listening.getsockname()[1])
            listening.close()
            os.execv(sys.executable, [sys.executable, "manage.py", "runserver", f"127.0.0.1:{port}"])  # noqa: S606
        listening.set_inheritable(True)
        gunicorn = [sys.executable, "-m", "gunicorn", "--config", "python:config.gunicorn", "config.wsgi"]
        quiet = ["--no-control-socket", "--log-level", "warning", "--bind", f"fd://{listening.fileno()}"]
        os.execv(sys.executable, gunicorn + quiet)  # noqa: S606
