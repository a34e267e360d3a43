"""`manage.py backup`: the database and all files in one dated archive, restored once to prove that it can be."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from config.backups import PATTERN, backup_folder, make_backup
from config.database import THROWAWAY_PREFIX
from config.postgresql import server
from config.postgresql.tools import ProgramFailed
from config.ui import file_size, number


class Command(BaseCommand):
    """Exit status 0 only for a backup that was restored and whose ledger agrees with its rows."""

    help = "Writes the database and all files into one dated archive, also while the site is in use, and tries it out."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to, how many to keep, and whether to try it out."""
        parser.add_argument("--to", type=Path, default=None, help="the folder (default: BACKUP_DIR)")
        parser.add_argument("--keep", type=int, default=0, help="afterwards keep only this many of the newest archives")
        parser.add_argument("--no-check", action="store_true", help="do not restore it into a scratch database")

    def handle(self, *, to: Path | None, keep: int, no_check: bool, **options: Any) -> None:
        """Write it, try it, and only then remove older ones."""
        folder = to or backup_folder()
        try:
            path, manifest = make_backup(folder)
        except (ProgramFailed, OSError) as error:
            raise CommandError(_("The backup was not made: %(reason)s") % {"reason": error}) from error
        path.chmod(0o600)
        numbers = {"rows": number(manifest.rows), "files": number(len(manifest.files))}
        numbers |= {"path": str(path), "size": file_size(path.stat().st_size)}
        self.stdout.write(_("Backup: %(path)s (%(size)s; %(rows)s rows, %(files)s files)") % numbers)
        if not no_check:
            self.stdout.write(_try_out(path))
        if manifest.missing:
            raise CommandError(
                ngettext(
                    "%(count)d file was gone before the backup and is not in it: %(names)s",
                    "%(count)d files were gone before the backup and are not in it: %(names)s",
                    len(manifest.missing),
                )
                % {"count": len(manifest.missing), "names": ", ".join(manifest.missing[:10])}
            )
        if keep > 0:
            for old in sorted(folder.glob(PATTERN))[:-keep]:
                old.unlink()


def _try_out(path: Path) -> str:
    """Restore the archive into a throw-away server of its own, as an administrator would; what was found."""
    folder = Path(tempfile.mkdtemp(prefix=THROWAWAY_PREFIX))
    environment = os.environ | {
        "DATABASE_URL": "",
        "BENEFICIO_PGDATA": str(folder),
        "BENEFICIO_PGDATA_THROWAWAY": "1",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": "localhost",
        "HTTPS": "no",
    }
    try:
        done = subprocess.run(  # noqa: S603
            [sys.executable, "manage.py", "restore", str(path.resolve()), "--only-database"],
            cwd=settings.BASE_DIR,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        server.destroy(folder)
    if done.returncode:
        reason = done.stderr.strip() or done.stdout.strip()
        raise CommandError(_("The backup does not restore: %(reason)s") % {"reason": reason})
    return _("Tried out: restored into a scratch database. %(found)s") % {"found": done.stdout.strip().splitlines()[-1]}
