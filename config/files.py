"""Files that are kept: the columns of every table that holds some, how one is added, and how much room there is."""

from __future__ import annotations

import hashlib
import uuid
from functools import cache
from typing import Any, TypeVar

from django.apps import apps
from django.conf import settings
from django.core.files.base import ContentFile
from django.db import connection, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from config.errors import Refused
from config.records import Record
from config.ui import file_size
from config.uploads import ENDINGS, AcceptedFile

F = TypeVar("F", bound="StoredFile")


class StoredFile(Record):
    """A photo or a PDF, stored outside the web root under a random name. `size` is in bytes, `sha256` in hex.

    Each table adds its `file` (whose folder is its own) and the rows it belongs to.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    original_name = models.CharField(_("name of the file"), max_length=160)
    content_type = models.CharField(_("type"), max_length=40)
    size = models.PositiveIntegerField(_("size (bytes)"))
    sha256 = models.CharField(_("fingerprint"), max_length=64)
    uploaded_at = models.DateTimeField(_("uploaded at"))
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("uploaded by")
    )
    file: Any

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.original_name


def keep_file(
    model: type[F], *, file: AcceptedFile, by: models.Model, among: models.QuerySet[F] | None = None, **columns: Any
) -> F:
    """Keep a file that `config.uploads.read_file` accepted; one that is already `among` these rows is kept once.

    Call it inside the transaction that writes what the file belongs to. Refused: more than the co-op has room for.
    """
    fingerprint = hashlib.sha256(file.content).hexdigest()
    if among is not None and (earlier := among.filter(sha256=fingerprint).first()):
        return earlier
    if any(field.name == "sha256" for field in model._meta.fields):
        columns["sha256"] = fingerprint
    with transaction.atomic():
        if "cooperative_id" in columns:
            refuse_over_quota(columns["cooperative_id"], len(file.content))
        key = uuid.uuid4()
        row = model(
            pk=key,
            file=ContentFile(file.content, name=f"{key}{ENDINGS[file.content_type]}"),
            original_name=file.name,
            content_type=file.content_type,
            size=len(file.content),
            uploaded_by=by,
            uploaded_at=timezone.now(),
            **columns,
        )
        row.save(force_insert=True)
    return row


def refuse_over_quota(cooperative: int, size: int) -> None:
    """Refuse `size` more bytes than UPLOAD_QUOTA leaves the co-op.

    Until the end of the transaction no other file of the co-op is added, so that two at once can't pass the quota.
    """
    if not settings.UPLOAD_QUOTA:
        return
    total = stored_bytes(cooperative, alone=True) + size
    if total > settings.UPLOAD_QUOTA:
        raise Refused(
            _now(
                "With this file the files of the co-op would take %(total)s; there is room for %(quota)s. Nothing was "
                "saved. Send a smaller file, or ask an administrator for more room."
            )
            % {"total": file_size(total), "quota": file_size(settings.UPLOAD_QUOTA)}
        )


def stored_bytes(cooperative: int, *, alone: bool = False) -> int:
    """How many bytes the files of a co-op take, in one query over all tables.

    `alone`: until the end of the transaction nobody else asks so. The lock and the question go in one message; the
    question is a statement of its own, so that it sees what was committed while the lock was waited for.
    """
    question, tables = _stored()
    lock = "SELECT pg_advisory_xact_lock(hashtextextended('files of ' || %s, 0)); " if alone else ""
    with connection.cursor() as cursor:
        cursor.execute(lock + question, [*[str(cooperative)] * alone, *[cooperative] * tables])
        if alone:
            cursor.nextset()
        return int(cursor.fetchone()[0])


@cache
def _stored() -> tuple[str, int]:
    """The question, and how often it names the co-op."""
    tables = [model._meta.db_table for model in file_models() if _has_cooperative(model)]
    each = " UNION ALL ".join(f"SELECT size FROM {table} WHERE cooperative_id = %s" for table in tables)  # noqa: S608
    return f"SELECT coalesce(sum(size), 0) FROM ({each}) files", len(tables)  # noqa: S608


def file_models() -> list[type[StoredFile]]:
    """The tables that hold files."""
    return [model for model in apps.get_models() if issubclass(model, StoredFile)]


def _has_cooperative(model: type[models.Model]) -> bool:
    return any(field.name == "cooperative" for field in model._meta.fields)
