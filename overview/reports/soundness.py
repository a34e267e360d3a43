"""Whether this installation is sound: a list of questions, each answered in a line. Wanted by `manage.py doctor`.

A question is a function without arguments that gives a Finding. One more question is one more line in CHECKS.
"""

from __future__ import annotations

import datetime as dt
import shutil
import smtplib
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.conf import settings
from django.core import mail
from django.core.files.storage import default_storage
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from config.backups import backup_folder, file_names, newest_backup
from config.errors import Refused
from config.scanner import refuse_infected
from config.ui import file_size, number
from overview.row_security import faults
from premiums.reports.ledger import differences
from trainings.reports.counts import wrong_counts

BACKUP_AGE = dt.timedelta(days=2)
CLOCK_APART = dt.timedelta(seconds=5)
ROOM = 1024 * 1024 * 1024  # bytes that should be free for files


class State(Enum):
    """How it stands: sound, worth a word, or not sound."""

    GOOD = "sound"
    WARN = "worth a word"
    BAD = "not sound"


@dataclass(frozen=True)
class Finding:
    """What was looked at, how it stands, and a sentence: what is, or what to do."""

    what: str
    state: State
    sentence: str


def look() -> Iterator[Finding]:
    """Ask everything, in order; a question that fails is not sound."""
    for question in CHECKS:
        try:
            yield question()
        except (DatabaseError, OSError, subprocess.SubprocessError) as error:
            what = (question.__doc__ or question.__name__).strip().rstrip(".")
            yield Finding(_("Check"), State.BAD, f"{what}: {' '.join(str(error).split())[:200]}")


def database_version() -> Finding:
    """The version of the database."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        name = cursor.fetchone()[0].split()[0]
    version: int = connection.pg_version  # type: ignore[attr-defined]
    place = _("embedded, for a trial on one machine") if settings.TRIAL else connection.settings_dict["HOST"]
    sentence = _("PostgreSQL %(version)s, %(place)s") % {"version": name, "place": place or _("on this machine")}
    state = State.GOOD if 150000 <= version < 190000 else State.WARN
    return Finding(_("Database"), state, sentence)


def database_role() -> Finding:
    """The rights of the role in the database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolname, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
        name, is_super, bypasses = cursor.fetchone()
        cursor.execute(
            "SELECT count(*) FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' "
            "AND NOT pg_has_role(relowner, 'MEMBER')"
        )
        foreign = cursor.fetchone()[0]
    if foreign:
        return Finding(
            _("Database role"),
            State.BAD,
            _("%(role)s does not own %(count)s tables, so it can't bring them up to date. Make it their owner.")
            % {"role": name, "count": number(foreign)},
        )
    if (is_super or bypasses) and not settings.TRIAL:
        sentence = _("%(role)s may do everything on the server. Use a role that only owns its own database.")
        return Finding(_("Database role"), State.WARN, sentence % {"role": name})
    return Finding(_("Database role"), State.GOOD, _("%(role)s owns its tables") % {"role": name})


def second_wall() -> Finding:
    """Whether the database itself holds co-op staff to their own rows."""
    if not settings.ROW_SECURITY:
        return Finding(_("Second wall"), State.WARN, _("off (ROW_SECURITY): only the site keeps co-ops apart"))
    found = faults()
    if not found:
        return Finding(_("Second wall"), State.GOOD, _("the database keeps co-ops apart"))
    sentence = ngettext(
        "%(count)d thing differs from what is declared. Run `manage.py migrate`. The first: %(first)s",
        "%(count)d things differ from what is declared. Run `manage.py migrate`. The first: %(first)s",
        len(found),
    )
    return Finding(_("Second wall"), State.BAD, sentence % {"count": len(found), "first": found[0]})


def migrations() -> Finding:
    """Whether the tables are those of this version."""
    executor = MigrationExecutor(connection)
    missing = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    if not missing:
        return Finding(_("Migrations"), State.GOOD, _("all applied"))
    sentence = ngettext(
        "%(count)d is not applied. Run `manage.py migrate`.",
        "%(count)d are not applied. Run `manage.py migrate`.",
        missing,
    )
    return Finding(_("Migrations"), State.BAD, sentence % {"count": missing})


def stored_totals() -> Finding:
    """Whether the totals and counts that the database keeps are what their rows say."""
    wrong = sum(1 for _difference in differences()) + wrong_counts()
    if not wrong:
        return Finding(_("Stored totals"), State.GOOD, _("agree with their rows"))
    sentence = ngettext(
        "%(count)d does not agree with its rows. `manage.py verify_ledger` says what of the ledger differs.",
        "%(count)d do not agree with their rows. `manage.py verify_ledger` says what of the ledger differs.",
        wrong,
    )
    return Finding(_("Stored totals"), State.BAD, sentence % {"count": wrong})


