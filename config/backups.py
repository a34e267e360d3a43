"""Backups: the database and every file its rows name, in one dated archive.

The archive is a tar with `database.dump` (the custom format of pg_dump), the files below `media/`, and last
`manifest.json`: how many rows each table had, each file's size and SHA-256, and which migrations had been applied.

All of it is of one moment: the tables are read in one exported snapshot, and a file is written before the row that
names it and never changed, so the files copied after the snapshot was taken include every file of its rows.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
import os
import shutil
import tarfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import IO, Any

from django.apps import apps
from django.conf import settings
from django.core.files.storage import default_storage
from django.db import connection, models, transaction
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from config.postgresql import tools

DUMP, MANIFEST, MEDIA = "database.dump", "manifest.json", "media"
PATTERN = "beneficio-*.tar"
CHUNK = 1024 * 1024


class BadBackup(Exception):
    """The archive can't be used; the text says why."""


@dataclass(frozen=True)
class Manifest:
    """What an archive holds. `files` has size and SHA-256 by name; `missing` are files that were gone already."""

    made_at: str
    tables: dict[str, int]
    files: dict[str, tuple[int, str]]
    missing: list[str]
    migrations: list[tuple[str, str]]

    @property
    def rows(self) -> int:
        """All rows."""
        return sum(self.tables.values())


