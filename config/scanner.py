"""The virus scanner of the installation: a command that looks at every file before it is kept.

SCAN_COMMAND names it, for example `clamdscan --fdpass --no-summary`; the path of the file is added. By the
convention of ClamAV its exit status is 0 for a clean file and 1 for an infected one; anything else, and more than
SCAN_SECONDS seconds, means that nobody knows, and then nothing is kept either.
"""

from __future__ import annotations

import logging
import os
import shlex
import signal
import subprocess
from contextlib import suppress
from tempfile import NamedTemporaryFile

from django.conf import settings
from django.utils.translation import gettext as _

from config.errors import Refused

CLEAN, INFECTED = 0, 1
logger = logging.getLogger(__name__)


def refuse_infected(content: bytes, name: str) -> None:
    """Refuse a file the scanner finds infected, or can't judge. Without SCAN_COMMAND nothing is looked at."""
    if not settings.SCAN_COMMAND:
        return
    with NamedTemporaryFile(prefix="beneficio-scan-") as file:
        file.write(content)
        file.flush()
        verdict = _verdict([*shlex.split(settings.SCAN_COMMAND), file.name])
    if verdict == CLEAN:
        return
    if verdict == INFECTED:
        logger.warning("The virus scanner refused an upload of %d bytes", len(content))
        raise Refused(
            _("The virus scanner found something harmful in “%(name)s”, so it was not kept.") % {"name": name}
        )
    logger.error("The virus scanner %r gave no verdict (%s)", settings.SCAN_COMMAND, verdict)
    raise Refused(
        _(
            "“%(name)s” could not be checked for viruses just now, so it was not kept. Try again in a moment; if it "
            "happens again, tell an administrator."
        )
        % {"name": name}
    )


def _verdict(command: list[str]) -> int | str:
    """The exit status of the scanner; a few words when it could not be started or took too long."""
    try:
        process = subprocess.Popen(  # noqa: S603 the command is the administrator's own
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        return str(error.strerror)
    try:
        return process.wait(settings.SCAN_SECONDS)
    except subprocess.TimeoutExpired:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)  # also what it started itself
        process.wait()
        return f"no answer in {settings.SCAN_SECONDS} seconds"