def folder_of_files() -> Finding:
    """Whether files can be kept, and how much room there is."""
    folder = Path(settings.MEDIA_ROOT)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=folder, prefix=".doctor-") as file:
            file.write(b"can be written")
            file.flush()
        free = shutil.disk_usage(folder).free
    except OSError as error:
        sentence = _("%(folder)s can't be written (%(reason)s), so no voucher can be kept.")
        return Finding(_("Files"), State.BAD, sentence % {"folder": folder, "reason": error.strerror})
    sentence = _("%(folder)s can be written, %(free)s free") % {"folder": folder, "free": file_size(free)}
    return Finding(_("Files"), State.GOOD if free >= ROOM else State.WARN, sentence)


def files_of_rows() -> Finding:
    """Whether every row that names a file has it."""
    gone = 0
    total = 0
    for name in file_names():
        total += 1
        gone += not default_storage.exists(name)
    if gone:
        sentence = ngettext(
            "%(count)d file that a record names is gone. Restore it from a backup.",
            "%(count)d files that records name are gone. Restore them from a backup.",
            gone,
        )
        return Finding(_("Files of records"), State.BAD, sentence % {"count": gone})
    return Finding(_("Files of records"), State.GOOD, _("%(count)s, all there") % {"count": number(total)})


def mail_leaves() -> Finding:
    """Whether mail can leave."""
    if "smtp" not in settings.EMAIL_BACKEND:
        state = State.GOOD if settings.TRIAL else State.WARN
        return Finding(_("Mail"), state, _("is only printed, it does not leave. Set EMAIL_URL to a mail server."))
    try:
        with mail.get_connection(timeout=10):
            pass
    except (OSError, smtplib.SMTPException) as error:
        sentence = _("The mail server %(host)s can't be reached or refuses us (%(reason)s).")
        reason = getattr(error, "strerror", None) or type(error).__name__
        return Finding(_("Mail"), State.BAD, sentence % {"host": settings.EMAIL_HOST, "reason": reason})
    return Finding(_("Mail"), State.GOOD, _("%(host)s answers") % {"host": settings.EMAIL_HOST})


def clock() -> Finding:
    """Whether this machine and the database agree on the time."""
    before = timezone.now()
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        there = cursor.fetchone()[0]
    after = timezone.now()
    apart = max(before - there, there - after, dt.timedelta())
    if apart <= CLOCK_APART:
        return Finding(_("Clock"), State.GOOD, _("this machine and the database agree"))
    sentence = _("This machine and the database are %(seconds)s seconds apart. Let both follow a time server.")
    return Finding(_("Clock"), State.BAD, sentence % {"seconds": number(int(apart.total_seconds()))})


def backups() -> Finding:
    """How old the newest backup is."""
    found = newest_backup(backup_folder())
    if found is None:
        state = State.WARN if settings.TRIAL else State.BAD
        sentence = _("There is none in %(folder)s. Run `make backup`, every night.")
        return Finding(_("Backups"), state, sentence % {"folder": backup_folder()})
    path, written = found
    age = timezone.now() - written
    sentence = _("The newest is %(hours)s hours old: %(path)s") % {
        "hours": number(int(age.total_seconds() // 3600)),
        "path": path,
    }
    if age <= BACKUP_AGE:
        return Finding(_("Backups"), State.GOOD, sentence)
    return Finding(_("Backups"), State.WARN if settings.TRIAL else State.BAD, sentence)


def debug_is_off() -> Finding:
    """Whether errors are shown with their source."""
    if not settings.DEBUG:
        return Finding(_("Debug pages"), State.GOOD, _("off"))
    return Finding(_("Debug pages"), State.BAD, _("on: errors show their source to everybody. Take DEBUG away."))


def https() -> Finding:
    """Whether the site is served over https only."""
    if settings.HTTPS:
        return Finding(_("HTTPS"), State.GOOD, _("only over https"))
    if settings.TRIAL:
        return Finding(_("HTTPS"), State.GOOD, _("not needed for a trial on one machine"))
    sentence = _("served over plain http: passwords can be read on the way. Take HTTPS=no away.")
    return Finding(_("HTTPS"), State.BAD, sentence)


def scanner() -> Finding:
    """Whether the virus scanner answers."""
    if not settings.SCAN_COMMAND:
        return Finding(_("Virus scanner"), State.GOOD, _("none is set (SCAN_COMMAND)"))
    try:
        refuse_infected(b"A harmless file.", "doctor.txt")
    except Refused as refusal:
        return Finding(_("Virus scanner"), State.BAD, str(refusal))
    return Finding(_("Virus scanner"), State.GOOD, _("answers"))


CHECKS: tuple[Callable[[], Finding], ...] = (
    database_version,
    database_role,
    second_wall,
    migrations,
    stored_totals,
    clock,
    folder_of_files,
    files_of_rows,
    backups,
    mail_leaves,
    scanner,
    https,
    debug_is_off,
)