def make_backup(folder: Path) -> tuple[Path, Manifest]:
    """Write an archive to `folder`, whole or not at all, readable by its owner only; also while the site is in use."""
    made_at = timezone.now().astimezone(dt.UTC)
    path = folder / f"beneficio-{made_at:%Y-%m-%dT%H-%M-%S}Z.tar"
    unfinished = path.with_suffix(".part")
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with os.fdopen(os.open(unfinished, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as file:
            with tarfile.open(fileobj=file, mode="w") as archive:
                manifest = _fill(archive, made_at, folder)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return path, manifest


def _fill(archive: tarfile.TarFile, made_at: dt.datetime, folder: Path) -> Manifest:
    with transaction.atomic(), TemporaryDirectory(dir=folder) as scratch:
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            cursor.execute("SELECT pg_export_snapshot()")
            snapshot = cursor.fetchone()[0]
        dumped = Path(scratch) / DUMP
        with dumped.open("wb") as target:
            tools.dump(target, snapshot=snapshot)
        archive.add(dumped, DUMP)
        tables, names = count_rows(), sorted(file_names())
        migrations = sorted(MigrationRecorder(connection).applied_migrations())
    kept = {name: added for name in names if (added := _add_file(archive, name))}
    missing = [name for name in names if name not in kept]
    manifest = Manifest(made_at.isoformat(), tables, kept, missing, migrations)
    content = json.dumps(asdict(manifest), indent=1).encode()
    entry = tarfile.TarInfo(MANIFEST)
    entry.size = len(content)
    archive.addfile(entry, io.BytesIO(content))
    return manifest


def _add_file(archive: tarfile.TarFile, name: str) -> tuple[int, str] | None:
    """Add a stored file; its size and SHA-256, or None when it is gone."""
    try:
        file = default_storage.open(name, "rb")
    except FileNotFoundError:
        return None
    with file:
        entry = tarfile.TarInfo(f"{MEDIA}/{name}")
        entry.size, entry.mode = file.size, 0o640
        reader = _Hashing(file)
        archive.addfile(entry, reader)
        return entry.size, reader.digest.hexdigest()


class _Hashing:
    """A file that is hashed while it is read."""

    def __init__(self, file: Any) -> None:
        self.file, self.digest = file, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        piece: bytes = self.file.read(size)
        self.digest.update(piece)
        return piece


def count_rows() -> dict[str, int]:
    """How many rows each table has."""
    with connection.cursor() as cursor:
        names = sorted(connection.introspection.table_names(cursor))
        counts = {}
        for name in names:
            cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(name)}")  # noqa: S608
            counts[name] = int(cursor.fetchone()[0])
    return counts


def file_names() -> Iterator[str]:
    """The names of all files that rows hold."""
    for model in apps.get_models():
        if hasattr(model, "pgh_tracked_model") or not model._meta.managed or model._meta.proxy:
            continue
        for field in model._meta.concrete_fields:
            if isinstance(field, models.FileField):
                names = model._base_manager.order_by().values_list(field.attname, flat=True)
                yield from (name for name in names.iterator(chunk_size=2000) if name)


def newest_backup(folder: Path) -> tuple[Path, dt.datetime] | None:
    """The newest archive in the folder and when it was written."""
    found = [(path.stat().st_mtime, path) for path in folder.glob(PATTERN)] if folder.is_dir() else []
    if not found:
        return None
    written, path = max(found)
    return path, dt.datetime.fromtimestamp(written, dt.UTC)


def backup_folder() -> Path:
    """Where backups are kept."""
    return Path(settings.BACKUP_DIR)


def read_manifest(archive: tarfile.TarFile) -> Manifest:
    """What the archive says it holds; BadBackup for something else, or for names that point elsewhere."""
    try:
        content = archive.extractfile(MANIFEST)
        assert content is not None  # noqa: S101
        found = json.loads(content.read())
        manifest = Manifest(
            **{
                **found,
                "files": {name: (int(size), str(digest)) for name, (size, digest) in found["files"].items()},
                "migrations": [(str(app), str(name)) for app, name in found["migrations"]],
            }
        )
        archive.getmember(DUMP)
    except (KeyError, ValueError, TypeError, AssertionError, tarfile.TarError) as error:
        raise BadBackup("It is no backup of Beneficio, or it was cut off.") from error
    for name in manifest.files:
        parts = PurePosixPath(name).parts
        if name.startswith("/") or ".." in parts or not parts:
            raise BadBackup(f"It names a file outside its folder: {name!r}.")
    known = set(MigrationLoader(None, replace_migrations=False).disk_migrations)
    if newer := sorted(f"{app}.{name}" for app, name in manifest.migrations if (app, name) not in known):
        raise BadBackup(f"It was made by a newer version of Beneficio ({newer[0]}). Install that version first.")
    return manifest


def copy_files(archive: tarfile.TarFile, manifest: Manifest, target: Path | None) -> None:
    """Write the files below `target`, comparing each with its SHA-256; with None they are only compared."""
    for name, (size, digest) in manifest.files.items():
        try:
            source = archive.extractfile(f"{MEDIA}/{name}")
        except (KeyError, tarfile.TarError):
            source = None
        if source is None:
            raise BadBackup(f"The file {name} is missing in it.")
        with source:
            _copy_file(source, size, digest, target / name if target else None, name)


def _copy_file(source: IO[bytes], size: int, digest: str, target: Path | None, name: str) -> None:
    found, length = hashlib.sha256(), 0
    unfinished = target and target.with_name(f"{target.name}.part")
    if unfinished:
        unfinished.parent.mkdir(parents=True, exist_ok=True)
    with unfinished.open("wb") if unfinished else io.BytesIO() as copy:
        while piece := source.read(CHUNK):
            found.update(piece)
            length += len(piece)
            if unfinished:
                copy.write(piece)
    if (length, found.hexdigest()) != (size, digest):
        if unfinished:
            unfinished.unlink()
        raise BadBackup(f"The file {name} is damaged in it.")
    if unfinished and target:
        unfinished.chmod(settings.FILE_UPLOAD_PERMISSIONS)
        unfinished.replace(target)


def is_empty() -> bool:
    """Whether the database holds no table."""
    with connection.cursor() as cursor:
        return not connection.introspection.table_names(cursor)


EMPTY = """
SET LOCAL lock_timeout = '15s';
DO $$
DECLARE item record;
BEGIN
    FOR item IN SELECT c.oid::regclass AS name FROM pg_class c
        WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') LOOP
        EXECUTE format('DROP TABLE IF EXISTS %s CASCADE', item.name);
    END LOOP;
    FOR item IN SELECT p.oid::regprocedure AS name FROM pg_proc p
        WHERE p.pronamespace = current_schema()::regnamespace
        AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = p.oid AND deptype = 'e') LOOP
        EXECUTE format('DROP FUNCTION IF EXISTS %s CASCADE', item.name);
    END LOOP;
END $$;
"""


def restore_database(archive: tarfile.TarFile, manifest: Manifest, *, replace: bool) -> None:
    """Fill the database from the archive, all or nothing; with `replace` what is there goes in the same transaction."""
    with TemporaryDirectory() as scratch:
        dumped = Path(scratch) / DUMP
        source = archive.extractfile(DUMP)
        if source is None:
            raise BadBackup("It holds no database.")
        with source, dumped.open("wb") as copy:
            shutil.copyfileobj(source, copy, CHUNK)
        tools.restore(dumped, first=EMPTY if replace else "")
    counts = count_rows()
    if counts != manifest.tables:
        raise BadBackup("The restored tables have not as many rows as the backup says.")
