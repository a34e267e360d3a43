"""Backups: taken while people work, restored elsewhere, every row and every file."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import stat
import subprocess
import sys
import tarfile
import threading
import time
import uuid
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from psycopg.conninfo import make_conninfo

from config.backups import BadBackup, make_backup, newest_backup, read_manifest
from config.files import file_models
from config.postgresql import server
from config.uploads import AcceptedFile
from cooperatives.models import User
from overview.actions.load_example import load_example
from overview.actions.load_programme import load_programme
from premiums.actions.attach_voucher import attach_voucher
from premiums.actions.log_expense import log_expense
from premiums.models import Activity, Expense, Voucher
from tests import factories

ROOT = Path(__file__).resolve().parent.parent.parent
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow, pytest.mark.xdist_group("backup")]


class Elsewhere:
    """Another installation: an embedded server and a folder for files of its own."""

    def __init__(self, folder: Path) -> None:
        self.data, self.media = folder / "postgres", folder / "media"
        self.environment = os.environ | {
            "DATABASE_URL": "",
            "BENEFICIO_PGDATA": str(self.data),
            "BENEFICIO_PGDATA_THROWAWAY": "1",
            "SECRET_KEY": "s" * 60,
            "ALLOWED_HOSTS": "localhost",
            "HTTPS": "no",
            "MEDIA_ROOT": str(self.media),
            "BACKUP_DIR": str(folder / "backups"),
        }

    def manage(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.run(
            command, cwd=ROOT, env=self.environment, capture_output=True, text=True, timeout=300, check=False
        )

    def ask(self, query: str) -> list[Any]:
        with psycopg.connect(self.place) as there:
            return there.execute(query).fetchall()

    @property
    def place(self) -> str:
        found = server.ensure_running(self.data)
        return make_conninfo(host=found.sockets, port=server.PORT, user=server.USER, dbname=server.DATABASE)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Elsewhere]:
    place = Elsewhere(tmp_path / "elsewhere")
    yield place
    server.destroy(place.data)


def rows_of(run: Any) -> dict[str, tuple[int, str]]:
    """How many rows each table has, and a checksum over all of them, whatever their order."""
    tables = [name for (name,) in run("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")]
    sums = "SELECT count(*), coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text FROM {} t"
    return {name: run(sums.format(name))[0] for name in tables}


def ask_here(query: str) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchall()


def files_below(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class Spender(threading.Thread):
    """Logs one expense with a voucher after the other, and remembers which were acknowledged and when."""

    def __init__(self, activity: Activity, by: User) -> None:
        super().__init__()
        self.activity, self.by = activity, by
        self.acknowledged: list[tuple[float, str]] = []
        self.is_over = threading.Event()
        self.problem: Exception | None = None

    def run(self) -> None:
        try:
            while not self.is_over.is_set():
                key = str(uuid.uuid4())
                expense, _new = log_expense(
                    activity=self.activity,
                    amount=Decimal("0.01"),
                    spent_on=dt.date(2013, 6, 1),
                    payee=key,
                    purpose="Clavos",
                    form_key=uuid.UUID(key),
                    by=self.by,
                )
                photo = AcceptedFile(key.encode(), "image/jpeg", "nota.jpg")
                attach_voucher(expense=expense, file=photo, by=self.by)
                self.acknowledged.append((time.monotonic(), key))
        except Exception as error:
            self.problem = error
        finally:
            connection.close()


def test_a_backup_taken_under_load_restores_to_a_ledger_that_verifies(
    activity: Activity, treasurer: User, tmp_path: Path, elsewhere: Elsewhere
) -> None:
    spenders = [Spender(activity, treasurer) for _ in range(3)]
    for one in spenders:
        one.start()
    while sum(len(one.acknowledged) for one in spenders) < 20:
        time.sleep(0.05)
    begun = time.monotonic()
    path, manifest = make_backup(tmp_path / "backups")
    ended = time.monotonic()
    while sum(at > ended for one in spenders for at, _key in one.acknowledged) < 3:
        time.sleep(0.05)
    for one in spenders:
        one.is_over.set()
    for one in spenders:
        one.join()
    assert [one.problem for one in spenders] == [None] * 3

    done = elsewhere.manage("restore", str(path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "The ledger agrees with its rows" in done.stdout
    kept = {payee for (payee,) in elsewhere.ask("SELECT payee FROM premiums_expense")}
    acknowledged = [written for one in spenders for written in one.acknowledged]
    assert {key for at, key in acknowledged if at < begun} <= kept
    assert kept < {expense.payee for expense in Expense.objects.all()}
    # No row lacks its file, and the files are those of the rows.
    named = elsewhere.ask(
        "SELECT file, v.original_name, e.payee FROM premiums_voucher v JOIN premiums_expense e ON e.id = v.expense_id"
    )
    assert {name: payee.encode() for name, _original, payee in named} == files_below(elsewhere.media)
    assert not manifest.missing


def test_the_example_world_moves_to_a_server_with_every_row_and_file(
    settings: Any, tmp_path: Path, elsewhere: Elsewhere
) -> None:
    load_programme()
    load_example()
    said = io.StringIO()
    call_command("backup", to=tmp_path / "backups", stdout=said)
    assert "Tried out: restored into a scratch database. The ledger agrees" in said.getvalue()
    path, written = newest_backup(tmp_path / "backups") or (None, None)
    assert path
    assert written
    assert stat.S_IMODE(path.stat().st_mode) == 0o600

    # A server that is named by address, as another PostgreSQL on the network would be.
    elsewhere.environment |= {"DATABASE_URL": f"postgres://{server.USER}@/{server.DATABASE}?host={sockets(elsewhere)}"}
    done = elsewhere.manage("restore", str(path))
    assert done.returncode == 0, done.stdout + done.stderr
    here, there = rows_of(ask_here), rows_of(elsewhere.ask)
    assert here == there
    assert sum(count for count, _sum in there.values()) > 4000
    names = {name for model in file_models() for name in model._base_manager.values_list("file", flat=True)}
    moved = files_below(elsewhere.media)
    assert set(moved) == names
    assert moved == {name: (Path(settings.MEDIA_ROOT) / name).read_bytes() for name in names}
    again = elsewhere.manage("restore", str(path))
    assert again.returncode == 1
    assert "The database is not empty, so nothing was restored" in again.stderr
    replaced = elsewhere.manage("restore", str(path), "--replace")
    assert replaced.returncode == 0, replaced.stdout + replaced.stderr
    assert rows_of(elsewhere.ask) == here


def sockets(place: Elsewhere) -> str:
    return server.ensure_running(place.data).sockets


def test_a_file_that_is_gone_is_told_and_older_backups_stay(
    activity: Activity, treasurer: User, tmp_path: Path
) -> None:
    voucher: Voucher = factories.VoucherFactory.create(expense=factories.ExpenseFactory.create(activity=activity))
    Path(voucher.file.path).unlink(missing_ok=True)
    old = tmp_path / "beneficio-2020-01-01T00-00-00Z.tar"
    old.write_bytes(b"old")
    with pytest.raises(CommandError, match="1 file was gone before the backup"):
        call_command("backup", to=tmp_path, keep=1, no_check=True, stdout=io.StringIO())
    assert old.exists()
    voucher.file.storage.save(voucher.file.name, io.BytesIO(b"back"))
    call_command("backup", to=tmp_path, keep=1, no_check=True, stdout=io.StringIO())
    assert not old.exists()
    assert len(list(tmp_path.glob("beneficio-*.tar"))) == 1


def changed(source: Path, target: Path, **members: bytes | None) -> Path:
    """The archive again, with other content for some members; None leaves one out."""
    with tarfile.open(source) as old, tarfile.open(target, "w") as new:
        for member in old.getmembers():
            name = next((one for one in members if member.name.startswith(one)), None)
            content = members[name] if name else old.extractfile(member).read()  # type: ignore[union-attr]
            if content is not None:
                member.size = len(content)
                new.addfile(member, io.BytesIO(content))
    return target


def test_a_damaged_archive_restores_nothing(activity: Activity, tmp_path: Path, elsewhere: Elsewhere) -> None:
    voucher = factories.VoucherFactory.create(expense=factories.ExpenseFactory.create(activity=activity))
    voucher.file.storage.delete(voucher.file.name)
    voucher.file.storage.save(voucher.file.name, io.BytesIO(b"a photo"))
    path, _manifest = make_backup(tmp_path / "backups")
    for what, archive in {
        "is damaged": changed(path, tmp_path / "damaged.tar", media=b"another"),
        "is missing": changed(path, tmp_path / "missing.tar", media=None),
        "no backup of Beneficio": changed(path, tmp_path / "none.tar", manifest=None),
    }.items():
        done = elsewhere.manage("restore", str(archive))
        assert done.returncode == 1, what
        assert what in done.stderr
    assert elsewhere.ask("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == [(0,)]


@pytest.mark.parametrize("name", ["../../etc/cron.d/x", "/etc/passwd", "a/../../b"])
def test_an_archive_writes_nowhere_else(activity: Activity, tmp_path: Path, name: str) -> None:
    path, _manifest = make_backup(tmp_path / "backups")
    with tarfile.open(path) as archive:
        found = json.loads(archive.extractfile("manifest.json").read())  # type: ignore[union-attr]
    found["files"] = {name: [1, "0"]}
    forged = changed(path, tmp_path / "forged.tar", manifest=json.dumps(found).encode())
    with tarfile.open(forged) as archive, pytest.raises(BadBackup, match="outside its folder"):
        read_manifest(archive)


def test_a_backup_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    path, _manifest = make_backup(tmp_path / "backups")
    with tarfile.open(path) as archive:
        found = json.loads(archive.extractfile("manifest.json").read())  # type: ignore[union-attr]
    found["migrations"].append(["premiums", "9999_of_tomorrow"])
    newer = changed(path, tmp_path / "newer.tar", manifest=json.dumps(found).encode())
    with tarfile.open(newer) as archive, pytest.raises(BadBackup, match="newer version"):
        read_manifest(archive)
