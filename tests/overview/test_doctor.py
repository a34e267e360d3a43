"""`manage.py doctor`: in one page whether an installation is sound."""

from __future__ import annotations

import io
import os
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pgtrigger
import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from overview.reports import soundness
from overview.reports.soundness import CHECKS, State, look
from premiums.models import Activity
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def sound(settings: Any, tmp_path: Path) -> Path:
    """An installation that is sound, but for what a test changes."""
    settings.TRIAL, settings.HTTPS, settings.DEBUG = False, True, False
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_USE_TLS, settings.EMAIL_HOST_USER = "localhost", False, ""
    settings.BACKUP_DIR = tmp_path / "backups"
    settings.BACKUP_DIR.mkdir()
    backup = Path(settings.BACKUP_DIR) / "beneficio-2026-11-22T03-30-00Z.tar"
    backup.write_bytes(b"")
    return backup


@pytest.fixture(autouse=True)
def mail_server(settings: Any) -> Iterator[socket.socket]:
    """A mail server that greets."""
    listening = socket.create_server(("127.0.0.1", 0))
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", listening.getsockname()[1]

    def serve() -> None:
        try:
            while True:
                visitor = listening.accept()[0]
                with visitor, visitor.makefile("rwb") as talk:
                    talk.write(b"220 here\r\n")
                    talk.flush()
                    for line in talk:
                        talk.write(b"221 bye\r\n" if line.upper().startswith(b"QUIT") else b"250 well\r\n")
                        talk.flush()
        except OSError:
            return

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield listening
    listening.shutdown(socket.SHUT_RDWR)
    listening.close()
    thread.join(5)


def bad() -> set[str]:
    return {finding.what for finding in look() if finding.state is State.BAD}


def test_a_sound_installation_is_told_so(activity: Activity) -> None:
    said = io.StringIO()
    call_command("doctor", stdout=said)
    lines = said.getvalue().splitlines()
    assert lines[-1] == "This installation is sound."
    assert len(lines) == len(CHECKS) + 1


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE trainings_peopletrained SET women = women + 1 WHERE is_together",
        "DELETE FROM trainings_peopletrained WHERE track_id IS NOT NULL",
        "UPDATE trainings_trackreach SET people = 7",
        "UPDATE premiums_spending SET amount = 1",
    ],
)
def test_a_stored_total_that_differs_from_its_rows_is_found(activity: Activity, damage: str) -> None:
    factories.ExpenseFactory.create(activity=activity)
    factories.AttendanceFactory.create()
    assert "Stored totals" not in bad()
    with pgtrigger.ignore(), connection.cursor() as cursor:
        cursor.execute(damage)
    assert "Stored totals" in bad()


def test_it_speaks_spanish() -> None:
    said = io.StringIO()
    call_command("doctor", language="es-mx", stdout=said)
    assert "PostgreSQL" in said.getvalue()


def test_an_unsound_installation_ends_with_a_status(settings: Any) -> None:
    settings.DEBUG = True
    with pytest.raises(CommandError, match="not sound: 1 thing to mend"):
        call_command("doctor", stdout=io.StringIO())


def test_what_is_wrong_is_named(settings: Any, sound: Path, tmp_path: Path) -> None:
    assert bad() == set()
    settings.HTTPS = False
    assert bad() == {"HTTPS"}
    settings.HTTPS = True
    settings.SCAN_COMMAND = "/nowhere/clamdscan"
    assert bad() == {"Virus scanner"}
    settings.SCAN_COMMAND = ""
    settings.MEDIA_ROOT = str(tmp_path / "file" / "media")
    (tmp_path / "file").write_text("no folder")
    assert bad() == {"Files"}


def test_old_and_missing_backups_are_not_sound(settings: Any, sound: Path) -> None:
    three_days_ago = time.time() - 3 * 24 * 3600
    os.utime(sound, (three_days_ago, three_days_ago))
    assert bad() == {"Backups"}
    sound.unlink()
    assert bad() == {"Backups"}
    settings.TRIAL = True
    assert bad() == set()


def test_migrations_that_are_not_applied_are_not_sound() -> None:
    loader = MigrationLoader(connection)
    [last] = loader.graph.leaf_nodes("premiums")
    for app, name in (last, *loader.get_migration(*last).replaces):
        MigrationRecorder(connection).record_unapplied(app, name)
    assert bad() == {"Migrations"}


def test_a_file_that_is_gone_is_not_sound(activity: Activity) -> None:
    voucher = factories.VoucherFactory.create(expense=factories.ExpenseFactory.create(activity=activity))
    voucher.file.storage.delete(voucher.file.name)
    assert bad() == {"Files of records"}


def test_a_mail_server_that_does_not_answer_is_not_sound(mail_server: Any, settings: Any) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        settings.EMAIL_PORT = other.getsockname()[1]
    assert bad() == {"Mail"}


def test_clocks_that_differ_are_not_sound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(soundness, "CLOCK_APART", soundness.CLOCK_APART * -1)
    assert bad() == {"Clock"}


def test_tables_of_another_owner_are_not_sound() -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE ROLE doctor_visitor NOLOGIN")
        cursor.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO doctor_visitor")
        cursor.execute("SET LOCAL ROLE doctor_visitor")
        assert "Database role" in bad()
