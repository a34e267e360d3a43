"""`manage.py restore`: the database and the files of a backup, into an empty database unless told to replace."""

from __future__ import annotations

import tarfile
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.utils.translation import gettext as _

from config.backups import BadBackup, copy_files, is_empty, read_manifest, restore_database
from config.postgresql.tools import ProgramFailed
from config.ui import number


class Command(BaseCommand):
    """Exit status 0 when every row and file is back and the ledger agrees with its rows."""

    help = "Restores a backup, every row and file. Refuses a database that holds tables, unless told to replace them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which archive, and what may be lost."""
        parser.add_argument("archive", type=Path)
        parser.add_argument("--replace", action="store_true", help="drop what the database holds now")
        parser.add_argument("--only-database", action="store_true", help="compare the files, but do not write them")

    def handle(self, *, archive: Path, replace: bool, only_database: bool, **options: Any) -> None:
        """Look at the whole archive first; then files, then rows, then migrations, then the proof."""
        if not replace and not is_empty():
            raise CommandError(
                _(
                    "The database is not empty, so nothing was restored. Name an empty one, or add --replace to drop "
                    "everything it holds now (make restore REPLACE=yes)."
                )
            )
        try:
            with tarfile.open(archive, "r:") as opened:
                manifest = read_manifest(opened)
                copy_files(opened, manifest, None)
                if not only_database:
                    copy_files(opened, manifest, Path(settings.MEDIA_ROOT))
                restore_database(opened, manifest, replace=replace)
        except (BadBackup, ProgramFailed, OSError, tarfile.TarError) as error:
            said = _("%(archive)s was not restored. %(reason)s") % {"archive": archive, "reason": error}
            raise CommandError(said) from error
        call_command("migrate", interactive=False, verbosity=0)
        numbers = {"rows": number(manifest.rows), "files": number(len(manifest.files)), "at": manifest.made_at}
        self.stdout.write(_("Restored: %(rows)s rows and %(files)s files, as they were at %(at)s.") % numbers)
        if manifest.missing:
            self.stdout.write(_("Gone before the backup: %(names)s") % {"names": ", ".join(manifest.missing)})
        call_command("verify_ledger", stdout=self.stdout)
